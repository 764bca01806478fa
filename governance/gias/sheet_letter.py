"""What to know of a bulk-update workbook, as words."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from governance.gias.sheet import Remark, Sheet
from governance.letters.page import wrap

_TITLES: Final = {True: "To fill in, or to settle, before the upload", False: "To know"}


def letter(sheet: Sheet, written: str) -> str:
    """Say what was written, and what is open."""
    return "\n".join(_lines(sheet, written))


def _lines(sheet: Sheet, written: str) -> Iterator[str]:
    there = f", below {rows(sheet.there)} that the template has" if sheet.there else ""
    yield f"Wrote {written}: {rows(sheet.added)} from the register{there}."
    remarks = sorted(sheet.remarks, key=lambda one: not one.unsettled)
    for unsettled, those in groupby(remarks, key=lambda one: one.unsettled):
        yield from ("", _TITLES[unsettled])
        for one in those:
            yield from wrap(_remark(one), "  - ", "    ")


def _remark(one: Remark) -> str:
    column = f"{one.column}: " if one.column else ""
    return f"{column}{one.says}{f' ({places(one.lines)})' if one.lines else ''}"


def rows(count: int) -> str:
    """Count rows in words that agree with the number."""
    return f"{count} {'row' if count == 1 else 'rows'}"


def places(lines: Sequence[int]) -> str:
    """Name lines of the register; lines that follow one another are named by the first and the last.

    >>> places([2, 4, 5, 6])
    'lines 2, 4-6'
    """
    spans = []
    for _, some in groupby(enumerate(sorted(set(lines))), key=lambda pair: pair[1] - pair[0]):
        span = [line for _, line in some]
        spans.append(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}")
    return f"{'line' if len(set(lines)) == 1 else 'lines'} {', '.join(spans)}"
