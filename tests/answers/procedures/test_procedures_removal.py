"""Removing a governor: who may, and the second meeting not less than 14 days after the first."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers.procedures import REMOVABLE, removal
from governance.errors import CannotTellError

ELECTED_SINCE = datetime.date(2017, 9, 1)
REFORM = datetime.date(2012, 9, 1)
BY_RESOLUTION = ("parent", "appointed_parent", "staff", "co_opted", "partnership", "ex_officio")


def second_meeting(procedure):
    """The step that confirms the resolution."""
    return next(step for step in procedure.steps if step.citation.endswith("25(2)(c)"))


class TestSecondMeeting:
    """A resolution is confirmed at a second meeting not less than 14 days later (reg 25(2)(c))."""

    @pytest.mark.parametrize("category", BY_RESOLUTION)
    @given(first=st.dates(min_value=ELECTED_SINCE, max_value=datetime.date(2040, 1, 1)))
    def test_fourteen_days(self, category, first):
        """The first day for it is the fourteenth after the first meeting."""
        steps = removal(category, first_meeting=first)
        assert 14 == (second_meeting(steps).not_before - first).days

    @pytest.mark.parametrize("category", BY_RESOLUTION)
    def test_on_both_agendas(self, category):
        """The removal is an item of the agenda of both meetings."""
        assert 2 == paras(removal(category, DAY)).count("SI 2012/1034 reg 25(2)(d)")

    def test_without_a_day(self):
        """Without the first meeting the second has no day, and the words still say how long."""
        step = second_meeting(removal("co_opted", DAY))
        assert step.not_before is None
        assert "not less than 14 days" in step.what


class TestPowers:
    """Each kind of governor is removed by somebody, or by nobody."""

    @pytest.mark.parametrize(
        ("category", "power"),
        [
            ("parent", "24A(1)"),
            ("staff", "24A(1)"),
            ("appointed_parent", "24"),
            ("co_opted", "23(1)"),
            ("partnership", "23(1)"),
            ("ex_officio", "21(1)"),
            ("foundation", "20(2)"),
            ("local_authority", "22(2)"),
        ],
    )
    def test_paragraph(self, category, power):
        """The power is cited to its paragraph."""
        assert f"SI 2012/1034 reg {power}" in paras(removal(category, DAY))

    @pytest.mark.parametrize("category", ["foundation", "local_authority"])
    def test_by_notice(self, category):
        """The appointer or the authority gives notice, and the governing body cannot."""
        steps = removal(category, DAY)
        assert 1 == len(steps.steps)
        assert "The governing body cannot remove" in words(steps)

    def test_partnership_governor_at_request(self):
        """At the nominating body's request reasons are considered, and a statement may be made."""
        own, asked = removal("partnership", DAY), removal("partnership", DAY, at_request=True)
        assert "SI 2012/1034 reg 25(2)(b)" in paras(own)
        assert "SI 2012/1034 reg 25(2)(a)" not in paras(own)
        assert ["SI 2012/1034 reg 23(2)", "SI 2012/1034 reg 25(2)(a)"] == [
            para for para in dict.fromkeys(paras(asked)) if para.endswith(("23(2)", "(a)"))
        ]

    @pytest.mark.parametrize(("category", "said"), [("co_opted", True), ("local_authority", False)])
    def test_federations(self, category, said):
        """Where days are counted it is said that in a federation they are days of the calendar, too, as we infer."""
        assert said is (
            "In a federation these steps apply by SI 2012/1035 reg 23" in words(removal(category, DAY))
        )

    def test_head_teacher(self):
        """Nobody removes the head teacher, who may resign as a governor."""
        steps = removal("head_teacher", DAY)
        assert ["SI 2012/1034 reg 19(1)"] == paras(steps)
        assert "Nobody can remove the head teacher" in words(steps)


class TestElected:
    """Elected parents and staff governors can be removed since 1 September 2017 (reg 24A)."""

    @pytest.mark.parametrize("category", ["parent", "staff"])
    def test_both_sides(self, category):
        """On the day before there is no power, and no steps."""
        assert () == removal(category, ELECTED_SINCE - ONE).steps
        assert "there is no power" in words(removal(category, ELECTED_SINCE - ONE))
        assert removal(category, ELECTED_SINCE).steps

    def test_appointed_parents_before(self):
        """An appointed parent could be removed before, too."""
        assert removal("appointed_parent", ELECTED_SINCE - ONE).steps

    @pytest.mark.parametrize("category", ["parent", "staff"])
    def test_barred_afterwards(self, category):
        """Such a governor is barred from maintained schools in England, and as an associate member, for five years."""
        said = words(removal(category, DAY))
        assert "any maintained school in England for 5 years" in said
        assert "nor an associate member" in said

    def test_nobody_else_is_barred(self):
        """A co-opted governor is not."""
        assert "5 years" not in words(removal("co_opted", DAY))

    def test_staff_governors_are_not_named(self):
        """The step on reasons says that its paragraph does not name staff governors."""
        assert "does not name staff governors" in words(removal("staff", DAY))
        assert "does not name staff governors" not in words(removal("parent", DAY))


@pytest.mark.parametrize("category", REMOVABLE)
def test_first_day(category):
    """There are no steps for the day before the Regulations began."""
    assert removal(category, REFORM).on == REFORM
    with pytest.raises(CannotTellError, match="SI 2012/1034 is not in force"):
        removal(category, REFORM - ONE)


@pytest.mark.parametrize("category", REMOVABLE)
def test_older_bodies_are_warned(category):
    """Until 31 August 2015 some bodies were under older law, and the steps say so."""
    warning = "these steps are not for it"
    assert warning in words(removal(category, datetime.date(2015, 8, 31)))
    assert warning not in words(removal(category, datetime.date(2015, 9, 1)))


def test_no_day():
    """Without any day nothing can be said."""
    with pytest.raises(CannotTellError, match="no day is given"):
        removal("co_opted")
