"""Who a document is about, in the words of websites, reports and instruments: the name, the category, the authority."""

import re
import tomllib
from pathlib import Path

import pytest

from governance.reading.intake.intake import transcribe_text
from governance.reading.understand import understand

WRITTEN = tomllib.loads(Path(__file__).with_name("who.toml").read_text(encoding="utf-8"))["document"]
FIELDS = {
    "name": "school.name",
    "category": "school.category",
    "local_authority": "school.local_authority",
    "religious_character": "school.religious_character",
    "maker": "instrument.made_by",
}


def same(text):
    """A name without its signs and its article."""
    return re.sub(r"\W+", " ", text).strip().lower().removeprefix("the ")


@pytest.mark.parametrize("document", WRITTEN, ids=lambda one: one["id"])
def test_who(document):
    """Every field that the document tells, and nothing stated beside it."""
    found = {one.field: one for one in understand(transcribe_text(document["text"])).evidence}
    wanted = {FIELDS[key]: same(value) for key, value in document.items() if key in FIELDS}
    assert wanted == {field: same(found[field].value) for field in wanted if field in found}
    assert (
        not {field for field in FIELDS.values() if field in found and found[field].sure == "stated"}
        - wanted.keys()
    )
