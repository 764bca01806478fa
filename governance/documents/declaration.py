"""The declaration of eligibility: what a candidate signs, statement by statement, each with its provision."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from governance.documents.letters.letter import SOURCE, in_words_of, part, thing
from governance.documents.word.blocks import (
    Block,
    Clause,
    Clauses,
    Document,
    Paragraph,
    Section,
    Sections,
    Signature,
    Subtitle,
    Title,
)
from governance.english import day_words, lower
from governance.model.names import seat_words
from governance.people.declaration import Declaration, Statement

_BEGINS: Final = {
    "election": "When I am elected",
    "nomination": "When I am nominated and appointed",
    "appointment": "When I am appointed",
}
_STRUCK: Final = (
    "Read each statement. Cross out one that is not true, and tell the clerk before you sign: it may mean that you cannot "
    "hold the office."
)
_SIGNED: Final = (
    "The statements that are not crossed out are true. I will tell the clerk at once if one of those under the second "
    "heading stops being true."
)
_SIGNED_ONCE: Final = "The statements that are not crossed out are true. I will tell the clerk at once if one of them stops being true."


def document(made: Declaration, *, school: str | None = None) -> Document:
    """Set a declaration as a document to sign."""
    office = in_words_of(made.category, _office(made.seat))
    title = f"Declaration of eligibility: {office}"
    return Document(
        title=f"{title}, {school}" if school else title,
        subject=f"Declaration under {made.law.cite}",
        created=made.on,
        blocks=(
            Title("Declaration of eligibility"),
            Subtitle(f"{office[:1].upper()}{office[1:]}, {school or _of(made.category)}"),
            Paragraph(_STRUCK),
            Sections(tuple(_sections(made))),
            Signature(_SIGNED if made.entry and made.holding else _SIGNED_ONCE, ("Name", "Signed", "Date")),
            *part("For the clerk: what others must say", _others(made)),
            *part("For the clerk: the law", _law(made)),
        ),
        footer=title,
        properties={
            "Law as at": made.on.isoformat(),
            "Regulations": made.law.id,
            "Rules hash": made.law.hash,
        },
    )


def _office(seat: str) -> str:
    return seat if " " in seat else seat_words(seat, 1)


def _of(category: str) -> str:
    return f"a {category} school" if thing(category) == "school" else f"a {category}"


def _sections(made: Declaration) -> Iterator[Section]:
    begins = _BEGINS.get(made.came_by or "", "When my office begins")
    for heading, statements in (
        (begins, made.entry),
        ("Now, and for as long as I hold the office", made.holding),
    ):
        if statements:
            yield Section(heading, tuple(_clauses(made.category, statements)))


def _clauses(category: str, statements: Iterable[Statement]) -> Iterator[Clause]:
    for one in statements:
        yield Clause(f"{in_words_of(category, one.says).removesuffix('.')} ({one.citation}).")


def _others(made: Declaration) -> Iterator[Block]:
    if made.others:
        yield Paragraph("The law asks these, too. The candidate cannot declare them.")
        yield Clauses(tuple(_clauses(made.category, made.others)))


def _law(made: Declaration) -> Iterator[Block]:
    yield Paragraph(
        f"The statements are those of the law of {day_words(made.on)}: {lower(made.law.title)} ({made.law.cite}), and "
        "what is named beside a statement."
    )
    for one in made.readings:
        yield Paragraph(
            f"The law is doubtful here. {one.doubt} The view taken: {one.taken} The other view: {one.other}"
        )
    for text in _besides(made.came_by, made.ways):
        yield Paragraph(text)
    yield from map(Paragraph, made.cautions)
    yield Paragraph(SOURCE)


def _besides(came_by: str | None, ways: Sequence[str]) -> Iterator[str]:
    others = [way for way in ways if way != came_by]
    if came_by and others:
        yield (
            f"The office comes by {came_by} here. Where it comes by {' or '.join(others)}, the statements may be others."
        )
