"""The board a document tells of, and the one there was."""

import re
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from governance.documents.reader.options import only_chosen
from governance.documents.reader.passages import Passage
from governance.documents.reader.understood import Evidence, Remark
from governance.reading.blocks import LEADS, Block, Found, Total, blocks
from governance.reading.lexer import lex
from governance.reading.people import counted_people
from governance.reading.scan import read_sentence
from governance.reading.settle import FITS, FROM_SENTENCE, Settled, pick, settle


@attrs.frozen
class Board:
    """What is read of the board, and of the one before it."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_board(whole: Sequence[Passage], schools: Sequence[str], taken: Collection[int] = ()) -> Board:
    """Read the seats, the totals and the limit on staff."""
    read = [one for one in only_chosen(whole) if one.number not in taken or _counts_foundation(one)]
    found = blocks(read)
    first, rest, before, more = pick(found)
    if (first is None or not first.numbered) and (people := counted_people(read)):
        first, rest = people, []
    settled = settle(first, rest, _totals(found, first, before))
    settled = attrs.evolve(settled, evidence=gated(settled.evidence, first, rest, found))
    old = settle(before, more, [total for total in found.totals if total.role == "current"], prefix="current.") if before else Settled()
    return Board((*settled.evidence, *old.evidence), (*settled.remarks, *old.remarks))


def _totals(found: Found, first: Block | None, before: Block | None) -> list[Total]:
    """Give the totals that may be the board's; where an older board is told of, not those that stand with it."""
    if first is None or before is None:
        return list(found.totals)
    last = max(seat.passage.number for seat in before.seats)
    own = {seat.passage.number for seat in first.seats}
    apart = [one for one in found.totals if one.role != "current" and (one.role or one.passage.number > last or one.passage.number in own)]
    return apart


def _counts_foundation(passage: Passage) -> bool:
    """Whether a line says how many foundation governors there are before those who appoint them are listed."""
    first = next(iter(read_sentence(lex(passage.text)).items), None)
    return bool(first and first.count and first.form == "number" and first.start <= LEADS and first.category == "foundation" and not first.by_whom)


def gated(evidence: Sequence[Evidence], first: Block | None, rest: Sequence[Block], found: Found) -> tuple[Evidence, ...]:
    """Call inferred what is not safe to call stated."""
    seats = [one for one in evidence if not one.field.endswith(".total")]
    total = next((one.value for one in evidence if one.field.endswith(".total") and one.because != FITS), None)
    known = bool(seats) and all(isinstance(one.value, int) for one in seats)
    together = sum(one.value for one in seats) if known else None
    if total is not None and together == total:
        return tuple(evidence)
    because = ""
    if first is None:
        because = "the document has no list of seats, and a sentence says so"
    elif total is not None and together is not None:
        because = f"the seats read add up to {together}, and the document says {total}"
    elif found.over:
        because = f"a line beside it was not understood: {found.over[0].words}"
    leading = {seat.passage.where for block in (first, *rest) if block for seat in block.seats if seat.leads}
    return tuple(
        attrs.evolve(one, sure="inferred", because=because or FROM_SENTENCE)
        if one.sure == "stated" and (because or (one.where not in leading and not one.field.endswith(".total")))
        else one
        for one in evidence
    )
