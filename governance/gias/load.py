"""Reads the files of the public record into bodies: what a school is from one file, who is recorded there from another."""

import datetime
import functools
import re
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from governance.errors import UnreadableError
from governance.files.cells import plain_cell
from governance.gias.days import day_in
from governance.gias.extract import (
    ESTABLISHMENTS,
    GOVERNANCE,
    GROUP_LINKS,
    GROUPS,
    LINKS,
    Extract,
    extracts,
)
from governance.gias.lines import Fault, Faults
from governance.gias.record import NOT_READ, Body, Entry, Federation, Record
from governance.model.meaning import category
from governance.model.names import FOUNDATION, SCHOOL_CATEGORIES
from governance.model.schools import designated

_MOST_ROWS: Final = 600_000
_CODES: Final = {
    1: "community",
    2: "voluntary aided",
    3: "voluntary controlled",
    5: "foundation",
    7: "community special",
    12: "foundation special",
    14: "pupil referral unit",
    15: "maintained nursery",
}
"""The Department's codes of types of establishment, for files that have no names of them."""
_SUPPORTED: Final = "supported by a trust"
_NOT_SUPPORTED: Final = "not supported by a trust"
_FEDERATED: Final = "supported by a federation"
_NOT_FEDERATED: Final = ("not under a federation", "not applicable")
_FEDERATION: Final = "federation"
_GROUPS: Final = {"1": _FEDERATION}
"""The Department's code of the type of group that is meant, for files that have no names of them."""
_OPEN: Final = "open"
_SHUT: Final = ("closed", "proposed to open")
_FOUNDATION_KINDS: Final = ("foundation", "foundation special")
_NUMBERS: Final = re.compile(r"[\d\s/.:,-]+")
_NO_STATUS: Final = "status not given"
_NO_URN: Final = "no URN"
_NOT_LISTED: Final = "not among the establishments"

Cells = Callable[[str], str]


def load(paths: Iterable[Path]) -> Record:
    """Read files of the record, in whatever order they are given; UnreadableError where none of them can be used."""
    found, refused = extracts(paths)
    if not found:
        if refused:
            raise UnreadableError("\n".join(map(str, refused)).removesuffix("."), "")
        raise UnreadableError(
            "No file of the public record is given", "Give the files as they are downloaded"
        )
    reader = _Reader(found)
    bodies = reader.bodies()
    federations = reader.federations()
    entries, elsewhere = reader.entries(bodies, {one.uid: one.schools[0] for one in federations.values()})
    others = reader.of_others()
    reader.count()
    if not reader.known:
        bodies = {urn: Body(urn) for urn in entries}
    for urn, rows in entries.items():
        bodies[urn] = attrs.evolve(bodies[urn], entries=tuple(rows))
    for urn, lost in reader.lost().items():
        if urn in bodies:
            bodies[urn] = attrs.evolve(bodies[urn], lost=lost)
    for urn in federations.keys() & bodies.keys():
        bodies[urn] = attrs.evolve(bodies[urn], federated=True, federation=federations[urn])
    faults = tuple(fault for one in reader.faults.values() for fault in one.told())
    sources = {one.source for one in others}
    files = tuple(one for one in found if one.source not in sources)
    return Record(files, bodies, reader.types, elsewhere, reader.read, faults, (*refused, *others))


class _Reader:
    """Reads one file after the other, and keeps what each lacks."""

    def __init__(self, found: tuple[Extract, ...]) -> None:
        self.found = found
        self.faults = {one.source: Faults(one.source) for one in found}
        self.read: Counter[str] = Counter({one.source: 0 for one in found})
        self.types: dict[str, Counter[str]] = defaultdict(Counter)
        self.others: dict[str, str] = {}
        self.known_rows: Counter[str] = Counter()
        self.known = False

    def bodies(self) -> dict[str, Body]:
        """Read what each school is, and count the types; of a school in two files the one with more columns counts."""
        bodies: dict[str, Body] = {}
        for of, line in self._rows(ESTABLISHMENTS):
            urn = of("urn")
            if not urn:
                self._says("The row has no URN. It was not read.", line)
            elif urn not in bodies and urn not in self.others:
                sort = _sort(of("type"), of("type_code"), of("status"))
                self.types[sort.type][sort.status] += 1
                if sort.maintained:
                    bodies[urn] = _body(urn, of, sort)
                else:
                    self.others[urn] = sort.called
        self.known = bool(bodies or self.others)
        return bodies

    def entries(
        self, bodies: Mapping[str, Body], groups: Mapping[str, str]
    ) -> tuple[dict[str, list[Entry]], Counter[str]]:
        """Read who is recorded at each body; a row that stands in two files counts once.

        A row of a federation alone is put under the school that `groups` has for the federation.
        """
        rows: dict[str, list[Entry]] = defaultdict(list)
        elsewhere: Counter[str] = Counter()
        seen: set[str] = set()
        several = sum(one.kind == GOVERNANCE for one in self.found) > 1
        source, mine = "", set[str]()
        for of, line in self._rows(GOVERNANCE):
            urn, gid = of("urn") or groups.get(of("uid"), ""), of("gid")
            self.known_rows[self.source] += bool(urn) and (
                not self.known or urn in bodies or urn in self.others
            )
            if several and gid:
                if self.source != source:
                    seen, mine, source = seen | mine, set(), self.source
                if gid in seen:
                    continue
                mine.add(gid)
            if not urn:
                elsewhere[_NO_URN] += 1
            elif self.known and urn not in bodies:
                elsewhere[self.others.get(urn, _NOT_LISTED)] += 1
            else:
                person = (
                    hash((of("forename").casefold(), surname.casefold())) if (surname := of("surname")) else 0
                )
                (start, told), (end, ends) = (self._day(of(day), line) for day in ("appointed_on", "ends_on"))
                rows[urn].append(
                    Entry(
                        gid,
                        int(kept) if (kept := of("line")).isdecimal() else line,
                        sys.intern(of("role")),
                        sys.intern(of("appointing_body")),
                        start,
                        end,
                        hash(key) if (key := of("person")) else person,
                        told and ends,
                    )
                )
        return rows, elsewhere

    def count(self) -> None:
        """Count the rows of the files that are known, and say nothing that is asked."""
        for kind in (GROUPS, LINKS):
            deque(self._rows(kind), maxlen=0)

    def of_others(self) -> tuple[Fault, ...]:
        """Name each file of governors of which no row is of an establishment that is known."""
        return tuple(
            Fault(
                one.source,
                "None of its rows is of a school that the establishment fields have, so it was not used. "
                "Give the governance file of LA maintained schools, and the establishment fields of the same authorities.",
            )
            for one in self.found
            if one.kind == GOVERNANCE and self.read[one.source] and not self.known_rows[one.source]
        )

    def lost(self) -> dict[str, tuple[int, ...]]:
        """Give the lines of the rows of governors that were not read, by the URN, where it can be told."""
        lines: dict[str, list[int]] = defaultdict(list)
        for one in self.found:
            if one.kind == GOVERNANCE:
                urn, kept = one.columns["urn"], one.columns.get("line", one.width)
                for line, cells in self.faults[one.source].lost:
                    if urn < len(cells):
                        first = cells[kept] if kept < len(cells) else ""
                        lines[cells[urn].strip()].append(int(first) if first.isdecimal() else line)
        return {urn: tuple(those) for urn, those in lines.items()}

    def federations(self) -> dict[str, Federation]:
        """Read which schools are in which federation that is open, by the URN of each."""
        schools: dict[str, list[str]] = defaultdict(list)
        names: dict[str, str] = {}
        for of, _ in self._rows(GROUP_LINKS):
            urn, uid = of("urn"), of("uid")
            kind = of("type") or _GROUPS.get(of("type_code").lstrip("0"), "")
            if _FEDERATION in kind.casefold() and of("status").casefold() in ("", _OPEN) and urn and uid:
                schools[uid].append(urn)
                names[uid] = of("name")
        found = (Federation(uid, names[uid], tuple(sorted(set(urns)))) for uid, urns in schools.items())
        return {urn: one for one in found for urn in one.schools}

    def _rows(self, kind: str) -> Iterator[tuple[Cells, int]]:
        """Give the rows of each file of a kind, as a function from the name of a field to its text."""
        for one in sorted((one for one in self.found if one.kind == kind), key=lambda one: -len(one.columns)):
            self.source, faults = one.source, self.faults[one.source]
            places, cells = one.columns, list[str]()

            def of(field: str, places: Mapping[str, int] = places) -> str:
                text = cells[places[field]].strip() if field in places else ""  # noqa: B023 - of the row that is read
                return plain_cell(text) if text.startswith("'") else text

            for line, cells in one.rows(faults):  # noqa: B007 - `of` reads it
                self.read[one.source] += 1
                if self.read[one.source] > _MOST_ROWS:
                    faults.add(
                        f"Of a file no more than {_MOST_ROWS:,} rows are read, so the rest was not.", line
                    )
                    break
                yield of, line

    def _day(self, cell: str, line: int) -> tuple[datetime.date | None, bool]:
        day, understood = day_in(cell)
        if not understood:
            # Words are not shown: where the columns of a row are shifted, they are a name.
            shown = f'"{cell[:20]}"' if _NUMBERS.fullmatch(cell) else "A text"
            self._says(f"{shown} is no day that can be read, and was taken as not known.", line)
        return day, understood

    def _says(self, says: str, line: int) -> None:
        self.faults[self.source].add(says, line)


@attrs.frozen
class _Sort:
    """What kind of establishment one is, and whether it is open; `called` says both, of one that is not audited."""

    type: str
    status: str
    kind: str
    open: bool | None
    maintained: bool
    called: str


@functools.lru_cache(maxsize=4096)
def _sort(name: str, code: str, status: str) -> _Sort:
    kind, said = _kind(name, code), status.casefold()
    shut = said.startswith(_SHUT)
    called = name or kind or code or NOT_READ
    return _Sort(
        called,
        status or _NO_STATUS,
        kind,
        None if not said else not shut,
        kind in SCHOOL_CATEGORIES and not shut,
        f"{called} ({said})" if shut else called,
    )


def _kind(name: str, code: str) -> str:
    """Give the category of school, by the name of the type or, where there is none, by its code.

    >>> _kind("LA Nursery School", ""), _kind("", "01"), _kind("Academy converter", "34")
    ('maintained nursery', 'community', '')
    """
    found = category(name)
    if found is None and not name and code.isdecimal():
        found = _CODES.get(int(code))
    return found or ""


def _body(urn: str, of: Cells, sort: _Sort) -> Body:
    federated = of("federation").casefold()
    authority, number = of("authority_code"), of("number")
    return Body(
        urn,
        of("name"),
        sys.intern(of("authority") or authority),
        f"{authority}{number.zfill(4)}" if authority and number else "",
        sort.type,
        sort.kind,
        _foundations(of("trust")) if sort.kind in _FOUNDATION_KINDS else (),
        _character(of("religious_character")),
        True if federated == _FEDERATED else False if federated in _NOT_FEDERATED else None,
        None,
        sort.open,
    )


@functools.lru_cache(maxsize=1024)
def _character(said: str) -> str | None:
    return designated(said or None)


@functools.lru_cache(maxsize=1024)
def _foundations(trust: str) -> tuple[str, ...]:
    """Give the states of foundation that are possible.

    The flag knows trusts alone: a school without one may have another foundation, and whether a trust appoints the
    majority stands nowhere in the record.
    """
    said = [one.strip().casefold() for one in trust.split("~")]
    if _SUPPORTED in said:
        return ("foundation", "qualifying")
    return ("none", "foundation") if _NOT_SUPPORTED in said else FOUNDATION
