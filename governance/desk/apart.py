"""A document that somebody uploads, read in a process of its own with limits of time and memory, as the audit reads.

What it says comes back as plain values. Its file is there only while it is read, under a name of our own.
"""

import datetime
import os
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs

from governance.errors import CannotTellError, GovernanceError, ProposalError, UnreadableError
from governance.files import budget

if TYPE_CHECKING:
    from governance.audit.workers import Worker
    from governance.reading.evidence import Understood

T = TypeVar("T")

_ENDINGS: Final = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".text", ".md")
"""The ends of a name that a document may have; of any other name nothing is kept."""


@attrs.frozen
class Read:
    """What a document says: what `governance read --json` gives, its proposal, and how it is put to the law.

    `data` are the tables of the proposal. `put` are tables, too, in the labels that the law of its day knows; of each category
    that it may be where the document says none. `on` is the day to ask about and `dated` why, or `untold` why there is none.
    """

    answer: dict[str, Any]
    data: dict[str, Any]
    put: tuple[dict[str, Any], ...] = ()
    on: str | None = None
    dated: str = ""
    untold: str = ""
    by_category: bool = False
    federated: bool = False


def read_apart(data: bytes, name: str, *, source: str) -> Read:
    """Read a document; UnreadableError where it cannot be read.

    `name` is what it was called, and `source` what it is called in the answer.
    """
    ending = PurePath(name).suffix.lower()
    handle, path = tempfile.mkstemp(prefix="governance-", suffix=ending if ending in _ENDINGS else "")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        found = _reader.read(path, source=source)
    finally:
        Path(path).unlink(missing_ok=True)
    if isinstance(found, Read):
        return attrs.evolve(found, answer={**found.answer, "source": source})
    raise UnreadableError(*found, source=source)


def read_here(path: str) -> Read | tuple[str, str]:
    """Read a file in this process; where that cannot be done, what is wrong and what to do."""
    from governance.reading.read import read  # noqa: PLC0415 - only the process that reads needs it

    try:
        with budget.of("the document", anew=True):
            return _put(read(path))
    except UnreadableError as error:
        return error.wrong, error.remedy
    except GovernanceError as error:
        return str(error).replace(path, "the document"), ""
    except Exception as error:  # noqa: BLE001 - a hostile document never ends the process
        return (
            f"Reading it failed with {type(error).__name__}",
            "Please report it, with the document if you may.",
        )


def _put(understood: "Understood") -> Read:
    from governance.reading.as_json import as_json, plain  # noqa: PLC0415 - only the process that reads needs them
    from governance.reading.beside import (  # noqa: PLC0415
        as_labelled,
        day_put,
        each_kind,
        speaks_of_a_federation,
    )

    read = Read(as_json(understood), plain(understood.data))
    several = tuple(each_kind(understood))
    try:
        kinds = several or (understood,)
        today = datetime.date.today()  # noqa: DTZ011 - the day where the reader is
        day, dated = day_put(kinds[0], kinds[0].proposal(), None, today=today)
    except CannotTellError as error:
        return attrs.evolve(read, untold=str(error))
    except ProposalError:  # what is missing is said by the answer
        return read
    return attrs.evolve(
        read,
        put=tuple(plain(as_labelled(one, day).data) for one in kinds),
        on=day.isoformat() if day else None,
        dated=dated,
        by_category=bool(several),
        federated=bool(several) and speaks_of_a_federation(understood),
    )


class Apart(Generic[T]):
    """One process that does a task, started when there is something to do; one file after the other."""

    def __init__(self, task: Callable[[str], T]) -> None:
        self._task = task
        self._lock = threading.Lock()
        self._worker: Worker[T] | None = None

    def read(self, path: str, *, source: str = "") -> T:
        """Do the task; UnreadableError where the process ended, or took too long."""
        from governance.audit.workers import LostError, Worker  # noqa: PLC0415 - the audit is slow to load, and pages need none

        with self._lock:
            self._worker = worker = self._worker or Worker(self._task)
            worker.begin(path)
            wait([worker.pipe], timeout=max(0.0, worker.until - time.monotonic()))
            try:
                return worker.finish()
            except LostError as error:
                raise UnreadableError(f"It {error}", "", source=source) from None

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._worker:
                self._worker.stop()
            self._worker = None


_reader: Final = Apart(read_here)
close = _reader.close
