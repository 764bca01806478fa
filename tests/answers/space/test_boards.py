"""The arithmetic under the answers: whole-number inequalities narrowed, searched, put together and added up."""

import datetime
import itertools

import pytest
from boards import AIDED, DAY, KINDS
from brute_force import boards as every_board
from brute_force import lawful
from hypothesis import given
from hypothesis import strategies as st

from governance.answers.space.elimination import Equality, eliminate, remainder
from governance.answers.space.simplex import contradiction
from governance.answers.space.solver import narrow, rows, solutions
from governance.answers.space.space import Constraint, Space, as_written, of_wish, space
from governance.answers.space.wishes import Wish, WishError, wish
from governance.errors import CannotTellError
from governance.law import Kind
from governance.law.book import rule_book
from governance.law.library import entries, governing_category, library
from governance.law.regime import beside
from governance.law.relation import DERIVED
from governance.model.names import SEATS

MOST = 4
NUMBERS = 3

constraints = st.lists(
    st.tuples(
        st.lists(st.integers(-3, 3), min_size=NUMBERS, max_size=NUMBERS), st.integers(-6, 6), st.booleans()
    ),
    min_size=1,
    max_size=4,
)


def book(category, has=None, *, day=DAY, **facts):
    kind = Kind(category, has, **facts)
    return rule_book(governing_category(day, category), day, kind, beside=beside(day))


def lawful_space(category, has=None, *wishes, day=DAY, given_numbers=None, **facts):
    return space(book(category, has, day=day, **facts), given_numbers or {}, wishes)


def table_of(stated):
    return [
        row
        for number, (weights, constant, exact) in enumerate(stated)
        for row in rows(
            [(place, weight) for place, weight in enumerate(weights) if weight],
            constant,
            exact=exact,
            source=number,
        )
    ]


def kept(stated):
    """Every choice of the numbers up to four that keeps the constraints, found by trying each."""
    found = set()
    for values in itertools.product(range(MOST + 1), repeat=NUMBERS):
        margins = [
            (constant + sum(w * v for w, v in zip(weights, values, strict=True)), exact)
            for weights, constant, exact in stated
        ]
        if all(margin == 0 if exact else margin >= 0 for margin, exact in margins):
            found.add(values)
    return found


class TestSolver:
    """What is found is what trying every number finds."""

    @given(constraints)
    def test_search_finds_what_trying_finds(self, stated):
        """Every choice of the numbers, each once."""
        found = list(solutions(table_of(stated), [0] * NUMBERS, [MOST] * NUMBERS, range(NUMBERS)))
        assert sorted(kept(stated)) == sorted(map(tuple, found))

    @given(constraints)
    def test_narrowing_loses_nothing(self, stated):
        """Nothing that keeps the constraints lies outside the narrowed bounds."""
        low, high = [0] * NUMBERS, [MOST] * NUMBERS
        possible = narrow(table_of(stated), low, high)
        found = kept(stated)
        assert possible or not found
        assert all(low[n] <= one[n] <= high[n] for one in found for n in range(NUMBERS))

    @given(constraints)
    def test_a_contradiction_adds_up_to_less_than_nought(self, stated):
        """Added so many times each, no weight helps and the constant is less than nought."""
        table = table_of(stated)
        times = contradiction(table, [0] * NUMBERS)
        if times is None:
            return
        assert all(count > 0 for count in times.values())
        assert 0 > sum(count * table[row].constant for row, count in times.items())
        for place in range(NUMBERS):
            assert 0 >= sum(count * dict(table[row].weights).get(place, 0) for row, count in times.items())
        assert not kept(stated)

    @given(constraints)
    def test_equalities_put_together_lose_nothing(self, stated):
        """What keeps the equalities keeps what they were put together to, and the impossible is impossible."""
        exact = [(weights, constant, True) for weights, constant, _ in stated]
        equalities = [
            Equality({str(n): w for n, w in enumerate(weights) if w}, constant, {number: 1})
            for number, (weights, constant, _) in enumerate(exact)
        ]
        made = eliminate(equalities)
        found = kept(exact)
        for one in made:
            again = [
                sum(times * equalities[source].constant for source, times in one.times.items()),
                one.constant,
            ]
            assert again[0] == again[1]
            assert all(0 == one.constant + sum(w * v[int(n)] for n, w in one.weights.items()) for v in found)
        if any(one.impossible for one in made):
            assert not found


class TestSpace:
    """The boards of a space are the lawful boards."""

    @pytest.mark.parametrize("resigned", [False, True])
    @pytest.mark.parametrize("kind", KINDS)
    def test_boards_are_those_found_by_hand(self, kind, resigned):
        """Up to ten seats, for every kind of school."""
        here = lawful_space(*kind, wish("..10", "total"), head_resigned=resigned)
        found = {tuple(board[seat] for seat in SEVEN) for board in here.boards(10)}
        by_hand = {board for board in every_board(10) if lawful(kind, *board, 0, resigned=resigned)}
        assert by_hand == found

    def test_a_relation_as_it_is_written_is_the_same_relation(self):
        """Total and others written out give the weights the law has for each seat."""
        for entry in entries(library()):
            if (relation := entry.rule.require) is None:
                continue
            weights, constant = as_written(relation)
            spread = {}
            for name, weight in weights.items():
                for seat in DERIVED.get(name, (name,)):
                    spread[seat] = spread.get(seat, 0) + weight
            spread = {seat: weight for seat, weight in spread.items() if weight}
            by = next(iter(spread.values())) // relation.weights[next(iter(spread))]
            assert by > 0
            assert {seat: weight * by for seat, weight in relation.weights.items()} == spread
            assert relation.constant * by == constant

    def test_bounds_hold_for_boards_of_every_size(self):
        """A voluntary aided school has seven foundation governors or more, and no number is the most."""
        bounds = lawful_space(*AIDED[0]).bounds()
        assert (7, None) == bounds["foundation"]
        assert (1, 1) == bounds["staff"]

    def test_without_boards_there_are_no_bounds(self):
        """Two staff governors."""
        assert lawful_space("community", None, wish(2, "staff")).bounds() is None

    def test_a_missing_fact_is_asked_for(self):
        """A foundation school may or may not have a foundation: nothing is guessed."""
        with pytest.raises(CannotTellError, match="Does the school have a foundation"):
            lawful_space("foundation")

    def test_the_schools_of_a_federation_are_asked_for(self):
        """Two parents for each school, on a day when it was so."""
        day = datetime.date(2015, 1, 1)
        with pytest.raises(CannotTellError, match="How many schools"):
            lawful_space("federation", mix="community", day=day)

    def test_a_space_of_nothing_holds_every_board(self):
        """Without constraints any board will do."""
        assert dict.fromkeys(SEATS, 0).items() <= Space.of([]).first().items()


class TestRemainder:
    """What the total is always a multiple of."""

    def test_two_more_than_the_others_make_it_even(self):
        """Two more of one than of the other make an even sum."""
        equalities = [
            Equality({"x": 1, "y": -1}, -2, {0: 1}),
            Equality({"total": 1, "x": -1, "y": -1}, 0, {1: 1}),
        ]
        assert (2, 0, frozenset({0, 1})) == remainder(equalities, "total")

    def test_otherwise_there_is_none(self):
        """A sum alone says nothing."""
        assert remainder([Equality({"total": 1, "x": -1, "y": -1}, 0, {0: 1})], "total") is None


class TestWish:
    """What can be wished for."""

    @pytest.mark.parametrize(
        ("written", "ends"),
        [("12", (12, 12)), ("12..16", (12, 16)), ("12..", (12, None)), ("..16", (None, 16)), (3, (3, 3))],
    )
    def test_numbers_and_limits(self, written, ends):
        """One number, two limits, or one of them."""
        found = wish(written, "total")
        assert ends == (found.least, found.most)

    @pytest.mark.parametrize(
        "written", ["", "x", "-1", "16..12", "..", "1000", "1.5", "12 16", (None, None), (-1, 2), "9999999"]
    )
    def test_what_is_no_number_of_seats_is_refused(self, written):
        """With what to write instead."""
        with pytest.raises(WishError):
            wish(written, "parent")

    def test_no_such_category(self):
        """The known ones are named."""
        with pytest.raises(WishError, match="Known: total, parent"):
            wish(3, "parents")

    def test_a_wish_is_one_constraint_an_end(self):
        """Two limits are two constraints, one number is one."""
        assert 2 == len(of_wish(Wish("total", 3, 4)))
        assert 1 == len(of_wish(Wish("total", 3, 3)))
        assert all(isinstance(one, Constraint) for one in of_wish(Wish("total", 3, None)))


SEVEN = ("parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation", "partnership")
