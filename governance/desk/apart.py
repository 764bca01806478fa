"""A document that somebody uploads, read in a process of its own with limits of time and memory, as the audit reads.

What it says comes back as plain values. Its file is there only while it is read, under a name of our own.
"""

import os
import tempfile
import threading
import time
from multiprocessing.connection import wait
from pathlib import Path, PurePath
from typing import Any, Final

import attrs

from governance.audit.workers import LostError, Worker
from governance.errors import GovernanceError, UnreadableError
from governance.files import budget

_ENDINGS: Final = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".text", ".md")
"""The ends of a name that a document may have; of any other name nothing is kept."""


@attrs.frozen
class Read:
    """What `governance read --json` says of a document, and the tables of the proposal that it makes.

    `settled` tells that a check needs nothing else.
    """

    answer: dict[str, Any]
    data: dict[str, Any]
    settled: bool


def read_apart(data: bytes, name: str, *, source: str) -> Read:
    """Read a document; UnreadableError where it cannot be read. `name` is what it was called, and `source` what it is called in the answer."""
    ending = PurePath(name).suffix.lower()
    handle, path = tempfile.mkstemp(prefix="governance-", suffix=ending if ending in _ENDINGS else "")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        found = _reader.read(path)
    except LostError as error:
        raise UnreadableError(f"It {error}", "", source=source) from None
    finally:
        Path(path).unlink(missing_ok=True)
    if isinstance(found, Read):
        return attrs.evolve(found, answer={**found.answer, "source": source})
    raise UnreadableError(*found, source=source)


def read_here(path: str) -> Read | tuple[str, str]:
    """Read a file in this process; where that cannot be done, what is wrong and what to do."""
    from governance.reading.as_json import as_json, plain  # noqa: PLC0415 - only the process that reads needs them
    from governance.reading.needs import settled  # noqa: PLC0415
    from governance.reading.read import read  # noqa: PLC0415

    try:
        with budget.of("the document", anew=True):
            understood = read(path)
            return Read(as_json(understood), plain(understood.data), settled(understood))
    except UnreadableError as error:
        return error.wrong, error.remedy
    except GovernanceError as error:
        return str(error).replace(path, "the document"), ""
    except Exception as error:  # noqa: BLE001 - a hostile document never ends the process
        return (
            f"Reading it failed with {type(error).__name__}",
            "Please report it, with the document if you may.",
        )


class _Reader:
    """The one process that reads, started when there is something to read; one document after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker[Read | tuple[str, str]] | None = None

    def read(self, path: str) -> Read | tuple[str, str]:
        with self._lock:
            self._worker = worker = self._worker or Worker(read_here)
            worker.begin(path)
            wait([worker.pipe], timeout=max(0.0, worker.until - time.monotonic()))
            return worker.finish()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._worker:
                self._worker.stop()
            self._worker = None


_reader: Final = _Reader()
close = _reader.close
