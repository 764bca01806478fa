"""Which boards became lawful or unlawful between two days, for each kind of school, with the smallest witness."""

import datetime
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.answers.space.space import relations, space
from governance.answers.words import name_words
from governance.english import listed
from governance.errors import CannotTellError
from governance.law import Instrument, Kind, Rule, RuleBook, rule_book
from governance.law.facts import DOMAIN, Value, every_kind
from governance.law.library import governing_category
from governance.law.regime import beside
from governance.law.wording import where_words
from governance.model import Proposal, School, Seats
from governance.model.names import CATEGORIES, SEATS

MOST_BOARDS: Final = 200_000
"""No more boards than these are gone through for one kind of school on one day."""

SUPPOSED_SCHOOLS: Final = (2, 3)
"""How many schools a federation is supposed to have."""

Board = tuple[int, ...]


@attrs.frozen
class Effect:
    """What changed for one kind of body: how many boards became lawful and unlawful, and the smallest of each.

    `facts` are those that set the kind apart within its category, and `before` and `after` the Regulations
    that governed it. `reason` says why nothing can be compared. `schools` is how many schools a federation is
    supposed to have, each with its own head teacher, of whom one has resigned as a governor where one has.
    """

    category: str
    facts: Mapping[str, frozenset[Value]]
    before: str
    after: str
    became_lawful: int = 0
    became_unlawful: int = 0
    smallest_lawful: Mapping[str, int] | None = None
    smallest_unlawful: Mapping[str, int] | None = None
    schools: int | None = None
    reason: str = ""

    @property
    def bodies(self) -> str:
        """Say for whom it is."""
        return where_words({"category": frozenset({self.category}), **self.facts})

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        given = attrs.asdict(self)
        facts = {fact: [value for value in DOMAIN[fact] if value in self.facts[fact]] for fact in self.facts}
        return {**given, "facts": facts, "bodies": self.bodies, "reason": self.reason or None}


def board_words(board: Mapping[str, int]) -> str:
    """Say a board, its size first.

    >>> board_words({"parent": 2, "local_authority": 1, "foundation": 0})
    '3 seats: 2 parent governors and 1 local authority governor'
    """
    said = [f"{count} {name_words(seat, count)}" for seat, count in board.items() if count]
    total = sum(board.values())
    return f"{total} {name_words('total', total)}: {listed(said)}"


def effects(
    first: datetime.date,
    second: datetime.date,
    category: str | None,
    foundation: str | None,
    *,
    effective_on: datetime.date | None,
    largest: int,
) -> Iterator[Effect]:
    """Go through every kind of body for which the relations of the two days are not the same."""
    for one in (category,) if category else CATEGORIES:
        yield from _of_category(one, (first, second), foundation, effective_on, largest)


def _of_category(
    category: str,
    days: tuple[datetime.date, datetime.date],
    foundation: str | None,
    effective_on: datetime.date | None,
    largest: int,
) -> Iterator[Effect]:
    laws = [_law(day, category, effective_on) for day in days]
    untold = next((law for law in laws if isinstance(law, str)), "")
    before, after = (law if isinstance(law, Instrument) else None for law in laws)
    if before is None or after is None:
        if before is not after:
            yield Effect(category, {}, before.id if before else "", after.id if after else "", reason=untold)
        return
    groups: dict[tuple[tuple[Rule, ...], tuple[Rule, ...]], list[Kind]] = {}
    accepted = []
    for kind in every_kind((category,)):
        if _is_impossible(kind) or (foundation is not None and kind.foundation != foundation):
            continue
        books = tuple(
            rule_book(law, day, kind, beside=beside(day))
            for law, day in zip((before, after), days, strict=True)
        )
        if all(_refused(book) for book in books):
            continue
        accepted.append(kind)
        key = (_Texts(relations(books[0])), _Texts(relations(books[1])))
        groups.setdefault(key, []).append(kind)
    found: dict[tuple[int | None, str, frozenset[Board], frozenset[Board]], list[Kind]] = {}
    for (old, new), kinds in groups.items():
        if old == new:
            continue
        for schools in SUPPOSED_SCHOOLS if category == "federation" else (None,):
            try:
                was, now = (
                    _boards(rule_book(law, day, kinds[0], beside=beside(day)), largest, schools)
                    for law, day in zip((before, after), days, strict=True)
                )
                result = (schools, "", now - was, was - now)
            except CannotTellError as error:
                result = (schools, str(error), frozenset(), frozenset())
            if any(result[1:]):
                found.setdefault(result, []).extend(kinds)
    for (schools, reason, come, gone), kinds in found.items():
        yield Effect(
            category,
            _facts(kinds, accepted),
            before.id,
            after.id,
            len(come),
            len(gone),
            _smallest(come),
            _smallest(gone),
            schools,
            reason,
        )


class _Texts(tuple[Rule, ...]):
    """Rules that are the same where their relations are written the same."""

    __slots__ = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(rule.require.text for rule in self if rule.require)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Texts) and self.texts == other.texts

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.texts)


def _law(day: datetime.date, category: str, effective_on: datetime.date | None) -> Instrument | str:
    try:
        return governing_category(day, category, effective_on=effective_on)
    except CannotTellError as error:
        return str(error)


def _is_impossible(kind: Kind) -> bool:
    """Tell whether a fact of a kind is not what it is for every school of the category, as a nursery's phase."""
    always = Kind.of(Proposal(School(kind.category), Seats()))
    return any(
        kind.value(fact) != known
        for fact in ("foundation", "phase")
        if (known := always.value(fact)) is not None
    )


def _refused(book: RuleBook) -> bool:
    """Tell whether a rule refuses this kind of school outright, whatever its seats."""
    kind = book.kind
    bare = Proposal(School(kind.category, foundation=kind.foundation, phase=kind.phase), Seats())
    checks = (rule.board_check for rule in book.rules if rule.severity == "unlawful")
    return any(check.judge(bare).verdict == "breached" for check in checks if check)


def _boards(book: RuleBook, largest: int, schools: int | None) -> frozenset[Board]:
    resigned = int(book.kind.head_resigned)
    given = {"schools": schools, "heads": schools - resigned, "resigned_heads": resigned} if schools else {}
    texts = tuple(sorted((rule.id, rule.require.text) for rule in relations(book) if rule.require))
    return _walk(_Book(book, (texts, tuple(given.items()))), largest)


class _Book:
    """A rule book as a cache key: by its relations alone, which many kinds of school share."""

    def __init__(
        self, book: RuleBook, key: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, int], ...]]
    ) -> None:
        self.book, self.key, self.given = book, key, dict(key[1])

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Book) and self.key == other.key


@functools.lru_cache(maxsize=256)
def _walk(key: _Book, largest: int) -> frozenset[Board]:
    found = space(key.book, key.given)
    boards = itertools.islice(found.boards(largest), MOST_BOARDS + 1)
    walked = frozenset(tuple(board[seat] for seat in SEATS) for board in boards)
    if len(walked) > MOST_BOARDS:
        raise CannotTellError(
            f"There are more than {MOST_BOARDS} lawful boards of up to {largest} seats: they were not gone through."
        )
    return walked


def _smallest(boards: Iterable[Board]) -> dict[str, int] | None:
    least = min(boards, key=lambda board: (sum(board), board), default=None)
    return None if least is None else dict(zip(SEATS, least, strict=True))


def _facts(kinds: list[Kind], accepted: list[Kind]) -> dict[str, frozenset[Value]]:
    """Name the facts that set kinds apart: those of which not every value that occurs is among them."""
    facts = {}
    for fact in DOMAIN:
        values = frozenset(value for kind in kinds if (value := kind.value(fact)) is not None)
        if fact != "category" and values != {v for kind in accepted if (v := kind.value(fact)) is not None}:
            facts[fact] = values
    return facts
