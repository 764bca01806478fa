"""The facts of a file of ours, which stand in content controls, each with its key in a proposal file.

A key that no proposal has is no fact of ours, and its control is left as it is. So is one inside another, and so are all
where there are more than any instrument has.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs
from lxml import etree

from governance.files.controls import title
from governance.reading.intake.styles import child, value
from governance.reading.intake.transcript import APPENDIX, Control, Line, known

MOST_CONTROLS: Final = 1_000
"""The most controls that are looked at; an instrument of ours has some fifty."""

_LONGEST_TITLE: Final = 100
_ONE_LINE: Final = str.maketrans("\n\t", "  ")
# Private signs, which are left out of the words of a document.
_FIRST: Final = 0xF0000
_END: Final = "\U000ffffd"
OURS: Final = re.compile("[\U000f0000-\U000ffffd]")
"""The signs that mark in a line where a fact begins and ends."""

_HELD: Final = re.compile(f"([\U000f0000-\U000ffffc])[^{_END}]*{_END}")


class Fact(NamedTuple):
    """A fact as it is read: its key, the title of its control, and what stands in it."""

    key: str
    title: str
    text: str


def marked(text: str, number: int) -> str:
    """Put the signs around the words of a fact; `number` is its place among the facts."""
    return f"{chr(_FIRST + number)}{text.translate(_ONE_LINE)}{_END}"


def told(control: etree._Element) -> tuple[str, str] | None:
    """Give the key and the title of the fact that a control is for; None where it is not ours."""
    properties = child(control, "sdtPr")
    alias = value(properties, "alias") or ""
    names = [one for one in (value(properties, "tag") or "", alias) if len(one) <= _LONGEST_TITLE]
    key = next((key for key in (one.split(" ", 1)[0] for one in names) if key == APPENDIX or known(key)), "")
    return (key, alias) if key and child(control, "sdtContent") is not None else None


def unmarked(lines: Iterable[Line], facts: Sequence[Fact]) -> tuple[tuple[Line, ...], tuple[Control, ...]]:
    """Take the signs out of the lines, and give the facts with their places.

    A line is held where the words around each fact in it are those that we wrote.
    """
    plain: list[Line] = []
    controls: list[Control] = []
    ours = facts if len(facts) <= MOST_CONTROLS else ()
    for line in lines:
        held = [ours[ord(sign) - _FIRST] for sign in _HELD.findall(line.words)] if ours else []
        around = _HELD.sub(lambda found: f" {ours[ord(found[1]) - _FIRST].key} ", line.words) if held else ""
        own = [Control(key, text, line.where, title(key, around) == said) for key, said, text in held]
        controls += own
        if facts and OURS.search(line.words):
            words, *cells = (OURS.sub("", text).strip() for text in (line.words, *line.cells))
            kept = bool(own) and all(one.kept for one in own)
            line = attrs.evolve(line, words=words, cells=tuple(cells), held=kept)  # noqa: PLW2901 - its words
        plain.append(line)
    return tuple(plain), tuple(controls)
