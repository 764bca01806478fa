"""Where a proposal stands on its course, and the doing of its moves: recorded, or refused with the reasons."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

import attrs
from django.db import transaction
from django.utils import timezone

from governance.answers.check import check
from governance.answers.finding import Result
from governance.answers.procedures.course import AGREES, OVER, STATUSES, Case, Offered, moves
from governance.answers.procedures.instrument import foundation_governors_of
from governance.desk.events import record
from governance.desk.models import Approval, Move, Proposal, ProposalVersion
from governance.desk.on_file import put_on_file
from governance.documents.instrument.clauses.brief import brief_for
from governance.documents.instrument.clauses.copies import recipients
from governance.errors import CannotTellError, GovernanceError, ProposalError
from governance.law import book_for
from governance.model import Proposal as Given
from governance.model import parse
from governance.model.names import APPROVERS

__all__ = [
    "BY_THE_BODY",
    "OVER",
    "STATUSES",
    "NotYetError",
    "Standing",
    "copies_of",
    "do",
    "offered",
    "standing_of",
]

MADE: Final = "made"
"""The status in which there is a new instrument, which is then on file."""
BY_THE_BODY: Final = "governing_body"
"""The kind of an approval that is the agreement of the governing body itself."""


_KEPT: Final = 200
"""Of how many versions the answers are kept."""
_Answer = tuple[Given | None, Result | None, tuple[str, ...]]
_known: Final[dict[object, _Answer]] = {}


class NotYetError(GovernanceError):
    """A move that the law, or the order of things, does not allow yet; its words are the reasons."""


@attrs.frozen
class Standing:
    """The latest version of a proposal with the approvals that were recorded on it, the answer on it, and the case it makes."""

    version: ProposalVersion
    given: Given | None
    result: Result | None
    case: Case


def standing_of(proposal: Proposal) -> Standing | None:
    """Say where a proposal stands; None where it has no version. What was fetched with it is not fetched again."""
    versions = list(proposal.versions.all())
    if not versions:
        return None
    version = versions[0]
    given, result, due = _answered(version)
    agreed = (one.number for one in versions if any(done.kind == BY_THE_BODY for done in one.approvals.all()))
    case = Case(
        status=proposal.status,
        category=proposal.body.category,
        varies=given.varies if given else proposal.replaces_id is not None,
        by_authority=proposal.entrance == "authority",
        foundation=_foundation(given),
        version=version.number,
        agreed=next(agreed, None),
        awaited=tuple(f"{one.title[0].lower()}{one.title[1:]}" for one in _awaited(result)),
        lawful=result.lawful if result else None,
        effective_on=given.instrument.effective_on if given else None,
        copies_due=tuple(one for one in due if one not in {copy.recipient for copy in proposal.copies.all()}),
    )
    return Standing(version, given, result, case)


def offered(standing: Standing, today: datetime.date) -> tuple[Offered, ...]:
    """Give the moves of a proposal, those that cannot be made yet with their reasons."""
    return moves(standing.case, today)


def copies_of(given: Given, on: datetime.date) -> tuple[str, ...]:
    """Give those who are to have a copy of the instrument, as the clause on copies names them."""
    return tuple(recipients(brief_for(given, book_for(given, on))))


@transaction.atomic
def do(
    proposal: Proposal,
    name: str,
    *,
    version: int,
    on: datetime.date,
    by_office: str,
    today: datetime.date,
    said: Mapping[str, Any],
) -> Move:
    """Make a move with the latest version, which must be number `version`; NotYetError with the reasons where it cannot be.

    `said` holds what the move asks for besides: "effective_on", "power", "reasons", "document".
    """
    rows = Proposal.objects.select_for_update().prefetch_related("versions__approvals__school")
    proposal = rows.get(pk=proposal.pk)
    standing = standing_of(proposal)
    if standing is None or standing.version.number != version:
        raise NotYetError("Another version has come since. Look at it first.")
    found = {one.name: one for one in offered(standing, today)}.get(name)
    if found is None:
        raise NotYetError(f"There is no such move from “{STATUSES[proposal.status]}”.")
    if not found.allowed:
        raise NotYetError(" ".join(found.reasons))
    if on > today:
        raise NotYetError("The day has not come yet.")
    effective_on = said.get("effective_on")
    if effective_on and effective_on != standing.case.effective_on:
        raise NotYetError(
            f"Version {version} was checked and decided with another day of effect. Make a version with this day first."
        )
    made: Move = Move.objects.create(
        version=standing.version,
        move=name,
        from_status=proposal.status,
        to_status=found.to,
        on=on,
        by_office=by_office,
        effective_on=effective_on,
        power=said.get("power", ""),
        reasons=said.get("reasons", ""),
        document=said.get("document"),
    )
    if name in AGREES:
        Approval.objects.create(version=standing.version, kind=BY_THE_BODY, on=on, by_office=by_office)
    proposal.status, proposal.moved_at = found.to, timezone.now()
    if found.to in OVER:
        proposal.closed_at = proposal.moved_at
    proposal.save()
    if found.to == MADE and made.effective_on:
        put_on_file(
            proposal.body,
            standing.version.data,
            effective_on=made.effective_on,
            made_on=on,
            today=today,
            by=by_office,
            document=made.document,
        )
    facts = {"move": name, "from": made.from_status, "to": made.to_status, "version": version, "on": on}
    record(proposal.body.authority, by_office, "moved a proposal", proposal, body=proposal.body, facts=facts)
    return made


def as_approved(version: ProposalVersion) -> Given | None:
    """Read a version with the approvals of that version, and of no other."""
    data = {**version.data, "schools": [dict(one) for one in version.data.get("schools", ())]}
    approvals = dict(data.get("approvals", {}))
    for one in version.approvals.all():
        if one.kind not in APPROVERS:
            continue
        if one.school is None:
            approvals[one.kind] = one.on.isoformat()
        for school in data["schools"]:
            if one.school is not None and school.get("name") == one.school.name:
                school["approvals"] = {**school.get("approvals", {}), one.kind: one.on.isoformat()}
    if not data["schools"]:
        del data["schools"]
    if approvals:
        data["approvals"] = approvals
    try:
        return parse(data, source=f"version {version.number}")
    except ProposalError:
        return None


def _answered(version: ProposalVersion) -> _Answer:
    """Read and check a version, and say who is due a copy; for as long as it has the same approvals, that is kept."""
    approvals = tuple((one.kind, one.on, one.school and one.school.name) for one in version.approvals.all())
    key = (version.pk, version.at, approvals, version.on or timezone.localdate())
    if key not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        given = as_approved(version)
        result = _checked(given, version)
        _known[key] = given, result, copies_of(given, result.on) if given and result else ()
    return _known[key]


def _checked(given: Given | None, version: ProposalVersion) -> Result | None:
    try:
        return check(given, on=version.on) if given else None
    except CannotTellError:
        return None


def _awaited(result: Result | None) -> tuple[Any, ...]:
    return result.awaiting("step") if result else ()


def _foundation(given: Given | None) -> bool | None:
    """Tell whether there are foundation governors: by the kind of school, or else by the seats there are and are to be."""
    if given is None:
        return None
    known = foundation_governors_of(given.school)
    if known is not None or given.school.category != "federation":
        return known
    there = [board.foundation for board in (given.seats, given.current) if board is not None]
    return None if any(not isinstance(one, int) for one in there) else any(there)
