"""What follows from the rules for the size and make-up of a board, found by going through every board.

Nothing here is stated: each answer is counted from the relations in force on a day for a kind of school.
"""

import datetime
import functools
import itertools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from governance.errors import CannotTellError
from governance.law.book import rule_book
from governance.law.checks.board import NotRead
from governance.law.facts import DOMAIN, Kind, Value, every_kind
from governance.law.library import governing_category
from governance.law.provision import Instrument, Rule
from governance.law.relation import Relation, parse
from governance.law.wording import fact_words
from governance.model.names import CATEGORIES, CO_OPTED_STAFF, PARTS_OF, SEATS

LARGEST: Final = 20
"""The largest board that is gone through. No law sets a maximum."""

SUPPOSED: Final = {
    False: {"schools": 2, "heads": 2, "resigned_heads": 0},
    True: {"schools": 2, "heads": 1, "resigned_heads": 1},
}
"""The federation that is supposed, by whether a head teacher has resigned as a governor."""

Board = Mapping[str, int]


@attrs.frozen
class Consequences:
    """What follows for one kind of school: its lawful boards by their size, as far as they were gone through.

    `facts` are those that set this kind apart within its category. `most_staff` gives for each lawful total the
    most co-opted governors that may be employed at the school, and `ranges` for each category of governor the
    least and the most of them.
    """

    category: str
    facts: Mapping[str, frozenset[Value]]
    law: Instrument
    rules: tuple[Rule, ...]
    smallest: tuple[Board, ...]
    most_staff: Mapping[int, int]
    ranges: Mapping[str, Mapping[int, tuple[int, int]]]

    @property
    def totals(self) -> tuple[int, ...]:
        """The totals at which there is a lawful board."""
        return tuple(self.most_staff)

    @property
    def parity(self) -> tuple[str, Rule] | None:
        """Say that every total must be even, or odd, and by which rule; None where no rule makes it so.

        Where an equality counts every seat an odd number of times, its constant decides whether their sum is
        even: this holds for boards of every size, not only for those gone through.
        """
        for rule in self.rules:
            relation = rule.require
            if relation is None or not relation.exact or set(relation.weights) != set(SEATS):
                continue
            if all(weight % 2 for weight in relation.weights.values()):
                return ("odd" if relation.constant % 2 else "even"), rule
        return None


@attrs.frozen
class Untold:
    """A category of which nothing can be derived on this day, and why."""

    category: str
    why: str


def consequences(day: datetime.date) -> tuple[Consequences | Untold, ...]:
    """Derive what follows on a day for every kind of school whose rules differ."""
    return tuple(found for category in CATEGORIES for found in _of_category(category, day))


def never(category: str, day: datetime.date) -> frozenset[str]:
    """Name the categories of governor of which no lawful board of a category of school has one, at any size gone through."""
    found = tuple(_of_category(category, day))
    kinds = [one for one in found if isinstance(one, Consequences)]
    if len(kinds) < len(found):
        return frozenset()
    return frozenset(
        seat for seat in SEATS if not any(most for one in kinds for _, most in one.ranges[seat].values())
    )


def boards(
    relations: tuple[Relation, ...], total: int, *, given: Board | None = None
) -> Iterator[dict[str, int]]:
    """Walk every board of a size that keeps the relations, with each number of those who are part of a category.

    A branch is left as soon as one relation can no longer be kept, however the seats that remain are filled.
    """
    fixed = {name: len(one.weights) for one in relations if one.exact for name in one.weights}
    for one in relations:
        if one.exact:
            fixed |= {name: min(fixed[name], len(one.weights)) for name in one.weights}
    order = tuple(sorted(SEATS, key=lambda seat: fixed.get(seat, len(SEATS) + 1)))
    yield from _fill(relations, dict(given or {}), order, total)


def _of_category(category: str, day: datetime.date) -> Iterator[Consequences | Untold]:
    try:
        law = governing_category(day, category)
    except CannotTellError as error:
        yield Untold(category, str(error))
        return
    foreign = [
        (kind, rule)
        for kind in every_kind((category,))
        if (rule := _not_read(rule_book(law, day, kind).rules))
    ]
    for words, why in dict.fromkeys(
        (fact_words("mix", kind.mix), rule.says) for kind, rule in foreign if kind.mix
    ):
        yield Untold(category, f"{words}: cannot tell. {why}")
    unread = {kind for kind, _ in foreign}
    groups: dict[tuple[tuple[str, str], ...], tuple[tuple[Rule, ...], list[Kind]]] = {}
    accepted: list[Kind] = []
    for kind in every_kind((category,)):
        book = rule_book(law, day, kind)
        if kind in unread:
            continue
        if any(rule.check is not None and "foundation" in rule.where for rule in _refusing(book.rules)):
            continue
        accepted.append(kind)
        rules = tuple(rule for rule in book.rules if rule.require and rule.severity == "unlawful")
        key = tuple((rule.id, rule.require.text) for rule in rules if rule.require)
        groups.setdefault(key, (rules, []))[1].append(kind)
    for rules, kinds in groups.values():
        yield _of_kinds(category, _facts(kinds, accepted), law, rules)


def _not_read(rules: tuple[Rule, ...]) -> Rule | None:
    """Give the rule that says that the law does not provide for this mix of schools."""
    return next(
        (rule for rule in rules if isinstance(rule.check, NotRead) and rule.check.item == "mix"), None
    )


def _refusing(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Give the rules that refuse a kind outright: they forbid saying that the school is of it."""
    for rule in rules:
        if rule.severity == "unlawful" and getattr(rule.check, "item", None) == "foundation":
            yield rule


def _of_kinds(
    category: str, facts: dict[str, frozenset[Value]], law: Instrument, rules: tuple[Rule, ...]
) -> Consequences | Untold:
    relations = tuple(rule.require for rule in rules if rule.require)
    counted = {name for one in relations for name in one.weights}
    foreign = counted - {*SEATS, *PARTS_OF, *SUPPOSED[False]}
    resigned = True in facts.get("head_resigned", ())
    given = tuple((name, number) for name, number in SUPPOSED[resigned].items() if name in counted)
    if foreign:
        return Untold(
            category, f"The rules count {', '.join(sorted(foreign))}, which are not seats of one school."
        )
    if not relations:
        return Untold(category, "No relation between the numbers of seats is encoded.")
    smallest, staff, ranges = _walk(tuple(sorted(one.text for one in relations)), given)
    return Consequences(category, facts, law, rules, smallest, staff, ranges)


@functools.lru_cache(maxsize=256)
def _walk(
    texts: tuple[str, ...], given: tuple[tuple[str, int], ...]
) -> tuple[tuple[Board, ...], Mapping[int, int], Mapping[str, Mapping[int, tuple[int, int]]]]:
    """Go through every board once for each set of relations, which many kinds of school share."""
    relations = tuple(parse(text) for text in texts)
    smallest: tuple[Board, ...] = ()
    staff: dict[int, int] = {}
    ranges: dict[str, dict[int, tuple[int, int]]] = {seat: {} for seat in SEATS}
    for total in range(1, LARGEST + 1):
        found = tuple(boards(relations, total, given=dict(given)))
        if not found:
            continue
        staff[total] = max(board[CO_OPTED_STAFF] for board in found)
        for seat in SEATS:
            counts = [board[seat] for board in found]
            ranges[seat][total] = (min(counts), max(counts))
        if not smallest:
            smallest = _apart(found)
    return smallest, staff, ranges


def _apart(found: tuple[dict[str, int], ...]) -> tuple[Board, ...]:
    """Give boards once each, whoever is employed at the school, in the order of their seats."""
    seats = sorted({tuple(board[seat] for seat in SEATS) for board in found})
    return tuple(dict(zip(SEATS, counts, strict=True)) for counts in seats)


def _facts(kinds: list[Kind], accepted: list[Kind]) -> dict[str, frozenset[Value]]:
    """Name the facts that set kinds apart: those of which not every value that is accepted is among them."""
    facts = {}
    for fact in DOMAIN:
        values = {value for kind in kinds if (value := kind.value(fact)) is not None}
        every = {value for kind in accepted if (value := kind.value(fact)) is not None}
        if values != every:
            facts[fact] = frozenset(values)
    return facts


def _fill(
    relations: tuple[Relation, ...], board: dict[str, int], left: tuple[str, ...], remaining: int
) -> Iterator[dict[str, int]]:
    if not all(_can_hold(relation, board, left, remaining) for relation in relations):
        return
    if not left:
        named = {name for relation in relations for name in relation.weights}
        parts = [part for part in PARTS_OF if part in named]
        for numbers in itertools.product(*(range(board[PARTS_OF[part]] + 1) for part in parts)):
            whole = {CO_OPTED_STAFF: 0, **board, **dict(zip(parts, numbers, strict=True))}
            if all(relation.holds(whole) for relation in relations):
                yield whole
        return
    seat, *later = left
    counts = (remaining,) if not later else range(remaining + 1)
    for count in counts:
        yield from _fill(relations, {**board, seat: count}, tuple(later), remaining - count)


def _can_hold(relation: Relation, board: Board, left: tuple[str, ...], remaining: int) -> bool:
    """Tell whether a relation may still hold, whichever of the seats left take what remains."""
    weights = [relation.weights.get(seat, 0) for seat in left] or [0]
    parts = [
        relation.weights[part] * board.get(whole, remaining)
        for part, whole in PARTS_OF.items()
        if part in relation.weights
    ]
    fixed = relation.constant + sum(relation.weights.get(seat, 0) * count for seat, count in board.items())
    most = fixed + max(weights) * remaining + sum(max(part, 0) for part in parts)
    least = fixed + min(weights) * remaining + sum(min(part, 0) for part in parts)
    return least <= 0 <= most if relation.exact else most >= 0


def runs(totals: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Gather whole numbers that follow each other into runs.

    >>> runs((7, 8, 9, 12))
    ((7, 9), (12, 12))
    """
    groups = itertools.groupby(enumerate(totals), key=lambda pair: pair[1] - pair[0])
    found = [[total for _, total in group] for _, group in groups]
    return tuple((group[0], group[-1]) for group in found)
