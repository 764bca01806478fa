"""What a clause is written from, and the words that clauses share."""

import datetime
from collections.abc import Callable, Sequence

import attrs

from governance.documents.word.blocks import Gap, Held, Item
from governance.english import day_words
from governance.law import Instrument, RuleBook
from governance.law.checks.approvals import ApprovedBy
from governance.law.checks.board import States
from governance.law.checks.schools import ApprovedBySchool
from governance.law.regime import governing
from governance.law.store.instruments import instrument
from governance.model import Proposal
from governance.model.names import member_words, seat_words

SeatWords = Callable[[str, int], str]
Line = tuple[str | Gap | Held, ...]

_REMOVAL = "C12-REMOVE-EX-OFFICIO"
_HEAD = "head_seat"  # Regulations ask for it where they count the head teacher among the staff.


@attrs.frozen
class BodyWords:
    """What a body and its people are called in the Regulations that govern it."""

    thing: str
    body: str
    members: str
    seats: SeatWords

    @property
    def member(self) -> str:
        """One of its people."""
        return self.members.removesuffix("s")


def body_words(proposal: Proposal) -> BodyWords:
    """Give the words for the body a proposal is about."""
    match proposal.school.category:
        case "pupil referral unit":
            return BodyWords("unit", "management committee", "members", _member_words)
        case "federation":
            return BodyWords("federation", "governing body", "governors", seat_words)
    return BodyWords("school", "governing body", "governors", seat_words)


def _member_words(seat: str, count: int) -> str:
    """Say a category of a management committee."""
    return member_words(seat_words(seat, count))


@attrs.frozen
class Brief:
    """What a clause is written from: a proposal, and what the law of the day wants of its instrument.

    `items` are the things it must state, and `footings` the powers and duties of the Regulations that govern it,
    by name. `head_is_staff` tells whether the head teacher is of the category of staff, `churches` name the religious
    characters that have a diocesan authority, and `removal` is the provision under which an ex officio foundation governor
    is removed, where it was read.
    """

    proposal: Proposal
    words: BodyWords
    items: frozenset[str]
    footings: frozenset[str]
    head_is_staff: bool
    churches: tuple[str, ...]
    removal: str


def brief_for(proposal: Proposal, book: RuleBook) -> Brief:
    """Read off the rule book what the instrument of a proposal must state."""
    law = governing(book.day, proposal)
    return Brief(
        proposal=proposal,
        words=body_words(proposal),
        items=frozenset(rule.check.item for rule in book.rules if isinstance(rule.check, States)),
        footings=frozenset(
            footing.id
            for provision in law.provisions
            for footing in provision.footings
            if book.day in footing.span
        ),
        head_is_staff=any(isinstance(rule.check, States) and rule.check.item == _HEAD for rule in law.rules),
        churches=tuple(
            church
            for rule in law.rules  # whatever the kind: who has a copy does not turn on who approves
            if isinstance(rule.check, ApprovedBy | ApprovedBySchool)
            for church in rule.check.characters
        ),
        removal=_removal(law, book.day),
    )


def _removal(law: Instrument, day: datetime.date) -> str:
    """Name the provision in full, of the Regulations themselves or of those that they apply."""
    for one in (law, *(instrument(applied.law) for applied in law.applies)):
        for provision in one.provisions:
            for footing in provision.footings:
                if footing.id == _REMOVAL and day in footing.span:
                    title = one.title.removeprefix("The ")
                    return f" under regulation {footing.para} of the {title}"
    return ""


def listing(lines: Sequence[str | Line], *, gap: str = "") -> tuple[Item, ...]:
    """Make a lettered list that reads as one sentence; one entry that is a gap where there is none."""
    if not lines:
        return (Item((Gap(gap),)),)
    ends = [*[";"] * (len(lines) - 2), "; and", "."][-len(lines) :]
    texts: list[Line] = [(line,) if isinstance(line, str) else line for line in lines]
    return tuple(Item((*text, end)) for text, end in zip(texts, ends, strict=True))


def given(key: str, value: str | None, what: str) -> Held | Gap:
    """Give a value by its key, or a gap that says what is missing."""
    return Held(key, value) if value else Gap(what)


def given_day(key: str, day: datetime.date | None, what: str) -> Held | Gap:
    """Give a day in words, or a gap that says which is missing."""
    return Held(key, day_words(day)) if day else Gap(what)


def listed_parts(lines: Sequence[Line]) -> Line:
    """Join with commas, and "and" between the last two, as `english.listed` does words."""
    ends = [*[", "] * (len(lines) - 2), " and ", ""][-len(lines) :] if lines else []
    return tuple(
        part for line, end in zip(lines, ends, strict=True) for part in (*line, *([end] if end else []))
    )


def article(word: str) -> str:
    """Give the article that a category of school takes."""
    return "an" if word[0] in "aeiou" else "a"
