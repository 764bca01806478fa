"""What it depends on whether a proposal is lawful, where something in it is still to be settled, and what to ask next.

Three things may be open: a number of seats written "unknown", a fact about the school on which it turns whether a
rule applies, and how many people within a category are of some sort, which instruments mostly do not state.
"""

import datetime
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from governance.answers.finding import Rows, Shown
from governance.answers.judge import Board
from governance.answers.repair import told_parts
from governance.answers.space.impossible import Impossible, why_impossible
from governance.answers.space.ranges import Ranges, numbers, together, within
from governance.answers.space.space import (
    Constraint,
    Space,
    day_needed,
    laws,
    of_wish,
    relations,
    seats_of,
    spread,
)
from governance.answers.space.wishes import TOTAL, Wish
from governance.answers.words import name_words
from governance.english import listed
from governance.law import RuleBook, book_for
from governance.law.book import rule_book
from governance.law.checks.board import AddsUp
from governance.law.checks.outcome import Outcome
from governance.law.facts import DOMAIN, QUESTIONS, Value
from governance.law.relation import GIVEN
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF, FOUNDATION_PARENT, PARTS_OF, SEATS, UNKNOWN
from governance.model.proposal import Day, day_of

Verdict = Literal["lawful", "unlawful", "depends"]

LARGEST: Final = 30
"""Of the answers to a question about an open seat, those up to this are counted, and the answer names it."""

_MAJORITY: Final = (
    (Constraint({"foundation": 2, TOTAL: -1}, -1, exact=False, origin="wish", says=""),),
    (Constraint({"foundation": -2, TOTAL: 1}, 0, exact=False, origin="wish", says=""),),
)
"""That foundation governors have more than half of the seats, and that they do not."""

_SETTLED: Final[tuple[set[Verdict], ...]] = ({"lawful"}, {"unlawful"})


@attrs.frozen
class Case:
    """What holds where the missing facts are these: for each open number those for which a board can be lawful.

    The numbers are given as ranges, the last without an end where there is no limit. For each there is a way to
    settle the others so that the board is lawful. `impossible` says why nothing will do, `mend` what is unlawful
    besides the seats, and `open` asks what no number of seats settles.
    """

    facts: Mapping[str, Value]
    verdict: Verdict
    values: Mapping[str, Ranges]
    impossible: Impossible | None = None
    mend: tuple[str, ...] = ()
    conditional: bool = False
    open: tuple[str, ...] = ()


@attrs.frozen
class Question:
    """Something to ask: of so many `answers` that were tried, so many settle the matter."""

    about: str
    what: Literal["fact", "seats"]
    asks: str
    settles: int
    answers: int

    @property
    def share(self) -> float:
        """The share of the answers that settle the matter."""
        return self.settles / self.answers if self.answers else 0.0


@attrs.frozen(repr=False)
class Unknowns(Shown):
    """Whether a proposal is lawful whatever is still open turns out to be. The first of `ask` settles most."""

    proposal: str
    on: datetime.date
    regime: str
    verdict: Verdict
    cases: tuple[Case, ...]
    ask: tuple[Question, ...]
    largest: int = LARGEST

    @property
    def conditional(self) -> bool:
        """Tell whether it is lawful only if few enough of the co-opted governors are employed at the school."""
        return self.verdict == "lawful" and any(case.conditional for case in self.cases)

    def in_short(self) -> str:
        """Say whether the answer depends on what is still open, and how much there is to ask."""
        said = "IT DEPENDS" if self.verdict == "depends" else f"{self.verdict.upper()} whatever is still open"
        asks = f", {len(self.ask)} to ask" if self.ask else ""
        return f"{said}{asks}: {self.proposal}; the law of {self.on}"

    def in_rows(self) -> Rows:
        """Give what to ask, the question that settles most first."""
        rows = [(one.asks, f"{one.settles} of {one.answers}") for one in self.ask]
        return ("What to ask", "Answers that would settle it"), rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "on": self.on.isoformat(),
            "regime": self.regime,
            "verdict": self.verdict,
            "conditional": self.conditional,
            "largest_tried": self.largest,
            "cases": [
                {
                    "facts": dict(case.facts),
                    "verdict": case.verdict,
                    "values": {name: [list(one) for one in ranges] for name, ranges in case.values.items()},
                    "mend": list(case.mend),
                    "open": list(case.open),
                    "impossible": case.impossible and case.impossible.as_json(),
                }
                for case in self.cases
            ],
            "ask": [attrs.asdict(question) for question in self.ask],
        }


def unknowns(proposal: Proposal, *, on: Day | None = None) -> Unknowns:
    """Say whether a proposal is lawful whatever is still open, unlawful whatever it is, or on what it depends.

    Raises CannotTellError where no day is given or the law of that day is not encoded.
    """
    day = day_needed(day_of(proposal, on))
    book = book_for(proposal, day)
    cases = [_Asked(one, facts, proposal) for facts, one in _books(book)]
    answers = tuple(asked.case() for asked in cases)
    verdicts = {one.verdict for one in answers}
    verdict = verdicts.pop() if len(verdicts) == 1 else "depends"
    ask = _questions(cases, answers) if verdict == "depends" else ()
    ranked = sorted(ask, key=lambda one: (-one.share, one.answers))
    return Unknowns(proposal.source, day, book.law.id, verdict, answers, tuple(ranked))


def _books(book: RuleBook) -> Iterator[tuple[dict[str, Value], RuleBook]]:
    """Give the rule book for each way the missing facts may turn out."""
    missing = tuple(dict.fromkeys(fact for rule in relations(book) if (fact := rule.missing_fact(book.kind))))
    domains = [
        [(fact, value) for value in (book.kind.mixes if fact == "mix" else DOMAIN[fact])] for fact in missing
    ]
    for values in itertools.product(*domains):
        facts: dict[str, Any] = dict(values)
        kind = attrs.evolve(book.kind, **facts)
        found = rule_book(book.law, book.day, kind, beside=book.beside)
        if any(rule.missing_fact(kind) for rule in relations(found)):
            yield from (({**facts, **more}, one) for more, one in _books(found))
        else:
            yield facts, found


class _Asked:
    """One case while it is looked into."""

    def __init__(self, book: RuleBook, facts: Mapping[str, Value], proposal: Proposal) -> None:
        self.facts, self.proposal = facts, proposal
        board = Board.of(proposal.seats, proposal.schools)
        given: dict[str, int] = {name: board.known[name] for name in GIVEN if name in board.known}
        self.laws = laws(book, given)
        self.checks = tuple(
            (rule.citation, rule.board_check)
            for rule in book.rules
            if rule.severity == "unlawful" and rule.board_check
        )
        known: dict[str, int] = {seat: board.known[seat] for seat in SEATS if seat in board.known}
        told = told_parts(book, proposal)
        stated = proposal.seats.total
        adds_up = any(isinstance(one, AddsUp) and one.whole == TOTAL for _, one in self.checks)
        self.seats = [seat for seat in SEATS if seat not in known]
        said = [Wish(name, count, count, how="said") for name, count in {**known, **told}.items()]
        if self.seats and stated is not None and adds_up:
            said.append(Wish(TOTAL, stated, stated, how="stated"))
        wished = [one for wish in said for one in of_wish(wish)]
        self.space = Space.of((*self.laws, *wished))
        counted = {name for one in self.laws for name in one.weights}
        self.parts = [
            part for part in PARTS_OF if part in counted and part not in told and known.get(PARTS_OF[part])
        ]
        if FOUNDATION_PARENT in counted - told.keys() and "foundation" in self.seats:
            self.parts.append(FOUNDATION_PARENT)
        named = [
            Constraint({part: 1}, 0, exact=False, origin="wish", says="")
            for part in PARTS_OF
            if part in counted
        ]
        self.domain = Space.of((*wished, *named))
        self.staff_open = CO_OPTED_STAFF in counted and CO_OPTED_STAFF not in told
        sorts = itertools.product(*self._sorted_by(self._turns())) if self.seats else ((),)
        self.sorts = tuple(tuple(itertools.chain(*sort)) for sort in sorts)
        self.values: Mapping[str, Ranges] = {}

    def _turns(self) -> dict[str, set[int]]:
        """Give the numbers of an open seat at which what is not a sum of seats may say something else."""
        turns: dict[str, set[int]] = {}
        for _, check in self.checks:
            if isinstance(check, AddsUp) and check.whole != TOTAL:
                seat, numbers = check.turns(self.proposal)
                if seat in self.seats:
                    turns.setdefault(seat, set()).update(numbers)
        return turns

    def _sorted_by(self, turns: Mapping[str, set[int]]) -> Iterator[tuple[tuple[Constraint, ...], ...]]:
        """Give what sorts boards: a foundation majority or none, and a seat at, below and above each turn."""
        yield _MAJORITY
        yield from (tuple(_between(seat, sorted(numbers))) for seat, numbers in turns.items())

    def case(self) -> Case:
        """Say what holds in this case."""
        if impossible := why_impossible(self.space):
            return Case(self.facts, "unlawful", {}, impossible)
        found = [(space, board) for space in self._by_sort(self.space) if (board := space.first())]
        right = [(space, board) for space, board in found if not self._wrong(board)]
        if not right:
            return Case(self.facts, "unlawful", {}, mend=self._wrong(self.space.first() or {}))
        self.values = {
            name: together(*(numbers(space, name) for space, _ in right))
            for name in (*self.seats, *self.parts)
        }
        whole = self.proposal.seats.co_opted
        staff = self.values.get(CO_OPTED_STAFF)
        conditional = staff is not None and staff != ((0, whole),)
        asked = min((self._open(board) for _, board in right), key=len)
        verdict: Verdict = "lawful" if self.whatever({}) else "depends"
        return Case(self.facts, verdict, self.values, conditional=conditional, open=asked)

    def whatever(self, having: Mapping[str, int]) -> bool:
        """Tell whether every board that fits is lawful, with those employed at the school as few as they need be.

        Each number is taken anywhere within its limits. Where only numbers taken together would show a board to be
        lawful, it depends.
        """
        stated = any(one.wish and one.wish.how == "stated" for one in self.space.constraints)
        if stated and self.seats and not having:
            return False
        limits = self.domain.limits(having)
        fewest = self.staff_open and CO_OPTED_STAFF not in having
        if limits and not all(_always(law, limits, fewest=fewest) for law in self.laws):
            return False
        found = (space.first(having=having) for space in self._by_sort(self.domain))
        return not any(self._wrong(board) or self._open(board) for board in found if board)

    def _by_sort(self, space: Space) -> Iterator[Space]:
        """Part the boards by what is not a sum of seats: it says the same of all the boards of a sort."""
        return (space.also(*sort) for sort in self.sorts)

    def _wrong(self, board: Mapping[str, int]) -> tuple[str, ...]:
        """Say what is unlawful about the proposal with these seats, its seats apart."""
        return tuple(
            f"{one.because[:1].upper()}{one.because[1:]} ({citation})"
            for citation, one in self._outcomes(board)
            if one.verdict == "breached"
        )

    def _open(self, board: Mapping[str, int]) -> tuple[str, ...]:
        """Ask what still cannot be told of the proposal with these seats."""
        return tuple(
            f"{one.question} ({citation})"
            for citation, one in self._outcomes(board)
            if one.verdict == "unknown"
        )

    def _outcomes(self, board: Mapping[str, int]) -> list[tuple[str, Outcome]]:
        filled = attrs.evolve(self.proposal, seats=attrs.evolve(self.proposal.seats, **seats_of(board)))
        return [(citation, check.judge(filled)) for citation, check in self.checks]


def _always(law: Constraint, limits: Mapping[str, tuple[int, int]], *, fewest: bool) -> bool:
    """Tell whether a constraint is kept by any numbers within some limits, `fewest` with no staff co-opted."""
    weights = spread(law.weights)
    if fewest:
        weights.pop(CO_OPTED_STAFF, None)
    ends = [(weight * limits[name][0], weight * limits[name][1]) for name, weight in weights.items()]
    if sum(map(min, ends)) + law.constant < 0:
        return False
    return not law.exact or sum(map(max, ends)) + law.constant == 0


def _between(seat: str, numbers: Sequence[int]) -> Iterator[tuple[Constraint, ...]]:
    """State that a seat is at each of some numbers, and that it is between them or beyond."""
    least: int | None = None
    for number in numbers:
        yield of_wish(Wish(seat, least, number - 1))
        yield of_wish(Wish(seat, number, number))
        least = number + 1
    yield of_wish(Wish(seat, least, None))


def _questions(cases: list[_Asked], answers: tuple[Case, ...]) -> Iterator[Question]:
    """Give what can be asked, each with how many of its answers would settle the matter."""
    for fact in answers[0].facts:
        by_value: dict[Value, set[Verdict]] = {}
        for case in answers:
            by_value.setdefault(case.facts[fact], set()).add(case.verdict)
        settled = sum(verdicts in _SETTLED for verdicts in by_value.values())
        yield Question(fact, "fact", QUESTIONS[fact], settled, len(by_value))
    for name in dict.fromkeys(name for one in cases for name in (*one.seats, *one.parts)):
        numbers = range(_answers(cases[0].proposal, name) + 1)
        settled = sum(_settles(cases, name, number) for number in numbers)
        yield Question(
            name, "seats", f"How many {name_words(name, 2)} are there to be?", settled, len(numbers)
        )


def _answers(proposal: Proposal, name: str) -> int:
    """Give the largest number that can be answered: a part is no more than the whole."""
    whole = getattr(proposal.seats, PARTS_OF[name]) if name in PARTS_OF else UNKNOWN
    return whole if isinstance(whole, int) else LARGEST


def _settles(cases: list[_Asked], name: str, number: int) -> bool:
    verdicts: set[Verdict] = set()
    for one in cases:
        if not within(number, one.values.get(name, ())):
            verdicts.add("unlawful")
        else:
            verdicts.add("lawful" if one.whatever({name: number}) else "depends")
    return verdicts in _SETTLED


def range_words(ranges: Ranges, name: str) -> str:
    """Say numbers of one sort as ranges.

    >>> range_words(((2, 4), (6, None)), "parent")
    '2 to 4 and 6 or more parent governors'
    """
    return f"{span_words(ranges, last='and')} {name_words(name, 1 if ranges == ((1, 1),) else 2)}"


def span_words(ranges: Ranges, *, last: str = "or") -> str:
    """Say ranges of numbers.

    >>> span_words(((0, 0), (2, None)))
    '0 or 2 or more'
    """
    parts = [
        f"{least} or more" if most is None else str(least) if least == most else f"{least} to {most}"
        for least, most in ranges
    ]
    return listed(parts, last=last)
