"""The board as a picture: one seat for each governor, none upon another, and the same in words."""

import itertools
import math
import re

from hypothesis import given
from hypothesis import strategies as st

from governance.desk import pictures
from governance.model.names import SEATS, seat_words

boards = st.dictionaries(st.sampled_from(SEATS), st.integers(0, 12))


@given(boards)
def test_each_governor_has_a_seat(seats):
    """As many as there are, in the order of the categories, within the picture, and each to be told from its neighbour."""
    drawn = str(pictures.board(seats))
    places = [
        tuple(map(float, place)) for place in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="13"', drawn)
    ]
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups())
    assert sum(seats.values()) == len(places)
    assert all(13 <= x <= width - 13 and 13 <= y <= height - 13 for x, y in places)
    assert all(math.dist(one, other) > 2 * 13 for one, other in itertools.combinations(places, 2))
    letters = re.findall(r"<text[^>]*>(\w+)</text>", drawn)
    assert letters == [pictures.LETTERS[seat] for seat in SEATS for _ in range(seats.get(seat, 0))]


@given(boards)
def test_the_same_in_words(seats):
    """The title says each category and its number, and the key beside it gives the letters of each."""
    title = re.search(r"<title>(.*?)</title>", str(pictures.board(seats)))[1]
    known = {seat: count for seat, count in seats.items() if count}
    assert title == (
        ", ".join(f"{known[seat]} {seat_words(seat, known[seat])}" for seat in SEATS if seat in known)
        or "No seats"
    )
    assert [(seat, known[seat]) for seat in SEATS if seat in known] == [
        (seat, n) for _, seat, n in pictures.key(seats)
    ]
    assert len({*pictures.LETTERS.values()}) == len(SEATS)
