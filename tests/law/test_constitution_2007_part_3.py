"""SI 2007/957 regulations 12 to 18: how many governors there were of each category before the law of 2012."""

import datetime
from fractions import Fraction

import pytest
from bodies import asked, breached, finding, old_school, verdict
from hypothesis import given
from hypothesis import strategies as st

COMMUNITY = ("community", "community special", "maintained nursery")
NINE = {"parent": 3, "staff": 1, "head_teacher": 1, "local_authority": 2, "community": 2}
small = st.integers(0, 8)
KINDS = {
    "COM": ("community", None),
    "F0": ("foundation", "none"),
    "F1": ("foundation special", "foundation"),
    "Q": ("foundation", "qualifying"),
    "VC": ("voluntary controlled", None),
    "VA": ("voluntary aided", None),
}
boards = st.fixed_dictionaries(
    dict.fromkeys(("parent", "staff", "local_authority", "community", "foundation", "partnership"), small)
    | {"head_teacher": st.integers(0, 1), "sponsor": st.integers(0, 5)}
)


def ask(kind, **given):
    """Ask about a kind of school; no foundation governor is additional or eligible as a parent unless said."""
    parts = {"foundation_parent": 0} if given.get("foundation") else {}
    return old_school(*KINDS[kind], **{"phase": "secondary", **parts, **given})


def size(seats):
    """The seats that count towards the size, and of which a share is one."""
    parts = ("sponsor", "foundation_parent", "extra_foundation", "phase")
    return sum(count for seat, count in seats.items() if seat not in parts) - seats.get("extra_foundation", 0)


def up(share):
    """The nearest whole number, the higher one of two."""
    return (share + Fraction(1, 2)).__floor__()


def down(share):
    """The nearest whole number, the lower one of two."""
    return -((Fraction(1, 2) - share).__floor__())


def kept(result, rule):
    """Whether a rule is met."""
    return verdict(result, rule) == "met"


class TestSize:
    """12(1), (2): nine to twenty governors, sponsors and additional foundation governors not counted."""

    def test_both_sides(self):
        """Nine and twenty are lawful, eight and twenty-one are not."""
        for count, rule in ((8, "C07-SIZE-MIN"), (9, None), (20, None), (21, "C07-SIZE-MAX")):
            broken = breached(ask("COM", parent=count)) & {"C07-SIZE-MIN", "C07-SIZE-MAX"}
            assert broken == ({rule} if rule else set())

    @given(boards, st.integers(0, 4))
    def test_any(self, seats, extra):
        """Only those who count decide."""
        seats["foundation"] += extra
        result = ask("Q", **seats, extra_foundation=extra)
        counted = size({**seats, "extra_foundation": extra})
        assert (counted >= 9) is kept(result, "C07-SIZE-MIN")
        assert (counted <= 20) is kept(result, "C07-SIZE-MAX")


class TestRounding:
    """12(4): every share is rounded to the nearest whole number, and a tie has no rule."""

    @pytest.mark.parametrize(
        ("kind", "rule", "seat", "total", "count"),
        [
            ("F0", "C07-F0-PARTNERSHIP-QUARTER", "partnership", 10, 3),
            ("F0", "C07-F0-PARTNERSHIP-QUARTER", "partnership", 14, 4),
            ("VC", "C07-VC-FOUNDATION-QUARTER", "foundation", 18, 5),
            ("F1", "C07-F1-FOUNDATION-45", "foundation", 10, 5),
            ("VA", "C07-VA-LA-TENTH", "local_authority", 15, 2),
            ("F0", "C07-F0-COMMUNITY", "community", 15, 1),
        ],
    )
    def test_ties(self, kind, rule, seat, total, count):
        """At each tie we take the stricter side, and say that the other is lawful on another view."""
        one = finding(ask(kind, **{seat: count, "staff": total - count}), rule)
        assert one.doubt is not None
        assert ("breached", "met") == (one.verdict, one.doubt.verdict)


class TestHead:
    """12(5): the head teacher is one of the staff, whether or not resigned as a governor."""

    def test_within_or_apart(self):
        """Two staff governors with the head among them are the same as one and the head."""
        assert set() == breached(ask("COM", **NINE))
        within = {seat: count for seat, count in NINE.items() if seat != "head_teacher"} | {"staff": 2}
        assert set() == breached(ask("COM", **within))

    def test_resigned(self):
        """Where the head has resigned the seat is counted, and it is asked for where it is not told apart."""
        assert ask("COM", **NINE, head_resigned=True).lawful is True
        within = {seat: count for seat, count in NINE.items() if seat != "head_teacher"} | {"staff": 2}
        result = ask("COM", **within, head_resigned=True)
        assert (None, "unknown") == (result.lawful, verdict(result, "C07-HEAD-SEAT"))

    def test_one(self):
        """There is one head teacher."""
        assert "C07-HEAD-ONE" in breached(ask("COM", **{**NINE, "head_teacher": 2}))


class TestCommunity:
    """13: a third parents at least, two staff to a third, a fifth authority, a fifth community at least."""

    @given(boards)
    def test_any(self, seats):
        """Each share is rounded to the nearest whole number."""
        result, total = ask("COM", **seats), size(seats)
        staff = seats["staff"] + seats["head_teacher"]
        fifth = up(Fraction(total, 5))
        assert (seats["parent"] >= up(Fraction(total, 3))) is kept(result, "C07-COM-PARENT")
        assert (staff >= 2) is kept(result, "C07-COM-STAFF-MIN")
        assert (staff <= up(Fraction(total, 3))) is kept(result, "C07-COM-STAFF-THIRD")
        assert (seats["local_authority"] >= fifth) is kept(result, "C07-COM-LA-LEAST")
        assert (seats["local_authority"] <= fifth) is kept(result, "C07-COM-LA-MOST")
        assert (seats["community"] >= fifth) is kept(result, "C07-COM-COMMUNITY")
        assert (seats["foundation"] + seats["partnership"] == 0) is kept(result, "C07-COM-NONE")

    def test_both_sides(self):
        """Of eleven, four are parents and two of the authority; three or one are too few, three too many."""
        eleven = {**NINE, "parent": 4, "community": 3}
        assert set() == breached(ask("COM", **eleven))
        assert {"C07-COM-PARENT"} == breached(ask("COM", **{**eleven, "parent": 3, "community": 4}))
        assert {"C07-COM-LA-LEAST"} == breached(
            ask("COM", **{**eleven, "local_authority": 1, "community": 4})
        )
        assert {"C07-COM-LA-MOST"} == breached(ask("COM", **{**eleven, "local_authority": 3, "community": 2}))

    def test_base(self):
        """Sponsors do not count towards the whole of which a share is one; the other view is said."""
        with_sponsors = {**NINE, "sponsor": 2}
        assert set() == breached(ask("COM", **with_sponsors))
        doubt = finding(ask("COM", **with_sponsors), "C07-COM-PARENT").doubt
        assert doubt is not None
        assert ("share-base-13", "breached") == (doubt.reading, doubt.verdict)


@pytest.mark.parametrize("kind", ["F0", "F1", "VC"])
class TestThirdsFifthsTenths:
    """14, 15, 17: a third parents at least, two staff to a third, one authority to a fifth, a tenth community."""

    @given(seats=boards)
    def test_any(self, kind, seats):
        """Each share is rounded to the nearest whole number."""
        result, total = ask(kind, **seats), size(seats)
        staff = seats["staff"] + seats["head_teacher"]
        assert (seats["parent"] >= up(Fraction(total, 3))) is kept(result, f"C07-{kind}-PARENT")
        assert (staff >= 2) is kept(result, f"C07-{kind}-STAFF-MIN")
        assert (staff <= down(Fraction(total, 3))) is kept(result, f"C07-{kind}-STAFF-THIRD")
        assert (seats["local_authority"] >= 1) is kept(result, f"C07-{kind}-LA-MIN")
        most = down(Fraction(total, 5))
        assert (seats["local_authority"] <= most) is kept(result, f"C07-{kind}-LA-FIFTH")
        assert (seats["community"] >= up(Fraction(total, 10))) is kept(result, f"C07-{kind}-COMMUNITY")


class TestNoFoundation:
    """14: in a foundation school without a foundation two partnership governors at least, a quarter at most."""

    @given(boards)
    def test_any(self, seats):
        """Rounded to the nearest whole number, and there are no foundation governors."""
        result = ask("F0", **seats)
        assert (seats["partnership"] >= 2) is kept(result, "C07-F0-PARTNERSHIP-MIN")
        most = down(Fraction(size(seats), 4))
        assert (seats["partnership"] <= most) is kept(result, "C07-F0-PARTNERSHIP-QUARTER")
        assert (seats["foundation"] == 0) is kept(result, "C07-F0-NONE")

    def test_both_sides(self):
        """Three of eleven round to within a quarter, three of nine do not."""
        for total, lawful in ((11, True), (9, False)):
            result = ask("F0", partnership=3, staff=total - 3)
            assert lawful is kept(result, "C07-F0-PARTNERSHIP-QUARTER")


class TestWithFoundation:
    """15: in a foundation school with a foundation two foundation governors at least, 45 per cent at most."""

    @given(boards)
    def test_any(self, seats):
        """Rounded to the nearest whole number, and there are no partnership governors."""
        result = ask("F1", **seats)
        assert (seats["foundation"] >= 2) is kept(result, "C07-F1-FOUNDATION-MIN")
        most = down(Fraction(45 * size(seats), 100))
        assert (seats["foundation"] <= most) is kept(result, "C07-F1-FOUNDATION-45")
        assert (seats["partnership"] == 0) is kept(result, "C07-F1-NONE")

    def test_both_sides(self):
        """Five of eleven round to within 45 per cent, six do not."""
        for count, lawful in ((5, True), (6, False)):
            assert lawful is kept(ask("F1", foundation=count, staff=11 - count), "C07-F1-FOUNDATION-45")


class TestControlled:
    """17: in a voluntary controlled school two foundation governors at least, a quarter at most."""

    @given(boards)
    def test_any(self, seats):
        """Rounded to the nearest whole number."""
        result = ask("VC", **seats)
        assert (seats["foundation"] >= 2) is kept(result, "C07-VC-FOUNDATION-MIN")
        assert (seats["foundation"] <= down(Fraction(size(seats), 4))) is kept(
            result, "C07-VC-FOUNDATION-QUARTER"
        )


class TestQualifying:
    """16: in a qualifying foundation school foundation governors outnumber the others by up to two."""

    @given(boards)
    def test_any(self, seats):
        """One more or two, sponsors among the others."""
        result = ask("Q", **seats)
        ahead = 2 * seats["foundation"] - size(seats) - seats["sponsor"]
        assert (ahead >= 1) is kept(result, "C07-Q-MAJORITY")
        assert (ahead <= 2) is kept(result, "C07-Q-MAJORITY-MOST")
        assert (seats["parent"] >= 1) is kept(result, "C07-Q-PARENT-MIN")
        assert (seats["partnership"] == 0) is kept(result, "C07-Q-NONE")


class TestAided:
    """18: in a voluntary aided school foundation governors outnumber the others by two."""

    @given(boards)
    def test_any(self, seats):
        """Two more exactly; a tenth at most of the authority; no community governors."""
        result = ask("VA", **seats)
        ahead = 2 * seats["foundation"] - size(seats) - seats["sponsor"]
        assert (ahead == 2) is kept(result, "C07-VA-MAJORITY")
        most = down(Fraction(size(seats), 10))
        assert (seats["local_authority"] <= most) is kept(result, "C07-VA-LA-TENTH")
        assert (seats["local_authority"] >= 1) is kept(result, "C07-VA-LA-MIN")
        assert (seats["community"] + seats["partnership"] == 0) is kept(result, "C07-VA-NONE")


@pytest.mark.parametrize("kind", ["Q", "VA"])
class TestParentsAmongFoundation:
    """16(1)(f), 18(1)(e): parents and foundation governors eligible as parents are a third together."""

    @given(seats=boards, data=st.data())
    def test_any(self, kind, seats, data):
        """Rounded to the nearest whole number."""
        eligible = data.draw(st.integers(0, seats["foundation"]))
        result = ask(kind, **seats, **({"foundation_parent": eligible} if seats["foundation"] else {}))
        least = up(Fraction(size(seats), 3))
        assert (seats["parent"] + eligible >= least) is kept(result, f"C07-{kind}-PARENT")

    def test_not_stated(self, kind):
        """Where nobody says how many are eligible, the answer is a question."""
        result = old_school(*KINDS[kind], parent=1, staff=4, foundation=7, local_authority=1)
        one = finding(result, f"C07-{kind}-PARENT")
        assert ("unknown", "How many foundation governors eligible as parents are there to be?") == (
            one.verdict,
            one.question,
        )


@pytest.mark.parametrize("kind", KINDS)
class TestSponsors:
    """13(2) and its like: two sponsor governors at most, in a secondary school four."""

    def test_both_sides(self, kind):
        """Two and four are lawful, three and five are not."""
        for phase, most in (("primary", 2), ("secondary", 4)):
            for count in (most, most + 1):
                broken = {
                    rule for rule in breached(ask(kind, phase=phase, sponsor=count)) if "-SPONSOR" in rule
                }
                assert (count == most) is (broken == set())

    def test_phase_not_given(self, kind):
        """Three of a school that may be primary are a question."""
        result = old_school(*KINDS[kind], sponsor=3)
        assert "unknown" == verdict(result, f"C07-{kind}-SPONSOR-PRIMARY")


class TestAdditional:
    """16(2)(b), 18(2)(b): additional foundation governors keep the majority against sponsors."""

    @pytest.mark.parametrize("kind", ["Q", "VA"])
    @given(
        extra=st.integers(0, 6), sponsor=st.integers(0, 6), phase=st.sampled_from(["primary", "secondary"])
    )
    def test_any(self, kind, extra, sponsor, phase):
        """No more than there are sponsors, two at most, in a secondary school four."""
        result = ask(kind, phase=phase, foundation=9, extra_foundation=extra, sponsor=sponsor)
        broken = {rule for rule in breached(result) if "-EXTRA" in rule}
        most = 4 if phase == "secondary" else 2
        assert (extra <= min(most, sponsor)) is (broken == set())

    @pytest.mark.parametrize("kind", ["F1", "VC"])
    def test_none_elsewhere(self, kind):
        """No other school has any."""
        assert f"C07-{kind}-NONE" in breached(ask(kind, foundation=3, extra_foundation=1, sponsor=1))


class TestKinds:
    """Each school is asked its own regulation and no other's."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_own(self, kind):
        """The prefix of its rules is its own."""
        others = {f"C07-{one}-" for one in KINDS if one != kind}
        rules = asked(ask(kind))
        assert any(rule.startswith(f"C07-{kind}-") for rule in rules)
        assert not any(rule.startswith(other) for rule in rules for other in others)

    @pytest.mark.parametrize("category", COMMUNITY)
    def test_no_foundation(self, category):
        """A community school has no foundation, and a voluntary school is never qualifying."""
        assert "C07-FOUNDATION-KIND" in breached(old_school(category, "foundation", parent=9))
        assert "C07-QFS-KIND" in breached(old_school("voluntary aided", "qualifying", parent=9))


class TestInstruments:
    """The instruments of before 2012 that were seen (notes, C.1)."""

    def test_primary_of_eighteen(self):
        """A Roman Catholic primary school: 2 parents, 1 authority, 5 staff, 10 foundation of whom 4 parents."""
        board = {"parent": 2, "local_authority": 1, "staff": 5, "foundation": 10, "foundation_parent": 4}
        assert old_school("voluntary aided", **board).lawful is True
        assert {"C07-VA-PARENT"} == breached(
            old_school("voluntary aided", **board | {"foundation_parent": 3})
        )

    def test_school_of_twelve(self):
        """A Jewish school: 1 parent, 1 authority, 3 staff, 7 foundation of whom 3 are parents."""
        board = {"parent": 1, "local_authority": 1, "staff": 3, "foundation": 7, "foundation_parent": 3}
        assert old_school("voluntary aided", **board).lawful is True

    def test_school_of_sixteen(self):
        """A voluntary aided school: 3 parents, 1 authority, 3 staff, 9 foundation of whom 2 are parents."""
        board = {"parent": 3, "local_authority": 1, "staff": 3, "foundation": 9, "foundation_parent": 2}
        assert old_school("voluntary aided", **board).lawful is True

    def test_community_of_eleven(self):
        """A community school: 4 parents, 2 authority, 2 staff with the head among them, 3 community."""
        board = {"parent": 4, "local_authority": 2, "staff": 2, "community": 3}
        assert old_school("community", **board).lawful is True


class TestRepairs:
    """A repair is offered although nobody said how many foundation governors are eligible as parents."""

    def test_aided(self):
        """One foundation governor more."""
        result = old_school("voluntary aided", parent=4, staff=1, local_authority=1, foundation=7)
        one = finding(result, "C07-VA-STAFF-MIN")
        assert one.repairs

    def test_day(self):
        """The example's day is one on which the Regulations of 2007 were in force."""
        assert "uksi/2007/957" == old_school("community", on=datetime.date(2015, 8, 31), **NINE).regime
