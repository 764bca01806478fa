"""Checks a proposal against the law of a day, rule by rule."""

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from governance.answers.changes import smallest_changes
from governance.answers.finding import Awaits, Doubt, Finding, Repair, Result
from governance.answers.judge import Board, judge, values_that_satisfy
from governance.answers.words import arithmetic, name_words, value
from governance.english import listed
from governance.errors import CannotTellError
from governance.law import Kind, Rule, RuleBook, book_for
from governance.law.checks.board import States
from governance.law.checks.outcome import Outcome, Verdict
from governance.law.facts import QUESTIONS
from governance.law.relation import Relation
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF, FOUNDATION_PARENT, federation_words, member_words
from governance.model.proposal import Day, day_of


def check(proposal: Proposal, *, on: Day | None = None) -> Result:
    """Say whether a proposal is lawful, and what each rule in force says of it.

    The law is that of the day `on` (a date, or text such as "2018-09-18"), or else of the day the instrument takes effect. Raises CannotTellError
    where neither is given, or where the law of that day is not encoded.
    """
    day = day_of(proposal, on)
    if day is None:
        raise CannotTellError(
            "The law depends on the day, and no day is given. "
            "Set effective_on under [instrument], or ask for a day with --on."
        )
    book = book_for(proposal, day)
    board = Board.of(proposal.seats, proposal.schools)
    said = _WORDS.get(proposal.school.category, str)
    findings = tuple(_finding(rule, book, proposal, board, said) for rule in book.rules)
    return Result(
        proposal.source,
        day,
        book.law.id,
        _lawful(findings),
        proposal.seats.sum(),
        findings,
        book.cautions,
        proposal.school.name,
        {law.id: law.hash for law in (book.law, *book.beside)},
    )


def _lawful(findings: tuple[Finding, ...]) -> bool | None:
    verdicts = {finding.verdict for finding in findings if finding.severity == "unlawful"}
    if "breached" in verdicts:
        return False
    return None if "unknown" in verdicts else True


def _finding(
    rule: Rule, book: RuleBook, proposal: Proposal, board: Board, said: Callable[[str], str]
) -> Finding:
    """Say what a rule makes of a proposal, in the words of its Regulations, which `said` puts for those on one school."""
    outcome = _outcome(rule, book, proposal, board)
    repairs = _repairs(rule, outcome, board, book) if outcome.verdict == "breached" else ()
    return Finding(
        rule=rule.id,
        instrument=rule.instrument,
        para=rule.para,
        citation=rule.citation,
        url=rule.url,
        title=rule.title,
        says=rule.says,
        severity=rule.severity,
        verdict=outcome.verdict,
        because=said(outcome.because),
        awaits=_awaits(rule, outcome.verdict),
        condition=said(_condition(rule.require, board)) if outcome.verdict == "conditional" else "",
        question=said(outcome.question),
        repairs=repairs if said is str else tuple(attrs.evolve(one, says=said(one.says)) for one in repairs),
        doubt=_doubt(rule, book, board, proposal, outcome.verdict),
    )


_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "pupil referral unit": member_words,
    "federation": federation_words,
}
"""How the Regulations speak that are not about one school."""


def _outcome(rule: Rule, book: RuleBook, proposal: Proposal, board: Board) -> Outcome:
    check = rule.board_check
    # A rule has the one or the other.
    outcome = check.judge(proposal) if check else _relation(rule.require, board)  # type: ignore[arg-type]
    return as_far_as_known(outcome, rule, book.kind)


def as_far_as_known(outcome: Outcome, rule: Rule, kind: Kind) -> Outcome:
    """Where it is not known whether a rule applies, only "met" is an answer; else ask for the missing fact."""
    missing = rule.missing_fact(kind)
    if missing is None or outcome.verdict == "met":
        return outcome
    because = f"it is not known whether this rule applies ({outcome.because})"
    return Outcome("unknown", because, QUESTIONS[missing])


def _awaits(rule: Rule, verdict: Verdict) -> Awaits | None:
    """Tell a note that is open from an answer: an item to be stated, or a step such as an approval."""
    if rule.severity != "note" or verdict != "unknown":
        return None
    return "statement" if isinstance(rule.check, States) else "step"


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


_WHO_IS_HEAD: Final = "Who is the head teacher of each school? Set head under each of its [[schools]]; schools that name the same share one."


def _unsettled(relation: Relation, board: Board, verdict: Verdict, involved: list[str]) -> Outcome:
    names = listed([name_words(seat, 2) for seat in involved])
    if verdict == "met":
        return Outcome(verdict, f"met whatever the number of {names}")
    if verdict == "breached":
        return Outcome(verdict, f"cannot be met whatever the number of {names}")
    if verdict == "conditional":
        return Outcome(verdict, f"depends on who is co-opted, whatever the number of {names}")
    question = f"How many {names} are there to be?" if involved != ["heads"] else _WHO_IS_HEAD
    if len(involved) == 1:
        settled = board._replace(known={**board.known, CO_OPTED_STAFF: board.known.get(CO_OPTED_STAFF, 0)})
        allowed = values_that_satisfy(relation, settled, involved[0])
        if allowed:
            staff_open = CO_OPTED_STAFF in relation.weights and not board.staff_known
            if_none = ", if none is employed at the school" if staff_open else ""
            number = name_words(involved[0], 1 if allowed == (1, 1) else 2)
            return Outcome(verdict, f"met with {_range(*allowed)} {number}{if_none}", question)
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
        if co_opted == 1:
            return "the one co-opted governor is not employed at the school"
        return f"none of the {co_opted} co-opted governors is employed at the school"
    are = "is" if most == 1 else "are"
    return f"at most {most} of the {co_opted} co-opted governors {are} employed at the school"


def _repairs(rule: Rule, outcome: Outcome, board: Board, book: RuleBook) -> tuple[Repair, ...]:
    if outcome.repair:
        return (Repair(outcome.repair),)
    if rule.require is None or board.unknown.keys() - {FOUNDATION_PARENT}:
        return ()
    if board.unknown and FOUNDATION_PARENT in rule.require.weights:
        return ()
    settled = board._replace(known={CO_OPTED_STAFF: 0, **board.known})
    others = [
        other.require
        for other in book.rules
        if other.require
        and other.missing_fact(book.kind) is None
        and not other.require.weights.keys() & board.unknown.keys()
    ]
    return smallest_changes(rule.require, settled, others)


def _doubt(rule: Rule, book: RuleBook, board: Board, proposal: Proposal, verdict: Verdict) -> Doubt | None:
    """Name the other reading of the law, where it would change the verdict and can seriously be held.

    What cannot be told as we read it may be told on the other view, where the file says what that view asks.
    """
    reading = book.doubt_of(rule)
    if reading is None or (verdict == "unknown" and rule.other_check is None):
        return None
    if rule.other_check is not None and not rule.stage:
        other = rule.other_check.judge(proposal).verdict  # type: ignore[union-attr]  # without a stage it is of boards
    else:
        other = judge(rule.otherwise, board) if rule.otherwise else "met"
    if verdict == other:
        return None
    return Doubt(reading.id, reading.doubt, reading.taken, reading.other, other)
