"""The clauses of an instrument of government: how each thing it must state is put.

Each clause goes with an item of contents that a `states` check of the law asks for; which of them an instrument
has is for the rule book to say.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from governance.documents.blocks import Clause, Gap, Item, Text
from governance.law import Kind
from governance.law.words import day_words, listed
from governance.model import Proposal
from governance.model.names import UNKNOWN, member_words, seat_words

Items = frozenset[str]
"""What the law of the day wants the instrument to state."""


SeatWords = Callable[[str, int], str]


@attrs.frozen
class BodyWords:
    """What a body and its people are called in the Regulations that govern it."""

    thing: str
    body: str
    members: str
    seats: SeatWords


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


def _name(proposal: Proposal, _: Items) -> Clause:
    thing = body_words(proposal).thing
    return Clause((f"The name of the {thing} is ", _given(proposal.school.name, f"name of the {thing}"), "."))


_FOUNDATION: Final = {
    "none": "It does not have a foundation and is not a qualifying foundation school.",
    "foundation": "It has a foundation and is not a qualifying foundation school.",
    "qualifying": "It has a foundation and is a qualifying foundation school.",
}


def _category(proposal: Proposal, items: Items) -> Clause | None:
    category = proposal.school.category
    if category == "federation":
        return None
    article = _article(category)
    if "foundation" not in items:
        return Clause(f"The school is {article} {category} school.")
    foundation = _FOUNDATION.get(Kind.of(proposal).foundation or "")
    return Clause(
        (f"The school is {article} {category} school. ", foundation or Gap("whether it has a foundation"))
    )


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _governing_body(proposal: Proposal, _: Items) -> Clause:
    name = proposal.instrument.governing_body
    body = body_words(proposal).body
    quoted = f"“{name}”" if name else Gap(f"name of the {body}")
    return Clause((f"The name of the {body} is ", quoted, "."))


def _schools(proposal: Proposal, _: Items) -> Clause:
    schools = [
        (_given(school.name, "name of the school"), f", {_article(school.category)} {school.category} school")
        for school in proposal.schools
    ]
    return Clause(
        "The federated schools are:", items=_items(schools) or (Item((Gap("the federated schools"),)),)
    )


def _seats(proposal: Proposal, items: Items) -> Clause:
    words = body_words(proposal).seats
    lines = [_seat_line(words, seat, count) for seat, count in proposal.seats.counts().items() if count]
    return Clause(
        f"The {body_words(proposal).body} consists of:",
        items=_items(lines) or (Item((Gap("the seats of each category"),)),),
        after=(*_terms(proposal), *(_by_appointer(proposal) if "term_by_appointer" in items else ())),
    )


def _items(lines: Sequence[str | tuple[str | Gap, ...]]) -> tuple[Item, ...]:
    """Make a lettered list that reads as one sentence."""
    ends = [*[";"] * (len(lines) - 2), "; and", "."][-len(lines) :]
    texts = [(line,) if isinstance(line, str) else line for line in lines]
    return tuple(Item((*text, end)) for text, end in zip(texts, ends, strict=True))


def _seat_line(words: SeatWords, seat: str, count: int | str) -> tuple[str | Gap, ...]:
    if count == UNKNOWN:
        return (Gap("number"), f" {words(seat, 2)}")
    return (f"{count} {words(seat, int(count))}",)


def _terms(proposal: Proposal) -> list[Text]:
    return [
        f"{_whose(proposal, category)} hold office for a term of {term}."
        for category, term in proposal.terms.by_category.items()
        if category != "head_teacher"
    ]


def _whose(proposal: Proposal, category: str) -> str:
    words = body_words(proposal)
    if category == "all":
        return f"All {words.members} other than the {words.seats('head_teacher', 1)}"
    return words.seats(category, 2).capitalize()


def _by_appointer(proposal: Proposal) -> list[Text]:
    fixed = proposal.terms.fixed_by_appointer
    if not fixed:
        return ["The term of office of a governor may not be fixed by those appointing that governor."]
    whose = listed([seat_words(category, 2) for category in fixed])
    sentence = f"The term of office of each of the {whose} may be fixed by those appointing that governor"
    return [f"{sentence}; no other governor’s term may be so fixed."]


def _total(proposal: Proposal, _: Items) -> Clause:
    total = proposal.seats.sum()
    members = body_words(proposal).members
    return Clause((f"The total number of {members} is ", Gap("total") if total is None else str(total), "."))


def _appointers(proposal: Proposal, _: Items) -> Clause | None:
    appointers = proposal.foundation.appointers
    if len(appointers) == 1 and appointers[0].basis is None:
        besides = ", other than any who are ex officio," if proposal.foundation.ex_officio else ""
        return Clause(f"The foundation governors{besides} are appointed by {appointers[0].by}.")
    if not appointers:
        return Clause(("The foundation governors are appointed by ", Gap("who appoints them"), "."))
    lines = [
        f"{_number(entry.number)} by {entry.by}{f', {entry.basis}' if entry.basis else ''}"
        for entry in appointers
    ]
    return Clause("The foundation governors are appointed as follows:", items=_items(lines))


def _appointers_by_school(proposal: Proposal, _: Items) -> Clause | None:
    """Say for each school of a federation who appoints the foundation governors that belong to it."""
    if not proposal.seats.foundation:
        return None
    lines: list[tuple[str | Gap, ...]] = [
        (
            f"{_number(entry.number)} by {entry.by}{f', {entry.basis}' if entry.basis else ''}, in respect of ",
            _given(entry.school, "which school"),
        )
        for entry in proposal.foundation.appointers
    ]
    return Clause(
        "The foundation governors are appointed as follows:", items=_items(lines) or (Item((Gap("who"),)),)
    )


def _number(count: int) -> str:
    return f"{count} {seat_words('foundation', count)}"


def _ex_officio(proposal: Proposal, _: Items) -> Clause | None:
    offices = proposal.foundation.ex_officio
    if not offices:
        return None
    if len(offices) == 1:
        return Clause(
            f"The holder of the following office is a foundation governor ex officio: {offices[0].office}."
        )
    lines = [office.office for office in offices]
    return Clause(
        "The holders of the following offices are foundation governors ex officio:", items=_items(lines)
    )


def _substitute(proposal: Proposal, _: Items) -> Clause | None:
    return _for_each_office(
        proposal,
        "a substitute governor, where the ex officio foundation governor is unable or unwilling to act or has "
        "been removed from office, may be appointed by ",
        [office.substitute_appointed_by for office in proposal.foundation.ex_officio],
        "who may appoint a substitute",
    )


def _removal(proposal: Proposal, _: Items) -> Clause | None:
    return _for_each_office(
        proposal,
        "the removal of the ex officio foundation governor may be requested by ",
        [office.removal_requested_by for office in proposal.foundation.ex_officio],
        "who may request removal",
    )


def _for_each_office(proposal: Proposal, sentence: str, named: list[str | None], gap: str) -> Clause | None:
    """Say one thing of every ex officio governorship, naming the office where there are several."""
    offices = proposal.foundation.ex_officio
    if not offices:
        return None
    if len(offices) == 1:
        return Clause((sentence[0].upper() + sentence[1:], _given(named[0], gap), "."))
    return Clause(
        "In the case of each ex officio foundation governor:",
        items=tuple(
            Item((f"{office.office}: ", sentence, _given(name, gap), "."))
            for office, name in zip(offices, named, strict=True)
        ),
    )


def _trust_deed(proposal: Proposal, _: Items) -> Clause | None:
    deed = proposal.foundation.trust_deed
    return Clause(f"The trust deed relating to the school is {deed}.") if deed else None


def _ethos(proposal: Proposal, _: Items) -> Clause:
    return Clause(
        (
            "The religious ethos of the school is as follows: ",
            _given(proposal.ethos, "description of the ethos"),
        )
    )


def _ethos_by_school(proposal: Proposal, _: Items) -> Clause | None:
    designated = [school for school in proposal.schools if school.religious_character]
    if not designated:
        return None
    lines = [
        (_given(school.name, "name of the school"), ": ", _given(school.ethos, "description of the ethos"))
        for school in designated
    ]
    return Clause(
        "The religious ethos of the schools is as follows:", items=tuple(Item(line) for line in lines)
    )


def _sponsors(proposal: Proposal, _: Items) -> Clause | None:
    if not proposal.seats.sponsor:
        return None
    names = listed(list(proposal.instrument.sponsor_names))
    return Clause(("The sponsors are ", names or Gap("names of the sponsors"), "."))


def _nominating_body(proposal: Proposal, _: Items) -> Clause:
    body = _given(proposal.instrument.nominating_body, "name of the body")
    return Clause(("The body that nominates a community governor is ", body, "."))


def _effect(proposal: Proposal, _: Items) -> Clause:
    day = proposal.instrument.effective_on
    return Clause(("This instrument of government has effect from ", _day(day, "date of effect"), "."))


def _made(proposal: Proposal, _: Items) -> Clause:
    day = _day(proposal.instrument.made_on, "date of the order")
    return Clause(("This instrument was made by order of ", authority(proposal), " on ", day, "."))


def _copies(proposal: Proposal, _: Items) -> Clause:
    if proposal.school.category == "pupil referral unit":
        return Clause(
            "A copy of this instrument is to be supplied to every member of the management committee, "
            "and to the teacher in charge if not a member."
        )
    return Clause(
        "A copy of this instrument is to be supplied to every member of the governing body, "
        "and to the head teacher if not a governor."
    )


CLAUSES: Final[tuple[tuple[str | None, Callable[[Proposal, Items], Clause | None]], ...]] = (
    ("name", _name),
    ("category", _category),
    ("schools", _schools),
    ("governing_body", _governing_body),
    (None, _seats),
    (None, _total),
    ("appointers", _appointers),
    ("appointers_by_school", _appointers_by_school),
    ("ex_officio_removal", _ex_officio),
    ("ex_officio_substitute", _substitute),
    ("ex_officio_removal", _removal),
    ("appointers", _trust_deed),
    ("ethos", _ethos),
    ("ethos_by_school", _ethos_by_school),
    ("sponsor_names", _sponsors),
    ("nominating_body", _nominating_body),
    ("effective_on", _effect),
    (None, _made),
    (None, _copies),
)
"""Each clause with the item of contents it states (None: custom), in the order instruments have them."""


def authority(proposal: Proposal) -> str | Gap:
    """Name the authority that makes the instrument, as given, or else from the school's local authority."""
    if proposal.instrument.made_by:
        return proposal.instrument.made_by
    local_authority = proposal.school.local_authority
    return f"{local_authority} Local Authority" if local_authority else Gap("local authority")


def _given(value: str | None, what: str) -> str | Gap:
    return value or Gap(what)


def _day(day: datetime.date | None, what: str) -> str | Gap:
    return day_words(day) if day else Gap(what)
