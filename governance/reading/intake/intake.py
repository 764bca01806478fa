"""A file that someone else made into a transcript: told by what it holds, and refused with a reason where it cannot be."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

import attrs

from governance.errors import UnreadableError
from governance.model.recognise import decoded, is_table
from governance.reading.intake.lines import (
    ALONE,
    NO_MACROS,
    RECOGNISE,
    as_line,
    at_most,
    spaced,
    unmarked,
    within_limits,
)
from governance.reading.intake.pdf import from_pdf
from governance.reading.intake.transcript import Line, Transcript, Where

MOST_BYTES = 20_000_000
"""The largest file that is read, in bytes."""

OLD_ENCODING = (
    "It is not in UTF-8, so it was read as older Windows text: check pounds signs, quotes and accents."
)

_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FEW = 0.01
_FEW_OF = 5
"""One line in so many may have words; blank lines take time, too."""
_NEW_LINES = str.maketrans({"\v": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})

_PDF_WITHIN = 1024
_BY_CONTENT: Final = (
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1[\s\S]*?" + "EncryptedPackage".encode("utf-16-le")),
        "It is protected by a password",
        "Open it with the password, save it without one and give that.",
    ),
    (
        re.compile(rb"[\xef\xbb\xbf \t\r\n]*<(?:\?xml|!doctype|html)", re.IGNORECASE),
        "It is a web page or XML",
        "Copy its words into a .txt file and give that.",
    ),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM[^\0]{0,1021}\0"), "It is a picture", RECOGNISE),
)
"""What is known by its first bytes and not read, why, and what to do."""
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
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_TEXT, _PROPOSALS = ("", ".txt", ".text", ".md"), (".toml", ".json")
_EXPECTED = {".docx": "word", ".dotx": "word", ".pdf": "pdf", ".txt": "text"}
_CHECK_IT = "Give it to governance check as it is."
_OPENS = "Give a .docx or .pdf file that opens in its own program, or its words in a .txt file."
_CALLED = {"word": "a Word document", "pdf": "a PDF", "text": "plain text"}


def transcribe(path: str | os.PathLike[str]) -> Transcript:
    """Read a .docx, .dotx, .pdf or .txt file; UnreadableError says why it cannot be read and what to do.

    What the file holds decides how it is read; a name that says something else is noted.
    """
    source = os.fspath(path)
    try:
        if Path(path).is_dir():
            raise UnreadableError("It is a folder", "Give one file.", source=source)
        with Path(path).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        wrong = f"It cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UnreadableError(wrong, "Check the name, and that you may open it.", source=source) from None
    return transcribe_bytes(data, source=source)


def transcribe_bytes(data: bytes, *, source: str) -> Transcript:
    """Read what a file holds; `source` is its name, for messages and to compare with what it turns out to be."""
    try:
        return _read(data, source)
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=source) from None


def transcribe_text(text: str, *, source: str = "text") -> Transcript:
    """Read pasted text; UnreadableError where it holds no words or is far too long."""
    return transcribe_bytes(text.encode(errors="replace"), source=source)


def _read(data: bytes, source: str) -> Transcript:
    extension = PurePath(source).suffix.lower()
    office = next((one for one in _BY_OFFICE if one[0].match(data)), None)
    word, pdf = data.startswith(_ZIPS), b"%PDF-" in data[:_PDF_WITHIN]
    named = "" if office or word or pdf else extension
    expected = _CALLED.get(_EXPECTED.get(extension, ""), f"a {extension} file")
    unlike = f"Its name says that it is {expected}, and it is not one that can be read"
    for refused, wrong, remedy in (
        (len(data) > MOST_BYTES, f"It is larger than {MOST_BYTES // 1_000_000} MB", ALONE),
        (not data.strip(), "It is empty", "Check that it is the right file, and that it was saved whole."),
        (extension in (".docm", ".dotm"), f"It is a {extension} file, which may hold macros", NO_MACROS),
        (is_table(source), "It is a table, and no document", "Give a table of boards to governance check."),
        *((kind.match(data), wrong, remedy) for kind, wrong, remedy in _BY_CONTENT),
        (named in _PROPOSALS, f"It is a {extension} file: a proposal, and not a document", _CHECK_IT),
        (named not in _TEXT, unlike, _OPENS),
    ):
        if refused:
            raise UnreadableError(wrong, remedy)
    if office:
        from governance.files.office import as_word  # noqa: PLC0415 - only for such files

        _, suffix, called = office
        read = _read(as_word(data, suffix, called=called), f"{PurePath(source).stem}.docx")
        note = f"It is {called}: LibreOffice turned it into a Word file, and that was read."
        return attrs.evolve(read, source=source, notes=(note, *read.notes))
    if word:
        from governance.reading.intake.word import from_archive  # noqa: PLC0415 - lxml is for Word files alone

        read = from_archive(data, source)
    else:
        read = from_pdf(data, source) if pdf else _from_text(data, source)
    if _EXPECTED.get(extension, read.format) == read.format:
        return read
    note = f"Its name ends in {extension}, but it is {_CALLED[read.format]}, and was read as one."
    return attrs.evolve(read, notes=(*read.notes, note))


def _from_text(data: bytes, source: str) -> Transcript:
    """Read a text file in UTF-8, in UTF-16 with its mark in front, or in the older Windows encoding, line by line."""
    notes: tuple[str, ...] = ()
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        # A few bytes stand for nothing in the older encoding.
        text, notes = data.decode("cp1252", errors="replace"), (OLD_ENCODING,)
    if "\x00" in text or len(_UNPRINTED.findall(text)) > _FEW * len(text):
        raise UnreadableError("It is not text", "Give a .docx, .pdf or .txt file.")
    at_most(len(text) // 2)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NEW_LINES)
    at_most(lines=(text.count("\n") + text.count("\f")) // _FEW_OF)
    return Transcript(source, "text", within_limits(_lines(unmarked(text))), notes)


def _lines(text: str) -> Iterator[Line | None]:
    """Read lines, which count from 1 throughout; a form feed starts a page."""
    pages = [page.split("\n") for page in text.split("\f")]
    number = 0
    for page, lines in enumerate(pages, start=1):
        apart = True
        for raw in lines:
            number += 1
            words, depth = spaced(raw)
            where = Where(page=page if len(pages) > 1 else None, line=number)
            line = as_line(words, where, depth=depth, apart=apart)
            apart = line is None
            yield line
