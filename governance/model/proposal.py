"""A proposal: the board a school wants, and what its instrument of government is to say."""

import datetime
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Literal

import attrs

from governance.english import sentence
from governance.errors import ArgumentError
from governance.model.names import SEATS, UNKNOWN, shown
from governance.model.term import Term

if TYPE_CHECKING:
    from governance.model.paper import Paper
    from governance.model.person import Person

Count = int | Literal["unknown"]
"""A number of seats, nought or more; or "unknown", where it is still to be settled."""


Day = datetime.date | str
"""A day as a caller gives it: a date, or text such as "2018-09-18"."""


@attrs.frozen
class School:
    """The school, federation or unit whose governing body it is. `foundation` is None where nobody has said.

    `foundation_origin` is how it came by its foundation, on which it depends how the foundation's majority may end.
    """

    __repr__ = shown

    category: str
    name: str | None = None
    foundation: str | None = None
    religious_character: str | None = None
    local_authority: str | None = None
    head_resigned: bool = False
    phase: str | None = None
    foundation_origin: str | None = None


@attrs.frozen
class FederatedSchool:
    """One school of a federation.

    `head` names the head teacher by office ("executive head teacher"): schools that name the same share one
    head, and a school that names none has its own. `seats` are the federation's seats that belong to this
    school (`parent`, `foundation`), where the instrument says so, and `approvals` those given for this school.
    """

    __repr__ = shown

    category: str
    name: str | None = None
    foundation: str | None = None
    religious_character: str | None = None
    ethos: str | None = None
    head: str | None = None
    head_resigned: bool = False
    seats: Mapping[str, int] = attrs.field(factory=dict)
    approvals: Mapping[str, datetime.date] = attrs.field(factory=dict)


@attrs.frozen
class Instrument:
    """The document itself: who it constitutes, who makes it, and when.

    `replaces` is the day on which the instrument that this one varies and replaces was made.
    `decided_to_vary_on` is the day of a decision under reg 32(2) of SI 2007/957 to vary an older instrument.
    `sponsor_names` and `nominating_body` (of a special school's community governor) belong to earlier law and
    to pupil referral units.
    """

    __repr__ = shown

    governing_body: str | None = None
    made_by: str | None = None
    made_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    replaces: datetime.date | None = None
    decided_to_vary_on: datetime.date | None = None
    sponsor_names: tuple[str, ...] = ()
    nominating_body: str | None = None


@attrs.frozen
class Seats:
    """How many seats each category has, and the total as the proposal states it.

    A category that is not named has no seats. `co_opted_staff` is the part of `co_opted` who are eligible
    to be elected as staff governor: a fact about people, which an instrument does not state, so mostly None.
    `foundation_parent` and `extra_foundation` are parts of `foundation`, which only earlier law counts.
    """

    __repr__ = shown

    parent: Count = 0
    local_authority: Count = 0
    staff: Count = 0
    head_teacher: Count = 0
    co_opted: Count = 0
    foundation: Count = 0
    partnership: Count = 0
    community: Count = 0
    sponsor: Count = 0
    co_opted_staff: Count | None = None
    foundation_parent: Count | None = None
    extra_foundation: Count | None = None
    total: int | None = None

    def counts(self) -> dict[str, Count]:
        """Every category and its seats, in the order instruments list them."""
        return {seat: getattr(self, seat) for seat in SEATS}

    def sum(self) -> int | None:
        """The seats added up; None while one of them is unknown."""
        counts = self.counts().values()
        return None if UNKNOWN in counts else sum(map(int, counts))


@attrs.frozen
class Terms:
    """Terms of office by category (`all` for every category), and categories whose appointers fix them."""

    __repr__ = shown

    by_category: Mapping[str, Term] = attrs.field(factory=dict)
    fixed_by_appointer: tuple[str, ...] = ()


@attrs.frozen
class Earlier:
    """An instrument that the governing body had before: from which day, and the terms it set."""

    __repr__ = shown

    effective_on: datetime.date
    terms: Terms = Terms()


@attrs.frozen
class Appointer:
    """Someone who appoints foundation governors: who, how many or "unknown", on what basis, and for which school."""

    __repr__ = shown

    by: str
    number: Count
    basis: str | None = None
    school: str | None = None

    @property
    def how_many(self) -> str:
        """The number, or words where it is not settled."""
        return "a number not settled" if self.number == UNKNOWN else str(self.number)


@attrs.frozen
class ExOfficio:
    """A foundation governorship that goes with an office, and who may ask for removal or name a substitute."""

    __repr__ = shown

    office: str
    removal_requested_by: str | None = None
    substitute_appointed_by: str | None = None
    school: str | None = None


@attrs.frozen
class Foundation:
    """Who appoints the foundation governors, and which of them hold their seat by virtue of an office.

    `rest` is "unknown" where others may appoint some, too, or hold a seat by office.
    """

    __repr__ = shown

    name: str | None = None
    trust_deed: str | None = None
    appointers: tuple[Appointer, ...] = ()
    ex_officio: tuple[ExOfficio, ...] = ()
    rest: str | None = None


@attrs.frozen
class Proposal:
    """Everything a proposal file says. `source` is where it came from, for messages.

    `filled` is how many seats of a category have a governor in post, where it says so. `earlier` are the instruments
    that the body had before this one, the first first, for the terms of those who were chosen under them. `paper` are
    the words of the paper on which a council decides. `read_as` says
    how something was read that the file writes otherwise than we do; it is no part of what the proposal says.
    """

    __repr__ = shown

    school: School
    seats: Seats
    instrument: Instrument = Instrument()
    terms: Terms = Terms()
    foundation: Foundation = Foundation()
    ethos: str | None = None
    approvals: Mapping[str, datetime.date] = attrs.field(factory=dict)
    current: Seats | None = None
    filled: Mapping[str, int] = attrs.field(factory=dict)
    schools: tuple[FederatedSchool, ...] = ()
    people: "tuple[Person, ...]" = ()
    earlier: tuple[Earlier, ...] = ()
    paper: "Paper | None" = None
    source: str = "proposal"
    read_as: tuple[str, ...] = attrs.field(default=(), eq=False)

    @property
    def varies(self) -> bool:
        """Tell whether it varies an instrument that there is, of which it gives the seats or the day."""
        return self.current is not None or self.instrument.replaces is not None

    def terms_on(self, day: datetime.date) -> Terms | None:
        """Give the terms that the instrument in force on a day sets; None where nobody has said which it was.

        An instrument whose day of effect is not given is taken to have been in force.
        """
        since = self.instrument.effective_on
        if since is None or day >= since:
            return self.terms
        return next((one.terms for one in reversed(self.earlier) if one.effective_on <= day), None)


def as_day(value: object, *, name: str = "on") -> datetime.date | None:
    """Take a day as a date, a date with a time, or text; ArgumentError where it is none of these.

    >>> as_day("2018-09-18")
    datetime.date(2018, 9, 18)
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        from governance.model.table import parse_day  # noqa: PLC0415 - a table reads proposals, and stands above them

        try:
            return parse_day(value)
        except ValueError:
            pass
    says = 'Give a datetime.date, or text written year-month-day: "2018-09-18".'
    raise ArgumentError(f"`{name}` takes a day of the calendar", value, says)


def one_of(known: Collection[str], value: object, *, name: str) -> None:
    """Refuse a word that is none of those known, with the one that was meant; None says nothing and is let through."""
    if value is not None and value not in known:
        from governance.model.hints import meant  # noqa: PLC0415 - only where something is wrong

        says = meant(value, known) if isinstance(value, str) else f"Give one of: {', '.join(known)}"
        raise ArgumentError(f"`{name}` takes a word of a list", value, sentence(says))


def the_proposal(value: object) -> Proposal:
    """Give a proposal back; ArgumentError, with how to get one, for anything else."""
    if isinstance(value, Proposal):
        return value
    says = "Read one with governance.load, or make one with governance.parse."
    raise ArgumentError("This takes a Proposal", value, says)


def day_of(proposal: object, on: object) -> datetime.date | None:
    """Give the day asked about, or else the day on which the instrument takes effect; None where there is neither."""
    effective_on = the_proposal(proposal).instrument.effective_on
    return as_day(on) or effective_on
