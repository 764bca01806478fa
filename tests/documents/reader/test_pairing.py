"""Seats in running words: numbers and categories paired by where they stand, and believed only where they add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.documents.reader.intake import transcribe_text
from governance.documents.reader.pairing import pairings
from governance.documents.reader.passages import passages
from governance.documents.reader.understand import understand

BOARD = {"parent": 3, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}


def seats(text):
    found = understand(transcribe_text(text))
    return {name: count for name, count in found.data.get("seats", {}).items() if name != "total"}


@pytest.mark.parametrize(
    "text",
    [
        "Our board of eleven is formed of three parents, one LA governor, one staff governor, five co-opted plus the Head.",
        "There are 11 of us in all. We have parents (3), co-opted (5), staff (1), LA (1), and the headteacher too.",
        "To be 11 in number instead of 18 (3 parents; 5 co-opted; 1 staff; 1 LA; 1 headteacher), as was asked for.",
    ],
)
def test_words_that_add_up(text):
    """A sentence that no list holds is read where its numbers come to another number in it."""
    found = understand(transcribe_text(text))
    assert BOARD == seats(text)
    assert 11 == found.data["seats"]["total"]


def test_only_inferred():
    """What is paired is never called stated, although it adds up."""
    (text, total) = (
        "Of our eleven: parents 3, then 1 from the LA and staff 1, with co-opted 5; the Head comes too.",
        11,
    )
    (board, *_) = pairings(passages(transcribe_text(text).lines))
    assert (BOARD, total) == ({name: count for name, (count, _) in board.seats.items()}, board.total[0])
    assert {"inferred"} == {one.sure for one in board.evidence}


def test_of_two_boards_the_later():
    """A story that tells of the board before and of the one after it, each with its number, is read for the later."""
    text = (
        "When I joined there were 16 of us: 7 parents, 3 LA governors, 5 co-opted and the head. Since the change "
        "we are eleven: 3 parents, 5 co-opted, 1 staff, 1 LA and the head."
    )
    assert BOARD == seats(text)


def test_what_does_not_add_up_is_not_read():
    """Numbers beside categories that come to no number in the text are no board."""
    text = "Parents elect three; of staff there are 2. The LA has 6 and the foundation eight, of forty in the parish."
    assert [] == pairings(passages(transcribe_text(text).lines))


@given(st.integers(2, 9), st.integers(2, 9), st.integers(1, 4), st.integers(-3, 3))
def test_proved_by_the_sum(parents, co_opted, authority, off):
    """Whatever the numbers: a total that is theirs proves them, and one that is not never makes them stated."""
    total = parents + co_opted + authority + 2 + off
    text = (
        f"Our body numbers {total}. Parents choose {parents} and there are {authority} from the LA, "
        f"{co_opted} co-opted, 1 staff and the headteacher."
    )
    found = understand(transcribe_text(text))
    of_seats = [one for one in found.evidence if one.field.startswith("seats.")]
    assert not [one for one in of_seats if one.sure == "stated"] or off == 0
    read = seats(text)
    assert read.get("co_opted", co_opted) in (co_opted, "unknown")
