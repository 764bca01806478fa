"""The seats that are left open: what was not understood, or nobody wrote, never decides a verdict."""

import contextlib
import datetime
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from governance.answers.check import check
from governance.answers.space.space import Space, laws, of_wish
from governance.answers.space.wishes import Wish
from governance.errors import CannotTellError, ProposalError
from governance.law import book_for
from governance.model import Proposal, parse
from governance.model.names import CO_OPTED_STAFF, SEATS, UNKNOWN
from governance.reading.board.items import ROWS
from governance.reading.board.settle import COUNTED, FITS
from governance.reading.board.unread import TOTAL, confirmed
from governance.reading.evidence import Evidence, Unread, tables
from governance.reading.intake.transcript import Where

NOT_MENTIONED: Final = "no line tells of it, and no total shows that it has no seats"
CONTRADICTED: Final = "the total that is given is not the sum of the seats that were read"
UNIT: Final = "pupil referral unit"
"""It has a management committee, in which no seat is the head teacher's."""
HEAD_AMONG: Final = "the head teacher is not named, and may be one of the staff governors"
BESIDE: Final = "a line that was not understood may be of it"
PERMITS: Final = "the document lets more of them be staff than the law may allow"

_MOST: Final = "co_opted_staff_most"
_FIELDS: Final = tuple(f"seats.{seat}" for seat in SEATS)


def doubted(evidence: Sequence[Evidence], unread: Sequence[Unread]) -> list[Evidence]:
    """Open the seats of which it cannot be told how many there are."""
    read = {one.field: one.value for one in evidence if one.field in _FIELDS}
    numbers = [field for field, value in read.items() if isinstance(value, int)]
    if not numbers:
        return list(evidence)
    evidence = _staff_alone(evidence)
    absent = [field for field in _FIELDS if field not in read]
    contradicted = _contradicted(evidence, unread)
    wanted: dict[str, Evidence] = {}
    for line in unread:
        for field in (one for one in line.seats if one in _FIELDS):
            wanted.setdefault(field, _open(field, line, line.why))
    nameless = next((line for line in unread if not set(line.seats) & {*_FIELDS, TOTAL}), None)
    if (about := nameless or (None if wanted else contradicted)) is not None:
        why = BESIDE if nameless else CONTRADICTED
        for field in _possible(absent, evidence) or _possible(numbers, evidence) or numbers:
            never = nameless is None and field in absent
            wanted.setdefault(field, _open(field, about, NOT_MENTIONED if never else why))
    total = next((one for one in evidence if one.field == TOTAL and one.because not in (FITS, COUNTED)), None)
    if total is not None and not confirmed(evidence):
        # What we counted stands in no words, and the total speaks against it.
        ours = [one.field for one in evidence if one.because == ROWS]
        wanted |= {field: _open(field, total, CONTRADICTED) for field in ours}
    result = _with(evidence, wanted)
    if not confirmed(evidence):
        result = _by_law(result, absent, next(iter(unread), None), contradicted)
    return _staff_permitted(result)


def _staff_alone(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Infer the staff where no head is named, who may be one of them; where that breaks the law, know neither."""
    found = {one.field: one for one in evidence}
    staff = found.get("seats.staff")
    unit = any(one.field == "school.category" and one.value == UNIT for one in evidence)
    several = staff is not None and isinstance(staff.value, int) and staff.value > 1
    if staff is None or not several or unit or "seats.head_teacher" in found:
        return list(evidence)
    doubtful = staff if staff.because else attrs.evolve(staff, sure="inferred", because=HEAD_AMONG)
    told = _with(evidence, {staff.field: doubtful})
    both = (staff.field, "seats.head_teacher")
    return (
        _with(told, {field: _open(field, staff, HEAD_AMONG) for field in both}) if _breaches(told) else told
    )


def _open(field: str, about: Evidence | Unread | None, because: str) -> Evidence:
    words, where = (about.words, about.where) if about else ("", Where())
    return Evidence(field, UNKNOWN, words, where, "unread", because)


def _with(evidence: Sequence[Evidence], wanted: Mapping[str, Evidence]) -> list[Evidence]:
    """Put open seats in the place of those that were read; what two places give differently is open as it is."""
    there = {one.field for one in evidence}
    opened = [one if one.value == UNKNOWN else wanted.get(one.field, one) for one in evidence]
    return [*opened, *(one for field, one in wanted.items() if field not in there)]


def _contradicted(evidence: Sequence[Evidence], unread: Sequence[Unread]) -> Evidence | None:
    """Give the total that is not the sum of the seats, where every line of the board was understood, or that cannot be read."""
    if line := next((line for line in unread if TOTAL in line.seats), None):
        return Evidence(TOTAL, None, line.words, line.where, "unread", line.why)
    counts = [one.value for one in evidence if one.field in _FIELDS]
    total = next((one for one in evidence if one.field == TOTAL and isinstance(one.value, int)), None)
    known = not unread and all(isinstance(count, int) for count in counts)
    return total if total and known and sum(counts) != total.value else None


def _by_law(
    evidence: list[Evidence], absent: Sequence[str], unread: Unread | None, contradicted: Evidence | None
) -> list[Evidence]:
    """Open the categories that nobody mentioned so far as a breach would come of it, and all of them where that is not enough."""
    if not _breaches(evidence):
        return evidence
    there = {one.field for one in evidence}
    nowhere = {field: _open(field, None, NOT_MENTIONED) for field in absent if field not in there}
    evidence, least = _fewest(evidence, nowhere)
    doubt = unread or contradicted
    if not least or doubt is None:
        return evidence
    everything = {field: _open(field, doubt, CONTRADICTED if contradicted else BESIDE) for field in _FIELDS}
    opened, left = _fewest(evidence, everything)
    return [one for one in _with(evidence, everything) if one.field != TOTAL] if left else opened


def _fewest(evidence: list[Evidence], openings: Mapping[str, Evidence]) -> tuple[list[Evidence], set[str]]:
    """Open as few of these seats as are needed for the fewest breaches; and say which breaches are left."""
    least = _breaches(_with(evidence, openings))
    for field in list(openings):
        fewer = {name: one for name, one in openings.items() if name != field}
        if _breaches(_with(evidence, fewer)) == least:
            openings = fewer
    return _with(evidence, openings), least


def _staff_permitted(evidence: list[Evidence]) -> list[Evidence]:
    """Open the co-opted seats where the document lets so many of them be staff that the law would be broken."""
    found = {one.field: one for one in evidence}
    most, co_opted = found.get(_MOST), found.get("seats.co_opted")
    if most and co_opted and isinstance(co_opted.value, int) and most.value <= co_opted.value:
        filled = attrs.evolve(most, field=f"seats.{CO_OPTED_STAFF}")
        if not _breaches([*evidence, filled]) <= _breaches(evidence):
            return _with(evidence, {"seats.co_opted": _open("seats.co_opted", most, PERMITS)})
    return evidence


def _possible(fields: Sequence[str], evidence: Sequence[Evidence]) -> list[str]:
    """Keep the categories that have another number on some lawful board; all where the law cannot be asked."""
    try:
        proposal = parse(tables(evidence))
        spaces = [Space.of(laws(book_for(proposal, day), {})) for day in _days(proposal)]
    except (ProposalError, CannotTellError):
        return list(fields)
    counts = {f"seats.{seat}": count for seat, count in proposal.seats.counts().items()}
    kept = []
    for field in fields:
        seat, count = field.removeprefix("seats."), counts[field]
        read = count if isinstance(count, int) else 0
        others = [Wish(seat, read + 1, None), *([Wish(seat, 0, read - 1)] if read else [])]
        if any(space.also(*of_wish(wish)).first() for space in spaces for wish in others):
            kept.append(field)
    return kept


def _breaches(evidence: Sequence[Evidence]) -> set[str]:
    """Name the rules that are broken on the day of the instrument, or today; none where that cannot be told."""
    found: set[str] = set()
    with contextlib.suppress(ProposalError):
        proposal = parse(tables(evidence))
        for day in _days(proposal):
            with contextlib.suppress(CannotTellError):
                found |= {one.rule for one in check(proposal, on=day).of("unlawful", "breached")}
    return found


def _days(proposal: Proposal) -> set[datetime.date]:
    """Give the day of the instrument, where it is known, and today."""
    instrument = proposal.instrument
    today = datetime.date.today()  # noqa: DTZ011
    return {instrument.effective_on or instrument.made_on or today, today}
