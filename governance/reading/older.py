"""Under which Regulations a document shows that it was made, and its words of older law where it shows none."""

import re
from typing import Final

from governance.reading.evidence import Understood
from governance.reading.evidence_words import quoted

_AUTHORITY: Final = re.compile(r"\bLEA\b|(?i:local education authority)")
"""The name that a local authority had in education before the Regulations of 2012."""


def made_under(understood: Understood) -> str | None:
    """Give the id of the Regulations that it cites or that its day shows; that it has co-opted governors shows none."""
    regulations: str | None = understood.also.get("regulations")
    cited = any(one.field == "regulations" and one.sure == "stated" for one in understood.evidence)
    return regulations if cited or understood.data.get("instrument", {}).get("made_on") else None


def old_words(understood: Understood) -> str:
    """Quote the first line that has such words; nothing where there is none."""
    for line in understood.transcript.lines:
        if _AUTHORITY.search(line.words):
            return f"it says {quoted(line.words, line.where)}"
    return ""
