"""The rule book of a day for a kind of school: every rule in force that applies, from every law that does."""

import bisect
import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from governance.english import day_words
from governance.law.checks.outcome import Stage
from governance.law.facts import Kind
from governance.law.provision import Instrument, Reading, Rule
from governance.law.regime import beside, governing
from governance.law.store.instruments import board_law
from governance.model import Proposal


class RuleBook(NamedTuple):
    """Every rule that applies, or may apply while a fact is missing, on a day to a kind of school.

    `rules` are those on the board and its instrument, `person_rules` those on the people in it. `law` is the
    Regulations that govern the body; `beside` are the Acts and guidance that stand beside them. `readings` are
    the doubts that exist on this day, by instrument and name. `of_kinds` keeps what was asked of `rules_on`.
    """

    law: Instrument
    beside: tuple[Instrument, ...]
    day: datetime.date
    kind: Kind
    rules: tuple[Rule, ...]
    person_rules: tuple[Rule, ...]
    readings: Mapping[tuple[str, str], Reading]
    of_kinds: dict[tuple[Kind, Stage], tuple[tuple[Rule, bool], ...]]

    def rules_on(self, kind: Kind, stage: Stage) -> tuple[tuple[Rule, bool], ...]:
        """Give the rules of a stage that apply, or may, to a person, whose facts the kind has; and whether each surely does."""
        found = self.of_kinds.get((kind, stage))
        if found is None:
            mine = (rule for rule in self.person_rules if rule.stage == stage)
            found = tuple(
                (rule, rule.missing_fact(kind) is None) for rule in mine if rule.unmet_fact(kind) is None
            )
            self.of_kinds[kind, stage] = found
        return found

    @property
    def cautions(self) -> tuple[str, ...]:
        """Say what stands beside every answer on a board from this book."""
        return self.cautions_on(self.rules)

    def cautions_on(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        """Say what stands beside an answer from some of its rules: a law that none of them is of is left out."""
        used = {rule.instrument for rule in rules}
        return cautions((self.law, *(law for law in self.beside if law.id in used)), self.day)

    def doubt_of(self, rule: Rule) -> Reading | None:
        """Give the reading a rule turns on, where the doubt exists on this day and is serious."""
        if not rule.reading:
            return None
        reading = self.reading_of(rule)
        return None if reading is None or reading.weight == "settled" else reading

    def reading_of(self, rule: Rule) -> Reading | None:
        """Give the reading a rule turns on, where the doubt exists on this day."""
        return self.readings.get((rule.instrument, rule.reading)) if rule.reading else None

    def has_seat(self, seat: str) -> bool:
        """Tell whether the Regulations know a category of governor; where no rule of theirs is about people, any may be."""
        told = any(rule.instrument == self.law.id for rule in self.person_rules)
        return not told or any(seat in rule.where.get("seat", ()) for rule in self.person_rules)


def cautions(laws: Iterable[Instrument], day: datetime.date) -> tuple[str, ...]:
    """Say what to know of the record that an answer rests on: what it lacks, and that it is older than the day asked."""
    laws = tuple(laws)
    own = tuple(law.caution for law in laws if law.caution)
    compared = min((law.compared for law in laws), default=day)
    if day <= compared:
        return own
    late = (
        f"The law was last compared with its sources on {day_words(compared)}: a change that was made later is not "
        "taken into account."
    )
    return (*own, late)


def book_for(proposal: Proposal, day: datetime.date) -> RuleBook:
    """Give the rule book that a proposal falls under on a day; CannotTellError where none is encoded."""
    law = governing(day, proposal, load=board_law)
    return rule_book(law, day, Kind.of(proposal), beside=beside(day, load=board_law))


def whole_book(proposal: Proposal, day: datetime.date) -> RuleBook:
    """Give the rule book with all of the law about it: people, examples, what is not encoded; it loads slower."""
    return _whole_book(_Laws((governing(day, proposal),)), day, Kind.of(proposal))


def rule_book(
    law: Instrument, day: datetime.date, kind: Kind, *, beside: tuple[Instrument, ...] = ()
) -> RuleBook:
    """Give the rule book of a day; one is made for each stretch of days on which nothing changes."""
    days, books = _stretches(_Laws((law, *beside)))
    start = days[max(bisect.bisect_right(days, day) - 1, 0)]
    return books(start, kind)._replace(day=day)


class _Laws:
    """Instruments as a cache key: a hash of all they say would take longer than the book."""

    def __init__(self, laws: tuple[Instrument, ...]) -> None:
        self.laws = laws

    def __hash__(self) -> int:
        return hash(tuple([law.hash for law in self.laws]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Laws) and self.laws == other.laws


@functools.lru_cache(maxsize=1024)
def _whole_book(key: _Laws, day: datetime.date, kind: Kind) -> RuleBook:
    from governance.law.applied import applied  # noqa: PLC0415 - only rules about people reach that far

    (law,) = key.laws
    return rule_book(law, day, kind, beside=(*beside(day), *applied(law)))


@functools.lru_cache(maxsize=64)
def _stretches(key: _Laws) -> tuple[tuple[datetime.date, ...], Callable[[datetime.date, Kind], RuleBook]]:
    """Give the days on which any of some laws changes, and what gives their book from one of these days on."""
    days = tuple(sorted({day for law in key.laws for day in law.change_days()}))
    return days, functools.lru_cache(maxsize=1024)(functools.partial(_book, key.laws))


def _book(laws: tuple[Instrument, ...], day: datetime.date, kind: Kind) -> RuleBook:
    law, *others = laws
    rules = tuple(
        rule
        for one in (law, *others)
        for rule in one.rules
        if day in rule.span and rule.unmet_fact(kind) is None
    )
    boards = tuple(rule for rule in rules if rule.stage is None)
    people = tuple(rule for rule in rules if rule.stage is not None)
    readings = {
        (one.id, reading.id): reading
        for one in (law, *others)
        for provision in one.provisions
        for reading in provision.readings
        if day in reading.span
    }
    return RuleBook(law, tuple(others), day, kind, boards, people, readings, {})
