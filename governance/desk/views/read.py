"""A document is uploaded, read in a process of its own, and shown with its words; what was misread is corrected and checked."""

import datetime
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

import attrs
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_safe

from governance.answers.by_category import by_category
from governance.desk import as_read, asked, corrections
from governance.desk.apart import Read, read_apart
from governance.desk.api.routes import MEGABYTE
from governance.desk.events import record
from governance.desk.look import address, authority, page, today
from governance.desk.models import OFFICE, Document
from governance.desk.settings import UPLOAD_BYTES
from governance.desk.shown import asks, shown_by_category
from governance.desk.store import keep
from governance.desk.views.check import USE, answer_on, said_of, with_seats
from governance.errors import CannotTellError, ProposalError, UnreadableError
from governance.model import parse
from governance.model.names import PARTS_OF

_FILE: Final = "file"
_SOURCE: Final = "The document"
_LATELY: Final = 10
_LONGEST: Final = 250
_ENDING: Final = 10
"""How many letters the table has for a title, and for the end of a name."""
_DAY_NEEDED: Final = (
    "Type the day whose law is to be asked and what else is missing, and press Correct and check."
)
_KEEP: Final = "keep"
_TRYING: Final = "trying"
_CSRF: Final = "csrfmiddlewaretoken"


def read(request: HttpRequest) -> HttpResponse:
    """Show the form and what was read lately; or take a document, read it and put it on file."""
    wrong = ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(address("read-document", _taken(request).pk))
        except UnreadableError as error:
            wrong = " ".join(f"{one.removesuffix('.')}." for one in (error.wrong, error.remedy) if one)
    rows = Document.objects.visible_to(request.user).filter(kind="instrument", reading__isnull=False)
    errors = [{"text": wrong, "href": f"#{_FILE}"}] if wrong else []
    said = {
        "wrong": wrong,
        "lately": rows.order_by("-at", "-pk")[:_LATELY],
        "most": UPLOAD_BYTES // MEGABYTE,
    }
    return page(
        request,
        "read/read.html",
        said,
        title="Read a document",
        section="read",
        errors=errors,
    )


def read_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a document says, as a form with the words beside each value, and the answer on it; or keep corrections.

    A board that is only tried is not kept: the address has it.
    """
    document, found = _on_file(request, pk)
    kept = corrections.kept(document)
    given = request.POST if request.method == "POST" else request.GET
    if chosen := given.get(USE):
        typed = {**corrections.form_of(found, kept, today()).typed, **_without_token(given)}
        return HttpResponseRedirect(f"{address('read-document', pk)}?{with_seats(typed, chosen)}")
    form = asked.form(given, today()) if asked.is_filled(given) else corrections.form_of(found, kept, today())
    said = _answer(form, found)
    problems = said.get("problems", ())
    if _KEEP in request.POST and not problems:
        made = corrections.keep(document, form, by=OFFICE, today=today())
        if made:
            many = "1 correction is" if len(made) == 1 else f"{len(made)} corrections are"
            messages.success(request, f"{many} kept with the document.")
        return HttpResponseRedirect(address("read-document", pk))
    shown_fields = {f"school.{key}" for key in ("name", *asked.SCHOOL)} | {
        f"seats.{key}" for key in asked.COUNTS
    }
    return page(
        request,
        "read/document.html",
        {
            "document": document,
            "form": form,
            "trying": asked.is_filled(request.GET) or _TRYING in request.POST,
            "corrected": kept,
            "corrections": corrections.rows(document.corrections.all()),
            "choices": asked.choices(),
            "wrong": asked.at_fields(problems),
            "read": found,
            "said": as_read.by_field(found.answer),
            "others": as_read.others(found.answer, {*shown_fields, asked.DAY}),
            "doubts": as_read.doubts(found.answer),
            "advice": as_read.advice(found.answer),
            "parts": PARTS_OF,
            **said,
        },
        title=f"{document.title}: as it was read",
        section="read",
        errors=asked.errors(problems),
        status=422 if problems and request.method == "POST" else 200,
    )


@require_safe
def read_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the answer alone, for the page to put in its place while somebody corrects."""
    document, found = _on_file(request, pk)
    if asked.is_filled(request.GET):
        form = asked.form(request.GET, today())
    else:
        form = corrections.form_of(found, corrections.kept(document), today())
    return page(request, "check/answer.html", {"form": form, **_answer(form, found)}, title="")


def _without_token(given: Mapping[str, str]) -> dict[str, str]:
    return {name: str(value) for name, value in given.items() if name not in {_KEEP, _TRYING, _CSRF}}


def _taken(request: HttpRequest) -> Document:
    """Read what was uploaded, and put it on file; UnreadableError says why it cannot be."""
    file = request.FILES.get(_FILE)
    if file is None:
        raise UnreadableError("Choose a document", "It is a Word document, a PDF or a text file")
    if (file.size or 0) > UPLOAD_BYTES:
        wrong = f"It is larger than {UPLOAD_BYTES // MEGABYTE} MB"
        raise UnreadableError(wrong, "Save the instrument alone as a file of its own")
    data = file.read()
    found = read_apart(data, file.name or "", source=_SOURCE)
    whose = authority(request)
    title = found.answer["school"].get("name") or f"An instrument read on {today():%-d %B %Y}"
    with transaction.atomic():
        document = keep(
            whose,
            data,
            kind="instrument",
            suffix=PurePath(file.name or "").suffix.lower().removeprefix(".")[:_ENDING],
            title=title[:_LONGEST],
            reading={
                **found.answer,
                corrections.PUT: attrs.asdict(found, filter=lambda field, _: field.name != "answer"),
            },
            by=OFFICE,
        )
        record(whose, OFFICE, "read a document", document, says=document.title)
    return document


def _on_file(request: HttpRequest, pk: int) -> tuple[Document, Read]:
    document = Document.objects.visible_to(request.user).filter(pk=pk).first()
    found = corrections.reading_of(document) if document else None
    if document is None or found is None:
        raise Http404
    return document, found


def _answer(form: asked.Form, found: Read) -> dict[str, Any]:
    """Answer on the document as it was read, or on what was typed in its place."""
    if found.answer["outside"]:
        return {"cannot_tell": found.answer["outside"]}
    if as_read.is_as_read(found, form, today()):
        return _as_it_was_read(form, found)
    if not asked.day_typed(form.typed):
        return {"cannot_tell": _without_a_day(found)}
    return answer_on(attrs.evolve(form, data=as_read.corrected(found, form)))


def _without_a_day(found: Read) -> str:
    """Say why no day is taken where none is given, and what to do."""
    return f"{asks(found.untold) if found.untold else 'The document gives no day from which it has effect.'} {_DAY_NEEDED}"


def _as_it_was_read(form: asked.Form, found: Read) -> dict[str, Any]:
    """Answer as `governance check` does on the file: on its day, and in the labels that the law of that day knows."""
    if found.untold or not (found.put or asked.day_typed(form.typed)):
        return {"cannot_tell": _without_a_day(found)}
    if not found.put:
        return answer_on(attrs.evolve(form, data={"school": {}, "seats": {}, **found.data}))
    on = datetime.date.fromisoformat(found.on) if found.on else None
    try:
        proposals = [parse(tables, source=_SOURCE) for tables in found.put]
        if found.by_category:
            kinds = by_category(proposals, on=on, federated=found.federated)
            return {"by_category": kinds, "rows": shown_by_category(kinds), "dated": found.dated}
        return {**said_of(proposals[0], on), "dated": found.dated}
    except ProposalError as error:
        return {"problems": error.problems}
    except CannotTellError as error:
        return {"cannot_tell": str(error)}


urls = [
    path("read", read, name="read"),
    path("read/<int:pk>", read_document, name="read-document"),
    path("read/<int:pk>/answer", read_answer, name="read-answer"),
]
