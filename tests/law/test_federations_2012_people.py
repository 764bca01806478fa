"""Regulations 14 to 20 and Schedules 2 and 4 to SI 2012/1035: who may be a governor of a federation."""

import datetime
import itertools

import pytest
from persons import DAY, of_person, rule_of, says
from rulebooks import days

from governance.law import Kind, rule_book
from governance.law.store.loader import load_instrument
from governance.model.names import CAME_BY, OFFICES
from governance.model.person import Person

D = datetime.date
LAW = load_instrument("federations-2012")
FEDERATION = {"category": "federation"}
SKILLS = D(2014, 9, 1)

WAYS = {
    "parent": ("FED-PARENT-BY", {"election", "appointment"}),
    "staff": ("FED-STAFF-BY", {"election"}),
    "local_authority": ("FED-LA-BY", {"nomination", "appointment"}),
    "foundation": ("FED-FND-BY", {"appointment", "ex officio", "substitution"}),
    "partnership": ("FED-PART-BY", {"nomination", "appointment"}),
    "co_opted": ("FED-COOPT-BY", {"appointment"}),
}
"""How each category may come by its office."""

SKILLED = {
    "FED-SKILL-LA": ("local_authority", "nomination"),
    "FED-SKILL-FND": ("foundation", "appointment"),
    "FED-SKILL-PAR": ("parent", "appointment"),
    "FED-SKILL-PART": ("partnership", "nomination"),
}
"""The opinions on skills that are asked for since 1 September 2014."""

BARS = {
    "FED-PARENT-COUNCILLOR": ("parent", "election", "elected_member_of_local_authority"),
    "FED-LA-STAFF": ("local_authority", "nomination", "employed_at_school"),
    "FED-FND-NOT-BY-LA": ("foundation", "appointment", "appointed_by_local_authority"),
    "FED-PART-PARENT": ("partnership", "nomination", "parent_of_pupil"),
    "FED-PART-STAFF": ("partnership", "nomination", "employed_at_school"),
    "FED-PART-COUNCILLOR": ("partnership", "nomination", "elected_member_of_local_authority"),
    "FED-STAFF-LEFT": ("staff", "election", "ceased_to_work_at_school"),
}
"""What bars a person from a category."""

MUSTS = {
    "FED-PARENT-PUPIL": ("parent", "election", "parent_of_pupil"),
    "FED-STAFF-EMPLOYED": ("staff", "election", "employed_at_school"),
    "FED-LA-NOMINATED": ("local_authority", "nomination", "nominated_by_local_authority"),
    "FED-LA-CRITERIA": ("local_authority", "nomination", "meets_criteria"),
    "FED-FND-ONE-SCHOOL": ("foundation", "appointment", "appointed_for_one_school"),
    "FED-SKILL-COOPT": ("co_opted", "appointment", "skills_in_opinion_of_appointer"),
    "FED-ASSOC-COMMITTEE": ("associate member", "appointment", "on_committee"),
}
"""What must be so."""


def say(rule, *args, **kwargs):
    """The verdict of one rule on a person of a federation."""
    return says(rule, *args, school=FEDERATION, **kwargs)


@pytest.mark.parametrize(("category", "came_by"), list(itertools.product(WAYS, CAME_BY)))
def test_ways(category, came_by):
    """Regs 14 to 19: each office has its ways, and no others."""
    rule, ways = WAYS[category]
    assert ("met" if came_by in ways else "breached") == say(rule, category, came_by)


@pytest.mark.parametrize("rule", BARS)
def test_bars(rule):
    """Regs 14(3), 15, 16, 17, 18: what bars does so, what is not so does not, and what is not said is unknown."""
    category, came_by, fact = BARS[rule]
    said = [say(rule, category, came_by, **facts) for facts in ({fact: True}, {fact: False}, {})]
    assert ["breached", "met", "unknown"] == said


@pytest.mark.parametrize("rule", MUSTS)
def test_musts(rule):
    """Regs 14 to 20: what must be so."""
    category, came_by, fact = MUSTS[rule]
    said = [say(rule, category, came_by, **facts) for facts in ({fact: True}, {fact: False}, {})]
    assert ["met", "breached", "unknown"] == said


@pytest.mark.parametrize(
    ("hours", "expected"), [(499, "met"), (500, "met"), (501, "breached"), (None, "unknown")]
)
@pytest.mark.parametrize("came_by", ["election", "appointment"])
def test_hours(hours, expected, came_by):
    """Reg 14(3): more than 500 hours of paid work at the federation or its schools bar."""
    facts = {} if hours is None else {"paid_hours_at_school": hours}
    assert expected == say("FED-PARENT-500H", "parent", came_by, **facts)


@pytest.mark.parametrize(("wholly", "expected"), [(True, "met"), (False, "breached"), (None, "unknown")])
def test_authority_staff(wholly, expected):
    """Reg 18: employees of the authority in education are barred, unless they work wholly at schools."""
    facts = {} if wholly is None else {"works_wholly_at_schools": wholly}
    said = say(
        "FED-PART-LA-STAFF",
        "partnership",
        "nomination",
        employed_by_local_authority_in_education=True,
        **facts,
    )
    assert expected == said


@pytest.mark.parametrize("rule", SKILLED)
class TestSkills:
    """SI 2014/1257 reg 3: the skills of those appointed on or after 1 September 2014."""

    @pytest.mark.parametrize(
        ("began", "expected"), [(SKILLS - DAY, "silent"), (SKILLS, "breached"), (SKILLS + DAY, "breached")]
    )
    def test_since(self, rule, began, expected):
        """What counts is the day of the appointment, whenever the question is put."""
        for on in (SKILLS + DAY, D(2016, 1, 1)):
            category, came_by = SKILLED[rule]
            said = say(rule, category, came_by, on=on, began=began, skills_in_opinion_of_appointer=False)
            assert expected == said

    def test_with(self, rule):
        """With the skills the rule is met, and with nothing said it asks."""
        assert "met" == say(rule, *SKILLED[rule], skills_in_opinion_of_appointer=True)
        assert "unknown" == say(rule, *SKILLED[rule])

    def test_doubt_of_a_year(self, rule):
        """Until 31 August 2015 the other date that is given for the amendment is named."""
        for began, doubtful in ((SKILLS, True), (D(2015, 8, 31), True), (D(2015, 9, 1), False)):
            result = of_person(
                *SKILLED[rule],
                on=D(2015, 9, 1),
                began=began,
                school=FEDERATION,
                skills_in_opinion_of_appointer=False,
            )
            assert doubtful is (rule_of(result, rule).doubt is not None)


class TestAsMade:
    """The Regulations as made, until 31 August 2014."""

    @pytest.mark.parametrize(
        ("began", "made", "amended"),
        [(SKILLS - DAY, "breached", "silent"), (SKILLS, "silent", "breached")],
    )
    def test_partnership(self, began, made, amended):
        """Sch 4 para 2: a nominee had to be eligible to be co-opted; para 7 took its place."""
        facts = {"on": SKILLS, "began": began, "skills_in_opinion_of_appointer": False}
        assert made == say("FED-PART-AS-COOPTED", "partnership", "nomination", **facts)
        assert amended == say("FED-SKILL-PART", "partnership", "nomination", **facts)

    @pytest.mark.parametrize("began", [D(2012, 9, 1), SKILLS - DAY, SKILLS])
    def test_criteria(self, began):
        """Reg 16(1)(b): the criteria of the governing body counted before the skills did."""
        said = say(
            "FED-LA-CRITERIA", "local_authority", "nomination", on=SKILLS, began=began, meets_criteria=False
        )
        assert "breached" == said

    def test_co_opted(self):
        """Reg 19: a co-opted governor has had to have the skills from the first day."""
        day = D(2012, 9, 1)
        said = say("FED-SKILL-COOPT", "co_opted", on=day, began=day, skills_in_opinion_of_appointer=False)
        assert "breached" == said


class TestAppointedParent:
    """Sch 2 paras 8 to 10: the classes of parent are not in our notes."""

    def test_cannot_tell(self):
        """Whatever is known of an appointed parent, nobody can tell; an elected one is not asked."""
        finding = rule_of(
            of_person("parent", "appointment", school=FEDERATION, parent_of_pupil=True), "FED-PARENT-CLASS"
        )
        assert ("unknown", True) == (finding.verdict, "Sch 2 paras 8 to 10" in finding.question)
        assert "silent" == say("FED-PARENT-CLASS", "parent", "election")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"nominated_by_governor": False}, "met"),
        ({"nominated_by_governor": True, "too_few_eligible_nominees": False}, "breached"),
        ({"nominated_by_governor": True, "too_few_eligible_nominees": True}, "met"),
    ],
)
def test_no_governor_nominates(facts, expected):
    """Sch 4 para 3: a governor may not nominate a partnership governor, but for a shortfall (para 4(2))."""
    assert expected == say("FED-PART-NOMINATOR", "partnership", "nomination", **facts)


class TestRemoval:
    """Reg 23 and 2012/1034 reg 25: the second meeting is at least 14 days after the first, school days or not."""

    @pytest.mark.parametrize(("second", "enough"), [(D(2020, 9, 14), False), (D(2020, 9, 15), True)])
    def test_days(self, second, enough):
        """Thirteen days are too few and fourteen are enough, and nobody is ineligible for it."""
        result = of_person(
            "co_opted", school=FEDERATION, removal_first_meeting=D(2020, 9, 1), removal_second_meeting=second
        )
        finding = rule_of(result, "FED-REMOVE-2MTG")
        assert ("met" if enough else "breached", "note") == (finding.verdict, finding.severity)

    @pytest.mark.parametrize("facts", [{}, {"removal_second_meeting": False}])
    def test_not_in_question(self, facts):
        """Where there is no second meeting nothing turns on it."""
        assert "met" == say("FED-REMOVE-2MTG", "co_opted", **facts)


@pytest.mark.parametrize("office", [office for office in OFFICES if office not in ("community", "sponsor")])
def test_walk(office):
    """On every day each office has at most one entry of each rule, and a rule once there goes on without a gap."""
    for came_by in CAME_BY:
        about = Kind("federation").with_person(Person("x", office, came_by))
        by_day = [
            [
                rule.id
                for rule in rule_book(LAW, day, Kind("federation")).person_rules
                if rule.unmet_fact(about) is None
            ]
            for day in days(LAW)
        ]
        for ids in by_day:
            assert sorted(set(ids)) == sorted(ids)
        for rule in set().union(*by_day):
            there = [number for number, ids in enumerate(by_day) if rule in ids]
            assert list(range(there[0], there[-1] + 1)) == there, rule


@pytest.mark.parametrize("rule", [rule for rule in LAW.rules if rule.stage], ids=lambda rule: rule.id)
def test_questions(rule):
    """A question asks something, and every rule on people bites from the first day or names its amendment."""
    assert "?" in getattr(rule.check, "ask", "?")
    assert rule.span.since == LAW.span.since or rule.amended_by
