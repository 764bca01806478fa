"""What becomes of the governors of a category when a new instrument takes effect: who stays, who goes, and who decides.

It is told by category and by numbers, and so it is the same for a comparison of two proposals and for the people in
post. Part of it is the law of the day, which decides how governors in excess leave; nobody is ever chosen here.
"""

import datetime
from typing import Any, Final, Literal

import attrs

from governance.answers.procedures.source import ALTERATIONS_2013, EDUCATION_2002, INSPECTIONS_2006, Source
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law import RuleBook
from governance.law.book import whole_book
from governance.law.checks.terms import TermRunsOn
from governance.law.provision import cite
from governance.model import Proposal
from governance.model.names import SEAT_WORDS, seat_words

Outcome = Literal["continues", "continues while in post", "one of", "ends", "cannot tell"]
Decides = Literal["governing body", "those who appointed them", "length of service", "cannot tell"]
How = Literal["skills", "service", "serve out", "juniority", "all end", "not read", "cannot tell"]

_METHOD: Final = {
    "C12-SURPLUS": "skills",
    "FED-SURPLUS": "skills",
    "C12-SURPLUS-SERVICE": "service",
    "C07-SURPLUS": "serve out",
}
"""How governors in excess leave, or stay, by what says so."""
_UNIT: Final = "pupil referral unit"
_FEDERATION: Final = "federation"
_SECONDARY: Final = "It is known from a secondary source only."
_NOT_READ: Final = "How governors in excess leave, or stay, under {law} on {day} is not in our notes."
_LEFT: Final = (
    "A school that leaves a federation has a temporary governing body first, which ends when its own is incorporated. "
    "What becomes of the governors of the federation is not encoded: take advice."
)
_UNITS: Final = (
    "What becomes of the members of the management committee of a pupil referral unit, when its instrument changes, is "
    "not in our notes on SI 2007/2978."
)


@attrs.frozen
class Effect:
    """How a new instrument reaches the offices of governors in post, under the law of a day.

    `how` says what is done about an excess, or that this was not read, or that every office ends, or that nothing can be
    told; `why` says why. `book` is the law of the day, where it is encoded.
    """

    day: datetime.date
    how: How
    citation: str = ""
    url: str = ""
    why: str = ""
    book: RuleBook | None = attrs.field(default=None, repr=False)

    def running(self) -> tuple[str, str]:
        """Cite what lets a term that is running go on, where the law of the day says so in terms we have read."""
        if self.how == "juniority":
            return Source(ALTERATIONS_2013, self.day).cite("Sch 4 para 4")
        rules = self.book.person_rules if self.book else ()
        found = next((rule for rule in rules if isinstance(rule.check, TermRunsOn)), None)
        return (found.citation, found.url) if found else Source(EDUCATION_2002, self.day).cite("19(1)")

    def para(self, part: str) -> tuple[str, str]:
        """Cite a paragraph of the regulation on surplus governors, where the law of the day has them."""
        if self.how != "skills" or self.book is None or not self.citation.endswith("15(1)"):
            return self.citation, self.url
        return cite(self.book.law.cite, "regulation/15", f"15{part}"), self.url


@attrs.frozen
class Of:
    """Of those of a category who are in question: how many stay and go, who decides, and who does not vote on it."""

    stay: int
    go: int
    decides: Decides
    may_not_vote: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**attrs.asdict(self), "may_not_vote": list(self.may_not_vote)}


@attrs.frozen
class Fate:
    """What becomes of the governors of one category; `of` is there where they are chosen between."""

    outcome: Outcome
    says: str
    citation: str = ""
    url: str = ""
    of: Of | None = None


def effect(old: Proposal, new: Proposal, day: datetime.date) -> Effect:
    """Say how a new instrument reaches those in post under the law of a day; it raises nothing."""
    kinds = old.school.category, new.school.category
    if _UNIT in kinds:
        return Effect(day, "cannot tell", why=_UNITS)
    try:
        book = whole_book(new, day)
    except CannotTellError as error:
        return Effect(day, "cannot tell", why=str(error))
    if kinds[0] != kinds[1]:
        return _moved(kinds, day, book)
    how, citation, url = surplus_method(book)
    if not how:
        why = _NOT_READ.format(law=book.law.cite, day=day_words(day))
        return Effect(day, "not read", why=why, book=book)
    return Effect(day, how, citation, url, book=book)  # type: ignore[arg-type]  # a method is one


def _moved(kinds: tuple[str, str], day: datetime.date, book: RuleBook) -> Effect:
    """Say it for a school that federates, leaves a federation, or changes its category."""
    if kinds[1] == _FEDERATION:
        url = next((one.url for one in book.law.provisions if one.number == "regulation/13"), "")
        return Effect(day, "all end", f"{book.law.cite} reg 13", url, book=book)
    if kinds[0] == _FEDERATION:
        return Effect(day, "cannot tell", why=_LEFT, book=book)
    alterations = Source(ALTERATIONS_2013, day)
    if not alterations.in_force():
        why = (
            f"On {day_words(day)} a change of category was made under other law than {alterations.law.cite}, and that is not "
            "in our notes."
        )
        return Effect(day, "cannot tell", why=why, book=book)
    return Effect(day, "juniority", *alterations.cite("Sch 4 para 5"), book=book)


def fate(
    found: Effect,
    seat: str,
    seats: int,
    in_post: int,
    since: datetime.date | None,
    *,
    by_office: int = 0,
    several_appointers: bool = False,
) -> Fate:
    """Say what becomes of the governors of a category, of whom so many are in post and hold the new number of seats.

    `by_office` of those in post hold their seat ex officio: no method for an excess reaches them. `since` is the day on
    which the new instrument takes effect.
    """
    words, day = SEAT_WORDS[seat][1], since or found.day
    if found.how == "cannot tell":
        return Fate("cannot tell", found.why)
    if found.how == "all end":
        says = f"Every office in the old governing bodies ends on the federation date, {day_words(day)}: they are dissolved."
        return Fate("ends", says, found.citation, found.url)
    if found.book and not found.book.has_seat(seat):
        return Fate("ends", no_such_category(seat, found.book, day), found.citation, found.url)
    reached = in_post - by_office
    go = min(max(in_post - seats, 0), reached)
    if found.how == "not read" and go:
        return Fate("cannot tell", found.why)
    if not go:
        return Fate("continues", "The new instrument has a seat for each in post.", *found.running())
    many = f"{in_post} {seat_words(seat, in_post)} {'is' if in_post == 1 else 'are'} in post on {day_words(found.day)}, and the new instrument has "
    many += f"{seats or 'no'} seat{'' if seats == 1 else 's'} for them"
    if found.how == "serve out":
        says = f"{many}. Those in excess may serve out their terms, so that nobody has to go. {_SECONDARY}"
        return Fate("continues", says, found.citation, found.url)
    if go == reached:
        says = (
            f"{many}: all {'of those who were appointed ' if by_office else ''}go. With nobody to choose, no vote on skills "
            "and no order of service decides anything."
        )
        if found.how == "skills":
            says += " That they go is an item of the agenda all the same."
        return Fate(
            "ends", f"{says} That is an inference: take advice where anybody contests it.", *found.para("(1)")
        )
    must = f"{many}: {go} of the {reached} must go, after any resignations."
    stay = reached - go
    if found.how in ("service", "juniority"):
        rule = " The shortest continuous service goes first"
        rule += ", and lots are drawn between equals." if found.how == "juniority" else f". {_SECONDARY}"
        return Fate("one of", must + rule, found.citation, found.url, Of(stay, go, "length of service"))
    if seat == "foundation" and several_appointers:
        says = f"{must} Those who appointed them decide. Several appoint, and whether each decides on its own is open."
        return Fate("one of", says, *found.para("(2)"), Of(stay, go, "cannot tell"))
    if seat == "foundation":
        says = f"{must} Those who appointed them decide; the governing body does not."
        return Fate("one of", says, *found.para("(2)"), Of(stay, go, "those who appointed them"))
    says = (
        f"{must} The governing body votes on which of them remain, those with the most relevant skills; {words} do not vote "
        "on it. Nobody goes before every category with an excess has been voted on."
    )
    return Fate("one of", says, *found.para("(3)"), Of(stay, go, "governing body", (seat,)))


def additional(day: datetime.date) -> tuple[str, str]:
    """Cite what gives additional governors a place outside the seats of the instrument."""
    return Source(INSPECTIONS_2006, day).cite("64(3)")


def surplus_method(book: RuleBook) -> tuple[str, str, str]:
    """Say how governors in excess leave on the day, with the citation and its address; nothing where it was not read."""
    for provision in book.law.provisions:
        for footing in provision.footings:
            if footing.id in _METHOD and book.day in footing.span:
                return _METHOD[footing.id], cite(book.law.cite, provision.number, footing.para), provision.url
    return "", "", ""


def no_such_category(seat: str, book: RuleBook, day: datetime.date) -> str:
    """Say what it means that the law of a day knows no such governor any more."""
    return (
        f"{SEAT_WORDS[seat][1].capitalize()}: {book.law.cite} knows no such governor, so that an instrument under it has no seat for one, "
        f"and the office of each ends, at the latest, when the instrument takes effect, on {day_words(day)}. No vote on skills decides anything. Whether they go as governors in "
        f"excess, or because the office has no footing in law any more, is open; the outcome is the same. Whoever is to "
        f"serve on is chosen afresh, in a category that the instrument has, for a new term."
    )
