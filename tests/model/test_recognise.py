"""A proposal is known by what it holds."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.model.recognise import TABLES, is_proposal
from governance.model.toml_writer import toml_file

PROSE = st.text(string.ascii_letters + string.digits + " .,:;()[]{}='\"’–\n", max_size=300)


@given(
    st.sampled_from(TABLES),
    st.text(string.ascii_lowercase + "_", min_size=1, max_size=20),
    st.one_of(st.integers(0, 99), st.text(max_size=20), st.dates()),
    st.sampled_from(["", "# a note\n\n", "\ufeff", "title = 'x'\n"]),
)
def test_a_table_of_a_proposal(table, key, value, before):
    """Whatever stands in it, and whatever line ends it has."""
    text = before + toml_file({table: {key: value}})
    assert is_proposal(text)
    assert is_proposal(text.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "text",
    [
        "seats.parent = 2\nschool.category = 'community'\n",
        "school = { category = 'community' }\n",
        "[[people]]\noffice = 'chair'\n",
        "[ seats ] # ours\n\n# two\nparent = 2\n",
        "[ethos]\n[seats]\n",
        '\n{ "instrument": {}, "seats": {"parent": 2} }',
    ],
)
def test_other_ways_to_write_it(text):
    """All of them are TOML or JSON with a table that proposals have."""
    assert is_proposal(text)


@given(PROSE)
def test_prose_is_none(text):
    """Words, brackets and signs, without the head of a table on a line of its own and a key below it."""
    assert not is_proposal(text.replace("[", "(").replace("{", "("))


@pytest.mark.parametrize(
    "text",
    ["[school]", "[School]\nHazel Grove\n", "[Schools]\n\nThe schools are: two\n", "the seats = 12\n", "[seats] = 12\n",
     "[tool]\nparent = 2\n", '{"scripts": []}', "{school}\n", "School: x\nSeats: 12\n"],
)  # fmt: skip
def test_what_is_none(text):
    """Placeholders, other files and labels."""
    assert not is_proposal(text)
