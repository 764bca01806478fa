"""What other readers ask of a text: the numbers in it, the categories it names, the seats it gives."""

import functools
import itertools
from typing import Final

import attrs

from governance.reading.board.items import NOBODY, Item, Sentence
from governance.reading.board.scan import read_sentence
from governance.reading.phrases.lexer import Token, letters, lex

EX_OFFICIO: Final = "ex_officio"
"""What the label of a seat that goes with an office is called here."""

_REMEMBERED: Final = 2**9


@attrs.frozen
class Named:
    """A category named in a text, from `start` to `end`; `noun` says that "governor" or the like stands with it."""

    category: str
    start: int
    end: int
    noun: bool
    many: bool


@functools.lru_cache(maxsize=_REMEMBERED)
def named(text: str) -> tuple[Named, ...]:
    """Give the categories that a plain text names; NOBODY for those who sit with governors and hold no seat.

    >>> [one.category for one in named("2 parent governors at Lea School, 1 LEA")]
    ['parent', 'local_authority']
    """
    tokens = lex(text)
    found = []
    for token, after in itertools.zip_longest(tokens, tokens[1:]):
        noun = after is not None and after.letter == "G"
        if token.letter in "CHRX" or (token.letter == "A" and noun):
            last = after if noun else token
            category = EX_OFFICIO if token.letter == "X" else str(token.value)
            found.append(Named(category, token.start, last.end, noun, token.many or last.many))
    return tuple(found)


def counts(text: str) -> list[Token]:
    """Give the plain numbers of a text that may count people, in order.

    >>> [token.value for token in counts("two of the 12 governors, on 4 May 2015, under regulation 3")]
    [2, 12]
    """
    return [token for token in lex(text) if token.letter == "N"]


def value_of(text: str) -> int | None:
    """Give the number that a text is and nothing besides.

    >>> value_of("Twenty-one"), value_of("2 parents")
    (21, None)
    """
    tokens = lex(text)
    alone = letters(tokens).rstrip(".,;") == "N"
    return int(tokens[0].value) if alone else None


@functools.lru_cache(maxsize=_REMEMBERED)
def sentence_of(text: str) -> Sentence:
    """Read a text as one sentence."""
    return read_sentence(lex(text))


def seats_in(text: str) -> list[Item]:
    """Give the seats that a text gives, in order; those of nobody's seat are left out."""
    return [item for item in sentence_of(text).items if item.category != NOBODY]
