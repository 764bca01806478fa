"""The engine and the oracle agree on every board up to fourteen seats, for every kind of school."""

import datetime
import functools
import math
import random

import pytest
from boards import (
    AIDED,
    COMMUNITY,
    CONTROLLED,
    DAY,
    KINDS,
    NO_FOUNDATION,
    QUALIFYING,
    SEVEN_SEATS,
    WITH_FOUNDATION,
    ask,
)
from brute_force import boards, lawful

from governance.law import Kind, Rule, rule_book
from governance.law.store.loader import load_instrument

MOST = 14
"""Up to so many seats every change of a number or a comparison shows that any board shows; beyond there are but more boards."""
LAW = load_instrument("constitution-2012")
RESIGNED = (False, True)


def relations(kind, day=DAY, *, resigned) -> tuple[Rule, ...]:
    """The rules of composition that the engine puts to a kind of school."""
    category, foundation = kind
    book = rule_book(LAW, day, Kind(category, foundation or "none", resigned))
    return tuple(rule for rule in book.rules if rule.require and rule.severity == "unlawful")


@functools.cache
def texts() -> tuple[str, ...]:
    """Every relation of any kind of school, each once."""
    found = {
        rule.require.text: None
        for kind in KINDS
        for resigned in RESIGNED
        for rule in relations(kind, resigned=resigned)
    }
    return tuple(found)


@functools.cache
def walk() -> list[tuple[tuple[int, ...], list[int]]]:
    """Every board up to fourteen, and for each number of co-opted staff a bit for each relation that holds.

    A relation is asked once of a board, whatever the kinds of school it is for; one that does not count the
    co-opted staff is asked once for all of them.
    """
    by_text = {
        rule.require.text: rule.require
        for kind in KINDS
        for resigned in RESIGNED
        for rule in relations(kind, resigned=resigned)
    }
    plain, staffed = [], []
    for bit, text in enumerate(texts()):
        relation = by_text[text]
        (staffed if "co_opted_staff" in relation.weights else plain).append((1 << bit, relation.holds))
    walked = []
    for board in boards(MOST):
        seats = dict(zip(SEVEN_SEATS, board, strict=True))
        base = sum(bit for bit, holds in plain if holds(seats))
        masks = []
        for co_opted_staff in range(seats["co_opted"] + 1):
            seats["co_opted_staff"] = co_opted_staff
            masks.append(base + sum(bit for bit, holds in staffed if holds(seats)))
        walked.append((board, masks))
    return walked


def needed(kind, *, resigned) -> int:
    """The bits of the relations that a kind of school must keep."""
    asked = {rule.require.text for rule in relations(kind, resigned=resigned)}
    return sum(1 << bit for bit, text in enumerate(texts()) if text in asked)


def test_walk_is_whole():
    """The walk misses no board: there are 116,280, and 319,770 with the number of co-opted staff."""
    assert math.comb(MOST + 7, 7) == len({board for board, _ in walk()})
    assert math.comb(MOST + 8, 8) == sum(len(masks) for _, masks in walk())


@pytest.mark.parametrize("resigned", RESIGNED)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_board(kind, resigned):
    """No board, with any number of co-opted staff, is judged otherwise than by hand."""
    must = needed(kind, resigned=resigned)
    lawfuls, wrong = 0, []
    for board, masks in walk():
        for co_opted_staff, mask in enumerate(masks):
            expected = lawful(kind, *board, co_opted_staff, resigned=resigned)
            lawfuls += expected
            if expected is not (mask & must == must):
                wrong.append((board, co_opted_staff, expected))
    assert [] == wrong[:10]
    assert lawfuls > 0


def test_composition_never_changed():
    """Regulations 13 and 14 ask the same of a board on every day since 1 September 2012."""
    days = {*LAW.change_days(), *(day - datetime.timedelta(1) for day in LAW.change_days())}
    for kind in KINDS:
        for resigned in RESIGNED:
            asked = {
                tuple((rule.id, rule.require.text) for rule in relations(kind, day, resigned=resigned))
                for day in days
                if day in LAW.span
            }
            assert 1 == len(asked)


@pytest.mark.parametrize("resigned", RESIGNED)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_check_agrees(kind, resigned):
    """The check gives the oracle's answer, and makes it conditional where it turns on who is employed."""
    pick = random.Random(f"{kind} {resigned}")  # noqa: S311 - a sample, not a secret
    some = set(pick.sample(list(boards(MOST)), 80))
    good = [
        board
        for board in boards(14)
        if board[0] > 1 and board[1] == board[2] == 1 and lawful(kind, *board, 0, resigned=resigned)
    ]
    some |= set(pick.sample(good, min(len(good), 60)))
    for board in sorted(some):
        seats = dict(zip(SEVEN_SEATS, board, strict=True))
        by_staff = [
            lawful(kind, *board, co_opted_staff, resigned=resigned)
            for co_opted_staff in range(seats["co_opted"] + 1)
        ]
        result = ask(*kind, head_resigned=resigned, **seats)
        assert any(by_staff) is result.lawful
        if result.lawful:
            assert all(by_staff) is (result.conditions == ())
        co_opted_staff = pick.randint(0, seats["co_opted"])
        told = ask(*kind, head_resigned=resigned, co_opted_staff=co_opted_staff, **seats)
        assert by_staff[co_opted_staff] is told.lawful
        assert () == told.conditions


@pytest.mark.parametrize("resigned", RESIGNED)
@pytest.mark.parametrize("category", ["foundation", "foundation special"])
def test_foundation_not_given(category, resigned):
    """Where nobody says whether there is a foundation, no board is lawful for certain, and none wrongly unlawful."""
    pick = random.Random(category)  # noqa: S311 - a sample, not a secret
    answers = []
    for board in pick.sample(list(boards(12)), 100):
        seats = dict(zip(SEVEN_SEATS, board, strict=True))
        each = {ask(category, has, head_resigned=resigned, **seats).lawful for has in ("none", "foundation")}
        each.add(ask(category, "qualifying", head_resigned=resigned, **seats).lawful)
        answer = ask(category, head_resigned=resigned, **seats).lawful
        answers.append(answer)
        assert answer is None or (answer is False and each == {False})
    core = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "foundation": 6}
    assert None is ask(category, head_resigned=resigned, **core).lawful
    assert not any(answer is True for answer in answers)


@pytest.mark.parametrize(
    ("group", "least", "least_resigned"),
    [
        (COMMUNITY, 7, 7),
        (WITH_FOUNDATION, 7, 7),
        (NO_FOUNDATION, 8, 8),
        (CONTROLLED, 8, 8),
        (QUALIFYING, 11, 9),
        (AIDED, 12, 10),
    ],
    ids=["community", "foundation", "no foundation", "controlled", "qualifying", "aided"],
)
def test_smallest_boards(group, least, least_resigned):
    """The smallest lawful totals are those the notes on the law worked out."""
    for kind in group:
        for resigned, expected in ((False, least), (True, least_resigned)):
            must = needed(kind, resigned=resigned)
            totals = {sum(board) for board, masks in walk() if any(mask & must == must for mask in masks)}
            assert expected == min(totals)
            if group is AIDED:
                assert {0} == {total % 2 for total in totals}


def test_staff_eligible_seats():
    """With head teacher and staff governor counted, a third leaves room for total // 3 - 2 co-opted staff."""
    must = needed(("community", None), resigned=False)
    most: dict[int, int] = {}
    for board, masks in walk():
        for co_opted_staff, mask in enumerate(masks):
            if mask & must == must:
                most[sum(board)] = max(most.get(sum(board), 0), co_opted_staff)
    assert {total: total // 3 - 2 for total in range(7, MOST + 1)} == most


@pytest.mark.parametrize("earlier", ["community", "sponsor"])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_no_earlier_categories(kind, earlier):
    """A board with a community or sponsor governor is unlawful whatever else it has."""
    pick = random.Random(earlier)  # noqa: S311 - a sample, not a secret
    for board in pick.sample(list(boards(12)), 40):
        seats = dict(zip(SEVEN_SEATS, board, strict=True))
        assert False is ask(*kind, **seats, **{earlier: pick.randint(1, 3)}).lawful
