"""A board as a form asks for it: the fields, and the tables of a proposal that they make.

A field has the name of the key that it fills, `seats.parent`, so that what the reader says of a key stands at its field.
"""

import datetime
import functools
import itertools
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.errors import Problem
from governance.model.keys import keys
from governance.model.names import (
    CATEGORIES,
    FOUNDATION,
    FOUNDATION_OR_VOLUNTARY,
    FOUNDATION_ORIGINS,
    PARTS_OF,
    PHASES,
    SCHOOL_CATEGORIES,
    SEATS,
    UNKNOWN,
)

SOURCE: Final = "The board given"
DAY: Final = "instrument.effective_on"
_PARTS: Final = ("day", "month", "year")
SCHOOL: Final = ("name", "category", "foundation", "religious_character", "foundation_origin", "phase")
_MISSING: Final = re.compile("`(\\w+)` is missing")
_AS_A_DAY: Final = "Write it in numbers, such as 18 9 2018"
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
FEDERATED: Final = ("name", "category", "foundation", "religious_character", "head")
_FEWEST_SCHOOLS: Final = 2
_MOST_SCHOOLS: Final = 20
_LONG: Final = 6
_LONGEST: Final = 12
QUESTION: Final = "?"
"""How a number that is not settled is typed."""
_NOTHING: Final[Mapping[str, Any]] = {}
COUNTS: Final = (*SEATS, *PARTS_OF, "total")


@attrs.frozen
class Form:
    """What was typed, field by field, and the tables that it makes."""

    typed: Mapping[str, str]
    data: Mapping[str, Any]
    schools: int

    def __getitem__(self, name: str) -> str:
        """Give what was typed into a field."""
        return self.typed.get(name, "")

    @property
    def schools_said(self) -> bool:
        """Tell whether anything is said of the schools of a federation."""
        return any(self.data.get("schools", ()))

    @property
    def seats(self) -> dict[str, int]:
        """Give the seats that are numbers, for a picture."""
        return {seat: value for seat in SEATS if isinstance(value := self.data["seats"].get(seat), int)}


Choice = dict[str, str]


def choices() -> dict[str, list[Choice]]:
    """Give what can be chosen in each field that has a list, as the select of GOV.UK takes it."""
    return {
        "category": [_NOT_GIVEN, *map(_choice, CATEGORIES)],
        "of_school": [_NOT_SAID, *map(_choice, SCHOOL_CATEGORIES)],
        "foundation": [_NOT_SAID, *({"value": one, "text": _FOUNDATION_WORDS[one]} for one in FOUNDATION)],
        "phase": [_NOT_SAID, *map(_choice, PHASES)],
        "origin": [_NOT_SAID, *({"value": one, "text": _ORIGIN_WORDS[one]} for one in FOUNDATION_ORIGINS)],
    }


@functools.cache
def hints() -> dict[str, str]:
    """Give what each key says of itself, by the name of its field."""
    return {key.path: key.words for key in keys()}


def _choice(word: str) -> Choice:
    return {"value": word, "text": word.capitalize()}


_NOT_GIVEN: Final[Choice] = {"value": "", "text": "Not given: answer for each kind"}
_NOT_SAID: Final[Choice] = {"value": "", "text": "Not said"}
_FOUNDATION_WORDS: Final = {
    "none": "It has no foundation",
    "foundation": "It has a foundation",
    "qualifying": "It has one and is a qualifying foundation school",
}
_ORIGIN_WORDS: Final = {
    "established": "It was established with it",
    "acquired": "It acquired it, by published proposals",
    "other": "Otherwise",
}


def has_foundation(category: str) -> bool:
    """Tell whether a foundation is asked of a kind of school, as it is where the kind is not given."""
    return not category or category in FOUNDATION_OR_VOLUNTARY


def is_filled(given: Mapping[str, str]) -> bool:
    """Tell whether somebody has sent the form."""
    return any(name.startswith("seats.") for name in given)


def form(given: Mapping[str, str], today: datetime.date) -> Form:
    """Read a form; the day is today where nobody has typed one."""
    typed = {name: " ".join(value.split()) for name, value in given.items() if isinstance(value, str)}
    if not any(typed.get(f"{DAY}-{part}") for part in _PARTS) and DAY not in typed:
        typed |= boxes(today)
    if text := typed.get(DAY):
        typed |= dict(zip((f"{DAY}-{part}" for part in reversed(_PARTS)), text.split("-"), strict=False))
    federation = typed.get("school.category") == "federation"
    schools = _number_of_schools(typed) if federation else 0
    return Form(typed, _data(typed, schools), schools)


def errors(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Give what is wrong as the error summary takes it, each linked to its field."""
    return [{"text": says(problem), "href": f"#{field_of(problem)}"} for problem in problems]


def at_fields(problems: Iterable[Problem]) -> dict[str, str]:
    """Give what is wrong by the field at which it stands."""
    return {field_of(problem): says(problem) for problem in problems}


def says(problem: Problem) -> str:
    """Say what is wrong and what to do, in the same words at the top and at the field."""
    if missing := _MISSING.fullmatch(problem.message):
        return f"Say the {missing[1].replace('_', ' ')} of the {_table_words(problem.path)}"
    remedy = _AS_A_DAY if problem.path == DAY else problem.remedy
    return ". ".join(filter(None, (f"{problem.message[:1].upper()}{problem.message[1:]}", remedy)))


def field_of(problem: Problem) -> str:
    """Give the field at which a problem stands."""
    if missing := _MISSING.fullmatch(problem.message):
        return f"{problem.path}.{missing[1]}" if problem.path else "school.category"
    return f"{DAY}-day" if problem.path == DAY else problem.path or "school.category"


def _table_words(path: str) -> str:
    """Name a table as the form does.

    >>> _table_words("schools.1")
    'second school'
    """
    table, _, number = path.partition(".")
    if table != "schools" or not number.isdigit():
        return "school"
    return f"{_ORDINALS[int(number)]} school" if int(number) < len(_ORDINALS) else f"school {int(number) + 1}"


def as_typed(data: Mapping[str, Any], on: str = "") -> dict[str, str]:
    """Give the tables of a proposal as the form has them; `on` is the day where they have none of their own.

    A number that is not settled is a question mark.
    """
    found = {f"school.{key}": str(value) for key, value in data.get("school", {}).items()}
    found |= {
        f"seats.{key}": QUESTION if value == UNKNOWN else str(value)
        for key, value in data.get("seats", {}).items()
    }
    for number, school in enumerate(data.get("schools", ())):
        found |= {f"schools.{number}.{key}": str(school[key]) for key in FEDERATED if key in school}
    day = str(data.get("instrument", {}).get("effective_on") or on)
    return {**found, DAY: "", **(boxes(datetime.date.fromisoformat(day)) if day else {})}


def put_into(data: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """Put what was typed in place of what tables say, and keep all that the form does not ask."""
    said = form.data
    fields = {name.partition(".")[2] for name in form.typed if name.startswith("school.")}
    new = {**data, "school": {**_without(data.get("school", {}), fields), **said["school"]}}
    new["seats"] = {**_without(data.get("seats", {}), COUNTS), **said["seats"]}
    new["instrument"] = {
        **_without(data.get("instrument", {}), ("effective_on",)),
        **said.get("instrument", {}),
    }
    before = new.pop("schools", [])
    if not form.schools:
        return new
    kept = [_without(one, FEDERATED) for one in before][: len(said["schools"])]
    pairs = itertools.zip_longest(kept, said["schools"], fillvalue=_NOTHING)
    return {**new, "schools": [{**old, **typed} for old, typed in pairs]}


def _without(table: Mapping[str, Any], keys: Container[str]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}


def seats_of(chosen: str) -> Iterator[tuple[str, str]]:
    """Read the seats that a button stands for: "parent=2,staff=1".

    >>> dict(seats_of("parent=2,staff=1,other=9"))
    {'parent': '2', 'staff': '1'}
    """
    for one in chosen.split(","):
        seat, _, count = one.partition("=")
        if seat in SEATS and count.isascii() and count.isdigit():
            yield seat, count


def _data(typed: Mapping[str, str], schools: int) -> dict[str, Any]:
    school = _table(typed, "school", SCHOOL)
    seats = {key: _number(value) for key, value in _table(typed, "seats", COUNTS).items()}
    data: dict[str, Any] = {"school": school, "seats": seats}
    if day := day_typed(typed):
        data["instrument"] = {"effective_on": day}
    if schools:
        said = [_table(typed, f"schools.{number}", FEDERATED) for number in range(schools)]
        while len(said) > _FEWEST_SCHOOLS and not said[-1]:
            said.pop()
        data["schools"] = said
    return data


def _table(typed: Mapping[str, str], table: str, keys: Iterable[str]) -> dict[str, Any]:
    return {key: value for key in keys if (value := typed.get(f"{table}.{key}"))}


def _number(text: str) -> int | str:
    """Take a number in figures as one; what is written otherwise is for the reader."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONG else text


def row_asked(text: str | None) -> int:
    """Give the number of a row that a form names; what is no number in figures is the number of none.

    >>> row_asked("12"), row_asked("²"), row_asked("9" * 5000), row_asked(None)
    (12, 0, 0, 0)
    """
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 0


def boxes(day: datetime.date) -> dict[str, str]:
    """Give a day as the three boxes have it."""
    return {f"{DAY}-{part}": str(getattr(day, part)) for part in _PARTS}


def day_typed(typed: Mapping[str, str], name: str = DAY) -> str:
    """Put the three boxes together; what is no day is left for the reader to say so."""
    day, month, year = (typed.get(f"{name}-{part}", "") for part in _PARTS)
    if not (day or month or year):
        return ""
    if all(part.isascii() and part.isdigit() for part in (day, month, year)):
        return f"{year:0>4}-{month:0>2}-{day:0>2}"
    return " ".join(filter(None, (day, month, year)))


def _number_of_schools(typed: Mapping[str, str]) -> int:
    shown = {name.split(".")[1] for name in typed if name.startswith("schools.")}
    most = max((number for number in range(_MOST_SCHOOLS) if str(number) in shown), default=0)
    return min(max(_FEWEST_SCHOOLS, most + 1) + bool(typed.get("more")), _MOST_SCHOOLS)
