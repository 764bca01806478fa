"""The page of amendments: when each instrument was in force and when it changed, drawn and as a table."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

from governance.documents.book.frame import TIMELINE, Book, Page, page, page_name
from governance.documents.book.html import Content, Html, bullets, join, link, paragraph, table, tag
from governance.english import day_words
from governance.law.changes import Bound, Change, bounds, changes
from governance.law.citations import cite_place
from governance.law.wording import amendment_url, amendment_words

_WIDTH: Final = 1100
_LEFT: Final = 300
_RIGHT: Final = 30
_TOP: Final = 46
_ROW: Final = 46
_RADIUS: Final = 9
_APART: Final = 20
_YEARS_IN_WORDS: Final = 2

Across = Callable[[datetime.date], float]
"""Where a day stands from left to right."""


def timeline_page(book: Book) -> Page:
    """Write the page."""
    marks = marks_of(book)
    rows = [(str(number), *_row(mark)) for number, mark in enumerate(marks, start=1)]
    parts: list[Content] = [paragraph("No date is recorded.")]
    if marks:
        parts = [
            tag("h2", "As a drawing", id="drawing"),
            paragraph(
                "Each bar is an instrument for as long as it is recorded as in force; it fades where no end is recorded. "
                "A number is a day on which something changed: the table below has the same numbers. The broken line is "
                f"the day of this book, {day_words(book.day)}."
            ),
            tag(
                "div", _drawing(book, marks), class_="scroll", role="region", aria_label="Drawing", tabindex=0
            ),
            tag("h2", "As a table", id="table"),
            table(
                "Every day on which a rule, a doubt or a whole instrument begins or ends",
                ("No.", "From", "Instrument", "Provision", "What changes", "By"),
                rows,
                label="Amendments",
                class_="narrow",
            ),
        ]
    return page(
        TIMELINE,
        "Amendments, day by day",
        paragraph(
            "Dates are those of commencement, to the day; only the first day of a whole instrument may be later than its "
            "commencement, because older law is recorded from the first day that this program covers. The last column names the amending provision where the "
            "file records one, as it must for a rule, a doubt or a reason that ends and that nothing replaces."
        ),
        *parts,
    )


def marks_of(book: Book) -> tuple[Bound | Change, ...]:
    """List every day on which an instrument begins or ends, or something in it changes."""
    found: list[Bound | Change] = [*bounds(book.volumes), *changes(book.volumes)]
    return tuple(sorted(found, key=lambda mark: mark.day))


def bound_words(mark: Bound) -> str:
    """Say that an instrument begins or ends; where the day it came into force is not recorded, that our record begins."""
    if not mark.begins:
        return "The whole ends"
    if mark.volume.law.span.start_known:
        return "The whole, as recorded, begins"
    return "Our record of it begins; the day it came into force is not recorded"


def _row(mark: Bound | Change) -> tuple[Content, ...]:
    cite = mark.volume.law.cite
    first = (
        tag("span", day_words(mark.day), class_="whole"),
        tag("span", cite, class_="whole"),
    )
    if isinstance(mark, Bound):
        return *first, "all", bound_words(mark), ""
    where = cite_place(mark.volume, mark.provision).removeprefix(f"{cite} ")
    by = join((link(amendment_url(one), amendment_words(one)) for one in mark.by), between="; ")
    return (
        *first,
        link(page_name(mark.volume, mark.provision), where),
        bullets(f"{what[:1].upper()}{what[1:]}." for what in mark.what),
        by or "not recorded",
    )


def _drawing(book: Book, marks: Sequence[Bound | Change]) -> Html:
    days = [*(mark.day for mark in marks), book.day]
    first, last = min(days).year, max(days).year + 1
    height = _TOP + _ROW * len(book.volumes) + 12

    def x(day: datetime.date) -> float:
        start, end = datetime.date(first, 1, 1), datetime.date(last, 1, 1)
        share = (day - start).days / (end - start).days
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    years = join(
        _year(year, x(datetime.date(year, 1, 1)), height, first, last) for year in range(first, last + 1)
    )
    rows = join(
        _bar(
            book,
            place,
            [(n, mark) for n, mark in enumerate(marks, start=1) if mark.volume == volume],
            x,
            last,
        )
        for place, volume in enumerate(book.volumes)
    )
    today = tag(
        "line",
        x1=x(book.day),
        x2=x(book.day),
        y1=_TOP - 14,
        y2=height - 6,
        stroke="#8c1010",
        stroke_width=2,
        stroke_dasharray="6 4",
    )
    return tag(
        "svg",
        tag("title", "When each instrument was in force, and when it changed", id="drawing-title"),
        tag("desc", "The table below says the same in words.", id="drawing-desc"),
        _fade(),
        years,
        rows,
        today,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_labelledby="drawing-title drawing-desc",
        xmlns="http://www.w3.org/2000/svg",
    )


def _fade() -> Html:
    stops = (
        tag("stop", offset=at, stop_color="#8fb0d3", stop_opacity=shade)
        for at, shade in (("0", "1"), ("1", "0.15"))
    )
    return tag("defs", tag("linearGradient", *stops, id="no-end"))


def _year(year: int, x: float, height: int, first: int, last: int) -> Html:
    crowded = last - first > (_WIDTH - _LEFT) // 60
    named = not crowded or (year - first) % _YEARS_IN_WORDS == 0
    line = tag("line", x1=x, x2=x, y1=_TOP - 16, y2=height - 6, stroke="#d5dae0")
    return join([line, tag("text", str(year), x=x, y=_TOP - 24, text_anchor="middle") if named else None])


def _bar(book: Book, place: int, marks: list[tuple[int, Bound | Change]], x: Across, last: int) -> Html:
    law = book.volumes[place].law
    middle = _TOP + _ROW * place + _ROW // 2
    start, end = x(law.span.since), x(law.span.until or datetime.date(last, 1, 1))
    name = tag("text", law.cite, x=_LEFT - 10, y=middle + 5, text_anchor="end")
    bar = tag(
        "rect",
        x=start,
        y=middle - 7,
        width=round(end - start, 1),
        height=14,
        fill="#8fb0d3" if law.span.until else "url(#no-end)",
    )
    return tag("g", name, bar, *_dots(marks, middle, x))


def _dots(marks: list[tuple[int, Bound | Change]], middle: int, x: Across) -> list[Html]:
    """Number the days; where two are close the later one stands higher or lower, tied to its day."""
    drawn: list[Html] = []
    taken: dict[int, float] = {}
    by_day: dict[datetime.date, list[int]] = {}
    for number, mark in marks:
        by_day.setdefault(mark.day, []).append(number)
    for day, numbers in by_day.items():
        words = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}+"
        at = x(day)
        level = next((one for one in (0, -15, 15) if at - taken.get(one, -_APART) >= _APART), 0)
        taken[level] = at
        drawn.append(
            join(
                [
                    tag("circle", cx=at, cy=middle + level, r=_RADIUS, fill="#fff", stroke="#1a1f24"),
                    tag("text", words, x=at, y=middle + level + 4, text_anchor="middle", font_size=10),
                ]
            )
        )
    return drawn
