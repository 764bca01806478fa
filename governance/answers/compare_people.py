"""What a new instrument does to governors in post: seats gained and lost, vacancies, and terms that change.

It is told by category and never of one person, as far as two proposals say it. How governors in excess leave is a
procedure of its own.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Final, Literal

import attrs

from governance.answers.outcomes import Outcome, effect, fate, no_such_category, surplus_method
from governance.english import day_words, listed
from governance.law import Reading, Rule, RuleBook
from governance.law.checks.terms import InTerm, TermRunsOn
from governance.model import Proposal
from governance.model.names import SEAT_WORDS, SEATS, UNKNOWN, seat_words

What = Literal["all", "seats gained", "seats lost", "not settled", "no seat", "no such category", "term"]

_POSTS: Final = ("head_teacher",)
"""Held with a post: such a governor is never in excess and serves no term."""


@attrs.frozen
class InPost:
    """What becomes of those in post, of some categories or (where none is named) of all, and what it rests on.

    `doubt` is another view of the law on it, where there is one. `outcome` and `of` are the same as of each person in a
    transition, where the proposals say how many are in post in a category that loses seats.
    """

    categories: tuple[str, ...]
    what: What
    says: str
    citation: str = ""
    url: str = ""
    doubt: str = ""
    outcome: Outcome | None = None
    of: Mapping[str, object] | None = None


def in_post(old: Proposal, new: Proposal, book: RuleBook) -> tuple[InPost, ...]:
    """Say what becomes of governors in post when `new` takes effect in place of `old`, under the law of a day."""
    day = new.instrument.effective_on or book.day
    if new.school.category == "federation" != old.school.category:
        return (_federated(book, day),)
    if old.seats.counts() == new.seats.counts() and old.terms == new.terms:
        return ()
    running = next((rule for rule in book.person_rules if isinstance(rule.check, TermRunsOn)), None)
    if running is None or old.school.category == "federation" != new.school.category:
        return (
            InPost((), "all", f"What becomes of governors in post under {book.law.cite} is not encoded."),
        )
    changed = (*_seats(old, new, book, day, running), *_terms(old, new, book, day, running))
    return (_go_on(running), *changed) if changed else ()


def _federated(book: RuleBook, day: datetime.date) -> InPost:
    gap = next((one for one in book.law.provisions if one.number == "regulation/13"), None)
    says = (
        f"On the federation date the governing bodies of the schools are dissolved, and every office in them ends. "
        f"Governors of the federation are elected and appointed afresh; the instrument takes effect on {day_words(day)}."
    )
    return InPost((), "all", says, f"{book.law.cite} reg 13", gap.url if gap else "")


def _go_on(running: Rule) -> InPost:
    says = (
        "Governors in post in a category that keeps its seats go on, each to the end of the term that was set when "
        "they were chosen: their terms neither end nor begin again."
    )
    return InPost((), "all", says, running.citation, running.url)


def _seats(
    old: Proposal, new: Proposal, book: RuleBook, day: datetime.date, running: Rule
) -> Iterator[InPost]:
    method = surplus_method(book)[1:] if old.school.category == new.school.category else ("", "")
    for seat in SEATS:
        was, is_ = getattr(old.seats, seat), getattr(new.seats, seat)
        filled = new.filled.get(seat, old.filled.get(seat))
        if UNKNOWN in (was, is_) and was != is_:
            yield InPost(
                (seat,),
                "not settled",
                f"{_many(seat)}: a number of seats is not settled, so it cannot be told.",
            )
        elif was and not book.has_seat(seat):
            yield InPost((seat,), "no such category", no_such_category(seat, book, day))
        elif is_ == was or seat in _POSTS:
            continue
        elif is_ > was:
            says = _gained(seat, was, is_, filled, day)
            yield InPost((seat,), "seats gained", says, running.citation, running.url)
        else:
            what: What = "seats lost" if is_ else "no seat"
            lost = InPost((seat,), what, _lost(seat, was, is_, filled, day), *method)
            if isinstance(filled, int) and seat not in _POSTS:
                told = fate(effect(old, new, book.day), seat, is_, filled, day)
                lost = attrs.evolve(lost, outcome=told.outcome, of=told.of.as_json() if told.of else None)
            yield lost


def _gained(seat: str, was: int, is_: int, filled: int | None, day: datetime.date) -> str:
    more = is_ - was
    said = f"{_many(seat)}: {_count(more)} more, {is_} instead of {was}"
    if filled is None:
        vacant = (
            f"{more} {'is' if more == 1 else 'are'} vacant from {day_words(day)} if every seat is filled now"
        )
    elif filled > is_:
        vacant = f"with {filled} in post {filled - is_} of them must still go"
    else:
        vacant = f"with {filled} in post {is_ - filled} {'is' if is_ - filled == 1 else 'are'} vacant from {day_words(day)}"
    return f"{said}; {vacant}. A new holder's term runs from the election or appointment."


def _lost(seat: str, was: int, is_: int, filled: int | None, day: datetime.date) -> str:
    said = f"{_many(seat)}: {_count(was - is_)} fewer, {is_} instead of {was}"
    if not is_:
        return (
            f"{said}. All who are in post on {day_words(day)} must go. With nobody to choose no vote on skills decides "
            "anything, and that they go is an item of the agenda all the same."
        )
    if filled is None:
        return (
            f"{said}. If more than {is_} {'is' if is_ == 1 else 'are'} in post on {day_words(day)}, those in excess must go, "
            "after any resignations; nobody has to go before."
        )
    if filled > is_:
        return (
            f"{said}. Of {filled} {seat_words(seat, filled)} in post {filled - is_} must go, after any resignations; nobody "
            f"has to go before {day_words(day)}."
        )
    vacant = is_ - filled
    left = f", and {_count(vacant)} {'stays' if vacant == 1 else 'stay'} vacant" if vacant else ""
    return f"{said}. With {filled} in post nobody has to go{left}."


def _terms(
    old: Proposal, new: Proposal, book: RuleBook, day: datetime.date, running: Rule
) -> Iterator[InPost]:
    whole = next(rule.check.term for rule in book.person_rules if isinstance(rule.check, InTerm))
    alike: dict[tuple[str, str], list[str]] = {}
    for seat in SEATS:
        before, after = (_term(one, seat, str(whole)) for one in (old, new))
        if seat not in _POSTS and before != after and getattr(new.seats, seat):
            alike.setdefault((before, after), []).append(seat)
    for (before, after), seats in alike.items():
        says = (
            f"{_many(*seats)}: the term is {after} instead of {before} for those elected or appointed on or after "
            f"{day_words(day)}. It neither cuts nor extends the term of those in post."
        )
        yield InPost(
            tuple(seats), "term", says, running.citation, running.url, _doubt(book.reading_of(running))
        )


def _term(one: Proposal, seat: str, whole: str) -> str:
    if seat in one.terms.fixed_by_appointer:
        return "what those appointing set"
    terms = one.terms.by_category
    return str(terms.get(seat, terms.get("all", whole)))


def _doubt(reading: Reading | None) -> str:
    return f"{reading.doubt} The other view: {reading.other}" if reading else ""


def _count(seats: int) -> str:
    return f"{seats} seat{'' if seats == 1 else 's'}"


def _many(*seats: str) -> str:
    words = listed([SEAT_WORDS[seat][1] for seat in seats])
    return f"{words[:1].upper()}{words[1:]}"
