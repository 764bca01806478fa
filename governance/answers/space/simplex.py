"""Inequalities that contradict each other when they are added up, found exactly, in whole numbers.

This is the simplex method for feasibility alone, with Bland's rule, by which it always ends. It looks at all numbers
that are nought or more, fractions included: where even they will not do, whole numbers will not.
"""

from collections.abc import Mapping, Sequence
from math import gcd

from governance.answers.space.solver import ENDLESS, Row


def contradiction(
    table: Sequence[Row], low: Sequence[int], high: Sequence[int] | None = None
) -> Mapping[int, int] | None:
    """Say how often to add each row so that the sum is less than nought whatever the numbers are; None if not so.

    The numbers are those from `low` upwards, and with `high` no further: its limits are rows after those of the
    table, one for each number.
    """
    size = len(low)
    every = [(row.weights, row.constant + sum(w * low[place] for place, w in row.weights)) for row in table]
    if high is not None:
        every += [(((place, -1),), most - low[place]) for place, most in enumerate(high) if most < ENDLESS]
    # Each row reads: scale * (what it comes to) = constant + weights * columns. Columns are numbers, then rows.
    columns = list(range(size))
    basis = [size + index for index in range(len(every))]
    lines: list[list[int]] = []
    for weights, constant in every:
        line = [0] * size + [constant, 1]
        for place, weight in weights:
            line[place] += weight
        lines.append(line)
    while True:
        bad = min((n for n, line in enumerate(lines) if line[size] < 0), key=basis.__getitem__, default=None)
        if bad is None:
            return None
        line = lines[bad]
        enter = min((c for c in range(size) if line[c] > 0), key=columns.__getitem__, default=None)
        if enter is None:
            times = {columns[c] - size: -line[c] for c in range(size) if line[c] and columns[c] >= size}
            if basis[bad] >= size:
                times[basis[bad] - size] = line[size + 1]
            by = gcd(*times.values())
            return {row: count // by for row, count in sorted(times.items())}
        _pivot(lines, bad, enter, size)
        basis[bad], columns[enter] = columns[enter], basis[bad]


def _pivot(lines: list[list[int]], bad: int, enter: int, size: int) -> None:
    """Solve one line for a column, and put it into the others."""
    line = lines[bad]
    by, scale = line[enter], line[size + 1]
    solved = [-value for value in line[: size + 1]] + [by]
    solved[enter] = scale
    lines[bad] = solved
    for number, other in enumerate(lines):
        weight = other[enter]
        if number == bad or not weight:
            continue
        mixed = [by * value + weight * solved[column] for column, value in enumerate(other[: size + 1])]
        mixed[enter] = weight * scale
        mixed.append(by * other[size + 1])
        common = gcd(*mixed)
        lines[number] = [value // common for value in mixed] if common > 1 else mixed
