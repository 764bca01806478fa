"""How many seats of each category a lawful board may have, while others are still to be settled."""

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from governance.answers.space.ranges import Ranges
from governance.answers.unknowns import unknowns
from governance.model import Proposal, Seats
from governance.model.names import SEATS, UNKNOWN
from governance.model.proposal import Count

NONE: Ranges = ((0, 0),)


def room(
    proposal: Proposal, *, on: datetime.date, given: Mapping[str, Count] | None = None
) -> dict[str, Ranges]:
    """Give the numbers that a lawful board may have of each category, for each number alone.

    `given` are the seats that are settled. Where it turns on a fact that nobody has said, it is what any answer leaves.
    A category that no such body can have has none; one without any number cannot be made lawful as things stand.
    Raises CannotTellError where the law of the day is not encoded.
    """
    seats: dict[str, Any] = {**dict.fromkeys(SEATS, UNKNOWN), **(given or {})}
    found = unknowns(attrs.evolve(proposal, seats=Seats(**seats)), on=on)
    return {
        seat: together([one for case in found.cases for one in case.values.get(seat, ())])
        for seat in SEATS
        if seats[seat] == UNKNOWN
    }


def together(ranges: list[tuple[int, int | None]]) -> Ranges:
    """Put ranges together that meet or overlap.

    >>> together([(6, None), (0, 0), (2, 3), (3, 4)])
    ((0, 0), (2, 4), (6, None))
    """
    found: list[tuple[int, int | None]] = []
    for least, most in sorted(ranges, key=lambda one: one[0]):
        last = found[-1] if found else None
        if last and (last[1] is None or least <= last[1] + 1):
            found[-1] = (last[0], None if last[1] is None or most is None else max(last[1], most))
        else:
            found.append((least, most))
    return tuple(found)
