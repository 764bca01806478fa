"""Many documents at once: one process a core, each with one document at a time.

Nothing waits but the list of names, so memory does not grow with what is in the documents. A document that brings
its process down, or that takes too long, is a row like any other: the process is started anew.
"""

import contextlib
import datetime
import functools
import gc
import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

from governance.audit.one import audit_one
from governance.audit.row import Row
from governance.audit.schools import Schools
from governance.errors import GovernanceError
from governance.files import budget

SECONDS: Final = 60.0
"""How long one document may take by the clock, where nothing else stops it; an instrument takes a fraction of a second."""

T = TypeVar("T")

# A fresh process on every system: a copy of this one would also copy what its threads hold.
_CONTEXT: Final = multiprocessing.get_context("spawn")


def audit(
    paths: Iterable["str | os.PathLike[str]"],
    *,
    today: datetime.date,
    processes: int = 1,
    seconds: float = SECONDS,
    schools: Schools | None = None,
) -> Iterator[Row]:
    """Read and check documents, and give a row for each, in the order in which they are done.

    With one process everything happens in this one, and no document is stopped for taking longer than `seconds`.
    `schools` say what a document does not say of its school.
    """
    if processes <= 1:
        for path in paths:
            yield audit_one(path, today=today, schools=schools)
        return
    names = iter([os.fspath(path) for path in paths])
    task = functools.partial(audit_one, today=today, schools=schools)
    workers: list[Worker[Row]] = []
    try:
        for first in itertools.islice(names, processes):
            workers.append(Worker(task, seconds))
            workers[-1].begin(first)
        while busy := [worker for worker in workers if worker.file]:
            for worker in _done(busy):
                file = worker.file
                try:
                    yield worker.finish()
                except LostError as error:
                    yield Row(file, "failed", today, reason=str(error))
                if (name := next(names, None)) is not None:
                    worker.begin(name)
    finally:
        for worker in workers:
            worker.stop()


def _done(busy: "list[Worker[Row]]") -> "list[Worker[Row]]":
    """Wait until one has answered, has ended or has taken too long."""
    left = max(0.0, min(worker.until for worker in busy) - time.monotonic())
    ready = wait([worker.pipe for worker in busy], timeout=left)
    late = time.monotonic()
    return [worker for worker in busy if worker.pipe in ready or worker.until <= late]


class LostError(GovernanceError):
    """No answer came from the process that read a document."""


class Worker(Generic[T]):
    """A process that does its task with one document after another, and the document it is at.

    The `task` takes the name of a file, and goes to another process: it is a function of a module, or a part of one.
    """

    def __init__(self, task: Callable[[str], T], seconds: float = SECONDS) -> None:
        self.task, self.seconds = task, seconds
        self.file = ""
        self.until = 0.0
        self._start()

    def begin(self, file: str) -> None:
        """Hand over a document."""
        self.file, self.until = file, time.monotonic() + self.seconds
        with contextlib.suppress(OSError):  # it has ended, as `finish` will find
            self.pipe.send(file)

    def finish(self) -> T:
        """Take the answer on the document; LostError where none has come, and then there is a new process."""
        self.file = ""
        reason = f"took longer than {self.seconds:g} seconds, and was left"
        if self.pipe.poll():
            try:
                answer: T = self.pipe.recv()
            except (EOFError, OSError):
                reason = "brought the process that read it to an end: please report it, with the document if you may"
            else:
                return answer
        self.stop()
        self._start()
        raise LostError(reason)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()

    def _start(self) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(theirs, self.task), daemon=True)
        with _without_interrupts():
            self.process.start()
        theirs.close()


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let a new process begin its life deaf to Ctrl-C, which the terminal sends to every process."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: "Connection[Any, str]", task: Callable[[str], Any]) -> None:
    """Do the task with each document that is named, until the parent process has gone; it alone decides when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The command line turns it off while it loads, and a new process loads the command line.
    gc.enable()
    budget.halve()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(task(pipe.recv()))
