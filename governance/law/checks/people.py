"""Checks on one person: what they must be, must not be, must have been found to be, and how they came by office."""

import abc
import datetime
from collections.abc import Callable
from typing import Any, Final

import attrs

from governance.law.checks.calendar import after
from governance.law.checks.outcome import Outcome
from governance.model import Proposal
from governance.model.names import CAME_BY, SCHOOL_CATEGORIES
from governance.model.person import FACTS, KINDS, Fact, Person


@attrs.frozen
class Case:
    """A person of a proposal, and the day on which a rule is put to them."""

    person: Person
    proposal: Proposal
    day: datetime.date

    def fact(self, name: str) -> Fact | None:
        """Give a fact; None where nobody has said."""
        return self.person.facts.get(name)


class PersonCheck(abc.ABC):
    """A question that can be put to one person."""

    @abc.abstractmethod
    def judge_person(self, case: Case) -> Outcome:
        """Answer it."""


def a_fact(*kinds: str) -> Callable[[Any, "attrs.Attribute[Any]", Any], None]:
    """Let a field name facts of these kinds only, so that a misspelt one is found when the law is loaded."""

    def known(_: Any, attribute: "attrs.Attribute[Any]", value: str | tuple[str, ...] | None) -> None:
        for name in (value,) if isinstance(value, str) else value or ():
            if name not in FACTS or FACTS[name].kind not in kinds:
                raise ValueError(
                    f"{name!r} is not a {' or '.join(kinds)} fact, which {attribute.name} must be"
                )

    return known


def said(case: Case, name: str) -> str:
    """Say a fact that is true or false."""
    value = case.fact(name)
    if isinstance(value, datetime.date):
        return f"{FACTS[name].words}: yes, on {value.isoformat()}"
    return f"{FACTS[name].words}: {'yes' if value else 'no'}"


@attrs.frozen
class MustNot(PersonCheck):
    """Something that must not be true of the person, `unless` something else is."""

    ask: str
    fact: str = attrs.field(validator=a_fact("flag"))
    unless: str | None = attrs.field(default=None, validator=a_fact("flag"))

    def judge_person(self, case: Case) -> Outcome:
        """Breached where it is true and nothing excuses it."""
        value = case.fact(self.fact)
        excuse = case.fact(self.unless) if self.unless else False
        if value is False:
            return Outcome("met", said(case, self.fact))
        if self.unless and excuse:
            return Outcome("met", said(case, self.unless))
        if value is None or excuse is None:
            return Outcome("unknown", _not_said(self.fact if value is None else str(self.unless)), self.ask)
        return Outcome("breached", said(case, self.fact))


@attrs.frozen
class TrusteeMustNot(PersonCheck):
    """Something that must not be true of the trustee of a charity, unless it is said to be `waived_by` the regulator.

    The governing body of a school of one of the `schools`, or of a federation with such a school, is a charity. Without
    `read` the words then in force were not read, so that nobody can tell what comes of it.
    """

    ask: str
    schools: frozenset[str] = attrs.field(
        validator=attrs.validators.deep_iterable(attrs.validators.in_(SCHOOL_CATEGORIES))
    )
    fact: str = attrs.field(validator=a_fact("flag"))
    waived_by: str = attrs.field(validator=a_fact("flag"))
    read: bool = True

    def judge_person(self, case: Case) -> Outcome:
        """Breached where it is true of the trustee of a charity, and not said to be waived."""
        proposal, value = case.proposal, case.fact(self.fact)
        federated = proposal.school.category == "federation"
        categories = {one.category for one in proposal.schools} if federated else {proposal.school.category}
        if categories and categories.isdisjoint(self.schools):
            return Outcome("met", "the governing body is not a charity")
        if value is False:
            return Outcome("met", said(case, self.fact))
        if case.fact(self.waived_by):
            return Outcome("met", said(case, self.waived_by))
        if value is None:
            return Outcome("unknown", _not_said(self.fact), self.ask)
        if not categories:
            return Outcome(
                "unknown", f"{said(case, self.fact)}; the schools are not given", _QUESTION_SCHOOLS
            )
        if not self.read:
            return Outcome("unknown", f"{said(case, self.fact)}; {_NOT_READ}", _ADVICE)
        return Outcome("breached", f"{said(case, self.fact)}; no waiver is given")


_QUESTION_SCHOOLS: Final = (
    "Which schools are in the federation, and of which category? List them under [[schools]]."
)
_NOT_READ: Final = "the words then in force were not available to us"
_ADVICE: Final = "Take advice on the provision as it then stood."


@attrs.frozen
class Attested(PersonCheck):
    """Something that only those who know can say, and must be so: an opinion formed, a notice given."""

    ask: str
    fact: str = attrs.field(validator=a_fact("flag", "done"))

    def judge_person(self, case: Case) -> Outcome:
        """Met where it is said to be so."""
        value = case.fact(self.fact)
        if value is None:
            return Outcome("unknown", _not_said(self.fact), self.ask)
        return Outcome("met" if value else "breached", said(case, self.fact))


@attrs.frozen
class AnyOf(PersonCheck):
    """At least one of several things must be true of the person."""

    ask: str
    facts: tuple[str, ...] = attrs.field(validator=a_fact("flag"))

    def judge_person(self, case: Case) -> Outcome:
        """Met where one is true, breached where each is false."""
        for name in self.facts:
            if case.fact(name):
                return Outcome("met", said(case, name))
        if any(case.fact(name) is None for name in self.facts):
            return Outcome("unknown", "nobody has said which of these the person is", self.ask)
        return Outcome("breached", "; ".join(said(case, name) for name in self.facts))


@attrs.frozen
class InOrder(PersonCheck):
    """Classes of person in order of preference: a later one will do only if `unless` is true."""

    ask: str
    facts: tuple[str, ...] = attrs.field(validator=a_fact("flag"))
    unless: str = attrs.field(validator=a_fact("flag"))

    def judge_person(self, case: Case) -> Outcome:
        """Met for the first class; for a later one the excuse decides."""
        for name in self.facts:
            value = case.fact(name)
            if value is None:
                return Outcome("unknown", _not_said(name), self.ask)
            if value:
                return self._of_class(case, name)
        return Outcome("met", "the person is of none of these classes, which is another rule's matter")

    def _of_class(self, case: Case, name: str) -> Outcome:
        if name == self.facts[0]:
            return Outcome("met", said(case, name))
        excuse = case.fact(self.unless)
        if excuse is None:
            return Outcome("unknown", f"{said(case, name)}, which is not the first choice", self.ask)
        return Outcome("met" if excuse else "breached", f"{said(case, name)}; {said(case, self.unless)}")


@attrs.frozen
class CameBy(PersonCheck):
    """The ways in which a person may come by an office."""

    ways: tuple[str, ...] = attrs.field(
        validator=attrs.validators.deep_iterable(attrs.validators.in_(CAME_BY))
    )

    def judge_person(self, case: Case) -> Outcome:
        """Compare the way this person came by it."""
        came_by = case.person.came_by
        ways = " or ".join(self.ways)
        if came_by is None:
            return Outcome("unknown", f"nobody has said how; it may be by {ways}", QUESTION_CAME_BY)
        return Outcome("met" if came_by in self.ways else "breached", f"by {came_by}; it may be by {ways}")


QUESTION_CAME_BY = "How does this person come by the office? Set came_by: " + ", ".join(CAME_BY) + "."
QUESTION_BEGAN = (
    "On what day was the person elected or appointed, or does the office begin? Set appointed_on."
)


@attrs.frozen
class AtMost(PersonCheck):
    """A number that must not be exceeded."""

    ask: str
    most: int
    fact: str = attrs.field(validator=a_fact("number"))

    def judge_person(self, case: Case) -> Outcome:
        """Compare the number."""
        value = case.fact(self.fact)
        if not isinstance(value, int):
            return Outcome("unknown", _not_said(self.fact), self.ask)
        return Outcome(
            "met" if value <= self.most else "breached",
            f"{FACTS[self.fact].words}: {value}; the most is {self.most}",
        )


@attrs.frozen
class AgeAtLeast(PersonCheck):
    """The youngest age at which a person may be elected or appointed, in years; either fact will do."""

    ask: str
    years: int
    fact: str = attrs.field(default="age_at_appointment", validator=a_fact("number"))
    born: str = attrs.field(default="born_on", validator=a_fact("day"))

    def judge_person(self, case: Case) -> Outcome:
        """Compare the age, as given or on the day counted from the day of birth."""
        age, born, began = case.fact(self.fact), case.fact(self.born), case.person.appointed_on
        if isinstance(age, int) and not isinstance(age, bool):
            return Outcome(
                "met" if age >= self.years else "breached", f"aged {age}; the least is {self.years}"
            )
        if not isinstance(born, datetime.date):
            return Outcome("unknown", _not_said(self.fact), self.ask)
        if began is None:
            return Outcome("unknown", "the age on the day depends on the day", QUESTION_BEGAN)
        of_age = after(born, 12 * self.years, roll=True)
        return Outcome(
            "met" if began >= of_age else "breached",
            f"aged {self.years} on {of_age.isoformat()}; elected or appointed on {began.isoformat()}",
        )


@attrs.frozen
class Unread(PersonCheck):
    """Something that turns on words nobody has read: where the fact is given, nobody can tell.

    Without a fact it is so of everybody whom the rule is for.
    """

    fact: str | None = attrs.field(default=None, validator=a_fact(*KINDS))
    why: str = _NOT_READ
    advice: str = _ADVICE

    def judge_person(self, case: Case) -> Outcome:
        """Unknown where the fact is given, or where there is none to give."""
        if self.fact is None:
            return Outcome("unknown", self.why, self.advice)
        words, value = FACTS[self.fact].words, case.fact(self.fact)
        if value is None or value is False:
            return Outcome("met", f"nothing turns on it: {words} is not given")
        return Outcome("unknown", f"{words}: {self.why}", self.advice)


def _not_said(name: str) -> str:
    return f"nobody has said: {FACTS[name].words}"
