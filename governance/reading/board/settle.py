"""The seats of a board, settled: blocks and totals into one number for each category, and how sure it is."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from governance.model.names import UNKNOWN, seat_words
from governance.model.table import MOST_SEATS
from governance.reading.board.blocks import FORMER, FULL, LEADS, Block, Found, Total
from governance.reading.board.choices import ONCE, PASSING, Choice, choices
from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Remark, Sure

OLD: Final = ("current", FORMER)
FITS: Final = "the seats add up to it, and no word calls it the total"
OF_SEVERAL: Final = "of several totals this is the one the seats add up to"
COUNTED: Final = "it counts governors, and does not call them the total"
FROM_SENTENCE: Final = "it is read from a sentence, and no total confirms it"


@attrs.frozen
class Settled:
    """What a board comes to."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()


def settle(
    block: Block | None, others: Sequence[Block], totals: Sequence[Total], *, prefix: str = ""
) -> Settled:
    """Settle one block, which others may complete or contradict, against the totals."""
    plain = _distinct(one for one in totals if one.claim.plainly and not one.claim.if_it_fits)
    counted = [one for one in totals if not one.claim.plainly and not one.claim.if_it_fits]
    perhaps = _distinct(one for one in totals if one.claim.if_it_fits)
    found = _choices(block) if block else []
    loose = _distinct(_of_board(counted, block, _together(found)))
    seats = block.seats if block else []
    doubted = {one.item.category for one in seats if one.item.doubt and not one.item.set_aside}
    if _together(found) not in {total.claim.value for total in plain or loose}:
        found = _completed(found, others, doubted, strong=block is not None)
    plain = _of_one_row(plain, _together(found))
    wanted = [total.claim.value for total in plain or loose]
    chosen, more = _fit(found, wanted), _fit(_completed(found, others, doubted, strong=False), wanted)
    if _together(chosen) not in wanted and _together(more) in wanted:
        chosen = more
    evidence, remarks = _against([_evidence(one) for one in chosen if one.values[0][1] != PASSING], others)
    remarks += [_twice(one) for one in chosen if one.values[0][0] < 0 or one.values[0][1].startswith(ONCE)]
    open_ = doubted - {one.category for one in chosen} - {NOBODY}
    total, said = _total(evidence, plain, loose, [] if open_ else perhaps)
    evidence += total
    return Settled(tuple(attrs.evolve(one, field=prefix + one.field) for one in evidence), (*remarks, *said))


def _of_board(totals: Sequence[Total], block: Block | None, together: int) -> Iterable[Total]:
    """Leave out what counts governors far from a whole list, and is not what it comes to: another body may have so many."""
    if block is None or not block.full:
        return totals
    near = range(block.passages[0].number - LEADS, block.passages[-1].number + 2)
    return [one for one in totals if one.claim.value == together or one.passage.number in near]


def _choices(block: Block) -> list[Choice]:
    return [one for one in choices(block) if one.values]


def _together(found: Sequence[Choice]) -> int:
    return sum(one.values[0][0] for one in found)


def _of_one_row(plain: list[Total], together: int) -> list[Total]:
    """Make one total of those that a row gives of two lists side by side, where the seats add up to them all."""
    whole = sum(one.claim.value for one in plain)
    row = len({one.passage.number for one in plain}) == 1 and cells_of(plain[0].passage)
    if whole != together or not row:
        return plain
    return [attrs.evolve(plain[0], claim=attrs.evolve(plain[0].claim, value=whole))]


def _completed(
    found: Sequence[Choice], others: Sequence[Block], doubted: Collection[str], *, strong: bool
) -> list[Choice]:
    """Add the categories that only another block has; those said in passing only where `strong` does not forbid it."""
    result = {one.category: one for one in found}
    more = (one for other in others for one in _choices(other) if one.category not in doubted)
    for one in more:
        if not strong or any(not seat.weak and not seat.item.definite for seat in one.seats):
            result.setdefault(one.category, one)
    return list(result.values())


def _fit(found: list[Choice], wanted: Sequence[int]) -> list[Choice]:
    """Take the likeliest number of each, or what meets a total with one of them changed."""
    changed = [
        [*found[:n], attrs.evolve(one, values=(value,)), *found[n + 1 :]]
        for n, one in enumerate(found)
        for value in one.values[1:]
    ]
    return next((one for one in (found, *changed) if _together(one) in wanted), found)


def _evidence(one: Choice) -> Evidence:
    passage, (count, because) = one.seats[0].passage, one.values[0]
    open_ = not 0 <= count <= MOST_SEATS
    sure: Sure = "conflict" if open_ else "inferred" if because else "stated"
    return Evidence(
        f"seats.{one.category}", UNKNOWN if open_ else count, passage.words, passage.where, sure, because
    )


def _against(evidence: list[Evidence], others: Sequence[Block]) -> tuple[list[Evidence], list[Remark]]:
    """Compare a board with the other whole lists of the same board."""
    result = {one.field: one for one in evidence}
    remarks = []
    whole = [one for one in others if one.full and len(one.firm) >= max(FULL, len(evidence) - 2)]
    for one in (one for other in whole for one in _choices(other)):
        two = _evidence(one)
        own = result.get(two.field)
        if own is None or own.value in [value for value, _ in one.values]:
            continue
        because = f"another place says: {two.words}"
        result[two.field] = attrs.evolve(own, value=UNKNOWN, sure="conflict", because=because)
        says = f"{_named(one.category)}: two lists give different numbers"
        remarks.append(Remark("conflict", says, ((own.words, own.where), (two.words, two.where))))
    return list(result.values()), remarks


def _total(
    evidence: Sequence[Evidence], plain: list[Total], loose: list[Total], perhaps: list[Total]
) -> tuple[list[Evidence], list[Remark]]:
    known = all(isinstance(one.value, int) for one in evidence)
    together, whole = sum(one.value for one in evidence) if known else None, len(evidence) >= FULL
    claims = [one for one in plain if not one.claim.notice] or plain or loose
    fitting = [one for one in claims if one.claim.value == together]
    perhaps = [one for one in perhaps if one.claim.value == together and whole and not plain]
    several, made, remarks = len(claims) > 1, [], []
    if fitting:
        made = [_total_evidence(fitting[0], OF_SEVERAL if several else "")]
    elif perhaps:
        made = [_total_evidence(perhaps[0], FITS)]
    elif claims and not several:
        made = [_total_evidence(claims[0], "" if plain else COUNTED)]
    elif plain:
        first = _total_evidence(claims[0], "two totals are given")
        made = [attrs.evolve(first, value=None, sure="conflict")]
    if several and plain:
        says = f"Two totals are given: {' and '.join(str(one.claim.value) for one in claims)}"
        quotes = tuple((one.passage.words, one.passage.where) for one in claims)
        remarks = [Remark("conflict", says, quotes)]
    elif known and whole and made and made[0].value != together:
        says = f"The total is given as {made[0].value}, and the seats add up to {together}"
        total, *seats = ((one.words, one.where) for one in (*made, *evidence))
        remarks = [Remark("conflict", says, (total, *dict.fromkeys(seats)))]
    return made, remarks


def _total_evidence(one: Total, because: str) -> Evidence:
    passage, under = one.passage, one.passage.under
    words = passage.words if under is None or " " in passage.text else f"{under.words} {passage.words}"
    return Evidence(
        "seats.total", one.claim.value, words, passage.where, "inferred" if because else "stated", because
    )


def _distinct(found: Iterable[Total]) -> list[Total]:
    first: dict[int, Total] = {}
    for total in found:
        first.setdefault(total.claim.value, total)
    return list(first.values())


def _twice(one: Choice) -> Remark:
    quotes = tuple((seat.passage.words, seat.passage.where) for seat in one.seats)
    return Remark("conflict", f"{_named(one.category)}: the list gives them more than once", quotes)


def _named(category: str) -> str:
    return seat_words(category, 2).capitalize()


def pick(found: Found) -> tuple[Block | None, list[Block], Block | None, list[Block]]:
    """Pick the block of the board that is wanted, those beside it, and the block of the board before."""
    whole = [block for block in found.blocks if block.full]
    full = [block for block in whole if not _changes(block)] or whole
    proposed, plain, old = (
        [block for block in full if block.role in roles] for roles in (("proposed",), ("",), OLD)
    )
    rest = [block for block in found.blocks if block.role != FORMER]
    current = [block for block in old if block.role != FORMER]
    best = proposed or plain or current
    if not best:
        return None, rest, old[0] if old else None, old[1:]
    first = max(best, key=lambda one: len(one.categories))
    if best is current:
        old = []
    if proposed and not old:
        old = [one for one in plain if found.blocks.index(one) < found.blocks.index(first)]
    rest = [
        one
        for one in rest
        if one is not first
        and one not in old
        and (one.role in (first.role, "") or not (one.full or first.role))
    ]
    return first, rest, old[0] if old else None, old[1:]


def _changes(block: Block) -> bool:
    """Whether a block tells how numbers change."""
    return any(seat.item.newer for seat in block.seats)


def default(block: Block) -> int:
    """Give how many seats a block has, each category at its likeliest number."""
    return _together(_choices(block))
