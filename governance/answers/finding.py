"""What a check finds: one finding a rule, and the result of them all."""

import datetime
from typing import Any, Literal

import attrs

from governance.law.checks.outcome import Verdict
from governance.law.provision import Severity

Awaits = Literal["statement", "step"]


@attrs.frozen
class Repair:
    """A change that would satisfy a rule: in words, and as the seats that would change."""

    says: str
    seats: dict[str, int] = attrs.field(factory=dict)


@attrs.frozen
class Doubt:
    """Another reading of the law under which the verdict would be a different one."""

    reading: str
    doubt: str
    taken: str
    other: str
    verdict: Verdict


@attrs.frozen(slots=False)  # quicker to make, and a check makes one a rule
class Finding:
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

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, in the order a reader wants them."""
        return attrs.asdict(self, filter=lambda _, value: value not in ("", None))


@attrs.frozen
class Result:
    """The answer to a check. `lawful` is None where it cannot be told; `total` where seats are unsettled.

    `cautions` say what to know of the record of the law that it rests on.
    """

    proposal: str
    on: datetime.date
    regime: str
    lawful: bool | None
    total: int | None
    findings: tuple[Finding, ...]
    cautions: tuple[str, ...] = ()

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

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "on": self.on.isoformat(),
            "regime": self.regime,
            "lawful": self.lawful,
            "total": self.total,
            "conditions": [finding.condition for finding in self.conditions],
            "findings": [finding.as_json() for finding in self.findings],
            "cautions": list(self.cautions),
        }
