"""Part 2 of SI 2012/1034: the categories of governor that there are."""

import pytest
from boards import KINDS, SMALLEST, ask, breached, finding
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds


class TestPart2:
    """Part 2 names the categories of governor; community and sponsor governors are not among them."""

    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_none(self, kind):
        """A board without governors of the earlier categories is in order."""
        assert "met" == finding(ask(*kind, **SMALLEST[kind]), "C12-CATEGORIES").verdict

    @pytest.mark.parametrize("earlier", ["community", "sponsor"])
    def test_one(self, earlier):
        """One community or sponsor governor is one too many, in our inference."""
        result = ask(**SMALLEST["community", None], **{earlier: 1})
        found = finding(result, "C12-CATEGORIES")
        assert {"C12-CATEGORIES"} == breached(result)
        assert [{earlier: 0}] == [repair.seats for repair in found.repairs]
        assert found.doubt is None

    @given(kinds(), boards(), st.integers(0, 2), st.integers(0, 2))
    def test_both(self, kind, seats, community, sponsor):
        """Any of either is too many."""
        result = ask(*kind, **seats, community=community, sponsor=sponsor)
        expected = "breached" if community + sponsor else "met"
        assert expected == finding(result, "C12-CATEGORIES").verdict
