"""A hint tells what was meant by the trade's words, and never leads from one legal category to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.errors import ProposalError
from governance.model.hints import meant
from governance.model.names import CAME_BY, CATEGORIES, FOUNDATION, SCHOOL_CATEGORIES, SEATS

SEAT_KEYS = (*SEATS, "co_opted_staff", "total")


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("community school", "community"),
        ("Community", "community"),
        ("comunity schol", "community"),
        ("Community Primary School", "community"),
        ("Community Special School", "community special"),
        ("foundation speical", "foundation special"),
        ("Foundation school", "foundation"),
        ("VA", "voluntary aided"),
        ("V.A.", "voluntary aided"),
        ("voluntary-controlled", "voluntary controlled"),
        ("VC", "voluntary controlled"),
        ("nursery", "maintained nursery"),
        ("Nursery School", "maintained nursery"),
        ("PRU", "pupil referral unit"),
        ("federated schools", "federation"),
    ],
)
def test_the_category_that_is_meant(said, category):
    """It may be told by its short name, its capitals, the word school, a church or a phase beside it."""
    assert f"Did you mean `{category}`?" == meant(said, CATEGORIES)


@pytest.mark.parametrize(
    ("said", "ask"),
    [
        ("special", "`community special` or `foundation special`"),
        ("Voluntary school", "`voluntary aided` or `voluntary controlled`"),
        ("trust", 'category is "foundation"'),
        ("Academy", "no maintained school"),
        ("free school", "no maintained school"),
        ("primary", "a phase and no category"),
        ("Church of England", "religious_character"),
        ("Local Maintained School", "Known here: community, community special"),
        ("special community", "Known here"),
    ],
)
def test_what_has_to_be_asked(said, ask):
    """A word that may mean two categories, or none, leads to neither."""
    assert ask in meant(said, CATEGORIES)
    assert "Did you mean" not in meant(said, CATEGORIES)


@given(st.sampled_from(CATEGORIES), st.sampled_from(["", " school", " schools", " School "]), st.booleans())
def test_a_category_leads_to_itself(category, more, upper):
    """Whatever its capitals, and with the word school behind it."""
    said = f"{category}{more}"
    assert f"Did you mean `{category}`?" == meant(said.upper() if upper else said, CATEGORIES)


def test_no_federation_among_the_schools_of_one():
    """What is known but not wanted here is not offered."""
    assert "Did you mean" not in meant("federated", SCHOOL_CATEGORIES)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("head", "head_teacher"),
        ("Headteacher", "head_teacher"),
        ("LA", "local_authority"),
        ("LEA governor", "local_authority"),
        ("cooptees", "co_opted"),
        ("co-opted governors", "co_opted"),
        ("parents", "parent"),
        ("Teachers", "staff"),
        ("trust", "foundation"),
        ("members", "total"),
        ("stafff", "staff"),
    ],
)
def test_the_seat_that_is_meant(said, key):
    """By meaning, and by letters only where they are close."""
    assert f"Did you mean `{key}`?" == meant(said, SEAT_KEYS)


def refused(text):
    with pytest.raises(ProposalError) as caught:
        governance.parse(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("said", "options", "word"),
    [
        ("elected", CAME_BY, "election"),
        ("Appointed", CAME_BY, "appointment"),
        ("ex_officio", CAME_BY, "ex officio"),
        ("no", FOUNDATION, "none"),
        ("QFS", FOUNDATION, "qualifying"),
    ],
)
def test_other_words(said, options, word):
    """How somebody came by the office, and whether there is a foundation."""
    assert f"Did you mean `{word}`?" == meant(said, options)


def test_a_foundation_of_which_kind():
    """A trust, or a yes, leaves open whether the school is a qualifying foundation school."""
    for said in ("trust", "Yes"):
        assert "write `qualifying` if it is, else `foundation`" in meant(said, FOUNDATION)


def test_a_church_beside_a_category():
    """The category is told, and where the church goes."""
    hint = meant("CE VA primary", CATEGORIES)
    assert "Did you mean `voluntary aided`? Write the church as religious_character" == hint


BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "foundation": 7}


@pytest.mark.parametrize(
    ("table", "key", "remedy"),
    [
        ("school", "type", "Did you mean `category`?"),
        ("school", "effective_on", "It belongs under [instrument]"),
        ("school", "notes", "Put # before it"),
        ("instrument", "date", "Did you mean `effective_on`?"),
        ("instrument", "parent", "It belongs under [seats]"),
        ("foundation", "office", "Did you mean `ex_officio`?"),
        ("ethos", "statement", "Did you mean `description`?"),
    ],
)
def test_a_key_in_its_table(table, key, remedy):
    """A key that stands elsewhere is sent there, and one of another name is named."""
    data = {"school": {"category": "voluntary aided"}, "seats": BOARD}
    data = {**data, table: {**data.get(table, {}), key: "x"}}
    assert [True] == [remedy in said for said in refused(data)]


def test_the_name_of_a_school_among_its_appointers():
    """It is the school for which they are appointed, or whoever appoints: never the number."""
    entry = {"name": "St John's", "by": "the diocese", "number": 7}
    data = {"school": {"category": "voluntary aided"}, "seats": BOARD, "foundation": {"appointers": [entry]}}
    (said,) = refused(data)
    assert "`school` for the school they are appointed for, and `by` for who appoints" in said


@given(st.text(max_size=60), st.sampled_from([CATEGORIES, SEAT_KEYS, ()]))
def test_any_word(word, options):
    """Whatever is written, there is a remedy."""
    assert meant(word, options)
