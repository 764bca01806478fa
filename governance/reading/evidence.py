"""What was understood of a document: every value with its words, their place and how sure it is; and the tables of them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import attrs

from governance.answers.finding import Rows, Shown
from governance.errors import Problem, ProposalError
from governance.model import Proposal, parse
from governance.model.names import UNKNOWN
from governance.reading.intake.transcript import Line, Transcript, Where

Sure = Literal["stated", "inferred", "conflict", "unread"]
"""The document says so; or it follows, for a reason that is given; or it says so in one place and not in another; or
the words that would say so were not understood, and the value is "unknown"."""


@attrs.frozen
class Evidence:
    """One value, and what it rests on.

    `field` is its key in a proposal file ("seats.parent", "foundation.appointers.0.by") or in `also` ("regulations").
    `because` is the reason where the value is inferred, or what it is in conflict with.
    """

    field: str
    value: Any
    words: str
    where: Where
    sure: Sure
    because: str = ""

    @property
    def settles(self) -> bool:
        """Whether it puts a value into a proposal; a seat in conflict is "unknown" there."""
        return (
            "." in self.field
            and self.value is not None
            and (self.sure != "conflict" or self.value == UNKNOWN)
        )

    def inferred(self, because: str, **changes: Any) -> "Evidence":
        """Give it as one that follows, for a reason, with what else is to be changed."""
        return attrs.evolve(self, sure="inferred", because=because, **changes)


def in_doubt(
    evidence: Iterable[Evidence], because: str, of: Callable[[Evidence], object] = lambda _: True
) -> list[Evidence]:
    """Call inferred, where there is a reason, what is stated: all of it, or what `of` is true of."""
    doubts = ((one, because and one.sure == "stated" and of(one)) for one in evidence)
    return [one.inferred(because) if doubt else one for one, doubt in doubts]


@attrs.frozen
class Remark:
    """Something the reader of a document should know: a contradiction, old wording, a word that looks mistyped.

    `kind` is "conflict" (two places disagree), "advice" (wording to mend) or "note". `quotes` are the words
    and the places they stand in; a conflict has at least two.
    """

    kind: Literal["conflict", "advice", "note"]
    says: str
    quotes: tuple[tuple[str, Where], ...] = ()


@attrs.frozen
class Unread:
    """A line on the board that was not understood.

    `why` says what is wrong with it. `seats` are the keys of the seats that it names ("seats.parent"); where it
    names none, it may be of any category.
    """

    words: str
    where: Where
    why: str
    seats: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class Understood(Shown):
    """What a document says of a governing body.

    `data` has the keys of a proposal file, and only what was read; a seat whose number two places give
    differently, or of which a line was not understood, is "unknown" there. `also` holds what a proposal has no key for: `regulations` (the id of the
    Regulations it was made under), `second_total`, `replaces` (the day of the instrument it replaces),
    `co_opted_staff_most` (a limit the document itself writes down). `unread` are the lines on the board that were
    not understood, and `outside` says why its subject is outside the law that is encoded, where it is.
    """

    transcript: Transcript
    data: Mapping[str, Any]
    also: Mapping[str, Any] = attrs.field(factory=dict)
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()
    outside: str = ""

    def in_short(self) -> str:
        """Say which document it is, how many values were read, and how many lines were not understood."""
        values, lines = len(self.evidence), len(self.unread)
        return f"{self.transcript.source}: {values} values, {lines} lines not understood"

    def in_rows(self) -> Rows:
        """Give each value with the words it rests on, and each line that was not understood."""
        read = [(one.field, str(one.value), one.sure, one.words, str(one.where)) for one in self.evidence]
        unread = [("", "", "not understood", one.words, str(one.where)) for one in self.unread]
        return ("Key", "Value", "How sure", "Words", "Where"), [*read, *unread]

    def proposal(self) -> Proposal:
        """Give it as a proposal; ProposalError where it does not say what a proposal needs, or is outside the law that is encoded."""
        if self.outside:
            raise ProposalError((Problem(self.transcript.source, "", self.outside),))
        if not set(self.data.get("seats", {})) - {"total"}:
            none = "no seats were found in the document"
            raise ProposalError((Problem(self.transcript.source, "seats", none),))
        return parse(dict(self.data), source=self.transcript.source)


def agreed(found: Sequence[Evidence]) -> tuple[list[Evidence], list[Remark]]:
    """Keep one evidence for each field: what is stated before what is inferred, and none where two are stated apart."""
    result: list[Evidence] = []
    remarks: list[Remark] = []
    for field in dict.fromkeys(one.field for one in found):
        own = [one for one in found if one.field == field]
        first, *others = [one for one in own if one.sure == "stated"] or own
        if other := next((one for one in others if alike(one.value) != alike(first.value)), None):
            remarks.append(differing(first, other, f": {first.value} and {other.value}"))
            first = attrs.evolve(first, sure="conflict", because=f"another place says: {other.words}")
        result.append(first)
    return result, remarks


def differing(one: Evidence, other: Evidence | Line, values: str = "") -> Remark:
    """Remark that two places differ, and quote both."""
    says = f"Two places differ on {one.field.rpartition('.')[2].replace('_', ' ')}{values}"
    return Remark("conflict", says, ((one.words, one.where), (other.words, other.where)))


def with_evidence(understood: Understood, evidence: Sequence[Evidence]) -> Understood:
    """Give what was understood of a document with other evidence, and with what follows from it."""
    data = tables(evidence)
    also = {one.field: one.value for one in evidence if "." not in one.field}
    if (replaced := data.get("instrument", {}).get("replaces")) is not None:
        also["replaces"] = replaced
    return attrs.evolve(understood, data=data, also=also, evidence=tuple(evidence))


def tables(evidence: Iterable[Evidence]) -> dict[str, Any]:
    """Make the tables of a proposal file."""
    data: dict[str, Any] = {}
    for one in evidence:
        *path, key = one.field.split(".")
        if one.settles:
            table = data
            for step in path:
                table = table.setdefault(step, {})
            table.setdefault(key, one.value)
    return {key: _lists(value) for key, value in data.items()}


def _lists(value: Any) -> Any:
    """Make a list of a table whose keys are numbers."""
    if not isinstance(value, Mapping):
        return value
    numbered = bool(value) and all(map(str.isdecimal, value))
    inner = {key: _lists(value[key]) for key in (sorted(value, key=int) if numbered else value)}
    return list(inner.values()) if numbered else inner


def alike(value: Any) -> Any:
    """Give what must be alike for two values to be the same: of words, their letters."""
    return (re.sub("[^a-z0-9]+", "", value.lower()) or value) if isinstance(value, str) else value
