"""The workbook that a school uploads to the public register, filled from the people of its body into a copy of its template."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from governance.desk.events import record
from governance.desk.look import authority, page, today
from governance.desk.models import OFFICE, Body, Document, School
from governance.desk.people import person_of
from governance.desk.settings import UPLOAD_BYTES
from governance.desk.store import keep
from governance.desk.views.bodies import SECTION, the_body
from governance.errors import GovernanceError
from governance.gias.sheet_words import GID
from governance.people.in_post import in_post
from governance.people.register import Register

if TYPE_CHECKING:
    from governance.gias.sheet import Sheet

_FILE: Final = "file"


def bulk_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the template; fill it, put the copy on file, and say what is left for the school to fill in."""
    one = the_body(request, pk)
    schools = list(one.schools.all())
    made: Sheet | None = None
    document: Document | None = None
    wrong = ""
    if request.method == "POST":
        chosen = next(
            (school for school in schools if str(school.pk) == request.POST.get("school")), schools[0]
        )
        try:
            made = _filled(request, one, chosen)
        except GovernanceError as error:
            wrong = str(error)
        else:
            document = _kept(request, one, chosen, made)
            messages.success(request, "The workbook is filled in and on file.")
    return page(
        request,
        "people/bulk_sheet.html",
        {
            "body": one,
            "schools": schools if len(schools) > 1 else (),
            "made": made,
            "document": document,
            "wrong": wrong,
        },
        title=f"Bulk-update workbook of {one}",
        section=SECTION,
        errors=[{"text": wrong, "href": f"#{_FILE}"}] if wrong else (),
        status=422 if wrong else 200,
    )


def _filled(request: HttpRequest, one: Body, school: School) -> "Sheet":
    from governance.gias.sheet import sheet  # noqa: PLC0415 - Excel is slow to load

    file = request.FILES.get(_FILE)
    data = file.read(UPLOAD_BYTES) if file else b""
    people = tuple(
        attrs.evolve(person_of(row), key=row.gid, body=school.name, urn=school.urn)
        for row in one.appointments.select_related("person").prefetch_related("offices")
        if row.school_id in (None, school.pk)
    )
    register = Register(f"the people of {one}", people, headings={"key": (GID,)})
    named = bool(authority(request).keeps_names)
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.xlsx"
        template.write_bytes(data)
        return sheet(
            template, register, in_post(register, on=today()), school=school.urn or None, named=named
        )


@transaction.atomic
def _kept(request: HttpRequest, one: Body, school: School, made: "Sheet") -> Document:
    title = f"Bulk-update workbook, {school}, {today():%d/%m/%Y}"
    document = keep(
        authority(request), made.data, kind="other", suffix="xlsx", title=title, body=one, by=OFFICE
    )
    record(one.authority, OFFICE, "filled the bulk-update workbook", document, says=title, body=one)
    return document


urls = [path("bodies/<int:pk>/bulk-update", bulk_sheet, name="bulk-sheet")]
