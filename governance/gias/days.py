"""Days as the public record writes them: with strokes in one file and hyphens in another, and years that mean none."""

import datetime
import functools
import re
from typing import Final

_DAY: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_NO_DAY: Final = frozenset((1900, 1902, 9999))
"""Years that the record has where nobody knew the day, or where an office has no end."""


@functools.lru_cache(maxsize=65_536)
def day_in(cell: str) -> tuple[datetime.date | None, bool]:
    """Give the day in a cell, and whether the cell is understood; without a day it says that there is none.

    >>> day_in("31/08/2018"), day_in("31-08-2018")[0] == day_in("2018-08-31")[0]
    ((datetime.date(2018, 8, 31), True), True)
    >>> day_in(""), day_in("01/01/1900"), day_in("31/12/9999"), day_in("31/02/2018"), day_in("1/9/18")
    ((None, True), (None, True), (None, True), (None, False), (None, False))
    """
    cell = cell.strip()
    if not cell:
        return None, True
    if found := _DAY.fullmatch(cell):
        day, _, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(cell):
        year, month, day = found.groups()
    else:
        return None, False
    if int(year) in _NO_DAY:
        return None, True
    try:
        return datetime.date(int(year), int(month), int(day)), True
    except ValueError:
        return None, False
