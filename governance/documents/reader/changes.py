"""Numbers that a document gives beside older ones: "2 (3)", last year's in brackets, and "from 5 to 7"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import NOT_GOVERNORS, labels
from governance.documents.reader.lists import Seat
from governance.documents.reader.numbers import value_of
from governance.documents.reader.passages import Passage, role_of

ONLY_NEW: Final = "the change is told without a full list of seats"

_TOLD: Final = re.compile(
    r"(?P<whose>[^().;]{0,80}?)(?:figures?|numbers?|ones?|seats|places|membership|constitution|position)?\s?"
    r"(?:is |are )?(?:shown |given |put )?(?:with)?in (?:brackets|parentheses)",
    re.IGNORECASE,
)
_TWO: Final = re.compile(r"(?P<first>(?<![\w.])\d{1,2})(?P<gap>\s?)\((?P<second>\d{1,2})\)")
_FROM_TO: Final = re.compile(r"(?<![a-z])from\s+(?P<old>\w+)\s+to\s+(?P<new>\w+)", re.IGNORECASE)
_BESIDE: Final = 60


def without_old_numbers(read: Sequence[Passage]) -> Sequence[Passage]:
    """Blank out the older number of each pair, where the document says which of the two stands in brackets."""
    told = next((match for passage in read if (match := _TOLD.search(passage.text))), None)
    if told is None:
        return read
    kept = "second" if role_of(told["whose"]) == "proposed" else "first"
    return [
        attrs.evolve(passage, text=_TWO.sub(lambda pair: _one_of(pair, kept), passage.text))
        for passage in read
    ]


def _one_of(pair: "re.Match[str]", kept: str) -> str:
    start = pair.start(kept) - pair.start()
    return " " * start + pair[kept] + " " * (len(pair[0]) - start - len(pair[kept]))


def changed_seats(read: Sequence[Passage]) -> Iterator[Seat]:
    """Find the seats of which a sentence says how many there were, and how many there are to be."""
    for passage in read:
        for match in _FROM_TO.finditer(passage.text):
            old, new = value_of(match["old"]), value_of(match["new"])
            begins = max(0, match.start() - _BESIDE)
            named = labels(passage.text[begins : match.start()])
            if old is None or new is None or not named or named[-1].category == NOT_GOVERNORS:
                continue
            entry = Entry(
                named[-1].category,
                new,
                "label first",
                begins + named[-1].start,
                match.end(),
                "inferred",
                ONLY_NEW,
            )
            yield Seat(entry, passage, passage.words)
