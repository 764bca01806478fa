"""Seats in words that no list holds: numbers and categories paired by where they stand, and proved by their sum.

"Parents elect two governors and the staff one; with the head there are eleven of us" has no list and no lead-in. Each
category takes the number that stands next to it. What comes of it is believed only where it adds up to another number that stands close by, or where one sentence accounts for every number in it; and
it is never more than inferred.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.days import days
from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, Label, labels
from governance.documents.reader.numbers import Number, numbers
from governance.documents.reader.passages import Passage, Role
from governance.documents.reader.understood import Evidence

_NO_SEATS_BEFORE: Final = re.compile(r"(?:elections? of|vacancy for|vacancies for)\s+$", re.IGNORECASE)
_NO_SEATS_AFTER: Final = re.compile(r"\s+(?:vacanc|elections?\b|terms?\b)", re.IGNORECASE)
_FEWEST: Final = 4
_FEWEST_COUNTED: Final = 2
_FEWEST_ALONE: Final = 5
_BESIDE: Final = 25
_BEFORE: Final = 40
_HEAD: Final = "head_teacher"
_SMALLEST_TOTAL: Final = 7
_LARGEST: Final = 40
_LONGEST_RUN: Final = 16
_NEAR: Final = 3
_MOST_PASSAGES: Final = 300
_MOST_EITHER_WAY: Final = 8


@attrs.frozen
class Pairing:
    """A board as it was paired: how many of each category, from which passage, and the total that proves it."""

    seats: dict[str, tuple[int, Passage]]
    total: tuple[int, Passage] | None
    role: Role

    @property
    def together(self) -> bool:
        """Whether it is all in one passage."""
        return len({passage.number for _, passage in self.seats.values()}) == 1

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Give it as evidence for the seats, and for the total that they add up to."""
        if self.total is None:
            because = "each number is taken with the category beside it, and no total confirms it"
            return tuple(self._seat(category, because) for category in self.seats)
        value, passage = self.total
        because = f"each number is taken with the category beside it, and together they are the {value} that is given"
        total = Evidence(
            "seats.total", value, passage.words, passage.where, "inferred", "the seats add up to it"
        )
        return (*(self._seat(category, because) for category in self.seats), total)

    def _seat(self, category: str, because: str) -> Evidence:
        count, passage = self.seats[category]
        return Evidence(f"seats.{category}", count, passage.words, passage.where, "inferred", because)


@attrs.frozen
class _Place:
    """A number or a category, and where it stands."""

    passage: Passage
    start: int
    what: Number | Label

    @property
    def number(self) -> int:
        """Give the number, or one less than any where it is a category."""
        return self.what.value if isinstance(self.what, Number) else -1

    @property
    def category(self) -> str:
        """Name the category, or nothing where it is a number."""
        return self.what.category if isinstance(self.what, Label) else ""


def pairings(read: Sequence[Passage]) -> list[Pairing]:
    """Find the boards that the words of a document come to, the best proved first; of several boards the last."""
    places = [found for passage in read if (found := _places(passage))]
    if len(places) > _MOST_PASSAGES:
        return []
    boards = [pairing for window, role in _windows(places) for pairing in _proved(window, role, places)]
    boards.reverse()
    boards.sort(key=lambda one: (one.total is None, one.role == "current", -len(one.seats)))
    return boards


def _places(passage: Passage) -> tuple[_Place, ...]:
    """Give what stands in a passage in order; days, and what is no plain number of people, are left out."""
    text = passage.text
    for day in days(text):
        text = text[: day.start] + "_" * (day.end - day.start) + text[day.end :]
    counted = [
        _Place(passage, one.start, one)
        for one in numbers(text)
        if one.kind == "count"
        and one.value <= _LARGEST
        and not _NO_SEATS_BEFORE.search(text, max(0, one.start - _BEFORE), one.start)
    ]
    named = [
        _Place(passage, one.start, one) for one in labels(text) if not _NO_SEATS_AFTER.match(text, one.end)
    ]
    return tuple(sorted((*counted, *named), key=lambda place: place.start))


def _windows(places: Sequence[tuple[_Place, ...]]) -> Iterator[tuple[tuple[_Place, ...], Role]]:
    """Give each sentence, each passage and each run of passages that stand one below the other."""
    for found in places:
        passage = found[0].passage
        told = passage.sentences()
        if len(told) > 1:
            for sentence in told:
                end = sentence.start + len(sentence.text)
                yield tuple(one for one in found if sentence.start <= one.start < end), sentence.role
        yield found, passage.role
    for first in range(len(places)):
        for last in range(first + 1, min(first + _LONGEST_RUN, len(places))):
            if places[last][0].passage.number > places[last - 1][0].passage.number + 2:
                break
            yield tuple(itertools.chain(*places[first : last + 1])), places[first][0].passage.role


def _proved(
    window: tuple[_Place, ...], role: Role, places: Sequence[tuple[_Place, ...]]
) -> Iterator[Pairing]:
    """Pair a window; it is given where its sum stands close by, or nothing in it is left over."""
    if len({one.category for one in window if one.category}) < _FEWEST:
        return
    first, last = window[0].passage.number, window[-1].passage.number
    near = [
        one
        for found in places
        if first - _NEAR <= found[0].passage.number <= last + _NEAR
        for one, after in itertools.pairwise((*found, None))
        if one and one.number >= _SMALLEST_TOTAL and not _counts(one, after)
    ]
    sums = {one.number for one in near}
    for seats, used in _taken(window):
        if len(seats) < _FEWEST or len(used) < _FEWEST_COUNTED:
            continue
        for counts in _readings(seats):
            together = sum(count for count, _ in counts.values())
            if together not in sums:
                continue
            total = next((one for one in near if one.number == together and one not in used), None)
            if total is not None:
                yield Pairing(counts, (together, total.passage), role)
                return
    seats, used = next(_taken(window))
    whole = all(one in used for one in window if one.number >= 0)
    if whole and first == last and len(seats) >= _FEWEST_ALONE and not near:
        yield Pairing(seats, None, role)


def _counts(number: _Place, after: _Place | None) -> bool:
    """Whether a number stands right before a category, and so counts its governors and not all of them."""
    if after is None or after.category in ("", _HEAD):
        return False
    between = number.passage.text[number.start : after.start]
    return len(between) <= _BESIDE and not re.search("[.:;]", between)


Seats = dict[str, tuple[int, Passage]]


def _taken(window: tuple[_Place, ...]) -> Iterator[tuple[Seats, list[_Place]]]:
    """Give each category the number before it; or each the one after it; or each the one on either side.

    One that is named in the singular has one seat where no number stands there. What takes from either side must
    leave no number over that stands between its seats.
    """
    first: dict[str, int] = {}
    for place, one in enumerate(window):
        if one.category not in ("", NOT_GOVERNORS, EX_OFFICIO):
            first.setdefault(one.category, place)
    yield _from(window, [(place, -1) for place in first.values()])
    yield _from(window, [(place, +1) for place in first.values()])
    if len(first) > _MOST_EITHER_WAY:
        return
    for sides in itertools.product((-1, +1), repeat=len(first)):
        seats, used = _from(window, list(zip(first.values(), sides, strict=True)))
        if not used:
            continue
        between = window[window.index(used[0]) : window.index(used[-1])]
        if all(one in used or one.number < 0 for one in between):
            yield seats, used


def _from(window: tuple[_Place, ...], sides: Sequence[tuple[int, int]]) -> tuple[Seats, list[_Place]]:
    seats: Seats = {}
    used: list[_Place] = []
    for place, side in sides:
        one = window[place]
        beside = window[place + side] if 0 <= place + side < len(window) else None
        if beside is not None and beside.number >= 0 and beside not in used:
            seats[one.category] = (beside.number, one.passage)
            used.append(beside)
        elif isinstance(one.what, Label) and one.what.singular:
            seats[one.category] = (1, one.passage)
    return seats, sorted(used, key=window.index)


def _readings(seats: Seats) -> Iterator[Seats]:
    """Give the pairs as they are, and with the head teacher counted within the staff."""
    yield seats
    staff, passage = seats.get("staff", (0, None))
    if staff > 1 and passage is not None and _HEAD in seats:
        yield {**seats, "staff": (staff - 1, passage)}
