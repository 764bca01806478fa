"""What is to be said of the rows themselves: terms that are too long, ended, or cannot be; bodies, repetitions, chairs."""

import datetime
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from governance.answers.procedures.source import PROCEDURES_2013, source
from governance.english import day_words
from governance.errors import CannotTellError
from governance.gias.audit.appointers import NOT_TOLD, NOWHERE, OLDER, meaning
from governance.gias.audit.finding import (
    CANNOT_TELL,
    INCOMPLETE,
    LONG,
    NOTE,
    QUALITY,
    Finding,
    are,
    lines,
    of_law,
    of_record,
)
from governance.gias.audit.held import Held
from governance.gias.record import Entry
from governance.law import Rule
from governance.law.book import whole_book
from governance.law.checks.board import TermBetween
from governance.law.checks.calendar import after
from governance.model import Proposal, School, Seats
from governance.model.term import Term

_ANY_SCHOOL: Final = Proposal(School("community"), Seats())
"""The longest term is the same for every kind of school."""

Allowed = Callable[[Entry, frozenset[str]], Term | None]


def quality(
    body: Held, on: datetime.date, allowed: Allowed = lambda *_: None, *, board: bool = True
) -> Iterator[Finding]:
    """Give what is to be said of the rows of a body; `allowed` gives the term that the instrument sets for one.

    Where it may be no governing body at all, the law on terms and chairs is not about it.
    """
    if board:
        yield from _terms(body, on, allowed)
        yield from _chairs(body, on)
    yield from _days(body, on)
    yield from _appointing_bodies(body)
    yield from _repeated(body)


@functools.lru_cache(maxsize=65_536)
def longest(day: datetime.date) -> tuple[Term, Rule] | None:
    """Give the longest term that the law of a day allows, and the provision; None where that law is not encoded."""
    try:
        rules = whole_book(_ANY_SCHOOL, day).rules
    except CannotTellError:
        return None
    found = [(rule.check.most, rule) for rule in rules if isinstance(rule.check, TermBetween)]
    return min(found, key=lambda one: one[0], default=None)


def _terms(body: Held, on: datetime.date, allowed: Allowed) -> Iterator[Finding]:
    """Say which terms are longer than they may be, on whichever reading of the last day."""
    long: dict[tuple[str, Term], list[tuple[Entry, int]]] = defaultdict(list)
    rules: dict[str, Rule] = {}
    old, endless = [], []
    now = longest(on)
    for one, seats in ((one, post.seats) for post in body.roll.posts for one in post.entries):
        start, end = one.appointed_on, one.ends_on
        if not start or not one.understood or meaning(one.appointing_body).ex_officio:
            continue
        if (found := longest(start)) is None:
            if now and (end or on) > after(start, now[0].months):
                old.append(one)
            continue
        term = found[0]
        if (shorter := allowed(one, seats)) and shorter < term:
            term = shorter
        beyond = ((end or on) - after(start, term.months)).days
        if end is None and beyond > 0:
            endless.append(one)
        elif beyond > 0:
            rules[found[1].id] = found[1]
            long[found[1].id, term].append((one, beyond))
    for (name, term), those in long.items():
        days = sorted({days for _, days in those})
        by = f"{days[0]:,} to {days[-1]:,} days" if len(days) > 1 else are(days[0], "day", "days")
        says = (
            f"{are(len(those), 'term is', 'terms are')} longer than {term}, by {by}, even where the last day is the anniversary of the "
            "appointment and not the day before it. A new term that was recorded by a later end would explain it: it is a new row."
        )
        yield of_law((rules[name],), [one for one, _ in those], says, QUALITY)
    if endless:
        says = f"{are(len(endless), 'row has', 'rows have')} no end, and the longest term that the law allows is over."
        yield of_record("no end", endless, says, QUALITY)
    if old and now:
        says = f"{are(len(old), 'term', 'terms')} of more than {now[0]} began under law that is not encoded."
        yield Finding(LONG, lines(old), says, "", CANNOT_TELL)


def _days(body: Held, on: datetime.date) -> Iterator[Finding]:
    roll = body.roll
    live = list(roll.live)
    both = [one for one in (*live, *roll.ended) if one.appointed_on and one.ends_on]
    before = [one for one in both if one.ends_on < one.appointed_on]  # type: ignore[operator]  # both are there
    past = [*roll.ended, *(one for one in before if one.ends_on and one.ends_on < on)]
    if past:
        says = f"{are(len(past), 'row states', 'rows state')} an end that has passed."
        yield of_record("ended", past, says, NOTE)
    if before:
        says = "The term ends before it begins, so one of the two days is wrong. The person is counted as in post."
        yield of_record("days", before, says, QUALITY)
    if same := [one for one in both if one.ends_on == one.appointed_on]:
        yield of_record("days", same, "The term ends on the day on which it begins.", QUALITY)
    if roll.later:
        says = f"{are(len(roll.later), 'appointment begins', 'appointments begin')} after {day_words(on)}."
        yield of_record("later", roll.later, says, NOTE)
    if unread := [one for one in live if not one.understood]:
        says = "A day of the row cannot be read. The person is counted as in post."
        yield of_record("days", unread, says, QUALITY)
    if missing := [
        one
        for one in live
        if not one.appointed_on and one.understood and not meaning(one.appointing_body).ex_officio
    ]:
        says = "No day of appointment is recorded, so the end of the term cannot be told."
        yield of_record("no start", missing, says, QUALITY)


def _appointing_bodies(body: Held) -> Iterator[Finding]:
    told = {
        NOWHERE: ("This appointing body is none that a maintained school has.", QUALITY),
        OLDER: (
            "The authority appointed: to an interim executive board, or under earlier law. The category is not told.",
            CANNOT_TELL,
        ),
        NOT_TOLD: (
            "The appointing body is blank, or not on the Department's list. The category is not told.",
            CANNOT_TELL,
        ),
    }
    live = list(body.roll.live)
    for what, (says, grade) in told.items():
        if those := [one for one in live if meaning(one.appointing_body).says == what]:
            yield of_record("appointing body", those, says, grade)


def _repeated(body: Held) -> Iterator[Finding]:
    if body.uid:
        return  # the governors of a federation stand under each of its schools
    many = Counter(one.gid for one in body.roll.entries if one.gid)
    twice = [one for one in body.roll.entries if many[one.gid] > 1]
    if twice:
        yield of_record(
            "GID", twice, "The rows have one GID, which the Department gives to one row alone.", QUALITY
        )
    for post in body.roll.posts:
        if len(post.entries) == 1:
            continue
        if len({meaning(one.appointing_body).seats for one in post.entries}) > 1:
            says = "One person is recorded in more than one category, and counted once."
            yield of_record("two categories", post.entries, says, QUALITY)
        elif not any(many[one.gid] > 1 for one in post.entries):
            says = "One person is recorded more than once in one category, and counted once."
            yield of_record("repeated", post.entries, says, QUALITY)


def _chairs(body: Held, on: datetime.date) -> Iterator[Finding]:
    try:
        law = source(PROCEDURES_2013, on)
    except CannotTellError:
        return
    chairs = body.roll.chairs
    if not chairs and any(one.role for one in body.roll.entries):
        rule, (citation, _) = f"{PROCEDURES_2013}: 7(6)", law.cite("7(6)")
        yield Finding(rule, (), "No chair is recorded.", citation, INCOMPLETE)
    if len(chairs) > 1:
        rule, (citation, _) = f"{PROCEDURES_2013}: 7", law.cite("7")
        says = f"{len(chairs)} people are recorded as chair. Whether the office may be shared is not in our notes."
        yield Finding(rule, lines(chairs), says, citation, CANNOT_TELL)
    if different := [
        one
        for post in body.roll.posts
        for one in post.chair
        if meaning(one.appointing_body).seats != post.seats
    ]:
        says = "The row of the chair has another appointing body than that of the governorship: it says who elected the chair."
        yield of_record("chair", different, says, NOTE)
