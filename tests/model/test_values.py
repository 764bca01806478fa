"""Terms of office and seats: the values a proposal is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.model import School, Seats, Term, Terms
from governance.model.names import SEATS, seat_words

counts = st.dictionaries(st.sampled_from(SEATS), st.integers(0, 999))


class TestTerm:
    """A term is whole years, whole months, or both."""

    @pytest.mark.parametrize(
        ("text", "months"),
        [
            ("2 years", 24),
            ("1 year", 12),
            ("18 months", 18),
            ("1 month", 1),
            ("four years", 48),
            ("Four Years", 48),
            ("one year and six months", 18),
            ("1 year 6 months", 18),
            ("  2   years ", 24),
            ("0 years and 6 months", 6),
            ("twelve months", 12),
        ],
    )
    def test_read(self, text, months):
        """Numbers may be figures or words, one to twelve."""
        assert Term(months) == Term.parse(text)

    @pytest.mark.parametrize(
        "text",
        ["", " ", "years", "2", "two", "2 weeks", "2.5 years", "-1 year", "0 years", "0 months", "2 years or so",
         "six months and one year", "thirteen years", "a year", "1000 years", "2 years,", "and 6 months"],
    )  # fmt: skip
    def test_refused(self, text):
        """What is no term, or no time at all, is refused."""
        with pytest.raises(ValueError, match=r"is not a term of office|is no time at all"):
            Term.parse(text)

    @given(st.integers(1, 11_999))
    def test_round_trip(self, months):
        """A term is read as it is written."""
        assert Term(months) == Term.parse(str(Term(months)))

    @given(st.integers(1, 500), st.integers(1, 500))
    def test_order(self, first, second):
        """Terms are in order of their length."""
        assert (first < second) is (Term(first) < Term(second))

    @given(st.text())
    def test_any_text(self, text):
        """Whatever the text, it is a term of some time or it is refused."""
        try:
            months = Term.parse(text).months
        except ValueError:
            months = None
        assert months is None or months > 0

    @pytest.mark.parametrize(
        ("months", "text"), [(1, "1 month"), (12, "1 year"), (18, "18 months"), (30, "2 years and 6 months")]
    )
    def test_words(self, months, text):
        """It is said in years where it is whole years."""
        assert text == str(Term(months))


class TestSeats:
    """Seats are numbers by category."""

    def test_no_seats(self):
        """A category that is not named has none."""
        assert 0 == Seats().sum()
        assert list(SEATS) == list(Seats().counts())

    @given(counts)
    def test_sum(self, seats):
        """The sum is that of the nine categories."""
        assert sum(seats.values()) == Seats(**seats).sum()

    @given(counts, st.integers(0, 9), st.integers(0, 99))
    def test_parts_and_totals_are_not_seats(self, seats, co_opted_staff, total):
        """Neither the co-opted staff nor the stated total is counted again."""
        assert sum(seats.values()) == Seats(**seats, co_opted_staff=co_opted_staff, total=total).sum()

    @given(counts, st.sampled_from(SEATS))
    def test_unknown(self, seats, unknown):
        """While one seat is unknown there is no sum."""
        assert None is Seats(**seats | {unknown: "unknown"}).sum()

    @pytest.mark.parametrize(
        ("count", "words"), [(0, "parent governors"), (1, "parent governor"), (2, "parent governors")]
    )
    def test_words(self, count, words):
        """A category is said in words that agree with the number."""
        assert words == seat_words("parent", count)


def test_a_value_shows_its_fields():
    """In the order in which they are given, each as it would be typed."""
    assert "Terms(by_category={'parent': Term(months=24)}, fixed_by_appointer=())" == repr(
        Terms({"parent": Term(24)})
    )
    assert repr(School("community", name="Hill")).startswith(
        "School(category='community', name='Hill', foundation=None, "
    )
