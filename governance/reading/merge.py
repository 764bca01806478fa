"""What several places say of one thing, made one; and the tables of a proposal file made of what is left."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.model.names import UNKNOWN
from governance.reading.evidence import Evidence, Remark

_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")


def agreed(found: Sequence[Evidence]) -> tuple[list[Evidence], list[Remark]]:
    """Keep one evidence for each field: what is stated before what is inferred, and none where two are stated apart."""
    by_field: dict[str, list[Evidence]] = {}
    for one in found:
        by_field.setdefault(one.field, []).append(one)
    result: list[Evidence] = []
    remarks: list[Remark] = []
    for field, own in by_field.items():
        sure = [one for one in own if one.sure == "stated"] or own
        other = next((one for one in sure if alike(one.value) != alike(sure[0].value)), None)
        if other is None:
            result.append(sure[0])
            continue
        because = f"another place says: {other.words}"
        result.append(attrs.evolve(sure[0], sure="conflict", because=because))
        says = f"Two places differ on {field.rpartition('.')[2].replace('_', ' ')}: {shown(sure[0].value)} and {shown(other.value)}"
        remarks.append(Remark("conflict", says, ((sure[0].words, sure[0].where), (other.words, other.where))))
    return result, remarks


def shown(value: Any) -> str:
    """Say a value in a sentence."""
    return value if isinstance(value, str) else str(value)


def tables(evidence: Iterable[Evidence]) -> dict[str, Any]:
    """Make the tables of a proposal file, but for what is in conflict; a seat in conflict is "unknown".

    >>> from governance.reading.intake.transcript import Where
    >>> tables([Evidence("schools.0.name", "Hill School", "Hill School", Where(), "stated")])
    {'schools': [{'name': 'Hill School'}]}
    """
    data: dict[str, Any] = {}
    for one in evidence:
        in_doubt = one.sure == "conflict" and one.value != UNKNOWN
        path = one.field.split(".")
        if len(path) == 1 or one.value is None or in_doubt:
            continue
        _put(data, path, one.value)
    return {key: _lists(value) for key, value in data.items()}


def _put(data: dict[str, Any], path: list[str], value: Any) -> None:
    table = data
    for key in path[:-1]:
        table = table.setdefault(key, {})
    table.setdefault(path[-1], value)


def _lists(value: Any) -> Any:
    """Make a list of a table whose keys are numbers."""
    if not isinstance(value, Mapping):
        return value
    inner = {key: _lists(one) for key, one in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def alike(value: Any) -> Any:
    """Give what must be alike for two values to be the same: of words, their letters."""
    return (_NOT_LETTERS.sub("", value.lower()) or value) if isinstance(value, str) else value
