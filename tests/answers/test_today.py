"""A board that gives no day is put to today's law, unless its words are of older law."""

import datetime

import attrs
import pytest

from governance.answers.today import day_for
from governance.errors import CannotTellError
from governance.model import parse
from governance.model.names import UNKNOWN

TODAY = datetime.date(2026, 11, 29)
DAY = datetime.timedelta(days=1)


def proposal(category="community", made_on=None, **seats):
    found = parse({"school": {"category": category}, "seats": {"parent": 2, **seats}})
    return attrs.evolve(found, instrument=attrs.evolve(found.instrument, made_on=made_on))


@pytest.mark.parametrize(
    ("made_on", "day"), [(None, TODAY), (TODAY - DAY, TODAY), (TODAY, TODAY), (TODAY + DAY, TODAY + DAY)]
)
def test_today_or_the_day_it_is_made(made_on, day):
    """The day on which it is made is taken only where it is still to come: it has no effect before."""
    assert day == day_for(proposal(made_on=made_on), TODAY)


@pytest.mark.parametrize("seats", [{"community": 1}, {"sponsor": 2}])
def test_seats_of_older_law(seats):
    """They are named; a pupil referral unit has them still, and what is not settled says nothing."""
    with pytest.raises(CannotTellError, match=f"speaks of {next(iter(seats))} governors.*--on"):
        day_for(proposal(**seats), TODAY)
    assert TODAY == day_for(proposal("pupil referral unit", **seats), TODAY)
    assert TODAY == day_for(proposal(**dict.fromkeys(seats, UNKNOWN)), TODAY)


@pytest.mark.parametrize(
    ("made_under", "today"),
    [
        ("uksi/2012/1034", True),
        ("uksi/2012/1035", True),
        ("uksi/2007/2978", True),
        ("uksi/2007/957", False),
        ("uksi/2007/960", False),
        ("uksi/2003/348", False),
    ],
)
def test_regulations(made_under, today):
    """Those that govern a body today leave today's law; the others do not. They come before its other words."""
    if today:
        assert TODAY == day_for(proposal(), TODAY, made_under=made_under, old_words='it says "LEA"')
    else:
        with pytest.raises(CannotTellError, match=made_under):
            day_for(proposal(), TODAY, made_under=made_under)


def test_older_words():
    """They are quoted."""
    with pytest.raises(CannotTellError, match='it says "LEA governor"'):
        day_for(proposal(), TODAY, old_words='it says "LEA governor"')
