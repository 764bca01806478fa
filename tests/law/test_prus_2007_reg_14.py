"""SI 2007/2978 regulation 14: size and membership of the management committee of a pupil referral unit."""

from fractions import Fraction

from bodies import breached, finding, unit, verdict
from hypothesis import given
from hypothesis import strategies as st

ELEVEN = {"parent": 1, "staff": 1, "head_teacher": 1, "local_authority": 2, "community": 6}
small = st.integers(0, 8)
boards = st.fixed_dictionaries(
    {"parent": small, "staff": small, "local_authority": small, "community": st.integers(0, 16)}
    | {"head_teacher": st.integers(0, 1), "sponsor": st.integers(0, 4)}
)


def nearest(share):
    """The nearest whole number; fifths and thirds are never midway."""
    return (share + Fraction(1, 2)).__floor__()


def kept(result, rule):
    """Whether a rule is met."""
    return verdict(result, rule) == "met"


class TestSize:
    """14(1): seven to twenty members, sponsors not counted."""

    def test_both_sides(self):
        """Six and twenty-one are unlawful; two sponsors do not matter to either."""
        for sponsor in (0, 2):
            for size, lawful in ((6, False), (7, True), (20, True), (21, False)):
                broken = breached(unit(community=size, sponsor=sponsor)) & {"PRU-SIZE-MIN", "PRU-SIZE-MAX"}
                assert lawful is (broken == set())

    @given(boards)
    def test_any(self, seats):
        """The others decide."""
        size = sum(seats.values()) - seats["sponsor"]
        result = unit(**seats)
        assert (7 <= size) is kept(result, "PRU-SIZE-MIN")
        assert (size <= 20) is kept(result, "PRU-SIZE-MAX")


class TestCategories:
    """14(2): parent, staff, authority, sponsor and community members, and no others."""

    @given(small, small, small)
    def test_any(self, co_opted, foundation, partnership):
        """None of the categories that only schools have."""
        result = unit(co_opted=co_opted, foundation=foundation, partnership=partnership)
        assert (co_opted + foundation + partnership == 0) is kept(result, "PRU-NONE")


class TestShares:
    """14(5)(a) to (c), (3): parents one to a fifth, staff and authority one to a third, of all members, rounded."""

    @given(boards)
    def test_any(self, seats):
        """Sponsors are part of the total."""
        result, total = unit(**seats), sum(seats.values())
        staff = seats["staff"] + seats["head_teacher"]
        for name, count, parts in (
            ("PAR", seats["parent"], 5),
            ("STAFF", staff, 3),
            ("LA", seats["local_authority"], 3),
        ):
            assert (count >= 1) is kept(result, f"PRU-{name}-MIN")
            assert (count <= nearest(Fraction(total, parts))) is kept(result, f"PRU-{name}-MAX")

    def test_both_sides(self):
        """Three of thirteen are within a fifth, three of twelve are not."""
        for community, lawful in ((8, True), (7, False)):
            result = unit(parent=3, staff=1, local_authority=1, community=community)
            assert lawful is kept(result, "PRU-PAR-MAX")

    def test_base(self):
        """A sponsor makes the total thirteen; on the other view it is twelve, and that is said."""
        one = finding(unit(parent=3, staff=1, local_authority=1, community=7, sponsor=1), "PRU-PAR-MAX")
        assert one.doubt is not None
        assert ("met", "breached") == (one.verdict, one.doubt.verdict)


class TestTeacherInCharge:
    """14(4): the teacher in charge is one of the staff, whether or not resigned as a member."""

    def test_resigned(self):
        """The seat is counted, and asked for where it is not told apart."""
        assert unit(**ELEVEN, head_resigned=True).lawful is True
        within = {"parent": 1, "staff": 2, "local_authority": 2, "community": 6}
        assert unit(**within).lawful is True
        assert None is unit(**within, head_resigned=True).lawful


class TestSponsors:
    """14(5)(d): one or two sponsor members, or none."""

    def test_both_sides(self):
        """Two are lawful and three are not."""
        board = {**ELEVEN, "community": 9}
        assert set() == breached(unit(**board, sponsor=2))
        assert {"PRU-SP"} == breached(unit(**board, sponsor=3))


class TestCommunity:
    """14(5)(e): community members outnumber all the others, sponsors included."""

    @given(boards)
    def test_any(self, seats):
        """More than half of all."""
        assert (2 * seats["community"] > sum(seats.values())) is kept(unit(**seats), "PRU-COM")


class TestInstruments:
    """The committees that were seen (notes, E and H.4)."""

    def test_eleven(self):
        """1 parent, 2 staff, 2 authority, 6 community: lawful."""
        assert unit(**ELEVEN).lawful is True

    def test_fourteen(self):
        """2 parents, 2 staff, 2 authority, 8 community: lawful."""
        assert unit(parent=2, staff=2, local_authority=2, community=8).lawful is True

    def test_published_table(self):
        """1 parent, 1 authority, 6 staff, 1 sponsor against 4 community; it says 12 and adds up to 13: unlawful."""
        result = unit(parent=1, local_authority=1, staff=6, sponsor=1, community=4, total=12)
        assert {"PRU-COM", "PRU-STAFF-MAX", "PRU-SUM"} == breached(result)
