"""How a value that was read, and the words it rests on, are said in every output."""

import datetime
from collections.abc import Iterable
from typing import Final

from governance.english import day_words, listed, lower
from governance.model.names import PARTS_OF, SEATS, UNKNOWN, seat_words
from governance.reading.evidence import Evidence, Understood
from governance.reading.intake.transcript import Where

_MOST_QUOTED: Final = 110

_FIELDS: Final = {
    "school": "school",
    "school.name": "name",
    "instrument.governing_body": "name of the governing body",
    "instrument.effective_on": "takes effect on",
    "seats": "seats",
    "seats.total": "total",
    "ethos.description": "ethos",
    "foundation.name": "name of the foundation",
    "schools": "schools of the federation",
}
_TABLES: Final = {"terms": "term of office", "approvals": "approval", "current": "before"}

_BY_SEAT: Final = ("seats", "terms", "current", "filled")


def field_words(field: str) -> str:
    """Say a key of a proposal file as a reader would.

    >>> field_words("seats.parent"), field_words("terms.co_opted"), field_words("instrument.made_on")
    ('parent governors', 'term of office: co-opted governors', 'made on')
    """
    if field in _FIELDS:
        return _FIELDS[field]
    table, _, key = field.rpartition(".")
    first = table.partition(".")[0]
    words = seat_words(key, 2) if key in SEATS and first in _BY_SEAT else key.replace("_", " ")
    if first in _TABLES:
        return f"{_TABLES[first]}: {words}"
    numbers = [part for part in field.split(".") if part.isdecimal()]
    return f"{first} {int(numbers[0]) + 1}: {words}" if numbers else words


def value_words(value: object) -> str:
    """Say a value: a day in words, a list joined, a table key by key.

    >>> value_words(datetime.date(2018, 9, 18)), value_words(["one", "two"])
    ('18 September 2018', 'one and two')
    """
    match value:
        case None:
            return "not settled"
        case bool():
            return "yes" if value else "no"
        case datetime.date():
            return day_words(value)
        case list() | tuple():
            return listed(map(value_words, value)) or "none"
        case dict():
            return ", ".join(f"{key.replace('_', ' ')} {value_words(inner)}" for key, inner in value.items())
    return "not settled" if value == UNKNOWN else str(value)


def said(evidence: Evidence) -> str:
    """Say what was read, a number of seats as instruments do.

    >>> said(Evidence("seats.parent", 2, "two parent governors", Where(line=4), "stated"))
    '2 parent governors'
    """
    table, _, key = evidence.field.rpartition(".")
    count = evidence.value
    if table == "seats" and key in SEATS and isinstance(count, int):
        return f"{count} {seat_words(key, count)}"
    if table == "seats" and key in PARTS_OF:
        return f"{key.replace('_', ' ')}: {value_words(count)}"
    return f"{field_words(evidence.field)}: {value_words(count)}"


def quoted(words: str, where: Where) -> str:
    """Quote the words, shortened where they are long, and say where they stand.

    >>> quoted("two parent governors", Where(paragraph=9))
    '"two parent governors" (paragraph 9)'
    """
    words = " ".join(words.split())
    if len(words) > _MOST_QUOTED:
        words = f"{words[:_MOST_QUOTED].rsplit(' ', 1)[0]} ..."
    place = f" ({where})" if str(where) else ""
    return f'"{words}"{place}' if words else str(where)


def reason(evidence: Evidence) -> str:
    """Say what was read, why that follows or what speaks against it, and the words.

    >>> reason(Evidence("seats.head_teacher", 1, "the head teacher", Where(line=4), "inferred", "No number stands there"))
    '1 head teacher (no number stands there), from "the head teacher" (line 4)'
    """
    because = f" ({lower(evidence.because)})" if evidence.because else ""
    return f"{said(evidence)}{because}{_source(evidence)}"


def with_words(evidence: Evidence) -> str:
    """Say what was read, and the words."""
    return f"{said(evidence)}{_source(evidence)}"


def _source(evidence: Evidence) -> str:
    words = quoted(evidence.words, evidence.where)
    return f", from {words}" if words else ""


def not_understood(understood: Understood) -> list[str]:
    """Quote each line on the board that was not understood, and say which seats are open for it, or for another reason."""
    unread = [one for one in understood.evidence if one.sure == "unread"]
    lines = [
        f"{quoted(line.words, line.where)}: {line.why}{_leaves_open(line.seats)}"
        for line in understood.unread
    ]
    said = {(line.words, line.where) for line in understood.unread if line.seats}
    open_for: dict[tuple[str, str], list[str]] = {}
    for one in unread:
        if (one.words, one.where) not in said:
            open_for.setdefault((one.because, quoted(one.words, one.where)), []).append(one.field)
    return lines + [
        f"{listed([field_words(field) for field in fields])}: {lower(because)}{f', {words}' if words else ''}"
        for (because, words), fields in open_for.items()
    ]


def _leaves_open(seats: Iterable[str]) -> str:
    named = [field_words(seat) for seat in seats]
    return f"; open for it: {listed(named)}" if named else ""
