"""The people of a body as the answers about people take them: by office and key, with a name only where names are kept."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from governance.desk.models import Appointment, Body, Office
from governance.model.names import IN_POST
from governance.model.person import Fact, Person
from governance.model.term import Term


def persons_of(body: Body) -> list[Person]:
    """Give everybody in the register of a body."""
    return [person_of(one) for one in body.appointments.select_related("person").prefetch_related("offices")]


def unnamed(bodies: Collection[int]) -> Mapping[int, list[Person]]:
    """Give everybody in the registers of some bodies, by body and without names: read with two questions."""
    held = Office.objects.filter(appointment__body__in=bodies, until=None).order_by("-pk")
    roles = dict(held.values_list("appointment", "role"))
    found: dict[int, list[Person]] = defaultdict(list)
    for one in Appointment.objects.filter(body__in=bodies).order_by("line", "pk"):
        found[one.body_id].append(_person(one, roles.get(one.pk), ""))
    return found


def person_of(one: Appointment) -> Person:
    """Give an appointment as an entry of a register."""
    role = next((office.role for office in one.offices.all() if office.until is None), None)
    return _person(one, role, one.person.name if one.person else "")


def _person(one: Appointment, office: str | None, name: str) -> Person:
    facts: dict[str, Fact] = {}
    if one.employed_at_school is not None:
        facts["employed_at_school"] = bool(one.employed_at_school)
    if one.term:
        facts["term"] = Term.parse(one.term)
    return Person(
        key=one.key,
        category=one.category,
        came_by=one.came_by or None,
        appointed_on=one.appointed_on,
        facts=facts,
        line=one.line,
        appointed_by=one.appointed_by,
        stated_end=one.ends_stated,
        ended_on=one.ended_on,
        office=office,
        standing=one.standing or IN_POST,
        name=name,
    )
