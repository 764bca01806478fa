"""Plain text, typed or pasted, into lines."""

import codecs
import re
from collections.abc import Iterator

from governance.errors import UnreadableError
from governance.reading.intake.lines import (
    MOST_CHARACTERS,
    MOST_LINES,
    as_line,
    spaced,
    too_long,
    within_limits,
)
from governance.reading.intake.transcript import Line, Transcript, Where

OLD_ENCODING = (
    "It is not in UTF-8, so it was read as older Windows text: check pounds signs, quotes and accents."
)

_WIDE_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FEW = 0.01
_FEW_OF = 5
"""One line in so many may have words; blank lines take time, too."""
_NEW_LINES = str.maketrans({"\v": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def from_text(text: str, source: str, *, notes: tuple[str, ...] = ()) -> Transcript:
    """Read text as it is; a form feed starts a page, and lines count from 1 throughout."""
    if len(text) > 2 * MOST_CHARACTERS:
        raise UnreadableError(
            f"It is longer than {MOST_CHARACTERS:,} characters, as no instrument is",
            "Give the instrument alone.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NEW_LINES)
    if text.count("\n") + text.count("\f") > _FEW_OF * MOST_LINES:
        raise too_long()
    return Transcript(source, "text", within_limits(_lines(text)), notes)


def from_bytes(data: bytes, source: str) -> Transcript:
    """Read a text file in UTF-8, in UTF-16 with its mark in front, or in the older Windows encoding."""
    text, notes = _decoded(data)
    if "\x00" in text or len(_CONTROLS.findall(text)) > _FEW * len(text):
        raise UnreadableError("It is not text", "Give a .docx, .pdf or .txt file.")
    return from_text(text, source, notes=notes)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    marked = next((name for mark, name in _WIDE_MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked), ()
    except UnicodeDecodeError:
        # A few bytes stand for nothing in the older encoding.
        return data.decode("cp1252", errors="replace"), (OLD_ENCODING,)


def _lines(text: str) -> Iterator[Line | None]:
    pages = text.split("\f")
    number = 0
    for page, content in enumerate(pages, start=1):
        apart = True
        for raw in content.split("\n"):
            number += 1
            where = Where(page=page if len(pages) > 1 else None, line=number)
            words, depth = spaced(raw)
            line = as_line(words, where, depth=depth, apart=apart)
            apart = line is None
            yield line
