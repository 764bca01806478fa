"""The people of bodies on a day, as the answers about people give them: kept while nothing of the body changes."""

import datetime
import functools
from collections.abc import Iterable, Mapping
from typing import Final

import attrs
from django.db.models import OuterRef, Subquery, TextField, prefetch_related_objects
from django.db.models.functions import Cast

from governance.desk.models import Authority, Body, Event, Instrument
from governance.desk.people import unnamed
from governance.errors import ProposalError
from governance.model import Proposal, parse
from governance.model.person import Person
from governance.model.proposal import Earlier
from governance.people.in_post import Body as Answered
from governance.people.in_post import Line, Note, in_post
from governance.people.register import Register

SOON: Final = 90
"""Within how many days the end of a term is named."""
_KEPT: Final = 4_000
"""Of how many bodies the answer is kept."""

Days = tuple[datetime.date, datetime.date]
Holidays = tuple[Days, ...]


@attrs.frozen(eq=False, slots=False)
class Found:
    """What was answered on a body: its instrument where one is on file, and its people; each count is made once.

    `asked` counts the questions that a register does not answer; they are not among the findings.
    """

    instrument: Instrument | None
    people: Answered
    asked: int = 0

    @property
    def notes(self) -> tuple[Note, ...]:
        """Give what to mind about the people."""
        return self.people.findings

    @functools.cached_property
    def wrong(self) -> tuple[Note, ...]:
        """Give what contradicts: a rule that is broken, or a register that says other than the instrument."""
        return tuple(one for one in self.notes if weight(one) == WRONG)

    @functools.cached_property
    def ends(self) -> tuple[tuple[Days, Line], ...]:
        """Give when the terms of those in post end, where that is known."""
        found = ((last_days(line), line) for line in self.people.lines if line.in_post)
        return tuple((days, line) for days, line in found if days is not None)

    @functools.cached_property
    def in_post(self) -> int:
        """Count those who are in post."""
        return sum(one.in_post for one in self.people.counts)

    @functools.cached_property
    def seats(self) -> int | None:
        """Count the seats of the instrument; None where they are not known."""
        counted = [one.seats for one in self.people.counts]
        return None if None in counted or not counted else sum(one for one in counted if one)

    @functools.cached_property
    def vacancies(self) -> int:
        """Count the seats that have nobody."""
        return sum(one.vacancies or 0 for one in self.people.counts)

    @functools.cached_property
    def surplus(self) -> int:
        """Count those beyond the seats."""
        return sum(one.surplus or 0 for one in self.people.counts)


@attrs.frozen
class Staffed:
    """A body on a day: its row, and what was answered on it."""

    row: Body
    found: Found

    @property
    def instrument(self) -> Instrument | None:
        """Give the instrument in force."""
        return self.found.instrument

    @property
    def people(self) -> Answered:
        """Give its people as they are answered on."""
        return self.found.people

    @property
    def notes(self) -> tuple[Note, ...]:
        """Give what to mind."""
        return self.found.notes

    @property
    def wrong(self) -> tuple[Note, ...]:
        """Give what contradicts."""
        return self.found.wrong

    @property
    def in_post(self) -> int:
        """Count those who are in post."""
        return self.found.in_post

    @property
    def seats(self) -> int | None:
        """Count the seats; None where they are not known."""
        return self.found.seats

    @property
    def vacancies(self) -> int:
        """Count the seats that have nobody."""
        return self.found.vacancies

    @property
    def surplus(self) -> int:
        """Count those beyond the seats."""
        return self.found.surplus


WRONG: Final = "wrong"
UNSURE: Final = "unsure"
TO_NOTE: Final = "to note"


def weight(note: Note) -> str:
    """Say how much a note weighs: it contradicts, it cannot be told, or it is to be noted."""
    if note.broken or note.grade == "stated in the instrument":
        return WRONG
    return UNSURE if note.grade == "cannot tell" else TO_NOTE


def last_days(line: Line) -> Days | None:
    """Give when a term ends in both readings; as the register states it where that is sooner."""
    stated, days = line.person.stated_end, line.end.days
    return (stated, stated) if stated and (days is None or stated < days[0]) else days


def holidays_of(authority: Authority) -> Holidays:
    """Give the holidays of an authority, those that cannot be read left out."""
    found = []
    for one in authority.holidays or ():
        try:
            first, last = (datetime.date.fromisoformat(str(day)) for day in one)
        except (TypeError, ValueError):
            continue
        found.append((first, last))
    return tuple(found)


def staffed(bodies: Iterable[Body], on: datetime.date) -> list[Staffed]:
    """Answer on the people of bodies on a day, in the order given; what was answered before is taken where it stands."""
    rows = list(bodies)
    stamps = _stamps(rows)
    keys = {row.pk: (row.name, on, stamps[row.pk]) for row in rows}
    kept = {row.pk: _known[row.pk][1] for row in rows if _known.get(row.pk, ("",))[0] == keys[row.pk]}
    new = [row for row in rows if row.pk not in kept or not stamps[row.pk][0]]
    prefetch_related_objects(new, "authority", "instruments")
    # Names are not kept here: a purge would not reach them.
    people = unnamed([row.pk for row in new]) if new else {}
    if len(_known) + len(new) > _KEPT:
        _known.clear()
    kept |= {row.pk: _answered(row, people.get(row.pk, ()), on) for row in new}
    _known.update({row.pk: (keys[row.pk], kept[row.pk]) for row in new})
    return [Staffed(row, kept[row.pk]) for row in rows]


def staffed_body(row: Body, on: datetime.date) -> Staffed:
    """Answer on the people of one body."""
    return staffed([row], on)[0]


_known: Final[dict[int, tuple[object, Found]]] = {}


def _stamps(rows: Iterable[Body]) -> Mapping[int, tuple[str, str]]:
    """Give what tells that nothing changed: the hash of the last event of a body, for each change makes one; and the holidays."""
    last = Event.objects.filter(body=OuterRef("pk")).order_by("-number").values("hash")[:1]
    wanted = Body.objects.filter(pk__in=[row.pk for row in rows])
    found = wanted.annotate(stamp=Subquery(last), away=Cast("authority__holidays", TextField()))
    return {pk: (stamp or "", away) for pk, stamp, away in found.values_list("pk", "stamp", "away")}


def _answered(row: Body, people: Iterable[Person], on: datetime.date) -> Found:
    instrument, given = given_on(row, on)
    register = Register(row.name, tuple(people))
    found = in_post(
        register, [given] if given else [], on=on, within=SOON, holidays=holidays_of(row.authority)
    ).bodies
    body = found[0] if found else Answered(row.name, (), ())
    told = tuple(one for one in body.findings if not one.asks)
    asked = len({one.says for one in body.findings if one.asks})
    return Found(instrument, attrs.evolve(body, name=row.name, findings=told), asked)


def given_on(row: Body, on: datetime.date) -> tuple[Instrument | None, Proposal | None]:
    """Give the instrument in force on a day, and what it says, with the terms that those before it set."""
    there = sorted(
        (one for one in row.instruments.all() if one.effective_on and one.effective_on <= on),
        key=lambda one: (one.effective_on, one.pk),
    )
    current = next((one for one in reversed(there) if one.ended_on is None or one.ended_on > on), None)
    if current is None:
        return None, None
    try:
        given = parse(current.data, source=f"the instrument of {row.name}")
        before = [
            Earlier(one.effective_on, parse(one.data, source="an earlier instrument").terms)
            for one in there
            if one.effective_on < current.effective_on
        ]
    except ProposalError:
        return current, None
    since = given.instrument.effective_on or current.effective_on
    dated = attrs.evolve(given.instrument, effective_on=since)
    return current, attrs.evolve(given, instrument=dated, earlier=given.earlier or tuple(before))
