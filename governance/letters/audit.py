"""An audit as a list: what needs attention first, and at the end how many there are of each verdict."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from governance.audit.row import STANDINGS, Row, Verdict
from governance.english import day_words, listed, sentence
from governance.letters.page import wrap

_TITLES: Final[dict[Verdict, str]] = {
    "unlawful": "UNLAWFUL",
    "cannot tell": "CANNOT TELL",
    "failed": "NOT READ, BY A MISTAKE OF OURS",
    "unreadable": "UNREADABLE",
    "lawful on condition": "LAWFUL, ON CONDITION",
    "lawful": "LAWFUL",
}


def letter(rows: Sequence[Row], *, today: datetime.date) -> str:
    """Write the list of rows that are in order."""
    return "\n".join(_lines(rows, today))


def counts(rows: Sequence[Row]) -> str:
    """Count the rows by verdict.

    >>> counts([Row("a.docx", "unlawful", datetime.date(2025, 9, 1))])
    '1 document: 1 unlawful.'
    """
    found = [row.standing for row in rows]
    each = [f"{found.count(standing)} {standing}" for standing in STANDINGS if standing in found]
    return f"{len(rows)} document{'' if len(rows) == 1 else 's'}: {listed(each) or 'none'}."


def _lines(rows: Sequence[Row], today: datetime.date) -> Iterator[str]:
    yield f"AUDIT: the law of the day each instrument took effect, and of {day_words(today)}"
    for standing, group in groupby(rows, key=lambda row: row.standing):
        yield from ("", _TITLES[standing])
        for row in group:
            yield from _entry(row)
    yield from ("", counts(rows))


def _entry(row: Row) -> Iterator[str]:
    yield from wrap(f"{row.file}: {_what(row)}" if row.school or row.category else row.file, "  - ", "    ")
    if row.standing not in ("lawful", "lawful on condition") and row.verdict_today:
        yield from wrap(_when(row), "    ", "    ")
    for says in (
        *map(str, row.breaches),
        *(f"From the list of schools: {says}" for says in row.told),
        *(f"Under the law of today: {breach}" for breach in row.breaches_today),
        *(row.open if row.standing == "cannot tell" else ()),
        *(f"Not understood: {line}" for line in row.not_understood),
        *(f"Conflict: {conflict}" for conflict in row.conflicts),
        *(f"To note: {remark}" for remark in row.remarks),
        row.reason,
    ):
        if says:
            yield from wrap(sentence(says), "    * ", "      ")


def _what(row: Row) -> str:
    members = "members" if row.category == "pupil referral unit" else "governors"
    size = None if row.total is None else f"{row.total} {members}"
    return ", ".join(part for part in (row.school, row.category, size) if part)


def _when(row: Row) -> str:
    """Say the verdict on the day it took effect, and today's."""
    on = row.on or row.today
    first = f"{row.verdict} under the law of {day_words(on)}"
    if row.effective_on is None:
        return sentence(f"{first}; from which day it has effect is not given")
    if on == row.today:
        return sentence(first)
    if row.verdict == row.verdict_today:
        return sentence(f"{first}, and under that of {day_words(row.today)}")
    return sentence(f"{first}; {row.verdict_today} under that of {day_words(row.today)}")
