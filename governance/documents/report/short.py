"""The short report: a few lines a section, the seats before and after as one table, and the law in a sentence or two.

The arithmetic, the conditions and the steps stand in the check sheet, which may be its annex. Of several schools, what
is common is said once, and each has a section of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from governance.answers.finding import Finding
from governance.documents.instrument.clauses import body_words
from governance.documents.report.facts import Approval, Case, Facts
from governance.documents.report.legal import doubts, governed, verdict
from governance.documents.report.pieces import Piece, Pieces, listing
from governance.documents.report.proposed import effect, ex_officio, size, terms
from governance.documents.report.recommended import recommended
from governance.documents.report.sections import LONG, Form, fewer, kind, of_case, purpose
from governance.documents.report.tables import NOT_SETTLED, counted, seats_table, shrunk
from governance.documents.word.blocks import Clause, Column, Section, Table
from governance.english import day_words, listed, lower
from governance.law import Rule
from governance.model.names import SEATS, seat_words
from governance.model.proposal import Appointer, Count, Seats


def school_sections(facts: Facts) -> Iterator[Section]:
    """Give each of several schools a section: what is proposed, what the law says of it, and the officer's words."""
    for case in facts.cases:
        words = (
            line for key in facts.shown for line in of_case(facts, case, key, lead=facts.house.title_of(key))
        )
        yield Section(
            case.name,
            (
                *_change(facts, case),
                *_besides(facts, case),
                Clause(verdict(case, cited=True)),
                *_approvals(case),
                *words,
            ),
        )


def _besides(facts: Facts, case: Case) -> Iterator[Clause]:
    """Say what the Regulations require of one school and not of the others under them, where that is met."""
    others = [one for one in facts.cases if one.book.law.cite == case.book.law.cite]
    own = [one for one in required(case) if not all(one in required(other) for other in others)]
    if own and case.result.lawful:
        yield Clause(f"The law also requires the following: {'; '.join(own)}.")


def _background(facts: Facts) -> Pieces:
    """Say what kind of school it is where the officer says nothing; of a federation, which schools are in it."""
    case = facts.cases[0]
    federation = case.proposal.school.category == "federation"
    if not facts.many and (federation or not facts.paper.sections.get("background")):
        yield Clause(kind(case))


def _proposal(facts: Facts) -> Pieces:
    if not facts.many:
        yield from _change(facts, facts.cases[0])
        return
    yield Clause(
        "The proposals are these. What each would change is set out below, under the name of its school."
    )
    yield _summary(facts.cases)
    for said, names in _grouped((said, case.name) for case in facts.cases for said in fixed(case)):
        whose = "" if len(names) == len(facts.cases) else f"{listed(names)}: "
        yield Clause(f"{whose}{said if not whose else lower(said)}")


def _grouped(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, list[str]]]:
    """Put together the names of which the same is said."""
    found: dict[str, list[str]] = {}
    for said, name in pairs:
        found.setdefault(said, []).append(name)
    return found.items()


def _summary(cases: Sequence[Case]) -> Table:
    """Put the schools side by side, with the seats of today where any gives them."""
    today = any(case.proposal.current for case in cases)
    return Table(
        caption="The proposals",
        description="Each school, its kind, how many seats there would be"
        + (" and are now" if today else "")
        + ", and from which day",
        columns=(
            Column("School", share=19),
            Column("Kind", share=19),
            *((Column("Current", share=15, numbers=True),) if today else ()),
            Column("Proposed", share=19, numbers=True),
            Column("In effect from", share=24),
        ),
        rows=tuple(
            (
                case.name,
                case.proposal.school.category.capitalize(),
                *((_total(case.proposal.current),) if today else ()),
                _total(case.proposal.seats),
                day_words(day) if (day := case.proposal.instrument.effective_on) else NOT_SETTLED,
            )
            for case in cases
        ),
    )


def _total(seats: Seats | None) -> str:
    total = seats.sum() if seats else None
    return ("not given" if seats is None else NOT_SETTLED) if total is None else str(total)


def _change(facts: Facts, case: Case) -> Iterator[Piece]:
    """Say what would change at one school."""
    first, *rest = size(facts, case, told=False)
    yield Clause((f"{kind(case)} {first}" if facts.many else first, *rest))
    yield seats_table(case.proposal, caption="Seats of each category", head_is_staff=case.head_is_staff)
    if not facts.many and (said := fixed(case)):
        yield Clause(" ".join(said))
    if case.proposal.foundation.appointers:
        yield Clause(_appointed(case.proposal.foundation.appointers, case.proposal.seats.foundation))
    for office in case.proposal.foundation.ex_officio:
        yield Clause(ex_officio(office))
    if shrunk(case.proposal):
        yield Clause(fewer(case))
    yield Clause((*(f"{line} " for line in terms(case, told=False)), *effect(case)))


def required(case: Case) -> tuple[str, ...]:
    """Name what the Regulations require of the seats, each with its provision, but what `fixed` says."""
    found: dict[str, list[str]] = {}
    told = _fixed(case).values()
    for rule, finding in case.judged:
        own = finding.instrument == case.book.law.id and finding.severity == "unlawful" and rule.require
        if own and finding.citation not in told and counted(rule, case.proposal):
            found.setdefault(finding.citation, []).append(lower(finding.title))
    return tuple(f"{', and '.join(says)} ({citation})" for citation, says in found.items())


def _requires(facts: Facts) -> Iterator[str]:
    """Say what the Regulations require, where that is met; of several schools under them what they require of all."""
    by_law: dict[str, list[Case]] = {}
    for case in facts.cases:
        by_law.setdefault(case.book.law.cite, []).append(case)
    for cases in by_law.values():
        shared = [one for one in required(cases[0]) if all(one in required(case) for case in cases)]
        whose = f"{listed([case.name for case in cases])}: the" if len(by_law) > 1 else "The"
        if shared and all(case.result.lawful for case in cases):
            yield f"{whose} law requires the following: {'; '.join(shared)}."


def fixed(case: Case) -> tuple[str, ...]:
    """Say which numbers the law fixes, each with its provision, where it is proposed to change the seats."""
    alone = _fixed(case)
    counts = case.proposal.seats.counts()
    words = body_words(case.proposal).seats
    whose = [
        f"{f'the {words(seat, 1)}' if seat == 'head_teacher' and count == 1 else words(seat, 2)} ({alone[seat]})"
        for seat, count in counts.items()
        if seat in alone
    ]
    return (f"The law fixes how many seats there are for {listed(whose)}.",) if whose else ()


def _fixed(case: Case) -> dict[str, str]:
    """Give each category whose number the law leaves no choice of, with its provision; none where no seats are changed."""
    counts = case.proposal.seats.counts()
    if not case.changes_seats:
        return {}
    found = ((_fixed_by(rule, finding), finding.citation) for rule, finding in case.judged)
    return {seats[0]: citation for seats, citation in found if len(seats) == 1 and counts[seats[0]]}


def _fixed_by(rule: Rule, finding: Finding) -> tuple[str, ...]:
    """Name the seats whose number a rule leaves no choice of."""
    if finding.severity != "unlawful" or rule.require is None or not rule.require.exact:
        return ()
    return tuple(seat for seat in SEATS if rule.require.weights.get(seat))


def _appointed(appointers: Sequence[Appointer], seats: Count) -> str:
    """Say who appoints the foundation governors, of whom others may hold their seats with an office."""
    lines = [
        f"{one.how_many} by {one.by}{f', in respect of {one.school}' if one.school else ''}{f' ({one.basis})' if one.basis else ''}"
        for one in appointers
    ]
    numbers = [one.number for one in appointers if isinstance(one.number, int)]
    all_of_them = len(numbers) == len(appointers) and sum(numbers) == seats
    if len(lines) > 1:
        whose = "The foundation governors" if all_of_them else "Of the foundation governors, these"
        return f"{whose} would be appointed as follows: {'; '.join(lines)}."
    number = appointers[0].how_many
    whose = (
        f"The {seat_words('foundation', int(number))}"
        if all_of_them
        else f"Of the foundation governors, {number}"
    )
    return f"{whose} would be appointed{lines[0].removeprefix(number)}."


def _legal(facts: Facts) -> Pieces:
    yield from map(Clause, governed(facts))
    yield from map(Clause, _requires(facts))
    if facts.many:
        yield Clause("Whether each proposal complies with the law is said under the name of its school.")
    else:
        yield Clause(verdict(facts.cases[0], cited=True))
    found = (doubt for case in facts.cases for doubt in doubts(case.result.findings))
    yield from map(Clause, dict.fromkeys(found))


def _consultation(facts: Facts) -> Pieces:
    if not facts.many:
        yield from _approvals(facts.cases[0])


def _approvals(case: Case) -> Iterator[Clause]:
    """Say whose approval the law wants, and of each whether and when it was given."""
    lines = [_approval(one) for one in case.approvals]
    lead = "Before the instrument is made, the law requires the approval of"
    if len(lines) == 1:
        yield Clause(f"{lead} {lines[0]}.")
    elif lines:
        yield Clause(f"{lead}:", items=listing(lines))


def _approval(one: Approval) -> str:
    state = one.state if one.given else "not recorded as given"
    return f"{one.by} ({one.citation}): {state}"


SHORT: Final = Form(
    facts={
        "purpose": purpose,
        "background": _background,
        "proposal": _proposal,
        "legal": _legal,
        "consultation": _consultation,
        "recommendation": partial(recommended, noting=False),
    },
    to_write={key: LONG.to_write[key] for key in ("type_of_decision", "background", "reasons", "contact")},
    by_school=True,
    elsewhere=frozenset({"procedure"}),
)
"""What a committee passes: the sections of which somebody has something to say, in a few lines each."""
