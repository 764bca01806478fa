"""Whether whole numbers of any size will do is told exactly, without a size up to which it holds."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.answers.space.existence import exists, solvable
from governance.answers.space.solver import HUGE, rows

FAR = 45

constraints = st.lists(
    st.tuples(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), st.integers(-9, 9), st.booleans()),
    min_size=1,
    max_size=4,
)


def table_of(stated):
    return [
        row
        for weights, constant, exact in stated
        for row in rows([(n, w) for n, w in enumerate(weights) if w], constant, exact=exact, source=0)
    ]


def kept(stated, pair):
    margins = [(sum(w * v for w, v in zip(weights, pair, strict=True)) + c, e) for weights, c, e in stated]
    return all(margin == 0 if exact else margin >= 0 for margin, exact in margins)


@given(constraints)
def test_two_numbers_without_limits(stated):
    """As trying each pair finds it: with weights so small a pair that will do is not far off."""
    found = any(kept(stated, pair) for pair in itertools.product(range(FAR), repeat=2))
    table = table_of(stated)
    assert found is exists(table, [0, 0], [HUGE, HUGE])


@given(constraints, st.integers(0, 5), st.integers(0, 5), st.integers(0, 6))
def test_one_number_with_limits(stated, low, least, room):
    """From so many to so many, and the other from so many upwards."""
    pairs = itertools.product(range(low, low + room + 1), range(least, 4 * FAR))
    found = any(kept(stated, pair) for pair in pairs)
    assert found is exists(table_of(stated), [low, least], [low + room, HUGE])


@pytest.mark.parametrize(
    ("stated", "there"),
    [
        # 2x lies between 2y + 1 and 2y + 1, then between 2y and 2y + 1; 3x between 3y + 1 and 3y + 2.
        ([((2, -2), -1, False), ((-2, 2), 1, False)], False),
        ([((2, -2), 0, False), ((-2, 2), 1, False)], True),
        ([((3, -3), -1, False), ((-3, 3), 2, False)], False),
        # x is more than a thousand times y, which is a thousand.
        ([((1, -1000), -1, False), ((0, 1), -1000, True)], True),
        ([((6, -10), 1, True)], False),
        ([((6, -10), 2, True)], True),
    ],
)
def test_narrow_strips_without_end(stated, there):
    """Between two lines that never meet there may be no whole numbers, however far one goes."""
    assert there is exists(table_of(stated), [0, 0], [HUGE, HUGE])


@given(st.lists(st.tuples(st.tuples(*[st.integers(-5, 5)] * 2), st.integers(-8, 8)), min_size=1, max_size=2))
def test_equations_in_whole_numbers(equations):
    """As trying each pair finds it, also below nought."""
    among = range(-90, 91)
    found = any(
        all(a * x + b * y + c == 0 for (a, b), c in equations) for x, y in itertools.product(among, among)
    )
    assert found is solvable(equations)
