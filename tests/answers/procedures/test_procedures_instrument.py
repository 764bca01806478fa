"""Making and varying an instrument, disagreement about it, and its copies (regs 29 to 31)."""

import datetime

import pytest
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import copies, disagreement, making, variation
from governance.errors import CannotTellError
from governance.model import School
from governance.model.names import CATEGORIES

REFORM = datetime.date(2012, 9, 1)
ALTERATIONS = datetime.date(2014, 1, 28)
WITHOUT = [
    School("community"),
    School("community special"),
    School("maintained nursery"),
    School("foundation", foundation="none"),
]
WITH = [
    School("voluntary aided"),
    School("voluntary controlled"),
    School("foundation", foundation="foundation"),
    School("foundation special", foundation="qualifying"),
]
NO_WAY_OUT = "give no way out"

without = pytest.mark.parametrize("school", WITHOUT, ids=str)
with_governors = pytest.mark.parametrize("school", WITH, ids=str)
procedures = pytest.mark.parametrize("procedure", [making, variation, disagreement])


def approvals(procedure):
    """The approvals a procedure asks for."""
    return [citation[-1 - len("29(2)(") - 1 :] for citation in paras(procedure) if "29(2)(" in citation]


class TestMaking:
    """Regulation 29: the governing body drafts, others approve, the local authority makes."""

    @without
    def test_no_approvals(self, school):
        """Without foundation governors nobody else approves, and the authority may decide alone at the end."""
        steps = making(DAY, school)
        assert [] == approvals(steps)
        assert "SI 2012/1034 reg 29(4)" in paras(steps)
        assert NO_WAY_OUT not in words(steps)

    @with_governors
    def test_approvals(self, school):
        """With them all those of paragraph (2) approve, and there is no way out."""
        steps = making(DAY, school)
        assert ["29(2)(a)", "29(2)(b)", "29(2)(c)", "29(2)(d)"] == approvals(steps)
        assert "SI 2012/1034 reg 29(4)" not in paras(steps)
        assert NO_WAY_OUT in words(steps)

    @pytest.mark.parametrize(
        ("character", "para"),
        [
            ("Church of England", "29(2)(c)"),
            ("Roman Catholic", "29(2)(c)"),
            ("church of england", "29(2)(c)"),
            ("Jewish", "29(2)(d)"),
            ("Muslim", "29(2)(d)"),
        ],
    )
    def test_religious_approvals(self, character, para):
        """The diocesan authority approves for the two Churches, the religious body for any other character."""
        steps = making(DAY, School("voluntary aided", religious_character=character))
        assert ["29(2)(a)", "29(2)(b)", para] == approvals(steps)

    def test_approvals_come_before_submission(self):
        """The draft is submitted when it has been approved."""
        cited = paras(making(DAY, School("voluntary aided")))
        submitted = len(cited) - 1 - cited[::-1].index("SI 2012/1034 reg 29(1)")
        assert max(number for number, one in enumerate(cited) if "29(2)" in one) < submitted

    def test_federation(self):
        """In a federation the authorities agree first, and each school's approvals are needed."""
        steps = making(DAY, School("federation"), foundation_governors=True)
        assert "SI 2012/1035 Sch 5, reg 29(1)" == paras(steps)[0]
        assert 4 == paras(steps).count("SI 2012/1035 Sch 5, reg 29(3)")
        plain = making(DAY, School("federation"), foundation_governors=False)
        assert "SI 2012/1035 Sch 5, reg 29(5)" in paras(plain)


class TestVariation:
    """Regulation 30: review, proposal with reasons, and the authority must vary as agreed."""

    def test_by_the_governing_body(self):
        """A community school needs no approvals, and the authority answers."""
        cited = paras(variation(DAY, School("community")))
        assert [f"SI 2012/1034 reg {para}" for para in ("30(1)", "30(2)", "30(7)", "30(5)")] == cited[:4]
        assert "SI 2012/1034 reg 30(6)" in cited

    def test_by_the_local_authority(self):
        """The governing body says whether it is content, once its own side has approved."""
        steps = variation(DAY, School("voluntary aided"), proposed_by="local authority")
        cited = paras(steps)
        assert cited.index("SI 2012/1034 reg 30(2)") < cited.index("SI 2012/1034 reg 29(2)(a)")
        assert cited.index("SI 2012/1034 reg 29(2)(a)") < cited.index("SI 2012/1034 reg 30(3)")

    def test_approvals_before_the_body_proposes(self):
        """Where the governing body proposes it needs the approvals before it notifies."""
        cited = paras(variation(DAY, School("voluntary controlled")))
        assert cited.index("SI 2012/1034 reg 29(2)(a)") < cited.index("SI 2012/1034 reg 30(2)")

    @pytest.mark.parametrize(("day", "gain"), [(ALTERATIONS - ONE, False), (ALTERATIONS, True), (DAY, True)])
    def test_majorities(self, day, gain):
        """In a foundation school a change of majority stops it: a loss always, a gain from 28 January 2014."""
        cited = paras(variation(day, School("foundation", foundation="qualifying")))
        assert "Education and Inspections Act 2006 s 25" in cited
        assert gain is ("SI 2013/3110 reg 3(2)(c)" in cited)

    def test_no_majorities_elsewhere(self):
        """In a voluntary school nothing is said of it."""
        assert "Education and Inspections Act 2006 s 25" not in paras(
            variation(DAY, School("voluntary aided"))
        )

    def test_ends_with_the_date_and_copies(self):
        """The varied instrument states its date, and everybody gets it consolidated."""
        assert ["SI 2012/1034 reg 30(8)", "SI 2012/1034 reg 31(1)"] == paras(
            variation(DAY, School("community"))
        )[-2:]

    @pytest.mark.parametrize(
        ("school", "brings"),
        [
            (School("community"), "SI 2012/1034 reg 2(b)"),
            (School("federation"), "SI 2012/1035 reg 4(1)"),
        ],
    )
    def test_older_instruments(self, school, brings):
        """While there were older instruments, a variation brought them under these Regulations: it is no other procedure."""
        last = datetime.date(2015, 8, 31)
        older, later = (
            words(variation(day, school, foundation_governors=False)) for day in (last, last + ONE)
        )
        assert (True, False) == (f"({brings})" in older, f"({brings})" in later)
        assert "these steps are not for it" not in older


class TestDisagreement:
    """Regulations 29(4) and 30(6) are for schools without foundation governors only."""

    @without
    def test_way_out(self, school):
        """Reasons, an opportunity, a decision."""
        assert 3 == paras(disagreement(DAY, school)).count("SI 2012/1034 reg 29(4)")

    @with_governors
    def test_no_way_out(self, school):
        """With foundation governors there are no steps, and it says so."""
        steps = disagreement(DAY, school)
        assert () == steps.steps
        assert NO_WAY_OUT in words(steps)


class TestWhatMustBeKnown:
    """Whether there are foundation governors decides the steps, and is asked where the kind of school does not tell."""

    @procedures
    @pytest.mark.parametrize("category", ["foundation", "foundation special", "federation"])
    def test_asked(self, procedure, category):
        """A foundation school with nothing said of a foundation, and a federation, cannot be answered."""
        with pytest.raises(CannotTellError, match="--foundation-governors"):
            procedure(DAY, School(category))

    @procedures
    @pytest.mark.parametrize("category", [name for name in CATEGORIES if name != "pupil referral unit"])
    @pytest.mark.parametrize("given", [True, False])
    def test_given(self, procedure, category, given):
        """Where it is said there is always an answer."""
        answer = procedure(DAY, School(category), foundation_governors=given)
        assert answer.steps or answer.cautions

    @procedures
    def test_first_day(self, procedure):
        """There are no steps for the day before the Regulations began."""
        assert procedure(REFORM, School("community")).steps
        with pytest.raises(CannotTellError, match="not in force"):
            procedure(REFORM - ONE, School("community"))


class TestUnits:
    """A pupil referral unit's instrument is the local authority's own affair (SI 2007/2978 regs 5 to 8)."""

    @procedures
    def test_the_authority_may_do_as_it_thinks_fit(self, procedure):
        """It is made and, in the end, varied by the authority alone, and the text is known as made."""
        steps = procedure(DAY, School("pupil referral unit"))
        assert {"SI 2007/2978 reg 5", "SI 2007/2978 reg 7"} & set(paras(steps))
        assert not [one for one in paras(steps) if not one.startswith("SI 2007/2978 ")]
        assert "SI 2012/1825 was not seen in full" in words(steps)

    @pytest.mark.parametrize(
        ("day", "answered"), [(datetime.date(2007, 11, 12), False), (datetime.date(2007, 11, 13), True)]
    )
    def test_first_day(self, day, answered):
        """There are steps from the first day of those Regulations."""
        if answered:
            assert making(day, School("pupil referral unit")).steps
        else:
            with pytest.raises(CannotTellError, match="SI 2007/2978 is not in force"):
                making(day, School("pupil referral unit"))

    def test_copies(self):
        """A copy goes to every member and to the teacher in charge, and to nobody else."""
        assert 2 == paras(copies(DAY, category="pupil referral unit")).count("SI 2007/2978 reg 8")


@pytest.mark.parametrize(
    ("procedure", "para"), [(making, "29(1)"), (variation, "30(2)")], ids=["making", "variation"]
)
def test_the_meeting_that_decides(procedure, para):
    """Where the governing body decides, the step carries its meeting, with the last day for the notice."""
    found = procedure(DAY, School("community"), first_meeting=datetime.date(2026, 12, 1))
    (step,) = [one for one in found.steps if one.meeting]
    assert f"SI 2012/1034 reg {para}" == step.citation
    assert datetime.date(2026, 11, 23) == step.meeting.notice_by


def test_copies():
    """Five kinds of people get a copy, free of charge (reg 31(2))."""
    steps = copies(DAY)
    assert [f"SI 2012/1034 reg 31(2)({letter})" for letter in "abcde"] == paras(steps)[1:]
    assert "free of charge" in words(steps)
    assert "associate member" in words(steps)
