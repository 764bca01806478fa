"""Words with their classes: every word has one, in order, and whatever a text holds it is read in a time that its length gives."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.reading.board.scan import read_sentence
from governance.reading.intake.intake import transcribe_text
from governance.reading.phrases.lexer import NUMBERS, lex
from governance.reading.phrases.words import counts, value_of
from governance.reading.understand import understand


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


RUNS = (
    *(
        "(",
        ") ",
        "2 ",
        "2, ",
        "parent ",
        "2 parents, ",
        "2 parents and ",
        "staff - the head ",
        "School ",
        "and ",
        "of the ",
    ),
    *(
        "one each ",
        "including ",
        "up to 2 ",
        "total ",
        "by the council ",
        "head ",
        "... ",
        "co-",
        "1 | 2 | ",
        "ex officio ",
    ),
    *(
        "from 2 to ",
        "The two parents are elected. ",
        "staff including the head ",
        "\n2 parents",
        "Hill School ",
        "a'",
    ),
)


@pytest.mark.parametrize("run", RUNS)
def test_doubled(run):
    """Twice as much of anything takes at most some twice as long to read."""

    def cost(times):
        best = 9.0
        for _ in range(3):
            lex.cache_clear()
            start = time.process_time()
            read_sentence(lex(run * times))
            best = min(best, time.process_time() - start)
        return best

    once, twice = cost(1500), cost(3000)
    assert twice < max(3 * once, 0.02)


def test_a_long_document():
    """A whole document of one thing is read within a second or two."""
    start = time.process_time()
    understand(transcribe_text("2 parents and the head, one each from staff and council (3)\n" * 3000))
    assert time.process_time() - start < 20
