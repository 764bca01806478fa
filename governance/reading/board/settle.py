"""The seats of a board, settled: blocks and totals into one number for each category, and how sure it is."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from governance.model.names import UNKNOWN
from governance.model.table import MOST_SEATS
from governance.reading.board.blocks import FORMER, FULL, Block, Found, Total
from governance.reading.board.choices import ONCE, PASSING, Choice, choices
from governance.reading.evidence import Evidence, Remark

OLD: Final = ("current", FORMER)
FITS: Final = "the seats add up to it, and no word calls it the total"
FROM_SENTENCE: Final = "it is read from a sentence, and no total confirms it"


@attrs.frozen
class Settled:
    """What a board comes to."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def number(self, field: str) -> Any:
        """Give the value of one field, or None."""
        return next((one.value for one in self.evidence if one.field == field), None)


def settle(
    block: Block | None, others: Sequence[Block], totals: Sequence[Total], *, prefix: str = ""
) -> Settled:
    """Settle one block, which others may complete or contradict, against the totals."""
    plain = _distinct(total for total in totals if total.claim.plainly and not total.claim.if_it_fits)
    loose = _distinct(total for total in totals if not total.claim.plainly and not total.claim.if_it_fits)
    perhaps = _distinct(total for total in totals if total.claim.if_it_fits)
    found = choices(block) if block else []
    if sum(one.values[0][0] for one in found if one.values) not in {
        total.claim.value for total in plain or loose
    }:
        found = _completed(found, others, strong=block is not None)
    plain = _parts_together(plain, sum(one.values[0][0] for one in found if one.values))
    wanted = [total.claim.value for total in plain or loose]
    values = _fit(found, wanted)
    if wanted and sum(value[0] for value in values if value) < min(wanted):
        more = _completed(found, others, strong=False)
        if len(more) > len(found) and sum(value[0] for value in _fit(more, wanted) if value) in wanted:
            found, values = more, _fit(more, wanted)
    evidence = [
        _evidence(one, value)
        for one, value in zip(found, values, strict=True)
        if value and value[1] != PASSING
    ]
    evidence, remarks = _against(evidence, others)
    chosen = zip(found, values, strict=True)
    remarks += [_twice(one) for one, value in chosen if value and (value[0] < 0 or value[1].startswith(ONCE))]
    total, said = _total(evidence, _sum(evidence), plain, loose, perhaps)
    evidence += total
    remarks += said
    return Settled(tuple(attrs.evolve(one, field=prefix + one.field) for one in evidence), tuple(remarks))


def _parts_together(plain: list[Total], together: int) -> list[Total]:
    """Make one total of those that a row gives of two lists side by side, where the seats add up to them all."""
    first = plain[0] if plain else None
    if first is None or len(plain) < 2 or any(one.passage is not first.passage for one in plain):  # noqa: PLR2004 - two lists
        return plain
    whole = sum(one.claim.value for one in plain)
    return [attrs.evolve(first, claim=attrs.evolve(first.claim, value=whole))] if whole == together else plain


def _completed(found: Sequence[Choice], others: Sequence[Block], *, strong: bool) -> list[Choice]:
    """Add the categories that only another block has; those said in passing only where `strong` does not forbid it."""
    result = [one for one in found if one.values]
    for other in others:
        known = {one.category for one in result}
        result += [
            one
            for one in choices(other)
            if one.category not in known
            and one.values
            and (not strong or any(not seat.weak and not seat.item.definite for seat in one.seats))
        ]
    return result


def _fit(found: Sequence[Choice], wanted: Sequence[int]) -> list[tuple[int, str] | None]:
    """Take the likeliest number of each, or change one of them where that alone meets a total."""
    values = [one.values[0] if one.values else None for one in found]
    together = sum(value[0] for value in values if value)
    if not wanted or together in wanted or (any(one is None for one in values) and False):
        return values
    for n, one in enumerate(found):
        for value in one.values[1:]:
            if values[n] and together - values[n][0] + value[0] in wanted:  # type: ignore[index]
                return [*values[:n], value, *values[n + 1 :]]
    return values


def _evidence(one: Choice, value: tuple[int, str]) -> Evidence:
    seat = one.seats[0]
    if value[0] < 0:
        return Evidence(
            f"seats.{one.category}", UNKNOWN, seat.passage.words, seat.passage.where, "conflict", value[1]
        )
    if value[0] > MOST_SEATS:
        return Evidence(
            f"seats.{one.category}",
            UNKNOWN,
            seat.passage.words,
            seat.passage.where,
            "conflict",
            "no board has so many",
        )
    return Evidence(
        f"seats.{one.category}",
        value[0],
        seat.passage.words,
        seat.passage.where,
        "inferred" if value[1] else "stated",
        value[1],
    )


def _against(evidence: list[Evidence], others: Sequence[Block]) -> tuple[list[Evidence], list[Remark]]:
    """Compare a board with the other whole lists of the same board."""
    remarks: list[Remark] = []
    result = list(evidence)
    for other in others:
        if not other.full or _changes(other) or len(other.categories) < max(FULL, len(evidence) - 2):
            continue
        for one in choices(other):
            place = next((n for n, own in enumerate(result) if own.field == f"seats.{one.category}"), None)
            if place is None or not one.values or result[place].value in [value for value, _ in one.values]:
                continue
            own, two = result[place], _evidence(one, one.values[0])
            result[place] = attrs.evolve(
                own, value=UNKNOWN, sure="conflict", because=f"another place says: {two.words}"
            )
            says = f"{_named(one.category)}: two lists give different numbers"
            remarks.append(Remark("conflict", says, ((own.words, own.where), (two.words, two.where))))
    return result, remarks


def _sum(evidence: Sequence[Evidence]) -> int | None:
    values = [one.value for one in evidence]
    return sum(values) if values and all(isinstance(value, int) for value in values) else None


def _total(
    evidence: Sequence[Evidence],
    together: int | None,
    plain: list[Total],
    loose: list[Total],
    perhaps: list[Total],
) -> tuple[list[Evidence], list[Remark]]:
    claims = [one for one in plain if not one.claim.notice] or plain or loose
    fitting = [one for one in claims if one.claim.value == together]
    if not fitting and not plain:
        fitting = [one for one in (*loose, *perhaps) if one.claim.value == together and len(evidence) > FULL]
        claims = fitting or claims
    if not claims:
        return [], []
    if fitting and (len(claims) == 1 or fitting[0] in claims):
        one = fitting[0]
        because = (
            FITS
            if one.claim.if_it_fits
            else ""
            if len(claims) == 1
            else "of several totals this is the one the seats add up to"
        )
        made = _total_evidence(one, "inferred" if because else "stated", because)
    elif len(claims) == 1:
        sure = bool(plain)
        made = _total_evidence(
            claims[0],
            "stated" if sure else "inferred",
            "" if sure else "it counts governors, and does not call them the total",
        )
    elif plain:
        made = attrs.evolve(_total_evidence(claims[0], "conflict", "two totals are given"), value=None)
    else:
        return [], []
    remarks = []
    if len(claims) > 1 and plain:
        says = f"Two totals are given: {' and '.join(str(one.claim.value) for one in claims)}"
        remarks.append(
            Remark("conflict", says, tuple((one.passage.words, one.passage.where) for one in claims))
        )
    if made.value is not None and together is not None and made.value != together and len(evidence) >= FULL:
        says = f"The total is given as {made.value}, and the seats add up to {together}"
        quotes = ((made.words, made.where), *dict.fromkeys((one.words, one.where) for one in evidence))
        remarks.append(Remark("conflict", says, quotes))
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
    words = f"{category.replace('_', ' ')} governors"
    return words.replace("head teacher governors", "head teacher").capitalize()


def pick(found: Found) -> tuple[Block | None, list[Block], Block | None, list[Block]]:
    """Pick the block of the board that is wanted, those beside it, and the block of the board before."""
    whole = [block for block in found.blocks if block.full]
    full = [block for block in whole if not _changes(block)] or whole
    proposed = [block for block in full if block.role == "proposed"]
    plain = [block for block in full if not block.role]
    current = [block for block in full if block.role in OLD]
    best = proposed or plain or [block for block in current if block.role != FORMER]
    if not best:
        return (
            None,
            [block for block in found.blocks if block.role != FORMER],
            current[0] if current else None,
            current[1:],
        )
    totals = {total.claim.value for total in found.totals}
    first = max(best, key=lambda one: (sum(default(one)) in totals, len(one.categories)))
    old = [] if first in current else current
    if proposed and not old:
        old = [one for one in plain if found.blocks.index(one) < found.blocks.index(first)]
        plain = [one for one in plain if one not in old]
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


def default(block: Block) -> list[int]:
    """Give the likeliest number of each category of a block."""
    return [one.values[0][0] for one in choices(block) if one.values]
