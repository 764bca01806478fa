"""The numbers that boards may have are right beyond every size that was tried."""

import itertools

import pytest
from boards import AIDED, CONTROLLED, DAY, KINDS, QUALIFYING, SEVEN_SEATS, WITH_FOUNDATION, proposal
from brute_force import lawful, least_total
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.space.ranges import greatest, least, numbers, together, within
from governance.answers.space.space import Constraint, Space, space
from governance.answers.space.wishes import wishes
from governance.answers.unknowns import unknowns
from governance.law import book_for

FAR = 200


def lawful_space(kind, **numbers_wished):
    return space(book_for(proposal(*kind), DAY), {}, wishes(numbers_wished))


def only(weights, constant, *, exact=False):
    return Constraint(weights, constant, exact, "provision", "")


class TestLeastAndGreatest:
    """The ends of what there can be, of boards of every size."""

    @settings(max_examples=60, deadline=None)
    @given(
        st.sampled_from(KINDS),
        st.sampled_from(("parent", "co_opted", "foundation", "partnership", "co_opted_staff")),
        st.integers(0, FAR),
    )
    def test_the_least_total_is_the_least(self, kind, seat, count):
        """With up to two hundred of one category, or none at all."""
        assert least_total(kind, seat, count, resigned=False) == least(
            lawful_space(kind, **{seat: count}), "total"
        )

    @settings(max_examples=40, deadline=None)
    @given(
        st.sampled_from((*AIDED, *QUALIFYING, *CONTROLLED, *WITH_FOUNDATION)), st.integers(9, FAR), st.data()
    )
    def test_around_a_total(self, kind, total, data):
        """The most and the fewest foundation governors in a board of so many, and the nearest within a limit."""
        able = [
            count
            for count in range(total)
            if total >= 5 + count and lawful(kind, 2, 1, 1, 1, total - 5 - count, count, 0, 0, resigned=False)
        ]
        here = lawful_space(kind, total=total)
        limit = data.draw(st.integers(0, total))
        above = [count for count in able if count >= limit]
        below = [count for count in able if count <= limit]
        assert (min(above, default=None), max(below, default=None)) == (
            least(here, "foundation", above=limit),
            greatest(here, "foundation", below=limit),
        )


class TestNumbers:
    """Runs of numbers, the last without an end only where that is proved."""

    @pytest.mark.parametrize("kind", WITH_FOUNDATION)
    def test_foundation_governors_grow_with_the_parents(self, kind):
        """However many there are, there may be so many parents that they are less than 45 per cent."""
        seats = {
            "parent": "unknown",
            "local_authority": 1,
            "staff": 1,
            "head_teacher": 1,
            "foundation": "unknown",
        }
        (case,) = unknowns(proposal(*kind, **seats), on=DAY).cases
        assert {"parent": ((2, None),), "foundation": ((2, None),)} == dict(case.values)

    @settings(max_examples=40, deadline=None)
    @given(
        st.sampled_from(KINDS),
        st.lists(
            st.sampled_from(("parent", "co_opted", "foundation", "partnership")),
            min_size=2,
            max_size=2,
            unique=True,
        ),
        st.integers(0, FAR),
        st.integers(2, FAR),
    )
    def test_two_seats_open(self, kind, open_seats, count, fixed):
        """Any number of one up to two hundred will do exactly where some number of the other will."""
        first, second = open_seats
        seats = dict.fromkeys(SEVEN_SEATS, 0) | {
            "parent": fixed,
            "local_authority": 1,
            "staff": 1,
            "head_teacher": 1,
            first: "unknown",
            second: "unknown",
        }
        (case,) = unknowns(proposal(*kind, **seats), on=DAY).cases
        boards = ({**seats, first: count, second: other} for other in range(6 * FAR))
        able = any(
            lawful(kind, *(board[seat] for seat in SEVEN_SEATS), 0, resigned=False) for board in boards
        )
        assert able is within(count, case.values.get(first, ()))

    def test_gaps_are_kept(self):
        """Two numbers that are together even: every other number, as far as seats can be written."""
        here = Space.of([only({"parent": 1, "staff": -2}, 0, exact=True), only({"parent": -1}, 9)])
        assert ((0, 0), (2, 2), (4, 4), (6, 6), (8, 8)) == numbers(here, "parent")
        every = numbers(Space.of([only({"parent": 1, "staff": -2}, 0, exact=True)]), "parent")
        assert ((0, 0), (998, 998), 500) == (every[0], every[-1], len(every))

    def test_a_gap_before_the_rest(self):
        """Between one and a half and two parents for each of the staff: none, two, three, and any more."""
        here = Space.of([only({"parent": 2, "staff": -3}, 0), only({"parent": -1, "staff": 2}, 0)])
        assert ((0, 0), (2, None)) == numbers(here, "parent")

    def test_none(self):
        """Where no board will do."""
        assert () == numbers(Space.of([only({"parent": 1}, 0), only({"parent": -1}, -1)]), "parent")


ranges = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9) | st.none())).map(
    lambda pairs: tuple((low, None if more is None else low + more) for low, more in pairs)
)


@given(ranges, ranges)
def test_together(one, other):
    """What is in one or the other is in both together, in runs that do not touch."""
    both = together(one, other)
    for number in range(45):
        assert within(number, both) == (within(number, one) or within(number, other))
    for (_, end), (start, _) in itertools.pairwise(both):
        assert end is not None
        assert start > end + 1
