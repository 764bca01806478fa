"""Explains a check in full: the numbers put into each rule, what would satisfy it, and which rules did not apply.

Nothing here judges: the verdicts are those of `check`, and which rules there are is read off the rule book.
"""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.finding import Finding, Result, Rows, Shown
from governance.answers.judge import Board, values_that_satisfy
from governance.answers.words import name_words, value
from governance.law import Kind, Rule, RuleBook
from governance.law.book import whole_book
from governance.law.citations import Place, find
from governance.law.library import Volume
from governance.law.provision import Span
from governance.law.relation import DERIVED, GIVEN, Relation
from governance.law.wording import encoded, parameters, span_words, where_words
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF, PARTS_OF
from governance.model.proposal import Day

_WORST_FIRST: Final = ("breached", "unknown", "conditional", "met")


@attrs.frozen
class Input:
    """One number that a rule is about: its name in the rule, in words, and how many; None where not settled."""

    name: str
    words: str
    number: int | None


@attrs.frozen
class Alone:
    """What one number would have to be to satisfy a rule, every other staying as it is.

    `least` is None where no number would do, and `most` where there is no limit.
    """

    name: str
    words: str
    now: int | None
    least: int | None
    most: int | None

    @property
    def says(self) -> str:
        """Say the numbers that would do."""
        if self.least is None:
            return "no number"
        if self.most is None:
            return "any number" if self.least == 0 else f"{self.least} or more"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


@attrs.frozen
class Working:
    """The working of one rule: what was found, how the rule is encoded, its numbers, and what would satisfy it.

    `supposing` says what is supposed of numbers that nobody has given, where `alone` needs it.
    """

    finding: Finding
    encoded: str
    inputs: tuple[Input, ...] = ()
    told: dict[str, str] = attrs.field(factory=dict)
    alone: tuple[Alone, ...] = ()
    supposing: str = ""


@attrs.frozen
class NotApplied:
    """A rule in force on the day that does not reach this school: the fact on which it turns, and its value here."""

    rule: str
    citation: str
    url: str
    title: str
    concerns: str
    fact: str
    value: str


@attrs.frozen
class NotInForce:
    """A rule for this kind of school that was not in force on the day, and when it was."""

    rule: str
    citation: str
    url: str
    title: str
    span: Span

    @property
    def says(self) -> str:
        """Say when it is in force."""
        return span_words(self.span)


@attrs.frozen
class NotStated:
    """A paragraph that was asked for and that no rule states, and why."""

    citation: str
    url: str
    why: str
    span: Span


@attrs.frozen(repr=False)
class Explanation(Shown):
    """A check with its working. `asked` is the rule or citation it was limited to; empty where it is whole."""

    result: Result
    asked: str
    workings: tuple[Working, ...]
    not_applied: tuple[NotApplied, ...]
    not_in_force: tuple[NotInForce, ...]
    not_stated: tuple[NotStated, ...] = ()

    def in_short(self) -> str:
        """Say how many rules are explained, and the answer."""
        asked = f" of {self.asked}" if self.asked else ""
        return f"{len(self.workings)} rules{asked}: {self.result.in_short()}"

    def in_rows(self) -> Rows:
        """Give the working of each rule."""
        rows = [
            (
                one.finding.rule,
                one.finding.verdict,
                one.encoded,
                one.finding.because,
                (one.finding.citation, one.finding.url),
            )
            for one in self.workings
        ]
        return ("Rule", "Verdict", "Encoded", "Working", "Citation"), rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        result = self.result
        return {
            "proposal": result.proposal,
            "on": result.on.isoformat(),
            "regime": result.regime,
            "lawful": result.lawful,
            "total": result.total,
            "asked": self.asked or None,
            "rules": [_working_json(working) for working in self.workings],
            "not_applied": [attrs.asdict(one) for one in self.not_applied],
            "not_in_force": [_dated(one) for one in self.not_in_force],
            "not_stated": [_dated(one) for one in self.not_stated],
        }


def explain(proposal: Proposal, rule: str | None = None, *, on: Day | None = None) -> Explanation:
    """Show the full working of a check, or of the rules that a name or a citation such as "14(4)" means.

    The law is that of the day `on`, or else of the day the instrument takes effect. Raises CannotTellError as
    `check` does, and UnknownLawError, with what was perhaps meant, where no rule of the book goes by that name.
    """
    result = check(proposal, on=on)
    book = whole_book(proposal, result.on)
    laws = (book.law, *book.beside)
    places = find((Volume(law.id, law) for law in laws), rule) if rule else ()
    asked = [one for place in places for one in place.rules]
    boards = [one for law in laws for one in law.rules if one.stage is None]
    board, kind = Board.of(proposal.seats, proposal.schools), Kind.of(proposal)
    barred = _barred(book)

    def chosen(one: Rule) -> bool:
        return rule is None or any(one is named for named in asked)

    workings = [
        _working(one, finding, board, barred)
        for one, finding in zip(book.rules, result.findings, strict=True)
        if chosen(one)
    ]
    workings.sort(key=lambda working: _WORST_FIRST.index(working.finding.verdict))
    return Explanation(
        result,
        rule or "",
        tuple(workings),
        tuple(_not_applied(boards, book, kind, chosen)),
        tuple(
            NotInForce(one.id, one.citation, one.url, one.title, one.span)
            for one in boards
            if book.day not in one.span and chosen(one) and (rule or one.unmet_fact(kind) is None)
        ),
        tuple(_not_stated(places)),
    )


def _working(rule: Rule, finding: Finding, board: Board, barred: frozenset[str]) -> Working:
    if rule.require is None:
        told = parameters(rule.check) if rule.check else {}
        return Working(finding, encoded(rule), told=told)
    relation = rule.require
    open_staff = not board.staff_known and relation.weights.get(CO_OPTED_STAFF, 0) != 0
    return Working(
        finding,
        relation.text,
        inputs=tuple(_inputs(relation, board)),
        alone=tuple(_alone(relation, board, barred)),
        supposing="none of the co-opted governors is employed at the school" if open_staff else "",
    )


def _inputs(relation: Relation, board: Board) -> Iterator[Input]:
    names = dict.fromkeys(part.name for part in (*relation.left, *relation.right) if part.name)
    for name in names:
        open_seats = [seat for seat in DERIVED.get(name, (name,)) if seat not in board.known]
        number = None if open_seats else value(name, board.known)
        yield Input(name, name_words(name, 1 if number == 1 else 2), number)


def _alone(relation: Relation, board: Board, barred: frozenset[str]) -> Iterator[Alone]:
    """Give what each number alone would have to be, where all the others that count are known."""
    known = board.known if board.staff_known else {**board.known, CO_OPTED_STAFF: 0}
    settled = board._replace(known=known)
    own = frozenset(relation.weights) if _is_none(relation) else frozenset()
    for name in relation.weights:
        if name in GIVEN or name in barred - own:
            continue
        if any(seat != name and relation.weights.get(seat) for seat in board.unknown):
            continue
        allowed = _within(name, values_that_satisfy(relation, settled, name), known)
        least, most = allowed or (None, None)
        now = board.known.get(name)
        yield Alone(name, name_words(name, 1 if least == most == 1 else 2), now, least, most)


def _within(
    name: str, allowed: tuple[int, int | None] | None, known: dict[str, int]
) -> tuple[int, int | None] | None:
    """Keep a part of a category within it, and a category no smaller than its parts."""
    if allowed is None:
        return None
    least, most = allowed
    least = max([least, *(known.get(part, 0) for part, whole in PARTS_OF.items() if whole == name)])
    if whole := PARTS_OF.get(name):
        held = known.get(whole, 0)
        most = held if most is None else min(most, held)
    return (least, most) if most is None or least <= most else None


def _barred(book: RuleBook) -> frozenset[str]:
    """Name the categories of which the rules in force allow nobody: it would not help to change these."""
    relations = [rule.require for rule in book.rules if rule.require and rule.severity == "unlawful"]
    return frozenset(name for relation in relations if _is_none(relation) for name in relation.weights)


def _is_none(relation: Relation) -> bool:
    """Tell whether a relation says that there is nobody of some categories."""
    return relation.exact and relation.constant == 0 and len({w > 0 for w in relation.weights.values()}) == 1


def _not_applied(boards: list[Rule], book: RuleBook, kind: Kind, chosen: Any) -> Iterator[NotApplied]:
    for rule in boards:
        fact = rule.unmet_fact(kind)
        if fact is not None and book.day in rule.span and chosen(rule):
            yield NotApplied(
                rule.id,
                rule.citation,
                rule.url,
                rule.title,
                where_words(rule.where),
                fact,
                fact_value(kind, fact),
            )


def fact_value(kind: Kind, fact: str) -> str:
    """Say the value of a fact for a kind of school."""
    known = kind.value(fact)
    if fact == "mix" and known is None:
        return " or ".join(kind.mixes) or "not a federation"
    if isinstance(known, bool):
        return "yes" if known else "no"
    return str(known)


def _not_stated(places: tuple[Place, ...]) -> Iterator[NotStated]:
    for place in places:
        for gap in place.not_encoded:
            yield NotStated(place.citation, place.provision.url, gap.why, gap.span)


def _working_json(working: Working) -> dict[str, Any]:
    return {
        **working.finding.as_json(),
        "encoded": working.encoded,
        "inputs": [attrs.asdict(one) for one in working.inputs],
        "told": working.told,
        "supposing": working.supposing or None,
        "alone": [{**attrs.asdict(one), "says": one.says} for one in working.alone],
    }


def _dated(one: NotInForce | NotStated) -> dict[str, Any]:
    given = attrs.asdict(one, filter=lambda field, _: field.name != "span")
    span = one.span
    return {**given, "from": span.since.isoformat(), "until": span.until and span.until.isoformat()}
