"""What a rule or an example is, in words."""

import datetime

import pytest

import governance.law.wording
from governance.law.facts import DOMAIN
from governance.law.store.loader import load_instrument
from governance.law.wording import fact_words, other_view, person_words, where_words
from governance.model.person import Person, Sentence

EVERY = [(fact, value) for fact, values in DOMAIN.items() if fact != "category" for value in values]


@pytest.mark.parametrize(("fact", "value"), EVERY)
def test_every_fact_has_a_phrase(fact, value):
    """No fact is shown as a key and a value."""
    words = fact_words(fact, value)
    assert (False, False) == ("(" in words, "_" in words)


def test_people():
    """A rule about people says whom it concerns before it says at which schools."""
    where = {
        "category": frozenset({"community"}),
        "seat": frozenset({"parent", "staff", "associate member"}),
        "came_by": frozenset({"election"}),
    }
    assert "parent governors, staff governors and associate members elected: community schools" == (
        where_words(where)
    )


def test_ways_alone():
    """So does one that turns only on how they came by the office."""
    assert "all who hold or are to hold an office elected: every body these provisions govern" == (
        where_words({"came_by": frozenset({"election"})})
    )


def test_person():
    """A person is told by office, way, day and facts of every kind."""
    day = datetime.date(2020, 9, 1)
    facts = {
        "born_on": datetime.date(1990, 1, 2),
        "registered_pupil": False,
        "removed_as_elected_governor_on": False,
        "paid_hours_at_school": 501,
        "sentences": (Sentence(day, months=3, suspended=True),),
        "nuisance_fines": (),
    }
    assert (
        "parent governor elected on 1 September 2020: born on 2 January 1990; not so: a registered pupil at the "
        "school; removed as an elected governor on: never; hours paid to work at the school in twelve months: 501; "
        "sentences of imprisonment 3 months on 1 September 2020, suspended; "
        "no fined for nuisance on educational premises on"
    ).replace("no fined", "never fined").removesuffix(" on") == person_words(
        Person("parent governor A", "parent", "election", day, facts)
    )


def test_other_check():
    """The other side of a reading is shown where it is a check, too."""
    rules = [rule for rule in load_instrument("constitution-2012").rules if rule.other_check]
    assert rules
    assert [] == [rule.id for rule in rules if "(" not in (other_view(rule) or "")]


def test_words_stand_in_one_place():
    """Days and lists are put in words in one module."""
    for name in ("day_words", "listed"):
        assert "governance.english" == getattr(governance.law.wording, name).__module__
