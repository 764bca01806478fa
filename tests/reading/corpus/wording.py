"""How one document puts what it says: a choice from each list of phrases, and where they come."""

from collections.abc import Mapping

import attrs

SEAT_MARKS = (
    *("a.", "a)", "(a)", "- a)", "• i.", "i.", "(i)", "1.", "1)", "3.1", "•", "-", "–", "*", "o", ""),
    *("skip", "numbered inside", "A."),
)
"""Marks of seats; "skip" leaves letters out."""

CLAUSE_MARKS = (
    "1.",
    "1",
    "1)",
    "(1)",
    "•",
    "-",
    "",
    "all 1.",
    "style changes",
    "a stop lost",
    "two fives",
    "1. tight",
    "a.",
)
"""Marks of clauses; the named ones are what converters and hands make of numbers."""

ORDERS = (
    ("parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation", "partnership"),
    ("foundation", "parent", "local_authority", "staff", "head_teacher", "co_opted", "partnership"),
    ("head_teacher", "staff", "parent", "local_authority", "co_opted", "foundation", "partnership"),
    ("co_opted", "parent", "staff", "head_teacher", "local_authority", "foundation", "partnership"),
    ("staff", "local_authority", "partnership", "foundation", "head_teacher", "parent", "co_opted"),
)

FORMS = (
    *("instrument", "sentence", "lines in one", "table", "table number first", "table before and after"),
    *("table row each", "headings"),
)
"""How the seats are set out."""


@attrs.frozen
class Wording:
    """A choice for each thing; numbers choose from the list of that name in `phrases`, and the first is the plainest.

    `number` is how seats are counted, `ones` how a seat of one is, `head` how the head teacher is.
    `extras` and `dirt` name what is added, in `extras` and `dirt`.
    """

    form: str = "instrument"
    labels: Mapping[str, int] = attrs.field(factory=dict)
    number: str = "digits"
    ones: str = ""
    head: str = "the"
    mixed: str = ""
    head_inside: int | None = None
    order: int = 0
    end: str = ";"
    seat_mark: str = "(a)"
    clause_mark: str = "1."
    title: str = "Instrument of Government"
    body: str = "governing body"
    lead: int = 0
    total: int | None = 0
    total_in: str = "clause"
    before_and_after: int = 0
    name: int | None = 0
    category: int | None = 0
    capital_category: bool = False
    bodies: int | None = 0
    quote: int = 1
    effect: int | None = 0
    making: int | None = 0
    authority: int = 0
    date: str = "{d} {Month} {y}"
    other_date: str = ""
    term: int = 0
    parent_term: int = 0
    term_words: str = "digits"
    clauses: str = "usual"
    copy: bool = True
    extras: tuple[str, ...] = ()
    dirt: tuple[str, ...] = ()
