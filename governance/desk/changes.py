"""A register laid beside what is on file: which rows are of which body, and what would change."""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.desk.events import record
from governance.desk.models import (
    Appointment,
    Authority,
    Body,
    BodySchool,
    ImportRun,
    Office,
    Problem,
    School,
)
from governance.desk.models import Person as Named
from governance.files.columns import fold
from governance.model import Proposal
from governance.model.names import IN_POST
from governance.model.person import Person
from governance.model.proposal import FederatedSchool, Instrument, Seats
from governance.model.proposal import School as OfSchool
from governance.people.bodies import groups
from governance.people.register import Register

_NOBODY: Final = ("note", "vacancy", "office", "duplicate", "not a governor")
"""Rows of a register that are no appointment of their own."""
_LONGEST: Final = 200
_FIELD: Final = 60
"""How many letters the tables have for a name and for a heading."""
_COMPARED: Final = {
    "key": "ID",
    "category": "category",
    "came_by": "came by",
    "appointed_by": "appointed by",
    "appointed_on": "since",
    "term": "term",
    "ends_stated": "term ends, as stated",
    "ended_on": "left on",
    "employed_at_school": "employed at the school",
    "standing": "standing",
    "chair": "office",
}


@attrs.frozen
class Change:
    """What would become of one appointment: "new", "changed", "same" or "gone"; and each field that differs."""

    kind: str
    key: str
    line: int | None
    values: Mapping[str, Any]
    differs: tuple[tuple[str, Any, Any], ...] = ()
    appointment: int | None = None
    name: str = ""


@attrs.frozen
class Changes:
    """The changes of one body."""

    body: Body
    changes: tuple[Change, ...]

    def of(self, kind: str) -> tuple[Change, ...]:
        """Give those of one kind."""
        return tuple(one for one in self.changes if one.kind == kind)


def placed(
    register: Register, bodies: Sequence[Body], alone: Body | None
) -> tuple[dict[int, list[Person]], list[str]]:
    """Put the rows to the bodies that they are of, and name what is of none; `alone` takes a register of one body."""
    people = [one for one in register.people if one.standing not in _NOBODY]
    if alone is not None and len({one.body for one in people if one.body}) <= 1:
        return {alone.pk: people}, []
    numbers = {
        number: body
        for body in bodies
        for school in body.schools.all()
        for number in (school.urn, school.laestab)
        if number
    }
    named = [(_named(body), body) for body in bodies]
    by_proposal = {id(proposal): body for proposal, body in named}
    found: dict[int, list[Person]] = defaultdict(list)
    rest: list[Person] = []
    for one in people:
        body = numbers.get("".join(char for char in one.body if char.isalnum()))
        found[body.pk].append(one) if body else rest.append(one)
    unknown = []
    for group in groups(rest, [proposal for proposal, _ in named]):
        body = by_proposal.get(id(group.proposal))
        if group.people and body is not None and not group.otherwise:
            found[body.pk] += group.people
        elif group.people:
            unknown.append(group.name)
    return dict(found), unknown


def changes(body: Body, people: Iterable[Person], *, by_key: bool, gone: bool = True) -> Changes:
    """Lay the rows of a body beside its appointments: the same ID, or else the same office since the same day, is the same one."""
    there = list(body.appointments.select_related("person").prefetch_related("offices"))
    free = {one.pk: one for one in there}
    rows = list(people)
    pairs: dict[int, Appointment] = {}
    for match in ((_same_key,) if by_key else ()) + (_same_appointment, _same_office_undated):
        for number, person in enumerate(rows):
            if number in pairs:
                continue
            alike = [one for one in free.values() if match(person, one)]
            if alike:
                nearest = min(alike, key=lambda one: len(_differs(person, one, by_key=by_key)))
                pairs[number] = free.pop(nearest.pk)
    found = [_change(person, pairs.get(number), by_key=by_key) for number, person in enumerate(rows)]
    if gone:
        found += [
            Change("gone", one.key, one.line, {}, (), one.pk)
            for one in free.values()
            if one.standing in ("", IN_POST)
        ]
    return Changes(body, tuple(found))


def digest(all_changes: Iterable[Changes]) -> str:
    """Give what tells that a preview is still what would be done."""
    said = [
        (
            one.body.pk,
            change.kind,
            change.appointment,
            sorted((key, str(value)) for key, value in change.values.items()),
        )
        for one in all_changes
        for change in one.changes
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def values_of(person: Person) -> dict[str, Any]:
    """Give a row as the fields of an appointment, and the office held on top of it."""
    return {
        "key": person.key,
        "category": person.category,
        "came_by": person.came_by or "",
        "appointed_by": person.appointed_by,
        "appointed_on": person.appointed_on,
        "term": str(person.term) if person.term else "",
        "ends_stated": person.stated_end,
        "ended_on": person.ended_on,
        "employed_at_school": person.employed_at_school,
        "standing": person.standing,
        "chair": person.office or "",
    }


def _of_row(one: Appointment) -> dict[str, Any]:
    chair = next((office.role for office in one.offices.all() if office.until is None), "")
    return {**{field: getattr(one, field) for field in _COMPARED if field != "chair"}, "chair": chair}


def _change(person: Person, other: Appointment | None, *, by_key: bool) -> Change:
    values = values_of(person)
    if other is None:
        return Change("new", person.key, person.line, values, name=person.name)
    if not by_key:
        values["key"] = other.key
    differs = _differs(person, other, by_key=by_key)
    named = bool(person.name) and (other.person is None or other.person.name != person.name)
    kind = "changed" if differs or named else "same"
    return Change(kind, values["key"], person.line, values, differs, other.pk, person.name)


def _differs(person: Person, other: Appointment, *, by_key: bool) -> tuple[tuple[str, Any, Any], ...]:
    before, after = _of_row(other), values_of(person)
    return tuple(
        (words, before[field], after[field])
        for field, words in _COMPARED.items()
        if before[field] != after[field] and (by_key or field != "key")
    )


def _same_key(person: Person, one: Appointment) -> bool:
    return bool(person.key) and person.key == one.key and person.appointed_on == one.appointed_on


def _same_appointment(person: Person, one: Appointment) -> bool:
    same = person.category == one.category and person.appointed_on == one.appointed_on
    names = one.person.name if one.person and person.name else person.name
    return same and person.appointed_on is not None and person.name == names


def _same_office_undated(person: Person, one: Appointment) -> bool:
    """An office that is held ex officio has no other to be taken for."""
    return person.category == one.category == "head_teacher" and one.standing in ("", IN_POST)


def _named(body: Body) -> Proposal:
    """Give a proposal that has the names of a body and nothing else, to be found by them."""
    schools = tuple(
        FederatedSchool(name=one.name, category=one.category) for one in body.schools.all()
    ) if body.kind == "federation" else ()  # fmt: skip
    first = next(iter(body.schools.all()), None)
    school = OfSchool(category=body.category, name=first.name if first and not schools else body.name)
    return Proposal(school, Seats(), Instrument(governing_body=body.name), schools=schools, source=body.name)


def do(body: Body, change: Change, run: ImportRun, *, gone: str, on: datetime.date) -> None:
    """Make one change. `gone` says why somebody who is no longer listed has ended; the name of somebody only where the authority keeps names."""
    if change.kind == "same":
        return
    one = Appointment.objects.get(pk=change.appointment) if change.appointment else Appointment(body=body)
    if change.kind == "gone":
        one.standing, one.why = "ended", gone
    else:
        for field, value in change.values.items():
            if field != "chair":
                setattr(one, field, value)
        one.line, one.source, one.grade = change.line, "register", "recorded"
        one.person = _person(one, change, run) if run.authority.keeps_names else one.person
    one.run = run
    one.save()
    _chair(one, change, on)


def _person(one: Appointment, change: Change, run: ImportRun) -> Named | None:
    if not change.name:
        return one.person
    person = one.person or Named(authority=run.authority)
    person.name = change.name[:_LONGEST]
    person.save()
    return person


def _chair(one: Appointment, change: Change, on: datetime.date) -> None:
    """Keep the office held on top of the governorship, and close the one that is over."""
    role = change.values.get("chair", "")
    open_ones = one.offices.filter(until=None)
    open_ones.exclude(role=role).update(until=on)
    if role and not open_ones.filter(role=role).exists():
        Office.objects.create(appointment=one, role=role)


def note(run: ImportRun, problems: Iterable[tuple[int | None, str, str]]) -> None:
    """Keep what was not read, by line and column; what stood in a cell may be a name, and is not kept."""
    Problem.objects.bulk_create(
        Problem(run=run, line=line, field=column[:_FIELD], says=says) for line, column, says in problems
    )


_OF_A_SCHOOL: Final = ("urn", "laestab", "name", "category", "foundation", "religious_character")
"""What the public record says of a school; what it leaves open does not take the place of what the desk knows."""


def schools_of(authority: Authority, listed: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the open schools of an authority that the desk has not, or has otherwise; each with what differs."""
    known = {one.urn: one for one in authority.schools.all() if one.urn}
    mine = fold(authority.name)
    found = []
    for one in listed:
        code = one["laestab"][: len(authority.code)] if authority.code else ""
        if one["open"] is False or (
            code != authority.code if authority.code else fold(one["authority"]) != mine
        ):
            continue
        there = known.get(one["urn"])
        differs = [
            [field, getattr(there, field), one[field]]
            for field in _OF_A_SCHOOL
            if there is not None and one[field] and getattr(there, field) != one[field]
        ]
        if there is None or differs:
            found.append({**one, "new": there is None, "differs": differs})
    return found


def take_schools(authority: Authority, listed: Iterable[Mapping[str, Any]], *, by: str) -> int:
    """Make the schools that are new, each with its body or in its federation, and change those that differ."""
    many = 0
    for one in listed:
        school = authority.schools.filter(urn=one["urn"]).first() or School(authority=authority)
        new = school.pk is None
        for field in _OF_A_SCHOOL:
            if one[field]:
                setattr(school, field, one[field])
        school.source = "the public record"
        school.save()
        body = _body_of(authority, school, one) if new else school.bodies.first()
        facts = {"URN": school.urn}
        verb = "took a school from the public record" if new else "changed a school by the public record"
        record(authority, by, verb, school, body=body, facts=facts)
        many += 1
    return many


def _body_of(authority: Authority, school: School, one: Mapping[str, Any]) -> Body:
    """Give the body of a new school: its own, or that of its federation."""
    name, kind = (one["federation"], "federation") if one["federation"] else (school.name, school.category)
    body = authority.bodies.filter(name=name, category=kind).first() if one["federation"] else None
    body = body or Body.objects.create(authority=authority, name=name, category=kind)
    BodySchool.objects.create(body=body, school=school)
    return body
