"""The days of an office: terms that end, meetings, second meetings, proposals and copies that are due. It holds no names."""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs
from django.db.models import Max, Q, prefetch_related_objects

from governance.answers.procedures.removal import REMOVABLE, removal
from governance.desk import statuses
from governance.desk.everybody import Everybody
from governance.desk.in_post import Staffed
from governance.desk.models import Body, Meeting, Proposal
from governance.english import day_words, either_day, listed, sentence
from governance.errors import CannotTellError
from governance.model.names import SEAT_WORDS

KINDS: Final = {
    "term": "Terms that end",
    "meeting": "Meetings",
    "second": "Second meetings",
    "due": "Proposals due",
    "copies": "Copies due",
}
_MADE: Final = "made"
"""The status in which copies are due."""
_AHEAD: Final = datetime.timedelta(days=731)
_BACK: Final = datetime.timedelta(days=92)
"""How far ahead and back a calendar file goes."""


@attrs.frozen
class Day:
    """Something on a day: its kind, the body, what it is, and what of the body it is about, which its UID is made of.

    `last` is the day on another reading of the law.
    """

    on: datetime.date
    kind: str
    body: Body
    says: str
    about: tuple[str, ...]
    more: str = ""
    proposal: int | None = None
    last: datetime.date | None = None


def days_of(people: Everybody, first: datetime.date, last: datetime.date) -> list[Day]:
    """Give everything from one day to another, in order."""
    return people.once(("days", first, last), lambda: _days(people, first, last))


def _days(people: Everybody, first: datetime.date, last: datetime.date) -> list[Day]:
    rows = {one.row.pk: one.row for one in people.bodies}
    found = [
        *(day for one in people.bodies for day in _terms(one, first, last)),
        *_meetings(rows, first, last),
        *_proposals(rows, people.on),
    ]
    return sorted(
        (day for day in found if first <= day.on <= last), key=lambda day: (day.on, day.body.name, day.about)
    )


def calendar_file(people: Everybody, body: int | None = None) -> bytes:
    """Give them as a calendar file: from some months back to two years ahead, by category and never by key.

    It is of one body where one is given.
    """
    return people.once(("calendar", body), lambda: _calendar_file(people, body))


def _calendar_file(people: Everybody, body: int | None) -> bytes:
    from governance.documents.calendar import calendar_of  # noqa: PLC0415 - only where a calendar is asked for

    days = _days(people, people.on - _BACK, people.on + _AHEAD)
    return calendar_of(
        (
            (day.on, ("desk", str(day.body.pk), day.kind, *day.about), f"{day.body}: {day.says}", day.more)
            for day in days
            if body in {None, day.body.pk}
        ),
        made_on=people.on,
    )


def second_meeting(category: str, first: datetime.date) -> tuple[datetime.date, str]:
    """Give the first day for the second meeting of a removal and the provision; CannotTellError where the law has none."""
    steps = removal(category, first_meeting=first)
    later = next((one for one in steps.steps if one.not_before and one.not_before > first), None)
    if later is None or later.not_before is None:
        says = " ".join(caution for caution in steps.cautions[:1])
        raise CannotTellError(
            f"The law asks for no second meeting to remove {REMOVABLE[category]}. {says}".strip()
        )
    return later.not_before, later.citation


def _terms(one: Staffed, since: datetime.date, until: datetime.date) -> Iterator[Day]:
    for days, line in one.found.ends:
        if not since <= days[0] <= until:
            continue
        what = SEAT_WORDS.get(line.person.category, (line.person.category or "governor",))[0]
        readings = "" if days[0] == days[1] else ", on two readings of the law"
        more = f"The term ends on {either_day(*days)}{readings}"
        about = (line.person.key, str(line.person.line or ""))
        yield Day(days[0], "term", one.row, f"the term of a {what} ends", about, sentence(more), last=days[1])


def _meetings(rows: dict[int, Body], first: datetime.date, last: datetime.date) -> Iterator[Day]:
    for one in Meeting.objects.filter(body__in=rows, on__range=(first, last)):
        kind = "second" if one.second else "meeting"
        yield Day(one.on, kind, rows[one.body_id], one.about or "Meeting", (str(one.pk),))


def _proposals(rows: dict[int, Body], today: datetime.date) -> Iterator[Day]:
    open_ones = Proposal.objects.filter(body__in=rows).exclude(status__in=statuses.OVER)
    due = open_ones.filter(Q(due_on__isnull=False) | Q(status=_MADE))
    waiting = list(due.annotate(moved=Max("versions__moves__on")))
    made_ones = [one for one in waiting if one.status == _MADE]
    prefetch_related_objects(made_ones, "versions__approvals__school", "copies")
    for one in waiting:
        one.body = rows[one.body_id]
        if one.due_on:
            yield Day(one.due_on, "due", one.body, f"“{one.title}” is due", (str(one.pk),), proposal=one.pk)
    for one in made_ones:
        if (standing := statuses.standing_of(one)) and standing.case.copies_due:
            says = f"copies of the instrument are still to be sent to {listed(standing.case.copies_due)}"
            more = f"It was made on {day_words(one.moved)}."
            yield Day(max(today, one.moved), "copies", one.body, says, (str(one.pk),), more, one.pk)
