"""Keeping a proposal: each change is a new version, with the answer of that day, and an event in the same transaction."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from governance.answers.asked import day_asked
from governance.answers.check import check
from governance.desk.events import record
from governance.desk.look import today
from governance.desk.models import Body, Instrument, Proposal, ProposalVersion
from governance.errors import CannotTellError, GovernanceError
from governance.law.library import edition
from governance.model.reading import Written, in_our_words
from governance.version import __version__


class StaleError(GovernanceError):
    """A version was to follow one that is not the last."""


def new_proposal(
    body: Body,
    title: str,
    data: Mapping[str, Any],
    *,
    by: str,
    note: str = "",
    replaces: Instrument | None = None,
) -> ProposalVersion:
    """Keep the first version of a new proposal; ProposalError where it cannot be read."""
    with transaction.atomic():
        proposal = Proposal.objects.create(body=body, title=title, replaces=replaces)
        record(body.authority, by, "began a proposal", proposal, body=body)
        return _version(proposal, data, 1, by, note)


def new_version(
    proposal: Proposal, data: Mapping[str, Any], *, after: int, by: str, note: str = ""
) -> ProposalVersion:
    """Keep the version that follows number `after`; StaleError where another has followed it, ProposalError as above."""
    try:
        with transaction.atomic():
            latest = proposal.latest
            last = latest.number if latest else 0
            if last != after:
                raise StaleError(f"Version {last} has come since version {after}. Look at it first.")
            return _version(proposal, data, after + 1, by, note)
    except IntegrityError:
        raise StaleError(f"Another version has come since version {after}. Look at it first.") from None


def _version(proposal: Proposal, data: Mapping[str, Any], number: int, by: str, note: str) -> ProposalVersion:
    from governance.reading.as_json import plain  # noqa: PLC0415 - the reader is slow to load, and pages need none

    source = f"version {number}"
    there = in_our_words(Written(data, source))
    read = there.proposal()
    lawful, on, result = None, None, None
    try:
        on, _ = day_asked(read, None, today=today())
        found = check(read, on=on)
        lawful, on, result = found.lawful, found.on, found.as_json()
    except CannotTellError as error:
        result = {"lawful": None, "error": {"problems": [str(error)]}}
    version: ProposalVersion = ProposalVersion.objects.create(
        proposal=proposal,
        number=number,
        data=plain(there.data),
        result=result,
        lawful=lawful,
        on=on,
        rules_hash=edition().hash,
        tool_version=__version__,
        note=note,
        by=by,
    )
    record(
        proposal.body.authority,
        by,
        "made a version",
        proposal,
        body=proposal.body,
        facts={"version": number, "lawful": lawful},
    )
    return version
