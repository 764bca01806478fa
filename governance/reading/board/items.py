"""What a sentence gives: seats of a category, numbers that may be the total, and what was left over."""

from typing import Final

import attrs

from governance.reading.text.passages import Passage

NOBODY: Final = "none"
"""The category of those who sit with governors and hold no seat."""

PEOPLE: Final = "the people who sit for it are counted, with the vacancies"
ROWS: Final = "the rows are counted: one for each governor"
REFERENCE: Final = "its number stands in a sentence of its own"
"""The forms of seats that no number beside them counts: by people, by rows, or "Parent governors are elected. We have four"."""


@attrs.frozen
class Item:
    """Some seats: how many, None where no exact number is given; `alone`: no number stood there; `besides`: the head is no one of the staff told of."""

    category: str
    count: int | None
    start: int
    end: int
    form: str = ""
    alone: bool = False
    definite: bool = False
    head_inside: bool = False
    by_whom: str = ""
    newer: bool = False
    two_ways: bool = False
    vacant: int = 0
    many: bool = False
    doubt: str = ""
    set_aside: bool = False
    besides: bool = False


@attrs.frozen
class Left:
    """Words with a number of which nothing was made; `people`: a part of its own that speaks of governors, and so gives seats; `limit`: a range or a limit."""

    start: int
    end: int
    categories: tuple[str, ...] = ()
    value: int = 0
    people: bool = False
    limit: bool = False


@attrs.frozen
class Claim:
    """A number that may be the total: plainly so, or only in a sentence about the board, or only where it fits."""

    value: int
    start: int
    plainly: bool = False
    if_it_fits: bool = False
    notice: bool = False


@attrs.frozen
class Sentence:
    """What one sentence gives; `left` are its numbers that nothing was made of."""

    items: tuple[Item, ...] = ()
    claims: tuple[Claim, ...] = ()
    left: tuple[Left, ...] = ()
    form: str = ""
    explains: bool = False
    leads: frozenset[int] = frozenset()


@attrs.frozen
class Seat:
    """An item in its passage; `leads`: it begins its sentence or has its own cell; `weak`: it stands alone in running words; `again`: its list stands there twice."""

    item: Item
    passage: Passage
    leads: bool = False
    weak: bool = False
    again: bool = False
