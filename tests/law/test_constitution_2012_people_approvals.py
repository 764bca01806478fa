"""Regulations 29(2), 30(4) and 30(8) of SI 2012/1034: who must approve an instrument, and a variation's day."""

import datetime

import pytest
from boards import SMALLEST

import governance

DAY = datetime.date(2020, 9, 15)
KEYS = {
    "FG": "foundation_governors",
    "TRUSTEES": "trustees",
    "DIOCESE": "diocesan_authority",
    "RELIGIOUS": "religious_body",
}
SCHOOLS = {
    "voluntary aided": ("voluntary aided", None),
    "voluntary controlled": ("voluntary controlled", None),
}


def verdicts(
    character="Church of England",
    category="voluntary aided",
    foundation="foundation",
    prefix="C12-IOG-APPROVE-",
    **more,
):
    """The verdict on each approval of a school with foundation governors."""
    kind = SCHOOLS.get(category, (category, foundation))
    school = {"category": category, "foundation": foundation, "religious_character": character}
    data = {
        "school": {key: value for key, value in school.items() if value is not None},
        "seats": SMALLEST[kind],
        **more,
    }
    result = governance.check(governance.parse(data), on=DAY)
    assert {"note"} >= {one.severity for one in result.findings if one.rule.startswith(prefix)}
    return {
        one.rule.removeprefix(prefix): one.verdict for one in result.findings if one.rule.startswith(prefix)
    }


class TestParagraph2:
    """29(2): with foundation governors a draft goes on once the foundation governors and others approve."""

    @pytest.mark.parametrize("character", ["Church of England", "Roman Catholic", "CHURCH OF  ENGLAND"])
    def test_diocese(self, character):
        """(c): in a Church of England or Roman Catholic school the diocesan authority, and no other body."""
        expected = {"FG": "unknown", "TRUSTEES": "unknown", "DIOCESE": "unknown", "RELIGIOUS": "met"}
        assert expected == verdicts(character)

    @pytest.mark.parametrize("character", ["Methodist", "Sikh", "Catholic Apostolic"])
    def test_religious_body(self, character):
        """(d): in another designated school the religious body, and not the diocese."""
        expected = {"FG": "unknown", "TRUSTEES": "unknown", "DIOCESE": "met", "RELIGIOUS": "unknown"}
        assert expected == verdicts(character)

    def test_no_character(self):
        """A school that is not designated needs neither."""
        assert {"FG": "unknown", "TRUSTEES": "unknown"} == verdicts(None)

    @pytest.mark.parametrize(("foundation", "asked"), [("none", False), ("foundation", True), (None, True)])
    def test_trustees(self, foundation, asked):
        """(b): trustees only where there is a foundation; where nobody says, that is asked."""
        assert asked is ("TRUSTEES" in verdicts(None, "voluntary controlled", foundation))

    @pytest.mark.parametrize("key", KEYS)
    def test_given(self, key):
        """An approval with its day is met, and leaves the others as they are."""
        character = "Methodist" if key == "RELIGIOUS" else "Church of England"
        before = verdicts(character)
        after = verdicts(character, approvals={KEYS[key]: datetime.date(2020, 6, 1)})
        assert before | {key: "met"} == after

    def test_day(self):
        """The day of the approval is shown."""
        data = {
            "school": {"category": "voluntary aided"},
            "seats": SMALLEST["voluntary aided", None],
            "approvals": {"foundation_governors": datetime.date(2020, 6, 1)},
        }
        result = governance.check(governance.parse(data), on=DAY)
        (finding,) = (one for one in result.findings if one.rule == "C12-IOG-APPROVE-FG")
        assert "approved on 1 June 2020" == finding.because

    def test_qualifying(self):
        """A foundation school with foundation governors needs them too."""
        assert {"FG": "unknown", "TRUSTEES": "unknown"} == verdicts(None, "foundation", "qualifying")

    def test_without_foundation_governors(self):
        """A school without foundation governors needs no approval of anybody."""
        for kind in (("community", None), ("foundation", "none")):
            assert {"met"} >= set(verdicts(None, *kind).values())

    def test_not_unlawful(self):
        """A want of approvals makes no board unlawful."""
        data = {
            "school": {"category": "voluntary aided", "foundation": "foundation"},
            "seats": SMALLEST["voluntary aided", None],
        }
        assert governance.check(governance.parse(data), on=DAY).lawful is True


class TestRegulation30:
    """30(4), (8): a variation needs the same approvals, and says from which day it takes effect."""

    def test_variation(self):
        """For a variation the approvals are asked under 30(4), and not twice."""
        current = {"current": {"seats": SMALLEST["voluntary aided", None]}}
        assert {"met"} == set(verdicts(**current).values())
        varying = verdicts(prefix="C12-IOG-VARY-", **current)
        assert {"FG": "unknown", "TRUSTEES": "unknown", "DIOCESE": "unknown", "RELIGIOUS": "met"} == varying
        assert {"met"} == set(verdicts(prefix="C12-IOG-VARY-").values())

    @pytest.mark.parametrize(
        ("varies", "instrument", "expected"),
        [
            (False, {}, "met"),
            (True, {}, "unknown"),
            (True, {"effective_on": DAY}, "met"),
        ],
    )
    def test_day(self, varies, instrument, expected):
        """Only a variation must have its day stated here."""
        more = {"current": {"seats": SMALLEST["voluntary aided", None]}} if varies else {}
        assert {"": expected} == verdicts(prefix="C12-IOG-VARDATE", instrument=instrument, **more)
