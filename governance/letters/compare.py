"""A comparison as a letter: a table of what is different, then what it needs."""

from collections.abc import Iterator
from typing import Final

from governance.answers.compare import Comparison
from governance.answers.finding import VERDICTS, Finding
from governance.english import day_words, sentence
from governance.letters.page import table, wrap

_WIDTHS: Final = (34, 31, 31)


def letter(found: Comparison) -> str:
    """Write the letter."""
    return "\n".join(_lines(found))


def _lines(found: Comparison) -> Iterator[str]:
    if not found.changes:
        yield f"{found.old} and {found.new} say the same."
        for caution in found.cautions:
            yield from wrap(caution, "", "")
        return
    yield from wrap(f"{found.old} and {found.new}", "", "  ")
    if found.on:
        yield f"What it needs is the law of {day_words(found.on)}."
    yield ""
    yield from table(
        ("", "old", "new"), [(one.what, one.old or "-", one.new or "-") for one in found.changes], _WIDTHS
    )
    yield ""
    before = _verdict(found.lawful_before, conditional=found.conditional_before)
    after = _verdict(found.lawful_after, conditional=found.conditional_after)
    yield f"Old: {before}. New: {after}."
    certain = tuple(one for one in found.stops if one.verdict == "breached")
    unsure = tuple(one for one in found.stops if one.verdict != "breached")
    yield from _findings("This cannot be done by an ordinary variation", certain)
    yield from _findings("Whether this can be done by an ordinary variation cannot be told", unsure)
    for finding in unsure:
        yield from wrap(f"Ask: {finding.question}", "    ", "    ")
    yield from _findings("What is wrong with the new one", found.wrong)
    if found.approvals:
        yield from ("", "Approvals still to be given")
        for finding in found.approvals:
            yield from wrap(finding.says, "  - ", "    ")
            yield f"    {finding.citation}  {finding.url}"
    needs = dict.fromkeys(need for change in found.changes for need in change.needs)
    if needs:
        yield from ("", "What these changes touch")
        for need in needs:
            yield from wrap(f"{need.says} {need.citation}", "  - ", "    ")
            yield f"    {need.url}"
    if found.in_post:
        yield from ("", "Governors in post")
        for one in found.in_post:
            yield from wrap(f"{one.says} {one.citation}".strip(), "  - ", "    ")
            if one.url:
                yield f"    {one.url}"
        for doubt in dict.fromkeys(one.doubt for one in found.in_post if one.doubt):
            yield from wrap(f"The law is doubtful here. {doubt} Take advice.", "    ", "    ")
    for procedure in found.procedures:
        yield from ("", procedure.title)
        for step in procedure.steps:
            yield from wrap(f"{step.number}. {step.who} {step.what} {step.citation}", "  ", "     ")
            if step.note:
                yield from wrap(step.note, "     ", "     ")
        for caution in procedure.cautions:
            yield from wrap(f"Take care: {caution}", "  ", "     ")
    if found.cautions:
        yield from ("", "What could not be told")
        for caution in found.cautions:
            yield from wrap(caution, "  - ", "    ")


def _verdict(lawful: bool | None, *, conditional: bool) -> str:  # noqa: FBT001 - an answer, not a switch
    return f"{VERDICTS[lawful].lower()}{' on condition' if lawful and conditional else ''}"


def _findings(title: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    if not findings:
        return
    yield from ("", title)
    for finding in findings:
        yield from wrap(sentence(finding.because), "  - ", "    ")
        yield from wrap(finding.says, "    ", "    ")
        yield f"    {finding.citation}  {finding.url}"
