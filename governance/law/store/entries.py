"""The tables of `rules/` as they stand in its files, key by key."""

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

import attrs

from governance.law.checks.outcome import Stage
from governance.law.facts import Value
from governance.law.provision import Applied, DoubtWeight, Severity
from governance.law.relation import Relation

Unit = Literal[
    "days",
    "clear days",
    "school days",
    "weeks",
    "months",
    "governors",
    "members",
    "meetings",
    "of the governors",
    "of the members in post",
    "of the pupils",
    "of the staff",
]
"""What a step of a procedure counts in."""


@attrs.frozen
class RuleEntry:
    """A `[[rule]]` as it stands in the file; its other keys belong to its check."""

    id: str
    para: str
    title: str
    says: str
    since: datetime.date
    until: datetime.date | None = None
    where: Mapping[str, frozenset[Value]] = attrs.field(factory=dict)
    severity: Severity = "unlawful"
    require: Relation | None = None
    check: str | None = None
    reading: str | None = None
    otherwise: Relation | None = None
    stage: Stage | None = None
    declares: str = ""
    amended_by: str | None = None
    ended_by: str | None = None


@attrs.frozen
class ReadingEntry:
    """A `[[reading]]`: a doubt about the law."""

    id: str
    para: str
    doubt: str
    taken: str
    other: str
    stricter: Literal["taken", "other", "neither"]
    since: datetime.date | None = None
    until: datetime.date | None = None
    ended_by: str | None = None
    weight: DoubtWeight = "serious"


@attrs.frozen
class NotEncodedEntry:
    """A `[[not_encoded]]`: a paragraph that no rule states."""

    para: str
    why: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    amended_by: str | None = None
    ended_by: str | None = None


@attrs.frozen
class FootingEntry:
    """A `[[footing]]`: what a step of a procedure rests on."""

    id: str
    para: str
    says: str
    since: datetime.date
    until: datetime.date | None = None
    value: Fraction | None = None
    unit: Unit | None = None
    reading: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a number without a unit, and a unit without a number."""
        if (self.value is None) != (self.unit is None):
            raise ValueError("needs both `value` and `unit`, or neither")


@attrs.frozen
class ExampleEntry:
    """An `[[example]]`: a proposal in few words, and what it breaks."""

    says: str
    school: str
    breaks: frozenset[str]
    seats: Mapping[str, Any] = attrs.field(factory=dict)
    on: datetime.date | None = None
    foundation: str | None = None
    head_resigned: bool | None = None
    religious_character: str | None = None
    phase: str | None = None
    foundation_origin: str | None = None
    schools: tuple[Mapping[str, Any], ...] | None = None
    instrument: Mapping[str, Any] | None = None
    terms: Mapping[str, Any] | None = None
    earlier: tuple[Mapping[str, Any], ...] | None = None
    person: Mapping[str, Any] | None = None
    current: Mapping[str, Any] | None = None


@attrs.frozen
class ProvisionEntry:
    """The head of a file; `url` is given where the source does not stand under the provision's number.

    `covers` names the other provisions that the file accounts for.
    """

    instrument: str
    number: str
    title: str
    paras: tuple[str, ...]
    compared: datetime.date
    against: str
    url: str | None = None
    covers: tuple[str, ...] = ()


@attrs.frozen
class InstrumentEntry:
    """The head of `instrument.toml`."""

    id: str
    title: str
    cite: str
    since: datetime.date
    provisions: tuple[str, ...]
    until: datetime.date | None = None
    commencement: Literal["recorded", "not recorded"] = "recorded"
    url: str | None = None
    applies: tuple[Applied, ...] = ()
    caution: str = ""
    as_made: bool = False


LISTS = ("rule", "reading", "not_encoded", "footing", "prospective", "example")
"""The lists of tables that a file may hold beside its head."""
RULE_KEYS = frozenset({field.name for field in attrs.fields(RuleEntry)} - {"since"} | {"from"})
"""The keys of a rule that are not parameters of its check."""
