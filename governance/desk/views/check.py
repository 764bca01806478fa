"""Check a board: one page, whose answer follows what is typed where there is script."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from governance import repair, unknowns
from governance.answers.by_category import as_each_category, by_category
from governance.answers.check import check as check_board
from governance.desk import asked
from governance.desk.look import address, page, today
from governance.desk.shown import shown, shown_by_category
from governance.errors import CannotTellError, ProposalError
from governance.model import parse
from governance.model.names import SEATS, UNKNOWN
from governance.model.proposal import Proposal

USE: Final = "use"
"""The name of the buttons that take the seats of a nearest board."""


def check(request: HttpRequest) -> HttpResponse:
    """Show the form, and with it the answer on what is in it."""
    if chosen := request.GET.get(USE):
        return HttpResponseRedirect(f"{address('check')}?{with_seats(request.GET, chosen)}")
    form = asked.form(request.GET, today())
    said = answer_on(form) if asked.is_filled(request.GET) else {}
    return page(
        request,
        "check/check.html",
        {
            "form": form,
            "choices": asked.choices(),
            "wrong": asked.at_fields(said.get("problems", ())),
            **said,
        },
        title="Check a board",
        section="check",
        errors=asked.errors(said.get("problems", ())),
    )


def answer(request: HttpRequest) -> HttpResponse:
    """Give the answer alone, for the page to put in its place while somebody types."""
    form = asked.form(request.GET, today())
    return page(request, "check/answer.html", {"form": form, **answer_on(form)}, title="")


def answer_on(form: asked.Form) -> dict[str, Any]:
    """Give what the law says of the board in a form: an answer, the answer for each category, or what is wrong."""
    if form.schools and not form.schools_said:
        return {"schools_needed": True}
    try:
        if not form.data["school"].get("category"):
            found = by_category(as_each_category(form.data, source=asked.SOURCE))
            return {"by_category": found, "rows": shown_by_category(found)}
        return said_of(parse(form.data, source=asked.SOURCE))
    except ProposalError as error:
        return {"problems": error.problems}
    except CannotTellError as error:
        return {"cannot_tell": str(error)}


def said_of(proposal: Proposal, on: datetime.date | None = None) -> dict[str, Any]:
    """Give the answer on a proposal, what its open seats may be, and the nearest boards; CannotTellError as `check`."""
    result = check_board(proposal, on=on)
    said = {"answer": shown(result, proposal), "read_as": proposal.read_as}
    if UNKNOWN in proposal.seats.counts().values():
        said["open"] = _if_it_can_be_told(unknowns, proposal, on)
    return said if result.lawful else {**said, "nearest": _if_it_can_be_told(repair, proposal, on)}


def _if_it_can_be_told(ask: Callable[..., Any], proposal: Proposal, on: datetime.date | None) -> Any:
    try:
        return ask(proposal, on=on)
    except CannotTellError:
        return None


def with_seats(given: Mapping[str, str], chosen: str) -> str:
    """Put the seats of a nearest board in place of those typed."""
    kept = {name: value for name, value in given.items() if name != USE}
    seats = dict(asked.seats_of(chosen))
    for seat in SEATS:
        kept[f"seats.{seat}"] = seats.get(seat, "")
    kept.pop("seats.total", None)
    return urlencode(kept)


urls = [path("check", check, name="check"), path("check/answer", answer, name="check-answer")]
