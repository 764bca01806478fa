"""Why wishes cannot be met: the fewest provisions and wishes that clash, each step to be checked by hand.

Every proof is one of five. Bounds: one limit after another, until at least so many and at most fewer must be.
Equalities: put together, twice some number would be odd. Sum: added up, each so many times, the inequalities say that
a number less than nought is nought or more. Halves: some number can neither be at most so many, nor more. Search: where
none of these shows it, that every case was gone through, which is said.
"""

import itertools
from collections.abc import Iterator
from typing import Any, Final, Literal

import attrs

from governance.answers.finding import Rows
from governance.answers.space.elimination import eliminate, remainder
from governance.answers.space.proof import amount_words, bounds_steps, equality_steps, sum_steps
from governance.answers.space.ranges import greatest, least
from governance.answers.space.simplex import contradiction
from governance.answers.space.solver import HUGE, trace
from governance.answers.space.space import Constraint, Space
from governance.answers.space.wishes import TOTAL, Wish
from governance.english import listed

_LONG: Final = 14
"""A proof by bounds with more steps than this is given as a sum instead, where it can be."""

_HALVES: Final = 240
"""No number beyond this is tried in order to say a proof by halves."""

Proof = Literal["bounds", "equalities", "sum", "halves", "search"]


@attrs.frozen
class Clash:
    """One provision or wish that clashes with the others."""

    says: str
    citation: str = ""
    url: str = ""
    rule: str = ""


@attrs.frozen
class Impossible:
    """Why there is no such board. Drop any one of `clashes`, and there is one.

    `steps` are the proof, a line each; `nearest` the nearest wishes that can be met, each with all else as it
    was wished.
    """

    clashes: tuple[Clash, ...]
    proof: Proof
    steps: tuple[str, ...]
    nearest: tuple[str, ...] = ()

    def in_rows(self) -> Rows:
        """Give the proof, a step a row."""
        return ("Step", "Why there is no such board"), list(enumerate(self.steps, start=1))

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "clashes": [attrs.asdict(clash, filter=lambda _, value: value != "") for clash in self.clashes],
            "proof": self.proof,
            "steps": list(self.steps),
            "nearest": list(self.nearest),
        }


def why_impossible(space: Space) -> Impossible | None:
    """Say why no board keeps all constraints of a space; None where one does."""
    if space.first() is not None:
        return None
    core = smallest_conflict(space)
    proof, steps = _prove(space, core)
    ordered = sorted(core, key=lambda number: (space.constraints[number].origin != "wish", number))
    clashes = dict.fromkeys(_clash(space.constraints[number]) for number in ordered)
    return Impossible(tuple(clashes), proof, tuple(steps), tuple(_nearest(space, core)))


def smallest_conflict(space: Space) -> frozenset[int]:
    """Give the fewest provisions and wishes that no board keeps together, by their numbers in the space.

    Every such conflict holds one of each set of constraints whose loss makes a board possible; the fewest
    numbers that hold one of each set found so far are tried, until no board keeps them.
    """
    soft = space.everything - space.given
    losses: list[frozenset[int]] = []
    while True:
        chosen = _one_of_each(losses)
        among = space.given | chosen
        board = None if space.unequal(among) else space.first(among=among)
        if board is None:
            return chosen
        kept = _kept(space, soft, board)
        for number in sorted(soft - kept):
            # What is found soon is enough: a set of losses need not be the fewest to be one of which each conflict holds one.
            if number not in kept and (wider := space.first(among=space.given | kept | {number}, soon=True)):
                kept = _kept(space, soft, wider)
        losses.append(soft - kept)


def _kept(space: Space, soft: frozenset[int], board: dict[str, int]) -> frozenset[int]:
    return frozenset(number for number in soft if space.constraints[number].holds(board))


def _one_of_each(sets: list[frozenset[int]]) -> frozenset[int]:
    """Give the fewest numbers that hold one of each set, the earliest of several such."""
    forced = frozenset().union(*(one for one in sets if len(one) == 1))
    rest = [one for one in sets if not one & forced]
    numbers = sorted(frozenset().union(*rest))
    choices = (some for count in range(len(rest) + 1) for some in itertools.combinations(numbers, count))
    return next(forced.union(some) for some in choices if not any(one.isdisjoint(some) for one in rest))


def _prove(space: Space, core: frozenset[int]) -> tuple[Proof, list[str]]:
    only = Space.of([space.constraints[number] for number in sorted(core)])
    if proof := _directly(only):
        return proof
    if steps := _by_halves(only):
        return "halves", steps
    return "search", ["Every case was gone through, for boards of every size: no board keeps all of these."]


def _directly(space: Space) -> tuple[Proof, list[str]] | None:
    """Prove that a space has no board without trying anything; None where that does not do."""
    size = len(space.names)
    table = space.rows(space.everything)
    steps = trace(table, [0] * size, [HUGE] * size)
    if steps is not None and (len(steps) <= _LONG or not contradiction(table, [0] * size)):
        return "bounds", bounds_steps(steps, space)
    made = eliminate(space.equalities())
    if made and made[-1].impossible:
        return "equalities", equality_steps(made[-1], space, remainder(space.equalities(), TOTAL))
    if times := contradiction(table, [0] * size):
        return "sum", sum_steps(times, table, space)
    return None


def _by_halves(space: Space) -> list[str] | None:
    """Find a number that can neither be at most so many nor more, each proved directly."""
    for name in space.names:
        most = -1
        while most < _HALVES and (low := _directly(space.also(_suppose(name, most + 1, -1)))):
            most, fewer = most + 1, low
        if most >= 0 and (more := _directly(space.also(_suppose(name, most + 1, 1)))):
            return [*fewer[1], *more[1]]
    return None


def _suppose(name: str, number: int, sign: Literal[1, -1]) -> Constraint:
    """Suppose at least so many, or with a sign of -1 at most so many."""
    says = f"Suppose {amount_words(name, number, at_least=sign > 0)}"
    return Constraint({name: sign}, -sign * number, exact=False, origin="wish", says=says)


def _clash(one: Constraint) -> Clash:
    if one.rule is None:
        return Clash(f"{one.says}.")
    return Clash(one.rule.says, one.rule.citation, one.rule.url, one.rule.id)


def _nearest(space: Space, core: frozenset[int]) -> Iterator[str]:
    """Offer for each wish that clashes the nearest numbers that can be had, all else as it is wished."""
    wished = dict.fromkeys(wish for n in sorted(core) if (wish := space.constraints[n].wish))
    for wish in wished:
        among = _besides(space, wish)
        found = [
            wish.saying(number, number)
            for number in nearest_numbers(space, wish, among)
            if number is not None
        ]
        if found:
            yield f"{' or '.join(found)} instead of {wish.saying(wish.least, wish.most)}"
    if _without(space, *wished) and not any(_without(space, wish) for wish in wished):
        yield f"Give up more than one of these: {listed([wish.says for wish in wished])}"


def _without(space: Space, *wishes: Wish) -> dict[str, int] | None:
    """Give a board that keeps all but some wishes; None where none does."""
    return space.first(among=_besides(space, *wishes))


def _besides(space: Space, *wishes: Wish) -> frozenset[int]:
    return frozenset(n for n in space.everything if space.constraints[n].wish not in wishes)


def nearest_numbers(space: Space, wish: Wish, among: frozenset[int]) -> tuple[int | None, int | None]:
    """Give the nearest number below a wish and the nearest above that a board can have; None where none can."""
    below = greatest(space, wish.name, below=wish.least - 1, among=among) if wish.least else None
    above = None if wish.most is None else least(space, wish.name, above=wish.most + 1, among=among)
    return below, above
