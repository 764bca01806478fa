"""Regulation 14 of SI 2012/1034: what foundation and voluntary schools must have besides, paragraph by paragraph."""

import datetime
from fractions import Fraction

import pytest
from boards import (
    AIDED,
    COMMUNITY,
    CONTROLLED,
    DAY,
    KINDS,
    NO_FOUNDATION,
    QUALIFYING,
    ROUNDING_GONE,
    ROUNDING_LAST,
    SMALLEST,
    WITH_FOUNDATION,
    ask,
    breached,
    finding,
    verdict,
)
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds, size

MINE = {
    "C12-PART-MIN": NO_FOUNDATION,
    "C12-PART-CAP": NO_FOUNDATION,
    "C12-FND-MIN": WITH_FOUNDATION,
    "C12-FND-45": WITH_FOUNDATION,
    "C12-QFS-MAJ": QUALIFYING,
    "C12-QFS-MAJ-MOST": QUALIFYING,
    "C12-VA-MAJ": AIDED,
    "C12-VC-MIN": CONTROLLED,
    "C12-VC-CAP": CONTROLLED,
    "C12-COMM-NONE": COMMUNITY,
    "C12-FND-NONE": NO_FOUNDATION,
    "C12-PART-NONE": WITH_FOUNDATION + QUALIFYING + AIDED + CONTROLLED,
}
"""Each rule of the regulation, and the kinds of school it is for."""

CAPS = (
    (NO_FOUNDATION[0], "C12-PART-CAP", "partnership", Fraction(1, 4)),
    (WITH_FOUNDATION[0], "C12-FND-45", "foundation", Fraction(45, 100)),
    (CONTROLLED[0], "C12-VC-CAP", "foundation", Fraction(1, 4)),
)
"""A school, its cap, the seats that are capped and their share."""


def expected(kept):
    """The verdict where every number is known."""
    return "met" if kept else "breached"


def of_total(total, seat, count, **more):
    """A board of a total with so many seats of one category, the rest of it lawful and co-opted."""
    core = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, seat: count, **more}
    return {**core, "co_opted": total - size(core)}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_each_school_its_own(kind):
    """Each school is asked its own paragraphs, under their citation, and no other's."""
    asked = {one.rule: one for one in ask(*kind, **SMALLEST[kind]).findings if one.rule in MINE}
    assert {rule for rule, schools in MINE.items() if kind in schools} == asked.keys()
    for one in asked.values():
        assert f"SI 2012/1034 reg {one.para}" == one.citation
        assert "https://www.legislation.gov.uk/uksi/2012/1034/regulation/14" == one.url


class TestParagraph1:
    """14(1): a foundation or foundation special school without a foundation has at least two partnership governors,
    and they are no more than a quarter of the total.
    """  # noqa: D205 - one sentence

    @pytest.mark.parametrize("kind", NO_FOUNDATION, ids=str)
    def test_two_of_eight(self, kind):
        """Two of eight are exactly a quarter, and enough."""
        result = ask(*kind, **of_total(8, "partnership", 2))
        assert result.lawful is True
        assert "so the most is 2" in finding(result, "C12-PART-CAP").because

    @pytest.mark.parametrize("kind", NO_FOUNDATION, ids=str)
    def test_two_of_seven(self, kind):
        """Two of seven are more than a quarter, and one more seat mends it."""
        result = ask(*kind, **of_total(7, "partnership", 2))
        found = finding(result, "C12-PART-CAP")
        assert {"C12-PART-CAP"} == breached(result)
        assert "2 partnership governors of 7; 1/4 of 7 is 1 3/4, so the most is 1" == found.because
        assert {"co_opted": 1} in [repair.seats for repair in found.repairs]

    @pytest.mark.parametrize("kind", NO_FOUNDATION, ids=str)
    def test_one(self, kind):
        """One partnership governor is too few."""
        assert {"C12-PART-MIN"} == breached(ask(*kind, **of_total(8, "partnership", 1)))

    def test_three_of_eleven(self):
        """Three of eleven are too many; twelve seats are needed."""
        kind = NO_FOUNDATION[0]
        assert "breached" == verdict("C12-PART-CAP", *kind, **of_total(11, "partnership", 3))
        assert "met" == verdict("C12-PART-CAP", *kind, **of_total(12, "partnership", 3))

    @given(kinds(NO_FOUNDATION), boards())
    def test_partnership(self, kind, seats):
        """Two or more, and four times as many are no more than the total."""
        result = ask(*kind, **seats)
        assert expected(seats["partnership"] >= 2) == finding(result, "C12-PART-MIN").verdict
        assert expected(4 * seats["partnership"] <= size(seats)) == finding(result, "C12-PART-CAP").verdict


class TestParagraph2:
    """14(2): a foundation or foundation special school with a foundation, not being a qualifying foundation school,
    has at least two foundation governors, and they are no more than 45 per cent of the total.
    """  # noqa: D205 - one sentence

    @pytest.mark.parametrize("kind", WITH_FOUNDATION, ids=str)
    def test_nine_of_twenty(self, kind):
        """Nine of twenty are exactly 45 per cent."""
        result = ask(*kind, **of_total(20, "foundation", 9))
        assert result.lawful is True
        assert "45% of 20 is 9, so the most is 9" in finding(result, "C12-FND-45").because

    @pytest.mark.parametrize("kind", WITH_FOUNDATION, ids=str)
    def test_nine_of_nineteen(self, kind):
        """Nine of nineteen are more than 45 per cent."""
        assert {"C12-FND-45"} == breached(ask(*kind, **of_total(19, "foundation", 9)))

    @pytest.mark.parametrize(("count", "total", "kept"), [(4, 9, True), (5, 11, False), (5, 12, True)])
    def test_small_boards(self, count, total, kept):
        """Four of nine and five of twelve are within 45 per cent; five of eleven are not, by a twentieth."""
        result = ask("foundation", "foundation", **of_total(total, "foundation", count))
        assert kept is result.lawful

    @pytest.mark.parametrize("kind", WITH_FOUNDATION, ids=str)
    def test_two_are_enough(self, kind):
        """Two foundation governors are enough, and one is too few."""
        assert ask(*kind, **of_total(7, "foundation", 2)).lawful is True
        result = ask(*kind, **of_total(7, "foundation", 1))
        assert {"C12-FND-MIN"} == breached(result)
        assert [{"foundation": 2}] == [repair.seats for repair in finding(result, "C12-FND-MIN").repairs]

    @given(kinds(WITH_FOUNDATION), boards())
    def test_foundation(self, kind, seats):
        """Two or more, and a hundred times as many are no more than 45 times the total."""
        result = ask(*kind, **seats)
        assert expected(seats["foundation"] >= 2) == finding(result, "C12-FND-MIN").verdict
        kept = 100 * seats["foundation"] <= 45 * size(seats)
        assert expected(kept) == finding(result, "C12-FND-45").verdict


class TestParagraph3:
    """14(3): in a qualifying foundation school foundation governors outnumber all the others, by one or two."""

    @pytest.mark.parametrize("kind", QUALIFYING, ids=str)
    @pytest.mark.parametrize(
        ("count", "broken"),
        [(5, {"C12-QFS-MAJ"}), (6, set()), (7, set()), (8, {"C12-QFS-MAJ-MOST"})],
    )
    def test_against_five(self, kind, count, broken):
        """Against five others six or seven are right, five are no majority and eight are one too many."""
        result = ask(*kind, **of_total(count + 5, "foundation", count))
        assert broken == breached(result)

    def test_arithmetic(self):
        """The finding sets the two numbers against each other."""
        found = finding(ask("foundation", "qualifying", **of_total(10, "foundation", 5)), "C12-QFS-MAJ")
        assert "5 foundation governors and 5 others, 0 more; there must be at least 1 more" == found.because
        assert [{"foundation": 6}] == [repair.seats for repair in found.repairs]

    @given(kinds(QUALIFYING), boards())
    def test_majority(self, kind, seats):
        """The majority is at least one and at most two."""
        ahead = 2 * seats["foundation"] - size(seats)
        result = ask(*kind, **seats)
        assert expected(ahead >= 1) == finding(result, "C12-QFS-MAJ").verdict
        assert expected(ahead <= 2) == finding(result, "C12-QFS-MAJ-MOST").verdict


class TestParagraph4:
    """14(4): in a voluntary aided school foundation governors outnumber all the others by two."""

    @pytest.mark.parametrize(("count", "kept"), [(5, False), (6, False), (7, True), (8, False)])
    def test_against_five(self, count, kept):
        """Against five others seven are right, and six and eight are wrong."""
        result = ask("voluntary aided", **of_total(count + 5, "foundation", count))
        assert (set() if kept else {"C12-VA-MAJ"}) == breached(result)

    def test_head_who_has_resigned(self):
        """Against four others, the head teacher having resigned as a governor, six are right."""
        seats = {"parent": 2, "local_authority": 1, "staff": 1}
        assert ask("voluntary aided", head_resigned=True, foundation=6, **seats).lawful is True
        assert False is ask("voluntary aided", head_resigned=True, foundation=7, **seats).lawful

    def test_repair(self):
        """The repair of a board of ten, five against five, adds two foundation governors."""
        found = finding(ask("voluntary aided", **of_total(10, "foundation", 5)), "C12-VA-MAJ")
        assert "5 foundation governors and 5 others, 0 more; there must be exactly 2 more" == found.because
        assert [{"foundation": 7}] == [repair.seats for repair in found.repairs]

    @given(boards())
    def test_majority(self, seats):
        """The majority is two, so that a lawful total is always even."""
        result = ask("voluntary aided", **seats)
        assert expected(2 * seats["foundation"] - size(seats) == 2) == finding(result, "C12-VA-MAJ").verdict
        if size(seats) % 2:
            assert False is result.lawful


class TestParagraph5:
    """14(5): a voluntary controlled school has at least two foundation governors, no more than a quarter of all."""

    def test_two_of_eight(self):
        """Two of eight are exactly a quarter, and enough."""
        assert ask("voluntary controlled", **of_total(8, "foundation", 2)).lawful is True

    def test_two_of_seven(self):
        """Two of seven are more than a quarter."""
        result = ask("voluntary controlled", **of_total(7, "foundation", 2))
        assert {"C12-VC-CAP"} == breached(result)
        assert "1/4 of 7 is 1 3/4, so the most is 1" in finding(result, "C12-VC-CAP").because

    def test_one(self):
        """One foundation governor is too few."""
        assert {"C12-VC-MIN"} == breached(ask("voluntary controlled", **of_total(8, "foundation", 1)))

    @given(boards())
    def test_foundation(self, seats):
        """Two or more, and four times as many are no more than the total."""
        result = ask("voluntary controlled", **seats)
        assert expected(seats["foundation"] >= 2) == finding(result, "C12-VC-MIN").verdict
        assert expected(4 * seats["foundation"] <= size(seats)) == finding(result, "C12-VC-CAP").verdict


class TestParagraph6:
    """14(6): until 30 April 2017 a number required to comply was rounded to the nearest whole number.

    The caps are applied exactly all the same; where rounding would have saved a board, the finding says so.
    """

    @pytest.mark.parametrize(
        ("kind", "rule", "seat", "total", "count"),
        [
            (NO_FOUNDATION[0], "C12-PART-CAP", "partnership", 11, 3),
            (NO_FOUNDATION[1], "C12-PART-CAP", "partnership", 7, 2),
            (WITH_FOUNDATION[0], "C12-FND-45", "foundation", 19, 9),
            (WITH_FOUNDATION[1], "C12-FND-45", "foundation", 11, 5),
            (CONTROLLED[0], "C12-VC-CAP", "foundation", 11, 3),
        ],
    )
    def test_both_sides_of_the_day(self, kind, rule, seat, total, count):
        """Three of eleven are too many on both days; the doubt is there on 30 April 2017 and gone on 1 May."""
        seats = of_total(total, seat, count)
        last, gone = ask(*kind, on=ROUNDING_LAST, **seats), ask(*kind, on=ROUNDING_GONE, **seats)
        assert {rule} == breached(last) == breached(gone)
        assert False is last.lawful
        assert False is gone.lawful
        doubt = finding(last, rule).doubt
        assert ("rounding", "met") == (doubt.reading, doubt.verdict)
        assert None is finding(gone, rule).doubt

    def test_first_day(self):
        """The doubt is there from the first day of the Regulations."""
        seats = of_total(11, "foundation", 3)
        found = finding(ask("voluntary controlled", on=datetime.date(2012, 9, 1), **seats), "C12-VC-CAP")
        assert "rounding" == found.doubt.reading

    @pytest.mark.parametrize(("total", "count"), [(9, 3), (12, 4), (8, 3)])
    def test_breach_that_rounding_does_not_save(self, total, count):
        """Three of nine (2.25), four of twelve (3) and three of eight (2) are too many on any view."""
        seats = of_total(total, "foundation", count)
        found = finding(ask("voluntary controlled", on=ROUNDING_LAST, **seats), "C12-VC-CAP")
        assert ("breached", None) == (found.verdict, found.doubt)

    def test_a_tie(self):
        """Three of ten (2.5) is a tie, for which there was no rule, and so a doubt."""
        found = finding(
            ask("voluntary controlled", on=ROUNDING_LAST, **of_total(10, "foundation", 3)), "C12-VC-CAP"
        )
        assert ("breached", "met") == (found.verdict, found.doubt.verdict)

    def test_no_doubt_about_what_is_met(self):
        """Rounding down takes nothing away: a share within the cap is beyond doubt."""
        for total in range(8, 17):
            found = finding(
                ask("voluntary controlled", on=ROUNDING_LAST, **of_total(total, "foundation", 2)),
                "C12-VC-CAP",
            )
            assert ("met", None) == (found.verdict, found.doubt)

    @given(st.sampled_from(CAPS), boards(), st.dates(datetime.date(2012, 9, 1), datetime.date(2019, 12, 31)))
    def test_rounding(self, cap, seats, day):
        """The doubt is there exactly while 14(6) was, for a breach of less than half a governor or of half."""
        kind, rule, seat, share = cap
        found = finding(ask(*kind, on=day, **seats), rule)
        most = share * size(seats)
        assert expected(seats[seat] <= most) == found.verdict
        saved = most < seats[seat] <= most + Fraction(1, 2)
        assert (saved and day <= ROUNDING_LAST) is (found.doubt is not None)

    @given(kinds(), boards(), st.sampled_from([ROUNDING_LAST, ROUNDING_GONE]))
    def test_caps_only(self, kind, seats, day):
        """Rounding is a doubt about the three caps and nothing else, and never makes a board lawful."""
        result = ask(*kind, on=day, **seats)
        rounded = {one.rule for one in result.findings if one.doubt and one.doubt.reading == "rounding"}
        assert rounded <= {"C12-PART-CAP", "C12-FND-45", "C12-VC-CAP"}
        assert rounded == set() or (day == ROUNDING_LAST and result.lawful is False)


class TestNotProvidedFor:
    """What regulation 14 does not provide for: a school has no seats of a category it gives no school of its kind.

    That is our inference; it is settled, and no finding is called doubtful because of it.
    """

    @pytest.mark.parametrize("kind", COMMUNITY, ids=str)
    @pytest.mark.parametrize("seat", ["foundation", "partnership"])
    def test_community(self, kind, seat):
        """A community, community special or nursery school has neither foundation nor partnership governors."""
        assert {"C12-COMM-NONE"} == breached(ask(*kind, **of_total(8, seat, 1)))

    @pytest.mark.parametrize("kind", NO_FOUNDATION, ids=str)
    def test_no_foundation(self, kind):
        """Where there is no foundation there are no foundation governors."""
        seats = of_total(9, "partnership", 2, foundation=1)
        assert {"C12-FND-NONE"} == breached(ask(*kind, **seats))

    @pytest.mark.parametrize("kind", WITH_FOUNDATION, ids=str)
    def test_with_foundation(self, kind):
        """Where there is a foundation there are no partnership governors."""
        seats = of_total(9, "foundation", 2, partnership=1)
        assert {"C12-PART-NONE"} == breached(ask(*kind, **seats))

    @pytest.mark.parametrize(("kind", "count"), [(QUALIFYING[0], 7), (QUALIFYING[1], 8), (AIDED[0], 8)])
    def test_majority_schools(self, kind, count):
        """Nor are there in a qualifying foundation school or a voluntary aided one."""
        seats = of_total(6 + count, "foundation", count, partnership=1)
        assert {"C12-PART-NONE"} == breached(ask(*kind, **seats))

    def test_controlled(self):
        """Nor in a voluntary controlled school."""
        seats = of_total(9, "foundation", 2, partnership=1)
        assert {"C12-PART-NONE"} == breached(ask("voluntary controlled", **seats))

    @given(kinds(), boards())
    def test_seats_in_question(self, kind, seats):
        """The rules look at the seats in question only, and nothing about them is doubtful."""
        given_none = {
            "C12-COMM-NONE": seats["foundation"] + seats["partnership"],
            "C12-FND-NONE": seats["foundation"],
            "C12-PART-NONE": seats["partnership"],
        }
        for found in ask(*kind, on=DAY, **seats).findings:
            if (count := given_none.get(found.rule)) is not None:
                assert expected(count == 0) == found.verdict
                assert found.doubt is None
