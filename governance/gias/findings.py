"""What is to be said of one body of the record, each thing with its rule, its lines and its grade.

A record alone is never called unlawful: where it contradicts the law, either the record or the board is wrong.
"""

import datetime
import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from governance.answers.procedures.source import PROCEDURES_2013, source
from governance.english import day_words, listed
from governance.errors import CannotTellError
from governance.gias.appointers import ANY, INTERIM, NOWHERE, meaning
from governance.gias.fit import Fit, asks_for, fewest, members
from governance.gias.held import Held
from governance.gias.record import Entry
from governance.law import Rule
from governance.law.book import whole_book
from governance.law.checks.board import TermBetween
from governance.law.checks.calendar import after
from governance.model import Proposal, School, Seats
from governance.model.names import SEATS, seat_words
from governance.model.term import Term

CONTRADICTS: Final = "contradicts the law"
EXACTLY: Final = "fits exactly"
EMPTY: Final = "fits with empty seats"
INCOMPLETE: Final = "record incomplete"
CANNOT_TELL: Final = "cannot tell"
GRADES: Final = (CONTRADICTS, CANNOT_TELL, INCOMPLETE, EMPTY, EXACTLY)
"""The grades of a body, what needs attention first."""
QUALITY: Final = "data quality"
NOTE: Final = "note"

_CAUSES: Final = {
    "head_teacher": " Co-heads, a row that is out of date, or a federation that is not recorded would explain it.",
}
_TERMS_OF: Final = Proposal(School("community"), Seats())
"""The longest term is the same for every kind of school."""


@attrs.frozen
class Finding:
    """One thing that is said of a body: the rule and its citation, where it is one of law, and the lines."""

    rule: str
    lines: tuple[int, ...]
    says: str
    citation: str
    grade: str

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**attrs.asdict(self), "lines": list(self.lines)}


def findings(body: Held, fitted: Fit | None, on: datetime.date) -> Iterator[Finding]:
    """Give everything that the record of a body proves or leaves open."""
    if body.doubt:
        yield _record("body", (), body.doubt, CANNOT_TELL)
    interim = [one for one in body.roll.live if meaning(one.appointing_body).says == INTERIM]
    if interim:
        says = "An interim executive board is recorded. The law on the constitution of a governing body does not apply to one."
        yield _record("interim executive board", interim, says, CANNOT_TELL)
    elif fitted is not None:
        yield from _seats(body, fitted, on)
    yield from _terms(body)
    yield from _rows(body, on)
    yield from _chairs(body, on)


def _seats(body: Held, fitted: Fit, on: datetime.date) -> Iterator[Finding]:
    """Say where more are recorded than any lawful board has room for, and what every lawful board has and nobody is recorded in."""
    counts = Counter(seat for post in body.roll.posts if len(post.seats) == 1 for seat in post.seats)
    for seat, limit in fitted.over.items():
        many = counts[seat]
        room = f"more than {limit}" if limit else "any"
        says = (
            f"{many} {seat_words(seat, many)} {'is' if many == 1 else 'are'} recorded, and no lawful board of this kind has {room}. "
            f"The record or the board is wrong.{_CAUSES.get(seat, '')}"
        )
        yield _of_law(fitted.rules[seat], _lines(body, seat), says, CONTRADICTS)
    if fitted.total is None and not fitted.over:
        says = "No lawful board of this kind has room for everybody who is recorded. The record or the board is wrong."
        yield _of_law(fitted.rules[""], [one.line for one in body.roll.live], says, CONTRADICTS)
    kind = body.kinds[0]
    for seat in SEATS:
        least = fewest(body.kinds, seat, on)
        if counts[seat] < least and not _open_to(body, seat):
            many = f"only {counts[seat]}" if counts[seat] else "no"
            says = f"Of at least {least} {seat_words(seat, least)} {many} {'one is' if counts[seat] else ''} recorded"
            says = (
                f"No {seat_words(seat, 1)} is recorded, and every lawful board has at least {least}."
                if not counts[seat]
                else f"{counts[seat]} {seat_words(seat, counts[seat])} {'is' if counts[seat] == 1 else 'are'} recorded, and every lawful board has at least {least}."
            )
            yield _of_law(
                asks_for(kind, seat, on),
                _lines(body, seat),
                f"{says} The seat is empty, or not recorded." if least - counts[seat] == 1 else f"{says} The seats are empty, or not recorded.",
                EMPTY,
            )
    asked, rule = members(kind, on)
    if rule and body.recorded < asked:
        says = f"{body.recorded} {'person is' if body.recorded == 1 else 'people are'} recorded in post, and a governing body has at least {asked} members. The record is incomplete, or the board is."
        yield _of_law((rule,), (), says, INCOMPLETE)


def _open_to(body: Held, seat: str) -> bool:
    """Tell whether somebody whose seat is open may have this one."""
    return any(len(post.seats) > 1 and seat in post.seats and post.seats != ANY for post in body.roll.posts)


def _terms(body: Held) -> Iterator[Finding]:
    """Say which terms are longer than the law of the day of appointment allows, on both readings of the last day."""
    long: dict[Rule, list[tuple[Entry, int]]] = {}
    old = []
    for one in body.roll.live:
        start, end = one.appointed_on, one.ends_on
        if start is None or end is None or end <= start or not has_term(one):
            continue
        found = longest(start)
        if found is None:
            if (known := longest(body_law_begins())) and end > after(start, known[0].months):
                old.append(one)
            continue
        term, rule = found
        beyond = (end - after(start, term.months)).days
        if beyond > 0:
            long.setdefault(_Same(rule, term), []).append((one, beyond))
    yield from ()


