"""The fast answers are those of the check: for one proposal, and for many boards at once."""

import datetime
import random

import pytest
from boards import DAY, KINDS, SEVEN_SEATS, ask, proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

import governance
from governance.answers.fast import lawful, lawful_boards
from governance.errors import CannotTellError
from governance.law import book_for
from governance.model.names import UNKNOWN

ANY_DAY = st.dates(datetime.date(2007, 5, 25), datetime.date(2030, 1, 1))


@given(
    kind=kinds(), seats=boards(), resigned=st.booleans(), day=ANY_DAY, total=st.none() | st.integers(7, 20)
)
def test_one_proposal(kind, seats, resigned, day, total):
    """Whatever the board, the kind and the day, the fast answer is the check's."""
    board = proposal(*kind, head_resigned=resigned, total=total, **seats)
    assert governance.check(board, on=day).lawful is lawful(board, on=day)


@given(kind=kinds(), seats=boards(), unknown=st.sampled_from(SEVEN_SEATS), day=ANY_DAY)
def test_unknown_seats(kind, seats, unknown, day):
    """A seat that is not settled is as unsettled as in the check."""
    seats = {seat: count for seat, count in seats.items() if seat != "co_opted_staff"}
    board = proposal(*kind, **seats | {unknown: UNKNOWN})
    assert governance.check(board, on=day).lawful is lawful(board, on=day)


@given(category=st.sampled_from(["foundation", "foundation special"]), seats=boards())
def test_foundation_not_given(category, seats):
    """Where nobody says whether there is a foundation it cannot be told, or is unlawful either way."""
    board = proposal(category, **seats)
    assert governance.check(board, on=DAY).lawful is lawful(board, on=DAY)


def test_the_terms_count():
    """A term that is too long is unlawful, though every seat is right."""
    seats = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7}
    assert lawful(proposal(**seats), on=DAY) is True
    assert lawful(proposal(terms={"parent": "5 years"}, **seats), on=DAY) is False


@pytest.mark.parametrize("resigned", [False, True])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_many_boards(kind, resigned):
    """Columns of numbers are judged as each board is by the check."""
    pick = random.Random(f"{kind}{resigned}")  # noqa: S311 - a sample, not a secret
    most = {"parent": 4, "co_opted": 6, "foundation": 9, "partnership": 3, "co_opted_staff": 2}
    least = {"parent": 2, "local_authority": 1, "staff": 1}
    names = (*SEVEN_SEATS, "co_opted_staff")
    rows = [{name: pick.randint(least.get(name, 0), most.get(name, 1)) for name in names} for _ in range(400)]
    rows = [row | {"co_opted_staff": min(row["co_opted_staff"], row["co_opted"])} for row in rows]
    book = book_for(proposal(*kind, head_resigned=resigned), DAY)
    told = lawful_boards(book, {name: [row[name] for row in rows] for name in names})
    untold = lawful_boards(book, {name: [row[name] for row in rows] for name in SEVEN_SEATS})
    for row, with_staff, without in zip(rows, told, untold, strict=True):
        assert ask(*kind, head_resigned=resigned, **row).lawful is with_staff
        row["co_opted_staff"] = None
        assert ask(*kind, head_resigned=resigned, **row).lawful is without
    assert any(one is True for one in untold) or kind == ("voluntary aided", None)


def test_a_category_that_is_not_given_has_no_seats():
    """One column is enough to see that a board is too small."""
    assert [False, False] == lawful_boards(book_for(proposal(), DAY), {"parent": [2, 30]})


def test_what_must_be_known_is_asked():
    """Many boards cannot be judged where it is not known which rules there are."""
    with pytest.raises(CannotTellError, match="Does the school have a foundation"):
        lawful_boards(book_for(proposal("foundation"), DAY), {"parent": [2]})
    with pytest.raises(CannotTellError, match="no day is given"):
        lawful(proposal())
