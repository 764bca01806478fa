"""Days and lists in words, the same in every answer; light enough for the fastest of them."""

import datetime
from collections.abc import Iterable
from typing import Final

UNITS: Final = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
"""The numbers that have a word of their own, each at its place."""

TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def day_words(day: datetime.date) -> str:
    """Say a day as letters do.

    >>> day_words(datetime.date(2018, 9, 18))
    '18 September 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def either_day(first: datetime.date, last: datetime.date) -> str:
    """Say a day that is one of two, and what they share once.

    >>> either_day(datetime.date(2027, 1, 1), datetime.date(2027, 1, 2))
    '1 or 2 January 2027'
    >>> either_day(datetime.date(2027, 1, 31), datetime.date(2027, 2, 1))
    '31 January 2027 or 1 February 2027'
    """
    if first == last:
        return day_words(first)
    same = (first.month, first.year) == (last.month, last.year)
    return f"{first.day if same else day_words(first)} or {day_words(last)}"


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Join with commas, and a last word between the last two.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    items = list(items)
    return f" {last} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a full stop.

    >>> sentence("12 seats; the least is 7")
    '12 seats; the least is 7.'
    """
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def lower(text: str) -> str:
    """Begin with a small letter."""
    return text[:1].lower() + text[1:]
