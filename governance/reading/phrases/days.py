"""Days as documents write them, read the British way; a month without a day is found too, and is no day."""

import datetime
import re
from collections.abc import Iterable
from typing import Final

import attrs

from governance.english import MONTHS, UNITS

_MONTHS: Final = {name[:length]: n for n, name in enumerate(MONTHS, 1) for length in (3, 9)} | {"sept": 9}
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_DAYS: Final = (
    {word: n for n, word in enumerate(_ORDINALS, 1)}
    | {f"twenty-{word}": n for n, word in enumerate(_ORDINALS[:9], 21)}
    | {"thirtieth": 30, "thirty-first": 31}
)
_YEARS: Final = (
    {word: n for n, word in enumerate(UNITS) if n}
    | {f"twenty-{word}": n for n, word in enumerate(UNITS[1:10], 21)}
    | {f"thirty-{word}": n for n, word in enumerate(UNITS[1:10], 31)}
    | {"twenty": 20, "thirty": 30}
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace("-", "[ -]")


_CENTURY, _EARLIEST, _TWELVE = 2000, 1900, 12
_MONTH: Final = _any_of(_MONTHS)
_DAY: Final = re.compile(
    rf"""
    (?<![\w/])
    (?:
      (?P<iy>\d{{4}})-(?P<im>\d{{1,2}})-(?P<id>\d{{1,2}})(?![\d/])
      | (?P<nd>\d{{1,2}})\s?(?P<sep>[/.\-])\s?(?P<nm>\d{{1,2}})\s?(?P=sep)\s?(?P<ny>\d{{4}}|\d{{2}})(?![\d/])
      | (?P<d>\d{{1,2}}|{_any_of(_DAYS)})\s?(?:st|nd|rd|th)?,?[\s\-]{{0,3}}(?:day\s+)?(?:of\s+)?(?P<m>{_MONTH})\.?,?[\s\-]{{0,3}}
        (?P<y>\d{{4}}|'?\d{{2}}(?![\d:]|\s?[a-z])|(?:two\ thousand(?:\ and)?|twenty)\ (?P<yw>{_any_of(_YEARS)})(?![a-z]))?(?![b-z\d]|a(?!nd))
      | (?P<um>{_MONTH})\.?,?\s+(?:(?P<ud>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<uy>\d{{4}})(?!\d)
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

    >>> [str(day.date) for day in days("from 1st September, 2015, not 17/03/15, the first of May two thousand and nine")]
    ['2015-09-01', '2015-03-17', '2009-05-01']
    """
    return [_day(match) for match in _DAY.finditer(text)]


def _day(match: "re.Match[str]") -> Day:
    given = {name: words.lower() for name, words in match.groupdict().items() if words}
    parts = {name[-1]: words for name, words in given.items()}
    day, month, year = (parts.get(one, "") for one in "dmy")
    if not (day and year):
        return Day(None, *match.span(), f"the {'year' if day else 'day of the month'} is missing")
    number = _YEARS[given["yw"].replace(" ", "-")] if "yw" in given else int(year.strip("'"))
    number += _CENTURY if number < 100 else 0  # noqa: PLR2004 - two digits of a year
    try:
        found = datetime.date(
            number, _MONTHS.get(month) or int(month), _DAYS.get(day.replace(" ", "-")) or int(day)
        )
    except ValueError:
        found = datetime.date.min
    if found.year < _EARLIEST:
        return Day(None, *match.span(), "it is not a day of the calendar")
    return Day(found, *match.span(), either="nd" in given and int(day) <= _TWELVE and day != month)
