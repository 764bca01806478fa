"""The readings of the law that matter for a board, as a letter."""

from collections.abc import Iterator

from governance.answers.readings import Answer, Readings
from governance.english import day_words, listed, sentence
from governance.letters.page import head, wrap
from governance.model import Proposal


def letter(found: Readings, proposal: Proposal, *, everything: bool = False) -> str:
    """Write the letter; with `everything`, also the doubts that do not matter for this board."""
    return "\n".join(_lines(found, proposal, everything=everything))


def _lines(found: Readings, proposal: Proposal, *, everything: bool) -> Iterator[str]:
    result = found.result
    yield head(result.lawful, proposal.school.name or result.proposal, conditional=bool(result.conditions))
    yield from wrap(
        f"{result.proposal}: {proposal.school.category}; "
        f"the law of {day_words(result.on)} ({result.regime}), read both ways where it is doubtful",
        "",
        "  ",
    )
    shown = found.answers if everything else found.matter
    for answer in shown:
        yield ""
        yield from _answer(answer)
    if found.together:
        yield ""
        cited = listed([answer.citation for answer in found.together])
        yield from wrap(
            f"Lawful only if the law is read the other way on all of these at once: {cited}. Take advice.",
            "",
            "  ",
        )
    yield ""
    matter, every = len(found.matter), len(found.answers)
    if not every:
        yield "No doubt about the law reaches this board."
        return
    doubts = "doubt" if every == 1 else "doubts"
    more = "" if everything or matter == every else "; --all shows the others"
    matters = "matter" if matter > 1 else "matters"
    yield f"{matter or 'None'} of {every} {doubts} about the law {matters} for this board{more}."


def _answer(answer: Answer) -> Iterator[str]:
    yield from wrap(answer.says, "", "  ")
    yield from wrap(f"Doubt: {answer.doubt}", "  ", "    ")
    yield from wrap(f"We take it: {answer.taken}", "  ", "    ")
    yield from wrap(f"Other view: {answer.other}", "  ", "    ")
    for rule in answer.rules:
        yield from wrap(
            sentence(f"{rule.rule}: {rule.taken} as we take it, {rule.other} on the other view"), "  ", "    "
        )
    yield f"  {answer.citation}  {answer.url}"
