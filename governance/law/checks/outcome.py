"""What comes of a check."""

from typing import Literal, NamedTuple

Verdict = Literal["met", "breached", "unknown", "conditional"]

Stage = Literal["entry", "holding"]
"""When a person's rule bites: at election or appointment only, or for as long as the office is held."""


class Outcome(NamedTuple):
    """What came of a check: the verdict, the working in words, and what to ask or to change."""

    verdict: Verdict
    because: str
    question: str = ""
    repair: str = ""
