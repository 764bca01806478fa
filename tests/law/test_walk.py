"""The law has no overlaps, no gaps and nothing unaccounted for, on any day, for any kind of school."""

import datetime
import functools

import pytest
from boards import KINDS as BOARD_KINDS
from boards import REGULATIONS
from rulebooks import LAWS, days

from governance.law import rule_book
from governance.law.facts import every_kind
from governance.model.names import CATEGORIES

KINDS = tuple(every_kind(CATEGORIES))
SCHOOLS = {category for category, _ in BOARD_KINDS}

THERE_UNTIL = {
    ("uksi/2012/1034", "2(a)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "2(b)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "4(1)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "4(2)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "4(3)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "15"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "Sch 1 para 10(2)"): datetime.date(2017, 5, 1),
    ("uksi/2012/1034", "Sch 1 para 11(2)"): datetime.date(2017, 5, 1),
    ("uksi/2012/1034", "Sch 3 para 4"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "Sch 4 para 16"): datetime.date(2017, 5, 1),
    ("uksi/2012/1034", "14(6)"): datetime.date(2017, 5, 1),
    ("uksi/2012/1034", "18(4)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1035", "4(1)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1035", "22(8)"): datetime.date(2017, 5, 1),
    ("uksi/2012/1035", "23, applying SI 2012/1034 reg 18(4)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1035", "Sch 4 para 2"): datetime.date(2014, 9, 1),
}
"""Paragraphs that ended before their instrument, or were replaced by others: 18(4) by (4)(a) and (b)."""

THERE_FROM = {
    ("uksi/2012/1034", "4"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "9(a)(v)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "15(1)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "15(2)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "15(3)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "15(4)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "15(5)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "16A(1)"): datetime.date(2016, 3, 18),
    ("uksi/2012/1034", "16A(2)"): datetime.date(2016, 3, 18),
    ("uksi/2012/1034", "18(1A)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "24A(1)"): datetime.date(2017, 9, 1),
    ("uksi/2012/1034", "Sch 1 para 12"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "Sch 3 para 4(1)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "Sch 3 para 4(2)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "Sch 4 para 12A"): datetime.date(2017, 5, 1),
    ("uksi/2012/1034", "Sch 4 para 13(ba)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1034", "18(4)(a)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1034", "28(1)(ea)"): datetime.date(2015, 9, 1),
    ("uksi/2007/957", "Sch 6 para 9(bb)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1035", "22A"): datetime.date(2014, 9, 1),
    ("uksi/2012/1035", "Sch 2 para 11"): datetime.date(2014, 9, 1),
    ("uksi/2012/1035", "17(1)(a)(v)"): datetime.date(2014, 9, 1),
    ("uksi/2012/1035", "23, applying SI 2012/1034 reg 16A"): datetime.date(2016, 3, 18),
    ("uksi/2012/1035", "23, applying SI 2012/1034 reg 18(1A)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1035", "23, applying SI 2012/1034 reg 18(4)(a)"): datetime.date(2015, 9, 1),
    ("uksi/2012/1035", "Sch 4 para 7"): datetime.date(2014, 9, 1),
    ("uksi/2012/1035", "Sch 5, reg 28(1)(ea)"): datetime.date(2015, 9, 1),
}
"""Paragraphs that began after it."""

laws = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)


@functools.cache
def _entries(number, day, kind):
    return rule_book(LAWS[number], day, kind).rules


def entries(law, day, kind):
    """The entries that apply to a kind of school on a day."""
    return _entries(LAWS.index(law), day, kind)


@laws
def test_no_rule_twice(law):
    """No rule has two entries that apply to one school on one day."""
    for day in days(law):
        for kind in KINDS:
            ids = [rule.id for rule in entries(law, day, kind)]
            assert sorted(set(ids)) == sorted(ids), (day, kind)


@laws
def test_no_gaps(law):
    """A rule that applies to a kind of school on two days applies to it on every day between."""
    for kind in KINDS:
        by_day = [{rule.id for rule in entries(law, day, kind)} for day in days(law)]
        for rule_id in set().union(*by_day):
            there = [number for number, ids in enumerate(by_day) if rule_id in ids]
            assert list(range(there[0], there[-1] + 1)) == there, (rule_id, kind)


@laws
def test_first_day(law):
    """On its first day the law is in force, and not on the day before; the 2012 Regulations ask every school."""
    assert law.span.since - datetime.timedelta(1) not in law.span
    assert law.span.since in law.span
    if law.id == REGULATIONS:
        schools = [kind for kind in KINDS if kind.category in SCHOOLS]
        assert all(entries(law, law.span.since, kind) for kind in schools)


@laws
def test_change_days_are_all_there(law):
    """Between two neighbouring days of change the rules stay the same."""
    changes = [day for day in law.change_days() if day in law.span]
    for kind in KINDS:
        for first, last in zip(
            changes, [*changes[1:], law.span.until or datetime.date(2040, 1, 1)], strict=True
        ):
            day = last - datetime.timedelta(1)
            assert entries(law, first, kind) == entries(law, max(day, first), kind)


@laws
def test_every_paragraph_is_accounted_for(law):
    """On every day each paragraph then in force is stated by a rule, or listed as not encoded."""
    for provision in law.provisions:
        for day in days(law):
            told = {entry.para for entry in (*provision.rules, *provision.not_encoded) if day in entry.span}
            for para in set(provision.paras) - told:
                since = THERE_FROM.get((law.id, para), law.span.since)
                until = THERE_UNTIL.get((law.id, para), datetime.date.max)
                assert not since <= day < until, f"{para} on {day}"


@laws
def test_no_paragraph_is_encoded_while_it_is_not_there(law):
    """Nothing is cited to a paragraph on a day on which it is not in force."""
    for provision in law.provisions:
        for entry in (*provision.rules, *provision.readings):
            if since := THERE_FROM.get((law.id, entry.para)):
                assert since <= entry.span.since
            if until := THERE_UNTIL.get((law.id, entry.para)):
                assert entry.span.until is not None
                assert entry.span.until <= until


@laws
def test_readings_do_not_outlive_their_rules(law):
    """Each reading that a rule names is found, and is in force on a day of the rule."""
    for rule in law.rules:
        if rule.reading:
            reading = law.reading(rule.reading)
            assert any(day in rule.span and day in reading.span for day in days(law))
