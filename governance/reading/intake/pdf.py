"""A PDF that has words in it into lines: printed lines, page by page, as they are set out.

`paragraphs` joins what is one sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from governance.errors import UnreadableError
from governance.files.pdf_pages import printed_pages
from governance.reading.intake.lines import RECOGNISE, as_line, spaced, within_limits
from governance.reading.intake.transcript import Line, Transcript, Where

MOST_LINES = 3
"""How many lines at the top and at the foot of a page may be furniture: names, and the number of the page."""

_PAGE = re.compile(
    r"\b(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?|^\W*\d+\s*(?:of|/)\s*\d+\W*$|^[-–]\s*\d+\s*[-–]$|^\d+\s*\|\s*page$",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(r"\bpage\s+(\d{1,4})\s+of\s+(\d{1,4})$", re.IGNORECASE)


def from_pdf(data: bytes, source: str) -> Transcript:
    """Read the printed lines of a PDF; UnreadableError where it has none, or is locked, damaged or hostile."""
    pages = [_printed(page) for page in printed_pages(data)]
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    if len(empty) == len(pages):
        raise UnreadableError("It has no words in it, only pictures of them; it may be a scan", RECOGNISE)
    left_out = furniture([[text for text, _ in page] for page in pages])
    # Pages that say nothing else say this.
    left_out = {} if len(left_out) == sum(map(len, pages)) else left_out
    lines = within_limits(_lines(pages, frozenset(left_out)))
    notes = [f"Page {number} has no words in it; if it is a picture, it was not read." for number in empty]
    repeated = sorted({*left_out.values()} - {""})
    notes += [f"Repeated on the pages and left out: {words!r}." for words in repeated]
    return Transcript(source, "pdf", lines, tuple(notes))


def _printed(page: Sequence[str]) -> list[tuple[str, bool]]:
    """Give the lines of a page that are not blank, and whether a blank one is above."""
    above = ("", *page)
    return [(line, not before.strip()) for before, line in zip(above, page, strict=False) if line.strip()]


def furniture(pages: Sequence[Sequence[str]]) -> Mapping[tuple[int, int], str]:
    """Find the lines that are furniture by page and line from 0, and their words without the page's number.

    A line is furniture where it says nothing but which page this is, where it ends in which page this is of how
    many, or where all pages, or all but one, have the same line at the same edge. Blank lines are not to be given.

    >>> furniture([["Rift House", "1. Name", "Page 1 of 2"], ["Rift House", "2. Category", "Page 2 of 2"]])
    {(0, 0): 'Rift House', (1, 0): 'Rift House', (0, 2): '', (1, 2): ''}
    """
    found: dict[tuple[int, int], str] = {}
    for from_foot in (False, True):
        for depth in range(MOST_LINES):
            long = [(page, len(lines)) for page, lines in enumerate(pages) if len(lines) > depth]
            places = [(page, count - 1 - depth if from_foot else depth) for page, count in long]
            edge = {(page, line): pages[page][line] for page, line in places}
            new = {place: words for place, words in _repeated(edge, len(pages)).items() if place not in found}
            if not new:
                break
            found |= new
    return found


def _repeated(edge: Mapping[tuple[int, int], str], pages: int) -> Mapping[tuple[int, int], str]:
    """Find the furniture among the lines that stand at one edge of their pages."""
    shifts = {
        int(line) - page if re.fullmatch("[0-9]{1,4}", line) else None for (page, _), line in edge.items()
    }
    if len(edge) > 1 and len(shifts) == 1 and None not in shifts:
        return dict.fromkeys(edge, "")  # bare numbers that go up by one from page to page
    words = {place: _PAGE.sub("", line).strip(" \t|-–") for place, line in edge.items()}
    often = Counter(words.values())
    ends = {place: match.groups() for place, line in edge.items() if (match := _PAGE_OF.search(line))}
    return {
        place: said
        for place, said in words.items()
        if not said
        or often[said] >= max(2, len(edge) - 1)
        or tuple(map(int, ends.get(place, ()))) == (place[0] + 1, pages)
    }


def _lines(
    pages: Sequence[Sequence[tuple[str, bool]]], left_out: frozenset[tuple[int, int]]
) -> Iterator[Line | None]:
    for page, printed in enumerate(pages):
        kept = [number for number in range(len(printed)) if (page, number) not in left_out]
        for number in kept:
            words, depth = spaced(printed[number][0])
            # What the page break parts may be one paragraph.
            parted = printed[number][1] and (number != kept[0] or page == 0)
            yield as_line(words, Where(page=page + 1, line=number + 1), depth=depth, apart=parted)
