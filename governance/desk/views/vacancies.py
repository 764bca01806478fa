"""Vacancies and the authority's own places: the report for members as a page, in Word and as a workbook."""

import datetime
from collections.abc import Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

import governance
from governance.desk import asked
from governance.desk.everybody import Everybody, everybody
from governance.desk.in_post import SOON
from governance.desk.look import authority, page, today
from governance.desk.views.bodies import page_of
from governance.desk.views.papers import template_of
from governance.letters.vacancies import category_words, ending_words, summary
from governance.people.vacancies import Vacancies, of_bodies

_BEFORE: Final = "before"
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
    people = everybody(request.user, today())
    found = _found(people, before)
    lists = people.once(("lists", before), lambda: _lists(found))
    shown = request.GET.get("list", "")
    shown = shown if shown in _LISTS else "vacant"
    days = {f"{_BEFORE}-{part}": str(getattr(before, part)) for part in ("day", "month", "year")}
    return page(
        request,
        "vacancies/vacancies.html",
        {
            "before": before,
            "summary": people.once(("summary", before), lambda: summary(found)),
            "totals": people.once("totals", lambda: found.totals),
            "lists": [(name, words, len(lists[name])) for name, words in _LISTS.items()],
            "shown": shown,
            "rows": page_of(lists[shown], request),
            "pks": people.once("pks", lambda: {one.row.name: one.row.pk for one in people.bodies}),
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
    found = _found(everybody(request.user, today()), _before(request)[0])
    data = governance.vacancies_report(found, authority=whose.name, template=template_of(whose))
    return _file(data, _WORD, f"vacancies-{found.on}.docx")


@require_safe
def vacancies_sheet(request: HttpRequest) -> HttpResponse:
    """Give it as a workbook, a row for each category of each body."""
    from governance.documents.vacancies import vacancies_workbook  # noqa: PLC0415 - Excel is slow to load

    found = _found(everybody(request.user, today()), _before(request)[0])
    return _file(vacancies_workbook(found), _SHEET, f"vacancies-{found.on}.xlsx")


def _found(people: Everybody, before: datetime.date) -> Vacancies:
    return people.once(
        ("vacancies", before),
        lambda: of_bodies([one.people for one in people.bodies], on=people.on, before=before),
    )


def _lists(found: Vacancies) -> dict[str, Sequence[Any]]:
    return {
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
