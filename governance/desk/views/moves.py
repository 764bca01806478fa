"""What is recorded of a proposal: a move, an approval of one version, a copy that was sent."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from governance.desk import asked, statuses
from governance.desk.events import record
from governance.desk.look import address, page, today
from governance.desk.models import OFFICE, Approval, CopySent, Document, Proposal
from governance.desk.statuses import NotYetError
from governance.desk.views.proposals import SECTION, found
from governance.english import listed
from governance.model.names import APPROVERS

_LONG: Final = 200
_ON: Final = "on"
_EFFECT: Final = "effective_on"


def move(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask for what a move records, and make it; where it cannot be made the page says why."""
    one, standing = found(request, pk)
    offered = {move.name: move for move in statuses.offered(standing, today())}.get(name)
    if offered is None:
        raise Http404
    errors: list[dict[str, str]] = []
    typed = _typed(request, standing)
    if request.method == "POST":
        said, errors = _said(request, offered.asks, typed)
        if not errors:
            try:
                statuses.do(one, name, version=_number(request), by_office=said.pop("by_office"), on=said.pop("on"), today=today(), said=said)  # fmt: skip
            except NotYetError as error:
                errors = [{"text": str(error), "href": "#main-content"}]
            else:
                messages.success(request, f"{statuses.STATUSES[offered.to]}.")
                return HttpResponseRedirect(address("proposal", one.pk))
    return page(
        request,
        "proposals/move.html",
        {
            "proposal": one,
            "standing": standing,
            "move": offered,
            "typed": typed,
            "wrong": {error["href"][1:]: error["text"] for error in errors},
            "documents": Document.objects.visible_to(request.user).filter(body=one.body),
        },
        title=f"{offered.title}: {one.title}, {one.body}",
        section=SECTION,
        errors=errors,
        status=409 if errors else 200,
    )


def approvals(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who approved which version, and record an approval of the latest."""
    one, standing = found(request, pk)
    errors: list[dict[str, str]] = []
    typed = _typed(request, standing)
    if request.method == "POST":
        said, errors = _said(request, (), typed)
        kind = request.POST.get("kind", "")
        if kind not in APPROVERS:
            errors.append({"text": "Choose who approved it", "href": "#kind"})
        if not errors and _number(request) != standing.version.number:
            errors.append(
                {"text": "Another version has come since. Look at it first", "href": "#main-content"}
            )
        if not errors:
            _approve(one, standing, kind, said, request)
            messages.success(request, f"The approval of version {standing.version.number} is recorded.")
            return HttpResponseRedirect(address("proposal-approvals", one.pk))
    rows = [approval for version in one.versions.all() for approval in version.approvals.all()]
    return page(
        request,
        "proposals/approvals.html",
        {
            "proposal": one,
            "standing": standing,
            "rows": rows,
            "approvers": [(key, key.replace("_", " ").capitalize()) for key in APPROVERS],
            "schools": one.body.schools.all() if one.body.kind == "federation" else (),
            "typed": typed,
            "wrong": {error["href"][1:]: error["text"] for error in errors},
            "documents": Document.objects.visible_to(request.user).filter(body=one.body),
        },
        title=f"Approvals: {one.title}, {one.body}",
        section=SECTION,
        errors=errors,
        status=422 if errors else 200,
    )


def copies(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is to have a copy and who was sent one, and record one."""
    one, standing = found(request, pk)
    errors: list[dict[str, str]] = []
    typed = _typed(request, standing)
    if request.method == "POST":
        chosen = [name for name in request.POST.getlist("recipient") if name in standing.case.copies_due]
        said, errors = _said(request, (), typed, office=False)
        if not chosen:
            errors.append({"text": "Choose who was sent a copy", "href": "#recipient-0"})
        if not errors:
            _send(one, chosen, said["on"], request.POST.get("how", "").strip()[:100])
            messages.success(request, f"Sent to {listed(chosen)}.")
            return HttpResponseRedirect(address("proposal-copies", one.pk))
    return page(
        request,
        "proposals/copies.html",
        {
            "proposal": one,
            "standing": standing,
            "typed": typed,
            "wrong": {error["href"][1:]: error["text"] for error in errors},
        },
        title=f"Copies: {one.title}, {one.body}",
        section=SECTION,
        errors=errors,
        status=422 if errors else 200,
    )


@transaction.atomic
def _approve(
    one: Proposal, standing: statuses.Standing, kind: str, said: Mapping[str, Any], request: HttpRequest
) -> None:
    school = one.body.schools.filter(pk=asked.row_asked(request.POST.get("school"))).first()
    made = Approval.objects.create(
        version=standing.version,
        kind=kind,
        school=school,
        on=said["on"],
        by_office=said["by_office"],
        document=said.get("document"),
    )
    facts = {
        "kind": kind,
        "version": standing.version.number,
        "on": made.on,
        "school": school and school.name,
    }
    record(one.body.authority, OFFICE, "recorded an approval", one, body=one.body, facts=facts)


@transaction.atomic
def _send(one: Proposal, recipients: list[str], on: datetime.date, how: str) -> None:
    for recipient in recipients:
        CopySent.objects.create(proposal=one, recipient=recipient, sent_on=on, how=how)
    facts = {"to": recipients, "on": on}
    record(one.body.authority, OFFICE, "sent copies", one, body=one.body, facts=facts)


def _typed(request: HttpRequest, standing: statuses.Standing) -> dict[str, str]:
    """Give what was typed; before that, today, and the day of effect that the version gives."""
    if request.method == "POST":
        return {name: value for name, value in request.POST.items() if isinstance(value, str)}
    days = {_ON: today(), _EFFECT: standing.case.effective_on}
    return {
        f"{name}-{part}": str(getattr(day, part)) for name, day in days.items() if day for part in ("day", "month", "year")
    }  # fmt: skip


def _said(
    request: HttpRequest, asks: tuple[str, ...], typed: Mapping[str, str], *, office: bool = True
) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Read what is recorded with every move, and what one asks for besides; and say what is wrong."""
    said: dict[str, Any] = {}
    errors = []
    for name in (_ON, *((_EFFECT,) if _EFFECT in asks else ())):
        try:
            said[name] = datetime.date.fromisoformat(asked.day_typed(typed, name))
        except ValueError:
            errors.append({"text": "Write the day in numbers, such as 18 9 2018", "href": f"#{name}-day"})
    if said.get(_ON, today()) > today():
        errors.append({"text": "The day has not come yet", "href": f"#{_ON}-day"})
    texts = {"by_office": "Say which office", "power": "Say under which power", "reasons": "Say why"}
    for name, missing in texts.items():
        if name in asks or (name == "by_office" and office):
            said[name] = (
                typed.get(name, "").strip()[:_LONG] if name != "reasons" else typed.get(name, "").strip()
            )
            if not said[name]:
                errors.append({"text": missing, "href": f"#{name}"})
    if "opportunity" in asks and typed.get("opportunity") != "yes":
        text = "Confirm that the governing body was given the reasons and a reasonable opportunity to agree"
        errors.append({"text": text, "href": "#opportunity"})
    if chosen := request.POST.get("document"):
        said["document"] = Document.objects.visible_to(request.user).filter(pk=asked.row_asked(chosen)).first()  # fmt: skip
    return said, errors


def _number(request: HttpRequest) -> int:
    return asked.row_asked(request.POST.get("version"))


urls = [
    path("proposals/<int:pk>/move/<slug:name>", move, name="proposal-move"),
    path("proposals/<int:pk>/approvals", approvals, name="proposal-approvals"),
    path("proposals/<int:pk>/copies", copies, name="proposal-copies"),
]
