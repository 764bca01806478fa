"""Seats to be counted: a list with one line for each governor, and no numbers."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import NOT_GOVERNORS, Label, labels
from governance.documents.reader.lists import Seat, SeatList
from governance.documents.reader.numbers import numbers, value_of
from governance.documents.reader.passages import Passage
from governance.documents.reader.people import counted_people
from governance.documents.reader.tables import cells_of

FEWEST_ROWS: Final = 5
FEWEST_CATEGORIES: Final = 3
"""Fewer rows, or rows of fewer categories, are no list of a governing body."""

BECAUSE: Final = "the rows are counted: one for each governor"

_FARTHEST: Final = 2
_LONGEST: Final = 120
_CHAIR: Final = re.compile(r"(?:vice|deputy|co)?[ -]*chair", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:$|[(\-,:]|(?:appointed|elected|nominated)(?![a-z]))", re.IGNORECASE)


def counted_rows(read: Sequence[Passage]) -> SeatList | None:
    """Count the rows of the one list that has a line for each governor; None where there is no such list, or several."""
    runs: list[list[tuple[Label, Passage]]] = []
    for passage in read:
        label = _label(passage)
        if label is None or any(value_of(cell) is not None for cell in passage.line.cells):
            continue
        if runs and passage.number - runs[-1][-1][1].number <= _FARTHEST:
            runs[-1].append((label, passage))
        else:
            runs.append([(label, passage)])
    full = [
        run
        for run in runs
        if len(run) >= FEWEST_ROWS and len({label.category for label, _ in run}) >= FEWEST_CATEGORIES
    ]
    people = counted_people(read)
    if len(full) != 1 or (people and _held(people) > len(full[0])):
        return people
    seats = []
    by_category: dict[str, list[Passage]] = {}
    for label, passage in full[0]:
        by_category.setdefault(label.category, []).append(passage)
    for category, rows in by_category.items():
        if category == NOT_GOVERNORS:
            continue
        entry = Entry(category, len(rows), "label first", 0, 0, "inferred", BECAUSE, leads=True)
        seats.append(Seat(entry, rows[0], "; ".join(row.words for row in rows[:_SHOWN])))
    return SeatList(tuple(seats))


_SHOWN: Final = 12


def _held(people: SeatList) -> int:
    return sum(seat.entry.count or 0 for seat in people.seats)


def _label(passage: Passage) -> Label | None:
    """Give the category of the governor that a row is about."""
    cells = cells_of(passage)
    if cells:
        whole = [
            found[0]
            for cell in cells
            if (found := labels(cell)) and found[0].start == 0 and _ENDS.match(cell, found[0].end)
        ]
        return whole[0] if whole else None
    if len(passage.text) > _LONGEST or numbers(passage.text):
        return None
    found = labels(passage.text)
    if len(found) > 1 and _CHAIR.match(found[0].words):
        found = found[1:]
        joined = passage.text[: found[0].start].strip().endswith((",", "-", "(", "and", "/"))
        return found[0] if joined else None
    if not found or (passage.opens and not (found[0].singular and passage.text.endswith("-"))):
        return None
    before, after = passage.text[: found[0].start].strip(), passage.text[found[0].end :].strip(" .;,")
    alone = not before and (not after or after[0] in "-:(")
    behind = before.endswith(("-", ":", "(", ",")) and (not after or after[0] in "),-(")
    return attrs.evolve(found[0]) if alone or behind else None
