"""Which numbers of one sort the boards of a space have, of whatever size: found number by number, and proved beyond.

Where seats can be added to every board so that there is one more of a sort and every constraint is kept as well as
before, each number beyond one that will do will do, too; where there are two more, each second one, and so on. So nothing
rests on a size up to which numbers were tried.
"""

import contextlib
import itertools
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from governance.answers.space.solver import Row, TooFarError, solutions
from governance.answers.space.space import Space
from governance.law.relation import DERIVED
from governance.model.table import MOST_SEATS

_ADDED: Final = 20
"""No more than so many of a sort are added to a board at once, and of each category as many times that."""

_PLACES: Final = 200
"""So many places are looked at for the seats to add."""

Ranges = tuple[tuple[int, int | None], ...]
"""Runs of numbers, each with its least and its most; the last has no most where there is no limit."""


def numbers(space: Space, name: str) -> Ranges:
    """Give the numbers that boards of a space have of one category, or of a part of one."""
    found: list[tuple[int, int | None]] = []
    step = _step(space, name)
    for number in itertools.takewhile(MOST_SEATS.__ge__, _each(space, name)):
        start = found.pop()[0] if found and found[-1][1] == number - 1 else number
        if step and number - start + 1 >= step:
            return (*found, (start, None))
        found.append((start, number))
    return tuple(found)


def least(
    space: Space,
    name: str,
    *,
    above: int = 0,
    among: Collection[int] | None = None,
    room_for: Mapping[str, int] = MappingProxyType({}),
) -> int | None:
    """Give the least number that a board has of one sort, such as its total, no less than `above`; None without one.

    Only boards are taken that have at least the numbers of `room_for`.
    """
    low = above
    board = space.first(among=among, least={**room_for, name: low})
    if board is None:
        return None
    found = board[name]
    while low < found:
        middle = (low + found) // 2
        if board := space.first(among=among, least={**room_for, name: low}, most={name: middle}):
            found = board[name]
        else:
            low = middle + 1
    return found


def greatest(space: Space, name: str, *, below: int, among: Collection[int] | None = None) -> int | None:
    """Give the greatest number that a board has of one sort, no more than `below`; None without one."""
    high = below
    board = space.first(among=among, most={name: high})
    if board is None:
        return None
    found = board[name]
    while found < high:
        middle = (found + high + 1) // 2
        if board := space.first(among=among, least={name: middle}, most={name: high}):
            found = board[name]
        else:
            high = middle - 1
    return found


def together(*several: Ranges) -> Ranges:
    """Give the numbers that are in any of several ranges.

    >>> together(((2, 4), (9, None)), ((5, 5), (7, 7)))
    ((2, 5), (7, 7), (9, None))
    """
    found: list[tuple[int, int | None]] = []
    for low, high in sorted((one for ranges in several for one in ranges), key=lambda one: one[0]):
        if not found or (found[-1][1] is not None and low > found[-1][1] + 1):
            found.append((low, high))
        elif (before := found[-1][1]) is not None:
            found[-1] = (found[-1][0], None if high is None else max(before, high))
    return tuple(found)


def within(number: int, ranges: Ranges) -> bool:
    """Tell whether a number is in one of some ranges."""
    return any(low <= number and (high is None or number <= high) for low, high in ranges)


def _each(space: Space, name: str) -> Iterator[int]:
    """Give every number in turn."""
    bounds = space.bounds()
    if bounds is None:
        return
    number, most = bounds[name]
    known = -1
    while most is None or number <= most:
        if number == known or space.first(having={name: number}):
            yield number
        elif known < number:
            board = space.first(least={name: number + 1})
            if board is None:
                return
            known = board[name]
        number += 1


def _step(space: Space, name: str) -> int | None:
    """Say how many more of a sort every board may have, at the least, if other seats are added with them.

    So where as many numbers in a row will do, every greater one will.
    """
    bounds = space.bounds()
    if bounds is None or bounds[name][1] is not None:
        return None
    sought = [one for one in space.names if one not in DERIVED]
    table = [Row(row.weights, 0, row.source) for rows in space.search for row in rows]
    for step in range(1, _ADDED + 1):
        low, high = [0] * len(sought), [_ADDED * step] * len(sought)
        low[sought.index(name)] = high[sought.index(name)] = step
        search = solutions(table, low, high, range(len(sought)), visits=iter(range(_PLACES)))
        with contextlib.suppress(TooFarError):
            if next(search, None) is not None:
                return step
    return None
