"""What an audit says of one document, and which document comes first."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs

Verdict = Literal["lawful", "lawful on condition", "unlawful", "cannot tell", "unreadable", "failed"]
"""The answer for a document. "unreadable" is a document that gives no board to check, "failed" our own mistake."""

STANDINGS: Final[tuple[Verdict, ...]] = (
    "unlawful",
    "cannot tell",
    "failed",
    "unreadable",
    "lawful on condition",
    "lawful",
)
"""Every verdict, what needs attention first."""


@attrs.frozen
class Breach:
    """A rule that a board breaks: its name, its citation and the arithmetic."""

    rule: str
    citation: str
    because: str

    def __str__(self) -> str:
        """Read as one line."""
        return f"{self.because} ({self.citation})"


@attrs.frozen
class Row:
    """What an audit says of one document.

    `verdict` is under the law of the day `on`, which is the day the instrument took effect, or `today` where it
    does not say; `verdict_today` is under the law of the day `today`. `breaches` are those of the day `on`,
    `breaches_today` those of today's law that are not among them. `doubts` are the points on which the law is
    doubtful and it matters, `conditions` what a lawful verdict depends on, `open` what cannot be told. `conflicts`,
    `inferred`, `not_understood` and `remarks` say how the document was read, `told` what a list of schools says that it does not, `reason` why it gives no verdict.
    """

    file: str
    verdict: Verdict
    today: datetime.date
    verdict_today: Verdict | None = None
    on: datetime.date | None = None
    school: str | None = None
    category: str | None = None
    total: int | None = None
    seats: Mapping[str, int | str] = attrs.field(factory=dict)
    made_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    breaches: tuple[Breach, ...] = ()
    breaches_today: tuple[Breach, ...] = ()
    conditions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    reason: str = ""

    @property
    def standing(self) -> Verdict:
        """The verdict that decides where the document stands: the worse of the two, and no better than its reading.

        A lawful board read from words that contradict each other is one of which it cannot be told.
        """
        verdicts: list[Verdict] = [self.verdict, self.verdict_today or self.verdict]
        if self.conflicts:
            verdicts.append("cannot tell")
        return min(verdicts, key=STANDINGS.index)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        days = ("today", "on", "made_on", "effective_on")
        plain = {
            key: str(value) if key in days and value else value for key, value in attrs.asdict(self).items()
        }
        return {"file": self.file, "standing": self.standing, **plain}


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Sort by what needs attention, and then by name."""
    return sorted(rows, key=lambda row: (STANDINGS.index(row.standing), row.file))
