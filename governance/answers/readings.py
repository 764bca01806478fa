"""Runs both sides of every doubt about the law, and says whether it matters for this board."""

import itertools
from collections.abc import Sequence
from typing import Any, Literal

import attrs

from governance.answers.check import check
from governance.answers.finding import Finding, Result, Rows, Shown
from governance.answers.judge import Board, judge
from governance.english import listed
from governance.law import Kind, Reading, Rule, book_for
from governance.law.checks.outcome import Verdict
from governance.law.checks.people import PersonCheck
from governance.law.provision import DoubtWeight
from governance.model import Proposal
from governance.model.proposal import Day

Stricter = Literal["taken", "other", "neither"]


@attrs.frozen
class BothWays:
    """One rule that turns on a doubt: what it says of the board on the view we take, and on the other."""

    rule: str
    citation: str
    url: str
    severity: str
    taken: Verdict
    other: Verdict


@attrs.frozen
class Answer:
    """A doubt about the law, and what becomes of the board on either view of it.

    `lawful` is the answer on the view we take of every doubt, `otherwise` the answer where this one is taken
    the other way. `matters` where any rule gives another verdict then.
    """

    reading: str
    citation: str
    url: str
    doubt: str
    taken: str
    other: str
    stricter: Stricter
    lawful: bool | None
    otherwise: bool | None
    rules: tuple[BothWays, ...]
    weight: DoubtWeight = "serious"

    @property
    def matters(self) -> bool:
        """Tell whether the other view changes what any rule says of the board."""
        return any(rule.taken != rule.other for rule in self.rules)

    @property
    def says(self) -> str:
        """Say what becomes of the board; that advice is to be taken only where the doubt is serious."""
        told = self._outcome()
        if self.weight == "settled" and self.matters:
            return f"{told.removesuffix(' Take advice.')} The view we take is settled in practice."
        return told

    def _outcome(self) -> str:
        one = self.lawful
        if one is not self.otherwise:
            return _only_if(self)
        if not self.matters:
            return {True: "Lawful", False: "Unlawful", None: "Cannot be told"}[one] + " on either reading."
        turns = f"on the other view {_turn(self.rules)}"
        if all(rule.severity != "unlawful" for rule in self.rules):
            return (
                f"Whether it is lawful does not turn on this: {turns}, which is not a matter of lawfulness."
            )
        if one:
            return f"Lawful on either reading, but not on the same conditions: {turns}. Take advice."
        if one is None:
            return f"It cannot be told on either reading, and {turns}. Take advice."
        return f"Unlawful on either reading, for other reasons; but {turns}. Take advice."


@attrs.frozen(repr=False)
class Readings(Shown):
    """Every doubt about the law that reaches this board on the day, those that matter first.

    `together` are the fewest doubts that must all be taken the other way for the board to be lawful, where it is not
    lawful as we read the law and no one of them will do alone.
    """

    result: Result
    answers: tuple[Answer, ...]
    together: tuple[Answer, ...] = ()

    @property
    def matter(self) -> tuple[Answer, ...]:
        """Those that matter, the serious ones first."""
        return tuple(answer for answer in self.answers if answer.matters)

    def in_short(self) -> str:
        """Say how many doubts matter, and for whom."""
        return f"{len(self.matter)} of {len(self.answers)} doubts matter: {self.result.in_short()}"

    def in_rows(self) -> Rows:
        """Give every doubt, those that matter first."""
        rows = [(one.says, one.doubt, one.taken, one.other, (one.citation, one.url)) for one in self.answers]
        return ("What becomes of the board", "Doubt", "We take it", "Other view", "Citation"), rows

    def as_json(self, *, everything: bool = False) -> dict[str, Any]:
        """Give it as plain values; with `everything`, also the doubts that do not matter."""
        return {
            "proposal": self.result.proposal,
            "on": self.result.on.isoformat(),
            "regime": self.result.regime,
            "lawful": self.result.lawful,
            "lawful_only_if_all": [one.reading for one in self.together],
            "readings": [
                {**attrs.asdict(one), "matters": one.matters, "says": one.says}
                for one in (self.answers if everything else self.matter)
            ],
        }


def readings(proposal: Proposal, *, on: Day | None = None) -> Readings:
    """Run both sides of every doubt in the rules that apply to a proposal.

    The law is that of the day `on`, or else of the day the instrument takes effect. Raises CannotTellError as
    `check` does.
    """
    result = check(proposal, on=on)
    book = book_for(proposal, result.on)
    board, kind = Board.of(proposal.seats, proposal.schools), Kind.of(proposal)
    doubts: dict[tuple[str, str], tuple[Reading, list[tuple[Rule, Finding]]]] = {}
    for rule, finding in zip(book.rules, result.findings, strict=True):
        if reading := book.reading_of(rule):
            doubts.setdefault((rule.instrument, reading.id), (reading, []))[1].append((rule, finding))
    answers = []
    for reading, turning in doubts.values():
        both = [
            BothWays(
                rule.id,
                rule.citation,
                rule.url,
                rule.severity,
                finding.verdict,
                _other(rule, reading, kind, board, proposal),
            )
            for rule, finding in turning
        ]
        answers.append(_answer(reading, result, [finding for _, finding in turning], both))
    certain = {
        finding.verdict
        for rule, finding in zip(book.rules, result.findings, strict=True)
        if finding.severity == "unlawful" and book.reading_of(rule) is None
    }
    ordered = tuple(sorted(answers, key=lambda answer: (not answer.matters, answer.weight == "settled")))
    return Readings(result, ordered, _together(result, ordered, certain))


def _together(result: Result, answers: Sequence[Answer], certain: set[Verdict]) -> tuple[Answer, ...]:
    """Find the fewest doubts, two or more, that make the board lawful if all are taken the other way."""
    matter = [answer for answer in answers if answer.matters]
    if result.lawful or any(answer.otherwise for answer in matter):
        return ()
    for size in range(2, len(matter) + 1):
        for turned in itertools.combinations(matter, size):
            verdicts = certain | {
                rule.other if answer in turned else rule.taken
                for answer in answers
                for rule in answer.rules
                if rule.severity == "unlawful"
            }
            if verdicts.isdisjoint({"breached", "unknown"}):
                return turned
    return ()


def _other(rule: Rule, reading: Reading, kind: Kind, board: Board, proposal: Proposal) -> Verdict:
    """Say what a rule comes to on the other view.

    Where the file states no other side, the other view asks nothing; but if that view is the stricter one,
    what it would ask is not known.
    """
    if rule.otherwise is not None:
        verdict = judge(rule.otherwise, board)
    elif rule.other_check is not None and not isinstance(rule.other_check, PersonCheck):
        verdict = rule.other_check.judge(proposal).verdict
    else:
        verdict = "unknown" if reading.stricter == "other" else "met"
    return "unknown" if verdict != "met" and rule.missing_fact(kind) else verdict


def _answer(reading: Reading, result: Result, turning: Sequence[Finding], both: Sequence[BothWays]) -> Answer:
    """Put the other view of one doubt to the board, all the rest as it was."""
    verdicts = {one.other for one in both if one.severity == "unlawful"}
    verdicts |= {
        finding.verdict
        for finding in result.findings
        if finding.severity == "unlawful" and not any(finding is one for one in turning)
    }
    otherwise = False if "breached" in verdicts else None if "unknown" in verdicts else True
    return Answer(
        reading.id,
        turning[0].citation,
        turning[0].url,
        reading.doubt,
        reading.taken,
        reading.other,
        reading.stricter,
        result.lawful,
        otherwise,
        tuple(both),
        reading.weight,
    )


def _only_if(answer: Answer) -> str:
    if answer.lawful:
        told = "unlawful" if answer.otherwise is False else "not to be told"
        return (
            f"Lawful only if the law is read as we read it, and {told} on the other view, on which "
            f"{_turn(answer.rules)}. Take advice."
        )
    if answer.otherwise:
        told = "unlawful" if answer.lawful is False else "not to be told"
        return f"Lawful only if the law is read the other way, and {told} as we read it. Take advice."
    return f"Not lawful for certain on either reading: {_turn(answer.rules)} on the other view. Take advice."


def _turn(rules: Sequence[BothWays]) -> str:
    """Say of each rule that the doubt decides what it comes to on either view."""
    return listed(
        [f"{one.citation} is {one.other} instead of {one.taken}" for one in rules if one.taken != one.other]
    )
