"""The lines on the board that were not understood: nothing unread counts as no seats.

This looks at what is left when everything was read, and knows nothing of how it was read. A line of the part of a
document that tells of the board gave seats or another value, or is set aside for a reason that can be named (who appoints,
who is no governor, a heading, a blank), or it is listed here with the seats that it leaves open.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.co_opted import staff_unread
from governance.documents.reader.counting import NOT_A_TOTAL
from governance.documents.reader.days import days
from governance.documents.reader.entries import entries
from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, labels
from governance.documents.reader.lists import SeatList, is_appointer_line, is_no_list
from governance.documents.reader.numbers import numbers, value_of
from governance.documents.reader.passages import Passage
from governance.documents.reader.people import BECAUSE as PEOPLE
from governance.documents.reader.rows import BECAUSE as ROWS
from governance.documents.reader.tables import cells_of
from governance.documents.reader.totals import Total, leads_to_total
from governance.documents.reader.understood import Evidence, Unread
from governance.model.names import SEATS

TOTAL: Final = "seats.total"
RANGE: Final = "it gives a limit or a range, and no number"
NO_TOTAL: Final = "the total cannot be read"
LINE: Final = "it was not understood"

_TAIL: Final = 3
_LONGEST_ITEM: Final = 80
_NEAR: Final = 4
_FEWEST: Final = 3
_QUANTITY: Final = re.compile(
    r"(?<![\w.])\d[\d,]*(?![\w%])|(?<![a-z])(?:an?|several|some|few|many|couple|pair|dozen|half|hundred|thousand|score|single|sole)(?![a-z])",
    re.IGNORECASE,
)
_HOLDER: Final = (
    r"(?:governors?|members?|representatives?|reps?|nominees?|appointees?|seats?|places?|positions?|people|persons?|posts?)"
)
_OF_PEOPLE: Final = re.compile(rf"(?<![a-z]){_HOLDER}(?![a-z])", re.IGNORECASE)
_MEANS_SEATS: Final = re.compile(rf"[^,;.()]*?(?<![a-z]){_HOLDER}(?![a-z])", re.IGNORECASE)
_SOME_OF: Final = re.compile(r"\s+of (?:the|these|those|our|its|them|whom|which)(?![a-z])", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NONE: Final = re.compile(r"[\W_]*(?:(?:n/?a|none|nil|no|not applicable|there are)(?![a-z])[\W_]*)*", re.IGNORECASE)
_ANOTHER: Final = re.compile(r"quor|vacan|meeting|regulation|schedule\b|committee of", re.IGNORECASE)
_BIG: Final = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,?\d{3})+(?![\w/-])")
_CLAUSE_ENDS: Final = re.compile(r"[.;:]\s|[,;]")
_SETS_ASIDE: Final = re.compile(
    r"terms?\b|years?\b|months?\b|quor|vacan|meeting|regulation|schedule\b|(?:signed|sealed|dated|made|copy|effect|instrument|chair|clerk|associate|observer)(?![a-z])|committee of",
    re.IGNORECASE,
)
"""What a line is about that tells of no seats: a term, a quorum, the law, the making of the paper."""


@attrs.frozen
class _Used:
    """What gave values: spans of each passage that gave seats, and the passages that gave a total or something else."""

    spans: dict[int, list[tuple[int, int]]]
    counts: dict[int, int]
    seats: dict[str, int]
    totals: dict[int, set[int]]
    others: frozenset[int]


def unread_lines(
    read: Sequence[Passage],
    lists: Sequence[SeatList],
    before: Sequence[SeatList],
    totals: Sequence[Total],
    evidence: Sequence[Evidence],
    taken: "frozenset[int] | set[int]",
) -> list[Unread]:
    """List what was not understood; `lists` are of the board that is wanted, `before` of the one it replaces.

    Where a stated total is the sum of the seats, only an item of the list that gives a number of its own is listed: what
    else is left over explains seats that the total confirms.
    """
    used = _used(read, lists, before, totals, evidence, taken)
    board = _board(read, lists, used)
    certain = confirmed(evidence)
    found: list[Unread] = []
    for passage in read:
        inside = passage.number in board
        if passage.number in used.others or is_appointer_line(passage) or passage.role == "current":
            continue
        if passage.number in used.spans:
            found += [] if certain or cells_of(passage) else _left_over(passage, used)
        elif certain:
            found += _item(passage) if inside else ()
        else:
            found += _inside(passage, board[passage.number]) if inside else _outside(passage, used)
    found += staff_unread(read)
    return found if certain else [*found, *_totals(read, totals)]


def clauses_unread(
    read: Sequence[Passage], evidence: Sequence[Evidence], taken: "frozenset[int] | set[int]"
) -> Iterator[Evidence]:
    """Find the clauses that say who appoints, or what the ethos is, in words that were not understood."""
    told = {(one.where, one.words) for one in evidence}
    for key, about, no in _CLAUSES:
        if any(one.field.startswith(key) for one in evidence):
            continue
        for passage in read:
            used = any(where == passage.where and passage.words in words for where, words in told)
            if about.search(passage.text) and not no.search(passage.text) and not used and passage.number not in taken:
                yield Evidence(key, None, passage.words, passage.where, "unread", LINE)
                break


_CLAUSES: Final = (
    (
        "foundation.appointers",
        re.compile(r"(?=.*(?:foundation|trust) governor)(?=.*(?:appoint|nominat|vested|entitled))", re.IGNORECASE),
        re.compile(r"ex[ -]?officio|substitute", re.IGNORECASE),
    ),
    (
        "ethos.description",
        re.compile(
            r"(?=.{80})(?=.*(?:religious|ethos|christian|catholic|church|faith|gospel))(?=.*(?:school|it) (?:will|shall|is to|aims|seeks|was founded|is part))",
            re.IGNORECASE,
        ),
        re.compile(r"governor|instrument of", re.IGNORECASE),
    ),
)
"""What an instrument states in a clause of its own: its key, what such a clause speaks of, and what makes it another."""


def confirmed(evidence: Sequence[Evidence]) -> bool:
    """Whether a total that the document states is the sum of the seats that were read."""
    seats = {one.field: one for one in evidence if re.fullmatch(r"seats\.[a-z_]+", one.field)}
    total = seats.get(TOTAL)
    counts = [one.value for field, one in seats.items() if field.partition(".")[2] in SEATS]
    known = bool(counts) and all(isinstance(count, int) for count in counts)
    return known and total is not None and total.sure != "conflict" and total.value == sum(counts)


def _used(
    read: Sequence[Passage],
    lists: Sequence[SeatList],
    before: Sequence[SeatList],
    totals: Sequence[Total],
    evidence: Sequence[Evidence],
    taken: "frozenset[int] | set[int]",
) -> _Used:
    spans: dict[int, list[tuple[int, int]]] = {}
    counts: dict[int, int] = {}
    for one in (*lists, *before):
        for seat in one.seats:
            spans.setdefault(seat.passage.number, []).append((seat.entry.start, seat.entry.end))
            counts[seat.passage.number] = counts.get(seat.passage.number, 0) + (seat.entry.count or 0)
    told = {(one.where, one.words) for one in evidence}
    others = {
        passage.number
        for passage in read
        if any(where == passage.where and passage.words in words for where, words in told)
    }
    of_totals: dict[int, set[int]] = {}
    for total in totals:
        of_totals.setdefault(total.passage.number, set()).add(total.value)
        others |= {total.passage.number} - ({total.passage.number} if total.if_it_fits else set())
    seats = {one.field.partition(".")[2]: one.value for one in evidence if one.field.startswith("seats.")}
    return _Used(spans, counts, seats, of_totals, frozenset({*others, *taken} - spans.keys()))


def _board(read: Sequence[Passage], lists: Sequence[SeatList], used: _Used) -> dict[int, bool]:
    """Give the passages of the lists, and whether each is an item for certain.

    They are those from the first that gives seats to the last, and those that still stand under the same lead-in.
    """
    inside: dict[int, bool] = {}
    for one in lists:
        if any(seat.entry.because in (ROWS, PEOPLE) for seat in one.seats):
            continue
        numbered = {seat.passage.number: seat.passage for seat in one.seats}
        first, last = min(numbered), max(numbered)
        lead, mark = numbered[last].under, numbered[last].line.mark
        inside |= dict.fromkeys(range(first, last + 1), True)
        for passage in (one for one in read if last < one.number <= last + _TAIL):
            if passage.under is not lead or passage.opens or passage.number in used.others:
                break
            inside.setdefault(passage.number, bool(mark and passage.line.mark))
        if lead is not None:
            inside |= {one.number: False for one in read if lead.number < one.number < first}
    return inside


def _item(passage: Passage) -> Iterator[Unread]:
    """Read a line that begins with a number of people, or with a category and a limit."""
    found = entries(passage.text)
    named = labels(passage.text)
    if passage.opens or cells_of(passage) or (named and named[0].category == NOT_GOVERNORS):
        return
    limits = [one.category for one in found if one.form == "limit" and one.start <= _NEAR]
    counted = [one for one in numbers(passage.text) if one.kind in ("count", "bound", "unsure")]
    if limits:
        yield _unread(passage, RANGE, limits)
    elif counted and counted[0].start <= _NEAR and _speaks(passage.text):
        yield _unread(passage, LINE, [one.category for one in named])


def _inside(passage: Passage, certainly: bool) -> Iterator[Unread]:
    named = labels(passage.text)
    if passage.opens or not _LETTERS.search(passage.text) or _says_none(passage.text) or _goes_on(passage):
        return
    if cells_of(passage) and not (named or any(value_of(cell) is not None for cell in cells_of(passage))):
        return
    if named and named[0].category == NOT_GOVERNORS:
        return
    limits = [one.category for one in entries(passage.text) if one.form == "limit"]
    if limits and not _explains(passage.text):
        yield _unread(passage, RANGE, limits)
    elif _speaks(passage.text) and (certainly or len(passage.text) <= _LONGEST_ITEM or entries(passage.text)):
        yield _unread(passage, LINE, [one.category for one in named])
    elif certainly and not _SETS_ASIDE.search(passage.text) and len(passage.text) <= _LONGEST_ITEM:
        yield _unread(passage, LINE, [one.category for one in named])


def _goes_on(passage: Passage) -> bool:
    """Whether a line is only the rest of the one before it: small letters, and neither a number nor a category."""
    text = passage.text
    return not passage.line.mark and text[:1].islower() and not numbers(text) and not labels(text)


def _outside(passage: Passage, used: _Used) -> Iterator[Unread]:
    """Find a line elsewhere that begins with seats which were not taken, and are not those that were."""
    found = [one for one in entries(passage.text) if one.leads and one.category != NOT_GOVERNORS]
    exact = [
        one.category
        for one in found
        if one.form in ("number first", "label first") and used.seats.get(one.category) != one.count
    ]
    if exact and len(used.seats) >= _FEWEST and not _SETS_ASIDE.search(passage.text) and not is_no_list(passage.text):
        yield _unread(passage, LINE, exact)


def _says_none(text: str) -> bool:
    """Whether a line says that a category has no seats: "Sponsor governors: N/A"."""
    found = labels(text)
    return bool(found) and bool(_NONE.fullmatch(text[found[-1].end :])) and bool(_NONE.fullmatch(text[: found[0].start]))


def _left_over(passage: Passage, used: _Used) -> list[Unread]:
    """Find the numbers of people, and the limits, that a line gives besides its seats."""
    text = passage.text
    for day in days(text):
        text = text[: day.start] + "_" * (day.end - day.start) + text[day.end :]
    spans = used.spans[passage.number]
    left = [
        one
        for one in numbers(text)
        if one.kind != "part"
        and one.value not in used.totals.get(passage.number, ())
        and not any(start <= one.start < end or one.start <= start < one.end for start, end in spans)
    ]
    exact = all(one.kind == "count" for one in left)
    if exact and sum(one.value for one in left) in (0, used.counts[passage.number]):
        return []
    for one in left:
        clause = _clause(text, one.start, one.end)
        own = text[one.start : one.end + len(clause)]
        if _speaks(clause) and _MEANS_SEATS.match(own):
            return [_unread(passage, RANGE if one.kind == "bound" else LINE, [label.category for label in labels(clause)])]
    return []


def _clause(text: str, start: int, end: int) -> str:
    """Give the words around a number, from the sign before it to the next."""
    begins = max((one.end() for one in _CLAUSE_ENDS.finditer(text, 0, start)), default=0)
    stop = _CLAUSE_ENDS.search(text, end)
    return text[begins : stop.start() if stop else len(text)]


def _explains(text: str) -> bool:
    """Whether a line tells of some of the seats that were given: "two of the foundation governors are ..."."""
    counted = numbers(text)
    return bool(counted) and all(_SOME_OF.match(text, one.end) for one in counted if one.kind != "part")


def _speaks(text: str) -> bool:
    """Whether a line gives a number of people, or names a category of governor, and not for another purpose."""
    if is_no_list(text) or _ANOTHER.search(text) or _explains(text):
        return False
    counted = any(
        one.kind != "part" and _OF_PEOPLE.search(_clause(text, one.start, one.end)) for one in numbers(text)
    )
    return counted or (not _SETS_ASIDE.search(text) and bool(labels(text) or (_QUANTITY.search(text) and _OF_PEOPLE.search(text))))


def _totals(read: Sequence[Passage], totals: Sequence[Total]) -> Iterator[Unread]:
    """Find what is called the total and is no number that a board can have, or no number."""
    given = {total.passage.number for total in totals}
    for passage in read:
        if passage.number in given or re.search("|".join(NOT_A_TOTAL), passage.text, re.IGNORECASE):
            continue
        places = [one.start() for one in _BIG.finditer(passage.text)]
        places += [one.start for one in numbers(passage.text) if one.kind in ("bound", "unsure")]
        if any(leads_to_total(passage, place) for place in places):
            yield Unread(passage.words, passage.where, NO_TOTAL, (TOTAL,))


def _unread(passage: Passage, why: str, named: Sequence[str]) -> Unread:
    seats = dict.fromkeys("foundation" if one == EX_OFFICIO else one for one in named)
    return Unread(
        passage.words, passage.where, why, tuple(f"seats.{seat}" for seat in seats if seat in SEATS)
    )
