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
_LEAST_RADIUS: Final = 52
_IN_ROWS: Final = (11, 26)
"""Up to how many seats stand in one row, and in two."""


def board(seats: Mapping[str, int], *, unit: bool = False, label: str = "") -> Markup:
    """Draw a board as seats in rows round a table, in the order of the categories.

    >>> "<title" in board({"parent": 2, "staff": 1})
    True
    """
    known = [(seat, count) for seat in SEATS if isinstance(count := seats.get(seat, 0), int) and count > 0]
    order = [seat for seat, count in known for _ in range(min(count, 99))]
    radii = _radii(len(order))
    outer = radii[-1] + _SEAT + 3
    width, height = round(2 * outer), round(outer + _SEAT + 3)
    words = member_words if unit else str
    says = label or ", ".join(f"{count} {words(seat_words(seat, count))}" for seat, count in known)
    return Markup(
        '<svg class="desk-board" width="{0}" viewBox="0 0 {0} {1}" role="img" xmlns="http://www.w3.org/2000/svg"><title>{2}</title>{3}</svg>'
    ).format(width, height, says or "No seats", Markup("").join(_seats(order, radii, outer)))


def key(seats: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Give the letter, the category and the number of seats of each that has some, to stand beside the picture."""
    return [
        (LETTERS[seat], seat, seats[seat])
        for seat in SEATS
        if isinstance(seats.get(seat), int) and seats[seat]
    ]


def _radii(number: int) -> list[float]:
    """Choose as many rows as the seats need, wide enough that none touches another."""
    rows = 1 + sum(number > most for most in _IN_ROWS)
    widest = ((number - rows) * _APART / math.pi - _APART * rows * (rows - 1) / 2) / rows
    return [max(_LEAST_RADIUS, widest) + _APART * row for row in range(rows)]


def _shared(number: int, radii: list[float]) -> list[int]:
    """Share seats out over rows, to each as many as its length has room for."""
    left, lengths, shared = number, sum(radii), []
    for radius in radii[:-1]:
        shared.append(min(left, math.floor(number * radius / lengths)))
        left -= shared[-1]
    return [*shared, left]


def _seats(order: list[str], radii: list[float], middle: float) -> Iterator[Markup]:
    """Place each seat; categories lie side by side through all rows."""
    places = sorted(
        (place / (count - 1) if count > 1 else 0.5, radius)
        for radius, count in zip(radii, _shared(len(order), radii), strict=True)
        for place in range(count)
    )
    for (share, radius), seat in zip(places, order, strict=True):
        angle = math.pi * (1 - share)
        x, y = middle + radius * math.cos(angle), middle - radius * math.sin(angle)
        yield Markup(
            '<g class="desk-seat desk-seat--{}"><circle cx="{:.1f}" cy="{:.1f}" r="{}"/>'
            '<text x="{:.1f}" y="{:.1f}" text-anchor="middle" dominant-baseline="central">{}</text></g>'
        ).format(seat.replace("_", "-"), x, y, _SEAT, x, y, escape(LETTERS[seat]))
