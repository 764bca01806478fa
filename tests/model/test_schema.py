"""The schema and the reader are of one mind: what the schema takes, the reader takes, but for what two keys tell together."""

import copy
import datetime
import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import governance
from governance.cli import main
from governance.errors import ProposalError
from governance.model.keys import keys
from governance.model.schema import schema

FILES = sorted(Path(__file__).parents[2].glob("examples/**/*.toml"))
EXAMPLES = [path for path in FILES if "[school]" in path.read_text("utf-8")]
VALIDATOR = Draft202012Validator(schema(), format_checker=FormatChecker())
OF_TWO_KEYS = (
    *(
        " seats it is part of",
        "is after ",
        "stands twice",
        "comes before a day that is not given",
        "is not before ",
    ),
    *(
        "is the name of more than one of them",
        "at one school and not at another",
        "is not a school of the federation",
    ),
    *("under facts", "has not just one length"),
)


def plain(value):
    """Tables as an editor sees them: a day is text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def problems(data):
    """What the reader says is wrong."""
    try:
        governance.parse(data)
    except ProposalError as error:
        return [problem.message for problem in error.problems]
    return []


def test_it_is_a_schema():
    """Of the draft that it names; and the command prints it."""
    Draft202012Validator.check_schema(schema())
    assert schema() == json.loads(CliRunner().invoke(main, ["schema"]).stdout)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_taken(path):
    """Whatever the examples have, lawful or not."""
    data = tomllib.loads(path.read_text("utf-8"))
    assert [] == [error.message for error in VALIDATOR.iter_errors(plain(data))]


TEXT = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
TERMS = st.sampled_from(["2 years", "1 year", "18 months", "four years", "3 years and 6 months"])


def value_of(key):
    """A value such as the schema takes for a key that is no table."""
    numbers = st.integers(key.least, key.most)
    days = st.dates().map(str)
    return {
        "text": TEXT,
        "lines": TEXT,
        "flag": st.booleans(),
        "count": numbers | st.just("unknown"),
        "total": numbers,
        "whole": numbers,
        "date": days,
        "done": days | st.booleans(),
        "day": days | st.sampled_from([False]),
        "term": TERMS,
        "texts": st.lists(TEXT, max_size=3),
        "dates": st.lists(days, max_size=3),
        "choice": st.sampled_from(key.options) if key.options else TEXT,
        "choices": st.lists(st.sampled_from(key.options), max_size=3) if key.options else TEXT,
    }[key.kind]


def table_of(path):
    """A table with what must be in it, and some of what may be."""
    must, may = {}, {}
    for key in keys():
        if key.table == path:
            if key.kind == "table":
                value = table_of(key.path)
            elif key.kind == "tables":
                value = st.lists(table_of(f"{key.path}[]"), max_size=2)
            else:
                value = value_of(key)
            (must if key.required else may)[key.name] = value
    few = st.lists(st.sampled_from(sorted(may)), max_size=5, unique=True) if may else st.just([])
    return few.flatmap(lambda names: st.fixed_dictionaries(must | {name: may[name] for name in names}))


PROPOSALS = table_of("")
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 1200)
    | st.floats(-3, 3)
    | TEXT
    | TERMS
    | st.sampled_from(["", "none"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=3,
)


def places(value, path=()):
    """Each place in tables and lists."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, one in entries:
        yield (*path, key)
        yield from places(one, (*path, key))


def changed(data, path, value):
    """The same tables with another value at one place."""
    data = copy.deepcopy(data)
    within = data
    for key in path[:-1]:
        within = within[key]
    within[path[-1]] = value
    return data


@given(PROPOSALS, st.data())
def test_what_the_schema_takes_the_reader_takes(data, draw):
    """As it is, with another value somewhere, and with another key somewhere."""
    several = [data]
    if where := list(places(data)):
        path = draw.draw(st.sampled_from(where))
        several.append(changed(data, path, draw.draw(ANYTHING)))
        if isinstance(path[-1], str):
            several.append(changed(data, (*path[:-1], draw.draw(TEXT)), 1))
    for one in several:
        if VALIDATOR.is_valid(one):
            assert [] == [said for said in problems(one) if not any(part in said for part in OF_TWO_KEYS)]


@given(st.sampled_from([key for key in keys() if key.kind not in ("table", "tables")]), st.data())
def test_each_key_takes_what_it_says(key, draw):
    """A key by itself, at its place, in both."""
    value = draw.draw(value_of(key))
    data = {"school": {"category": "community"}, "seats": {}}
    within, table = data, ""
    for part in filter(None, key.table.split(".")):
        name, many = part.removesuffix("[]"), part.endswith("[]")
        table = f"{table}.{part}" if table else part
        needed = {
            one.name: draw.draw(value_of(one))
            for one in keys()
            if one.table == table and one.required and one.kind not in ("table", "tables")
        }
        below = within.setdefault(name, [needed] if many else needed)
        within = below[0] if many else below
    within[key.name] = value
    if key.table.startswith("schools[]"):
        data["school"] = {"category": "federation"}
    if "sentences" in key.table:
        within.pop("days" if key.name == "months" else "months", None)
        within.setdefault("days", 3) if key.name != "months" else None
    if key.path == "school.category" and value == "federation":
        data["schools"] = []
    assert [] == [error.message for error in VALIDATOR.iter_errors(data)]
    assert [] == [said for said in problems(data) if not any(part in said for part in OF_TWO_KEYS)]


def test_every_key_says_what_it_says():
    """In words, in the schema, with no stop of its own."""
    for key in keys():
        assert key.words
        assert not key.words.endswith(".")
