"""The instrument of government: the clauses that the law asks of a school of its kind, in their usual order.

Which clauses there are is not decided here: the rule book of the day says what the instrument must state
(its `states` checks), and this module only knows how each such thing is put.
"""

import datetime
from collections.abc import Callable
from typing import Final

from governance.answers import Result, check
from governance.answers.words import day_words, listed
from governance.documents.blocks import (
    Clause,
    Clauses,
    Document,
    Gap,
    Item,
    Signature,
    Subtitle,
    Text,
    Title,
)
from governance.documents.proof import proofread
from governance.documents.word import render
from governance.errors import DraftRefusedError
from governance.law import Kind, RuleBook, governing, rule_book
from governance.law.checks import States
from governance.model import Proposal
from governance.model.names import UNKNOWN, seat_words


def draft(proposal: Proposal, *, on: datetime.date | None = None, anyway: bool = False) -> bytes:
    """Draft the instrument as a Word file; DraftRefusedError where it would be unlawful or incomplete."""
    result = check(proposal, on=on)
    reasons = _reasons(result)
    if reasons and not anyway:
        raise DraftRefusedError(proposal.source, reasons, unlawful=result.lawful is False)
    law = governing(result.on, proposal.school.category, proposal.instrument.effective_on)
    book = rule_book(law, result.on, Kind.of(proposal))
    made = document(proposal, book, complies=not reasons)
    return proofread(render(made), made)


def document(proposal: Proposal, book: RuleBook, *, complies: bool) -> Document:
    """Give the instrument block by block; one that does not comply says so on every page."""
    school, instrument = proposal.school, proposal.instrument
    name = school.name or "[name of the school]"
    items = {rule.check.item for rule in book.rules if isinstance(rule.check, States)}
    clauses = [build(proposal) for item, build in _CLAUSES if item in items or item is None]
    authority = _authority(proposal)
    return Document(
        title=f"Instrument of Government: {name}",
        subject=f"Constitution of the governing body under {book.law.cite}",
        created=instrument.made_on or instrument.effective_on or book.day,
        blocks=(
            Title("Instrument of Government"),
            Subtitle(name),
            Clauses(tuple(clause for clause in clauses if clause)),
            Signature(
                ("Signed on behalf of ", authority),
                ("Signature", "Name", "Office held", "Date"),
            ),
            Signature(
                (
                    "Where this instrument is sealed, the common seal of ",
                    authority,
                    " was affixed in the presence of",
                ),
                ("Authorised signatory",),
            ),
        ),
        footer=f"Instrument of Government: {name}",
        mark=None if complies else f"DRAFT that does not comply with {book.law.cite}: not to be made",
        properties={
            "Law as at": book.day.isoformat(),
            "Regulations": book.law.id,
            "Rules hash": book.law.hash,
        },
    )


def _reasons(result: Result) -> tuple[str, ...]:
    """What stands in the way: every breach, everything unknown, and everything still to be stated."""
    return (
        *(f"{finding.because} ({finding.citation})" for finding in result.of("unlawful", "breached")),
        *(f"{finding.question} ({finding.citation})" for finding in result.of("unlawful", "unknown")),
        *(f"{finding.question} ({finding.citation})" for finding in result.of("note", "unknown")),
    )


def _name(proposal: Proposal) -> Clause:
    return Clause(("The name of the school is ", _given(proposal.school.name, "name of the school"), "."))


_FOUNDATION: Final = {
    "none": "It does not have a foundation and is not a qualifying foundation school.",
    "foundation": "It has a foundation and is not a qualifying foundation school.",
    "qualifying": "It has a foundation and is a qualifying foundation school.",
}


def _category(proposal: Proposal) -> Clause:
    category = proposal.school.category
    article = "an" if category[0] in "aeiou" else "a"
    foundation = _FOUNDATION.get(Kind.of(proposal).foundation or "")
    return Clause(
        (f"The school is {article} {category} school. ", foundation or Gap("whether it has a foundation"))
    )


def _governing_body(proposal: Proposal) -> Clause:
    name = proposal.instrument.governing_body
    quoted = f"“{name}”" if name else Gap("name of the governing body")
    return Clause(("The name of the governing body is ", quoted, "."))


def _seats(proposal: Proposal) -> Clause:
    counts = {seat: count for seat, count in proposal.seats.counts().items() if count}
    lines = [_seat_line(seat, count) for seat, count in counts.items()]
    ends = [";"] * (len(lines) - 2) + ["; and", "."]
    items = tuple(Item((*line, end)) for line, end in zip(lines, ends[-len(lines) :], strict=True))
    return Clause(
        "The governing body consists of:", items=items, after=(*_terms(proposal), *_by_appointer(proposal))
    )


def _seat_line(seat: str, count: int | str) -> tuple[str | Gap, ...]:
    if count == UNKNOWN:
        return (Gap("number"), f" {seat_words(seat, 2)}")
    return (f"{count} {seat_words(seat, int(count))}",)


def _terms(proposal: Proposal) -> list[Text]:
    return [
        f"{_whose(category)} hold office for a term of {term}."
        for category, term in proposal.terms.by_category.items()
        if category != "head_teacher"
    ]


def _whose(category: str) -> str:
    return (
        "All governors other than the head teacher"
        if category == "all"
        else seat_words(category, 2).capitalize()
    )


def _by_appointer(proposal: Proposal) -> list[Text]:
    fixed = proposal.terms.fixed_by_appointer
    if not fixed:
        return ["The term of office of a governor may not be fixed by those appointing that governor."]
    whose = listed([seat_words(category, 2) for category in fixed])
    sentence = f"The term of office of each of the {whose} may be fixed by those appointing that governor"
    return [f"{sentence}; no other governor’s term may be so fixed."]


def _total(proposal: Proposal) -> Clause:
    total = proposal.seats.sum()
    return Clause(("The total number of governors is ", Gap("total") if total is None else str(total), "."))


def _effect(proposal: Proposal) -> Clause:
    day = proposal.instrument.effective_on
    return Clause(("This instrument of government has effect from ", _day(day, "date of effect"), "."))


def _made(proposal: Proposal) -> Clause:
    day = _day(proposal.instrument.made_on, "date of the order")
    return Clause(("This instrument was made by order of ", _authority(proposal), " on ", day, "."))


def _copies(_: Proposal) -> Clause:
    return Clause(
        "A copy of this instrument is to be supplied to every member of the governing body, "
        "and to the head teacher if not a governor."
    )


_CLAUSES: Final[tuple[tuple[str | None, Callable[[Proposal], Clause | None]], ...]] = (
    ("name", _name),
    ("category", _category),
    ("governing_body", _governing_body),
    (None, _seats),
    (None, _total),
    ("effective_on", _effect),
    (None, _made),
    (None, _copies),
)
"""Each clause with the item of contents it states (None: custom), in the order instruments have them."""


def _authority(proposal: Proposal) -> str | Gap:
    if proposal.instrument.made_by:
        return proposal.instrument.made_by
    local_authority = proposal.school.local_authority
    return f"{local_authority} Local Authority" if local_authority else Gap("local authority")


def _given(value: str | None, what: str) -> str | Gap:
    return value or Gap(what)


def _day(day: datetime.date | None, what: str) -> str | Gap:
    return day_words(day) if day else Gap(what)
