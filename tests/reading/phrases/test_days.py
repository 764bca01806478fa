"""Days as documents write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.reading.phrases.days import MONTHS, days

DAY = datetime.date(2015, 9, 1)


class TestWhole:
    """A day with its month and year."""

    @pytest.mark.parametrize(
        "text",
        [
            "1 September 2015",
            "1st September 2015",
            "1st September, 2015",
            "1 Sept 2015",
            "Tuesday 1st September 2015",
            "the 1st day of September 2015",
            "September 1, 2015",
            "01/09/2015",
            "1/9/15",
            "1.9.15",
            "01.09.2015",
            "2015-09-01",
        ],
    )
    def test_forms(self, text):
        """Every form that is met."""
        assert [DAY] == [day.date for day in days(f"in effect from {text}.")]

    def test_the_day_first(self):
        """Figures are read the British way, and it is told that they could be exchanged."""
        ((first, second),) = [days("12/11/2012 and 17/03/15")]
        assert (datetime.date(2012, 11, 12), True) == (first.date, first.either)
        assert (datetime.date(2015, 3, 17), False) == (second.date, second.either)

    @given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
    def test_any_day(self, day):
        """Words and figures give the same day."""
        words = f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
        figures = f"{day.day:02}/{day.month:02}/{day.year % 100:02}"
        assert [day, day] == [one.date for text in (words, figures) for one in days(text)]


class TestNotWhole:
    """What lacks a day or a year is found, and is no day."""

    @pytest.mark.parametrize(
        ("text", "missing"),
        [
            ("September 2021", "the day of the month is missing"),
            ("16th March", "the year is missing"),
            ("31 February 2015", "it is not a day of the calendar"),
            ("32/01/2015", "it is not a day of the calendar"),
        ],
    )
    def test_missing(self, text, missing):
        """And it says what is wrong."""
        assert [(None, missing)] == [(day.date, day.missing) for day in days(text)]

    @pytest.mark.parametrize("text", ["2021", "we may 2 governors", "SI 2012/1034", "1.1 Name", "6.30"])
    def test_nothing(self, text):
        """A year alone, a citation and a clock are no days."""
        assert [] == [day for day in days(text) if day.date]


@given(st.text("0123456789/.-, abcjmuneryst", max_size=40))
def test_any_text(text):
    """Whatever the text, the places found lie in it."""
    assert all(0 <= day.start < day.end <= len(text) for day in days(text))
