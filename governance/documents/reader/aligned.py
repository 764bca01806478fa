"""Lists that lost their columns: a category on one line and its number on the next, the whole list through."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.documents.reader.labels import labels
from governance.documents.reader.numbers import value_of
from governance.documents.reader.transcript import Line
from governance.documents.reader.words import plain, said

FEWEST: Final = 3
"""Fewer pairs are no list: a number alone on a line may be the number of a page."""

_LONGEST: Final = 60
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]{1,50}\)")
_TOTAL: Final = re.compile(r"(?:grand )?total(?: number)?(?: of)?(?: governors| members)?\s*:?", re.IGNORECASE)
_LONE: Final = re.compile(r"(?:x\s?)?\(?\w{1,12}\)?(?: (?:x|seats?|places?|governors?))?[.;,]?", re.IGNORECASE)


def numbers_beside(lines: Sequence[Line]) -> list[Line]:
    """Put each number that has a line of its own on the line of its category; other lines stay as they are."""
    kinds = [_kind(line) for line in lines]
    pairs = [n for n in range(len(lines) - 1) if {kinds[n], kinds[n + 1]} == {"category", "number"}]
    if len(pairs) < FEWEST:
        return list(lines)
    first = kinds[pairs[0]]
    beside = {n for n in pairs if kinds[n] == first}
    if sum(kinds[n] == "category" for n in beside if first == "category") < FEWEST and first == "category":
        return list(lines)
    if len(beside) < FEWEST:
        return list(lines)
    result: list[Line] = []
    skip = False
    for n, line in enumerate(lines):
        if skip:
            skip = False
        elif n in beside:
            result.append(_together(line, lines[n + 1]))
            skip = True
        else:
            result.append(line)
    return result


def _together(line: Line, after: Line) -> Line:
    return attrs.evolve(line, words=f"{said(line).rstrip(' :')} {_bare(after)}", apart=True)


def _bare(line: Line) -> str:
    return f"{line.mark} {said(line)}".strip()


def _kind(line: Line) -> str:
    if line.cells or len(line.words) > _LONGEST:
        return ""
    words = plain(_bare(line))
    if _LONE.fullmatch(words) and value_of(re.sub(r"[^\w ]|x |seats?|places?|governors?", "", words)) is not None:
        return "number"
    words = plain(said(line))
    if _TOTAL.fullmatch(words):
        return "category"
    found = labels(words)
    if len(found) != 1 or found[0].start > 0:
        return ""
    return "" if _IN_BRACKETS.sub("", words[found[0].end :]).strip(" :.*-") else "category"
