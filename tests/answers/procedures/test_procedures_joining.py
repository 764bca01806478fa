"""How governors come to office: elections, nominations, appointments, co-option."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import (
    co_option,
    foundation_appointment,
    local_authority_appointment,
    parent_election,
    partnership_appointment,
    staff_election,
)
from governance.errors import CannotTellError
from governance.model.names import CATEGORIES

REFORM = datetime.date(2012, 9, 1)
SKILLS = datetime.date(2014, 9, 1)
LAST_OLD = datetime.date(2015, 8, 31)
CERTIFICATES = datetime.date(2016, 4, 1)
DATES = st.dates(min_value=datetime.date(2016, 5, 1), max_value=datetime.date(2040, 1, 1))
BY_BODY = ("voluntary aided", "foundation", "foundation special")
BY_AUTHORITY = ("community", "community special", "maintained nursery", "voluntary controlled")
UNIT = "pupil referral unit"


class TestElections:
    """Schedules 1 and 2: the appropriate authority, a ballot, no minimum of votes."""

    @pytest.mark.parametrize("election", [parent_election, staff_election])
    @pytest.mark.parametrize(
        ("category", "who"),
        [
            *((one, "The governing body") for one in BY_BODY),
            *((one, "The local authority") for one in BY_AUTHORITY),
        ],
    )
    def test_authority(self, election, category, who):
        """Who runs it depends on the category of the school."""
        assert who == election(DAY, category).steps[0].who

    def test_staff(self):
        """Schedule 2 has five paragraphs: no postal vote, and nobody appointed where nobody stands."""
        steps = staff_election(DAY, "community")
        assert ["Sch 2 para 3", "Sch 2 para 4", "Sch 2 para 5"] == [
            one.removeprefix("SI 2012/1034 ") for one in paras(steps)[:3]
        ]
        assert "by post" not in words(steps)
        assert "the seat stays vacant" in words(steps)

    def test_parents(self):
        """Parents are told, a vote by post is offered, and who is elected is a parent of a pupil then."""
        steps = parent_election(DAY, "community")
        assert "by post" in words(steps)
        assert "SI 2012/1034 reg 6(1)(a)" in paras(steps)

    @pytest.mark.parametrize("election", [parent_election, staff_election])
    @pytest.mark.parametrize("category", ["community", "federation"])
    def test_term_and_certificate(self, election, category):
        """The term runs from the day of the election; the certificate is applied for within twenty-one days of it."""
        steps = election(DAY, category, elected_on=DAY)
        assert "runs from the day of the election" in words(steps)
        last = steps.steps[-1]
        assert ("SI 2012/1034 reg 16A(2)", 21) == (last.citation, (last.by - DAY).days)

    @pytest.mark.parametrize("election", [parent_election, staff_election])
    def test_federation(self, election):
        """In a federation of both kinds of school there are two authorities, and the steps say so."""
        assert "may so have two authorities" in words(election(DAY, "federation"))

    def test_federation_by_post(self):
        """A vote by post is told of parents; our notes do not say for certain that staff must be offered one."""
        assert "a vote by post is offered" in words(parent_election(DAY, "federation"))
        staff = words(staff_election(DAY, "federation"))
        assert "a vote by post is offered" not in staff
        assert "Whether a vote by post must be offered to staff, too, is not certain" in staff
        assert "SI 2012/1035 reg 15" in paras(staff_election(DAY, "federation"))


class TestLocalAuthority:
    """Regulation 8: the authority nominates and the governing body appoints."""

    @pytest.mark.parametrize(("day", "asked"), [(SKILLS - ONE, False), (SKILLS, True)])
    @pytest.mark.parametrize("category", ["community", "federation"])
    def test_skills(self, day, asked, category):
        """Skills are asked for from 1 September 2014; the body's own criteria are before, too."""
        steps = local_authority_appointment(day, category)
        assert asked is ("has the skills required" in words(steps))
        assert "criteria that it has set" in words(steps)

    def test_order(self):
        """Nomination, written notice to the clerk, and then the appointment."""
        cited = paras(local_authority_appointment(DAY, "community"))
        places = [cited.index(f"SI 2012/1034 reg {one}") for one in ("8(a)", "16", "8(b)")]
        assert sorted(places) == places

    def test_federation(self):
        """Several authorities agree which of them nominates (SI 2012/1035 reg 16(2))."""
        assert "SI 2012/1035 reg 16(2)" in words(local_authority_appointment(DAY, "federation"))

    @pytest.mark.parametrize(
        ("category", "day", "said"),
        [
            ("community", SKILLS - ONE, True),
            ("community", SKILLS, False),
            ("federation", SKILLS - ONE, False),
        ],
    )
    def test_as_made(self, category, day, said):
        """The test for a school until 31 August 2014 is inferred from that for a federation, and is said to be."""
        steps = local_authority_appointment(day, category)
        assert said is ("the test is inferred from those for a federation" in words(steps))


class TestCoOption:
    """Regulation 11: skills, the body's opinion, and the share of those who work at the school."""

    @pytest.mark.parametrize(
        ("category", "limit"), [("community", "2012/1034 reg 13(5)"), ("federation", "2012/1035 reg 21(5)")]
    )
    def test_share(self, category, limit):
        """The share of regulation 13(5), or 21(5), is counted again."""
        assert f"SI {limit}" in paras(co_option(DAY, category))

    def test_federation_cap(self):
        """Until 31 August 2014 a federation's limit counted the co-opted governors alone."""
        assert "staff governor and the head teachers" not in words(co_option(SKILLS - ONE, "federation"))
        assert "the staff governor and the head teachers" in words(co_option(SKILLS, "federation"))

    def test_who_withdraws(self):
        """A governor who is to be co-opted withdraws and does not vote."""
        (held,) = [one.meeting for one in co_option(DAY, "community").steps if one.meeting]
        says = next(rule.says for rule in held.rules if rule.about == "withdraws")
        assert "to be appointed co-opted governor" in says

    @given(first=DATES)
    def test_certificate(self, first):
        """Twenty-one days from the appointment to apply for a certificate (reg 16A(2))."""
        last = co_option(DAY, "community", first_meeting=first).steps[-1]
        assert ("SI 2012/1034 reg 16A(2)", 21) == (last.citation, (last.by - first).days)

    @pytest.mark.parametrize(("day", "asked"), [(CERTIFICATES - ONE, False), (CERTIFICATES, True)])
    def test_certificate_since(self, day, asked):
        """It is asked of those appointed on or after 1 April 2016."""
        assert asked is ("SI 2012/1034 reg 16A(2)" in paras(co_option(day, "community")))

    def test_term(self):
        """The instrument in force on the day of the appointment gives the term."""
        assert "in force on that day" in words(co_option(DAY, "community"))


class TestFoundation:
    """Regulation 9: whoever the instrument names appoints, and the governing body does not."""

    @pytest.mark.parametrize("category", [*BY_BODY, "voluntary controlled", "federation"])
    def test_appointer(self, category):
        """The appointer's opinion counts, and the clerk has notice."""
        steps = foundation_appointment(DAY, category)
        assert "the governing body does not appoint" in words(steps)
        assert "SI 2012/1034 reg 16" in paras(steps)
        assert not [one for one in steps.steps if one.meeting]

    @pytest.mark.parametrize("category", ["community", "community special", "maintained nursery", UNIT])
    def test_none(self, category):
        """Other schools have no such governors."""
        with pytest.raises(CannotTellError):
            foundation_appointment(DAY, category)


class TestPartnership:
    """Schedule 3, and Schedule 4 of the Federations Regulations."""

    @pytest.mark.parametrize(
        ("character", "para", "who"),
        [
            (None, "Sch 3 para 2", "parents of registered pupils"),
            ("Church of England", "Sch 3 para 1", "diocesan authority"),
            ("Jewish", "Sch 3 para 1", "religious body"),
        ],
    )
    def test_nominations(self, character, para, who):
        """They are sought from parents and the community, or where there is a religious character from its authority."""
        first = partnership_appointment(DAY, "foundation", religious_character=character).steps[0]
        assert (f"SI 2012/1034 {para}", True) == (first.citation, who in first.what)

    def test_reasons(self):
        """In a school the nominator has the reasons, too, and in a federation not."""
        school, federation = (partnership_appointment(DAY, one) for one in ("foundation", "federation"))
        assert "the local authority, the nominator and the person rejected" in words(school)
        assert "Not to the nominator" in words(federation)

    def test_federation(self):
        """All six paragraphs of Schedule 4 are told; paragraph 2 until 31 August 2014, and 7 since."""
        today = words(partnership_appointment(DAY, "federation"))
        then = paras(partnership_appointment(SKILLS - ONE, "federation"))
        assert "must seek nominations from parents at the schools that have no foundation" in today
        assert "SI 2012/1035 Sch 4 para 7" in today
        assert {f"SI 2012/1035 Sch 4 para {number}" for number in (1, 2, 3, 4, 5, 6)} <= set(then)

    @pytest.mark.parametrize("category", [*BY_AUTHORITY, "voluntary aided", UNIT])
    def test_none(self, category):
        """Other schools have no such governors."""
        school = category if category == UNIT else f"{category} school"
        with pytest.raises(CannotTellError, match=f"A {school} has no partnership governors"):
            partnership_appointment(DAY, category)


@pytest.mark.parametrize("category", [one for one in CATEGORIES if one != UNIT])
@pytest.mark.parametrize(
    "procedure", [parent_election, staff_election, local_authority_appointment, co_option]
)
def test_first_day(procedure, category):
    """Every category has steps from the first day of the Regulations of 2012, and none before."""
    assert procedure(REFORM, category).steps
    with pytest.raises(CannotTellError, match="not in force"):
        procedure(REFORM - ONE, category)


@pytest.mark.parametrize(
    "procedure", [parent_election, staff_election, local_authority_appointment, co_option]
)
def test_units(procedure):
    """How members of a pupil referral unit come to office is known in outline only, and refused."""
    with pytest.raises(CannotTellError, match="SI 2007/2978"):
        procedure(DAY, UNIT)


@pytest.mark.parametrize(("category", "older"), [("community", "SI 2007/957"), ("federation", "SI 2007/960")])
@pytest.mark.parametrize(
    "procedure", [parent_election, staff_election, local_authority_appointment, co_option]
)
def test_older_instruments(procedure, category, older):
    """Until 31 August 2015 the older Regulations that may govern the body are those of its kind."""
    assert f"was still under {older}: " in words(procedure(LAST_OLD, category))
    assert "was still under" not in words(procedure(LAST_OLD + ONE, category))
