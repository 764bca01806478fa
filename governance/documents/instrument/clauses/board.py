"""The clauses on what the body is and how it is made up: names, category, seats, total and terms."""

from collections.abc import Iterator
from typing import Final

from governance.documents.instrument.clauses.brief import (
    Brief,
    Line,
    article,
    body_words,
    given,
    listed_parts,
    listing,
)
from governance.documents.word.blocks import Clause, Gap, Held, Text
from governance.law import Kind
from governance.model import Proposal, Term
from governance.model.names import (
    EXTRA_FOUNDATION,
    FOUNDATION_PARENT,
    FOUNDATION_WORDS,
    SEATS,
    STAFF_AND_HEAD,
    UNKNOWN,
)

_CATEGORY: Final = "school.category"
_OF_A_UNIT: Final = ("parent", "staff", *(seat for seat in SEATS if seat not in ("parent", "staff")))
"""The order of the categories of a management committee."""

_PARTS: Final = {
    FOUNDATION_PARENT: (" is eligible as a parent governor", " are eligible as parent governors"),
    EXTRA_FOUNDATION: (" is additional because of sponsors", " are additional because of sponsors"),
}


def name(brief: Brief) -> Clause:
    """Name the school, federation, unit or group of units."""
    thing, name = brief.words.thing, brief.proposal.school.name
    if thing == "unit" and name and name.casefold().endswith("units"):
        thing = "group of units"
    kind = thing if brief.words.thing == "school" else Held(_CATEGORY, thing)
    return Clause(("The name of the ", kind, " is ", given("school.name", name, f"name of the {thing}"), "."))


def category(brief: Brief) -> Clause:
    """State the category, and whether there is a foundation and it is a qualifying foundation school."""
    words = brief.proposal.school.category
    said: Line = (f"The school is {article(words)} ", Held(_CATEGORY, words), " school.")
    if "foundation" not in brief.items:
        return Clause(said)
    foundation = FOUNDATION_WORDS.get(Kind.of(brief.proposal).foundation or "")
    return Clause((*said, " ", given("school.foundation", foundation, "whether it has a foundation")))


def schools(brief: Brief) -> Clause:
    """List the federated schools with their categories."""
    lines: list[Line] = [
        (
            given(f"schools.{place}.name", school.name, "name of the school"),
            f", {article(school.category)} ",
            Held(f"schools.{place}.category", school.category),
            " school",
        )
        for place, school in enumerate(brief.proposal.schools)
    ]
    return Clause("The federated schools are:", items=listing(lines, gap="the federated schools"))


def body(brief: Brief) -> Clause:
    """Name the governing body or committee."""
    said = brief.proposal.instrument.governing_body
    words = brief.words.body
    name: Line = (
        ("“", Held("instrument.governing_body", said), "”") if said else (Gap(f"name of the {words}"),)
    )
    return Clause((f"The name of the {words} is ", *name, "."))


def seats(brief: Brief) -> Clause:
    """List the categories and how many each has."""
    return Clause(
        f"The {brief.words.body} consists of:",
        items=listing(list(_seat_lines(brief)), gap="the seats of each category"),
    )


def seats_and_terms(brief: Brief) -> Clause:
    """List the categories and how many each has, and beneath them the terms."""
    clause = seats(brief)
    return Clause(clause.text, items=clause.items, after=tuple(_terms(brief)))


def terms(brief: Brief) -> Clause | None:
    """State the terms of office in a clause of their own."""
    said = tuple(_terms(brief))
    return Clause(said[0], after=said[1:]) if said else None


def total(brief: Brief) -> Clause:
    """State the total membership."""
    count = brief.proposal.seats.sum()
    return Clause(
        (
            f"The total number of {brief.words.members} is ",
            given("seats.total", None if count is None else str(count), "total"),
            ".",
        )
    )


def _seat_lines(brief: Brief) -> Iterator[Line]:
    counts = brief.proposal.seats.counts()
    heads = counts["head_teacher"]
    with_head = brief.head_is_staff and isinstance(heads, int)
    if with_head:
        # Where no seat is given to the head teacher, it is one of those given to the staff.
        staff = counts["staff"]
        counts["staff"] = staff + heads if isinstance(staff, int) and isinstance(heads, int) else UNKNOWN
        counts["head_teacher"] = 0
    for seat in _OF_A_UNIT if brief.words.thing == "unit" else SEATS:
        count = counts[seat]
        if count == 0:
            continue
        settled = isinstance(count, int)
        including = seat == "staff" and with_head
        # With several head teachers among them, it is not said how many.
        key = f"seats.{STAFF_AND_HEAD if including else seat}"
        number: str | Held = (
            str(count) if including and isinstance(heads, int) and heads > 1 else Held(key, str(count))
        )
        line: Line = (
            number if settled else Gap("number"),
            f" {brief.words.seats(seat, count if isinstance(count, int) else 2)}",
        )
        if including and isinstance(heads, int):
            of_them = max(heads, 1)
            which = f"who {_are(of_them)}" if count == of_them else "including"
            line = (*line, f", {which} the {brief.words.seats('head_teacher', of_them)}")
        yield (*line, *(_notes(brief, seat)))


def _notes(brief: Brief, seat: str) -> Iterator[str | Gap | Held]:
    """Say of whom a category is to be, where the proposal does."""
    proposal = brief.proposal
    by_school: list[Line] = [
        (
            Held(f"schools.{place}.seats.{seat}", str(count)),
            f" {_are(count)} for ",
            Held(f"schools.{place}.name", school.name) if school.name else f"the {school.category} school",
        )
        for place, school in enumerate(proposal.schools)
        if (count := school.seats.get(seat))
    ]
    if len(by_school) == 1:
        yield ", for "
        yield by_school[0][2]
    elif by_school:
        yield ", of whom "
        yield from listed_parts(by_school)
    if seat == "foundation":
        parts = [(part, getattr(proposal.seats, part), words) for part, words in _PARTS.items()]
        said: list[Line] = [
            (Held(f"seats.{part}", str(count)), one if count == 1 else many)
            for part, count, (one, many) in parts
            if count
        ]
        if said:
            yield ", of whom "
            yield from listed_parts(said)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _terms(brief: Brief) -> Iterator[Text]:
    for seat, whose, term in _term_holders(brief.proposal):
        yield (f"{whose} hold office for a term of ", Held(f"terms.{seat}", str(term)), ".")


def term_holders(proposal: Proposal) -> Iterator[tuple[str, Term]]:
    """Say whose term is set, and how long it is: nobody's whose seats there are not, or who holds office with a post."""
    return ((whose, term) for _, whose, term in _term_holders(proposal))


def _term_holders(proposal: Proposal) -> Iterator[tuple[str, str, Term]]:
    """Say the same, each with its key in [terms]."""
    words = body_words(proposal)
    without = _empty(proposal) | {"head_teacher"}
    named = {seat: term for seat, term in proposal.terms.by_category.items() if seat not in without}
    by_office = bool(proposal.foundation.ex_officio)
    with_a_post = f"the {words.seats('head_teacher', 1)}"
    if by_office:
        with_a_post += " and any ex officio foundation governors"
    everybody = named.pop("all", None)
    for seat, term in named.items():
        besides = ", other than ex officio governors," if by_office and seat == "foundation" else ""
        yield seat, f"{words.seats(seat, 2).capitalize()}{besides}", term
    if everybody and named:
        yield "all", f"All other {words.members}, except {with_a_post},", everybody
    elif everybody:
        yield "all", f"All {words.members} other than {with_a_post}", everybody


def _empty(proposal: Proposal) -> set[str]:
    return {seat for seat, count in proposal.seats.counts().items() if count == 0}


def terms_by_appointer(brief: Brief) -> Clause:
    """State whose terms those who appoint may fix, or that they may fix none."""
    fixed = tuple(
        seat for seat in brief.proposal.terms.fixed_by_appointer if seat not in _empty(brief.proposal)
    )
    if not fixed:
        return Clause(
            "Those who appoint a governor may not fix the length of that governor’s term of office."
        )
    whose: list[Line] = [
        (Held(f"terms.fixed_by_appointer.{place}", brief.words.seats(category, 2)),)
        for place, category in enumerate(fixed)
    ]
    return Clause(
        (
            "The term of office of each of the ",
            *listed_parts(whose),
            " may be fixed by those appointing that governor; no other governor’s term may be so fixed.",
        )
    )
