"""A list of schools: what a document does not say of its school, from a table of one's own or the public record as it is.

A school is found by the name of its file, its URN, its number with the Department (LAESTAB), or its name where one school
alone has it. What the list says never overrules a document.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

import attrs

from governance.errors import Problem, ProposalError
from governance.files.columns import columns, counted, fold
from governance.files.table import Cell, open_table
from governance.model import meaning
from governance.model.beside import contradicts
from governance.model.names import FOUNDATION
from governance.model.schools import designated

if TYPE_CHECKING:
    import os

_HEADINGS: Final[Mapping[str, str]] = {
    "file": "file, file name, document, name of file, path, instrument",
    "urn": "urn, unique reference number, school urn",
    "laestab": "laestab, dfe no, dfe number, dcsf no, school number, dfe establishment number, la estab",
    "la_code": "la (code), la code",
    "estab": "establishmentnumber, establishment number, estab, estab no",
    "name": "school, school name, name, establishment, establishmentname, name of school",
    "category": "category, school category, category of school, type, type of school, school type, kind, "
    "typeofestablishment (name), type of establishment, status of school",
    "foundation": "foundation, has a foundation, foundation status, kind of foundation",
    "religious_character": "religious character, religiouscharacter (name), religion, denomination, faith",
    "local_authority": "local authority, la, la (name), la name, authority",
    "open": "establishmentstatus (name), establishment status",
    "federation": "federationflag (name), federation flag",
}
_FIELDS: Final = {fold(word): field for field, words in _HEADINGS.items() for word in words.split(", ")}
_KEYS: Final = ("file", "urn", "laestab", "name")
_KINDS: Final = ("category", "foundation")
"""Where the two differ on these it cannot be told; a name, and a church, may be written in many ways."""
_NO_NAME: Final = frozenset(
    [
        "council",
        "county",
        "city",
        "borough",
        "london",
        "metropolitan",
        "district",
        "of",
        "the",
        "and",
        "authority",
        "local",
    ]
)
_NOT_LISTED: Final = "no school has its number or its name, and no file is called so"
_FEDERATED: Final = "supported by a federation"
_CLOSED: Final = "closed"
_IN_NAMES: Final = re.compile(r"(?<!\d)(?:(\d{6})|(\d{3})[-/_ ]?(\d{4}))(?!\d)")
_URN: Final = re.compile(r"\b(?:URN|unique reference number)\W{0,20}(\d{6})(?!\d)", re.IGNORECASE)
_LAESTAB: Final = re.compile(
    r"\b(?:DfE|DCSF|DfES|LAESTAB|establishment|school)\b(?: (?:no|number|establishment|school)){0,3}\W{0,20}(\d{3})[-/ ]?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_ABBREVIATED: Final = (
    (re.compile(r"\bsaint\b"), "st"),
    (re.compile(r"&"), " and "),
    (re.compile(r"['’]"), ""),
)


@attrs.frozen
class Listed:
    """One school of the list: where it stands, what it says of it by the keys of [school], and what kind it is there.

    `federated` where it is in a federation, whose instrument says another category than the school's own.
    """

    where: str
    name: str
    says: Mapping[str, str]
    kind: str = ""
    federated: bool = False
    closed: bool = False


@attrs.frozen
class Told:
    """What a list says of the school of one document: what it adds, by whom, and where the two do not agree.

    `outside` says of what kind the school is where no law of ours is about it.
    """

    adds: Mapping[str, str] = attrs.field(factory=dict)
    by: str = ""
    conflicts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    outside: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """Say what was added, and where in the list it stands."""
        return tuple(f"{key.replace('_', ' ')}: {value} ({self.by})" for key, value in self.adds.items())


@attrs.frozen
class Schools:
    """The schools of a list, by the name of a file, by number and by name."""

    by_file: Mapping[str, Listed]
    by_number: Mapping[str, Listed]
    by_name: Mapping[str, tuple[Listed, ...]]

    def tell(self, file: str, school: Mapping[str, Any], *, text: str = "", federated: bool = False) -> Told:
        """Say what the list adds to what a document says of its school (the keys of [school]).

        A document that speaks of a federation is not given the category of one of its schools.
        """
        name, authority = school.get("name"), school.get("local_authority")
        found = self.find(file, name=name, authority=authority, text=text)
        if not isinstance(found, Listed):
            return Told(remarks=(f"Not found in the list of schools: {found or _NOT_LISTED}.",))
        says = dict(found.says)
        differ = {
            key: f"The list of schools ({found.where}) says {key.replace('_', ' ')}: {value}, and the document {school[key]}."
            for key, value in says.items()
            if contradicts(key, value, school.get(key)) and not (key == "category" and found.federated)
        }
        conflicts = tuple(text for key, text in differ.items() if key in _KINDS)
        remarks = tuple(text for key, text in differ.items() if key not in _KINDS)
        outside = ""
        if found.federated or (federated and says.get("category") != "federation"):
            says.pop("category", None)
            remarks += (
                f"It may be of a federation, so the category of the school ({found.where}) was not taken.",
            )
        elif found.kind and "category" not in says:
            outside = f'the list of schools ({found.where}) calls it "{found.kind}", which is no category of maintained school'
        if not (school.get("category") or says.get("category", "")).startswith("foundation"):
            says.pop("foundation", None)
        return Told(
            {key: value for key, value in says.items() if school.get(key) is None},
            found.where,
            conflicts,
            remarks,
            outside,
        )

    def find(self, file: str, *, name: str | None, authority: str | None, text: str) -> Listed | str | None:
        """Find the school of a document; a text says why it cannot be told which it is."""
        path = PurePath(file)
        for called in (file, path.name, path.stem):
            if found := self.by_file.get(_file(called)):
                return found
        numbers = [one[1] or f"{one[2]}{one[3]}" for one in _IN_NAMES.finditer(path.stem)]
        numbers += [one[1] for one in _URN.finditer(text)]
        numbers += [one[1] + one[2] for one in _LAESTAB.finditer(text)]
        numbered = {id(self.by_number[one]): self.by_number[one] for one in numbers if one in self.by_number}
        if len(numbered) == 1:
            return next(iter(numbered.values()))
        if numbered:
            return f"its numbers are those of {len(numbered)} schools of the list"
        same = self.by_name.get(name_key(name), ()) if name else ()
        if len(same) > 1 and authority:
            same = tuple(one for one in same if _of(one, authority)) or same
        if len(same) > 1:
            same = tuple(one for one in same if not one.closed) or same
        if len(same) > 1:
            return (
                f"{len(same)} schools of the list have its name: {', '.join(one.where for one in same[:5])}"
            )
        if same and authority and same[0].says.get("local_authority") and not _of(same[0], authority):
            return f"the school of its name there ({same[0].where}) is of another authority"
        return same[0] if same else None


def load_schools(path: "str | os.PathLike[str]") -> Schools:
    """Read a list of schools; UnreadableError or ProposalError where it cannot be read, or has no schools."""
    table = open_table(path, lambda cells: counted(cells, _field), least=2)
    found = columns(table.heading, _field)
    heading = f"{table.source}:{table.heading.number}"
    if not any(key in found.places for key in (*_KEYS, "estab")) or "category" not in found.places:
        raise ProposalError(
            (
                Problem(
                    heading,
                    "",
                    "does not say which school is of what category",
                    "Add such columns: URN, Category",
                ),
            )
        )
    by_file: dict[str, Listed] = {}
    by_number: dict[str, Listed] = {}
    by_name: dict[str, list[Listed]] = defaultdict(list)
    for row in table.rows:
        cells = found.of(row)
        one = _listed(f"{table.source}:{row.number}", cells)
        if file := cells.get("file"):
            by_file[_file(str(file))] = one
        for number in _numbers(cells):
            by_number[number] = one
        if one.name:
            by_name[name_key(one.name)].append(one)
    return Schools(by_file, by_number, {name: tuple(same) for name, same in by_name.items()})


def _field(heading: str) -> str | None:
    return _FIELDS.get(fold(heading))


def _listed(where: str, cells: Mapping[str, Cell]) -> Listed:
    kind = str(cells.get("category", ""))
    said: dict[str, Any] = {
        "category": meaning.category(kind),
        "foundation": meaning.choice(cells.get("foundation"), FOUNDATION),
        "religious_character": _character(cells.get("religious_character")),
        "local_authority": cells.get("local_authority"),
        "name": cells.get("name"),
    }
    return Listed(
        where,
        str(cells.get("name", "")),
        {key: str(value) for key, value in said.items() if value},
        kind,
        federated=str(cells.get("federation", "")).casefold().startswith(_FEDERATED),
        closed=str(cells.get("open", "")).casefold() == _CLOSED,
    )


def _character(cell: Cell) -> str | None:
    said = "" if cell is None else str(cell)
    return designated(said) if said.casefold() not in ("", "not applicable", "unknown") else None


def _numbers(cells: Mapping[str, Cell]) -> Iterable[str]:
    if digits := _digits(cells.get("urn"), 6):
        yield digits
    whole = re.sub(r"\D", "", str(cells.get("laestab", "")))
    parts = _digits(cells.get("la_code"), 3) + _digits(cells.get("estab"), 4)
    for number in (whole, parts):
        if len(number) == len("8052004"):
            yield number


def _digits(cell: Cell, many: int) -> str:
    said = str(cell) if isinstance(cell, (int, str)) else ""
    return said if said.isascii() and said.isdecimal() and len(said) == many else ""


def _file(name: str) -> str:
    return name.replace("\\", "/").casefold()


def name_key(name: str) -> str:
    """Give the name of a school as it is compared: Saint is St, and signs are none."""
    said = name.casefold()
    for pattern, word in _ABBREVIATED:
        said = pattern.sub(word, said)
    return " ".join(re.findall(r"\w+", said))


def _of(one: Listed, authority: str | None) -> bool:
    """Tell whether a school is of an authority, of which each may be named shorter or longer."""
    said = (authority or "", one.says.get("local_authority", ""))
    mine, theirs = (set(name_key(text).split()) - _NO_NAME for text in said)
    return bool(mine and theirs and (mine <= theirs or theirs <= mine))
