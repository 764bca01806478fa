"""The sentences of a document as blocks: runs of seats that belong together, each telling of one board."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.passages import Passage, Role
from governance.reading.lexer import lex, letters
from governance.reading.scan import NOBODY, Claim, Item, Sentence, read_sentence
from governance.reading.tables import table_rows

FULL: Final = 3
"""So many categories with a number are a board; fewer are said in passing."""

_REPEATS: Final = 2
_LEADS: Final = 6


@attrs.frozen
class Seat:
    """An item with the passage it stands in; `leads` says that it begins its sentence or has a cell of its own."""

    item: Item
    passage: Passage
    leads: bool = False
    prose: bool = False


@attrs.frozen
class Total:
    """A claim with the passage it stands in, and which board it tells of."""

    claim: Claim
    passage: Passage
    role: Role = ""


@attrs.define
class Block:
    """Seats that stand together, and of which board they tell."""

    role: Role = ""
    seats: list[Seat] = attrs.field(factory=list)
    head: Passage | None = None

    @property
    def categories(self) -> set[str]:
        """Every category that has a number."""
        return {seat.item.category for seat in self.seats if seat.item.count is not None} - {NOBODY}

    @property
    def full(self) -> bool:
        """Whether it is a whole board, as far as can be told."""
        return len(self.categories) >= FULL


@attrs.frozen
class Found:
    """All that the passages give: blocks, totals, and the passages that hold numbers nothing was made of."""

    blocks: tuple[Block, ...]
    totals: tuple[Total, ...]
    over: tuple[Passage, ...]


def blocks(read: Sequence[Passage]) -> Found:
    """Read every passage, and part the seats into blocks."""
    found: list[Block] = [Block()]
    totals: list[Total] = []
    over: list[Passage] = []
    rows = table_rows(read)
    for passage in read:
        given = rows.get(passage.number)
        told = list(_told(passage)) if given is None else given
        own = [seat for _, seats, _, _ in told for seat in seats] if given is None else []
        if passage.opens and not any(seat.item.count for seat in own):
            found.append(Block(passage.role, head=passage))
        for role, seats, claims, left in told:
            totals += [Total(claim, passage, role) for claim in claims]
            if left:
                over.append(passage)
            if seats:
                _place(found, seats, role)
    return Found(tuple(block for block in found if block.seats), tuple(totals), tuple(over))


Told = tuple[Role, list[Seat], tuple[Claim, ...], bool]


def _place(found: list[Block], seats: list[Seat], role: Role) -> None:
    """Put the seats of one sentence into the last block, or into a new one where they begin another board."""
    block = next((one for one in reversed(found) if one.role == role), found[-1]) if found[-1].role != role else found[-1]
    new = {seat.item.category for seat in seats if seat.item.count is not None and not seat.item.alone}
    if found[-1].role != role:
        block = Block(role)
        found.append(block)
    elif len(new & {seat.item.category for seat in block.seats if seat.item.count is not None}) >= _REPEATS and len(new) > 1:
        block = Block(role)
        found.append(block)
    block.seats += seats


def _told(passage: Passage) -> Iterator[Told]:
    if (total := _beneath(passage)) is not None:
        yield passage.role, [], (total,), False
        return
    for sentence in passage.sentences():
        tokens = lex(sentence.text)
        made = read_sentence(tokens)
        role = sentence.role
        if "l" in made.form and _quotes(made):
            continue
        seats = [
            Seat(
                attrs.evolve(item, start=item.start + sentence.start, end=item.end + sentence.start), passage,
                leads=item.start <= _LEADS, prose="V" in made.form or "c" in made.form,
            )
            for item in made.items
        ]  # fmt: skip
        yield role, seats, made.claims, bool(made.numbers_over) or any(item.doubt for item in made.items)


def _quotes(made: Sentence) -> bool:
    """Whether a sentence quotes a rule: the words of law stand before any seats."""
    return True


def _beneath(passage: Passage) -> Claim | None:
    """Read a number that stands alone below "Total number of governors:"."""
    if not passage.first or passage.under is None:
        return None
    form = letters(lex(passage.context))
    own = lex(passage.text)
    if "O" not in form or set(form) & set("CH") or letters(own).rstrip(".G") != "N":
        return None
    return Claim(own[0].value, own[0].start, plainly=True)
