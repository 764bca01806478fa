"""The clauses that an instrument must have and that say so in other words: a doubt and a question, and not missing."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from governance.reading.board.unread import LINE, gave
from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage

_SHORTEST: Final = 40
_CLAUSES: Final = {
    "foundation.appointers": (
        "(?:foundation|trust) governor",
        "appoint|nominat|vested|entitled",
        "ex[ -]?officio|substitute",
    ),
    "ethos.description": (
        "religious|ethos|christian|catholic|church|faith|gospel",
        "(?:school|it) (?:will|shall|is to|aims|seeks|was founded|is part)",
        "governor|instrument of",
    ),
}
"""What a clause on a key of a proposal speaks of, twice, and what makes it another."""


def in_other_words(
    read: Sequence[Passage], evidence: Sequence[Evidence], taken: Collection[int]
) -> Iterator[Evidence]:
    """Find the clauses that say who appoints, or what the ethos is, in words that were not understood."""
    used = {passage.number for passage in gave(read, evidence)} | {*taken}
    left = [one for one in read if one.number not in used and len(one.text) >= _SHORTEST]
    for key, told in _CLAUSES.items():
        for passage in left if not any(one.field.startswith(key) for one in evidence) else ():
            speaks, says, another = (re.search(words, passage.text, re.IGNORECASE) for words in told)
            if speaks and says and not another:
                yield Evidence(key, None, passage.words, passage.where, "unread", LINE)
                break
