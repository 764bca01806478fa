"""What several places say of one thing, made one; and the tables of a proposal file made of what is left."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from governance.model.names import UNKNOWN
from governance.reading.evidence import Evidence, Remark, Understood


def agreed(found: Sequence[Evidence]) -> tuple[list[Evidence], list[Remark]]:
    """Keep one evidence for each field: what is stated before what is inferred, and none where two are stated apart."""
    result: list[Evidence] = []
    remarks: list[Remark] = []
    for field in dict.fromkeys(one.field for one in found):
        own = [one for one in found if one.field == field]
        first, *others = [one for one in own if one.sure == "stated"] or own
        other = next((one for one in others if alike(one.value) != alike(first.value)), None)
        if other is None:
            result.append(first)
            continue
        result.append(attrs.evolve(first, sure="conflict", because=f"another place says: {other.words}"))
        of = field.rpartition(".")[2].replace("_", " ")
        quotes = (first.words, first.where), (other.words, other.where)
        says = f"Two places differ on {of}: {first.value} and {other.value}"
        remarks.append(Remark("conflict", says, quotes))
    return result, remarks


def with_evidence(understood: Understood, evidence: Sequence[Evidence]) -> Understood:
    """Give what was understood of a document with other evidence, and with what follows from it."""
    data = tables(evidence)
    also = {one.field: one.value for one in evidence if "." not in one.field}
    if (replaced := data.get("instrument", {}).get("replaces")) is not None:
        also["replaces"] = replaced
    return attrs.evolve(understood, data=data, also=also, evidence=tuple(evidence))


def tables(evidence: Iterable[Evidence]) -> dict[str, Any]:
    """Make the tables of a proposal file, but for what is in conflict; a seat in conflict is "unknown"."""
    data: dict[str, Any] = {}
    for one in evidence:
        *path, key = one.field.split(".")
        if path and one.value is not None and (one.sure != "conflict" or one.value == UNKNOWN):
            table = data
            for step in path:
                table = table.setdefault(step, {})
            table.setdefault(key, one.value)
    return {key: _lists(value) for key, value in data.items()}


def _lists(value: Any) -> Any:
    """Make a list of a table whose keys are numbers."""
    if not isinstance(value, Mapping):
        return value
    inner = {key: _lists(one) for key, one in value.items()}
    numbered = inner and all(key.isdecimal() for key in inner)
    return [inner[key] for key in sorted(inner, key=int)] if numbered else inner


def alike(value: Any) -> Any:
    """Give what must be alike for two values to be the same: of words, their letters."""
    return (re.sub("[^a-z0-9]+", "", value.lower()) or value) if isinstance(value, str) else value
