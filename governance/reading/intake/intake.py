"""A file that someone else made into a transcript: told by what it holds, and refused with a reason where it cannot be."""

import os
import re
from pathlib import Path, PurePath
from typing import Final

import attrs

from governance.errors import UnreadableError
from governance.model.recognise import is_table
from governance.reading.intake.pdf import RECOGNISE, from_pdf
from governance.reading.intake.text import from_bytes, from_text
from governance.reading.intake.transcript import Transcript

MOST_BYTES = 20_000_000
"""The largest file that is read, in bytes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
_BY_OFFICE: Final = (
    (re.compile(rb"\xd0\xcf\x11\xe0"), ".doc", "an older Office file, such as .doc"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf", re.IGNORECASE), ".rtf", "a rich text file (.rtf)"),
    (
        re.compile(rb"PK[\s\S]{28}mimetypeapplication/vnd\.oasis\.opendocument\.text"),
        ".odt",
        "an OpenDocument text (.odt)",
    ),
)
"""What LibreOffice has to turn into a Word file first: how it is known, the end of its name, and what it is called."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_MACROS = (".docm", ".dotm")
_WITHOUT_MACROS = "Save it in Word as .docx, which has none, and give that."
_TEXT = ("", ".txt", ".text", ".md")
_EXPECTED = {".docx": "word", ".dotx": "word", ".pdf": "pdf", ".txt": "text"}
_PROPOSALS = (".toml", ".json")
_CALLED = {"word": "a Word document", "pdf": "a PDF", "text": "plain text"}


def transcribe(path: str | os.PathLike[str]) -> Transcript:
    """Read a .docx, .dotx, .pdf or .txt file; UnreadableError says why it cannot be read and what to do.

    What the file holds decides how it is read; a name that says something else is noted.
    """
    file = Path(path)
    source = os.fspath(path)
    try:
        if file.is_dir():
            raise UnreadableError("It is a folder", "Give one file.", source=source)
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(
            f"It cannot be read: {reason}", "Check the name, and that you may open it.", source=source
        ) from None
    return transcribe_bytes(data, source=source)


def transcribe_bytes(data: bytes, *, source: str) -> Transcript:
    """Read what a file holds; `source` is its name, for messages and to compare with what it turns out to be."""
    try:
        return _read(data, source)
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=source) from None


def transcribe_text(text: str, *, source: str = "text") -> Transcript:
    """Read pasted text; UnreadableError where it holds no words or is far too long."""
    try:
        return from_text(text, source)
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=source) from None


def _read(data: bytes, source: str) -> Transcript:
    extension = PurePath(source).suffix.lower()
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            f"It is larger than {MOST_BYTES // 1_000_000} MB",
            "Save the instrument alone as a file of its own.",
        )
    if not data.strip():
        raise UnreadableError("It is empty", "Check that it is the right file, and that it was saved whole.")
    if extension in _MACROS:
        raise UnreadableError(f"It is a {extension} file, which may hold macros", _WITHOUT_MACROS)
    if is_table(source):
        raise UnreadableError("It is a table, and no document", "Give a table of boards to governance check.")
    _refuse_by_content(data)
    for kind, suffix, called in _BY_OFFICE:
        if kind.match(data):
            from governance.files.office import as_word  # noqa: PLC0415 - only for such files

            read = _read(as_word(data, suffix, called=called), f"{PurePath(source).stem}.docx")
            note = f"It is {called}: LibreOffice turned it into a Word file, and that was read."
            return attrs.evolve(read, source=source, notes=(note, *read.notes))
    if data.startswith(_ZIPS):
        from governance.reading.intake.word import from_archive  # noqa: PLC0415 - lxml is for Word files alone

        return _noted(from_archive(data, source), extension)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return _noted(from_pdf(data, source), extension)
    if extension in _PROPOSALS:
        raise UnreadableError(
            f"It is a {extension} file: a proposal, and not a document",
            "Give it to governance check as it is.",
        )
    if extension not in _TEXT:
        expected = _CALLED.get(_EXPECTED.get(extension, ""), f"a {extension} file")
        raise UnreadableError(
            f"Its name says that it is {expected}, and it is not one that can be read",
            "Give a .docx or .pdf file that opens in its own program, or its words in a .txt file.",
        )
    return from_bytes(data, source)


def _refuse_by_content(data: bytes) -> None:
    """Refuse what is known by its first bytes and not read."""
    start = data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLE) and _ENCRYPTED_PACKAGE in data:
        raise UnreadableError(
            "It is protected by a password",
            "Open it with the password, save it without one and give that.",
        )
    if start.startswith((b"<?xml", b"<!doctype", b"<html")):
        raise UnreadableError("It is a web page or XML", "Copy its words into a .txt file and give that.")
    if data.startswith(_PICTURES) or (data.startswith(b"BM") and b"\0" in data[:_PDF_WITHIN]):
        raise UnreadableError("It is a picture", RECOGNISE)


def _noted(transcript: Transcript, extension: str) -> Transcript:
    """Add a note where the name of the file says that it is something else."""
    expected = _EXPECTED.get(extension)
    if expected in (None, transcript.format):
        return transcript
    note = f"Its name ends in {extension}, but it is {_CALLED[transcript.format]}, and was read as one."
    return attrs.evolve(transcript, notes=(*transcript.notes, note))
