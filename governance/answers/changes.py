"""The smallest change of one category's seats that would satisfy a rule."""

from collections.abc import Iterable, Mapping

from governance.answers.finding import Repair
from governance.answers.judge import Board, values_that_satisfy
from governance.answers.words import name_words
from governance.law.relation import GIVEN, Relation
from governance.model.names import PARTS_OF


def smallest_changes(relation: Relation, board: Board, others: Iterable[Relation]) -> tuple[Repair, ...]:
    """Give the smallest changes of one number that satisfy a relation, all numbers being known.

    Changes that would take the board further from another relation are left out, unless every change would.
    """
    others = tuple(others)
    found: list[tuple[bool, int, str, int]] = []
    for name in relation.weights:
        if name in GIVEN or (allowed := values_that_satisfy(relation, board, name)) is None:
            continue
        least, most = allowed
        now = board.known[name]
        to = max(now, least) if most is None else min(max(now, least), most)
        changed = {**board.known, name: to}
        if any(changed[whole] < changed.get(part, 0) for part, whole in PARTS_OF.items()):
            continue
        breaks = any(_missed(other, changed) > _missed(other, board.known) for other in others)
        found.append((breaks, abs(to - now), name, to))
    if not found:
        return ()
    best = min((breaks, distance) for breaks, distance, _, _ in found)
    return tuple(
        Repair(_says(name, board.known, to), {name: to})
        for breaks, distance, name, to in found
        if (breaks, distance) == best
    )


def _missed(relation: Relation, seats: Mapping[str, int]) -> int:
    return 0 if relation.holds(seats) else abs(relation.margin(seats))


def _says(name: str, seats: Mapping[str, int], to: int) -> str:
    return f"{to} {name_words(name, to)} instead of {seats[name]}"
