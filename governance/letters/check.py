"""A result as a short letter: the verdict, what is wrong, what it depends on, what is still to be said."""

import textwrap
from collections.abc import Iterable, Iterator

from governance.answers.finding import Finding, Result
from governance.english import day_words
from governance.model import Proposal

WIDTH = 100
_VERDICT = {True: "LAWFUL", False: "UNLAWFUL", None: "CANNOT TELL"}


def letter(result: Result, proposal: Proposal, *, everything: bool = False) -> str:
    """Write the letter; with `everything`, also the rules that are met."""
    return "\n".join(_lines(result, proposal, everything=everything))


def _lines(result: Result, proposal: Proposal, *, everything: bool) -> Iterator[str]:
    wrong = result.of("unlawful", "breached")
    untold = result.of("unlawful", "unknown")
    advice = result.of("advice", "breached")
    met = [finding for finding in result.findings if finding.verdict == "met"]
    condition = ", on condition" if result.lawful and result.conditions else ""
    yield f"{_VERDICT[result.lawful]}{condition}: {proposal.school.name or result.proposal}"
    total = "a number of" if result.total is None else result.total
    members = "members" if proposal.school.category == "pupil referral unit" else "governors"
    yield (
        f"{result.proposal}: {total} {members}, {proposal.school.category}; "
        f"the law of {day_words(result.on)} ({result.regime})"
    )
    yield from _part("What is wrong", wrong)
    yield from _part("Provided that" if result.lawful else "It depends besides on this", result.conditions)
    yield from _part("What cannot be told", by_question(untold))
    if not everything:
        yield from _part("Met as we read the law, and not on another view", _doubtful(met))
    yield from _part("Advice (not a breach of the law)", advice)
    yield from _questions(
        "Still to be said before the instrument can be drafted", result.awaiting("statement")
    )
    yield from _questions("Still to be done before the instrument is made", result.awaiting("step"))
    if everything:
        yield from _part("What is met", met)
    else:
        yield from ("", f"{len(met)} of {len(result.findings)} rules are met; --all shows them.")
    for caution in result.cautions:
        yield from ("", *_wrap(f"Caution: {caution}", "", ""))


def by_question(findings: Iterable[Finding]) -> list[Finding]:
    """Put together the rules that one question would settle, so that it is asked once, below the last of them."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.question or finding.rule, []).append(finding)
    return [finding for group in groups.values() for finding in group]


def _doubtful(met: Iterable[Finding]) -> list[Finding]:
    """Give what is met only because of the side we take in a doubt about the law."""
    return [
        finding
        for finding in met
        if finding.severity == "unlawful" and finding.doubt and finding.doubt.verdict == "breached"
    ]


def _part(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    findings = tuple(findings)
    if not findings:
        return
    yield from ("", title)
    for finding, after in zip(findings, (*findings[1:], None), strict=True):
        yield from _wrap(_headline(finding), "  - ", "    ")
        if finding.condition:
            yield from _wrap(_sentence(finding.because), "    ", "    ")
        yield from _wrap(finding.says, "    ", "    ")
        yield f"    {finding.citation}  {finding.url}"
        if finding.repairs:
            yield from _wrap(f"Smallest change: {_repairs(finding)}.", "    ", "    ")
        if finding.question and not (after and after.question == finding.question):
            yield from _wrap(f"Ask: {finding.question}", "    ", "    ")
        if finding.doubt:
            doubt = finding.doubt
            yield from _wrap(
                f"The law is doubtful here. {doubt.doubt} We take it: {_lower(doubt.taken)} "
                f"The other view: {_lower(doubt.other)} On that view this rule is {doubt.verdict}. Take advice.",
                "    ",
                "    ",
            )


def _questions(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    findings = tuple(findings)
    if findings:
        yield from ("", title)
    for finding in findings:
        yield from _wrap(f"{finding.question} ({finding.citation})", "  - ", "    ")


def _headline(finding: Finding) -> str:
    return _sentence(finding.condition or finding.because)


def _repairs(finding: Finding) -> str:
    return "; or ".join(repair.says for repair in finding.repairs)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _wrap(text: str, first: str, rest: str) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
