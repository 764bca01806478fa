"""The rules on people have no overlaps, ask for every fact that may be given, and for no other."""

import functools
import itertools

import pytest
from persons import asked_by
from rulebooks import days

from governance.law import Kind, rule_book
from governance.law.facts import every_kind
from governance.law.library import library
from governance.law.store.loader import load_instrument
from governance.model.names import CAME_BY, OFFICES, SCHOOL_CATEGORIES
from governance.model.person import FACTS, Person

LAW = load_instrument("constitution-2012")
VARYING = ("head_resigned", "religious_character", "foundation")
SEATS_OF_2012 = [office for office in OFFICES if office not in ("community", "sponsor")]


@functools.cache
def rules_on_people(kind, day):
    """Every rule on people that is in force for a kind of school on a day."""
    return rule_book(LAW, day, kind).person_rules


def rules_for(kind, day, office, came_by):
    """The rules on people that are for one office on a day."""
    about = kind.with_person(Person("x", office, came_by))
    return [rule for rule in rules_on_people(kind, day) if rule.unmet_fact(about) is None]


@pytest.mark.parametrize("office", SEATS_OF_2012)
def test_no_rule_twice(office):
    """No rule has two entries for one person on one day."""
    for day in days(LAW):
        for kind, came_by in itertools.product(every_kind(SCHOOL_CATEGORIES, varying=VARYING), CAME_BY):
            ids = [rule.id for rule in rules_for(kind, day, office, came_by)]
            assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("office", SEATS_OF_2012)
def test_no_gaps(office):
    """A rule that is for a person on two days is for them on every day between."""
    for category, came_by in itertools.product(SCHOOL_CATEGORIES, CAME_BY):
        by_day = [{rule.id for rule in rules_for(Kind(category), day, office, came_by)} for day in days(LAW)]
        for rule_id in set().union(*by_day):
            there = [number for number, ids in enumerate(by_day) if rule_id in ids]
            assert list(range(there[0], there[-1] + 1)) == there, rule_id


@pytest.mark.parametrize("office", SEATS_OF_2012)
def test_both_stages(office):
    """Every office has rules on holding it, and all but the head teacher's on coming by it."""
    stages = {rule.stage for rule in rules_for(Kind("community"), days(LAW)[0], office, None)}
    assert {"entry", "holding"} == stages


def test_facts_are_those_asked_for():
    """The facts that a proposal may give of a person are exactly those that some rule asks for."""
    asked = set().union(*(asked_by(rule) for volume in library() for rule in volume.law.rules))
    assert set(FACTS) == asked


def test_boards_know_nothing_of_people():
    """No rule of a board's book is about a person, and the other way round."""
    for day in days(LAW):
        book = rule_book(LAW, day, Kind("voluntary aided"))
        assert {None} == {rule.stage for rule in book.rules}
        assert None not in {rule.stage for rule in book.person_rules}


@pytest.mark.parametrize("rule", [rule for rule in LAW.rules if rule.stage], ids=lambda rule: rule.id)
def test_questions_name_their_facts(rule):
    """A question says which fact to set, so that whoever reads it knows what to write."""
    ask = getattr(rule.check, "ask", None)
    if ask is not None:
        assert ask.count("?") >= 1
        assert any(fact in ask for fact in asked_by(rule))
