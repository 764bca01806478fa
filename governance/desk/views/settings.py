"""How the office works: its name, house style, Word template, holidays, what is kept of people, and a backup now."""

import datetime
import re
from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings as of_django
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST

from governance.desk.backup import BackupError, back_up
from governance.desk.events import record
from governance.desk.look import address, authority, page, today
from governance.desk.models import OFFICE, Authority
from governance.desk.purge import due, purge
from governance.desk.settings import UPLOAD_BYTES
from governance.desk.store import keep
from governance.english import lower
from governance.errors import UnreadableError
from governance.model.names import ATTESTS

SECTION: Final = "settings"
_TO: Final = re.compile(r"\s*(?:\.\.|-|–|to|until)\s*")
_DAY: Final = re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})")
_MOST_MONTHS: Final = 120
_LONG: Final = 200


def settings(request: HttpRequest) -> HttpResponse:
    """Show how the office works, and save what is changed."""
    whose = authority(request)
    typed = request.POST.dict() if request.method == "POST" else _typed(whose)
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        errors = _save(request, whose, typed)
        if not errors:
            messages.success(request, "The settings are saved.")
            return HttpResponseRedirect(address("settings"))
    return page(
        request,
        "settings/settings.html",
        {
            "whose": whose,
            "typed": typed,
            "wrong": {error["href"][1:]: error["text"] for error in errors},
            "attests": [{"value": "", "text": "As is usual"}, *({"value": one, "text": one.capitalize()} for one in ATTESTS)],
            "due": due(whose, today()).count(),
        },
        title="Settings",
        section=SECTION,
        errors=errors,
        status=422 if errors else 200,
    )  # fmt: skip


@require_POST
def back_up_now(request: HttpRequest) -> HttpResponse:
    """Copy the database into the folder of backups."""
    try:
        copy = back_up(of_django.DESK.folder, why="asked")
    except BackupError as error:
        messages.error(request, str(error))
    else:
        says = f"The copy is {copy.name}, in the folder backups of the data folder." if copy else _ELSEWHERE
        messages.success(request, says)
        if copy:
            record(authority(request), OFFICE, "made a backup", says=copy.name)
    return HttpResponseRedirect(address("settings"))


_ELSEWHERE: Final = "The database is on a server of its own: copy it there."


@require_POST
def purge_now(request: HttpRequest) -> HttpResponse:
    """Take away the names that are kept for longer than need be."""
    number = purge(authority(request), today(), by=OFFICE)
    messages.success(request, f"{number} {'name was' if number == 1 else 'names were'} taken away.")
    return HttpResponseRedirect(address("settings"))


def _typed(whose: Authority) -> dict[str, str]:
    days = (
        (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
        for first, last in whose.holidays
    )
    return {
        "name": whose.name,
        "house_style": whose.house_style,
        "attest": whose.attest,
        "holidays": "\n".join(f"{first:%d/%m/%Y} to {last:%d/%m/%Y}" for first, last in days),
        "keeps_names": "yes" if whose.keeps_names else "",
        "months_kept": str(whose.months_kept),
    }


def _save(request: HttpRequest, whose: Authority, typed: Mapping[str, str]) -> list[dict[str, str]]:
    """Save everything, or nothing where something is wrong."""
    from governance.documents.report.house import (  # noqa: PLC0415 - what Word needs is large
        HouseStyleError,
        read_house_style,
    )
    from governance.documents.template.template import read_template  # noqa: PLC0415

    errors: list[dict[str, str]] = []

    def wrong(field: str, text: str) -> None:
        errors.append({"text": text, "href": f"#{field}"})

    name = " ".join(typed.get("name", "").split())[:_LONG]
    if not name:
        wrong("name", "Say the name of the authority")
    style = typed.get("house_style", "").replace("\r\n", "\n")
    if style.strip():
        try:
            read_house_style(style)
        except HouseStyleError as error:
            wrong("house_style", " ".join(f"{one}." for one in error.problems))
    holidays, text = _holidays(typed.get("holidays", ""))
    if text:
        wrong("holidays", text)
    months = typed.get("months_kept", "")
    if not (months.isascii() and months.isdigit() and 0 < int(months) <= _MOST_MONTHS):
        wrong("months_kept", f"Write a number of months, {_MOST_MONTHS} at most")
    file, data = request.FILES.get("template"), b""
    if file is not None:
        data = file.read(UPLOAD_BYTES)
        try:
            read_template(data, source=file.name or "the template")
        except UnreadableError as error:
            wrong("template", str(error))
    if errors:
        return errors
    with transaction.atomic():
        before = _typed(whose)
        whose.name, whose.house_style, whose.holidays = name, style, holidays
        whose.attest = typed.get("attest", "") if typed.get("attest") in ATTESTS else ""
        whose.keeps_names, whose.months_kept = typed.get("keeps_names") == "yes", int(months)
        if data:
            whose.template = keep(
                whose, data, kind="template", suffix="docx", title="Word template", by=OFFICE
            )
        elif typed.get("no_template") == "yes":
            whose.template = None
        whose.save()
        changed = [
            lower(key.replace("_", " ")) for key, value in _typed(whose).items() if value != before[key]
        ]
        record(whose, OFFICE, "changed the settings", whose, facts={"changed": [*changed, *(["template"] if data else [])]})  # fmt: skip
    return []


def _holidays(text: str) -> tuple[list[list[str]], str]:
    """Read a holiday a line; give the first and last days, or what is wrong."""
    found = []
    for line in filter(str.strip, text.splitlines()):
        ends = [_day(part) for part in _TO.split(line.strip())]
        if len(ends) != 2 or None in ends:  # noqa: PLR2004 - the first day and the last
            return [], f"{line.strip()}: write the first and the last day, such as 21/7/2026 to 1/9/2026"
        first, last = (day for day in ends if day)
        if last < first:
            return [], f"{line.strip()}: the last day is before the first"
        found.append([first.isoformat(), last.isoformat()])
    return found, ""


def _day(text: str) -> datetime.date | None:
    match = _DAY.fullmatch(text.strip())
    try:
        return datetime.date(*map(int, reversed(match.groups()))) if match else None
    except ValueError:
        return None


urls: list[Any] = [
    path("settings", settings, name="settings"),
    path("settings/backup", back_up_now, name="settings-backup"),
    path("settings/purge", purge_now, name="settings-purge"),
]
