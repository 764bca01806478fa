"""Checks on a board and its instrument: what must be stated, add up, lie between limits, be approved."""

from typing import Literal, Protocol

import attrs

from governance.english import listed
from governance.law.checks import schools
from governance.law.checks.outcome import Outcome
from governance.law.facts import Kind
from governance.model import Proposal, Term
from governance.model.names import SEAT_WORDS, UNKNOWN, seat_words


class BoardCheck(Protocol):
    """A question that can be put to a proposal about its board and its instrument."""

    def judge(self, proposal: Proposal) -> Outcome:
        """Answer it."""
        ...


@attrs.frozen(repr=False)
class States:
    """The instrument must state something: `item` names it, and `ask` is what to ask where it is not given."""

    item: Literal[
        "name",
        "category",
        "foundation",
        "governing_body",
        "term",
        "term_by_appointer",
        "appointers",
        "ex_officio_removal",
        "ex_officio_substitute",
        "ethos",
        "effective_on",
        "variation_date",
        "schools",
        "appointers_by_school",
        "ethos_by_school",
        "sponsor_names",
        "nominating_body",
        "head_seat",
    ]
    ask: str

    def judge(self, proposal: Proposal) -> Outcome:
        """Met where the proposal gives it; unknown where it does not, for a proposal may still be completed."""
        given = _given(proposal, self.item)
        if given is None:
            return Outcome("unknown", "the proposal does not say", self.ask)
        return Outcome("met", given)


@attrs.frozen(repr=False)
class AddsUp:
    """Numbers that the instrument gives in parts and as a whole must agree, and each part be `each`."""

    whole: Literal["total", "foundation", "foundation_by_school", "parent_by_school"]
    each: int | None = None

    def turns(self, proposal: Proposal) -> tuple[str, frozenset[int]]:
        """Name the seat whose number decides, and the numbers at which the verdict may change."""
        if self.whole == "foundation":
            return "foundation", frozenset(_appointed(proposal))
        seat = self.whole.removesuffix("_by_school")
        return seat, frozenset({schools.added_up(proposal, seat)} if proposal.schools else ())

    def judge(self, proposal: Proposal) -> Outcome:
        """Compare the parts with the whole."""
        if self.whole == "total":
            return _seats_add_up(proposal)
        if self.whole != "foundation":
            return schools.add_up(proposal, self.whole.removesuffix("_by_school"), self.each)
        return _appointers_add_up(proposal)


@attrs.frozen(repr=False)
class TermBetween:
    """A term of office the instrument sets must lie between two lengths of time."""

    most: Term
    least: Term | None = None

    def judge(self, proposal: Proposal) -> Outcome:
        """Compare every term that is set."""
        terms = _governors_terms(proposal)
        if not terms:
            return Outcome("met", f"no shorter term is set, so each is {self.most}")
        wrong = [
            f"{_whose(category)} would serve {term}"
            for category, term in terms.items()
            if term > self.most or (self.least and term < self.least)
        ]
        limits = f"{self.least} to {self.most}" if self.least else f"{self.most} at most"
        if wrong:
            return Outcome(
                "breached",
                f"{'; '.join(wrong)}; a term may be {limits}",
                repair=f"Set a term of {self.most}, or none" if self.least is None else f"Set {limits}",
            )
        return Outcome("met", f"{_terms(proposal)}; a term may be {limits}")


@attrs.frozen(repr=False)
class MustNotSay:
    """Something an instrument has no business to say."""

    item: Literal[
        "foundation",
        "head_teacher_term",
        "elected_term_by_appointer",
        "term_by_appointer",
        "foundation_by_school",
    ]

    def judge(self, proposal: Proposal) -> Outcome:
        """Breached where the proposal says it."""
        said = _said(proposal, self.item)
        return (
            Outcome("breached", said, repair="Leave it out")
            if said
            else Outcome("met", "nothing of the kind is said")
        )


@attrs.frozen(repr=False)
class NotRead:
    """A provision whose words were never read or do not exist: where the proposal needs them, nobody can tell.

    With `least` a short term may be from that to `than`, as it is on a view that takes the words to be known.
    """

    item: Literal["shorter_term", "term_by_appointer", "mix"]
    than: Term | None = None
    least: Term | None = None
    why: str = "the words then in force were not available to us"
    ask: str = "Take advice on the provision as it then stood."

    def judge(self, proposal: Proposal) -> Outcome:
        """Unknown where the proposal relies on it."""
        if self.than and self.least:
            return TermBetween(self.than, self.least).judge(proposal)
        said = self._short_terms(proposal) if self.than else _said(proposal, self.item)
        if said is None:
            return Outcome("met", "the proposal does not rely on it")
        return Outcome(
            "unknown",
            f"{said}; {self.why}",
            self.ask,
        )

    def _short_terms(self, proposal: Proposal) -> str | None:
        short = {c: t for c, t in _governors_terms(proposal).items() if self.than and t < self.than}
        return "; ".join(f"{_whose(c)} would serve {t}" for c, t in short.items()) or None


_HAS_A_FOUNDATION = {
    "none": "the school has no foundation",
    "foundation": "the school has a foundation and is not a qualifying foundation school",
    "qualifying": "the school is a qualifying foundation school",
}


def _given(proposal: Proposal, item: str) -> str | None:
    """Say what a proposal gives for an item of contents; None where it gives nothing."""
    school, instrument, foundation = proposal.school, proposal.instrument, proposal.foundation
    offices = foundation.ex_officio
    match item:
        case "name":
            return school.name
        case "category":
            return school.category
        case "foundation":
            return _HAS_A_FOUNDATION.get(Kind.of(proposal).foundation or "")
        case "governing_body":
            return instrument.governing_body
        case "term":
            return _terms(proposal) or "no category has a shorter term"
        case "term_by_appointer":
            return _said(proposal, item) or "no term is left to those appointing"
        case "appointers":
            return "; ".join(f"{entry.how_many} by {entry.by}" for entry in foundation.appointers) or None
        case "ex_officio_removal":
            return _for_each_office([office.removal_requested_by for office in offices])
        case "ex_officio_substitute":
            return _for_each_office([office.substitute_appointed_by for office in offices])
        case "schools":
            return schools.names_and_categories(proposal)
        case "appointers_by_school":
            return schools.appointers(proposal)
        case "ethos_by_school":
            return schools.ethos(proposal)
        case "sponsor_names" if proposal.seats.sponsor == 0:
            return "there are no sponsors"
        case "sponsor_names":
            return "; ".join(instrument.sponsor_names) or None
        case "nominating_body":
            return instrument.nominating_body
        case "head_seat":
            return "the seat is counted" if proposal.seats.head_teacher else None
        case "variation_date" if not proposal.varies:
            return "the proposal varies no instrument"
        case "ethos":
            return proposal.ethos and "the ethos is described"
        case _:
            return instrument.effective_on.isoformat() if instrument.effective_on else None


def _for_each_office(named: list[str | None]) -> str | None:
    if not named:
        return "no governor is ex officio"
    return "; ".join(str(name) for name in named) if all(named) else None


def _said(proposal: Proposal, item: str) -> str | None:
    """Say where a proposal says something; None where it does not."""
    by_category, fixed = proposal.terms.by_category, proposal.terms.fixed_by_appointer
    match item:
        case "foundation":
            said = proposal.school.foundation
            claim = "be a qualifying foundation school" if said == "qualifying" else "have a foundation"
            return f"a {proposal.school.category} school is said to {claim}" if said else None
        case "foundation_by_school":
            return schools.without_foundation(proposal)
        case "mix":
            return schools.kinds(proposal)
        case "head_teacher_term":
            term = by_category.get("head_teacher")
            return f"a term of {term} is set for the head teacher" if term else None
        case "elected_term_by_appointer":
            elected = [category for category in fixed if category in ("parent", "staff")]
            return f"terms of {_listed(elected)} are left to those appointing" if elected else None
        case _:
            return f"terms of {_listed(list(fixed))} are left to those appointing" if fixed else None


def _governors_terms(proposal: Proposal) -> dict[str, Term]:
    """The terms set, the head teacher's apart, who holds office with the post."""
    return {c: term for c, term in proposal.terms.by_category.items() if c != "head_teacher"}


def _terms(proposal: Proposal) -> str:
    return ", ".join(f"{_whose(c)} {term}" for c, term in _governors_terms(proposal).items())


def _seats_add_up(proposal: Proposal) -> Outcome:
    seats = proposal.seats
    stated, given = seats.total, [count for count in seats.counts().values() if count]
    known = [int(count) for count in given if count != UNKNOWN]
    total, parts = sum(known), " + ".join(map(str, known)) or "0"
    if len(known) < len(given):
        if stated is None or total <= stated:
            return Outcome("unknown", "a number of seats is not settled", "How many seats has each category?")
        working = f"{parts} = {total} without the seats that are open; the total stated is {stated}"
        return Outcome("breached", working, repair="State a larger total, or mend the seats")
    if stated is None:
        return Outcome("met", f"no total is stated; the seats add up to {total}")
    working = f"{parts} = {total}; the total stated is {stated}"
    if stated == total:
        return Outcome("met", working)
    return Outcome("breached", working, repair=f"State a total of {total}, or mend the seats")


def _appointers_add_up(proposal: Proposal) -> Outcome:
    """Add those appointed to those ex officio, who hold a seat like any other foundation governor."""
    seats, foundation = proposal.seats.foundation, proposal.foundation
    open_ = [appointer.by for appointer in foundation.appointers if appointer.number == UNKNOWN]
    if open_:
        ask = f"How many foundation governors are appointed by {listed(open_)}?"
        return Outcome("unknown", "how many each appoints is not settled", ask)
    numbers = [appointer.number for appointer in foundation.appointers]
    appointed, with_offices = _appointed(proposal)
    by_office = with_offices - appointed
    if not numbers and not (isinstance(seats, int) and by_office > seats):
        return Outcome("met", "no numbers are stated by appointer")
    if not isinstance(seats, int):
        return Outcome("unknown", "the foundation seats are not settled", "How many foundation governors?")
    summed = f"{' + '.join(map(str, numbers))} = " if len(numbers) > 1 else ""
    held = (
        f"{summed}{appointed} appointed" if numbers else "",
        f"{by_office} ex officio" if by_office else "",
    )
    working = " and ".join(filter(None, held))
    are = "is" if seats == 1 else "are"
    working += f"; there {are} {seats} foundation {'seat' if seats == 1 else 'seats'}"
    left = seats - by_office
    if appointed == left:
        return schools.appointers_add_up(proposal) or Outcome("met", working)
    if proposal.foundation.rest == UNKNOWN:
        ask = "Who appoints the other foundation governors, how many each, and which office carries a seat?"
        return Outcome("unknown", working, ask)
    if numbers and appointed == seats:
        whether = (
            "Is the ex officio governor" if by_office == 1 else f"Are the {by_office} ex officio governors"
        )
        ask = (
            f"{whether} among the {seats} foundation governors, as in law those ex officio are, or beside them? If among them, "
            f"the appointers’ numbers must add up to {left}; if beside them, there are {with_offices} foundation seats. "
            "Set number under [[foundation.appointers]], or foundation under [seats]."
        )
        return Outcome("unknown", working, ask)
    enough = (
        f"numbers that add up to {left}"
        if left > 0
        else f"{by_office + bool(numbers)} foundation seats or more"
    )
    return Outcome("breached", working, repair=f"Give {enough}")


def _appointed(proposal: Proposal) -> tuple[int, int]:
    """Give the foundation governors who are appointed, and those with the ones ex officio."""
    appointed = sum(int(appointer.number) for appointer in proposal.foundation.appointers)
    return appointed, appointed + len(proposal.foundation.ex_officio)


def _whose(category: str) -> str:
    return "every category" if category == "all" else SEAT_WORDS[category][1]


def _listed(categories: list[str]) -> str:
    return " and ".join(seat_words(category, 2) for category in categories)
