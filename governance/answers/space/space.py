"""The boards that the law of a day and somebody's wishes allow, as whole-number arithmetic.

A `Space` is a list of constraints: the relations of a rule book as they are written, the wishes, and what follows
from the meaning of the words (the total is the sum of the seats). Nothing of the law is stated here.
"""

import datetime
import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import lcm
from typing import Final, Literal

import attrs

from governance.answers.space.elimination import Equality, eliminate
from governance.answers.space.existence import exists
from governance.answers.space.simplex import contradiction
from governance.answers.space.solver import (
    ENDLESS,
    HUGE,
    Refutes,
    Row,
    TooFarError,
    kept,
    narrow,
    rows,
    solutions,
)
from governance.answers.space.wishes import TOTAL, Wish
from governance.errors import CannotTellError
from governance.law import Rule, RuleBook
from governance.law.facts import QUESTIONS
from governance.law.relation import DERIVED, GIVEN, Relation
from governance.model.names import PARTS_OF, SEATS

OTHERS: Final = "others"
Origin = Literal["provision", "wish", "sum"]
Seats = Mapping[str, int]

_FIRST: Final = 60
"""Boards of up to so many seats, and three times the largest number wished for, are looked at first.

It is no limit: where there are none of them, all others are thought of.
"""

_SHORT: Final = 40
"""So many places are looked at before anything more costly is tried."""

_ASK_GIVEN: Final = {
    "schools": "How many schools does the federation have?",
    "heads": "How many different head teachers of the schools are governors?",
    "resigned_heads": "How many different head teachers have resigned as governors?",
}


@attrs.frozen
class Constraint:
    """The weighted sum of some numbers and a constant is nought or more; exactly nought where `exact`.

    `origin` tells a provision of law from a wish and from what words mean.
    """

    weights: Mapping[str, int]
    constant: int
    exact: bool
    origin: Origin
    says: str
    rule: Rule | None = None
    wish: Wish | None = None

    def holds(self, numbers: Seats) -> bool:
        """Tell whether it is kept."""
        margin = self.constant + sum(weight * numbers.get(name, 0) for name, weight in self.weights.items())
        return margin == 0 if self.exact else margin >= 0


@attrs.frozen
class Space:
    """All boards that keep some constraints, of whatever size.

    `table` has the inequalities of each constraint as they are written, and `search` the same for the numbers that
    are sought: seats and parts of them, with every sum of seats written out.
    """

    constraints: tuple[Constraint, ...]
    names: tuple[str, ...]
    table: tuple[tuple[Row, ...], ...] = attrs.field(repr=False, eq=False)
    search: tuple[tuple[Row, ...], ...] = attrs.field(repr=False, eq=False)

    @classmethod
    def of(cls, constraints: Iterable[Constraint]) -> "Space":
        """Number the names of the constraints; what the words mean is added."""
        stated = tuple(constraints)
        used = {name for one in stated for name in one.weights} | {TOTAL, *SEATS}
        names = (*SEATS, *(name for name in (*PARTS_OF, *DERIVED) if name in used))
        every = (*stated, *_meanings(names))
        place = {name: index for index, name in enumerate(names)}
        table, search = (
            tuple(
                rows(
                    [(place[name], weight) for name, weight in weighed(one.weights).items()],
                    one.constant,
                    exact=one.exact,
                    source=n,
                )
                for n, one in enumerate(every)
            )
            for weighed in (dict, spread)
        )
        return cls(every, names, table, search)

    @property
    def everything(self) -> frozenset[int]:
        """The numbers of all constraints."""
        return frozenset(range(len(self.constraints)))

    @property
    def given(self) -> frozenset[int]:
        """The numbers of those constraints that are neither provisions nor wishes."""
        return frozenset(n for n, one in enumerate(self.constraints) if one.origin == "sum")

    def rows(self, among: Collection[int]) -> list[Row]:
        """Give the inequalities of some constraints, in their order."""
        return [row for number in sorted(among) for row in self.table[number]]

    def bounds(self, among: Collection[int] | None = None) -> dict[str, tuple[int, int | None]] | None:
        """Give limits within which each number must lie (None: no limit); None where there is no board.

        The limits are not the narrowest there are, but no lawful board lies outside them, of whatever size.
        """
        low, high = [0] * len(self.names), [HUGE] * len(self.names)
        if not narrow(self.rows(self.everything if among is None else among), low, high):
            return None
        ends = (most if most < ENDLESS else None for most in high)
        return dict(zip(self.names, zip(low, ends, strict=True), strict=True))

    def limits(self, having: Seats) -> dict[str, tuple[int, int]] | None:
        """Give limits of the numbers that are sought, with the numbers to have; None where there is no board."""
        table, low, high = self._sought(None, having, having)
        if not narrow(table, low, high):
            return None
        return dict(zip(self.names, zip(low, high, strict=True), strict=False))

    def boards(self, largest: int) -> Iterator[dict[str, int]]:
        """Walk the boards of up to so many seats, each with one choice of the numbers that are part of a category."""
        table, low, high = self.open()
        table.append(_at_most(largest))
        for found in solutions(table, low, high, range(len(SEATS))):
            yield self._board(found)

    def first(
        self,
        *,
        among: Collection[int] | None = None,
        having: Seats | None = None,
        least: Seats | None = None,
        most: Seats | None = None,
        soon: bool = False,
    ) -> dict[str, int] | None:
        """Give one board with the numbers to have, and with at least and at most some others.

        None where there is none, of whatever size. Where a short search does not tell, a board is sought where not even fractions of seats contradict each
        other, and where boards have no largest size, it is first shown that there is one. With `soon` the short search
        is all there is, and None does not say that there is none.
        """
        exactly = having or {}
        table, low, high = self._sought(among, {**exactly, **(least or {})}, {**exactly, **(most or {})})
        if not narrow(table, low, high):
            return None
        if kept(table, low):
            return self._board(low)  # the least of every number, which a search would come to first
        largest = sum(high[: len(SEATS)])
        limit = min(
            largest, _FIRST + 3 * max((_largest(one.wish) for one in self.constraints if one.wish), default=0)
        )
        decide = range(len(low))
        try:
            search = solutions([*table, _at_most(limit)], [*low], [*high], decide, visits=iter(range(_SHORT)))
            found = next(search, None)
        except TooFarError:
            found = None
            if soon or self.unequal(among, having):
                return None
        else:
            if found is None and (soon or limit == largest):
                return None
        if found is None and largest >= ENDLESS and not exists(table, low, high):
            return None
        while found is None:
            closer = [*table, _at_most(limit)]
            found = next(solutions(closer, [*low], [*high], decide, refutes=_refutes(closer)), None)
            if limit == largest:
                break
            limit = min(largest, 2 * limit)
        return None if found is None else self._board(found)

    def open(self) -> tuple[list[Row], list[int], list[int]]:
        """Give the inequalities for a search, and the bounds with which it begins."""
        return self._sought(None, {}, {})

    def _sought(
        self, among: Collection[int] | None, least: Seats, most: Seats
    ) -> tuple[list[Row], list[int], list[int]]:
        """Give the inequalities of some constraints and the bounds of the numbers that are sought."""
        numbers = self.everything if among is None else among
        table = [row for number in sorted(numbers) for row in self.search[number]]
        sought = [name for name in self.names if name not in DERIVED]
        low, high = [0] * len(sought), [HUGE] * len(sought)
        for ends, bounds, sign in ((least, low, 1), (most, high, -1)):
            for name, number in ends.items():
                if name in DERIVED:
                    summed = tuple((sought.index(seat), sign) for seat in DERIVED[name])
                    table.append(Row(summed, -sign * number, -1))
                else:
                    bounds[sought.index(name)] = number
        return table, low, high

    def _board(self, found: Sequence[int]) -> dict[str, int]:
        """Name the numbers that were found, and add up the sums of seats."""
        board = dict(zip(self.names, found, strict=False))
        return board | {
            name: sum(board[seat] for seat in DERIVED[name]) for name in self.names if name in DERIVED
        }

    def equalities(self, among: Collection[int] | None = None, having: Seats | None = None) -> list[Equality]:
        """Give the constraints of which both sides must be the same, and the numbers to have, as equalities."""
        numbers = sorted(self.everything if among is None else among)
        found = [Equality(c.weights, c.constant, {n: 1}) for n in numbers if (c := self.constraints[n]).exact]
        return found + [Equality({name: 1}, -number, {}) for name, number in (having or {}).items()]

    def unequal(self, among: Collection[int] | None = None, having: Seats | None = None) -> bool:
        """Tell whether the equalities alone show that no whole numbers will do."""
        return any(one.impossible for one in eliminate(self.equalities(among, having)))

    def also(self, *more: Constraint, without: Collection[int] = ()) -> "Space":
        """Give the space with other constraints added, and some left out."""
        kept = [one for n, one in enumerate(self.constraints) if one.origin != "sum" and n not in without]
        return Space.of((*kept, *more))


def laws(book: RuleBook, given: Seats) -> tuple[Constraint, ...]:
    """State the relations of a rule book that a board must keep to be lawful.

    `given` are numbers that no change of seats alters, such as the schools of a federation. Raises
    CannotTellError, with what to ask, where it is not known whether a rule applies or such a number is missing.
    """
    rules = relations(book)
    questions = [QUESTIONS[fact] for rule in rules if (fact := rule.missing_fact(book.kind))]
    questions += [
        _ASK_GIVEN[name]
        for rule in rules
        for name in (rule.require.weights if rule.require else ())
        if name in GIVEN and name not in given
    ]
    if questions:
        raise CannotTellError("\n".join(dict.fromkeys(questions)))
    return tuple(_law(rule, rule.require, given) for rule in rules if rule.require)


def relations(book: RuleBook) -> tuple[Rule, ...]:
    """Give the rules of a book that are relations and that an unlawful board breaks."""
    return tuple(rule for rule in book.rules if rule.require and rule.severity == "unlawful")


def of_wish(wish: Wish) -> tuple[Constraint, ...]:
    """State a wish: one constraint for each of its ends, or one for both where they are the same."""
    says = wish.sentence
    if wish.exact:
        return (
            Constraint({wish.name: 1}, -(wish.least or 0), exact=True, origin="wish", says=says, wish=wish),
        )
    found = []
    if wish.least is not None:
        found.append(
            Constraint({wish.name: 1}, -wish.least, exact=False, origin="wish", says=says, wish=wish)
        )
    if wish.most is not None:
        found.append(Constraint({wish.name: -1}, wish.most, exact=False, origin="wish", says=says, wish=wish))
    return tuple(found)


def space(book: RuleBook, given: Seats, wanted: Iterable[Wish] = ()) -> Space:
    """Give the space of the lawful boards that meet some wishes."""
    wished = (one for wish in wanted for one in of_wish(wish))
    return Space.of((*laws(book, given), *wished))


def seats_of(board: Seats) -> dict[str, int]:
    """Give the seats of a board without the other numbers."""
    return {seat: board[seat] for seat in SEATS}


def day_needed(day: datetime.date | None) -> datetime.date:
    """Give the day, or raise CannotTellError where there is none."""
    if day is None:
        raise CannotTellError(
            "The law depends on the day, and no day is given. "
            "Set effective_on under [instrument], or ask for a day with --on."
        )
    return day


def _law(rule: Rule, relation: Relation, given: Seats) -> Constraint:
    weights, constant = as_written(relation)
    constant += sum(weight * given[name] for name, weight in weights.items() if name in given)
    weights = {name: weight for name, weight in weights.items() if name not in given}
    return Constraint(weights, constant, exact=relation.exact, origin="provision", says=rule.says, rule=rule)


def as_written(relation: Relation) -> tuple[dict[str, int], int]:
    """Bring a relation to one side in whole numbers, keeping `total` and `others` as names of their own.

    >>> from governance.law.relation import parse
    >>> as_written(parse("foundation <= 1/4 total"))
    ({'foundation': -4, 'total': 1}, 0)
    """
    sides = ((relation.left, 1), (relation.right, -1))
    scale = lcm(*(part.denominator for parts, _ in sides for part in parts))
    sign = -1 if relation.comparison == "<=" else 1
    weights: dict[str, int] = {}
    constant = 0
    for parts, side in sides:
        for part in parts:
            amount = sign * side * part.numerator * (scale // part.denominator)
            if part.name is None:
                constant += amount
            else:
                weights[part.name] = weights.get(part.name, 0) + amount
    return {name: weight for name, weight in weights.items() if weight}, constant


def spread(weights: Seats) -> dict[str, int]:
    """Write out the sums of seats among some weighted numbers: each seat with the weight it has in all.

    >>> spread({"total": 1, "foundation": -4, "others": -1})
    {'foundation': -3}
    """
    found: dict[str, int] = {}
    for name, weight in weights.items():
        for seat in DERIVED.get(name, (name,)):
            found[seat] = found.get(seat, 0) + weight
    return {name: weight for name, weight in found.items() if weight}


@functools.cache
def _meanings(names: tuple[str, ...]) -> tuple[Constraint, ...]:
    """State what the words mean: a sum is the sum of its seats, a part is no more than the whole."""
    found = []
    for name in (one for one in names if one in DERIVED):
        summed = {name: 1} | dict.fromkeys(DERIVED[name], -1)
        found.append(Constraint(summed, 0, exact=True, origin="sum", says=_SUMS[name]))
    if OTHERS in names:
        rest = [seat for seat in DERIVED[TOTAL] if seat not in DERIVED[OTHERS]]
        apart = {TOTAL: 1, OTHERS: -1} | dict.fromkeys(rest, -1)
        found.append(Constraint(apart, 0, exact=True, origin="sum", says=_APART))
    for part in (one for one in names if one in PARTS_OF):
        within = {PARTS_OF[part]: 1, part: -1}
        found.append(Constraint(within, 0, exact=False, origin="sum", says=_PART))
    return tuple(found)


_SUMS: Final = {
    TOTAL: "The total is the sum of the seats.",
    OTHERS: "The others are all governors who are not foundation governors.",
}
_APART: Final = "The foundation governors and the others together are the total."
_PART: Final = "A part is no more than the whole."


def _largest(wish: Wish) -> int:
    return max(wish.least or 0, wish.most or 0)


def _at_most(largest: int) -> Row:
    """State that a board has no more than so many seats."""
    return Row(tuple((place, -1) for place in range(len(SEATS))), largest, -1)


def _refutes(table: Sequence[Row]) -> Refutes:
    return lambda low, high: contradiction(table, low, high) is not None
