"""What a proposal gives and its instrument does not say: named, so that nothing vanishes silently."""

from collections.abc import Iterator
from typing import Any, TypeVar

import attrs

from governance.answers.check import check
from governance.documents.instrument.clauses import body_words, clauses
from governance.documents.word.blocks import Clause, Gap
from governance.law import book_for
from governance.model import Proposal
from governance.model.proposal import Day

_NO_CHARACTER = "no religious_character is given"
_NO_PLACE = "an instrument of this kind has no place for it under the law of the day"

Without = tuple[str, Proposal, str]
"""A thing that is given: its key, the proposal without it, and why an instrument might not state it."""

T = TypeVar("T")


def left_out(proposal: Proposal, *, on: Day | None = None) -> tuple[str, ...]:
    """Name each thing that a proposal gives and its instrument leaves out, with why, and each gap left to fill.

    A thing is left out where the instrument would be the same without it. CannotTellError where the law of the day
    cannot be told.
    """
    book = book_for(proposal, check(proposal, on=on).on)
    written = clauses(proposal, book)
    gaps = dict.fromkeys(gap for clause in written for gap in _gaps(clause))
    return (
        *(
            f"{key} is left out of the instrument: {why}."
            for key, without, why in _given(proposal)
            if clauses(without, book) == written
        ),
        *(f"left to be filled in: {gap}." for gap in gaps),
    )


def _gaps(clause: Clause) -> Iterator[str]:
    for text in (clause.text, *(item.text for item in clause.items), *clause.after):
        if isinstance(text, tuple):
            yield from (part.text for part in text if isinstance(part, Gap))


def _given(proposal: Proposal) -> Iterator[Without]:
    """Take away, one by one, what an instrument may state and only some do."""
    school, instrument = proposal.school, proposal.instrument
    if proposal.ethos:
        yield "[ethos]", attrs.evolve(proposal, ethos=None), _why_no_ethos(proposal)
    if school.religious_character:
        without = attrs.evolve(school, religious_character=None)
        yield "school.religious_character", attrs.evolve(proposal, school=without), _NO_PLACE
    yield from _of_the_foundation(proposal)
    if instrument.sponsor_names:
        why = _NO_PLACE if proposal.seats.sponsor else "there are no sponsor seats"
        yield "instrument.sponsor_names", _with_instrument(proposal, sponsor_names=()), why
    if instrument.nominating_body:
        yield "instrument.nominating_body", _with_instrument(proposal, nominating_body=None), _NO_PLACE
    for place, one in enumerate(proposal.schools):
        if one.religious_character:
            schools = _replaced(proposal.schools, place, attrs.evolve(one, religious_character=None))
            said = f"the religious_character of {one.name or one.category}"
            yield said, attrs.evolve(proposal, schools=schools), _NO_PLACE
        if one.ethos:
            schools = _replaced(proposal.schools, place, attrs.evolve(one, ethos=None))
            why = _NO_PLACE if one.religious_character else _NO_CHARACTER
            yield f"the ethos of {one.name or one.category}", attrs.evolve(proposal, schools=schools), why
    yield from _terms(proposal)


def _why_no_ethos(proposal: Proposal) -> str:
    schools = [one for one in proposal.schools if one.religious_character]
    if not schools and not proposal.school.religious_character:
        return _NO_CHARACTER
    return "each school has an ethos of its own" if any(one.ethos for one in schools) else _NO_PLACE


def _of_the_foundation(proposal: Proposal) -> Iterator[Without]:
    foundation = proposal.foundation
    why = _NO_PLACE if proposal.seats.foundation else "there are no foundation governors"
    for key in ("name", "trust_deed"):
        if getattr(foundation, key):
            yield f"foundation.{key}", _with_foundation(proposal, **{key: None}), why
    for place, one in enumerate(foundation.appointers):
        entries = foundation.appointers[:place] + foundation.appointers[place + 1 :]
        said = f"[[foundation.appointers]] {one.by}"
        yield said, _with_foundation(proposal, appointers=entries), why
        if one.school:
            entries = _replaced(foundation.appointers, place, attrs.evolve(one, school=None))
            yield f"{said}, school", _with_foundation(proposal, appointers=entries), "it is not a federation"
    for place, office in enumerate(foundation.ex_officio):
        offices = foundation.ex_officio[:place] + foundation.ex_officio[place + 1 :]
        said = f"[[foundation.ex_officio]] {office.office}"
        yield said, _with_foundation(proposal, ex_officio=offices), why


def _terms(proposal: Proposal) -> Iterator[Without]:
    """Take away each term; a head teacher is a governor while head teacher, and who is not there has no term."""
    terms, seats = proposal.terms, body_words(proposal).seats
    for category in dict.fromkeys((*terms.by_category, *terms.fixed_by_appointer)):
        if category == "head_teacher":
            why = f"the {seats(category, 1)} holds office with the post"
        elif category != "all" and getattr(proposal.seats, category) == 0:
            why = f"there are no {seats(category, 2)}"
        else:
            why = _NO_PLACE
        if category in terms.by_category:
            left = {seat: term for seat, term in terms.by_category.items() if seat != category}
            yield (
                f"terms.{category}",
                attrs.evolve(proposal, terms=attrs.evolve(terms, by_category=left)),
                why,
            )
        if category in terms.fixed_by_appointer:
            fixed = tuple(seat for seat in terms.fixed_by_appointer if seat != category)
            without = attrs.evolve(terms, fixed_by_appointer=fixed)
            yield f"terms.fixed_by_appointer {category}", attrs.evolve(proposal, terms=without), why


def _with_instrument(proposal: Proposal, **changed: Any) -> Proposal:
    return attrs.evolve(proposal, instrument=attrs.evolve(proposal.instrument, **changed))


def _with_foundation(proposal: Proposal, **changed: Any) -> Proposal:
    return attrs.evolve(proposal, foundation=attrs.evolve(proposal.foundation, **changed))


def _replaced(entries: tuple[T, ...], place: int, entry: T) -> tuple[T, ...]:
    return (*entries[:place], entry, *entries[place + 1 :])
