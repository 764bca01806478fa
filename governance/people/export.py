"""A register written out, as a .csv file or a workbook that is read back as the same people."""

import datetime
from collections.abc import Iterator
from typing import Final

from governance.errors import DocumentError
from governance.files.cells import csv_file
from governance.model.names import IN_POST, SEATS, seat_words
from governance.model.person import Person
from governance.people.in_post import InPost, Line

Cell = str | datetime.date | None

_WAYS: Final = {
    "election": "elected",
    "appointment": "appointed",
    "nomination": "nominated",
    "ex officio": "ex officio",
    "substitution": "substitute",
}
_LEFT_OUT: Final = ("note", "office", "duplicate", "not a governor")
"""Rows that are no governor of their own."""


def heads(answer: InPost) -> tuple[str, ...]:
    """Give the headings: those that a register has, and after them what was reckoned."""
    names = ("Name",) if any(line.person.name for _, line in answer.lines) else ()
    return (
        "School",
        "Governor ID",
        *names,
        "Type of governor",
        "Appointed by",
        "Date of appointment",
        "Length of term",
        "Term ends",
        "Date left",
        "Chair or vice chair",
        "Employed at the school",
        f"Standing on {answer.on.isoformat()}",
        "Reckoned end, first reading",
        "Reckoned end, second reading",
    )


def rows(answer: InPost) -> Iterator[tuple[Cell, ...]]:
    """Give each governor, associate member and vacancy in the order of the register."""
    names = any(line.person.name for _, line in answer.lines)
    for body, line in answer.lines:
        if line.standing not in _LEFT_OUT:
            yield _row(body, line, names=names)


def export_csv(answer: InPost) -> bytes:
    """Make the .csv file; no cell of it is taken for a formula (`files.cells`)."""
    return csv_file(heads(answer), rows(answer))


def export_workbook(answer: InPost) -> bytes:
    """Make the workbook; text is marked as text, whatever it begins with."""
    from governance.files.spreadsheet import Column, workbook  # noqa: PLC0415 - Excel is slow to load

    columns = [Column(head, 34 if head in ("School", "Type of governor") else 20) for head in heads(answer)]
    return workbook("Governors", columns, rows(answer), on=answer.on)


def export(answer: InPost, suffix: str) -> bytes:
    """Make the file that the end of a name asks for; DocumentError for another end."""
    match suffix.lower():
        case ".csv":
            return export_csv(answer)
        case ".xlsx":
            return export_workbook(answer)
    raise DocumentError(
        f"A table ends in .csv or .xlsx, and not in {suffix or 'nothing'}. Choose one of these."
    )


def _row(body: str, line: Line, *, names: bool) -> tuple[Cell, ...]:
    one, days = line.person, line.end.days
    return (
        one.body or body,
        one.key,
        *((one.name or None,) if names else ()),
        _category(one),
        one.appointed_by or None,
        one.appointed_on,
        str(one.term) if one.term else None,
        one.stated_end,
        one.ended_on,
        one.office,
        {True: "Yes", False: "No", None: None}[one.employed_at_school],
        line.standing,
        days[0] if days else None,
        days[1] if days else None,
    )


def _category(one: Person) -> str | None:
    """Say the category, and how the governor came by the office, in words that are read as just that."""
    if one.inferred or not one.category:
        return "Vacancy" if one.standing == "vacancy" else None
    words = seat_words(one.category, 1) if one.category in SEATS else one.category
    if one.standing == "vacancy":
        return f"Vacancy: {words}"
    way = _WAYS.get(one.came_by or "")
    said = f"{words[:1].upper()}{words[1:]}"
    return f"{said} ({way})" if way and one.standing == IN_POST else said
