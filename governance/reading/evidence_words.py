"""How a value that was read, and the words it rests on, are said in every output."""

import datetime
from typing import Final

from governance.english import day_words, listed, lower, sentence
from governance.model.names import PARTS_OF, SEATS, UNKNOWN, seat_words
from governance.reading.evidence import Evidence, Remark, Understood
from governance.reading.intake.transcript import Where

_MOST_QUOTED: Final = 110
_FIELDS: Final = {
    "school.name": "name",
    "instrument.governing_body": "name of the governing body",
    "instrument.effective_on": "takes effect on",
    "ethos.description": "ethos",
    "foundation.name": "name of the foundation",
    "foundation.rest": "the other foundation seats",
    "schools": "schools of the federation",
}
_TABLES: Final = {"terms": "term of office", "approvals": "approval", "current": "before"}
_BY_SEAT: Final = ("seats", "terms", "current", "filled")


def field_words(field: str) -> str:
    """Say a key of a proposal file as a reader would: "term of office: co-opted governors" for "terms.co_opted"."""
    first, *within, key = field.split(".") if "." in field else ("", field)
    words = seat_words(key, 2) if key in SEATS and first in _BY_SEAT else key.replace("_", " ")
    number = next((f" {int(part) + 1}" for part in within if part.isdecimal()), "")
    table = _TABLES.get(first, f"{first}{number}" if number else "")
    return _FIELDS.get(field) or (f"{table}: {words}" if table else words)


def value_words(value: object) -> str:
    """Say a value: a day in words, a list joined, a table key by key."""
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
    """Say what was read, a number of seats as instruments do."""
    table, _, key = evidence.field.rpartition(".")
    if table == "seats" and key in SEATS and isinstance(evidence.value, int):
        return f"{evidence.value} {seat_words(key, evidence.value)}"
    part = table == "seats" and key in PARTS_OF
    return f"{key.replace('_', ' ') if part else field_words(evidence.field)}: {value_words(evidence.value)}"


def quoted(words: str, where: Where) -> str:
    """Quote the words, shortened where they are long, and say where they stand."""
    words = " ".join(words.split())
    if len(words) > _MOST_QUOTED:
        words = f"{words[:_MOST_QUOTED].rsplit(' ', 1)[0]} ..."
    place = f" ({where})" if str(where) else ""
    return f'"{words}"{place}' if words else str(where)


def remarked(remark: Remark) -> str:
    """Say what a reader should know, and quote what it is about."""
    return f"{sentence(remark.says)} {'; '.join(quoted(*quote) for quote in remark.quotes)}".strip()


def reason(evidence: Evidence) -> str:
    """Say what was read, why that follows or what speaks against it, if anything, and the words."""
    because = f" ({lower(evidence.because)})" if evidence.because else ""
    words = quoted(evidence.words, evidence.where)
    return f"{said(evidence)}{because}{f', from {words}' if words else ''}"


def not_understood(understood: Understood) -> list[str]:
    """Quote each line on the board that was not understood, and say which seats are open for it, or for another reason."""
    lines = []
    for line in understood.unread:
        open_seats = f"; open for it: {listed(map(field_words, line.seats))}" if line.seats else ""
        lines.append(f"{quoted(line.words, line.where)}: {line.why}{open_seats}")
    told = {(line.words, line.where) for line in understood.unread if line.seats}
    open_for: dict[str, list[str]] = {}
    for one in understood.evidence:
        if one.sure == "unread" and (one.words, one.where) not in told:
            words = quoted(one.words, one.where)
            why = f"{lower(one.because)}{f', {words}' if words else ''}"
            open_for.setdefault(why, []).append(field_words(one.field))
    return lines + [f"{listed(own)}: {why}" for why, own in open_for.items()]
