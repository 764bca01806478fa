"""An explanation as a letter: the working of every rule, then the rules that did not apply and why."""

from collections.abc import Iterator

from governance.answers.explain import Alone, Explanation, Input, Working
from governance.english import day_words, sentence
from governance.law.wording import span_words
from governance.letters.page import head, wrap
from governance.model import Proposal

_TAB = 12


def letter(explanation: Explanation, proposal: Proposal) -> str:
    """Write the letter."""
    return "\n".join(_lines(explanation, proposal))


def _lines(explanation: Explanation, proposal: Proposal) -> Iterator[str]:
    result = explanation.result
    yield head(result.lawful, proposal.school.name or result.proposal, conditional=bool(result.conditions))
    asked = f"; asked about {explanation.asked}" if explanation.asked else ""
    yield from wrap(
        f"{result.proposal}: {proposal.school.category}; "
        f"the law of {day_words(result.on)} ({result.regime}){asked}",
        "",
        "  ",
    )
    asked_already: set[str] = set()
    for working in explanation.workings:
        yield ""
        question = working.finding.question
        yield from _working(working, "The same as above." if question in asked_already else question)
        asked_already |= {question} - {""}
    if explanation.not_applied:
        yield from ("", "In force on the day, and not for this school")
        for one in explanation.not_applied:
            name = one.fact.replace("_", " ")
            yield from wrap(
                f"{one.citation} ({one.rule}: {one.title}) is for {one.concerns}; here the {name} is: {one.value}.",
                "  - ",
                "    ",
            )
    if explanation.not_in_force:
        yield from ("", f"Not in force on {day_words(result.on)}")
        for past in explanation.not_in_force:
            yield from wrap(f"{past.citation} ({past.rule}: {past.title}): {past.says}.", "  - ", "    ")
    if explanation.not_stated:
        yield from ("", "Not encoded")
        for gap in explanation.not_stated:
            yield from wrap(f"{gap.citation} ({span_words(gap.span)}): {gap.why}", "  - ", "    ")


def _working(working: Working, question: str) -> Iterator[str]:
    finding = working.finding
    yield from wrap(f"{finding.verdict.upper()}  {finding.title} ({finding.rule})", "", "  ")
    yield f"  {finding.citation}  {finding.url}"
    yield from _row("Rule", finding.says)
    yield from _row("Encoded", working.encoded)
    yield from _row("Numbers", ", ".join(_input(one) for one in working.inputs))
    yield from _row("Working", sentence(finding.because))
    yield from _row("Provided", finding.condition and sentence(finding.condition))
    yield from _row("Ask", question)
    yield from _row("Would do", _alone(working))
    yield from _row("Change", finding.repairs and "; or ".join(one.says for one in finding.repairs))
    if finding.doubt:
        doubt = finding.doubt
        yield from _row("Doubt", f"{doubt.doubt} On the other view this rule is {doubt.verdict}.")


def _row(name: str, text: object) -> Iterator[str]:
    if text:
        yield from wrap(str(text), f"  {name + ':':{_TAB - 2}}", " " * _TAB)


def _input(one: Input) -> str:
    number = "not settled" if one.number is None else one.number
    return f"{one.name} = {number}"


def _alone(working: Working) -> str:
    """Say what each number alone would have to be; a number that makes no difference is left out."""
    said = [_would_do(one) for one in working.alone if (one.least, one.most) != (0, None)]
    if said and working.supposing:
        said[-1] += f" (supposing that {working.supposing})"
    return sentence("; ".join(said)) if said else ""


def _would_do(one: Alone) -> str:
    number = "no number of" if one.least is None else one.says
    now = "" if one.now is None else f" (now {one.now})"
    return f"{number} {one.words}{now}"
