"""An audit of the public record as an Excel workbook: a row for each body, what needs attention first."""

import datetime
from collections.abc import Sequence
from typing import Final

from governance.files.spreadsheet import Column, Value, workbook
from governance.gias.audit.finding import CANNOT_TELL, CONTRADICTS, EMPTY, INCOMPLETE, NOTE, QUALITY, Finding
from governance.gias.audit.letter import in_order
from governance.gias.audit.one import Audited

_GRADES: Final = (CONTRADICTS, EMPTY, INCOMPLETE, CANNOT_TELL, QUALITY, NOTE)


def sheet(bodies: Sequence[Audited], on: datetime.date) -> bytes:
    """Make the workbook."""
    columns = [
        Column("Grade", 20),
        Column("URN", 10),
        Column("Name", 36),
        Column("Authority", 24),
        Column("Kind", 18),
        Column("Evidence", 22),
        Column("Recorded in post", 10),
        Column("Seats empty or not recorded, at least", 12),
        *(Column(grade.capitalize(), 60) for grade in _GRADES),
    ]
    return workbook("Public record", columns, map(_row, in_order(bodies)), on=on)


def _row(one: Audited) -> list[Value]:
    return [
        one.grade,
        one.urn,
        one.name,
        one.authority,
        one.kind,
        one.evidence,
        one.recorded,
        one.empty,
        *("\n".join(_says(found) for found in one.findings if found.grade == grade) for grade in _GRADES),
    ]


def _says(found: Finding) -> str:
    cited = f" ({found.citation})" if found.citation else ""
    rows = f" Lines: {', '.join(map(str, found.lines))}." if found.lines else ""
    return f"{found.says}{cited}{rows}"
