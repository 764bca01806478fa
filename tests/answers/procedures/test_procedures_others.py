"""Appointing parents, changing category, ending a majority, new schools, and leaving a federation."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import (
    ProcedureDateError,
    change_of_category,
    discontinuance,
    discontinuance_notice,
    dissolving,
    ending_majority,
    forming_federation,
    leaving_federation,
    new_school,
    parent_appointment,
)
from governance.errors import CannotTellError

REFORM = datetime.date(2012, 9, 1)
PREFERENCE = datetime.date(2017, 5, 1)
SKILLS = datetime.date(2014, 9, 1)
ALTERATIONS = datetime.date(2014, 1, 28)
MEASURE = datetime.date(2021, 4, 29)
NOW = datetime.date(2026, 12, 1)
DATES = st.dates(min_value=datetime.date(2014, 2, 1), max_value=datetime.date(2040, 1, 1))


class TestParentAppointment:
    """Schedule 1: parents are appointed only where too few can be elected, and in an order."""

    @pytest.mark.parametrize(("category", "classes"), [("community", "abc"), ("community special", "abcd")])
    def test_classes(self, category, classes):
        """One step appoints, from three classes of parent, and from four in a special school."""
        ladder = "Sch 1 para 11(1)" if "special" in category else "Sch 1 para 10(1)"
        steps = parent_appointment(DAY, category).steps
        (step,) = [one for one in steps if one.citation.endswith(ladder)]
        assert list(classes) == re.findall(r"\((\w)\)", step.what.partition(", and only")[0])
        assert step.meeting is not None

    @pytest.mark.parametrize("category", ["community", "foundation special"])
    def test_order(self, category):
        """To 30 April 2017 a class looks back to the one before; since then there is an order of preference and no more."""
        before = words(parent_appointment(PREFERENCE - ONE, category))
        after = words(parent_appointment(PREFERENCE, category))
        assert "not reasonably practicable to appoint from the class immediately before" in before
        assert "order of preference" not in before
        assert "in this order of preference" in after
        assert "more than the words say" in after
        assert "immediately before" not in after

    def test_skills(self):
        """The skills are a condition of the one step that appoints, from 1 September 2014."""
        assert "Sch 1 para 12" not in words(parent_appointment(SKILLS - ONE, "community"))
        assert "skills required (SI 2012/1034 Sch 1 para 12)" in words(
            parent_appointment(SKILLS, "community")
        )

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
        (step,) = [
            one for one in change_of_category(DAY, published_on=published).steps if "object" in one.what
        ]
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

    @pytest.mark.parametrize(
        ("character", "board"), [(None, True), ("Church of England", True), ("Jewish", False)]
    )
    def test_consents(self, character, board):
        """Trustees and appointers consent before publication, and the Diocesan Board at a Church of England school."""
        cited = paras(change_of_category(NOW, religious_character=character))
        published = cited.index("SI 2013/3110 Sch 1 para 5")
        assert cited.index("Education and Inspections Act 2006 s 20") < published
        assert board is ("Diocesan Boards of Education Measure 2021 s 8" in cited)
        assert not board or cited.index("Diocesan Boards of Education Measure 2021 s 8") < published

    def test_who_decides(self):
        """The governing body decides, unless the proposals are referred to the adjudicator."""
        (step,) = [
            one for one in change_of_category(NOW).steps if one.citation == "SI 2013/3110 Sch 1 para 7"
        ]
        assert ("The governing body", True) == (step.who, "unless they are referred" in step.what)

    @pytest.mark.parametrize(("day", "known"), [(MEASURE - ONE, False), (MEASURE, True)])
    def test_the_measure(self, day, known):
        """The Measure is told from the day it was passed, and before it nothing is made up."""
        said = words(change_of_category(day))
        assert known is ("ask the Diocesan Board of Education" in said)
        assert known is ("is of a later day" not in said)
        assert known is ("ask the Diocesan Board of Education" in words(discontinuance_notice(day)))

    def test_the_local_authority_has_notice(self):
        """A change of category being on the agenda, the authority has notice of the meeting, too (reg 13(4))."""
        meetings = [one.meeting for one in change_of_category(NOW).steps if one.meeting]
        notices = [rule.says for one in meetings for rule in one.rules if rule.about == "notice"]
        assert notices
        assert all("to the local authority" in one for one in notices)


class TestEndingMajority:
    """SI 2007/3475: the decision to publish, confirmed at a second meeting; else a minority may require it."""

    @given(first=DATES)
    def test_twenty_eight_days(self, first):
        """The first day for the second meeting is the twenty-eighth after the first meeting."""
        (step,) = [
            one
            for one in ending_majority(DAY, first_meeting=first).steps
            if one.not_before and one.by is None
        ]
        assert 28 == (step.not_before - first).days

    def test_order_and_meaning(self):
        """What is decided and confirmed is to publish; the minority comes after, where the body does not resolve."""
        steps = ending_majority(DAY)
        decided, confirmed = [one for one in steps.steps if one.citation == "SI 2007/3475 reg 4"]
        assert "to publish proposals" in decided.what
        assert "the decision to publish" in confirmed.what
        (minority,) = [one for one in steps.steps if one.citation == "SI 2007/3475 reg 5"]
        assert confirmed.number < minority.number
        assert "only where the governing body does not resolve to publish" in minority.what
        assert "1/3 of the governors" in minority.what
        assert "written notice to the clerk" in minority.what

    @pytest.mark.parametrize(
        ("received", "by"),
        [
            (datetime.date(2026, 12, 1), datetime.date(2027, 3, 1)),
            (datetime.date(2026, 11, 30), datetime.date(2027, 2, 28)),
        ],
    )
    def test_three_months_from_receipt(self, received, by):
        """The proposals a minority requires are published within three months of the clerk's receipt (reg 5(3))."""
        step = ending_majority(NOW, received_on=received).steps[-1]
        assert ("SI 2007/3475 reg 5(3)", by) == (step.citation, step.by)

    def test_scope(self):
        """Section 25 does not reach every foundation school, and the step says so."""
        assert "A school whose foundation is older" in ending_majority(NOW).steps[0].note


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


class TestFormingFederation:
    """SI 2012/1035 regs 6 to 13: report, consent, proposals, decision, federation date."""

    def test_order(self):
        """The steps come in the order of the regulations, and the instrument before the date."""
        cited = [one for one in paras(forming_federation(NOW)) if one.startswith("SI 2012/1035 ")]
        numbers = [one.removeprefix("SI 2012/1035 ") for one in dict.fromkeys(cited)]
        assert [
            "reg 6",
            "reg 7",
            "reg 8",
            "reg 9",
            "reg 10",
            "reg 27",
            "Sch 5, reg 29(2)",
            "reg 13",
        ] == numbers

    def test_report_is_an_item_of_the_agenda(self):
        """The report is on the agenda of each governing body, which has its notice in time."""
        steps = forming_federation(NOW, first_meeting=datetime.date(2026, 12, 1)).steps
        assert 2 == sum(one.by == datetime.date(2026, 11, 23) for one in steps)
        assert "The report on federation" in {one.who for one in steps}

    @given(published=DATES)
    def test_six_weeks(self, published):
        """The decision comes no sooner than six weeks after publication."""
        steps = forming_federation(DAY, published_on=published).steps
        (decides,) = [one for one in steps if one.what.startswith("decides")]
        assert 42 == (decides.not_before - published).days

    @given(decided=DATES)
    def test_a_week(self, decided):
        """Notice of the decision is given within a week."""
        steps = forming_federation(DAY, decided_on=decided).steps
        (told,) = [one for one in steps if "notice of the decision" in one.what]
        assert 7 == (told.by - decided).days

    def test_decided_too_soon(self):
        """A decision before the six weeks are over is refused, and on their last day it is not."""
        published = datetime.date(2027, 1, 11)
        assert forming_federation(NOW, published_on=published, decided_on=published + 42 * ONE).steps
        with pytest.raises(ProcedureDateError, match="2027-02-21, is before 2027-02-22"):
            forming_federation(NOW, published_on=published, decided_on=published + 41 * ONE)

    def test_offices_end(self):
        """On the federation date the old bodies, and every office in them, end."""
        last = forming_federation(NOW, federated_on=datetime.date(2027, 9, 1)).steps[-1]
        assert "Every office in the old bodies ends" in last.what
        assert datetime.date(2027, 9, 1) == last.by == last.not_before


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
        assert "SI 2012/1035 reg 34(2)" == steps.steps[0].citation
        assert "a new instrument to each school" in words(steps)

    @pytest.mark.parametrize(
        "recipient",
        [
            "Secretary of State",
            "each local authority",
            "head teachers",
            "staff",
            "parents",
            "foundation governors",
            "trustees",
            "diocesan authority or religious body",
            "others whom it thinks fit",
        ],
    )
    def test_who_has_notice_of_a_dissolution(self, recipient):
        """Each of those in regulation 34(2) is named."""
        assert recipient in dissolving(DAY).steps[0].what

    def test_one_of_two_leaves(self):
        """It is a dissolution as well: both lists of steps say so, and count from the meeting that decides."""
        assert "SI 2012/1035 reg 34(1)(b)" in words(dissolving(DAY))
        steps = leaving_federation(DAY, schools=2, first_meeting=DAY).steps
        by = {one.citation: one.by for one in steps}
        assert by["SI 2012/1035 reg 30(9)"] == by["SI 2012/1035 reg 34(2)"] == datetime.date(2018, 9, 25)

    def test_what_discontinuance_is(self):
        """Nothing is called an academy order: our notes give the number of the section alone."""
        said = words(discontinuance(DAY, schools_left=2))
        assert "section 6(2) of the Academies Act 2010" in said
        assert "academy order" not in said

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
