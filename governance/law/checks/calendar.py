"""Days counted in calendar months, as the law counts them.

A month ends on the day of the same number; where the month has no such day, on its last day, or with `roll`
on the first day of the next. A day beyond the calendar is the last (or first) there is.
"""

import calendar
import datetime
import functools

from governance.model import Term

_MONTHS = 12
_LEAP_CYCLE = (datetime.date(2023, 1, 1), datetime.date(2027, 1, 1))


def after(day: datetime.date, months: int, *, roll: bool = False) -> datetime.date:
    """Give the day so many months after another; before it, where the number is less than nought.

    >>> after(datetime.date(2019, 8, 31), 6)
    datetime.date(2020, 2, 29)
    >>> after(datetime.date(2020, 2, 29), 60, roll=True)
    datetime.date(2025, 3, 1)
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    if year < datetime.MINYEAR:
        return datetime.date.min
    last = calendar.monthrange(year, month + 1)[1]
    if day.day <= last:
        return datetime.date(year, month + 1, day.day)
    end = datetime.date(year, month + 1, last)
    return end + datetime.timedelta(days=1) if roll else end


def days_after(day: datetime.date, days: int) -> datetime.date:
    """Give the day so many days after another.

    >>> days_after(datetime.date(2016, 4, 1), 21)
    datetime.date(2016, 4, 22)
    """
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return datetime.date.max


@functools.cache
def days_in(term: Term) -> tuple[int, int]:
    """Give the fewest and the most days that a length of time can have.

    >>> days_in(Term(months=3))
    (89, 92)
    """
    first, last = _LEAP_CYCLE
    starts = (datetime.date.fromordinal(number) for number in range(first.toordinal(), last.toordinal()))
    lengths = [(after(start, term.months) - start).days for start in starts]
    return min(lengths), max(lengths)
