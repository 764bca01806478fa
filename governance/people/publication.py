"""The table that a school publishes of its governors: who has served, from when, by whose appointment, until when."""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from governance.answers.procedures.source import GUIDANCE_2017, source
from governance.english import day_words
from governance.errors import CannotTellError
from governance.files.cells import csv_file
from governance.model.names import SEATS, seat_words
from governance.people.in_post import Body, InPost, Line

HEADS: Final = (
    "Governor",
    "Category",
    "Appointed by",
    "Appointed on",
    "Term of office ends",
    "Stepped down on",
)
_NOT_SAID: Final = "not in the register"


@attrs.frozen
class Published:
    """The rows of one governing body: those in post first, then those who have left."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@attrs.frozen
class Publication:
    """The tables of a register on a day; `asks` is what the guidance wants published, with its citation."""

    on: datetime.date
    bodies: tuple[Published, ...]
    asks: str
    citation: str
    url: str
    named: bool


def publication(answer: InPost, *, since: datetime.date | None = None) -> Publication:
    """Give the tables; with `since`, without those who left before that day.

    Raises CannotTellError where no guidance of the day is recorded, and where nobody is known to be a governor.
    """
    guidance = source(GUIDANCE_2017, answer.on)
    footing = guidance.footing("GUIDANCE-PUBLICATION")
    citation, url = guidance.cite(footing.para)
    bodies = [Published(body.name, tuple(_rows(body, answer.on, since))) for body in answer.bodies]
    if not any(body.rows for body in bodies):
        raise CannotTellError(
            f"{answer.register}: nobody in it is known to be a governor, so there is no table."
        )
    return Publication(
        on=answer.on,
        bodies=tuple(body for body in bodies if body.rows),
        asks=footing.says,
        citation=citation,
        url=url,
        named=any(line.person.name for _, line in answer.lines),
    )


def publication_csv(made: Publication) -> bytes:
    """Make a .csv file of it, of which no cell is taken for a formula."""
    return csv_file(("Governing body", *HEADS), _with_bodies(made))


def publication_workbook(made: Publication) -> bytes:
    """Make a workbook of it."""
    from governance.files.spreadsheet import Column, workbook  # noqa: PLC0415 - Excel is slow to load

    columns = [Column(head, 28) for head in ("Governing body", *HEADS)]
    return workbook("Governors", columns, _with_bodies(made), on=made.on)


def _with_bodies(made: Publication) -> Iterator[tuple[str, ...]]:
    for body in made.bodies:
        for row in body.rows:
            yield (body.name, *row)


def _rows(body: Body, on: datetime.date, since: datetime.date | None) -> Iterator[tuple[str, ...]]:
    governors = [line for line in body.lines if line.person.category in SEATS]
    yield from (_row(line, on) for line in governors if line.in_post)
    left = [line for line in governors if line.standing == "ended" and line.person.standing in _SERVED]
    for line in sorted(left, key=lambda one: _left(one) or on, reverse=True):
        day = _left(line)
        if since is None or day is None or day >= since:
            yield _row(line, on)


_SERVED: Final = ("in post", "ended")


def _left(line: Line) -> datetime.date | None:
    days = line.end.days
    return line.person.ended_on or line.person.stated_end or (days[1] if days else None)


def _row(line: Line, on: datetime.date) -> tuple[str, ...]:
    one = line.person
    down = one.ended_on if one.ended_on and one.ended_on < on else None
    return (
        one.name or one.key,
        seat_words(one.category, 1).capitalize() + (f", {one.office}" if one.office else ""),
        one.appointed_by or _NOT_SAID,
        _day(one.appointed_on) or _NOT_SAID,
        _ends(line),
        _day(down) or ("the term is over" if line.standing == "ended" else "in post"),
    )


def _ends(line: Line) -> str:
    """Say the end as the register states it, or as it is reckoned in both readings; both where it states a later one."""
    stated, days = line.person.stated_end, line.end.days
    reckoned = " or ".join(dict.fromkeys(map(day_words, days))) if days else ""
    if stated and days and stated > days[1]:
        return f"{reckoned}; the register says {day_words(stated)}"
    if stated:
        return day_words(stated)
    return reckoned or ("with the post" if line.person.came_by == "ex officio" else _NOT_SAID)


def _day(day: datetime.date | None) -> str:
    return day_words(day) if day else ""
