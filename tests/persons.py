"""People to put to the law: one person of a school, asked about through the public doors."""

import datetime
from typing import Any

import attrs

import governance
from governance import Finding
from governance.law import Rule
from governance.model.person import FACTS
from governance.people.eligibility import PersonResult, eligible

BEGAN = datetime.date(2020, 9, 1)
"""The day on which the people of these tests were elected or appointed, unless a test says otherwise."""

NOW = datetime.date(2020, 9, 15)
SCHOOLS = [{"category": "community", "head": "the head"}, {"category": "community", "head": "the head"}]
"""The schools of a federation, where a test asks about one."""

DAY = datetime.timedelta(days=1)


def of_person(
    category: str,
    came_by: str | None = "appointment",
    /,
    *,
    on: datetime.date = NOW,
    began: datetime.date | None = BEGAN,
    school: dict[str, Any] | str = "community",
    terms: dict[str, Any] | None = None,
    **facts: Any,
) -> PersonResult:
    """Ask about one person of whom these facts are known, on a day."""
    person = {
        "key": "the person",
        "category": category,
        "came_by": came_by,
        "appointed_on": began,
        "facts": facts,
    }
    school = {"category": school} if isinstance(school, str) else school
    data = {
        "school": school,
        **({"schools": SCHOOLS} if school["category"] == "federation" else {}),
        "seats": {},
        "terms": terms or {},
        "people": [{key: value for key, value in person.items() if value is not None}],
    }
    (result,) = eligible(governance.parse(data), on=on)
    return result


def rule_of(result: PersonResult, rule: str) -> Finding:
    """What one rule says; it must be among the findings, once."""
    (finding,) = (one for one in result.findings if one.rule == rule)
    return finding


def says(rule: str, *args: Any, **kwargs: Any) -> str:
    """The verdict of one rule on one person; "silent" where it is not for them."""
    found = [one.verdict for one in of_person(*args, **kwargs).findings if one.rule == rule]
    assert len(found) <= 1
    return found[0] if found else "silent"


def asked_by(rule: Rule) -> set[str]:
    """The facts about a person that a rule asks for."""
    if rule.stage is None or rule.check is None:
        return set()
    values = [getattr(rule.check, field.name) for field in attrs.fields(type(rule.check))]
    names = {name for value in values for name in (value if isinstance(value, tuple) else (value,))}
    return {name for name in names if isinstance(name, str) and name in FACTS}
