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
GONE = {"community", "sponsor"}
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

    @pytest.mark.parametrize("day", [SKILLS, DAY])
    def test_school(self, day):
        """From 1 September 2014: the excess, resignation, appointers, notice, agenda, a vote each, nobody before the last."""
        steps = surplus(day, categories=["parent", "foundation"])
        expected = ["15(1)", "19(1)", "15(2)", "13(4)", "14(6A)", "15(3)", "15(4)", "15(1)"]
        assert expected == [citation.rpartition(" ")[2] for citation in paras(steps)]
        assert "SI 2013/1624 reg 14(6A)" == steps.steps[4].citation

    def test_federation(self):
        """A federation has reg 22A, cited as a whole, with the same steps."""
        steps = surplus(SKILLS, categories=["parent", "foundation"], cause="federation")
        others = {"SI 2013/1624 reg 13(4)", "SI 2013/1624 reg 14(6A)", "SI 2012/1034 reg 19(1)"}
        assert {"SI 2012/1035 reg 22A"} == set(paras(steps)) - others
        with pytest.raises(CannotTellError, match="SI 2012/1035"):
            surplus(SKILLS - ONE, cause="federation")

    @given(categories=st.lists(st.sampled_from(ELECTED), unique=True).filter(lambda some: set(some) - GONE))
    def test_a_vote_for_each_category(self, categories):
        """Each category has one vote, on which its own governors do not vote."""
        steps = surplus(DAY, categories=categories)
        votes = [step for step in steps.steps if step.what.startswith("votes")]
        categories = [one for one in categories if one not in GONE]
        assert len(categories) == len(votes)
        assert all("do not vote on it" in step.note for step in votes)

    def test_foundation_governors_are_not_voted_on(self):
        """Those who appointed them decide, and the instrument's own method is set aside."""
        steps = surplus(DAY, categories=["foundation"])
        assert not [step for step in steps.steps if step.what.startswith("votes")]
        assert "Those who appointed" in words(steps)
        assert "reg 15(5)" in words(steps)

    def test_nobody_has_a_duty_the_regulation_does_not_give(self):
        """The clerk gives notice, as regulation 13(4) says, and does nothing else by these steps."""
        steps = surplus(DAY, categories=["parent", "co_opted"]).steps
        assert ["SI 2013/1624 reg 13(4)"] == [one.citation for one in steps if one.who == "The clerk"]

    def test_what_a_meeting_needs(self):
        """The instrument in force first; notice, quorum, casting vote; who does not vote; ex officio governors."""
        steps = surplus(DAY, categories=["parent", "foundation"], first_meeting=datetime.date(2026, 12, 1))
        by = {one.citation: one.by for one in steps.steps}
        assert datetime.date(2026, 11, 23) == by["SI 2013/1624 reg 13(4)"] == by["SI 2013/1624 reg 14(6A)"]
        (vote,) = [one for one in steps.steps if one.meeting]
        about = {rule.about: rule for rule in vote.meeting.rules}
        assert {"quorum", "vote", "withdraws", "also withdraws"} == set(about)
        assert "casting vote" in about["vote"].says
        assert "SI 2012/1034 reg 15(4)" == about["withdraws"].citation
        said = words(steps)
        assert "only once the instrument is in force" in said
        assert "An ex officio foundation governor is not reached" in said
        assert "in the minutes" in said

    @pytest.mark.parametrize(
        ("category", "day", "said"),
        [
            ("parent", datetime.date(2017, 5, 1), True),
            ("staff", DAY, True),
            ("parent", datetime.date(2017, 4, 30), False),
            ("co_opted", DAY, False),
        ],
    )
    def test_the_bar_of_five_years(self, category, day, said):
        """Whether elected governors who go so are barred is open since 1 May 2017: resignation is advised."""
        assert said is ("offer resignation before the vote" in words(surplus(day, categories=[category])))


class TestService:
    """From 1 September 2012 to 31 August 2014 the shortest service went first, as others report."""

    @pytest.mark.parametrize("day", [REFORM, SKILLS - ONE])
    def test_shortest_service_first(self, day):
        """It is told, as known from a secondary source, and no skills are voted on."""
        steps = surplus(day, categories=["parent"])
        assert "SI 2012/1034 reg 15" in paras(steps)
        assert "shortest continuous service leave first" in words(steps)
        assert "secondary source only" in words(steps)
        assert "skills" not in words(steps)

    def test_not_the_day_after(self):
        """From 1 September 2014 it is the vote."""
        assert "shortest" not in words(surplus(SKILLS, categories=["parent"]))


class TestAbolished:
    """No instrument has community or sponsor governors since 1 September 2015: nobody votes on them."""

    @pytest.mark.parametrize("categories", [["community"], ["sponsor"], ["community", "sponsor"]])
    @pytest.mark.parametrize("cause", CAUSES)
    def test_refused(self, categories, cause):
        """There are no steps, and the refusal says what follows."""
        with pytest.raises(
            CannotTellError, match="holds no office since the instrument now in force"
        ) as error:
            surplus(LAST_OLD + ONE, categories=categories, cause=cause)
        assert "since 1 September 2015" in str(error.value)

    def test_older_instruments_have_them(self):
        """Until 31 August 2015 an instrument that older Regulations govern has them, and they serve out."""
        assert surplus(LAST_OLD, categories=["community"], older_instrument=True).steps
        with pytest.raises(CannotTellError, match="no vote on community governors"):
            surplus(LAST_OLD, categories=["community"])

    @pytest.mark.parametrize(("day", "said"), [(REFORM, True), (LAST_OLD, True), (LAST_OLD + ONE, False)])
    def test_older_instruments_are_named(self, day, said):
        """While older Regulations govern some bodies nobody is told without more that the office has ended."""
        with pytest.raises(CannotTellError, match="no vote on community governors") as error:
            surplus(day, categories=["community"])
        assert said is ("still under SI 2007/957" in str(error.value))
        assert said is ("still under SI 2007/957" in words(surplus(day, categories=["parent"])))

    def test_older_federations(self):
        """Those of SI 2007/960 have rules of their own, which are not in our notes: the new ones are not given for them."""
        assert "still under SI 2007/960" in words(surplus(SKILLS, cause="federation"))
        with pytest.raises(CannotTellError, match="SI 2007/960 governs is not in our notes"):
            surplus(SKILLS, cause="federation", older_instrument=True)

    def test_beside_others(self):
        """Beside a category that there is they are told in a caution, and have no vote."""
        steps = surplus(DAY, categories=["parent", "community"])
        assert "Surplus parent governors" == steps.title
        assert not [one for one in steps.steps if "community" in one.what]
        assert "no vote on community governors" in words(steps)

    def test_units(self):
        """A pupil referral unit has such members: they are not called abolished, and nothing is made up."""
        with pytest.raises(CannotTellError, match="categories of a pupil referral unit to this day"):
            surplus(DAY, categories=["community"], school="pupil referral unit")


class TestJuniority:
    """After a change of category the shortest service leaves first (SI 2013/3110 Sch 4 para 5)."""

    def test_first_day(self):
        """From 28 January 2014, and no answer on the day before."""
        assert "Lots" in words(surplus(ALTERATIONS, cause="change of category"))
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
