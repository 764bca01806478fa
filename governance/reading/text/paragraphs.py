"""Printed lines into paragraphs: a sentence that runs over the end of a line is put together again."""

import re
from collections.abc import Sequence

import attrs

from governance.reading.intake.lines import without_runs
from governance.reading.intake.marks import split_mark
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.text.signs import ABBREVIATED, MOST_CHARACTERS

SHORTEST_FULL = 50
"""How many characters a line must have before it can count as broken off because it was full."""

_END = 60
"""How many characters the end of a paragraph has, which tells whether it is unfinished."""
_FULL = 0.85
_SHARED = 2
_CAPITALS = 0.75
"""How much shorter a full line is that is all capitals."""
_ENDS = (".", ":", ";", ":-", "?", "!")
_UNFINISHED = re.compile(
    r"\b(?:a|an|and|as|at|be|by|called|for|from|in|is|of|on|or|regulations?|shall|that|the|to|total|was|were|which|with)$",
    re.IGNORECASE,
)
_LIST_FOLLOWS = re.compile(
    r"\b(?:consists? of|consisting of|compris(?:e|es|ing)|comprised of|as follows)$|;\s*(?:and|or)$",
    re.IGNORECASE,
)
"""What a list, or its next item, follows."""
_LABELLED = re.compile(r"[A-Z][^.;:]{2,60}:\s|Total\b|(?:Membership|Composition|Constitution)$")
"""How a line begins that says what it or the list below it is about: "Term of office: 4 years", "Total 12"."""
_NUMBER_FIRST = re.compile(
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?:up to|at (?:least|most)|between|not? (?:more|fewer|less) than|another|plus)\b)",
    re.IGNORECASE,
)
"""How a line begins that gives seats of its own: with a number, or with a limit."""


_LONE_NUMBER = re.compile(r"[1-9]\d?(?:\.\d{1,2})*[.)]")


def paragraphs(transcript: Transcript) -> tuple[Line, ...]:
    """Join what is one paragraph, in any format; each keeps the place of its first line.

    A line is joined to the one before it where that one broke off within a word or a sentence, or was full. What
    begins with a mark, stands apart, is a heading or a row of a table is never joined to what comes before.
    """
    lines = transcript.lines
    width = _width(lines)
    joined: list[Line] = []
    last_length = 0
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or not _goes_on(before, last_length, line, width):
            joined.append(line)
        else:
            joined[-1] = _together(before, line)
        last_length = _length(line)
    return tuple(without_runs(line) for line in joined)


def _goes_on(before: Line, last_length: int, line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph before it, whose last printed line is so many characters long."""
    if line.apart or line.heading or before.heading or line.cells or before.cells:
        return False
    if len(before.words) + len(line.words) >= MOST_CHARACTERS:
        return False
    words = before.words[-_END:]
    if "”" in line.words and before.words.count("“") > before.words.count("”"):
        return True
    if not line.mark and _only_a_mark(before):
        return line.words[:1].isupper()
    if line.mark:
        # "a total of / 12. Parent governors serve" is no clause 12.
        return bool(_UNFINISHED.search(words)) and line.mark[0].isdigit() and bool(words)
    if (words.endswith(_ENDS) and not ABBREVIATED.search(words)) or _LIST_FOLLOWS.search(words):
        return False
    if _UNFINISHED.search(words) or _broken_word(words, line.words):
        return True
    if _LABELLED.match(line.words):
        return False
    if line.words[:1].islower() and not _NUMBER_FIRST.match(line.words):
        return 2 * last_length >= width
    first = len(line.words.split(maxsplit=1)[0]) if line.words else 0
    full = width * _CAPITALS if before.words.isupper() else width
    return width >= SHORTEST_FULL and last_length + 1 + first >= full


def _only_a_mark(line: Line) -> bool:
    return not line.words or (not line.mark and bool(_LONE_NUMBER.fullmatch(line.words)))


def _broken_word(before: str, after: str) -> bool:
    return len(before) > 1 and before.endswith("-") and before[-2].isalpha() and after[:1].islower()


def _together(before: Line, line: Line) -> Line:
    if not line.mark and _only_a_mark(before):
        return attrs.evolve(before, mark=f"{before.mark} {before.words}".strip(), words=line.words)
    words = f"{line.mark} {line.words}".strip()
    gap = "" if _broken_word(before.words, words) else " "
    mark, rest = (
        split_mark(f"{before.words}{gap}{words}")
        if not before.mark
        else (before.mark, f"{before.words}{gap}{words}")
    )
    return attrs.evolve(before, mark=mark, words=rest)


def _length(line: Line) -> int:
    return len(line.mark) + bool(line.mark) + len(line.words)


def _width(lines: Sequence[Line]) -> int:
    """Guess after how many characters lines were broken: what the longest few reach, less what a word takes."""
    lengths = sorted((_length(line) for line in lines if not line.cells), reverse=True)
    return int(lengths[_SHARED - 1] * _FULL) if len(lengths) >= _SHARED else 0
