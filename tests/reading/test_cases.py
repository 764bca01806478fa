"""Texts that an earlier reader read wrongly: one for each kind of fault, with what is right."""

import tomllib
from pathlib import Path

import pytest
from as_read import read

from governance.reading.as_json import as_json

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


def seats_of(table):
    return {key: value for key, value in table.items() if value and key not in ("total", "foundation_parent")}


def seen(found, key):
    """What was read, by the key that a case uses for it."""
    data = found.data
    match key:
        case "seats":
            return seats_of(as_json(found)["seats"])
        case "total" | "foundation_parent":
            return data.get("seats", {}).get(key)
        case "current":
            return {key: value for key, value in data["current"]["seats"].items() if value}
        case "appointers":
            told = data.get("foundation", {}).get("appointers", ())
            return [[one.get("by"), one.get("number")] for one in told]
        case "regulations":
            return found.also.get(key)
        case "says":
            return found.outside or next((one.says for one in found.remarks), "")
    return data.get("school", {}).get(key)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_what_is_right(case):
    """Every value of the case is read as it should be, and none of another kind is stated beside it."""
    found = read(case["text"])
    for key, expected in case.items():
        if key == "says":
            assert expected in seen(found, key)
        elif key not in ("kind", "text"):
            assert expected == seen(found, key), key


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_nothing_wrong_is_stated(case):
    """What is called stated is right."""
    if "seats" in case:
        found = read(case["text"])
        stated = [one for one in found.evidence if one.field.startswith("seats.") and one.sure == "stated"]
        told = {one.field.removeprefix("seats."): one.value for one in stated if one.value}
        whole = case["seats"] | {
            "total": case.get("total"),
            "foundation_parent": case.get("foundation_parent"),
        }
        assert {} == {key: value for key, value in told.items() if whole.get(key) != value}
