"""Rows of tables that lost their columns: cells that have lines of their own, or two columns that ran together.

Each line is a category, a number, the total or something else. Every category has its number as many lines away as the others,
or they stand in the same order; a total that is the sum says that it is so.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.tables import NUMBER, cell_of
from governance.reading.intake.lines import cells_of, split_mark
from governance.reading.intake.transcript import Line
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.passages import ROLE
from governance.reading.text.signs import goes_on_within, plain, said, with_mark

_FEWEST: Final = 3
"""Fewer pairs are no list: a number alone on a line may be the number of a page."""
_LONGEST: Final = 60
_MOST_CELLS: Final = 6
_MOST_ROWS: Final = 20
_FAR: Final = 12
"""How many lines apart two categories of one list may be, with headings that a new page repeats between them."""
_HEADINGS: Final = 2
_PAIR: Final = 2
_NEAR: Final = 4
_ROW_LABEL: Final = re.compile(r"[A-Z][A-Za-z -]{2,30}:\s+")
_ROW: Final = re.compile(r"(?P<label>\D.{0,150}?[^\d\s])\s{1,60}(?P<numbers>\d{1,2}(?:\s{1,60}\d{1,2}){0,5})")
_COLUMN: Final = re.compile(rf"{ROLE.pattern}|\b(?:from|to|now|today|(?:19|20)\d\d)\b", re.IGNORECASE)
_RULE: Final = re.compile(r"[-=\s]{2,}")
_NUMBERED: Final = re.compile(r"\d{1,2}")
_PLACE: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]{1,2}")

Lines = Sequence[Line]
Made = dict[int, Line | None]
Pairs = list[tuple[int, int]]
"""The lines of some categories, and those of their numbers."""


def with_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """Make a row of each category with its number and what else is said of it, where each has a line of its own."""
    lines = [*_counted(_columned(_brackets_closed(_read_down(lines))))]
    told = _without_labels(lines)
    kinds = [*map(_kind, told)]
    made: Made = {}
    for group in _groups(kinds):
        if pairs := _pairs(told, kinds, group):
            made |= _rows(told, kinds, pairs)
    return [line for n, one in enumerate(lines) if (line := made.get(n, one)) is not None]


def _counted(lines: Iterable[Line]) -> Iterator[Line]:
    """Take the marks of lines that name categories for their numbers, where they are not in order: "(1) Headteacher", "(2) Parents"."""
    for style, own in itertools.groupby(lines, lambda line: _NUMBERED.sub("1", line.mark)):
        run = list(own)
        marks = _places(line.mark for line in run) if style in ("(1)", "1)", "1.") else []
        mixed = len({*marks}) > 1 and marks != sorted({*marks})
        if mixed and 2 * sum(cell_of(plain(said(line))).labelled for line in run) > len(run) >= _FEWEST:
            words = [f"{line.mark.strip('(.)')} {line.words}" for line in run]
            run = [attrs.evolve(line, words=one, mark="") for line, one in zip(run, words, strict=True)]
        yield from run


def _read_down(lines: Sequence[Line]) -> Iterator[Line]:
    """Give two columns one after the other, where the clauses in both are one series."""
    for _, own in itertools.groupby(lines, lambda line: len(line.cells) > 1):
        rows = list(own)
        marks = ((at, split_mark(cell)[0]) for row in rows for at, cell in enumerate(row.cells) if at)
        begin = Counter(at for at, mark in marks if _PLACE.fullmatch(mark))
        at = max(begin, key=begin.__getitem__, default=0)
        left, right = ([*_column(rows, *ends)] for ends in ((0, at), (at, None)))
        of_left, of_right = (_places([line.mark for line in column]) for column in (left, right))
        places = sorted([*of_left, *of_right])
        series = places == [*range(places[0], places[0] + len(places))] if places else False
        yield from [*left, *right] if series and min(len(of_left), len(of_right)) > 1 else rows


def _column(rows: Sequence[Line], start: int, end: int | None) -> Iterator[Line]:
    for row in rows:
        if cells := row.cells[start:end]:
            mark, first = split_mark(cells[0]) if start else (row.mark, cells[0])
            cells = (first, *cells[1:])
            own = cells if len(cells) > 1 else ()
            yield attrs.evolve(row, mark=mark, words="\t".join(cells), cells=own)


def _places(marks: Iterable[str]) -> list[int]:
    """Give the numbers and letters that marks are."""
    told = (mark.strip("(.)") for mark in marks if _PLACE.fullmatch(mark))
    return [int(one) if one.isdecimal() else ord(one) for one in told]


def _groups(kinds: Sequence[str]) -> Iterator[list[int]]:
    """Give the categories that stand near each other, up to their total."""
    group: list[int] = []
    for n in (n for n, kind in enumerate(kinds) if kind in ("category", "total")):
        if group and (n - group[-1] > _FAR or kinds[group[-1]] == "total" or len(group) == _MOST_ROWS):
            yield group
            group = []
        group.append(n)
    if group:
        yield group


def _pairs(lines: Sequence[Line], kinds: Sequence[str], group: Sequence[int]) -> Pairs:
    """Give each category its number: where the sum says so, or else where all have their own at the same side."""
    sure = [pairs for pairs in _ways(kinds, group) if _confirmed(lines, kinds, pairs)]
    rows = [pairs for pairs in sure if _in_turn(pairs)]
    told = {tuple(min(one) if rows else _value(lines[one[1]]) for one in pairs) for pairs in rows or sure}
    if len(told) == 1:
        return (rows or sure)[0]
    if sure and not rows:
        return []
    behind, before = (
        max((_evenly(group, _beside(kinds, group, side * by)) for by in range(1, _MOST_CELLS)), key=len)
        for side in (1, -1)
    )
    if len(behind) > len(before):
        return behind if len(behind) >= _FEWEST else []
    # Numbers that go up by one may be those of the rows; behind the first category they may belong to it.
    rise = [_value(lines[n]) for _, n in before] == [*range(1, len(before) + 1)]
    if rise or len(before) <= max(len(behind), _FEWEST - 1) or before[0][0] != group[0]:
        return []
    # A number begins its row where blank lines part the rows, or where a row is no more than it and its category.
    rows_of_two = before[-1][0] - before[0][0] == _PAIR * (len(before) - 1)
    tight = rows_of_two and not any(line.apart for line in lines[before[0][0] : before[-1][0]])
    return before if tight or all(lines[n].apart for _, n in before) else []


def _ways(kinds: Sequence[str], group: Sequence[int]) -> Iterator[Pairs]:
    """Give the ways in which numbers may belong to some categories: each as far away as the others, or in their order."""
    far = _MOST_CELLS + len(group) + _HEADINGS
    for by in sorted(range(-far, far + 1), key=abs):
        pairs = _beside(kinds, group, by)
        # What stands before the first number that precedes its category has its number behind it.
        if by > 0 or (pairs and pairs[0][0] == group[0]):
            yield pairs
            steps = [after[0] - one[0] for one, after in itertools.pairwise(pairs)]
            # Far from a list may be what is none of it, such as a clause with the number of the next behind it.
            far_off = (
                n for n, step in enumerate(steps, 1) if by > 0 and step > max(steps[n:-1], default=step)
            )
            yield from (pairs[n:] for n in far_off)
    near = range(max(group[0] - far, 0), min(group[-1] + far, len(kinds)))
    told = (n for n in near if n in group or kinds[n] == "number")
    runs = [[*own] for _, own in itertools.groupby(told, lambda n: n in group)]
    yield [(own[0], after[0]) for own, after in itertools.pairwise(runs) if own[0] in group]
    yield [(after[0], own[-1]) for own, after in itertools.pairwise(runs) if after[0] in group]


def _beside(kinds: Sequence[str], group: Sequence[int], by: int) -> Pairs:
    """Give the categories that have a number so many lines away, with it."""
    return [(n, n + by) for n in group if 0 <= n + by < len(kinds) and kinds[n + by] == "number"]


def _in_turn(pairs: Pairs) -> bool:
    """Whether each number stands beside its own category, and not in a column of numbers."""
    return all(max(one) < min(after) for one, after in itertools.pairwise(pairs))


def _evenly(group: Sequence[int], pairs: Pairs) -> Pairs:
    """Give the longest run of pairs that follow each other, where no category is passed over or the rows are as long."""
    runs = [pairs[:1]]
    for before, one in itertools.pairwise(pairs):
        step = one[0] - before[0]
        same = [after[0] - first[0] == step for first, after in itertools.pairwise(runs[-1][-2:])]
        goes_on = max(before) < min(one) and (before[0] == group[group.index(one[0]) - 1] or all(same))
        runs[-1:] = [[*runs[-1], one]] if goes_on else [runs[-1], [one]]
    return max(runs, key=len)


def _confirmed(lines: Sequence[Line], kinds: Sequence[str], pairs: Pairs) -> bool:
    """Whether the numbers come to that of the total, which is the last of them or stands right behind."""
    if len(pairs) < _FEWEST:
        return False
    *counts, last = (_value(lines[number]) for _, number in pairs)
    if kinds[pairs[-1][0]] == "total":
        return sum(counts) == last
    end = max(pairs[-1]) + 1
    behind = (lex(plain(with_mark(line))) for line in lines[end : end + _NEAR])
    sums = (one.value for tokens in behind if "O" in letters(tokens) for one in tokens if one.letter == "N")
    return sum(counts) + last in sums


def _rows(lines: Sequence[Line], kinds: Sequence[str], pairs: Pairs) -> Made:
    """Make the rows of a table, each in place of its first line, and of the headings above where a row is more than a pair."""
    begins = [min(pair) for pair in pairs]
    ends = [max(pair) + 1 for pair in pairs]
    if not _in_turn(pairs):
        return _made(lines, pairs)
    many = Counter(after - n for n, after in itertools.pairwise(begins)).most_common(1)[0][0]
    loose = any(line.apart for line in lines[begins[0] + 1 : ends[0]])
    cuts = list[range]()
    for begin, end, after in zip(begins, ends, [*begins[1:], len(lines)], strict=True):
        behind = range(end, min(max(begin + many, end), after))
        # Behind the total stand numbers alone.
        total = "total" in (kinds[begin], kinds[end - 1])
        cut = (n for n in behind if (lines[n].apart and not loose) or (total and kinds[n] != "number"))
        cuts.append(range(begin, next(cut, behind.stop)))
    if many == _PAIR:
        return _made(lines, cuts)
    rows = [[head, *(n for n in own if n != head)] for own, (head, _) in zip(cuts, pairs, strict=True)]
    return _headings(lines, kinds, cuts, many, pairs[0][0] - begins[0]) | _made(lines, rows, in_cells=True)


def _headings(lines: Lines, kinds: Sequence[str], rows: Sequence[range], many: int, place: int) -> Made:
    """Make a row of the headings of so many columns, each on as many lines; a page that goes on with the table has them again."""
    end = rows[0].start
    top = next((n for n in range(end - 1, max(end - _FAR, 0), -1) if lines[n].apart), 0)
    each = (end - top) // many if (end - top) % many == 0 else 1
    # Over the first column there may be none.
    start = end - each * many + (end - top < many)
    heads = range(start, end)
    told = tuple(" ".join(said(lines[n]) for n in heads[at : at + each]) for at in range(0, len(heads), each))
    told = (*told[place : place + 1], *told[:place], *told[place + 1 :])
    # A clause, a row or a sentence is no heading.
    told_of = (
        one.mark or one.cells or one.words.endswith(":") or (" " in one.words and one.words.endswith("."))
        for one in lines[start:end]
    )
    others = any(told_of) or any(kinds[n] in ("number", "category") for n in heads)
    if others or start < (end - top < many):
        return {}
    again = {said(lines[n]) for n in heads}
    gone = [n for n in range(end, rows[-1].stop) if said(lines[n]) in again]
    row = {start: attrs.evolve(lines[start], words="\t".join(told), mark="", cells=told)}
    return dict.fromkeys([*heads, *gone]) | (row if heads else {})


def _made(lines: Lines, rows: Iterable[Sequence[int]], *, in_cells: bool = False) -> Made:
    made: Made = {}
    for own in rows:
        told = tuple(said(lines[n]) for n in own)
        words = "\t".join(told) if in_cells else " ".join((told[0].rstrip(" :"), *told[1:]))
        cells = told if in_cells else ()
        row = attrs.evolve(lines[min(own)], words=words, mark="", cells=cells, apart=not in_cells)
        made |= {**dict.fromkeys(own), min(own): row}
    return made


def _value(line: Line) -> int:
    return sum(one.value for one in lex(with_mark(line)) if one.letter == "N")


def _kind(line: Line) -> str:
    """Tell whether a line is a number, names a category or the total."""
    if line.cells or len(line.words) > _LONGEST:
        return ""
    cell = cell_of(plain(said(line)))
    # A mark may be the number: "2" before "including the head".
    marked = line.mark and NUMBER.match(f"N{letters(cell.tokens)}")
    whole = cell_of(plain(with_mark(line))) if marked else cell
    named = "total" if cell.total else "category" if cell.labelled else ""
    return "number" if whole.number is not None else named


def _without_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """Take away a label that each row of a table repeats: "Number: 2" below "Category: Parent governor"."""
    many = Counter(match[0] for line in lines if (match := _ROW_LABEL.match(line.words)))
    labels = tuple(label for label, count in many.items() if count >= _FEWEST)
    often = [line.words.startswith(labels) and not line.cells for line in lines]
    bare = (attrs.evolve(line, words=_ROW_LABEL.sub("", line.words, count=1)) for line in lines)
    return [own if label else line for line, own, label in zip(lines, bare, often, strict=True)]


def _brackets_closed(lines: Iterable[Line]) -> list[Line]:
    """Join the line, or the first cell of the row, that closes a bracket to the line that opened it."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined and not (joined[-1].cells or line.mark) else None
        if before and goes_on_within(before.words, line.words.split("\t")[0], "(", ")"):
            words = f"{before.words} {line.words}"
            joined[-1] = attrs.evolve(before, words=words, cells=cells_of(words))
        else:
            joined.append(line)
    return joined


def _columned(lines: Sequence[Line]) -> list[Line]:
    """Part the label from the numbers of rows that follow each other, with the headings above them and the sums below."""
    below = (False, *(line.words[-1:].isdecimal() for line in lines))
    rules = [row and _RULE.fullmatch(with_mark(line)) for row, line in zip(below, lines, strict=False)]
    made = [line for line, rule in zip(lines, rules, strict=True) if not rule]
    told = [*map(numbers_behind, made)]
    for many, run in itertools.groupby(range(len(made)), lambda n: len(told[n])):
        rows = [*run]
        first, after = rows[0], rows[-1] + 1
        if not many or len(rows) < _FEWEST:
            continue
        heads = _headed(made[first - 1], many) if first and many > 1 else ()
        sums = tuple(str(sum(column)) for column in zip(*told[first:after], strict=True))
        summed = after < len(made) and tuple(re.findall(r"[^\s|]+", made[after].words)) == sums
        if not (heads or summed or any(made[n].cells for n in rows)):
            continue
        bare = [n for n in rows if not made[n].cells]
        cells = {n: (said(made[n]).rsplit(" ", many)[0], *map(str, told[n])) for n in bare}
        cells |= {first - 1: heads} if heads else {}
        cells |= {after: ("",) * max(len(made[first].cells) - many, 1) + sums} if summed else {}
        for n, own in cells.items():
            made[n] = attrs.evolve(made[n], words="\t".join(own), cells=own)
    return made


def numbers_behind(line: Line) -> tuple[int, ...]:
    """Give the numbers at the end of a row that names a category or the total."""
    match = _ROW.fullmatch(line.words)
    label = cell_of(plain(match["label"])) if match else None
    named = label and (label.labelled or label.total)
    return tuple(map(int, match["numbers"].split())) if named and match else ()


def _headed(line: Line, many: int) -> tuple[str, ...]:
    """Give the headings over so many columns of numbers, each of which says of which board it is; () where they do not."""
    if len(line.cells) in (many, many + 1):
        return ("", *line.cells)[-many - 1 :]
    begins = [match.start() for match in _COLUMN.finditer(line.words)]
    places = [0, *begins, len(line.words)]
    cells = tuple(line.words[start:end].strip() for start, end in itertools.pairwise(places))
    return cells if len(begins) == many else ()
