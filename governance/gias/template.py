"""The bulk-update template as the school fetches it from GIAS: its columns, its lists and the rows that it has already."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs
from openpyxl.utils import get_column_letter

from governance.errors import UnreadableError
from governance.files.columns import columns, counted, fold
from governance.files.sheet_xml import Book, Value, choices, filled, open_book
from governance.files.table import Cell, Table, open_table
from governance.gias.sheet_words import BODY, COLUMNS, ROLE, TITLE

_FRESH: Final = "Fetch the template from GIAS again: Tools, Bulk update governance."
_LEAST: Final = 5
"""A row with fewer of the headings is no heading."""


@attrs.frozen
class Template:
    """The workbook, its sheet, the letter of each column, what its lists offer, and its rows by their numbers."""

    book: Book
    sheet: str
    heading: int
    letters: Mapping[str, str]
    offers: Mapping[str, tuple[str, ...]]
    rows: Mapping[int, Mapping[str, Cell]]

    def listed(self, column: str, words: object) -> str:
        """Give words as the list of a column has them; empty where it does not have them."""
        return next((one for one in self.offers[column] if fold(one) == fold(words)), "")

    def with_rows(self, rows: list[dict[str, Value]]) -> bytes:
        """Give a copy with these rows, by column, below those that it has."""
        first = max(self.rows, default=self.heading) + 1
        placed = {
            number: {self.letters[column]: value for column, value in row.items()}
            for number, row in enumerate(rows, start=first)
        }
        return filled(self.book, self.sheet, placed, like=self.heading + 1)


def template(path: "str | os.PathLike[str]") -> Template:
    """Read the template; UnreadableError where it is another file, or not a whole one."""
    source = os.fspath(path)
    table, book = _opened(source)
    found = columns(table.heading, column_of)
    if missing := [column for column in COLUMNS if column not in found.places]:
        says = f"It is not the bulk-update template: it has no column {', '.join(missing)}"
        raise UnreadableError(says, _FRESH, source=source)
    letters = {column: get_column_letter(place + 1) for column, place in found.places.items()}
    offered = choices(book, table.sheet)
    lists = {column: offered.get(letters[column], ()) for column in (ROLE, TITLE, BODY)}
    if empty := [column for column, choice in lists.items() if not choice]:
        says = f"It is not the template as GIAS gives it: the drop-down of {', '.join(empty)} is lost"
        raise UnreadableError(says, _FRESH, source=source)
    rows = {row.number: found.of(row) for row in table.rows}
    return Template(book, table.sheet, table.heading.number, letters, lists, rows)


def column_of(heading: str) -> str | None:
    """Give the column that a heading names."""
    return next((one for one in COLUMNS if fold(one) == fold(heading)), None)


def _opened(source: str) -> tuple[Table, Book]:
    try:
        table = open_table(source, lambda cells: counted(cells, column_of), least=_LEAST)
        table = attrs.evolve(table, rows=tuple(table.rows))
        book = open_book(Path(source).read_bytes()) if table.sheet else None
    except UnreadableError as error:
        if not Path(source).is_file():
            raise
        if error.source:
            raise UnreadableError(error.wrong, _FRESH, source=source) from None
        says = "It is not a whole .xlsx workbook, or not a safe one"
        raise UnreadableError(says, _FRESH, source=source) from None
    if book is None or table.sheet not in book.sheets:
        raise UnreadableError("It is not an .xlsx workbook", _FRESH, source=source)
    return table, book
