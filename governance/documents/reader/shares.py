"""Seats that a sentence shares out: "one each from the staff and the authority", "2 parents, 1 from each school"."""

import re
from collections.abc import Sequence
from typing import Final

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, labels
from governance.documents.reader.numbers import WORDS, numbers, value_of

BECAUSE: Final = "so many each are given to several categories together"

_VALUE: Final = rf"(?:an?|\d{{1,2}}|{'|'.join(WORDS)})"
_EACH: Final = re.compile(
    rf"(?<![\w-])(?P<n>{_VALUE})(?: (?:governor|member|representative|seat|place|person))?s? (?:each|apiece)(?: (?:from|of|for|by|to|representing|elected by|appointed by))?[:\s]",
    re.IGNORECASE,
)
_EACH_LAST: Final = re.compile(
    rf"(?<![\s,(-])[\s,(-]+(?P<n>{_VALUE})(?: (?:governor|member|seat|place))?s? (?:each|apiece)(?![a-z])",
    re.IGNORECASE,
)
_FROM_EACH: Final = re.compile(
    rf"(?<![\w-])(?P<n>{_VALUE}) (?:from|for|by|of) each of(?: the)?(?: following)?[:\s]", re.IGNORECASE
)
_STOPS: Final = re.compile(r"[.;:]|\d|(?<![a-z])(?:while|whilst|but)(?![a-z])", re.IGNORECASE)
_LISTED: Final = re.compile(
    r"[\s,&+/]*(?:and|the|our|of|from|for|by|plus|staff|both|a|an|members?|governors?|,|\s)*", re.IGNORECASE
)
_SHARED: Final = re.compile(
    r"[^.;]{0,60}?(?<![a-z])(?:each|both|every|either|respectively|per)(?![a-z])"
    r"|\s*(?:from|for|by|at|of|(?:elected|appointed|nominated|chosen) by (?:the )?parents (?:of|at))\s+(?:the )?[A-Z]",
)
_FEWEST: Final = 2


def each_of(found: Sequence[Entry], text: str) -> list[Entry]:
    """Add the seats of "one each from the staff and the local authority"."""
    result = list(found)
    for pattern in (_EACH, _FROM_EACH):
        for match in pattern.finditer(text):
            stop = _STOPS.search(text, match.end())
            end = stop.start() if stop else len(text)
            result = _shared_out(result, text, match, (match.end(), end))
    for match in _EACH_LAST.finditer(text):
        before = max((stop.end() for stop in _STOPS.finditer(text, 0, match.start())), default=0)
        result = _shared_out(result, text, match, (before, match.start()))
    return sorted(result, key=lambda one: one.start)


def _shared_out(
    found: list[Entry], text: str, match: "re.Match[str]", within: tuple[int, int]
) -> list[Entry]:
    named = _in_a_row(text, *within, last=within[1] <= match.start())
    words = match["n"].lower()
    count = 1 if words in ("a", "an") else value_of(words)
    if count is not None and count > 1:
        named = [one for one in named if one[0] != "head_teacher"]
    if count is None or len(named) < _FEWEST:
        return found
    start, end = min(match.start(), named[0][1]), max(match.end(), named[-1][2])
    kept = [one for one in found if one.end <= start or one.start >= end]
    return kept + [
        Entry(category, count, "number first", begins, ends, "inferred", BECAUSE)
        for category, begins, ends in named
    ]


def _in_a_row(text: str, start: int, end: int, *, last: bool) -> list[tuple[str, int, int]]:
    """Give the categories that follow each other with nothing but commas and the like between them: the first ones, or the last."""
    found: list[tuple[str, int, int]] = []
    counted = {one.end for one in numbers(text) if one.kind == "count"}
    for label in labels(text[start:end]):
        if label.category in (NOT_GOVERNORS, EX_OFFICIO):
            return []
        place = (label.category, start + label.start, start + label.end)
        own = len(text[: place[1]].rstrip()) in counted
        if own and last:
            found = []
            continue
        if own:
            break
        if found and not _LISTED.fullmatch(text[found[-1][2] : place[1]]):
            if not last:
                break
            found = []
        found.append(place)
    return found


def without_shares(found: Sequence[Entry], text: str) -> list[Entry]:
    """Leave out how the seats of a category are shared: "2 parent governors, 1 elected by the parents of each school"."""
    result: list[Entry] = []
    for place, entry in enumerate(found):
        before = next(
            (one for one in result if one.category == entry.category and one.count is not None), None
        )
        if (
            before is None
            or entry.count is None
            or before.count is None
            or not result
            or result[-1] is not before
        ):
            result.append(entry)
            continue
        rest = [one.count or 0 for one in found[place:] if one.category == entry.category]
        shared = entry.count < before.count and _SHARED.match(text, entry.end)
        if shared or (sum(rest) == before.count and len(rest) > 1 and entry.form != "named"):
            continue
        result.append(entry)
    return result
