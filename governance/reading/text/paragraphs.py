"""Printed lines into paragraphs: a sentence that runs over the end of a line is put together again."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.english import MONTHS
from governance.reading.board.items import Sentence
from governance.reading.intake.lines import shortened, split_mark
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.language import language, stem
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.words import sentence_of, value_of
from governance.reading.text import signs
from governance.reading.text.passages import role_of
from governance.reading.text.rows import numbers_behind
from governance.reading.text.signs import ABBREVIATED, MOST_CHARACTERS, goes_on_within, plain, said

SHORTEST_FULL: Final = 50
"""How many characters a line must have before it can count as broken off because it was full."""

SHORTEST_NAMED: Final = 40
"""How many it must have where it ends within a name."""
_HYPHENED: Final = re.compile("[A-Za-z]{1,60}(?=-$)")
_BROKEN_OFF: Final = re.compile("[a-z]{1,60}-\n[a-z]{1,60}")
_REST: Final = re.compile("[a-z]{1,60}|[A-Z]{2,60}(?![a-z])")
_A_WORD: Final = re.compile("[a-z]+(?:-[a-z]+)?(?!-[a-z])")
_END: Final = 60
"""How many characters the end of a paragraph has, which tells whether it is unfinished."""
_FULL: Final = 0.85
_SHARED = _TWO = 2
_CAPITALS: Final = 0.75
"""How much shorter a full line is that is all capitals."""
_NEAR: Final = 5
_FEW_WORDS: Final = 3
_DEEP: Final = 3
_MOST: Final = 200
_PAIRS: Final = (("“", "”"), ("(", ")"))
_ENDS: Final = (".", ":", ";", "?", "!")
_MONTH: Final = "|".join(MONTHS)
_BEFORE_A_NUMBER: Final = re.compile(r"(?i)(?<![a-z])(?:the|an?|by|to|than|least|most|for|on|from)$")
_COMPLETE: Final = re.compile(
    r"(?i)\b(?:consist(?:s|ing)? of|compris(?:e|es|ing|ed of)|as follows)$|;\s*(?:and|or)$|\.\. ?\d{1,2}$"
)
"""What a list, or its next item, follows; and what ends in a number behind dots."""
_SENTENCE: Final = re.compile(
    r"(?:An?|The|This|Each|Every|Any|If|There|It|Where|No|All|In|Made|Not) [a-z]"
    r"|The (?:[A-Z][\w'-]* |of |and |the ){1,8}(?:may|shall|will|is|are|appoints?|has|must)(?!\w)"
)
_LABELLED: Final = re.compile(r"[A-Z][^.;:]{2,60}:\s|Total\b|(?:Membership|Composition|Constitution)$")
"""How a line begins that says what it or the list below it is about: "Term of office: 4 years", "Total 12"."""
_IN_A_NAME: Final = re.compile(
    r"(?<![\w-])(?!(?i:schools?|federation|council|authority|government|governors?|unit|body|[a-z]*teacher)$)[A-Z][\w'’-]*$"
)
_NAME_GOES_ON: Final = re.compile(r"\A[A-Z][\w'’-]*(?:[^\w\s]|$| (?:[A-Z&]|of |and |on ))")
"""A word of a name that may go on, and how it does."""
_SEATS_FIRST: Final = re.compile("N|n?b|z")
"""The words that a line begins with which gives seats of its own: a number, a limit or a range."""
_LONE_NUMBER: Final = re.compile(r"[1-9]\d?(?:\.\d{1,2})*[.)]")
_OF_A_SCHOOL: Final = (
    "Primary|Infants?|Junior|Nursery|Secondary|High|Special|First|Middle|Catholic|Church of England|CE|VC|VA"
    "|School|Unit|Academy|and|&"
)
_DAY: Final = r"(?:on|from|the|day|day of|[a-z]day)\s+\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?"
_BROKEN: Final = tuple(
    (re.compile(end), re.compile(goes_on))
    for end, goes_on in (
        (rf"(?i:{_DAY}$)", rf"(?i:(?:{_MONTH}|day of)(?![a-z]))"),
        (rf"(?i:\d(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTH}),?$)", r"(?:19|20)\d\d(?!\d)"),
        ("", "(?:and|or)$"),
        ("[a-zA-Z]-$", "[a-z]"),
        ("[A-Z]{2}-$", "[A-Z]{2}"),
        (r"[A-Z][\w'’.&-]{0,60}$", rf"\A(?:(?:{_OF_A_SCHOOL})[ .\"'”’]*)+$"),
    )
)
"""How a line breaks off, and how the next one goes on, within a day, a word or the name of a school."""


def paragraphs(transcript: Transcript) -> tuple[Line, ...]:
    """Join what is one paragraph, where a line broke off or was full; each keeps the place of its first line."""
    lengths = sorted((_length(line) for line in transcript.lines if not line.cells), reverse=True)
    # After how many characters lines were broken: what the longest few reach, less what a word takes.
    width = int(lengths[_SHARED - 1] * _FULL) if len(lengths) >= _SHARED else 0
    printed = transcript.format == "pdf"
    known = _known(transcript.lines)
    joined: list[Line] = []
    length = 0
    for line in transcript.lines:
        may_go_on = joined and not line.apart and not line.cells
        before = joined[-1] if may_go_on and _length(joined[-1]) + _length(line) < MOST_CHARACTERS else None
        if before and (_goes_on(before, length, line, width) or (printed and _in_first_cell(before, line))):
            joined[-1] = _together(before, line, known)
        else:
            joined.append(line)
        length = _length(line)
    return tuple(shortened(line, MOST_CHARACTERS) for line in joined)


def _goes_on(before: Line, length: int, line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph before it, whose last printed line is so many characters long."""
    words, rest = before.words[-_END:], said(line)
    broken = not line.mark and any(end.search(words) and goes_on.match(rest) for end, goes_on in _BROKEN)
    if before.cells and not _counted(before):
        return (broken and words.endswith("-")) or _in_last_cell(before, line)
    if broken or line.heading or before.heading or "|" in rest:
        return broken
    text, end = plain(rest), plain(words)
    if any(goes_on_within(before.words, rest, *pair) for pair in _PAIRS):
        return True
    if _begins(text, end) or _alike(before, line):
        return False
    if line.mark:
        # "a total of / 12. Parent governors serve" is no clause 12.
        return bool(signs.UNFINISHED.search(end)) and line.mark[0].isdigit()
    if _only_a_mark(before):
        return rest[:1].isupper()
    if (end.endswith(_ENDS) and not ABBREVIATED.search(end)) or _COMPLETE.search(end):
        return False
    if signs.UNFINISHED.search(end):
        return True
    seats_first = _SEATS_FIRST.match(letters(lex(text))) or text.startswith("plus ")
    if rest[:1].islower() and not seats_first:
        return 2 * length >= width
    full = width * _CAPITALS if before.words.isupper() else width
    within_a_name = _NAME_GOES_ON.match(rest) and _IN_A_NAME.search(words)
    shortest = SHORTEST_NAMED if within_a_name else SHORTEST_FULL
    return width >= shortest and length + 1 + len(rest.split(" ", 1)[0]) >= full


def _in_first_cell(row: Line, line: Line) -> bool:
    """Whether a printed row, which stands apart, left the end of its first cell to a line of its own."""
    short = len(line.words.split()) <= _FEW_WORDS and not any(map(str.isdigit, line.words))
    return row.apart and len(row.cells) > 1 and short and not line.mark


def _in_last_cell(row: Line, line: Line) -> bool:
    """Whether a line stands so far in that the last cell of the printed row before it goes on in it."""
    deep = line.where.line is not None and line.depth - row.depth >= _DEEP
    return deep and not line.mark and not row.cells[-1].isdecimal()


def _begins(text: str, before: str) -> bool:
    """Whether the words of a line show that it begins something of its own."""
    if _LONE_NUMBER.fullmatch(before):
        return False
    found = sentence_of(text) if len(text) < _MOST else Sentence()
    item = next((one for one in found.items[:1] if one.start in found.leads and one.start <= _NEAR), None)
    if item is not None and not item.alone:
        return not _BEFORE_A_NUMBER.search(before)
    if signs.UNFINISHED.search(before):
        return False
    heading = len(text.split()) <= _FEW_WORDS and role_of(text)  # "Proposed"
    own = _SENTENCE.match(text) or ((item is not None or heading) and text[0].isupper())
    return bool(_LABELLED.match(text)) or (bool(own) and not before.endswith((",", "(", "-")))


def _alike(before: Line, line: Line) -> bool:
    """Whether two lines are rows with a number each, or begin alike: "six by the Trustees", "two by the Council"."""
    first, second = (said(one).split(" ", 2)[:2] for one in (before, line))
    same = first[1:] == second[1:] and value_of(first[0]) and value_of(second[0])
    return bool(same or (numbers_behind(before) and numbers_behind(line)))


def _counted(line: Line) -> bool:
    """Whether a line is a number, a wide space and what there are so many of, and no row of a table."""
    return len(line.cells) == _TWO and line.cells[0].isdecimal()


def _only_a_mark(line: Line) -> bool:
    return not line.words or (not line.mark and bool(_LONE_NUMBER.fullmatch(line.words)))


def _known(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words by which a hyphen at the end of a line is told: those of the document, and of the language of boards."""
    if not any(line.words.endswith("-") for line in lines):
        return frozenset()
    whole = _BROKEN_OFF.sub(" ", "\n".join(line.words for line in lines).lower())
    phrases = [one.stems for own in language().phrases.values() for one in own]
    return frozenset([*_A_WORD.findall(whole), *itertools.chain(*phrases), *map("-".join, phrases)])


def _printed(first: str, words: str, known: frozenset[str]) -> bool:
    """Whether a hyphen between the end of a line and the next is the printer's: "Eng-" before "land"."""
    rest = _REST.match(words)
    if not rest or words[rest.end() : rest.end() + 1] == "-":
        return False
    first, forms = first.lower(), {rest[0].lower(), stem(rest[0])}
    if known & {f"{first}-{form}" for form in forms}:
        return False
    return bool(known & {first + form for form in forms}) or not (first in known and known & forms)


def _together(before: Line, line: Line, known: frozenset[str]) -> Line:
    if not line.mark and _only_a_mark(before):
        return attrs.evolve(before, mark=f"{before.mark} {before.words}".strip(), words=line.words)
    words = f"{line.mark} {line.words}".strip()
    first = _HYPHENED.search(before.words[-_END:])
    gap = "" if first and _REST.match(words) else " "
    cut = 1 if first and not gap and _printed(first[0], words, known) else 0
    if before.cells:
        last = not gap or _counted(before) or _in_last_cell(before, line)
        at = len(before.cells) - 1 if last else 0
        cells = [*before.cells]
        cells[at] = f"{cells[at][: len(cells[at]) - cut]}{gap}{words}"
        return attrs.evolve(before, words="\t".join(cells), cells=tuple(cells))
    whole = f"{before.words[: len(before.words) - cut]}{gap}{words}"
    mark, told = (before.mark, whole) if before.mark else split_mark(whole)
    return attrs.evolve(before, mark=mark, words=told)


def _length(line: Line) -> int:
    return len(line.mark) + bool(line.mark) + len(line.words)
