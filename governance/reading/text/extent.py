"""How much of a document is read: its beginning, without what a page has besides its text, and of several options the one chosen."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.reading.intake.lines import shortened
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.passages import Passage
from governance.reading.text.signs import MOST_CHARACTERS as LONGEST_LINE
from governance.reading.text.signs import goes_on_within, plain, said, without_notes

MOST_LINES: Final = 3_000
"""The grammar reads so many lines; an instrument has a few pages, and whatever else a file holds must not take for ever."""
MOST_CHARACTERS: Final = 120_000
"""The grammar reads whole lines until it has so many characters, and counts more for each cell of a table."""
NOTE: Final = "An annex that says it is no part of the instrument was not read."

_FOR_A_CELL: Final = 10
_REMEDY: Final = "give the instrument alone if it stands further on"
_ANNEX: Final = re.compile(r"(?:annex|appendix|schedule)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(rf"\b{_ANNEX.pattern}[^.]{{0,80}}\b(?:not|no)(?: an?y?)? part of (?:the|this) instrument", re.IGNORECASE)  # fmt: skip
_ABOVE: Final = 6
"""How many lines a title, and the head of its page, may stand above the sentence."""
_CHOSEN: Final = re.compile(
    r"(?<![a-z])(?<!not )(?<!not be )(?:adopt(?:ed|s|ion)?|recommend(?:ed|s|ation)?|prefer(?:red|s|ence)?|agree(?:d|s|ment)?|approve[ds]?"
    r"|approval|chosen|choose[sn]?|chose|select(?:ed|s)?|accept(?:ed|s)?|favour(?:ed|s)?|support(?:ed|s)?|resolved"
    r"|went (?:for|with)|go (?:for|with)|carried|implement(?:ed)?|successful)(?![a-z])",
    re.IGNORECASE,
)
_OPTION: Final = re.compile(
    r"(?:model|option|proposal|scheme|choice|version|alternative|draft) "
    r"(?P<name>[a-h]|[1-9]|one|two|three|four|i{1,3}|iv)(?![a-z0-9])",
    re.IGNORECASE,
)
_SIGNS: Final = " -*([\"'"
_FEWEST: Final = 3
"""Fewer pairs are no list: a number alone on a line may be the number of a page."""
_LONGEST: Final = 60
_TITLE: Final = 3
_PAIR: Final = 2
_MOST_CELLS: Final = 6
_MOST_ROWS: Final = 20
_HEADINGS: Final = 2
_NONE: Final = ("N/A", "n/a", "-")
_ROW_LABEL: Final = re.compile(r"[A-Z][A-Za-z -]{2,30}:\s+")
_LONE_NUMBER: Final = re.compile(r"\d{1,3}\s*[.;,]?")
_TOTAL_HEADING: Final = re.compile(r"total|number of|[:?]\s*-?\s*$", re.IGNORECASE)
_PAGE: Final = r"-?\s?p(?:age|\.) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\s?-?|-\s?\d{1,3}\s?-"
_FOOT: Final = re.compile(_PAGE, re.IGNORECASE)
_FURNITURE: Final = re.compile(
    rf"{_PAGE}|(?:[a-z]:\\|\\\\).*|(?:file|https?)://\S*|.{{0,100}}\.(?:docx?|pdf|odt|rtf)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"x?\(?N\)?x?G?[.;,]?")
_CATEGORY: Final = re.compile(r"D?u?T?D?(?:[CHX]|A(?=G))(?:uG|G)?(?:\([^)]*\))?[:.;=-]*|D?G?O[OGT]*:?")


def readable(transcript: Transcript) -> Transcript:
    """Keep the beginning of a document, in so far as it is longer than any instrument; a note says what was left out."""
    lines: list[Line] = []
    characters = 0
    for line in transcript.lines[:MOST_LINES]:
        kept = shortened(line, LONGEST_LINE)
        characters += len(kept.words) + _FOR_A_CELL * len(kept.cells)
        if characters > MOST_CHARACTERS:
            break
        lines.append(kept)
    notes = list(transcript.notes)
    if long := next(
        (line for line in transcript.lines[: len(lines)] if len(line.words) > LONGEST_LINE), None
    ):
        notes.append(f"Only the first {LONGEST_LINE:,} characters were read of {long.where}: {_REMEDY}.")
    if len(lines) < len(transcript.lines):
        notes.append(
            f"Only the first {len(lines):,} of {len(transcript.lines):,} lines were read: {_REMEDY}."
        )
    if annex := _annex([line.words for line in lines]):
        lines, notes = lines[:annex], [*notes, NOTE]
    return attrs.evolve(transcript, lines=tuple(lines), notes=tuple(notes))


def _annex(words: Sequence[str]) -> int:
    """Give where an annex begins that says itself that it is no part of the instrument; 0 where there is none."""
    # On a narrow page a sentence goes on in the next line.
    place = next((n for n in range(len(words)) if _SAYS_SO.search(" ".join(words[n : n + 2]))), 0)
    above = max(place - _ABOVE, 0)
    return next((n for n, one in enumerate(words[above : place + 1], above) if _ANNEX.match(one)), 0)


def cleared(transcript: Transcript) -> Transcript:
    """Leave out page numbers with what stands beside them, paths of files and notes to whoever fills in a form."""
    kept: list[Line] = []
    for line in _numbers_beside([*_without_feet(transcript.lines)]):
        slipped = kept and not line.cells and _LONE_NUMBER.fullmatch(said(line))
        of_page = slipped and not _TOTAL_HEADING.search(kept[-1].words)
        if not of_page and without_notes(said(line)).strip():
            kept.append(line)
    return attrs.evolve(transcript, lines=tuple(kept))


def _without_feet(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out the foot of each page, and the title where the next repeats it; what they part may be one paragraph."""
    title = {said(line) for line in lines[:_TITLE]}
    broken = False
    for n, line in enumerate(lines):
        foot = _FURNITURE.fullmatch(_bare(line)) or (line.cells and _FOOT.fullmatch(line.cells[-1]))
        if foot or (broken and said(line) in title):
            broken = n > 0
        else:
            yield attrs.evolve(line, apart=False) if broken else line
            broken = False


def _numbers_beside(lines: Sequence[Line]) -> Iterator[Line]:
    """Put the numbers that have lines of their own on the line of their category, where a whole list lost its columns."""
    lines = _brackets_closed(lines)
    kinds = [_kind(line) for line in lines]
    if rows := _in_columns(lines, _values(lines)) or _apart(lines, kinds):
        yield from rows
        return
    behind = {n: _numbers_from(kinds, n + 1) for n, kind in enumerate(kinds) if kind == "category"}
    pairs = [n for n in range(len(kinds) - 1) if {kinds[n], kinds[n + 1]} == {"category", "number"}]
    beside = {n for n in pairs if kinds[n] == kinds[pairs[0]]}
    # A list that begins with a category ends with a number: else it cannot be told which belongs to which.
    if len(beside) < _FEWEST or kinds[max(pairs) + 1] == kinds[pairs[0]]:
        beside = _up_to_the_total(lines, [n for n, many in behind.items() if many])
    for n, line in enumerate(lines):
        if n in beside:
            yield attrs.evolve(line, words=f"{said(line).rstrip(' :')} {_bare(lines[n + 1])}", apart=True)
        elif n - 1 not in beside:
            yield line


def _up_to_the_total(lines: Sequence[Line], places: Sequence[int]) -> set[int]:
    """Give the categories up to the total, where the numbers behind them come to that behind it; none where they do not."""
    numbers = {n: sum(one.value for one in lex(_bare(lines[n + 1])) if one.letter == "N") for n in places}
    total = next((n for n in places if letters(lex(said(lines[n]))).lstrip("D").startswith("O")), 0)
    listed = {n: number for n, number in numbers.items() if n < total}
    fits = len(listed) >= _FEWEST and sum(listed.values()) == numbers[total]
    return {*listed, total} if fits else set()


def _apart(lines: Sequence[Line], kinds: Sequence[str]) -> list[Line]:
    """Put a column of numbers beside the column of categories it stands below, where they come to the total at its end."""
    for start, kind in enumerate(kinds):
        if kind != "category" or (start and kinds[start - 1] == kind):
            continue
        many = len(list(itertools.takewhile(lambda one: one == "category", kinds[start:])))
        below = start + many + next((n for n, one in enumerate(kinds[start + many :]) if one), 0)
        near = below - start - many <= _HEADINGS
        if many < _FEWEST or not near or _numbers_from(kinds, below) != many:
            continue
        pairs = list(zip(lines[start : start + many], lines[below : below + many], strict=True))
        *counts, total = (
            sum(one.value for one in lex(_bare(number)) if one.letter == "N") for _, number in pairs
        )
        if sum(counts) == total and letters(lex(said(pairs[-1][0]))).lstrip("D").startswith("O"):
            rows = [
                attrs.evolve(one, words=f"{said(one)} {_bare(number)}", apart=True) for one, number in pairs
            ]
            return [*lines[:start], *rows, *lines[below + many :]]
    return []


def _numbers_from(kinds: Sequence[str], start: int) -> int:
    return len(list(itertools.takewhile(lambda kind: kind == "number", kinds[start:])))


def _in_columns(lines: Sequence[Line], values: Sequence[Line]) -> list[Line]:
    """Make rows of cells that have lines of their own, as many in each with a category and its number; none of mere pairs.

    The number may come first where blank lines part the rows: else it may be the last of the row before.
    """
    kinds = [*map(_kind, values)]
    for start, kind in enumerate(kinds):
        for many in range(_PAIR, _MOST_CELLS + 1) if kind else ():
            for place in range(1, many if kind == "category" else _PAIR):
                begins = [*itertools.islice(_every(kinds, start, many, place), _MOST_ROWS)]
                rows = values[start : begins[-1] + many] if len(begins) >= _FEWEST else ()
                parted = all(line.apart == (n % many == 0) for n, line in enumerate(rows))
                if rows and many == _PAIR:
                    return []
                if rows and all(map(said, rows)) and (parted or kind == "category"):
                    cuts = _cuts(values, kinds, begins, many)
                    made = [_row_of(lines[first], values[first:end]) for first, end in cuts]
                    return [*lines[: cuts[0][0]], *made, *lines[cuts[-1][1] :]]
    return []


def _values(lines: Sequence[Line]) -> Sequence[Line]:
    """Take away a label that each row of a table repeats: "Number: 2" below "Category: Parent governor"."""
    labels = [match[0] if (match := _ROW_LABEL.match(line.words)) else "" for line in lines]
    often = {label for label, many in Counter(labels).items() if many >= _FEWEST}
    return [
        attrs.evolve(line, words=line.words.removeprefix(label))
        if label and label in often and not line.cells
        else line
        for line, label in zip(lines, labels, strict=True)
    ]


def _every(kinds: Sequence[str], start: int, many: int, place: int) -> Iterator[int]:
    """Give every so many lines where a row begins, as long as the other half of a pair has its place in it."""
    for n in range(start, len(kinds) - place, many):
        if kinds[n] != kinds[start] or {kinds[n], kinds[n + place]} != {"category", "number"}:
            return
        yield n


def _cuts(
    lines: Sequence[Line], kinds: Sequence[str], begins: Sequence[int], many: int
) -> list[tuple[int, int]]:
    """Give where the rows that begin at some lines end, and before them the lines which head the columns."""
    loose = any(line.apart for line in lines[begins[0] + 1 : begins[0] + many])
    above = begins[0] - many
    headed = above >= 0 and not (loose or any(line.apart for line in lines[above + 1 : begins[0]]))
    cuts = [] if above < 0 else [(above if headed else above + 1, begins[0])]
    for start in begins:
        total = any("O" in letters(lex(said(line))) for line in lines[start : start + _PAIR])
        numbers = _PAIR + _numbers_from(kinds, start + _PAIR) if total else many
        ends = (n for n in range(start + 1, start + many) if n < len(lines) and lines[n].apart and not loose)
        cuts.append((start, min(start + min(numbers, many), next(ends, len(lines)))))
    return cuts


def _row_of(line: Line, cells: Iterable[Line]) -> Line:
    told = tuple(map(said, cells))
    return attrs.evolve(line, words="\t".join(told), mark="", cells=told)


def _brackets_closed(lines: Sequence[Line]) -> list[Line]:
    """Join the line that closes a bracket to the one that opened it."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined and not (joined[-1].cells or line.cells or line.mark) else None
        if before and goes_on_within(before.words, line.words, "(", ")"):
            joined[-1] = attrs.evolve(before, words=f"{before.words} {line.words}")
        else:
            joined.append(line)
    return joined


def _bare(line: Line) -> str:
    return f"{line.mark} {said(line)}".strip()


def _kind(line: Line) -> str:
    if line.cells or len(line.words) > _LONGEST:
        return ""
    form = letters(lex(plain(said(line))))
    whole = letters(lex(plain(_bare(line)))) if line.mark else form
    number = line.words in _NONE or _NUMBER.fullmatch(whole)
    category = _CATEGORY.fullmatch(form)
    return "number" if number else "category" if category else ""


def only_chosen(read: Sequence[Passage]) -> Sequence[Passage]:
    """Leave out the options that were not chosen, where a document has several and says which one was."""
    begins = ((one.number, _OPTION.match(one.text.lstrip(_SIGNS))) for one in read)
    heads = {number: match["name"].lower() for number, match in begins if match}
    chosen = _chosen(read)
    if len(set(heads.values())) < 2 or chosen not in heads.values():  # noqa: PLR2004 - one alone is no choice
        return read
    option = [heads.get(one.number) or heads.get(one.under.number if one.under else -1) for one in read]
    return [
        one
        for one, name in zip(read, option, strict=True)
        if name in (None, chosen) or _chosen([one]) == chosen
    ]


def _chosen(read: Sequence[Passage]) -> str:
    """Give the name of the one option that was chosen; "" where there is none, or more than one."""
    told = (part for one in read for part in re.split("[.;:]", one.text) if _CHOSEN.search(part))
    found = {match["name"].lower() for part in told for match in _OPTION.finditer(part)}
    return found.pop() if len(found) == 1 else ""
