"""Where an officer begins: what waits."""

import datetime
from typing import Any, Final

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk.everybody import Everybody, everybody
from governance.desk.in_post import SOON, Holidays, holidays_of
from governance.desk.look import authority, page, today
from governance.desk.models import Instrument, Proposal
from governance.desk.statuses import OVER, STATUSES

_MOST: Final = 12
"""How many rows of a list are shown here; the rest stand on the page of the list."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the proposals that wait, the terms that end, the registers that contradict and the instruments that break the law."""
    people = everybody(request.user, today())
    said = people.once("home", lambda: _waits(request, people))
    return page(request, "home/home.html", said, title="Home", section="home")


def _waits(request: HttpRequest, people: Everybody) -> dict[str, Any]:
    open_ones = Proposal.objects.visible_to(request.user).exclude(status__in=OVER).select_related("body")
    waiting = [
        (one, (people.on - (one.moved or one.created_at.date())).days)
        for one in open_ones.annotate(moved=Max("versions__moves__on"))
    ]
    waiting.sort(key=lambda pair: (-pair[1], pair[0].body.name))
    whose = authority(request)
    ends = _ends(people, holidays_of(whose) if whose else ())
    wrong = sorted(
        (one for one in people.bodies if one.wrong), key=lambda one: (-len(one.wrong), one.row.name)
    )
    broken = (
        Instrument.objects.visible_to(request.user)
        .filter(verdict_today="unlawful", ended_on__isnull=True)
        .values("body")
        .distinct()
        .count()
    )
    return {
        "bodies": len(people.bodies),
        "waiting": waiting[:_MOST],
        "waits": len(waiting),
        "statuses": STATUSES,
        "ends": ends[:_MOST],
        "ending": len(ends),
        "soon": SOON,
        "wrong": wrong[:_MOST],
        "wrongs": len(wrong),
        "broken": broken,
        "vacancies": sum(one.vacancies for one in people.bodies),
        "most": _MOST,
    }


def _ends(people: Everybody, holidays: Holidays) -> list[dict[str, Any]]:
    """Give the terms that end within so many days, and those that end in one of the holidays to come."""
    on = people.on
    coming = [(first, last) for first, last in holidays if last >= on]
    soon = on + datetime.timedelta(days=SOON)
    latest = max([soon, *(last for _, last in coming)])
    found = []
    for one in people.bodies:
        for days, line in one.found.ends:
            if days[1] < on or days[0] > latest:
                continue
            away = any(first <= day <= last for first, last in coming for day in days)
            if days[0] <= soon or away:
                found.append({"who": one, "line": line, "days": days, "holiday": away})
    return sorted(found, key=lambda row: (row["days"], row["who"].row.name, row["line"].person.key))


urls = [path("", home, name="home")]
