"""Vacancies and the authority's own places: the report for members as a page, in Word and as a workbook."""

import datetime
import functools
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

import governance
from governance.desk import asked
from governance.desk.in_post import SOON, Found, staffed
from governance.desk.look import authority, page, today
from governance.desk.models import Body
from governance.desk.views.bodies import page_of
from governance.desk.views.papers import template_of
from governance.letters.vacancies import category_words, ending_words, summary
from governance.people.vacancies import Vacancies, of_bodies

_BEFORE: Final = "before"
_KEPT: Final = 4
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LISTS: Final = {
    "vacant": "Vacancies by body",
    "ours": "Places that the authority nominates for",
    "endings": "Terms that end",
    "over": "Terms that are over, and no leaving is recorded",
    "open": "What could not be told",
}
"""The lists of the report, of which a page shows one."""


@require_safe
def vacancies(request: HttpRequest) -> HttpResponse:
    """Show the totals, and one of the lists."""
    before, errors, typed = _before(request)
    found = _found(request, before)
    lists: dict[str, Any] = {
        "vacant": found.vacant,
        "ours": found.ours,
        "endings": found.endings,
        "over": found.over,
        "open": (
            *(f"{one}: no instrument is on file" for one in found.without),
            *(f"{one}: nobody is recorded, so who is in post is not known" for one in found.unlisted),
            *found.unsettled,
        ),
    }
    shown = request.GET.get("list", "")
    shown = shown if shown in _LISTS else "vacant"
    days = {f"{_BEFORE}-{part}": str(getattr(before, part)) for part in ("day", "month", "year")}
    return page(
        request,
        "vacancies/vacancies.html",
        {
            "answer": found,
            "summary": summary(found),
            "lists": [(name, words, len(lists[name])) for name, words in _LISTS.items()],
            "shown": shown,
            "rows": page_of(lists[shown], request),
            "pks": dict(Body.objects.visible_to(request.user).values_list("name", "pk")),
            "category_words": category_words,
            "ending_words": ending_words,
            "typed": typed or days,
            "asked": "&".join(f"{name}={value}" for name, value in days.items()),
            "wrong": errors[0]["text"] if errors else "",
        },
        title="Vacancies",
        section="vacancies",
        errors=errors,
    )


@require_safe
def vacancies_word(request: HttpRequest) -> HttpResponse:
    """Give the report in Word, in the authority's own template where there is one."""
    whose = authority(request)
    found = _found(request, _before(request)[0])
    data = governance.vacancies_report(found, authority=whose.name, template=template_of(whose))
    return _file(data, _WORD, f"vacancies-{found.on}.docx")


@require_safe
def vacancies_sheet(request: HttpRequest) -> HttpResponse:
    """Give it as a workbook, a row for each category of each body."""
    from governance.documents.vacancies import vacancies_workbook  # noqa: PLC0415 - Excel is slow to load

    found = _found(request, _before(request)[0])
    return _file(vacancies_workbook(found), _SHEET, f"vacancies-{found.on}.xlsx")


def _found(request: HttpRequest, before: datetime.date) -> Vacancies:
    rows = Body.objects.visible_to(request.user).filter(closed_on__isnull=True)
    return _report(tuple(one.found for one in staffed(rows, today())), today(), before)


@functools.lru_cache(maxsize=_KEPT)
def _report(found: tuple[Found, ...], on: datetime.date, before: datetime.date) -> Vacancies:
    return of_bodies([one.people for one in found], on=on, before=before)


def _before(request: HttpRequest) -> tuple[datetime.date, list[dict[str, str]], dict[str, str]]:
    """Read the day before which a term that ends is named; what was typed is given back where it is wrong."""
    usual = today() + datetime.timedelta(days=SOON)
    typed = request.GET.dict()
    if not any(typed.get(f"{_BEFORE}-{part}") for part in ("day", "month", "year")):
        return usual, [], {}
    try:
        day = datetime.date.fromisoformat(asked.day_typed(typed, _BEFORE))
    except ValueError:
        says = "Write the day in numbers, such as 18 9 2018"
    else:
        if day > today():
            return day, [], {}
        says = "Choose a day that is still to come"
    return usual, [{"text": says, "href": f"#{_BEFORE}-day"}], typed


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


urls = [
    path("vacancies", vacancies, name="vacancies"),
    path("vacancies/word", vacancies_word, name="vacancies-word"),
    path("vacancies/sheet", vacancies_sheet, name="vacancies-sheet"),
]
