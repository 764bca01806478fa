"""A transcript made ready for its grammar: without what a page has besides its text, and with its clauses apart.

Lines are joined into paragraphs by their shape. Where the words of a line show that it begins something of its own, it
is marked so here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.items import Item, Sentence
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.phrases.days import MONTHS
from governance.reading.phrases.words import counts, named, sentence_of
from governance.reading.text.columns import numbers_beside
from governance.reading.text.passages import BARE_MARK, HEADINGS
from governance.reading.text.signs import plain, said, without_notes

BEGINNINGS: Final = (
    r"(?:the )?name of (?:the )?[a-z]+",
    "category",
    "(?:the )?total",
    "school name",
    "unit name",
    "made by order",
    "number of governors",
    "signed",
    "seal(?:ed)?",
    "dated this",
    "date (?:made|of)",
    "this instrument",
    "(?:the )?terms? of office",
)
"""Words that begin a clause, and so a paragraph."""

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

_BEGINS: Final = re.compile(
    rf"(?:{'|'.join(BEGINNINGS)})(?![a-z])|(?:the )?(?:{'|'.join(HEADINGS)})\W*$", re.IGNORECASE
)
_OF_A_SCHOOL: Final = re.compile(r"[^:()]{3,200} \((?:[A-Za-z/]+ ?){1,5}\):\s")
_SENTENCE: Final = re.compile(
    rf"(?:{'|'.join(SENTENCES)}) [a-z]|The (?:[A-Z][\w'-]* |of |and |the ){{1,8}}(?:may|shall|will|is|are|appoints?|has|must)(?!\w)"
)
_GOES_ON: Final = re.compile(
    r"(?:[,(\-]|(?<![a-z])(?:of|the|and|or|for|to|by|in|on|at|with|from|a|an|is|are|be|that|which|as))$",
    re.IGNORECASE,
)
_BEFORE_A_NOUN: Final = re.compile(
    r"(?<![a-z])(?:the|a|an|by|to|for|in|on|at|from|or|than|least|most)$", re.IGNORECASE
)
_ITEM_ENDS: Final = re.compile(r";\s*(?:and|or)?$")
_SIGN: Final = re.compile(r"\s{0,40}(?::|=|-\s|\.{3})")
_NUMBERED: Final = re.compile(r"\(?[\da-z]", re.IGNORECASE)
_NEAR: Final = 5
_FEWEST_LISTED: Final = 2
_LEADS_IN: Final = re.compile(r"[A-Z][^:;.\d]{3,60}(?:\(\d{1,2}\))?:\s")
_MOST: Final = 200
_TWO_LEVELS: Final = re.compile(r"(\d{1,2})\.(\d{1,3}(?:\.\d{0,2})?)")
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
_AWAITS_NUMBER: Final = re.compile(r"(?:\.{3}|…)\s?$")
_TOTAL_HEADING: Final = re.compile(r"total|number of|[:?]\s*-?\s*$", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"-?\s?page \d{1,3}(?: ?(?:of|/) ?\d{1,3})?\s?-?|-\s?\d{1,3}\s?-|(?:[a-z]:\\|\\\\).*|(?:file|https?)://\S*|.{0,100}\.(?:docx?|pdf|odt|rtf)",
    re.IGNORECASE,
)


def cleared(transcript: Transcript) -> Transcript:
    """Leave out page numbers, paths of files and notes to whoever fills in a form, and mark where paragraphs begin."""
    return attrs.evolve(
        transcript,
        lines=tuple(_apart(list(_counts_apart(_without_clutter(numbers_beside(transcript.lines)))))),
    )


def _counts_apart(lines: Iterator[Line]) -> Iterator[Line]:
    """Part a number from the mark it ran into, where the marks before tell: after 5.3, "5.44 parents" is 5.4 and 4."""
    last: tuple[int, int] | None = None
    for line in lines:
        match = _TWO_LEVELS.fullmatch(line.mark)
        if match is None:
            yield line
            continue
        clause, rest = int(match[1]), match[2]
        wanted = str(last[1] + 1) if last and last[0] == clause else "1"
        digits = rest.removeprefix(wanted).lstrip(".")
        if rest.strip(".") == wanted or not rest.startswith(wanted) or not digits.isdecimal():
            last = (clause, int(rest.strip(".").split(".")[0]))
            yield line
        else:
            last = (clause, int(wanted))
            yield attrs.evolve(line, mark=f"{clause}.{wanted}", words=f"{digits} {line.words}")


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    before = ""
    seats_before = False
    together = 0
    for line in lines:
        text = plain(said(line))
        found = sentence_of(text) if len(text) < _MOST else Sentence()
        ended = bool(_ITEM_ENDS.search(before)) or "|" in before or seats_before
        apart = line.apart or ended or together == MOST_LINES or _begins(text, before, found)
        yield line if line.apart == apart else attrs.evolve(line, apart=apart)
        together = 0 if apart else together + 1
        before = text
        # A category whose number stands last leaves nothing to go on with.
        seats_before = (
            bool(found.items)
            and found.items[-1].form == "label first"
            and not text[found.items[-1].end :].strip(" );,.")
        )


def _begins(text: str, before: str, found: Sentence) -> bool:
    if (
        "|" in text
        or BARE_MARK.match(text)
        or (_BEGINS.match(text) and not _BEFORE_A_NOUN.search(before) and not _ends_in_number(before))
        or _OF_A_SCHOOL.match(text)
    ):
        return True
    if _SENTENCE.match(text) and not _GOES_ON.search(before):
        return True
    if _begins_with_label(text) or _begins_with_list(text):
        return True
    first = _leading(found)
    if first is None or (first.start > _NEAR if not first.doubt else not _ends_with_seats(before)):
        return False
    if not first.alone:
        return not _BEFORE_A_NOUN.search(before)
    listed = text[0].isupper() or _leading(sentence_of(before[:_MOST])) is not None
    return listed and not _GOES_ON.search(before)


def _ends_in_number(before: str) -> bool:
    """Whether a line breaks off after a number, so that what is counted begins the next: "the head and 7"."""
    found = counts(before[-_MOST:])
    return bool(found) and found[-1].end == len(before[-_MOST:])


def _ends_with_seats(before: str) -> bool:
    """Whether a line ends with some seats, so that a limit in the next one is another item."""
    last = sentence_of(before[-_MOST:]).items[-1:]
    return bool(last) and last[0].end >= len(before[-_MOST:].rstrip(" ;,."))


def _leading(found: Sentence) -> Item | None:
    """Give the item that a line begins with."""
    return next((item for item in found.items[:1] if item.start in found.leads), None)


def _begins_with_label(text: str) -> bool:
    """Whether a line is a category of governor and a colon, whatever follows: "Partnership governors: N/A"."""
    found = named(text[:_MOST])
    return bool(found) and found[0].start == 0 and bool(_SIGN.match(text, found[0].end))


def _begins_with_list(text: str) -> bool:
    """Whether a line leads in its own list: "Membership now: 12 foundation, 3 parents"."""
    match = _LEADS_IN.match(text)
    if match is None:
        return False
    found = sentence_of(text[match.end() :][:_MOST])
    first = _leading(found)
    return len(found.items) >= _FEWEST_LISTED and first is not None and first.start <= _NEAR


def _closes_quotation(before: Line, line: Line) -> bool:
    """Whether a line closes the quotation mark that the line before it opens, whatever else it looks like."""
    if line.apart or line.cells or before.cells or _NUMBERED.match(line.mark):
        return False
    closes, opens = line.words.find("”"), line.words.find("“")
    if closes < 0 or -1 < opens < closes:
        return False
    return before.words.count("“") > before.words.count("”")


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
        if before is not None and _closes_quotation(before, line):
            rest = f"{line.mark} {words}".strip()
            before = attrs.evolve(before, words=f"{before.words} {rest}")
            continue
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
        if _LONE_NUMBER.fullmatch(words) and before is not None and not line.cells:
            if _AWAITS_NUMBER.search(before.words):
                before = attrs.evolve(before, words=f"{before.words} {words}")
                continue
            if not _TOTAL_HEADING.search(before.words):
                continue
        if _FURNITURE.fullmatch(words) or not without_notes(words).strip():
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before
