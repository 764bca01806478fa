"""What the appointing body of a row says of the seat that the governor has: one category, several, or none.

The Department's list says who appoints or elects, and not the category. What has more than one meaning keeps them all.
"""

import functools
from collections.abc import Mapping
from typing import Final

import attrs

from governance.model.governors import by_appointer, said
from governance.model.names import ASSOCIATE, SEATS

ANY: Final = frozenset(SEATS)
"""The row does not tell which seat it is."""
NOWHERE: Final = "no maintained school has this appointing body"
INTERIM: Final = "an interim executive board"
OLDER: Final = "appointed by the authority, which may be of an interim executive board or of earlier law"
NOT_TOLD: Final = "blank, or not on the Department's list"
_BY_THE_BOARD: Final = frozenset(("co_opted", "partnership"))
"""The governing body appoints both, and the record writes both alike."""


@attrs.frozen
class Meaning:
    """The seats that an appointing body may mean, whether they go with an office, and what else it says."""

    seats: frozenset[str]
    says: str = ""
    ex_officio: bool = False


_LIST: Final[Mapping[str, Meaning]] = {
    "appointed by gb/board": Meaning(_BY_THE_BOARD),
    "nominated by other body and appointed by gb": Meaning(_BY_THE_BOARD),
    "appointed by la": Meaning(ANY, OLDER),
    "interim executive board": Meaning(ANY, INTERIM),
    **dict.fromkeys(
        (
            "n/a",
            "appointed by academy members",
            "appointed by trustees",
            "original (signatory) members",
            "original members",
            "any additional members appointed by the members of the academy trust",
            "appointed by regional schools commissioner (rsc)",
            "appointed by secretary of state",
        ),
        Meaning(ANY, NOWHERE),
    ),
}
"""Those of which the category is not told by the words themselves."""


@functools.lru_cache(maxsize=4096)
def meaning(appointing_body: str) -> Meaning:
    """Give what an appointing body means for a maintained school.

    >>> sorted(meaning("Elected by parents").seats), sorted(meaning("Appointed by GB/board").seats)
    (['parent'], ['co_opted', 'partnership'])
    >>> meaning("Appointed by academy members").says
    'no maintained school has this appointing body'
    """
    listed = _LIST.get(" ".join(appointing_body.casefold().split()))
    if listed:
        return listed
    found = by_appointer(appointing_body)
    if found.category not in ANY:
        return Meaning(ANY, NOT_TOLD)
    return Meaning(frozenset((found.category,)), ex_officio=found.came_by == "ex officio")


@functools.lru_cache(maxsize=4096)
def governs(role: str) -> bool:
    """Tell whether a role is that of a governor; a governance professional and an associate member are none.

    >>> governs("Chair of Governors"), governs("Governance Professional - Federation")
    (True, False)
    """
    found = said(role)
    return found.standing != "not a governor" and found.category != ASSOCIATE
