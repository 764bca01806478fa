"""Numbers: which of them can be a number of seats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.documents.reader.numbers import WORDS, numbers, value_of


def kinds(text):
    return [(number.value, number.kind) for number in numbers(text)]


class TestCounts:
    """A plain number counts something, however it is written."""

    @pytest.mark.parametrize(
        "text",
        [
            "2 parents",
            "two parents",
            "Two parents",
            "2 x parents",
            "x 2 parents",
            "x2 parents",
            "(2)",
            "Parents:2",
        ],
    )
    def test_two(self, text):
        """Digits and words, with a sign of multiplication before or after."""
        assert [(2, "count")] == kinds(text)

    def test_no_space(self):
        """A converter may lose the space."""
        assert [(7, "count")] == kinds("7foundationgovernors")

    def test_twice_the_same(self):
        """The figure in brackets repeats the word."""
        assert [(2, "count")] == kinds("two (2) parents")

    def test_twice_and_different(self):
        """A word and a figure that disagree are no number to rely on."""
        assert [(2, "unsure")] == kinds("two (3) parents")

    @given(st.integers(1, 49))
    def test_every_word(self, value):
        """Every number in words is the number in figures."""
        words = next(word for word, number in WORDS.items() if number == value)
        assert value_of(words) == value_of(str(value)) == value


class TestNoSeats:
    """A limit, a part, a place and a time are no numbers of seats."""

    @pytest.mark.parametrize(
        "text",
        [
            "at least 2 parents",
            "up to 2 of them staff",
            "no more than two (Y)",
            "between 9 and 20 governors",
            "from three to one",
            "9-11 governors",
            "2 or more parents",
            "one or two parents",
        ],
    )
    def test_limits(self, text):
        """A limit or a range is not exact."""
        assert {"bound"} == {number.kind for number in numbers(text)}

    @pytest.mark.parametrize(
        "text",
        [
            "regulation 14",
            "Schedule 2",
            "one third",
            "one-third",
            "4 years",
            "3 vacancies",
            "1 from each school",
            "12+Y",
            "14 / 12",
            "of whom four",
        ],
    )
    def test_parts(self, text):
        """A number of something else."""
        assert {"part"} == {number.kind for number in numbers(text)}

    @pytest.mark.parametrize("text", ["School number 11069", "2nd April", "6.30", "16A", "2018"])
    def test_nothing(self, text):
        """What is no number of people at all."""
        assert [] == [number for number in numbers(text) if number.kind == "count"]


class TestAlone:
    """A text that is a number and nothing else."""

    @pytest.mark.parametrize("text", ["13", "13.", "Thirteen", " : 13", "x 13"])
    def test_a_number(self, text):
        """With the signs that may stand about it."""
        assert 13 == value_of(text)

    @pytest.mark.parametrize("text", ["13 or 12", "thirteenth", "13 years", "about 13", "", "n/a"])
    def test_no_number(self, text):
        """Anything more is not taken."""
        assert value_of(text) is None


@given(st.text(max_size=60))
def test_any_text(text):
    """Whatever the text, the places found lie in it, in order."""
    found = numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert [number.start for number in found] == sorted(number.start for number in found)
