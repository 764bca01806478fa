"""The boards to choose from as one table, and why there is none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from governance.answers.space.impossible import Impossible
from governance.documents.letters.letter import Provision, in_words_of, numbered, part
from governance.documents.word.blocks import Block, Column, Paragraph, Strong, Table, Text
from governance.english import listed
from governance.model.names import SEATS, UNKNOWN, seat_words

_SHORT: Final = {"local_authority": "LA", "head_teacher": "Head"}
"""The head of a column must fit its width at any size of type."""


@attrs.frozen
class Board:
    """A board as a row: what it is called, its seats, and what else stands beside it by column."""

    name: str
    seats: Mapping[str, int | str]
    beside: tuple[str, ...] = ()

    @property
    def total(self) -> int | None:
        """The number of seats, where each is settled."""
        return None if UNKNOWN in self.seats.values() else sum(map(int, self.seats.values()))


def board_table(
    category: str, boards: Sequence[Board], *, caption: str, beside: Sequence[Column] = ()
) -> Iterator[Block]:
    """Set boards side by side, a board in each row; what all of them have is said once, above."""
    seats = [seat for seat in SEATS if any(board.seats.get(seat) for board in boards)]
    differ = [seat for seat in seats if len({board.seats.get(seat) for board in boards}) > 1]
    if len(boards) == 1:
        differ = seats
    heads = [_head(category, seat) for seat in differ]
    same = [seat for seat in seats if seat not in differ]
    if same:
        each = (_count(category, seat, boards[0].seats[seat]) for seat in same)
        yield Paragraph(f"Each of these boards has {listed(each)}.")
    yield Table(
        caption=caption,
        description="A board in each row: its seats by category where the boards differ, and in all",
        columns=(
            Column("Board", share=_width(board.name for board in boards)),
            *(Column(head, share=_width([head]), numbers=True) for head in heads),
            Column("Total", share=_width([]), numbers=True),
            *beside,
        ),
        rows=tuple(_row(board, differ) for board in boards),
    )


def _width(words: Iterable[str]) -> int:
    """Give a column as much room as its longest word needs; two more than the letters is the edges."""
    return max(map(len, ("Total", *words))) + 2


def _row(board: Board, seats: Sequence[str]) -> tuple[Text, ...]:
    counts = (str(board.seats.get(seat, 0)).replace(UNKNOWN, "open") for seat in seats)
    total = "open" if board.total is None else str(board.total)
    return (board.name, *counts, (Strong(total),), *board.beside)


def _head(category: str, seat: str) -> str:
    words = in_words_of(category, seat_words(seat, 1))
    short = _SHORT.get(seat) or words.removesuffix(" governor").removesuffix(" member")
    return f"{short[:1].upper()}{short[1:]}"


def _count(category: str, seat: str, count: int | str) -> str:
    return in_words_of(category, f"{count} {seat_words(seat, 2 if count == UNKNOWN else int(count))}")


def impossible_parts(category: str, found: Impossible) -> Iterator[Block]:
    """Say what can be had instead, what clashes, and why, step by step."""

    def said(lines: Sequence[str]) -> tuple[Block, ...]:
        return numbered(in_words_of(category, line) for line in lines)

    if found.nearest:
        yield from part(
            "What can be had instead",
            (
                Paragraph("With any one of these, and all else as you wish it, there is a lawful board."),
                *said(found.nearest),
            ),
        )
    clashes = [
        f"{one.says.removesuffix('.')} ({one.citation})" if one.citation else one.says
        for one in found.clashes
    ]
    yield from part(
        "What cannot all be kept",
        (Paragraph("Without any one of these there is a lawful board."), *said(clashes)),
    )
    yield from part("Why, step by step", said(found.steps))


def clashing(found: Impossible | None) -> tuple[Provision, ...]:
    """Name the provisions that clash."""
    clashes = found.clashes if found else ()
    return tuple(Provision(one.citation, one.says) for one in clashes if one.citation)
