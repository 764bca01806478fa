"""The clauses of an instrument of government: which there are for a body of its kind, and in which order.

A clause that states an item of contents is there where a `states` check of the law asks for the item. The others
(marked None) are customary: the total and the seats are asked for by rules of their own, and the clauses on the
making and on copies stand in every instrument. The order is that of published instruments of each kind.
"""

from collections.abc import Callable
from typing import Final

from governance.documents.instrument.clauses import board, copies, foundation, making
from governance.documents.instrument.clauses.brief import BodyWords, Brief, body_words, brief_for
from governance.documents.instrument.clauses.making import authority
from governance.documents.word.blocks import Clause
from governance.law import RuleBook
from governance.model import Proposal

__all__ = ["BodyWords", "authority", "body_words", "clauses"]

Build = Callable[[Brief], Clause | None]

_CLAUSES: Final[dict[str, tuple[str | None, Build]]] = {
    "name": ("name", board.name),
    "category": ("category", board.category),
    "schools": ("schools", board.schools),
    "body": ("governing_body", board.body),
    "seats": (None, board.seats),
    "seats and terms": (None, board.seats_and_terms),
    "total": (None, board.total),
    "terms": ("term", board.terms),
    "terms by appointer": ("term_by_appointer", board.terms_by_appointer),
    "appointers": ("appointers", foundation.appointers),
    "appointers by school": ("appointers_by_school", foundation.appointers_by_school),
    "ex officio": ("ex_officio_removal", foundation.ex_officio),
    "substitute": ("ex_officio_substitute", foundation.substitute),
    "removal": ("ex_officio_removal", foundation.removal),
    "trust": (None, foundation.trust),
    "ethos": ("ethos", foundation.ethos),
    "ethos by school": ("ethos_by_school", foundation.ethos_by_school),
    "sponsors": ("sponsor_names", making.sponsors),
    "nominating body": ("nominating_body", making.nominating_body),
    "effect": ("effective_on", making.effect),
    "made": (None, making.made),
    "copies": (None, copies.copies),
}
"""Each clause with the item of contents that it states."""

_SEATS: Final = ("seats", "total")
_APPOINTED: Final = ("appointers", "ex officio", "substitute", "removal")
_END: Final = ("effect", "made", "copies")
_EARLIER: Final = ("sponsors", "nominating body")

_ORDERS: Final = {
    "plain": (
        "name",
        "category",
        "body",
        "seats and terms",
        "total",
        "terms by appointer",
        *_EARLIER,
        "ethos",
        *_END,
    ),
    "foundation": (
        "name",
        "category",
        "body",
        *_SEATS,
        *_APPOINTED,
        "trust",
        "terms",
        "terms by appointer",
        *_EARLIER,
        "ethos",
        *_END,
    ),
    "Catholic": (
        "name",
        "ethos",
        "category",
        "trust",
        "body",
        *_SEATS,
        *_APPOINTED,
        "terms",
        "terms by appointer",
        *_EARLIER,
        *_END,
    ),
    "federation": (
        *("name", "schools", "body", *_SEATS, "terms", "terms by appointer", "appointers by school"),
        *("ex officio", "substitute", "removal", "ethos by school", *_END),
    ),
    "unit": ("name", "body", *_SEATS, "terms", "sponsors", *_END),
}


def clauses(proposal: Proposal, book: RuleBook) -> tuple[Clause, ...]:
    """Write every clause that the instrument of a proposal has under a rule book, in order."""
    brief = brief_for(proposal, book)
    built = (
        build(brief)
        for item, build in (_CLAUSES[name] for name in _ORDERS[_order(brief)])
        if item is None or item in brief.items
    )
    return tuple(clause for clause in built if clause)


def _order(brief: Brief) -> str:
    school = brief.proposal.school
    if school.category in ("federation", "pupil referral unit"):
        return school.category.removeprefix("pupil referral ")
    if "appointers" not in brief.items:
        return "plain"
    return "Catholic" if "catholic" in (school.religious_character or "").casefold() else "foundation"
