"""The people of a body: by office, since when, when each term ends, what is vacant and what is too many."""

import datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk.in_post import SOON, TO_NOTE, UNSURE, staffed_body, weight
from governance.desk.look import page, today
from governance.desk.models import Body
from governance.desk.term_bars import Bar, chart
from governance.desk.views.bodies import SECTION, the_body
from governance.english import day_words, either_day, sentence
from governance.letters.vacancies import category_words
from governance.model.names import IN_POST, SEAT_WORDS, SEATS
from governance.people.in_post import Line

_NOBODY: Final = ("note", "vacancy", "office")
_SHOWN: Final = ("in post", "all")


@require_safe
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is in post, or everybody in the register; of one category where one is chosen."""
    one = the_body(request, pk)
    who = staffed_body(one, today())
    show = request.GET.get("show") if request.GET.get("show") in _SHOWN else _SHOWN[0]
    category = request.GET.get("category", "")
    lines = [line for line in who.people.lines if line.standing not in _NOBODY]
    kept = [line for line in lines if show == "all" or line.standing != "ended"]
    if category in SEATS:
        kept = [line for line in kept if line.person.category == category]
    return page(
        request,
        "people/people.html",
        {
            "body": one,
            "who": who,
            "lines": sorted(kept, key=_by_office),
            "ended": sum(line.standing == "ended" for line in lines),
            "show": show,
            "category": category,
            "categories": [(count.category, category_words(count.category)) for count in who.people.counts],
            "kinds": {seat: words for seat, (words, _) in SEAT_WORDS.items()},
            "names": _names(one),
            "chart": _chart(kept, today()),
            "unsure": [note for note in who.notes if weight(note) == UNSURE],
            "to_note": [note for note in who.notes if weight(note) == TO_NOTE],
            "asked": who.found.asked,
            "ends": ends_words,
            "standing": _standing,
            "in_post": IN_POST,
        },
        title=f"People of {one}",
        section=SECTION,
    )


def _names(one: Body) -> dict[tuple[str, int | None], str]:
    """Give the names that are kept, by the ID and the line of the register; none where the authority keeps none."""
    if not one.authority.keeps_names:
        return {}
    named = one.appointments.filter(person__isnull=False)
    return {(row.key, row.line): row.person.name for row in named.select_related("person")}


def ends_words(line: Line) -> str:
    """Say when a term ends, in both readings where they differ, and what the register says where that is another day."""
    days, stated = line.end.days, line.person.stated_end
    if days is None:
        return f"{day_words(stated)}, as the register has it" if stated else ""
    said = either_day(*days)
    return f"{said}; the register says {day_words(stated)}" if stated and stated not in days else said


def _standing(line: Line) -> str:
    return sentence(line.standing).rstrip(".") + (f", {line.person.office}" if line.person.office else "")


def _by_office(line: Line) -> tuple[object, ...]:
    seat = line.person.category
    place = SEATS.index(seat) if seat in SEATS else len(SEATS)
    return (place, line.standing != IN_POST, line.person.line or 0, line.person.key)


def _chart(lines: list[Line], on: datetime.date) -> object:
    bars = [
        Bar(
            line.person.key,
            line.person.appointed_on,
            line.end.days[0],
            _kind(line, on),
            f"{line.person.key}: {day_words(line.person.appointed_on)} to {day_words(line.end.days[0])}",
        )
        for line in sorted(lines, key=lambda one: one.end.days or (datetime.date.max,) * 2)
        if line.person.appointed_on and line.end.days and line.end.days[0] >= line.person.appointed_on
    ]
    return chart(bars, on, "The term of each, the one that ends first at the top") if bars else None


def _kind(line: Line, on: datetime.date) -> str:
    if not line.in_post or line.end.days is None:
        return "over"
    return "soon" if (line.end.days[0] - on).days <= SOON else "runs"


urls = [path("bodies/<int:pk>/people", people, name="people")]
