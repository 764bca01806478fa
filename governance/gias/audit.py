"""The public record held against the law: of each body what the record can prove, and in sum how many prove what."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.errors import CannotTellError
from governance.gias.appointers import INTERIM, meaning
from governance.gias.finding import (
    CANNOT_TELL,
    CONTRADICTS,
    EMPTY,
    EXACTLY,
    INCOMPLETE,
    Finding,
    of_record,
)
from governance.gias.fit import Fit, fit, members
from governance.gias.held import Held, bodies
from governance.gias.quality import quality
from governance.gias.record import Record
from governance.gias.seats import seats

RECORD: Final = "record"
MANY_EMPTY: Final = 6
"""From so many empty seats on the record is called incomplete, for no board is likely to have as many."""


@attrs.frozen
class Audited:
    """What the record proves of one body. `empty` is how many seats are at least empty or not recorded; None where none can be told."""

    urn: str
    name: str
    kind: str
    authority: str
    evidence: str
    recorded: int
    grade: str
    empty: int | None
    findings: tuple[Finding, ...]
    uid: str | None = None
    schools: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values; a federation is listed under its first school."""
        federation = {"uid": self.uid, "schools": list(self.schools)} if self.uid else {}
        return {
            "urn": self.urn,
            "name": self.name,
            "kind": self.kind,
            "authority": self.authority,
            "evidence": self.evidence,
            "recorded": self.recorded,
            "grade": self.grade,
            "empty": self.empty,
            "findings": [one.as_json() for one in self.findings],
            **federation,
        }


def audit(record: Record, on: datetime.date) -> Iterator[Audited]:
    """Hold each body of a record against the law of a day."""
    for body in bodies(record, on):
        yield audited(body, on)


def audited(body: Held, on: datetime.date) -> Audited:
    """Hold one body against the law of a day."""
    found: list[Finding] = []
    fitted, doubt = None, body.doubt
    if not doubt and any(meaning(one.appointing_body).says == INTERIM for one in body.roll.live):
        doubt = _INTERIM
    if not doubt:
        try:
            fitted = fit(body.kinds, _needs(body), on)
            found += seats(body, fitted, on)
        except CannotTellError as error:
            doubt = str(error)
    if doubt:
        found.append(of_record("body", (), doubt, CANNOT_TELL))
    found += quality(body, on)
    grade, empty = _grade(body, fitted, on) if fitted else (CANNOT_TELL, None)
    return Audited(
        body.urn,
        body.name,
        body.kind,
        body.authority,
        RECORD,
        body.recorded,
        grade,
        empty,
        tuple(found),
        body.uid,
        body.schools,
    )


_INTERIM: Final = "An interim executive board is recorded. The law on how a governing body is made up is not about it."


def _needs(body: Held) -> frozenset[tuple[frozenset[str], int]]:
    return frozenset(Counter(post.seats for post in body.roll.posts).items())


def _grade(body: Held, fitted: Fit, on: datetime.date) -> tuple[str, int | None]:
    if fitted.total is None:
        return CONTRADICTS, None
    empty = fitted.total - body.recorded
    asked, _ = members(body.kinds[0], on)
    if body.recorded < asked or empty >= MANY_EMPTY:
        return INCOMPLETE, empty
    return (EMPTY if empty else EXACTLY), empty
