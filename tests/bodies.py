"""Federations, schools of before 2012 and units to put to the law, and one way to ask of each."""

import datetime
from typing import Any

import governance
from governance import Finding, Result

NOW = datetime.date(2018, 9, 18)
OLD = datetime.date(2008, 9, 1)
HEAD = "executive head teacher"


def schools(*kinds: str, shared: bool = True) -> list[dict[str, Any]]:
    """Federated schools, each written as its category or "category/foundation", under one head or several."""
    found = []
    for kind in kinds:
        category, _, foundation = kind.partition("/")
        school = {"category": category}
        found.append(
            school | ({"foundation": foundation} if foundation else {}) | ({"head": HEAD} if shared else {})
        )
    return found


def federation(listed: list[dict[str, Any]], /, *, on: datetime.date = NOW, **seats: Any) -> Result:
    """Check a federation of these schools with these seats and no others."""
    data = {"school": {"category": "federation"}, "schools": listed, "seats": seats}
    return governance.check(governance.parse(data), on=on)


def old_school(category: str, has: str | None = None, /, *, on: datetime.date = OLD, **given: Any) -> Result:
    """Check a school, which `has` a foundation or not, whose instrument took effect on 1 September 2008.

    `phase` and `head_resigned` stand among the seats by name.
    """
    facts = {key: given.pop(key) for key in ("phase", "head_resigned") if key in given}
    if has:
        facts["foundation"] = has
    data = {
        "school": {"category": category, **facts},
        "instrument": {"effective_on": OLD},
        "seats": given,
    }
    return governance.check(governance.parse(data), on=on)


def unit(*, on: datetime.date = NOW, head_resigned: bool = False, **seats: Any) -> Result:
    """Check a pupil referral unit with these seats and no others."""
    school = {"category": "pupil referral unit", "head_resigned": head_resigned}
    return governance.check(governance.parse({"school": school, "seats": seats}), on=on)


def breached(result: Result) -> set[str]:
    """The rules that are breached."""
    return {one.rule for one in result.findings if one.verdict == "breached"}


def finding(result: Result, rule: str) -> Finding:
    """The one finding of a rule."""
    (one,) = [one for one in result.findings if one.rule == rule]
    return one


def verdict(result: Result, rule: str) -> str:
    """What one rule says."""
    return finding(result, rule).verdict


def asked(result: Result) -> set[str]:
    """The rules that apply."""
    return {one.rule for one in result.findings}
