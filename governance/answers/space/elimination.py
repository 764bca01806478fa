"""Equalities in whole numbers: put together so that one number after another drops out.

Only a number that counts once is replaced, so that nothing is lost: the whole numbers that keep the equalities that
are left are those that keep the equalities put in. Each equality remembers which ones it was made of.
"""

from collections.abc import Iterable, Mapping
from math import gcd

import attrs


@attrs.frozen
class Equality:
    """The weighted sum of some numbers and a constant is nought; `times` says how often each source was added."""

    weights: Mapping[str, int]
    constant: int
    times: Mapping[int, int]

    @property
    def step(self) -> int:
        """The number of which the weighted sum is always a multiple."""
        return gcd(*self.weights.values())

    @property
    def impossible(self) -> bool:
        """Tell whether no whole numbers will do."""
        return self.constant != 0 if self.step == 0 else self.constant % self.step != 0

    def plus(self, other: "Equality", times: int) -> "Equality":
        """Add another equality so many times."""
        weights = dict(self.weights)
        for name, weight in other.weights.items():
            weights[name] = weights.get(name, 0) + times * weight
        made = dict(self.times)
        for source, count in other.times.items():
            made[source] = made.get(source, 0) + times * count
        return Equality(
            {name: weight for name, weight in weights.items() if weight},
            self.constant + times * other.constant,
            {source: count for source, count in made.items() if count},
        )


def eliminate(equalities: Iterable[Equality], *, keep: str | None = None) -> tuple[Equality, ...]:
    """Put equalities together until each number that counts once stands in one of them only.

    Stops at the first that no whole numbers can keep, which is then the last given. The name to `keep` is
    replaced by nothing.
    """
    solved: list[tuple[str, Equality]] = []
    left: list[Equality] = []
    for one in equalities:
        equality = one
        for name, known in solved:
            if weight := equality.weights.get(name):
                equality = equality.plus(known, -weight * known.weights[name])
        if equality.impossible:
            return (*left, *(known for _, known in solved), equality)
        name = next((n for n, w in equality.weights.items() if abs(w) == 1 and n != keep), "")
        if not name:
            left.append(equality)
            continue
        solved = [(n, _without(name, known, equality)) for n, known in solved]
        left = [_without(name, known, equality) for known in left]
        solved.append((name, equality))
        if bad := next((known for known in left if known.impossible), None):
            return (*left, *(known for _, known in solved), bad)
    return (*left, *(known for _, known in solved))


def remainder(equalities: Iterable[Equality], name: str) -> tuple[int, int, frozenset[int]] | None:
    """Say of which number a name is always a multiple, and with what left over; None where of none.

    Gives (2, 0, sources) for a number that is always even. The sources are the equalities this follows from.
    """
    for equality in eliminate(equalities, keep=name):
        weight = equality.weights.get(name, 0)
        step = gcd(*(other for one, other in equality.weights.items() if one != name))
        if abs(weight) == 1 and step > 1 and not equality.impossible:
            return step, -equality.constant * weight % step, frozenset(equality.times)
    return None


def _without(name: str, equality: Equality, known: Equality) -> Equality:
    weight = equality.weights.get(name, 0)
    return equality.plus(known, -weight * known.weights[name]) if weight else equality
