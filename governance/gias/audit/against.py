"""The record of a body against its instrument, which has an end on both sides, and against a register of its governors."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Final

from governance.answers.check import check
from governance.english import day_words
from governance.errors import CannotTellError
from governance.gias.audit.finding import CONTRADICTS, EMPTY, QUALITY, Finding, are, lines
from governance.gias.audit.fit import splits
from governance.gias.audit.held import Held
from governance.gias.audit.on_file import OnFile
from governance.gias.audit.seats import WRONG
from governance.gias.record import Entry
from governance.model.names import SEATS, UNKNOWN, seat_words
from governance.model.term import Term

_RULE: Final = "record: instrument"


def in_force(filed: OnFile, on: datetime.date) -> str:
    """Say why an instrument cannot be used on a day; empty where it can."""
    since = filed.proposal.instrument.effective_on
    if since and since > on:
        return f"The instrument takes effect on {day_words(since)}. The one before it is not on file."
    if (
        any(count == UNKNOWN for count in filed.proposal.seats.counts().values())
        or not filed.proposal.seats.sum()
    ):
        return "The instrument leaves seats open, so the record is not held against it."
    return ""


def against(body: Held, filed: OnFile, on: datetime.date) -> Iterator[Finding]:
    """Say where the record does not agree with the instrument, and the instrument with the law, and the register with either."""
    seats = {seat: int(count) for seat, count in filed.proposal.seats.counts().items()}
    possible = frozenset(seat for seat, count in seats.items() if count)
    narrowed = [(post.seats & possible or post.seats, post.entries) for post in body.roll.posts]
    rows = {
        seat: [one for those, entries in narrowed if those == {seat} for one in entries] for seat in SEATS
    }
    counts = Counter(next(iter(those)) for those, _ in narrowed if len(those) == 1)
    since = filed.proposal.instrument.effective_on
    instrument = f"the instrument{f' in force since {day_words(since)}' if since else ''}"
    for seat in SEATS:
        many, there = counts[seat], seats[seat]
        one, several = (seat_words(seat, number) for number in (1, 2))
        recorded = are(many, f"{one} is", f"{several} are") if many else f"No {one} is"
        says = f"{recorded} recorded, and {instrument} has {are(there, 'seat', 'seats') if there else 'no seat'}."
        if many > there:
            yield Finding(_RULE, lines(rows[seat]), f"{says} {WRONG}", filed.file_name, CONTRADICTS)
        elif many < there and not any(seat in those and len(those) > 1 for those, _ in narrowed):
            yield Finding(_RULE, lines(rows[seat]), says, filed.file_name, EMPTY)
    if all(counts[seat] <= seats[seat] for seat in SEATS) and not _room(body, seats):
        says = f"{instrument[:1].upper()}{instrument[1:]} has not room for everybody who is recorded. {WRONG}"
        yield Finding(_RULE, lines(body.roll.live), says, filed.file_name, CONTRADICTS)
    yield from _lawful(filed, on)
    yield from _kind(body, filed)
    yield from _register(filed, counts)


def allowed(filed: OnFile, entry: Entry, seats: frozenset[str]) -> Term | None:
    """Give the term that the instrument in force on the day of an appointment sets for its category; None where it sets none."""
    terms = filed.proposal.terms_on(entry.appointed_on) if entry.appointed_on else None
    if terms is None or len(seats) != 1 or not seats.isdisjoint(terms.fixed_by_appointer):
        return None
    (seat,) = seats
    return terms.by_category.get(seat, terms.by_category.get("all"))


def _room(body: Held, seats: Mapping[str, int]) -> bool:
    """Tell whether everybody can have one of the seats."""
    ways = splits(body.needs, [seat for seat, count in seats.items() if count])
    return body.recorded <= sum(seats.values()) and any(
        all(many <= seats[seat] for seat, many in way.items()) for way in ways
    )


def _lawful(filed: OnFile, on: datetime.date) -> Iterator[Finding]:
    try:
        result = check(filed.proposal, on=on)
    except CannotTellError:
        return
    for one in result.of("unlawful", "breached"):
        yield Finding(
            one.rule, (), f"The instrument itself breaks a rule: {one.because}.", one.citation, CONTRADICTS
        )


def _kind(body: Held, filed: OnFile) -> Iterator[Finding]:
    category = filed.proposal.school.category
    if category != body.kind:
        says = f"The instrument is of another kind of body ({category}) than the record has ({body.kind})."
        yield Finding("record: kind", (), says, filed.file_name, QUALITY)


def _register(filed: OnFile, counts: Counter[str]) -> Iterator[Finding]:
    if not filed.register:
        return
    for seat in SEATS:
        there, here = filed.in_post.get(seat, 0), counts[seat]
        if there != here:
            says = f"The register has {are(there, seat_words(seat, 1), seat_words(seat, 2))} in post, and the record {here}."
            yield Finding("record: register", (), says, PurePath(filed.register).name, QUALITY)
