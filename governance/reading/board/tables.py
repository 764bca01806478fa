"""Seats in a table: each number with the category that heads it, in its row or over it, and the board that its column tells of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from governance.reading.board.items import Claim, Item, Left, Seat
from governance.reading.board.scan import read_sentence
from governance.reading.phrases.lexer import Token, is_school, letters, lex
from governance.reading.text.passages import Passage, Role, role_of
from governance.reading.text.signs import plain, tidy

_FEWEST = _PAIR = 2
_SLASH: Final = " / "
_NUMBER_LAST: Final = re.compile(r" / \d{1,2}(?: \([^()]{0,60}\))?$")
_FEWEST_HEADS: Final = 3
NUMBER: Final = re.compile(r":?x?N(?:&N)?(?:[G.]{0,9}$|\(|,?I)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOW: Final = re.compile(r"\W{0,9}(?:number )?(?:now|today|as is|is|to(?=\W{0,9}$))(?![a-z])", re.IGNORECASE)
_LABELLED: Final = re.compile("(?:[uCHA]-)?[DTuG]{0,4}(?:[CH]|AG|A$|A[.:(]|Xu?G)")


@attrs.frozen
class Cell:
    """A cell: its words, their classes, its number where it holds one, and whether it names a category, or the total."""

    text: str
    tokens: tuple[Token, ...]
    number: int | None
    labelled: bool
    total: bool


Cells = Sequence[Cell]
Row = tuple[Passage, tuple[Cell, ...]]
Told = tuple[str, "list[Seat]", tuple[Claim, ...], tuple[Left, ...]]


def cells_of(passage: Passage) -> tuple[str, ...]:
    """Give the cells of a row, of a table or of a line whose columns are parted by bars."""
    barred = passage.text.strip()
    if passage.line.cells and not barred.startswith("|"):
        return tuple(plain(tidy(cell)) for cell in passage.line.cells)
    if passage.text.count(_SLASH) >= _FEWEST or _NUMBER_LAST.search(passage.text):
        return tuple(passage.text.split(_SLASH))
    if "|" in barred:
        return tuple(cell.strip() for cell in barred.removeprefix("|").removesuffix("|").split("|"))
    return ()


def table_rows(read: Sequence[Passage]) -> dict[int, list[Told]]:
    """Give what each row of a table tells, by the number of its passage; rows that tell nothing so are not there."""
    found: dict[int, list[Told]] = {}
    for rows in map(_with_sums, _tables(read)):
        places, lists, above = _columns(rows), _lists(rows), tuple[Cell, ...]()
        for n, (passage, cells) in enumerate(rows):
            if lists and n:
                found[passage.number] = [_list(passage, *one) for one in zip(lists, cells, strict=False)]
            elif told := _row(passage, cells, places, above):
                found[passage.number] = told
            heads = [cell for cell in cells if cell.labelled or cell.total]
            if len(heads) >= _FEWEST_HEADS and all(cell.number is None for cell in cells):
                above = cells
    return found


def _tables(read: Sequence[Passage]) -> Iterator[list[Row]]:
    """Gather rows that follow each other; those of another table go on with the one before where they look alike."""
    rows: list[Row] = []
    for passage in read:
        cells = tuple(map(cell_of, cells_of(passage)))
        if rows:
            before, last = rows[-1]
            alike = len(cells) == len(last) and any(cell.number is not None for cell in cells)
            same = passage.line.where.table == before.line.where.table
            goes_on = alike or (same and not (passage.line.apart and passage.line.where.table is None))
            if len(cells) < _FEWEST or not goes_on or passage.number != before.number + 1:
                yield rows
                rows = []
        if len(cells) >= _FEWEST:
            rows.append((passage, cells))
    if rows:
        yield rows


def _with_sums(rows: Sequence[Row]) -> list[Row]:
    """Take a row that names no category, and has the sum of the rows before it in each column, for the total."""
    sums, summed, found = Counter[int](), 0, list[Row]()
    for passage, cells in rows:
        numbers = {n: cell.number for n, cell in enumerate(cells) if cell.number is not None}
        named = any(cell.total or set(letters(cell.tokens)) & set("CHA") for cell in cells)
        alike = numbers and all(number and number == sums[n] for n, number in numbers.items())
        if named:
            sums.update(numbers)
            summed += 1
        total = summed >= _FEWEST_HEADS and alike and not named
        own = (attrs.evolve(cells[0], total=True), *cells[1:]) if total else cells
        found.append((passage, own))
    return found


def cell_of(text: str) -> Cell:
    """Tell what a cell gives: a number, the name of a category, or that of the total."""
    tokens = lex(text)
    form = letters(tokens)
    match = NUMBER.match(form)
    if match or text.strip() in ("-", "0", "n/a", "N/A"):
        own = tokens[: match.end()] if match else ()
        number = sum(token.value for token in own if token.letter == "N")
        return Cell(text, tokens, number, labelled=False, total=False)
    label = None if "N" in re.sub(r"\([^()]{0,60}\)|[I-].*", "", form) else _LABELLED.match(form)
    labelled = label is not None and ("G" not in label[0][:-2] or bool(_items(text, 1)))
    total = "N" not in form and (form.startswith("O") or form in ("B", "GO", "DB"))
    return Cell(text, tokens, None, labelled, total)


def _row(passage: Passage, cells: Cells, places: Mapping[int, Role], above: Cells) -> list[Told]:
    """Read a row: a category with its number in the best column, in turn with its number, or over its number in a row above."""
    numbers = {n: cell.number for n, cell in enumerate(cells) if cell.number is not None}
    heads = {n: cell for n, cell in enumerate(cells) if cell.labelled or cell.total}
    if not heads and len(cells) == len(numbers) + 1 == _PAIR:
        # Who appoints may stand for the category: "1 | Appointed by the council".
        others = [n for n in (0, 1) if n not in numbers and "N" not in letters(cells[n].tokens)]
        heads = {n: cells[n] for n in others if _items(cells[n].text, 1)}
    turns = [(cell, cells[n + 1]) for n, cell in heads.items() if n + 1 in numbers]
    # The corner over the first column may be missing.
    shift = len(cells) - len(above)
    over = [(above[n - shift], cells[n]) for n in numbers if shift in (0, 1) and n >= shift]
    if len(turns) > 1 and not places:
        return [_told(passage, passage.role, turns)]
    if len(over) >= _FEWEST_HEADS and not any(cell.labelled for cell in cells):
        if _other(cells[0]):
            return [(passage.role, [], (), ())]
        role = _role(cells[0].text) if cells[0].number is None else ""
        return [_told(passage, role or passage.role, over)]
    if not heads or not numbers:
        return []
    first, label = min(heads.items())
    beside = [cell for n, cell in enumerate(cells) if n > first and cell.number is None]
    notes = " ".join(cell.text for cell in beside if "b" not in letters(cell.tokens))
    columns = {n: places[n] for n in numbers if n in places}
    if label.total and not columns and len(numbers) == 1:
        columns = dict.fromkeys(numbers, passage.role)
    named = (str(token.value) for cell in cells for token in cell.tokens if token.letter in "CH")
    left = Left(0, len(passage.text), tuple(dict.fromkeys(named)))
    made = [_told(passage, role, [(label, cells[n])], notes) for n, role in columns.items()]
    return made or [(passage.role, [], (), (left,))]


def _told(passage: Passage, role: str, found: Sequence[tuple[Cell, Cell]], notes: str = "") -> Told:
    claims = tuple(Claim(one.number, 0, plainly=True) for head, one in found if head.total and one.number)
    # What a number includes is told behind it.
    told = ((a, one, one.text if {"(", "I"} & set(letters(one.tokens)) else one.number) for a, one in found)
    items = [item for head, one, count in told if not head.total for item in _items(head.text, count, notes)]
    return role or passage.role, _seats(passage, items), claims, ()


def _seats(passage: Passage, items: Iterable[Item]) -> list[Seat]:
    return [Seat(attrs.evolve(one, start=0, end=len(passage.text)), passage, leads=True) for one in items]


def _items(words: str, number: int | str | None, notes: str = "") -> tuple[Item, ...]:
    """Read a cell that names a category, with its number and what the other cells say."""
    words = words.rstrip(" .;:,")
    more = f" ({notes})" if notes else ""
    found = read_sentence(lex(f"{words}: {number}{more}"))
    other_way = found.left or all(item.alone for item in found.items)
    items = read_sentence(lex(f"{number} {words}{more}")).items if other_way else found.items
    # Another cell may say who chooses: "LA governor | 1 | parents" is no parent governor.
    own = {str(token.value) for token in lex(words) if token.letter in "CH"}
    own |= {"staff", "head_teacher"} if own & {"staff", "head_teacher"} else set()
    return tuple(one for one in items if one.category in own) if notes and own else items


def _list(passage: Passage, role: Role, cell: Cell) -> Told:
    """Read one column of a row as a list of its own."""
    made = read_sentence(cell.tokens)
    left = tuple(attrs.evolve(one, start=0, end=len(passage.text)) for one in made.left)
    return role, _seats(passage, made.items), made.claims, left


def _lists(rows: Sequence[Row]) -> list[Role]:
    """Give the board of each column, where they are lists of their own: of the board there was, and of the board to be."""
    roles = _roles([cell.text for cell in rows[0][1]])
    made = ([read_sentence(cell.tokens) for cell in cells if cell.number is None] for _, cells in rows[1:])
    listed = any(sum(any(one.form for one in told.items) for told in row) >= _FEWEST for row in made)
    return roles if listed and {"current", "proposed"} <= set(roles) else []


def _columns(rows: Sequence[Row]) -> dict[int, Role]:
    """Tell which columns give the number of seats, and of which board; none where several might and none says so."""
    labelled = [cells for _, cells in rows if any(cell.labelled for cell in cells)]
    counts = Counter(n for cells in labelled for n, cell in enumerate(cells) if cell.number is not None)
    some = {n for _, cells in rows for n, cell in enumerate(cells) if cell.number}
    found = sorted(n for n, count in counts.items() if n in some and 2 * count >= max(counts.values()))
    first = rows[0][1]
    shift = int(bool(labelled) and all(len(cells) == len(first) + 1 for cells in labelled))
    heads = dict(enumerate(first, start=shift)) if all(cell.number is None for cell in first) else {}
    own = [n for n in found if n not in heads or not _other(heads[n])]
    found = [*_wholes(labelled, found)] or own
    told = dict(zip(heads, _roles([cell.text for cell in heads.values()]), strict=True))
    years = {n: match[0] for n in found if n in heads and (match := _YEAR.search(heads[n].text))}
    if len(found) == len(set(years.values())) > 1:
        # Where each heading has a year, the newest is the board.
        told = {n: "proposed" if year == max(years.values()) else "current" for n, year in years.items()}
    roles = {n: told.get(n, "") for n in found}
    return roles if len(found) <= 1 or len(set(roles.values())) == len(found) else {}


def _wholes(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> Iterator[int]:
    """Give the column whose numbers are the sums of the others in each row: places, of those who are in post and the vacancies."""
    numbers = [
        [cells[n].number or 0 for n in columns] for cells in rows if len(cells) > max(columns, default=0)
    ]
    enough = len(columns) > _FEWEST and len(numbers) >= _FEWEST_HEADS
    for at, column in enumerate(columns if enough else ()):
        if all(2 * row[at] == sum(row) for row in numbers):
            yield column


def _other(head: Cell) -> bool:
    """Whether the heading of a column says that it gives something else than the number of seats."""
    own = (token for token in head.tokens if token.letter in "wgbRhdo")
    other = any(token.letter != "o" or not is_school(head.text[token.start :]) for token in own)
    return other and not (head.total or _YEAR.search(head.text))


def _roles(headings: Sequence[str]) -> list[Role]:
    """Tell of which board each column is; "now" is the new one beside a column that is called the old."""
    found = [_role(one) for one in headings]
    now = [bool(_NOW.match(one)) for one in headings]
    old = any(role == "current" and not is_now for role, is_now in zip(found, now, strict=True))
    return ["proposed" if is_now and old else role for role, is_now in zip(found, now, strict=True)]


def _role(heading: str) -> Role:
    return "current" if _NOW.match(heading) or heading.strip(" :").lower() == "from" else role_of(heading)
