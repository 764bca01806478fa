"""The public record held against the law: of each body what the record can prove, and in sum how many prove what."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, Final

import attrs

from governance.errors import CannotTellError
from governance.gias.audit.against import against, allowed, in_force
from governance.gias.audit.appointers import INTERIM, OLDER, meaning
from governance.gias.audit.finding import (
    CANNOT_TELL,
    CONTRADICTS,
    EMPTY,
    EXACTLY,
    INCOMPLETE,
    NOTE,
    Finding,
    of_record,
)
from governance.gias.audit.fit import Kind, fit, members
from governance.gias.audit.held import Held
from governance.gias.audit.on_file import OnFile
from governance.gias.audit.quality import quality
from governance.gias.audit.seats import WRONG, seats, too_few
from governance.gias.record import Entry

RECORD: Final = "record"
WITH_INSTRUMENT: Final = "record and instrument"
WITH_REGISTER: Final = "record, instrument and register"
EVIDENCE: Final = (RECORD, WITH_INSTRUMENT, WITH_REGISTER)
"""The levels of evidence, the least first."""
MANY_EMPTY: Final = 6
"""From so many empty seats on the record is called incomplete, for no board is likely to have as many."""

_INTERIM: Final = (
    "An interim executive board is recorded. The law on how a governing body is made up is not about it."
)
_BY_THE_AUTHORITY: Final = (
    "The authority appointed everybody who is recorded, as it does an interim executive board. The law on how a governing "
    "body is made up is not about one."
)
_LOST: Final = (
    "A row of this body could not be read, so the record may have somebody whom this answer has not."
)
_UNSURE: Final = (
    "A day of theirs cannot be read, or cannot be right, so it is not told whether all of them are in post."
)
_ANY_SCHOOL: Final = Kind("community")


@attrs.frozen
class Audited:
    """What the record proves of one body.

    `empty` is how many seats are at least empty or not recorded; None where that cannot be told. `enough` is true where
    as many people are recorded as the law asks of any board.
    """

    urn: str
    name: str
    kind: str
    authority: str
    evidence: str
    recorded: int
    grade: str
    empty: int | None
    findings: tuple[Finding, ...]
    enough: bool = True
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


def audited(body: Held, on: datetime.date, filed: OnFile | None = None) -> Audited:
    """Hold one body against the law of a day, and against its instrument where there is one on file."""
    found: list[Finding] = []
    no_board = _no_board(body)
    evidence, empty, doubt = RECORD, None, body.doubt or no_board
    if filed and (why := in_force(filed, on)):
        found.append(Finding("record: instrument", (), why, filed.file_name, NOTE))
        filed = None
    try:
        if doubt:
            pass
        elif filed:
            evidence = WITH_REGISTER if filed.register else WITH_INSTRUMENT
            found += [
                *_proved(body, lambda those: against(those, filed, on)),
                *too_few(body, on),
            ]
            empty = max((filed.proposal.seats.sum() or 0) - body.recorded, 0)
        else:
            fitted = fit(body.kinds, body.needs, on)
            found += _proved(body, lambda those: seats(those, fit(those.kinds, those.needs, on), on))
            empty = None if fitted.total is None else fitted.total - body.recorded
    except CannotTellError as error:
        doubt = str(error)
    if any(one.grade == CANNOT_TELL for one in found):
        empty = None
    if doubt:
        found.append(of_record("body", (), doubt, CANNOT_TELL))
    if body.lost:
        found.append(Finding("record: not read", body.lost, _LOST, "", INCOMPLETE))
        empty = None if empty is None else max(empty - len(body.lost), 0)
    grades = {one.grade for one in found}
    grade = CANNOT_TELL if doubt else _grade(grades, empty)
    found += quality(body, on, partial(allowed, filed) if filed else _no_term, board=not no_board)
    return Audited(
        body.urn,
        body.name,
        body.kind,
        body.authority,
        evidence,
        body.recorded,
        grade,
        None if grade == CONTRADICTS else empty,
        tuple(found),
        body.recorded >= _asked(body, on),
        body.uid,
        body.schools,
    )


def _proved(body: Held, of: Callable[[Held], Iterable[Finding]]) -> Iterator[Finding]:
    """Give findings; what the record contradicts only with people who may not be in post, cannot be told."""
    sure = body.sure
    proved = None if sure.recorded == body.recorded else [one for one in of(sure) if one.grade == CONTRADICTS]
    for one in of(body):
        if (
            one.grade != CONTRADICTS
            or proved is None
            or any(those.rule == one.rule and {*those.lines} <= {*one.lines} for those in proved)
        ):
            yield one
        else:
            yield attrs.evolve(one, says=f"{one.says.partition(WRONG)[0]}{_UNSURE}", grade=CANNOT_TELL)


def _asked(body: Held, on: datetime.date) -> int:
    """Give the number of members that the law asks of the board, or where that is not known of any school's."""
    try:
        return members(body.kinds[0] if body.kinds else _ANY_SCHOOL, on)[0]
    except CannotTellError:
        return 0


def _no_board(body: Held) -> str:
    """Say why those who are recorded are not, or may not be, a governing body at all."""
    said = [meaning(one.appointing_body) for one in body.roll.live]
    if any(one.says == INTERIM for one in said):
        return _INTERIM
    if OLDER in (one.says for one in said) and all(one.says == OLDER or one.ex_officio for one in said):
        return _BY_THE_AUTHORITY
    return ""


def _no_term(_: Entry, __: frozenset[str]) -> None:
    """Without an instrument no term is known but that of the law."""


def _grade(grades: Collection[str], empty: int | None) -> str:
    if CONTRADICTS in grades:
        return CONTRADICTS
    if empty is None:
        return CANNOT_TELL  # on one reading of the law there is room, and on another there is none
    if INCOMPLETE in grades or empty >= MANY_EMPTY:
        return INCOMPLETE
    return EMPTY if empty else EXACTLY
