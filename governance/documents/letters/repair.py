"""The letter on the nearest lawful boards, or on why there is none."""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from governance.answers.check import check
from governance.answers.finding import Finding
from governance.answers.repair import NearestBoard, Repairs
from governance.documents.letters.boards import Board, board_table, clashing, impossible_parts
from governance.documents.letters.letter import (
    Letter,
    in_words_of,
    numbered,
    part,
    provisions,
    whole,
)
from governance.documents.report.legal import doubts
from governance.documents.word.blocks import Block, Paragraph, Strong
from governance.english import listed, sentence
from governance.law.regime import governing
from governance.model import Proposal

NEAREST: Final = "Lawful boards near to the one proposed"


def letter(answer: Repairs, proposal: Proposal) -> Letter:
    """Write the letter."""
    category = proposal.school.category
    result = check(proposal, on=answer.on)
    wrong = result.of("unlawful", "breached")
    wished = f", with {in_words_of(category, listed(answer.wishes))}" if answer.wishes else ""
    return Letter(
        category=category,
        school=proposal.school.name,
        subject="Why there is no such board" if answer.impossible else NEAREST,
        answer=_answer(answer, proposal),
        asked=f"You asked for the lawful boards that are nearest to the one proposed{wished}",
        law=governing(answer.on, proposal),
        on=answer.on,
        parts=tuple(_parts(answer, proposal)),
        provisions=clashing(answer.impossible)
        or provisions((*wrong, *result.conditions, *nearest_rests_on(answer, proposal))),
        doubts=tuple(doubts(wrong)),
        cautions=result.cautions,
    )


def _answer(answer: Repairs, proposal: Proposal) -> str:
    proposed = whole(proposal)
    if answer.impossible:
        return "No lawful board has all that you ask for"
    if answer.fits and answer.lawful:
        return f"{proposed} is lawful and as you wish, and no seat need be moved"
    if answer.fits and answer.lawful is False:
        return f"No seat of {proposed} need be moved, but something else about it is unlawful and is to be mended"
    if answer.fits:
        return f"No seat of {proposed} need be moved, but it cannot be told yet whether it is lawful"
    count = len(answer.boards)
    near = "one lawful board is near to it" if count == 1 else f"{count} lawful boards are near to it"
    if answer.lawful:
        return f"{proposed} is lawful but not as you wish; {near}"
    if answer.lawful is None:
        return f"It cannot be told yet whether {proposed} is lawful; {near}"
    return f"{proposed} is unlawful; {near}"


def _parts(answer: Repairs, proposal: Proposal) -> Iterator[Block]:
    category = proposal.school.category
    yield from part("What is to be mended, the seats apart", _lines(category, answer.mend))
    if answer.impossible:
        yield from impossible_parts(category, answer.impossible)
    if answer.staff:
        yield Paragraph(in_words_of(category, f"No seat need be moved if {answer.staff}."))
    if answer.boards:
        yield from part("The boards to choose from", nearest(answer, proposal))


def nearest(answer: Repairs, proposal: Proposal) -> Iterator[Block]:
    """Set the board proposed and those near to it as one table, and say of each what changes and on what it depends."""
    category = proposal.school.category
    rows = [Board("Proposed", proposal.seats.counts())]
    rows += (Board(str(number), one.seats) for number, one in enumerate(answer.boards, start=1))
    yield from board_table(category, rows, caption="The board proposed, and lawful boards near to it")
    if len(answer.boards) > 1:
        yield Paragraph("The board that moves the fewest seats stands first.")
    for number, one in enumerate(answer.boards, start=1):
        said = " ".join(map(sentence, _about(one)))
        yield Paragraph((Strong(f"Board {number}: "), in_words_of(category, said)))


def _about(board: NearestBoard) -> Iterator[str]:
    yield "; ".join(board.moves)
    yield from board.lost
    for condition in board.conditions:
        yield f"It is lawful provided that {condition}"
    for one in board.mend:
        yield f"This is to be mended, too: {one}"


def nearest_rests_on(answer: Repairs, proposal: Proposal) -> Iterator[Finding]:
    """Give the findings on which the boards near to the one proposed depend."""
    for board in answer.boards:
        total = None if proposal.seats.total is None else board.total
        seats = attrs.evolve(proposal.seats, **board.seats, total=total)
        result = check(attrs.evolve(proposal, seats=seats), on=answer.on)
        yield from (*result.of("unlawful", "breached"), *result.conditions)


def _lines(category: str, lines: Iterable[str]) -> tuple[Block, ...]:
    return numbered(in_words_of(category, line) for line in lines)
