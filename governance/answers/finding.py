"""What a check finds: one finding a rule, and the result of them all."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from governance.law.checks.outcome import Verdict
from governance.law.provision import Severity
from governance.model.names import shown
from governance.version import __version__

Awaits = Literal["statement", "step"]
Cell = str | int | datetime.date | tuple[str, str] | None
"""A cell of a table; two texts are words and the address that they link to."""
Rows = tuple[Sequence[str], Sequence[Sequence[Cell]]]
"""The heads of a table and its rows."""

VERDICTS: Final = {True: "LAWFUL", False: "UNLAWFUL", None: "CANNOT TELL"}
"""The word for each answer."""

_SETS: Final = re.compile(r"Set (\w+)[^.]* under \[+([\w.]+)")
"""How a question names the key of a proposal that answers it."""
_LINE: Final = 100
_WORST_FIRST: Final = ("breached", "unknown", "conditional", "met")


class Shown:
    """An answer that Python shows in one line, and a notebook as a table."""

    __slots__ = ()

    def in_short(self) -> str:
        """Say the answer and whose it is, in one line."""
        raise NotImplementedError

    def in_rows(self) -> Rows:
        """Give the answer as a table."""
        raise NotImplementedError

    def __repr__(self) -> str:
        """Fit one line, however much there is to say."""
        line = " ".join(f"<{type(self).__name__} {self.in_short()}>".split())
        return line if len(line) <= _LINE else f"{line[: _LINE - 4]}...>"

    def _repr_html_(self) -> str:
        from governance.answers.notebook import table  # noqa: PLC0415 - only a notebook asks

        return table(self.in_short(), *self.in_rows())


@attrs.frozen
class Repair:
    """A change that would satisfy a rule: in words, and as the seats that would change."""

    __repr__ = shown

    says: str
    seats: dict[str, int] = attrs.field(factory=dict)


def _there(value: Any) -> dict[str, Any]:
    return attrs.asdict(value, filter=lambda _, one: one not in ("", None))


@attrs.frozen
class Doubt:
    """Another reading of the law under which the verdict would be a different one."""

    __repr__ = shown

    reading: str
    doubt: str
    taken: str
    other: str
    verdict: Verdict


@attrs.frozen(slots=False, repr=False)  # without slots quicker to make, and a check makes one a rule
class Finding(Shown):
    """What one rule says of a proposal.

    `because` is the arithmetic, `says` the rule in words. `awaits` tells that the proposal still lacks something
    that the instrument must state, or a step that must be taken before it is made. `condition` is what a conditional finding depends
    on, `question` what to ask where the verdict is unknown.
    """

    rule: str
    instrument: str
    para: str
    citation: str
    url: str
    title: str
    says: str
    severity: Severity
    verdict: Verdict
    because: str
    awaits: Awaits | None = None
    condition: str = ""
    question: str = ""
    repairs: tuple[Repair, ...] = ()
    doubt: Doubt | None = None

    def in_short(self) -> str:
        """Say which rule it is of, and what it found."""
        return f"{self.rule} {self.verdict}: {self.because}"

    def in_rows(self) -> Rows:
        """Give it as a table of one row."""
        return finding_rows((self,))

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, in the order a reader wants them."""
        # Field by field, for attrs.asdict would take as long as the check.
        there = {key: value for key, value in vars(self).items() if value not in ("", None)}
        there["repairs"] = tuple(_there(one) for one in self.repairs)
        return there | ({"doubt": _there(self.doubt)} if self.doubt else {})


@attrs.frozen(repr=False)
class Result(Shown):
    """The answer to a check. `lawful` is None where it cannot be told; `total` where seats are unsettled.

    `cautions` say what to know of the record of the law that it rests on. `school` is the name of the school, where
    the proposal gives it, and `rules` are the instruments of law that were applied, each with the hash of its files.
    """

    proposal: str
    on: datetime.date
    regime: str
    lawful: bool | None
    total: int | None
    findings: tuple[Finding, ...]
    cautions: tuple[str, ...] = ()
    school: str | None = None
    rules: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def conditions(self) -> tuple[Finding, ...]:
        """What the answer depends on."""
        return tuple(finding for finding in self.findings if finding.verdict == "conditional")

    def of(self, severity: Severity, verdict: Verdict) -> tuple[Finding, ...]:
        """Give the findings of one severity and verdict."""
        return tuple(
            finding
            for finding in self.findings
            if finding.severity == severity and finding.verdict == verdict
        )

    def awaiting(self, what: Awaits) -> tuple[Finding, ...]:
        """Give the findings that await a statement, or a step."""
        return tuple(finding for finding in self.findings if finding.awaits == what)

    def in_short(self) -> str:
        """Say the verdict, the school, the number of seats and the day."""
        condition = ", on condition" if self.lawful and self.conditions else ""
        seats = "seats unsettled" if self.total is None else f"{self.total} seats"
        whose = self.school or self.proposal
        return f"{VERDICTS[self.lawful]}{condition}: {whose}; {seats}; the law of {self.on}"

    def in_rows(self) -> Rows:
        """Give every finding, the worst first."""
        return finding_rows(self.findings)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "school": self.school,
            "on": self.on.isoformat(),
            "regime": self.regime,
            "lawful": self.lawful,
            "total": self.total,
            "conditions": [finding.condition for finding in self.conditions],
            "findings": [finding.as_json() for finding in self.findings],
            "cautions": list(self.cautions),
            "version": __version__,
            "rules": dict(self.rules),
        }


def by_question(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Put together the findings that one question would settle, in the order in which they come.

    A question is the same that asks for the same key of a proposal, or has the same words.
    """
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        key = _SETS.search(finding.question)
        groups.setdefault(key.groups() if key else finding.question or finding.rule, []).append(finding)
    return [tuple(group) for group in groups.values()]


def finding_rows(findings: Sequence[Finding]) -> Rows:
    """Give findings as a table, the worst first."""
    rows = [
        (one.verdict, one.condition or one.because, one.says, (one.citation, one.url), one.severity)
        for one in sorted(findings, key=lambda one: _WORST_FIRST.index(one.verdict))
    ]
    return ("Verdict", "Why", "The rule", "Citation", "Weight"), rows
