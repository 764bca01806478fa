"""A result as a short letter: the verdict, what is wrong, what it depends on, what is still to be said."""

from collections.abc import Iterable, Iterator

from governance.answers.finding import Finding, Result, by_question
from governance.english import day_words, listed
from governance.letters.page import head, wrap
from governance.model import Proposal

_AWAITED = {
    "statement": "Still to be said before the instrument can be drafted",
    "step": "Still to be done before the instrument is made",
}


def letter(result: Result, proposal: Proposal, *, everything: bool = False) -> str:
    """Write the letter; with `everything`, also the rules that are met."""
    return "\n".join(_lines(result, proposal, everything=everything))


def _lines(result: Result, proposal: Proposal, *, everything: bool) -> Iterator[str]:
    wrong = result.of("unlawful", "breached")
    questions = by_question(
        (*result.of("unlawful", "unknown"), *result.awaiting("statement"), *result.awaiting("step"))
    )
    advice = result.of("advice", "breached")
    met = [finding for finding in result.findings if finding.verdict == "met"]
    yield head(result.lawful, proposal.school.name or result.proposal, conditional=bool(result.conditions))
    total = "a number of" if result.total is None else result.total
    members = "members" if proposal.school.category == "pupil referral unit" else "governors"
    yield (
        f"{result.proposal}: {total} {members}, {proposal.school.category}; "
        f"the law of {day_words(result.on)} ({result.regime})"
    )
    yield from _part("What is wrong", wrong)
    yield from _part("Provided that" if result.lawful else "It depends besides on this", result.conditions)
    yield from _untold(group for group in questions if group[0].severity == "unlawful")
    if not everything:
        yield from _part("Met as we read the law, and not on another view", _doubtful(met))
    yield from _part("Advice (not a breach of the law)", advice)
    for awaited, title in _AWAITED.items():
        yield from _questions(title, (group for group in questions if group[0].awaits == awaited))
    if everything:
        yield from _part("What is met", met)
    else:
        yield from ("", f"{len(met)} of {len(result.findings)} rules are met; --all shows them.")
    for caution in result.cautions:
        yield from ("", *wrap(f"Caution: {caution}", "", ""))


def _doubtful(met: Iterable[Finding]) -> list[Finding]:
    """Give what is met only because of the side we take in a doubt about the law."""
    return [
        finding
        for finding in met
        if finding.severity == "unlawful" and finding.doubt and finding.doubt.verdict == "breached"
    ]


def _part(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    findings = tuple(findings)
    if findings:
        yield from ("", title)
    for finding in findings:
        yield from _rule(finding)
        yield from _doubt(finding)


def _untold(groups: Iterable[tuple[Finding, ...]]) -> Iterator[str]:
    """Name the rules of which it cannot be told whether they are met, and below them, once, the question they share."""
    groups = tuple(groups)
    if groups:
        yield from ("", "What cannot be told")
    for group in groups:
        for finding in group:
            if not finding.awaits:
                yield from _rule(finding)
                yield from _doubt(finding)
        besides = listed(finding.citation for finding in group if finding.awaits)
        too = f" That settles {besides}, too." if besides else ""
        if group[0].question:
            yield from wrap(f"Ask: {group[0].question}{too}", "    ", "    ")


def _rule(finding: Finding) -> Iterator[str]:
    yield from wrap(_headline(finding), "  - ", "    ")
    if finding.condition:
        yield from wrap(_sentence(finding.because), "    ", "    ")
    yield from wrap(finding.says, "    ", "    ")
    yield f"    {finding.citation}  {finding.url}"
    if finding.repairs:
        yield from wrap(f"Smallest change: {_repairs(finding)}.", "    ", "    ")


def _doubt(finding: Finding) -> Iterator[str]:
    if finding.doubt:
        doubt = finding.doubt
        yield from wrap(
            f"The law is doubtful here. {doubt.doubt} We take it: {_lower(doubt.taken)} "
            f"The other view: {_lower(doubt.other)} On that view this rule is {doubt.verdict}. Take advice.",
            "    ",
            "    ",
        )


def _questions(title: str, groups: Iterable[tuple[Finding, ...]]) -> Iterator[str]:
    groups = tuple(groups)
    if groups:
        yield from ("", title)
    for group in groups:
        cited = "; ".join(finding.citation for finding in group)
        yield from wrap(f"{group[0].question} ({cited})", "  - ", "    ")


def _headline(finding: Finding) -> str:
    return _sentence(finding.condition or finding.because)


def _repairs(finding: Finding) -> str:
    return "; or ".join(repair.says for repair in finding.repairs)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
