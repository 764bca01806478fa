"""What the bulk-update workbook of GIAS takes: its columns, its words for who appointed a governor, and its limits.

All of it is the Department's, as its template and its governance guidance of 19 August 2026 have it, and stands here
alone. The lists of roles and bodies are read from the template itself.
"""

from collections.abc import Mapping
from typing import Final

from governance.files.columns import fold
from governance.model.governors import by_appointer
from governance.model.person import Person

GID, URN, ROLE, TITLE = "GID", "URN", "Role", "Title"
FORENAME, MIDDLE, SURNAME = "Forename 1", "Forename 2", "Surname"
START, END, BODY = "Date of appointment", "Date term of office ends/ended", "Appointing body"
COLUMNS: Final = (GID, URN, ROLE, TITLE, FORENAME, MIDDLE, SURNAME, START, END, BODY)
"""The columns that are filled in."""
NOT_KEPT: Final = (
    "postcodes, telephone numbers, e-mail addresses, dates of birth, nationalities and previous names"
)
"""What the other columns are for: this program never keeps it."""

MOST_ROWS: Final = 200
MOST_BYTES: Final = 1_000_000
"""A school's file has at most so many rows and bytes."""

CHAIR, GOVERNOR = "Chair of Governors", "Governor"

BODIES: Final[Mapping[tuple[str, str | None], str]] = {
    ("parent", "election"): "Elected by parents",
    ("parent", "appointment"): "Parent appointed by GB/board due to no election candidates",
    ("staff", None): "Elected by school staff",
    ("head_teacher", None): "Ex-officio by virtue of office as headteacher/principal",
    ("local_authority", None): "Nominated by LA and appointed by GB",
    ("co_opted", None): "Appointed by GB/board",
    ("community", None): "Appointed by GB/board",
    ("partnership", None): "Nominated by other body and appointed by GB",
    ("foundation", "ex officio"): "Ex-officio foundation governor (appointed by foundation by virtue of the office they hold)",
    ("foundation", None): "Appointed by foundation/Trust",
}  # fmt: skip
"""Who appointed a governor, by the category and how the governor came by the office; None is any other way."""

ELSEWHERE: Final = ("Appointed by LA", "Interim Executive Board")
"""What GIAS has on record for governors, and its template does not list."""


def body_of(person: Person) -> str:
    """Say who appointed a governor in the words of GIAS, as it follows from the category; empty where it does not."""
    if fold(person.appointed_by) in map(fold, ELSEWHERE):
        return ""
    return BODIES.get((person.category, person.came_by)) or BODIES.get((person.category, None), "")


def agree(body: str, category: str) -> bool:
    """Tell whether words for who appointed a governor may be of a category, and of no other that they name.

    >>> agree("Elected by parents", "parent"), agree("Nominated by other body and appointed by GB", "partnership")
    (True, True)
    """
    return by_appointer(body).category in ("", category)
