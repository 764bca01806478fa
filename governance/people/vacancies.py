"""The authority's report for members: vacancies by category and body, its own places, and terms that end soon."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from governance.answers.finding import Rows, Shown
from governance.model import Proposal
from governance.model.names import IN_POST, SEATS, seat_words
from governance.model.person import Person
from governance.people.bodies import groups, name_of
from governance.people.in_post import Body, Line, in_post
from governance.people.register import Register

OURS: Final = "local_authority"
"""The category of which the authority nominates the governors."""


@attrs.frozen
class Place:
    """One category: of a body, or of all together, where `body` is empty."""

    body: str
    category: str
    seats: int
    in_post: int
    vacancies: int
    surplus: int


@attrs.frozen
class Ending:
    """A term that ends: whose, and in both readings when; the same day twice where the register states it."""

    body: str
    key: str
    category: str
    days: tuple[datetime.date, datetime.date]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "body": self.body,
            "key": self.key,
            "category": self.category,
            "ends_on": [day.isoformat() for day in self.days],
        }


@attrs.frozen(repr=False)
class Vacancies(Shown):
    """What members are told of a day. `places` are of each body with an instrument and people, ours among them.

    `endings` are the terms of governors in post that end before the day `before`, and `over` those that have ended though
    no leaving is recorded. `without` are the bodies of which no instrument is given, and `unlisted` those of which no
    register names anybody, so that nobody knows who is in post; `unsettled` says what a count leaves out, and `problems` what could not be read.
    """

    on: datetime.date
    before: datetime.date
    bodies: tuple[str, ...]
    places: tuple[Place, ...]
    endings: tuple[Ending, ...]
    over: tuple[Ending, ...] = ()
    without: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def vacant(self) -> tuple[Place, ...]:
        """The places of which somebody is wanted."""
        return tuple(one for one in self.places if one.vacancies)

    @property
    def ours(self) -> tuple[Place, ...]:
        """The places that the authority nominates for."""
        return tuple(one for one in self.places if one.category == OURS)

    @property
    def totals(self) -> tuple[Place, ...]:
        """Every category, of all bodies together."""
        return tuple(_totals(self.places))

    def in_short(self) -> str:
        """Say how many vacancies there are."""
        return (
            f"{sum(one.vacancies for one in self.places)} vacancies of {len(self.bodies)} bodies; {self.on}"
        )

    def in_rows(self) -> Rows:
        """Give each category of each body."""
        heads = ("Body", "Category", "Seats", "In post", "Vacancies", "Surplus")
        return heads, [attrs.astuple(one) for one in self.places]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "on": self.on.isoformat(),
            "before": self.before.isoformat(),
            "bodies": list(self.bodies),
            "places": [attrs.asdict(one) for one in self.places],
            "totals": [_without_body(one) for one in self.totals],
            "endings": [one.as_json() for one in self.endings],
            "over": [one.as_json() for one in self.over],
            "without_instrument": list(self.without),
            "without_people": list(self.unlisted),
            "unsettled": list(self.unsettled),
            "problems": list(self.problems),
        }


def vacancies(
    registers: Sequence[Register],
    instruments: Sequence[Proposal],
    *,
    on: datetime.date,
    before: datetime.date,
    problems: Sequence[str] = (),
) -> Vacancies:
    """Say what is vacant on a day in the bodies of some registers, and whose term ends before another day.

    Where there are several registers or instruments, one that names no body is of the body that its file is named after.
    """
    several = len(registers) > 1 or len(instruments) > 1
    people = [
        one
        for register in registers
        for one in (_named(register, instruments) if several else register.people)
    ]
    # The one register and the one instrument of a folder are no pair because of that alone.
    apart = [group.otherwise for group in groups(people, instruments) if group.otherwise]
    answer = in_post(Register("", tuple(people)), () if apart else instruments, on=on)
    wrong = (f"{register.source}: {one}" for register in registers for one in register.problems)
    return of_bodies(answer.bodies, on=on, before=before, apart=apart, problems=(*problems, *wrong))


def of_bodies(
    bodies: Sequence[Body],
    *,
    on: datetime.date,
    before: datetime.date,
    apart: Sequence[str] = (),
    problems: Sequence[str] = (),
) -> Vacancies:
    """Say it of bodies that are answered on already; `apart` are instruments whose body no register names."""
    listed = tuple(body for body in bodies if any(line.standing != "note" for line in body.lines))
    known = tuple(body for body in listed if body.proposal is not None)
    return Vacancies(
        on=on,
        before=before,
        bodies=tuple(body.name for body in bodies),
        places=tuple(place for body in known for place in _places(body)),
        endings=tuple(sorted(_endings(bodies, on, before), key=_when)),
        over=tuple(sorted(_over(bodies, on), key=_when)),
        without=tuple(body.name for body in bodies if body.proposal is None),
        unlisted=(*apart, *(body.name for body in bodies if not any(body is one for one in listed))),
        unsettled=tuple(_unsettled(known)),
        problems=tuple(problems),
    )


def _named(register: Register, instruments: Sequence[Proposal]) -> tuple[Person, ...]:
    if any(one.body for one in register.people):
        return register.people
    own = (name_of(one) for one in instruments if one.source == register.source)
    name = next(own, Path(register.source).stem)
    return tuple(one if one.standing == "note" else attrs.evolve(one, body=name) for one in register.people)


def _places(body: Body) -> Iterator[Place]:
    for one in body.counts:
        if one.seats is not None:
            yield Place(body.name, one.category, one.seats, one.in_post, one.vacancies or 0, one.surplus or 0)


def _unsettled(bodies: Sequence[Body]) -> Iterator[str]:
    """Name what a count leaves out: seats that are not settled, and people who may be in post or not."""
    for body in bodies:
        for one in body.counts:
            if body.proposal is not None and one.seats is None:
                yield f"{body.name}: how many {seat_words(one.category, 2)} there are to be is not settled"
        unsure = [line for line in body.lines if line.standing == "cannot tell"]
        for line in unsure:
            yield f"{body.name}: whether {line.person.key} is a governor in post, and of which category, cannot be told"


def _endings(bodies: Sequence[Body], on: datetime.date, before: datetime.date) -> Iterator[Ending]:
    for body in bodies:
        for line in body.lines:
            days = _days(line)
            if line.in_post and days and on <= days[1] and days[0] < before:
                yield Ending(body.name, line.person.key, line.person.category, days)


def _over(bodies: Sequence[Body], on: datetime.date) -> Iterator[Ending]:
    """Name those whom the register still has in post, and whose term is over."""
    for body in bodies:
        for line in body.lines:
            one, days = line.person, line.end.days
            still = one.standing == IN_POST and one.ended_on is None and line.standing == "ended"
            if still and days and days[1] < on and (one.stated_end is None or one.stated_end >= on):
                yield Ending(body.name, one.key, one.category, days)


def _when(one: Ending) -> tuple[object, ...]:
    return (one.days, one.body, one.key)


def _days(line: Line) -> tuple[datetime.date, datetime.date] | None:
    """Give the end of a term as the register states it where that is sooner, and else as it is reckoned."""
    stated, days = line.person.stated_end, line.end.days
    if stated and (days is None or stated < days[0]):
        return stated, stated
    return days


def _totals(places: Sequence[Place]) -> Iterator[Place]:
    for seat in SEATS:
        mine = [one for one in places if one.category == seat]
        if mine:
            yield Place(
                "",
                seat,
                sum(one.seats for one in mine),
                sum(one.in_post for one in mine),
                sum(one.vacancies for one in mine),
                sum(one.surplus for one in mine),
            )


def _without_body(place: Place) -> dict[str, Any]:
    return {key: value for key, value in attrs.asdict(place).items() if key != "body"}
