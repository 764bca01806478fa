"""The hash of what a proposal says."""

import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards

import governance
from governance.model.fingerprint import fingerprint

EXAMPLES = Path(__file__).parents[2] / "examples"
BASE = {
    "school": {"category": "community", "name": "Delta"},
    "instrument": {"made_on": "2018-09-18", "effective_on": "2018-09-18"},
    "seats": {"parent": 2, "co_opted": 3},
    "terms": {"parent": "2 years", "co_opted": "3 years"},
    "approvals": {"trustees": "2018-06-01", "foundation_governors": "2018-06-02"},
}


def hash_of(data):
    return fingerprint(governance.parse(data))


@given(order=st.permutations(list(BASE)), back=st.booleans())
def test_order_of_keys(order, back):
    """In whatever order the keys stand, it is the same proposal."""
    turned = {key: dict(reversed(BASE[key].items()) if back else BASE[key].items()) for key in order}
    assert hash_of(BASE) == hash_of(turned)


def test_toml_json_and_place(tmp_path):
    """TOML or JSON, and wherever the file is."""
    toml, other = tmp_path / "a.toml", tmp_path / "b.json"
    toml.write_text('[school]\ncategory = "community"\n[seats]\nparent = 2\n', encoding="utf-8")
    other.write_text(
        json.dumps({"seats": {"parent": 2}, "school": {"category": "community"}}), encoding="utf-8"
    )
    assert fingerprint(governance.load(toml)) == fingerprint(governance.load(other))


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("school", "name", "Deltas"),
        ("school", "head_resigned", True),
        ("seats", "parent", 3),
        ("seats", "co_opted_staff", 0),
        ("seats", "total", 5),
        ("terms", "parent", "3 years"),
        ("instrument", "replaces", "2015-09-01"),
        ("approvals", "trustees", "2018-06-03"),
    ],
)
def test_every_word_counts(table, key, value):
    """A change of anything that is said is another proposal; to say that none of the co-opted is staff is to say something."""
    assert hash_of(BASE) != hash_of({**BASE, table: {**BASE[table], key: value}})


def test_what_says_nothing_does_not_count():
    """No seats of a category, or no resignation, are the same said or unsaid."""
    said = {
        **BASE,
        "seats": {**BASE["seats"], "staff": 0},
        "school": {**BASE["school"], "head_resigned": False},
    }
    assert hash_of(BASE) == hash_of(said)


@given(one=boards(), other=boards())
def test_different_boards(one, other):
    """Two boards have the same hash where they are the same board, and not otherwise."""
    found = [governance.parse({**BASE, "seats": seats}) for seats in (one, other)]
    same = found[0].seats == found[1].seats
    assert same is (fingerprint(found[0]) == fingerprint(found[1]))


def test_examples():
    """No two examples are the same, and each is a SHA-256 in hexadecimal."""
    proposals = [governance.load(path) for path in (EXAMPLES / "unlawful").glob("*.toml")]
    hashes = {fingerprint(proposal) for proposal in proposals}
    assert len(proposals) == len(hashes)
    assert {64} == {len(one) for one in hashes}
    assert fingerprint(proposals[0]) == fingerprint(attrs.evolve(proposals[0], source="elsewhere"))
