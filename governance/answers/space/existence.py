"""Whether whole numbers of any size keep some inequalities, where the numbers have no upper limit.

Where every inequality can be kept by as much as one likes, all at once, whole numbers that keep the equalities will do
somewhere. Where one cannot, it is kept by one of a few amounts: each amount makes an equality of it, and is looked at in
turn. So the answer is exact, and no size is chosen up to which it holds.
"""

from collections.abc import Mapping, Sequence

from governance.answers.space.simplex import contradiction
from governance.answers.space.solver import ENDLESS, Row, narrow


def exists(table: Sequence[Row], low: Sequence[int], high: Sequence[int]) -> bool:
    """Tell whether some whole numbers between the bounds keep all rows."""
    least, most = [*low], [*high]
    if not narrow(table, least, most) or contradiction(table, least, most):
        return False
    undecided = [place for place in range(len(least)) if least[place] < most[place]]
    if bounded := [place for place in undecided if most[place] < ENDLESS]:
        place = min(bounded, key=lambda one: most[one] - least[one])
        values = range(least[place], most[place] + 1)
        return any(exists(table, _put(least, place, value), _put(most, place, value)) for value in values)
    every = {(row.weights, row.constant) for row in table}
    equal = [row for row in table if (_opposite(row), -row.constant) in every]
    apart = [_apart(row, undecided, equal=row in equal) for row in table]
    times = contradiction(apart, [1] * len(undecided))
    if times is None:
        return solvable([_above(row, least, undecided) for row in equal])
    return _narrowly(table, (least, most), undecided, times, equal)


def _narrowly(
    table: Sequence[Row],
    bounds: tuple[list[int], list[int]],
    undecided: Sequence[int],
    times: Mapping[int, int],
    equal: Sequence[Row],
) -> bool:
    """Look at each amount by which a row can be kept that, with others, cannot be kept by as much as one likes.

    Added so many `times`, the rows leave no number with a weight above nought. So the sum is the most it can be where
    each number is the least that it can be, and no row and no number can go beyond its share of that.
    """
    least, most = bounds
    room = sum(
        count * (table[n].constant + sum(w * least[p] for p, w in table[n].weights))
        for n, count in times.items()
    )
    weights = dict.fromkeys(undecided, 0)
    for number, count in times.items():
        for place, weight in table[number].weights:
            if place in weights:
                weights[place] += count * weight
    held = [place for place, weight in weights.items() if weight < 0]
    if held:
        higher = [*most]
        for place in held:
            higher[place] = least[place] + room // -weights[place]
        return exists(table, least, higher)
    number = min((n for n in times if table[n] not in equal), key=lambda n: room // times[n])
    row = table[number]
    rest = [one for one in table if one is not row]
    return any(
        exists(
            [
                *rest,
                Row(row.weights, row.constant - amount, row.source),
                Row(_opposite(row), amount - row.constant, row.source),
            ],
            least,
            most,
        )
        for amount in range(room // times[number] + 1)
    )


def solvable(equations: Sequence[tuple[Sequence[int], int]]) -> bool:
    """Tell whether whole numbers, also below nought, make each weighted sum and its constant come to nought.

    >>> solvable([([2, 3], -1)]), solvable([([2, 4], -1)]), solvable([([1, 1], -3), ([1, -1], -2)])
    (True, False, False)
    """
    columns = [list(column) for column in zip(*(weights for weights, _ in equations), strict=True)]
    constants = [constant for _, constant in equations]
    for number in range(len(equations)):
        while len(used := sorted((c for c in columns if c[number]), key=lambda c: abs(c[number]))) > 1:
            first, *others = used
            for other in others:
                often = other[number] // first[number]
                other[:] = [mine - often * its for mine, its in zip(other, first, strict=True)]
        if not used:
            if constants[number]:
                return False
            continue
        value, rest = divmod(-constants[number], used[0][number])
        if rest:
            return False
        constants = [constant + value * weight for constant, weight in zip(constants, used[0], strict=True)]
        columns = [column for column in columns if column is not used[0]]
    return True


def _apart(row: Row, undecided: Sequence[int], *, equal: bool) -> Row:
    """State that a row is kept by one more than before, or by as much as before where both sides must be the same."""
    named = {place: number for number, place in enumerate(undecided)}
    weights = tuple((named[place], weight) for place, weight in row.weights if place in named)
    return Row(weights, -1 if weights and not equal else 0, row.source)


def _above(row: Row, least: Sequence[int], undecided: Sequence[int]) -> tuple[list[int], int]:
    """State an equality by how far the undecided numbers are above the least they can be."""
    weights = dict(row.weights)
    constant = row.constant + sum(weight * least[place] for place, weight in row.weights)
    return [weights.get(place, 0) for place in undecided], constant


def _opposite(row: Row) -> tuple[tuple[int, int], ...]:
    return tuple((place, -weight) for place, weight in row.weights)


def _put(numbers: Sequence[int], place: int, value: int) -> list[int]:
    return [value if one == place else number for one, number in enumerate(numbers)]
