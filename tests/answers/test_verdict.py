"""The verdict alone is that of the check, and so are the provisions that are broken."""

import datetime

import pytest
from boards import DAY, SEVEN_SEATS, proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

import governance
from governance.answers.verdict import verdict
from governance.errors import CannotTellError
from governance.model.names import UNKNOWN

ANY_DAY = st.dates(datetime.date(2007, 5, 25), datetime.date(2030, 1, 1))
WORDS = {False: "unlawful", None: "cannot tell"}


def same(board, day):
    """Hold a verdict to the check."""
    result = governance.check(board, on=day)
    lawful = "lawful on condition" if result.conditions else "lawful"
    broken = {finding.citation for finding in result.of("unlawful", "breached")}
    found = verdict(board, on=day)
    assert (WORDS.get(result.lawful, lawful), sorted(broken), result.total) == (
        found.verdict,
        sorted(found.provisions),
        found.total,
    )
    assert result.lawful is found.lawful


@given(
    kind=kinds(), seats=boards(), resigned=st.booleans(), day=ANY_DAY, total=st.none() | st.integers(7, 20)
)
def test_one_proposal(kind, seats, resigned, day, total):
    """Whatever the board, the kind and the day."""
    same(proposal(*kind, head_resigned=resigned, total=total, **seats), day)


@given(kind=kinds(), seats=boards(), unknown=st.sampled_from(SEVEN_SEATS))
def test_unknown_seats(kind, seats, unknown):
    """A seat that is not settled is as unsettled as in the check."""
    seats = {seat: count for seat, count in seats.items() if seat != "co_opted_staff"}
    same(proposal(*kind, **seats | {unknown: UNKNOWN}), DAY)


@given(category=st.sampled_from(["foundation", "foundation special"]), seats=boards())
def test_foundation_not_given(category, seats):
    """Where nobody says whether there is a foundation."""
    same(proposal(category, **seats), DAY)


def test_no_day():
    """A verdict needs a day, as the check does."""
    with pytest.raises(CannotTellError, match="no day is given"):
        verdict(proposal(parent=2))
