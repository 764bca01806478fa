"""What the people of a body prove of its seats: more than any lawful board has room for, or nobody where each has somebody."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from governance.gias.audit.finding import CANNOT_TELL, CONTRADICTS, EMPTY, INCOMPLETE, Finding, are, of_law
from governance.gias.audit.fit import Fit, asks_for, fewest, members
from governance.gias.audit.held import Held
from governance.gias.record import Entry
from governance.model.names import SEATS, seat_words

WRONG: Final = "The record or the board is wrong."
_CAUSES: Final = {
    "head_teacher": " Co-heads, a row that is out of date, or a federation that is not recorded would explain it.",
}


def seats(body: Held, fitted: Fit, on: datetime.date) -> Iterator[Finding]:
    """Say what is wrong with the seats, and which are empty or not recorded in every lawful board."""
    counts = sure(body)
    for seat, limit in fitted.over.items():
        many = counts[seat]
        room = f"more than {limit}" if limit else "any"
        recorded = are(many, f"{seat_words(seat, 1)} is", f"{seat_words(seat, 2)} are")
        says = f"{recorded} recorded, and no lawful board of this kind has {room}."
        yield _no_room(fitted, seat, rows_of(body, seat), says, _CAUSES.get(seat, ""))
    if fitted.total is None and not fitted.over:
        says = "No lawful board of this kind has room for everybody who is recorded."
        yield _no_room(fitted, "", body.roll.live, says)
    for seat in SEATS:
        least = fewest(body.kinds, seat, on)
        many = counts[seat]
        if many >= least or any(seat in post.seats and len(post.seats) > 1 for post in body.roll.posts):
            continue  # somebody of whom it is open may have the seat
        rules = asks_for(body.kinds[0], seat, on)
        recorded = (
            are(many, f"{seat_words(seat, 1)} is", f"{seat_words(seat, 2)} are")
            if many
            else f"No {seat_words(seat, 1)} is"
        )
        empty = are(least - many, "seat is", "seats are")
        says = f"{recorded} recorded, and a board of this kind has at least {least}: {empty} empty or not recorded."
        yield of_law(rules, rows_of(body, seat), f"{says} {rules[0].says}" if rules else says, EMPTY)
    yield from too_few(body, on)


def _no_room(fitted: Fit, seat: str, entries: Iterable[Entry], says: str, causes: str = "") -> Finding:
    """Say that there is no room; where the law is doubtful and leaves some on another reading, it is not told."""
    if seat in fitted.doubts:
        says = f"{says} On another reading of the law there is room: {fitted.doubts[seat]}"
        return of_law(fitted.rules[seat], entries, says, CANNOT_TELL)
    return of_law(fitted.rules[seat], entries, f"{says} {WRONG}{causes}", CONTRADICTS)


def too_few(body: Held, on: datetime.date) -> Iterator[Finding]:
    """Say where fewer are recorded than any governing body has members."""
    asked, rule = members(body.kinds[0], on)
    if rule and body.recorded < asked:
        people = are(body.recorded, "person is", "people are")
        says = f"{people} recorded in post, and a governing body has at least {asked} members. The record is incomplete, or the board is."
        yield of_law((rule,), (), says, INCOMPLETE)


def sure(body: Held) -> Counter[str]:
    """Count those of whom it is told which seat they have."""
    return Counter(seat for post in body.roll.posts if len(post.seats) == 1 for seat in post.seats)


def rows_of(body: Held, seat: str) -> list[Entry]:
    """Give the rows of those who have a seat for sure."""
    return [one for post in body.roll.posts if post.seats == {seat} for one in post.entries]
