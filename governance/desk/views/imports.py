"""Importing a register in four pages: the file, its columns, the rows that were not read, and what would change."""

import functools
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from governance.desk.api.routes import MEGABYTE
from governance.desk.asked import row_asked
from governance.desk.changes import Changes, changes, digest, do, note, placed
from governance.desk.events import record
from governance.desk.look import address, authority, page, today
from governance.desk.models import OFFICE, Body, ImportRun
from governance.desk.registers import FIELD_WORDS, Seen, given_of, see
from governance.desk.settings import UPLOAD_BYTES
from governance.desk.store import forget, held, keep
from governance.desk.views.bodies import SECTION
from governance.english import day_words
from governance.errors import UnreadableError
from governance.people.headings import IGNORED

_FILE: Final = "file"
_OPEN: Final = ("mapping", "previewed")
_APPLIED: Final = "applied"
_GONE: Final = "gone"
_LATELY: Final = 10
_KEPT: Final = 8
"""How many registers are held while somebody looks at them."""
_MOST: Final = 500
"""How many rows that were not read are listed."""
_NOT_LISTED: Final = "not in the register of {}"
_OF_THE_COMMAND: Final = re.compile(r" [^.]*--columns[^.]*\.")


def begin(request: HttpRequest) -> HttpResponse:
    """Ask for the file; or take it, and go on to its columns."""
    wrong = ""
    rows = Body.objects.visible_to(request.user)
    chosen = request.POST.get("body", request.GET.get("body", ""))
    body = rows.filter(pk=row_asked(chosen)).first()
    if request.method == "POST":
        try:
            return HttpResponseRedirect(address("import-columns", _taken(request, body).pk))
        except UnreadableError as error:
            wrong = ". ".join(one.removesuffix(".") for one in (error.wrong, error.remedy) if one)
    runs = ImportRun.objects.visible_to(request.user).select_related("body")
    return page(
        request,
        "imports/begin.html",
        {
            "bodies": rows,
            "body": body,
            "wrong": wrong,
            "most": UPLOAD_BYTES // MEGABYTE,
            "open": runs.filter(status__in=_OPEN),
            "lately": runs.filter(status=_APPLIED)[:_LATELY],
        },
        title="Import a register",
        section=SECTION,
        errors=[{"text": wrong, "href": f"#{_FILE}"}] if wrong else (),
        status=422 if wrong else 200,
    )


def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what each column was taken for, and take what somebody says it is."""
    run = _run(request, pk)
    if request.method == "POST":
        fields = {
            heading: request.POST.get(f"column-{number}", "")
            for number, heading in enumerate(run.mapping["headings"])
        }
        run.mapping = {**run.mapping, "fields": fields}
        run.save()
        if _seen_of(run).register is not None:
            return HttpResponseRedirect(address("import-rows", run.pk))
    seen = _seen_of(run)
    fields = run.mapping.get("fields") or _told(seen)
    errors = [{"text": one, "href": "#columns"} for one in seen.wrong]
    return page(
        request,
        "imports/columns.html",
        {
            "run": run,
            "columns": [(number, one, fields.get(one, IGNORED)) for number, one in enumerate(seen.headings)],
            "fields": [(IGNORED, "Not read"), *FIELD_WORDS.items()],
            "named": run.authority.keeps_names,
            "rows": len(seen.register.people) if seen.register else None,
        },
        title="Import: the columns",
        section=SECTION,
        errors=errors,
        status=422 if errors and request.method == "POST" else 200,
    )


@require_safe
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what could not be read, each with its line and why, and the rows of no body that the desk knows."""
    run = _run(request, pk)
    seen = _seen_of(run)
    if seen.register is None:
        return HttpResponseRedirect(address("import-columns", run.pk))
    found, unknown = _placed(request, run, seen)
    return page(
        request,
        "imports/rows.html",
        {
            "run": run,
            "problems": [(one, _plain(one.says)) for one in seen.register.problems[:_MOST]],
            "more": max(0, len(seen.register.problems) - _MOST),
            "unknown": unknown,
            "taken": sum(map(len, found.values())),
            "bodies": len(found),
        },
        title="Import: rows that were not read",
        section=SECTION,
    )


def changes_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would change; or do it, where that is still the same."""
    run = _run(request, pk)
    seen = _seen_of(run)
    if seen.register is None:
        return HttpResponseRedirect(address("import-columns", run.pk))
    found = _changes(request, run, seen)
    stale = False
    if request.method == "POST":
        if request.POST.get("digest") == digest(found):
            return _apply(request, run, seen)
        stale = True
    text = "Something changed since this page was made. Look at it again, then apply it"
    return page(
        request,
        "imports/changes.html",
        {
            "run": run,
            "bodies": found,
            "digest": digest(found),
            "counts": _counted(found),
            "gone_words": _NOT_LISTED.format(day_words(today())),
            "named": run.authority.keeps_names,
        },
        title="Import: what would change",
        section=SECTION,
        errors=[{"text": text, "href": "#main-content"}] if stale else (),
        status=409 if stale else 200,
    )


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave an import, and forget its file."""
    run = _run(request, pk)
    with transaction.atomic():
        _close(run, "left", {})
        record(run.authority, OFFICE, "left an import", run, says="A register", body=run.body)
    messages.success(request, "The import is left, and its file is forgotten.")
    return HttpResponseRedirect(address("import-begin"))


def _taken(request: HttpRequest, body: Body | None) -> ImportRun:
    """Take the file and look at it; UnreadableError says why it cannot be."""
    file = request.FILES.get(_FILE)
    if file is None:
        raise UnreadableError("Choose a file", "It is a workbook, or a table as .csv or .tsv")
    if (file.size or 0) > UPLOAD_BYTES:
        raise UnreadableError(f"It is larger than {UPLOAD_BYTES // MEGABYTE} MB", "Give a part of it")
    data, whose = file.read(), authority(request)
    seen = see(data, {}, names=False)
    before = [
        one.mapping
        for one in ImportRun.objects.visible_to(request.user).filter(status=_APPLIED)
        if one.mapping.get("headings") == list(seen.headings) and one.mapping.get("fields")
    ]
    mapping = before[0] if before else {"headings": list(seen.headings), "fields": {}}
    with transaction.atomic():
        document = keep(
            whose,
            data,
            kind="register",
            suffix="",
            title="Register that is being imported",
            body=body,
            by=OFFICE,
        )
        run: ImportRun = ImportRun.objects.create(
            authority=whose, body=body, document=document, mapping=mapping, by=OFFICE
        )
        record(whose, OFFICE, "began an import", run, says="A register", body=body)
    return run


def _run(request: HttpRequest, pk: int) -> ImportRun:
    """Give an import that is open; 404 where there is none."""
    rows = ImportRun.objects.visible_to(request.user).select_related("authority", "body", "document")
    run = rows.filter(pk=pk, status__in=_OPEN, document__isnull=False, kind="register").first()
    if run is None:
        raise Http404
    return run


def _seen_of(run: ImportRun) -> Seen:
    given = given_of(run.mapping.get("fields") or {})
    return _seen(run.document.sha256, json.dumps(given), run.authority.keeps_names)


@functools.lru_cache(maxsize=_KEPT)
def _seen(sha256: str, given: str, names: bool) -> Seen:  # noqa: FBT001 - a key of what is kept
    return see(held(sha256), json.loads(given), names=names)


def _told(seen: Seen) -> dict[str, str]:
    """Give what each column was taken for."""
    if seen.register is None:
        from governance.people.headings import field_of  # noqa: PLC0415 - only where it could not be told

        return {
            one: field if (field := field_of(one) or "") in FIELD_WORDS else IGNORED for one in seen.headings
        }
    return {heading: field for field, those in seen.register.headings.items() for heading in those}


def _placed(request: HttpRequest, run: ImportRun, seen: Seen) -> tuple[dict[int, list[Any]], list[str]]:
    bodies = Body.objects.visible_to(request.user).filter(closed_on=None).prefetch_related("schools")
    return placed(seen.register, list(bodies), run.body) if seen.register else ({}, [])


def _changes(request: HttpRequest, run: ImportRun, seen: Seen) -> list[Changes]:
    found, _ = _placed(request, run, seen)
    rows = Body.objects.visible_to(request.user).filter(pk__in=found).select_related("authority")
    by_key = bool(seen.register and "key" in seen.register.headings)
    return [changes(body, found[body.pk], by_key=by_key) for body in rows if found[body.pk]]


def _counted(found: Iterable[Changes]) -> dict[str, int]:
    return {kind: sum(len(one.of(kind)) for one in found) for kind in ("new", "changed", "gone", "same")}


def _apply(request: HttpRequest, run: ImportRun, seen: Seen) -> HttpResponse:
    with transaction.atomic():
        found = _changes(request, run, seen)
        if _GONE not in request.POST:
            found = [
                attrs.evolve(one, changes=tuple(row for row in one.changes if row.kind != _GONE))
                for one in found
            ]
        for one in found:
            for change in one.changes:
                do(one.body, change, run, gone=_NOT_LISTED.format(day_words(today())), on=today())
            facts = {kind: len(one.of(kind)) for kind in ("new", "changed", "gone")}
            record(
                run.authority,
                OFFICE,
                "imported a register",
                run,
                says=one.body.name,
                body=one.body,
                facts=facts,
            )
        counts = _counted(found)
        note(
            run,
            [(one.line, one.column or "", _plain(one.says)) for one in seen.register.problems[:_MOST]]
            if seen.register
            else [],
        )
        _close(run, _APPLIED, counts)
    messages.success(
        request,
        f"Applied: {counts['new']} new, {counts['changed']} changed, {counts['gone']} no longer listed, {counts['same']} as they were.",
    )
    return HttpResponseRedirect(address("people", found[0].body.pk) if len(found) == 1 else address("bodies"))


def _plain(says: str) -> str:
    """Leave out what is said of an option of the command: a page has a field for it."""
    return _OF_THE_COMMAND.sub("", says)


def _close(run: ImportRun, status: str, counts: Mapping[str, int]) -> None:
    document = run.document
    run.status, run.counts, run.document = status, dict(counts), None
    run.applied_at = timezone.now() if status == _APPLIED else None
    run.save()
    if document is not None:
        forget(document)
    _seen.cache_clear()


urls = [
    path("imports/new", begin, name="import-begin"),
    path("imports/<int:pk>/columns", columns, name="import-columns"),
    path("imports/<int:pk>/rows", rows, name="import-rows"),
    path("imports/<int:pk>/changes", changes_page, name="import-changes"),
    path("imports/<int:pk>/leave", leave, name="import-leave"),
]
