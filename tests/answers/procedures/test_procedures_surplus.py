"""Surplus governors leave by one of four methods, and the methods are never mixed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import CAUSES, surplus
from governance.errors import CannotTellError
from governance.model.names import SEATS

REFORM = datetime.date(2012, 9, 1)
SKILLS = datetime.date(2014, 9, 1)
ALTERATIONS = datetime.date(2014, 1, 28)
LAST_OLD = datetime.date(2015, 8, 31)
ELECTED = tuple(seat for seat in SEATS if seat not in ("head_teacher", "foundation"))


class TestServeOut:
    """Under SI 2007/957 reg 20 surplus governors serve out their terms."""

    @pytest.mark.parametrize("day", [datetime.date(2007, 5, 25), REFORM - ONE])
    def test_before_the_reform(self, day):
        """Nobody has to leave, from the first day of those Regulations to the last before the reform."""
        assert ["SI 2007/957 reg 20"] == paras(surplus(day))

    @pytest.mark.parametrize("day", [REFORM, SKILLS, LAST_OLD])
    def test_older_instruments_after_it(self, day):
        """Nor under an older instrument, until 31 August 2015."""
        assert ["SI 2007/957 reg 20"] == paras(surplus(day, older_instrument=True))

    def test_no_older_instruments_after_that(self):
        """From 1 September 2015 no instrument is governed by them."""
        with pytest.raises(CannotTellError, match="no body is under SI 2007/957 any more"):
            surplus(LAST_OLD + ONE, older_instrument=True)

    def test_before_the_law_begins(self):
        """Before 25 May 2007 there is no answer."""
        with pytest.raises(CannotTellError, match="25 May 2007"):
            surplus(datetime.date(2007, 5, 24))


class TestSkills:
    """Under reg 15 those with the most relevant skills stay, by a vote on each category."""

    @pytest.mark.parametrize("day", [REFORM, SKILLS - ONE])
    def test_not_read_before(self, day):
        """What was said until 31 August 2014 was not found, and nothing is made up."""
        with pytest.raises(CannotTellError, match="we have not read"):
            surplus(day)

    @pytest.mark.parametrize("day", [SKILLS, DAY])
    def test_school(self, day):
        """From 1 September 2014: count, agenda, foundation's appointers, a vote each, nobody before the last."""
        steps = surplus(day, categories=["parent", "foundation"])
        expected = ["15(1)", "14(6A)", "15(2)", "15(3)", "15(4)", "15(1)"]
        assert expected == [citation.rpartition(" ")[2] for citation in paras(steps)]
        assert "SI 2013/1624 reg 14(6A)" == steps.steps[1].citation

    def test_federation(self):
        """A federation has reg 22A, cited as a whole, with the same steps."""
        steps = surplus(SKILLS, categories=["parent", "foundation"], cause="federation")
        assert {"SI 2012/1035 reg 22A", "SI 2013/1624 reg 14(6A)"} == set(paras(steps))
        with pytest.raises(CannotTellError, match="SI 2012/1035"):
            surplus(SKILLS - ONE, cause="federation")

    @given(categories=st.lists(st.sampled_from(ELECTED), min_size=1, unique=True))
    def test_a_vote_for_each_category(self, categories):
        """Each category has one vote, on which its own governors do not vote."""
        steps = surplus(DAY, categories=categories)
        votes = [step for step in steps.steps if step.what.startswith("votes")]
        assert len(categories) == len(votes)
        assert all("do not vote on it" in step.note for step in votes)

    def test_foundation_governors_are_not_voted_on(self):
        """Those who appointed them decide, and the instrument's own method is set aside."""
        steps = surplus(DAY, categories=["foundation"])
        assert not [step for step in steps.steps if step.what.startswith("votes")]
        assert "Those who appointed" in words(steps)
        assert "reg 15(5)" in words(steps)


class TestJuniority:
    """After a change of category the shortest service leaves first (SI 2013/3110 Sch 4 para 5)."""

    def test_first_day(self):
        """From 28 January 2014, and no answer on the day before."""
        assert "lots" in words(surplus(ALTERATIONS, cause="change of category"))
        with pytest.raises(CannotTellError, match="SI 2013/3110 is not in force"):
            surplus(ALTERATIONS - ONE, cause="change of category")

    @pytest.mark.parametrize(
        ("implemented", "by"),
        [
            (datetime.date(2018, 9, 1), datetime.date(2018, 12, 1)),
            (datetime.date(2018, 11, 30), datetime.date(2019, 2, 28)),
        ],
    )
    def test_reconstituted_within_three_months(self, implemented, by):
        """The last day is three months from the implementation date."""
        assert by == surplus(DAY, cause="change of category", implemented_on=implemented).steps[-1].by

    def test_not_the_other_method(self):
        """No vote and no skills are in it, and no service in the other."""
        assert "skills" not in words(surplus(DAY, cause="change of category"))
        assert "service" not in words(surplus(DAY))


@pytest.mark.parametrize("cause", CAUSES)
def test_numbered_and_cited(cause):
    """Steps are numbered from one, and each has its citation and its address."""
    steps = surplus(DAY, cause=cause).steps
    assert list(range(1, len(steps) + 1)) == [step.number for step in steps]
    assert all(step.url.startswith("https://www.legislation.gov.uk/uksi/") for step in steps)
