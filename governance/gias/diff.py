"""Instrument, register and public record of one body side by side, and the one list of what the school must mend."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from governance.files.columns import fold
from governance.gias import guidance
from governance.gias.mend import Mend, chair_mends, doubles, entry_words, live, mends, over
from governance.gias.pairing import Pair, pairs
from governance.gias.record import Entry
from governance.gias.sheet_words import CHAIR, GOVERNOR
from governance.model.governors import by_appointer
from governance.model.names import IN_POST, SEATS
from governance.people.in_post import Body, Line

_NOT_SAID: Final = "unknown"
_NO_NAMES: Final = "No name of the register is in the record, as in one that was imported without names. Rows are told by the appointment alone."


@attrs.frozen
class Seats:
    """One category: its seats in the instrument, and who is in post in the register and in the record; None is not known."""

    category: str
    instrument: int | None
    register: int
    gias: int


@attrs.frozen(repr=False)
class Diff:
    """The three sides of one body on a day."""

    body: str
    urn: str
    on: datetime.date
    seats: tuple[Seats, ...]
    rows: tuple[Pair, ...]
    mends: tuple[Mend, ...]
    notes: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Tell whether there is something to mend that is no question."""
        return any(one.way is not guidance.ASK for one in self.mends)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "body": self.body,
            "urn": self.urn,
            "on": self.on.isoformat(),
            "categories": [attrs.asdict(one) for one in self.seats],
            "rows": [_row(one) for one in self.rows],
            "mend": [one.as_json() for one in self.mends],
            "notes": list(self.notes),
        }


def diff(
    body: Body,
    urn: str,
    entries: Sequence[Entry],
    *,
    on: datetime.date,
    gids: bool,
    marks: Mapping[int, int],
    notes: Sequence[str] = (),
) -> Diff:
    """Put a body of a register, with its instrument where there is one, beside the rows that GIAS has of it."""
    roles = (fold(GOVERNOR), fold(CHAIR))
    rows = [
        one for one in entries if fold(one.role) in roles and not (one.appointed_on and one.appointed_on > on)
    ]
    twice = doubles(rows)
    single = [one for one in rows if one not in twice]
    governors = [one for one in single if not _repeats_a_governor(one, single)]
    known = {one.person for one in governors}
    if marks and any(known) and known.isdisjoint(marks.values()):
        marks, notes = {}, (*notes, _NO_NAMES)
    found = pairs(_governors(body), governors, gids=gids, marks=marks)
    # What is over on both sides, or in GIAS alone, is history there.
    found = tuple(one for one in found if _of_today(one, on))
    mended = [
        *chair_mends(body, found, [one for one in single if one.chairs and live(one, on)], on),
        *(mend for pair in found for mend in mends(pair, on)),
        *(
            Mend(f"GIAS has one appointment twice: {entry_words(one)}.", guidance.MISTAKE, (), (one.gid,))
            for one in twice
        ),
    ]
    return Diff(body.name, urn, on, _seats(body, governors, on), found, tuple(mended), tuple(notes))


def _governors(body: Body) -> list[Line]:
    """Give who may be a governor, and who has been one and has no later row."""
    serving = {
        (line.person.who, line.person.category) for line in body.lines if line.in_post and line.person.who
    }
    return [
        line
        for line in body.lines
        if line.standing in (IN_POST, "cannot tell")
        or (line.standing == "ended" and (line.person.who, line.person.category) not in serving)
    ]


def _repeats_a_governor(one: Entry, rows: Sequence[Entry]) -> bool:
    """Tell whether a row of the chair is beside one of the same person as governor."""
    return (
        one.chairs
        and one.person != 0
        and any(other.person == one.person and not other.chairs for other in rows)
    )


def _of_today(pair: Pair, on: datetime.date) -> bool:
    in_register = pair.line is not None and not (pair.line.standing == "ended" and over(pair.line, on))
    return in_register or (pair.entry is not None and live(pair.entry, on))


def _seats(body: Body, entries: Sequence[Entry], on: datetime.date) -> tuple[Seats, ...]:
    """Count each category on the three sides; a row of the record is of the category that follows from its appointing body."""
    there = [by_appointer(one.appointing_body).category or _NOT_SAID for one in entries if live(one, on)]
    counts = {one.category: one for one in body.counts}
    unsure = sum(line.standing == "cannot tell" for line in body.lines)
    found = [
        Seats(seat, counts[seat].seats if seat in counts else 0 if body.proposal else None, counts[seat].in_post if seat in counts else 0, there.count(seat))
        for seat in SEATS
        if seat in counts or seat in there
    ]  # fmt: skip
    if unsure or _NOT_SAID in there:
        found.append(Seats(_NOT_SAID, None, unsure, there.count(_NOT_SAID)))
    return tuple(found)


def _row(pair: Pair) -> dict[str, Any]:
    line, entry = pair.line, pair.entry
    return {
        "register": None
        if line is None
        else {
            "line": line.person.line,
            "key": line.person.key,
            "category": line.person.category or None,
            "appointed_on": _iso(line.person.appointed_on),
            "stated_end": _iso(line.person.stated_end),
            "ended_on": _iso(line.person.ended_on),
            "office": line.person.office,
            "standing": line.standing,
        },
        "gias": None
        if entry is None
        else {
            "line": entry.line,
            "gid": entry.gid,
            "role": entry.role,
            "appointing_body": entry.appointing_body,
            "appointed_on": _iso(entry.appointed_on),
            "ends_on": _iso(entry.ends_on),
        },
        "by": pair.how or None,
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
