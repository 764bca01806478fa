"""Which column of a table is which: told by the words of its heading, of which each field has several."""

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from governance.files.table import Cell, Row


@attrs.frozen
class Columns:
    """The place of each field in a row and its heading, and the headings that no field has."""

    places: Mapping[str, int]
    headings: Mapping[str, str]
    unknown: Mapping[int, str]
    twice: tuple[tuple[str, str, str], ...] = ()

    def of(self, row: Row) -> dict[str, Cell]:
        """Give the fields of a row that have something in them."""
        cells = row.cells
        found = {field: cells[place] for field, place in self.places.items() if place < len(cells)}
        return {field: cell for field, cell in found.items() if cell is not None}


def fold(heading: object) -> str:
    """Give a heading as it is compared: in small letters, without spaces and signs.

    >>> fold("Co-opted Governors") == fold("co_opted governors ")
    True
    """
    return re.sub(r"[\W_]+", "", str(heading).casefold())


def columns(
    heading: Row, field_of: Callable[[str], str | None], given: Mapping[str, str] | None = None
) -> Columns:
    """Find the fields in a heading: `field_of` gives the field of one, `given` the heading of each field that is told.

    What `given` names is taken first. Where two columns are of one field the first is taken, and both are named under
    `twice`.
    """
    own = {fold(text): field for field, text in (given or {}).items()}
    places: dict[str, int] = {}
    texts: dict[str, str] = {}
    unknown: dict[int, str] = {}
    twice = []
    for place, cell in enumerate(heading.cells):
        if cell is None:
            continue
        text = " ".join(str(cell).split())
        field = own.get(fold(text)) or field_of(text)
        if field is None or (fold(text) not in own and field in own.values()):
            unknown[place] = text
        elif field in places:
            twice.append((field, texts[field], text))
        else:
            places[field], texts[field] = place, text
    return Columns(places, texts, unknown, tuple(twice))


def counted(cells: Sequence[Cell], field_of: Callable[[str], str | None]) -> int:
    """Count the fields whose headings stand in a row."""
    return len({field for cell in cells if isinstance(cell, str) and (field := field_of(cell))})
