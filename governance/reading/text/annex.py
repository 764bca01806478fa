"""An annex that says itself that it is no part of the instrument: it is not read, and a note says so."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.intake.transcript import Line, Transcript

NOTE: Final = "An annex that says it is no part of the instrument was not read."

_SAYS_SO: Final = re.compile(
    r"\b(?:annex|appendix|schedule)\b[^.]{0,80}\b(?:not|no)(?: an?y?)? part of (?:the|this) instrument",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(r"(?:annex|appendix|schedule)\b", re.IGNORECASE)
_ABOVE: Final = 6
"""How many lines a title, and the head of its page, may stand above the sentence."""


def without_annex(transcript: Transcript) -> Transcript:
    """Leave out the lines of the annex and all behind them."""
    lines = transcript.lines
    start = _start(lines)
    if not start:
        return transcript
    return attrs.evolve(transcript, lines=lines[:start], notes=(*transcript.notes, NOTE))


def _start(lines: Sequence[Line]) -> int:
    """Find the title with which the annex begins; nought where there is none, or nothing before it."""
    for place, line in enumerate(lines):
        # On a narrow page a sentence goes on in the next line.
        goes_on = lines[place + 1].words if place + 1 < len(lines) else ""
        if _SAYS_SO.search(f"{line.words} {goes_on}"):
            near = range(max(place - _ABOVE, 0), place + 1)
            return next((above for above in near if _TITLE.match(lines[above].words)), 0)
    return 0
