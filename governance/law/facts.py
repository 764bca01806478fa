"""The facts on which it depends whether a rule applies, each with its few possible values.

A rule's `where` narrows by these and by nothing else, so that a test can walk every combination of them.
"""

import itertools
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from governance.law.federation import MIXES, possible_mixes
from governance.model import Proposal
from governance.model.names import CAME_BY, CATEGORIES, FOUNDATION, OFFICES, PHASES, shown

if TYPE_CHECKING:
    from governance.model.person import Person

Value = str | bool

DOMAIN: Final[Mapping[str, tuple[Value, ...]]] = {
    "category": CATEGORIES,
    "foundation": FOUNDATION,
    "head_resigned": (False, True),
    "religious_character": (False, True),
    "phase": PHASES,
    "mix": MIXES,
    "seat": OFFICES,
    "came_by": CAME_BY,
}
"""Each fact and its values. `mix` is the mix of schools of a federation, `seat` and `came_by` the office of a
person and how they came by it, and the other facts those of a school."""

PERSON_FACTS: Final = frozenset({"seat", "came_by"})
"""The facts of a person, which rules on boards know nothing of."""

QUESTIONS: Final = {
    "category": "What is the category of the school?",
    "foundation": "Does the school have a foundation, and is it a qualifying foundation school? "
    'Set foundation = "none", "foundation" or "qualifying" under [school].',
    "head_resigned": "Has the head teacher resigned as a governor?",
    "religious_character": "Is the school designated as having a religious character?",
    "seat": "What is the person's category? Set category under [[people]].",
    "came_by": "How does the person come by the office? Set came_by under [[people]].",
    "phase": 'Is it a secondary school? Set phase = "primary" or "secondary" under [school].',
    "mix": "Does each foundation school of the federation have a foundation, and is it a qualifying foundation "
    'school? Set foundation = "none", "foundation" or "qualifying" under its [[schools]].',
}
"""What to ask where a fact is not given."""

HAS_NO_FOUNDATION: Final = frozenset({"community", "community special", "maintained nursery"})

_VARYING: Final[Mapping[str, frozenset[str]]] = {
    "federation": frozenset({"head_resigned", "religious_character", "mix"}),
    "pupil referral unit": frozenset({"head_resigned"}),
}
"""The facts that vary for the two bodies which are not schools; for a school it is all but the mix."""


@attrs.frozen
class Kind:
    """The kind of school a question is about. A fact is None where nobody has said, or where it does not arise.

    `mixes` are those that a federation may be, where what is known of its schools leaves more than one.
    """

    __repr__ = shown

    category: str
    foundation: str | None = None
    head_resigned: bool = False
    religious_character: bool = False
    phase: str | None = None
    mix: str | None = None
    mixes: tuple[str, ...] = ()
    seat: str | None = None
    came_by: str | None = None

    @classmethod
    def of(cls, proposal: Proposal) -> "Kind":
        """Take the facts from a proposal.

        A community or nursery school is taken to have no foundation unless it says so: SSFA 1998 s 21 gives
        foundations to foundation and voluntary schools only. A nursery school is not a secondary school.
        """
        school = proposal.school
        if school.category == "federation":
            mixes = possible_mixes(proposal.schools)
            return cls(
                school.category,
                head_resigned=any(one.head_resigned for one in proposal.schools),
                religious_character=any(one.religious_character for one in proposal.schools),
                mix=mixes[0] if len(mixes) == 1 else None,
                mixes=mixes if len(mixes) > 1 else (),
            )
        foundation, phase = school.foundation, school.phase
        if foundation is None and school.category in HAS_NO_FOUNDATION:
            foundation = "none"
        if phase is None and school.category == "maintained nursery":
            phase = "primary"
        religious = school.religious_character is not None
        return cls(school.category, foundation, school.head_resigned, religious, phase)

    def with_person(self, person: "Person") -> "Kind":
        """Add the facts of one person, whom the question is then about."""
        return attrs.evolve(self, seat=person.category, came_by=person.came_by)

    def value(self, fact: str) -> Value | None:
        """Give one fact; None where it is not known."""
        value: Value | None = getattr(self, fact)
        return value

    def may_be(self, fact: str, values: frozenset[Value]) -> bool:
        """Tell whether a fact may have one of some values, for all that is known."""
        if fact == "mix" and self.mix is None:
            mixes = self.mixes or (MIXES if self.category == "federation" else ())
            return not values.isdisjoint(mixes)
        value = self.value(fact)
        return value is None or value in values


def every_kind(
    categories: tuple[str, ...], *, varying: Collection[str] = frozenset(DOMAIN)
) -> Iterator[Kind]:
    """Walk every combination of facts for these categories of school, of the facts that are to vary.

    Only combinations that mean something are given: a federation has its mix and no facts of one school, and a
    unit has neither. A fact that does not vary is not known, or false.
    """
    for category in categories:
        facts = _VARYING.get(category, DOMAIN.keys() - {"category", "mix"}) - PERSON_FACTS
        walked = [fact for fact in DOMAIN if fact in facts and fact in varying]
        for values in itertools.product(*(DOMAIN[fact] for fact in walked)):
            given: dict[str, Any] = dict(zip(walked, values, strict=True))
            yield Kind(category, **given)
