"""The clauses on foundation governors and religious character: appointers, offices, trust, ethos."""

from collections.abc import Iterator

from governance.documents.instrument.clauses.brief import Brief, Line, given, listing
from governance.documents.word.blocks import Clause, Gap, Item
from governance.law.checks.board import AddsUp
from governance.law.checks.schools import character_of
from governance.model import FederatedSchool
from governance.model.names import seat_words
from governance.model.proposal import Appointer, ExOfficio

_DESCRIPTION = "description of the ethos"
_SUBSTITUTE = "unable or unwilling to act or has been removed as a governor, may be appointed"


def appointers(brief: Brief) -> Clause:
    """Say who appoints the foundation governors, and if there are several how many each and on what basis."""
    foundation = brief.proposal.foundation
    entries = foundation.appointers
    besides = _besides(brief)
    if not entries:
        return Clause(("The foundation governors are appointed by ", Gap("who appoints them"), "."))
    if len(entries) == 1 and entries[0].basis is None:
        return Clause(f"The foundation governors{besides} are appointed by {entries[0].by}.")
    lines = [_appointed_by(brief, entry) for entry in entries]
    return Clause(f"The foundation governors{besides} are appointed as follows:", items=listing(lines))


def appointers_by_school(brief: Brief) -> Clause | None:
    """Say for each school of a federation who appoints the foundation governors that belong to it."""
    if not brief.proposal.seats.foundation:
        return None
    lines: list[Line] = [
        (*_appointed_by(brief, entry), ", in respect of ", given(entry.school, "which school"))
        for entry in brief.proposal.foundation.appointers
    ]
    return Clause(
        f"The foundation governors{_besides(brief)} are appointed as follows:",
        items=listing(lines, gap="who appoints them"),
    )


def _besides(brief: Brief) -> str:
    """Leave out those who are not appointed, where there are any."""
    return ", other than any who are ex officio," if brief.proposal.foundation.ex_officio else ""


def _appointed_by(brief: Brief, entry: Appointer) -> Line:
    """Say how many somebody appoints and on what basis; a number that does not fit the seats is left to be settled."""
    fits = AddsUp("foundation").judge(brief.proposal).verdict == "met"
    number = str(entry.number) if fits else Gap(f"number: {entry.number} does not fit the seats")
    basis = f", {entry.basis}" if entry.basis else ""
    return (number, f" {seat_words('foundation', entry.number)} by {entry.by}{basis}")


def ex_officio(brief: Brief) -> Clause | None:
    """Name the offices whose holders are foundation governors."""
    offices = brief.proposal.foundation.ex_officio
    if not offices:
        return None
    lines = [_office(office) for office in offices]
    if len(lines) == 1:
        return Clause(f"The holder of the following office is a foundation governor ex officio: {lines[0]}.")
    return Clause(
        "The holders of the following offices are foundation governors ex officio:", items=listing(lines)
    )


def _office(office: ExOfficio) -> str:
    return f"{office.office}, in respect of {office.school}" if office.school else office.office


def substitute(brief: Brief) -> Clause | None:
    """Say who may appoint a substitute for an ex officio foundation governor."""
    offices = brief.proposal.foundation.ex_officio
    by = [given(office.substitute_appointed_by, "who may appoint a substitute") for office in offices]
    if not offices:
        return None
    if len(offices) == 1:
        return Clause(
            (
                f"A substitute governor, where the ex officio foundation governor is {_SUBSTITUTE} by ",
                by[0],
                ".",
            )
        )
    return Clause(
        f"A substitute governor, where an ex officio foundation governor is {_SUBSTITUTE}:",
        items=_case_by_case(offices, by),
    )


def removal(brief: Brief) -> Clause | None:
    """Say who may ask for an ex officio foundation governor to be removed."""
    offices = brief.proposal.foundation.ex_officio
    by = [given(office.removal_requested_by, "who may request removal") for office in offices]
    if not offices:
        return None
    if len(offices) == 1:
        return Clause(("The removal of the ex officio foundation governor may be requested by ", by[0], "."))
    return Clause(
        "The removal of an ex officio foundation governor may be requested:",
        items=_case_by_case(offices, by),
    )


def _case_by_case(offices: tuple[ExOfficio, ...], named: list[str | Gap]) -> tuple[Item, ...]:
    lines: list[Line] = [
        (f"in the case of {office.office}, by ", by) for office, by in zip(offices, named, strict=True)
    ]
    return listing(lines)


def trust(brief: Brief) -> Clause | None:
    """Name the foundation, and the trust deed that relates to the school, where the proposal does."""
    foundation = brief.proposal.foundation
    said = [
        *([f"The foundation of the school is {foundation.name}."] if foundation.name else ()),
        *(
            [f"The trust deed relating to the school is {foundation.trust_deed}."]
            if foundation.trust_deed
            else ()
        ),
    ]
    return Clause(" ".join(said)) if said else None


def ethos(brief: Brief) -> Clause:
    """State the religious character, and the ethos in the words that were given, whatever they are."""
    return Clause(
        (
            "The school is designated as having a religious character (",
            given(brief.proposal.school.religious_character, "which"),
            "). Its religious ethos is as follows: ",
            given(brief.proposal.ethos, _DESCRIPTION),
        )
    )


def ethos_by_school(brief: Brief) -> Clause | None:
    """State the religious character and ethos of each designated school, or the one ethos of them all."""
    designated = [school for school in brief.proposal.schools if character_of(school)]
    joint = brief.proposal.ethos
    if not designated:
        return None
    if joint and len(designated) > 1 and not any(school.ethos for school in designated):
        return Clause(
            "The federated schools that are designated as having a religious character are:",
            items=listing([tuple(_designated(school)) for school in designated]),
            after=(f"The religious ethos of each of them is as follows: {joint}",),
        )
    return Clause(
        "The religious character with which a federated school is designated, and its religious ethos, "
        "are as follows:",
        items=tuple(
            Item((*_designated(school), ": ", given(school.ethos or joint, _DESCRIPTION)))
            for school in designated
        ),
    )


def _designated(school: FederatedSchool) -> Iterator[str | Gap]:
    yield given(school.name, "name of the school")
    yield f" ({school.religious_character})"
