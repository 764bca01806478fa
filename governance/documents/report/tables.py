"""The tables that decision reports and check sheets share: the seats, and what the law says of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from governance.answers.finding import Finding
from governance.documents.instrument.clauses import body_words
from governance.documents.word.blocks import Column, Strong, Table, Text
from governance.english import listed
from governance.law import Rule
from governance.law.checks.board import AddsUp, TermBetween
from governance.law.wording import sentence
from governance.model import Proposal
from governance.model.names import SEATS, UNKNOWN
from governance.model.proposal import Count

NOT_SETTLED = "not settled"
_OF_A_FILE = re.compile(r"(?<![^.?;])[^.?;\[]*\[[^\]]{0,80}\]+[^.?]*[.?]?")


def seats_table(proposal: Proposal, *, caption: str, head_is_staff: bool) -> Table:
    """Put the seats now and as proposed side by side; without the seats of today, the proposed ones alone.

    `head_is_staff` tells whether the instrument counts the head teacher among the staff.
    """
    current, proposed = proposal.current, proposal.seats
    before = current.counts() if current else {}
    rows: list[tuple[Text, ...]] = []
    for seat, count in proposed.counts().items():
        if count or before.get(seat):
            of = max((int(n) for n in (count, before.get(seat, 0)) if n != UNKNOWN), default=2)
            row = (
                _category(proposal, seat, of, head_is_staff=head_is_staff),
                *_counts(before.get(seat, 0), count, compared=bool(current)),
            )
            rows.append(row)
    totals = _counts(
        _sum(current.sum()) if current else 0, _sum(proposed.sum()), compared=current is not None
    )
    rows.append(tuple((Strong(text),) for text in ("Total", *totals)))
    numbers = ("Current", "Proposed", "Change") if current else ("Proposed",)
    return Table(
        caption=caption,
        description="The number of seats of each category, and in all"
        + (", now and as proposed, and the difference" if current else " as proposed"),
        columns=(
            Column("Category", share=3),
            *(Column(heading, share=2, numbers=True) for heading in numbers),
        ),
        rows=tuple(rows),
        together=True,
    )


def _sum(total: int | None) -> Count:
    return UNKNOWN if total is None else total


def _category(proposal: Proposal, seat: str, count: int, *, head_is_staff: bool) -> str:
    words = body_words(proposal)
    said = words.seats(seat, count if seat == "head_teacher" else 2)
    if head_is_staff and seat in ("staff", "head_teacher"):
        said += f", other than the {words.seats('head_teacher', 1)}" if seat == "staff" else " (of the staff)"
    return said[:1].upper() + said[1:]


def _counts(before: Count, after: Count, *, compared: bool) -> tuple[str, ...]:
    said = NOT_SETTLED if after == UNKNOWN else str(after)
    if not compared:
        return (said,)
    if UNKNOWN in (before, after):
        return (NOT_SETTLED if before == UNKNOWN else str(before), said, "not known")
    return (str(before), said, difference(int(after) - int(before)))


def difference(number: int) -> str:
    """Say a difference with its sign.

    >>> difference(2), difference(0)
    ('+2', 'none')
    """
    if number == 0:
        return "none"
    return f"+{number}" if number > 0 else f"−{-number}"


def shrunk(proposal: Proposal) -> tuple[str, ...]:
    """Name the categories that would have fewer seats than now."""
    if proposal.current is None:
        return ()
    before, after = proposal.current.counts(), proposal.seats.counts()
    return tuple(
        seat
        for seat in SEATS
        if before[seat] != UNKNOWN and after[seat] != UNKNOWN and int(after[seat]) < int(before[seat])
    )


def key_findings(judged: Iterable[tuple[Rule, Finding]], proposal: Proposal) -> tuple[Finding, ...]:
    """Choose what a decision turns on: breaches, what cannot be told, conditions, and what is met by arithmetic.

    A category that the school cannot have, and does not have, is left out, and so are the rules on terms where no
    term is set.
    """
    return tuple(
        finding
        for rule, finding in judged
        if finding.severity == "unlawful" and (finding.verdict != "met" or counted(rule, proposal))
    )


def counted(rule: Rule, proposal: Proposal) -> bool:
    """Tell whether a rule turns on something that the proposal has."""
    match rule.check:
        case AddsUp("total"):
            return True
        case AddsUp("foundation"):
            return bool(proposal.foundation.appointers)
        case AddsUp(by_school):
            return any(by_school.removesuffix("_by_school") in school.seats for school in proposal.schools)
        case TermBetween():
            return bool(proposal.terms.by_category)
    if rule.require is None:
        return False
    return any(getattr(proposal.seats, name, 1) for name in rule.require.weights)


VERDICTS = {
    "met": "Met",
    "breached": "Not met",
    "unknown": "Cannot be told",
    "conditional": "Met on condition",
}
"""What a rule says of a proposal, as officers put it."""


def law_table(findings: Sequence[Finding], *, caption: str) -> Table:
    """Put each rule beside what the proposal comes to, and where the rule stands."""
    return Table(
        caption=caption,
        description="Each rule in words, whether the proposal meets it and by what arithmetic, and the citation",
        columns=(
            Column("What the law requires", share=7),
            Column("This proposal", share=8),
            Column("Citation", share=6),
        ),
        rows=tuple((finding.says, answer(finding), finding.citation) for finding in findings),
    )


def answer(finding: Finding) -> Text:
    """Say whether a rule is met, and by what arithmetic."""
    words = (Strong(f"{VERDICTS[finding.verdict]}: "), finding.because)
    if finding.condition:
        return (*words, f". Provided that {finding.condition}.")
    if finding.verdict == "unknown" and finding.question:
        return (*words, f". {asked(finding)}")
    return (*words, ".")


def asked(finding: Finding) -> str:
    """Give what is to be asked, without the hint on how to write the answer in a file."""
    return without_keys(finding.question)


def without_keys(text: str) -> str:
    """Leave out each sentence that says where something is written in a proposal file: a paper's reader has none.

    >>> without_keys("How many? Set number under [[foundation.appointers]], or foundation under [seats].")
    'How many?'
    """
    return _OF_A_FILE.sub("", text).strip() or text


def questions(findings: Iterable[Finding]) -> Iterator[str]:
    """Put each question once, with every rule that turns on it."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        found.setdefault(asked(finding), []).append(finding.citation)
    for question, citations in found.items():
        yield f"{question} ({listed(dict.fromkeys(citations))})"


def repairs(finding: Finding) -> str:
    """Say the smallest changes that would satisfy a rule; nothing where none is known."""
    says = "; or ".join(without_keys(repair.says) for repair in finding.repairs)
    return sentence(says) if says else ""
