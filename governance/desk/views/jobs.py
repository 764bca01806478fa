"""Long work: it is asked for, watched and left; what came of it stays."""

from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from governance.desk import jobs as work
from governance.desk.api.routes import MEGABYTE
from governance.desk.events import record
from governance.desk.look import address, authority, page
from governance.desk.models import OFFICE, Job
from governance.desk.settings import UPLOAD_BYTES
from governance.desk.views.bodies import page_of

KINDS: Final = {
    "documents": "Audit of documents",
    "schools": "Schools from the public record",
    "record": "Audit of the public record",
}
_FILES: Final = "files"
_LATELY: Final = 30


def jobs(request: HttpRequest) -> HttpResponse:
    """List what was asked for; or take files and begin."""
    kind = request.POST.get("kind", request.GET.get("kind", "documents"))
    kind = kind if kind in KINDS else "documents"
    wrong = ""
    if request.method == "POST":
        files = request.FILES.getlist(_FILES)
        if not files:
            wrong = "Choose the files"
        elif sum(file.size or 0 for file in files) > UPLOAD_BYTES:
            wrong = f"They are larger than {UPLOAD_BYTES // MEGABYTE} MB together. Give a part of them"
        else:
            whose = authority(request)
            with transaction.atomic():
                job = work.ask(
                    whose, kind, KINDS[kind], [(file.name or "", file.read()) for file in files], by=OFFICE
                )
                record(whose, OFFICE, "asked for a job", job, says=job.title)
            work.begin(job)
            return HttpResponseRedirect(address("job", job.pk))
    return page(
        request,
        "jobs/jobs.html",
        {
            "jobs": Job.objects.visible_to(request.user)[:_LATELY],
            "kinds": KINDS,
            "kind": kind,
            "wrong": wrong,
            "most": UPLOAD_BYTES // MEGABYTE,
        },
        title="Many files at once",
        section="audit",
        errors=[{"text": wrong, "href": f"#{_FILES}"}] if wrong else (),
        status=422 if wrong else 200,
    )


@require_safe
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far it is, again and again until it is done; then what came of it."""
    one = _job(request, pk)
    result = one.result or {}
    rows = result.get("rows") or result.get("schools") or []
    return page(
        request,
        "jobs/job.html",
        {
            "job": one,
            "kinds": KINDS,
            "going": one.status in work.OPEN,
            "rows": page_of(rows, request),
            "result": result,
        },
        title=f"{one.title}, {one.pk}",
        section="audit",
    )


@require_POST
def job_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop it before its next step."""
    one = _job(request, pk)
    work.stop(one)
    return HttpResponseRedirect(address("job", one.pk))


@require_POST
def job_apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the schools that were shown among those of the desk."""
    one = _job(request, pk)
    if one.kind != "schools" or one.status != "done" or "applied" in (one.result or {}):
        raise Http404
    many = work.apply(one, by=OFFICE)
    messages.success(request, f"Applied: {many} schools.")
    return HttpResponseRedirect(address("bodies"))


@require_POST
def job_forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget what came of it, with the names of the files and the workbook."""
    one = _job(request, pk)
    if one.status in work.OPEN:
        raise Http404
    work.forget_result(one, by=OFFICE)
    messages.success(request, "What came of it is forgotten.")
    return HttpResponseRedirect(address("jobs"))


def _job(request: HttpRequest, pk: int) -> Job:
    one = Job.objects.visible_to(request.user).filter(pk=pk).select_related("document").first()
    if one is None:
        raise Http404
    return one


urls = [
    path("jobs", jobs, name="jobs"),
    path("jobs/<int:pk>", job, name="job"),
    path("jobs/<int:pk>/stop", job_stop, name="job-stop"),
    path("jobs/<int:pk>/apply", job_apply, name="job-apply"),
    path("jobs/<int:pk>/forget", job_forget, name="job-forget"),
]
