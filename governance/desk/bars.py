"""The days of the law as a bar: how long a board has been lawful and how long not, each length a link."""

import datetime
from collections.abc import Sequence
from typing import Final

import attrs
from markupsafe import Markup

_TOP: Final = 6
_HEIGHT: Final = 40
_FEWEST: Final = 9.0
"""A length of less than so many hundredths of the bar has no room for its word."""
_EVERY: Final = (1, 2, 5, 10)
_MOST_YEARS: Final = 10


@attrs.frozen
class Length:
    """Some days running: the first, the first that is no more of them, the answer in a word, its kind and where it leads."""

    since: datetime.date
    until: datetime.date | None
    word: str
    kind: str
    says: str
    href: str


def bar(lengths: Sequence[Length], today: datetime.date, label: str) -> Markup:
    """Draw the lengths from the first day to a year from today; a table beside it says the same.

    >>> day = datetime.date(2012, 9, 1)
    >>> "<a href" in bar([Length(day, None, "Lawful", "lawful", "Lawful since then", "#x")], day, "When")
    True
    """
    first = lengths[0].since
    last = max(today, *(one.since for one in lengths)) + datetime.timedelta(days=366)

    def x(day: datetime.date) -> float:
        return round(100 * (day - first).days / (last - first).days, 2)

    parts = [_length(one, x(one.since), x(one.until or last)) for one in lengths]
    years = [_year(year, x(datetime.date(year, 1, 1))) for year in _years(first.year + 1, last.year)]
    now = Markup('<line class="desk-days__now" x1="{0}%" x2="{0}%" y1="0" y2="52"/>').format(x(today))
    return Markup('<svg class="desk-days" role="group" aria-label="{}">{}{}{}</svg>').format(
        label, Markup("").join(parts), Markup("").join(years), now
    )


def _length(one: Length, left: float, right: float) -> Markup:
    width = round(right - left, 2)
    word = Markup('<text x="{}%" y="{}" text-anchor="middle">{}</text>').format(
        round(left + width / 2, 2), _TOP + 26, one.word
    )
    return Markup(
        '<a href="{}" class="desk-days__{}" aria-label="{}"><rect x="{}%" y="{}" width="{}%" height="{}"><title>{}</title></rect>{}</a>'
    ).format(
        one.href, one.kind, one.says, left, _TOP, width, _HEIGHT, one.says, word if width >= _FEWEST else ""
    )


def _year(year: int, at: float) -> Markup:
    return Markup(
        '<line x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/><text x="{0}%" y="{3}" text-anchor="middle" aria-hidden="true">{4}</text>'
    ).format(at, _TOP + _HEIGHT, _TOP + _HEIGHT + 7, _TOP + _HEIGHT + 23, year)


def _years(first: int, last: int) -> list[int]:
    """Give the years that are written below: every one, or every second, fifth or tenth."""
    step = next((one for one in _EVERY if (last - first) / one <= _MOST_YEARS), _EVERY[-1])
    return [year for year in range(first, last + 1) if year % step == 0]
