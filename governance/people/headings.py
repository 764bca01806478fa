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
_LONGEST: Final = 120

_EXACT: Final[Mapping[str, str]] = {
    "urn": "urn, unique reference number, school urn",
    "laestab": "laestab, la estab, dfe no, dfe number, dcsf no, dfes no, school number, school no, estab, estab no, "
    "establishment number, dfe code",
    "school": "school, school name, name of school, establishment, establishment name, account, board, governing body, "
    "governing board, name of governing body, school or federation, federation, body, organisation",
    "key": "gid, governor id, governor ref, governor reference, governor no, governor number, ref, ref no, reference, "
    "reference number, id, unique id, person id, governor key, key",
    "key name": "governor",
    "key office": "office",
    "name": "name, governor name, name of governor, full name, title, forename, forenames, forename 1, forename 2, "
    "first name, first names, firstname, given name, middle name, middle names, surname, last name, family name, "
    "known as, preferred name, initials, governors name",
    "category": "type of governor, governor type, category, category of governor, governor category, type, constituency, "
    "type of gov, gov type, governor type category, category of membership, membership type, governorship, kind of governor, "
    "class of governor, type category",
    "category office": "role, position, positions, post, governor role, role type",
    "office": "chair, chair of governors, vice chair, responsibility, responsibilities, office held, officer, additional role, "
    "special role, roles, co chair, chair vice chair, roles and responsibilities, link role, chair or vice chair, offices held, "
    "positions held, position held, roles held, role held, other roles, governor responsibilities",
    "appointed_by": "appointing body, appointed by, appointing organisation, nominated by, elected appointed by, how appointed, "
    "appointing authority, method of appointment, appointed elected by, nominating body, elected by, route, appointment route, "
    "appointed or elected by, body who appointed, appointer, who appointed, source, appointment type",
    "appointed_on appointed_by": "appointed, elected, appointment, elected or appointed, elected appointed",
    "first_appointed": "first appointed, original start, originally appointed, first appointment, original appointment",
    "term": "term, term of office, length of term, years, term length, length of term of office, term in years, term years, "
    "period of office, tenure, duration",
    "ends_on": "to, term ends ended, term of office ends ended, term of office end, next election, renewal, end of office",
    "ended_on": "left, resigned, stepped down, removed, leaver, leaving, resignation, ceased, ceased to be governor",
    "why": "reason, reason for leaving, why, leaving reason, reason left",
    "employed_at_school": "staff, staff member, employee of school, employed at the school, employed at school, employed by school, "
    "member of staff, employed, school employee, works at school, is staff, employee",
    "status": "status, current, active, current or former, state",
    IGNORED: "email, e mail, telephone, tel, phone, mobile, telephone number, direct email address, postcode, home postcode, "
    "address, home address, date of birth, dob, birth, nationality, dbs, training, attendance, interests, gender, ethnicity, "
    "companies house number, uid, previous title, previous forename 1, previous forename 2, previous surname, notes, comments, "
    "committees, committee, skills, declaration of interests, original signatory member, original chair of trustees, "
    "email address, dbs number, la, local authority, phase, no, number, voting rights, induction, meetings attended, link, "
    "link governor, pecuniary interests, business interests, register of interests, photo, biography, bio",
}
_FIELDS: Final = {fold(word): field for field, words in _EXACT.items() for word in words.split(", ")}

_START: Final = frozenset(
    [
        "appointment",
        "appointed",
        "start",
        "starts",
        "started",
        "starting",
        "election",
        "elected",
        "effective",
        "from",
        "since",
        "commencement",
        "commenced",
        "commences",
        "commencing",
        "begin",
        "begins",
        "began",
        "beginning",
        "joined",
        "wef",
    ]
)
_END: Final = frozenset(
    [
        "end",
        "ends",
        "ended",
        "ending",
        "expires",
        "expiry",
        "expire",
        "expiration",
        "expired",
        "until",
        "finish",
        "finishes",
        "to",
        "renewal",
        "due",
    ]
)
_LEFT: Final = frozenset(
    [
        "left",
        "stepped",
        "resigned",
        "resignation",
        "removed",
        "removal",
        "leaving",
        "leave",
        "ceased",
        "cessation",
    ]
)
_LENGTH: Final = frozenset(["length", "years", "yrs", "duration", "period", "number"])
_FIRST: Final = frozenset(["first", "original", "originally", "initial", "initially"])
_BESIDE: Final = frozenset(
    [
        "date",
        "dates",
        "of",
        "the",
        "term",
        "terms",
        "office",
        "in",
        "on",
        "as",
        "a",
        "an",
        "s",
        "day",
        "when",
        "down",
        "governor",
        "governors",
        "or",
        "and",
        "appointed",
        "elected",
        "appointment",
        "election",
        "re",
        "with",
        "effect",
        "current",
        "latest",
        "this",
        "school",
        "gb",
        "post",
        "office",
        "held",
    ]
)
_GRAMMAR: Final = (
    ("first_appointed", _FIRST, _FIRST | _START | _BESIDE),
    ("appointed_by", frozenset(("by", "body")), frozenset(["appointed", "elected", "nominated", "appointing", "nominating", "electing", "body", "by", "or", "and", "organisation"])),
    ("ended_on", _LEFT, _LEFT | _BESIDE),
    ("ends_on", _END, _END | _BESIDE),
    ("appointed_on", _START, _START | _BESIDE),
    ("term", _LENGTH, _LENGTH | _BESIDE),
    ("office", frozenset(("chair", "vice")), frozenset(["chair", "vice", "co", "of", "the", "governors", "is", "y", "n", "yes", "no", "or"])),
    ("category", frozenset(("type", "category", "kind")), frozenset(["type", "category", "kind", "of", "governor", "governors", "gov", "membership", "member"])),
    ("employed_at_school", frozenset(("employed", "employee", "staff")), frozenset(["employed", "employee", "staff", "at", "the", "by", "school", "member", "of", "is", "a", "y", "n", "yes", "no"])),
)  # fmt: skip
"""A heading is of the first field of whose words it has one, and no word but those that may stand beside them."""


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
        for field, ones, allowed in _GRAMMAR:
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
        if field not in FIELDS:
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
    """Count the different fields whose headings stand in a row."""
    return len(
        {field for cell in cells if isinstance(cell, str) and (field := field_of(cell)) and field != IGNORED}
    )


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None
