"""The audit of an authority: bodies by findings, each cell a word and a grade, what needs attention first."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from typing import Final
from weakref import WeakKeyDictionary

import attrs

from governance.desk.in_post import TO_NOTE, UNSURE, WRONG, Found, Staffed, weight

GOOD: Final = "good"
NOTHING: Final = "nothing"
GRADES: Final = (WRONG, UNSURE, TO_NOTE, NOTHING, GOOD)
"""What a cell may weigh, what needs attention first."""
_HEAVY: Final = 3
"""So many of them need attention."""
_WIDE: Final = 44
_NARROW: Final = 18
"""The widths of the workbook, in characters."""
ASPECTS: Final = {
    "then": "Law at the time",
    "now": "Law today",
    "seats": "Seats",
    "terms": "Terms",
    "people": "Who may serve",
    "offices": "Chair",
    "register": "Register",
    "proposals": "Proposals",
}
"""What is looked at, in the order of the columns."""
_PARTS: Final = {
    "terms": ("terms",),
    "people": ("eligibility", "staff"),
    "offices": ("offices",),
    "register": ("record",),
}
"""The parts of the findings on people that stand in a column."""
OF_PEOPLE: Final = ("seats", *_PARTS)
"""The columns whose next step is among the people of the body."""
_OF_A_VERDICT: Final = {
    "lawful": GOOD,
    "lawful on condition": GOOD,
    "unlawful": WRONG,
    "cannot tell": UNSURE,
}
_SAID: Final = {WRONG: "Wrong", UNSURE: "Cannot tell", TO_NOTE: "To note"}


@attrs.frozen
class Cell:
    """One finding on one body: a word, its grade, and what it stands for."""

    word: str
    grade: str
    says: tuple[str, ...] = ()


@attrs.frozen
class Row:
    """A body and its cells, by aspect."""

    who: Staffed
    cells: Mapping[str, Cell]

    @property
    def name(self) -> str:
        """Give the name of the body."""
        return str(self.who.row.name)


@attrs.frozen
class Waiting:
    """How many proposals of a body are open, and how many of them are late."""

    open: int = 0
    late: int = 0


def rows(people: Iterable[Staffed], waiting: Mapping[int, Waiting]) -> list[Row]:
    """Give a row for each body, what needs attention first."""
    found = [Row(one, _cells(one, waiting.get(one.row.pk, Waiting()))) for one in people]
    return sorted(found, key=_attention)


def by_aspect(found: Iterable[Row], aspect: str) -> list[Row]:
    """Sort by one column, and within it by what needs attention."""
    return sorted(found, key=lambda row: (GRADES.index(row.cells[aspect].grade), _attention(row)))


def sheet(found: Sequence[Row], *, today: datetime.date) -> bytes:
    """Make the workbook: the same table, and beside it what each cell stands for."""
    from governance.files.spreadsheet import Column, workbook  # noqa: PLC0415 - Excel is slow to load

    columns = [
        Column("Body", _WIDE),
        Column("Kind"),
        *(Column(words, _NARROW) for words in ASPECTS.values()),
        Column("What was found", 2 * _WIDE),
    ]
    return workbook(
        "Audit",
        columns,
        (
            (
                row.name,
                row.who.row.category,
                *(row.cells[aspect].word for aspect in ASPECTS),
                "\n".join(says for aspect in ASPECTS for says in row.cells[aspect].says),
            )
            for row in found
        ),
        on=today,
    )


def _attention(row: Row) -> tuple[object, ...]:
    many = Counter(cell.grade for cell in row.cells.values())
    return (*(-many[grade] for grade in GRADES[:_HEAVY]), row.name)


def _cells(one: Staffed, waiting: Waiting) -> dict[str, Cell]:
    if one.found not in _known:
        _known[one.found] = _of_body(one.found)
    return {**_known[one.found], "proposals": _proposals(waiting)}


_known: Final[MutableMapping[Found, dict[str, Cell]]] = WeakKeyDictionary()


def _of_body(one: Found) -> dict[str, Cell]:
    instrument = one.instrument
    return {
        "then": _verdict(
            instrument and instrument.verdict_then, instrument.broken_then if instrument else ()
        ),
        "now": _verdict(
            instrument and instrument.verdict_today, instrument.broken_today if instrument else ()
        ),
        "seats": _seats(one),
        **_of_people(one),
    }


def _of_people(one: Found) -> dict[str, Cell]:
    found = {aspect: _notes(one, parts) for aspect, parts in _PARTS.items()}
    if one.people.lines and not any(line.person.office for line in one.people.lines):
        found["offices"] = attrs.evolve(found["offices"], word="None recorded", grade=TO_NOTE)
    return found


def _verdict(verdict: str | None, broken: Iterable[str]) -> Cell:
    if verdict is None:
        return Cell("No instrument", UNSURE, ("No instrument is on file.",))
    word = verdict or "cannot tell"
    return Cell(word.capitalize(), _OF_A_VERDICT[word], tuple(broken))


def _seats(one: Found) -> Cell:
    says = tuple(note.says for note in one.notes if note.part == "seats")
    if one.surplus:
        return Cell(f"{one.surplus} too many", WRONG, says)
    if one.seats is None:
        return Cell("Not known", UNSURE, says)
    if one.vacancies:
        return Cell(f"{one.vacancies} vacant", TO_NOTE, says)
    return Cell("Full", GOOD, says)


def _notes(one: Found, parts: Sequence[str]) -> Cell:
    mine = [note for note in one.notes if note.part in parts]
    if not one.people.lines:
        return Cell("No register", NOTHING)
    for grade, said in _SAID.items():
        those = [note for note in mine if weight(note) == grade]
        if those:
            many = f" ({len(those)})" if those[1:] else ""
            return Cell(f"{said}{many}", grade, tuple(note.says for note in mine))
    return Cell("Clear", GOOD)


def _proposals(waiting: Waiting) -> Cell:
    if waiting.late:
        return Cell(f"{waiting.late} late", WRONG)
    return Cell(f"{waiting.open} open", TO_NOTE) if waiting.open else Cell("None", NOTHING)
