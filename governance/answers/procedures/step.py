"""A procedure as a value: numbered steps, each with who does it, when, and where it is written."""

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from governance.answers.procedures.source import Source
from governance.law import cautions

if TYPE_CHECKING:
    from governance.law.provision import Instrument


@attrs.frozen
class Said:
    """One rule of a meeting, by what it is about ("quorum"), with where it is written."""

    about: str
    says: str
    citation: str
    url: str

    @classmethod
    def of(cls, about: str, says: str, source: Source, para: str) -> "Said":
        """Cite it to a paragraph."""
        citation, url = source.cite(para)
        return cls(about, says, citation, url)


@attrs.frozen
class Meeting:
    """The meeting at which a step is taken: its day, the last day for its notice, and the rules it keeps to."""

    day: datetime.date | None
    notice_by: datetime.date | None
    rules: tuple[Said, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        days = {"day": self.day, "notice_by": self.notice_by}
        return {
            **{key: day.isoformat() for key, day in days.items() if day},
            **{
                said.about.replace(" ", "_"): {"says": said.says, "citation": said.citation, "url": said.url}
                for said in self.rules
            },
        }


@attrs.frozen
class Step:
    """One step. `by` is the last day for it and `not_before` the first, where the law sets one that is known.

    `meeting` is the meeting of the governing body at which it is taken, where it takes one.
    """

    number: int
    who: str
    what: str
    by: datetime.date | None
    not_before: datetime.date | None
    citation: str
    url: str
    note: str
    meeting: Meeting | None = None

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
            **({"meeting": self.meeting.as_json()} if self.meeting else {}),
        }


@attrs.frozen
class Procedure:
    """Steps in their order, under the law of a day.

    `advice` is what guidance asks for besides, which is no step of the law; `cautions` are what the law leaves open,
    or we have not read.
    """

    title: str
    on: datetime.date
    steps: tuple[Step, ...]
    cautions: tuple[str, ...] = ()
    advice: tuple[Said, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "title": self.title,
            "on": self.on.isoformat(),
            "steps": [step.as_json() for step in self.steps],
            "advice": [
                {"says": said.says, "citation": said.citation, "url": said.url} for said in self.advice
            ],
            "cautions": list(self.cautions),
        }


class Steps:
    """Collects steps, advice and cautions, and numbers the steps."""

    def __init__(self, title: str, on: datetime.date) -> None:
        self.title, self.on = title, on
        self.steps: list[Step] = []
        self.advice: list[Said] = []
        self.cautions: dict[str, None] = {}
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
        meeting: Meeting | None = None,
    ) -> None:
        """Add the next step, cited to a paragraph."""
        citation, url = source.cite(para)
        number = len(self.steps) + 1
        self._laws[source.folder] = source.law
        self.steps.append(Step(number, who, what, by, not_before, citation, url, note, meeting))

    def advise(self, source: Source, para: str, *texts: str) -> None:
        """Add what guidance says, which nobody is bound by as by a regulation."""
        self.advice += [Said.of("advice", text, source, para) for text in texts]

    def caution(self, *texts: str) -> None:
        """Add what the reader must know besides, each thing once."""
        self.cautions.update(dict.fromkeys(texts))

    def done(self) -> Procedure:
        """Give the procedure."""
        self.caution(*cautions(self._laws.values(), self.on))
        return Procedure(self.title, self.on, tuple(self.steps), tuple(self.cautions), tuple(self.advice))
