"""What a federation's instrument says school by school: names and categories, appointers, ethos, seats."""

from typing import Literal

import attrs

from governance.english import day_words
from governance.law.checks.outcome import Outcome
from governance.model import FederatedSchool, Proposal, School
from governance.model.names import seat_words

_FOUNDATION_OR_VOLUNTARY = frozenset(
    {"foundation", "foundation special", "voluntary aided", "voluntary controlled"}
)


@attrs.frozen(repr=False)
class ApprovedBySchool:
    """Somebody must approve in respect of each foundation or voluntary school, where there are foundation governors.

    Of schools designated with a religious character the rule is for those of `characters`, or those of none of
    `other_characters`. Trustees are asked of every school that is not said to have no foundation.
    """

    approver: Literal["foundation_governors", "trustees", "diocesan_authority", "religious_body"]
    ask: str
    characters: tuple[str, ...] = ()
    other_characters: tuple[str, ...] = ()

    def judge(self, proposal: Proposal) -> Outcome:
        """Met with the day of each approval; unknown, for it is still to be done, where one is not given."""
        if proposal.seats.foundation == 0:
            return Outcome("met", "there are no foundation governors")
        asked = [school for school in proposal.schools if self._asks(school)]
        if missing := [_name(school) for school in asked if self.approver not in school.approvals]:
            return Outcome("unknown", f"no approval is given for {' and '.join(missing)}", self.ask)
        given = [f"{_name(school)} on {day_words(school.approvals[self.approver])}" for school in asked]
        return Outcome("met", f"approved for {'; '.join(given)}" if given else "no school is concerned")

    def _asks(self, school: FederatedSchool) -> bool:
        if _none(school) or (self.approver == "trustees" and school.foundation == "none"):
            return False
        character = (school.religious_character or "").casefold()
        if self.characters:
            return any(name.casefold() in character for name in self.characters)
        if self.other_characters:
            return bool(character) and not any(name.casefold() in character for name in self.other_characters)
        return True


def character_of(school: School | FederatedSchool) -> str | None:
    """Give the religious character a school is designated as having: foundation and voluntary schools alone can be."""
    return school.religious_character if school.category in _FOUNDATION_OR_VOLUNTARY else None


def names_and_categories(proposal: Proposal) -> str | None:
    """List the schools with their categories; None where one has no name."""
    if not proposal.schools or not all(school.name for school in proposal.schools):
        return None
    return "; ".join(f"{school.name}, {school.category}" for school in proposal.schools)


def appointers(proposal: Proposal) -> str | None:
    """List who appoints foundation governors and for which school; None where that is not said of one."""
    if proposal.seats.foundation == 0:
        return "there are no foundation governors"
    entries = proposal.foundation.appointers
    if not entries or not all(entry.school for entry in entries):
        return None
    return "; ".join(f"{entry.how_many} by {entry.by} for {entry.school}" for entry in entries)


def ethos(proposal: Proposal) -> str | None:
    """Say that the ethos of each designated school is described; None where one's is not."""
    designated = [school for school in proposal.schools if character_of(school)]
    if proposal.ethos is None and not all(school.ethos for school in designated):
        return None
    return "the ethos of each designated school is described"


def kinds(proposal: Proposal) -> str | None:
    """Say what the foundation schools of a federation are; None where there are none."""
    words = {
        "none": "without a foundation",
        "foundation": "with a foundation and not qualifying",
        "qualifying": "qualifying",
    }
    said = {words[school.foundation]: None for school in proposal.schools if school.foundation}
    return f"the schools are foundation schools, some {' and some '.join(said)}" if said else None


def without_foundation(proposal: Proposal) -> str | None:
    """Name each school that is said to have a foundation and cannot; None where there is none."""
    wrong = [
        f"{_name(school)}, a {school.category} school, is said to be {school.foundation}"
        for school in proposal.schools
        if _cannot_be(school)
    ]
    return "; ".join(wrong) or None


def added_up(proposal: Proposal, seat: str) -> int:
    """Add up the seats of a category that are stated by school."""
    return sum(school.seats.get(seat, 0) for school in proposal.schools)


def add_up(proposal: Proposal, seat: str, each: int | None) -> Outcome:
    """Compare the seats stated for each school with the federation's seats of that category."""
    stated = [(school, school.seats[seat]) for school in proposal.schools if seat in school.seats]
    if not stated:
        return Outcome("met", f"how many {seat_words(seat, 2)} each school has is not stated")
    working = ", ".join(f"{_name(school)} {count}" for school, count in stated)
    if each is not None and any(count != each for _, count in stated):
        return Outcome("breached", f"{working}; each is to have {each}", repair=f"Give each school {each}")
    if misplaced := [
        _name(school) for school, count in stated if seat == "foundation" and count and _none(school)
    ]:
        says = f"{' and '.join(misplaced)} can have none, being neither a foundation nor a voluntary school"
        return Outcome("breached", f"{working}; {says}", repair="Say for which school they are appointed")
    whole, total = getattr(proposal.seats, seat), added_up(proposal, seat)
    if not isinstance(whole, int):
        return Outcome("unknown", f"{working}; the seats are not settled", f"How many {seat_words(seat, 2)}?")
    working += f": {total} in all; there {'is' if whole == 1 else 'are'} {whole} {seat_words(seat, whole)}"
    if total == whole:
        return Outcome("met", working)
    return Outcome("breached", working, repair=f"Give numbers by school that add up to {whole}")


def appointers_add_up(proposal: Proposal) -> Outcome | None:
    """Compare who is appointed or ex officio for a school with its foundation seats; None where nothing disagrees."""
    entries, offices = proposal.foundation.appointers, proposal.foundation.ex_officio
    if None in (*(one.school for one in entries), *(one.school for one in offices)):
        return None
    wrong = []
    for school in proposal.schools:
        stated = school.seats.get("foundation")
        appointed = sum(int(one.number) for one in entries if one.school == school.name)
        by_office = sum(one.school == school.name for one in offices)
        if stated is not None and stated != appointed + by_office:
            held = f"{appointed} appointed{f' and {by_office} ex officio' if by_office else ''}"
            wrong.append(f"{_name(school)}: {held}, and {stated} stated")
    if not wrong:
        return None
    return Outcome("breached", "; ".join(wrong), repair="Give each school numbers that add up to its own")


def _none(school: FederatedSchool) -> bool:
    return school.category not in _FOUNDATION_OR_VOLUNTARY


def _cannot_be(school: FederatedSchool) -> bool:
    """Tell whether a school is said to have a foundation of a kind that its category does not have."""
    if school.foundation == "qualifying":
        return school.category not in ("foundation", "foundation special")
    return school.foundation == "foundation" and _none(school)


def _name(school: FederatedSchool) -> str:
    return school.name or f"the {school.category} school"
