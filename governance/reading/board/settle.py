"""The seats of a board, settled: blocks and totals into one number for each category, and how sure it is."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from governance.model.names import UNKNOWN, seat_words
from governance.model.table import MOST_SEATS
from governance.reading.board.blocks import FORMER, FULL, Block, Found, Total
from governance.reading.board.choices import ONCE, PASSING, Choice, choices
from governance.reading.evidence import Evidence, Remark, Sure

OLD: Final = ("current", FORMER)
FITS: Final = "the seats add up to it, and no word calls it the total"
TOO_MANY: Final = "no board has so many"
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
    loose = _distinct(one for one in totals if not one.claim.plainly and not one.claim.if_it_fits)
    perhaps = _distinct(one for one in totals if one.claim.if_it_fits)
    found = _choices(block) if block else []
    if _together(found) not in {total.claim.value for total in plain or loose}:
        found = _completed(found, others, strong=block is not None)
    plain = _parts_together(plain, _together(found))
    wanted = [total.claim.value for total in plain or loose]
    values = _fit(found, wanted)
    if wanted and sum(value for value, _ in values) < min(wanted):
        more = _completed(found, others, strong=False)
        fitting = _fit(more, wanted)
        if sum(value for value, _ in fitting) in wanted:
            found, values = more, fitting
    chosen = list(zip(found, values, strict=True))
    evidence, remarks = _against([_evidence(*one) for one in chosen if one[1][1] != PASSING], others)
    remarks += [_twice(one) for one, (value, why) in chosen if value < 0 or why.startswith(ONCE)]
    total, said = _total(evidence, plain, loose, perhaps)
    evidence += total
    return Settled(tuple(attrs.evolve(one, field=prefix + one.field) for one in evidence), (*remarks, *said))


def _choices(block: Block) -> list[Choice]:
    return [one for one in choices(block) if one.values]


def _together(found: Sequence[Choice]) -> int:
    return sum(one.values[0][0] for one in found)


def _parts_together(plain: list[Total], together: int) -> list[Total]:
    """Make one total of those that a row gives of two lists side by side, where the seats add up to them all."""
    first = plain[0] if plain else None
    if first is None or len(plain) < 2 or any(one.passage is not first.passage for one in plain):  # noqa: PLR2004 - two lists
        return plain
    whole = sum(one.claim.value for one in plain)
    return [attrs.evolve(first, claim=attrs.evolve(first.claim, value=whole))] if whole == together else plain


def _completed(found: Sequence[Choice], others: Sequence[Block], *, strong: bool) -> list[Choice]:
    """Add the categories that only another block has; those said in passing only where `strong` does not forbid it."""
    result = {one.category: one for one in found}
    for one in (one for other in others for one in _choices(other)):
        if not strong or any(not seat.weak and not seat.item.definite for seat in one.seats):
            result.setdefault(one.category, one)
    return list(result.values())


def _fit(found: Sequence[Choice], wanted: Sequence[int]) -> list[tuple[int, str]]:
    """Take the likeliest number of each, or change one of them where that alone meets a total."""
    values = [one.values[0] for one in found]
    together = sum(value for value, _ in values)
    changed = (
        [*values[:n], value, *values[n + 1 :]]
        for n, one in enumerate(found)
        for value in one.values[1:]
        if together - values[n][0] + value[0] in wanted
    )
    return values if not wanted or together in wanted else next(changed, values)


def _evidence(one: Choice, value: tuple[int, str]) -> Evidence:
    passage, (count, because) = one.seats[0].passage, value
    because = TOO_MANY if count > MOST_SEATS else because
    open_ = not 0 <= count <= MOST_SEATS
    sure: Sure = "conflict" if open_ else "inferred" if because else "stated"
    return Evidence(
        f"seats.{one.category}", UNKNOWN if open_ else count, passage.words, passage.where, sure, because
    )


def _against(evidence: list[Evidence], others: Sequence[Block]) -> tuple[list[Evidence], list[Remark]]:
    """Compare a board with the other whole lists of the same board."""
    remarks: list[Remark] = []
    result = list(evidence)
    for other in others:
        if not other.full or _changes(other) or len(other.categories) < max(FULL, len(evidence) - 2):
            continue
        for one in _choices(other):
            place = next((n for n, own in enumerate(result) if own.field == f"seats.{one.category}"), None)
            if place is None or result[place].value in [value for value, _ in one.values]:
                continue
            own, two = result[place], _evidence(one, one.values[0])
            result[place] = attrs.evolve(
                own, value=UNKNOWN, sure="conflict", because=f"another place says: {two.words}"
            )
            says = f"{_named(one.category)}: two lists give different numbers"
            remarks.append(Remark("conflict", says, ((own.words, own.where), (two.words, two.where))))
    return result, remarks


def _total(
    evidence: Sequence[Evidence], plain: list[Total], loose: list[Total], perhaps: list[Total]
) -> tuple[list[Evidence], list[Remark]]:
    known = bool(evidence) and all(isinstance(one.value, int) for one in evidence)
    together = sum(one.value for one in evidence) if known else None
    claims = [one for one in plain if not one.claim.notice] or plain or loose
    fitting = [one for one in claims if one.claim.value == together]
    if not fitting and not plain and len(evidence) > FULL:
        fitting = [one for one in (*loose, *perhaps) if one.claim.value == together]
        claims = fitting or claims
    if not claims or (len(claims) > 1 and not plain and not fitting):
        return [], []
    one, several = (fitting or claims)[0], len(claims) > 1
    because = ""
    if fitting:
        because = FITS if one.claim.if_it_fits else OF_SEVERAL if several else ""
    elif not several and not plain:
        because = COUNTED
    made = _total_evidence(one, "inferred" if because else "stated", because)
    if several and not fitting:
        made = attrs.evolve(made, value=None, sure="conflict", because="two totals are given")
    remarks = []
    if several and plain:
        says = f"Two totals are given: {' and '.join(str(one.claim.value) for one in claims)}"
        quotes = tuple((one.passage.words, one.passage.where) for one in claims)
        remarks.append(Remark("conflict", says, quotes))
    if made.value is not None and together is not None and made.value != together and len(evidence) >= FULL:
        says = f"The total is given as {made.value}, and the seats add up to {together}"
        said = ((made.words, made.where), *dict.fromkeys((one.words, one.where) for one in evidence))
        remarks.append(Remark("conflict", says, said))
    return [made], remarks


def _total_evidence(one: Total, sure: Any, because: str) -> Evidence:
    passage = one.passage
    words = (
        f"{passage.under.words} {passage.words}"
        if passage.under and len(passage.text) <= _SHORT
        else passage.words
    )
    return Evidence("seats.total", one.claim.value, words, passage.where, sure, because)


_SHORT: Final = 14


def _distinct(found: Iterable[Total]) -> list[Total]:
    first: dict[int, Total] = {}
    for total in found:
        if 0 < total.claim.value <= MOST_SEATS:
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
    proposed, plain, current = (
        [block for block in full if block.role in roles] for roles in (("proposed",), ("",), OLD)
    )
    best = proposed or plain or [block for block in current if block.role != FORMER]
    if not best:
        rest = [block for block in found.blocks if block.role != FORMER]
        return None, rest, current[0] if current else None, current[1:]
    totals = {total.claim.value for total in found.totals}
    first = max(best, key=lambda one: (default(one) in totals, len(one.categories)))
    old = [] if first in current else current
    if proposed and not old:
        old = [one for one in plain if found.blocks.index(one) < found.blocks.index(first)]
    rest = [
        one
        for one in found.blocks
        if one is not first
        and one not in old
        and one.role != FORMER
        and (one.role in (first.role, "") or not (one.full or old or first.role))
    ]
    return first, rest, old[0] if old else None, old[1:]


def _changes(block: Block) -> bool:
    """Whether a block tells how numbers change."""
    return any(seat.item.newer for seat in block.seats)


def default(block: Block) -> int:
    """Give how many seats a block has, each category at its likeliest number."""
    return _together(_choices(block))
