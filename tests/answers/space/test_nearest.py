"""Boards come out in the order of their rank, none left out, without going through all of them."""

import itertools

import pytest
from boards import DAY, KINDS, SEVEN_SEATS, proposal
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.space.nearest import Aim, distance, in_order
from governance.answers.space.space import seats_of, space
from governance.answers.space.wishes import wishes
from governance.law import book_for
from governance.model.names import SEATS

MOST = 13


def some_space(kind, **numbers):
    return space(book_for(proposal(*kind), DAY), {}, wishes(numbers))


def by_hand(board, now, filled, free):
    """The rank of a board: moved, lost, changed, total, and then more of the first category."""
    changes = {seat: board[seat] - count for seat, count in now.items()}
    more, fewer = (sum(max(0, sign * change) for change in changes.values()) for sign in (1, -1))
    return (
        max(more, fewer),
        sum(max(0, count - board[seat]) for seat, count in filled.items()),
        sum(abs(change) for seat, change in changes.items() if seat != free),
        sum(board.values()),
        [-board[seat] for seat in SEATS],
    )


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(KINDS),
    st.fixed_dictionaries({seat: st.integers(0, 9) for seat in SEVEN_SEATS}),
    st.dictionaries(st.sampled_from(SEVEN_SEATS), st.integers(1, 6), max_size=2),
    st.sets(st.sampled_from(SEVEN_SEATS), max_size=2),
)
def test_every_board_in_order(kind, seats, filled, open_seats):
    """All lawful boards of up to thirteen seats, ranked by hand."""
    now = {seat: seats.get(seat, 0) for seat in SEATS if seat not in open_seats}
    here = some_space(kind, total=(None, MOST))
    expected = sorted(
        (seats_of(board) for board in here.boards(MOST)),
        key=lambda board: by_hand(board, now, filled, "co_opted"),
    )
    assert expected == list(in_order(here, Aim(now, filled, "co_opted")))


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_largest_board(kind):
    """From nothing at all, the smallest boards come first, and there is no end of them."""
    found = list(itertools.islice(in_order(some_space(kind), Aim({}, {}, "co_opted")), 40))
    totals = [sum(board.values()) for board in found]
    assert sorted(totals) == totals
    assert 40 == len({tuple(board.values()) for board in found})


def test_distance_to_a_lot_of_boards():
    """From 2 and 5 to boards of 3 to 4 and 0 to 1: one more, four fewer."""
    low, high = {"parent": 3, "staff": 0}, {"parent": 4, "staff": 1}
    assert 4 == distance(low, high, {"parent": 2, "staff": 5})
