"""The proposals of the demonstration, each at another point of its way."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

from governance.answers.check import check
from governance.desk.demo.bodies import OFFICER
from governance.desk.events import record
from governance.desk.models import Approval, Body, CopySent, Instrument, Move, Proposal, ProposalVersion
from governance.errors import CannotTellError
from governance.law.library import edition
from governance.model import parse
from governance.version import __version__

Case = Mapping[str, Any]
"""One proposal as the file has it: the seats of each version, who approved the last, and how many days ago it began."""

_DAY: Final = datetime.timedelta(days=1)
_STEP: Final = 3 * _DAY
_NOON: Final = datetime.time(12)
_WHOLE: Final = ("shared", "agreed", "approved", "submitted", "checked", "content", "decided", "made")
_OTHER_WAYS: Final[Mapping[str, Sequence[str]]] = {
    "draft": (),
    "returned": ("shared", "submitted", "checked", "returned"),
    "withdrawn": ("withdrawn",),
    "disagreement": ("submitted", "checked", "disagreement"),
}


def add_proposal(body: Body, case: Case, today: datetime.date) -> None:
    """Add a proposal, with its versions and what was done with them."""
    began = today - case["days_ago"] * _DAY
    instrument, approved = body.instruments.first(), case.get("approved", ())
    proposal = Proposal.objects.create(
        body=body,
        title=case["title"],
        status=case["status"],
        entrance=case.get("entrance", "body"),
        assigned_to=OFFICER,
        due_on=began + 60 * _DAY,
        replaces=instrument,
        created_at=_at(began),
    )
    record(body.authority, OFFICER, "began a proposal", proposal, body=body)
    for number, seats in enumerate(case["versions"], start=1):
        version = _version(proposal, instrument, number, seats, began + (number - 1) * _DAY)
    for place, kind in enumerate(approved):
        office = "clerk" if kind == "governing_body" else kind.replace("_", " ")
        on = began + 2 * _STEP + place * _DAY
        Approval.objects.create(version=version, kind=kind, on=on, by_office=office, recorded_at=_at(on))
    before, on = "draft", began
    for place, status in enumerate(_way(case["status"], approved)):
        on = began + (1 + place) * _STEP
        Move.objects.create(
            version=version,
            move=status,
            from_status=before,
            to_status=status,
            on=on,
            by_office=OFFICER,
            recorded_at=_at(on),
        )
        moved = {"from": before, "to": status}
        record(body.authority, OFFICER, "moved a proposal", proposal, body=body, facts=moved)
        before = status
    proposal.moved_at = _at(on)
    proposal.save()
    if case["status"] == "made":
        CopySent.objects.create(
            proposal=proposal,
            recipient="every member of the governing body",
            sent_on=today - 4 * _DAY,
            how="e-mail",
        )


def _way(status: str, approved: Sequence[str]) -> Sequence[str]:
    """Give the statuses by which a proposal came to where it is."""
    if status in _OTHER_WAYS:
        return _OTHER_WAYS[status]
    has_foundation = "foundation_governors" in approved
    way = [one for one in _WHOLE if one != "approved" or has_foundation]
    return way[: way.index(status) + 1]


def _version(
    proposal: Proposal,
    instrument: Instrument,
    number: int,
    seats: Mapping[str, int],
    made: datetime.date,
) -> ProposalVersion:
    old, effective_on = instrument.data, made + 120 * _DAY
    data = {
        **old,
        "seats": {**seats, "total": sum(seats.values())},
        "current": {"seats": old["seats"]},
        "instrument": {
            **{key: value for key, value in old["instrument"].items() if key != "made_on"},
            "effective_on": effective_on.isoformat(),
            "replaces": old["instrument"]["made_on"],
        },
    }
    if "foundation" in data:
        (appointer,) = old["foundation"]["appointers"]
        data["foundation"] = {"appointers": [{**appointer, "number": seats.get("foundation", 0)}]}
    try:
        result = check(parse(data, source=proposal.title))
    except CannotTellError:
        result = None
    version: ProposalVersion = ProposalVersion.objects.create(
        proposal=proposal,
        number=number,
        data=data,
        result=result and result.as_json(),
        lawful=result.lawful if result else None,
        on=effective_on,
        rules_hash=edition().hash,
        tool_version=__version__,
        by=OFFICER,
        at=_at(made),
    )
    return version


def _at(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, _NOON, tzinfo=datetime.UTC)
