"""Which column of a register is which: told by its heading, and where that may be two things by what stands below it.

>>> field_of("Date of appointment"), field_of("Type of Governor"), field_of("Term ends"), field_of("E-mail")
('appointed_on', 'category', 'ends_on', 'ignored')
>>> field_of("Term of office: start date"), field_of("Appointing organisation"), field_of("Favourite colour")
('appointed_on', 'appointed_by', None)
"""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from governance.errors import Problem, ProposalError
from governance.files.columns import fold
from governance.files.table import Cell, Row
from governance.model import meaning
from governance.model.governors import by_appointer, chair, said, vacant
from governance.people.heading_words import EXACT, GRAMMAR

FIELDS: Final = (
    *(
        "urn",
        "laestab",
        "school",
        "key",
        "name",
        "category",
        "appointed_by",
        "appointed_on",
        "ends_on",
        "term",
    ),
    *("ended_on", "why", "office", "employed_at_school", "first_appointed", "status"),
)
"""The fields of a register, by which `--columns` names its columns."""
SEVERAL: Final = ("name", "office", "why")
"""Fields that may have several columns."""
IGNORED: Final = "ignored"
_NOT_ONLY: Final = {
    "urn",
    "laestab",
    "school",
    "name",
    "key",
    "key name",
    "key office",
    "status",
    "employed_at_school",
}
"""Fields that lists of other things have, too."""
_LONGEST: Final = 120

_FIELDS: Final = {fold(word): field for field, words in EXACT.items() for word in words.split(", ")}

_SCHOOL: Final = re.compile(r"\b(?:school|aided|controlled|academy)s?\b(?! staff)", re.IGNORECASE)
"""What tells a type of school from a type of governor."""


@functools.lru_cache(maxsize=4096)
def field_of(heading: str) -> str | None:
    """Give the field of a heading, or two where what stands below it decides; None where it is of none."""
    if len(heading) > _LONGEST:
        return None
    text = heading.casefold()
    for trial in (text, re.sub(r"\([^()]*\)", " ", text)):
        if field := _FIELDS.get(fold(trial)) or _FIELDS.get(fold(re.sub(r"\bdates?(?: of)?\b", " ", trial))):
            dated = field == "appointed_on appointed_by" and "date" in text
            return "appointed_on" if dated else field
        words = re.findall(r"[a-z]+", trial.replace("co-chair", "chair"))
        for field, ones, allowed in GRAMMAR:
            if words and not ones.isdisjoint(words) and allowed.issuperset(words):
                return field
    return None


@attrs.frozen
class Columns:
    """Where each field stands in a row, the heading of each, and the headings of the columns that were not read."""

    places: Mapping[str, tuple[int, ...]]
    headings: Mapping[str, tuple[str, ...]]
    unread: Mapping[int, str]
    ignored: Mapping[int, str]
    texts: Mapping[int, str] = attrs.field(factory=dict)

    def of(self, row: Row, field: str) -> tuple[tuple[str, Cell], ...]:
        """Give the heading and the cell of each column of a field that has something in a row."""
        found = ((self.texts[place], _at(row, place)) for place in self.places.get(field, ()))
        return tuple((heading, cell) for heading, cell in found if cell is not None)


def columns(
    source: str, heading: Row, rows: Sequence[Row], given: Mapping[str, str | Sequence[str]] | None = None
) -> Columns:
    """Find the columns of a register; ProposalError where one field has two, or one that is needed has none."""
    texts = {
        place: " ".join(str(cell).split()) for place, cell in enumerate(heading.cells) if cell is not None
    }
    own = _given(texts, given or {})
    below = {place: [cell for row in rows if (cell := _at(row, place)) is not None] for place in texts}
    places: dict[str, list[int]] = {}
    unread, ignored = {}, {}
    taken = set(own.values())
    offered = {place: own.get(place) or field_of(text) for place, text in texts.items()}
    sure = {field for field in offered.values() if field}
    for place, text in texts.items():
        field = offered[place]
        if place not in own and field:
            field = _settled(field, below[place], sure)
        if field == IGNORED:
            ignored[place] = text
        elif field is None or (place not in own and field in taken):
            unread[place] = text
        else:
            places.setdefault(field, []).append(place)
    for field, found in places.items():
        if len(found) > 1 and field not in SEVERAL:
            told = [place for place in found if place in own or _tells(field, below[place])]
            unread.update({place: texts[place] for place in found if place not in told and told})
            places[field] = told or found[:1]
    problems = [*_twice(source, heading, places, texts), *_missing(source, heading, places, texts, below)]
    if problems:
        raise ProposalError(tuple(problems))
    headings: dict[str, tuple[str, ...]] = {
        field: tuple(texts[place] for place in places[field]) for field in FIELDS if field in places
    }
    return Columns({field: tuple(found) for field, found in places.items()}, headings, unread, ignored, texts)


def _given(texts: Mapping[int, str], given: Mapping[str, str | Sequence[str]]) -> dict[int, str]:
    """Give the field of each column that is told; ProposalError for a field or a heading that there is not."""
    own: dict[int, str] = {}
    problems = []
    for field, named in given.items():
        if field not in (*FIELDS, IGNORED):
            problems.append(
                Problem("columns", field, "is no field of a register", f"Fields: {', '.join(FIELDS)}")
            )
            continue
        for name in (named,) if isinstance(named, str) else named:
            found = [place for place, text in texts.items() if fold(text) == fold(name)]
            if not found:
                says = f'the register has no column "{name}"'
                problems.append(Problem("columns", field, says, f"Its columns: {', '.join(texts.values())}"))
            own.update(dict.fromkeys(found[:1], field))
    if problems:
        raise ProposalError(tuple(problems))
    return own


def _settled(field: str, cells: Sequence[Cell], sure: set[str]) -> str | None:
    """Decide by what stands below a heading which of two fields it is of."""
    words = [str(cell) for cell in cells if isinstance(cell, str)]
    match field:
        case "key name":
            return (
                "key" if cells and all(_is_key(str(cell)) or vacant(str(cell)) for cell in cells) else "name"
            )
        case "key office":
            return "office" if any(map(chair, words)) else "key"
        case "category office":
            if "category" in sure or not any(
                said(one).category or said(one).standing == "vacancy" for one in words
            ):
                return "office"
            return "category"
        case "appointed_on appointed_by":
            days = any(not isinstance(cell, str) or re.search(r"\d{2}", cell) for cell in cells)
            if days or not cells:
                return "appointed_on"
            return "appointed_by" if any(by_appointer(one).category for one in words) else None
        case "employed_at_school":
            known = [cell for cell in cells if meaning.flag(cell) is not None or isinstance(cell, bool)]
            return field if known or not cells else None
    return field


def _tells(field: str, cells: Sequence[Cell]) -> bool:
    """Tell whether what stands below a heading says something of the field."""
    if field == "category":
        words = [cell for cell in cells if isinstance(cell, str) and not _SCHOOL.search(cell)]
        return any(said(one).category or said(one).came_by for one in words)
    return bool(cells)


def _is_key(text: str) -> bool:
    """Tell whether a cell holds a code or a label, and so no name.

    >>> _is_key("G012"), _is_key("Parent governor A"), _is_key("Pat Example")
    (True, True, False)
    """
    return bool(re.search(r"\d", text)) or bool(said(re.sub(r"\b[A-Z]$", "", text.strip())).category)


def _twice(
    source: str, heading: Row, places: Mapping[str, Sequence[int]], texts: Mapping[int, str]
) -> list[Problem]:
    return [
        Problem(
            f"{source}:{heading.number}",
            field,
            f"{len(found)} columns may be this: {', '.join(texts[place] for place in found)}",
            f'Say which with --columns FILE: {field} = "{texts[found[0]]}"',
        )
        for field, found in places.items()
        if len(found) > 1 and field not in SEVERAL
    ]


def _missing(
    source: str,
    heading: Row,
    places: Mapping[str, Sequence[int]],
    texts: Mapping[int, str],
    below: Mapping[int, Sequence[Cell]],
) -> list[Problem]:
    """Name each field that is needed and has no column."""
    needed = {"category": ("category", "appointed_by"), "appointed_on": ("appointed_on",)}
    if any(_has_day(cell) for place in places.get("term", ()) for cell in below[place]):
        needed.pop("appointed_on")
    return [
        Problem(
            f"{source}:{heading.number}",
            field,
            f"no column is this. The columns are: {', '.join(texts.values())}",
            f'Say which with --columns FILE: {field} = "the heading"',
        )
        for field, either in needed.items()
        if not any(one in places for one in either)
    ]


def _has_day(cell: Cell) -> bool:
    return bool(days_in(cell)) or bool(re.search(r"\b(?:from|since)\b", str(cell), re.IGNORECASE))


def days_in(cell: Cell) -> tuple[str, ...]:
    """Give the two days of a cell that holds a whole term, from one to the other, as they are written.

    >>> days_in("01/09/2022 - 31/08/2026"), days_in("4 years")
    (('01/09/2022', '31/08/2026'), ())
    """
    if not isinstance(cell, str):
        return ()
    parts = re.split(r"\s+(?:-|–|—|to|until|till)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d\d?[/.])", cell.strip())
    found = tuple(part.strip() for part in parts if meaning.day(part.strip()))
    return found if len(found) == len(parts) == 2 else ()  # noqa: PLR2004 - from, and to


def known(cells: Sequence[Cell]) -> int:
    """Count the different fields whose headings stand in a row; a list of schools or of addresses has none of governors.

    >>> known(["School", "URN"]), known(["URN", "Type of governor", "E-mail"])
    (0, 2)
    """
    found = {field_of(cell) for cell in cells if isinstance(cell, str)} - {None, IGNORED}
    return len(found) if found - _NOT_ONLY else 0


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None
