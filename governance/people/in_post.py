"""Who of a register is in post on a day, by body and category: seats, in post, vacancies, surplus, and what to mind."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.answers.finding import Rows, Shown
from governance.model import Proposal
from governance.model.names import IN_POST, SEATS, UNKNOWN
from governance.model.person import Person
from governance.model.proposal import School, Seats
from governance.people.bodies import NO_BODY, Group, groups
from governance.people.ends import End, end_of
from governance.people.register import Register
from governance.people.rows import Wrong

_NO_TERM: Final = ("head_teacher",)
_STAND_IN: Final = Proposal(School("community"), Seats())
"""The law on terms is that of a school where the body of a row has no instrument."""


@attrs.frozen
class Line:
    """A row on a day: the person, when the term ends, and what the person is on the day."""

    person: Person
    end: End
    standing: str

    @property
    def in_post(self) -> bool:
        """Tell whether the row is of a governor in post."""
        return self.standing == IN_POST

    def as_json(self, body: str) -> dict[str, Any]:
        """Give it as plain values; a name only where names are kept."""
        one, days = self.person, self.end.days
        return {
            "line": one.line,
            "key": one.key,
            **({"name": one.name} if one.name else {}),
            "body": one.body or (None if one.standing == "note" or body == NO_BODY else body),
            "category": one.category or None,
            "appointed_by": one.appointed_by or None,
            "appointed_on": _iso(one.appointed_on),
            "ends_on": [day.isoformat() for day in days] if days else None,
            "stated_end": _iso(one.stated_end),
            "ended_on": _iso(one.ended_on),
            "office": one.office,
            "employed_at_school": one.employed_at_school,
            "standing": self.standing,
        }


@attrs.frozen
class Count:
    """One category of a body: its seats, who is in post, and what is vacant or too many; None without an instrument."""

    category: str
    seats: int | None
    in_post: int

    @property
    def vacancies(self) -> int | None:
        """How many seats have nobody in post."""
        return None if self.seats is None else max(0, self.seats - self.in_post)

    @property
    def surplus(self) -> int | None:
        """How many are in post beyond the seats."""
        return None if self.seats is None else max(0, self.in_post - self.seats)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**attrs.asdict(self), "vacancies": self.vacancies, "surplus": self.surplus}


@attrs.frozen
class Note:
    """Something to mind in a body: the rule, the lines that it is about, and how sure it is.

    `grade` is "stated in the instrument", "recorded", "inferred" or "cannot tell"; `broken` is true where a rule is
    broken if what is recorded is so, and `asks` where it is a question on eligibility. `part` is what it is about:
    "record", "terms", "seats", "offices", "staff", "quorum" or "eligibility".
    """

    rule: str
    lines: tuple[int, ...]
    says: str
    citation: str
    grade: str
    url: str = ""
    broken: bool = False
    asks: bool = False
    part: str = attrs.field(default="", eq=False)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        keys = ("rule", "lines", "says", "citation", "grade")
        return {key: list(self.lines) if key == "lines" else getattr(self, key) for key in keys}


@attrs.frozen
class Body:
    """One governing body on a day."""

    name: str
    lines: tuple[Line, ...]
    counts: tuple[Count, ...]
    proposal: Proposal | None = None
    findings: tuple[Note, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "body": self.name,
            "categories": [one.as_json() for one in self.counts],
            "findings": [one.as_json() for one in self.findings],
        }


@attrs.frozen(repr=False)
class InPost(Shown):
    """Every body of a register on a day."""

    register: str
    on: datetime.date
    bodies: tuple[Body, ...]
    problems: tuple[Wrong, ...] = ()
    columns: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def lines(self) -> tuple[tuple[str, Line], ...]:
        """Give every row with the name of its body, in the order of the register."""
        found = [(body.name, line) for body in self.bodies for line in body.lines]
        return tuple(sorted(found, key=lambda pair: pair[1].person.line or 0))

    def in_short(self) -> str:
        """Say how many are in post."""
        return f"{sum(line.in_post for _, line in self.lines)} governors in post; {self.on}"

    def in_rows(self) -> Rows:
        """Give each category of each body."""
        rows = [
            (body.name, one.category, one.seats, one.in_post, one.vacancies, one.surplus)
            for body in self.bodies
            for one in body.counts
        ]
        return ("Body", "Category", "Seats", "In post", "Vacancies", "Surplus"), rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "register": self.register,
            "on": self.on.isoformat(),
            "columns": dict(self.columns),
            "problems": [one.as_json() for one in self.problems],
            "people": [line.as_json(body) for body, line in self.lines],
            "bodies": [body.as_json() for body in self.bodies],
        }


def in_post(
    register: Register,
    instruments: Sequence[Proposal] = (),
    *,
    on: datetime.date,
    within: int = 90,
    holidays: Iterable[tuple[datetime.date, datetime.date]] = (),
) -> InPost:
    """Say who of a register is in post on a day, of each body, and what to mind about them.

    Each body is put beside its instrument; without one its seats, vacancies and surplus are not known. Terms that end
    within so many days, or in one of the holidays (first and last day), are named.
    """
    from governance.people.findings import findings  # noqa: PLC0415 - they are found in what stands here

    bodies, days = [], tuple(holidays)
    for group in groups(register.people, instruments):
        body = _body(group, on)
        told = findings(body, on=on, within=within, holidays=days, called=group.otherwise)
        bodies.append(attrs.evolve(body, findings=told))
    return InPost(register.source, on, tuple(bodies), register.problems, register.columns)


def lines_of(people: Sequence[Person], proposal: Proposal | None, on: datetime.date) -> tuple[Line, ...]:
    """Give each row with the end of its term, and what the person is on a day."""
    people = [_head(one, proposal) for one in people]
    later = _chosen_again(people, on)
    return tuple(_line(one, proposal, on, again=id(one) in later) for one in people)


def _head(one: Person, proposal: Proposal | None) -> Person:
    """Take an ex officio governor for the head teacher, where the instrument leaves no other who could be one."""
    if one.category or one.came_by != "ex officio" or one.standing != "cannot tell" or proposal is None:
        return one
    if proposal.seats.foundation != 0 or not proposal.seats.head_teacher:
        return one
    return attrs.evolve(one, category="head_teacher", inferred=True, standing=IN_POST)


def has_term(person: Person) -> bool:
    """Tell whether an office ends with a term; the head teacher's and an ex officio governor's go with the post."""
    return person.category not in _NO_TERM and person.came_by != "ex officio"


def _body(group: Group, on: datetime.date) -> Body:
    lines = lines_of(group.people, group.proposal, on)
    counts = []
    for seat in SEATS:
        given = getattr(group.proposal.seats, seat) if group.proposal else None
        many = sum(line.in_post and line.person.category == seat for line in lines)
        if given or many:
            counts.append(Count(seat, None if given is None or given == UNKNOWN else given, many))
    return Body(group.name, lines, tuple(counts), group.proposal)


def _line(one: Person, proposal: Proposal | None, on: datetime.date, *, again: bool) -> Line:
    end = End()
    if (
        one.appointed_on
        and has_term(one)
        and one.standing not in ("vacancy", "note", "office", "not a governor")
    ):
        end = end_of(one, proposal or _STAND_IN, proposal.terms_on if proposal else lambda _: None)
    standing = one.standing
    if standing in (IN_POST, "associate", "cannot tell"):
        if one.ended_on and one.ended_on < on:
            standing = "ended"
        elif one.appointed_on and one.appointed_on > on:
            standing = "note"
        elif again or (has_term(one) and _over(one, end, on)):
            standing = "ended"
    return Line(one, end, standing)


def _over(one: Person, end: End, on: datetime.date) -> bool:
    """Tell whether the term is over: by the law, or as the register states it."""
    stated = one.stated_end
    if stated and one.appointed_on and stated < one.appointed_on:
        stated = None  # one of the two days is wrong
    return bool((stated and stated < on) or (end.days and end.days[0] < on))


def _chosen_again(people: Sequence[Person], on: datetime.date) -> set[int]:
    """Give the rows whose person has a later row of the same category that has begun: the earlier office is over."""
    latest: dict[tuple[str, str, str], datetime.date] = {}
    for one in people:
        if one.who and one.appointed_on and one.appointed_on <= on and one.standing == IN_POST:
            place = (one.body, one.who, one.category)
            latest[place] = max(latest.get(place, one.appointed_on), one.appointed_on)
    return {
        id(one)
        for one in people
        if one.who and one.standing == IN_POST and one.appointed_on
        and one.appointed_on < latest.get((one.body, one.who, one.category), one.appointed_on)
    }  # fmt: skip


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
