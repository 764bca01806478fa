"""The values that `rules/` is made of: an instrument of law, its provisions, and what each says.

One file of `rules/` is one `Provision`: a regulation, a section or a schedule.
"""

import datetime
from collections.abc import Mapping
from typing import Literal

import attrs

from governance.law.checks import Check
from governance.law.facts import Kind, Value
from governance.law.relation import Relation
from governance.model import Proposal

Severity = Literal["unlawful", "advice", "note"]

LEGISLATION = "https://www.legislation.gov.uk"


@attrs.frozen
class Span:
    """The days on which something is in force: from the first on, until (not including) the last."""

    since: datetime.date
    until: datetime.date | None = None

    def __contains__(self, day: datetime.date) -> bool:
        """Tell whether a day falls within."""
        return self.since <= day and (self.until is None or day < self.until)


@attrs.frozen
class Rule:
    """One rule, dated and cited: a linear relation (`require`) or a typed check (`check`).

    `where` gives for each fact the values for which the rule applies. `otherwise` is the relation on the
    other side of the `reading`, where the law is doubtful.
    """

    id: str
    para: str
    title: str
    says: str
    span: Span
    where: Mapping[str, frozenset[Value]] = attrs.field(factory=dict)
    severity: Severity = "unlawful"
    require: Relation | None = None
    check: Check | None = None
    reading: str | None = None
    otherwise: Relation | None = None
    amended_by: str | None = None
    citation: str = ""
    url: str = ""

    def unmet_fact(self, kind: Kind) -> str | None:
        """Name a known fact for which this rule does not apply; None where there is none."""
        for fact, values in self.where.items():
            value = kind.value(fact)
            if value is not None and value not in values:
                return fact
        return None

    def missing_fact(self, kind: Kind) -> str | None:
        """Name a fact this rule turns on that nobody has given; None where all are."""
        return next((fact for fact in self.where if kind.value(fact) is None), None)


@attrs.frozen
class Reading:
    """A doubt about the law: the side the project takes, the other side, and which of them is stricter."""

    id: str
    para: str
    doubt: str
    taken: str
    other: str
    stricter: Literal["taken", "other", "neither"]
    span: Span


@attrs.frozen
class NotEncoded:
    """A paragraph that no rule states, and why."""

    para: str
    why: str
    span: Span


@attrs.frozen
class Example:
    """A proposal and every rule it breaks: on one day where `on` is given, else on every day."""

    says: str
    proposal: Proposal
    breaks: frozenset[str]
    on: datetime.date | None = None


@attrs.frozen
class Provision:
    """A regulation, section or schedule: its paragraphs, and what is encoded of each."""

    number: str
    title: str
    paras: tuple[str, ...]
    compared: datetime.date
    against: str
    url: str
    file: str
    rules: tuple[Rule, ...] = ()
    readings: tuple[Reading, ...] = ()
    not_encoded: tuple[NotEncoded, ...] = ()
    examples: tuple[Example, ...] = ()


@attrs.frozen
class Instrument:
    """An Act or set of Regulations: how it is cited, when it is in force, and its provisions."""

    id: str
    title: str
    cite: str
    span: Span
    provisions: tuple[Provision, ...] = ()
    hash: str = ""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every provision, in their order."""
        return tuple(rule for provision in self.provisions for rule in provision.rules)

    def reading(self, reading_id: str) -> Reading:
        """Give a reading by its name."""
        return next(
            reading
            for provision in self.provisions
            for reading in provision.readings
            if reading.id == reading_id
        )

    def change_days(self) -> tuple[datetime.date, ...]:
        """Every day on which a rule or reading begins or ends, in order."""
        spans = [self.span]
        for provision in self.provisions:
            spans += [rule.span for rule in provision.rules]
            spans += [reading.span for reading in provision.readings]
            spans += [gap.span for gap in provision.not_encoded]
        days = {day for span in spans for day in (span.since, span.until) if day}
        return tuple(sorted(days))
