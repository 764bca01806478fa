"""When a governor's term ends: counted from the day of appointment, by the instrument and the law of that day."""

import datetime
from collections.abc import Callable
from typing import Final

import attrs

from governance.english import day_words
from governance.errors import CannotTellError
from governance.law import RuleBook
from governance.law.book import whole_book
from governance.law.checks.board import TermBetween
from governance.law.checks.calendar import after, days_after
from governance.law.checks.terms import InTerm
from governance.model import Proposal, Term, Terms
from governance.model.names import ASSOCIATE, SEATS
from governance.model.person import Person

_AS_STATED: Final = "The end is the one that the register states."


@attrs.frozen
class End:
    """The end of a term in both readings: the day before the anniversary, and the anniversary. `says` tells a doubt."""

    days: tuple[datetime.date, datetime.date] | None = None
    says: str = ""


def end_of(person: Person, governed_by: Proposal, terms_on: Callable[[datetime.date], Terms | None]) -> End:
    """Count the term of a person; `terms_on` gives the terms that the instrument in force on a day sets.

    The term is the person's own where it is given, and no longer than that of the instrument. No instrument sets that of an
    associate member, which is fixed on appointment. Where the day of appointment is not
    known the end that the register states is taken, and where the instrument of that day is not known, the end stated or
    else the longest term there can be.
    """
    began, stated = person.appointed_on, person.stated_end
    if began is None:
        return _stated(stated) if stated else End(says="The day of appointment is not known.")
    try:
        most = longest(whole_book(governed_by, began), person)
    except CannotTellError:
        most = None
    if most is None:
        says = f"The law of {day_words(began)} on terms is not encoded."
        return _stated(stated) if stated else End(says=says)
    own = person.term
    terms = terms_on(began) if person.category in SEATS else Terms()
    fixed_by_appointer = person.category == ASSOCIATE or (
        terms is not None and person.category in terms.fixed_by_appointer
    )
    if terms is not None and not fixed_by_appointer:
        set_then = terms.by_category.get(person.category, terms.by_category.get("all", most))
        return _noted(End(_days(began, min(own or most, set_then, most))), stated)
    if own is not None:
        return _noted(End(_days(began, min(own, most))), stated)
    least, last = _days(began, most)
    if stated and began < stated < least:
        return _stated(stated)
    if fixed_by_appointer and stated in (least, last):
        return End((least, last))
    why = (
        "The instrument in force on the day of appointment is not given"
        if terms is None
        else "Those who appoint fix the term, and the register does not give it"
    )
    return End((least, last), f"{why}: the end is that of the longest term there can be, {most}.")


def longest(book: RuleBook, person: Person) -> Term | None:
    """Give the longest term that the law of a day allows somebody; None where that is not encoded."""
    if person.category in SEATS:
        checks = (rule.check for rule in book.rules if rule.check is not None)
        return min((check.most for check in checks if isinstance(check, TermBetween)), default=None)
    rules = (rule for rule in book.person_rules if person.category in rule.where.get("seat", ()))
    return next((rule.check.term for rule in rules if isinstance(rule.check, InTerm)), None)


def _days(began: datetime.date, term: Term) -> tuple[datetime.date, datetime.date]:
    anniversary = after(began, term.months)
    return days_after(anniversary, -1), anniversary


def _stated(stated: datetime.date) -> End:
    return End((stated, stated), _AS_STATED)


def _noted(end: End, stated: datetime.date | None) -> End:
    if stated is None or end.days is None or stated in end.days:
        return end
    return attrs.evolve(end, says=f"The register states {day_words(stated)} as the end of the term.")
