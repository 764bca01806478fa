"""Says of each person in a proposal whether the law lets them be, and go on being, what they are.

A rule that bites at entry is that of the day on which the person was elected or appointed; a rule on holding
office is that of the day asked about. The rules on the board have no say here.
"""

import datetime
from typing import Any, Final, NamedTuple

import attrs

from governance.answers.check import as_far_as_known
from governance.answers.finding import Doubt, Finding, Rows, Shown, finding_rows
from governance.answers.outcomes import no_such_category
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law import Rule, RuleBook
from governance.law.book import whole_book
from governance.law.checks.outcome import Outcome, Stage, Verdict
from governance.law.checks.people import Case
from governance.law.facts import Kind
from governance.law.provision import Instrument, Severity
from governance.law.regime import governing
from governance.model import Proposal
from governance.model.names import SEATS
from governance.model.person import Person
from governance.model.proposal import Day, as_day, the_proposal

_NO_PEOPLE: Final = (
    "The proposal names no people. Add [[people]], one for each person, with a key, a category and what "
    "is known under [people.facts]."
)
_NOT_SINCE: Final = (
    "An instrument under them has no seat for one. Whether the office has ended turns on the instrument in force: set "
    "effective_on under [instrument]; where it is older than these Regulations, take advice."
)
_NO_DAY: Final = (
    "The law depends on the day, and no day is given. "
    "Set effective_on under [instrument] or appointed_on under [[people]], or ask for a day with --on."
)


@attrs.frozen(repr=False)
class PersonResult(Shown):
    """The answer for one person. `eligible` is None where it cannot be told, and then `remark` may say why.

    `on` is the day whose law was applied: the day asked about, or the day the office begins where that is later.
    `cautions` say what to know of the record of the law that it rests on.
    """

    proposal: str
    on: datetime.date
    regime: str
    person: Person
    eligible: bool | None
    findings: tuple[Finding, ...]
    remark: str = ""
    cautions: tuple[str, ...] = ()

    def of(self, severity: Severity, verdict: Verdict) -> tuple[Finding, ...]:
        """Give the findings of one severity and verdict."""
        return tuple(
            finding
            for finding in self.findings
            if finding.severity == severity and finding.verdict == verdict
        )

    def in_short(self) -> str:
        """Say whether the person may hold the office, and which."""
        said = {True: "ELIGIBLE", False: "NOT ELIGIBLE", None: "CANNOT TELL"}[self.eligible]
        return f"{said}: {self.person.key}; the law of {self.on}"

    def in_rows(self) -> Rows:
        """Give every finding, the worst first."""
        return finding_rows(self.findings)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "on": self.on.isoformat(),
            "regime": self.regime,
            "key": self.person.key,
            "office": self.person.key,
            "category": self.person.category,
            "eligible": self.eligible,
            **({"remark": self.remark} if self.remark else {}),
            "findings": [finding.as_json() for finding in self.findings],
            "cautions": list(self.cautions),
        }


def eligible(proposal: Proposal, *, on: Day | None = None) -> tuple[PersonResult, ...]:
    """Say of each person whether they are eligible, and what each rule on people says of them.

    The day asked about is `on`, or else the latest of the day the instrument takes effect and the days on which
    the people were elected or appointed; a person whose office begins later than `on` is judged on the day it
    begins, if the same Regulations govern the body on both days. Raises CannotTellError where no day or no person
    is given, or where the law of the day is not encoded.
    """
    day = day_asked(the_proposal(proposal), on)
    if not proposal.people:
        raise CannotTellError(_NO_PEOPLE)
    return tuple(_result(person, proposal, day) for person in proposal.people)


def day_asked(proposal: Proposal, on: Day | None) -> datetime.date:
    """Give the day asked about, as `eligible` takes it; CannotTellError where there is none."""
    on = as_day(on)
    days = (on,) if on else (proposal.instrument.effective_on, *(one.appointed_on for one in proposal.people))
    day = max((one for one in days if one), default=None)
    if day is None:
        raise CannotTellError(_NO_DAY)
    return day


class Put(NamedTuple):
    """A rule as it was put to a person, and its answer."""

    rule: Rule
    outcome: Outcome
    book: RuleBook
    kind: Kind
    case: Case


def put(person: Person, proposal: Proposal, asked: datetime.date) -> tuple[RuleBook, tuple[Put, ...]]:
    """Put every rule on people to one of them, and give the book of the day with the answers, as `eligible` has them.

    There are none where the office is one that the instrument in force cannot have.
    """
    day = max(asked, person.appointed_on or asked)
    then = governing(asked, proposal)
    book = whole_book(proposal, day)
    if then.id != book.law.id:
        raise CannotTellError(_too_early(person, proposal, asked, day, then, book.law))
    if not _has_office(book, person) and _in_force_since(proposal, book):
        return book, ()
    return book, (*_entry(person, proposal, book), *_put(book, Case(person, proposal, day), "holding"))


def _result(person: Person, proposal: Proposal, asked: datetime.date) -> PersonResult:
    book, answers = put(person, proposal, asked)
    kind = book.kind.with_person(person)
    findings = tuple(_finding(one) for one in answers)
    remark, verdict = _remark(book, person), _verdict(findings)
    if not _has_office(book, person):
        if since := _in_force_since(proposal, book):
            remark = f"{remark} {no_such_category(person.category, book, since)}"
            verdict = False
        else:
            remark = f"{remark} {_NOT_SINCE}"
    return PersonResult(
        proposal=proposal.source,
        on=book.day,
        regime=book.law.id,
        person=person,
        eligible=None if remark and verdict else verdict,
        findings=findings,
        remark=remark,
        cautions=book.cautions_on(rule for rule, _ in book.rules_on(kind, "holding")),
    )


def _has_office(book: RuleBook, person: Person) -> bool:
    return person.category not in SEATS or book.has_seat(person.category)


def _too_early(  # noqa: PLR0917 - two days, and the law of each
    person: Person,
    proposal: Proposal,
    asked: datetime.date,
    day: datetime.date,
    then: Instrument,
    law: Instrument,
) -> str:
    """Say that other law governed the body on the day asked about, and from which day we can answer."""
    known = {law.span.since, *law.change_days(), day}
    first = min(one for one in known if asked < one <= day and governing(one, proposal).id == law.id)
    return (
        f"On {day_words(asked)} {then.cite} governed this body, and {person.key} was elected or appointed on "
        f"{day_words(day)}, under {law.cite}, which did not govern it on the day you ask about. The first day we can "
        f"answer for is {day_words(first)}."
    )


def _remark(book: RuleBook, person: Person) -> str:
    """Say why nothing can be told where no rule is for this office in particular: silence then means nothing."""
    day = day_words(book.day)
    if not any(rule.instrument == book.law.id for rule in book.person_rules):
        return (
            f"On {day} {book.law.cite} governs this body, and its rules about people are not encoded here, so it "
            f"cannot be told whether anybody may be elected or appointed under it, or may go on holding office."
        )
    if not book.has_seat(person.category):
        return f"The law of {day} that is encoded here has no {person.words}."
    return ""


def _in_force_since(proposal: Proposal, book: RuleBook) -> datetime.date | None:
    """Give the day since which an instrument under these very Regulations is in force; None where it is not known."""
    since = proposal.instrument.effective_on
    if since is None or since > book.day:
        return None
    try:
        return since if governing(since, proposal).id == book.law.id else None
    except CannotTellError:
        return None


def _verdict(findings: tuple[Finding, ...]) -> bool | None:
    verdicts = {finding.verdict for finding in findings if finding.severity == "unlawful"}
    if "breached" in verdicts:
        return False
    return None if "unknown" in verdicts else True


def _entry(person: Person, proposal: Proposal, book: RuleBook) -> tuple[Put, ...]:
    """Put the rules on entry, as they were on the day of entry; earlier Regulations leave them unanswered."""
    began = person.appointed_on or book.day
    try:
        then = whole_book(proposal, began)
    except CannotTellError:
        then = None
    case = Case(person, proposal, began)
    if then is not None and then.law.id == book.law.id:
        return _put(then, case, "entry")
    outcome = Outcome(
        "unknown",
        f"elected or appointed on {day_words(began)}, under earlier law",
        f"Was the election or appointment of {day_words(began)} lawful under the Regulations of that day?",
    )
    kind = book.kind.with_person(person)
    return tuple(Put(rule, outcome, book, kind, case) for rule, _ in book.rules_on(kind, "entry"))


def _put(book: RuleBook, case: Case, stage: Stage) -> tuple[Put, ...]:
    """Put the rules of a stage to a person; where it is not known whether one applies, only "met" is an answer."""
    kind = book.kind.with_person(case.person)
    found = []
    for rule, applies in book.rules_on(kind, stage):
        outcome = _judged(rule, rule.check, case)
        known = outcome if applies else as_far_as_known(outcome, rule, kind)
        found.append(Put(rule, known, book, kind, case))
    return tuple(found)


def _finding(put: Put) -> Finding:
    rule, outcome = put.rule, put.outcome
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
        because=outcome.because,
        question=outcome.question,
        doubt=_doubt(put),
    )


def _judged(rule: Rule, check: object, case: Case) -> Outcome:
    judge = getattr(check, "judge_person", None)
    if judge is None:
        raise TypeError(f"{rule.id} is about a person and has no check of one")
    outcome: Outcome = judge(case)
    return outcome


def _doubt(put: Put) -> Doubt | None:
    """Name the other reading of the law, where it would change the verdict.

    Without another check to run, the other view of a rule that we read strictly is that it is met.
    """
    rule, verdict = put.rule, put.outcome.verdict
    reading = put.book.doubt_of(rule)
    if reading is None or verdict == "unknown":
        return None
    if rule.other_check is not None:
        other = as_far_as_known(_judged(rule, rule.other_check, put.case), rule, put.kind).verdict
    else:
        other = "met" if reading.stricter == "taken" else verdict
    if other == verdict:
        return None
    return Doubt(reading.id, reading.doubt, reading.taken, reading.other, other)
