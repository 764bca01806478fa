"""The lists of seats in a document: which lines belong together, and which board they tell of."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry, entries
from governance.documents.reader.heads import head_apart
from governance.documents.reader.labels import NOT_GOVERNORS
from governance.documents.reader.numbers import numbers
from governance.documents.reader.passages import Passage, Role
from governance.documents.reader.shares import each_of, without_shares
from governance.documents.reader.tables import table_seats

FARTHEST: Final = 6
"""How many paragraphs may stand between two lines of one list: page numbers, notes, who appoints whom."""

NEAREST: Final = 3
"""How many paragraphs may stand between a list and a category that has no number."""

LEAD_INS: Final = (
    "consists? of",
    "consisting of",
    "made up of",
    "compris(?:e|es|ed|ing)",
    "composed of",
    "composition",
    "constitution",
    "membership",
    "make-?up",
    "structure",
    "as follows",
    "has these members",
    "governing (?:body|board)(?: will| shall)?(?: now)? (?:has|have|be)",
    "categor(?:y|ies) of governors?",
    "number of governors in each category",
)
"""Phrases that lead in a list of seats."""

NO_LIST: Final = (
    "quorum",
    "quorate",
    "panel",
    "working party",
    "(?<!management )committees? (?:shall|will|must|should|has|have|consists?|comprises?|of)",
    "sub-committee",
    "what had to change",
    "resigned",
    "attendance",
    "apologies",
    "sch(?:edule|\\.) \\d",
    "(?:eligible|could be|can be|may be) (?:to be )?(?:elected|for election) as staff",
    "(?:not|never) (?:to )?exceed",
    "one[ -]third",
    "(?:every|any|each) (?:maintained )?school (?:must|has|is|needs)",
)
"""Words of a sentence that counts governors for another purpose."""

_LEAD_IN: Final = re.compile("|".join(LEAD_INS), re.IGNORECASE)
_NO_LIST: Final = re.compile("|".join(NO_LIST), re.IGNORECASE)
_FOUNDATION_LIST: Final = re.compile(
    r"(?:appointed|nominated|follows|by|whom|which)\s*(?:as follows)?\s*[:\-]*\s*$", re.IGNORECASE
)
_ABOUT_FOUNDATION: Final = re.compile(r"foundation|ex[ -]?officio|trust governor", re.IGNORECASE)
_BY: Final = re.compile(
    r"\s*(?:x\s*)?(?:foundation governors?|of (?:them|whom|these|which))?\s*(?:,?\s*(?:shall be|to be|is|are|who (?:shall|must) be))?\s*"
    r"(?:appointed|nominated|chosen|selected|elected|recommended)?\s*(?:by|on the (?:nomination|recommendation) of|from)(?![a-z])",
    re.IGNORECASE,
)


@attrs.frozen
class Seat:
    """Seats of one category, and the passage that gives them."""

    entry: Entry
    passage: Passage
    words: str = ""


@attrs.frozen
class SeatList:
    """Seats that are given together; `full` says that they are a list of a governing body, and not said in passing."""

    seats: tuple[Seat, ...]
    role: Role = ""

    @property
    def counted(self) -> set[str]:
        """The categories that have a number."""
        return {
            s.entry.category
            for s in self.seats
            if s.entry.form in ("number first", "label first") and s.entry.category != NOT_GOVERNORS
        }

    @property
    def named(self) -> set[str]:
        """Every category that has one seat or more."""
        return {s.entry.category for s in self.seats if s.entry.category != NOT_GOVERNORS}

    @property
    def full(self) -> bool:
        """Whether it lists a governing body."""
        counted, named = len(self.counted), len(self.named)
        return (counted >= _FEWEST and named > _FEWEST) or (counted > 0 and named > _FEWEST + 1)


_FEWEST: Final = 2


def seat_lists(read: Sequence[Passage]) -> list[SeatList]:
    """Find every list of seats, in order."""
    tables = dict(table_seats(read))
    lists: list[SeatList] = []
    last = -FARTHEST - 1
    fresh = True
    waiting: list[Seat] = []
    for passage in read:
        if passage.number in tables:
            near = bool(waiting) and passage.number - waiting[-1].passage.number <= NEAREST
            for role, found in tables[passage.number]:
                seats = tuple(Seat(entry, passage, passage.words) for entry in found)
                if near and not role:
                    seats, waiting = (*waiting, *seats), []
                _add(
                    lists,
                    seats,
                    role or passage.role,
                    apart=fresh or passage.number - last > FARTHEST,
                    of_table=True,
                )
                last, fresh = passage.number, False
            continue
        if passage.line.cells and _in_table(passage, tables):
            continue
        if _starts_list(passage):
            fresh = True
        for role, words, found in _lines_of(passage):
            seats = tuple(Seat(entry, passage, words) for entry in found)
            if all(entry.form == "named" for entry in found) and (fresh or passage.number - last > NEAREST):
                kept = waiting if waiting and passage.number - waiting[-1].passage.number <= NEAREST else []
                waiting = [*kept, *seats]
                continue
            if waiting and passage.number - waiting[-1].passage.number <= NEAREST:
                seats = (*waiting, *seats)
            waiting = []
            whole = len({entry.category for entry in found if entry.count is not None}) > _FEWEST
            again = bool(lists) and whole and bool({entry.category for entry in found} & lists[-1].counted)
            apart = fresh or again or passage.number - last > FARTHEST
            _add(lists, seats, role, apart=apart)
            last, fresh = passage.number, False
    return lists


def is_appointer_line(passage: Passage) -> bool:
    """Whether a line says who appoints some of the foundation governors, and so gives no seats of its own."""
    counted = numbers(passage.text)
    if not counted or passage.text[: counted[0].start].strip(" -x•*"):
        return False
    if not _BY.match(passage.text[counted[0].end :]):
        return False
    words = passage.text[counted[0].end :].lower()
    before_by = words.split(" by ")[0]
    if "foundation" in before_by:
        return bool(_FOUNDATION_LIST.search(passage.context)) and bool(
            _ABOUT_FOUNDATION.search(passage.context)
        )
    return not any(entry.leads and entry.category != "foundation" for entry in entries(passage.text)[:1])


def is_no_list(text: str) -> bool:
    """Whether a sentence counts governors for another purpose than to list them."""
    return bool(_NO_LIST.search(text)) and not _leads(text)


def _lines_of(passage: Passage) -> Iterator[tuple[Role, str, list[Entry]]]:
    if is_appointer_line(passage):
        return
    for sentence in passage.sentences():
        if is_no_list(sentence.text):
            continue
        text = _without_notes(sentence.text)
        found = without_shares(_said(head_apart(each_of(entries(text), text), text)), text)
        shifted = [
            attrs.evolve(one, start=one.start + sentence.start, end=one.end + sentence.start) for one in found
        ]
        if shifted and shifted[0].definite:
            shifted = [attrs.evolve(one, definite=True) for one in shifted]
        if shifted and not _only_limits(found):
            yield (
                sentence.role,
                passage.words[sentence.start : sentence.start + len(sentence.text)].strip(),
                shifted,
            )


def _only_limits(found: list[Entry]) -> bool:
    """Whether a sentence gives limits, so that the few exact numbers in it are limits too."""
    exact = sum(entry.form != "limit" for entry in found)
    return exact < len(found) and exact <= _FEWEST


def _said(found: list[Entry]) -> list[Entry]:
    """Leave out categories named without a number within a sentence that gives no numbers."""
    counts = any(entry.form in ("number first", "label first") for entry in found)
    return [entry for entry in found if counts or entry.form != "named" or entry.start <= _NEAR]


def _without_notes(text: str) -> str:
    """Leave out for whom or of what kind the seats of a line are, which may hold any words."""
    match = _NOTES.search(text)
    return text[: match.start()] if match and _leads(text) else text


def _leads(text: str) -> bool:
    found = entries(text)
    return bool(found) and found[0].leads and found[0].form != "named" and found[0].start <= _NEAR


_NEAR: Final = 4
_NOTES: Final = re.compile(r",\s*(?:of whom|for)\s", re.IGNORECASE)


def _starts_list(passage: Passage) -> bool:
    return passage.opens and bool(_LEAD_IN.search(passage.text) or passage.role)


def _in_table(passage: Passage, tables: "dict[int, list[tuple[Role, list[Entry]]]]") -> bool:
    return passage.line.where.table is not None and bool(tables)


def _add(
    lists: list[SeatList], seats: tuple[Seat, ...], role: Role, *, apart: bool, of_table: bool = False
) -> None:
    """Put seats with the list they belong to, or begin another."""
    if of_table:
        for place in range(len(lists) - 1, max(-1, len(lists) - 3), -1):
            before = lists[place]
            if (
                before.role == role
                and before.seats
                and before.seats[-1].passage.line.where.table == seats[0].passage.line.where.table
                and not apart
            ):
                lists[place] = attrs.evolve(before, seats=(*before.seats, *seats))
                return
        lists.append(SeatList(seats, role))
        return
    if lists and not apart and lists[-1].role == role:
        lists[-1] = attrs.evolve(lists[-1], seats=(*lists[-1].seats, *seats))
    else:
        lists.append(SeatList(seats, role))
