"""The blank of a table of boards: a workbook with a column for each key that a school of any kind may need."""

from collections.abc import Iterator
from typing import Final

from governance.files.spreadsheet import Column, workbook
from governance.model.names import CATEGORIES, FOUNDATION, SEAT_WORDS, SEATS

_KINDS: Final = tuple(category for category in CATEGORIES if category != "federation")
"""A federation lists its schools, for which a row has no place."""


def blank_boards() -> bytes:
    """Make the workbook; `governance check` reads it once it is filled in."""
    return workbook("Boards", tuple(_columns()), ())


def _columns() -> Iterator[Column]:
    yield Column("School", 36, "The name of the school, as its instrument has it.")
    yield Column(
        "Category", 20, f"One of: {', '.join(_KINDS)}. A federation needs a file of its own.", _KINDS
    )
    yield Column(
        "Has a foundation",
        16,
        "Of a foundation or foundation special school: none, foundation, or qualifying where it is a qualifying foundation school.",
        FOUNDATION,
    )
    yield Column("Religious character", 20, "As designated, such as Church of England; or none.")
    yield Column("Maintained by", 24, "The local authority: Hartlepool.")
    yield Column("Governing body", 40, "The name of the governing body, as the instrument is to have it.")
    for seat in SEATS:
        one, several = SEAT_WORDS[seat]
        title = one if seat == "head_teacher" else several
        yield Column(title.capitalize(), 11, f"How many {several}: 2. Nothing is none; or write unknown.")
        if seat == "co_opted":
            yield Column(
                "Co-opted employed at the school",
                14,
                "How many of the co-opted governors are to be employed at the school, where that is known.",
            )
    yield Column("Total", 8, "How many governors there are in all, as stated.")
    yield Column("Term of office", 14, "Where it is not four years: 2 years.")
    yield Column("Made by", 28, "By whose order: Hartlepool Local Authority.")
    yield Column("Made on", 13, "The day on which the instrument is made: 18/09/2026.", day=True)
    yield Column(
        "Takes effect on", 13, "The day from which it has effect: 18/09/2026. Without it, today.", day=True
    )
    yield Column(
        "Foundation governors appointed by", 36, "Who appoints the foundation governors, where one body does."
    )
    yield Column("Number appointed", 11, "How many foundation governors that body appoints.")
    yield Column("Ex officio", 28, "The office whose holder is a foundation governor: the Vicar of Hill.")
    yield Column("Ethos statement", 40, "The ethos of a school with a religious character.")
