"""A person's own word has one meaning in ours, or none; other words are never guessed at."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.model import Term, meaning
from governance.model.names import CAME_BY, CATEGORIES, FOUNDATION, OFFICES, SEATS, UNKNOWN

DAY = datetime.date(2027, 1, 11)


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("Community", "community"),
        ("COMMUNITY SCHOOL", "community"),
        ("Community Primary School", "community"),
        ("Community special school", "community special"),
        ("Foundation school", "foundation"),
        ("Foundation special school", "foundation special"),
        ("VA", "voluntary aided"),
        ("V.A. school", "voluntary aided"),
        ("Voluntary aided school", "voluntary aided"),
        ("voluntary-controlled", "voluntary controlled"),
        ("VC", "voluntary controlled"),
        ("nursery", "maintained nursery"),
        ("Local authority nursery school", "maintained nursery"),
        ("PRU", "pupil referral unit"),
        ("Pupil referral unit", "pupil referral unit"),
        ("Federation", "federation"),
        *((one, one) for one in CATEGORIES),
    ],
)
def test_category(said, category):
    """Its short names, its capitals, and the names that the public register of schools gives it."""
    assert category == meaning.category(said)


@pytest.mark.parametrize(
    "said",
    [
        *("special", "voluntary", "trust", "trust school", "primary", "academy", "free school", "federated"),
        *(
            "CE VA",
            "Roman Catholic voluntary aided",
            "comunity",
            "special community",
            "community or foundation",
        ),
        *("Local Maintained School", "maintained school", "school", "", None, 2, "community " * 50),
    ],
)
def test_no_category(said):
    """What may be two, is a slip, holds another fact or is none at all is left to be asked about."""
    assert meaning.category(said) is None


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *((2, 2), (2.0, 2), ("2", 2), (" 2 ", 2), ("02", 2), ("2.0", 2), ("two", 2), ("Two", 2)),
        *(("two (2)", 2), ("2 (two)", 2), ("(2)", 2), ("2 governors", 2), ("two seats", 2), ("1 member", 1)),
        *(
            ("twenty-one", 21),
            ("twenty one (21)", 21),
            ("ninety nine", 99),
            ("nil", 0),
            ("None", 0),
            ("-2", None),
        ),
        *((2.5, None), ("2.5", None), ("2 or 3", None), ("2-3", None), ("two (3)", None), ("up to 5", None)),
        *(
            (True, None),
            ("-", None),
            ("", None),
            (None, None),
            ("a few", None),
            ("two three", None),
            ("2 3", None),
        ),
        *(("tbc", UNKNOWN), ("To be confirmed", UNKNOWN), ("unknown", UNKNOWN), ("?", UNKNOWN)),
    ],
)
def test_count(said, number):
    """Figures, words, both where they agree; a range, a share and an empty place are no number."""
    assert number == meaning.count(said)
    assert type(number) is type(meaning.count(said))


@pytest.mark.parametrize(
    "said",
    [
        *("11/01/2027", "11/1/2027", "11.1.2027", "11-01-2027", "2027-01-11", "2027-1-11", "2027/01/11"),
        *(
            "11 January 2027",
            "11 Jan 2027",
            "11th January 2027",
            "11th of January, 2027",
            "the 11th January 2027",
        ),
        *(
            "January 11, 2027",
            "January 11th 2027",
            "11-Jan-2027",
            "Monday 11 January 2027",
            "Mon, 11 Jan. 2027",
        ),
        *("2027-01-11T00:00:00", "2027-01-11 00:00:00", "11/01/2027 00:00", "2027-01-11T00:00:00.000Z"),
        *(DAY, datetime.datetime(2027, 1, 11, tzinfo=datetime.UTC)),
    ],
)
def test_day(said):
    """As people, spreadsheets and programs write it."""
    assert DAY == meaning.day(said)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "01/13/2027",
            "30/02/2027",
            "2027-02-30",
            "11/01/27",
            "September 2027",
            "2027",
            "11 01-2027",
            "11 Ja 2027",
        ),
        *(
            "Tuesday 11 January 2027",
            "11 Janet 2027",
            "11/01/2027 09:30",
            "about 11 January 2027",
            "",
            None,
            46033,
        ),
        *("11/01/2027 or 12/01/2027", datetime.datetime(2027, 1, 11, 9, 30, tzinfo=datetime.UTC)),
    ],
)
def test_no_day(said):
    """The month first, a year cut short, a wrong weekday and an hour of the day are left to be asked about."""
    assert meaning.day(said) is None


@given(
    st.dates(datetime.date(1000, 1, 1)), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%-d %b %Y", "%A %d %B %Y"])
)
def test_every_day(day, form):
    """A day that is written out comes back."""
    assert day == meaning.day(day.strftime(form))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Parents", "parent"),
        ("parent governors", "parent"),
        ("Number of parent governors", "parent"),
        ("LA", "local_authority"),
        ("LEA governor", "local_authority"),
        ("Head", "head_teacher"),
        ("headteacher", "head_teacher"),
        ("co-opted", "co_opted"),
        ("Co–opted members", "co_opted"),
        ("cooptees", "co_opted"),
        *(
            (word, None)
            for word in ("teachers", "principal", "trust", "trustees", "council", "members", "authority")
        ),
        *((word, None) for word in ("", "governors", None, 2, "parrent")),
    ],
)
def test_key(said, key):
    """Another spelling, a plural and an abbreviation; never a synonym, which may be another thing in law."""
    assert key == meaning.key(said, SEATS)


def test_choice():
    """Each list of words is asked in its own way."""
    assert ("election", "ex officio") == tuple(
        meaning.choice(one, CAME_BY) for one in ("Elected", "ex-officio")
    )
    assert ("none", "qualifying", None) == tuple(
        meaning.choice(one, FOUNDATION) for one in ("No", "QFS", "trust")
    )
    assert ("co_opted", "associate member") == tuple(
        meaning.choice(one, OFFICES) for one in ("Co-opted governor", "Associate Member")
    )


def test_flag_and_term():
    """Yes and no; a length of time with its unit."""
    assert (True, False, None, None) == tuple(map(meaning.flag, ("YES", "n", "maybe", 1)))
    assert [Term(48)] * 3 == [meaning.term(one) for one in ("4 yrs", "Four (4) years", "4-year term")]
    assert [None] * 3 == [meaning.term(one) for one in (4, "4", "until 2027")]


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.dates(), st.datetimes()))
def test_any_value(value):
    """Nothing that somebody may write is a failure of ours."""
    for ask in (meaning.category, meaning.foundation, meaning.count, meaning.day, meaning.flag, meaning.term):
        ask(value)
    assert meaning.key(value, SEATS) in (None, *SEATS)
