"""The bodies of an authority: the list that is searched, and one body with all that is on file of it."""

import datetime
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Max, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk import statuses
from governance.desk.asked import day_typed as asked_day
from governance.desk.asked import row_asked
from governance.desk.asked import says as says_of
from governance.desk.corrections import data_of
from governance.desk.in_post import staffed, staffed_body
from governance.desk.look import address, page, today
from governance.desk.models import OFFICE, VERDICTS, Body, Document, Event, Instrument
from governance.desk.on_file import put_on_file
from governance.desk.store import bytes_of
from governance.errors import ProposalError
from governance.model.names import CATEGORIES, SEATS

SECTION: Final = "bodies"
ON_A_PAGE: Final = 50
"""How many bodies are listed at once."""
_LATELY: Final = 8
_FILTERS: Final = ("q", "category", "then", "now", "since")
_TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "txt": "text/plain",
}


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """List bodies, those that a filter keeps, with the standing of each and how many are in post."""
    asked = {name: " ".join(request.GET.get(name, "").split()) for name in _FILTERS}
    rows = _kept(_with_instrument(request.user, today()), asked)
    found = page_of(rows, request)
    people = staffed(found.object_list, today())
    mine = Event.objects.visible_to(request.user).filter(body__in=[one.row.pk for one in people])
    return page(
        request,
        "bodies/list.html",
        {
            "asked": asked,
            "found": found,
            "people": people,
            "changed": dict(mine.order_by().values_list("body").annotate(Max("at"))),
            "query": query_of(asked),
            "categories": [(one, one.capitalize()) for one in CATEGORIES],
            "verdicts": [(one, one.capitalize()) for one in VERDICTS],
            "ages": _ages(request.user),
        },
        title="Bodies",
        section=SECTION,
    )


def body(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all that is on file of a body; or put a document that was read on file as its instrument."""
    one = the_body(request, pk)
    errors = _put(request, one) if request.method == "POST" else []
    if request.method == "POST" and not errors:
        return HttpResponseRedirect(address("body", one.pk))
    who = staffed_body(one, today())
    data = who.instrument.data if who.instrument else {}
    return page(
        request,
        "bodies/body.html",
        {
            "body": one,
            "who": who,
            "instrument": who.instrument,
            "seats": {
                seat: count for seat in SEATS if isinstance(count := data.get("seats", {}).get(seat), int)
            },
            "check_query": _as_check(data),
            "read": _read(request).defer("reading")[:ON_A_PAGE],
            "typed": request.POST.dict(),
            "wrong": {error["href"][1:]: error["text"] for error in errors},
            "earlier": [row for row in one.instruments.all() if row != who.instrument],
            "proposals": one.proposals.all(),
            "statuses": statuses.STATUSES,
            "over": statuses.OVER,
            "documents": Document.objects.visible_to(request.user)
            .filter(body=one)
            .annotate(was_read=Q(reading__isnull=False))
            .defer("reading"),
            "meetings": one.meetings.filter(on__gte=today())[:_LATELY],
            "events": Event.objects.visible_to(request.user).filter(body=one)[:_LATELY],
            "schools": [
                (row.school, row) for row in one.memberships_of_schools.select_related("school__diocese")
            ],
        },
        title=str(one),
        section=SECTION,
        errors=errors,
        status=422 if errors else 200,
    )


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a document on file, under a name that says nothing of anybody."""
    one = Document.objects.visible_to(request.user).filter(pk=pk).first()
    if one is None:
        raise Http404
    ending = PurePath(f"x.{one.type}").suffix or ".bin"
    response = HttpResponse(bytes_of(one), content_type=_TYPES.get(one.type, "application/octet-stream"))
    response["Content-Disposition"] = f'attachment; filename="{one.kind}-{one.pk}{ending}"'
    return response


def the_body(request: HttpRequest, pk: int) -> Body:
    """Give a body that somebody may see; 404 where there is none."""
    one = Body.objects.visible_to(request.user).select_related("authority").filter(pk=pk).first()
    if one is None:
        raise Http404
    return one


def page_of(rows: Any, request: HttpRequest, most: int = ON_A_PAGE) -> Page:
    """Give the part of a list that is asked for; of a number that there is not, the nearest."""
    found: Page = Paginator(rows, most).get_page(request.GET.get("page"))
    return found


def query_of(asked: dict[str, str]) -> str:
    """Write what was asked for a link to the next page."""
    said = urlencode({name: value for name, value in asked.items() if value})
    return f"{said}&" if said else ""


def _read(request: HttpRequest) -> Any:
    """Give the documents that were read and are not on file of any body."""
    rows = Document.objects.visible_to(request.user).filter(kind="instrument", body=None)
    return rows.filter(reading__isnull=False)


def _put(request: HttpRequest, one: Body) -> list[dict[str, str]]:
    """Put a document that was read on file, and say what is wrong."""
    document = _read(request).filter(pk=row_asked(request.POST.get("document"))).first()
    if document is None:
        return [{"text": "Choose a document that was read", "href": "#document"}]
    data = data_of(document, today())
    said = data.get("instrument", {})
    typed = asked_day(request.POST.dict(), "effective") or said.get("effective_on") or ""
    try:
        effective, made = datetime.date.fromisoformat(typed), said.get("made_on")
        made_on = datetime.date.fromisoformat(made) if made else None
    except ValueError:
        return [
            {
                "text": "Say the day from which it has effect, in numbers, such as 18 9 2018",
                "href": "#effective-day",
            }
        ]
    days = {"effective_on": effective, "made_on": made_on}
    try:
        put_on_file(one, data, **days, today=today(), by=OFFICE, document=document)
    except ProposalError as error:
        says = f"It cannot be put on file as it was read. {says_of(error.problems[0])}"
        return [{"text": says, "href": "#document"}]
    messages.success(request, "The instrument is on file.")
    return []


def _with_instrument(user: Any, on: datetime.date) -> Any:
    """Give bodies, to filter by the instrument of a day and as it stands then and today."""
    current = (
        Instrument.objects.visible_to(user)
        .filter(body=OuterRef("pk"), effective_on__lte=on)
        .filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on))
        .order_by("-effective_on", "-pk")
    )
    names = {"since": "effective_on", "then": "verdict_then", "now": "verdict_today"}
    fields = {name: Subquery(current.values(field)[:1]) for name, field in names.items()}
    return Body.objects.visible_to(user).alias(**fields)


def _kept(rows: Any, asked: dict[str, str]) -> Any:
    """Keep what every filter keeps; "none" is of a body without an instrument."""
    if words := asked["q"]:
        named = Q(name__icontains=words) | Q(schools__name__icontains=words)
        rows = rows.filter(
            named | Q(schools__urn=words) | Q(schools__laestab=words.replace("/", ""))
        ).distinct()
    if asked["category"] in CATEGORIES:
        rows = rows.filter(category=asked["category"])
    for name in ("then", "now"):
        if asked[name] in VERDICTS:
            rows = rows.filter(**{name: asked[name]})
    if asked["since"] == "none":
        rows = rows.filter(since__isnull=True)
    elif year := row_asked(asked["since"]):
        rows = rows.filter(since__lt=datetime.date(min(year, datetime.MAXYEAR), 1, 1))
    return rows


def _ages(user: Any) -> list[tuple[str, str]]:
    """Give what can be asked of the day of an instrument: that there is none, or that it is of before a year."""
    dated = Instrument.objects.visible_to(user).filter(effective_on__isnull=False)
    years = dated.dates("effective_on", "year")
    return [("none", "None on file"), *((str(day.year), f"From before {day.year}") for day in years[1:])]


def _as_check(data: dict[str, Any]) -> str:
    """Write an instrument on file as the address of the check of it has it."""
    said = {
        f"{table}.{key}": value
        for table in ("school", "seats")
        for key, value in data.get(table, {}).items()
        if isinstance(value, str | int)
    }
    for number, school in enumerate(data.get("schools", ())):
        said |= {f"schools.{number}.{key}": value for key, value in school.items() if isinstance(value, str)}
    return urlencode(said)


urls = [
    path("bodies", bodies, name="bodies"),
    path("bodies/<int:pk>", body, name="body"),
    path("documents/<int:pk>", document, name="document"),
]
