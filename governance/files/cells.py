"""A table as a .csv file of which no cell is taken for a formula, by a rule that can be undone.

A spreadsheet may work out a cell that begins with one of `_DANGEROUS`. Such a cell gets an apostrophe in front, and so
does one that begins with an apostrophe already where one of these follows. Reading takes exactly those off again.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Final

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, also in the full width of Japanese; and the apostrophe itself."""


def safe_cell(text: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula; `plain_cell` takes it off.

    >>> safe_cell("+Plus"), plain_cell(safe_cell("+Plus")), safe_cell("St Mary's")
    ("'+Plus", '+Plus', "St Mary's")
    """
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def plain_cell(text: str) -> str:
    """Give a cell as it was before `safe_cell`; what was never made safe stays as it is.

    >>> plain_cell("'=1"), plain_cell("'Twas"), plain_cell(safe_cell("'Twas"))
    ('=1', "'Twas", "'Twas")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_DANGEROUS) else text


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[str | int | datetime.date | None]]) -> bytes:
    """Make a .csv file that Excel knows to be UTF-8; days are written year-month-day."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    for row in (heads, *rows):
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
