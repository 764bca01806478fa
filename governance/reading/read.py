"""A document into what it says: the intake and the grammar, one after the other."""

from typing import TYPE_CHECKING, Final

from governance.errors import UnreadableError, file_name
from governance.files import budget
from governance.model.recognise import is_proposal
from governance.reading.evidence import Understood
from governance.reading.intake.intake import transcribe, transcribe_bytes
from governance.reading.intake.transcript import Transcript
from governance.reading.understand import understand

if TYPE_CHECKING:
    import os

MOST_PASTED: Final = 5_000_000
"""Bytes of pasted text; the intake refuses what is too long to be an instrument, and says so."""


def read(path: "str | os.PathLike[str]") -> Understood:
    """Read an instrument of government that someone else wrote, from a Word file, a PDF or a text file.

    Raises UnreadableError, with the reason and what to do, where the file cannot be read.
    """
    name = file_name(path)
    with budget.of(name):
        return understand(_no_proposal(transcribe(name)))


def read_pasted(data: bytes, *, source: str = "-") -> Understood:
    """Read an instrument from its text, as pasted from an e-mail or a web page; UnreadableError as for `read`."""
    with budget.of(source):
        return understand(_no_proposal(transcribe_bytes(data, source=source)))


def _no_proposal(transcript: Transcript) -> Transcript:
    """Give it back; UnreadableError where it holds a proposal, whose keys must not be read as words."""
    if not is_proposal("\n".join(line.words for line in transcript.lines)):
        return transcript
    raise UnreadableError(
        "It is a proposal, and not a document",
        "Give it to governance check as it is."
        if transcript.format == "text"
        else "Copy it into a text file (.toml), and give that to governance check.",
        source=transcript.source,
    )
