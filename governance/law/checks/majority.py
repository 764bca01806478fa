"""A check on a change of board: whether it moves the foundation governors' majority, which a variation may not."""

from typing import Final, Literal

import attrs

from governance.law.checks.outcome import Outcome
from governance.model import Proposal, Seats

_QUESTION: Final = "How many seats has each category, now and as proposed?"

_ORIGIN: Final = (
    "How did the school come by its foundation: was it established with it, or did it acquire it, by published "
    'proposals under the Education and Inspections Act 2006? Set foundation_origin = "established", "acquired" or '
    '"other" under [school].'
)


@attrs.frozen(repr=False)
class MajorityUnchanged:
    """The foundation governors' majority must not be `lost`, or `gained`, without what the law `needs` for it.

    A majority is more than half of the seats. Where the proposal does not give the board it replaces there is
    no change to judge. `origins` are the ways of coming by a foundation that the law speaks of; without any it speaks
    of all.
    """

    change: Literal["lost", "gained"]
    needs: str
    origins: tuple[Literal["established", "acquired", "other"], ...] = ()

    def moves(self, proposal: Proposal) -> bool:
        """Tell whether the majority would for certain be lost, or gained."""
        lost = self.change == "lost"
        before = proposal.current and has_majority(proposal.current)
        return before is lost and has_majority(proposal.seats) is (not lost)

    def judge(self, proposal: Proposal) -> Outcome:
        """Compare the board proposed with the one it replaces."""
        before, after = proposal.current, proposal.seats
        had = None if before is None else has_majority(before)
        has = has_majority(after)
        lost = self.change == "lost"
        if has is lost or had is (not lost):
            return Outcome("met", _working(before, after))
        if before is None:
            return Outcome(
                "met",
                f"the proposal does not give the board it replaces ([current.seats]), so no majority is seen "
                f"to be {self.change}",
            )
        origin = proposal.school.foundation_origin
        if self.origins and origin is not None and origin not in self.origins:
            return Outcome(
                "met",
                f"{_working(before, after)}; the law speaks of no school that came by its foundation in another way",
            )
        if had is None or has is None:
            return Outcome("unknown", "a number of seats is not settled", _QUESTION)
        if self.origins and origin is None:
            return Outcome(
                "unknown",
                f"{_working(before, after)}: whether the majority may be {self.change} by a variation depends on how the "
                "school came by its foundation",
                _ORIGIN,
            )
        return Outcome(
            "breached",
            f"{_working(before, after)}: the majority would be {self.change}, which needs {self.needs}",
            repair=f"{'Keep' if lost else 'Do without'} the majority, or use {self.needs}",
        )


def has_majority(seats: Seats) -> bool | None:
    """Tell whether foundation governors have more than half of the seats; None where that is not settled.

    >>> has_majority(Seats(foundation=6, parent=2, co_opted=3))
    True
    >>> has_majority(Seats(foundation=2, parent=2, co_opted="unknown"))
    False
    """
    foundation = seats.foundation
    if not isinstance(foundation, int):
        return None
    others = [count for seat, count in seats.counts().items() if seat != "foundation"]
    known = sum(count for count in others if isinstance(count, int))
    if foundation <= known:
        return False
    return True if all(isinstance(count, int) for count in others) else None


def _working(before: Seats | None, after: Seats) -> str:
    proposed = f"foundation governors would have {_share(after)}"
    return proposed if before is None else f"foundation governors have {_share(before)}; {proposed}"


def _share(seats: Seats) -> str:
    total = seats.sum()
    number = seats.foundation
    return f"{number} of {total} seats" if total is not None else f"{number} seats of a number not settled"
