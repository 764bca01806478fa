"""A document into what it says: the intake and the grammar, one after the other."""

import os
from typing import Final

from governance import budget
from governance.documents.reader.intake import transcribe, transcribe_bytes
from governance.documents.reader.understand import understand
from governance.documents.reader.understood import Understood

MOST_PASTED: Final = 5_000_000
"""Bytes of pasted text; the intake refuses what is too long to be an instrument, and says so."""


def read(path: "str | os.PathLike[str]") -> Understood:
    """Read an instrument of government that someone else wrote, from a Word file, a PDF or a text file.

    Raises UnreadableError, with the reason and what to do, where the file cannot be read.
    """
    with budget.of(os.fspath(path)):
        return understand(transcribe(path))


def read_pasted(data: bytes, *, source: str = "-") -> Understood:
    """Read an instrument from its text, as pasted from an e-mail or a web page; UnreadableError as for `read`."""
    with budget.of(source):
        return understand(transcribe_bytes(data, source=source))
