"""Registers made for the tests: the same governors in every layout, by keys and labels and never by name."""

import datetime

import openpyxl
import tables_made

PEOPLE = (
    # label, category as each layout writes it, appointing body, start, end, office, works at the school
    ("Person One", "parent", "Elected by parents", "2023-09-01", "2027-08-31", None, False),
    ("Person Two", "parent", "Elected by parents", "2022-01-17", "2026-01-16", "chair", False),
    ("Person Three", "staff", "Elected by school staff", "2024-02-29", "2028-02-28", None, True),
    (
        "Person Four",
        "head_teacher",
        "Ex-officio by virtue of office as headteacher/principal",
        "2019-01-01",
        None,
        None,
        True,
    ),
    (
        "Person Five",
        "local_authority",
        "Nominated by LA and appointed by GB",
        "2021-12-01",
        "2025-11-30",
        None,
        False,
    ),
    ("Person Six", "co_opted", "Appointed by GB/board", "2022-10-05", "2026-10-04", "vice chair", False),
)
"""The governors of a register, with what a row of it says."""

WORDS = {
    "plain": {
        "parent": "Parent",
        "staff": "Staff",
        "head_teacher": "Headteacher",
        "local_authority": "LA",
        "co_opted": "Co-opted",
    },
    "trade": {
        "parent": "Parent Governor (elected)",
        "staff": "Teacher",
        "head_teacher": "HT - ex officio",
        "local_authority": "LEA governor",
        "co_opted": "Co optee",
    },
}
OFFICES = {"chair": "Chair of Governors", "vice chair": "Vice-Chair", None: None}


def shown(day, style):
    """A day as a register has it: as a date of the workbook, or as text."""
    if day is None:
        return None
    value = datetime.date.fromisoformat(day)
    return value if style == "date" else value.strftime(style)


def rows(fields, *, days="%d/%m/%Y", words="plain"):
    """The rows of a register with these fields, one after the other; another field is a column of something else."""
    made = []
    for number, (label, category, body, start, end, office, works) in enumerate(PEOPLE, start=1):
        values = {
            "school": "Rift House Primary School",
            "urn": 111_000,
            "laestab": "805/2004",
            "ended_on": None,
            "key": f"G{number:02}",
            "name": label,
            "category": WORDS[words][category],
            "appointed_by": body,
            "appointed_on": shown(start, days),
            "ends_on": shown(end, days),
            "office": OFFICES[office],
            "employed_at_school": "Yes" if works else "No",
            "term": None if category == "head_teacher" else "4 years",
            "span": f"{shown(start, days)} - {shown(end, days)}" if end else None,
        }
        made.append(tuple(values.get(field, "x") for field in fields))
    return made


def workbook(path, *lines, hidden=(), merged=(), sheets=()):
    """A workbook with one sheet of governors, and whatever else is asked for."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Governors"
    for line in lines:
        sheet.append(line)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    for cells in merged:
        sheet.merge_cells(cells)
    for title in sheets:
        book.create_sheet(title).append(["Ref", "Category", "Start date"])
    book.save(path)
    return path


text = tables_made.text
