"""What is said beside a file: facts of the school that fill in what the file lacks, and never overrule it.

>>> fill_in({"school": {"name": "Hill School"}}, {"category": "community"})["school"]
{'name': 'Hill School', 'category': 'community'}
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from governance.errors import ContradictionError
from governance.model.names import CATEGORIES, FOUNDATION
from governance.model.schools import designated

FLAGS: Final = {
    "category": "--category",
    "foundation": "--foundation",
    "religious_character": "--religious-character",
    "local_authority": "--authority",
    "name": "--school",
}
"""The keys of [school] that can be said beside a file, and the option that says each."""

_WORD: Final = re.compile(r"[^\W_]+")
_CHOICES: Final = {"category": CATEGORIES, "foundation": FOUNDATION}


def fill_in(
    data: Mapping[str, Any], beside: Mapping[str, str], *, source: str = "proposal"
) -> dict[str, Any]:
    """Give the tables of a proposal with what they lack; ContradictionError where they say otherwise."""
    school = data.get("school", {})
    if not beside or not isinstance(school, Mapping):
        return dict(data)
    said = {
        key: f'"{school[key]}"' for key, value in beside.items() if contradicts(key, value, school.get(key))
    }
    if said:
        raise contradiction(source, beside, said)
    return {**data, "school": {**school, **{key: beside[key] for key in beside if school.get(key) is None}}}


def contradicts(key: str, value: str, there: object) -> bool:
    """Tell whether a file says something else. A name may be given shorter or longer than it stands there.

    >>> contradicts("name", "Hill", "Hill Primary School"), contradicts("category", "foundation", "foundation special")
    (False, True)
    """
    if there is None:
        return False
    if key in _CHOICES:
        from governance.model.meaning import choice  # noqa: PLC0415 - only where something is said beside a file

        return value not in (there, choice(there, _CHOICES[key]))
    if key == "religious_character":
        value, there = (designated(one) or "none" for one in (value, str(there)))
    one, other = (set(_WORD.findall(text.casefold().replace("’", "'"))) for text in (value, str(there)))
    return not (one <= other or other <= one)


def contradiction(source: str, beside: Mapping[str, str], said: Mapping[str, str]) -> ContradictionError:
    """Name each option that the file contradicts, what it says, and what the file says instead."""
    lines = [f'{FLAGS[key]} says "{beside[key]}", and {source} says {there}.' for key, there in said.items()]
    return ContradictionError(
        " ".join([*lines, "Which is right cannot be told: leave the option out, or correct the file."])
    )
