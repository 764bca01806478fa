"""An impossibility holds: what clashes cannot be kept, and can be without any one of it."""

import itertools

import pytest
from boards import AIDED, CONTROLLED, DAY, KINDS, QUALIFYING
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.space.impossible import smallest_conflict, why_impossible
from governance.answers.space.space import space
from governance.answers.space.wishes import WishError, wish, wishes
from governance.law import Kind
from governance.law.book import rule_book
from governance.law.library import governing_category
from governance.law.regime import beside
from governance.law.relation import DERIVED
from governance.model.names import PARTS_OF, SEATS


def asked(kind, day=DAY, **numbers):
    category, has = kind
    book = rule_book(governing_category(day, category), day, Kind(category, has), beside=beside(day))
    return space(book, {}, wishes(numbers))


def some_board(constraints, largest):
    """Try every board up to a size; seats that no constraint names count together as one."""
    named = {name for one in constraints for name in one.weights}
    seats = [seat for seat in SEATS if seat in named or seat == "foundation"]
    parts = [part for part in PARTS_OF if part in named]
    for total in range(largest + 1):
        for cuts in itertools.combinations(range(total + len(seats)), len(seats)):
            counts = [b - a - 1 for a, b in itertools.pairwise((-1, *cuts))]
            board = dict(zip(seats, counts, strict=True))
            board["total"] = total
            board["others"] = total - board["foundation"]
            for within in itertools.product(*(range(board.get(PARTS_OF[part], 0) + 1) for part in parts)):
                whole = {**board, **dict(zip(parts, within, strict=True))}
                if all(one.holds(whole) for one in constraints):
                    return whole
    return None


def means_what_it_says(board):
    """A board of the solver is one: its sums and parts are right."""
    for name, seats in DERIVED.items():
        if name in board:
            assert board[name] == sum(board[seat] for seat in seats)
    for part, whole in PARTS_OF.items():
        assert board.get(part, 0) <= board[whole]


CLASHES = [
    *((kind, {"total": 6}, 30) for kind in KINDS),
    *((kind, {"total": 10}, 18) for kind in (*AIDED, *QUALIFYING)),
    *((kind, {"total": 7}, 30) for kind in CONTROLLED),
    (AIDED[0], {"total": 13}, 30),
    (AIDED[0], {"total": 29}, 30),
    (AIDED[0], {"total": (9, 11)}, 18),
    (("community", None), {"staff": 2}, 30),
    (("community", None), {"total": 12, "co_opted_staff": 3}, 14),
    (("foundation", "none"), {"total": (None, 15), "partnership": 4}, 30),
    (("foundation", "foundation"), {"total": 20, "foundation": 10}, 30),
    (("voluntary controlled", None), {"total": 30, "foundation": 8}, 30),
    (("community", None), {"foundation": 1}, 30),
    (QUALIFYING[0], {"total": 16, "foundation": 8}, 30),
]


@pytest.mark.parametrize(("kind", "numbers", "largest"), CLASHES)
def test_no_board_keeps_what_clashes(kind, numbers, largest):
    """By trying every board up to a size, thirty seats where few categories are named."""
    here = asked(kind, **numbers)
    core = smallest_conflict(here)
    assert some_board([here.constraints[n] for n in core], largest) is None


@settings(max_examples=150)
@given(
    st.sampled_from(KINDS),
    st.dictionaries(
        st.sampled_from(
            ["total", "parent", "co_opted", "foundation", "partnership", "staff", "co_opted_staff"]
        ),
        st.integers(0, 30),
        min_size=1,
        max_size=3,
    ),
)
def test_every_clash_is_needed(kind, numbers):
    """A wish can be met, or what clashes can be kept without any one of it, by a board that can be counted."""
    here = asked(kind, **numbers)
    answer = why_impossible(here)
    if answer is None:
        board = here.first()
        means_what_it_says(board)
        assert all(one.holds(board) for one in here.constraints)
        return
    core = smallest_conflict(here)
    assert here.first(among=here.given | core) is None
    for number in core:
        board = here.first(among=here.given | core - {number})
        means_what_it_says(board)
        assert all(here.constraints[n].holds(board) for n in core - {number})
    assert answer.steps


@settings(max_examples=60)
@given(st.sampled_from(KINDS), st.integers(0, 30))
def test_the_nearest_totals_are_the_nearest(kind, total):
    """Each total between the wish and what is offered has no board either."""
    here = asked(kind, total=total)
    answer = why_impossible(here)
    if answer is None:
        return
    able = [one for one in range(40) if asked(kind, total=one).first()]
    below = max((one for one in able if one < total), default=None)
    above = min((one for one in able if one > total), default=None)
    offers = [f"a total of {one}" for one in (below, above) if one is not None]
    assert (f"{' or '.join(offers)} instead of a total of {total}",) == answer.nearest


class TestInWords:
    """Each step is a line that a reader can check by hand."""

    def test_too_small_a_quarter(self):
        """Two foundation governors are at most a quarter, so there are eight."""
        answer = why_impossible(asked(CONTROLLED[0], total=7))
        assert (
            "SI 2012/1034 reg 14(5): at least 2 foundation governors.",
            "SI 2012/1034 reg 14(5): at least 2 foundation governors, so at least 8 seats.",
            "You asked for a total of 7; but there are at least 8 seats.",
        ) == answer.steps

    def test_several_wishes_each_with_its_offer(self):
        """Four partnership governors in a board of at most twelve."""
        answer = why_impossible(asked(("foundation", "none"), total="..12", partnership=4))
        assert (
            "a total of 16 instead of a total of at most 12",
            "3 partnership governors instead of 4 partnership governors",
        ) == tuple(sorted(answer.nearest, reverse=True))

    def test_nothing_is_said_of_what_is_possible(self):
        """Twelve will do."""
        assert why_impossible(asked(AIDED[0], total=12)) is None

    def test_a_wish_must_be_a_number_of_seats(self):
        """Refused, with what to write."""
        with pytest.raises(WishError, match="Write 12"):
            wish("twelve", "total")
