"""A transcript without what a page has besides its text, and with the numbers that slipped away from their words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.words import named, seats_in, value_of
from governance.reading.text.signs import plain, said, without_notes

_FEWEST: Final = 3
"""Fewer pairs are no list: a number alone on a line may be the number of a page."""
_LONGEST: Final = 60
_LONE_NUMBER: Final = re.compile(r"\d{1,3}\s*[.;,]?")
_TOTAL_HEADING: Final = re.compile(r"total|number of|[:?]\s*-?\s*$", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"-?\s?page \d{1,3}(?: ?(?:of|/) ?\d{1,3})?\s?-?|-\s?\d{1,3}\s?-|(?:[a-z]:\\|\\\\).*|(?:file|https?)://\S*|.{0,100}\.(?:docx?|pdf|odt|rtf)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"x?\(?N\)?x?G?[.;,]?")
_CATEGORY: Final = re.compile(r"D?u?T?D?(?:[CHX]|A(?=G))G?(?:\([^)]*\))?[:.;=-]*|(?:O|DO)[GT]*:?")
_IN_BRACKETS: Final = re.compile(r"\s?\([^()]{1,50}\)")


def cleared(transcript: Transcript) -> Transcript:
    """Leave out page numbers, paths of files and notes to whoever fills in a form."""
    kept: list[Line] = []
    for line in _numbers_beside(transcript.lines):
        words = said(line)
        slipped = kept and not line.cells and _LONE_NUMBER.fullmatch(words)
        of_page = slipped and not _TOTAL_HEADING.search(kept[-1].words)
        if not of_page and not _FURNITURE.fullmatch(words) and without_notes(words).strip():
            kept.append(line)
    return attrs.evolve(transcript, lines=tuple(kept))


def _numbers_beside(lines: Sequence[Line]) -> Iterator[Line]:
    """Put each number that has a line of its own on the line of its category: a list that lost its columns."""
    kinds = [_kind(line) for line in lines]
    beside = _whole_list(kinds) or {
        n
        for n in range(len(lines) - 1)
        if kinds[n] == "number" and _goes_on(lines[n], lines[n + 1]) and "number" not in kinds[n + 2 : n + 3]
    }
    for n, line in enumerate(lines):
        if n in beside:
            yield attrs.evolve(line, words=f"{said(line).rstrip(' :')} {_bare(lines[n + 1])}", apart=True)
        elif n - 1 not in beside:
            yield line


def _whole_list(kinds: Sequence[str]) -> set[int]:
    """Give where each pair of lines begins, of a list that has its numbers on lines of their own throughout."""
    pairs = [n for n in range(len(kinds) - 1) if {kinds[n], kinds[n + 1]} == {"category", "number"}]
    beside = {n for n in pairs if kinds[n] == kinds[pairs[0]]}
    # A list that begins with a category ends with a number: else it cannot be told which belongs to which.
    ends_alike = bool(pairs) and kinds[max(pairs) + 1] == kinds[pairs[0]]
    return set() if ends_alike or len(beside) < _FEWEST else beside


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a line is the rest of one that broke off after its number: "2", "staff governors (elected)"."""
    text = plain(said(after))
    found = named(text)
    whole = _CATEGORY.fullmatch(letters(lex(text)))
    if after.mark or after.cells or not whole or not found or found[0].start > 0 or not found[0].noun:
        return False
    many = (value_of(plain(_bare(line))) or 0) > 1
    counted = any(one.count is not None and not one.alone for one in seats_in(_IN_BRACKETS.sub("", text)))
    return many == found[0].many and not counted


def _bare(line: Line) -> str:
    return f"{line.mark} {said(line)}".strip()


def _kind(line: Line) -> str:
    if line.cells or len(line.words) > _LONGEST:
        return ""
    if _NUMBER.fullmatch(letters(lex(plain(_bare(line))))):
        return "number"
    return "category" if _CATEGORY.fullmatch(letters(lex(plain(said(line))))) else ""
