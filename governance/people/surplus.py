"""Says where more governors are listed in a category than the instrument has seats, and how it is settled who goes.

It is told by category, and nobody is named: who goes is for others to decide.
"""

import datetime
from typing import Any, Final

import attrs

from governance.answers import procedures
from governance.answers.finding import Rows, Shown
from governance.answers.outcomes import surplus_method
from governance.answers.procedures import Procedure
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law.book import whole_book
from governance.model import Proposal
from governance.model.names import SEAT_WORDS, SEATS, seat_words
from governance.model.proposal import Day, the_proposal
from governance.people.eligibility import PersonResult, day_asked, eligible

_OTHER_CAUSE: Final = (
    "After a change of category of the school another method applies: `governance steps surplus --cause "
    "change-of-category`."
)


@attrs.frozen
class Excess:
    """One category with more governors listed than there are seats. `bound` of them are reached by the method.

    Those who are known to hold no office any more are not counted among the `listed`.
    """

    category: str
    listed: int
    seats: int
    bound: int
    says: str
    citation: str
    url: str

    @property
    def must_go(self) -> int:
        """How many must go, if all who are listed are in post."""
        return min(self.listed - self.seats, self.bound)


@attrs.frozen(repr=False)
class Surplus(Shown):
    """Every category in excess on a day, the steps by which it is settled who goes, and what is to be minded besides."""

    on: datetime.date
    excess: tuple[Excess, ...] = ()
    procedure: Procedure | None = None
    caution: str = ""

    def of(self, category: str) -> Excess | None:
        """Give the excess of a category."""
        return next((one for one in self.excess if one.category == category), None)

    def in_short(self) -> str:
        """Say how many categories have more governors than seats."""
        return f"{len(self.excess)} categories with more governors than seats; {self.on}"

    def in_rows(self) -> Rows:
        """Give each category that has."""
        rows = [
            (one.category, one.listed, one.seats, one.must_go, one.says, (one.citation, one.url))
            for one in self.excess
        ]
        return ("Category", "Listed", "Seats", "Must go", "Why", "Citation"), rows

    def as_json(self, category: str) -> dict[str, Any] | None:
        """Give the excess of a category as plain values; None where there is none."""
        one = self.of(category)
        if one is None:
            return None
        steps = {"procedure": self.procedure.as_json()} if self.procedure else {}
        caution = {"caution": self.caution} if self.caution else {}
        return {**attrs.asdict(one), "must_go": one.must_go, **steps, **caution}


def surplus(proposal: Proposal, *, on: Day | None = None) -> Surplus:
    """Compare the people listed in each category with its seats, on the day that `eligible` takes.

    There is no excess before the instrument takes effect, nor where the proposal gives no board at all. Raises
    CannotTellError as `eligible` does.
    """
    day, since = day_asked(the_proposal(proposal), on), proposal.instrument.effective_on
    results = eligible(proposal, on=on)
    if proposal.seats.sum() == 0 or (since is not None and day < since):
        return Surplus(day)
    book = whole_book(proposal, day)
    method, *cited = surplus_method(book)
    found = []
    for seat in SEATS:
        seats = getattr(proposal.seats, seat)
        people = [one.person for one in results if one.person.category == seat and _may_be_in_post(one, day)]
        bound = sum(one.came_by != "ex officio" for one in people)
        counted = isinstance(seats, int) and seat != "head_teacher" and book.has_seat(seat)
        if counted and bound and len(people) > seats:
            bound = 0 if method == "serve out" else bound
            says = _says(seat, len(people), seats, bound, since, method)
            found.append(Excess(seat, len(people), seats, bound, says, *cited))
    return _with_steps(
        Surplus(day, tuple(found)),
        federation=proposal.school.category == "federation",
        older=method == "serve out",
    )


def _may_be_in_post(result: PersonResult, day: datetime.date) -> bool:
    began = result.person.appointed_on
    return result.eligible is not False and (began is None or began <= day)


def _says(  # noqa: PLR0917 - what the sentence says, in its order
    seat: str, listed: int, seats: int, bound: int, since: datetime.date | None, method: str
) -> str:
    gone = min(listed - seats, bound)
    instrument = f"the instrument in force since {day_words(since)}" if since else "the instrument"
    said = (
        f"{listed} {seat_words(seat, listed)} are listed, and {instrument} has "
        f"{seats or 'no'} {'seat' if seats == 1 else 'seats'} for them. If all of them are in post, "
    )
    if method == "serve out":
        return (
            f"{said}nobody has to go: those in excess may serve out their terms, as a secondary source says."
        )
    if not seats and bound == listed:
        return (
            f"{said}all must go, after any resignations: with nobody to choose, no vote on skills decides anything, but that "
            "they go is an item of the agenda all the same."
        )
    of = f"{bound} who are not ex officio" if bound < listed else f"{listed}"
    if not method:
        return f"{said}{gone} of the {of} must go; how that was settled on the day we have not read."
    if method == "service":
        return (
            f"{said}{gone} of the {of} must go: by resignation, or else those with the shortest continuous service, as a "
            "secondary source says."
        )
    if seat == "foundation":
        who = "those who appointed them decide"
    else:
        who = f"the governing body votes, and {SEAT_WORDS[seat][1]} do not vote on it"
    return (
        f"{said}{gone} of the {of} must go: by resignation, or else {who}. Nobody goes before it is decided."
    )


def _with_steps(found: Surplus, *, federation: bool, older: bool) -> Surplus:
    """Add the steps, for the categories in which there is something to choose."""
    chosen = [one.category for one in found.excess if one.seats]
    if not chosen:
        return found
    try:
        steps = procedures.surplus(
            found.on,
            categories=chosen,
            cause="federation" if federation else "new instrument",
            older_instrument=older,
        )
    except CannotTellError as error:
        return attrs.evolve(found, caution=str(error))
    return attrs.evolve(found, procedure=steps, caution="" if federation or older else _OTHER_CAUSE)
