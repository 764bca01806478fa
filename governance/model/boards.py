"""A table of boards, one row a school: which column is which key of a proposal, and each row as the tables of a proposal.

Columns are told by their headings, of which people have several for each key. A heading may also be the key itself, with its
table before it: `seats.parent`, `ethos.description`, `foundation.appointers.0.by`.

>>> path_of("Co-opted governors"), path_of("Parents now"), path_of("Date made"), path_of("Pupils")
('seats.co_opted', 'current.seats.parent', 'instrument.made_on', None)
"""

import functools
import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.errors import Problem, ProposalError
from governance.files.columns import Columns, columns, counted, fold
from governance.files.table import Cell, Fault, Row, open_table
from governance.model import meaning
from governance.model.names import FOUNDATION, PARTS_OF, SEATS
from governance.model.proposal import Proposal
from governance.model.reading import parse
from governance.model.recognise import TABLES
from governance.model.table import show

_LONGEST_HEADING: Final = 120
LEAST_HEADINGS: Final = 2
"""A row with fewer headings that are known is none: a title may hold one of the words."""

_NUMBERS: Final = (*SEATS, *PARTS_OF, "total")
_TIMES: Final[Mapping[str, re.Pattern[str]]] = {
    "current.seats": re.compile(
        r"^(?:current|present|existing|old|previous)\b(?: number of)?|\b(?:now|at present|currently)$"
    ),
    "filled": re.compile(r"\b(?:in post|filled)$"),
    "seats": re.compile(r"^(?:proposed|new|future|recommended|revised)\b(?: number of)?|\bproposed$"),
}
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_NO_MATTER: Final = (
    "number",
    "no",
    "no.",
    "seats",
    "elected",
    "appointed",
    "nominated",
    "ex officio",
    "ex-officio",
)
"""Words in brackets that leave a heading what it is."""
_PATH: Final = re.compile(rf"(?:{'|'.join(TABLES)})(?:\.[a-z_]+|\.\d{{1,3}})+")
_ALONE: Final = ("local_authority", "foundation")
"""Seats whose name, alone at the head of a column, may be a fact of the school."""

_HEADINGS: Final[Mapping[str, str]] = {
    "seats.total": "total governors, total seats, total members, size, size of board, size of governing body, board size, "
    "size of gb, number of governors, number of seats, number of members, membership, total membership, no of governors",
    "seats.parent": "elected parents, elected parent governors, parents elected",
    "seats.local_authority": "authority governors, authority members, la nominated, la nominees, authority governor, "
    "local authority nominated, nominated by the local authority, la appointed, la rep",
    "seats.staff": "elected staff, staff elected, elected staff governors",
    "seats.head_teacher": "head teacher ex officio, headteacher ex officio, teacher in charge, teachers in charge",
    "seats.co_opted_staff": "of whom staff, co-opted of whom staff, co-opted who are staff, staff among the co-opted, "
    "co-opted employed at the school, of the co-opted employed at the school, co-opted employed at school",
    "school.name": "school, school name, name, name of school, name of the school, establishment, establishment name, "
    "school or federation, unit, board, school or setting, school setting, school academy, name of school academy",
    "school.category": "category, category of school, school category, type, type of school, school type, kind, "
    "type of establishment, type of establishment name, kind of school",
    "school.foundation": "foundation status, has a foundation, kind of foundation, foundation of the school",
    "school.religious_character": "religious character, religion, denomination, faith, religious character name, "
    "religious designation, religious denomination",
    "school.local_authority": "la name, maintained by, maintaining authority, council, authority, name of local authority, "
    "local authority name",
    "school.phase": "phase, phase of education",
    "school.head_resigned": "head has resigned, head resigned, head teacher has resigned",
    "instrument.governing_body": "governing body, name of governing body, governing body name, management committee, "
    "name of the governing body, governing board",
    "instrument.made_by": "made by, order of, by order of, instrument made by",
    "instrument.made_on": "made on, date made, made, date of order, date of instrument, date instrument made, day made, "
    "instrument made on, order date, instrument date, sealed on, date sealed",
    "instrument.effective_on": "effective on, effective from, effective date, takes effect on, takes effect, "
    "date of effect, day of effect, in effect from, in force from, with effect from, wef, effective, date effective, "
    "start date, commencement, commencement date, comes into effect on, takes effect from",
    "instrument.replaces": "replaces, replaces instrument of, date of previous instrument, previous instrument",
    "terms.all": "term, term of office, terms of office, length of term",
    "ethos.description": "ethos, ethos statement, religious ethos",
    "foundation.name": "name of foundation, name of trust, trust name, foundation name",
    "foundation.trust_deed": "trust deed",
    "foundation.appointers.0.by": "foundation governors appointed by, foundation appointed by",
    "foundation.appointers.0.number": "number appointed",
    "foundation.ex_officio.0.office": "ex officio, ex officio office, ex officio governor, ex officio foundation governor",
}
_ONE: Final = "Keep one of them, or give one another heading"
_UNKNOWN: Final = "Give it one of the headings of `governance new --spreadsheet blank.xlsx`, or take it out where it is of no seats"
_KEYS: Final = {fold(word): path for path, words in _HEADINGS.items() for word in words.split(", ")}

_SUMS: Final = ("total", "totals", "grandtotal", "sum", "sums")

_SAYS_OF_A_BOARD: Final = re.compile(
    r"governor|member|seat|parent|staff|teacher|head|co.?opt|foundation|partner|authority|sponsor|community|trust|total"
)
_SAYS_NOTHING: Final = re.compile(r"vacan|urn|number on roll|code|pupil|e-?mail|phone|associate|quorum")


@functools.lru_cache(maxsize=4096)
def path_of(heading: str) -> str | None:
    """Give the key that a heading is of, with its tables before it; None where it is of none."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if _PATH.fullmatch(heading.strip()):
        return heading.strip()
    said = " ".join(heading.casefold().replace("_", " ").split()).strip(" :*?#")
    said = re.sub(r"\bgovs?\b\.?", "governors", said)
    if path := _KEYS.get(fold(said)):
        return path
    said = re.sub(r"(?: (?:governor|member)s?)? (?:places|positions|posts|seats)$", " governors", said)
    if within := _IN_BRACKETS.search(said):
        path = path_of(said[: within.start()] + said[within.end() :])
        same = within[1].strip() in _NO_MATTER or (path and path in (path_of(within[1]) or "").split())
        return path if same else None
    table = next((table for table, pattern in _TIMES.items() if pattern.search(said)), None)
    number = meaning.key(_TIMES[table].sub("", said).strip() if table else said, _NUMBERS)
    if number is None:
        return None
    if number in _ALONE and table is None and _bare(said):
        return f"seats.{number} school.{number}"
    return f"{table or 'seats'}.{number}"


def _bare(said: str) -> bool:
    return not re.search(r"\b(?:governor|member|seat|place|number|no)", said)


@attrs.frozen
class Entry:
    """One row: where it stands, the tables of a proposal that it gives, and what in it cannot be read."""

    source: str
    data: Mapping[str, Any]
    headings: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    hidden: bool = False

    @property
    def name(self) -> str:
        """The name of the school, where it gives one."""
        return str(self.data["school"].get("name", ""))

    def parse(self, data: Mapping[str, Any]) -> Proposal:
        """Give the proposal of tables that are these, filled in; ProposalError names each column that is wrong."""
        problems = self.problems
        try:
            proposal = parse(data, source=self.source)
        except ProposalError as error:
            problems += tuple(map(self._in_column, error.problems))
        if problems:
            raise ProposalError(problems)
        return proposal

    def _in_column(self, problem: Problem) -> Problem:
        heading = self.headings.get(problem.path)
        return attrs.evolve(problem, path=f'column "{heading}"') if heading else problem


@attrs.frozen
class Boards:
    """The rows of a table, read as they are asked for, and what to know of the table: what of it was not read."""

    entries: Iterator[Entry]
    notes: tuple[str, ...]


def open_boards(path: "str | os.PathLike[str]") -> Boards:
    """Open a table of boards; UnreadableError where it cannot be read, ProposalError where its columns are no boards."""
    source = os.fspath(path)
    table = open_table(source, lambda cells: counted(cells, path_of), least=LEAST_HEADINGS)
    found = columns(table.heading, path_of)
    heading = f"{source}:{table.heading.number}"
    wrong = [
        Problem(heading, "", f'the columns "{first}" and "{second}" are the same', _ONE)
        for _, first, second in found.twice
    ]
    if not any(field.startswith("seats.") for field in found.places):
        found = _of_the_present(found)
    if not any(field.startswith("seats.") for field in found.places):
        wrong.append(Problem(heading, "", "no column is of seats", _UNKNOWN))
    if wrong:
        raise ProposalError(tuple(wrong))
    notes = [*table.notes]
    if found.unknown:
        notes.append(
            f"Columns that were not read: {', '.join(show(text) for text in found.unknown.values())}."
        )
    return Boards((_entry(source, found, row) for row in table.rows), tuple(notes))


def _of_the_present(found: Columns) -> Columns:
    """Take the columns of the board as it is now for those of the board that is asked about, where there are no others."""

    def moved(by_field: Mapping[str, Any]) -> dict[str, Any]:
        return {field.removeprefix("current."): value for field, value in by_field.items()}

    return attrs.evolve(found, places=moved(found.places), headings=moved(found.headings))


def _entry(source: str, found: Columns, row: Row) -> Entry:
    place = f"{source}:{row.number}"
    data: dict[str, Any] = {"school": {}, "seats": {}}
    headings: dict[str, str] = {}
    wrong: list[Problem] = []
    for field, cell in found.of(row).items():
        heading = found.headings[field]
        if isinstance(cell, Fault):
            wrong.append(Problem(place, f'column "{heading}"', f"holds {cell}", "Type what it should be"))
            continue
        path = _one_path(field, cell, found)
        headings[path] = heading
        if not _put(data, path.split("."), _value(path, cell)):
            wrong.append(
                Problem(place, f'column "{heading}"', "is no key beside those of the other columns", _ONE)
            )
    for column, heading in found.unknown.items():
        cell = row.cells[column] if column < len(row.cells) else None
        if _says_of_a_board(heading, cell):
            wrong.append(
                Problem(
                    place,
                    f'column "{heading}"',
                    f"holds {show(cell)}, and is no column that is known",
                    _UNKNOWN,
                )
            )
    if not wrong and not data["seats"].keys() - {"total"}:
        wrong.append(Problem(place, "", "no seats are given", "Write how many there are of each category"))
    if fold(data["school"].get("name", "")) in _SUMS and "category" not in data["school"]:
        wrong.append(Problem(place, "", "is a row of sums, and no board", "Take it out"))
    return Entry(place, data, headings, tuple(wrong), hidden=row.hidden)


def _says_of_a_board(heading: str, cell: Cell) -> bool:
    """Tell whether a column that is not known may be of seats: they must not be lost in silence."""
    said = heading.casefold()
    if not _SAYS_OF_A_BOARD.search(said) or _SAYS_NOTHING.search(said):
        return False
    return isinstance(cell, Fault) or bool(meaning.count(cell))


def _one_path(field: str, cell: Cell, found: Columns) -> str:
    """Give the one key of a heading that may be of seats or of the school: a number is of seats, and a word of the school."""
    number, _, fact = field.partition(" ")
    if not fact:
        return number
    word = isinstance(cell, str) and (meaning.count(cell) is None or meaning.foundation(cell))
    return fact if word or number in found.places else number


def _value(path: str, cell: Cell) -> Any:
    """Give a cell as a proposal has it, where it has one meaning; else as it stands, for the proposal to say what is wrong."""
    reader = _reader(path)
    if reader is None:
        return str(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else cell
    found = _read(reader, cell)
    return cell if found is None else found


@functools.lru_cache(maxsize=256)
def _reader(path: str) -> Callable[[Any], Any] | None:
    """Give what reads the cells of a key; None where they are text."""
    table, _, rest = path.partition(".")
    if table in ("seats", "current", "filled") or rest.rpartition(".")[2] == "number":
        return meaning.count
    if rest.rpartition(".")[2] in ("by", "office"):
        return _no_number
    return _READ.get(path) or _READ.get(f"{table}.")


@functools.lru_cache(maxsize=4096, typed=True)
def _read(reader: Callable[[Any], Any], cell: Cell) -> Any:
    """Read a cell; many have the same in them."""
    return reader(cell)


def _no_number(cell: Any) -> Any:
    """Give who appoints, or an office; how many there are is said elsewhere, and is no name."""
    return cell if (number := meaning.whole(cell)) is None else number


_NO_CHARACTER: Final[Mapping[str, str]] = dict.fromkeys(
    ("none", "doesnotapply", "notapplicable", "na", "no"), "none"
)


def _day(cell: Any) -> Any:
    """Give a day that the sheet has as one; the proposal reads what is typed as text, and notes how."""
    return cell if isinstance(cell, str) else meaning.day(cell)


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    "school.category": meaning.category,
    "school.foundation": lambda cell: meaning.choice(cell, FOUNDATION),
    "school.religious_character": lambda cell: _NO_CHARACTER.get(fold(cell), cell),
    "school.phase": lambda cell: str(cell).casefold(),
    "school.head_resigned": meaning.flag,
    "instrument.made_on": _day,
    "instrument.effective_on": _day,
    "instrument.replaces": _day,
    "instrument.decided_to_vary_on": _day,
    "approvals.": _day,
    "terms.": lambda cell: str(found) if (found := meaning.term(cell)) else None,
}
"""How a cell is read, by its key or its table."""


def _put(data: dict[str, Any], path: list[str], value: Any) -> bool:
    """Put a value where its key says, and tell whether there is such a place.

    A number in the path is the place in a list, which is filled up to there.
    """
    here: Any = data
    for key, following in zip(path, [*path[1:], None], strict=True):
        deeper: Any = value if following is None else [] if following.isdecimal() else {}
        if isinstance(here, list) and key.isdecimal():
            here += [{} for _ in range(int(key) + 1 - len(here))]
            if following is None:
                here[int(key)] = deeper
            here = here[int(key)]
        elif isinstance(here, dict):
            here = here.setdefault(key, deeper)
        else:
            return False
    return True
