"""The board a document tells of, and the one there was."""

import re
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from governance.reading.board.also import besides, only_changes, staff_unread
from governance.reading.board.blocks import FORMER, LEADS, Block, Found, Total, blocks
from governance.reading.board.items import NOBODY, Seat
from governance.reading.board.people import counted_people
from governance.reading.board.settle import FITS, FROM_SENTENCE, OLD, Settled, default, pick, settle
from governance.reading.board.unread import unread_lines
from governance.reading.evidence import Evidence, Remark, Unread, in_doubt
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.extent import only_chosen
from governance.reading.text.passages import Passage

NOTHING: Final = Found((), (), ())
FEW: Final = "few categories have a number, and no total confirms them"

_ENOUGH: Final = 5


@attrs.frozen
class Board:
    """What is read of the board, and of the one before it, and the passages and blocks it is read from."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    read: tuple[Passage, ...] = ()
    found: Found = NOTHING
    used: tuple[Block, ...] = ()
    before: tuple[Block, ...] = ()

    def unread(self, evidence: Sequence[Evidence], taken: Collection[int]) -> list[Unread]:
        """List the lines that were not understood; `evidence` is all that was read of the document."""
        lines = unread_lines(self.read, self.found, self.used, evidence, before=self.before, taken=taken)
        return [*lines, *staff_unread(self.read)]


def read_board(whole: Sequence[Passage], schools: Sequence[str], taken: Collection[int] = ()) -> Board:
    """Read the seats, the totals and the limit on staff; `taken` are passages on who appoints."""
    read = only_chosen(whole)
    found = _of_each(blocks(read, taken), schools)
    first, rest, before, other = pick(found)
    if (first is None or not first.numbered) and (people := counted_people(read)):
        first, rest = _with_numbers(people, found), []
    if first is not None and first.role == "current" and before is None and only_changes(read):
        first, rest, before, other = None, [], first, rest
    settled = settle(first, rest, _totals(found, first, before))
    settled = attrs.evolve(settled, evidence=gated(settled.evidence, first, rest, found))
    old = Settled()
    if before:
        old = settle(before, other, [one for one in found.totals if one.role in OLD], prefix="current.")
        old = attrs.evolve(old, evidence=gated(old.evidence, before, other, found))
    more = besides(read, [first, *rest] if first else [], schools, found.totals)
    remarks = (*settled.remarks, *old.remarks, *(() if settled.evidence else only_changes(read)))
    gave = {(one.where, one.words) for one in settled.evidence}
    used = tuple(
        block
        for block in (first, *rest)
        if block and (block is first or any((one.where, one.words) in gave for one in block.passages))
    )
    former = (before, *other) if before else ()
    return Board((*settled.evidence, *old.evidence, *more), remarks, tuple(read), found, used, former)


def _with_numbers(people: Block, found: Found) -> Block:
    """Put the numbers that the document gives in the place of those that people were counted for."""
    seats = (seat for block in found.blocks if block.role not in OLD for seat in reversed(block.seats))
    told = {one.item.category: one for one in seats if one.item.form in ("number first", "label first")}
    both = ((one, told.get(one.item.category, one)) for one in people.seats)
    return Block(people.role, [max(pair, key=lambda seat: seat.item.count or 0) for pair in both])


def _of_each(found: Found, schools: Sequence[str]) -> Found:
    """Give "the head teacher of each school" as many seats as schools are listed, or two, the fewest of a federation."""

    def counted(seat: Seat) -> Seat:
        item, words = seat.item, lex(seat.passage.text[seat.item.start :])
        each = item.category == "head_teacher" and item.alone and _EACH.match(letters(words))
        return attrs.evolve(seat, item=attrs.evolve(item, count=len(schools) or _TWO)) if each else seat

    made = tuple(Block(block.role, [counted(seat) for seat in block.seats]) for block in found.blocks)
    return attrs.evolve(found, blocks=made)


_TWO: Final = 2
_EACH: Final = re.compile(r"D?HG?\(?T{0,2}e(?!I)")


def _totals(found: Found, first: Block | None, before: Block | None) -> list[Total]:
    """Give the totals that may be the board's; where an older board is told of, not those that stand with it."""
    if first is None or before is None:
        return [one for one in found.totals if one.role != FORMER]
    old = {default(before)} - {default(first)}
    return [one for one in found.totals if one.role not in OLD and (one.role or one.claim.value not in old)]


def _unread(found: Found, used: Sequence[Block]) -> Passage | None:
    """Find a line among the seats, or one that names governors, of which a number was left over."""
    inside: set[int] = set()
    for block in used:
        first, last = (edge(block.seats, key=lambda seat: seat.passage.number).passage for edge in (min, max))
        begins = max(first.under.number + 1, first.number - LEADS) if first.under else first.number
        inside |= set(range(begins, last.number + 2))
    seats = (seat for block in found.blocks for seat in block.seats)
    doubted = [seat.passage for seat in seats if seat.item.doubt and seat.item.category != NOBODY]
    left = [*(passage for passage, _ in found.left), *doubted]
    return next((one for one in left if one.number in inside), None)


def gated(
    evidence: Sequence[Evidence], first: Block | None, rest: Sequence[Block], found: Found
) -> tuple[Evidence, ...]:
    """Call inferred what is not safe to call stated."""
    seats = [one.value for one in evidence if not one.field.endswith(".total")]
    totals = (one.value for one in evidence if one.field.endswith(".total") and one.because != FITS)
    total, blocks = next(totals, None), [block for block in (first, *rest) if block]
    together = sum(seats) if seats and all(isinstance(one, int) for one in seats) else None
    because = ""
    if total is not None and together == total:
        return tuple(evidence)
    if first is None:
        because = "the document has no list of seats, and a sentence says so"
    elif total is not None and together is not None:
        because = f"the seats read add up to {together}, and the document says {total}"
    elif unread := _unread(found, blocks):
        because = f"a line beside it was not understood: {unread.words}"
    elif total is None and len(seats) < _ENOUGH:
        because = FEW
    leading = {seat.passage.where for block in blocks for seat in block.seats if seat.leads}
    if because:
        return tuple(in_doubt(evidence, because))
    return tuple(
        in_doubt(
            evidence, FROM_SENTENCE, lambda one: one.where not in leading and not one.field.endswith(".total")
        )
    )
