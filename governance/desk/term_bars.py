"""Terms as a chart: a bar for each governor from the appointment to the end of the term, with today across them."""

import datetime
from collections.abc import Sequence
from typing import Final

import attrs
from markupsafe import Markup

_ROW: Final = 26
_BAR: Final = 16
_FOOT: Final = 24
_LEFT: Final = 30
"""How many hundredths of the chart the names have."""
_EVERY: Final = (1, 2, 5, 10)
_MOST_YEARS: Final = 8


@attrs.frozen
class Bar:
    """One term: whose, from when, when it ends, what tells it apart, and the same in words."""

    name: str
    since: datetime.date
    until: datetime.date
    kind: str
    says: str


def chart(bars: Sequence[Bar], today: datetime.date, label: str) -> Markup:
    """Draw the terms; a table beside the chart says the same.

    >>> day = datetime.date(2024, 9, 1)
    >>> "<rect" in chart([Bar("parent 1", day, datetime.date(2028, 8, 31), "runs", "to 31 August 2028")], day, "Terms")
    True
    """
    first = min((today, *(one.since for one in bars)))
    last = max((today, *(one.until for one in bars))) + datetime.timedelta(days=60)

    def x(day: datetime.date) -> float:
        return round(_LEFT + (100 - _LEFT) * (day - first).days / max(1, (last - first).days), 2)

    height = _ROW * len(bars)
    rows = [_row(one, number, x(one.since), x(one.until)) for number, one in enumerate(bars)]
    years = [_year(year, x(datetime.date(year, 1, 1)), height) for year in _years(first, last)]
    now = Markup('<line class="desk-terms__now" x1="{0}%" x2="{0}%" y1="0" y2="{1}"/>').format(
        x(today), height
    )
    return Markup(
        '<svg class="desk-terms" role="img" height="{}" width="100%"><title>{}</title>{}{}{}</svg>'
    ).format(height + _FOOT, label, Markup("").join(years), Markup("").join(rows), now)


def _row(one: Bar, number: int, left: float, right: float) -> Markup:
    top = number * _ROW + (_ROW - _BAR) // 2
    return Markup(
        '<text x="0" y="{}">{}</text><rect class="desk-terms__{}" x="{}%" y="{}" width="{}%" height="{}"><title>{}</title></rect>'
    ).format(top + 13, one.name, one.kind, left, top, max(0.3, round(right - left, 2)), _BAR, one.says)


def _year(year: int, at: float, height: int) -> Markup:
    return Markup(
        '<line class="desk-terms__year" x1="{0}%" x2="{0}%" y1="0" y2="{1}"/><text x="{0}%" y="{2}" text-anchor="middle">{3}</text>'
    ).format(at, height + 4, height + 18, year)


def _years(first: datetime.date, last: datetime.date) -> list[int]:
    years = [year for year in range(first.year, last.year + 1) if first <= datetime.date(year, 1, 1) <= last]
    step = next((one for one in _EVERY if len(years) / one <= _MOST_YEARS), _EVERY[-1])
    return [year for year in years if year % step == 0]
