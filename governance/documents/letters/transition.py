"""The letter on a change of instrument: what becomes of everybody in post, the seats vacant then, and the plan."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from governance.documents.letters.letter import (
    Letter,
    Provision,
    in_words_of,
    numbered,
    part,
    people,
)
from governance.documents.word.blocks import Block, Column, Paragraph, Table
from governance.english import day_words, listed, sentence
from governance.law.regime import governing
from governance.letters.transition import outcome_words
from governance.model import Proposal
from governance.model.names import seat_words
from governance.people.transition import Transition
from governance.people.transition_plan import PlanStep

_OUTCOMES: Final = (
    (("continues", "continues while in post"), ("continues", "continue")),
    (("one of",), ("may have to go", "may have to go")),
    (("ends",), ("goes out of office", "go out of office")),
    (("cannot tell",), ("is uncertain", "are uncertain")),
)
"""What becomes of people, in the order in which a letter counts them, of one and of several."""


def letter(answer: Transition, proposal: Proposal) -> Letter:
    """Write the letter; `proposal` is the new instrument."""
    category = proposal.school.category
    return Letter(
        category=category,
        school=proposal.school.name or answer.body or None,
        subject="From the old instrument of government to the new",
        answer=_answer(answer),
        asked="You asked what becomes of everybody in post when the new instrument takes effect",
        law=governing(answer.on, proposal),
        on=answer.on,
        parts=tuple(_parts(answer, category)),
        provisions=tuple(_provisions(answer, category)),
        cautions=answer.cautions,
    )


def _answer(answer: Transition) -> str:
    when = f"On {day_words(answer.effective_on)}, when the new instrument takes effect,"
    if not answer.people:
        return f"{when} nobody is listed as in post"
    counted = Counter[str](one.outcome for one in answer.people)
    said = []
    for outcomes, (one, many) in _OUTCOMES:
        if number := sum(counted[outcome] for outcome in outcomes):
            said.append(f"{number} {one if number == 1 else many}")
    return f"{when} of the {len(answer.people)} people listed {listed(said)}"


def _parts(answer: Transition, category: str) -> Iterator[Block]:
    if answer.people:
        yield Table(
            caption="Everybody in post",
            description="What happens to each person in post when the new instrument takes effect",
            columns=(Column("Who", share=2), Column("What happens", share=5)),
            rows=tuple((one.key, in_words_of(category, outcome_words(one))) for one in answer.people),
        )
        yield Paragraph(
            f"Nobody is chosen here. Where one of several {people(category)} must go, others decide who."
        )
    if answer.vacancies:
        yield Table(
            caption=f"Vacant from {day_words(answer.effective_on)}",
            description="The seats of each category that are vacant, and how they are filled",
            columns=(
                Column("Category", share=4),
                Column("Seats", share=2, numbers=True),
                Column("Filled by", share=8),
            ),
            rows=tuple(
                (
                    sentence(in_words_of(category, seat_words(one.category, 2))).removesuffix("."),
                    str(one.number),
                    in_words_of(category, one.filled_by),
                )
                for one in answer.vacancies
            ),
        )
    steps = map(_step, answer.steps)
    yield from part("The plan, in order", numbered(in_words_of(category, step) for step in steps))


def _step(step: PlanStep) -> str:
    day = f"{day_words(step.by)}: " if step.by else ""
    cited = f" ({step.citation})" if step.citation else ""
    return f"{day}{step.says.removesuffix('.')}{cited}"


def _provisions(answer: Transition, category: str) -> Iterator[Provision]:
    """Name the provisions by which people go or stay, each once, and those by which seats are filled."""
    reasons = [(one.citation, one.because) for one in answer.people]
    reasons += [(one.citation, f"{seat_words(one.category, 2)}: {one.filled_by}") for one in answer.vacancies]
    for citation, says in dict.fromkeys(reasons):
        yield Provision(citation, in_words_of(category, says))
