"""What a person's own word means in ours, where it has one meaning: the one door for files, flags and spreadsheets.

Each function takes a value as somebody wrote it and gives it as the program has it, or None where it has no meaning
or several; `hints` then says what to ask. Another spelling, a plural, capitals and the trade's abbreviations are
understood. A synonym is not: it may be another thing in law.

>>> category("VA school"), day("11th January 2027"), count("two"), flag("Yes"), key("Co-opted governors", ["co_opted"])
('voluntary aided', datetime.date(2027, 1, 11), 2, True, 'co_opted')
"""

import datetime
import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from governance.english import MONTHS, TENS, UNITS
from governance.model.names import CATEGORIES, FOUNDATION, SCHOOL_CATEGORIES, UNKNOWN
from governance.model.term import Term

_LONGEST: Final = 100
"""What is longer than this is a sentence, and no word for a thing."""

_NUMBERS: Final[Mapping[str, int]] = {
    **{word: number for number, word in enumerate(UNITS)},
    **{
        f"{ten} {unit}" if digit else ten: number * 10 + digit
        for number, ten in enumerate(TENS, start=2)
        for digit, unit in enumerate(UNITS[:10])
    },
    "zero": 0,
}
_NONE: Final = frozenset(["nil", "none", "no"])
"""None of something that is counted; of a total it may mean that none is stated."""
_COUNTED: Final = re.compile(r" (?:governor|member|seat|place)s?$")
_WRITTEN_TWICE: Final = re.compile(r"([^()]*?) ?(?:\(([^()]+)\))?")
_OPEN: Final = frozenset(["unknown", "not known", "tbc", "tba", "to be confirmed", "to be agreed", "?"])
_YES_NO: Final = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}

_WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MIDNIGHT: Final = r"(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?"
_NUMBERED_DAY: Final = re.compile(
    rf"(?:(\d{{4}})([/. -])(\d\d?)\2(\d\d?)|(\d\d?)([/. -])(\d\d?)\6(\d{{4}})){_MIDNIGHT}"
)
_NAMED_DAY: Final = re.compile(
    r"(?:(?!the )(?P<week>[a-z]{3,9}) )?(?:the )?"
    r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)?[ -](?P<month>[a-z]{3,9})|(?P<month_>[a-z]{3,9}) (?P<day_>\d\d?)(?:st|nd|rd|th)?)"
    r"[ -](?P<year>\d{4})"
)

_CATEGORIES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("va", "aided"), "voluntary aided"),
    **dict.fromkeys(("vc", "controlled"), "voluntary controlled"),
    **dict.fromkeys(("pru", "pupil referral"), "pupil referral unit"),
    "nursery": "maintained nursery",
}
"""The trade's short names, without the words of `FILLERS`."""

FILLERS: Final = frozenset(
    ["a", "an", "the", "school", "schools", "state", "maintained", "local", "authority", "la", "lea"]
)
"""Words beside a category that say nothing of it."""
PHASES: Final = frozenset(
    [
        "primary",
        "secondary",
        "infant",
        "infants",
        "junior",
        "middle",
        "first",
        "high",
        "upper",
        "sixth",
        "form",
        "all",
        "through",
        "jmi",
    ]
)
"""The words for the ages that a school takes, which are no category."""

_FOUNDATIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("no", "false", "no foundation", "without a foundation"), "none"),
    **dict.fromkeys(("qfs", "qualifying foundation", "qualifying foundation school"), "qualifying"),
}

_SAME: Final[Mapping[str, str]] = {
    **dict.fromkeys(("la", "lea", "local_education_authority"), "local_authority"),
    **dict.fromkeys(("head", "headteacher", "ht"), "head_teacher"),
    **dict.fromkeys(("coopted", "cooptee", "co_optee"), "co_opted"),
    **dict.fromkeys(("coopted_staff", "staff_co_opted"), "co_opted_staff"),
    **dict.fromkeys(("total_number", "total_number_of"), "total"),
    "elected": "election",
    "appointed": "appointment",
    "nominated": "nomination",
    "exofficio": "ex officio",
}
"""Other spellings and short forms of a key or a word, as `plain` gives them."""


def category(word: object) -> str | None:
    """Give the category of school, or the body; None also where a church is named with it, which is a fact of its own.

    >>> category("Community Primary School"), category("LA nursery school"), category("special"), category("CE VA")
    ('community', 'maintained nursery', None, None)
    """
    words = category_words(word)
    core = [one for one in words if one not in FILLERS]
    if not core:
        return None
    for rest in (core, [one for one in core if one not in PHASES]):
        said = " ".join(rest)
        if found := _CATEGORIES.get(said) or _CORES.get(said):
            return found
    return None


def category_words(word: object) -> list[str]:
    """Give the words of a category as they are compared: in small letters, without stops."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return []
    return [one for one in re.split(r"[\W_]+", word.casefold().replace(".", "")) if one]


def category_core(name: str) -> list[str]:
    """Give the words of one of our categories that tell it from the others."""
    return [one for one in name.split() if one not in FILLERS]


_CORES: Final = {" ".join(category_core(name)): name for name in CATEGORIES}


def foundation(word: object) -> str | None:
    """Give whether a school has a foundation, and which; that it has one leaves open whether it is qualifying.

    >>> foundation("No"), foundation("Qualifying foundation school"), foundation("yes")
    ('none', 'qualifying', None)
    """
    if word is False:
        return "none"
    said = _small(word).replace("-", " ")
    return said if said in FOUNDATION else _FOUNDATIONS.get(said)


def count(value: object) -> Any:
    """Give a number of seats, or "unknown" where somebody says that it is still open.

    >>> count("two (2)"), count("5 governors"), count(2.0), count("TBC"), count("2 or 3"), count("-")
    (2, 5, 2, 'unknown', None, None)
    """
    said = _small(value)
    return UNKNOWN if said in _OPEN else 0 if said in _NONE else whole(value)


def whole(value: object) -> int | None:
    """Give a whole number, written in figures or in words up to ninety-nine; both must agree where both are there."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    said = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", _small(value))
    bracketed = _WRITTEN_TWICE.fullmatch(_COUNTED.sub("", said))
    found = {_number(one) for one in (bracketed.groups() if bracketed else ()) if one}
    return found.pop() if len(found) == 1 else None


def day(value: object) -> datetime.date | None:
    """Give a day of the calendar; in numbers the day comes before the month, and the year is written whole.

    >>> print(day("11/01/2027"), day("Monday, 11 Jan 2027"), day("2027-01-11T00:00:00"), day("01/13/2027"))
    2027-01-11 2027-01-11 2027-01-11 None
    """
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time.min else None
    if isinstance(value, datetime.date):
        return value
    said = _small(value).replace(",", " ")
    if found := _NUMBERED_DAY.fullmatch(said.upper()):
        year, month, number = (found[1], found[3], found[4]) if found[1] else (found[8], found[7], found[5])
        return _calendar(int(year), int(month), int(number))
    named = _NAMED_DAY.fullmatch(" ".join(said.replace(".", " ").split()))
    if named is None or (month := _one_of(named["month"] or named["month_"], MONTHS)) is None:
        return None
    found_day = _calendar(int(named["year"]), month + 1, int(named["day"] or named["day_"]))
    if named["week"] and found_day and _one_of(named["week"], _WEEKDAYS) != found_day.weekday():
        return None
    return found_day


def flag(value: object) -> bool | None:
    """Give true or false for yes or no.

    >>> flag("No"), flag(True), flag("perhaps")
    (False, True, None)
    """
    return value if isinstance(value, bool) else _YES_NO.get(_small(value))


def term(value: object) -> Term | None:
    """Give a term of office; a bare number leaves open whether it is of years or months.

    >>> term("Four years"), term("4 (four) years"), term("4-year"), term(4)
    (Term(months=48), Term(months=48), Term(months=48), None)
    """
    said = re.sub(r"(?<=\w)-(?=[a-z])", " ", re.sub(r"\(\w+\)", " ", _small(value)))
    said = said.removesuffix("term").replace("yrs", "years")
    try:
        return Term.parse(said)
    except ValueError:
        return None


def choice(word: object, options: Sequence[str]) -> str | None:
    """Give the one of our words that another spelling of it means: a category, a foundation, how somebody came by a seat."""
    if set(SCHOOL_CATEGORIES) <= set(options):
        found = category(word)
    elif options == FOUNDATION:
        found = foundation(word)
    else:
        found = key(word, options)
    return found if found in options else None


def key(word: object, options: Iterable[str]) -> str | None:
    """Give the key, or another of our words, that is spelt so or abbreviated so.

    >>> key("LEA", ["local_authority"]), key("Teachers", ["staff"]), key("Schools", ["school", "schools"])
    ('local_authority', None, 'schools')
    """
    whole_words, singulars = _spellings(tuple(options))
    if (said := plain(word)) in whole_words:
        return whole_words[said]
    return singulars.get(bare(word))


@functools.lru_cache(maxsize=128)
def _spellings(options: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Give our words as they are compared, and in the singular those that only one of them has."""
    known = {plain(option): option for option in options}
    singulars = [one.removesuffix("s") for one in known]
    return known, {
        one: option
        for one, option in zip(singulars, known.values(), strict=True)
        if singulars.count(one) == 1
    }


def bare(word: object) -> str:
    """Give the one of our keys that a word is another spelling of, in the singular, whichever keys there are.

    >>> bare("Number of LEA governors"), bare("Approvals")
    ('local_authority', 'approval')
    """
    said = re.sub(r"_(?:governor|member|seat)s?$", "", re.sub(r"^(?:number|no)_of_", "", plain(word)))
    said = said.removesuffix("s")
    return plain(_SAME.get(said, said))


def plain(word: object) -> str:
    """Give a word in small letters with `_` for all that is no letter or figure.

    >>> plain(" Co-opted  Governors ")
    'co_opted_governors'
    """
    return re.sub(r"\W+", "_", _small(word)).strip("_")


def _small(value: object) -> str:
    return " ".join(value.casefold().split()) if isinstance(value, str) and len(value) <= _LONGEST else ""


def _number(word: str) -> int | None:
    figures = word.removesuffix(".0")
    return int(figures) if figures.isascii() and figures.isdecimal() else _NUMBERS.get(word)


def _one_of(name: str, names: Sequence[str]) -> int | None:
    """Find the month or the weekday of which this is the name, whole or cut short."""
    name = "sep" if name == "sept" else name
    return next((place for place, whole_name in enumerate(names) if whole_name.startswith(name)), None)


def _calendar(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
