"""Nothing that a proposal gives vanishes silently: what its instrument does not state is named, and why."""

import datetime
from pathlib import Path

import pytest
from instruments import ETHOS, OFFICE, tables, words

import governance
from governance.errors import CannotTellError

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[3] / "examples").glob("*.toml") if path.stem != "people"
)
COMMUNITY, AIDED, FEDERATION = "community", "voluntary aided, another faith", "federation, voluntary aided"
CHURCH = {"religious_character": "Church of England"}
NO_PLACE = "an instrument of this kind has no place for it under the law of the day"
NO_FOUNDATION = "there are no foundation governors"


def left_out(data, **options):
    return governance.left_out(governance.parse(data), **options)


def merged(data, changes):
    """Put tables into a proposal, key by key."""
    for key, value in changes.items():
        data[key] = {**data.get(key, {}), **value} if isinstance(value, dict) else value
    return data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_whole(path):
    """What they give is in their instruments, and no gap is left."""
    assert () == governance.left_out(governance.load(path))


@pytest.mark.parametrize(
    ("kind", "given", "key", "why"),
    [
        (COMMUNITY, {"ethos": ETHOS}, "[ethos]", "no religious_character is given"),
        (COMMUNITY, {"school": CHURCH}, "school.religious_character", NO_PLACE),
        (COMMUNITY, {"foundation": {"ex_officio": [OFFICE]}}, f"[[foundation.ex_officio]] {OFFICE['office']}", NO_FOUNDATION),
        (COMMUNITY, {"foundation": {"appointers": [{"by": "a trust", "number": 2}]}}, "[[foundation.appointers]] a trust", NO_FOUNDATION),
        (COMMUNITY, {"foundation": {"trust_deed": "a deed"}}, "foundation.trust_deed", NO_FOUNDATION),
        (COMMUNITY, {"foundation": {"name": "a trust"}}, "foundation.name", NO_FOUNDATION),
        (COMMUNITY, {"instrument": {"sponsor_names": ["A"]}}, "instrument.sponsor_names", "there are no sponsor seats"),
        (COMMUNITY, {"instrument": {"nominating_body": "A"}}, "instrument.nominating_body", NO_PLACE),
        (COMMUNITY, {"terms": {"foundation": "2 years"}}, "terms.foundation", NO_FOUNDATION),
        (COMMUNITY, {"terms": {"fixed_by_appointer": ["partnership"]}}, "terms.fixed_by_appointer partnership", "there are no partnership governors"),
        (COMMUNITY, {"terms": {"head_teacher": "2 years"}}, "terms.head_teacher", "the head teacher holds office with the post"),
        (FEDERATION, {"foundation": {"trust_deed": "a deed"}}, "foundation.trust_deed", NO_PLACE),
    ],
)  # fmt: skip
def test_what_has_no_place(kind, given, key, why):
    """Each is named by its key, with why; without it nothing is said."""
    assert () == left_out(tables(kind))
    assert (f"{key} is left out of the instrument: {why}.",) == left_out(merged(tables(kind), given))


def test_the_school_of_an_appointer_outside_a_federation():
    """A school has no schools."""
    data = tables(AIDED)
    name = data["foundation"]["appointers"][0]["by"]
    data["foundation"]["appointers"][0]["school"] = "Elsewhere"
    data["foundation"]["appointers"] = data["foundation"]["appointers"][:1]
    said = left_out(data)
    assert (
        f"[[foundation.appointers]] {name}, school is left out of the instrument: it is not a federation.",
    ) == said


def test_ethos_in_a_federation():
    """That of a school without a religious character, and a joint one beside each school's own."""
    data = tables(FEDERATION) | {"ethos": ETHOS}
    for school in data["schools"]:
        school["ethos"] = "Its own"
    assert ("[ethos] is left out of the instrument: each school has an ethos of its own.",) == left_out(data)
    del data["ethos"]
    del data["schools"][0]["religious_character"]
    name = data["schools"][0]["name"]
    assert (
        f"the ethos of {name} is left out of the instrument: no religious_character is given.",
    ) == left_out(data)


def test_gaps_that_no_law_asks_to_fill():
    """The day of the order and the authority are customary: the draft leaves a gap, and it is named."""
    data = tables(COMMUNITY)
    del data["instrument"]["made_on"], data["instrument"]["made_by"], data["school"]["local_authority"]
    expected = ("left to be filled in: local authority.", "left to be filled in: date of the order.")
    assert expected == left_out(data)


def test_a_term_for_a_category_without_seats_is_not_in_the_instrument():
    """The instrument speaks only of the governors there are."""
    data = tables(COMMUNITY) | {"terms": {"foundation": "2 years", "parent": "2 years"}}
    data["terms"]["fixed_by_appointer"] = ["foundation"]
    said = words(governance.draft(governance.parse(data)))
    assert not any("oundation governors" in line for line in said)
    assert "Parent governors hold office for a term of 2 years." in said
    assert "Those who appoint a governor may not fix the length of that governor’s term of office." in said


def test_the_law_of_the_day():
    """The day decides what has a place: in 2015 and not in 2014 a term may be left to who appoints."""
    data = tables(COMMUNITY) | {"terms": {"fixed_by_appointer": ["co_opted"]}}
    key = "terms.fixed_by_appointer co_opted is left out of the instrument"
    assert (f"{key}: {NO_PLACE}.",) == left_out(data, on=datetime.date(2015, 8, 31))
    assert () == left_out(data, on=datetime.date(2015, 9, 1))


def test_without_a_day():
    """It cannot be told."""
    data = tables(COMMUNITY)
    del data["instrument"]["effective_on"]
    with pytest.raises(CannotTellError, match="no day is given"):
        left_out(data)
