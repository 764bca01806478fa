"""Days as documents write them; a month without a day is found too, and is no day.

Numbers are read the British way: the day, the month, the year.
"""

import datetime
import re
from typing import Final

import attrs

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH_NUMBERS: Final = {**{name: n for n, name in enumerate(MONTHS, start=1)}, **_SHORT}
_MONTH: Final = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_ORDINALS: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
)
_IN_WORDS: Final = {word: number for number, word in enumerate(_ORDINALS, start=1)}
_WORD: Final = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[ -]")
_CENTURY: Final = 2000
_TWELVE: Final = 12
_EARLIEST: Final = 1900
_DAY: Final = re.compile(
    rf"""
    (?<![\w/])
    (?:
      (?P<iso>(?P<iy>\d{{4}})-(?P<im>\d{{1,2}})-(?P<id>\d{{1,2}})(?![\d/]))
      | (?P<nd>\d{{1,2}})\s?(?P<sep>[/.\-])\s?(?P<nm>\d{{1,2}})\s?(?P=sep)\s?(?P<ny>\d{{4}}|\d{{2}})(?![\d/])
      | (?P<d>\d{{1,2}}|{_WORD})\s?(?:st|nd|rd|th)?,?[\s\-]*(?:day\s+)?(?:of\s+)?(?P<m>{_MONTH})\.?,?[\s\-]*(?P<y>\d{{4}}|'?\d{{2}}(?![\d:]|\s?[a-z]))?(?![a-z\d])
      | (?P<um>{_MONTH})\.?\s+(?P<ud>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<uy>\d{{4}})(?!\d)
      | (?P<pm>{_MONTH})\.?,?\s+(?P<py>\d{{4}})(?!\d)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@attrs.frozen
class Day:
    """A day in a text, from `start` to `end`.

    `date` is None where the text gives no whole day of the calendar; `missing` then says what is wrong.
    `either` says that the day and the month could be exchanged.
    """

    date: datetime.date | None
    start: int
    end: int
    missing: str = ""
    either: bool = False


def days(text: str) -> list[Day]:
    """Find the days of a plain text, in order.

    >>> [str(day.date) for day in days("from 1st September, 2015, and not 17/03/15")]
    ['2015-09-01', '2015-03-17']
    """
    return [_day(match) for match in _DAY.finditer(text)]


def _day(match: "re.Match[str]") -> Day:
    start, end = match.span()
    if match["pm"]:
        return Day(None, start, end, "the day of the month is missing")
    if match["iso"]:
        return _made(match, match["iy"], int(match["im"]), match["id"])
    if match["um"]:
        return _made(match, match["uy"], _MONTH_NUMBERS[match["um"].lower()], match["ud"])
    if match["m"]:
        if not match["y"]:
            return Day(None, start, end, "the year is missing")
        return _made(match, match["y"], _MONTH_NUMBERS[match["m"].lower()], match["d"])
    either = int(match["nd"]) <= _TWELVE and match["nd"] != match["nm"]
    return attrs.evolve(_made(match, match["ny"], int(match["nm"]), match["nd"]), either=either)


def _made(match: "re.Match[str]", year: str, month: int, day: str) -> Day:
    number = int(year.strip("'"))
    whole = number + _CENTURY if len(year.strip("'")) == 2 else number  # noqa: PLR2004 - two digits of a year
    start, end = match.start(), match.end()
    try:
        found = datetime.date(whole, month, _IN_WORDS.get(day.lower().replace(" ", "-")) or int(day))
    except ValueError:
        return Day(None, start, end, "it is not a day of the calendar")
    if found.year < _EARLIEST:
        return Day(None, start, end, "it is not a day of the calendar")
    return Day(found, start, end)
