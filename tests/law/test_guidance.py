"""Guidance and good practice: advice, never law; dates out of order and words of earlier forms."""

import datetime

import pytest
from boards import DAY, finding
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.law.library import library

DAYS = st.dates(min_value=datetime.date(2015, 9, 1), max_value=datetime.date(2030, 1, 1))
SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 2}


def breached(result):
    """Every rule that is breached, of whatever instrument."""
    return {one.rule for one in result.findings if one.verdict == "breached"}


def asked(on=DAY, category="community", **instrument):
    """Check a lawful board whose instrument says these things."""
    proposal = governance.parse({"school": {"category": category}, "seats": SEATS, "instrument": instrument})
    return governance.check(proposal, on=on)


def test_never_unlawful():
    """No rule of guidance or good practice is ever called a breach of the law."""
    rules = [rule for one in library() if one.law.id.startswith("guidance/") for rule in one.law.rules]
    assert rules
    assert {"advice"} == {rule.severity for rule in rules}


def test_addresses():
    """Guidance is cited to GOV.UK, and good practice to what the Regulations ask of an instrument."""
    urls = {
        volume.folder: {provision.url for provision in volume.law.provisions}
        for volume in library()
        if volume.law.id.startswith("guidance/")
    }
    publications = "https://www.gov.uk/government/publications"
    assert {
        "guidance/statutory-2017": {f"{publications}/constitution-of-governing-bodies-of-maintained-schools"},
        "guidance/maintained-schools": {"https://www.gov.uk/guidance/governance-in-maintained-schools"},
        "guidance/good-practice": {"https://www.legislation.gov.uk/uksi/2012/1034/regulation/28"},
        "guidance/keeping-children-safe": {"https://www.legislation.gov.uk/uksi/2012/1034/regulation/16A"},
        "guidance/white-paper-2026": {publications},
        "guidance/since-2017": {"https://www.legislation.gov.uk/uksi/2012/1034"},
    } == urls


class TestDates:
    """An instrument takes effect when it is made or later, and is made when it was decided or later."""

    @given(made=DAYS, effective=DAYS)
    def test_effect_and_making(self, made, effective):
        """Advice is given exactly where effect comes before making, and the board stays lawful."""
        result = asked(effective, made_on=made, effective_on=effective)
        assert ("breached" if effective < made else "met") == finding(result, "GP-EFFECT").verdict
        assert result.lawful is True

    @given(decided=DAYS, made=DAYS)
    def test_decision_and_making(self, decided, made):
        """Advice is given exactly where making comes before the decision."""
        result = asked(made, decided_to_vary_on=decided, made_on=made, effective_on=made)
        assert ("breached" if made < decided else "met") == finding(result, "GP-DECIDED").verdict

    def test_both_days_are_shown(self):
        """The finding gives both days, and how far they are apart."""
        found = finding(
            asked(made_on=datetime.date(2018, 9, 18), effective_on=datetime.date(2018, 9, 17)), "GP-EFFECT"
        )
        assert "in effect on 17 September 2018, and made on 18 September 2018, 1 day later" == found.because
        assert found.doubt is not None

    def test_a_day_not_given(self):
        """With one day missing there is nothing to compare."""
        assert "met" == finding(asked(made_on=DAY), "GP-EFFECT").verdict


class TestWords:
    """Words that the law no longer uses are pointed out where the proposal's names have them."""

    @pytest.mark.parametrize(
        ("instrument", "rules"),
        [
            ({"made_by": "Kent LEA"}, {"GP-LEA"}),
            ({"made_by": "Lea Valley Council"}, set()),
            ({"made_by": "Kent LOCAL EDUCATION AUTHORITY"}, {"GP-LEA"}),
            ({"governing_body": "The Governing Board of X School"}, {"GP-BOARD"}),
            ({"governing_body": "The governing body of X School"}, set()),
            ({"governing_body": "Community Governors of X"}, {"GP-COMMUNITY"}),
            ({"governing_body": "The governing board", "made_by": "the LEA"}, {"GP-BOARD", "GP-LEA"}),
        ],
    )
    def test_found(self, instrument, rules):
        """Whole words are found whatever their capitals, but for LEA, and the board stays lawful."""
        result = asked(**instrument)
        assert rules == breached(result)
        assert result.lawful is True

    def test_the_text_is_shown(self):
        """The finding shows the text, and the word to write."""
        found = finding(asked(made_by="Kent LEA"), "GP-LEA")
        assert "made_by says 'Kent LEA'" == found.because
        assert "Write local authority" == found.repairs[0].says

    def test_appointers_are_searched(self):
        """The names of those who appoint are searched too."""
        proposal = governance.parse(
            {
                "school": {"category": "voluntary controlled"},
                "seats": {**SEATS, "foundation": 2},
                "foundation": {
                    "appointers": [{"by": "the LEA", "number": 1}],
                    "ex_officio": [{"office": "Chair of the Governing Board"}],
                },
            }
        )
        assert {"GP-LEA", "GP-BOARD"} <= breached(governance.check(proposal, on=DAY))

    @pytest.mark.parametrize(
        ("day", "verdict"),
        [(datetime.date(2015, 8, 31), None), (datetime.date(2015, 9, 1), "breached")],
    )
    def test_community_governors(self, day, verdict):
        """Community governors are a word of the past from 1 September 2015."""
        result = asked(day, governing_body="Community governors of X", effective_on=datetime.date(2014, 1, 1))
        found = [one.verdict for one in result.findings if one.rule == "GP-COMMUNITY"]
        assert ([] if verdict is None else [verdict]) == found
