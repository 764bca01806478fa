"""Boards to put to the law: the kinds of school, a smallest lawful board of each, and one way to ask.

Everything goes through the public doors: `governance.parse` and `governance.check`.
"""

import datetime
from typing import Any

import governance
from governance import Finding, Result

REGULATIONS = "uksi/2012/1034"
"""The Regulations that these boards are put to; other laws stand beside them."""

DAY = datetime.date(2018, 9, 18)
"""Rift House's day: the law as it stands to date."""

ROUNDING_LAST = datetime.date(2017, 4, 30)
ROUNDING_GONE = datetime.date(2017, 5, 1)

COMMUNITY = (("community", None), ("community special", None), ("maintained nursery", None))
NO_FOUNDATION = (("foundation", "none"), ("foundation special", "none"))
WITH_FOUNDATION = (("foundation", "foundation"), ("foundation special", "foundation"))
QUALIFYING = (("foundation", "qualifying"), ("foundation special", "qualifying"))
AIDED = (("voluntary aided", None),)
CONTROLLED = (("voluntary controlled", None),)
KINDS = COMMUNITY + NO_FOUNDATION + WITH_FOUNDATION + QUALIFYING + AIDED + CONTROLLED
"""Every kind of school under the 2012 Regulations: its category, and its foundation where one must be given."""

SEVEN_SEATS = ("parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation", "partnership")
"""The categories of governor that the 2012 Regulations know."""

_CORE = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1}
_SMALLEST: dict[tuple[tuple[str, str | None], ...], dict[str, int]] = {
    COMMUNITY: {"co_opted": 2},
    NO_FOUNDATION: {"co_opted": 1, "partnership": 2},
    WITH_FOUNDATION: {"foundation": 2},
    QUALIFYING: {"foundation": 6},
    AIDED: {"foundation": 7},
    CONTROLLED: {"co_opted": 1, "foundation": 2},
}
SMALLEST = {kind: _CORE | seats for kinds, seats in _SMALLEST.items() for kind in kinds}
"""A smallest lawful board of each kind of school."""


def ask(
    category: str = "community",
    has: str | None = None,
    /,
    *,
    on: datetime.date | None = DAY,
    head_resigned: bool = False,
    terms: dict[str, Any] | None = None,
    **seats: Any,
) -> Result:
    """Check a school of a category, which `has` a foundation or not, with these seats and no others, on a day."""
    return governance.check(proposal(category, has, head_resigned=head_resigned, terms=terms, **seats), on=on)


def proposal(
    category: str = "community",
    has: str | None = None,
    /,
    *,
    head_resigned: bool = False,
    terms: dict[str, Any] | None = None,
    **seats: Any,
) -> governance.Proposal:
    """A proposal of a school with these seats and no others; seats of None are left out."""
    school: dict[str, Any] = {"category": category, "head_resigned": head_resigned}
    if has is not None:
        school["foundation"] = has
    given = {seat: count for seat, count in seats.items() if count is not None}
    return governance.parse({"school": school, "seats": given, "terms": terms or {}})


def finding(result: Result, rule: str) -> Finding:
    """The one finding of a rule."""
    found = [one for one in result.findings if one.rule == rule]
    assert 1 == len(found), f"{rule} stands {len(found)} times"
    return found[0]


def verdict(rule: str, *kind: str | None, **given: Any) -> str:
    """What one rule says of a board."""
    return finding(ask(*kind, **given), rule).verdict


def breached(result: Result) -> set[str]:
    """The rules of the 2012 Regulations that are breached, of every severity."""
    return {
        one.rule for one in result.findings if one.verdict == "breached" and one.instrument == REGULATIONS
    }
