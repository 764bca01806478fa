"""Words of older law in a document that shows no Regulations."""

import re
from typing import Final

from governance.reading.evidence import Understood
from governance.reading.evidence_words import quoted

_AUTHORITY: Final = re.compile(r"\bLEA\b|(?i:local education authority)")
"""The name that a local authority had in education before the Regulations of 2012."""


def old_words(understood: Understood) -> str:
    """Quote the first line that has such words; nothing where there is none."""
    for line in understood.transcript.lines:
        if _AUTHORITY.search(line.words):
            return f"it says {quoted(line.words, line.where)}"
    return ""
