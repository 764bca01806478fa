"""Clauses that run on within one paragraph, each on a line of its own: "1. The name is ... 2. It is ...".

A number is taken for the next clause only where it is the next: after clause 5, "governors:146.Foundation" is a
total of 14 and clause 6.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.reading.facts.ethos import clause_in as ethos_in
from governance.reading.intake.lines import cells_of
from governance.reading.intake.transcript import Line
from governance.reading.phrases.words import named
from governance.reading.text.signs import plain

_FEWEST: Final = 3
"""Fewer clauses, or items, in one paragraph are taken for words."""
_FEWEST_BARE: Final = 4
"""Fewer numbers that follow each other and have no stop are taken for numbers of something."""
_SHORTEST: Final = 40
_MOST_CLAUSES: Final = 40
_LISTS: Final = (
    "abcdefghijklmnop",
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)
_NUMBER: Final = re.compile(r"\(?(\d{1,2})\s?[.)]?")
_LONE: Final = re.compile(r"(\d{1,3})\s*[.;,]?")
_TOTAL_HEADING: Final = re.compile(r"total|number of|[:?]\s*-?\s*$", re.IGNORECASE)
_BARE: Final = re.compile(r"(\d{1,2})\s+(?=[A-Z\"“'‘]|\d{1,2} (?:members|governors))")
BARE_MARK: Final = re.compile(
    r"(?i)(\d{1,2})\s+(?=(?:The (?:name|school|governing|total|instrument|holder|removal|term|category|federat|foundation)|This|Name|Category|Total (?:number|membership|no)|Terms?|Made|School|Governing|It is|Each member|Every member|Instrument|Ethos|Date|Effective|Composition|Membership|Board|Our|Management|Unit|Federation|Constitution|Schools|(?-i:Foundation) governors (?:are|shall))(?![a-z]* [Gg]overnors?$))"
)
_TIMES: Final = re.compile(r"(?:x|no\.?) ", re.IGNORECASE)
_NEAR: Final = 30
_SAYS: Final = re.compile(
    r"\s(?:hold|serve|may|shall|must|will|is|are|have|can|cannot|should|among|from)(?![a-z])"
)
_CLAUSE: Final = (
    r"{n}(?<![\w£/.(-]{n})\s?[.)]\s?(?=[\"'(A-Z])",
    r"\({n}\)\s?(?=[\"'(A-Z])",
    r"{n}(?<=[\w\"'.)]{n})\.\s?(?=[\"'(]?[A-Z])",
)
_ITEM: Final = (r"\({n}\)\s*(?=\w)", r"{n}[.)](?<![\w('&.]{n}[.)])\s*(?=\w)")
"""How a mark is written in running text; it comes first, because it is found fast."""

Mark = tuple[int, int, str]
"""Where a mark begins and ends in a text, and the mark."""


def clauses_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """Give every clause and every item of a list a line of its own."""
    for line in lines:
        if line.cells or len(line.words) < _SHORTEST or ethos_in(plain(line.words)):
            yield line
            continue
        own = _NUMBER.fullmatch(line.mark)
        begins = 1 if own is None else int(own[1]) + 1
        marks = _in_order(line, map(str, range(begins, begins + _MOST_CLAUSES)), _CLAUSE)
        for clause in _cut(line, marks if len(marks) + (own is not None) >= _FEWEST else []):
            items = (_in_order(clause, wanted, _ITEM) for wanted in _LISTS)
            yield from _cut(clause, next((found for found in items if len(found) >= _FEWEST), []))


def _cut(line: Line, marks: list[Mark]) -> Iterator[Line]:
    """Give each mark with its words a line of its own, after what leads them in."""
    if not marks:
        yield line
        return
    if lead := line.words[: marks[0][0]].strip():
        yield attrs.evolve(line, words=lead)
    elif line.mark:
        marks[0] = (*marks[0][:2], f"{line.mark} {marks[0][2]}")
    ends = [start for start, _, _ in marks[1:]] + [len(line.words)]
    for (_, start, mark), end in zip(marks, ends, strict=True):
        if words := line.words[start:end].strip():
            yield attrs.evolve(line, words=words, mark=mark, apart=True)


def _in_order(line: Line, wanted: Iterable[str], patterns: tuple[str, ...]) -> list[Mark]:
    """Find marks that follow each other; of the ways a mark is written the first that fits is taken."""
    text, found, place = plain(line.words), [], 0
    for mark in wanted:
        near = patterns if text.find(mark, place) >= 0 else ()
        ways = (re.compile(pattern.replace("{n}", mark)).search(text, place) for pattern in near)
        match = next(filter(None, ways), None)
        if match is None:
            break
        found.append((match.start(), match.end(), match[0].strip()))
        place = match.end()
    return found


def numbered(lines: Sequence[Line]) -> list[Line]:
    """Part a number without a stop from the clause it begins: the next, or before words that begin one; "6  Staff may not ..."."""
    found, run = list[Line](), set[int]()
    lines = list(_without_their_column(lines))
    for place, line in enumerate(lines):
        number = _NUMBER.fullmatch(line.mark) or _NUMBER.fullmatch(line.words) or _bare(line.words)
        if number and int(number[1]) == len(run) + 1:
            run.add(place)
    run = run if len(run) >= _FEWEST_BARE else set()
    mark = ""
    for place, line in enumerate(lines):
        alone = not line.mark and not line.cells and _LONE.fullmatch(line.words)
        begins = _bare(line.words) if place in run else BARE_MARK.match(line.words)
        before = found[-1].words if found else ""
        if alone and not (_TOTAL_HEADING.search(before) and not before[-1].isdigit()):
            mark = alone[1] if place in run else ""
            continue
        if begins and not line.mark:
            words = line.words[begins.end() :]
            found.append(attrs.evolve(line, mark=begins[1], words=words, cells=cells_of(words)))
        else:
            found.append(attrs.evolve(line, mark=line.mark or mark))
        mark = ""
    return found


def _without_their_column(lines: Sequence[Line]) -> Iterator[Line]:
    """Make marks of clause numbers that have a column of their own: each row has the next number, or goes on without."""
    for (is_row, _), rows in itertools.groupby(lines, _row):
        table = list(rows)
        firsts = [line.mark or line.cells[0] for line in table] if is_row else [""]
        # Over a column of numbers stands its own heading, and over two others theirs.
        headed = len(table[0].cells) > 2 and firsts[0].strip(".#").isalpha()  # noqa: PLR2004
        told = [first for first in firsts[headed:] if first]
        numbers = [int(match[1]) for one in told if (match := _NUMBER.fullmatch(one))]
        own = len(told) == len(numbers) >= _FEWEST
        own = own and all(after == one + 1 for one, after in itertools.pairwise(numbers))
        own = own and (len(numbers) > _FEWEST_BARE or not any(map(_counts, table)))
        for n, line in enumerate(table):
            mark, *cells = line.cells if own and line.cells and not line.mark else ("",)
            mark = "" if headed and not n else mark
            yield attrs.evolve(line, mark=mark, words="\t".join(cells), cells=tuple(cells)) if cells else line


def _row(line: Line) -> tuple[bool, int | None]:
    return len(line.cells) > 1 or bool(_NUMBER.fullmatch(line.mark)), line.where.table


def _counts(line: Line) -> bool:
    """Whether a row begins with the number of what it names."""
    first = any(one.start == 0 for one in named(plain(" ".join(line.cells[1:]))))
    return first and not any(cell.isdecimal() for cell in line.cells[1:])


def _bare(words: str) -> "re.Match[str] | None":
    """Match a number that begins a line, unless it counts what is named behind it."""
    match = _BARE.match(words)
    rest = _TIMES.sub("", plain(words[match.end() :])) if match else ""
    first = next((one for one in named(rest) if one.start == 0), None)
    return match if first is None or _SAYS.search(rest, first.end, first.end + _NEAR) else None
