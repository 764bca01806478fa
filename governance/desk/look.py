"""How pages are made: the templates, what they may call, and what every page shows."""

import datetime
import functools
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from governance.desk import asked, pictures
from governance.desk.shown import asks
from governance.english import day_words, either_day, listed, lower, sentence
from governance.letters.unknowns import case_words
from governance.model.names import FOUNDATION_OR_VOLUNTARY, SEATS, member_words, seat_words
from governance.version import __version__

HERE: Final = Path(__file__).parent
BUILT: Final = "desk/govuk.css"
"""The stylesheet that `make desk` and the build of a wheel make of govuk-frontend."""
PLAIN: Final = "desk/plain.css"
"""Our own small one, where that could not be built."""
_MARK: Final = 10
_KEPT: Final = 10_000
"""How many addresses are kept as they were written: a page has some dozens of them."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MACROS: Final = "govuk_frontend_jinja"

NAVIGATION: Final = (
    ("home", "Home"),
    ("check", "Check a board"),
    ("read", "Read a document"),
    ("bodies", "Bodies"),
    ("proposals", "Proposals"),
    ("vacancies", "Vacancies"),
    ("audit", "Audit"),
    ("calendar", "Calendar"),
    ("rules", "Rule book"),
)
"""The pages that stand at the top of every page, by the names of their addresses."""
AT_THE_FOOT: Final = (
    ("about", "About the desk"),
    ("events", "Events"),
    ("settings", "Settings"),
)


def environment(**options: Any) -> Environment:
    """Make the Jinja environment; what is written into a page is always escaped."""
    folder, prefixed = FileSystemLoader(HERE / "templates"), PackageLoader(_MACROS)
    options |= {"loader": ChoiceLoader([folder, PrefixLoader({_MACROS: prefixed})]), "autoescape": True}
    made = Environment(**options, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - it is on, four words before
    made.filters |= {
        "day": day,
        "either": either,
        "clock": clock,
        "office": office,
        "fact": fact,
        "listed": listed,
        "sentence": sentence,
        "lower_first": lower,
        "asks": asks,
        "field": asked.field_of,
        "said": asked.says,
    }
    made.globals |= {
        "url": address,
        "static": static,
        "pictures": pictures,
        "seat_words": seat_words,
        "member_words": member_words,
        "SEATS": SEATS,
        "hints": asked.hints(),
        "has_foundation": asked.has_foundation,
        "of_foundation": ",".join(FOUNDATION_OR_VOLUNTARY),
        "case_words": case_words,
        "stylesheet": BUILT if (HERE / "static" / BUILT).exists() else PLAIN,
        "version": __version__,
    }
    return made


def day(value: datetime.date | str | None, otherwise: str = "") -> str:
    """Write a day as letters do; a text is a day as JSON has it."""
    if not value:
        return otherwise
    if isinstance(value, str):
        return day_words(datetime.date.fromisoformat(value[:10]))
    return day_words(_local(value) if isinstance(value, datetime.datetime) else value)


def either(days: tuple[datetime.date, datetime.date]) -> str:
    """Write a day that is the one or the other, on two readings of the law."""
    return either_day(*days)


def clock(value: datetime.datetime) -> str:
    """Write the time of day where the office is."""
    return f"{_local(value):%H:%M}"


def _local(value: datetime.datetime) -> datetime.datetime:
    return value.astimezone(timezone.get_default_timezone())


def office(key: str) -> str:
    """Write the key of somebody as the head of a row.

    >>> office("co_opted 2"), office("P04")
    ('Co-opted 2', 'P04')
    """
    said = key.replace("co_opted", "co-opted").replace("_", " ")
    return f"{said[:1].upper()}{said[1:]}"


def fact(value: object) -> str:
    """Write a plain value of an event; a day comes as JSON has it.

    >>> fact(["a", "b"]), fact(True), fact(None), fact("2026-10-05")
    ('a and b', 'yes', 'not known', '5 October 2026')
    """
    if isinstance(value, str) and _DAY.fullmatch(value):
        return day(value)
    if isinstance(value, list):
        return listed(map(str, value))
    words = {True: "yes", False: "no", None: "not known"}
    return words.get(value, str(value)) if value is None or isinstance(value, bool) else str(value)


@functools.lru_cache(_KEPT)
def address(name: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a page by its name."""
    return str(reverse(name, args=args or None, kwargs=kwargs or None))


@functools.cache
def static(name: str) -> str:
    """Give the address of a file of ours, which is another when the file is."""
    mark = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:_MARK]
    return f"{settings.STATIC_URL}{name}?v={mark}"


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    title: str,
    section: str = "",
    errors: Any = (),
    status: int = 200,
) -> HttpResponse:
    """Answer with a page: its own title, where it stands in the navigation, and what is wrong with a form.

    `errors` are as the error summary of GOV.UK takes them: `{"text": ..., "href": "#the-field"}`.
    """
    said = {
        **(context or {}),
        "title": title,
        "errors": list(errors),
        "navigation": _navigation(NAVIGATION, section),
        "foot": _navigation(AT_THE_FOOT, section),
        "authority": authority(request),
        "told": _told(request),
        "today": today(),
    }
    return HttpResponse(get_template(template).render(said, request), status=status)


def authority(request: HttpRequest) -> Any:
    """Give the authority whose office asks; None where no page has been made for one yet."""
    from governance.desk.models import Authority  # noqa: PLC0415 - models are there once Django is set up

    if not hasattr(request, "user"):
        return None
    if not hasattr(request, "authority"):
        request.authority = Authority.objects.visible_to(request.user).order_by("pk").first()
    return request.authority


def today() -> datetime.date:
    """Give the day where the office is."""
    return timezone.localdate()


def _navigation(items: tuple[tuple[str, str], ...], section: str) -> list[dict[str, Any]]:
    found = []
    for name, words in items:
        try:
            found.append({"href": address(name), "text": words, "active": name == section})
        except NoReverseMatch:
            continue
    return found


def _told(request: HttpRequest) -> list[str]:
    """Give what the last page wanted said; asking without need would set a cookie on every page."""
    return [str(one) for one in messages.get_messages(request)] if "messages" in request.COOKIES else []
