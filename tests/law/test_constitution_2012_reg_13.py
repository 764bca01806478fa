"""Regulation 13 of SI 2012/1034: what every governing body must have, paragraph by paragraph."""

import datetime

import pytest
from boards import AIDED, COMMUNITY, DAY, KINDS, SMALLEST, ask, breached, finding, proposal, verdict
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds, size

import governance

REQUIREMENTS = {
    "C12-TOTAL-MIN",
    "C12-PARENT-MIN",
    "C12-HEAD",
    "C12-STAFF-ONE",
    "C12-LA-ONE",
    "C12-STAFF-THIRD",
}


class TestParagraph1:
    """13(1): every maintained school's governing body is constituted as the regulation requires."""

    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_reaches_every_school(self, kind):
        """Each requirement is put to every kind of school, and cited to its paragraph."""
        asked = {one.rule: one for one in ask(*kind, **SMALLEST[kind]).findings}
        assert REQUIREMENTS == REQUIREMENTS & asked.keys()
        for rule in REQUIREMENTS:
            assert asked[rule].para.startswith("13(")
            assert f"SI 2012/1034 reg {asked[rule].para}" == asked[rule].citation
            assert "https://www.legislation.gov.uk/uksi/2012/1034/regulation/13" == asked[rule].url
            assert "unlawful" == asked[rule].severity

    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_smallest_board_is_lawful(self, kind):
        """The smallest board of each kind of school breaks nothing."""
        result = ask(*kind, **SMALLEST[kind])
        assert result.lawful is True
        assert set() == breached(result)

    @given(kinds(), boards(), st.sampled_from(sorted(REQUIREMENTS)))
    def test_any_breach_is_unlawful(self, kind, seats, rule):
        """A board that breaks any requirement of the regulation is unlawful."""
        result = ask(*kind, **seats)
        if finding(result, rule).verdict == "breached":
            assert False is result.lawful
        assert finding(result, rule).verdict in ("met", "breached", "conditional")


class TestParagraph2:
    """13(2): the total membership is seven or more; there is no upper limit."""

    def test_seven_is_enough(self):
        """A board of seven is large enough."""
        found = finding(
            ask(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=2), "C12-TOTAL-MIN"
        )
        assert "met" == found.verdict
        assert "7 seats; the least is 7" == found.because
        assert () == found.repairs

    def test_six_is_too_small(self):
        """A board of six is too small, and one more co-opted or parent seat mends it."""
        result = ask(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=1)
        found = finding(result, "C12-TOTAL-MIN")
        assert "breached" == found.verdict
        assert "6 seats; the least is 7" == found.because
        assert {"C12-TOTAL-MIN"} == breached(result)
        assert [{"parent": 3}, {"co_opted": 2}] == [repair.seats for repair in found.repairs]

    def test_no_upper_limit(self):
        """A board of two hundred is not too large."""
        assert ask(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=195).lawful is True

    @given(kinds(), boards())
    def test_total(self, kind, seats):
        """The rule is met exactly where the seats come to seven or more."""
        found = finding(ask(*kind, **seats), "C12-TOTAL-MIN")
        assert ("met" if size(seats) >= 7 else "breached") == found.verdict
        assert (str(size(seats)) in found.because) or (size(seats) == 0 and "no seats" in found.because)


class TestParagraph3a:
    """13(3)(a): there are two parent governors or more."""

    def test_two_are_enough(self):
        """Two parent governors are enough."""
        assert "met" == verdict("C12-PARENT-MIN", **SMALLEST["community", None])

    def test_one_is_too_few(self):
        """One parent governor is too few."""
        result = ask(parent=1, local_authority=1, staff=1, head_teacher=1, co_opted=3)
        assert {"C12-PARENT-MIN"} == breached(result)
        found = finding(result, "C12-PARENT-MIN")
        assert "1 parent governor; the least is 2" == found.because
        assert [{"parent": 2}] == [repair.seats for repair in found.repairs]

    def test_no_upper_limit(self):
        """Twenty parent governors are not too many."""
        assert ask(parent=20, local_authority=1, staff=1, head_teacher=1).lawful is True

    @given(kinds(), boards())
    def test_parents(self, kind, seats):
        """The rule looks at the number of parents, and at nothing else."""
        expected = "met" if seats["parent"] >= 2 else "breached"
        assert expected == verdict("C12-PARENT-MIN", *kind, **seats)


class TestParagraph3b:
    """13(3)(b): the head teacher is a governor, unless he or she has resigned as one under regulation 19."""

    def test_head_is_a_governor(self):
        """A board with its head teacher has what it needs."""
        assert "met" == verdict("C12-HEAD", **SMALLEST["community", None])

    def test_board_without_head(self):
        """A board without its head teacher's seat is unlawful while the head has not resigned."""
        result = ask(parent=2, local_authority=1, staff=1, co_opted=4)
        assert {"C12-HEAD"} == breached(result)
        assert [{"head_teacher": 1}] == [repair.seats for repair in finding(result, "C12-HEAD").repairs]

    def test_two_heads(self):
        """A school has one head teacher; two seats are one too many, resigned or not."""
        seats = {"parent": 3, "local_authority": 1, "staff": 1, "head_teacher": 2, "co_opted": 5}
        assert {"C12-HEAD"} == breached(ask(**seats))
        assert {"C12-HEAD"} == breached(ask(head_resigned=True, **seats))

    @pytest.mark.parametrize(("head_teacher", "co_opted"), [(0, 3), (1, 2)])
    def test_head_has_resigned(self, head_teacher, co_opted):
        """Where the head teacher has resigned as a governor the seat may be left out, or stand."""
        seats = {"parent": 2, "local_authority": 1, "staff": 1, "co_opted": co_opted}
        result = ask(head_resigned=True, head_teacher=head_teacher, **seats)
        assert result.lawful is True
        assert "met" == finding(result, "C12-HEAD").verdict

    def test_doubt_about_the_empty_seat(self):
        """Whether the seat of a head who has resigned may be left out is doubtful; that it may stand is not."""
        seats = {"parent": 3, "local_authority": 1, "staff": 1, "co_opted": 5}
        doubt = finding(ask(head_resigned=True, head_teacher=0, **seats), "C12-HEAD").doubt
        assert ("head-seat", "breached") == (doubt.reading, doubt.verdict)
        assert None is finding(ask(head_resigned=True, head_teacher=1, **seats), "C12-HEAD").doubt
        assert None is finding(ask(head_teacher=1, **seats), "C12-HEAD").doubt

    @given(kinds(), boards(), st.booleans())
    def test_head(self, kind, seats, resigned):
        """One seat is right; none is right only where the head teacher has resigned as a governor."""
        right = (0, 1) if resigned else (1,)
        expected = "met" if seats["head_teacher"] in right else "breached"
        assert expected == verdict("C12-HEAD", *kind, head_resigned=resigned, **seats)


class _One:
    """A category of which there is one."""

    rule, seat, reading = "", "", ""

    def test_one(self):
        """One is right, and beyond doubt."""
        found = finding(ask(**SMALLEST["community", None]), self.rule)
        assert "met" == found.verdict
        assert None is found.doubt

    def test_none(self):
        """None is too few, on every view."""
        seats = SMALLEST["community", None] | {self.seat: 0, "co_opted": 3}
        result = ask(**seats)
        assert {self.rule} == breached(result)
        assert [{self.seat: 1}] == [repair.seats for repair in finding(result, self.rule).repairs]
        assert None is finding(result, self.rule).doubt

    def test_two(self):
        """Two are too many, and not doubtfully: "one" can be read as "at least one", and that is settled."""
        seats = SMALLEST["community", None] | {self.seat: 2, "co_opted": 6}
        result = ask(**seats)
        found = finding(result, self.rule)
        assert {self.rule} == breached(result)
        assert [{self.seat: 1}] == [repair.seats for repair in found.repairs]
        assert found.doubt is None
        (answer,) = [
            one
            for one in governance.readings(proposal("community", None, **seats), on=DAY).answers
            if one.reading == self.reading
        ]
        assert ("settled", True, True) == (answer.weight, answer.matters, answer.otherwise)
        assert "Take advice" not in answer.says

    def number(self, kind, seats):
        """The rule is met by exactly one."""
        found = finding(ask(*kind, **seats), self.rule)
        assert ("met" if seats[self.seat] == 1 else "breached") == found.verdict


class TestParagraph3c(_One):
    """13(3)(c): there is one staff governor."""

    rule, seat, reading = "C12-STAFF-ONE", "staff", "one-staff"

    @given(kinds(), boards())
    def test_number(self, kind, seats):
        """Exactly one staff governor, whatever else the board has."""
        self.number(kind, seats)
        assert (seats["staff"] == 1) is (verdict(self.rule, *kind, **seats) == "met")


class TestParagraph3d(_One):
    """13(3)(d): there is one local authority governor."""

    rule, seat, reading = "C12-LA-ONE", "local_authority", "one-local-authority"

    @given(kinds(), boards())
    def test_number(self, kind, seats):
        """Exactly one local authority governor, whatever else the board has."""
        self.number(kind, seats)
        assert (seats["local_authority"] == 1) is (verdict(self.rule, *kind, **seats) == "met")


class TestParagraph4:
    """13(4): there are as many co-opted governors as the governing body thinks necessary, none included."""

    def test_none(self):
        """A board without any co-opted governor is lawful."""
        assert ask(parent=4, local_authority=1, staff=1, head_teacher=1).lawful is True

    def test_many(self):
        """A board of ninety-five co-opted governors is lawful."""
        assert ask(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=95).lawful is True

    def test_regulation_14_must_be_met(self):
        """A co-opted governor who takes away an aided school's foundation majority is one too many."""
        seats = SMALLEST["voluntary aided", None]
        assert {"C12-VA-MAJ"} == breached(ask("voluntary aided", **seats | {"co_opted": 1}))

    @given(kinds(COMMUNITY), st.integers(0, 999), st.integers(2, 9))
    def test_any_number(self, kind, co_opted, parent):
        """Where regulation 14 does not apply, no number of co-opted governors breaks a board of seven or more."""
        co_opted = max(co_opted, 4 - parent)
        result = ask(*kind, parent=parent, local_authority=1, staff=1, head_teacher=1, co_opted=co_opted)
        assert set() == breached(result)

    @given(st.integers(0, 40))
    def test_aided_schools_keep_their_majority(self, co_opted):
        """An aided school may co-opt any number, as long as as many foundation seats are added."""
        seats = SMALLEST[AIDED[0]] | {"co_opted": co_opted, "foundation": 7 + co_opted}
        assert set() == breached(ask("voluntary aided", **seats))


class TestParagraph5:
    """13(5): co-opted governors who could be elected as staff governor, the staff governor and the head teacher
    together are no more than a third of the total membership.
    """  # noqa: D205 - one sentence

    def test_three_of_nine(self):
        """Three of nine are exactly a third."""
        seats = SMALLEST["community", None] | {"co_opted": 4, "co_opted_staff": 1}
        found = finding(ask(**seats), "C12-STAFF-THIRD")
        assert "met" == found.verdict
        assert "9" in found.because
        assert "so the most is 3" in found.because

    def test_three_of_eight(self):
        """Three of eight are more than a third."""
        seats = SMALLEST["community", None] | {"co_opted": 3, "co_opted_staff": 1}
        result = ask(**seats)
        found = finding(result, "C12-STAFF-THIRD")
        assert {"C12-STAFF-THIRD"} == breached(result)
        assert "1/3 of 8 is 2 2/3, so the most is 2" in found.because
        assert {"co_opted_staff": 0} in [repair.seats for repair in found.repairs]

    def test_never_rounded(self):
        """Rounding, while there was such a rule, was for regulation 14 only: three of eight is no doubtful case."""
        seats = SMALLEST["community", None] | {"co_opted": 3, "co_opted_staff": 1}
        for day in ("2013-01-01", "2017-04-30", "2017-05-01"):
            found = finding(ask(on=datetime.date.fromisoformat(day), **seats), "C12-STAFF-THIRD")
            assert ("breached", None) == (found.verdict, found.doubt)

    def test_rift_house(self):
        """Rift House's twelve seats are lawful provided that at most two of the seven co-opted are employed there."""
        seats = SMALLEST["community", None] | {"co_opted": 7}
        result = ask(**seats)
        assert result.lawful is True
        (condition,) = result.conditions
        assert ("C12-STAFF-THIRD", "conditional") == (condition.rule, condition.verdict)
        assert "at most 2 of the 7 co-opted governors are employed at the school" == condition.condition
        assert "met" == verdict("C12-STAFF-THIRD", co_opted_staff=2, **seats)
        assert "breached" == verdict("C12-STAFF-THIRD", co_opted_staff=3, **seats)

    @pytest.mark.parametrize(("co_opted", "words"), [(2, "none of the 2"), (4, "at most 1 of the 4")])
    def test_condition_in_words(self, co_opted, words):
        """The condition names the number, also where it is none or one."""
        found = finding(ask(**SMALLEST["community", None] | {"co_opted": co_opted}), "C12-STAFF-THIRD")
        assert "conditional" == found.verdict
        assert found.condition.startswith(words)

    def test_met_whoever_is_co_opted(self):
        """Where even every co-opted governor could be staff, there is no condition."""
        found = finding(
            ask(parent=10, local_authority=1, staff=1, head_teacher=1, co_opted=1), "C12-STAFF-THIRD"
        )
        assert "met" == found.verdict

    def test_no_value_can_save_it(self):
        """Where staff governor and head teacher alone are too many, the board is unlawful whoever is co-opted."""
        result = ask(parent=2, local_authority=1, staff=1, head_teacher=1)
        assert "breached" == finding(result, "C12-STAFF-THIRD").verdict
        assert False is result.lawful

    def test_head_who_has_resigned(self):
        """A head teacher who has resigned and has no seat is not counted; on the stricter view he or she is."""
        seats = {"parent": 2, "local_authority": 1, "staff": 1, "co_opted": 5, "co_opted_staff": 2}
        found = finding(ask(head_resigned=True, **seats), "C12-STAFF-THIRD")
        assert "met" == found.verdict
        assert ("resigned-head", "breached") == (found.doubt.reading, found.doubt.verdict)
        seats["co_opted_staff"] = 1
        assert None is finding(ask(head_resigned=True, **seats), "C12-STAFF-THIRD").doubt

    @given(kinds(), boards(), st.booleans())
    def test_third(self, kind, seats, resigned):
        """Three times the staff is no more than the total; who is co-opted is a condition where it matters."""
        found = finding(ask(*kind, head_resigned=resigned, **seats), "C12-STAFF-THIRD")
        fixed = seats["staff"] + seats["head_teacher"]
        if "co_opted_staff" in seats:
            counted = [fixed + seats["co_opted_staff"]]
        else:
            counted = [fixed + co_opted for co_opted in range(seats["co_opted"] + 1)]
        kept = [3 * staff <= size(seats) for staff in counted]
        expected = "met" if all(kept) else "conditional" if any(kept) else "breached"
        assert expected == found.verdict
        assert (expected == "conditional") is (found.condition != "")
        if expected == "conditional" and sum(kept) > 1:
            assert f"at most {sum(kept) - 1} of the {seats['co_opted']}" in found.condition
