"""The words about an item that stand beside it: in brackets, or after "including"."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.phrases.lexer import Token, letters

_FARTHEST: Final = 60


@attrs.frozen
class Part:
    """Words about an item before them: in brackets, or after "including"; `at` is their place among the main words."""

    at: int
    tokens: tuple[Token, ...]
    bracket: bool


def parted(tokens: Sequence[Token]) -> tuple[list[Token], list[Part]]:
    """Take what stands in brackets, and what "including" begins, out of a sentence; a number alone in brackets stays."""
    main: list[Token] = []
    parts: list[Part] = []
    form = letters(tokens)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.letter == "(":
            end = _closes(tokens, at)
            inner = tuple(tokens[at + 1 : end])
            counted = re.match("x?N(?=$|G$|[:,;-])", letters(inner))
            if counted and len(inner) > counted.end() and letters(inner)[counted.end()] in ":,;-":
                parts.append(Part(len(main) + 1, inner[counted.end() :], bracket=True))
                inner = inner[: counted.end()]
            if counted and not (main and main[-1].letter == "N" and main[-1].value == inner[-1].value):
                number = next(one for one in inner if one.letter == "N")
                main.append(Token("#", token.start, inner[-1].end, number.value))
            elif re.fullmatch("D?[CH]G?", letters(inner)) and _unlabelled(main):
                main += inner
            elif inner and not re.fullmatch("x?N", letters(inner)):
                parts.append(Part(len(main), inner, bracket=True))
            at = end + 1
        elif token.letter == "I" and _item_before(main):
            end = _part_ends(form, at + 1)
            numbered = [main.pop()] if main[-1].letter == "N" else []
            if about := (*numbered, *tokens[at + 1 : end]):
                parts.append(Part(len(main), about, bracket=False))
            at = end
        elif token.letter == "I":
            main.append(token._replace(letter="u"))
            at += 1
        elif token.letter == ")":
            at += 1
        else:
            main.append(token)
            at += 1
    return main, parts


def _unlabelled(main: Sequence[Token]) -> bool:
    """Whether a bracket gives the category of the words before it: "2 (parents)", "chosen by the board (co-opted) - 5"."""
    if main and main[-1].letter == "N":
        return True
    return 0 < len(main) <= _FARTHEST and not set(letters(main)) & set("CHAXRN")


def _closes(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for place in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[place].letter, 0)
        if depth == 0:
            return place
    return len(tokens)


def _item_before(main: Sequence[Token]) -> bool:
    """Whether some seats stand before a word such as "including", so that what follows is a part of them."""
    if letters(main[-2:]) == "VN":
        return False
    giving = False
    for token in reversed(main[-_FARTHEST:]):
        if token.letter in "CHR" or (token.letter == "A" and not giving):
            return True
        giving = token.letter == "V"
        if token.letter in ".;:KB":
            return False
    return False


def _part_ends(form: str, at: int) -> int:
    """Find where a part ends: at a stop, or at a comma or an "and" before the next seats."""
    ends = _PART_ENDS.search(form, at)
    return ends.start() if ends else len(form)


_PART_ENDS: Final = re.compile(r"[;.]|,&?D?[Na]|,&?D?H|,&?C|&D?N(?!u)[^&,;.]{0,4}?[CA]")
