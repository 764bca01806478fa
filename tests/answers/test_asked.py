"""What is answered is what was read and kept."""

import json

import pytest
from asked import KEPT, QUESTIONS, answer

SAID = json.loads(KEPT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_the_one_that_was_kept(name):
    """To the last word."""
    assert SAID[name] == answer(name)
