"""What a candidate for a category declares on a day: the statements that the rules about people have for them.

A rule that asks nothing of this body's people is left out, and what only others know is named apart.
"""

import datetime
from typing import Final

import attrs

from governance.english import day_words, listed
from governance.errors import CannotTellError, GovernanceError
from governance.law import Rule, RuleBook
from governance.law.book import whole_book
from governance.law.checks.people import AnyOf, Attested, CameBy, Case, InOrder, MustNot, PersonCheck, Unread
from governance.law.provision import Instrument, Reading
from governance.model import Proposal, School, Seats
from governance.model.names import CAME_BY, CATEGORIES, OFFICES, SEATS
from governance.model.person import Person
from governance.model.proposal import Day, as_day, one_of

_KNOWN_TO_OTHERS: Final = (AnyOf, Attested, InOrder, MustNot, Unread)
"""The checks whose answer somebody else has, where the candidate declares nothing of it."""


class NoSuchWayError(GovernanceError):
    """A way by which nobody comes by the office."""


@attrs.frozen
class Statement:
    """One sentence with the provision that it rests on."""

    says: str
    citation: str


@attrs.frozen
class Declaration:
    """What a candidate declares, `entry` of the day of election or appointment, and `holding` from then on.

    `others` is what the law asks besides, and somebody else must say. `ways` are those in which one may come by the
    office, of which `came_by` is one.
    """

    seat: str
    category: str
    on: datetime.date
    law: Instrument
    came_by: str | None
    ways: tuple[str, ...]
    entry: tuple[Statement, ...]
    holding: tuple[Statement, ...]
    others: tuple[Statement, ...]
    readings: tuple[Reading, ...]
    cautions: tuple[str, ...]


def declaration(seat: str, category: str, *, on: Day, came_by: str | None = None) -> Declaration:
    """Give what a candidate for a category of governor, at a category of school, declares on a day.

    Without `came_by` it is the first of the ways in which the law lets one come by the office. Raises CannotTellError
    where the rules about people of the day are not encoded, or have no such office, and NoSuchWayError for a way by
    which nobody comes by it.
    """
    one_of(OFFICES, seat, name="seat")
    one_of(CATEGORIES, category, name="category")
    one_of(CAME_BY, came_by, name="came_by")
    day = as_day(on)
    if day is None:
        raise CannotTellError("The law depends on the day. Give the day of the election or appointment.")
    proposal = Proposal(School(category), Seats())
    book = whole_book(proposal, day)
    _refuse(book, seat)
    ways = _ways(book, seat)
    if came_by and ways and came_by not in ways:
        known = listed(ways, last="or")
        raise NoSuchWayError(
            f"Nobody comes by this office by {came_by}: it is by {known}. Give one of these."
        )
    way = came_by or (ways[0] if ways else None)
    person = Person(seat, seat, came_by=way, appointed_on=day)
    asked = tuple(rule for rule in _rules(book, person) if _asks(rule, Case(person, proposal, day)))
    declared = tuple(rule for rule in asked if rule.declares)
    return Declaration(
        seat=seat,
        category=category,
        on=day,
        law=book.law,
        came_by=way,
        ways=ways,
        entry=_statements(declared, "entry"),
        holding=_statements(declared, "holding"),
        others=tuple(Statement(rule.says, rule.citation) for rule in asked if _for_others(rule)),
        readings=tuple(dict.fromkeys(one for rule in declared if (one := book.doubt_of(rule)))),
        cautions=book.cautions_on(asked),
    )


def _refuse(book: RuleBook, seat: str) -> None:
    """Refuse where silence would pass for a law that asks nothing."""
    if not any(rule.instrument == book.law.id for rule in book.person_rules):
        raise CannotTellError(
            f"On {day_words(book.day)} {book.law.cite} governs this body, and its rules about people are not encoded here, "
            "so what a candidate declares cannot be told."
        )
    if seat in SEATS and not book.has_seat(seat):
        raise CannotTellError(f"{book.law.cite} has no such governor on {day_words(book.day)}.")


def _ways(book: RuleBook, seat: str) -> tuple[str, ...]:
    kind = attrs.evolve(book.kind, seat=seat)
    checks = (rule.check for rule in book.person_rules if rule.unmet_fact(kind) is None)
    return next((check.ways for check in checks if isinstance(check, CameBy)), ())


def _rules(book: RuleBook, person: Person) -> tuple[Rule, ...]:
    kind = book.kind.with_person(person)
    return tuple(
        rule for rule in book.person_rules if rule.severity == "unlawful" and rule.unmet_fact(kind) is None
    )


def _asks(rule: Rule, case: Case) -> bool:
    """Tell whether a rule asks anything of a person of whom nothing is known."""
    return isinstance(rule.check, PersonCheck) and rule.check.judge_person(case).verdict != "met"


def _for_others(rule: Rule) -> bool:
    return not rule.declares and rule.stage == "entry" and isinstance(rule.check, _KNOWN_TO_OTHERS)


def _statements(rules: tuple[Rule, ...], stage: str) -> tuple[Statement, ...]:
    found = (Statement(rule.declares, rule.citation) for rule in rules if rule.stage == stage)
    return tuple(dict.fromkeys(found))
