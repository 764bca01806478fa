"""What stands in a control, as the value of its key: as we wrote it, or as somebody wrote it over, in digits or words."""

import datetime
import re
from typing import Any, Final

from governance.model.names import CATEGORIES, FOUNDATION_WORDS, SEAT_WORDS, member_words
from governance.model.term import Term

NOBODY: Final = "no body"
"""What our instruments say where no body nominates a community governor."""

_UNITS: Final = (
    "nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_NUMBERS: Final = dict(zip(f"{_UNITS} seventeen eighteen nineteen".split(), range(20), strict=True)) | {
    "zero": 0,
    "none": 0,
}
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBER: Final = re.compile(
    r"(?P<said>\d{1,3}|[a-z]+(?:[ -][a-z]+)?)(?: ?\((?P<again>\d{1,3}|[a-z]+(?:-[a-z]+)?)\))?"
)

_MONTHS: Final = tuple(datetime.date(2000, month, 1).strftime("%B").casefold() for month in range(1, 13))
_FIRST: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
_ORDINALS: Final = {
    **{
        word: n
        for n, word in enumerate(f"{_FIRST} fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 1)
    },
    "twentieth": 20,
    "thirtieth": 30,
    **{
        f"{ten}-{unit}": _TENS[ten] + n
        for ten in ("twenty", "thirty")
        for n, unit in enumerate(_FIRST.split()[:9], 1)
    },
}
_DAY: Final = re.compile(
    r"(?:the )?(?P<day>\d{1,2}|[a-z]{1,12}(?:[ -](?!day|of)[a-z]{1,9})?)(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})"
)
_NUMERIC: Final = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})")
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")

_COUNTS: Final = {
    seat: re.compile(
        rf"(?<![\w.])(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?:{'|'.join(f'{one}|{member_words(one)}' for one in words)})(?!\w| by )"
    )
    for seat, words in SEAT_WORDS.items()
}


def value_of(key: str, text: str) -> Any:
    """Give the value that a text is for a key; None where it is none.

    >>> value_of("seats.parent", "Two (2)"), value_of("seats.parent", "2 or 3")
    (2, None)
    >>> value_of("instrument.made_on", "the 3rd day of March 2016"), value_of("terms.all", "four years")
    (datetime.date(2016, 3, 3), '4 years')
    """
    said = " ".join(text.split()).casefold().removesuffix(".")
    last = key.rpartition(".")[2]
    if key.startswith("seats.") or ".seats." in key or last == "number":
        return _number(said)
    if key.startswith("terms.fixed"):
        return _seat(said)
    if key.startswith("terms."):
        return _term(said)
    if last in ("made_on", "effective_on", "replaces"):
        return _day(said)
    if last == "category":
        return _category(said)
    if key == "school.foundation":
        return next((one for one, words in FOUNDATION_WORDS.items() if words[:-1].casefold() == said), None)
    if key == "instrument.nominating_body" and said == NOBODY:
        return "none"
    return text or None


def _number(said: str) -> int | None:
    """Read a number, in digits, in words or in both.

    >>> _number("twenty-one"), _number("12"), _number("two (3)")
    (21, 12, None)
    """
    match = _NUMBER.fullmatch(said)
    if match is None:
        return None
    one, again = (_plain_number(part) for part in match.groups())
    return one if match["again"] is None or one == again else None


def counts(seat: str, text: str) -> set[int]:
    """Give every number that a line puts before the words for a category.

    >>> counts("parent", "There are five parent governors, and 2 staff governors.")
    {5}
    """
    return {
        n for match in _COUNTS[seat].finditer(text.casefold()) if (n := _plain_number(match["n"])) is not None
    }


def _plain_number(said: str | None) -> int | None:
    if not said:
        return None
    if said.isdecimal():
        return int(said)
    ten, _, unit = said.replace(" ", "-").partition("-")
    if ten in _TENS:
        more = _NUMBERS.get(unit, 0)
        return _TENS[ten] + more if not unit or 0 < more < 10 else None  # noqa: PLR2004 - ten units make a ten
    return _NUMBERS.get(said)


def _day(said: str) -> datetime.date | None:
    match = _DAY.fullmatch(said) or _NUMERIC.fullmatch(said) or _ISO.fullmatch(said)
    if match is None:
        return None
    day, month, year = match["day"], match["month"], int(match["year"])
    named = [place for place, name in enumerate(_MONTHS, 1) if name.startswith(month)]
    number = int(day) if day.isdecimal() else _ORDINALS.get(day.replace(" ", "-"), 0)
    try:
        return datetime.date(year, int(month) if month.isdecimal() else named[0], number)
    except (ValueError, IndexError):
        return None


def _term(said: str) -> str | None:
    try:
        return str(Term.parse(said))
    except ValueError:
        return None


def _category(said: str) -> str | None:
    words = said.replace("-", " ").removesuffix(" school")
    units = ("unit", "group of units", "pupil referral unit")
    return "pupil referral unit" if words in units else words if words in CATEGORIES else None


def _seat(said: str) -> str | None:
    return next(
        (seat for seat, words in SEAT_WORDS.items() for one in words if said in (one, member_words(one))),
        None,
    )
