"""The law of another day: when a board has been lawful and when not, as a bar and as a list of days."""

from typing import Any
from urllib.parse import urlencode

import attrs
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from governance.answers.timeline import Stretch, Timeline, timeline
from governance.desk import asked
from governance.desk.bars import Length, bar
from governance.desk.look import address, page, today
from governance.desk.shown import verdict_kind, verdict_words
from governance.english import day_words
from governance.errors import CannotTellError, ProposalError
from governance.law.library import change_days, library
from governance.law.regime import governing
from governance.law.wording import span_words
from governance.model import Proposal, parse


def law_days(request: HttpRequest) -> HttpResponse:
    """Show the days of the board that is in the address; without one, go where it is typed."""
    if not asked.is_filled(request.GET):
        return HttpResponseRedirect(address("check"))
    form = asked.form(request.GET, today())
    back = f"{address('check')}?{urlencode(form.typed)}"
    said: dict[str, Any] = {"back": back}
    try:
        proposal = parse(form.data, source=asked.SOURCE)
        said |= {"proposal": proposal, **_shown(timeline(proposal), form, proposal)}
    except ProposalError as error:
        said["problems"] = error.problems
    except CannotTellError as error:
        said["cannot_tell"] = str(error)
    return page(request, "law/days.html", said, title="The law of another day", section="check")


def _shown(found: Timeline, form: asked.Form, proposal: Proposal) -> dict[str, Any]:
    rows = [_row(one, form, proposal) for one in found.stretches]
    lengths = [
        Length(
            one.span.since,
            one.span.until,
            row["verdict"].partition(",")[0],
            row["kind"],
            f"{row['when']}: {row['verdict']}",
            f"#{row['id']}",
        )
        for one, row in zip(found.stretches, rows, strict=True)
    ]
    first = found.stretches[0].span.since
    days = sorted({first, *(day for day in change_days(library()) if day > first), today()})
    places = {one.span.since: number for number, one in enumerate(found.stretches)}
    return {
        "rows": rows,
        "now": next(row for row in reversed(rows) if row["since"] <= today()),
        "bar": bar(lengths, today(), "When the board has been lawful"),
        "days": [
            {
                "day": day_words(day),
                "row": rows[places[max(since for since in places if since <= day)]]["id"],
                "now": day == today(),
            }
            for day in days
        ],
    }


def _row(one: Stretch, form: asked.Form, proposal: Proposal) -> dict[str, Any]:
    """Give a stretch of days: the answer, why it is so, and what changed on its first day."""
    conditional = bool(one.conditions)
    query = urlencode({**form.typed, **asked.boxes(one.span.since)})
    return {
        "id": f"from-{one.span.since}",
        "since": one.span.since,
        "when": _sentence(span_words(one.span)),
        "verdict": verdict_words(one.lawful, conditional=conditional),
        "kind": verdict_kind(one.lawful, conditional=conditional),
        "stretch": one,
        "href": f"{address('check')}?{query}" if _is_of_new_ones(one, proposal) else "",
        "rules": address("rule-page", one.span.since.isoformat(), "timeline.html"),
    }


def _is_of_new_ones(one: Stretch, proposal: Proposal) -> bool:
    """Tell whether the law of its first day is that of an instrument which takes effect then, as the page of a board takes it."""
    then = attrs.evolve(proposal.instrument, effective_on=one.span.since, decided_to_vary_on=None)
    try:
        return governing(one.span.since, attrs.evolve(proposal, instrument=then)).id == one.regime
    except CannotTellError:
        return False


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


urls = [path("check/days", law_days, name="law-days")]
