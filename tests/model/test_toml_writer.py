"""Tables into TOML text: what tomllib reads back is what was written, whatever is beside it."""

import datetime
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.model.toml_writer import WIDTH, comment, toml_file, toml_value

_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_scalars = _texts | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.dates()
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=12,
)
_tables = st.dictionaries(_texts, _values, max_size=4)


@given(_tables)
def test_what_is_written_is_read_back(data):
    """Every table that TOML can hold, with any character in its keys and texts."""
    assert data == tomllib.loads(toml_file(data))


@given(
    st.dictionaries(_texts.filter(lambda key: "." not in key), _scalars, min_size=1), st.text(max_size=200)
)
def test_no_comment_changes_a_value(data, words):
    """Any words at all may be said beside every key, above every table and at its end."""
    whole = {"table": data, "list": [data]}
    notes = {f"{path}{key}": [words, words] for path in ("table.", "list.0.") for key in data}
    written = toml_file(whole, notes={**notes, "table": [words]}, after={"table": comment(words)})
    assert whole == tomllib.loads(written)


def test_a_short_comment_stands_behind_its_value_and_a_long_one_above():
    """The line is a hundred characters at most."""
    room = WIDTH - len("a = 1  # ")
    assert [f"a = 1  # {'x' * room}"] == toml_file({"a": 1}, notes={"a": ["x" * room]}).splitlines()
    assert [f"# {'x' * (room + 1)}", "a = 1"] == toml_file(
        {"a": 1}, notes={"a": ["x" * (room + 1)]}
    ).splitlines()


def test_what_no_file_can_hold_is_marked():
    """Half a character, as a careless program may leave it, becomes the mark for something lost."""
    assert '"\ufffd"' == toml_value("\ud800")


def test_what_cannot_be_seen_is_written_as_its_number():
    """A mark that turns the direction of writing cannot hide a value, nor a comment."""
    assert '"\\u202e\\u0000"' == toml_value("\u202e\0")
    assert ["# a\\u202eb"] == comment("a\u202eb")


@pytest.mark.parametrize("value", [None, 1.5, object(), datetime.datetime(2018, 9, 18)])  # noqa: DTZ001
def test_what_no_proposal_holds_is_refused(value):
    """A fraction, a time or nothing is no value of a proposal."""
    with pytest.raises(TypeError, match="cannot stand in a proposal file"):
        toml_value(value)
