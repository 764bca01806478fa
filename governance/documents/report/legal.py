"""The section on the law: the Regulations by name, each rule with its arithmetic, conditions, doubts and advice."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from governance.answers.finding import Finding
from governance.documents.instrument.clauses import body_words
from governance.documents.report.facts import Case, Facts, amendments
from governance.documents.report.pieces import Pieces, of_school, titled
from governance.documents.report.tables import VERDICTS, key_findings, law_table
from governance.documents.word.blocks import Clause
from governance.english import day_words, listed
from governance.law.store.instruments import instrument
from governance.law.wording import sentence

if TYPE_CHECKING:
    import datetime


def legal(facts: Facts) -> Pieces:
    """Write the section with what a check sheet has; the law that several schools share is named once."""
    yield from map(Clause, governed(facts))
    for case in facts.cases:
        yield Clause((*of_school(facts, case), verdict(case)))
        key = key_findings(case.judged, case.proposal)
        yield law_table(key, caption=titled(facts, case, "The proposal measured against the law"))
        for doubtful in doubts(case.result.findings):
            yield Clause((*of_school(facts, case), doubtful))
        for finding in case.result.of("advice", "breached"):
            yield Clause((*of_school(facts, case), advice(finding)))
    for caution in dict.fromkeys(one for case in facts.cases for one in case.result.cautions):
        yield Clause(caution)


def governed(facts: Facts) -> Iterator[str]:
    """Name the Regulations, what had amended them by then, and the days whose law it is, or that on which we last compared it."""
    days: dict[tuple[str, str, str, bool], set[datetime.date]] = {}
    for case in facts.cases:
        law, amended = case.book.law, listed(amendments(case.book.law, case.result.on))
        name = f"{law.title[:1].lower()}{law.title[1:]} ({law.cite})"
        known = (body_words(case.proposal).body, name, amended, law.as_made)
        days.setdefault(known, set()).add(min(case.result.on, law.compared))
    for (body, name, amended, as_made), on in days.items():
        by = f", as amended by {amended}" if amended else ""
        when = listed(f"on {day_words(day)}" for day in sorted(on))
        text = "cited here as made" if as_made else f"as in force {when}"
        yield f"The constitution of the {body} is governed by {name}{by}, {text}."
    applied = {
        (case.book.law.cite, one.law, one.by): case for case in facts.cases for one in case.book.law.applies
    }
    for (cite, folder, regulation), case in applied.items():
        other = instrument(folder)
        amended = listed(amendments(other, case.result.on))
        by = f" (as amended by {amended})" if amended else ""
        yield f"Those provisions of {other.cite}{by} that {cite} {regulation} names apply to a federation, too."


def verdict(case: Case, *, cited: bool = False) -> str:
    """Say whether the proposal complies, and on what that depends, where it is to be `cited` with the provision.

    What a caution stands beside complies with those Regulations; of the law as a whole nothing is said.
    """
    result = case.result
    wanted = (f"{one.condition} ({one.citation})" if cited else one.condition for one in result.conditions)
    conditions = f", provided that {listed(wanted)}" if result.conditions else ""
    law = case.book.law.cite if result.cautions else "the law"
    if result.lawful is False:
        count = len(result.of("unlawful", "breached"))
        rules = "1 rule is" if count == 1 else f"{count} rules are"
        return f"The proposal does not comply with the law: {rules} not met."
    if result.lawful is None:
        return "It cannot be told whether the proposal complies with the law, because facts on which it turns are missing."
    if not case.complies:
        return (
            f"The seats and terms proposed comply with {law}{conditions}, but the instrument is not complete."
        )
    return f"The proposal complies with {law}{conditions}."


def doubts(findings: Iterable[Finding]) -> Iterator[str]:
    """Say each doubt about the law that matters here, with both views."""
    for finding in findings:
        if doubt := finding.doubt:
            view = VERDICTS[doubt.verdict].lower()
            yield (
                f"The law is doubtful here ({finding.citation}). {doubt.doubt} The view taken: {doubt.taken} "
                f"The other view: {doubt.other} On that view the rule is: {view}. Legal advice should be taken."
            )


def advice(finding: Finding) -> str:
    """Say what good practice would have otherwise."""
    return f"Good practice, and not a breach of the law: {sentence(finding.because)}. {finding.says} ({finding.citation})"
