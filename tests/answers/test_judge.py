"""A verdict on numbers that are not all known is what trying every number would give."""

import itertools

import pytest
from boards import DAY, KINDS, SEVEN_SEATS, ask, finding
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

from governance.answers.judge import Board, judge, values_that_satisfy
from governance.law import Kind, rule_book
from governance.law.relation import parse
from governance.law.store.loader import load_instrument
from governance.model import Seats

LAW = load_instrument("constitution-2012")
MOST = 20
TOGETHER = {
    frozenset({"met"}): "met",
    frozenset({"breached"}): "breached",
    frozenset({"conditional"}): "conditional",
    frozenset({"met", "conditional"}): "conditional",
}
"""What is said where every filling gives one of these; any other mixture is unknown."""


def relations(kind, *, resigned):
    """The relations put to a kind of school."""
    category, foundation = kind
    rules = rule_book(LAW, DAY, Kind(category, foundation or "none", resigned)).rules
    return [rule.require for rule in rules if rule.require]


def filled(relation, seats, staff):
    """The verdict on a board without unknown seats, by trying every number of co-opted staff."""
    counts = [staff] if staff is not None else range(seats["co_opted"] + 1)
    kept = {relation.holds({**seats, "co_opted_staff": count}) for count in counts}
    return "conditional" if len(kept) > 1 else "met" if kept == {True} else "breached"


@st.composite
def unsettled(draw):
    """A small board with one or two seats unknown, and sometimes the number of co-opted staff."""
    seats = {seat: draw(st.integers(0, 2)) for seat in SEVEN_SEATS}
    staff = draw(st.none() | st.integers(0, seats["co_opted"]))
    unknown = draw(st.lists(st.sampled_from(SEVEN_SEATS), min_size=1, max_size=2, unique=True))
    return seats, staff, unknown


def by_filling_in(relation, seats, staff, unknown):
    """The verdict by trying every number up to twenty for each unknown seat."""
    least = {"co_opted": staff or 0}
    ranges = [range(least.get(seat, 0), MOST + 1) for seat in unknown]
    said = frozenset(
        filled(relation, {**seats, **dict(zip(unknown, numbers, strict=True))}, staff)
        for numbers in itertools.product(*ranges)
    )
    return TOGETHER.get(said, "unknown")


@given(st.data(), kinds(), st.booleans(), unsettled())
def test_unknown_seats(data, kind, resigned, board):
    """An unknown seat gives the verdict that every number gives, and "unknown" where they differ."""
    relation = data.draw(st.sampled_from(relations(kind, resigned=resigned)))
    seats, staff, unknown = board
    given_seats = {**seats, **dict.fromkeys(unknown, "unknown")}
    expected = by_filling_in(relation, seats, staff, unknown)
    assert expected == judge(relation, Board.of(Seats(**given_seats, co_opted_staff=staff)))


@given(kinds(), st.booleans(), unsettled())
def test_check_of_unknown_seats(kind, resigned, board):
    """The check says of each rule what the judge says, and a board with an unknown is never called lawful wrongly."""
    seats, staff, unknown = board
    given_seats = {**seats, **dict.fromkeys(unknown, "unknown"), "co_opted_staff": staff}
    result = ask(*kind, head_resigned=resigned, **given_seats)
    assert None is result.total
    assert result.lawful is not True
    tried = {
        ask(*kind, head_resigned=resigned, **{**given_seats, **dict.fromkeys(unknown, number)}).lawful
        for number in (2, 3, 5, 7, 11)
    }
    if result.lawful is False:
        assert {False} == tried
    for found in result.findings:
        if found.severity == "unlawful" and found.verdict == "unknown":
            assert found.question


@pytest.mark.parametrize(
    ("rule", "seats", "verdict", "because"),
    [
        ("C12-TOTAL-MIN", {"parent": 7}, "met", "met whatever the number of co-opted governors"),
        ("C12-TOTAL-MIN", {"parent": 2}, "unknown", "met with 4 or more co-opted governors"),
        ("C12-PARENT-MIN", {"parent": 1}, "breached", "1 parent governor; the least is 2"),
        (
            "C12-STAFF-THIRD",
            {"parent": 2, "staff": 1, "head_teacher": 1},
            "unknown",
            "met with 1 or more co-opted",
        ),
    ],
)
def test_in_words(rule, seats, verdict, because):
    """The finding says for which numbers a rule is met, where one seat is unknown."""
    found = finding(ask(**{"local_authority": 1, **seats, "co_opted": "unknown"}), rule)
    assert verdict == found.verdict
    assert because in found.because


@given(kinds(), st.booleans(), boards(staff=False))
def test_conditional(kind, resigned, seats):
    """A finding is conditional exactly where one number of co-opted staff is right and another wrong."""
    found = finding(ask(*kind, head_resigned=resigned, **seats), "C12-STAFF-THIRD")
    told = [
        finding(ask(*kind, head_resigned=resigned, **seats, co_opted_staff=number), "C12-STAFF-THIRD").verdict
        for number in range(seats["co_opted"] + 1)
    ]
    assert {"met", "breached"} >= set(told)
    assert (found.verdict == "conditional") is (len(set(told)) == 2)
    if found.verdict == "conditional":
        assert sorted(told, key=["met", "breached"].index) == told
        most = told.count("met") - 1
        many = seats["co_opted"]
        none = f"none of the {many}" if many > 1 else "the one co-opted governor is not"
        expected = f"at most {most} of the {many}" if most else none
        assert found.condition.startswith(expected)
    else:
        assert {found.verdict} == set(told)
        assert "" == found.condition


@given(st.sampled_from(KINDS), st.booleans(), boards())
def test_only_the_third_is_conditional(kind, resigned, seats):
    """Nothing but 13(5) depends on who is co-opted, and nothing at all once that is said."""
    result = ask(*kind, head_resigned=resigned, **seats)
    assert {one.rule for one in result.conditions} <= {"C12-STAFF-THIRD"}
    if "co_opted_staff" in seats:
        assert () == result.conditions


@given(
    st.sampled_from(
        ["parent >= 3", "2 parent + staff <= 7", "parent == 4", "3 parent == 7", "staff <= parent"]
    ),
    st.integers(0, 9),
)
def test_values_that_satisfy(text, staff):
    """The values of one number that keep a relation are those that trying gives."""
    relation = parse(text)
    board = Board.of(Seats(parent=0, staff=staff))
    kept = [number for number in range(60) if relation.holds({"parent": number, "staff": staff})]
    found = values_that_satisfy(relation, board, "parent")
    if found is None:
        assert [] == kept
    else:
        least, most = found
        assert list(range(least, 60 if most is None else most + 1)) == kept
