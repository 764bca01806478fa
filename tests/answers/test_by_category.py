"""A board of no category is answered for each that its words allow, and each answer is that of the check."""

import datetime

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import governance
from governance.answers.by_category import as_each_category, by_category
from governance.errors import CannotTellError, ProposalError
from governance.letters.by_category import letter
from governance.model.names import CATEGORIES, SCHOOL_CATEGORIES

DAY = datetime.date(2020, 1, 1)
COMMUNITY = {
    "parent": 2,
    "local_authority": 1,
    "staff": 1,
    "head_teacher": 1,
    "co_opted": 5,
    "co_opted_staff": 0,
}
AIDED = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 1, "foundation": 8}


def ask(seats, *, on=DAY, **school):
    return by_category(as_each_category({"school": school, "seats": seats}), on=on)


def named(found, answer):
    return [str(kind) for kind in found.of(answer)]


SMALL = st.fixed_dictionaries(
    {"parent": st.integers(0, 4), "foundation": st.integers(0, 9), "partnership": st.sampled_from([0, 0, 2])}
    | {seat: st.integers(0, 2) for seat in ("local_authority", "staff", "head_teacher")}
    | {"co_opted": st.integers(0, 6)}
)


@settings(max_examples=40)
@given(SMALL)
def test_each_answer_is_that_of_the_check(seats):
    """Whatever the board, the kinds are all categories but the federation, and all agree or it cannot be told."""
    found = ask(seats)
    assert set(CATEGORIES) - {"federation"} == {kind.category for kind in found.kinds}
    for kind in found.kinds:
        about = {"category": kind.category} | ({"foundation": kind.foundation} if kind.foundation else {})
        result = governance.check(governance.parse({"school": about, "seats": seats}), on=DAY)
        assert result.lawful is kind.lawful
        assert kind.lawful is True or kind.why()
    answers = {kind.lawful for kind in found.kinds}
    assert found.lawful is (answers.pop() if len(answers) == 1 else None)


def test_a_community_board():
    """It is lawful where no foundation is needed; a foundation school is parted by its foundation."""
    found = ask(COMMUNITY)
    assert ["community", "community special", "maintained nursery"] == named(found, "lawful")
    assert {"foundation without a foundation", "voluntary aided"} <= set(named(found, "unlawful"))
    assert ["pupil referral unit"] == named(found, "ruled out")
    assert found.lawful is None
    text = letter(found)
    assert text.startswith("CANNOT TELL: proposal\n")
    assert "  - Lawful as community, community special or maintained nursery.\n" in text
    assert text.count("No foundation governors; the least is 2.") == 1
    assert "Ask: What is the category of the school? Say it with --category." in text


def test_an_aided_board():
    """What has foundation governors is ruled out for a school that can have none."""
    found = ask(AIDED)
    assert {"voluntary aided", "foundation that is a qualifying foundation school"} <= set(
        named(found, "lawful")
    )
    assert {"community", "foundation without a foundation"} <= set(named(found, "ruled out"))


def test_a_condition_is_told():
    """What is lawful on condition says on which."""
    found = ask({seat: count for seat, count in COMMUNITY.items() if "co_opted_staff" != seat})
    community = next(kind for kind in found.kinds if "community" == kind.category)
    condition = "at most 1 of the 5 co-opted governors is employed at the school"
    assert (True, (f"on condition that {condition}",)) == (community.lawful, community.why())
    assert condition in letter(found)


def test_all_agree():
    """A board without parents is unlawful whatever it is, and nothing is asked."""
    found = ask({**COMMUNITY, "parent": 0})
    assert found.lawful is False
    assert letter(found).startswith("UNLAWFUL: ")
    assert "Ask:" not in letter(found)
    assert found.as_json()["lawful"] is False
    assert {"category", "foundation", "answer", "lawful", "why"} == found.as_json()["by_category"][0].keys()


def test_words_that_rule_out():
    """What has a foundation is of a category that can have one; what lists schools is a federation."""
    founded = {kind.category for kind in ask(COMMUNITY, foundation="foundation").kinds}
    assert {"foundation", "foundation special", "voluntary aided", "voluntary controlled"} <= founded
    assert founded.isdisjoint({"community", "community special", "maintained nursery"})
    schools = [{"category": one, "name": one} for one in SCHOOL_CATEGORIES[:2]]
    data = {"school": {}, "schools": schools, "seats": COMMUNITY}
    assert ["federation"] == [one.school.category for one in as_each_category(data)]


def test_words_of_a_federation():
    """Without its schools it cannot be judged, so that not all agree; with them it is one of the kinds already."""
    board = as_each_category({"school": {}, "seats": {**COMMUNITY, "parent": 0}})
    assert by_category(board, on=DAY).lawful is False
    found = by_category(board, on=DAY, federated=True)
    assert found.lawful is None
    assert ["federation"] == named(found, "cannot tell")
    assert "which schools are federated" in letter(found).lower()
    schools = [{"category": one, "name": one} for one in SCHOOL_CATEGORIES[:2]]
    listed = as_each_category({"school": {}, "schools": schools, "seats": COMMUNITY})
    assert by_category(listed, on=DAY) == by_category(listed, on=DAY, federated=True)


def test_a_day_is_needed_and_its_law_must_be_encoded():
    """The library has no clock; a day before all law is told kind by kind."""
    with pytest.raises(CannotTellError, match="no day is given"):
        ask(COMMUNITY, on=None)
    early = ask(COMMUNITY, on=datetime.date(2004, 1, 1))
    assert early.lawful is None
    assert "not encoded" in " ".join(early.kinds[0].why())
    own = as_each_category({"school": {}, "seats": COMMUNITY, "instrument": {"effective_on": DAY}})
    assert DAY == by_category(own).on


def test_what_is_wrong_besides():
    """The error names the category with the rest."""
    with pytest.raises(ProposalError, match=r"(?s)category.*parrent|parrent.*category"):
        as_each_category({"school": {}, "seats": {"parrent": 2}})


def test_unsettled_seats_are_asked():
    """What is not settled is never nought."""
    found = ask({**AIDED, "foundation": "unknown"})
    aided = next(kind for kind in found.kinds if "voluntary aided" == kind.category)
    assert "How many foundation governors are there to be?" in aided.why()
    assert attrs.evolve(found, kinds=(aided,)).lawful is None
