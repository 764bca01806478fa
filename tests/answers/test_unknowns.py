"""What is said of seats that are unknown agrees with filling in every number."""

import datetime
import itertools

import attrs
import pytest
from boards import (
    AIDED,
    COMMUNITY,
    CONTROLLED,
    DAY,
    KINDS,
    QUALIFYING,
    SEVEN_SEATS,
    SMALLEST,
    WITH_FOUNDATION,
    proposal,
)
from brute_force import lawful
from hypothesis import given, settings
from hypothesis import strategies as st

import governance
from governance.answers.fast import lawful_boards
from governance.answers.unknowns import LARGEST, range_words, span_words, unknowns
from governance.law import book_for
from governance.model import Appointer, ExOfficio, Foundation, Seats
from governance.model.names import FOUNDATION

UP_TO = 20
_MOST = {
    "parent": 5,
    "local_authority": 1,
    "staff": 1,
    "head_teacher": 1,
    "co_opted": 6,
    "foundation": 9,
    "partnership": 3,
}


@st.composite
def nearly_lawful(draw):
    """A kind of school and its smallest board, with a few seats changed."""
    kind = draw(st.sampled_from(KINDS))
    seats = dict.fromkeys(SEVEN_SEATS, 0) | SMALLEST[kind]
    for seat in draw(st.lists(st.sampled_from(SEVEN_SEATS), max_size=3)):
        seats[seat] = draw(st.integers(0, _MOST[seat]))
    return kind, seats


def within(number, ranges):
    return any(least <= number and (most is None or number <= most) for least, most in ranges)


class TestFillingIn:
    """Every number up to twenty, filled in and checked."""

    @settings(max_examples=60)
    @given(nearly_lawful(), st.sampled_from(SEVEN_SEATS), st.booleans())
    def test_one_seat_unknown(self, board, seat, stated):
        """Lawful with exactly the numbers that are said; whatever it is; or with none."""
        kind, seats = board
        total = sum(seats.values()) if stated else None
        (case,) = unknowns(proposal(*kind, total=total, **{**seats, seat: "unknown"}), on=DAY).cases
        good = []
        for number in range(UP_TO + 1):
            filled = proposal(*kind, total=total, **{**seats, seat: number})
            if governance.check(filled, on=DAY).lawful is not False:
                good.append(number)
        assert good == [n for n in range(UP_TO + 1) if within(n, case.values.get(seat, ()))]
        assert (case.verdict == "lawful") == (len(good) == UP_TO + 1)
        if case.verdict == "unlawful":
            assert not good
            assert case.impossible or case.mend

    @settings(max_examples=60)
    @given(nearly_lawful(), st.lists(st.sampled_from(SEVEN_SEATS), min_size=2, max_size=2, unique=True))
    def test_two_seats_unknown(self, board, open_seats):
        """Each with the numbers for which some number of the other will do."""
        kind, seats = board
        (case,) = unknowns(proposal(*kind, **{**seats, **dict.fromkeys(open_seats, "unknown")}), on=DAY).cases
        good = set()
        # The other may be larger than what is asked about: a majority grows with the rest.
        for pair in itertools.product(range(UP_TO + 1), range(3 * UP_TO)):
            for one, two in (pair, pair[::-1]):
                whole = {**seats, open_seats[0]: one, open_seats[1]: two}
                if lawful(kind, *(whole[seat] for seat in SEVEN_SEATS), 0, resigned=False):
                    good.add((one, two))
        for place, seat in enumerate(open_seats):
            able = {pair[place] for pair in good if pair[place] <= UP_TO}
            said = {n for n in range(UP_TO + 1) if within(n, case.values.get(seat, ()))}
            assert able == said
        assert (case.verdict == "unlawful") == (not good)

    @given(st.integers(2, 12), st.integers(2, 6))
    def test_who_is_employed_at_the_school(self, co_opted, parent):
        """A number of people that an instrument does not state."""
        seats = {**SMALLEST[COMMUNITY[0]], "co_opted": co_opted, "parent": parent}
        (case,) = unknowns(proposal("community", **seats), on=DAY).cases
        good = [
            number
            for number in range(co_opted + 1)
            if governance.check(proposal("community", co_opted_staff=number, **seats), on=DAY).lawful
        ]
        assert "lawful" == case.verdict
        assert good == [n for n in range(co_opted + 1) if within(n, case.values["co_opted_staff"])]

    @settings(max_examples=40)
    @given(nearly_lawful())
    def test_a_missing_fact(self, board):
        """Each answer to whether there is a foundation, as the check finds with that answer given."""
        _, seats = board
        answer = unknowns(proposal("foundation", **seats), on=DAY)
        found = {case.facts["foundation"]: case.verdict for case in answer.cases}
        for has in FOUNDATION:
            result = governance.check(proposal("foundation", has, **seats), on=DAY)
            assert ("unlawful" if result.lawful is False else "lawful") == found[has]


LARGE = st.sampled_from([31, 60, 95, 200, 500])


class TestLargeBoards:
    """Nothing is concluded from numbers that were not tried."""

    @pytest.mark.parametrize(("co_opted", "most"), [(30, 9), (95, 31), (500, 166)])
    def test_who_is_employed_at_the_school(self, co_opted, most):
        """As many as the check says, and lawful on that condition."""
        seats = {**SMALLEST[COMMUNITY[0]], "co_opted": co_opted}
        answer = unknowns(proposal("community", **seats), on=DAY)
        assert ("lawful", True) == (answer.verdict, answer.conditional)
        assert {"co_opted_staff": ((0, most),)} == answer.cases[0].values
        (condition,) = governance.check(proposal("community", **seats), on=DAY).conditions
        assert f"at most {most} of the {co_opted} " in condition.condition

    @settings(max_examples=30, deadline=None)
    @given(
        st.sampled_from(KINDS), st.sampled_from(SEVEN_SEATS), LARGE, st.sampled_from(SEVEN_SEATS), st.data()
    )
    def test_one_seat_unknown(self, kind, large, count, seat, data):
        """Each number, also a large one, as the check finds it when it is filled in."""
        seats = dict.fromkeys(SEVEN_SEATS, 0) | SMALLEST[kind] | {large: count}
        answer = unknowns(proposal(*kind, **{**seats, seat: "unknown"}), on=DAY)
        ends = {end for one in answer.cases[0].values.get(seat, ()) for end in one if end is not None}
        near = {end + step for end in ends for step in (-1, 0, 1)}
        for number in sorted(near | {0, 30, 31, count, 999, data.draw(st.integers(0, 999))}):
            if 0 <= number <= 999:
                good = (
                    governance.check(proposal(*kind, **{**seats, seat: number}), on=DAY).lawful is not False
                )
                assert good == within(number, answer.cases[0].values.get(seat, ()))
                assert good or answer.verdict != "lawful"
                assert not good or answer.verdict != "unlawful"

    @settings(max_examples=30, deadline=None)
    @given(st.sampled_from(KINDS), st.integers(100, 900), st.integers(100, 900))
    def test_lawful_whatever_it_is(self, kind, co_opted, foundation):
        """With two large seats, open or not, lawful only where the check never finds otherwise."""
        seats = dict.fromkeys(SEVEN_SEATS, 0) | SMALLEST[kind] | {"co_opted": co_opted}
        answer = unknowns(proposal(*kind, **{**seats, "foundation": "unknown"}), on=DAY)
        filled = governance.check(proposal(*kind, **{**seats, "foundation": foundation}), on=DAY)
        assert filled.lawful or answer.verdict != "lawful"

    def test_only_a_large_number_will_do(self):
        """Foundation governors of an aided school outnumber 500 others by two."""
        seats = {**SMALLEST[AIDED[0]], "co_opted": 495, "foundation": "unknown"}
        answer = unknowns(proposal("voluntary aided", **seats), on=DAY)
        assert ("depends", ((502, 502),)) == (answer.verdict, answer.cases[0].values["foundation"])


class TestBesideTheSeats:
    """Appointers' numbers and a majority decide as well as the seats, and nothing rests on a sample."""

    @settings(max_examples=25, deadline=None)
    @given(
        st.sampled_from((*AIDED, *WITH_FOUNDATION, *QUALIFYING)),
        st.lists(st.integers(1, 25), max_size=3),
        st.integers(0, 1),
        st.sampled_from((None, 2, 20)),
        st.sampled_from(("co_opted", "parent")),
    )
    def test_two_seats_unknown(self, kind, appointers, offices, foundation_before, other):
        """Foundation and another seat open: each number for which the check finds some number of the other."""
        seats = dict.fromkeys(SEVEN_SEATS, 0) | SMALLEST[kind]
        before = {**seats, "foundation": foundation_before}

        def filled(**more):
            given = proposal(*kind, **{**seats, **more})
            return attrs.evolve(
                given,
                foundation=Foundation(
                    appointers=tuple(Appointer("the trustees", number) for number in appointers),
                    ex_officio=(ExOfficio("the vicar"),) * offices,
                ),
                current=foundation_before and Seats(**before),
            )

        (case,) = unknowns(filled(foundation="unknown", **{other: "unknown"}), on=DAY).cases
        book = book_for(filled(), DAY)
        few, many = range(UP_TO + 1), range(200)
        pairs = sorted({*itertools.product(few, many), *itertools.product(many, few)})
        columns = {seat: [count] * len(pairs) for seat, count in seats.items()}
        columns["foundation"], columns[other] = ([*column] for column in zip(*pairs, strict=True))
        good = {
            pair
            for pair, fits in zip(pairs, lawful_boards(book, columns), strict=True)
            if fits and governance.lawful(filled(foundation=pair[0], **{other: pair[1]}), on=DAY) is not False
        }
        for place, seat in enumerate(("foundation", other)):
            assert sorted({pair[place] for pair in good if pair[place] <= UP_TO}) == [
                number for number in range(UP_TO + 1) if within(number, case.values.get(seat, ()))
            ]

    def test_appointers_of_many(self):
        """Where the appointers fill sixty seats, sixty is the only number of foundation governors."""
        given = proposal(
            "voluntary aided", **{**SMALLEST[AIDED[0]], "foundation": "unknown", "parent": "unknown"}
        )
        appointed = Foundation(appointers=(Appointer("the trustees", 60),))
        (case,) = unknowns(attrs.evolve(given, foundation=appointed), on=DAY).cases
        assert {"foundation": ((60, 60),), "parent": ((55, 55),)} == dict(case.values)


class TestAsking:
    """What settles most is asked first."""

    def test_the_one_thing_open_settles_it(self):
        """Whatever is answered."""
        seats = {**SMALLEST[COMMUNITY[0]], "co_opted": "unknown"}
        (question,) = unknowns(proposal("community", **seats), on=DAY).ask
        assert ("co_opted", LARGEST + 1, LARGEST + 1) == (
            question.about,
            question.settles,
            question.answers,
        )

    def test_the_more_decisive_comes_first(self):
        """With two parents the rest settles it; with any co-opted number the parents may still be too few."""
        seats = {**SMALLEST[COMMUNITY[0]], "parent": "unknown", "co_opted": "unknown"}
        ask = unknowns(proposal("community", **seats), on=DAY).ask
        assert ["parent", "co_opted"] == [question.about for question in ask]
        assert ask[0].settles > ask[1].settles

    def test_a_fact_that_settles_everything_comes_first(self):
        """Four of ten foundation governors are lawful for one kind of foundation school only."""
        seats = {**SMALLEST[COMMUNITY[0]], "foundation": 3}
        ask = unknowns(proposal("foundation", **seats), on=DAY).ask
        assert ("foundation", "fact", 3, 3) == (ask[0].about, ask[0].what, ask[0].settles, ask[0].answers)

    def test_nothing_is_asked_where_nothing_matters(self):
        """Two staff governors are one too many, whoever is co-opted."""
        seats = {**SMALLEST[COMMUNITY[0]], "staff": 2, "co_opted": "unknown"}
        answer = unknowns(proposal("community", **seats), on=DAY)
        assert ("unlawful", ()) == (answer.verdict, answer.ask)
        assert answer.cases[0].impossible

    def test_older_law(self):
        """Whether a school is a secondary one was asked in 2010, and parents among foundation governors counted."""
        on = datetime.date(2010, 1, 1)
        seats = {"parent": 2, "staff": 1, "head_teacher": 1, "local_authority": 1, "foundation": 7}
        answer = unknowns(proposal("voluntary aided", **seats), on=on)
        case = answer.cases[0]
        good = [
            number
            for number in range(8)
            if governance.check(proposal("voluntary aided", foundation_parent=number, **seats), on=on).lawful
            is not False
        ]
        assert good == [n for n in range(8) if within(n, case.values["foundation_parent"])]


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        (((2, 4), (6, None)), "2 to 4 and 6 or more parent governors"),
        (((1, 1),), "1 parent governor"),
        (((0, 0), (3, 3)), "0 and 3 parent governors"),
        (((1, 2),), "1 to 2 parent governors"),
    ],
)
def test_numbers_in_words(ranges, words):
    """Ranges, the last open; only one alone is a governor."""
    assert words == range_words(ranges, "parent")


def test_spans_in_words():
    """One or another will do."""
    assert "0 or 2 or more" == span_words(((0, 0), (2, None)))


def test_what_no_number_of_seats_settles_is_asked():
    """Whether the vicar is among the three foundation governors: until that is said, nothing is lawful whatever it is."""
    seats = SMALLEST[CONTROLLED[0]] | {"foundation": 3, "co_opted": 4}
    given = proposal(*CONTROLLED[0], **seats)
    appointed = Foundation(appointers=(Appointer("the diocese", 3),), ex_officio=(ExOfficio("the vicar"),))
    answer = unknowns(attrs.evolve(given, foundation=appointed), on=DAY)
    assert "depends" == answer.verdict
    assert "among the 3 foundation governors" in answer.cases[0].open[0]
    two = attrs.evolve(appointed, appointers=(Appointer("the diocese", 2),))
    answer = unknowns(attrs.evolve(given, foundation=two), on=DAY)
    assert ("lawful", ()) == (answer.verdict, answer.cases[0].open)
