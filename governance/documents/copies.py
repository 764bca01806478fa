"""Who is to have a copy of an instrument, and who was sent one: a Word page for the file."""

import datetime
from collections.abc import Sequence
from typing import Final

from governance.documents.word.blocks import Column, Document, Subtitle, Table, Title
from governance.english import day_words, sentence

_TITLE: Final = "Copies of the instrument of government"


def copies_list(
    name: str, due: Sequence[str], sent: Sequence[tuple[str, datetime.date, str]], *, on: datetime.date
) -> Document:
    """List each recipient once, with the day and the way a copy was sent; `name` is that of the body, and somebody is always due one."""
    done = {recipient: (day_words(day), how or "–") for recipient, day, how in sent}
    recipients = dict.fromkeys((*due, *done))
    rows = [(sentence(one).removesuffix("."), *done.get(one, ("not yet", "–"))) for one in recipients]
    columns = (Column("Recipient", share=3), Column("Sent on", share=2), Column("How", share=1))
    table = Table(
        "Who is to have a copy", "Each recipient, with the day a copy was sent.", columns, tuple(rows)
    )
    return Document(
        title=f"{_TITLE}: {name}",
        subject="Who is sent the instrument",
        created=on,
        blocks=(Title(_TITLE), Subtitle(name), table),
        footer=f"Copies: {name}",
    )
