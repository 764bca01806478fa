"""The name of the school in running words: the examples of the phrase file, and what makes it none."""

import tomllib
from importlib import resources

import pytest
from as_read import read

from governance.reading.facts.school_names import names_in

FILE = resources.files("governance.reading.phrases") / "names.toml"
EXAMPLES = tomllib.loads(FILE.read_text(encoding="utf-8"))["example"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(example):
    """Every example of the file: the one school that is told of, or none."""
    assert example["gives"] == read(example["reads"]).data.get("school", {}).get("name", "")


def test_a_clause_comes_first():
    """A clause that gives the name is believed before running words."""
    text = "Minutes of Dale School\n1. The name of the school is Hill Road Primary School.\nDale School met."
    assert read(text).data["school"]["name"] == "Hill Road Primary School"


def test_never_stated():
    """What running words tell is inferred."""
    found = next(one for one in read(EXAMPLES[0]["reads"]).evidence if one.field == "school.name")
    assert found.sure == "inferred"


def test_names_lie_in_the_text():
    """Each name is words of the text, whatever stands about it."""
    text = "Hill Road School, " * 50 + "the Dale Federation (and St Anne's C.E. Primary School)"
    assert all(name in text for name in names_in(text))
