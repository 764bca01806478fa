"""The approvals that an instrument needs before it goes on."""

from typing import Literal

import attrs

from governance.english import day_words
from governance.law.checks.outcome import Outcome
from governance.model import Proposal


@attrs.frozen(repr=False)
class ApprovedBy:
    """Somebody must approve before the instrument goes on, where there are foundation governors.

    `varying` is a rule for the variation of an instrument that there is, else it is for a new one. Of schools
    designated with a religious character the rule is for those of `characters`, or those of none of
    `other_characters`.
    """

    approver: Literal["foundation_governors", "trustees", "diocesan_authority", "religious_body"]
    ask: str
    varying: bool
    characters: tuple[str, ...] = ()
    other_characters: tuple[str, ...] = ()

    def judge(self, proposal: Proposal) -> Outcome:
        """Met with the day of the approval; unknown, for it is still to be done, where none is given."""
        if self.varying is not proposal.varies:
            return Outcome(
                "met", "the proposal varies no instrument" if self.varying else "it is a variation"
            )
        if proposal.seats.foundation == 0:
            return Outcome("met", "there are no foundation governors")
        character = proposal.school.religious_character or "none"
        if self.characters and not _is_of(character, self.characters):
            return Outcome("met", f"the religious character is {character}")
        if self.other_characters and _is_of(character, self.other_characters):
            return Outcome("met", f"the religious character is {character}")
        day = proposal.approvals.get(self.approver)
        if day is None:
            return Outcome("unknown", "no approval is given", self.ask)
        return Outcome("met", f"approved on {day_words(day)}")


def _is_of(character: str, names: tuple[str, ...]) -> bool:
    """Tell whether one of these religious characters is named, whatever the case of its letters."""
    said = " ".join(character.casefold().split())
    return any(name.casefold() in said for name in names)
