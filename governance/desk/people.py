"""The people of a body as the answers about people take them: by office and key, with a name only where names are kept."""

from governance.desk.models import Appointment, Body
from governance.model.names import IN_POST
from governance.model.person import Fact, Person
from governance.model.term import Term


def persons_of(body: Body) -> list[Person]:
    """Give everybody in the register of a body."""
    rows = body.appointments.all()
    fetched = "appointments" in getattr(body, "_prefetched_objects_cache", ())
    return [
        person_of(one)
        for one in (rows if fetched else rows.select_related("person").prefetch_related("offices"))
    ]


def person_of(one: Appointment) -> Person:
    """Give an appointment as an entry of a register."""
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
        office=next((office.role for office in one.offices.all() if office.until is None), None),
        standing=one.standing or IN_POST,
        name=one.person.name if one.person else "",
    )
