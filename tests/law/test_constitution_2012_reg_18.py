"""Regulation 18 of SI 2012/1034: the terms of office that an instrument may set."""

import datetime

import pytest
from boards import DAY, SMALLEST, ask, breached, finding
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.model import Term
from governance.model.names import SEATS

BEFORE = datetime.date(2015, 8, 31)
AFTER = datetime.date(2015, 9, 1)
BOARD = SMALLEST["community", None]
CATEGORIES = sorted({*SEATS, "all"} - {"head_teacher"})


def with_terms(on=DAY, **terms):
    """A lawful community school whose instrument sets these terms."""
    return ask(on=on, terms=terms, **BOARD)


class TestParagraph1:
    """18(1): a governor serves four years, unless another paragraph allows another term."""

    @pytest.mark.parametrize("day", [datetime.date(2012, 9, 1), BEFORE, AFTER, DAY])
    def test_four_years(self, day):
        """Four years are lawful on every day, and so is saying nothing."""
        assert with_terms(day, parent="4 years").lawful is True
        assert with_terms(day).lawful is True

    @pytest.mark.parametrize("day", [datetime.date(2012, 9, 1), BEFORE, AFTER, DAY])
    def test_a_month_more(self, day):
        """Four years and a month are too long on every day."""
        result = with_terms(day, parent="49 months")
        found = finding(result, "C12-TERM-DEF")
        assert "breached" == found.verdict
        assert "parent governors would serve 4 years and 1 month" in found.because
        assert 1 == len(found.repairs)
        assert False is result.lawful


class TestParagraph2:
    """18(2): the head teacher is a governor for as long as he or she is head teacher."""

    def test_term_of_the_head(self):
        """A term set for the head teacher has no effect: it is advised against, and not unlawful."""
        result = with_terms(head_teacher="4 years")
        assert {"C12-TERM-HEAD"} == breached(result)
        assert "advice" == finding(result, "C12-TERM-HEAD").severity
        assert result.lawful is True

    def test_no_term_of_the_head(self):
        """Terms of the others are no term of the head teacher, nor is a term of every category."""
        assert "met" == finding(with_terms(parent="2 years", all="3 years"), "C12-TERM-HEAD").verdict


class TestParagraph4a:
    """18(4)(a): from 1 September 2015 an instrument may set a category's term between one year and four."""

    @pytest.mark.parametrize(
        ("term", "kept"),
        [("11 months", False), ("1 year", True), ("2 years", True), ("4 years", True), ("49 months", False)],
    )
    def test_limits(self, term, kept):
        """One year and four years are within the limits; a month beyond either is not."""
        found = finding(with_terms(AFTER, co_opted=term), "C12-TERM-CAT")
        assert ("met" if kept else "breached") == found.verdict
        assert "1 year to 4 years" in found.because

    def test_before(self):
        """On 31 August 2015 the old words were in force, which nobody here has read: a short term is unknown."""
        result = with_terms(BEFORE, parent="2 years")
        assert None is result.lawful
        assert "unknown" == finding(result, "C12-TERM-AS-MADE").verdict
        assert finding(result, "C12-TERM-AS-MADE").question
        assert [] == [one for one in result.findings if one.rule == "C12-TERM-CAT"]
        assert with_terms(AFTER, parent="2 years").lawful is True

    def test_limit_of_what_was_not_read(self):
        """A month less than four years relies on the words not read; four years do not."""
        assert "unknown" == finding(with_terms(BEFORE, parent="47 months"), "C12-TERM-AS-MADE").verdict
        assert "met" == finding(with_terms(BEFORE, parent="48 months"), "C12-TERM-AS-MADE").verdict

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            ("11 months", "breached"),
            ("1 year", "met"),
            ("2 years", "met"),
            ("47 months", "met"),
            ("4 years", None),
        ],
    )
    @pytest.mark.parametrize("federation", [False, True])
    def test_both_ways(self, term, expected, federation):
        """What a secondary source quotes of the old words is told beside it: from one year to four it is lawful."""
        data = {
            "school": {"category": "federation" if federation else "community"},
            **({"schools": [{"category": "community"}] * 2} if federation else {}),
            "seats": BOARD,
            "terms": {"parent": term},
        }
        asked = governance.parse(data)
        rule = "FED-TERM-AS-MADE" if federation else "C12-TERM-AS-MADE"
        found = finding(governance.check(asked, on=BEFORE), rule)
        assert expected == (found.doubt and found.doubt.verdict)
        (view,) = [one for one in governance.readings(asked, on=BEFORE).answers if one.reading == "as-made"]
        assert (expected is not None) is view.matters
        assert "secondary source" in view.other

    @given(st.dictionaries(st.sampled_from(CATEGORIES), st.integers(1, 72), max_size=4))
    def test_every_category(self, months):
        """Every term of every category counts, the head teacher's apart."""
        result = with_terms(**{category: str(Term(number)) for category, number in months.items()})
        kept = all(12 <= number <= 48 for number in months.values())
        assert ("met" if kept else "breached") == finding(result, "C12-TERM-CAT").verdict
        long = any(number > 48 for number in months.values())
        assert ("breached" if long else "met") == finding(result, "C12-TERM-DEF").verdict
        assert kept is result.lawful


class TestParagraph4b:
    """18(4)(b): from 1 September 2015 an instrument may leave each term to those who appoint the governor."""

    def test_co_opted(self):
        """Terms of co-opted governors may be left to the governing body, which appoints them."""
        assert set() == breached(with_terms(fixed_by_appointer=["co_opted"]))

    @pytest.mark.parametrize("elected", ["parent", "staff"])
    def test_elected(self, elected):
        """Nobody appoints an elected governor: it is advised against, with the other view."""
        result = with_terms(fixed_by_appointer=[elected])
        found = finding(result, "C12-TERM-ELECTED")
        assert {"C12-TERM-ELECTED"} == breached(result)
        assert ("advice", "elected", "met") == (found.severity, found.doubt.reading, found.doubt.verdict)
        assert result.lawful is True

    def test_before(self):
        """On 31 August 2015 nobody can tell; on 1 September it is lawful."""
        assert None is with_terms(BEFORE, fixed_by_appointer=["co_opted"]).lawful
        assert with_terms(AFTER, fixed_by_appointer=["co_opted"]).lawful is True
