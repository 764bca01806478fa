"""A sentence in pieces: cut at its commas and the like, but never within brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.numbers import Number

Span = tuple[int, int]
"""Where something begins and ends in a text."""

_SEPARATOR: Final = re.compile(
    r"[,;\t|·•]|(?<=\s)/(?=\s)|(?<!\.)\.(?=\s|$)|(?<![a-z])(?:(?<!by )and|plus|with|together with|as well as)(?![a-z])|(?<=\s)[+&](?=\s)",
    re.IGNORECASE,
)


@attrs.frozen
class Piece:
    """A piece of a text, from `start` to `end`, with its numbers and the brackets of the whole text."""

    text: str
    start: int
    end: int
    numbers: tuple[Number, ...]
    brackets: tuple[Span, ...]

    def after(self, place: int) -> str:
        """Give the rest of the piece."""
        return self.text[place : self.end]

    def outside(self, start: int, end: int) -> str:
        """Give a stretch of the text, with blanks for what stands in brackets."""
        text = self.text
        for a, b in self.brackets:
            if start <= a and b <= end:
                text = text[:a] + " " * (b - a) + text[b:]
        return text[start:end]

    def beginning(self, start: int) -> "Piece":
        """Give the part of the piece from one place on."""
        if start == self.start:
            return self
        return attrs.evolve(self, start=start, numbers=tuple(n for n in self.numbers if start <= n.start))


def cut(text: str, whole: Iterable[Span]) -> Iterator[Span]:
    """Cut a text at its separators, but not within the stretches that must stay whole."""
    kept = sorted(whole)
    start, at = 0, 0
    for match in _SEPARATOR.finditer(text):
        while at < len(kept) and kept[at][1] <= match.start():
            at += 1
        if not within(match.start(), kept[at : at + 2]):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def brackets(text: str) -> list[Span]:
    """Give where each outermost pair of brackets begins and ends; one that is never closed is none.

    >>> brackets("(a (b)) (c")
    [(0, 7)]
    """
    found: list[Span] = []
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, place + 1))
    return found


def within(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies within one of these stretches."""
    return any(start <= place < end for start, end in spans)
