"""The numbers that Word shows in front of paragraphs and keeps nowhere in the words.

A paragraph names a list and a level, itself or through its style; the list names a pattern, whose levels say how
the number is written, where it starts and when it starts again. Lists of one pattern count on together.
"""

import re
from collections.abc import Mapping

import attrs
from lxml import etree

from governance.reading.intake.styles import Style, Styles, W, child, numbered, switched, value, whole

LEVELS = 9
"""How many levels Word's lists have."""
HIGHEST = 32_767
"""The highest number that Word counts to; anything above is shown as this."""
LONGEST_CHAIN = 50
"""How many lists may lend their pattern one to another."""
LONGEST_TEXT = 80
"""How many characters the text of a level is read to; Word allows about thirty."""

_BULLETS = ("-", "–", "—")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = dict(zip(["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"], (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True))  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 30


@attrs.frozen
class Level:
    """How one level of a list is numbered; `restart` is None for after any higher level, 0 for never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    overridden: bool = False


_Levels = Mapping[int, Level]
_PLAIN = Level()


class Numbering:
    """The lists of one file, counting as the paragraphs are gone through in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._names = {num: value(one, "abstractNumId") or "" for num, one in self._nums.items()}
        self._lent = {name: value(pattern, "numStyleLink") for name, pattern in self._patterns.items()}
        self._of_patterns: dict[str, _Levels] = {}
        self._lists: dict[str, tuple[str, _Levels] | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def next_mark(self, properties: etree._Element | None, style: Style) -> tuple[str, int] | None:
        """Count one paragraph, and give its mark and level; None where it is in no list."""
        num, level = numbered(properties)
        asked = ""
        if num is None:
            num, level, asked = style.num or "0", style.level if level is None else level, style.asked
        if num not in self._lists:
            self._lists[num] = self._list(num)
        known = self._lists[num]
        if known is None:
            return None
        pattern, levels = known
        if level is None:
            level = next((at for at, how in levels.items() if how.style and how.style == asked), 0)
        level = min(max(level, 0), LEVELS - 1)
        return self._counted(num, pattern, levels, level), level

    def _list(self, num: str) -> tuple[str, _Levels] | None:
        """Give the pattern of a list, and its levels with what the list itself says of them."""
        name = self._pattern(num)
        if name not in self._patterns:
            return None
        if name not in self._of_patterns:
            self._of_patterns[name] = _levels(self._patterns[name])
        levels = dict(self._of_patterns[name])
        for override in self._nums[num].iterchildren(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0)
            if at in range(LEVELS):
                if (own := child(override, "lvl")) is not None:
                    levels[at] = _level(own)
                if (start := value(override, "startOverride")) is not None:
                    levels[at] = attrs.evolve(levels.get(at, _PLAIN), start=whole(start, 1), overridden=True)
        return name, levels

    def _pattern(self, num: str) -> str:
        """Find the pattern of a list, through the list style that it may lend; "" where there is none."""
        name = self._names.get(num, "")
        for _ in range(LONGEST_CHAIN - 1):
            style = self._lent.get(name)
            if style is None:
                break
            name = self._names.get(self._styles.named(style).num or "", "")
        return name

    def _counted(self, num: str, pattern: str, levels: _Levels, level: int) -> str:
        counts = self._counts.setdefault(pattern, {})
        if num not in self._met:
            self._met.add(num)
            for at, how in levels.items():
                if how.overridden:
                    counts.pop(at, None)
        for higher in range(level):
            # A number that is only shown within a deeper one counts as given.
            counts.setdefault(higher, levels.get(higher, _PLAIN).start)
        start = levels.get(level, _PLAIN).start
        counts[level] = min(counts[level] + 1 if level in counts else start, HIGHEST)
        for deeper in [at for at in counts if at > level]:
            restart = levels.get(deeper, _PLAIN).restart
            if restart is None or level < restart:
                del counts[deeper]
        return _written(levels, counts, level)


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    children = () if root is None else root.iterchildren(f"{W}{tag}")
    return {one.get(f"{W}{key}", ""): one for one in children}


def _levels(pattern: etree._Element) -> _Levels:
    """Give the levels of a pattern that Word knows."""
    found = {whole(level.get(f"{W}ilvl"), 0): level for level in pattern.iterchildren(f"{W}lvl")}
    return {at: _level(level) for at, level in found.items() if at in range(LEVELS)}


def _level(element: etree._Element) -> Level:
    # A format that older versions of Word do not know comes twice, and the last is for them.
    formats = [found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")]
    restart = value(element, "lvlRestart")
    return Level(
        start=whole(value(element, "start"), 0),
        format=formats[-1] if formats else "decimal",
        text=(value(element, "lvlText") or "")[:LONGEST_TEXT],
        restart=None if restart is None else whole(restart, 0),
        legal=bool(switched(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )


def _written(levels: _Levels, counts: Mapping[int, int], level: int) -> str:
    here = levels.get(level, _PLAIN)
    if here.format == "bullet":
        return here.text if here.text in _BULLETS else "•"

    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        how = levels.get(at, _PLAIN)
        form = "decimal" if here.legal and how.format != "none" else how.format
        return number_words(counts.get(at, how.start), form)

    return " ".join(_PLACE.sub(place, here.text).split())


def number_words(number: int, form: str) -> str:
    """Write a number in one of Word's formats; one that instruments do not have is written in figures.

    >>> [number_words(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "decimalZero", "none")]
    ['4', 'd', 'IV', '04', '']
    """
    number = min(max(number, 0), HIGHEST)
    written = f"{number:02}" if form == "decimalZero" else "" if form == "none" else str(number)
    if form in ("lowerLetter", "upperLetter"):
        # Word counts a to z, then aa to zz.
        again, at = divmod(number - 1, len(_ALPHABET))
        written = _ALPHABET[at] * (again + 1) if again < _MOST_LETTERS else written
    elif form in ("lowerRoman", "upperRoman"):
        written = ""
        for sign, worth in _ROMAN.items():
            times, number = divmod(number, worth)
            written += sign * times
    return written.upper() if form.startswith("upper") else written
