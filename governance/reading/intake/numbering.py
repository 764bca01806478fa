"""The numbers that Word shows in front of paragraphs and keeps nowhere in the words.

A paragraph names a list and a level, itself or through its style; the list names a pattern, whose levels say how
the number is written, where it starts and when it starts again. Lists of one pattern count on together.
"""

import re
from collections.abc import Mapping
from string import ascii_lowercase

from lxml import etree

from governance.reading.intake.styles import LONGEST_CHAIN, Properties, Styles, W, child, told, whole

LEVELS = 9
HIGHEST = 32_767
"""How many levels Word's lists have, and the highest number that it counts to; anything above is shown as this."""
LONGEST_TEXT = 80
"""How many characters the text of a level is read to."""

_BULLETS = ("-", "–", "—")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = dict(zip(["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"], (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), strict=True))  # fmt: skip
_MOST_LETTERS = 30
_KINDS = {f"{W}{kind}": kind for kind in ("num", "abstractNum")}
_UNTOLD: Properties = {"start": "1"}

_Levels = dict[int, Properties]
_Counted = tuple[list[int], _Levels]
"""The numbers at which a list stands, and its levels."""


def lists(root: etree._Element) -> Mapping[str, etree._Element]:
    """Give the lists and the patterns, each by its kind and its id ("num 1"), the same for all files that have the same."""
    found = ((_KINDS[one.tag], one) for one in root if one.tag in _KINDS)
    return {f"{kind} {one.get(f'{W}{kind}Id')}": one for kind, one in found}


class Numbering:
    """The lists of one file, counting as the paragraphs are gone through in order."""

    def __init__(self, lists: Mapping[str, etree._Element], styles: Styles) -> None:
        self._lists, self._styles = lists, styles
        self._patterns: dict[etree._Element, _Counted] = {}
        self._begun: dict[str, _Counted | None] = {}

    def next_mark(self, style: Properties) -> tuple[str, int] | None:
        """Count one paragraph, and give its mark and level; None where it is in no list."""
        num = style.get("numId", "0")
        if num not in self._begun:
            self._begun[num] = self._begin(num)
        if (begun := self._begun[num]) is None:
            return None
        counts, levels = begun
        of_style = (at for at, how in levels.items() if how.get("pStyle", "") == style.get("asked"))
        level = whole(style["ilvl"], 0) if "ilvl" in style else next(of_style, 0)
        level = min(max(level, 0), LEVELS - 1)
        return _counted(counts, levels, level), level

    def _begin(self, num: str) -> _Counted | None:
        """Give a list: its pattern, with what it says otherwise itself; None where it has no pattern."""
        pattern = self._pattern(num)
        if pattern is None:
            return None
        if pattern not in self._patterns:
            self._patterns[pattern] = [], {at: _level(one) for at, one in _numbered(pattern, "lvl")}
        counts, levels = self._patterns[pattern][0], dict(self._patterns[pattern][1])
        for at, override in _numbered(self._lists[f"num {num}"], "lvlOverride"):
            if (level := child(override, "lvl")) is not None:
                levels[at] = _level(level)
            if (start := told(override).get("startOverride")) is not None:
                levels[at] = {**levels.get(at, _UNTOLD), "start": start}
                del counts[at:]
        return counts, levels

    def _pattern(self, num: str | None) -> etree._Element | None:
        """Find the pattern of a list, through the list styles that lend it."""
        for _ in range(LONGEST_CHAIN):
            name = told(self._lists.get(f"num {num}")).get("abstractNumId")
            pattern = self._lists.get(f"abstractNum {name}")
            lent = told(pattern).get("numStyleLink")
            if lent is None:
                return pattern
            num = self._styles.named(lent).get("numId")
        return None


def _counted(counts: list[int], levels: _Levels, level: int) -> str:
    """Count a paragraph of this level, which starts the deeper ones afresh, and write its mark."""
    start = [whole(levels.get(at, _UNTOLD).get("start"), 0) for at in range(LEVELS)]
    number = min(counts[level] + 1 if level < len(counts) else start[level], HIGHEST)
    # A number that is only shown within a deeper one counts as given.
    counts[:] = [*counts[:level], *start[len(counts) : level], number]
    form = [levels.get(at, {}).get("numFmt", "decimal") for at in range(LEVELS)]
    text = levels.get(level, {}).get("lvlText", "")[:LONGEST_TEXT]
    if form[level] == "bullet":
        return text if text in _BULLETS else "•"
    numbers = list(zip([*counts, *start[level + 1 :]], form, strict=True))
    return " ".join(_PLACE.sub(lambda found: number_words(*numbers[int(found[1]) - 1]), text).split())


def _numbered(parent: etree._Element, tag: str) -> list[tuple[int, etree._Element]]:
    """Give what is told of each level."""
    found = ((whole(one.get(f"{W}ilvl"), 0), one) for one in parent.iterchildren(f"{W}{tag}"))
    return [(at, one) for at, one in found if at in range(LEVELS)]


def _level(element: etree._Element) -> Properties:
    # A format that older versions of Word do not know comes twice, and the last is for them.
    formats = [found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")]
    return told(element) | ({"numFmt": formats[-1]} if formats else {})


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
