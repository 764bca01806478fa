"""Printed lines into paragraphs: a sentence that runs over the end of a line is put together again."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.english import MONTHS
from governance.reading.board.items import Item, Sentence
from governance.reading.intake.lines import shortened, split_mark
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.words import sentence_of
from governance.reading.text.signs import ABBREVIATED, MOST_CHARACTERS, plain, said

SHORTEST_FULL: Final = 50
"""How many characters a line must have before it can count as broken off because it was full."""

_END: Final = 60
"""How many characters the end of a paragraph has, which tells whether it is unfinished."""
_FULL: Final = 0.85
_SHARED: Final = 2
_CAPITALS: Final = 0.75
"""How much shorter a full line is that is all capitals."""
_NEAR: Final = 5
_MOST: Final = 200
_ENDS: Final = (".", ":", ";", ":-", "?", "!")
_MONTH: Final = "|".join(MONTHS)
_UNFINISHED: Final = re.compile(
    r"(?<![\w/])(?:a|an|and|as|at|be|by|called|for|from|in|is|of|on|or|shall|than|that|the|to|was|were|which|with)$",
    re.IGNORECASE,
)
"""A word that nothing ends with."""
_BEFORE_A_NUMBER: Final = re.compile(r"(?<![a-z])(?:the|a|an|by|to|than|least|most)$", re.IGNORECASE)
_COMPLETE: Final = re.compile(
    r"\b(?:consists? of|consisting of|compris(?:e|es|ing)|comprised of|as follows)$|;\s*(?:and|or)$|(?:[:=-]|\.\.) ?\d{1,2}$",
    re.IGNORECASE,
)
"""What a list, or its next item, follows; and what ends in the number of a label."""
_SENTENCE: Final = re.compile(
    r"(?:An?|The|This|Each|Every|Any|If|There|It|Where|No|All|In|Made|Not) [a-z]"
    r"|The (?:[A-Z][\w'-]* |of |and |the ){1,8}(?:may|shall|will|is|are|appoints?|has|must)(?!\w)"
)
_LABELLED: Final = re.compile(r"[A-Z][^.;:]{2,60}:\s|Total\b|(?:Membership|Composition|Constitution)$")
"""How a line begins that says what it or the list below it is about: "Term of office: 4 years", "Total 12"."""
_NUMBER_FIRST: Final = re.compile(
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?:up to|at (?:least|most)|between|not? (?:more|fewer|less) than|another|plus)\b)",
    re.IGNORECASE,
)
"""How a line begins that gives seats of its own: with a number, or with a limit."""
_LONE_NUMBER: Final = re.compile(r"[1-9]\d?(?:\.\d{1,2})*[.)]")
_BROKEN: Final = (
    (
        re.compile(r"(?:on|from|the|day|day of|[a-z]day)\s+\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?$", re.IGNORECASE),
        re.compile(rf"(?:{_MONTH}|day of)(?![a-z])", re.IGNORECASE),
    ),
    (
        re.compile(rf"\d(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTH}),?$", re.IGNORECASE),
        re.compile(r"(?:19|20)\d\d(?!\d)"),
    ),
    (re.compile(""), re.compile("(?:and|or)$")),
    (re.compile("co-$"), re.compile("opt")),
    (re.compile(r"(?:&| St\.?| S[sS])$"), re.compile("")),
    (
        re.compile(r"(?:name|known as|called|school:)(?:.{0,299}[^.:;])?$", re.IGNORECASE),
        re.compile(
            r"(?:(?:Primary|Infants?|Junior|Nursery|Secondary|High|Special|First|Middle|Catholic|Church of England|CE|VC|VA|School"
            r"|Unit|Academy|and|&)[ .\"'”’]*)+$"
        ),
    ),
)  # fmt: skip
"""How a line breaks off, and how the next one goes on, within a day, a word or the name of a school."""


def paragraphs(transcript: Transcript) -> tuple[Line, ...]:
    """Join what is one paragraph, in any format; each keeps the place of its first line.

    A line is joined to the one before it where that one broke off within a word or a sentence, or was full. What
    begins with a mark, stands apart, is a heading or a row of a table is never joined to what comes before.
    """
    width = _width(transcript.lines)
    joined: list[Line] = []
    length = 0
    for line in transcript.lines:
        before = joined[-1] if joined else None
        if before is not None and (_broken_off(before, line) or _goes_on(before, length, line, width)):
            joined[-1] = _together(before, line)
        else:
            joined.append(line)
        length = _length(line)
    return tuple(shortened(line, MOST_CHARACTERS) for line in joined)


def _broken_off(before: Line, line: Line) -> bool:
    """Whether a line is the rest of a word, a day or a name in which the one before it breaks off."""
    words, rest = before.words[-_MOST:], said(line)
    if line.apart or line.mark or line.cells or (before.cells and not words.endswith("co-")):
        return False
    return any(ends.search(words) and goes_on.match(rest) for ends, goes_on in _BROKEN)


def _begins(text: str, before: str) -> bool:
    """Whether the words of a line show that it begins something of its own."""
    if _LONE_NUMBER.fullmatch(before):
        return False
    item = _leading(sentence_of(text)) if len(text) < _MOST else None
    if item is not None and not item.alone:
        return not _BEFORE_A_NUMBER.search(before)
    if _UNFINISHED.search(before):
        return False
    own = _SENTENCE.match(text) or (item is not None and text[0].isupper())
    return bool(_LABELLED.match(text)) or (bool(own) and not before.endswith((",", "(", "-")))


def _leading(found: Sentence) -> Item | None:
    """Give the item that a line begins with."""
    return next((item for item in found.items[:1] if item.start in found.leads and item.start <= _NEAR), None)


def _goes_on(before: Line, last_length: int, line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph before it, whose last printed line is so many characters long."""
    too_long = len(before.words) + len(line.words) >= MOST_CHARACTERS
    if line.apart or line.heading or before.heading or line.cells or before.cells or too_long:
        return False
    words = before.words[-_END:]
    if "|" in line.words or _begins(plain(said(line)), plain(words)):
        return False
    if "”" in line.words and before.words.count("“") > before.words.count("”"):
        return True
    if line.mark:
        # "a total of / 12. Parent governors serve" is no clause 12.
        return bool(_UNFINISHED.search(words)) and line.mark[0].isdigit()
    if _only_a_mark(before):
        return line.words[:1].isupper()
    if (words.endswith(_ENDS) and not ABBREVIATED.search(words)) or _COMPLETE.search(plain(words)):
        return False
    if _UNFINISHED.search(words) or _broken_word(words, line.words):
        return True
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
    cells = (*before.cells[:-1], f"{before.cells[-1]}{gap}{words}") if before.cells else ()
    whole = f"{before.words}{gap}{words}"
    mark, rest = (before.mark, whole) if before.mark or cells else split_mark(whole)
    return attrs.evolve(before, mark=mark, words=rest, cells=cells)


def _length(line: Line) -> int:
    return len(line.mark) + bool(line.mark) + len(line.words)


def _width(lines: Sequence[Line]) -> int:
    """Guess after how many characters lines were broken: what the longest few reach, less what a word takes."""
    lengths = sorted((_length(line) for line in lines if not line.cells), reverse=True)
    return int(lengths[_SHARED - 1] * _FULL) if len(lengths) >= _SHARED else 0
