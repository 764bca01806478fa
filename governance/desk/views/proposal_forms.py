"""The forms of a proposal: the board, and the rest of what an instrument says. What is saved is a new version."""

import contextlib
from collections.abc import Mapping
from typing import Any

import attrs
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from governance.desk import asked, versions
from governance.desk.keeping import StaleError, new_version
from governance.desk.look import address, page, today
from governance.desk.models import OFFICE, Proposal
from governance.desk.statuses import Standing
from governance.desk.views.check import USE, answer_on, with_seats
from governance.desk.views.proposals import SECTION, found
from governance.errors import ProposalError


def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the facts of the school and the seats, with the answer beside them; saving makes a version."""
    one, standing = found(request, pk)
    given = request.POST if request.method == "POST" else request.GET
    if chosen := given.get(USE):
        return HttpResponseRedirect(f"{address('proposal-board', pk)}?{with_seats(_kept(given), chosen)}")
    form = asked.form(given if asked.is_filled(given) else asked.as_typed(standing.version.data), today())
    data = asked.put_into(standing.version.data, form)
    if request.method == "POST" and "save" in given:
        with contextlib.suppress(ProposalError):  # the page says what is wrong, each at its field
            return _saved(request, one, standing, data)
    return _board_page(request, one, standing, form, data)


def board_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the answer alone, for the page to put in its place while somebody types."""
    _, standing = found(request, pk)
    form = asked.form(request.GET, today())
    said = answer_on(attrs.evolve(form, data=asked.put_into(standing.version.data, form)))
    return page(request, "check/answer.html", {"form": form, **said}, title="")


def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the names, the terms, the foundation and the ethos; saving makes a version."""
    one, standing = found(request, pk)
    typed = request.POST.dict() if request.method == "POST" else versions.details(standing.version.data)
    wrong: tuple[Any, ...] = ()
    if request.method == "POST" and "save" in request.POST:
        try:
            return _saved(request, one, standing, versions.with_details(standing.version.data, typed))
        except ProposalError as error:
            wrong = error.problems
    return page(
        request,
        "proposals/details.html",
        {
            "proposal": one,
            "standing": standing,
            "typed": typed,
            "rows": {name: versions.rows(typed, name) for name in ("appointers", "ex_officio")},
            "wrong": asked.at_fields(wrong),
        },
        title=f"Terms, foundation and ethos: {one.title}, {one.body}",
        section=SECTION,
        errors=asked.errors(wrong),
        status=422 if wrong else 200,
    )


def _saved(request: HttpRequest, one: Proposal, standing: Standing, data: Mapping[str, Any]) -> HttpResponse:
    """Save a version, and go to the proposal; show both where another came first. ProposalError where it cannot be read."""
    seen = asked.row_asked(request.POST.get("after"))
    if data == standing.version.data:
        messages.info(request, "Nothing was changed, so there is no new version.")
        return HttpResponseRedirect(address("proposal", one.pk))
    try:
        version = new_version(one, data, after=seen, by=OFFICE, note=request.POST.get("note", "").strip())
    except StaleError as error:
        rows = versions.differences(standing.version.data, data)
        return page(
            request,
            "proposals/stale.html",
            {"proposal": one, "standing": standing, "says": str(error), "rows": rows},
            title=f"Not saved: {one.title}, {one.body}",
            section=SECTION,
            status=409,
        )
    messages.success(request, f"Version {version.number} is saved.")
    return HttpResponseRedirect(address("proposal", one.pk))


def _board_page(
    request: HttpRequest, one: Proposal, standing: Standing, form: asked.Form, data: Mapping[str, Any]
) -> HttpResponse:
    said = answer_on(attrs.evolve(form, data=data))
    problems = said.get("problems", ())
    return page(
        request,
        "proposals/board.html",
        {
            "proposal": one,
            "standing": standing,
            "form": form,
            "choices": asked.choices(),
            "wrong": asked.at_fields(problems),
            **said,
        },
        title=f"Facts and seats: {one.title}, {one.body}",
        section=SECTION,
        errors=asked.errors(problems),
        status=422 if problems and request.method == "POST" else 200,
    )


def _kept(given: Mapping[str, str]) -> dict[str, str]:
    return {
        name: str(value)
        for name, value in given.items()
        if name not in ("csrfmiddlewaretoken", "save", "note")
    }


urls = [
    path("proposals/<int:pk>/board", board, name="proposal-board"),
    path("proposals/<int:pk>/board/answer", board_answer, name="proposal-board-answer"),
    path("proposals/<int:pk>/details", details, name="proposal-details"),
]
