"""Which paragraph of regulation 22 of SI 2012/1035 a federation falls under: it depends on its mix of schools.

Regulation 21 asks the same of every federation. Regulation 22 asks more of one that has foundation or voluntary
schools, and what it asks depends on which categories of school there are together, and, where there are only
foundation schools, on whether they have a foundation. One mix it does not provide for.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from governance.model import FederatedSchool
from governance.model.names import FOUNDATION

COMMUNITY: Final = "community"
NO_FOUNDATION: Final = "no foundation"
WITH_FOUNDATION: Final = "foundation"
QUALIFYING: Final = "qualifying"
CONTROLLED: Final = "voluntary controlled"
AIDED: Final = "voluntary aided"
CONTROLLED_AND_COMMUNITY: Final = "voluntary controlled and community"
MIXED: Final = "mixed"
SEVERAL: Final = "foundation of several kinds"

MIXES: Final = (
    COMMUNITY,
    NO_FOUNDATION,
    WITH_FOUNDATION,
    QUALIFYING,
    CONTROLLED,
    AIDED,
    CONTROLLED_AND_COMMUNITY,
    MIXED,
    SEVERAL,
)
"""Every mix of schools that the law tells apart, and `SEVERAL`, of which it says nothing."""

_COMMUNITY_KINDS: Final = frozenset({"community", "community special", "maintained nursery"})
_FOUNDATION_KINDS: Final = frozenset({"foundation", "foundation special"})
_ONLY: Final = {"none": NO_FOUNDATION, "foundation": WITH_FOUNDATION, "qualifying": QUALIFYING}


def mix(kinds: Iterable[tuple[str, str]]) -> str:
    """Say what mix some schools are, each given by its category and whether it has a foundation.

    >>> mix([("voluntary aided", "foundation"), ("voluntary aided", "none")])
    'voluntary aided'
    >>> mix([("foundation", "none"), ("foundation", "foundation")])
    'foundation of several kinds'
    """
    kinds = tuple(kinds)
    categories = {category for category, _ in kinds}
    foundations = {foundation for category, foundation in kinds if category in _FOUNDATION_KINDS}
    if categories <= _COMMUNITY_KINDS:
        return COMMUNITY  # reg 21 only: reg 22 is about foundation and voluntary schools
    if categories <= _FOUNDATION_KINDS and len(foundations) == 1:
        # reg 22(1), (2) or (3); where there are foundation special schools too, reg 22(7) asks no more than these
        return _ONLY[foundations.pop()]
    if categories in ({"foundation"}, {"foundation special"}):
        return SEVERAL  # not "only" any one of reg 22(1) to (3), and not the several categories of reg 22(7)
    if categories == {"voluntary controlled"}:
        return CONTROLLED  # reg 22(4)
    if categories == {"voluntary aided"}:
        return AIDED  # reg 22(5)
    if categories <= _COMMUNITY_KINDS | {"voluntary controlled"}:
        return CONTROLLED_AND_COMMUNITY  # reg 22(6)
    return MIXED  # reg 22(7): several categories, at least one of them foundation or voluntary aided


def possible_mixes(schools: Sequence[FederatedSchool]) -> tuple[str, ...]:
    """Give every mix that schools may be, whatever is still to be said of them; all, where there are no schools."""
    if not schools:
        return MIXES
    found = {mix(kinds) for kinds in itertools.product(*_kinds(schools))}
    return tuple(one for one in MIXES if one in found)


def _kinds(schools: Iterable[FederatedSchool]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Give for each school what it may be; schools of which the same is known are given once or twice."""
    times: dict[tuple[str, str | None], int] = {}
    for school in schools:
        asked = school.category in _FOUNDATION_KINDS
        known = (school.category, school.foundation if asked else "none")
        times[known] = times.get(known, 0) + 1
    for (category, foundation), count in times.items():
        may_be = tuple((category, value) for value in ((foundation,) if foundation else FOUNDATION))
        for _ in range(1 if foundation else min(count, 2)):
            yield may_be


def fewest_heads(schools: Iterable[FederatedSchool]) -> int:
    """Count the head teachers who are governors where schools that name none share one, if any can."""
    heads = [school.head for school in schools if not school.head_resigned]
    return max(len({head for head in heads if head}), min(len(heads), 1))


def different_heads(schools: Iterable[FederatedSchool], *, resigned: bool) -> int:
    """Count the head teachers who are governors, or those who have resigned as such, each person once."""
    heads = [school.head for school in schools if school.head_resigned is resigned]
    return len({head for head in heads if head}) + heads.count(None)
