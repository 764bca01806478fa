"""One budget of time and memory for all that is done with a file, by this process and by those that it starts.

`of` opens the budget where a file comes in. Within `shared`, as on the command line, it stays open until the command
ends, so that it spans the answer, too. What goes beyond it ends in an OverBudgetError, which names the bound and the file.

Time is processor time. On Windows, and in threads other than the main one, it is time by the clock, and can stop nothing
between two steps of Python. Memory is bounded on Linux, where no other thread runs.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import Any, Final

from governance.errors import Problem, ProposalError, UnreadableError

SECONDS: Final = 3.0
"""How many seconds of work may be done with one file; an instrument or a proposal takes a fraction of one."""
BYTES: Final = 100_000_000
"""How many bytes of memory may be taken for one file; an instrument takes about ten million."""
LONGEST_WAIT: Final = 20.0
"""How many seconds may go by where only the clock can be asked."""

_LONGEST_NAME: Final = 200
_AGAIN: Final = 0.5
"""After so many seconds a limit that something held back is told again."""
_ALONE: Final = "Give the instrument or the proposal alone, in a file of its own."
_TIME: Final = f"It takes more than {SECONDS:g} seconds of work, far more than an instrument or a proposal"
_MEMORY: Final = "It takes more than {} MB of memory, far more than an instrument or a proposal"
_DEPTH: Final = "What it holds stands too deep, one thing inside another"


class OverBudgetError(ProposalError, UnreadableError):
    """A file takes more time, memory or depth than any proposal or document; it is refused as whichever it was taken for."""

    def __init__(self, wrong: str, *, source: str) -> None:
        UnreadableError.__init__(self, wrong, _ALONE, source=source)
        self.problems = (Problem(source, "", wrong, _ALONE),)

    def __reduce__(self) -> tuple[Any, ...]:
        """Go from one process to another."""
        return _over, (self.wrong, self.source)


class _TooLateError(OverBudgetError):
    """Raised into a thread from outside, where nothing can be handed over but the class."""

    def __init__(self) -> None:
        super().__init__(_TIME, source=_here.file)


class _Here(threading.local):
    """The budget that is open in this thread, the file it is spent on, and whether it outlasts the file."""

    budget: "_Budget | None" = None
    file: str = ""
    shared: bool = False
    bytes: int = BYTES


_here: Final = _Here()


@contextlib.contextmanager
def of(file: str, *, anew: bool = False, times: int = 1) -> Iterator[None]:
    """Spend what is done here on a file: from the budget that is open, or else, or with `anew`, from one of its own.

    It has `times` the usual time, for a paper on as many proposals.
    """
    before, opened = _here.file, _here.budget is None
    if _here.budget is None:
        _here.budget = _Budget(SECONDS * times)
    elif anew:
        before = ""
        _here.budget.renew(SECONDS * times)
    elif times > 1:
        _charge(SECONDS * (1 - times))
    _here.file = file
    try:
        with _as_errors():
            yield
        if before and before != file:
            # What follows is done with both.
            _here.file = f"{before} and {file}" if len(before) < _LONGEST_NAME else before
    finally:
        if opened and not _here.shared:
            close()


@contextlib.contextmanager
def shared() -> Iterator[None]:
    """Keep the budget open from the first file to the end of what is done here."""
    _here.shared = True
    hook, sys.unraisablehook = sys.unraisablehook, _unraisable
    try:
        with _as_errors():
            yield
    finally:
        close()
        sys.unraisablehook = hook
        _here.shared = False


def close() -> None:
    """Lift the limits: what follows is done with no file of others."""
    budget, _here.budget, _here.file = _here.budget, None, ""
    if budget:
        budget.close()


def halve() -> None:
    """Have a process that works beside another one take half of the memory."""
    _here.bytes = BYTES // 2


def left() -> tuple[float, int]:
    """Give the seconds of work that a process which is started now may do, and the bytes of memory that it may take."""
    return (_here.budget.left() if _here.budget else SECONDS), _here.bytes


@contextlib.contextmanager
def processes() -> Iterator[None]:
    """Take off what processes do that begin and end within; OverBudgetError where nothing is left."""
    before = _work_of_others()
    try:
        yield
    finally:
        _charge(_work_of_others() - before)


def _charge(seconds: float) -> None:
    if _here.budget:
        _here.budget.charge(seconds)


def _work_of_others() -> float:
    done = os.times()
    return done.children_user + done.children_system


@contextlib.contextmanager
def _as_errors() -> Iterator[None]:
    try:
        yield
    except OverBudgetError:
        close()
        raise
    except (RecursionError, MemoryError) as error:
        file = _here.file
        if not file:
            raise
        close()
        wrong = _DEPTH if isinstance(error, RecursionError) else _MEMORY.format(_here.bytes // 1_000_000)
    else:
        return
    # Out here what took the memory is let go.
    raise OverBudgetError(wrong, source=file)


def _unraisable(what: "sys.UnraisableHookArgs") -> None:
    """Say nothing where a limit is met in a place that cannot tell it: it is met again, and told, in the next."""
    if not issubclass(what.exc_type, (OverBudgetError, RecursionError, MemoryError)):
        sys.__unraisablehook__(what)


def _over(wrong: str, source: str) -> OverBudgetError:
    return OverBudgetError(wrong, source=source)


class _Budget:
    """The limits that are set while a budget is open."""

    def __init__(self, seconds: float) -> None:
        self._bounded = _bound_memory()
        self._clock = None if _counts_work() else _Clock(threading.get_ident())
        if self._clock is None:
            signal.signal(signal.SIGPROF, self._stop)
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)

    def renew(self, seconds: float) -> None:
        if self._clock:
            self._clock.close()
            self._clock = _Clock(threading.get_ident())
        else:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)

    def left(self) -> float:
        return SECONDS if self._clock else signal.getitimer(signal.ITIMER_PROF)[0]

    def charge(self, seconds: float) -> None:
        if self._clock is None:
            rest = self.left() - seconds
            if rest <= 0:
                self._stop()
            signal.setitimer(signal.ITIMER_PROF, rest, _AGAIN)

    def close(self) -> None:
        if self._clock:
            self._clock.close()
        else:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
        if self._bounded:
            _set_memory(self._bounded)

    @staticmethod
    def _stop(*_: object) -> None:
        if _here.budget:
            raise OverBudgetError(_TIME, source=_here.file)


class _Clock:
    """Raises an error in a thread once its time is over."""

    def __init__(self, thread: int) -> None:
        self._thread, self._lock, self._open = thread, threading.Lock(), True
        self._timer = threading.Timer(LONGEST_WAIT, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        with self._lock:
            self._open = False
        self._timer.cancel()

    def _stop(self) -> None:
        import ctypes  # noqa: PLC0415 - only where time is over

        with self._lock:
            if self._open:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(_TooLateError)
                )


def _counts_work() -> bool:
    """Whether the system can count the work of this thread, and nobody else has it do so."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGPROF) == signal.SIG_DFL
    )


def _bound_memory() -> tuple[int, int] | None:
    """Bound the memory of this process; give the limits that it had, or None where it cannot be bounded."""
    if threading.active_count() > 1:
        return None
    try:
        import resource  # noqa: PLC0415 - there is none on Windows

        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - on every check
            data = int(file.read().split()[5]) * resource.getpagesize()
        before = resource.getrlimit(resource.RLIMIT_DATA)
        within = [limit for limit in (*before, data + _here.bytes) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_DATA, (min(within), before[1]))
    except (ImportError, OSError, ValueError, IndexError):
        return None
    return before


def _set_memory(limits: tuple[int, int]) -> None:
    import resource  # noqa: PLC0415

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, limits)
