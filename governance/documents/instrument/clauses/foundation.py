"""The clauses on foundation governors and religious character: appointers, offices, trust, ethos."""

from collections.abc import Iterator

from governance.documents.instrument.clauses.brief import Brief, Line, given, listing
from governance.documents.word.blocks import Clause, Gap, Held, Item
from governance.law.checks.board import AddsUp
from governance.law.checks.schools import character_of
from governance.model import FederatedSchool
from governance.model.names import UNKNOWN, seat_words
from governance.model.proposal import Appointer, ExOfficio

_DESCRIPTION = "description of the ethos"
_ETHOS = "ethos.description"


def appointers(brief: Brief) -> Clause:
    """Say who appoints the foundation governors, and if there are several how many each and on what basis."""
    entries = brief.proposal.foundation.appointers
    if not entries:
        return Clause(("The foundation governors are appointed by ", Gap("who appoints them"), "."))
    if len(entries) == 1:
        return _one_appointer(brief, _by(entries[0], 0))
    lines = [_appointed_by(brief, entry, place) for place, entry in enumerate(entries)]
    lines += _others(brief)
    return Clause(f"{_governors(brief)} appointed as follows:", items=listing(lines))


def appointers_by_school(brief: Brief) -> Clause | None:
    """Say for each school of a federation who appoints the foundation governors that belong to it."""
    entries = brief.proposal.foundation.appointers
    if not brief.proposal.seats.foundation:
        return None
    if len(entries) == 1:
        return _one_appointer(brief, (*_by(entries[0], 0), *_for_school(entries[0].school, 0)))
    lines: list[Line] = [
        (*_appointed_by(brief, entry, place), *_for_school(entry.school, place))
        for place, entry in enumerate(entries)
    ]
    lines += _others(brief)
    return Clause(f"{_governors(brief)} appointed as follows:", items=listing(lines, gap="who appoints them"))


def _one_appointer(brief: Brief, by: Line) -> Clause:
    more = [part for line in _others(brief) for part in (", and ", *line)]
    return Clause((f"{_governors(brief)} appointed by ", *by, *more, "."))


def _others(brief: Brief) -> list[Line]:
    """Leave a place for those who appoint besides, where that is open."""
    return [(Gap("who appoints the others"),)] if brief.proposal.foundation.rest == UNKNOWN else []


def _governors(brief: Brief) -> str:
    """Begin the sentence: all of them, or the one there is, but those who are not appointed."""
    if brief.proposal.foundation.ex_officio:
        return "The foundation governors, other than any who are ex officio, are"
    return (
        "The foundation governor is"
        if brief.proposal.seats.foundation == 1
        else "The foundation governors are"
    )


def _for_school(school: str | None, place: int) -> Line:
    return (", in respect of ", given(f"foundation.appointers.{place}.school", school, "which school"))


def _by(entry: Appointer, place: int) -> Line:
    """Say who appoints, and on what basis."""
    key = f"foundation.appointers.{place}"
    basis = (", ", Held(f"{key}.basis", entry.basis)) if entry.basis else ()
    return (Held(f"{key}.by", entry.by), *basis)


def _appointed_by(brief: Brief, entry: Appointer, place: int) -> Line:
    """Say how many somebody appoints and on what basis; a number that is open or does not fit the seats is left to be settled."""
    key = f"foundation.appointers.{place}"
    open_ = any(one.number == UNKNOWN for one in brief.proposal.foundation.appointers)
    number: Gap | Held
    if entry.number == UNKNOWN:
        number, many = Gap("number"), 2
    elif open_ or AddsUp("foundation").judge(brief.proposal).verdict == "met":
        number, many = Held(f"{key}.number", entry.how_many), entry.number
    else:
        number, many = Gap(f"number: {entry.number} does not fit the seats"), entry.number
    return (number, f" {seat_words('foundation', many)} by ", *_by(entry, place))


def ex_officio(brief: Brief) -> Clause | None:
    """Name the offices whose holders are foundation governors."""
    offices = brief.proposal.foundation.ex_officio
    if not offices:
        return None
    lines = [_office(office, place) for place, office in enumerate(offices)]
    if len(lines) == 1:
        lead = "The holder of the following office is a foundation governor ex officio: "
        return Clause((lead, *lines[0], "."))
    return Clause(
        "The holders of the following offices are foundation governors ex officio:", items=listing(lines)
    )


def _office(office: ExOfficio, place: int) -> Line:
    key = f"foundation.ex_officio.{place}"
    school = (", in respect of ", Held(f"{key}.school", office.school)) if office.school else ()
    return (Held(f"{key}.office", office.office), *school)


def _named(brief: Brief, who: str, gap: str) -> list[Held | Gap]:
    """Say of each office who does something."""
    return [
        given(f"foundation.ex_officio.{place}.{who}", getattr(office, who), gap)
        for place, office in enumerate(brief.proposal.foundation.ex_officio)
    ]


def substitute(brief: Brief) -> Clause | None:
    """Say who may appoint a substitute for an ex officio foundation governor."""
    offices = brief.proposal.foundation.ex_officio
    by = _named(brief, "substitute_appointed_by", "who may appoint a substitute")
    if not offices:
        return None
    which = "the" if len(offices) == 1 else "an"
    said = (
        f"A substitute governor, where {which} ex officio foundation governor is unable or unwilling to act, or has been "
        f"removed as a governor{brief.removal}, may be appointed"
    )
    if len(offices) == 1:
        return Clause((f"{said} by ", by[0], "."))
    return Clause(f"{said}:", items=_case_by_case(offices, by))


def removal(brief: Brief) -> Clause | None:
    """Say who may ask for an ex officio foundation governor to be removed."""
    offices = brief.proposal.foundation.ex_officio
    by = _named(brief, "removal_requested_by", "who may request removal")
    if not offices:
        return None
    which = "the" if len(offices) == 1 else "an"
    said = (
        f"The removal of {which} ex officio foundation governor from the {brief.words.body} may be requested"
    )
    if len(offices) == 1:
        return Clause((f"{said} by ", by[0], "."))
    return Clause(f"{said}:", items=_case_by_case(offices, by))


def _case_by_case(offices: tuple[ExOfficio, ...], named: list[Held | Gap]) -> tuple[Item, ...]:
    lines: list[Line] = [
        ("in the case of ", Held(f"foundation.ex_officio.{place}.office", office.office), ", by ", by)
        for place, (office, by) in enumerate(zip(offices, named, strict=True))
    ]
    return listing(lines)


def trust(brief: Brief) -> Clause | None:
    """Name the foundation, and the trust deed that relates to the school, where the proposal does."""
    foundation = brief.proposal.foundation
    of, deed = foundation.name, foundation.trust_deed
    said = (
        *(("The foundation of the school is ", Held("foundation.name", of), ".") if of else ()),
        *((" ",) if of and deed else ()),
        *(
            ("The trust deed relating to the school is ", Held("foundation.trust_deed", deed), ".")
            if deed
            else ()
        ),
    )
    return Clause(said) if said else None


def ethos(brief: Brief) -> Clause:
    """State the religious character, and the ethos in the words that were given, whatever they are."""
    return Clause(
        (
            "The school is designated as having a religious character (",
            given("school.religious_character", brief.proposal.school.religious_character, "which"),
            "). Its religious ethos is as follows: ",
            given(_ETHOS, brief.proposal.ethos, _DESCRIPTION),
        )
    )


def ethos_by_school(brief: Brief) -> Clause | None:
    """State the religious character and ethos of each designated school, or the one ethos of them all."""
    designated = {place: one for place, one in enumerate(brief.proposal.schools) if character_of(one)}
    joint = brief.proposal.ethos
    if not designated:
        return None
    if joint and len(designated) > 1 and not any(school.ethos for school in designated.values()):
        return Clause(
            "The federated schools that are designated as having a religious character are:",
            items=listing([tuple(_designated(school, place)) for place, school in designated.items()]),
            after=(("The religious ethos of each of them is as follows: ", Held(_ETHOS, joint)),),
        )
    if len(designated) == 1:
        ((place, school),) = designated.items()
        return Clause(
            (
                given(f"schools.{place}.name", school.name, "name of the school"),
                " is designated as having a religious character (",
                Held(f"schools.{place}.religious_character", str(school.religious_character)),
                "). Its religious ethos is as follows: ",
                _ethos_of(school, place, joint),
            )
        )
    return Clause(
        "The religious character with which a federated school is designated, and its religious ethos, "
        "are as follows:",
        items=tuple(
            Item((*_designated(school, place), ": ", _ethos_of(school, place, joint)))
            for place, school in designated.items()
        ),
    )


def _ethos_of(school: FederatedSchool, place: int, joint: str | None) -> Held | Gap:
    return given(f"schools.{place}.ethos" if school.ethos else _ETHOS, school.ethos or joint, _DESCRIPTION)


def _designated(school: FederatedSchool, place: int) -> Iterator[str | Held | Gap]:
    yield given(f"schools.{place}.name", school.name, "name of the school")
    yield " ("
    yield Held(f"schools.{place}.religious_character", str(school.religious_character))
    yield ")"
