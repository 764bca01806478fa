"""Whether the seats that were read may be called stated: the one gate that every number of a board passes.

A number is stated where the seats add up to the stated total, or where no total is given and it stands on a line of
a list that was understood throughout. Any other is inferred, and says why.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.documents.reader.labels import NOT_GOVERNORS, labels
from governance.documents.reader.lists import Seat, SeatList, is_appointer_line
from governance.documents.reader.numbers import numbers
from governance.documents.reader.passages import Passage
from governance.documents.reader.seats import FITS
from governance.documents.reader.understood import Evidence

FROM_SENTENCE: Final = "it is read from a sentence, and no total confirms it"

_NEAR: Final = 4
_LONGEST: Final = 70
_PEOPLE: Final = re.compile(
    r"(?<![a-z])(?:governors?|members?|representatives?|reps?|nominees?|appointees?|seats?|places?|head|teachers?|councillors?)(?![a-z])",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"total|in all|altogether|number of|quorum|vacan|when full|terms? of|years?", re.IGNORECASE
)


def gated(
    evidence: Sequence[Evidence], lists: Sequence[SeatList], read: Sequence[Passage]
) -> tuple[Evidence, ...]:
    """Call inferred what is not safe to call stated; `evidence` is that of one board."""
    seats = [one for one in evidence if ".total" not in one.field]
    total = next((one.value for one in evidence if ".total" in one.field and one.because != FITS), None)
    known = bool(seats) and all(isinstance(one.value, int) for one in seats)
    together = sum(one.value for one in seats) if known else None
    if total is not None and together == total:
        return tuple(evidence)
    if total is not None and together is not None:
        because = f"the seats read add up to {together}, and the document says {total}"
        return tuple(_doubted(one, because) for one in evidence)
    unread = _unread(lists, read)
    if unread is not None:
        because = f"a line beside it was not understood: {unread.words}"
        return tuple(_doubted(one, because) for one in evidence)
    of_lists = {seat.passage.where for one in lists for seat in one.seats if _of_a_list(seat)}
    return tuple(
        one if one.where in of_lists or ".total" in one.field else _doubted(one, FROM_SENTENCE)
        for one in evidence
    )


def _doubted(one: Evidence, because: str) -> Evidence:
    return attrs.evolve(one, sure="inferred", because=because) if one.sure == "stated" else one


def _of_a_list(seat: Seat) -> bool:
    """Whether a seat begins its line, or stands in a cell of its own."""
    return bool(seat.passage.line.cells) or "|" in seat.passage.text or seat.entry.start <= _NEAR


def _unread(lists: Sequence[SeatList], read: Sequence[Passage]) -> Passage | None:
    """Find a line within a list that looks like seats and gives none."""
    for one in lists:
        places = {seat.passage.number for seat in one.seats}
        for passage in read:
            inside = min(places, default=0) <= passage.number <= max(places, default=-1) + 1
            if inside and passage.number not in places and _like_seats(passage):
                return passage
    return None


def _like_seats(passage: Passage) -> bool:
    if len(passage.text) > _LONGEST or _TOTAL.search(passage.text) or is_appointer_line(passage):
        return False
    if any(one.category == NOT_GOVERNORS for one in labels(passage.text)[:1]):
        return False
    counted = [one for one in numbers(passage.text) if one.kind in ("count", "unsure")]
    if not counted or not _PEOPLE.search(passage.text):
        return False
    return counted[0].start <= _NEAR or not passage.text[counted[-1].end :].strip(" .;,)")
