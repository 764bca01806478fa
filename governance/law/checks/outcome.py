"""What comes of a check."""

from typing import Literal

import attrs

Verdict = Literal["met", "breached", "unknown", "conditional"]

Stage = Literal["entry", "holding"]
"""When a person's rule bites: at election or appointment only, or for as long as the office is held."""


@attrs.frozen(slots=False)  # quicker to make, and a check makes one a rule
class Outcome:
    """What came of a check: the verdict, the working in words, and what to ask or to change."""

    verdict: Verdict
    because: str
    question: str = ""
    repair: str = ""
