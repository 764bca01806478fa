"""The seats of a board, settled: a list of lines and the stated totals into one number for each category."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS
from governance.documents.reader.lists import Seat, SeatList
from governance.documents.reader.numbers import numbers
from governance.documents.reader.totals import Total
from governance.documents.reader.understood import Evidence, Remark
from governance.model.names import UNKNOWN
from governance.model.table import MOST_SEATS

FITS: Final = "the seats add up to it, and no word calls it the total"

_FEW: Final = 3
_OF_STAFF: Final = re.compile(r"(?<![a-z])(?:teaching|support)(?![a-z])", re.IGNORECASE)
"""Two sorts of staff that have a line each are both counted, whatever the total says."""
_BY_WHOM: Final = re.compile(
    r"[\s):,-]*(?:(?:are|is|shall be|to be)\s+)?(?:appointed|nominated|chosen) by", re.IGNORECASE
)


@attrs.frozen
class Settled:
    """What a board's lists come to: evidence for each category and the total, and what there is to say of it."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def number(self, field: str) -> Any:
        """Give the value of one field, or None."""
        return next((one.value for one in self.evidence if one.field == field), None)


def settle(lists: Sequence[SeatList], stated: Sequence[Total], *, prefix: str = "") -> Settled:
    """Settle the lists that tell of one board; `prefix` is the table its fields belong to ("current.")."""
    plainly = _distinct(total for total in stated if total.plainly and not total.without_head)
    loosely = _distinct(total for total in stated if not total.plainly and not total.if_it_fits)
    perhaps = _distinct(total for total in stated if total.if_it_fits)
    wanted = {total.value for total in plainly or loosely}
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    if lists:
        main, *others = sorted(lists, key=lambda one: -len(one.counted))
        found, said = _one_list(main, wanted)
        compared = [one for one in others if _comparable(one, main)]
        other_values = [_one_list(one, wanted)[0] for one in compared]
        evidence, more = _agreed(found, other_values)
        remarks = [*said, *more]
    total, more = _total(evidence, plainly, loosely)
    if not plainly and not _fits(evidence, total):
        total = _fitting(evidence, perhaps) or total
    evidence += total
    remarks += more
    if not prefix:
        return Settled(tuple(evidence), tuple(remarks))
    return Settled(tuple(attrs.evolve(one, field=prefix + one.field) for one in evidence), tuple(remarks))


def _fits(evidence: Sequence[Evidence], total: Sequence[Evidence]) -> bool:
    known = [one.value for one in evidence if isinstance(one.value, int)]
    return any(one.value == sum(known) for one in total)


def _fitting(evidence: Sequence[Evidence], perhaps: Sequence[Total]) -> list[Evidence]:
    """Take the one number in a sentence about the board that the seats of a whole list add up to."""
    values = [one.value for one in evidence]
    if len(values) <= _FEW or not all(isinstance(value, int) for value in values):
        return []
    return [_total_evidence(one, "inferred", FITS) for one in perhaps if one.value == sum(values)]


def _comparable(one: SeatList, main: SeatList) -> bool:
    """Whether another list tells of the whole board too."""
    return one.full and len(one.counted) >= max(3, len(main.counted) - 2)


def _one_list(found: SeatList, wanted: set[int]) -> tuple[list[Evidence], list[Remark]]:
    seats: dict[str, list[Seat]] = {}
    remarks: list[Remark] = []
    for seat in found.seats:
        category = seat.entry.category
        if category == NOT_GOVERNORS:
            continue
        before = seats.setdefault(category, [])
        if seat.entry.definite and not before and len(found.counted) > _FEW:
            continue
        if before and _says_by_whom(category, seat) and not _says_by_whom(category, before[0]):
            continue
        if before and seat.entry.definite:
            if seat.entry.count is not None and seat.entry.count != sum(
                one.entry.count or 0 for one in before
            ):
                says = f"{_words(category)}: a later sentence speaks of another number than the list"
                remarks.append(Remark("conflict", says, (_quote(before[0]), _quote(seat))))
            continue
        if before and seat.entry.form == "named" and category != EX_OFFICIO and _same_line(before[0], seat):
            continue
        before.append(seat)
    seats = {category: own for category, own in seats.items() if own}
    evidence: list[Evidence] = []
    for category, own in seats.items():
        if category == EX_OFFICIO or all(seat.entry.count is None for seat in own):
            continue
        others = sum(_least(two) for name, two in seats.items() if name != category)
        made, remark = _category(category, own, {value - others for value in wanted})
        evidence.append(made)
        remarks += remark
    return _with_ex_officio(evidence, seats.get(EX_OFFICIO, []), wanted), remarks


def _says_by_whom(category: str, seat: Seat) -> bool:
    """Whether a line that comes after the list says who appoints some of those it gave."""
    return category == "foundation" and bool(_BY_WHOM.match(seat.passage.text, seat.entry.end))


def _same_line(one: Seat, other: Seat) -> bool:
    return one.passage.number == other.passage.number


def _least(own: list[Seat]) -> int:
    return max((seat.entry.count or 0 for seat in own), default=0)


def _category(category: str, own: list[Seat], fits: set[int]) -> tuple[Evidence, list[Remark]]:
    """Settle one category, given what would fit the stated total."""
    known = [seat for seat in own if seat.entry.count is not None]
    counts = [seat.entry.count or 0 for seat in known]
    first = known[0]
    if len(known) == 1:
        if first.entry.vacant and counts[0] - first.entry.vacant in fits:
            return _evidence(category, counts[0] - first.entry.vacant, first, "stated", ""), []
        if (count := counts[0]) <= MOST_SEATS and len(own) == 1:
            return _evidence(category, count, first, first.entry.sure, first.entry.because), []
        if counts[0] in fits:
            return _evidence(
                category, counts[0], first, "inferred", "the stated total has room for so many"
            ), []
        return _evidence(category, UNKNOWN, first, "conflict", "another line gives no exact number"), [
            _twice(category, own)
        ]
    together = sum(counts)
    quotes = "; ".join(_quote(seat)[0] for seat in known)
    if len(set(counts)) == 1 and counts[0] in fits:
        because = f"listed twice, and the stated total has room for one of the two: {quotes}"
        return _evidence(category, counts[0], first, "inferred", because), [_twice(category, known)]
    if together in fits:
        return _evidence(
            category, together, first, "inferred", f"added up, as the stated total has it: {quotes}"
        ), []
    apart = len({_bare(seat) for seat in known}) == len(known)
    if apart and (not fits or all(_OF_STAFF.search(seat.passage.text) for seat in known)):
        return _evidence(category, together, first, "inferred", f"added up from several lines: {quotes}"), []
    return _evidence(category, UNKNOWN, first, "conflict", quotes), [_twice(category, known)]


def _bare(seat: Seat) -> str:
    """The words on some seats without their number and without what singular and plural change."""
    text, entry = seat.passage.text, seat.entry
    words = re.split(r"[,;.]", text[entry.end :], maxsplit=1)[0]
    own = text[entry.start : entry.end]
    for number in reversed(numbers(own)):
        own = own[: number.start] + own[number.end :]
    return re.sub(r"[^a-z]+|s\b", "", f"{own} {words}".lower())


def _with_ex_officio(evidence: list[Evidence], own: list[Seat], wanted: set[int]) -> list[Evidence]:
    """Count an ex officio seat that stands on a line of its own among the foundation governors."""
    count = sum(seat.entry.count or 0 for seat in own)
    if not count:
        return evidence
    place = next((n for n, one in enumerate(evidence) if one.field == "seats.foundation"), None)
    alone = all(isinstance(one.value, int) for one in evidence)
    without = sum(one.value for one in evidence) if alone else None
    because = "the ex officio seat has a line of its own, and is a foundation seat"
    if place is None:
        return [*evidence, _evidence("foundation", count, own[0], "inferred", because)]
    foundation = evidence[place]
    if without in wanted or not isinstance(foundation.value, int):
        within = "the stated total has no room for the ex officio seat besides"
        changed = attrs.evolve(foundation, sure="inferred", because=within)
    else:
        changed = attrs.evolve(foundation, value=foundation.value + count, sure="inferred", because=because)
    return [*evidence[:place], changed, *evidence[place + 1 :]]


def _agreed(found: list[Evidence], others: list[list[Evidence]]) -> tuple[list[Evidence], list[Remark]]:
    """Compare a list with the other lists of the same board."""
    result, remarks = [], []
    for one in found:
        differing = [
            two for other in others for two in other if two.field == one.field and two.value != one.value
        ]
        if not differing:
            result.append(one)
            continue
        because = f"another place says: {differing[0].words}"
        result.append(attrs.evolve(one, value=UNKNOWN, sure="conflict", because=because))
        says = f"{_words(one.field.removeprefix('seats.'))}: two lists give different numbers"
        remarks.append(
            Remark("conflict", says, ((one.words, one.where), (differing[0].words, differing[0].where)))
        )
    known = {one.field for one in found}
    for other in others:
        for two in other:
            if two.field not in known:
                known.add(two.field)
                result.append(two)
    return result, remarks


def _total(
    evidence: list[Evidence], plainly: list[Total], loosely: list[Total]
) -> tuple[list[Evidence], list[Remark]]:
    values = [one.value for one in evidence]
    adds_up = sum(values) if values and all(isinstance(value, int) for value in values) else None
    claims = plainly or loosely
    if not claims:
        return [], []
    fitting = [claim for claim in claims if claim.value == adds_up]
    if len(claims) == 1:
        sure = "stated" if plainly or fitting else "inferred"
        because = "" if sure == "stated" else "it counts governors, and does not call them the total"
        made = _total_evidence(claims[0], sure, because)
    elif fitting:
        made = _total_evidence(
            fitting[0], "inferred", "of several totals this is the one the seats add up to"
        )
    else:
        made = None
    remarks = []
    if len(claims) > 1 and plainly:
        says = f"Two totals are given: {' and '.join(str(claim.value) for claim in claims)}"
        remarks.append(
            Remark("conflict", says, tuple((claim.passage.words, claim.passage.where) for claim in claims))
        )
    if made is None:
        if plainly:
            return [
                attrs.evolve(
                    _total_evidence(claims[0], "stated", ""),
                    value=None,
                    sure="conflict",
                    because="two totals are given",
                )
            ], remarks
        return [], remarks
    if adds_up is not None and made.value != adds_up and len(evidence) >= 3:  # noqa: PLR2004 - fewer are no list of a board
        says = f"The total is given as {made.value}, and the seats add up to {adds_up}"
        quotes = ((made.words, made.where), *dict.fromkeys((one.words, one.where) for one in evidence))
        remarks.append(Remark("conflict", says, quotes))
    return [made], remarks


def _distinct(found: Iterable[Total]) -> list[Total]:
    first: dict[int, Total] = {}
    for total in found:
        if 0 < total.value <= MOST_SEATS:
            first.setdefault(total.value, total)
    return list(first.values())


def _total_evidence(claim: Total, sure: Any, because: str) -> Evidence:
    words = (
        f"{claim.passage.under.words} {claim.passage.words}"
        if claim.passage.under and _only_number(claim)
        else claim.passage.words
    )
    return Evidence("seats.total", claim.value, words, claim.passage.where, sure, because)


def _only_number(claim: Total) -> bool:
    return len(claim.passage.text) <= _SHORT


_SHORT: Final = 14


def _evidence(category: str, value: Any, seat: Seat, sure: Any, because: str) -> Evidence:
    return Evidence(f"seats.{category}", value, _quote(seat)[0], seat.passage.where, sure, because)


def _twice(category: str, own: list[Seat]) -> Remark:
    return Remark(
        "conflict",
        f"{_words(category)}: the list gives them more than once",
        tuple(_quote(seat) for seat in own),
    )


def _quote(seat: Seat) -> tuple[str, Any]:
    return (seat.words, seat.passage.where)


def _words(category: str) -> str:
    return f"{category.replace('_', ' ')} governors".replace(
        "head teacher governors", "head teacher"
    ).capitalize()
