"""Whole-number inequalities: narrow the bounds of every number, and search where that does not settle it.

Numbers are known by their place. Everything is exact: there are no fractions and no clock.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from math import gcd
from typing import Final

import attrs

HUGE: Final = 10**12
"""A number with no upper limit is bounded by this, so that arithmetic stays whole.

Where a board keeps some constraints, one does whose numbers are no more than the product of the sizes of a few of
them (Cramer's rule). With weights of the law and wishes of up to 999 that product stays far below.
"""

_FEW: Final = 16
"""So many values of a number are tried one by one."""

ENDLESS: Final = 10**7
"""A number that is narrowed to no less than this has no limit: its bound is a share of that of another."""

_ROUNDS: Final = 20
"""Two inequalities can push each other up for ever; narrowing may always stop early, and search goes on."""


@attrs.frozen
class Row:
    """One inequality: the weighted sum and the constant are nought or more. `source` is whose it is."""

    weights: tuple[tuple[int, int], ...]
    constant: int
    source: int


@attrs.frozen
class Step:
    """A bound that was narrowed: by which row, of which number, to what, and after which earlier steps.

    A `number` of None says that the row cannot be kept at all.
    """

    row: Row
    number: int | None
    bound: int
    rises: bool
    after: tuple[int, ...]


def rows(weights: Sequence[tuple[int, int]], constant: int, *, exact: bool, source: int) -> tuple[Row, ...]:
    """State one constraint as inequalities in the smallest whole numbers: two where both sides are the same."""
    signs = (1, -1) if exact else (1,)
    by = gcd(*(weight for _, weight in weights)) or 1
    return tuple(
        Row(tuple((place, sign * weight // by) for place, weight in weights), sign * constant // by, source)
        for sign in signs
    )


def narrow(table: Sequence[Row], low: list[int], high: list[int]) -> bool:
    """Narrow the bounds, in place, until nothing changes; False where some row cannot be kept."""
    for _ in range(_ROUNDS):
        changed = False
        for row in table:
            most = row.constant
            for place, weight in row.weights:
                most += weight * (high[place] if weight > 0 else low[place])
            if most < 0:
                return False
            for place, weight in row.weights:
                room = high[place] - low[place]
                if not room:
                    continue
                if weight > 0:
                    if weight * room > most:
                        low[place] = high[place] - most // weight
                        changed = True
                elif -weight * room > most:
                    high[place] = low[place] + most // -weight
                    changed = True
        if not changed:
            return True
    return True


Refutes = Callable[[list[int], list[int]], bool]
"""Tells whether it can be shown at once that there is nothing between some bounds."""


class TooFarError(Exception):
    """A search has looked at as many places as it may."""


def solutions(
    table: Sequence[Row],
    low: list[int],
    high: list[int],
    decide: Sequence[int],
    *,
    refutes: Refutes | None = None,
    visits: Iterator[int] | None = None,
) -> Iterator[list[int]]:
    """Give every choice of the numbers to decide that keeps all rows, with the least of the others that do.

    The number with the fewest values left is settled first, its least value first. `refutes` is asked at every
    place of the search whether to go on there, and TooFarError raised where there are no more `visits` to be had.
    """
    if narrow(table, low, high):
        yield from _search(
            open_rows(table, low, high), low, high, decide, refutes=refutes or _never, visits=visits
        )


def _search(
    table: Sequence[Row],
    low: list[int],
    high: list[int],
    decide: Sequence[int],
    *,
    refutes: Refutes,
    visits: Iterator[int] | None,
) -> Iterator[list[int]]:
    """Search between bounds that are narrowed already."""
    if refutes(low, high):
        return
    undecided = [one for one in decide if low[one] < high[one]]
    if not undecided:
        if kept(table, low):
            yield low
        elif others := [one for one in range(len(low)) if low[one] < high[one]]:
            yield from itertools.islice(_search(table, low, high, others, refutes=refutes, visits=visits), 1)
        return
    place = min(undecided, key=lambda one: high[one] - low[one])
    for start, end in _pieces(low[place], high[place]):
        least, most = [*low], [*high]
        least[place], most[place] = start, end
        if len(undecided) == 1 and start == end and kept(table, least):
            yield least
            continue
        if visits is not None and next(visits, None) is None:
            raise TooFarError
        if narrow(table, least, most):
            yield from _search(table, least, most, decide, refutes=refutes, visits=visits)


def _pieces(low: int, high: int) -> Iterator[tuple[int, int]]:
    """Part a run of numbers: a few one by one, many in the middle, so that a half may be refuted at once."""
    if high - low < _FEW:
        yield from ((value, value) for value in range(low, high + 1))
    else:
        middle = (low + high) // 2
        yield from ((low, middle), (middle + 1, high))


def open_rows(table: Sequence[Row], low: Sequence[int], high: Sequence[int]) -> list[Row]:
    """Give the rows that some numbers between the bounds do not keep, with the numbers that are settled put in."""
    found = []
    for row in table:
        weights = tuple((place, weight) for place, weight in row.weights if low[place] < high[place])
        constant = row.constant + sum(w * low[place] for place, w in row.weights if low[place] == high[place])
        if constant + sum(w * (low[place] if w > 0 else high[place]) for place, w in weights) < 0:
            found.append(Row(weights, constant, row.source))
    return found


def _never(low: list[int], high: list[int]) -> bool:
    """Refute nothing."""
    del low, high
    return False


def kept(table: Sequence[Row], values: Sequence[int]) -> bool:
    """Tell whether some numbers keep all rows."""
    return all(row.constant + sum(w * values[place] for place, w in row.weights) >= 0 for row in table)


def trace(table: Sequence[Row], low: list[int], high: list[int]) -> tuple[Step, ...] | None:
    """Narrow the bounds, writing down each step; give the steps that a contradiction needs, or None without one."""
    steps: list[Step] = []
    raised: dict[int, int] = {}
    lowered: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before = len(steps)
        for row in table:
            most = row.constant + sum(w * (high[place] if w > 0 else low[place]) for place, w in row.weights)
            causes = {place: (lowered if w > 0 else raised).get(place) for place, w in row.weights}
            if most < 0:
                steps.append(Step(row, None, most, rises=False, after=_after(causes)))
                return _needed(steps)
            for place, weight in row.weights:
                if abs(weight) * (high[place] - low[place]) <= most:
                    continue
                rises = weight > 0
                bound = high[place] - most // weight if rises else low[place] + most // -weight
                (low if rises else high)[place] = bound
                (raised if rises else lowered)[place] = len(steps)
                steps.append(Step(row, place, bound, rises=rises, after=_after(causes, but=place)))
        if len(steps) == before:
            return None
    return None


def _after(causes: dict[int, int | None], *, but: int | None = None) -> tuple[int, ...]:
    return tuple(sorted({cause for place, cause in causes.items() if cause is not None and place != but}))


def _needed(steps: list[Step]) -> tuple[Step, ...]:
    """Leave out the steps on which the last one does not rest, and number the rest anew."""
    wanted = {len(steps) - 1}
    for number in range(len(steps) - 1, -1, -1):
        if number in wanted:
            wanted.update(steps[number].after)
    kept = sorted(wanted)
    place = {number: index for index, number in enumerate(kept)}
    return tuple(
        attrs.evolve(steps[number], after=tuple(place[one] for one in steps[number].after)) for number in kept
    )
