"""The table of governors that a school publishes, in Word."""

from collections.abc import Iterator

from governance.documents.word.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Subtitle,
    Table,
    Title,
)
from governance.english import day_words
from governance.people.publication import HEADS, Publication

_NO_NAMES = (
    "The governors stand here under the keys of the register. For the website give --names, which keeps the names of the "
    "register."
)


_SHARES = (5, 6, 6, 6, 6, 6)


def document(made: Publication) -> Document:
    """Set the table of each body as a document."""
    return Document(
        title=f"Governors on {day_words(made.on)}",
        subject="Governors of each governing body, for publication",
        created=made.on,
        blocks=(
            Title("Governors"),
            Subtitle(f"On {day_words(made.on)}"),
            *(block for body in made.bodies for block in _body(body.name, body.rows)),
            Heading("What the guidance asks for", level=2),
            Paragraph(f"{made.asks} ({made.citation}, as others quote it.)"),
            Paragraph(
                "A register does not tell of interests, of relationships with staff, of attendance, or of committees: add them."
            ),
            *(() if made.named else (Paragraph(_NO_NAMES),)),
        ),
        footer="Governors",
    )


def _body(name: str, rows: tuple[tuple[str, ...], ...]) -> Iterator[Block]:
    if not name.startswith("("):  # of a register that names no body
        yield Heading(name, level=2)
    yield Table(
        caption="Governors who serve or have served",
        description="Each governor: category, who appointed them and when, when the term ends, and when they stepped down",
        columns=tuple(Column(head, share=share) for head, share in zip(HEADS, _SHARES, strict=True)),
        rows=rows,
    )
