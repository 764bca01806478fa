"""The lines on the board that were not understood: nothing unread counts as no seats.

This looks at what is left when everything was read, and knows nothing of how it was read. A line of the part of a
document that tells of the board gave seats or another value, or is set aside for a reason that can be named (who appoints,
who is no governor, a heading, a blank), or it is listed here with the seats that it leaves open.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.board import Board
from governance.documents.reader.co_opted import staff_unread
from governance.documents.reader.counting import NOT_A_TOTAL
from governance.documents.reader.days import days
from governance.documents.reader.entries import entries
from governance.documents.reader.heads import OLD_WORDING
from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, labels
from governance.documents.reader.lists import FARTHEST, is_appointer_line, is_no_list
from governance.documents.reader.numbers import WORDS, numbers, value_of
from governance.documents.reader.passages import Passage
from governance.documents.reader.people import BECAUSE as PEOPLE
from governance.documents.reader.pieces import brackets
from governance.documents.reader.rows import BECAUSE as ROWS
from governance.documents.reader.seats import FITS
from governance.documents.reader.tables import cells_of
from governance.documents.reader.totals import leads_to_total
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
_HOLDER: Final = r"(?:governors?|members?|representatives?|reps?|nominees?|appointees?|seats?|places?|positions?|people|persons?|posts?)"
_OF_PEOPLE: Final = re.compile(rf"(?<![a-z]){_HOLDER}(?![a-z])", re.IGNORECASE)
_PARTS: Final = re.compile(r"[,;]|(?<![a-z])(?:and|plus)(?![a-z])", re.IGNORECASE)
_LEADS: Final = re.compile(
    rf"[\s\W_]*(?:(?:and|plus|also|with|another|further|extra|additional)\s+)*(?:\d|(?:an?(?! [a-z]+'s)|one|{'|'.join(WORDS)}|several|some|few|couple|pair|half|dozen|up to|at least|at most|no(?:t)? (?:more|fewer|less) than|between|from|another|further|additional|extra)(?![a-z]))",
    re.IGNORECASE,
)
"""How words begin that give seats: with a number, an article or a limit."""
_PART: Final = re.compile(
    r"(?<![a-z])(?:each|every|per|respectively|of (?:whom|which|them|these|those))(?![a-z])", re.IGNORECASE
)
"""What shows that a number is a part of the seats before it."""
_SOME_OF: Final = re.compile(r"\s+of (?:the|these|those|our|its|them|whom|which|\d+)(?![a-z])", re.IGNORECASE)
_BY_OR_FROM: Final = re.compile(r"(?<![a-z])(?:by|from|for)(?![a-z])", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NONE: Final = re.compile(
    r"[\W_]*(?:(?:n/?a|none|nil|no|not applicable|there are)(?![a-z])[\W_]*)*", re.IGNORECASE
)
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
    seat_at: dict[int, dict[tuple[int, int], tuple[str, int]]]
    explained: dict[int, set[str]]
    seats: dict[str, int]
    totals: dict[int, set[int]]
    others: frozenset[int]


def unread_lines(
    board: Board, evidence: Sequence[Evidence], taken: "frozenset[int] | set[int]"
) -> list[Unread]:
    """List what was not understood of a board; `evidence` is all that was read, `taken` are passages on the foundation.

    Where a stated total is the sum of the seats, only an item of the list that gives a number of its own is listed: what
    else is left over explains seats that the total confirms.
    """
    used = _used(board, evidence, taken)
    items = _items(board, used)
    certain = confirmed(evidence)
    found: list[Unread] = []
    for passage in board.read:
        inside = passage.number in items
        if passage.number in used.others or passage.role == "current":
            continue
        if "foundation" in used.seats and is_appointer_line(passage):
            continue
        if passage.number in used.spans:
            found += [] if cells_of(passage) else _left_over(passage, used, certain=certain)
        elif certain:
            found += _item(passage) if inside else ()
        else:
            found += _inside(passage, certainly=items[passage.number]) if inside else _outside(passage, used)
    found += staff_unread(board.read)
    return found if certain else [*found, *_totals(board)]


def confirmed(evidence: Sequence[Evidence]) -> bool:
    """Whether a total that the document states is the sum of the seats that were read."""
    seats = {one.field: one for one in evidence if re.fullmatch(r"seats\.[a-z_]+", one.field)}
    total = seats.get(TOTAL)
    counts = [one.value for field, one in seats.items() if field.partition(".")[2] in SEATS]
    known = bool(counts) and all(isinstance(count, int) for count in counts)
    stated = total is not None and total.sure != "conflict" and total.because != FITS
    return known and stated and total.value == sum(counts)  # type: ignore[union-attr]


def _used(board: Board, evidence: Sequence[Evidence], taken: "frozenset[int] | set[int]") -> _Used:
    spans: dict[int, list[tuple[int, int]]] = {}
    seat_at: dict[int, dict[tuple[int, int], tuple[str, int]]] = {}
    explained: dict[int, set[str]] = {}
    for one in (*board.lists, *board.before):
        for seat in one.seats:
            spans.setdefault(seat.passage.number, []).append((seat.entry.start, seat.entry.end))
            place = (seat.entry.start, seat.entry.end)
            if seat.entry.because == OLD_WORDING:
                explained.setdefault(seat.passage.number, set()).add(seat.entry.category)
            seat_at.setdefault(seat.passage.number, {})[place] = (seat.entry.category, seat.entry.count or 0)
    others = {passage.number for passage in gave(board.read, evidence)}
    claimed = next((one.value for one in evidence if one.field == TOTAL and one.because != FITS), None)
    of_totals: dict[int, set[int]] = {}
    for total in board.totals:
        if total.plainly or total.value == claimed:
            of_totals.setdefault(total.passage.number, set()).add(total.value)
            others.add(total.passage.number)
    seats = {one.field.partition(".")[2]: one.value for one in evidence if one.field.startswith("seats.")}
    return _Used(spans, seat_at, explained, seats, of_totals, frozenset({*others, *taken} - spans.keys()))


def gave(read: Sequence[Passage], evidence: Sequence[Evidence]) -> Iterator[Passage]:
    """Give the passages whose words gave a value."""
    told: dict[object, set[str]] = {}
    for one in evidence:
        if one.because == FITS or one.field.startswith("terms."):
            continue  # A line on a term may give a seat besides: "a further governor ... for a term of four years".
        told.setdefault(one.where, set()).add(one.words)
    for passage in read:
        if any(passage.words in words for words in told.get(passage.where, ())):
            yield passage


def _items(board: Board, used: _Used) -> dict[int, bool]:
    """Give the passages of the lists, and whether each is an item for certain.

    They are those from the first that gives seats to the last, and those that still stand under the same lead-in.
    """
    inside: dict[int, bool] = {}
    by_number = {passage.number: passage for passage in board.read}
    for one in board.lists:
        if any(seat.entry.because in (ROWS, PEOPLE) for seat in one.seats):
            continue
        numbered = {seat.passage.number: seat.passage for seat in one.seats}
        first, last = min(numbered), max(numbered)
        lead, mark = numbered[last].under, numbered[last].line.mark
        inside |= dict.fromkeys(range(first, last + 1), True)
        for number in range(last + 1, last + 1 + _TAIL):
            passage = by_number.get(number)
            if passage is None or passage.under is not lead or passage.opens or number in used.others:
                break
            inside.setdefault(number, bool(mark and passage.line.mark))
        if lead is not None:
            inside |= dict.fromkeys(range(max(lead.number + 1, first - FARTHEST), first), False)
    return inside


def _item(passage: Passage) -> Iterator[Unread]:
    """Read a line that begins with a number of people, or with a category and a limit."""
    found = entries(passage.text)
    named = labels(passage.text)
    if passage.opens or cells_of(passage) or (named and named[0].category == NOT_GOVERNORS):
        return
    if len(passage.text) > _LONGEST_ITEM or len(passage.sentences()) > 1:
        return
    limits = [one.category for one in found if one.form == "limit" and one.start <= _NEAR]
    counted = [one for one in numbers(passage.text) if one.kind in ("count", "bound", "unsure")]
    if limits:
        yield _unread(passage, RANGE, limits)
    elif (_LEADS.match(passage.text) or (counted and counted[0].start <= _NEAR)) and _speaks(passage.text):
        yield _unread(passage, LINE, [one.category for one in named])


def _inside(passage: Passage, *, certainly: bool) -> Iterator[Unread]:
    named = labels(passage.text)
    if passage.opens or not _LETTERS.search(passage.text) or _says_none(passage.text) or _goes_on(passage):
        return
    if cells_of(passage) and not (named or any(value_of(cell) is not None for cell in cells_of(passage))):
        return
    if named and named[0].category == NOT_GOVERNORS:
        return
    limits = [one.category for one in entries(passage.text) if one.form == "limit"]
    short = len(passage.text) <= _LONGEST_ITEM
    speaks = _speaks(passage.text) and (certainly or short or bool(entries(passage.text)))
    counted = [one for one in numbers(passage.text) if one.kind != "part"]
    leads = short and bool(counted) and counted[0].start <= _NEAR and not days(passage.text)
    speaks = speaks or (leads and not _explains(passage.text))
    if limits and not _explains(passage.text):
        yield _unread(passage, RANGE, limits)
    elif speaks or (certainly and short and not _SETS_ASIDE.search(passage.text)):
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
    if (
        exact
        and len(used.seats) >= _FEWEST
        and not _SETS_ASIDE.search(passage.text)
        and not is_no_list(passage.text)
    ):
        yield _unread(passage, LINE, exact)


def _says_none(text: str) -> bool:
    """Whether a line says that a category has no seats: "Sponsor governors: N/A"."""
    found = labels(text)
    return (
        bool(found)
        and bool(_NONE.fullmatch(text[found[-1].end :]))
        and bool(_NONE.fullmatch(text[: found[0].start]))
    )


def _left_over(passage: Passage, used: _Used, *, certain: bool) -> list[Unread]:
    """Find the parts of a line that give a number of people, or a limit, besides its seats.

    Parts are apart by a comma, a semicolon or "and". Those that add up to the seats before them explain these.
    """
    spans = sorted(used.spans[passage.number])
    text = _without_notes(passage.text, spans, certain=certain)
    totals = used.totals.get(passage.number, ())
    explained = used.explained.get(passage.number, ())
    left: dict[int, list[tuple[str, int]]] = {}
    begins = text.rfind(":", 0, spans[0][0]) + 1 or spans[0][0]
    for stop in (*_PARTS.finditer(text, begins), None):
        ends = stop.start() if stop else len(text)
        part, here = text[begins:ends], begins
        begins = stop.end() if stop else ends
        counted = [one.value for one in numbers(part) if one.kind == "count"]
        if (
            any(start < ends and here < end for start, end in spans)
            or not (_LEADS.match(part) and _speaks(part))
            or any(one in totals for one in counted)
            or _PART.search(part)
        ):
            continue
        before = sum(end <= here for _, end in spans)
        left.setdefault(before, []).append((part, sum(counted)))
    for before, parts in left.items():
        of = used.seat_at[passage.number].get(spans[before - 1]) if before else None
        together = sum(count for _, count in parts)
        by = of is not None and of[0] == "foundation" and all(_BY_OR_FROM.search(part) for part, _ in parts)
        if of is not None and of[0] in explained:
            continue
        own = of is not None and all({one.category for one in labels(part)} == {of[0]} for part, _ in parts)
        whole = of is not None and together == of[1] and len(parts) > 1
        some = of is not None and 0 < together < of[1] and (by or (certain and own))
        if whole or some:
            continue
        bound = any(one.kind == "bound" for one in numbers(parts[0][0]))
        return [_unread(passage, RANGE if bound else LINE, [label.category for label in labels(parts[0][0])])]
    return []


def _without_notes(text: str, spans: Sequence[tuple[int, int]], *, certain: bool) -> str:
    """Blank out the days, and what stands in brackets, unless it gives a limit and no total confirms the seats."""
    for day in days(text):
        text = text[: day.start] + "_" * (day.end - day.start) + text[day.end :]
    for start, end in brackets(text):
        inside = text[start:end]
        bound = any(one.kind in ("bound", "unsure") for one in numbers(inside)) and labels(inside)
        if not any(start <= first < end for first, _ in spans) and (certain or not bound):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _clause(text: str, start: int, end: int) -> str:
    """Give the words around a number, from the sign before it to the next."""
    begins = max((one.end() for one in _CLAUSE_ENDS.finditer(text, 0, start)), default=0)
    stop = _CLAUSE_ENDS.search(text, end)
    return text[begins : stop.start() if stop else len(text)]


def _explains(text: str) -> bool:
    """Whether a line tells of some of the seats that were given: "two of the foundation governors are ..."."""
    counted = [one for one in numbers(text) if one.kind != "part"]
    return bool(counted) and bool(_SOME_OF.match(text, counted[0].end))


def _speaks(text: str) -> bool:
    """Whether a line gives a number of people, or names a category of governor, and not for another purpose."""
    if is_no_list(text) or _ANOTHER.search(text) or _explains(text):
        return False
    counted = any(
        one.kind != "part" and _OF_PEOPLE.search(_clause(text, one.start, one.end)) for one in numbers(text)
    )
    first = next(iter(numbers(text)), None)
    led = bool(_LEADS.match(text)) and not (first and first.kind == "part" and first.start <= _NEAR)
    led = led and bool(labels(text) or _OF_PEOPLE.search(text) or _BY_OR_FROM.search(text))
    asked = bool(labels(text) or (_QUANTITY.search(text) and _OF_PEOPLE.search(text)))
    return counted or led or (asked and not _SETS_ASIDE.search(text))


def _totals(board: Board) -> Iterator[Unread]:
    """Find what is called the total and is no number that a board can have, or no number."""
    given = {total.passage.number for total in board.totals}
    for passage in board.read:
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
