"""The clauses that an instrument must have and that say so in other words: a doubt and a question, and not missing."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.reading.board.unread import LINE, gave
from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage

_SHORTEST: Final = 40
_CLAUSES: Final = (
    (
        "foundation.appointers",
        (r"(?:foundation|trust) governor", r"appoint|nominat|vested|entitled"),
        r"ex[ -]?officio|substitute",
    ),
    (
        "ethos.description",
        (
            r"religious|ethos|christian|catholic|church|faith|gospel",
            r"(?:school|it) (?:will|shall|is to|aims|seeks|was founded|is part)",
        ),
        r"governor|instrument of",
    ),
)
"""A key of a proposal, what a clause on it speaks of, and what makes it another."""


def in_other_words(
    read: Sequence[Passage], evidence: Sequence[Evidence], taken: "frozenset[int] | set[int]"
) -> Iterator[Evidence]:
    """Find the clauses that say who appoints, or what the ethos is, in words that were not understood."""
    used = {passage.number for passage in gave(read, evidence)} | taken
    for key, about, another in _CLAUSES:
        if any(one.field.startswith(key) for one in evidence):
            continue
        for passage in read:
            if (
                passage.number in used
                or len(passage.text) < _SHORTEST
                or re.search(another, passage.text, re.IGNORECASE)
            ):
                continue
            if all(re.search(words, passage.text, re.IGNORECASE) for words in about):
                yield Evidence(key, None, passage.words, passage.where, "unread", LINE)
                break
