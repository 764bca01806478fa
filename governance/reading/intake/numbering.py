"""The numbers that Word shows in front of paragraphs and keeps nowhere in the words.

A paragraph names a list and a level, itself or through its style; the list names a pattern, whose levels say how
the number is written, where it starts and when it starts again. Lists of one pattern count on together.
"""

import re
from string import ascii_lowercase
from typing import NamedTuple

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
_MOST_LETTERS = 30


class Level(NamedTuple):
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    style: str = ""


class Counted(NamedTuple):
    """A list as it is counted: the numbers that its pattern stands at, and its own levels."""

    numbers: list[int]
    levels: dict[int, Level]


class Lists:
    """The lists of a file and their patterns by their ids, the same for all files that have the same."""

    def __init__(self, root: etree._Element | None) -> None:
        self._patterns = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._levels: dict[str, dict[int, Level]] = {}

    def begun(self, num: str, styles: Styles, numbers: dict[str, list[int]]) -> Counted | None:
        """Give a list with its levels and what of its pattern is counted in `numbers`; None where there is none."""
        name = self._pattern(num, styles)
        if name not in self._patterns:
            return None
        if name not in self._levels:
            self._levels[name] = {at: _level(one) for at, one in _numbered(self._patterns[name], "lvl")}
        own = Counted(numbers.setdefault(name, []), dict(self._levels[name]))
        for at, override in _numbered(self._nums[num], "lvlOverride"):
            if (level := child(override, "lvl")) is not None:
                own.levels[at] = _level(level)
            if (start := value(override, "startOverride")) is not None:
                own.levels[at] = own.levels.get(at, Level())._replace(start=whole(start, 1))
                del own.numbers[at:]
        return own

    def _pattern(self, num: str | None, styles: Styles) -> str:
        """Find the pattern of a list, through the list styles that lend it; "" where there is none."""
        for _ in range(LONGEST_CHAIN):
            name = value(self._nums.get(num or ""), "abstractNumId") or ""
            style = value(self._patterns.get(name), "numStyleLink")
            if style is None:
                return name
            num = styles.named(style).num
        return ""


class Numbering:
    """The lists of one file, counting as the paragraphs are gone through in order."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self._lists, self._styles = lists, styles
        self._begun: dict[str, Counted | None] = {}
        self._numbers: dict[str, list[int]] = {}

    def next_mark(self, style: Style) -> tuple[str, int] | None:
        """Count one paragraph, and give its mark and level; None where it is in no list."""
        num = style.num or "0"
        if num not in self._begun:
            self._begun[num] = self._lists.begun(num, self._styles, self._numbers)
        if (own := self._begun[num]) is None:
            return None
        level = style.level
        if level is None:
            level = next((at for at, how in own.levels.items() if how.style and how.style == style.asked), 0)
        level = min(max(level, 0), LEVELS - 1)
        return _counted(own, level), level


def _counted(own: Counted, level: int) -> str:
    """Count a paragraph of this level, which starts the deeper ones afresh, and write its mark."""
    counts, levels = own
    starts = [levels.get(at, Level()).start for at in range(level + 1)]
    number = min(counts[level] + 1 if level < len(counts) else starts[level], HIGHEST)
    # A number that is only shown within a deeper one counts as given.
    counts[:] = [*counts[:level], *starts[len(counts) : level], number]
    here = levels.get(level, Level())
    if here.format == "bullet":
        return here.text if here.text in _BULLETS else "•"

    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        how = levels.get(at, Level())
        return number_words(counts[at] if at <= level else how.start, how.format)

    return " ".join(_PLACE.sub(place, here.text).split())


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    return {} if root is None else {one.get(f"{W}{key}", ""): one for one in root.iterchildren(f"{W}{tag}")}


def _numbered(parent: etree._Element, tag: str) -> list[tuple[int, etree._Element]]:
    """Give what is told of each level."""
    found = ((whole(one.get(f"{W}ilvl"), 0), one) for one in parent.iterchildren(f"{W}{tag}"))
    return [(at, one) for at, one in found if at in range(LEVELS)]


def _level(element: etree._Element) -> Level:
    # A format that older versions of Word do not know comes twice, and the last is for them.
    formats = [found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")]
    text, style = value(element, "lvlText") or "", value(element, "pStyle") or ""
    start, form = whole(value(element, "start"), 0), formats[-1] if formats else "decimal"
    return Level(start, form, text[:LONGEST_TEXT], style)


def number_words(number: int, form: str) -> str:
    """Write a number in one of Word's formats; one that instruments do not have is written in figures."""
    number = min(max(number, 0), HIGHEST)
    again, at = divmod(number - 1, len(ascii_lowercase))
    match form.removeprefix("lower").removeprefix("upper"):
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "Letter" if again < _MOST_LETTERS:
            # Word counts a to z, then aa to zz.
            written = ascii_lowercase[at] * (again + 1)
        case "Roman":
            written = ""
            for sign, worth in _ROMAN.items():
                times, number = divmod(number, worth)
                written += sign * times
        case _:
            return str(number)
    return written.upper() if form.startswith("upper") else written
