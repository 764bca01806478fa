"""Proposals: what there are, one with its task list, and its versions side by side."""

from typing import Any, Final

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from governance.desk import corrections, statuses, versions
from governance.desk.asked import row_asked
from governance.desk.keeping import new_proposal
from governance.desk.look import address, page, today
from governance.desk.models import OFFICE, Body, Correction, Proposal
from governance.desk.shown import shown

SECTION: Final = "proposals"


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """List them, those that wait first; of one status where one is chosen."""
    rows = Proposal.objects.visible_to(request.user).select_related("body")
    chosen = request.GET.get("status", "")
    if chosen in statuses.STATUSES:
        rows = rows.filter(status=chosen)
    return page(
        request,
        "proposals/list.html",
        {
            "open": [one for one in rows if one.status not in statuses.OVER],
            "over": [one for one in rows if one.status in statuses.OVER],
            "statuses": statuses.STATUSES,
            "chosen": chosen,
        },
        title="Proposals",
        section=SECTION,
    )


@require_safe
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where one stands: what is to be done, the check of its latest version, the moves, and what was done."""
    one, standing = found(request, pk)
    answer = shown(standing.result, standing.given) if standing.result and standing.given else None
    offered = statuses.offered(standing, today())
    return page(
        request,
        "proposals/proposal.html",
        {
            "proposal": one,
            "standing": standing,
            "answer": answer,
            "seats": standing.given.seats.counts() if standing.given else {},
            "now": [move for move in offered if one.status in move.since],
            "later": [move for move in offered if one.status not in move.since],
            "statuses": statuses.STATUSES,
            "tasks": _tasks(standing),
            "corrections": corrections.rows(_corrected(request, one)),
            "moves": [move for version in one.versions.all() for move in version.moves.all()],
        },
        title=f"{one.title}: {one.body}",
        section=SECTION,
    )


def _corrected(request: HttpRequest, one: Proposal) -> Any:
    """Give what was corrected in the document of the instrument that it replaces, and in those of its moves."""
    moves = (move for version in one.versions.all() for move in version.moves.all())
    documents = [move.document_id for move in moves if move.document_id]
    if one.replaces_id is None and not documents:
        return ()
    theirs = Q(document__instruments__varied_by=one) | Q(document__in=documents)
    return Correction.objects.visible_to(request.user).filter(theirs).distinct()


@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a proposal for a body, from the instrument on file where there is one."""
    body = Body.objects.visible_to(request.user).filter(pk=pk).first()
    if body is None:
        raise Http404
    instrument = body.instrument_on(today())
    data = _varying(instrument.data) if instrument else _first(body)
    title = " ".join(request.POST.get("title", "").split())[:250]
    title = title or ("Variation of the instrument" if instrument else "First instrument")
    version = new_proposal(body, title, data, by=OFFICE, replaces=instrument)
    return HttpResponseRedirect(address("proposal", version.proposal.pk))


@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a version beside another: each value that they give differently."""
    one, standing = found(request, pk)
    numbers = sorted(version.number for version in one.versions.all())
    if number not in numbers:
        raise Http404
    beside = row_asked(request.GET.get("with"))
    other = beside if beside in numbers else max(number - 1, numbers[0])
    by_number = {version.number: version for version in one.versions.all()}
    return page(
        request,
        "proposals/versions.html",
        {
            "proposal": one,
            "standing": standing,
            "numbers": numbers,
            "before": by_number[other],
            "after": by_number[number],
            "rows": versions.differences(by_number[other].data, by_number[number].data),
        },
        title=f"Version {number} beside version {other}: {one.title}, {one.body}",
        section=SECTION,
    )


def found(request: HttpRequest, pk: int) -> tuple[Proposal, statuses.Standing]:
    """Give a proposal that somebody may see, and where it stands; 404 where there is none."""
    one = (
        Proposal.objects.visible_to(request.user)
        .select_related("body__authority")
        .prefetch_related("versions__moves", "versions__approvals__school", "copies")
        .filter(pk=pk)
        .first()
    )
    standing = statuses.standing_of(one) if one else None
    if one is None or standing is None:
        raise Http404
    return one, standing


def _varying(data: Any) -> dict[str, Any]:
    """Begin with the instrument on file: its seats are those that there are now, and it is what is replaced."""
    instrument = {key: value for key, value in data.get("instrument", {}).items() if key not in _OF_THE_OLD}
    if made_on := data.get("instrument", {}).get("made_on"):
        instrument["replaces"] = made_on
    kept = {
        key: value for key, value in data.items() if key not in ("approvals", "current", "filled", "paper")
    }
    return {**kept, "instrument": instrument, "current": {"seats": data["seats"]}}


_OF_THE_OLD: Final = ("made_on", "effective_on", "replaces", "decided_to_vary_on")


def _first(body: Body) -> dict[str, Any]:
    school = {"name": body.name, "category": body.category, "local_authority": body.authority.name}
    of_school = body.schools.first()
    if of_school is not None and body.kind == "school":
        extra = {"foundation": of_school.foundation, "religious_character": of_school.religious_character}
        school |= {key: value for key, value in extra.items() if value}
    return {"school": school, "seats": {}}


def _tasks(standing: statuses.Standing) -> list[dict[str, Any]]:
    """Say of each part of a proposal what is still to be said, by the questions of the check."""
    result = standing.result
    asked = result.awaiting("statement") if result else ()
    return [{"question": one.question, "citation": one.citation, "url": one.url} for one in asked]


urls = [
    path("proposals", proposals, name="proposals"),
    path("proposals/<int:pk>", proposal, name="proposal"),
    path("proposals/<int:pk>/versions/<int:number>", version, name="proposal-version"),
    path("bodies/<int:pk>/begin", begin, name="proposal-begin"),
]
