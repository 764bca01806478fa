"""A register of governors: a workbook, a .csv or a .tsv file with a row for each, or the people of a proposal.

The heading may stand below title rows, and which column is which is told by its words (`headings`). What cannot be
read is named with its line, and the rest of the row is kept. Names are not kept unless that is asked for.
"""

import os
import re
import secrets
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from governance.errors import Problem, ProposalError, UnreadableError
from governance.files import budget
from governance.files.columns import fold
from governance.files.table import Row, open_table
from governance.law.checks.calendar import days_after
from governance.model.names import ASSOCIATE, IN_POST
from governance.model.person import Person
from governance.model.recognise import is_proposal_file, is_table
from governance.people.headings import Columns, columns, field_of, known
from governance.people.rows import Wrong, person_of, section_of

Given = Mapping[str, str | Sequence[str]]
"""The heading of each field that somebody has told; of a field with several columns, each of them."""

_LEAST: Final = 2
"""A row with fewer headings that are known is none."""
_MOST_ROWS: Final = 200_000
_PAST: Final = re.compile(
    r"\A\s*(?:(?:past|former|previous|ex|resigned)\b|leavers|(?:governors|members) who (?:have |had )?(?:left|stepped|resigned|served|ceased))",
    re.IGNORECASE,
)
"""A title between the rows, below which stand those who were governors."""
_BELOW_PAST: Final = "The row stands below a title of past governors, and is taken as one who has left."
_MERGED: Final = "The cell is merged over the rows to {}, and each of them was read as holding the same."


@attrs.frozen
class Register:
    """The people of a register in its order, what could not be read, and the heading of each field."""

    source: str
    people: tuple[Person, ...]
    problems: tuple[Wrong, ...] = ()
    headings: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

    @property
    def columns(self) -> dict[str, str]:
        """Give the heading of each field; of a field with several columns, one after the other."""
        return {field: ", ".join(found) for field, found in self.headings.items()}


def read_register(
    source: "str | os.PathLike[str] | bytes", columns: Given | None = None, *, names: bool = False
) -> Register:
    """Read a register from a file, or from the bytes of one; UnreadableError or ProposalError where it is none.

    `columns` names the heading of fields that cannot be told by their words. Names are kept only with `names`.
    """
    if isinstance(source, bytes):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "register"
            path.write_bytes(source)
            try:
                return attrs.evolve(_table("register", str(path), columns, names=names), source="register")
            except UnreadableError as error:
                raise UnreadableError(error.wrong, error.remedy, source="register") from None
    path_name = os.fspath(source)
    if not is_table(path_name) and is_proposal_file(path_name):
        return _proposal(path_name)
    return _table(path_name, path_name, columns, names=names)


def load_columns(path: "str | os.PathLike[str]") -> dict[str, str | list[str]]:
    """Read which heading is which field from a TOML file: `category = "Type of Gov"`; ProposalError where it is wrong."""
    source = os.fspath(path)
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProposalError(
            (Problem(source, "", f"cannot be read: {error.strerror}", "Check the name"),)
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProposalError(
            (Problem(source, "", f"is not TOML: {error}", 'Write: category = "Type"'),)
        ) from None
    wrong = tuple(
        Problem(source, key, "is not a heading", f'Write the heading of the column: {key} = "..."')
        for key, value in found.items()
        if not (
            isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        )
    )
    if wrong:
        raise ProposalError(wrong)
    return found


def _proposal(source: str) -> Register:
    from governance.model.reading import load  # noqa: PLC0415 - most registers are tables

    people = load(source).people
    if not people:
        says = Problem(
            source, "people", "names nobody", "Add [[people]], one for each person, with key and category"
        )
        raise ProposalError((says,))
    numbered = tuple(attrs.evolve(one, line=number) for number, one in enumerate(people, start=1))
    return Register(source, numbered)


def _table(source: str, path: str, given: Given | None, *, names: bool) -> Register:
    told = {
        fold(one)
        for value in (given or {}).values()
        for one in ([value] if isinstance(value, str) else value)
    }

    def headings(cells: Sequence[Any]) -> int:
        return known(cells) + sum(isinstance(cell, str) and fold(cell) in told for cell in cells)

    with budget.of(path, anew=True):
        table = open_table(path, headings, least=_LEAST)
        rows: list[Row] = []
        for row in table.rows:
            if len(rows) == _MOST_ROWS:
                raise UnreadableError(
                    f"It has more than {_MOST_ROWS:,} rows", "Give a part of it.", source=source
                )
            rows.append(row)
    heading, rows = _two_rows(table.heading, rows)
    rows, filled = _filled(rows, table.merged)
    found = columns(source, heading, rows, given)
    problems = [Wrong(None, None, None, note) for note in table.notes]
    problems += [
        Wrong(top, found.texts[place], None, _MERGED.format(bottom))
        for place, top, bottom in filled
        if place in found.texts
    ]
    problems += _not_read(found, heading)
    shared = _shared_names(rows, found)
    salt = secrets.token_bytes(16)
    people = []
    past, section = False, ""
    for row in rows:
        if row.hidden:
            problems.append(Wrong(row.number, None, None, "The row is hidden in the workbook, and was read."))
        if [_text(cell) for cell in row.cells] == [_text(cell) for cell in heading.cells]:
            problems.append(Wrong(row.number, None, None, "The row repeats the heading, and was left out."))
            continue
        person, wrong = person_of(row, found, salt=salt, names=names, section=section)
        if person.body.casefold() in shared:
            person = attrs.evolve(person, body=f"{person.body} ({_number(row, found)})")
        if person.standing == "note":
            past = any(isinstance(cell, str) and _PAST.match(cell) for cell in row.cells)
            section = section_of(row)
        elif past and person.standing in (IN_POST, "associate"):
            person = attrs.evolve(person, standing="ended")
            wrong.append(Wrong(row.number, None, None, _BELOW_PAST))
        if person.standing != "note" and found.of(row, "category"):
            section = ""
        people.append(person)
        problems += wrong
    if not people:
        raise ProposalError(
            (Problem(source, "", "has no rows below its heading", "Give a row for each governor"),)
        )
    settled = _keyed(_repeats(people))
    return Register(source, settled, tuple(problems), found.headings)


def _shared_names(rows: Sequence[Row], found: Columns) -> set[str]:
    """Give the names that several bodies have, as their numbers tell."""
    numbers: dict[str, set[str]] = {}
    for row in rows:
        for _, name in found.of(row, "school"):
            numbers.setdefault(_text(name), set()).add(_number(row, found))
    return {name for name, those in numbers.items() if len(those - {""}) > 1}


def _number(row: Row, found: Columns) -> str:
    """Give the number of the body of a row, however it is written."""
    cells = (cell for field in ("urn", "laestab") for _, cell in found.of(row, field))
    return next((re.sub(r"[\s/.-]", "", str(cell)) for cell in cells), "")


def _text(cell: object) -> str:
    return " ".join(str(cell).split()).casefold() if cell is not None else ""


def _filled(
    rows: Sequence[Row], merged: Sequence[tuple[int, int, int]]
) -> tuple[list[Row], list[tuple[int, int, int]]]:
    """Give each row what stands in a cell that is merged over it, and the merged cells that gave something."""
    by_line = {row.number: row for row in rows}
    filled = []
    for place, top, bottom in merged:
        first = by_line.get(top)
        if first is None or place >= len(first.cells) or first.cells[place] is None:
            continue
        below = [by_line[line] for line in range(top + 1, bottom + 1) if line in by_line]
        empty = [row for row in below if place < len(row.cells) and row.cells[place] is None]
        for row in empty:
            cells = (*row.cells[:place], first.cells[place], *row.cells[place + 1 :])
            by_line[row.number] = attrs.evolve(row, cells=cells)
        if empty:
            filled.append((place, top, bottom))
    return list(by_line.values()), filled


def _two_rows(heading: Row, rows: list[Row]) -> tuple[Row, list[Row]]:
    """Join a heading with a second row of headings below it, such as From and To below Term of office."""
    if not rows or rows[0].number != heading.number + 1:
        return heading, rows
    first, second = heading.cells, rows[0].cells
    joined: list[Any] = []
    above = None
    for place in range(max(len(first), len(second))):
        high = first[place] if place < len(first) else None
        low = second[place] if place < len(second) else None
        above = high if high is not None else above
        joined.append(high if low is None else _below(above, low))
    inked = [place for place, cell in enumerate(second) if cell is not None]
    if len(inked) < 2 or not all(field_of(str(joined[place])) for place in inked):  # noqa: PLR2004
        return heading, rows
    if len({field_of(str(cell)) for cell in joined if cell}) <= known(first):
        return heading, rows
    return attrs.evolve(heading, cells=tuple(joined)), rows[1:]


def _below(above: Any, low: Any) -> Any:
    """Give a heading of the second row, with the one above it where only both say what it is: Resigned, and Date."""
    both = f"{above} {low}"
    field = field_of(both) if isinstance(above, str) and isinstance(low, str) else None
    return both if field and field != field_of(low) else low


def _not_read(found: Columns, heading: Row) -> list[Wrong]:
    """Name the columns that were not read, and whether it was known what they are."""
    return [
        *(
            Wrong(heading.number, text, None, "The column is not known, and was not read. Say what it is with --columns FILE.")
            for text in found.unread.values()
        ),
        *(Wrong(heading.number, text, None, "The column is not needed, and was not read.") for text in found.ignored.values()),
    ]  # fmt: skip


def _repeats(people: Sequence[Person]) -> list[Person]:
    """Tell the rows that repeat another: a chair that is a governor, and the same appointment written twice.

    The rows of one person have one name or, without names, one key.
    """
    by_person: dict[tuple[str, str], list[Person]] = {}
    shared = Counter((one.body, one.key) for one in people if one.key)
    people = [
        attrs.evolve(one, who=one.key) if not one.who and shared[one.body, one.key] > 1 else one
        for one in people
    ]
    for one in people:
        if one.who:
            by_person.setdefault((one.body, one.who), []).append(one)
    changed: dict[int, Person] = {}
    for rows in by_person.values():
        appointments: set[tuple[object, ...]] = set()
        plain = [one for one in rows if one.standing == IN_POST and one.category and one.office is None]
        for one in rows:
            if one.standing not in (IN_POST, "cannot tell"):
                continue
            if one.office and any(_holds_beside(one, other) for other in plain):
                known_as = "" if one.inferred else one.category
                changed[id(one)] = attrs.evolve(one, standing="office", category=known_as, inferred=False)
                continue
            if one.category and one.appointed_on:
                appointment = (one.category, one.appointed_on, one.ended_on)
                if appointment in appointments:
                    changed[id(one)] = attrs.evolve(one, standing="duplicate")
                appointments.add(appointment)
    return [changed.get(id(one), one) for one in people]


def _holds_beside(chair: Person, governor: Person) -> bool:
    """Tell whether a row with an office is of a governor who has a row, which has not ended when the office begins.

    Where the row states a category of its own it must be the same, for else there are two governorships.
    """
    if chair.category and not chair.inferred and chair.category != governor.category:
        return False
    end = governor.ended_on or governor.stated_end
    return chair.appointed_on is None or end is None or end > days_after(chair.appointed_on, 1)


def _keyed(people: Sequence[Person]) -> tuple[Person, ...]:
    """Give each who has none a key: the category and the ordinal by the start, in each body."""
    taken = {(one.body, one.key) for one in people if one.key}
    numbers: Counter[tuple[str, str]] = Counter()
    keys: dict[int, str] = {}
    for one in sorted(
        (one for one in people if not one.key), key=lambda one: (one.appointed_on is None, one.appointed_on or 0, one.line)
    ):  # fmt: skip
        word = _word(one)
        while True:
            numbers[one.body, word] += 1
            key = f"{word} {numbers[one.body, word]}"
            if (one.body, key) not in taken:
                break
        keys[id(one)] = key
    return tuple(attrs.evolve(one, key=keys[id(one)]) if id(one) in keys else one for one in people)


def _word(one: Person) -> str:
    """Give the word that a key is made of; who is no governor in post is not counted among those who are."""
    if one.standing in ("vacancy", "note", "office", "not a governor"):
        return one.standing if one.standing != "office" else str(one.office)
    return one.category or (ASSOCIATE if one.standing == "associate" else "governor")
