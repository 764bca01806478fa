"""The cells of a register: a day, a term, and what people write where there is none."""

import datetime
import re
from typing import Final

from governance.files.table import Cell
from governance.model import meaning
from governance.model.term import MONTHS_A_YEAR, Term

_FIRST_YEAR: Final = 1945
_LAST_YEAR: Final = 2100
"""Days outside these years stand for no day, as 1 January 1900 and 31 December 9999 do in the public record."""
_LONGEST_TERM: Final = 9
"""A bare number up to this is of years."""
_TWO_DIGITS: Final = re.compile(r"\d{1,2}[/.\- ](?:\d{1,2}|[A-Za-z]{3,9})[/.\- ']+\d{2}")
_MONTH: Final = re.compile(r"[A-Za-z]{3,9}\.?[ ,/'-]*(?:\d{2}|\d{4})|\d{1,2}[/-]\d{4}|\d{4}")
_TIMED: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
_NOTHING: Final = "- -- – — . n/a n\\a na none nil no"
_NO_END: Final = (
    "no end date, no end, not applicable, ongoing, permanent, indefinite, while in post, whilst in post, in post, ex officio, "
    "ex-officio, no term, current, duration of post, duration of office"
)
_BLANK: Final = frozenset(["", "not applicable", *_NOTHING.split()])
_NO_DAY: Final = _BLANK | frozenset(_NO_END.split(", "))
"""What people write where no day is due."""
WRITE_A_DAY: Final = "Write the day, month and year: 01/09/2024"
SINCE: Final = re.compile(r"\b(?:from|since|wef|with effect from)\b([^()]*)", re.IGNORECASE)


def day_of(cell: Cell) -> tuple[datetime.date | None, str]:
    """Give the day that a cell holds, or why it holds none.

    >>> day_of("01/09/2024")[0], day_of("01/09/24")[1]
    (datetime.date(2024, 9, 1), 'The year has two figures. Write the day, month and year: 01/09/2024.')
    """
    text = " ".join(str(cell).split())
    if timed := _TIMED.fullmatch(text):
        cell = timed[1]
    day = meaning.day(cell)
    if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None, f"The year {day.year} stands for no day. {WRITE_A_DAY}."
    if day:
        return day, ""
    if not isinstance(cell, str):
        return None, f"This is a number and no day. Format the column as dates. {WRITE_A_DAY}."
    if _TWO_DIGITS.fullmatch(text):
        return None, f"The year has two figures. {WRITE_A_DAY}."
    if _MONTH.fullmatch(text):
        return None, f"This is a month or a year, and no day. {WRITE_A_DAY}."
    return None, f"This is no day of the calendar. {WRITE_A_DAY}."


def term_of(cell: Cell) -> Term | None:
    """Read a term; a small number alone is of years."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return Term(cell * MONTHS_A_YEAR) if 0 < cell <= _LONGEST_TERM else None
    text = SINCE.sub(" ", re.sub(r"\([^()]*\)?", " ", str(cell))).strip(" ,;-").casefold()
    text = re.sub(r"\b(?:yrs?|years?)\b\.?", "years", re.sub(r"(?<=\d)(?=[a-z])", " ", text))
    if re.fullmatch(r"[1-9]", text):
        return Term(int(text) * MONTHS_A_YEAR)
    return meaning.term(" ".join(text.split()))


def blank(text: str) -> bool:
    """Tell whether a text stands for an empty cell."""
    return text.casefold() in _BLANK


def nothing(cell: Cell) -> bool:
    """Tell whether a cell says that no day, and no term, is due."""
    return isinstance(cell, str) and cell.strip().casefold() in _NO_DAY
