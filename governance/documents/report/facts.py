"""What a decision report knows: of each school its proposal, what the check found, and what the change needs."""

import contextlib
import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from governance.answers.check import check
from governance.answers.compare import compare
from governance.answers.finding import Finding, Result
from governance.answers.procedures import Procedure, forming_federation
from governance.documents.instrument.clauses import body_words
from governance.documents.instrument.clauses.brief import brief_for
from governance.documents.instrument.shortfalls import shortfalls
from governance.documents.report.house import HouseStyle
from governance.documents.report.paper_file import gathered
from governance.english import listed, lower
from governance.errors import CannotTellError
from governance.law import Instrument, Rule, RuleBook
from governance.law.book import whole_book
from governance.law.store.instruments import instrument
from governance.law.wording import amendment_words
from governance.model import Proposal
from governance.model.paper import Paper

if TYPE_CHECKING:
    from governance.law.provision import NotEncoded


@attrs.frozen
class Approval:
    """An approval that the Regulations want before the instrument is made, and what the proposal says of it."""

    title: str
    given: bool
    state: str
    citation: str

    @property
    def by(self) -> str:
        """Say whose approval it is."""
        return lower(self.title.rpartition(" approve")[0])


@attrs.frozen
class Case:
    """One school of a report. `appendix` is the number or letter under which its instrument stands.

    `present` are the rules on numbers that the seats of today break, and None where those seats are not given. `words`
    are those of the officer on this school alone, by section, where the report is about several. `procedures` are the steps of the
    law for the change, where it is known what changes.
    """

    proposal: Proposal
    result: Result
    book: RuleBook
    appendix: str
    approvals: tuple[Approval, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    present: tuple[Finding, ...] | None = None
    words: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def name(self) -> str:
        """Name the school."""
        return self.proposal.school.name or f"[name of the {body_words(self.proposal).thing}]"

    @property
    def members(self) -> str:
        """Say what those who sit on the body are called."""
        return body_words(self.proposal).members

    @property
    def head_is_staff(self) -> bool:
        """Tell whether the instrument counts the head teacher among the staff."""
        return brief_for(self.proposal, self.book).head_is_staff

    @property
    def to_be_formed(self) -> bool:
        """Tell whether it is a federation that, as far as the proposal says, does not exist yet."""
        return self.proposal.school.category == "federation" and not self.proposal.varies

    @property
    def changes_seats(self) -> bool:
        """Tell whether there would be other seats than now, as far as those of now are given."""
        current = self.proposal.current
        return current is not None and current.counts() != self.proposal.seats.counts()

    @property
    def its_instrument(self) -> str:
        """Name what is to be approved: a revised instrument, where there is one now."""
        return f"{'revised ' if self.proposal.varies else ''}instrument of government"

    @property
    def complies(self) -> bool:
        """Tell whether the instrument is lawful and complete, so that it can be put to a decision."""
        return not shortfalls(self.result)

    @property
    def judged(self) -> tuple[tuple[Rule, Finding], ...]:
        """Give each rule with what it says of the proposal."""
        return tuple(zip(self.book.rules, self.result.findings, strict=True))

    @property
    def awaited(self) -> tuple[Approval, ...]:
        """Give the approvals that are not given yet."""
        return tuple(approval for approval in self.approvals if not approval.given)


@attrs.frozen
class Facts:
    """Everything that a report is made of: the schools, the council's house style and the officer's words."""

    cases: tuple[Case, ...]
    house: HouseStyle
    paper: Paper
    meeting_on: datetime.date | None

    @property
    def decision_maker(self) -> str | None:
        """Say who decides."""
        return self.paper.committee or self.house.decision_maker

    @property
    def power_to_decide(self) -> str | None:
        """Say where the council's constitution gives the power."""
        return self.paper.power_to_decide or self.house.power_to_decide

    @property
    def report_of(self) -> str | None:
        """Say whose report it is."""
        return self.paper.report_of or self.house.report_of

    @property
    def type_of_decision(self) -> str | None:
        """Say what kind of decision it is."""
        return self.paper.type_of_decision or self.house.type_of_decision

    @property
    def subject(self) -> str:
        """Say what the report is about."""
        names = [case.name for case in self.cases]
        whose = listed(names) if len(names) <= _NAMED else f"{len(names)} governing bodies"
        return self.paper.subject or f"{self.house.title}: {whose}"

    @property
    def contact(self) -> tuple[str, ...]:
        """Give the office to ask, line by line."""
        return self.paper.contact or tuple(self.house.contact.lines())

    @property
    def shown(self) -> tuple[str, ...]:
        """Name the sections of the report, in their order."""
        given = {key for one in (self.paper.sections, *(case.words for case in self.cases)) for key in one}
        heading = {key for key in ("contact", "type_of_decision") if getattr(self.paper, key)}
        return self.house.shown(given | heading)

    @property
    def many(self) -> bool:
        """Tell whether the report is about several schools."""
        return len(self.cases) > 1

    def body(self, case: Case) -> str:
        """Say what this council calls the body of a school; a unit's is always a management committee."""
        word = body_words(case.proposal).body
        return self.house.body if word == "governing body" else word


def gather(
    proposals: Sequence[Proposal],
    *,
    house: HouseStyle,
    on: datetime.date | None,
    meeting: datetime.date | None,
    undated: datetime.date | None = None,
    paper: Paper | None = None,
) -> Facts:
    """Check every proposal; CannotTellError, of several with its source, where the law of its day cannot be told."""
    words = gathered(paper, proposals, house)
    cases = tuple(
        _case(
            proposal,
            on or proposal.instrument.effective_on or undated,
            appendix=chr(ord("A") + place) if house.letters and place < _LETTERS else str(place + 1),
            many=len(proposals) > 1,
            words=words.own[place],
        )
        for place, proposal in enumerate(proposals)
    )
    return Facts(cases, house, words.common, meeting or words.common.meeting_on or house.meeting_on)


_NAMED = 3
"""So many schools are named in a heading; of more their number is said."""
_LETTERS = 26
"""Appendices beyond Z are numbered."""


def amendments(law: Instrument, day: datetime.date) -> tuple[str, ...]:
    """Name the instruments that had amended an instrument by a day, as far as `rules/` records them.

    What amended the provisions of another instrument that this one applies is no amendment of this one.
    """
    others = {by for one in law.applies for by in _amending(instrument(one.law), day)}
    found = {amendment_words(by).split(" reg ")[0] for by in _amending(law, day) - others}
    return tuple(sorted(found - {law.cite}, key=lambda cite: [int(n) for n in cite.split()[-1].split("/")]))


def _amending(law: Instrument, day: datetime.date) -> set[str]:
    """Name each provision by which an instrument had been amended."""
    found: set[str] = set()
    for provision in law.provisions:
        entries: tuple[Rule | NotEncoded, ...] = (*provision.rules, *provision.not_encoded)
        for entry in entries:
            began = entry.amended_by if entry.span.since <= day else None
            ended = entry.ended_by if entry.span.until and entry.span.until <= day else None
            found |= {by for by in (began, ended) if by}
    return found


def _case(
    proposal: Proposal, on: datetime.date | None, *, appendix: str, many: bool, words: Mapping[str, str]
) -> Case:
    try:
        result = check(proposal, on=on)
    except CannotTellError as error:
        raise CannotTellError(f"{proposal.source}: {error}" if many else str(error)) from None
    book = whole_book(proposal, result.on)
    case = Case(proposal, result, book, appendix, approvals=tuple(_approvals(proposal, result)), words=words)
    if case.to_be_formed:
        with contextlib.suppress(CannotTellError):
            case = attrs.evolve(case, procedures=(forming_federation(result.on),))
    if proposal.current is None:
        return case
    old = attrs.evolve(proposal, seats=proposal.current, current=None)
    before = check(old, on=result.on)
    return attrs.evolve(
        case,
        procedures=compare(old, proposal, on=result.on).procedures,
        present=tuple(
            finding
            for rule, finding in zip(book.rules, before.findings, strict=True)
            if rule.require and finding.severity == "unlawful" and finding.verdict == "breached"
        ),
    )


def _approvals(proposal: Proposal, result: Result) -> Iterator[Approval]:
    """Find the approvals that are wanted: they would be awaited if none had been given."""
    schools = tuple(attrs.evolve(school, approvals={}) for school in proposal.schools)
    without = check(attrs.evolve(proposal, approvals={}, schools=schools), on=result.on)
    for bare, finding in zip(without.findings, result.findings, strict=True):
        if bare.awaits == "step":
            yield Approval(finding.title, finding.verdict == "met", finding.because, finding.citation)
