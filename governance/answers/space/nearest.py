"""The boards of a space in the order of a rank, the best first, without going through those that are worse.

A box is a lot of boards: each number lies between two limits. No board of a box ranks better than the best that each
part of its rank could be, so the box that promises most is looked into first, and what comes out is in order.
"""

import heapq
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.answers.space.solver import ENDLESS, narrow, open_rows, solutions
from governance.answers.space.space import Space
from governance.model.names import SEATS

Rank = tuple[Any, ...]
_BEFORE_TOTAL: Final = 3
"""So many parts of a rank come before the total."""


@attrs.frozen
class Aim:
    """What boards are ranked by: the seats there are `now`, and those `filled` by a governor in post.

    `free` is the category of which a change counts least.
    """

    now: Mapping[str, int]
    filled: Mapping[str, int]
    free: str

    def rank(self, low: Mapping[str, int], high: Mapping[str, int]) -> Rank:
        """Give the best that each part of the rank can be, for boards between two: that of a board, from it to itself.

        The seats moved, the governors in post who lose theirs, the changes to categories that are not free, the
        total, and last what only makes the order certain.
        """
        return (
            distance(low, high, self.now),
            sum(max(0, count - high[seat]) for seat, count in self.filled.items()),
            sum(max(0, low[seat] - n, n - high[seat]) for seat, n in self.now.items() if seat != self.free),
            sum(low[seat] for seat in SEATS),
            tuple(-high[seat] for seat in SEATS),
        )

    def rank_of(self, board: Mapping[str, int], stated: int) -> Rank:
        """Give the rank of a board where a total is stated: one that keeps it goes before the smaller board."""
        *first, total, certain = self.rank(board, board)
        return (*first, total != stated, total, certain)


def distance(low: Mapping[str, int], high: Mapping[str, int], now: Mapping[str, int]) -> int:
    """Count the seats that must at least be moved to come between two boards, over the categories that are known."""
    more = sum(max(0, low[seat] - count) for seat, count in now.items())
    fewer = sum(max(0, count - high[seat]) for seat, count in now.items())
    return max(more, fewer)


def in_order(
    space: Space, aim: Aim, *, furthest: Mapping[str, int] | None = None
) -> Iterator[dict[str, int]]:
    """Walk the boards of a space by their rank, the best first, without end where there is no largest board.

    It ends before those that rank behind the `furthest`, totals apart.
    """
    last = furthest and aim.rank(furthest, furthest)[:_BEFORE_TOTAL]
    table, low, high = space.open()
    count = itertools.count()
    boxes: list[tuple[Rank, int, list[int], list[int]]] = []

    def put(least: list[int], most: list[int]) -> None:
        if narrow(table, least, most):
            heapq.heappush(boxes, (aim.rank(_named(least), _named(most)), -next(count), least, most))

    if narrow(table, low, high):
        table = open_rows(table, low, high)
        put(low, high)
    while boxes:
        rank, _, low, high = heapq.heappop(boxes)
        if last and rank[:_BEFORE_TOTAL] > last:
            return
        place = _parted(low, high, aim.now)
        if place is None:
            parts = [one for one in range(len(SEATS), len(low)) if low[one] < high[one]]
            if next(solutions(table, low, high, parts), None) is not None:
                yield _named(low)
            continue
        for start, end in _pieces(low[place], high[place], aim.now.get(SEATS[place])):
            least, most = [*low], [*high]
            least[place], most[place] = start, end
            put(least, most)


def _named(numbers: Sequence[int]) -> dict[str, int]:
    return dict(zip(SEATS, numbers, strict=False))


def _parted(low: Sequence[int], high: Sequence[int], now: Mapping[str, int]) -> int | None:
    """Choose the category of seat by which to part a box: the one with the fewest numbers left.

    One that is open and without end comes last: it changes no rank but the total, and could be parted for ever.
    """
    undecided = (one for one in range(len(SEATS)) if low[one] < high[one])
    return min(
        undecided,
        key=lambda one: (high[one] >= ENDLESS and SEATS[one] not in now, high[one] - low[one]),
        default=None,
    )


def _pieces(low: int, high: int, now: int | None) -> Iterator[tuple[int, int]]:
    """Part a run of numbers at the number there is now, or else in the middle; without end, after twice the least."""
    if now is not None and low < now < high:
        yield from ((low, now - 1), (now, now), (now + 1, high))
        return
    middle = (low + high) // 2 if high < ENDLESS else 2 * low + 1
    yield from ((low, min(middle, high - 1)), (min(middle, high - 1) + 1, high))
