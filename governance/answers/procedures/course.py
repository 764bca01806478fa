"""The course of a proposal from the draft to the copies: each move, who makes it, what it needs first, and the provision.

A move that cannot be made yet is told with the reasons, so that nobody has to guess what comes first.
"""

import datetime
from collections.abc import Callable
from typing import Final

import attrs

from governance.answers.procedures.instrument import NO_WAY_OUT
from governance.answers.procedures.source import CONSTITUTION_2012, FEDERATIONS_2012, UNITS_2007, Source
from governance.english import listed

STATUSES: Final[dict[str, str]] = {
    "draft": "Draft",
    "shared": "Shared for advice",
    "notified": "Put to the governing body",
    "agreed": "Agreed by the governing body",
    "approved": "Approved by the foundation side",
    "submitted": "Submitted",
    "checked": "Checked",
    "returned": "Returned",
    "disagreement": "In disagreement",
    "content": "The authority is content",
    "decided": "Decided",
    "made": "Made",
    "copies_sent": "Copies sent",
    "people_placed": "People placed",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
}
"""Each status, in the order of the law, and what it is called."""
OVER: Final = ("closed", "withdrawn")
"""Nothing waits any more for a proposal in one of these."""
AGREES: Final = ("agree", "accept")
"""The moves by which the governing body agrees the latest version."""
_OPEN: Final = ("draft", "shared", "returned")
_BEFORE_DECISION: Final = (
    *_OPEN,
    "notified",
    "agreed",
    "approved",
    "submitted",
    "checked",
    "disagreement",
    "content",
)
_UNIT: Final = "pupil referral unit"


@attrs.frozen
class Case:
    """What decides which moves a proposal may make.

    `varies` tells a variation from a first instrument, and `by_authority` that the authority proposed it. `foundation` tells
    whether there are foundation governors. `version` is the number of the latest version and `agreed` of the last that the
    governing body agreed. `awaited` are the approvals still to be had for the latest version, in words. `lawful` is the answer on
    it. `copies_due` are those who are still to be sent the instrument.
    """

    status: str
    category: str
    varies: bool
    by_authority: bool = False
    foundation: bool | None = None
    version: int = 1
    agreed: int | None = None
    awaited: tuple[str, ...] = ()
    lawful: bool | None = None
    effective_on: datetime.date | None = None
    copies_due: tuple[str, ...] = ()


@attrs.frozen
class Offered:
    """A move: where it leads, who makes it, what is recorded with it, where it is written, and why it cannot be made yet.

    `asks` are of "effective_on", "power", "opportunity" and "reasons"; the day and the office are recorded with every move.
    """

    name: str
    title: str
    since: tuple[str, ...]
    to: str
    who: str
    cited: tuple[tuple[str, str], ...]
    asks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Tell whether it can be made."""
        return not self.reasons


_Reason = Callable[[Case], str]


@attrs.frozen
class _Written:
    """Where a move is written: for a first instrument of a school, a variation, a first instrument of a federation, and a unit.

    Of a unit the first is for its first instrument, the second for a variation; nothing where no law says it.
    """

    first: str = ""
    varying: str = ""
    joint: str = ""
    unit: tuple[str, str] = ("", "")


@attrs.frozen
class _Move:
    """A move in the table: from which statuses it leads where. `entrance` is whose proposals it is for, if not for both."""

    name: str
    title: str
    since: tuple[str, ...]
    to: str
    who: str
    law: _Written = _Written()
    units: bool = True
    entrance: str = ""
    asks: tuple[str, ...] = ()
    needs: tuple[_Reason, ...] = ()

    def concerns(self, case: Case) -> bool:
        """Tell whether there is such a move at all for a proposal of that kind and beginning."""
        if case.category == _UNIT and not self.units:
            return False
        return not self.entrance or (self.entrance == "authority") == case.by_authority


def _first_by_body(case: Case) -> str:
    return (
        ""
        if case.varies
        else "A first instrument is drafted by the governing body, and not by the authority."
    )


def _agreed(case: Case) -> str:
    if case.category == _UNIT or case.agreed == case.version:
        return ""
    if case.agreed is None:
        return "The governing body has not agreed it."
    return f"The governing body agreed version {case.agreed}; this is version {case.version}."


def _not_agreed_already(case: Case) -> str:
    return f"The governing body has agreed version {case.version}." if case.agreed == case.version else ""


def _approved(case: Case) -> str:
    return f"Still to be had for version {case.version}: {listed(case.awaited)}." if case.awaited else ""


def _foundation_side(case: Case) -> str:
    if case.foundation is None:
        return "It is not known whether there are foundation governors."
    return "" if case.foundation else "There are no foundation governors, so nobody else need approve it."


def _not_unlawful(case: Case) -> str:
    if case.lawful is not False:
        return ""
    return f"Version {case.version} does not comply with the law: see the check. Return it, with what is to change."


def _a_way_out(case: Case) -> str:
    if case.foundation is None:
        return "It is not known whether there are foundation governors; with them there is no such power."
    return NO_WAY_OUT if case.foundation else ""


def _day_of_effect(case: Case) -> str:
    return "" if case.effective_on else "The proposal does not say from which day the instrument has effect."


def _all_sent(case: Case) -> str:
    return f"Still to be sent to {listed(case.copies_due)}." if case.copies_due else ""


_BODY: Final = "The governing body"
_AUTHORITY: Final = "The local authority"
_BY_BODY: Final = _Written("29(1)", "30(2)", "Sch 5, reg 29(2)")
_ANSWER: Final = _Written(varying="30(3)")
_CHECKED: Final = _Written("29(3)", "30(7)", "Sch 5, reg 29(4)", ("5", "7"))
_NO_AGREEMENT: Final = _Written("29(4)", "30(6)", "Sch 5, reg 29(5)")
_MADE: Final = _Written("29(3)", "30(5)", "Sch 5, reg 29(4)", ("5", "7"))
_MOVES: Final = (
    _Move("share", "Share it for advice", ("draft", "returned"), "shared", "Whoever drafts it"),
    _Move(
        "notify", "Put it to the governing body, with reasons", _OPEN, "notified", _AUTHORITY,
        _Written(varying="30(2)"), units=False, entrance="authority", asks=("reasons",), needs=(_first_by_body,),
    ),
    _Move(
        "agree", "Record that the governing body agreed it", (*_OPEN, "agreed", "approved", "disagreement"), "agreed", _BODY,
        _BY_BODY, units=False, entrance="body", needs=(_not_agreed_already,),
    ),
    _Move(
        "accept", "Record that the governing body is content", ("notified", "disagreement"), "agreed", _BODY,
        _ANSWER, units=False, entrance="authority", needs=(_approved,),
    ),
    _Move(
        "object", "Record that the governing body is not content", ("notified",), "disagreement", _BODY,
        _ANSWER, units=False, entrance="authority", asks=("reasons",),
    ),
    _Move(
        "approve", "Record that the foundation side has approved it", ("agreed",), "approved", "The foundation side",
        _Written("29(2)(a)", "30(4)", "Sch 5, reg 29(3)(a)"), units=False, entrance="body",
        needs=(_foundation_side, _agreed, _approved),
    ),
    _Move(
        "submit", "Submit it to the local authority", ("agreed", "approved"), "submitted", _BODY,
        _BY_BODY, units=False, entrance="body", needs=(_agreed, _approved),
    ),
    _Move(
        "consider", "Take it for the check", ("agreed",), "submitted", _AUTHORITY,
        _Written(varying="30(7)"), units=False, entrance="authority", needs=(_agreed, _approved),
    ),
    _Move("check", "Record that it was checked", ("submitted",), "checked", _AUTHORITY, _CHECKED),
    _Move(
        "return", "Return it, with what is to change", ("submitted", "checked", "content"), "returned", _AUTHORITY,
        _CHECKED, asks=("reasons",),
    ),
    _Move(
        "disagree", "Record that there is no agreement", ("checked",), "disagreement", _AUTHORITY,
        _NO_AGREEMENT, units=False, asks=("reasons",),
    ),
    _Move(
        "impose", "Decide as the authority thinks fit", ("disagreement",), "content", _AUTHORITY,
        _NO_AGREEMENT, units=False, asks=("opportunity", "reasons"), needs=(_a_way_out, _not_unlawful),
    ),
    _Move(
        "content", "Record that the authority is content", ("checked",), "content", _AUTHORITY,
        _MADE, needs=(_agreed, _approved, _not_unlawful),
    ),
    _Move("decide", "Record the decision to make it", ("content",), "decided", _AUTHORITY, asks=("power",), needs=(_not_unlawful,)),
    _Move(
        "make", "Record that the instrument is made", ("decided",), "made", _AUTHORITY,
        attrs.evolve(_MADE, varying="30(8)"), asks=("effective_on",), needs=(_not_unlawful, _day_of_effect),
    ),
    _Move(
        "send", "Record that every copy is sent", ("made",), "copies_sent", _AUTHORITY,
        _Written("31(1)", "31(1)", "Sch 5, reg 31", ("8", "8")), needs=(_all_sent,),
    ),
    _Move("place", "Record that every governor has a place", ("copies_sent",), "people_placed", _BODY),
    _Move("close", "Close it", ("people_placed",), "closed", _AUTHORITY),
    _Move("withdraw", "Withdraw it", _BEFORE_DECISION, "withdrawn", "Whoever proposed it", asks=("reasons",)),
)  # fmt: skip
_ORDER: Final = {status: place for place, status in enumerate(STATUSES)}


def moves(case: Case, on: datetime.date) -> tuple[Offered, ...]:
    """Give the moves from where a proposal stands, and those that come later, under the law of a day."""
    return tuple(
        _offered(move, case, on)
        for move in _MOVES
        if move.concerns(case) and (case.status in _since(move, case) or _comes_later(move, case))
    )


def _since(move: _Move, case: Case) -> tuple[str, ...]:
    """Give the statuses that a move begins at; a unit's proposal is checked without being submitted."""
    return (*_OPEN, *move.since) if move.name == "check" and case.category == _UNIT else move.since


def _comes_later(move: _Move, case: Case) -> bool:
    return case.status not in OVER and min(_ORDER[one] for one in _since(move, case)) > _ORDER[case.status]


def _offered(move: _Move, case: Case, on: datetime.date) -> Offered:
    since = _since(move, case)
    if case.status in since:
        reasons = tuple(reason for need in move.needs if (reason := need(case)))
    else:
        reasons = (f"It comes after {listed([f'“{STATUSES[one]}”' for one in since], last='or')}.",)
    return Offered(
        move.name, move.title, since, move.to, move.who, _cited(move, case, on), move.asks, reasons
    )


def _cited(move: _Move, case: Case, on: datetime.date) -> tuple[tuple[str, str], ...]:
    if case.category == _UNIT:
        folder, para = UNITS_2007, move.law.unit[case.varies]
    elif case.category == "federation" and not case.varies:
        folder, para = FEDERATIONS_2012, move.law.joint
    else:
        folder, para = CONSTITUTION_2012, move.law.varying if case.varies else move.law.first
    return (Source(folder, on).cite(para),) if para else ()
