"""Regulation 5 of SI 2012/1034: which schools can have a foundation, and which can be qualifying ones."""

import pytest
from boards import AIDED, COMMUNITY, CONTROLLED, SMALLEST, ask, breached

HAS = ("none", "foundation", "qualifying")


def asked(result):
    """The rules of regulation 5 that were asked."""
    return {one.rule for one in result.findings if one.rule in ("C12-FOUNDATION-KIND", "C12-QFS-KIND")}


class TestParagraph1:
    """5(1): a qualifying foundation school is a foundation or foundation special school with a foundation."""

    @pytest.mark.parametrize("kind", AIDED + CONTROLLED, ids=str)
    def test_voluntary_school_cannot_qualify(self, kind):
        """A voluntary school that is called a qualifying foundation school is wrongly described."""
        category, _ = kind
        assert {"C12-QFS-KIND"} == breached(ask(category, "qualifying", **SMALLEST[kind]))

    @pytest.mark.parametrize("kind", AIDED + CONTROLLED, ids=str)
    @pytest.mark.parametrize("has", [None, "none", "foundation"])
    def test_voluntary_school_may_have_a_foundation(self, kind, has):
        """A voluntary school may have a foundation or none, or not say."""
        category, _ = kind
        assert set() == breached(ask(category, has, **SMALLEST[kind]))
        assert ask(category, has, **SMALLEST[kind]).lawful is True

    @pytest.mark.parametrize("category", ["foundation", "foundation special"])
    @pytest.mark.parametrize("has", HAS)
    def test_foundation_school_may_be_any(self, category, has):
        """A foundation or foundation special school may be any of the three."""
        result = ask(category, has, **SMALLEST[category, has])
        assert result.lawful is True
        assert set() == asked(result)


class TestParagraph2:
    """5(2): only foundation and voluntary schools have a foundation (section 21 of the 1998 Act)."""

    @pytest.mark.parametrize("kind", COMMUNITY, ids=str)
    @pytest.mark.parametrize("has", ["foundation", "qualifying"])
    def test_community_school_has_none(self, kind, has):
        """A community, community special or nursery school that is said to have one is wrongly described."""
        category, _ = kind
        result = ask(category, has, **SMALLEST[kind])
        assert {"C12-FOUNDATION-KIND"} == breached(result)
        assert False is result.lawful

    @pytest.mark.parametrize("kind", COMMUNITY, ids=str)
    @pytest.mark.parametrize("has", [None, "none"])
    def test_community_school_need_not_say(self, kind, has):
        """It may say that it has none, or say nothing."""
        category, _ = kind
        result = ask(category, has, **SMALLEST[kind])
        assert result.lawful is True
        assert set() == asked(result)
