"""Regulations 6 to 12 and Schedules 1 and 3 to SI 2012/1034: how each kind of person comes by the office."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persons import BEGAN, DAY, NOW, of_person, rule_of, says

from governance.model.names import CAME_BY

D = datetime.date
SKILLS = D(2014, 9, 1)
ORDER = D(2017, 5, 1)
METHODIST = {"category": "foundation", "foundation": "none", "religious_character": "Methodist"}

WAYS = {
    "parent": ("C12-PARENT-BY", {"election", "appointment"}),
    "staff": ("C12-STAFF-BY", {"election"}),
    "local_authority": ("C12-LA-BY", {"nomination", "appointment"}),
    "foundation": ("C12-FND-BY", {"appointment", "ex officio", "substitution"}),
    "partnership": ("C12-PART-BY", {"nomination", "appointment"}),
    "co_opted": ("C12-COOPT-BY", {"appointment"}),
    "associate member": ("C12-ASSOC-BY", {"appointment"}),
}
"""How each category may come by its office."""

OPINIONS = {
    "C12-SKILL-LA": ("local_authority", "nomination", "skills_in_opinion_of_appointer"),
    "C12-LA-CRITERIA": ("local_authority", "appointment", "meets_criteria"),
    "C12-SKILL-FND": ("foundation", "appointment", "skills_in_opinion_of_appointer"),
    "C12-SKILL-PAR": ("parent", "appointment", "skills_in_opinion_of_appointer"),
    "C12-SKILL-PART": ("partnership", "nomination", "skills_in_opinion_of_appointer"),
    "C12-SKILL-PART-NOMINATOR": ("partnership", "nomination", "skills_in_opinion_of_nominator"),
}
"""The opinions that the amendments of 1 September 2014 ask for."""


@pytest.mark.parametrize(("category", "came_by"), list(itertools.product(WAYS, CAME_BY)))
def test_ways(category, came_by):
    """Regs 6(1), 7, 8, 9, 10(1), 11, 12: each office has its ways, and no others."""
    rule, ways = WAYS[category]
    assert ("met" if came_by in ways else "breached") == says(rule, category, came_by)


@pytest.mark.parametrize("category", WAYS)
def test_way_unknown(category):
    """Where nobody says how, there is a question."""
    assert "unknown" == says(WAYS[category][0], category, None)


@pytest.mark.parametrize("rule", OPINIONS)
class TestOpinions:
    """Regs 8(b), 9(a)(v), Sch 1 para 12, Sch 3 para 4: opinions asked of those appointed since 1 September 2014."""

    @pytest.mark.parametrize(
        ("began", "expected"), [(SKILLS - DAY, "silent"), (SKILLS, "breached"), (SKILLS + DAY, "breached")]
    )
    def test_since(self, rule, began, expected):
        """What counts is the day of the appointment, whenever the question is put."""
        category, came_by, fact = OPINIONS[rule]
        for on in (SKILLS, D(2016, 1, 1)):
            if on >= began:
                assert expected == says(rule, category, came_by, on=on, began=began, **{fact: False})

    def test_whose_and_when(self, rule):
        """An opinion can be given with its day; not given it is unknown."""
        category, came_by, fact = OPINIONS[rule]
        for held in (True, "2020-08-30"):
            assert "met" == says(rule, category, came_by, **{fact: held})
        finding = rule_of(of_person(category, came_by, **{fact: "2020-08-30"}), rule)
        assert "2020-08-30" in finding.because
        assert "unknown" == says(rule, category, came_by)

    def test_doubt_of_a_year(self, rule):
        """Until 31 August 2015 the other date that is given for the amendment is named, where it matters.

        The criteria were, it seems, there before in other words.
        """
        category, came_by, fact = OPINIONS[rule]
        matters = rule != "C12-LA-CRITERIA"
        for began, doubtful in ((SKILLS, matters), (D(2015, 8, 31), matters), (D(2015, 9, 1), False)):
            result = of_person(category, came_by, on=D(2015, 9, 1), began=began, **{fact: False})
            assert doubtful is (rule_of(result, rule).doubt is not None)


class TestRegulation6:
    """Reg 6: an elected parent governor has a child at the school, or in a nursery school on its premises."""

    @pytest.mark.parametrize("child", [True, False])
    def test_elected(self, child):
        """The electorate is the parents of registered pupils."""
        expected = "met" if child else "breached"
        assert expected == says("C12-PARENT-PUPIL", "parent", "election", parent_of_pupil=child)

    @pytest.mark.parametrize(
        ("pupil", "premises", "expected"),
        [(True, None, "met"), (None, True, "met"), (False, None, "unknown"), (False, False, "breached")],
    )
    def test_nursery(self, pupil, premises, expected):
        """Either child will do in a nursery school."""
        facts = {"parent_of_pupil": pupil, "parent_of_child_on_premises": premises}
        known = {name: value for name, value in facts.items() if value is not None}
        result = says("C12-PARENT-NURSERY", "parent", "election", school="maintained nursery", **known)
        assert expected == result
        assert "silent" == says("C12-PARENT-PUPIL", "parent", "election", school="maintained nursery")

    def test_appointed(self):
        """The rule on elected parents is not for appointed ones."""
        assert "silent" == says("C12-PARENT-PUPIL", "parent", "appointment", parent_of_pupil=False)

    def test_no_doubt_of_the_ways(self):
        """On either date for the amendment of 6(1)(c) a parent is elected or appointed: no doubt is shown."""
        result = of_person("parent", "nomination", on=D(2015, 1, 1), began=D(2014, 10, 1))
        finding = rule_of(result, "C12-PARENT-BY")
        assert ("breached", None) == (finding.verdict, finding.doubt)


class TestRegulation7:
    """Reg 7: a staff governor is employed to work at the school, and needs nobody's opinion."""

    @pytest.mark.parametrize("employed", [True, False])
    def test_employed(self, employed):
        """An agency's employee is not eligible, and the doubt is shown."""
        finding = rule_of(of_person("staff", "election", employed_at_school=employed), "C12-STAFF-EMPLOYED")
        assert ("met" if employed else "breached") == finding.verdict
        assert employed is (finding.doubt is None)

    def test_no_skills(self):
        """No rule asks for an opinion on a staff governor's skills, nor on an elected parent's."""
        for category in ("staff", "parent"):
            findings = of_person(category, "election").findings
            assert [] == [one.rule for one in findings if "SKILL" in one.rule]


class TestRegulation9:
    """Reg 9: an appointed foundation governor is chosen by somebody other than the authority, and is capable."""

    def test_tests_of_appointment(self):
        """Both tests are for the appointed, and not for ex officio governors and substitutes."""
        facts = {"appointed_by_local_authority": True, "capable_in_opinion_of_appointer": False}
        for rule in ("C12-FND-NOT-BY-LA", "C12-FND-CAPABLE"):
            verdicts = [says(rule, "foundation", by, **facts) for by in CAME_BY]
            assert ["silent", "breached", "silent", "silent", "silent"] == verdicts


class TestRegulation10:
    """Reg 10(2): in a school with a religious character the appointment is to preserve it."""

    def test_character(self):
        """Only there."""
        rule, facts = "C12-PART-CHARACTER", {"to_preserve_character": False}
        assert "breached" == says(rule, "partnership", "nomination", school=METHODIST, **facts)
        assert "silent" == says(rule, "partnership", "nomination", **facts)


class TestRegulation11:
    """Reg 11: a co-opted governor has had to have the skills since 1 September 2012."""

    def test_from_the_first(self):
        """On the first day of the Regulations, and today."""
        for began in (D(2012, 9, 1), BEGAN):
            verdict = says(
                "C12-SKILL-COOPT", "co_opted", on=began, began=began, skills_in_opinion_of_appointer=False
            )
            assert "breached" == verdict


class TestSchedule1Paragraph9:
    """Sch 1 para 9: parents are appointed where too few stand, or an election is not practicable."""

    @pytest.mark.parametrize(
        ("school", "fact", "expected"),
        [
            ("community", "too_few_candidates", "met"),
            ("community", "boarding_election_impracticable", "met"),
            ("community", "hospital_election_impracticable", "unknown"),
            ("community special", "hospital_election_impracticable", "met"),
            ("foundation special", "hospital_election_impracticable", "met"),
        ],
    )
    def test_reasons(self, school, fact, expected):
        """A hospital is a reason in a special school only."""
        assert expected == says("C12-PARENT-WHY", "parent", "appointment", school=school, **{fact: True})


CLASSES = {
    "community": ("", ("parent_of_pupil", "parent_of_former_pupil", "parent_of_child_of_school_age")),
    "community special": (
        "-SPECIAL",
        (
            "parent_of_pupil",
            "parent_of_former_pupil",
            "parent_of_child_with_sen",
            "parent_of_older_child_with_sen",
        ),
    ),
}


@pytest.mark.parametrize("school", CLASSES)
class TestSchedule1Paragraphs10And11:
    """Sch 1 paras 10, 11: the classes of parent who may be appointed, and in which order."""

    @given(data=st.data())
    def test_class(self, school, data):
        """A parent of any class may be appointed, and one of none may not."""
        suffix, classes = CLASSES[school]
        flags = data.draw(st.tuples(*[st.booleans()] * len(classes)))
        verdict = says(
            f"C12-PARENT-CLASS{suffix}",
            "parent",
            "appointment",
            school=school,
            **dict(zip(classes, flags, strict=True)),
        )
        assert ("met" if any(flags) else "breached") == verdict

    @pytest.mark.parametrize(
        ("began", "excuse", "other"),
        [
            (ORDER - DAY, "preceding_class_impracticable", "earlier_classes_exhausted"),
            (ORDER, "earlier_classes_exhausted", "preceding_class_impracticable"),
        ],
    )
    def test_order(self, school, began, excuse, other):
        """A later class needs the excuse of its day, and the excuse of the other day does not help."""
        suffix, classes = CLASSES[school]

        def order(number, **excuses):
            facts = {name: place == number for place, name in enumerate(classes) if place <= number}
            return says(
                f"C12-PARENT-ORDER{suffix}",
                "parent",
                "appointment",
                on=D(2017, 6, 1),
                began=began,
                school=school,
                **facts,
                **excuses,
            )

        assert "met" == order(0)
        for number in range(1, len(classes)):
            assert "met" == order(number, **{excuse: True})
            assert "breached" == order(number, **{excuse: False, other: True})
            assert "unknown" == order(number, **{other: True})

    @pytest.mark.parametrize(("began", "severity"), [(D(2017, 4, 30), "unlawful"), (D(2017, 5, 1), "advice")])
    def test_preference(self, school, began, severity):
        """Since 1 May 2017 it is an order of preference: to pass over an earlier class is not called unlawful."""
        suffix, classes = CLASSES[school]
        passed_over = {"earlier_classes_exhausted": False, "preceding_class_impracticable": False}
        facts = {classes[0]: False, classes[1]: True, **passed_over}
        result = of_person("parent", "appointment", on=D(2017, 6, 1), began=began, school=school, **facts)
        found = rule_of(result, f"C12-PARENT-ORDER{suffix}")
        assert ("breached", severity) == (found.verdict, found.severity)
        assert (severity == "unlawful") is (result.eligible is False)

    def test_earlier_class_unknown(self, school):
        """Whether a class is the first cannot be told while an earlier one is not known."""
        suffix, classes = CLASSES[school]
        facts = {classes[1]: True}
        rule = f"C12-PARENT-ORDER{suffix}"
        assert "unknown" == says(rule, "parent", "appointment", school=school, **facts)


class TestSchedule3:
    """Sch 3 para 5: a governor does not nominate, unless nominees are too few."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"nominated_by_governor": False}, "met"),
            ({"nominated_by_governor": True}, "unknown"),
            ({"nominated_by_governor": True, "too_few_eligible_nominees": True}, "met"),
            ({"nominated_by_governor": True, "too_few_eligible_nominees": False}, "breached"),
            ({"too_few_eligible_nominees": False}, "unknown"),
            ({}, "unknown"),
        ],
    )
    def test_nominator(self, facts, expected):
        """The shortfall of para 6(2) excuses."""
        assert expected == says("C12-PART-NOMINATOR", "partnership", "nomination", **facts)


def test_now_is_after_the_beginning():
    """The day the people of these tests are asked about lies in their first month."""
    assert DAY <= NOW - BEGAN < datetime.timedelta(30)
