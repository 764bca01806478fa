"""The calendar of an office: as a table, as a file, and at a private address that can be revoked."""

import datetime
import itertools
import secrets
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from governance.answers.procedures.removal import REMOVABLE
from governance.desk import asked
from governance.desk.asked import row_asked
from governance.desk.days import KINDS, calendar_file, days_of, second_meeting
from governance.desk.events import record
from governance.desk.everybody import everybody
from governance.desk.feeds import calendar_at, feed_at, hashed
from governance.desk.guard import refused
from governance.desk.look import address, authority, page, today
from governance.desk.models import OFFICE, Body, Feed, Meeting
from governance.desk.views.bodies import page_of, query_of
from governance.english import day_words
from governance.errors import CannotTellError

_MONTHS: Final = 3
"""How many months a page shows."""
_YEAR: Final = 12
_SECRET: Final = 32
"""How many bytes of chance a private address holds."""
_LONGEST: Final = 250
_ICS: Final = "text/calendar; charset=utf-8"


def calendar(request: HttpRequest) -> HttpResponse:
    """Show some months, and put a meeting into them."""
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        errors = _meeting(request)
        if not errors:
            return HttpResponseRedirect(address("calendar"))
    return _page(request, errors=errors, status=422 if errors else 200)


@require_safe
def calendar_ics(request: HttpRequest) -> HttpResponse:
    """Give the calendar as a file."""
    response = HttpResponse(calendar_file(everybody(request.user, today())), content_type=_ICS)
    response["Content-Disposition"] = f'attachment; filename="calendar-{today()}.ics"'
    return response


@require_safe
def feed(_: HttpRequest, secret: str) -> HttpResponse:
    """Give the calendar to whoever has the private address; a calendar program has no cookie of the run."""
    row = feed_at(secret)
    if row is None:
        return refused("No calendar is to be had at this address.", status=404)
    return HttpResponse(calendar_at(row, today()), content_type=_ICS)


@require_POST
def feed_new(request: HttpRequest) -> HttpResponse:
    """Make a private address, and show it this once: the desk keeps its hash alone."""
    secret = secrets.token_urlsafe(_SECRET)
    body = _chosen(request)
    whose = authority(request)
    with transaction.atomic():
        row = Feed.objects.create(authority=whose, body=body, secret=hashed(secret))
        record(whose, OFFICE, "made a calendar address", row, says=str(body or "all bodies"), body=body)
    made = request.build_absolute_uri(address("feed", secret))
    return _page(request, made=made)


@require_POST
def feed_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a private address: from now on it answers nobody."""
    row = Feed.objects.visible_to(request.user).filter(pk=pk, revoked_at=None).first()
    if row is None:
        raise Http404
    with transaction.atomic():
        row.revoked_at = timezone.now()
        row.save()
        record(
            row.authority,
            OFFICE,
            "revoked a calendar address",
            row,
            says=str(row.body or "all bodies"),
            body=row.body,
        )
    messages.success(request, "The address is revoked. A calendar that has it is told nothing more.")
    return HttpResponseRedirect(address("calendar"))


def _page(
    request: HttpRequest, *, errors: list[dict[str, str]] | None = None, made: str = "", status: int = 200
) -> HttpResponse:
    first = _first(request.GET.get("from", ""))
    kind, body = request.GET.get("kind", ""), request.GET.get("body", "")
    people = everybody(request.user, today())
    days = days_of(people, first, _later(first, _MONTHS) - datetime.timedelta(days=1))
    kept = [
        day
        for day in days
        if (kind not in KINDS or day.kind == kind) and (not body.isdigit() or str(day.body.pk) == body)
    ]
    shown = page_of(kept, request)
    whole = shown.paginator.num_pages == 1
    months = [_later(first, number) for number in range(_MONTHS)]
    by_month = {
        month: list(those) for month, those in itertools.groupby(shown, key=lambda day: day.on.replace(day=1))
    }
    chosen = {"kind": kind, "body": body}
    return page(
        request,
        "calendar/calendar.html",
        {
            "months": [
                (f"{month:%B %Y}", by_month.get(month, [])) for month in months if whole or month in by_month
            ],
            "shown": shown,
            "first": f"{first:%Y-%m}",
            "before": f"{_later(first, -_MONTHS):%Y-%m}",
            "after": f"{_later(first, _MONTHS):%Y-%m}",
            "kinds": KINDS,
            "chosen": chosen,
            "query": query_of(chosen),
            "bodies": [(one.row.pk, one.row.name) for one in people.bodies],
            "feeds": Feed.objects.visible_to(request.user).filter(revoked_at=None).select_related("body"),
            "made": made,
            "removable": [(key, words) for key, words in REMOVABLE.items()],
            "typed": request.POST.dict() if errors else {},
            "wrong": {one["href"][1:]: one["text"] for one in errors or ()},
        },
        title="Calendar",
        section="calendar",
        errors=errors or (),
        status=status,
    )


def _meeting(request: HttpRequest) -> list[dict[str, str]]:
    """Put a meeting into the calendar, and where it is of a removal the first day for the second; say what is wrong."""
    errors: list[dict[str, str]] = []
    body = _chosen(request)
    if body is None:
        errors.append({"text": "Choose the body", "href": "#meeting-body"})
    try:
        on = datetime.date.fromisoformat(asked.day_typed(request.POST.dict(), "on"))
    except ValueError:
        return [*errors, {"text": "Write the day in numbers, such as 18 9 2018", "href": "#on-day"}]
    about = " ".join(request.POST.get("about", "").split())[:_LONGEST] or "Meeting"
    removes = request.POST.get("removes", "")
    later = None
    if removes in REMOVABLE:
        try:
            later = second_meeting(removes, on)
        except CannotTellError as error:
            errors.append({"text": str(error), "href": "#removes"})
    if errors or body is None:
        return errors
    with transaction.atomic():
        row = Meeting.objects.create(body=body, on=on, about=about)
        record(
            body.authority,
            OFFICE,
            "put a meeting into the calendar",
            row,
            says=about,
            body=body,
            facts={"on": on},
        )
        if later:
            words = f"Second meeting on the removal, not before this day ({later[1]})"
            row = Meeting.objects.create(body=body, on=later[0], about=words, second=True)
            facts = {"not before": later[0], "citation": later[1]}
            record(
                body.authority,
                OFFICE,
                "put a second meeting into the calendar",
                row,
                says=words,
                body=body,
                facts=facts,
            )
    messages.success(request, f"The meeting of {body} on {day_words(on)} is in the calendar.")
    return []


def _bodies(request: HttpRequest) -> Any:
    return Body.objects.visible_to(request.user).filter(closed_on=None)


def _chosen(request: HttpRequest) -> Body | None:
    given = request.POST.get("body", "")
    found: Body | None = _bodies(request).filter(pk=row_asked(given)).first()
    return found


def _first(given: str) -> datetime.date:
    """Give the first day of the month that is asked for; of this month where it is none."""
    try:
        month = datetime.date.fromisoformat(f"{given}-01")
    except ValueError:
        return today().replace(day=1)
    return month if datetime.MINYEAR < month.year < datetime.MAXYEAR else today().replace(day=1)


def _later(month: datetime.date, number: int) -> datetime.date:
    """Give the first day of another month."""
    months = month.year * _YEAR + month.month - 1 + number
    return datetime.date(months // _YEAR, months % _YEAR + 1, 1)


urls = [
    path("calendar", calendar, name="calendar"),
    path("calendar.ics", calendar_ics, name="calendar-ics"),
    path("calendar/feeds", feed_new, name="feed-new"),
    path("calendar/feeds/<int:pk>/revoke", feed_revoke, name="feed-revoke"),
    path("feed/<str:secret>.ics", feed, name="feed"),
]
