"""Words with their classes: every word has one, in order, and whatever a text holds can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.reading.board.scan import read_sentence
from governance.reading.phrases.lexer import NUMBERS, lex
from governance.reading.phrases.words import counts, value_of


class TestNames:
    """The name of a school is one word, and so is that of a person with a title."""

    @pytest.mark.parametrize("name", ["Canon Slade School", "Father Hudson Primary School", "Mr A Brown"])
    def test_one_word(self, name):
        """Also where it begins with a title, or holds a letter that is an article elsewhere."""
        assert ["s"] == [token.letter for token in lex(name)]


class TestNumbers:
    """A number is a number however it is written; what is none is not taken for one."""

    @given(st.integers(1, 49))
    def test_words(self, value):
        """In words as in figures."""
        ten, unit = divmod(value, 10)
        words = {number: word for word, number in reversed(NUMBERS.items())}
        name = words[value] if value in words else f"{words[10 * ten]}-{words[unit]}"
        assert value == value_of(name) == value_of(str(value))

    @pytest.mark.parametrize(
        "text", ["7foundationgovernors", "x2 parents", "(2)", "Parents:2", "two (2) parents"]
    )
    def test_run_together(self, text):
        """A converter may lose the space; a sign of multiplication or brackets may stand about it."""
        assert next(token.value for token in counts(text)) == int("7" if text[0] == "7" else "2")

    @pytest.mark.parametrize(
        "text",
        [
            "regulation 14",
            "Schedule 2",
            "4 years",
            "3 vacancies",
            "1 from each school",
            "2nd April",
            "6.30",
            "16%",
            "2018",
            "£12",
            "9-11",
            "12+Y",
            "12+",
        ],
    )
    def test_none(self, text):
        """The number of a regulation, a time, a day, a sum and a range count nobody."""
        assert [] == counts(text)

    @pytest.mark.parametrize("text", ["13 or 12", "thirteenth", "13 years", "about 13", ""])
    def test_not_alone(self, text):
        """A text is a number only where it is nothing else."""
        assert value_of(text) is None


@given(st.text(max_size=80))
def test_any_text(text):
    """Whatever the text, its words lie in it, and a sentence of them can be read."""
    found = lex(text)
    assert all(0 <= token.start <= token.end <= len(text) for token in found)
    read_sentence(found)
