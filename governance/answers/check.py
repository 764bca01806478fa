"""Checks a proposal against the law of a day, rule by rule."""

import datetime

import attrs

from governance.answers.changes import smallest_changes
from governance.answers.finding import Doubt, Finding, Repair, Result
from governance.answers.judge import Board, judge, values_that_satisfy
from governance.answers.words import arithmetic, listed, name_words, value
from governance.errors import CannotTellError
from governance.law import Kind, Rule, RuleBook, governing, rule_book
from governance.law.checks import Outcome, Verdict
from governance.law.facts import QUESTIONS
from governance.law.relation import Relation
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF


def check(proposal: Proposal, *, on: datetime.date | None = None) -> Result:
    """Say whether a proposal is lawful, and what each rule in force says of it.

    The law is that of the day `on`, or else of the day the instrument takes effect. Raises CannotTellError
    where neither is given, or where the law of that day is not encoded.
    """
    day = on or proposal.instrument.effective_on
    if day is None:
        raise CannotTellError(
            "The law depends on the day, and no day is given. "
            "Set effective_on under [instrument], or ask for a day with --on."
        )
    law = governing(day, proposal.school.category, proposal.instrument.effective_on)
    book = rule_book(law, day, Kind.of(proposal))
    board = Board.of(proposal.seats)
    findings = tuple(_finding(rule, book, proposal, board) for rule in book.rules)
    return Result(proposal.source, day, law.id, _lawful(findings), proposal.seats.sum(), findings)


def _lawful(findings: tuple[Finding, ...]) -> bool | None:
    verdicts = {finding.verdict for finding in findings if finding.severity == "unlawful"}
    if "breached" in verdicts:
        return False
    return None if "unknown" in verdicts else True


def _finding(rule: Rule, book: RuleBook, proposal: Proposal, board: Board) -> Finding:
    finding = Finding(
        rule=rule.id,
        instrument=book.law.id,
        para=rule.para,
        citation=rule.citation,
        url=rule.url,
        title=rule.title,
        says=rule.says,
        severity=rule.severity,
        verdict="unknown",
        because="",
    )
    if rule.check is not None:
        outcome = rule.check.judge(proposal)
    elif rule.require is not None:
        outcome = _relation(rule.require, board)
    missing = rule.missing_fact(book.kind)
    if missing and outcome.verdict != "met":
        outcome = Outcome(
            "unknown", f"it is not known whether this rule applies ({outcome.because})", QUESTIONS[missing]
        )
    finding = attrs.evolve(
        finding,
        verdict=outcome.verdict,
        because=outcome.because,
        question=outcome.question,
        condition=_condition(rule.require, board) if outcome.verdict == "conditional" else "",
        repairs=_repairs(rule, outcome, board, book),
    )
    return attrs.evolve(finding, doubt=_doubt(rule, book, board, outcome.verdict))


def _relation(relation: Relation, board: Board) -> Outcome:
    verdict = judge(relation, board)
    involved = [seat for seat in board.unknown if relation.weights.get(seat)]
    if verdict == "unknown" or involved:
        return _unsettled(relation, board, verdict, involved)
    if verdict == "conditional":
        without = {**board.known, CO_OPTED_STAFF: 0}
        return Outcome(verdict, f"{arithmetic(relation, without)}, co-opted governors included")
    if not board.staff_known and CO_OPTED_STAFF in relation.weights:
        every = verdict == "met"
        staff = board.known["co_opted"] if every else 0
        whatever = "even if every co-opted governor were" if every else "even if no co-opted governor is"
        working = arithmetic(relation, {**board.known, CO_OPTED_STAFF: staff})
        return Outcome(verdict, f"{working}, {whatever} employed at the school")
    return Outcome(verdict, arithmetic(relation, board.known))


def _unsettled(relation: Relation, board: Board, verdict: Verdict, involved: list[str]) -> Outcome:
    names = listed([name_words(seat, 2) for seat in involved])
    if verdict == "met":
        return Outcome(verdict, f"met whatever the number of {names}")
    if verdict == "breached":
        return Outcome(verdict, f"cannot be met whatever the number of {names}")
    if verdict == "conditional":
        return Outcome(verdict, f"depends on who is co-opted, whatever the number of {names}")
    question = f"How many {names} are there to be?"
    if len(involved) == 1:
        settled = attrs.evolve(
            board, known={**board.known, CO_OPTED_STAFF: board.known.get(CO_OPTED_STAFF, 0)}
        )
        allowed = values_that_satisfy(relation, settled, involved[0])
        if allowed:
            return Outcome(verdict, f"met with {_range(*allowed)} {names}", question)
    return Outcome(verdict, f"depends on the number of {names}", question)


def _range(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {most}"


def _condition(relation: Relation | None, board: Board) -> str:
    """Say on what number of co-opted governors employed at the school a relation depends."""
    if relation is None or "co_opted" in board.unknown:
        return "the co-opted governors employed at the school are few enough"
    allowed = values_that_satisfy(relation, board, CO_OPTED_STAFF)
    most = 0 if allowed is None else allowed[1]
    co_opted = value("co_opted", board.known)
    if most == 0:
        return f"none of the {co_opted} co-opted governors is employed at the school"
    are = "is" if most == 1 else "are"
    return f"at most {most} of the {co_opted} co-opted governors {are} employed at the school"


def _repairs(rule: Rule, outcome: Outcome, board: Board, book: RuleBook) -> tuple[Repair, ...]:
    if outcome.verdict != "breached":
        return ()
    if outcome.repair:
        return (Repair(outcome.repair),)
    if rule.require is None or board.unknown:
        return ()
    settled = attrs.evolve(board, known={CO_OPTED_STAFF: 0, **board.known})
    others = [
        other.require for other in book.rules if other.require and other.missing_fact(book.kind) is None
    ]
    return smallest_changes(rule.require, settled, others)


def _doubt(rule: Rule, book: RuleBook, board: Board, verdict: Verdict) -> Doubt | None:
    """Name the other reading of the law, where it would change the verdict."""
    reading = book.reading_of(rule)
    if reading is None:
        return None
    other = judge(rule.otherwise, board) if rule.otherwise else "met"
    if verdict in (other, "unknown"):
        return None
    return Doubt(reading.id, reading.doubt, reading.taken, reading.other, other)
