"""Why not? Whether any lawful board has the numbers that are wanted; where none has, the provisions that clash and the proof."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import path

from governance.answers.options import Options, options
from governance.answers.space.wishes import WishError, wish
from governance.desk import asked
from governance.desk.look import address, page, today
from governance.desk.views.rules import rule_address
from governance.errors import ArgumentError, CannotTellError, Problem, ProposalError
from governance.law.federation import MIXES
from governance.model.meaning import whole
from governance.model.names import CO_OPTED_STAFF, SEATS
from governance.model.proposal import as_day

_WISHES: Final = ("total", *SEATS, CO_OPTED_STAFF)
_FEDERATION: Final = ("schools", "heads")
_MOST: Final = 12
"""How many boards are shown; the question is whether there is any."""
_NUMBERS: Final = "Write a number or its limits: 11, 9..12, 9.. or ..12"


def why_not(request: HttpRequest) -> HttpResponse:
    """Show the form, and the answer on what is in it. Seats of a board that was checked are taken as what is wanted."""
    form = asked.form(_as_wanted(request.GET.dict()), today())
    said = _answer(form) if form["school.category"] else {}
    choices = asked.choices()
    choices["category"][0] = {"value": "", "text": "Choose one"}
    choices["mix"] = [
        {"value": "", "text": "Not said"},
        *({"value": one, "text": one.capitalize()} for one in MIXES),
    ]
    wrong = asked.at_fields(said.get("problems", ()))
    return page(
        request,
        "law/why_not.html",
        {"form": form, "wishes": _WISHES, "hint": _NUMBERS, "choices": choices, "wrong": wrong, **said},
        title="Why not?",
        section="check",
        errors=asked.errors(said.get("problems", ())),
    )


def _as_wanted(given: Mapping[str, str]) -> dict[str, str]:
    if any(name.startswith("wanted.") for name in given):
        return dict(given)
    typed = {name: given.get(f"seats.{name}", "").strip() for name in _WISHES}
    if not any(typed.values()):
        return dict(given)
    # A category that a board leaves empty has no seats; a number that is not settled is not wanted.
    typed |= {name: "0" for name in SEATS if not typed[name]}
    wanted = {f"wanted.{name}": text for name, text in typed.items() if text and whole(text) is not None}
    return {**given, **wanted}


def _answer(form: asked.Form) -> dict[str, Any]:
    """Answer; ProposalError and the like are told at their fields."""
    try:
        found = _options(form)
    except ProposalError as error:
        return {"problems": error.problems}
    except (WishError, ArgumentError) as error:
        return {"problems": (Problem("", "school.category", str(error).removesuffix(".")),)}
    except CannotTellError as error:
        return {"cannot_tell": str(error)}
    day = found.on
    if found.impossible:
        clashes = [
            {"clash": one, "rule": rule_address(day, one.rule) if one.rule else ""}
            for one in found.impossible.clashes
        ]
        return {"found": found, "clashes": clashes}
    return {
        "found": found,
        "boards": [_board(found, form, number) for number in range(min(_MOST, len(found.boards)))],
    }


def _options(form: asked.Form) -> Options:
    wanted, problems = {}, []
    for name in _WISHES:
        if text := form[f"wanted.{name}"]:
            number = whole(text)
            try:
                wanted[name] = text if number is None else number
                wish(wanted[name], name)
            except WishError:
                problems.append(Problem("", f"wanted.{name}", f"{text} is not a number of seats", _NUMBERS))
    given = {}
    for name in _FEDERATION:
        if text := form[f"given.{name}"]:
            if (number := whole(text)) is None:
                problems.append(
                    Problem("", f"given.{name}", f"{text} is not a whole number", "Write one such as 2")
                )
            else:
                given[name] = number
    day = None
    try:
        day = as_day(asked.day_typed(form.typed))
    except ArgumentError:
        problems.append(Problem("", asked.DAY, "This is not a day of the calendar"))
    if problems or day is None:
        raise ProposalError(tuple(problems))
    character = form["school.religious_character"].casefold()
    return options(
        form["school.category"],
        on=day,
        foundation=form["school.foundation"] or None,
        head_resigned=form["school.head_resigned"] == "true",
        religious_character=character not in ("", "none"),
        phase=form["school.phase"] or None,
        mix=form["given.mix"] or None,
        given=given if form["school.category"] == "federation" else None,
        wanted=wanted,
    )


def _board(found: Options, form: asked.Form, number: int) -> dict[str, Any]:
    """Give a lawful board, and the address at which it is checked."""
    one = found.boards[number]
    kept = {name: value for name, value in form.typed.items() if name.startswith(("school.", asked.DAY))}
    seats = {f"seats.{seat}": str(count) for seat, count in one.seats.items() if count}
    return {"board": one, "href": f"{address('check')}?{urlencode({**kept, **seats})}"}


urls = [path("check/why-not", why_not, name="why-not")]
