"""Decides a relation for a board, also where seats are unknown, by arithmetic on whole numbers.

What an instrument never states (how many co-opted governors are employed at the school) may be anything from
none to all of them: a relation that holds for some such number only is `conditional`. A seat that is written
"unknown" may be any number: a relation that holds for some such number only is `unknown`.
"""

from collections.abc import Sequence
from math import gcd
from typing import Final, NamedTuple

from governance.law.checks.outcome import Verdict
from governance.law.federation import different_heads, fewest_heads
from governance.law.relation import Relation
from governance.model import FederatedSchool, Seats
from governance.model.names import CO_OPTED_STAFF, EXTRA_FOUNDATION, FOUNDATION_PARENT, UNKNOWN


class Board(NamedTuple):
    """A board as numbers: seats that are known, seats that are not, and the least each of those can be."""

    known: dict[str, int]
    unknown: dict[str, int]
    staff_known: bool

    @classmethod
    def of(cls, seats: Seats, schools: Sequence[FederatedSchool] = ()) -> "Board":
        """Split the seats of a proposal into known and unknown; the schools of a federation are known.

        How many foundation governors are eligible as parents is unknown where it is not stated, and that some
        are additional is stated where it is so.
        """
        counts = {**seats.counts(), EXTRA_FOUNDATION: seats.extra_foundation or 0}
        counts[FOUNDATION_PARENT] = (
            (seats.foundation_parent if seats.foundation_parent is not None else UNKNOWN)
            if seats.foundation
            else 0
        )
        known = {seat: int(count) for seat, count in counts.items() if count != UNKNOWN}
        unknown = {seat: 0 for seat, count in counts.items() if count == UNKNOWN}
        if schools:
            known["schools"] = len(schools)
            fewest, most = fewest_heads(schools), different_heads(schools, resigned=False)
            # Fewer seats than schools: nobody has said who is the head teacher of each, and one may be of several.
            if fewest <= known.get("head_teacher", most) < most:
                unknown["heads"] = fewest
            else:
                known["heads"] = most
            known["resigned_heads"] = different_heads(schools, resigned=True)
        staff = seats.co_opted_staff
        if isinstance(staff, int):
            known[CO_OPTED_STAFF] = staff
            if "co_opted" in unknown:
                unknown["co_opted"] = staff
            return cls(known, unknown, staff_known=True)
        if counts["co_opted"] == 0:
            known[CO_OPTED_STAFF] = 0
            return cls(known, unknown, staff_known=True)
        return cls(known, unknown, staff_known=False)


def judge(relation: Relation, board: Board) -> Verdict:
    """Decide a relation for a board."""
    if not board.unknown and (board.staff_known or CO_OPTED_STAFF not in relation.weights):
        return "met" if relation.holds(board.known) else "breached"
    if _always(relation, board, _staff_at(relation, board, best=False)):
        return "met"
    if _never(relation, board, _staff_at(relation, board, best=True)):
        return "breached"
    if _always(relation, board, _staff_at(relation, board, best=True)):
        return "conditional"
    return "unknown"


def values_that_satisfy(relation: Relation, board: Board, name: str) -> tuple[int, int | None] | None:
    """Give the least and most that one number may be, all others being known; None where nothing will do.

    The most is None where there is no limit.
    """
    weight = relation.weights.get(name, 0)
    rest = relation.margin({seat: count for seat, count in board.known.items() if seat != name})
    least: int = board.unknown.get(name, 0)
    if weight == 0:
        kept = rest == 0 if relation.exact else rest >= 0
        return (least, None) if kept else None
    if relation.exact:
        value, remainder = divmod(-rest, weight)
        return (value, value) if remainder == 0 and value >= least else None
    if weight > 0:
        return max(least, -(rest // weight)), None
    most = rest // -weight
    return (least, most) if most >= least else None


_NO_STAFF: Final = "none"
_ALL_STAFF: Final = "all"


def _staff_at(relation: Relation, board: Board, *, best: bool) -> str:
    """Say which extreme of the unstated number is best (or worst) for a relation."""
    helps = relation.weights.get(CO_OPTED_STAFF, 0) > 0
    return _ALL_STAFF if helps is best and not board.staff_known else _NO_STAFF


def _bounds(relation: Relation, board: Board, staff: str) -> tuple[int | None, int | None, int]:
    """Give the least and the most the margin can be (None: no limit), and the step between its values."""
    weights = relation.weights
    if not board.staff_known and CO_OPTED_STAFF in weights:
        weights = dict(weights)
        moved = weights.pop(CO_OPTED_STAFF)
        if staff == _ALL_STAFF:
            weights["co_opted"] = weights.get("co_opted", 0) + moved
    settled = {**board.known, **board.unknown} if board.unknown else board.known
    base = relation.constant + sum([weight * settled.get(seat, 0) for seat, weight in weights.items()])
    open_weights = [weights[seat] for seat in board.unknown if weights.get(seat)]
    least = None if any(weight < 0 for weight in open_weights) else base
    most = None if any(weight > 0 for weight in open_weights) else base
    return least, most, gcd(*open_weights) if open_weights else 0


def _always(relation: Relation, board: Board, staff: str) -> bool:
    least, most, _ = _bounds(relation, board, staff)
    if relation.exact:
        return least == most == 0
    return least is not None and least >= 0


def _never(relation: Relation, board: Board, staff: str) -> bool:
    least, most, step = _bounds(relation, board, staff)
    if most is not None and most < 0:
        return True
    if not relation.exact:
        return False
    if least is not None and least > 0:
        return True
    settled = {**board.known, **board.unknown}
    return bool(step) and relation.margin(settled) % step != 0
