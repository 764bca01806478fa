"""The facts of a file of ours, which stand in content controls, each with its key in a proposal file.

A key that no proposal has is no fact of ours, and its control is left as it is. So is one inside another, and so are all
where there are more than any instrument has.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

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


@attrs.define
class Fact:
    """A fact as it is read: its key, the title of its control, and what stands in it."""

    key: str
    title: str
    text: str = ""

    def marked(self, number: int) -> str:
        """Give its words with the signs around them; `number` is its place among the facts."""
        return f"{chr(_FIRST + number)}{self.text.translate(_ONE_LINE)}{_END}"


def fact_in(control: etree._Element) -> Fact | None:
    """Give the fact that a control is for; None where it is not ours."""
    properties = child(control, "sdtPr")
    said = value(properties, "alias") or ""
    for name in (value(properties, "tag") or "", said):
        key = name.split(" ", 1)[0] if len(name) <= _LONGEST_TITLE else ""
        if key == APPENDIX or known(key):
            return None if child(control, "sdtContent") is None else Fact(key, said)
    return None


def unmarked(lines: Iterable[Line], facts: list[Fact]) -> tuple[tuple[Line, ...], tuple[Control, ...]]:
    """Take the signs out of the lines, and give the facts with their places.

    A line is held where the words around each fact in it are those that we wrote.
    """
    if len(facts) > MOST_CONTROLS:
        facts = []
    plain: list[Line] = []
    controls: list[Control] = []
    for line in lines:
        if not OURS.search(line.words):
            plain.append(line)
            continue
        own = list(_in(line, facts))
        controls += own
        held = bool(own) and all(one.kept for one in own)
        words, *cells = (OURS.sub("", text).strip() for text in (line.words, *line.cells))
        plain.append(attrs.evolve(line, words=words, cells=tuple(cells), held=held))
    return tuple(plain), tuple(controls)


def _in(line: Line, facts: list[Fact]) -> Iterator[Control]:
    held = [
        facts[number] for sign in _HELD.findall(line.words) if (number := ord(sign) - _FIRST) < len(facts)
    ]
    around = _HELD.sub(lambda found: f" {facts[ord(found[1]) - _FIRST].key} ", line.words) if held else ""
    for fact in held:
        yield Control(fact.key, fact.text, line.where, kept=title(fact.key, around) == fact.title)
