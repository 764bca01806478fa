"""Pieces of text that the clauses share: a value within a passage, without what only ends the sentence."""

import re
from typing import Any, Final

from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage

_ENDS: Final = re.compile(r"(?:\s?(?:;\s?and|;|,))?\s?$", re.IGNORECASE)
_OPENING: Final = "\"'“‘«„"
_CLOSING: Final = "\"'”’»"
_PAIRS: Final = ('""', "''", "“”", "‘’", '“"', '"”', "„”", "„“")
_ABBREVIATED: Final = re.compile(r"\w\.\.$")
"""A word that is cut short, and the stop of its sentence: "Hill School Ltd..". """
_BLANK: Final = re.compile(r"(?:[\s._…\-]|\[[^\]]*\]?)*")


def value(passage: Passage, start: int, end: int | None = None) -> str:
    """Give the words of a passage from one place to another, without the stop or the "; and" at their end."""
    words = passage.words[start : len(passage.words) if end is None else end].strip()
    words = _ENDS.sub("", words)
    stopped = words.endswith(".") and (not words.endswith("..") or bool(_ABBREVIATED.search(words)))
    words = words[:-1] if stopped else words
    return "" if _BLANK.fullmatch(words) else words.strip()


def unquoted(words: str) -> str:
    """Take away the quotation marks around a name, or the one that is never closed.

    >>> unquoted("“The governing body of Rift House”")
    'The governing body of Rift House'
    """
    if len(words) > 1 and words[0] + words[-1] in _PAIRS:
        return _stopless(words[1:-1])
    end = words.find({'"': '"', "“": "”"}.get(words[:1], "”"), 1) if words.count('"') in (0, 2) else -1
    if end > 1 and words[0] in _OPENING:
        return _stopless(words[1:end])
    if words[:1] in _OPENING and not any(sign in words[1:] for sign in _CLOSING if sign != "'"):
        return words[1:].strip()
    return words


def _stopless(words: str) -> str:
    """Take away the stop at the end of a name, unless its last word is cut short by it: "Hill School Ltd."."""
    words = words.strip()
    return words if _CUT_SHORT.search(words) else words.strip(" .")


_CUT_SHORT: Final = re.compile(r"(?:^|[\s(])(?:[A-Za-z]{1,3}|(?:[A-Za-z]\.)+[A-Za-z])\.$")


def stated(field: str, read: Any, passage: Passage, *, because: str = "") -> Evidence:
    """Make the evidence that a whole passage gives, with its lead-in where it stands under one; inferred where there is a reason."""
    words = passage.words
    if passage.first and passage.under is not None:
        words = f"{passage.under.words} {words}"
    return Evidence(field, read, words, passage.where, "inferred" if because else "stated", because)


def closed(text: str) -> int:
    """Give where a bracket closes that is not opened in a text."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return place
    return len(text)
