"""An audit as an Excel workbook: a row for each document."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final

from governance.audit.row import Row
from governance.english import day_words
from governance.files.spreadsheet import Column, Value, workbook
from governance.model.names import SEAT_WORDS, SEATS

SHADES: Final[Mapping[str, str]] = {
    "unlawful": "F6D7D2",
    "cannot tell": "FFF1CC",
    "failed": "E6E6E6",
    "unreadable": "E6E6E6",
    "lawful on condition": "E3F0E8",
    "lawful": "CCE2D8",
}
"""The colour behind each verdict; the word says the same."""


def sheet(rows: Sequence[Row], *, today: datetime.date) -> bytes:
    """Make the workbook of rows that are in order."""
    return workbook("Audit", _columns(today), map(_values, rows), on=today)


def _columns(today: datetime.date) -> list[Column]:
    return [
        Column("Standing", 18, shades=SHADES),
        Column("File", 40),
        Column("School", 36),
        Column("Category", 18),
        Column("Total", 8),
        *(Column(SEAT_WORDS[seat][1].capitalize(), 11) for seat in SEATS),
        Column("Made on", 13),
        Column("Takes effect on", 13),
        Column("Checked under the law of", 13),
        Column("Verdict under that law", 18, shades=SHADES),
        Column(f"Verdict under the law of {day_words(today)}", 18, shades=SHADES),
        Column("Breaches", 60),
        Column(f"More breaches under the law of {day_words(today)}", 60),
        Column("Lawful, provided that", 40),
        Column("What cannot be told", 40),
        Column("Doubtful in law", 40),
        Column("Conflicts in the document", 40),
        Column("Inferred in reading", 40),
        Column("Not understood", 40),
        Column("To note", 40),
        Column("From the list of schools", 40),
        Column("Why there is no answer", 40),
    ]


def _values(row: Row) -> list[Value]:
    return [
        row.standing,
        row.file,
        row.school,
        row.category,
        row.total,
        *(row.seats.get(seat) for seat in SEATS),
        row.made_on,
        row.effective_on,
        row.on,
        row.verdict,
        row.verdict_today,
        "\n".join(f"{breach.rule}: {breach}" for breach in row.breaches),
        "\n".join(f"{breach.rule}: {breach}" for breach in row.breaches_today),
        "\n".join(row.conditions),
        "\n".join(row.open),
        "\n".join(row.doubts),
        "\n".join(row.conflicts),
        "\n".join(row.inferred),
        "\n".join(row.not_understood),
        "\n".join(row.remarks),
        "\n".join(row.told),
        row.reason,
    ]
