"""A transcript made ready for its grammar: without what a page has besides its text, and with its clauses apart.

Lines are joined into paragraphs by their shape. Where the words of a line show that it begins something of its own, it
is marked so here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.english import MONTHS
from governance.reading.board.items import Item, Sentence
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.words import sentence_of
from governance.reading.text.columns import numbers_beside
from governance.reading.text.passages import BARE_MARK
from governance.reading.text.signs import plain, said, without_notes

SENTENCES: Final = (
    "A",
    "An",
    "The",
    "This",
    "Each",
    "Every",
    "Any",
    "If",
    "There",
    "It",
    "Where",
    "No",
    "All",
    "In",
    "Made",
    "Not",
)
"""Capitals that begin a sentence where a word in small letters follows."""

MOST_LINES: Final = 25
"""The most lines a paragraph may have; no clause is as long, and joining without end would take for ever."""

_SENTENCE: Final = re.compile(
    rf"(?:{'|'.join(SENTENCES)}) [a-z]|The (?:[A-Z][\w'-]* |of |and |the ){{1,8}}(?:may|shall|will|is|are|appoints?|has|must)(?!\w)"
)
_GOES_ON: Final = re.compile(
    r"(?:[,(\-]|(?<![a-z])(?:of|the|and|or|for|to|by|in|on|at|with|from|a|an|is|are|be|that|which|as))$",
    re.IGNORECASE,
)
_BEFORE_A_NOUN: Final = re.compile(r"(?<![a-z])(?:the|a|an|by|to|than|least|most)$", re.IGNORECASE)
_NEAR: Final = 5
_FEWEST_LISTED: Final = 2
_LEADS_IN: Final = re.compile(r"[A-Z][^:;.\d]{3,60}(?:\(\d{1,2}\))?:\s")
_MOST: Final = 200
_OF_A_NAME: Final = re.compile(
    r"(?:(?:Primary|Infants?|Junior|Nursery|Secondary|High|Special|First|Middle|Catholic|Church of England|CE|VC|VA|School|Unit|Academy|and|&)[ .\"'”’]*)+"
)
_DAY_BROKEN: Final = re.compile(
    r"(?:on|from|the|day|day of|[a-z]day)\s+\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?$", re.IGNORECASE
)
_MONTH_LAST: Final = re.compile(rf"\d(?:st|nd|rd|th)?,? (?:of )?(?:{'|'.join(MONTHS)}),?$", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")
_REST_OF_A_DAY: Final = re.compile(rf"(?:{'|'.join(MONTHS)}|day of)(?![a-z])", re.IGNORECASE)
_NAMES: Final = re.compile(r"name|known as|called|school:", re.IGNORECASE)
_LONE_NUMBER: Final = re.compile(r"\d{1,3}\s*[.;,]?")
_TOTAL_HEADING: Final = re.compile(r"total|number of|[:?]\s*-?\s*$", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"-?\s?page \d{1,3}(?: ?(?:of|/) ?\d{1,3})?\s?-?|-\s?\d{1,3}\s?-|(?:[a-z]:\\|\\\\).*|(?:file|https?)://\S*|.{0,100}\.(?:docx?|pdf|odt|rtf)",
    re.IGNORECASE,
)


def cleared(transcript: Transcript) -> Transcript:
    """Leave out page numbers, paths of files and notes to whoever fills in a form, and mark where paragraphs begin."""
    lines = _apart(_without_clutter(numbers_beside(transcript.lines)))
    return attrs.evolve(transcript, lines=tuple(lines))


def _apart(lines: Iterable[Line]) -> Iterator[Line]:
    before, ended, together = "", False, 0
    for line in lines:
        text = plain(said(line))
        found = sentence_of(text) if len(text) < _MOST else Sentence()
        apart = line.apart or ended or together == MOST_LINES or _begins(text, before, found)
        yield line if line.apart == apart else attrs.evolve(line, apart=apart)
        together = 0 if apart else together + 1
        before = text
        # A category whose number stands last leaves nothing to go on with.
        last = found.items[-1] if found.items else None
        ended = "|" in text or (
            last is not None and last.form == "label first" and not text[last.end :].strip(" );,.")
        )


def _begins(text: str, before: str, found: Sentence) -> bool:
    if "|" in text or BARE_MARK.match(text):
        return True
    first = _leading(found)
    leads = first is not None and first.start <= _NEAR
    if first is not None and leads and not first.alone:
        return not _BEFORE_A_NOUN.search(before)
    if _GOES_ON.search(before):
        return False
    return (leads and text[0].isupper()) or bool(_SENTENCE.match(text)) or _begins_with_list(text)


def _leading(found: Sentence) -> Item | None:
    """Give the item that a line begins with."""
    return next((item for item in found.items[:1] if item.start in found.leads), None)


def _begins_with_list(text: str) -> bool:
    """Whether a line leads in its own list: "Membership now: 12 foundation, 3 parents"."""
    match = _LEADS_IN.match(text)
    if match is None:
        return False
    found = sentence_of(text[match.end() :][:_MOST])
    first = _leading(found)
    return len(found.items) >= _FEWEST_LISTED and first is not None and first.start <= _NEAR


def _goes_on_with_name(before: str, words: str) -> bool:
    """Whether a line is only the rest of a school's name, or follows one that breaks off."""
    if _DAY_BROKEN.search(before) and _REST_OF_A_DAY.match(words):
        return True
    if _MONTH_LAST.search(before) and _YEAR.match(words):
        return True
    if words in ("and", "or") or (before.endswith("co-") and words.startswith("opt")):
        return True
    return before.endswith(("&", " St", " St.", " Ss", " SS")) or bool(
        _OF_A_NAME.fullmatch(words) and not before.endswith((".", ":", ";")) and _NAMES.search(before)
    )


def _joined(before: Line, words: str) -> Line:
    gap = "" if before.words.endswith("co-") else " "
    cells = (*before.cells[:-1], f"{before.cells[-1]}{gap}{words}") if before.cells else ()
    return attrs.evolve(before, words=f"{before.words}{gap}{words}", cells=cells)


def _without_clutter(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out what a page has besides its text, and put a number that slipped onto the next line with its words."""
    before: Line | None = None
    for line in lines:
        words = said(line)
        if (
            before is not None
            and not line.apart
            and not line.mark
            and not line.cells
            and (not before.cells or before.words.endswith("co-"))
            and _goes_on_with_name(before.words, words)
        ):
            before = _joined(before, words)
            continue
        alone = before is not None and not line.cells and _LONE_NUMBER.fullmatch(words)
        if alone and before is not None and not _TOTAL_HEADING.search(before.words):
            continue
        if _FURNITURE.fullmatch(words) or not without_notes(words).strip():
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before
