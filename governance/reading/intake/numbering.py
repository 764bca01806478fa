"""The numbers that Word shows in front of paragraphs and keeps nowhere in the words.

A paragraph names a list and a level, itself or through its style; the list names a pattern, whose levels say how
the number is written, where it starts and when it starts again. Lists of one pattern count on together.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs
from lxml import etree

from governance.reading.intake.styles import Style, Styles, W, numbered, switched, value, whole

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
# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)
# fmt: on
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 30
_TEENS = range(10, 20)


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


@attrs.frozen
class _List:
    pattern: str
    levels: Mapping[int, Level]


class Numbering:
    """The lists of one file, counting as the paragraphs are gone through in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns = _by_id(root, "abstractNum", "abstractNumId")
        self._lent = {name: value(pattern, "numStyleLink") for name, pattern in self._patterns.items()}
        self._nums = _by_id(root, "num", "numId")
        self._lists: dict[str, _List | None] = {}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._links: dict[str, tuple[str, str | None]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def next_mark(self, properties: etree._Element | None, style: Style) -> tuple[str, int] | None:
        """Count one paragraph, and give its mark and level; None where it is in no list."""
        num, level, asked = self._asked(properties, style)
        if num not in self._lists:
            self._lists[num] = self._list(num)
        known = self._lists[num]
        if known is None:
            return None
        if level is None:
            level = next((at for at, how in known.levels.items() if how.style and how.style == asked), 0)
        level = min(max(level, 0), LEVELS - 1)
        return self._counted(num, known, level), level

    @staticmethod
    def _asked(properties: etree._Element | None, style: Style) -> tuple[str, int | None, str]:
        """Find which list a paragraph asks for, at which level, and the style that asked."""
        num, level = numbered(properties)
        if num is not None:
            return num, level, ""
        return style.num or "0", style.level if level is None else level, style.asked

    def _list(self, num: str) -> _List | None:
        name = self._pattern(num)
        if name not in self._patterns:
            return None
        element = self._nums[num]
        if name not in self._levels:
            pattern = self._patterns[name]
            self._levels[name] = MappingProxyType({at: _level(level) for at, level in _levels(pattern)})
        own: dict[int, Level] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            at = whole(override.get(f"{W}ilvl"), 0)
            if at not in range(LEVELS):
                continue
            for level in override.iterchildren(f"{W}lvl"):
                own[at] = _level(level)
            start = value(override, "startOverride")
            if start is not None:
                how = own.get(at) or self._levels[name].get(at, Level())
                own[at] = attrs.evolve(how, start=whole(start, 1), overridden=True)
        levels = self._levels[name]
        return _List(name, MappingProxyType({**levels, **own}) if own else levels)

    def _pattern(self, num: str) -> str:
        """Find the pattern of a list, through the list style that it may lend; "" where there is none."""
        name = ""
        for _ in range(LONGEST_CHAIN):
            if num not in self._nums:
                return ""
            if num not in self._links:
                self._links[num] = self._link(self._nums[num])
            name, lent = self._links[num]
            if lent is None:
                break
            num = lent
        return name

    def _link(self, num: etree._Element) -> tuple[str, str | None]:
        """Give the pattern that a list names, and the list that this one takes its own from, if it does."""
        name = value(num, "abstractNumId") or ""
        lent = self._lent.get(name)
        if lent is None:
            return name, None
        style = self._styles.by_id.get(lent)
        asked, _ = numbered(None if style is None else style.find(f"{W}pPr"))
        return name, asked or ""

    def _counted(self, num: str, known: _List, level: int) -> str:
        counts = self._counts.setdefault(known.pattern, {})
        levels = known.levels
        if num not in self._met:
            self._met.add(num)
            for at, how in levels.items():
                if how.overridden:
                    counts.pop(at, None)
        for higher in range(level):
            # A number that is only shown within a deeper one counts as given.
            counts.setdefault(higher, levels.get(higher, Level()).start)
        here = levels.get(level, Level())
        counts[level] = min(counts[level] + 1 if level in counts else here.start, HIGHEST)
        for deeper in [at for at in counts if at > level]:
            restart = levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                del counts[deeper]
        return _written(levels, counts, level)


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    children = () if root is None else root.iterchildren(f"{W}{tag}")
    return {child.get(f"{W}{key}", ""): child for child in children}


def _levels(parent: etree._Element) -> Iterable[tuple[int, etree._Element]]:
    """Give the levels of a pattern that Word knows."""
    found = ((whole(level.get(f"{W}ilvl"), 0), level) for level in parent.iterchildren(f"{W}lvl"))
    return {at: level for at, level in found if at in range(LEVELS)}.items()


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


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    here = levels.get(level, Level())
    if here.format == "bullet":
        return here.text if here.text in _BULLETS else "•"

    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        how = levels.get(at, Level())
        number = counts.get(at, how.start)
        return number_words(number, "decimal" if here.legal and how.format != "none" else how.format)

    return " ".join(_PLACE.sub(place, here.text).split())


def number_words(number: int, form: str) -> str:
    """Write a number in one of Word's formats; one that is not known is written in figures.

    >>> [number_words(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "ordinal", "cardinalText")]
    ['4', 'd', 'IV', '4th', 'Four']
    """
    number = min(max(number, 0), HIGHEST)
    return _FORMATS.get(form, str)(number)


def _letters(number: int) -> str:
    """Count a to z, then aa to zz, as Word does."""
    if number == 0:
        return ""
    again, at = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[at] * (again + 1) if again < _MOST_LETTERS else str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def _cardinal(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number].capitalize()
    tens, units = divmod(number, 10)
    if tens - 2 >= len(_TENS):
        return str(number)
    return f"{_TENS[tens - 2]}-{_UNITS[units]}".removesuffix("-zero").capitalize()


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "none": lambda _: "",
}
