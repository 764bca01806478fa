"""Pictures where people look rather than read. Each stands beside the same in words or in a table.

A picture takes its colours from classes of the stylesheet, and tells its parts by letters, too: colour alone says nothing.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup, escape

from governance.model.names import SEATS, member_words, seat_words

LETTERS: Final = {
    "parent": "P",
    "local_authority": "LA",
    "staff": "S",
    "head_teacher": "H",
    "co_opted": "C",
    "foundation": "F",
    "partnership": "PA",
    "community": "CM",
    "sponsor": "SP",
}
"""What stands in the seat of each category."""

_SEAT: Final = 13
"""Half the width of a seat."""
_APART: Final = 32
_FIRST_ROW: Final = 62


def board(seats: Mapping[str, int], *, unit: bool = False, label: str = "") -> Markup:
    """Draw a board as seats in rows round a table, in the order of the categories.

    >>> "<title" in board({"parent": 2, "staff": 1})
    True
    """
    known = [(seat, count) for seat in SEATS if isinstance(count := seats.get(seat, 0), int) and count > 0]
    order = [seat for seat, count in known for _ in range(min(count, 99))]
    rows = _rows(len(order))
    outer = _FIRST_ROW + _APART * (len(rows) - 1) + _SEAT + 3
    width, height = 2 * outer, outer + _SEAT + 3
    words = member_words if unit else str
    says = label or ", ".join(f"{count} {words(seat_words(seat, count))}" for seat, count in known)
    return Markup(
        '<svg class="desk-board" viewBox="0 0 {} {}" role="img" xmlns="http://www.w3.org/2000/svg"><title>{}</title>{}</svg>'
    ).format(width, height, says or "No seats", Markup("").join(_seats(order, rows, outer)))


def key(seats: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Give the letter, the category and the number of seats of each that has some, to stand beside the picture."""
    return [
        (LETTERS[seat], seat, seats[seat])
        for seat in SEATS
        if isinstance(seats.get(seat), int) and seats[seat]
    ]


def _rows(number: int) -> list[int]:
    """Share seats out over rows, as many to each as its length has room for."""
    lengths: list[float] = []
    room = 0
    while room < number or not lengths:
        lengths.append(math.pi * (_FIRST_ROW + _APART * len(lengths)))
        room = sum(int(length / _APART) + 1 for length in lengths)
    left, whole = number, sum(lengths)
    shared = []
    for length in lengths[:-1]:
        take = min(left, round(number * length / whole))
        shared.append(take)
        left -= take
    return [*shared, left]


def _seats(order: list[str], rows: list[int], middle: float) -> Iterator[Markup]:
    """Place each seat; categories lie side by side through all rows."""
    places = sorted(
        (place / (count - 1) if count > 1 else 0.5, row)
        for row, count in enumerate(rows)
        for place in range(count)
    )
    for (share, row), seat in zip(places, order, strict=True):
        angle = math.pi * (1 - share)
        radius = _FIRST_ROW + _APART * row
        x, y = middle + radius * math.cos(angle), middle - radius * math.sin(angle)
        yield Markup(
            '<g class="desk-seat desk-seat--{}"><circle cx="{:.1f}" cy="{:.1f}" r="{}"/>'
            '<text x="{:.1f}" y="{:.1f}" text-anchor="middle" dominant-baseline="central">{}</text></g>'
        ).format(seat.replace("_", "-"), x, y, _SEAT, x, y, escape(LETTERS[seat]))
