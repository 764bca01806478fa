"""The values that `rules/` is made of: an instrument of law, its provisions, and what each says.

One file of `rules/` is one `Provision`: a regulation, a section or a schedule.
"""

import datetime
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

from governance.law.checks.outcome import Stage
from governance.law.facts import Kind, Value
from governance.law.relation import Relation
from governance.model import Proposal
from governance.model.names import shown

if TYPE_CHECKING:
    from fractions import Fraction

    from governance.law.checks.board import BoardCheck
    from governance.law.checks.registry import Check

Severity = Literal["unlawful", "advice", "note"]
DoubtWeight = Literal["serious", "settled"]

LEGISLATION = "https://www.legislation.gov.uk"


@attrs.frozen
class Span:
    """The days on which something is in force: from the first on, until (not including) the last.

    Where the day it began is not recorded, `since` is the day from which our record has it, and `start_known` is false.
    """

    __repr__ = shown

    since: datetime.date
    until: datetime.date | None = None
    start_known: bool = True

    def __contains__(self, day: datetime.date) -> bool:
        """Tell whether a day falls within."""
        return self.since <= day and (self.until is None or day < self.until)


@attrs.frozen(repr=False)  # pages of it would help nobody, and it is quicker to load
class Rule:
    """One rule, dated and cited: a linear relation (`require`) or a typed check (`check`).

    `where` gives for each fact the values for which the rule applies. `otherwise` is the relation on the
    other side of the `reading`, where the law is doubtful, or `other_check` the check. A rule with a `stage`
    is about a person, and bites at entry to an office or for as long as it is held; the others are about boards. What
    the person can declare of it themselves is in `declares`.
    """

    id: str
    para: str
    title: str
    says: str
    span: Span
    where: Mapping[str, frozenset[Value]] = attrs.field(factory=dict)
    severity: Severity = "unlawful"
    require: Relation | None = None
    check: "Check | None" = None
    reading: str | None = None
    otherwise: Relation | None = None
    other_check: "Check | None" = None
    stage: Stage | None = None
    declares: str = ""
    amended_by: str | None = None
    ended_by: str | None = None
    instrument: str = ""
    citation: str = ""
    url: str = ""

    @property
    def board_check(self) -> "BoardCheck | None":
        """Give the check that is put to a board; None for a relation, and for a rule about people."""
        return None if self.stage else self.check  # type: ignore[return-value]  # without a stage it is one

    def unmet_fact(self, kind: Kind) -> str | None:
        """Name a known fact for which this rule does not apply; None where there is none."""
        for fact, values in self.where.items():
            if not kind.may_be(fact, values):
                return fact
        return None

    def missing_fact(self, kind: Kind) -> str | None:
        """Name a fact this rule turns on that nobody has given; None where all are."""
        for fact in self.where:
            if kind.value(fact) is None:
                return fact
        return None


class Reading(NamedTuple):
    """A doubt about the law: the side the project takes, the other side, and which of them is stricter.

    One that is `settled` can be argued and nobody who answers for the law does: it is recorded, and no finding is
    called doubtful because of it.
    """

    id: str
    para: str
    doubt: str
    taken: str
    other: str
    stricter: Literal["taken", "other", "neither"]
    span: Span
    ended_by: str | None = None
    weight: DoubtWeight = "serious"


class NotEncoded(NamedTuple):
    """A paragraph that no rule states, and why."""

    para: str
    why: str
    span: Span
    amended_by: str | None = None
    ended_by: str | None = None


@attrs.frozen(repr=False)
class Prospective:
    """What has been passed and has no day of commencement: law to come, and in force on no day.

    `by` cites what passed it, where that is another instrument than the one it stands under.
    """

    para: str
    says: str
    passed: datetime.date
    by: str | None = None


class Footing(NamedTuple):
    """What a step of a procedure rests on, with its dates: a power or duty, or a number such as so many days.

    `reading` names the doubt that it turns on, where there is one.
    """

    id: str
    para: str
    says: str
    span: Span
    value: "Fraction | None" = None
    unit: str | None = None
    reading: str | None = None

    def __str__(self) -> str:
        """Say the number with its unit; nothing where there is none.

        >>> str(Footing("X", "4", "", Span(datetime.date(2012, 9, 1)), Fraction(1, 3), "of the governors"))
        '1/3 of the governors'
        """
        if self.value is None or self.unit is None:
            return ""
        return f"{self.value} {self.unit.removesuffix('s') if self.value == 1 else self.unit}"


class Example(NamedTuple):
    """A proposal and every rule it breaks: on one day where `on` is given, else on every day."""

    says: str
    proposal: Proposal
    breaks: frozenset[str]
    on: datetime.date | None = None


@attrs.frozen(repr=False)  # pages of it would help nobody, and it is quicker to load
class Provision:
    """A regulation, section or schedule: its paragraphs, and what is encoded of each.

    `covers` names other provisions that its file accounts for, such as those of which nothing was read.
    """

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
    footings: tuple[Footing, ...] = ()
    examples: tuple[Example, ...] = ()
    covers: tuple[str, ...] = ()
    prospective: tuple[Prospective, ...] = ()


@attrs.frozen(repr=False)
class Applied:
    """Provisions of another instrument that one applies, as far as they are about people; `by` says which does so.

    `law` is the other's folder in `rules/`. How the paragraphs in `not_read` are modified is not recorded; for those
    in `own` the instrument that applies the rest has rules of its own.
    """

    law: str
    by: str
    provisions: tuple[str, ...]
    not_read: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@attrs.frozen(repr=False)  # pages of it would help nobody, and it is quicker to load
class Instrument:
    """An Act, set of Regulations or guidance: how it is cited, when it is in force, its provisions, its address.

    `listed` names every provision that it is known to have, and that some file must account for; `applies` the
    provisions of others that it applies. `caution` is what stands beside every answer from it, and `as_made` tells that
    it was read without what amended it. `compared` is the day since which none of it has gone without comparison with
    its source.
    """

    id: str
    title: str
    cite: str
    span: Span
    provisions: tuple[Provision, ...] = ()
    hash: str = ""
    url: str = ""
    listed: tuple[str, ...] = ()
    applies: tuple[Applied, ...] = ()
    caution: str = ""
    as_made: bool = False
    compared: datetime.date = datetime.date.max

    @functools.cached_property
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

    def footing(self, footing_id: str, day: datetime.date) -> Footing | None:
        """Give what a step rests on as it stands on a day; None where it does not then stand."""
        return next(
            (
                footing
                for provision in self.provisions
                for footing in provision.footings
                if footing.id == footing_id and day in footing.span
            ),
            None,
        )

    def change_days(self) -> tuple[datetime.date, ...]:
        """Every day on which a rule or reading begins or ends, in order."""
        spans = [self.span]
        for provision in self.provisions:
            spans += [rule.span for rule in provision.rules]
            spans += [reading.span for reading in provision.readings]
            spans += [gap.span for gap in provision.not_encoded]
            spans += [footing.span for footing in provision.footings]
        days = {day for span in spans for day in (span.since, span.until) if day}
        return tuple(sorted(days))


def cite(instrument: str, provision: str, para: str) -> str:
    """Cite a paragraph as lawyers do.

    >>> cite("SI 2012/1034", "regulation/13", "13(2)")
    'SI 2012/1034 reg 13(2)'
    >>> cite("SI 2012/1034", "schedule/4", "Sch 4 para 2")
    'SI 2012/1034 Sch 4 para 2'
    """
    mark = {"regulation": "reg ", "section": "s ", "article": "art "}.get(provision.partition("/")[0], "")
    return f"{instrument} {mark}{para}"
