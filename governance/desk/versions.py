"""A version of a proposal as forms have it, and what a form makes of it."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from governance.model.names import SEATS, seat_words
from governance.reading.evidence_words import field_words, value_words

_MORE: Final = 1
"""How many empty rows a list has at its end."""
DETAILS: Final = ("governing_body", "made_by")
APPOINTER: Final = ("by", "number", "basis")
EX_OFFICIO: Final = ("office", "removal_requested_by", "substitute_appointed_by")
FOUNDATION: Final = ("name", "trust_deed", "rest")
_LISTS: Final = {"appointers": APPOINTER, "ex_officio": EX_OFFICIO}


@attrs.frozen
class Difference:
    """One value that two versions give differently, in words."""

    name: str
    before: str
    after: str


def details(data: Mapping[str, Any]) -> dict[str, str]:
    """Give the instrument, the terms, the foundation and the ethos of a version as their form has them."""
    instrument, foundation = data.get("instrument", {}), data.get("foundation", {})
    found = {f"instrument.{key}": str(instrument.get(key, "")) for key in DETAILS}
    found |= {f"terms.{key}": str(data.get("terms", {}).get(key, "")) for key in ("all", *SEATS)}
    found |= {f"foundation.{key}": str(foundation.get(key, "")) for key in FOUNDATION}
    for name, fields in _LISTS.items():
        for number, row in enumerate(foundation.get(name, ())):
            found |= {f"{name}.{number}.{key}": str(row.get(key, "")) for key in fields}
    return {**found, "ethos.description": str(data.get("ethos", {}).get("description", ""))}


def rows(given: Mapping[str, str], name: str) -> int:
    """Say how many rows a list of the form has: those filled, and one more."""
    numbers = [int(one.split(".")[1]) for one, value in given.items() if one.startswith(f"{name}.") and value]
    return max(numbers, default=-1) + 1 + _MORE


def with_details(data: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    """Put what the form of the details says in place of what a version says, and keep all else."""
    new = dict(data)
    new["instrument"] = _merged(data, given, "instrument", DETAILS)
    new["terms"] = _merged(data, given, "terms", ("all", *SEATS))
    new["ethos"] = _merged(data, given, "ethos", ("description",))
    new["foundation"] = _merged(data, given, "foundation", FOUNDATION)
    for name, fields in _LISTS.items():
        there = list(data.get("foundation", {}).get(name, ()))
        listed = [
            {**_without(there[number] if number < len(there) else {}, fields), **row}
            for number in range(rows(given, name))
            if (row := _row(given, f"{name}.{number}", fields))
        ]
        new["foundation"] = {**_without(new["foundation"], (name,)), **({name: listed} if listed else {})}
    return {key: value for key, value in new.items() if value != {}}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Say what two versions give differently, value by value."""
    one, other = dict(_flat(before)), dict(_flat(after))
    return [
        Difference(_named(key), value_words(one[key]) if key in one else "", value_words(other[key]) if key in other else "")
        for key in {**one, **other}
        if one.get(key) != other.get(key)
    ]  # fmt: skip


def _named(key: str) -> str:
    seat = key.removeprefix("seats.")
    return seat_words(seat, 2) if seat in SEATS and seat != key else field_words(key)


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _flat(one, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _flat(one, f"{path}.{number}")
    else:
        yield path, _as_day(value)


def _as_day(value: Any) -> Any:
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _merged(
    data: Mapping[str, Any], given: Mapping[str, str], table: str, fields: tuple[str, ...]
) -> dict[str, Any]:
    return {**_without(data.get(table, {}), fields), **_row(given, table, fields)}


def _row(given: Mapping[str, str], start: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """Take what was typed; how many are appointed is a number."""
    return {
        key: int(value) if key == "number" and value.isascii() and value.isdigit() else value
        for key in fields
        if (value := given.get(f"{start}.{key}", "").strip())
    }


def _without(table: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}
