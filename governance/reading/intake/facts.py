"""The facts of a file of ours, which stand in content controls, each with its key in a proposal file.

A key that no proposal has is no fact of ours, and its control is left as it is. So is one inside another, and so are all
where there are more than any instrument has.
"""

import re
from typing import Final

import attrs
from lxml import etree

from governance.files.controls import title
from governance.reading.intake.styles import W, child, told
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


class Facts:
    """The facts of one file, each with its key, the title of its control and what stands in it."""

    def __init__(self) -> None:
        self._facts: list[tuple[str, str, str]] = []

    def about(self, control: etree._Element) -> tuple[str, str] | None:
        """Give the key and the title of the fact that an element is for; None where it is not ours, or one too many."""
        many = len(self._facts) > MOST_CONTROLS
        if control.tag != f"{W}sdt" or many or child(control, "sdtContent") is None:
            return None
        properties = told(child(control, "sdtPr"))
        names = (properties.get(name, "") for name in ("tag", "alias"))
        keys = (name.split(" ", 1)[0] for name in names if len(name) <= _LONGEST_TITLE)
        key = next((key for key in keys if key == APPENDIX or known(key)), None)
        return (key, properties.get("alias", "")) if key else None

    def marked(self, about: tuple[str, str], text: str) -> str:
        """Put the signs around the words of a fact."""
        self._facts.append((*about, text.strip()))
        return f"{chr(_FIRST + len(self._facts) - 1)}{text.strip().translate(_ONE_LINE)}{_END}"

    def taken(self, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Control, ...]]:
        """Take the signs out of the lines, and give the facts with their places.

        A line is held where the words around each fact in it are those that we wrote.
        """
        if not self._facts:
            return lines, ()
        few = len(self._facts) <= MOST_CONTROLS
        plain, controls = [], list[Control]()
        for line in lines:
            parts = _HELD.split(line.words) if few else [line.words]
            facts = [self._facts[ord(sign) - _FIRST] for sign in parts[1::2]]
            parts[1::2] = [f" {key} " for key, _, _ in facts]
            around = "".join(parts)
            own = [Control(key, text, line.where, title(key, around) == said) for key, said, text in facts]
            controls += own
            words, *cells = (OURS.sub("", text).strip() for text in (line.words, *line.cells))
            kept = bool(own) and all(one.kept for one in own)
            plain.append(attrs.evolve(line, words=words, cells=tuple(cells), held=kept))
        return tuple(plain), tuple(controls)
