"""The numbers that Word shows in front of paragraphs and keeps nowhere in the words.

A paragraph names a list and a level, itself or through its style; the list names a pattern, whose levels say how
the number is written, where it starts and when it starts again. Lists of one pattern count on together.
"""

import re
from collections.abc import Mapping

import attrs
from lxml import etree

from governance.reading.intake.styles import Style, Styles, W, child, value, whole

LEVELS = 9
HIGHEST = 32_767
"""How many levels Word's lists have, and the highest number that it counts to; anything above is shown as this."""
LONGEST_CHAIN = 50
LONGEST_TEXT = 80
"""How many lists may lend their pattern one to another, and how many characters the text of a level is read to."""

_BULLETS = ("-", "–", "—")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = dict(zip(["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"], (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True))  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 30


@attrs.frozen
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    style: str = ""


_Levels = Mapping[int, Level]
_PLAIN = Level()


class Lists:
    """The lists of a file and their patterns by their ids, the same for all files that have the same."""

    def __init__(self, root: etree._Element | None) -> None:
        self.patterns = _by_id(root, "abstractNum", "abstractNumId")
        self.nums = _by_id(root, "num", "numId")
        self._levels: dict[str, _Levels] = {}

    def levels(self, name: str) -> _Levels:
        """Give the levels of a pattern; it is looked into once."""
        if name not in self._levels:
            found = {
                whole(one.get(f"{W}ilvl"), 0): one for one in self.patterns[name].iterchildren(f"{W}lvl")
            }
            self._levels[name] = {at: _level(one) for at, one in found.items() if at in range(LEVELS)}
        return self._levels[name]


class Numbering:
    """The lists of one file, counting as the paragraphs are gone through in order."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self._styles, self._told = styles, lists
        self._lists: dict[str, tuple[list[int], _Levels] | None] = {}
        self._counts: dict[str, list[int]] = {}

    def next_mark(self, style: Style) -> tuple[str, int] | None:
        """Count one paragraph, and give its mark and level; None where it is in no list."""
        num = style.num or "0"
        if num not in self._lists:
            self._lists[num] = self._begun(num)
        known = self._lists[num]
        if known is None:
            return None
        counts, levels = known
        level = style.level
        if level is None:
            level = next((at for at, how in levels.items() if how.style and how.style == style.asked), 0)
        level = min(max(level, 0), LEVELS - 1)
        return _counted(counts, levels, level), level

    def _begun(self, num: str) -> tuple[list[int], _Levels] | None:
        """Give the counts of a list's pattern, and its levels with what the list itself says of them."""
        name = self._pattern(num)
        if name not in self._told.patterns:
            return None
        levels = dict(self._told.levels(name))
        counts = self._counts.setdefault(name, [])
        for override in self._told.nums[num].iterchildren(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0)
            if at in range(LEVELS):
                if (own := child(override, "lvl")) is not None:
                    levels[at] = _level(own)
                if (start := value(override, "startOverride")) is not None:
                    levels[at] = attrs.evolve(levels.get(at, _PLAIN), start=whole(start, 1))
                    del counts[at:]
        return counts, levels

    def _pattern(self, num: str | None) -> str:
        """Find the pattern of a list, through the list styles that lend it; "" where there is none."""
        for _ in range(LONGEST_CHAIN):
            name = value(self._told.nums.get(num or ""), "abstractNumId") or ""
            style = value(self._told.patterns.get(name), "numStyleLink")
            if style is None:
                return name
            num = self._styles.named(style).num
        return ""


def _counted(counts: list[int], levels: _Levels, level: int) -> str:
    """Count a paragraph of this level, which starts the deeper ones afresh, and write its mark."""
    starts = [levels.get(at, _PLAIN).start for at in range(level + 1)]
    number = min(counts[level] + 1 if level < len(counts) else starts[level], HIGHEST)
    # A number that is only shown within a deeper one counts as given.
    counts[:] = [*counts[:level], *starts[len(counts) : level], number]
    here = levels.get(level, _PLAIN)
    if here.format == "bullet":
        return here.text if here.text in _BULLETS else "•"

    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        how = levels.get(at, _PLAIN)
        return number_words(counts[at] if at <= level else how.start, how.format)

    return " ".join(_PLACE.sub(place, here.text).split())


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    children = () if root is None else root.iterchildren(f"{W}{tag}")
    return {one.get(f"{W}{key}", ""): one for one in children}


def _level(element: etree._Element) -> Level:
    # A format that older versions of Word do not know comes twice, and the last is for them.
    formats = [found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")]
    return Level(
        start=whole(value(element, "start"), 0),
        format=formats[-1] if formats else "decimal",
        text=(value(element, "lvlText") or "")[:LONGEST_TEXT],
        style=value(element, "pStyle") or "",
    )


def number_words(number: int, form: str) -> str:
    """Write a number in one of Word's formats; one that instruments do not have is written in figures.

    >>> [number_words(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero", "none")]
    ['4', 'd', 'IV', '04', '']
    """
    number = min(max(number, 0), HIGHEST)
    again, at = divmod(number - 1, len(_ALPHABET))
    match form.removeprefix("lower").removeprefix("upper"):
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "Letter" if again < _MOST_LETTERS:
            # Word counts a to z, then aa to zz.
            written = _ALPHABET[at] * (again + 1)
        case "Roman":
            written = ""
            for sign, worth in _ROMAN.items():
                times, number = divmod(number, worth)
                written += sign * times
        case _:
            return str(number)
    return written.upper() if form.startswith("upper") else written
