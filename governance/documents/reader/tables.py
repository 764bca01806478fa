"""Seats in a table: which column gives the number, and of which board; or one row for each governor."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry, entries
from governance.documents.reader.heads import head_apart
from governance.documents.reader.labels import Label, labels
from governance.documents.reader.numbers import value_of
from governance.documents.reader.passages import Passage, Role, role_of
from governance.documents.reader.words import plain, tidy

NOT_THE_NUMBER: Final = (
    "vacan",
    "in post",
    "filled",
    "actual",
    "serving",
    "term",
    "change",
    "difference",
    "minimum",
    "maximum",
    "name",
    "appointed",
    "start",
    "end",
    "years",
    "reg",
    "ref",
    "kept",
    "retain",
    "surplus",
    "continu",
    "to stay",
    "displaced",
    "holder",
)
"""Words in the heading of a column that gives something else than the number of seats."""

_OTHER: Final = re.compile("|".join(NOT_THE_NUMBER), re.IGNORECASE)
_COLUMN: Final = re.compile(
    r"\s*(?:number )?(?:(?P<now>now|was|today|as is|actual now|last year)|(?P<wanted>will be|to be|agreed|requested|wanted|next year|on reconstitution))(?![a-z])",
    re.IGNORECASE,
)
_WAS: Final = re.compile(
    r"\W*(?:number )?(?:was|were|old|before|previous(?:ly)?|former(?:ly)?|until now|from)(?![a-z])",
    re.IGNORECASE,
)
_IS_NOW: Final = re.compile(r"\W*(?:number )?(?:now|is|today|to)(?![a-z])", re.IGNORECASE)
_FEWEST: Final = 2
_FEWEST_HEADS: Final = 3
_NOTED: Final = re.compile(
    r"(?P<n>\w+)(?:\s*\(\s*[^()]*[a-z][^()]*\)|,? of (?:whom|which) .*|\s?[*†#]+)", re.IGNORECASE
)
_LETTER: Final = re.compile("[a-z]", re.IGNORECASE)
_BAR: Final = re.compile(r"\s*\|\s*")

Rows = list[tuple[Role, list[Entry]]]


@attrs.frozen
class Row:
    """A row: its passage and its cells, tidy."""

    passage: Passage
    cells: tuple[str, ...]


def cells_of(passage: Passage) -> tuple[str, ...]:
    """Give the cells of a row, of a table or of a line whose columns are parted by bars."""
    if passage.line.cells:
        return tuple(plain(tidy(cell)) for cell in passage.line.cells)
    if "|" in passage.text:
        return tuple(_BAR.split(passage.text.strip().removeprefix("|").removesuffix("|").strip(" ")))
    return ()


def table_rows(read: Sequence[Passage]) -> Iterator[list[Row]]:
    """Give the rows of each table: rows of two cells or more that follow each other."""
    rows: list[Row] = []
    for passage in read:
        cells = cells_of(passage)
        if rows and (
            len(cells) < _FEWEST
            or passage.line.where.table != rows[-1].passage.line.where.table
            or passage.number != rows[-1].passage.number + 1
        ):
            yield rows
            rows = []
        if len(cells) >= _FEWEST:
            rows.append(Row(passage, cells))
    if rows:
        yield rows


def number_in(cell: str) -> int | None:
    """Give the number of a cell, which a note may follow.

    >>> number_in("3 (two by the Diocese)"), number_in("2 parents")
    (3, None)
    """
    match = _NOTED.fullmatch(cell)
    return value_of(match["n"]) if match else value_of(cell)


def columns(rows: Sequence[Row]) -> "dict[int, Role] | None":
    """Tell which columns give the number of seats, and of which board; None where several might and none says so.

    The columns of numbers are those that hold a number in two rows or more, or in the one row there is.
    """
    counts: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row.cells):
            if number_in(cell) is not None and labels(" ".join(row.cells)):
                counts[place] = counts.get(place, 0) + 1
    found = {place for place, count in counts.items() if 2 * count >= max(counts.values())}
    heads = _headings(rows)
    found -= {place for place in found if _OTHER.search(heads.get(place, ""))}
    now_is_new = any(_WAS.match(head) for head in heads.values())
    roles: dict[int, Role] = {}
    for place in sorted(found):
        head = heads.get(place, "")
        roles[place] = "proposed" if now_is_new and _IS_NOW.match(head) else _role_of_column(head)
    if len(found) <= 1 or len(set(roles.values())) == len(found):
        return roles
    return None


def _role_of_column(heading: str) -> Role:
    own = role_of(heading)
    if own or not (match := _COLUMN.match(heading)):
        return own
    return "current" if match["now"] else "proposed"


def table_seats(read: Sequence[Passage]) -> Iterator[tuple[int, Rows]]:
    """Give the number of each passage that is a row of seats, and the seats of each board it tells of."""
    for rows in table_rows(read):
        places = columns(rows)
        lying = dict(sideways(rows))
        for row in rows:
            found = lying[row.passage.number] if row.passage.number in lying else list(_seats(row, places))
            if found:
                yield row.passage.number, found


def sideways(rows: Sequence[Row]) -> Iterator[tuple[int, Rows]]:
    """Give the seats of rows whose categories stand in the row above them, each over its number."""
    heads: dict[int, Label] = {}
    width = 0
    for row in rows:
        named = {
            n: own_labels[0]
            for n, cell in enumerate(row.cells)
            if (own_labels := labels(cell)) and own_labels[0].start == 0
        }
        counted = {n: value for n, cell in enumerate(row.cells) if (value := value_of(cell)) is not None}
        if len(named) >= _FEWEST_HEADS and not counted:
            heads, width = named, len(row.cells)
            continue
        shift = len(row.cells) - width
        own = {n - shift: value for n, value in counted.items() if n - shift in heads}
        if shift not in (0, 1) or len(own) < _FEWEST_HEADS or named:
            continue
        role = "" if counted.get(0) is not None else _role_of_column(row.cells[0])
        found = [Entry(heads[n].category, value, "label first", 0, 0, leads=True) for n, value in own.items()]
        yield row.passage.number, [(role or row.passage.role, found)]


def _headings(rows: Sequence[Row]) -> dict[int, str]:
    first = rows[0]
    if any(value_of(cell) is not None for cell in first.cells):
        return {}
    shift = int(len(rows) > 1 and all(len(row.cells) == len(first.cells) + 1 for row in rows[1:]))
    return dict(enumerate(first.cells, start=shift))


def _seats(row: Row, places: "dict[int, Role] | None") -> Iterator[tuple[Role, list[Entry]]]:
    label_place = next((n for n, cell in enumerate(row.cells) if labels(cell)), None)
    if label_place is None:
        return
    if pairs := _pairs(row.cells):
        yield row.passage.role, pairs
        return
    words = row.cells[label_place]
    if not _count_cells(row, places) and (own := _in_cells(row.cells)):
        yield "" if labels(row.cells[0]) else role_of(row.cells[0]), own
        return
    if places is None:
        return
    for place, role in places.items():
        count = number_in(row.cells[place]) if place < len(row.cells) else None
        if count is None:
            continue
        label = labels(words)[0]
        notes = " ".join((words[label.end :], *row.cells[label_place + 1 :]))
        seat = Entry(label.category, count, "label first", 0, len(row.passage.text), leads=True)
        yield (
            role,
            head_apart([attrs.evolve(seat, end=0)], notes) if label.category == "staff" else [seat],
        )


def _in_cells(cells: Sequence[str]) -> list[Entry]:
    """Read cells that hold a number and a category each."""
    found: list[Entry] = []
    for cell in cells:
        own = head_apart(entries(cell), cell)
        if own and own[0].leads and (found or own[0].form != "named"):
            found += own
    return found


def _pairs(cells: Sequence[str]) -> list[Entry]:
    """Read cells where a category and its number take turns; none where only one category stands so."""
    found: list[Entry] = []
    paired = 0
    for cell, after in zip(cells, (*cells[1:], ""), strict=True):
        number = value_of(after)
        named = labels(cell)
        if number is None or not _LETTER.search(cell) or value_of(cell) is not None:
            continue
        paired += 1
        if named and named[0].start == 0:
            entry = Entry(named[0].category, number, "label first", 0, len(cell), leads=True)
            found += head_apart([attrs.evolve(entry, end=named[0].end)], cell)
    return found if paired > 1 else []


def _count_cells(row: Row, places: "dict[int, Role] | None") -> bool:
    return any(place < len(row.cells) and number_in(row.cells[place]) is not None for place in places or {})
