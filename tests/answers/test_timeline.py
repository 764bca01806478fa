"""A timeline says of every day what the check says of it, and names what changed."""

import datetime

import pytest
from boards import proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

import governance
from governance.answers.timeline import timeline
from governance.errors import CannotTellError
from governance.letters.timeline import letter

REFORM = datetime.date(2012, 9, 1)
TERMS = datetime.date(2015, 9, 1)
TWO_YEARS = {
    "school": {"category": "community"},
    "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7},
    "terms": {"parent": "2 years"},
}
FEDERATION = {
    "school": {"category": "federation"},
    "seats": {"parent": 3, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 6},
    "schools": [{"category": "community", "head": "executive head teacher"}] * 3,
}


def spans(found):
    return [(one.span.since, one.span.until, one.lawful) for one in found.stretches]


def test_a_board_of_2018_through_time():
    """Unlawful under the 2007 Regulations, then not to be told for want of words, then lawful."""
    found = timeline(governance.parse(TWO_YEARS))
    first = datetime.date(2007, 5, 25)
    assert [(first, REFORM, False), (REFORM, TERMS, None), (TERMS, None, True)] == spans(found)


def test_what_changed_is_named():
    """The Regulations that took over, and the amending provision."""
    _, reform, terms = timeline(governance.parse(TWO_YEARS)).stretches
    assert "SI 2007/957" == reform.replaced
    assert ["C12-TERM-AS-MADE"] == [cause.rule for cause in terms.causes]
    assert ["uksi/2015/883 reg 7(2)"] == [cause.by for cause in terms.causes]
    assert ("unknown", "") == (terms.causes[0].before, terms.causes[0].after)


def test_an_old_instrument_stays_under_the_old_law():
    """An instrument of 2010 that nobody decided to vary is under the 2007 Regulations until September 2015."""
    old = governance.parse(TWO_YEARS | {"instrument": {"effective_on": "2010-01-01"}, "terms": {}})
    assert [TERMS] == [one.span.since for one in timeline(old).stretches if one.replaced]
    varied = {"effective_on": "2010-01-01", "decided_to_vary_on": "2013-05-02"}
    decided = governance.parse(TWO_YEARS | {"instrument": varied, "terms": {}})
    day = datetime.date(2013, 5, 2)
    assert [day] == [one.span.since for one in timeline(decided).stretches if one.replaced]


def test_a_federation_before_and_after_september_2016():
    """Three parents for three schools were right until 31 August 2016; since then there are two."""
    found = timeline(governance.parse(FEDERATION))
    changed = datetime.date(2016, 9, 1)
    before, after = found.at(changed - datetime.timedelta(1)), found.at(changed)
    assert (True, False) == (before.lawful, after.lawful)
    assert {"FED-PAR-2"} <= {cause.rule for cause in after.causes}
    assert {"uksi/2016/204 reg 3"} == {cause.by for cause in after.causes if cause.rule == "FED-PAR-2"}


def test_law_that_is_not_encoded_is_a_stretch_with_its_reason():
    """A federation of 2010 was under SI 2007/960 until September 2015: cannot tell, and why."""
    old = governance.parse(FEDERATION | {"instrument": {"effective_on": "2010-01-01"}})
    first = timeline(old).stretches[0]
    assert (REFORM, TERMS, None) == (first.span.since, first.span.until, first.lawful)
    assert "SI 2007/960" in first.reason
    assert timeline(old).stretches[1].replaced


@given(kind=kinds(), seats=boards(), day=st.dates(datetime.date(2007, 5, 25), datetime.date(2030, 1, 1)))
def test_every_day_is_what_the_check_says(kind, seats, day):
    """Whatever the board and the day, the timeline and the check give the same answer."""
    board = proposal(*kind, **seats)
    assert governance.check(board, on=day).lawful is timeline(board).at(day).lawful


@given(kind=kinds(), seats=boards())
def test_stretches_adjoin(kind, seats):
    """The stretches follow each other without gap or overlap, and the last has no end."""
    found = timeline(proposal(*kind, **seats)).stretches
    assert [one.span.until for one in found] == [*(one.span.since for one in found[1:]), None]


def test_before_the_first_day_there_is_nothing():
    """The first stretch begins with the first law that is encoded, and the day before has none."""
    board = governance.parse(TWO_YEARS)
    first = timeline(board).stretches[0].span.since
    assert timeline(board).at(first - datetime.timedelta(1)) is None
    with pytest.raises(CannotTellError):
        governance.check(board, on=first - datetime.timedelta(1))


def test_letter_and_json():
    """The letter fits its page, and the JSON has the same stretches."""
    board = governance.parse(TWO_YEARS)
    found = timeline(board)
    said = letter(found, board)
    assert "LAWFUL, on condition  from 1 September 2015, with no end recorded (uksi/2012/1034)" in said
    assert all(len(line) <= 100 or "https://" in line for line in said.splitlines())
    given_json = found.as_json()["stretches"]
    assert ["2007-05-25", "2012-09-01", "2015-09-01"] == [one["from"] for one in given_json]
    assert given_json[-1]["until"] is None
