"""Papers about several schools: one list of seats for each, which no proposal can hold."""

from collections.abc import Sequence
from typing import Final

from governance.reading.evidence import Remark
from governance.reading.facts.names import name_of
from governance.reading.intake.transcript import Where
from governance.reading.phrases.words import seats_in
from governance.reading.text.passages import Passage

FEWEST_CATEGORIES: Final = 3
"""Fewer categories with a number are no list of seats."""


def several_schools(read: Sequence[Passage]) -> list[Remark]:
    """Remark that a document gives the seats of two schools or more, where it does."""
    found: dict[str, tuple[str, Where]] = {}
    name, quote, counted = "", ("", Where()), set[str]()
    for passage in read:
        if own := name_of(passage):
            if own.casefold() != name.casefold():
                counted = set()
            name, quote = own, (passage.words, passage.where)
        if not name:
            continue
        counted |= {one.category for one in seats_in(passage.text) if one.count is not None}
        if len(counted) >= FEWEST_CATEGORIES and name.casefold() not in (key.casefold() for key in found):
            found[name] = quote
    if len(found) < 2:  # noqa: PLR2004 - several are two or more
        return []
    says = f"The document is about several schools ({'; '.join(found)}): read one at a time"
    return [Remark("note", says, tuple(found.values()))]
