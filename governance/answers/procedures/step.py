"""A procedure as a value: numbered steps, each with who does it, when, and where it is written."""

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from governance.answers.procedures.source import Source
from governance.law import cautions

if TYPE_CHECKING:
    from governance.law.provision import Instrument


@attrs.frozen
class Step:
    """One step. `by` is the last day for it and `not_before` the first, where the law sets one that is known."""

    number: int
    who: str
    what: str
    by: datetime.date | None
    not_before: datetime.date | None
    citation: str
    url: str
    note: str

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        days = {"by": self.by, "not_before": self.not_before}
        given = {key: day.isoformat() for key, day in days.items() if day}
        return {
            "number": self.number,
            "who": self.who,
            "what": self.what,
            **given,
            "citation": self.citation,
            "url": self.url,
            **({"note": self.note} if self.note else {}),
        }


@attrs.frozen
class Procedure:
    """Steps in their order, under the law of a day. `cautions` are what the law leaves open, or we have not read."""

    title: str
    on: datetime.date
    steps: tuple[Step, ...]
    cautions: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "title": self.title,
            "on": self.on.isoformat(),
            "steps": [step.as_json() for step in self.steps],
            "cautions": list(self.cautions),
        }


class Steps:
    """Collects steps and cautions, and numbers the steps."""

    def __init__(self, title: str, on: datetime.date) -> None:
        self.title, self.on = title, on
        self.steps: list[Step] = []
        self.cautions: list[str] = []
        self._laws: dict[str, Instrument] = {}

    def add(
        self,
        source: Source,
        para: str,
        who: str,
        what: str,
        *,
        by: datetime.date | None = None,
        not_before: datetime.date | None = None,
        note: str = "",
    ) -> None:
        """Add the next step, cited to a paragraph."""
        citation, url = source.cite(para)
        self._laws[source.folder] = source.law
        self.steps.append(Step(len(self.steps) + 1, who, what, by, not_before, citation, url, note))

    def caution(self, *texts: str) -> None:
        """Add what the reader must know besides."""
        self.cautions += texts

    def done(self) -> Procedure:
        """Give the procedure."""
        of_record = cautions(self._laws.values(), self.on)
        return Procedure(self.title, self.on, tuple(self.steps), (*self.cautions, *of_record))
