"""The audit of the authority: every body by what was found on it, as a table and as a workbook."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk.everybody import Everybody, everybody
from governance.desk.heat import ASPECTS, GRADES, OF_PEOPLE, Row, Waiting, by_aspect, rows, sheet
from governance.desk.look import page, today
from governance.desk.models import Proposal
from governance.desk.statuses import OVER
from governance.desk.views.bodies import page_of, query_of

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the table, what needs attention first, or sorted by one column."""
    people, sort = everybody(request.user, today()), request.GET.get("sort", "")
    found, sort = _rows(request, people), sort if sort in ASPECTS else ""
    shown = people.once(("audit", sort), lambda: by_aspect(found, sort)) if sort else found
    return page(
        request,
        "audit/audit.html",
        {
            "rows": page_of(shown, request),
            "aspects": ASPECTS,
            "sort": sort,
            "query": query_of({"sort": sort}),
            "counts": people.once("wrong", lambda: _wrong(found)),
            "of_people": OF_PEOPLE,
            "grades": GRADES,
        },
        title="Audit",
        section="audit",
    )


@require_safe
def audit_sheet(request: HttpRequest) -> HttpResponse:
    """Give the same table as a workbook, with what each cell stands for."""
    response = HttpResponse(
        sheet(_rows(request, everybody(request.user, today())), today=today()), content_type=_SHEET
    )
    response["Content-Disposition"] = f'attachment; filename="audit-{today()}.xlsx"'
    return response


def _rows(request: HttpRequest, people: Everybody) -> list[Row]:
    return people.once("audit", lambda: rows(people.bodies, _waiting(request)))


def _waiting(request: HttpRequest) -> dict[int, Waiting]:
    waits = Proposal.objects.visible_to(request.user).exclude(status__in=OVER).values_list("body", "due_on")
    waiting: dict[int, Waiting] = {}
    for body, due in waits:
        before = waiting.get(body, Waiting())
        waiting[body] = Waiting(before.open + 1, before.late + bool(due and due < today()))
    return waiting


def _wrong(found: list[Row]) -> dict[str, int]:
    return {aspect: sum(row.cells[aspect].grade == GRADES[0] for row in found) for aspect in ASPECTS}


urls = [path("audit", audit, name="audit"), path("audit/sheet", audit_sheet, name="audit-sheet")]
