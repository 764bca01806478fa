"""The schools of a federation, as a proposal lists them."""

import datetime
from collections.abc import Iterable

from governance.model.names import APPROVERS, CHURCHES, FOUNDATION, SCHOOL_CATEGORIES
from governance.model.proposal import FederatedSchool
from governance.model.table import Table

_BY_SCHOOL = ("parent", "foundation")
_NONE = ("none", "no", "nil", "does not apply", "not applicable", "n/a", "no religious character")
"""What people and the public register write where a school has no religious character."""


def federated_schools(root: Table, category: str) -> tuple[FederatedSchool, ...]:
    """Read [[schools]], which a federation must have and nothing else may."""
    schools = tuple(_school(table) for table in root.tables("schools"))
    if category == "federation" and "schools" not in root:
        root.require("schools", "Add [[schools]] for each school of the federation")
    elif category != "federation" and "schools" in root:
        root.problem("schools", "belong to a federation", remedy='Set category = "federation" under [school]')
    names = [school.name for school in schools if school.name]
    for name in sorted({name for name in names if names.count(name) > 1}):
        root.problem(
            "schools",
            f'"{name}" is the name of more than one of them',
            remedy="List each school once, by a name that tells it apart",
        )
    for head in _resigned_in_part(schools):
        root.problem(
            "schools",
            f'"{head}" has resigned as a governor at one school and not at another',
            remedy="One person is a governor of the federation or is not: set head_resigned alike",
        )
    return schools


def religious_character(table: Table) -> str | None:
    """Read the religious character a school is designated as having."""
    return designated(table.text("religious_character"))


def designated(character: str | None) -> str | None:
    """Give the religious character as it is designated; "none" says that there is none.

    The two churches whose diocesan authority has a say in law are known under their usual short names, too.

    >>> designated("C.of.E"), designated("Does not apply"), designated("Jewish")
    ('Church of England', None, 'Jewish')
    """
    if character is None or character.lower().rstrip(".") in _NONE:
        return None
    return CHURCHES.get(character.lower().replace(".", ""), character)


def _school(table: Table) -> FederatedSchool:
    table.require("category", f"Known: {', '.join(SCHOOL_CATEGORIES)}")
    school = FederatedSchool(
        name=table.text("name"),
        category=table.choice("category", SCHOOL_CATEGORIES) or "",
        foundation=table.choice("foundation", FOUNDATION),
        religious_character=religious_character(table),
        ethos=table.lines("ethos"),
        head=table.text("head"),
        head_resigned=table.flag("head_resigned"),
        seats=_seats(table.table("seats")),
        approvals=_approvals(table.table("approvals")),
    )
    table.finish()
    return school


def _seats(table: Table) -> dict[str, int]:
    counts = {seat: table.count(seat, may_be_unknown=False) for seat in _BY_SCHOOL}
    table.finish()
    return {seat: int(count) for seat, count in counts.items() if count is not None}


def _approvals(table: Table) -> dict[str, datetime.date]:
    found = {approver: table.date(approver) for approver in APPROVERS}
    table.finish()
    return {approver: day for approver, day in found.items() if day}


def _resigned_in_part(schools: Iterable[FederatedSchool]) -> list[str]:
    resigned: dict[str, set[bool]] = {}
    for school in schools:
        if school.head:
            resigned.setdefault(school.head, set()).add(school.head_resigned)
    return [head for head, said in resigned.items() if len(said) > 1]
