"""What a candidate declares: the rules about people, in the candidate's own words."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.errors import ArgumentError, CannotTellError
from governance.law.checks.people import TrusteeMustNot
from governance.law.library import library
from governance.model import Proposal, School, Seats
from governance.model.names import OFFICES, SCHOOL_CATEGORIES
from governance.model.person import Person
from governance.people.declaration import NoSuchWayError, declaration
from governance.people.eligibility import eligible

DAY = datetime.date(2026, 11, 29)
DECLARED = [rule for volume in library() for rule in volume.law.rules if rule.declares]
NUMBER = re.compile(r"\d+|\b(?:two|three|five|twelve|twenty|half|fifth)\b")


def said(made):
    return [one.says for one in (*made.entry, *made.holding)]


@pytest.mark.parametrize("rule", DECLARED, ids=lambda rule: f"{rule.id} {rule.span.since}")
def test_a_statement_has_the_numbers_of_its_rule(rule):
    """No number stands in a statement that the rule does not have, and it is a sentence of the candidate's own."""
    assert re.match(r"(I|My|Within) .*[^.]\.$", rule.declares)
    whole = f"{rule.says} {rule.check.ask}"
    assert set(NUMBER.findall(rule.declares)) <= set(NUMBER.findall(whole))


def test_every_ground_of_disqualification_is_declared():
    """Whoever the candidate is: what bars everybody is known to the candidate."""
    grounds = [
        rule
        for volume in library()
        for rule in volume.law.rules
        if rule.stage == "holding"
        and rule.severity == "unlawful"
        and ("seat" not in rule.where or isinstance(rule.check, TrusteeMustNot))
    ]
    assert 20 < len(grounds)
    assert [] == [rule.id for rule in grounds if not rule.declares and "ATTEND" not in rule.id]


def test_a_parent_who_is_elected():
    """Entry first, and what is asked only of parents."""
    made = declaration("parent", "community", on=DAY)
    assert "election" == made.came_by
    assert made.entry[0].says.startswith("I am a parent of a registered pupil at the school")
    assert "SI 2012/1034 reg 6(1)(a)" == made.entry[0].citation
    assert "I am not an elected member of the local authority." in said(made)


def test_the_opinion_of_the_governing_body_is_no_statement_of_the_candidate():
    """It stands apart."""
    made = declaration("co_opted", "community", on=DAY)
    assert not [text for text in said(made) if "skills" in text]
    assert ["SI 2012/1034 reg 11"] == [one.citation for one in made.others]


def test_charity_trustees():
    """The governors of a voluntary aided school are; those of a community school are not."""
    assert any(
        "undischarged bankrupt" in text for text in said(declaration("foundation", "voluntary aided", on=DAY))
    )
    assert not any(
        "undischarged bankrupt" in text for text in said(declaration("co_opted", "community", on=DAY))
    )


@pytest.mark.parametrize(("day", "there"), [("2014-08-31", False), ("2014-09-01", True)])
def test_the_law_of_the_day(day, there):
    """A direction under section 128 bars from 1 September 2014 on."""
    made = declaration("parent", "community", on=day)
    assert there is any("section 128" in text for text in said(made))


def test_a_federation_is_asked_of_all_its_schools():
    """A paragraph that another instrument applies is widened, and cited so."""
    made = declaration("staff", "federation", on=DAY)
    (one,) = [one for one in made.holding if "registered pupil" in one.says]
    assert "I am not a registered pupil at the federation or any of its schools." == one.says
    assert "SI 2012/1034 Sch 4 para 1, applied by SI 2012/1035 reg 23" == one.citation


def test_law_that_is_not_encoded_is_not_silence():
    """Of units no rule about people is encoded, and a community school has no such governor as a sponsor."""
    with pytest.raises(CannotTellError, match="are not encoded here"):
        declaration("parent", "pupil referral unit", on=DAY)
    with pytest.raises(CannotTellError, match="has no such governor"):
        declaration("sponsor", "community", on=DAY)


def test_a_way_that_there_is_not():
    """A staff governor is elected, and cannot be appointed."""
    with pytest.raises(NoSuchWayError, match="it is by election"):
        declaration("staff", "community", on=DAY, came_by="appointment")
    with pytest.raises(ArgumentError):
        declaration("vicar", "community", on=DAY)


@given(
    st.sampled_from(OFFICES),
    st.sampled_from([*SCHOOL_CATEGORIES, "federation"]),
    st.dates(datetime.date(2013, 1, 1), datetime.date(2027, 1, 1)),
)
def test_what_is_declared_is_what_people_is_asked(seat, category, day):
    """Each statement is of a rule that `people` cannot answer of somebody of whom nothing is known."""
    try:
        made = declaration(seat, category, on=day)
    except CannotTellError:
        return
    person = Person(seat, seat, came_by=made.came_by, appointed_on=day)
    (result,) = eligible(Proposal(School(category), Seats(), people=(person,)), on=day)
    asked = {finding.citation for finding in result.of("unlawful", "unknown")}
    assert {one.citation for one in (*made.entry, *made.holding, *made.others)} <= asked
    assert made.holding
