"""The rule book of a day: the pages that `governance law book` writes, and what goes by a citation, a name or some words."""

import datetime
import functools
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from governance.desk.asked import day_typed
from governance.desk.look import address, page, today
from governance.documents.book import Book, makers
from governance.documents.book.frame import INDEX, NAVIGATION, Page, page_name
from governance.documents.book.provision import anchor
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law.citations import Place, UnknownLawError, find, refuse_earlier, search
from governance.law.library import change_days, library
from governance.model.table import parse_day

_FIELD: Final = "day"
_KEPT: Final = 60
"""How many pages are kept once they are made."""


def rules(request: HttpRequest) -> HttpResponse:
    """Go to the book of a day: that which is typed, or today."""
    typed = {name: value.strip() for name, value in request.GET.items()}
    if not any(typed.get(f"{_FIELD}-{part}") for part in ("day", "month", "year")):
        return HttpResponseRedirect(address("rule-page", today().isoformat(), INDEX))
    day, wrong = _typed_day(typed)
    if day is None:
        return _shown(request, today(), _made(today(), INDEX), typed=typed, wrong=wrong)
    return HttpResponseRedirect(address("rule-page", day.isoformat(), INDEX))


def rule_page(request: HttpRequest, day: str, name: str) -> HttpResponse:
    """Show a page of the book of a day."""
    on = _day(day)
    made = _made(on, name)
    if made is None:
        raise Http404
    return _shown(request, on, made)


def rule_find(request: HttpRequest, day: str) -> HttpResponse:
    """Go to the paragraph that a citation or a name means; where it means none, or several, list what is found."""
    on, asked = _day(day), request.GET.get("q", "").strip()
    try:
        places = find(library(), asked) if asked else ()
    except UnknownLawError:
        places = ()
    addresses = list(dict.fromkeys(_address(on, place) for place in places))
    if len(addresses) == 1:
        return HttpResponseRedirect(addresses[0])
    said = {
        **_around(on),
        "asked": asked,
        "places": [
            {"citation": one.citation, "title": one.provision.title, "href": _address(on, one)}
            for one in places
        ],
        "hits": tuple(search(library(), asked.split())) if asked and not places else (),
    }
    return page(request, "rules/found.html", said, title=f"Rule book: {asked or 'find'}", section="rules")


def _shown(
    request: HttpRequest,
    on: datetime.date,
    made: Page | None,
    *,
    typed: Any = None,
    wrong: str = "",
) -> HttpResponse:
    said = {**_around(on), "typed": typed or {}, "wrong": wrong, "made": made}
    errors = [{"text": wrong, "href": f"#{_FIELD}-day"}] if wrong else []
    title = f"{made.title if made else 'Rule book'}: the law of {day_words(on)}"
    return page(request, "rules/page.html", said, title=title, section="rules", errors=errors)


def _around(on: datetime.date) -> dict[str, Any]:
    """Give the way round the book, and the days on which it changes."""
    iso = on.isoformat()
    return {
        "on": on,
        "iso": iso,
        "pages": [
            {"href": address("rule-page", iso, name), "text": words, "name": name}
            for name, words in NAVIGATION
        ],
        "change_days": [one for one in change_days(library()) if _told(one)],
    }


@functools.lru_cache(maxsize=_KEPT)
def _made(on: datetime.date, name: str) -> Page | None:
    make = makers(Book(library(), on)).get(name)
    return make() if make else None


def _address(on: datetime.date, place: Place) -> str:
    return f"{address('rule-page', on.isoformat(), page_name(place.volume, place.provision))}#{anchor(place.para)}"


def rule_address(on: datetime.date, name: str) -> str:
    """Give the address at which a rule is found in the book of a day."""
    return f"{address('rule-find', on.isoformat())}?{urlencode({'q': name})}"


def _day(text: str) -> datetime.date:
    """Read the day of an address; 404 where it is none, or none whose law is encoded."""
    try:
        day = parse_day(text)
    except ValueError:
        raise Http404 from None
    if not _told(day):
        raise Http404
    return day


def _typed_day(typed: dict[str, str]) -> tuple[datetime.date | None, str]:
    try:
        day = parse_day(day_typed(typed, _FIELD))
        refuse_earlier(library(), day)
    except ValueError:
        return None, "Write the day in numbers, such as 18 9 2018"
    except CannotTellError as error:
        return None, str(error)
    return day, ""


def _told(day: datetime.date) -> bool:
    try:
        refuse_earlier(library(), day)
    except CannotTellError:
        return False
    return True


urls = [
    path("rules", rules, name="rules"),
    path("rules/<str:day>/find", rule_find, name="rule-find"),
    path("rules/<str:day>/<str:name>", rule_page, name="rule-page"),
]
