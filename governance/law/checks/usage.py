"""Checks of good practice on how an instrument is written: words to avoid, and days that are in order."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

import attrs

from governance.english import day_words
from governance.law.checks.outcome import Outcome
from governance.model import Proposal

_Day = Literal["decided_to_vary_on", "made_on", "effective_on"]

_DAYS = {
    "decided_to_vary_on": "decided to be varied",
    "made_on": "made",
    "effective_on": "in effect",
}


@attrs.frozen(repr=False)
class WordsToAvoid:
    """Words that an instrument should not use, and the one to write `instead`.

    A word in capitals ("LEA") is found as it stands, any other whatever its capitals; only whole words are found.
    """

    words: tuple[str, ...]
    instead: str

    def judge(self, proposal: Proposal) -> Outcome:
        """Look through every name the proposal gives, but for that of the school, which is its own affair."""
        says = _pattern(self.words).search
        found = [f"{place} says {text!r}" for place, text in _names(proposal) if says(text)]
        if not found:
            return Outcome("met", f"nothing says {' or '.join(self.words)}")
        return Outcome("breached", "; ".join(found), repair=f"Write {self.instead}")


@attrs.frozen(repr=False)
class NotBefore:
    """Of two days of an instrument the `second` should not come before the `first`."""

    first: _Day
    second: _Day

    def judge(self, proposal: Proposal) -> Outcome:
        """Compare the days; where one is not given there is nothing to compare."""
        first, second = getattr(proposal.instrument, self.first), getattr(proposal.instrument, self.second)
        if first is None or second is None:
            return Outcome("met", "one of the two days is not given, so nothing is out of order")
        working = (
            f"{_DAYS[self.second]} on {day_words(second)}, and {_DAYS[self.first]} on {day_words(first)}"
        )
        if second >= first:
            return Outcome("met", working)
        days = (first - second).days
        return Outcome(
            "breached",
            f"{working}, {days} {'day' if days == 1 else 'days'} later",
            repair=f"Give {self.second} a day of {day_words(first)} or later, or mend {self.first}",
        )


def _names(proposal: Proposal) -> Iterator[tuple[str, str]]:
    instrument, foundation = proposal.instrument, proposal.foundation
    named: list[tuple[str, str | None]] = [
        ("local_authority", proposal.school.local_authority),
        ("governing_body", instrument.governing_body),
        ("made_by", instrument.made_by),
    ]
    for appointer in foundation.appointers:
        named += [("an appointer", appointer.by), ("the basis of appointment", appointer.basis)]
    for office in foundation.ex_officio:
        named += [
            ("an ex officio seat", office.office),
            ("removal_requested_by", office.removal_requested_by),
            ("substitute_appointed_by", office.substitute_appointed_by),
        ]
    yield from ((place, text) for place, text in named if text)


@functools.lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    found = (re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in words)
    return re.compile(rf"\b(?:{'|'.join(found)})\b")
