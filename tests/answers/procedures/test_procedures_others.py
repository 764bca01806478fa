"""Appointing parents, changing category, ending a majority, new schools, and leaving a federation."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import (
    change_of_category,
    discontinuance,
    dissolving,
    ending_majority,
    leaving_federation,
    new_school,
    parent_appointment,
)
from governance.errors import CannotTellError

REFORM = datetime.date(2012, 9, 1)
PREFERENCE = datetime.date(2017, 5, 1)
SKILLS = datetime.date(2014, 9, 1)
ALTERATIONS = datetime.date(2014, 1, 28)
DATES = st.dates(min_value=datetime.date(2014, 2, 1), max_value=datetime.date(2040, 1, 1))


class TestParentAppointment:
    """Schedule 1: parents are appointed only where too few can be elected, and in an order."""

    @pytest.mark.parametrize(("category", "classes"), [("community", 3), ("community special", 4)])
    def test_classes(self, category, classes):
        """There are three classes of parent, and four in a special school."""
        ladder = "Sch 1 para 11(1)" if "special" in category else "Sch 1 para 10(1)"
        assert classes == sum(one.endswith(ladder) for one in paras(parent_appointment(DAY, category)))

    @pytest.mark.parametrize("category", ["community", "foundation special"])
    def test_order(self, category):
        """To 30 April 2017 a class looks back to the one before; since then there is an order of preference."""
        before = words(parent_appointment(PREFERENCE - ONE, category))
        after = words(parent_appointment(PREFERENCE, category))
        assert "not reasonably practicable to appoint from (a)" in before
        assert "order of preference" not in before
        assert "order of preference" in after
        assert "immediately before" not in after

    def test_skills(self):
        """The skills of those appointed are asked for from 1 September 2014."""
        assert "SI 2012/1034 Sch 1 para 12" not in paras(parent_appointment(SKILLS - ONE, "community"))
        assert "SI 2012/1034 Sch 1 para 12" in paras(parent_appointment(SKILLS, "community"))

    @pytest.mark.parametrize(
        ("category", "authority"),
        [
            ("community", "The local authority"),
            ("community special", "The local authority"),
            ("maintained nursery", "The local authority"),
            ("voluntary controlled", "The local authority"),
            ("voluntary aided", "The governing body"),
            ("foundation", "The governing body"),
            ("foundation special", "The governing body"),
        ],
    )
    def test_authority(self, category, authority):
        """Who runs the election depends on the category (para 1)."""
        assert authority == parent_appointment(DAY, category).steps[0].who

    def test_boarders_and_hospitals(self):
        """Half of the pupils must board; a hospital is a matter for special schools only (para 9)."""
        assert "at least 1/2 of the pupils" in words(parent_appointment(DAY, "community"))
        assert "hospital" not in words(parent_appointment(DAY, "community"))
        assert "hospital" in words(parent_appointment(DAY, "community special"))

    @pytest.mark.parametrize("category", ["federation", "pupil referral unit"])
    def test_not_noted(self, category):
        """For federations and units the steps were not noted."""
        with pytest.raises(CannotTellError, match="in outline only"):
            parent_appointment(DAY, category)


class TestChangeOfCategory:
    """SI 2013/3110: proposals, a new instrument with two dates, and a body reconstituted in three months."""

    @given(published=DATES)
    def test_four_weeks_for_objections(self, published):
        """Objections may be made for four weeks."""
        step = change_of_category(DAY, published_on=published).steps[2]
        assert 28 == (step.by - published).days

    @pytest.mark.parametrize(
        ("implemented", "by"),
        [
            (datetime.date(2018, 9, 1), datetime.date(2018, 12, 1)),
            (datetime.date(2018, 11, 30), datetime.date(2019, 2, 28)),
        ],
    )
    def test_three_months(self, implemented, by):
        """The body is reconstituted within three months of the implementation date."""
        assert by == change_of_category(DAY, implemented_on=implemented).steps[-1].by

    def test_two_dates(self):
        """The instrument is to state two dates of effect."""
        assert "should state both" in words(change_of_category(DAY))

    def test_first_day(self):
        """From 28 January 2014, and no answer on the day before."""
        assert change_of_category(ALTERATIONS).steps
        with pytest.raises(CannotTellError, match="SI 2013/3110 is not in force"):
            change_of_category(ALTERATIONS - ONE)


class TestEndingMajority:
    """SI 2007/3475 reg 4: confirmed at a second meeting not less than 28 days later."""

    @given(first=DATES)
    def test_twenty_eight_days(self, first):
        """The first day for it is the twenty-eighth after the first meeting."""
        assert 28 == (ending_majority(DAY, first_meeting=first).steps[-1].not_before - first).days

    def test_minority(self):
        """One third of the governors can force it, and what the three months run from is not known."""
        assert "1/3 of the governors" in words(ending_majority(DAY))
        assert "3 months and do not say from when" in words(ending_majority(DAY))


class TestNewSchool:
    """SI 2007/958 reg 52: an instrument before the school opens, with two dates of effect."""

    @given(opens=DATES)
    def test_before_opening(self, opens):
        """The last day to make it is the day before the school opens."""
        assert opens - ONE == new_school(DAY, opens_on=opens).steps[0].by

    def test_two_dates(self):
        """It takes effect when made, and otherwise on the incorporation date."""
        assert ["52(1)", "52(2)", "52(4)", "52(5)"] == [
            one.rpartition(" ")[2] for one in paras(new_school(DAY))[:4]
        ]


class TestFederations:
    """SI 2012/1035 regs 30 to 44: leaving, dissolving, and a school that ends."""

    @given(received=DATES)
    def test_a_week_for_notice(self, received):
        """Notice of a request is given within a week."""
        assert 7 == (leaving_federation(DAY, received_on=received).steps[1].by - received).days

    def test_who_may_ask(self):
        """Two governors, the parents of a fifth of the pupils, or two fifths of the staff."""
        what = leaving_federation(DAY).steps[0].what
        assert "at least 2 governors" in what
        assert "1/5 of the pupils" in what
        assert "2/5 of the staff" in what

    def test_school_days_have_no_date(self):
        """The fourteen days are school days, so no day is worked out."""
        step = leaving_federation(DAY, received_on=DAY).steps[2]
        assert "14 school days" in step.what
        assert (None, None) == (step.by, step.not_before)

    def test_more_than_two(self):
        """The school that leaves gets a new instrument, and the federation reviews its own."""
        assert 2 == paras(leaving_federation(DAY, schools=3)).count("SI 2012/1035 reg 31(4)")

    def test_only_two(self):
        """One school of two cannot leave without a dissolution."""
        steps = paras(leaving_federation(DAY, schools=2))
        assert "SI 2012/1035 reg 31(2)" in steps
        assert "SI 2012/1035 reg 31(4)" not in steps

    @given(decided=DATES)
    def test_dissolving(self, decided):
        """Notice is given within a week, and each school has a new instrument."""
        steps = dissolving(DAY, decided_on=decided)
        assert 7 == (steps.steps[0].by - decided).days
        assert "a new instrument to each school" in words(steps)

    def test_two_months(self):
        """Where one school is left the Secretary of State hears of it two months before."""
        steps = discontinuance(DAY, schools_left=1, ends_on=datetime.date(2019, 4, 30)).steps
        assert [datetime.date(2019, 2, 28), datetime.date(2019, 4, 29)] == [step.by for step in steps]

    def test_several_left(self):
        """Where several are left the federation reviews its instrument before."""
        steps = discontinuance(DAY, schools_left=2, ends_on=datetime.date(2019, 4, 30))
        assert ["SI 2012/1035 reg 44"] == paras(steps)
        assert datetime.date(2019, 4, 29) == steps.steps[0].by

    def test_first_day(self):
        """There are no steps for the day before the Regulations began."""
        assert dissolving(REFORM).steps
        with pytest.raises(CannotTellError, match="SI 2012/1035 is not in force"):
            dissolving(REFORM - ONE)
