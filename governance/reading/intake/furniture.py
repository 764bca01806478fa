"""What is printed at the top and foot of every page and is no part of the document: names, and the page's number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

MOST_LINES = 3
"""How many lines at the top and at the foot of a page may be furniture."""

_PAGE = re.compile(
    r"\b(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?|^\W*\d+\s*(?:of|/)\s*\d+\W*$|^[-–]\s*\d+\s*[-–]$|^\d+\s*\|\s*page$",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(r"\bpage\s+(\d{1,4})\s+of\s+(\d{1,4})$", re.IGNORECASE)
_REPEATED = 2

Place = tuple[int, int]
"""A page and a line on it, from 0."""


def furniture(pages: Sequence[Sequence[str]]) -> Mapping[Place, str]:
    """Find the lines that are furniture, and their words without the page's number.

    A line is furniture where it says nothing but which page this is, where it ends in which page this is of how
    many, or where all pages, or all but one, have the same line at the same edge. Blank lines are not to be given.

    >>> furniture([["Rift House", "1. Name", "Page 1 of 2"], ["Rift House", "2. Category", "Page 2 of 2"]])
    {(0, 0): 'Rift House', (1, 0): 'Rift House', (0, 2): '', (1, 2): ''}
    """
    found: dict[Place, str] = {}
    for from_foot in (False, True):
        for depth in range(MOST_LINES):
            edge = {
                (page, len(lines) - 1 - depth if from_foot else depth): lines[
                    len(lines) - 1 - depth if from_foot else depth
                ]
                for page, lines in enumerate(pages)
                if len(lines) > depth
            }
            new = {place: words for place, words in _repeated(edge, len(pages)).items() if place not in found}
            if not new:
                break
            found |= new
    return found


def _repeated(edge: Mapping[Place, str], pages: int) -> Mapping[Place, str]:
    """Find the furniture among the lines that stand at one edge of their pages."""
    if _counts_pages(edge):
        return dict.fromkeys(edge, "")
    words = {place: _PAGE.sub("", line).strip(" \t|-–") for place, line in edge.items()}
    often = Counter(words.values())
    enough = max(_REPEATED, len(edge) - 1)
    return {
        place: said
        for place, said in words.items()
        if not said or often[said] >= enough or _says_page(edge[place], place[0] + 1, pages)
    }


def _says_page(line: str, page: int, pages: int) -> bool:
    found = _PAGE_OF.search(line)
    return found is not None and (page, pages) == (int(found[1]), int(found[2]))


def _counts_pages(edge: Mapping[Place, str]) -> bool:
    """Whether the lines are bare numbers that go up by one from page to page."""
    if len(edge) < _REPEATED or not all(re.fullmatch("[0-9]{1,4}", line) for line in edge.values()):
        return False
    return len({int(line) - page for (page, _), line in edge.items()}) == 1
