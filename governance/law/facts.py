"""The facts on which it depends whether a rule applies, each with its few possible values.

A rule's `where` narrows by these and by nothing else, so that a test can walk every combination of them.
"""

import itertools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from governance.model import Proposal
from governance.model.names import CATEGORIES, FOUNDATION

Value = str | bool

DOMAIN: Final[Mapping[str, tuple[Value, ...]]] = {
    "category": CATEGORIES,
    "foundation": FOUNDATION,
    "head_resigned": (False, True),
    "religious_character": (False, True),
}
"""Each fact and its values."""

QUESTIONS: Final = {
    "category": "What is the category of the school?",
    "foundation": "Does the school have a foundation, and is it a qualifying foundation school? "
    'Set foundation = "none", "foundation" or "qualifying" under [school].',
    "head_resigned": "Has the head teacher resigned as a governor?",
    "religious_character": "Is the school designated as having a religious character?",
}
"""What to ask where a fact is not given."""

_HAS_NO_FOUNDATION = frozenset({"community", "community special", "maintained nursery"})


@attrs.frozen
class Kind:
    """The kind of school a question is about. `foundation` is None where nobody has said."""

    category: str
    foundation: str | None = None
    head_resigned: bool = False
    religious_character: bool = False

    @classmethod
    def of(cls, proposal: Proposal) -> "Kind":
        """Take the facts from a proposal.

        A community or nursery school is taken to have no foundation unless it says so: SSFA 1998 s 21 gives
        foundations to foundation and voluntary schools only.
        """
        school = proposal.school
        foundation = school.foundation
        if foundation is None and school.category in _HAS_NO_FOUNDATION:
            foundation = "none"
        return cls(school.category, foundation, school.head_resigned, school.religious_character is not None)

    def value(self, fact: str) -> Value | None:
        """Give one fact; None where it is not known."""
        value: Value | None = getattr(self, fact)
        return value


def every_kind(categories: tuple[str, ...]) -> Iterator[Kind]:
    """Walk every combination of facts for these categories of school."""
    for category in categories:
        for values in itertools.product(
            DOMAIN["foundation"], DOMAIN["head_resigned"], DOMAIN["religious_character"]
        ):
            foundation, resigned, religious = values
            yield Kind(category, str(foundation), bool(resigned), bool(religious))
