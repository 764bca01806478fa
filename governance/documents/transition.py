"""The plan of a transition as a Word document: for the meeting, with offices and keys and no names."""

from governance.documents.word.blocks import (
    Block,
    Clause,
    Clauses,
    Column,
    Document,
    Heading,
    Paragraph,
    Subtitle,
    Table,
    Title,
)
from governance.english import day_words
from governance.law.wording import CAUTION
from governance.letters.transition import outcome_words
from governance.model.names import seat_words
from governance.people.transition import Transition

_NOBODY = "Nobody is listed."


def transition_plan(found: Transition, name: str) -> Document:
    """Give what becomes of everybody in post, the vacancies, and the steps in order; `name` is that of the body."""
    title = "From the old instrument of government to the new"
    return Document(
        title=f"{title}: {name}",
        subject="What happens to governors in post",
        created=found.on,
        blocks=(
            Title(title),
            Subtitle(name),
            *_people(found),
            *_vacancies(found),
            *_steps(found),
            *_cautions(found),
        ),
        footer=f"Plan: {name}",
        properties={"Effective on": found.effective_on.isoformat()},
    )


def _people(found: Transition) -> tuple[Block, ...]:
    says = f"The new instrument takes effect on {day_words(found.effective_on)}. Nobody is chosen here: who goes is for others to decide."
    rows = tuple((one.key, outcome_words(one), one.because, one.citation or "none") for one in found.people)
    if not rows:
        return (Paragraph(says), Paragraph(_NOBODY))
    table = Table(
        caption="Governors in post",
        description="What happens to each governor in post when the new instrument takes effect, and why.",
        columns=(
            Column("Who", share=2),
            Column("What happens", share=4),
            Column("Why", share=6),
            Column("Citation", share=2),
        ),
        rows=rows,
    )
    return (Paragraph(says), table)


def _vacancies(found: Transition) -> tuple[Block, ...]:
    if not found.vacancies:
        return ()
    table = Table(
        caption=f"Vacant from {day_words(found.effective_on)}",
        description="The seats of each category that are vacant, and how they are filled.",
        columns=(
            Column("Category", share=3),
            Column("Seats", numbers=True),
            Column("Filled by", share=5),
            Column("Citation", share=2),
        ),
        rows=tuple(
            (seat_words(one.category, 2), str(one.number), one.filled_by, one.citation or "none")
            for one in found.vacancies
        ),
    )
    return (table,)


def _steps(found: Transition) -> tuple[Block, ...]:
    if not found.steps:
        return (Paragraph("There are no steps."),)
    clauses = tuple(
        Clause(f"{f'{day_words(one.by)}: ' if one.by else ''}{one.says} {one.citation}".strip())
        for one in found.steps
    )
    return (Heading("The plan, in order", 2), Clauses(clauses))


def _cautions(found: Transition) -> tuple[Block, ...]:
    said = [Paragraph(text) for text in (*found.cautions, CAUTION)]
    return (Heading("What else to know", 2), *said)
