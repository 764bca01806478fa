"""The bulk-update workbook that a school uploads to GIAS, filled from a register into a copy of the template.

Those in post on the day are filled in, a row for each; who has left is left out. What the workbook does not take, or
the register does not say, is left blank and named. The rows that the template has already are never changed.
"""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from governance.english import day_words
from governance.errors import DocumentError, UnreadableError
from governance.files.columns import fold
from governance.files.sheet_xml import Value
from governance.files.table import Cell
from governance.gias.mend import over_by_law_alone
from governance.gias.names import in_parts
from governance.gias.sheet_words import (
    BODY,
    CHAIR,
    END,
    GID,
    GOVERNOR,
    MOST_BYTES,
    MOST_ROWS,
    NOT_KEPT,
    ROLE,
    START,
    SURNAME,
    TITLE,
    URN,
    agree,
    body_of,
)
from governance.gias.template import Template, template
from governance.model.names import IN_POST
from governance.people.bodies import NO_BODY
from governance.people.in_post import InPost, Line, has_term

if TYPE_CHECKING:
    import os

    from governance.people.register import Register

_LEFT_OUT: Final = {
    "ended": "Left out: they have left, or their term is over. GIAS keeps them by the end that stands in their record there.",
    "over": "Left out: by the law the term is over, and the register does not say that they have left. If there was an election or "
    "appointment since, give it a row of its own.",
    "associate": "Left out: GIAS does not record associate members.",
    "vacancy": "Left out: GIAS does not record vacant seats.",
    "duplicate": "Left out: the row repeats another.",
    "not a governor": "Left out: the row is of no governor. The workbook has no role for a clerk or a governance professional, who "
    "is entered on the governance tab.",
    "later": "Left out: GIAS takes no appointment of a day to come.",
    "cannot tell": "Left out: it cannot be told from the register whether this is a governor.",
}  # fmt: skip
"""Why a row of the register is none of the workbook, by its standing."""


@attrs.frozen
class Remark:
    """Something to know of the workbook: the lines of the register that it is about, and the column where it is of one.

    `unsettled` is true where somebody has to fill in, or to settle, what the workbook needs.
    """

    says: str
    lines: tuple[int, ...] = ()
    column: str | None = None
    unsettled: bool = False

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return attrs.asdict(self)


@attrs.frozen(repr=False)
class Sheet:
    """The workbook filled in: how many rows were added, and were there already, and what to know of it."""

    data: bytes
    added: int
    there: int
    named: bool
    remarks: tuple[Remark, ...]

    @property
    def whole(self) -> bool:
        """Tell whether all was filled in that a register can give."""
        return not any(one.unsettled for one in self.remarks)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, without the workbook."""
        remarks = [one.as_json() for one in self.remarks]
        return {"added": self.added, "there": self.there, "named": self.named, "remarks": remarks}


def sheet(
    path: "str | os.PathLike[str]",
    register: "Register",
    answer: InPost,
    *,
    school: str | None = None,
    named: bool = False,
) -> Sheet:
    """Fill the template with those of a register who are in post; DocumentError where GIAS would not take the file.

    `answer` says who is in post, and `school` of which of several schools the workbook is, by URN or name.
    """
    form = template(path)
    lines, urn = _of_one_school(answer, school)
    rows = _Rows(form, answer.on, urn, gids=fold(register.columns.get("key", "")) == fold(GID), named=named)
    made = rows.of(lines)
    total = len(form.rows) + len(made)
    if total > MOST_ROWS:
        raise DocumentError(
            f"The workbook would have {total} rows, and GIAS takes {MOST_ROWS} in a file. Fill it by hand in parts."
        )
    try:
        data = form.with_rows(made)
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=str(path)) from None
    if len(data) > MOST_BYTES:
        raise DocumentError(
            f"The workbook would have {len(data):,} bytes, and GIAS takes {MOST_BYTES:,}. Fetch an empty template."
        )
    return Sheet(data, len(made), len(form.rows), named, tuple(rows.remarks))


def _of_one_school(answer: InPost, school: str | None) -> tuple[list[Line], str]:
    """Give the rows of the school that the workbook is of, and its URN where one is known."""
    lines = [(body.name, line) for body in answer.bodies for line in body.lines if line.person.line]
    numbers = sorted({line.person.urn for _, line in lines} - {""})
    bodies = sorted({name for name, _ in lines} - {NO_BODY})
    if school is None:
        several = numbers if len(numbers) > 1 else bodies if not numbers and len(bodies) > 1 else []
        if several:
            raise DocumentError(
                f"The register has rows of {len(several)} schools ({', '.join(several[:5])}, ...), and a school uploads "
                "its own alone. Say which with --school."
            )
        return [line for _, line in lines], next(iter(numbers), "")
    if school.isdecimal() and not numbers:
        return [line for _, line in lines], school
    mine = [line for name, line in lines if line.person.urn == school or fold(name) == fold(school)]
    if not mine:
        raise DocumentError(f'--school "{school}": the register has no row of this URN or name.')
    return mine, next((line.person.urn for line in mine if line.person.urn), "")


class _Rows:
    """Makes the rows of the workbook, and collects what is to be known of them."""

    def __init__(self, form: Template, on: datetime.date, urn: str, *, gids: bool, named: bool) -> None:
        self.form, self.on, self.urn, self.gids, self.named = form, on, urn, gids, named
        self.found: dict[tuple[str, str | None, bool], list[int]] = {}
        self.taken = {str(row[GID]): number for number, row in form.rows.items() if GID in row}
        self.claimed: set[int] = set()
        self.chairs = 0

    @property
    def remarks(self) -> list[Remark]:
        """Give each thing once, with its lines."""
        return [
            Remark(says, tuple(sorted(lines)), column, unsettled)
            for (says, column, unsettled), lines in self.found.items()
        ]

    def of(self, lines: Sequence[Line]) -> list[dict[str, Value]]:
        """Give a row for each who is in post, in the order of the register; of one GID the earliest appointed has it."""
        kept = []
        for line in lines:
            why = self._left_out(line)
            if why is None:
                kept.append(line)
            elif why == "cannot tell" and line.person.appointed_by and not line.person.category:
                says = f'Left out: the list of the template does not have "{line.person.appointed_by}".'
                self._remark(says, line, column=BODY, unsettled=True)
            elif why in _LEFT_OUT:
                self._remark(_LEFT_OUT[why], line, unsettled=why in ("cannot tell", "over"))
        kept.sort(key=lambda line: line.person.appointed_on or datetime.date.max)
        made = [(line.person.line or 0, row) for line in kept if (row := self._row(line))]
        rows = [row for _, row in sorted(made, key=lambda pair: pair[0])]
        if rows and not self.urn:
            self._remark(
                "The URN of the school is not in the register. Give it with --school.",
                column=URN,
                unsettled=True,
            )
        if rows and not self.named:
            self._remark(
                "The names are blank: this run kept none. GIAS takes no row without. --names fills them in.",
                column=SURNAME,
            )
        if rows:
            self._remark(f"Blank as well: {NOT_KEPT}, which this program never keeps.")
        return rows

    def _left_out(self, line: Line) -> str | None:
        """Give why a row is none of the workbook. GIAS asks for no category, so that it may be unknown."""
        one = line.person
        if line.standing in (IN_POST, "office"):
            gone = one.ended_on is not None and one.ended_on < self.on
            past = line.standing == "office" and one.stated_end is not None and one.stated_end < self.on
            return "ended" if gone or past else None
        if over_by_law_alone(line, self.on):
            return "over"
        if line.standing == "cannot tell" and not one.category and self.form.listed(BODY, one.appointed_by):
            return None
        return "later" if line.standing == "note" and one.appointed_on else line.standing

    def _row(self, line: Line) -> dict[str, Value]:
        gid = line.person.key if self.gids and line.person.key.isdecimal() else ""
        if self._stands_there(line, gid) if gid in self.taken else self._seems_there(line, gid):
            return {}
        again = gid in self.taken
        if again:
            self._remark(
                "The GID is of an earlier term. GIAS wants a new record for a new term, so that the GID is blank.",
                line,
                column=GID,
            )
        elif gid:
            self.taken[gid] = 0
        values: dict[str, Value | None] = {
            GID: int(gid) if gid and not again else None,
            URN: int(self.urn) if self.urn else None,
            ROLE: self._role(line),
            **(self._name(line) if self.named else {}),
            START: self._start(line),
            END: self._end(line),
            BODY: self._body(line),
        }
        return {column: value for column, value in values.items() if value}

    def _stands_there(self, line: Line, gid: str) -> bool:
        """Tell whether the template has the row already, and name what it has otherwise; a later start is a new term."""
        number = self.taken[gid]
        row = self.form.rows.get(number)
        start = line.person.appointed_on
        if row is None:
            return False
        there = row.get(START)
        if isinstance(there, datetime.date) and start and start > there:
            return False
        role = CHAIR if line.person.office == "chair" else GOVERNOR
        sides = ((ROLE, role), (START, start), (END, line.person.ended_on or line.person.stated_end))
        for column, ours in sides:
            theirs = row.get(column)
            either = line.end.days and {ours, theirs} <= set(line.end.days)
            if ours and theirs != ours and not either:
                says = f"Row {number} of the template has another {column}, and was not changed: {_shown(theirs)}; the register has {_shown(ours)}."
                self._remark(says, line, column=column, unsettled=True)
        return True

    def _seems_there(self, line: Line, gid: str) -> bool:
        """Tell whether a row of the template seems to be the same appointment, where the register has no GID of it."""
        if gid or not line.person.appointed_on:
            return False
        for number, row in self.form.rows.items():
            same = row.get(START) == line.person.appointed_on and fold(row.get(BODY, "")) == fold(
                self._words(line)
            )
            if same and number not in self.claimed:
                self.claimed.add(number)
                says = f"Row {number} of the template has the same day and appointing body, and is taken for this one. Check that it is."
                self._remark(says, line, column=GID, unsettled=True)
                return True
        return False

    def _role(self, line: Line) -> str | None:
        role = CHAIR if line.person.office == "chair" else GOVERNOR
        if role == CHAIR:
            self.chairs += 1
            if self.chairs > 1:
                self._remark(
                    "GIAS has one chair of governors, and this is one more. Its role is blank.",
                    line,
                    column=ROLE,
                    unsettled=True,
                )
                return None
            before = [n for n, row in self.form.rows.items() if fold(row.get(ROLE, "")) == fold(CHAIR)]
            if before:
                self._remark(
                    f"Row {before[0]} of the template is of the chair before. GIAS archives that record when this one is "
                    "uploaded.",
                    line,
                    column=ROLE,
                )
            if line.standing != "office":
                self._remark(
                    "The chair's row has the days of the governorship. If those of the chair are others, write them.",
                    line,
                    column=ROLE,
                )
        found = self.form.listed(ROLE, role)
        if not found:
            self._remark(
                f'The list of the template does not have "{role}". It is blank.',
                line,
                column=ROLE,
                unsettled=True,
            )
        return found

    def _start(self, line: Line) -> datetime.date | None:
        start = line.person.appointed_on
        if start is None:
            self._remark(
                "The day of appointment is not in the register. It is blank.",
                line,
                column=START,
                unsettled=True,
            )
        return start

    def _end(self, line: Line) -> datetime.date | None:
        one = line.person
        if one.came_by == "ex officio" or not has_term(one):
            if one.stated_end:
                self._remark("GIAS asks for no end of an ex officio governor. It is blank.", line, column=END)
            return None
        end = min((day for day in (one.stated_end, one.ended_on) if day), default=None)
        if end is None:
            days = line.end.days
            either = f" By the law it is {' or '.join(map(day_words, days))} at the latest." if days else ""
            self._remark(
                f"The end of the term is not in the register. It is blank.{either}",
                line,
                column=END,
                unsettled=True,
            )
        elif one.appointed_on and end < one.appointed_on:
            self._remark(
                "The term ends before it begins, which GIAS does not take. It is blank.",
                line,
                column=END,
                unsettled=True,
            )
            return None
        elif line.end.days and end > line.end.days[1]:
            self._remark(
                "The end is later than the law allows, on either reading. If it is of a second term, GIAS wants a record for each term.",
                line,
                column=END,
                unsettled=True,
            )
        return end

    def _body(self, line: Line) -> str | None:
        found = self._words(line)
        if not found:
            one = line.person
            why = f'The list of the template does not have "{one.appointed_by}".'
            if not one.appointed_by:
                why = "The register does not say who appointed the governor."
            if one.category == "parent" and not one.appointed_by:
                why = "The register does not say whether the parent was elected, or appointed for want of candidates."
            self._remark(f"{why} It is blank.", line, column=BODY, unsettled=True)
        return found

    def _words(self, line: Line) -> str:
        """Say who appointed the governor in the words of the list: those of the register, or what follows from the category."""
        one = line.person
        listed = self.form.listed(BODY, one.appointed_by)
        if listed and (line.standing == "office" or agree(listed, one.category)):
            return listed
        return self.form.listed(BODY, body_of(one))

    def _name(self, line: Line) -> dict[str, str]:
        parts = in_parts(line.person.names, self.form.offers[TITLE])
        if not parts:
            self._remark(
                "The name is not in parts that can be told apart. It is blank.",
                line,
                column=SURNAME,
                unsettled=True,
            )
        elif TITLE in parts and not self.form.listed(TITLE, parts[TITLE]):
            self._remark(
                f'The list of the template does not have the title "{parts.pop(TITLE)}". It is blank.',
                line,
                column=TITLE,
                unsettled=True,
            )
        return parts

    def _remark(
        self, says: str, line: Line | None = None, *, column: str | None = None, unsettled: bool = False
    ) -> None:
        lines = self.found.setdefault((says, column, unsettled), [])
        if line and line.person.line:
            lines.append(line.person.line)


def _shown(cell: Cell) -> str:
    """Show a cell in words."""
    return day_words(cell) if isinstance(cell, datetime.date) else str(cell or "nothing")
