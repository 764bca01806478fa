"""Every law in `rules/`, its examples and the days on which they must hold."""

import datetime
from collections.abc import Iterator

import governance
from governance.answers.judge import Board, judge
from governance.law import Instrument, Kind, Rule
from governance.law.checks.people import Case, PersonCheck
from governance.law.provision import Example
from governance.law.store.files import rules_folder
from governance.law.store.loader import load_instrument
from governance.model import Proposal
from governance.model.person import Person
from governance.people.eligibility import eligible

LAWS: tuple[Instrument, ...] = tuple(
    load_instrument(file.parent.name) for file in sorted(rules_folder().glob("*/instrument.toml"))
)
"""Every instrument of law there is."""

_DAY = datetime.timedelta(days=1)


def days(law: Instrument) -> tuple[datetime.date, ...]:
    """The days on which anything changes, and the day before each, where the law is in force."""
    found = {near for day in law.change_days() for near in (day - _DAY, day)}
    return tuple(sorted(day for day in found if day in law.span))


def days_of(law: Instrument, example: Example) -> tuple[datetime.date, ...]:
    """The days on which an example must hold."""
    return (example.on,) if example.on else days(law)


def examples(law: Instrument) -> Iterator[tuple[str, Example]]:
    """Every example, with a name to know it by."""
    for provision in law.provisions:
        for number, example in enumerate(provision.examples, start=1):
            yield f"{provision.file} example {number}: {example.says}", example


def reaches(rule: Rule, proposal: Proposal, day: datetime.date) -> bool:
    """Whether a rule is in force on a day and is certain to be for this kind of school."""
    if (rule.stage is None) is not (not proposal.people):
        return False
    kind = Kind.of(proposal)
    for person in proposal.people:
        kind = kind.with_person(person)
        day = _day_of(rule, person, day)
    return day in rule.span and rule.unmet_fact(kind) is None and rule.missing_fact(kind) is None


def _day_of(rule: Rule, person: Person, day: datetime.date) -> datetime.date:
    """The day on which a rule is put to a person: the day of entry, for rules that bite then."""
    return person.appointed_on if rule.stage == "entry" and person.appointed_on else day


def broken(law: Instrument, proposal: Proposal, day: datetime.date) -> set[str]:
    """The rules of a law that a proposal breaks; where it has people, the rules on them and no others."""
    if proposal.people:
        findings = [finding for result in eligible(proposal, on=day) for finding in result.findings]
    else:
        findings = list(governance.check(proposal, on=day).findings)
    return {one.rule for one in findings if one.verdict == "breached" and one.instrument == law.id}


def verdict(rule: Rule, proposal: Proposal, day: datetime.date | None = None) -> str:
    """What one rule says of a proposal; the day matters only for a rule on people."""
    if isinstance(rule.check, PersonCheck):
        assert day is not None
        (person,) = proposal.people
        return rule.check.judge_person(Case(person, proposal, _day_of(rule, person, day))).verdict
    if rule.check is not None:
        return rule.check.judge(proposal).verdict
    assert rule.require is not None
    return judge(rule.require, board_of(proposal))


def board_of(proposal: Proposal) -> Board:
    """The board of a proposal as numbers, with the schools where it is a federation's."""
    schools = getattr(proposal, "schools", ())
    return Board.of(proposal.seats, schools) if schools else Board.of(proposal.seats)
