"""SI 2012/1035 regulation 21: what the governing body of every federation must have."""

import datetime

from bodies import HEAD, NOW, breached, federation, finding, schools, verdict
from hypothesis import given
from hypothesis import strategies as st

TWO = schools("community", "community special")
CORE = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1}
LAST_OF_2014 = datetime.date(2014, 8, 31)
COUNTED = datetime.date(2014, 9, 1)
LAST_OF_2016 = datetime.date(2016, 8, 31)
TWO_PARENTS = datetime.date(2016, 9, 1)
small = st.integers(0, 9)


class TestSize:
    """21(2): there are at least seven governors, and there is no maximum."""

    def test_both_sides(self):
        """Seven is enough and six is not."""
        assert set() == breached(federation(TWO, **CORE, co_opted=2))
        assert {"FED-SIZE"} == breached(federation(TWO, **CORE, co_opted=1)) - {"FED-CAP-B"}

    @given(small, st.integers(0, 40))
    def test_any(self, parent, co_opted):
        """The size decides, and nothing else."""
        result = federation(TWO, parent=parent, co_opted=co_opted)
        assert (parent + co_opted >= 7) is (verdict(result, "FED-SIZE") == "met")


class TestParentsAsMade:
    """21(3)(a) until 31 August 2016: one parent governor in respect of each school."""

    def test_both_sides(self):
        """Three schools had three, not two and not four."""
        three = schools("community", "community", "community")
        for parent, kept in ((2, False), (3, True), (4, False)):
            result = federation(three, on=LAST_OF_2016, **{**CORE, "parent": parent}, co_opted=5)
            assert kept is (verdict(result, "FED-PAR-1") == "met")

    def test_by_school(self):
        """Two parents of the one school and none of the other are not one for each."""
        uneven = [{**TWO[0], "seats": {"parent": 2}}, {**TWO[1], "seats": {"parent": 0}}]
        assert {"FED-PAR-1-EACH"} == breached(federation(uneven, on=LAST_OF_2016, **CORE, co_opted=4))
        assert set() == breached(federation(uneven, on=TWO_PARENTS, **CORE, co_opted=4))

    @given(small, st.integers(2, 6))
    def test_any(self, parent, number):
        """As many as there are schools."""
        result = federation(schools(*["community"] * number), on=LAST_OF_2016, parent=parent)
        assert (parent == number) is (verdict(result, "FED-PAR-1") == "met")


class TestTwoParents:
    """21(3)(a) since 1 September 2016: two parent governors for the federation as a whole."""

    def test_both_sides(self):
        """One is too few and three too many; on the other view three are lawful."""
        for parent, kept in ((1, False), (2, True), (3, False)):
            result = federation(TWO, on=TWO_PARENTS, **{**CORE, "parent": parent}, co_opted=5)
            assert kept is (verdict(result, "FED-PAR-2") == "met")
        doubt = finding(federation(TWO, **{**CORE, "parent": 3}, co_opted=5), "FED-PAR-2").doubt
        assert doubt is not None
        assert ("two-parents", "met") == (doubt.reading, doubt.verdict)

    @given(small, st.integers(2, 6))
    def test_any(self, parent, number):
        """Two, however many schools there are."""
        result = federation(schools(*["community"] * number), on=TWO_PARENTS, parent=parent)
        assert (parent == 2) is (verdict(result, "FED-PAR-2") == "met")


class TestHeads:
    """21(3)(b): the head teacher of each school, unless resigned as a governor."""

    def test_shared(self):
        """One person at the head of both schools fills one seat, two persons fill two; of heads whom nobody named, who knows."""
        assert "met" == verdict(federation(TWO, **CORE), "FED-HEAD")
        apart = schools("community", "community", shared=False)
        assert "unknown" == verdict(federation(apart, **CORE), "FED-HEAD")
        named = [{**school, "head": f"head of {number}"} for number, school in enumerate(apart)]
        assert "breached" == verdict(federation(named, **CORE), "FED-HEAD")
        assert "met" == verdict(federation(apart, **{**CORE, "head_teacher": 2}), "FED-HEAD")

    def test_doubt(self):
        """On the other view a shared head fills a seat for each school."""
        doubt = finding(federation(TWO, **CORE), "FED-HEAD").doubt
        assert doubt is not None
        assert ("shared-head", "breached") == (doubt.reading, doubt.verdict)

    def test_resigned(self):
        """The seat of a head who has resigned may stand or be left out; there are never more seats than heads."""
        one_resigned = [{"category": "community"}, {"category": "community", "head_resigned": True}]
        broken = [
            breached(federation(one_resigned, **{**CORE, "head_teacher": n}, co_opted=9)) for n in range(4)
        ]
        assert [{"FED-HEAD"}, set(), set(), {"FED-HEAD-MOST"}] == broken

    @given(small, st.integers(2, 5), st.integers(0, 5))
    def test_any(self, head, number, alone):
        """As many seats as there are different heads."""
        listed = schools(*["community"] * number)
        for school in listed[:alone]:
            del school["head"]
        heads = min(alone, number) + (alone < number)
        assert (head == heads) is (verdict(federation(listed, head_teacher=head), "FED-HEAD") == "met")
        assert HEAD == "executive head teacher"


class TestStaffAndAuthority:
    """21(3)(c) and (d): one staff governor and one local authority governor for the federation."""

    @given(small, small)
    def test_any(self, staff, authority):
        """One of each, no fewer and no more, and beyond doubt."""
        result = federation(TWO, staff=staff, local_authority=authority)
        for rule, count in (("FED-STAFF", staff), ("FED-LA", authority)):
            one = finding(result, rule)
            assert (count == 1) is (one.verdict == "met")
            assert one.doubt is None


class TestCapAsMade:
    """21(5) until 31 August 2014: co-opted governors eligible as staff governor are at most one third."""

    def test_both_sides(self):
        """Four of twelve are a third and five are more; staff governor and head are not counted."""
        for employed, kept in ((4, True), (5, False)):
            result = federation(TWO, on=LAST_OF_2014, **CORE, co_opted=7, co_opted_staff=employed)
            assert kept is (verdict(result, "FED-CAP-A") == "met")

    @given(st.integers(0, 20), st.data())
    def test_any(self, co_opted, data):
        """A third of all, exactly."""
        employed = data.draw(st.integers(0, co_opted))
        result = federation(TWO, on=LAST_OF_2014, **CORE, co_opted=co_opted, co_opted_staff=employed)
        assert (3 * employed <= co_opted + 5) is (verdict(result, "FED-CAP-A") == "met")


class TestCap:
    """21(5) since 1 September 2014: they are counted together with the staff governor and the head teachers."""

    def test_both_sides(self):
        """Two of twelve with the two posts are a third and three are more."""
        for employed, kept in ((2, True), (3, False)):
            result = federation(TWO, on=COUNTED, **CORE, co_opted=7, co_opted_staff=employed)
            assert kept is (verdict(result, "FED-CAP-B") == "met")

    def test_posts_alone(self):
        """Three heads and the staff governor need a board of twelve, and that is said to be doubtful."""
        three = schools("community", "community", "community", shared=False)
        core = {**CORE, "head_teacher": 3}
        assert "breached" != verdict(federation(three, **core, co_opted=5), "FED-CAP-B")
        one = finding(federation(three, **core, co_opted=4), "FED-CAP-B")
        assert one.doubt is not None
        assert ("breached", "cap-without-co-opted") == (one.verdict, one.doubt.reading)

    def test_one_change(self):
        """It changed on 1 September 2014 and not since: the same board has the same finding and the same doubt."""
        for day in (COUNTED, datetime.date(2015, 8, 31), datetime.date(2015, 9, 1), NOW):
            one = finding(federation(TWO, on=day, **CORE, co_opted=7, co_opted_staff=3), "FED-CAP-B")
            assert one.doubt is not None
            assert ("breached", "cap-without-co-opted", "met") == (
                one.verdict,
                one.doubt.reading,
                one.doubt.verdict,
            )

    def test_posts_alone_resigned(self):
        """The same doubt is said where one of the head teachers has resigned as a governor."""
        three = schools("community", "community", "community", shared=False)
        three[2]["head_resigned"] = True
        one = finding(federation(three, **{**CORE, "head_teacher": 3}, co_opted=4), "FED-CAP-B")
        assert one.doubt is not None
        assert ("breached", "cap-without-co-opted") == (one.verdict, one.doubt.reading)

    @given(st.integers(0, 20), st.integers(0, 4), st.data())
    def test_any(self, co_opted, head, data):
        """A third of all, exactly."""
        employed = data.draw(st.integers(0, co_opted))
        seats = {**CORE, "head_teacher": head, "co_opted": co_opted, "co_opted_staff": employed}
        kept = 3 * (employed + 1 + head) <= co_opted + 4 + head
        assert kept is (verdict(federation(TWO, on=NOW, **seats), "FED-CAP-B") == "met")


class TestCategories:
    """Part 3: the Regulations know no community and no sponsor governors."""

    @given(small, small)
    def test_any(self, community, sponsor):
        """None of either."""
        result = federation(TWO, community=community, sponsor=sponsor)
        assert (community + sponsor == 0) is (verdict(result, "FED-CATEGORIES") == "met")


class TestSchools:
    """Reg 6 and reg 17(1)(a)(i): two schools at least, and each foundation governor is for one of them."""

    def test_two(self):
        """One school is no federation."""
        assert "FED-TWO-SCHOOLS" in breached(federation(TWO[:1], **CORE, co_opted=5))

    def test_foundation_by_school(self):
        """The numbers stated by school add up, and no community school has any."""
        for first, second, kept in ((4, 3, True), (3, 3, False), (7, 0, True)):
            listed = schools("voluntary aided", "voluntary aided")
            listed[0]["seats"], listed[1]["seats"] = {"foundation": first}, {"foundation": second}
            assert kept is ("FED-FOUND-SCHOOL" not in breached(federation(listed, **CORE, foundation=7)))
        mixed = schools("voluntary aided", "community")
        mixed[1]["seats"] = {"foundation": 2}
        assert "FED-FOUND-SCHOOL" in breached(federation(mixed, **CORE, foundation=2))
