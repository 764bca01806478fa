"""The rule book of a day for a kind of school: the rules in force, and why the others are not."""

import bisect
import datetime
import functools

import attrs

from governance.law.facts import Kind
from governance.law.provision import Instrument, Reading, Rule


@attrs.frozen
class RuleBook:
    """Every rule that applies, or may apply while a fact is missing, on a day to a kind of school."""

    law: Instrument
    day: datetime.date
    kind: Kind
    rules: tuple[Rule, ...]

    def reading_of(self, rule: Rule) -> Reading | None:
        """Give the reading a rule turns on, where the doubt exists on this day."""
        if rule.reading is None:
            return None
        reading = self.law.reading(rule.reading)
        return reading if self.day in reading.span else None


def rule_book(law: Instrument, day: datetime.date, kind: Kind) -> RuleBook:
    """Give the rule book of a day; one is made for each stretch of days on which nothing changes."""
    days = _change_days(law)
    start = days[max(bisect.bisect_right(days, day) - 1, 0)]
    return attrs.evolve(_book(_Key(law), start, kind), day=day)


class _Key:
    """An instrument as a cache key: two are the same law where their files have the same hash."""

    def __init__(self, law: Instrument) -> None:
        self.law = law

    def __hash__(self) -> int:
        return hash(self.law.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.law is other.law or self.law == other.law)


@functools.lru_cache(maxsize=1024)
def _book(key: _Key, day: datetime.date, kind: Kind) -> RuleBook:
    rules = tuple(rule for rule in key.law.rules if day in rule.span and rule.unmet_fact(kind) is None)
    return RuleBook(key.law, day, kind, rules)


def _change_days(law: Instrument) -> tuple[datetime.date, ...]:
    return _days(_Key(law))


@functools.lru_cache(maxsize=64)
def _days(key: _Key) -> tuple[datetime.date, ...]:
    return key.law.change_days()
