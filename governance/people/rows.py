"""One row of a register as a person; what in it cannot be read is named, and the rest is kept."""

import datetime
import hashlib
import re
from typing import Any, Final

import attrs

from governance.files.table import Cell, Fault, Row
from governance.model import meaning
from governance.model.governors import Said, by_appointer, chair, said, vacant
from governance.model.names import ASSOCIATE, IN_POST
from governance.model.person import Fact, Person
from governance.people.cells import SINCE, WRITE_A_DAY, blank, day_of, nothing, term_of
from governance.people.heading_words import part_of
from governance.people.headings import Columns, days_in

_SERVES: Final = re.compile(
    r"\b(?:current|active|in post|serving|present|appointed|elected|filled|live|open)\b", re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"(?:grand )?totals?\b|number of\b|notes?:|key:|(?:last )?updated\b|correct (?:at|as)\b|as at\b|source:|prepared by\b",
    re.IGNORECASE,
)
"""What a row begins with that is of nobody."""
_CHAIRS: Final = re.compile(r"\bchair", re.IGNORECASE)
_NAMES_A_CLERK: Final = ("", "co_opted")
"""The governing body appoints its clerk, too: that it appointed somebody makes no governor of a clerk."""
_LETTERS: Final = {
    "c": "chair",
    "vc": "vice chair",
    "v/c": "vice chair",
    "v": "vice chair",
    "vice": "vice chair",
}
_GONE: Final = re.compile(
    r"\b(?:former|previous|left|resigned|ended|leaver|past|inactive|removed|stepped down|expired|no longer)\b",
    re.IGNORECASE,
)


@attrs.frozen
class Wrong:
    """Something in a register that was not read: its line, the heading of its column and the value where there is one."""

    line: int | None
    column: str | None
    value: str | None
    says: str

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return attrs.asdict(self)

    def __str__(self) -> str:
        """Say it with its place."""
        value = f'"{self.value}"' if self.value is not None else ""
        place = ", ".join(filter(None, (f"line {self.line}" if self.line else "", self.column, value)))
        return f"{place}: {self.says}" if place else self.says


def person_of(
    row: Row, columns: Columns, *, salt: bytes, names: bool, section: str = ""
) -> tuple[Person, list[Wrong]]:
    """Read a row; what is wrong in it is given beside the person. `section` is the title of a category above it."""
    reader = _Reader(row, columns, section)
    person = reader.person(salt, names=names)
    return person, reader.wrong


def section_of(row: Row) -> str:
    """Give a row that is the title of a category, such as "Parent governors (2)"; empty where it is none."""
    inked = [cell for cell in row.cells if cell is not None]
    text = str(inked[0]) if len(inked) == 1 else ""
    return text if said(text).category and not _TITLE.match(text) else ""


class _Reader:
    """Reads the cells of one row, and collects what is wrong with them."""

    def __init__(self, row: Row, columns: Columns, section: str = "") -> None:
        self.row, self.columns, self.section = row, columns, section
        self.wrong: list[Wrong] = []

    def person(self, salt: bytes, *, names: bool) -> Person:
        """Read every field."""
        for heading, cell in self._faults():
            self._says(
                heading, cell, "The cell holds an error or a formula without a value. Write the value."
            )
        inked = [cell for cell in self.row.cells if cell is not None]
        if len(inked) == 1 or _TITLE.match(str(inked[0])):
            return self._note(inked[0])
        name = " ".join(text for _, text in self._texts("name"))
        key = self._first("key")
        role = self._said()
        appointer = self._first("appointed_by")
        from_body = by_appointer(appointer) if appointer else Said()
        above = said(self.section)
        if self.section and not self._worded("category") and from_body.category in ("", above.category):
            role = above
            self._says(
                self._heading("category"),
                None,
                f'It is blank, and taken from the title above: "{self.section}".',
            )
        office = self._office()
        office = office or role.office or chair(name)
        if (
            not role.category
            and from_body.category in _NAMES_A_CLERK
            and any(said(text).standing == "not a governor" for _, text in self._texts("office"))
        ):
            role = Said(standing="not a governor", office=office)
        if role.came_by == "ex officio" and not role.category:
            posts = [said(text) for _, text in self._texts("office")]
            role = next((one for one in posts if one.category == "head_teacher"), role)
        category, came_by, inferred = role.category, role.came_by or from_body.came_by, False
        if not category and not self._worded("category") and role.standing == IN_POST and from_body.category:
            category, inferred = from_body.category, True
        if came_by == "ex officio" and category not in ("", "head_teacher", "foundation"):
            came_by = None
        start, end = self._span()
        ended, gone = self._ended()
        facts = self._facts(role)
        standing = self._standing(role, name, key, gone=gone)
        if not category and standing == IN_POST:
            standing = "cannot tell"
        if standing == "cannot tell" and not category:
            self._no_category(appointer, role)
        if category == ASSOCIATE and standing == IN_POST:
            standing = "associate"
        if standing in (IN_POST, "associate", "cannot tell"):
            self._lacks(start, came_by)
        self._compare(start, end, ended)
        there = name and not vacant(name)
        return Person(
            key="" if standing == "vacancy" and vacant(key) else key,
            category=category,
            came_by=came_by,
            appointed_on=start,
            facts=facts,
            line=self.row.number,
            body=self._body(),
            appointed_by=appointer,
            inferred=inferred,
            stated_end=end,
            ended_on=ended,
            office=office,
            standing=standing,
            who=_mark(name, salt) if there else "",
            name=name if names and there else "",
            names=self._name_parts() if names and there else {},
            urn=self._urn(),
        )

    def _lacks(self, start: datetime.date | None, came_by: str | None) -> None:
        """Name what a row of somebody who may be in post lacks."""
        if start is None and not self._named("appointed_on") and came_by != "ex officio":
            self._says(self._heading("appointed_on"), None, f"No day of appointment is given. {WRITE_A_DAY}.")
        if not self._body() and (column := self._heading("school") or self._heading("urn")):
            says = "The body is blank. If the cell is merged with the one above, write it in each row."
            self._says(column, None, says)

    def _compare(
        self, start: datetime.date | None, end: datetime.date | None, ended: datetime.date | None
    ) -> None:
        """Name days that cannot all be right."""
        if start and end and end < start:
            says = "The term ends before it begins, so one of the two days is wrong."
            self._says(self._heading("ends_on"), end, says)
        if start and end and end == start:
            self._says(
                self._heading("ends_on"), end, "The term ends on the day on which it begins. Look it up."
            )
        if start and ended and ended < start:
            says = "The person left before the day of appointment. Look it up."
            self._says(self._heading("ended_on"), ended, says)

    def _note(self, cell: Cell) -> Person:
        """Read a row with one cell, or a total, as a note, or a vacancy where it says so."""
        text = str(cell)
        role = said(text)
        standing = "vacancy" if role.standing == "vacancy" else "note"
        kept = {place for field, places in self.columns.places.items() if field != "name" for place in places}
        shown = any(one is not None and place in kept for place, one in enumerate(self.row.cells))
        if standing == "note":
            says = "The row is taken as a note, and counts for nobody."
            self.wrong.append(Wrong(self.row.number, None, text if shown else None, says))
        category = role.category or said(self.section).category
        return Person("", category if standing == "vacancy" else "", line=self.row.number, standing=standing)

    def _office(self) -> str | None:
        """Read the chair or the vice-chair; what stands below a heading that names them, and is neither, is named."""
        found = None
        for heading, cell in self._cells("office"):
            office = _office(heading, cell)
            said_no = meaning.flag(cell) is False or nothing(cell)
            if office is None and not said_no and _CHAIRS.search(heading):
                self._says(
                    heading,
                    cell,
                    "This names neither the chair nor the vice-chair. Write Chair, or Vice-chair.",
                )
            found = found or office
        return found

    def _said(self) -> Said:
        found = [said(text) for _, text in self._texts("category")]
        return found[0] if found else Said()

    def _standing(self, role: Said, name: str, key: str, *, gone: bool) -> str:
        status = self._first("status")
        flagged = meaning.flag(status) if status else None
        empty = any(
            vacant(one)
            for one in (
                name,
                key,
                *(text for field in ("appointed_by", "appointed_on") for _, text in self._texts(field)),
            )
            if one
        )
        if (
            role.standing == "vacancy"
            or re.search(r"\bvacan", status, re.IGNORECASE)
            or (empty and not self._dated())
        ):
            return "vacancy"
        if role.standing != IN_POST:
            return role.standing
        if gone or _GONE.search(status) or (flagged is False and _asks_if_current(self._heading("status"))):
            return "ended"
        if status and flagged is None and not nothing(status) and not _SERVES.search(status):
            self._says(
                self._heading("status"), status, "This is not understood. The row is counted as in post."
            )
        return IN_POST

    def _dated(self) -> bool:
        return any(meaning.day(cell) for _, cell in self._cells("appointed_on"))

    def _no_category(self, appointer: str, role: Said) -> None:
        heading, words = self._heading("category"), self._worded("category")
        if words:
            value, says = words, "This is no category of governor that is known, or more than one."
        elif appointer:
            heading, value = self._heading("appointed_by"), appointer
            says = "The category does not follow from who appointed the governor."
        else:
            value, says = (
                None,
                "The category is blank. If the cell is merged with the one above, write it in each row.",
            )
        if role.office and not role.rest:
            says = "The row gives an office and no category of governor."
        if role.came_by == "ex officio":
            says = "Ex officio as what: the head teacher, or a foundation governor?"
        self._says(
            heading,
            value,
            f"{says} Write parent, staff, LA, head teacher, co-opted, foundation or partnership.",
        )

    def _span(self) -> tuple[datetime.date | None, datetime.date | None]:
        start, end = self._day("appointed_on"), self._day("ends_on", may_be_open=True)
        for heading, cell in self._cells("term"):
            if days := days_in(cell):
                start, end = start or meaning.day(days[0]), end or meaning.day(days[1])
            elif start is None and (since := SINCE.search(str(cell))):
                start = self._read_day(heading, since[1].strip())
        return start, end

    def _ended(self) -> tuple[datetime.date | None, bool]:
        """Give the day on which the person left, and whether they are said to have left."""
        for heading, cell in self._cells("ended_on"):
            flagged = meaning.flag(cell)
            if flagged is not None:
                return None, flagged
            if isinstance(cell, str) and _GONE.fullmatch(cell.strip()):
                return None, True
            day = self._read_day(heading, cell, may_be_open=True)
            open_words = nothing(cell)
            if day or not open_words:
                return day, day is None
        return None, bool(self._worded("why"))

    def _facts(self, role: Said) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        for heading, cell in self._cells("term"):
            if days_in(cell):
                continue
            if term := term_of(cell):
                facts["term"] = term
            elif not nothing(cell) and not SINCE.search(str(cell)):
                self._says(heading, cell, 'This is no length of time. Write "4 years".')
        works = role.employed
        for heading, cell in self._cells("employed_at_school"):
            works = meaning.flag(cell)
            if works is None and not nothing(cell):
                self._says(heading, cell, "This is neither yes nor no.")
            elif works is None and str(cell).strip().casefold() == "no":
                works = False
        if works is not None:
            facts["employed_at_school"] = works
        return facts

    def _name_parts(self) -> dict[str, str]:
        """Give the parts of the name by what their headings say they are."""
        parts: dict[str, str] = {}
        for heading, text in self._texts("name"):
            if part := part_of(heading):
                parts.setdefault(part, text)
        return parts

    def _urn(self) -> str:
        """Give the unique reference number of the school, where there is one and it is a number."""
        text = self._first("urn")
        return text if text.isascii() and text.isdecimal() else ""

    def _body(self) -> str:
        return next((text for field in ("school", "urn", "laestab") for _, text in self._texts(field)), "")

    def _day(self, field: str, *, may_be_open: bool = False) -> datetime.date | None:
        found = (
            self._read_day(heading, cell, may_be_open=may_be_open) for heading, cell in self._cells(field)
        )
        return next((day for day in found if day), None)

    def _read_day(self, heading: str, cell: Cell, *, may_be_open: bool = False) -> datetime.date | None:
        """Read a day; what is no whole day of the calendar is named and never filled in."""
        day, says = day_of(cell)
        open_words = isinstance(cell, str) and (nothing(cell) or (vacant(cell) and not may_be_open))
        if says and not open_words:
            self._says(heading, cell, says)
        return day

    def _named(self, field: str) -> bool:
        """Tell whether something in a column of a field was named as wrong."""
        return any(one.column in self.columns.headings.get(field, ()) for one in self.wrong)

    def _cells(self, field: str) -> tuple[tuple[str, Cell], ...]:
        return tuple(
            (heading, cell)
            for heading, cell in self.columns.of(self.row, field)
            if not isinstance(cell, Fault)
        )

    def _faults(self) -> list[tuple[str, Cell]]:
        fields = self.columns.places
        return [
            (one, cell)
            for field in fields
            for one, cell in self.columns.of(self.row, field)
            if isinstance(cell, Fault)
        ]

    def _texts(self, field: str) -> tuple[tuple[str, str], ...]:
        return tuple((heading, " ".join(str(cell).split())) for heading, cell in self._cells(field))

    def _first(self, field: str) -> str:
        return next((text for _, text in self._texts(field)), "")

    def _worded(self, field: str) -> str:
        text = self._first(field)
        return "" if blank(text) else text

    def _heading(self, field: str) -> str | None:
        return ", ".join(self.columns.headings.get(field, ())) or None

    def _says(self, heading: str | None, cell: object, says: str) -> None:
        value = None if cell is None else cell.isoformat() if isinstance(cell, datetime.date) else str(cell)
        self.wrong.append(Wrong(self.row.number, heading, value, says))


def _asks_if_current(heading: str | None) -> bool:
    """Tell whether a heading asks if somebody is in post now, so that "no" says they have left."""
    return bool(heading and re.search(r"current|active", heading, re.IGNORECASE))


def _office(heading: str, cell: Cell) -> str | None:
    """Read an office from its words, or from a yes or a letter below the heading that names it."""
    text = str(cell).strip().casefold()
    if isinstance(cell, str) and (found := chair(cell)):
        return found
    if _CHAIRS.search(heading) and text in _LETTERS:
        return _LETTERS[text]
    yes = meaning.flag(cell) is True or text in ("x", "✓", "✔", "*")
    return chair(heading.strip("? ")) if yes else None


def _mark(name: str, salt: bytes) -> str:
    folded = " ".join(re.findall(r"\w+", name.casefold()))
    return hashlib.blake2b(folded.encode(), key=salt, digest_size=16).hexdigest()
