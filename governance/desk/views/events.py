"""What was done, by whom and when; the last hash of the chain, and whether the chain holds."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk.asked import row_asked
from governance.desk.events import FIRST, verify
from governance.desk.look import address, authority, fact, page
from governance.desk.models import Body, Event
from governance.desk.statuses import STATUSES
from governance.desk.views.bodies import page_of, query_of

ON_A_PAGE: Final = 50
"""How many events are listed at once."""
_UNSAID: Final = ("move",)
"""A fact that the statuses say already."""
_NO_SCHOOL: Final = ("school", None)
_KEYS: Final = ("kind",)
_VERSION: Final = "version"
_ORDER: Final = ("kind", "to", _VERSION, "on")
"""Facts that come first: a database keeps them in an order of its own."""
_PAGES: Final = {"proposal": "proposal", "body": "body", "document": "document"}
_OF_A_READING: Final = ("read a document", "corrected what was read")
"""What was done to a document as it was read leads to that, and not to its file."""


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """List events, the newest first; of one body or of one verb where that is asked for. Verify the chain on demand."""
    rows = Event.objects.visible_to(request.user).select_related("body")
    last = rows.order_by("-number").first()
    verbs = sorted(set(rows.order_by().values_list("verb", flat=True).distinct()))
    asked = {name: request.GET.get(name, "") for name in ("body", "verb")}
    if body := row_asked(asked["body"]):
        rows = rows.filter(body=body)
    if asked["verb"] in verbs:
        rows = rows.filter(verb=asked["verb"])
    found = page_of(rows, request, ON_A_PAGE)
    mine = getattr(authority(request), "name", "")
    checked = verify() if "verify" in request.GET else None
    return page(
        request,
        "events/events.html",
        {
            "found": found,
            "rows": [(one, _leads_to(one), list(_facts(one))) for one in found],
            "asked": asked,
            "query": query_of(asked),
            "verbs": verbs,
            "bodies": list(Body.objects.visible_to(request.user).values_list("pk", "name")),
            "last": last,
            "hash": last.hash if last else FIRST,
            "checked": checked,
            "broken": [one for one in checked.broken if one.authority in {mine, ""}] if checked else [],
        },
        title="Events",
        section="events",
    )


def _facts(one: Event) -> Iterator[str]:
    """Say each fact of an event; a move by the statuses that it led from and to."""
    facts = {
        key: value for key, value in one.facts.items() if key not in _UNSAID and (key, value) != _NO_SCHOOL
    }
    if facts.get("from") in STATUSES and facts.get("to") in STATUSES:
        yield f"from “{STATUSES[facts.pop('from')]}” to “{STATUSES[facts.pop('to')]}”"
    first = [key for key in _ORDER if key in facts]
    for key in (*first, *sorted(facts.keys() - first)):
        value = facts[key]
        said = fact(value.replace("_", " ") if key in _KEYS else value)
        yield f"{key.replace('_', ' ')}{' ' if key == _VERSION else ': '}{said}"


def _leads_to(one: Event) -> str:
    table, _, number = one.subject.partition(" ")
    if one.verb in _OF_A_READING:
        return address("read-document", int(number))
    return address(_PAGES[table], int(number)) if table in _PAGES and number.isdigit() else ""


urls = [path("events", events, name="events")]
