"""Seats in a table: which column gives the number, and of which board."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.items import Claim, Item, Left, Seat
from governance.reading.board.scan import read_sentence
from governance.reading.phrases.lexer import Token, is_school, letters, lex
from governance.reading.text.passages import Passage, Role, role_of
from governance.reading.text.signs import plain, tidy

_BAR: Final = re.compile(r"\s{0,9}\|\s{0,9}")
_FEWEST: Final = 2
_SLASH: Final = " / "
_NUMBER_LAST: Final = re.compile(r" / \d{1,2}(?: \([^()]{0,60}\))?$")
_FEWEST_HEADS: Final = 3
_NUMBER: Final = re.compile(r":?x?N(?:&N)?(?:[G.]{0,9}$|\(|,?I)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LABELLED: Final = re.compile("[DTuG]{0,4}(?:[CH]|AG|A$|A[.:(]|X)")


@attrs.frozen
class Cell:
    """A cell: its words, their classes, and its number where it holds one."""

    text: str
    tokens: tuple[Token, ...]
    form: str
    number: int | None

    @property
    def labelled(self) -> bool:
        """Whether it names a category of governor, and no number."""
        if self.number is not None or "N" in re.sub(r"\([^()]{0,60}\)|I.*", "", self.form):
            return False
        match = _LABELLED.match(self.form)
        return match is not None and ("G" not in match[0][:-2] or bool(_items(self.text, 1)))

    @property
    def total(self) -> bool:
        """Whether it is the heading of a total."""
        called = self.form[:1] == "O" or self.form in ("B", "GO", "DB")
        return self.number is None and "N" not in self.form and called

    @property
    def heads(self) -> bool:
        """Whether it is the heading of some seats, or of a total."""
        return self.labelled or self.total


Row = tuple[Passage, tuple[Cell, ...]]
Pair = tuple[Cell, int | None, str]
Told = tuple[str, "list[Seat]", tuple[Claim, ...], tuple[Left, ...]]


def cells_of(passage: Passage) -> tuple[str, ...]:
    """Give the cells of a row, of a table or of a line whose columns are parted by bars."""
    if passage.line.cells:
        return tuple(plain(tidy(cell)) for cell in passage.line.cells)
    if passage.text.count(_SLASH) >= _FEWEST or _NUMBER_LAST.search(passage.text):
        return tuple(passage.text.split(_SLASH))
    if "|" in passage.text:
        return tuple(_BAR.split(passage.text.strip().removeprefix("|").removesuffix("|").strip(" ")))
    return ()


def table_rows(read: Sequence[Passage]) -> dict[int, list[Told]]:
    """Give what each row of a table tells, by the number of its passage; rows that tell nothing so are not there."""
    found: dict[int, list[Told]] = {}
    for rows in _tables(read):
        for way in (_side_by_side, _sideways, _down):
            for number, told in way(rows):
                found.setdefault(number, told)
    return found


def _tables(read: Sequence[Passage]) -> Iterator[list[Row]]:
    """Gather rows that follow each other; those of another table go on with the one before where they look alike."""
    rows: list[Row] = []
    for passage in read:
        cells = tuple(map(_cell, cells_of(passage)))
        if rows:
            before, last = rows[-1]
            alike = len(cells) == len(last) and any(cell.number is not None for cell in cells)
            goes_on = passage.line.where.table == before.line.where.table or alike
            if len(cells) < _FEWEST or not goes_on or passage.number != before.number + 1:
                yield rows
                rows = []
        if len(cells) >= _FEWEST:
            rows.append((passage, cells))
    if rows:
        yield rows


def _cell(text: str) -> Cell:
    tokens = lex(text)
    form = letters(tokens)
    match = _NUMBER.match(form)
    number = sum(token.value for token in tokens[: match.end()] if token.letter == "N") if match else None
    if number is None and text.strip() in ("-", "0", "n/a", "N/A"):
        number = 0
    return Cell(text, tokens, form, number)


def _down(rows: Sequence[Row]) -> Iterator[tuple[int, list[Told]]]:
    """Read rows that have a category each, by the best column of numbers."""
    places = _columns(rows)
    for passage, cells in rows:
        label = next((n for n, cell in enumerate(cells) if cell.labelled), None)
        total = next((n for n, cell in enumerate(cells) if cell.total), None)
        numbers = {n: cell.number for n, cell in enumerate(cells) if cell.number is not None}
        if pairs := _pairs(cells):
            yield passage.number, [_told(passage, passage.role, pairs)]
        elif total is not None and (label is None or total < label):
            values = [(n, value) for n, value in numbers.items() if value and (not places or n in places)]
            told: list[Told] = [
                (places.get(n) or passage.role, [], (Claim(value, 0, plainly=True),), ())
                for n, value in values
            ]
            yield passage.number, told if places or len(values) == 1 else []
        elif label is not None and numbers:
            notes = " ".join(cell.text for n, cell in enumerate(cells) if n > label and cell.number is None)
            made = [
                _told(passage, role or passage.role, [(cells[label], numbers[n], notes)])
                for n, role in places.items()
                if n in numbers
            ]
            named = (str(token.value) for cell in cells for token in cell.tokens if token.letter in "CH")
            left = Left(0, len(passage.text), tuple(dict.fromkeys(named)))
            yield passage.number, made or [(passage.role, [], (), (left,))]


def _told(passage: Passage, role: str, found: Sequence[Pair]) -> Told:
    claims = tuple(Claim(number or 0, 0, plainly=True) for cell, number, _ in found if cell.total)
    listed = [_items(cell.text, number, notes) for cell, number, notes in found if not cell.total]
    return role, _seats(passage, itertools.chain(*listed)), claims, ()


def _seats(passage: Passage, items: Iterable[Item]) -> list[Seat]:
    return [Seat(attrs.evolve(one, start=0, end=len(passage.text)), passage, leads=True) for one in items]


def _items(words: str, number: int | None, notes: str = "") -> tuple[Item, ...]:
    """Read a cell that names a category, with its number and what the other cells say."""
    words = words.rstrip(" .;:,")
    more = f" ({notes})" if notes else ""
    found = read_sentence(lex(f"{words}: {number}{more}")).items
    alone = all(item.alone for item in found)
    return read_sentence(lex(f"{number} {words}{more}")).items if alone else found


def _pairs(cells: Sequence[Cell]) -> Sequence[Pair]:
    """Read cells where a category, or the word total, and its number take turns."""
    turns = itertools.pairwise(cells)
    found = [(one, two.number, "") for one, two in turns if one.heads and two.number is not None]
    return found if len(found) > 1 else []


def _side_by_side(rows: Sequence[Row]) -> Iterator[tuple[int, list[Told]]]:
    """Read rows whose columns are lists of their own, one of the board there was and one of the board to be."""
    old = any(_is_old(cell.text) for cell in rows[0][1])
    heads = [_role(cell.text, after_old=old) for cell in rows[0][1]]
    lists = any(
        sum("N" in cell.form and bool(read_sentence(cell.tokens).items) for cell in cells) >= _FEWEST
        for _, cells in rows[1:]
    )
    for passage, cells in rows[1:] if {"current", "proposed"} <= set(heads) and lists else ():
        if len(cells) == len(heads):
            columns = zip(heads, cells, strict=True)
            yield passage.number, [_column(passage, role, cell) for role, cell in columns]


def _column(passage: Passage, role: Role, cell: Cell) -> Told:
    """Read one column of a row as a list of its own."""
    made = read_sentence(cell.tokens)
    left = tuple(attrs.evolve(one, start=0, end=len(passage.text)) for one in made.left)
    return role, _seats(passage, made.items), made.claims, left


def _sideways(rows: Sequence[Row]) -> Iterator[tuple[int, list[Told]]]:
    """Read rows whose categories stand in the row above them, each over its number."""
    heads: dict[int, Cell] = {}
    width = 0
    for passage, cells in rows:
        numbers = {n: cell.number for n, cell in enumerate(cells) if cell.number is not None}
        named = {n: cell for n, cell in enumerate(cells) if cell.heads}
        shift = len(cells) - width
        own = [(heads[n - shift], value, "") for n, value in numbers.items() if n - shift in heads]
        if len(named) >= _FEWEST_HEADS and not numbers:
            heads, width = named, len(cells)
        elif shift in (0, 1) and len(own) >= _FEWEST_HEADS and not any(cell.labelled for cell in cells):
            role = "" if cells[0].number is not None else _role(cells[0].text)
            yield passage.number, [_told(passage, role or passage.role, own)]


def _columns(rows: Sequence[Row]) -> dict[int, Role]:
    """Tell which columns give the number of seats, and of which board; none where several might and none says so."""
    labelled = [cells for _, cells in rows if any(cell.labelled for cell in cells)]
    counts = Counter(n for cells in labelled for n, cell in enumerate(cells) if cell.number is not None)
    some = {n for _, cells in rows for n, cell in enumerate(cells) if cell.number}
    found = sorted(n for n, count in counts.items() if n in some and 2 * count >= max(counts.values()))
    first = rows[0][1]
    shift = int(len(rows) > 1 and all(len(cells) == len(first) + 1 for _, cells in rows[1:]))
    headed = all(cell.number is None for cell in first)
    heads = dict(enumerate(first, start=shift)) if headed else {}
    plain = [n for n in found if n not in heads or not _other(heads[n])]
    found = plain or [n for n in found if "axim" in heads[n].text and not _other(heads[n], "b")]
    years = _by_year({n: heads[n].text for n in found if n in heads})
    old = any(_is_old(head.text) for head in heads.values())
    roles = {n: years.get(n) or _role(heads[n].text if n in heads else "", after_old=old) for n in found}
    return roles if len(found) <= 1 or len(set(roles.values())) == len(found) else {}


def _other(head: Cell, but: str = "") -> bool:
    """Whether the heading of a column says that it gives something else than the number of seats, `but` these classes."""
    if "O" in head.form or _YEAR.search(head.text):
        return False
    return any(
        (token.letter in "wgbfRhd" and token.letter not in but)
        or (token.letter == "o" and not is_school(head.text[token.start :]))
        for token in head.tokens
    )


def _by_year(heads: dict[int, str]) -> dict[int, Role]:
    """Where each heading has a year, the newest is the board."""
    years = {n: int(match[0]) for n, text in heads.items() if (match := _YEAR.search(text))}
    if not _FEWEST <= len(heads) == len(years) == len(set(years.values())):
        return {}
    return {n: "proposed" if year == max(years.values()) else "current" for n, year in years.items()}


_FROM: Final = re.compile(r"\W{0,9}from\W{0,9}$", re.IGNORECASE)
_NOW: Final = re.compile(r"\W{0,9}(?:number )?(?:now|today|as is|is|to(?=\W{0,9}$))(?![a-z])", re.IGNORECASE)


def _is_old(heading: str) -> bool:
    """Whether the heading of a column says that it is what was."""
    return _role(heading) == "current" and not _NOW.match(heading)


def _role(heading: str, *, after_old: bool = False) -> Role:
    """Tell of which board a column is; "now" is the new one beside a column that is called the old."""
    if _FROM.match(heading) or _NOW.match(heading):
        return "proposed" if after_old and not _FROM.match(heading) else "current"
    return role_of(heading)
