"""The difference between the law of two days, in text and in effect."""

import datetime
import functools
import json

import pytest
from boards import KINDS, ask
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.law_diff import law_diff
from governance.law.library import change_days, library
from governance.letters.law_diff import letter
from governance.model.names import CATEGORIES, SEATS

DAY = datetime.timedelta(1)
REFORM = datetime.date(2012, 9, 1)
ROUNDING = datetime.date(2017, 5, 1)
FEDERATION = datetime.date(2016, 9, 1)


@functools.cache
def reform(category, foundation=None):
    return law_diff(REFORM - DAY, REFORM, category=category, foundation=foundation)


@given(day=st.dates(datetime.date(2007, 5, 25), datetime.date(2030, 1, 1)))
@settings(max_examples=20)
def test_a_day_and_itself(day):
    """The law of a day does not differ from itself, for any body."""
    for category in (None, *CATEGORIES):
        assert law_diff(day, day, category=category).empty


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_day_on_which_nothing_changes(category):
    """Between two changes of the law there is no difference."""
    quiet = datetime.date(2018, 9, 18)
    assert quiet not in change_days(library())
    assert law_diff(quiet - DAY, quiet, category=category).empty


def test_an_omitted_paragraph():
    """On 1 May 2017 regulation 14(6) went, and no board became lawful or unlawful: the caps were exact before."""
    found = law_diff(ROUNDING - DAY, ROUNDING, category="voluntary controlled")
    ended = {(one.citation, one.what, one.part) for one in found.text}
    assert ("SI 2012/1034 reg 14(6)", "ends", "not encoded") in ended
    assert ("SI 2012/1034 reg 14(6)", "ends", "doubt") in ended
    assert () == found.effects


def test_the_amending_instrument_is_named():
    """The rule on two parents in a federation began by SI 2016/204, which ended the one before."""
    by = {one.id: (one.what, one.by) for one in _federations().text if one.part == "rule"}
    assert ("begins", "uksi/2016/204 reg 3") == by["FED-PAR-2"]
    assert ("ends", "uksi/2016/204 reg 3") == by["FED-PAR-1"]


@functools.cache
def _federations():
    return law_diff(FEDERATION - DAY, FEDERATION, category="federation")


def test_three_schools_had_three_parents():
    """With three schools the smallest lawful board changed its parents from three to two."""
    (found,) = [
        one
        for one in _federations().effects
        if one.schools == 3 and one.facts["mix"] == {"community"} and one.facts["head_resigned"] == {False}
    ]
    assert (3, 2) == (found.smallest_unlawful["parent"], found.smallest_lawful["parent"])
    assert 2 not in {one.schools for one in _federations().effects}


def test_the_witness_is_the_smallest():
    """A voluntary aided board of ten became unlawful in 2012, and with a head teacher none below fourteen lawful."""
    (primary,) = [
        one
        for one in reform("voluntary aided").effects
        if one.facts == {"head_resigned": {False}, "phase": {"primary"}}
    ]
    assert 10 == sum(primary.smallest_unlawful.values())
    assert 14 == sum(primary.smallest_lawful.values())


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_check_agrees_with_the_witnesses(kind):
    """What is said to have become lawful is unlawful the day before and lawful on the day, and the reverse."""
    category, has = kind
    found = reform(category, has)
    assert found.effects
    for effect in found.effects:
        resigned = True in effect.facts.get("head_resigned", {False})
        for board, before, after in (
            (effect.smallest_lawful, False, True),
            (effect.smallest_unlawful, True, False),
        ):
            if board is None or "secondary" in effect.facts.get("phase", ()):
                continue
            seats = {seat: board[seat] for seat in SEATS}
            answers = [
                ask(category, has, on=day, head_resigned=resigned, **seats) for day in (REFORM - DAY, REFORM)
            ]
            breaches = [
                {f.rule for f in one.findings if (f.severity, f.verdict) == ("unlawful", "breached")}
                for one in answers
            ]
            assert [not before, not after] == [bool(one) for one in breaches]


def test_forwards_and_backwards():
    """Read backwards, what began ends, and what became lawful becomes unlawful."""
    forwards = reform("voluntary aided")
    back = law_diff(REFORM, REFORM - DAY, category="voluntary aided")
    turned = {"begins": "ends", "ends": "begins", "is changed": "is changed"}
    assert {(one.part, one.id, one.citation, one.what) for one in forwards.text} == {
        (one.part, one.id, one.citation, turned[one.what]) for one in back.text
    }
    assert sorted((one.became_lawful, one.became_unlawful) for one in forwards.effects) == sorted(
        (one.became_unlawful, one.became_lawful) for one in back.effects
    )


def test_an_older_instrument():
    """For an instrument of 2010 nothing changed in effect in September 2012, and all did in September 2015."""
    old = datetime.date(2010, 1, 1)
    assert () == law_diff(REFORM - DAY, REFORM, category="community", effective_on=old).effects
    last = datetime.date(2015, 9, 1)
    assert law_diff(last - DAY, last, category="community", effective_on=old).effects


def test_law_that_is_not_encoded():
    """For federations the law before September 2012 is not encoded, and the difference says so."""
    (effect,) = reform("federation").effects
    assert "SI 2007/960" in effect.reason
    assert "(law that is not encoded, and then uksi/2012/1035)" in letter(reform("federation"))


def test_letter_and_json():
    """The letter fits its page; what ended with a whole instrument is counted, not listed; the JSON is plain."""
    found = reform("community")
    said = letter(found)
    assert all(len(line) <= 100 or "https://" in line for line in said.splitlines())
    assert "The instrument as a whole begins on 1 September 2012" in said
    assert "C12-TOTAL-MIN" not in said
    given_json = json.loads(json.dumps(found.as_json()))
    assert "C12-TOTAL-MIN" in {one["id"] for one in given_json["text"]}
    assert "Nothing that is encoded changed." in letter(law_diff(REFORM, REFORM))


def test_what_stands_beside_a_rule_names_what_changed_it():
    """The doubt about rounding ended with regulation 14(6), by the instrument that omitted it."""
    gone = datetime.date(2017, 5, 1)
    found = law_diff(gone - DAY, gone, category="foundation").text
    (ended,) = [one for one in found if one.id == "rounding"]
    assert ("doubt", "ends", gone, "uksi/2017/487 reg 2(2)") == (ended.part, ended.what, ended.day, ended.by)
