"""The words about an item that stand beside it: in brackets, or after "including"."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.phrases.lexer import Token, letters

_FARTHEST: Final = 60
_COUNTED: Final = re.compile("x?N(?=$|G$|[:,;-])")


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
        end = at + 1
        if token.letter == "(":
            end = _closes(form, at) + 1
            inner = tokens[at + 1 : end - 1]
            own = letters(inner)
            counted = _COUNTED.match(own)
            if counted and own[counted.end() :]:
                if own[counted.end()] in ":,;-":
                    parts.append(Part(len(main) + 1, tuple(inner[counted.end() :]), bracket=True))
                inner = inner[: counted.end()] if own[counted.end()] in ":,;-" else inner
            if counted and not (main and main[-1].letter == "N" and main[-1].value == inner[-1].value):
                number = next(one for one in inner if one.letter == "N")
                main.append(Token("#", token.start, inner[-1].end, number.value))
            elif re.fullmatch("D?[CH]G?", own) and _unlabelled(main):
                main += inner
            elif own and not re.fullmatch("x?N", letters(inner)):
                parts.append(Part(len(main), tuple(inner), bracket=True))
        elif token.letter == "I" and _item_before(main):
            ends = _PART_ENDS.search(form, end)
            end = ends.start() if ends else len(form)
            numbered = [main.pop()] if main[-1].letter == "N" else []
            if about := (*numbered, *tokens[at + 1 : end]):
                parts.append(Part(len(main), about, bracket=False))
        elif token.letter != ")":
            main.append(token._replace(letter="u") if token.letter == "I" else token)
        at = end
    return main, parts


def _unlabelled(main: Sequence[Token]) -> bool:
    """Whether a bracket gives the category of the words before it: "2 (parents)", "chosen by the board (co-opted) - 5"."""
    if main and main[-1].letter == "N":
        return True
    return 0 < len(main) <= _FARTHEST and not set(letters(main)) & set("CHAXRN")


def _closes(form: str, at: int) -> int:
    """Give where the bracket closes that opens at a place."""
    depth = 0
    for place in range(at, len(form)):
        depth += (form[place] == "(") - (form[place] == ")")
        if depth == 0:
            return place
    return len(form)


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


_PART_ENDS: Final = re.compile(r"[;.]|,&?D?[Na]|,&?D?H|,&?C|&D?N(?!u)[^&,;.]{0,4}?[CA]")
"""Where a part ends: at a stop, or at a comma or an "and" before the next seats."""
