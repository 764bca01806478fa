"""The audit of the authority: every body by what was found on it, as a table and as a workbook."""

from collections import Counter
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from governance.desk.heat import ASPECTS, GRADES, OF_PEOPLE, Row, Waiting, by_aspect, rows, sheet
from governance.desk.in_post import staffed
from governance.desk.look import page, today
from governance.desk.models import Body, Proposal
from governance.desk.statuses import OVER
from governance.desk.views.bodies import page_of, query_of

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the table, what needs attention first, or sorted by one column."""
    found = _rows(request)
    sort = request.GET.get("sort", "")
    if sort in ASPECTS:
        found = by_aspect(found, sort)
    counts = {aspect: Counter(row.cells[aspect].grade for row in found)[GRADES[0]] for aspect in ASPECTS}
    asked = {"sort": sort if sort in ASPECTS else ""}
    return page(
        request,
        "audit/audit.html",
        {
            "rows": page_of(found, request),
            "aspects": ASPECTS,
            "sort": asked["sort"],
            "query": query_of(asked),
            "counts": counts,
            "of_people": OF_PEOPLE,
            "grades": GRADES,
        },
        title="Audit",
        section="audit",
    )


@require_safe
def audit_sheet(request: HttpRequest) -> HttpResponse:
    """Give the same table as a workbook, with what each cell stands for."""
    response = HttpResponse(sheet(_rows(request), today=today()), content_type=_SHEET)
    response["Content-Disposition"] = f'attachment; filename="audit-{today()}.xlsx"'
    return response


def _rows(request: HttpRequest) -> list[Row]:
    bodies = Body.objects.visible_to(request.user).filter(closed_on=None)
    waits = Proposal.objects.visible_to(request.user).exclude(status__in=OVER).values_list("body", "due_on")
    waiting: dict[int, Waiting] = {}
    for body, due in waits:
        before = waiting.get(body, Waiting())
        waiting[body] = Waiting(before.open + 1, before.late + bool(due and due < today()))
    return rows(staffed(bodies, today()), waiting)


urls = [path("audit", audit, name="audit"), path("audit/sheet", audit_sheet, name="audit-sheet")]
