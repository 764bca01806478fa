"""Numbers that a document gives beside older ones: "2 (3)", last year's in brackets, and "from 5 to 7"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import NOT_GOVERNORS, labels
from governance.documents.reader.lists import Seat
from governance.documents.reader.numbers import WORDS, value_of
from governance.documents.reader.options import only_chosen
from governance.documents.reader.passages import Passage, role_of
from governance.documents.reader.words import plain

ONLY_NEW: Final = "the change is told without a full list of seats"

_TOLD: Final = re.compile(
    r"(?P<whose>[^().;]{0,80}?)(?:figures?|numbers?|ones?|seats|places|membership|constitution|position)?\s?"
    r"(?:is |are )?(?:shown |given |put )?(?:with)?in (?:brackets|parentheses)",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"in (?:brackets|parentheses)", re.IGNORECASE)
_TWO: Final = re.compile(r"(?P<first>(?<![\w.])\d{1,2})(?P<gap>\s?)\((?P<second>\d{1,2})\)")
_FROM_TO: Final = re.compile(r"(?<![a-z])from\s+(?P<old>\w+)\s+to\s+(?P<new>\w+)", re.IGNORECASE)
_BESIDE: Final = 60
_VALUE: Final = rf"(?:\d{{1,2}}|{'|'.join(WORDS)}|none|-)(?!\w)"
_OLDER: Final = r"(?:(?:the )?(?:current(?:ly)?|present|existing|previous(?:ly)?|former(?:ly)?|old) )?"
_ARROW: Final = re.compile(rf"(?<![\w-]){_VALUE}\s*(?:[-=]+>|[→⇒➔➜►▶⟶])\s*(?P<new>{_VALUE})", re.IGNORECASE)
_INSTEAD: Final = re.compile(
    rf"(?:\(\s*(?:was|were|previously|formerly|currently|at present|now|down from|up from|from|instead of|reduced from|increased from|not)\s+{_OLDER}{_VALUE}[^()\d]{{0,25}}\)"
    rf"|(?<![a-z])(?:instead of|rather than|in place of|as against|as opposed to|compared (?:with|to))\s+{_OLDER}{_VALUE})",
    re.IGNORECASE,
)
_REDUCED: Final = re.compile(
    rf"^(?:(?P<gap>\s*[:,(-][\s:,(-]*)(?=from)|(?P<verb>[\s:,(-]*)(?=[a-eg-z]))(?:(?:to be |will be )?(?:reduced|reducing|down|up|increased|increasing|cut|changed|changing|change|going|falling|rising|moving)\s+)?from\s+{_VALUE}\s+to\s+(?P<new>{_VALUE})\)?(?=\s*(?:[.;,)]|$))",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    rf"(?:of|with) (?:a total of )?{_VALUE}(?: governors| members| people)?,? of (?:which|whom) (?P<new>{_VALUE})(?: (?:are|is|must be|shall be|will be))?(?: an?| the)?\s+(?P<who>[a-z-]+(?: [a-z-]+)?)"
    rf"|(?<![a-z])(?P<some>{_VALUE}) of (?:the|our|its|those) (?P<all>{_VALUE})(?: [a-z]+)? (?:governors|members|seats|places)(?: [a-z]+){{0,5}} (?:are|is|must be|shall be|go to|belong to)(?: the)? (?P<them>[a-z-]+(?: [a-z-]+)?)",
    re.IGNORECASE,
)


def without_old_numbers(read: Sequence[Passage]) -> Sequence[Passage]:
    """Blank out the older number of each pair, where the document says which of the two stands in brackets."""
    read = [_without_arrows(passage) for passage in only_chosen(read)]
    told = next(
        (match for passage in read if _SIGN.search(passage.text) and (match := _TOLD.search(passage.text))),
        None,
    )
    if told is None:
        return read
    kept = "second" if role_of(told["whose"]) == "proposed" else "first"
    return [
        attrs.evolve(passage, text=_TWO.sub(lambda pair: _one_of(pair, kept), passage.text))
        for passage in read
    ]


def _without_arrows(passage: Passage) -> Passage:
    """Blank out what a number was: "6 -> 2", "2 (was 6)", "2 instead of 6"."""
    text = _newer(passage.text)
    if text == passage.text:
        return passage
    cells = tuple(_newer(plain(cell)) for cell in passage.line.cells)
    return attrs.evolve(passage, text=text, line=attrs.evolve(passage.line, cells=cells))


def _newer(text: str) -> str:
    for pattern in (_ARROW, _INSTEAD):
        text = pattern.sub(_only_new, text)
    named = labels(text)[:1]
    if named and not text[: named[0].start].strip(" -*"):
        end = named[0].end
        text = text[:end] + _REDUCED.sub(_only_new, text[end:])
    return text


def _only_new(match: "re.Match[str]") -> str:
    new = match.groupdict().get("new") or ""
    new = "0" if new and value_of(new) is None else new
    return " " * (len(match[0]) - len(new)) + new


def _one_of(pair: "re.Match[str]", kept: str) -> str:
    start = pair.start(kept) - pair.start()
    return " " * start + pair[kept] + " " * (len(pair[0]) - start - len(pair[kept]))


def _parts_of_all(passage: Passage) -> Iterator[Seat]:
    """Read "a governing body of 16, of which 5 are parents" and "three of the twelve governors are parents"."""
    for match in _OF_WHICH.finditer(passage.text):
        group = "who" if match["who"] else "them"
        count = value_of(match["new"] or match["some"])
        named = labels(passage.text[match.start(group) : match.end(group) + _BESIDE])
        if count is None or not named or named[0].start > 0 or named[0].category == NOT_GOVERNORS:
            continue
        seat = Entry(
            named[0].category, count, "number first", match.start(), match.end(), "inferred", ONLY_NEW
        )
        yield Seat(seat, passage, passage.words)


def changed_seats(read: Sequence[Passage]) -> Iterator[Seat]:
    """Find the seats of which a sentence says how many there were, and how many there are to be."""
    for passage in read:
        yield from _parts_of_all(passage)
        for match in _FROM_TO.finditer(passage.text):
            old, new = value_of(match["old"]), value_of(match["new"])
            begins = max(0, match.start() - _BESIDE)
            named = labels(passage.text[begins : match.start()])
            if old is None or new is None or not named or named[-1].category == NOT_GOVERNORS:
                continue
            entry = Entry(
                named[-1].category,
                new,
                "label first",
                begins + named[-1].start,
                match.end(),
                "inferred",
                ONLY_NEW,
            )
            yield Seat(entry, passage, passage.words)
