"""What the desk keeps, asked for and added to by other programs. What is not for whoever asks is not there."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from governance.desk import keeping
from governance.desk.api import rows
from governance.desk.api.parameters import ParameterError
from governance.desk.api.problems import RefusedError
from governance.desk.api.questions import stamped, today
from governance.desk.api.requests import Asked
from governance.desk.api.routes import PREFIX
from governance.desk.models import Body, Event, Proposal
from governance.errors import Problem

_BY: Final = "a program, by the API"
_MOST: Final = 100


def _bodies(asked: Asked) -> dict[str, Any]:
    found = Body.objects.visible_to(asked.request.user).prefetch_related("schools").order_by("pk")
    return _some(asked, "bodies", found, "pk", rows.body)


def _events(asked: Asked) -> dict[str, Any]:
    found = Event.objects.visible_to(asked.request.user).order_by("number")
    return _some(asked, "events", found, "number", rows.event)


def _some(asked: Asked, name: str, found: Any, key: str, plain: Callable[[Any], Any]) -> dict[str, Any]:
    """Give some of many rows, and the number to go on from where there are more."""
    most = asked.given.get("most", _MOST)
    some = list(found.filter(**{f"{key}__gt": asked.given.get("after", 0)})[: most + 1])
    after = getattr(some[most - 1], key) if len(some) > most else None
    return _of_today({name: [plain(one) for one in some[:most]], "next": after})


def _body(asked: Asked, body: int) -> dict[str, Any]:
    return _of_today(rows.body(_the_body(asked, body)))


def _body_instrument(asked: Asked, body: int) -> dict[str, Any]:
    found = _the_body(asked, body).instrument_on(today())
    if found is None:
        raise RefusedError("not-found", f"No instrument of body {body} is on file for today")
    return _of_today(rows.instrument(found))


def _body_people(asked: Asked, body: int) -> dict[str, Any]:
    found = _the_body(asked, body).appointments.prefetch_related("offices")
    return _of_today({"people": [rows.appointment(one) for one in found]})


def _body_findings(asked: Asked, body: int) -> dict[str, Any]:
    return _of_today({"findings": [rows.finding(one) for one in _the_body(asked, body).findings.all()]})


def _body_proposals(asked: Asked, body: int) -> dict[str, Any]:
    found = _the_body(asked, body).proposals.prefetch_related("versions")
    return _of_today({"proposals": [rows.proposal(one) for one in found]})


def _proposal(asked: Asked, proposal: int) -> dict[str, Any]:
    return _kept(_the_proposal(asked, proposal))


def _new_proposal(asked: Asked) -> dict[str, Any]:
    body, title = asked.given.get("body"), asked.given.get("title", "").strip()
    missing = [name for name, value in (("body", body), ("title", title)) if not value]
    if body is None or missing:
        remedy = "Say whose proposal it is, and what it is called"
        raise ParameterError(tuple(Problem("", name, "it is not given", remedy) for name in missing))
    return _kept(keeping.new_proposal(_the_body(asked, body), title, asked.body, by=_BY).proposal)


def _new_version(asked: Asked, proposal: int) -> dict[str, Any]:
    kept = _the_proposal(asked, proposal)
    tag = asked.request.headers.get("If-Match", "")
    if not tag:
        remedy = "Send the ETag of the version that this one follows"
        raise RefusedError("no-version", "The header If-Match is not given", remedy)
    after = next((one.number for one in kept.versions.all() if _tag(kept, one.number) == tag), 0)
    try:
        return _kept(keeping.new_version(kept, asked.body, after=after, by=_BY).proposal)
    except keeping.StaleError as error:
        raise RefusedError("stale-version", str(error)) from None


def _the_body(asked: Asked, number: int) -> Body:
    every = Body.objects.visible_to(asked.request.user)
    found: Body | None = every.filter(pk=number).prefetch_related("schools").first()
    if found is None:
        remedy = f"{PREFIX}/bodies lists those that there are"
        raise RefusedError("not-found", f"There is no body {number}", remedy)
    return found


def _the_proposal(asked: Asked, number: int) -> Proposal:
    found: Proposal | None = Proposal.objects.visible_to(asked.request.user).filter(pk=number).first()
    if found is None:
        raise RefusedError("not-found", f"There is no proposal {number}")
    return found


def _kept(proposal: Proposal) -> dict[str, Any]:
    answer = rows.proposal(proposal)
    number = answer["version"]["number"] if answer["version"] else 0
    address = f"{PREFIX}/proposals/{proposal.pk}"
    return _of_today({**answer, "address": address, "etag": _tag(proposal, number)})


def _tag(proposal: Proposal, number: int) -> str:
    return f'"proposal-{proposal.pk}-version-{number}"'


def _of_today(answer: Mapping[str, Any]) -> dict[str, Any]:
    return stamped({**answer, "law_day": today().isoformat()})


VIEWS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "bodies": _bodies,
    "body": _body,
    "body_instrument": _body_instrument,
    "body_people": _body_people,
    "body_findings": _body_findings,
    "body_proposals": _body_proposals,
    "new_proposal": _new_proposal,
    "proposal": _proposal,
    "new_version": _new_version,
    "events": _events,
}
"""What answers each operation."""
