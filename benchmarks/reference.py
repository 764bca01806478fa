"""What boards there are, by oracles that share nothing with `rules/`: counted one by one, or argued in whole numbers.

A school under SI 2012/1034 or a federation may have any number of seats. There the oracle asks of the total, with
the foundation, partnership and staff seats as they are, that it be no less than something, or one of two numbers, and
of a school's parents that they be two or more. So of each choice of the others only the largest total and those two are
tried. All other bodies have a largest size, and every board of theirs is tried.
"""

import functools
import itertools
from collections.abc import Iterator
from random import Random
from typing import Any

from questions import PARTS, SEVEN, Body

from governance.model.names import SEATS


def largest_listed(body: Body) -> int:
    """Give the size up to which every board of a body is listed.

    Before 2012 none has more: twenty seats, four sponsor governors and four foundation governors added because of them.
    """
    if body.categories == SEVEN:
        return 20
    return 28 if body.parts else 24


Limits = dict[str, tuple[int, int | None]]


def limits_of(wanted: dict[str, Any]) -> Limits:
    """Give wishes, or the seats of a board, as the least and the most of each number."""
    found: Limits = {}
    for name, number in wanted.items():
        if number == "unknown" or number is None:
            continue
        least, most = number if isinstance(number, tuple) else (number, number)
        found[name] = (least or 0, most)
    return found


def meets(board: dict[str, int], limits: Limits) -> bool:
    """Tell whether every number of a board is within its limits."""
    numbers = {**dict.fromkeys(SEATS, 0), **board, "total": total(board)}
    return all(
        low <= numbers[name] and (high is None or numbers[name] <= high)
        for name, (low, high) in limits.items()
        if name in numbers
    )


def total(board: dict[str, int]) -> int:
    """Add up the seats of a board."""
    return sum(count for name, count in board.items() if name in SEATS)


def some_board(body: Body, limits: Limits) -> dict[str, int] | None:
    """Give a lawful board within some limits; None where there is none, of whatever size."""
    if body.categories != SEVEN:
        found = (one for one in every_board(body) if meets(one, limits))
        return next((with_parts for one in found if (with_parts := parts_within(body, one, limits))), None)
    if any(limits.get(seat, (0, 0))[0] for seat in SEATS if seat not in SEVEN):
        return None
    return next(_argued(body, limits), None)


def parts_within(body: Body, board: dict[str, int], limits: Limits) -> dict[str, int] | None:
    """Give a board with people within its categories, within limits, with whom it is lawful; None where it is not.

    The fewer co-opted governors are employed at the school the better, and the more foundation governors are
    eligible as parents; so only that number is tried.
    """
    ranges = []
    for part in body.parts:
        low, high = limits.get(part, (0, None))
        whole = board.get(PARTS[part], 0)
        counts = range(low, min(whole if high is None else high, whole) + 1)
        best = {"co_opted_staff": counts[:1], "foundation_parent": counts[-1:]}
        ranges.append(best.get(part, counts[:5]))
    for counts in itertools.product(*ranges):
        whole_board = {**board, **dict(zip(body.parts, counts, strict=True))}
        if body.lawful(whole_board):
            return whole_board
    return None


def _argued(body: Body, limits: Limits) -> Iterator[dict[str, int]]:
    """Give lawful boards of the seven categories: one at least, where there is one."""
    # Staff are a third at most, so a majority of foundation governors beside them takes one and a half times as many.
    far = 40 + 2 * sum(max(low, high or 0) for low, high in limits.values())

    def span(name: str, least: int, most: int) -> range:
        low, high = limits.get(name, (0, None))
        return range(max(low, least), min(most if high is None else high, most) + 1)

    employed = limits.get("co_opted_staff", (0, None))[0]
    least_total, most_total = limits.get("total", (0, None))
    largest = 10 * far if most_total is None else most_total
    federated = body.asks["category"] == "federation"
    parents = span("parent", body.core["parent"], body.core["parent"] if federated else 20 * far)
    co_opted = span("co_opted", employed, 20 * far)
    if not parents or not co_opted:
        return
    for authority, staff, head in itertools.product(
        span("local_authority", 1, 1), span("staff", 1, 1), span("head_teacher", 0, 3)
    ):
        # In a mixed federation either of these two does for the other; elsewhere a board never has both.
        mixed = body.asks.get("mix") == "mixed"
        partners, foundations = span("partnership", 0, far), span("foundation", 0, far)
        for foundation in foundations[:3] if mixed and len(partners) > 3 else foundations:
            for partnership in partners if mixed or not foundation else partners[:1]:
                fixed = authority + staff + head + foundation + partnership
                top = min(largest, fixed + parents[-1] + co_opted[-1])
                for size in {top, 2 * foundation - 1, 2 * foundation - 2}:
                    if not max(least_total, fixed) <= size <= top:
                        continue
                    # How the rest is parted between parents and co-opted governors makes no difference.
                    rest = size - fixed
                    parent = max(parents[0], rest - co_opted[-1])
                    if parent > min(parents[-1], rest - co_opted[0]):
                        continue
                    counts = (parent, authority, staff, head, rest - parent, foundation, partnership)
                    board = {**dict(zip(SEVEN, counts, strict=True)), "co_opted_staff": employed}
                    if body.lawful(board):
                        yield board


@functools.cache
def every_board(body: Body) -> tuple[dict[str, int], ...]:
    """Give every lawful board of a body, as far as they are listed, whoever is within its categories."""
    return tuple(board for board in _walk(body, largest_listed(body)) if parts_within(body, board, {}))


_RANGES = {"local_authority": 7, "staff": 7, "head_teacher": 7, "sponsor": 4}


def _walk(body: Body, largest: int) -> Iterator[dict[str, int]]:
    """Give boards that could be lawful: there is a parent, one of the authority, and no more than seven staff."""
    order = sorted(body.used, key=lambda seat: _RANGES.get(seat, 99))

    if body.parts and body.categories != SEVEN:
        # Foundation governors outnumber the others by one or two.
        order.remove("foundation")
        largest //= 2

    def fill(board: dict[str, int], left: list[str], room: int) -> Iterator[dict[str, int]]:
        if not left:
            yield from (board | more for more in _majorities(body, board))
            return
        seat, *rest = left
        least = 1 if seat in ("parent", "local_authority") else 0
        for count in range(least, min(room, _RANGES.get(seat, room)) + 1):
            if body.categories == SEVEN and seat in ("staff", "local_authority") and count != 1:
                continue
            yield from fill({**board, seat: count}, rest, room - count)

    yield from fill({}, order, largest)


def _majorities(body: Body, board: dict[str, int]) -> Iterator[dict[str, int]]:
    if "foundation" in board or "foundation" not in body.used:
        yield {}
    else:
        yield from ({"foundation": sum(board.values()) + more} for more in (1, 2))


def nearer(seats: dict[str, int], categories: tuple[str, ...], moves: int) -> Iterator[dict[str, int]]:
    """Give every board no more than so many seats moved from one."""
    for added in itertools.combinations_with_replacement((None, *categories), moves):
        for taken in itertools.combinations_with_replacement((None, *categories), moves):
            board = dict(seats)
            for seat in added:
                if seat:
                    board[seat] = board.get(seat, 0) + 1
            for seat in taken:
                if seat:
                    board[seat] = board.get(seat, 0) - 1
            if min(board.values()) >= 0:
                yield board


def a_filling(chance: Random, seats: dict[str, Any]) -> dict[str, int]:
    """Give a board with a number for every seat that is open."""
    return {
        seat: chance.choice((0, 1, 2, 3, 5, 8, chance.randint(0, 40), chance.randint(0, 200)))
        if count == "unknown"
        else count
        for seat, count in seats.items()
    }
