"""The board a document tells of, and the one there was: which lists of seats and totals belong to which."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import attrs

from governance.documents.reader.changes import ONLY_NEW, changed_seats, without_old_numbers
from governance.documents.reader.co_opted import co_opted_staff
from governance.documents.reader.entries import entries
from governance.documents.reader.lists import Seat, SeatList, seat_lists
from governance.documents.reader.pairing import pairings
from governance.documents.reader.passages import Passage
from governance.documents.reader.rows import counted_rows
from governance.documents.reader.scope import GENERAL
from governance.documents.reader.seats import Settled, settle
from governance.documents.reader.sureness import gated
from governance.documents.reader.totals import Total, totals
from governance.documents.reader.understood import Evidence, Remark

NO_LIST: Final = "the document has no list of seats, and a sentence says so"

_PARTS: Final = (
    (
        "seats.foundation_parent",
        re.compile(r"(?<!\d)(\d+) (?:is|are) eligible as (?:a )?parent governors?", re.IGNORECASE),
    ),
    (
        "seats.extra_foundation",
        re.compile(r"(?<!\d)(\d+) (?:is|are) additional because of sponsors", re.IGNORECASE),
    ),
)
_IN_PASSING: Final = 3
_TO_BE: Final = re.compile(
    r"(?<![a-z])(?:would|will|shall|be|is|are|(?:reduc|increas|fall|ris|drop|grow|shrink|cut|mov|chang)[a-z]*|go|goes)(?![a-z])",
    re.IGNORECASE,
)
_CHANGES: Final = re.compile(
    r"(?:down|up|reduc\w+|increas\w+|fewer|more) by (?:one|two|three|four|five|\d)|(?:governors?|seats) from \w+ to \w+",
    re.IGNORECASE,
)


@attrs.frozen
class Board:
    """What is read of the board, and of the one before it, and the passages, lists and totals it is read from."""

    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    read: tuple[Passage, ...] = ()
    lists: tuple[SeatList, ...] = ()
    before: tuple[SeatList, ...] = ()
    totals: tuple[Total, ...] = ()


def read_board(whole: Sequence[Passage], schools: Sequence[str], taken: Collection[int] = ()) -> Board:
    """Read the seats, the totals and the limit on staff; `schools` are the names of the schools of a federation.

    `taken` are passages that tell of the foundation, whose numbers are no seats of their own.
    """
    whole = without_old_numbers(whole)
    read = [passage for passage in whole if passage.number not in taken or _counts_foundation(passage)]
    lists = [one for one in seat_lists(read) if not _of_boards_at_large(one)]
    stated = totals(read)
    wanted, before = _boards(lists)
    if not wanted and (rows := counted_rows(read)):
        wanted = [rows]
    if wanted:
        wanted = [_completed(wanted, tuple(changed_seats(read))), *wanted[1:]]
        settled, old = _settle(wanted, before, stated)
        settled = attrs.evolve(settled, evidence=gated(settled.evidence, wanted, read))
        old = attrs.evolve(old, evidence=gated(old.evidence, before, read))
    else:
        settled, old = _from_sentences(lists, stated, tuple(changed_seats(read))), Settled()
    settled = _or_paired(settled, whole)
    more = [*_parts(read), *_by_school(wanted, schools), *_second(stated), *co_opted_staff(read)]
    remarks = [*settled.remarks, *old.remarks]
    if not settled.evidence and (changes := _only_changes(read)):
        remarks.append(changes)
    evidence = (*settled.evidence, *old.evidence, *more)
    sources = (tuple(read), (*wanted, *_others(lists, settled)), tuple(before), tuple(stated))
    return Board(evidence, tuple(remarks), *sources)


def _others(lists: Sequence[SeatList], settled: Settled) -> list[SeatList]:
    """Give the lists besides the full ones that gave seats which were settled."""
    places = {one.where for one in settled.evidence}
    return [one for one in lists if not one.full and any(seat.passage.where in places for seat in one.seats)]


def _of_boards_at_large(found: SeatList) -> bool:
    """Whether a list says what boards must have, and not what one has."""
    first = found.seats[0].passage
    return bool(GENERAL.search(first.context) or GENERAL.search(first.text[: found.seats[0].entry.start]))


def _counts_foundation(passage: Passage) -> bool:
    """Whether a line says how many foundation governors there are before those who appoint them are listed."""
    first = next(iter(entries(passage.text)), None)
    return bool(
        passage.opens and first and first.leads and first.count is not None and first.category == "foundation"
    )


def _or_paired(settled: Settled, read: Sequence[Passage]) -> Settled:
    """Where the lists do not come to a board that adds up, take one that does from the words around the numbers.

    It may replace a few seats that are said in passing; a longer list it may only complete, from one passage.
    """
    seats = {one.field: one.value for one in settled.evidence if one.field != "seats.total"}
    known = all(isinstance(value, int) for value in seats.values())
    if seats and known and sum(seats.values()) == settled.number("seats.total"):
        return settled
    for found in pairings(read):
        paired = {f"seats.{category}": count for category, (count, _) in found.seats.items()}
        if found.total is None and seats:
            break
        if paired == seats and settled.number("seats.total") is None:
            return attrs.evolve(settled, evidence=(*settled.evidence, found.evidence[-1]))
        completes = found.together and len(paired) > len(seats) and seats.items() <= paired.items()
        if len(seats) <= _IN_PASSING or completes:
            return Settled(found.evidence, tuple(one for one in settled.remarks if one.kind != "conflict"))
    return settled


def _boards(lists: Sequence[SeatList]) -> tuple[list[SeatList], list[SeatList]]:
    """Part the full lists into those of the board that is wanted and those of the board before it."""
    full = [one for one in lists if one.full]
    proposed = [one for one in full if one.role == "proposed"]
    current = [one for one in full if one.role == "current"]
    plain = [one for one in full if not one.role]
    if proposed:
        first = proposed[0].seats[0].passage.number
        if not current:
            current = [
                one for one in plain if one.seats[0].passage.number < first and _differs(one, proposed[0])
            ]
        return [*proposed, *(one for one in plain if one not in current)], current
    if plain:
        return plain, current
    if current and (new := [one for one in lists if one.role == "proposed" and one.counted]):
        return [_inferred(one, ONLY_NEW) for one in new], current
    return current, []


def _completed(wanted: Sequence[SeatList], changed: Sequence[Seat]) -> SeatList:
    """Add to the first list the categories of which only a sentence tells how many there are to be."""
    known = {seat.entry.category for one in wanted for seat in one.seats if seat.entry.count is not None}
    more = {
        seat.entry.category: seat
        for seat in changed
        if seat.entry.category not in known and _TO_BE.search(seat.passage.text)
    }
    kept = (seat for seat in wanted[0].seats if seat.entry.category not in more)
    return attrs.evolve(wanted[0], seats=(*kept, *more.values()))


def _differs(one: SeatList, other: SeatList) -> bool:
    counts = [{seat.entry.category: seat.entry.count for seat in each.seats} for each in (one, other)]
    return counts[0] != counts[1]


def _settle(wanted: list[SeatList], before: list[SeatList], stated: list[Total]) -> tuple[Settled, Settled]:
    """Settle both boards; a total that says of neither which it is belongs to the one that it fits."""
    new_totals = [total for total in stated if total.role != "current" or not before]
    settled = settle(wanted, new_totals)
    if not before:
        return settled, Settled()
    old = settle(before, [total for total in stated if total.role == "current"], prefix="current.")
    old_sum, new_sum = _sum(old, "current.seats."), _sum(settled, "seats.")
    fits_old = [total for total in new_totals if not total.role and total.value == old_sum != new_sum]
    if fits_old:
        settled = settle(wanted, [total for total in new_totals if total not in fits_old])
        if old.number("current.seats.total") is None:
            old = settle(before, fits_old, prefix="current.")
    return settled, old


def _sum(settled: Settled, prefix: str) -> int | None:
    values = [
        one.value
        for one in settled.evidence
        if one.field.startswith(prefix) and not one.field.endswith(".total")
    ]
    return sum(values) if values and all(isinstance(value, int) for value in values) else None


def _inferred(found: SeatList, because: str) -> SeatList:
    seats = tuple(
        attrs.evolve(seat, entry=attrs.evolve(seat.entry, sure="inferred", because=because))
        for seat in found.seats
        if seat.entry.form in ("number first", "label first")
    )
    return attrs.evolve(found, seats=seats)


def _from_sentences(lists: Sequence[SeatList], stated: list[Total], changed: tuple[Seat, ...]) -> Settled:
    """Read what single sentences say, where there is no list of seats."""
    seats = tuple(seat for one in lists if one.role != "current" for seat in _inferred(one, NO_LIST).seats)
    told = {seat.entry.category for seat in seats}
    seats += tuple(seat for seat in changed if seat.entry.category not in told)
    return settle([SeatList(seats)] if seats else [], [total for total in stated if total.role != "current"])


def _second(stated: Sequence[Total]) -> Iterator[Evidence]:
    found = [total for total in stated if total.without_head]
    if found and len({total.value for total in found}) == 1:
        yield Evidence(
            "second_total", found[0].value, found[0].passage.words, found[0].passage.where, "stated"
        )


def _parts(read: Sequence[Passage]) -> Iterator[Evidence]:
    for passage in read:
        for field, pattern in _PARTS:
            if match := pattern.search(passage.text):
                yield Evidence(field, int(match[1][:3]), passage.words, passage.where, "stated")


def _by_school(wanted: Sequence[SeatList], schools: Sequence[str]) -> Iterator[Evidence]:
    """Read for which school of the federation some seats are."""
    for seat in wanted[0].seats if wanted and schools else ():
        if seat.entry.category not in ("parent", "foundation"):
            continue
        after = seat.passage.words[seat.entry.end :]
        for place, name in enumerate(schools):
            match = re.search(rf"(?:(\d{{1,3}}) (?:is|are)|^,) for {re.escape(name)}(?!\w)", after)
            count: Any = int(match[1]) if match and match[1] else seat.entry.count if match else None
            if count is not None:
                yield Evidence(
                    f"schools.{place}.seats.{seat.entry.category}",
                    count,
                    seat.passage.words,
                    seat.passage.where,
                    "stated",
                )


def _only_changes(read: Sequence[Passage]) -> Remark | None:
    for passage in read:
        if _CHANGES.search(passage.text):
            says = "Only the changes are given, and not how many seats there are"
            return Remark("note", says, ((passage.words, passage.where),))
    return None
