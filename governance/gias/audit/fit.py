"""The smallest lawful board that has room for the people who are recorded, by the rule book of the day.

No law sets a largest board, so a record alone proves little: that some seat is held twice that there is once, or that
there is none of a category. What it does prove is shown by the provisions that together leave no such board.
"""

import datetime
import functools
import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

import attrs

from governance.answers.space.impossible import smallest_conflict
from governance.answers.space.ranges import least
from governance.answers.space.space import Constraint, Space, of_wish, space
from governance.answers.space.wishes import TOTAL, Wish
from governance.gias.audit.appointers import ANY
from governance.law import Rule, RuleBook
from governance.law.book import book_for
from governance.model import FederatedSchool, Proposal, School, Seats
from governance.model.names import SEATS

Needs = frozenset[tuple[frozenset[str], int]]
"""How many people there are of each set of seats that theirs may be."""

_MOST_SPLITS: Final = 300


@attrs.frozen
class Kind:
    """A kind of body as far as the record tells: a school's category and foundation, or the schools of a federation.

    Where it is `loose`, each rule that is seriously doubtful is read in the way that leaves more boards.
    """

    category: str
    foundation: str | None = None
    schools: tuple[tuple[str, str | None], ...] = ()
    heads: int = 0
    loose: bool = False


@attrs.frozen
class Fit:
    """What the people of a body leave of the lawful boards: the seats of the smallest, and those that are empty in it.

    Without such a board `total` is None, `over` gives the most that any lawful board has of each category of which more
    are recorded, and `rules` are the provisions that together leave none. `doubts` are those of the law that leave room
    on another reading, by category.
    """

    total: int | None
    over: Mapping[str, int] = attrs.field(factory=dict)
    rules: Mapping[str, tuple[Rule, ...]] = attrs.field(factory=dict)
    doubts: Mapping[str, str] = attrs.field(factory=dict)


@functools.lru_cache(maxsize=50_000)
def fit(kinds: tuple[Kind, ...], needs: Needs, day: datetime.date) -> Fit:
    """Seek the smallest lawful board of any of some kinds with room for everybody; CannotTellError as `check`."""
    people = sum(many for _, many in needs)
    totals = [total for kind in kinds if (total := _smallest(kind, needs, people, day)) is not None]
    if totals:
        return Fit(min(totals))
    sure = Counter({seat: many for seats, many in needs if len(seats) == 1 for seat in seats})
    limits = {seat: most(kinds, seat, day) for seat in SEATS if sure[seat]}
    over = {seat: limit for seat, limit in limits.items() if limit is not None and sure[seat] > limit}
    rules = {seat: _conflict(kinds[0], (Wish(seat, limit + 1, None),), day) for seat, limit in over.items()}
    if not over:
        wanted = (*(Wish(seat, many, None) for seat, many in sorted(sure.items())), Wish(TOTAL, people, None))
        rules = {"": _conflict(kinds[0], wanted, day)}
    if not any(_doubtful(kind, day) for kind in kinds):
        return Fit(None, over, rules)
    loose = tuple(attrs.evolve(kind, loose=True) for kind in kinds)
    room = any(_smallest(kind, needs, people, day) is not None for kind in loose)
    doubtful = {
        seat: _doubt(kinds[0], those, day)
        for seat, those in rules.items()
        if room or (seat and ((limit := most(loose, seat, day)) is None or sure[seat] <= limit))
    }
    return Fit(None, over, rules, doubtful)


def _smallest(kind: Kind, needs: Needs, people: int, day: datetime.date) -> int | None:
    """Give the seats of the smallest lawful board of a kind with room for everybody; None where there is none."""
    boards = lawful(kind, day)
    fixed, open_to = settled(needs, boards.possible)
    if len(open_to) == 1:
        # Those who may have one of several seats need so many of them together, beside those who have one for sure.
        ((seats, many),) = open_to
        ways = [(_together(kind, seats, many + sum(fixed[seat] for seat in seats), day), fixed)]
    else:
        ways = [(boards.space, split) for split in splits(needs, boards.possible)]
    totals = []
    for found, room in ways:
        board = found.first(least={**room, TOTAL: people})
        if board is None:
            continue
        total = board[TOTAL]
        if total > people and found.first(least={**room, TOTAL: people}, most={TOTAL: total - 1}):
            total = least(found, TOTAL, above=people, room_for=room) or total
        totals.append(total)
    return min(totals, default=None)


@functools.lru_cache(maxsize=4096)
def _together(kind: Kind, seats: frozenset[str], many: int, day: datetime.date) -> Space:
    """Give the lawful boards of a kind with so many seats of some categories together."""
    asked = Constraint(dict.fromkeys(seats, 1), -many, exact=False, origin="wish", says="")
    return lawful(kind, day).space.also(asked)


@attrs.frozen(eq=False)
class Lawful:
    """The lawful boards of a kind, and the limits between which each number of them lies."""

    space: Space
    bounds: Mapping[str, tuple[int, int | None]]

    @property
    def possible(self) -> frozenset[str]:
        """Give the categories that such a board may have at all."""
        return frozenset(seat for seat, (_, high) in self.bounds.items() if high != 0)


@functools.lru_cache(maxsize=1024)
def lawful(kind: Kind, day: datetime.date) -> Lawful:
    """Give the lawful boards of a kind on a day."""
    found = space(_loosely(_book(kind, day)) if kind.loose else _book(kind, day), _given(kind))
    return Lawful(found, found.bounds() or {})


def _book(kind: Kind, day: datetime.date) -> RuleBook:
    schools = tuple(FederatedSchool(category, foundation=foundation) for category, foundation in kind.schools)
    return book_for(
        Proposal(School(kind.category, foundation=kind.foundation), Seats(), schools=schools), day
    )


def _given(kind: Kind) -> dict[str, int]:
    return {"schools": len(kind.schools), "heads": kind.heads, "resigned_heads": 0} if kind.schools else {}


def _loosely(book: RuleBook) -> RuleBook:
    """Read each doubtful rule in the way that leaves more boards; where neither way does, leave it out."""
    rules = []
    for rule in book.rules:
        doubt = book.doubt_of(rule) if rule.require else None
        if doubt is None or doubt.stricter == "other":
            rules.append(rule)
        elif doubt.stricter == "taken" and rule.otherwise:
            rules.append(attrs.evolve(rule, require=rule.otherwise))
    return book._replace(rules=tuple(rules))


@functools.lru_cache(maxsize=1024)
def _doubtful(kind: Kind, day: datetime.date) -> bool:
    """Tell whether a rule on the numbers of a board is seriously doubtful."""
    book = _book(kind, day)
    return any(rule.require and book.doubt_of(rule) for rule in book.rules)


def _doubt(kind: Kind, rules: Iterable[Rule], day: datetime.date) -> str:
    """Say what is doubtful in some rules."""
    book = _book(kind, day)
    return " ".join(dict.fromkeys(doubt.doubt for rule in rules if (doubt := book.doubt_of(rule))))


def fewest(kinds: Iterable[Kind], seat: str, day: datetime.date) -> int:
    """Give the fewest of a category, or in all, that a lawful board of these kinds has."""
    return min((lawful(kind, day).bounds.get(seat, (0, None))[0] for kind in kinds), default=0)


def most(kinds: Iterable[Kind], seat: str, day: datetime.date) -> int | None:
    """Give the most of a category that a lawful board of these kinds has; None without a limit."""
    limits = [lawful(kind, day).bounds.get(seat, (0, 0))[1] for kind in kinds]
    return None if None in limits else max((one for one in limits if one is not None), default=0)


def asks_for(kind: Kind, seat: str, day: datetime.date) -> tuple[Rule, ...]:
    """Give the provisions that leave no board with fewer of a category than every lawful one has."""
    return _conflict(kind, (Wish(seat, None, fewest((kind,), seat, day) - 1),), day)


def members(kind: Kind, day: datetime.date) -> tuple[int, Rule | None]:
    """Give the number of members in all that the law asks of every board, and the provision; nought where it asks none."""
    asked = [
        (-one.constant, one.rule)
        for one in lawful(kind, day).space.constraints
        if one.rule and not one.exact and one.weights == {TOTAL: 1}
    ]
    return max(asked, key=lambda one: one[0], default=(0, None))


def settled(needs: Needs, possible: Collection[str]) -> tuple[Counter[str], list[tuple[frozenset[str], int]]]:
    """Sort people into those who can have one of the possible seats alone, and those who may have one of several.

    Whoever may have any seat at all is left to the total.
    """
    fixed: Counter[str] = Counter()
    open_to: Counter[frozenset[str]] = Counter()
    for seats, many in needs:
        mine = seats & frozenset(possible) or seats
        if len(mine) == 1:
            fixed.update(dict.fromkeys(mine, many))
        elif seats != ANY:
            open_to[mine] += many
    return fixed, list(open_to.items())


def splits(needs: Needs, possible: Collection[str]) -> Iterator[Counter[str]]:
    """Give each way in which those who may have one of several seats can be put on them.

    Where there are too many ways they are left to the total.
    """
    fixed, open_to = settled(needs, possible)
    ways = []
    if math.prod(math.comb(many + len(seats) - 1, many) for seats, many in open_to) <= _MOST_SPLITS:
        ways = [
            [Counter(one) for one in itertools.combinations_with_replacement(sorted(seats), many)]
            for seats, many in open_to
        ]
    for chosen in itertools.product(*ways):
        yield sum(chosen, fixed)


@functools.lru_cache(maxsize=4096)
def _conflict(kind: Kind, wanted: tuple[Wish, ...], day: datetime.date) -> tuple[Rule, ...]:
    """Give the provisions which together leave no board that meets some wishes; first those on what is wished."""
    boards = lawful(kind, day).space.also(*(one for wish in wanted for one in of_wish(wish)))
    found = [boards.constraints[number] for number in sorted(smallest_conflict(boards))]
    found.sort(key=lambda one: not any(wish.name in one.weights for wish in wanted))
    return tuple({one.rule.id: one.rule for one in found if one.rule}.values())
