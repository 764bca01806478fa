"""What kind of document it is: whether the law that is encoded covers its subject, and whether it is fit to state anything.

A school in Wales, an academy, a college or an independent school has another law: that is said, and there is no board and no verdict.
Guidance on boards at large has none either. Minutes, guidance, an article or a program may hold the words of an instrument;
what is read from one is never called stated.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from governance.reading.board.items import NOBODY
from governance.reading.board.people import counted_people
from governance.reading.evidence import Evidence
from governance.reading.evidence_words import quoted
from governance.reading.facts.category import categories_in
from governance.reading.facts.school_names import FEWEST_CATEGORIES, names_in
from governance.reading.phrases.said import entries, find
from governance.reading.phrases.words import named, seats_in
from governance.reading.text.passages import Passage

ENOUGH: Final = 2
"""The weight that the marks of a kind must come to; one plain mark has it alone."""

_PLAIN, _OWN = 9, 3
_TO_FILL_IN: Final = re.compile(r"(?i)^[^\w\[]{0,9}\[[^\]\w]{0,9}\w[^\]]{0,60}\] [\w -]{0,30}governors?\b")
_BLANK: Final = re.compile(
    r"(?i)name of (?:the )?(?:school|governing b\w{3,4})[^.…_]{0,60}(?:\.{4}|…{2}|_{4})"
)
"""A model instrument has a place to fill in where an instrument has the number of a category, or the name."""
_ADDRESS: Final = re.compile(r"(?i)[\w.+-]{1,64}@[\w.-]{1,80}|(?:https?://|www\.)\S{1,200}")
_INSTRUMENT: Final = re.compile(
    r"(?i)instruments? of (?:government|governance|governors)|this instrument"
    r"|governing (?:body|board)|management committee|board of governors"
)
_ITSELF: Final = re.compile(
    r"(?i)\b(?:this|the present) instrument|^\W{0,9}(?:the )?instrument of govern(?:ment|ance)(?![^.]{0,80}[.:;])"
    r"|name of the (?:school|federation|unit|group of units) (?:is|shall be)|\bmade by (?:order|resolution) of"
)
"""How an instrument, or a draft of one, speaks of itself."""
_PASSED_ON: Final = re.compile(r"terms\.|instrument\.(?:made_on|effective_on)$")
TOLD: Final = "the document tells of it, and is no instrument"
_CODE: Final = re.compile(
    r"[{}\\]\s*$|\);\s*$|==|=>|->|::|!=|</?\w+[^<>]*>|^\s*[@#]\w+[\w(]|\w\(\)|\w\.\w+\("
    r"|^\s*(?:def|import|assert|function|var|const|public|private|void|#include|elif)\b.*[:;{(=]"
    r"|^\s*\[{1,2}[\w.]+\]{1,2}\s*$|^\s*\w[\w.-]{0,40} ?= ?[\"'\[{\d]"
)
"""How lines of a program look, and of a file of keys and values."""
_SHARE_OF_CODE, _FEWEST, _FEWEST_SEATS = 0.15, 2, 3
_EXCERPT: Final = 4
"""So few paragraphs are a clause that somebody copied."""
_TELL: Final = re.compile(
    r"school\.(?:name|category)|instrument\.(?:governing_body|made_by|made_on|effective_on)"
)


def kind_of_document(read: Sequence[Passage], evidence: Collection[Evidence]) -> tuple[str, str]:
    """Say why a document is beyond the law that is encoded, and why nothing is stated by it; "" where it is not so.

    `evidence` is what was read of the school and its category.
    """
    known = {one.field for one in evidence if one.sure == "stated" or one.field == "school.name"}
    marks: dict[str, dict[str, int]] = {}
    heaviest: dict[str, Passage] = {}
    told = [(one, mark) for one in read for mark in _marks(one)]
    told += [(one, mark) for one in read[:1] for mark in _at_large(read)]
    for passage, (kind, words, weight) in told:
        own = marks.setdefault(kind, {})
        if weight > max(own.values(), default=-1):
            heaviest[kind] = passage
        # What differs by a number alone is said once.
        own[re.sub(r"\d+", "1", words.lower())] = weight
    if sum(marks.get("guidance", {}).values()) >= ENOUGH:
        # What tells of schools by name, be they ever so many, is no guidance that speaks of none; nor is what counts people.
        known |= {"school.name"} if any(names_in(one.words) for one in read) else set()
        marks.setdefault("own", {})["people"] = _OWN if counted_people(read) else 0
    weights = {kind: sum(own.values()) for kind, own in marks.items()}
    beyond, unfit, most = "", "", 0
    for one in entries("kinds", "kind"):
        kind, weight = one["kind"], weights.get(one["kind"], 0)
        against = 1 + sum(weights.get(other, 0) for other in one.get("against", ()))
        if not unfit and 0 < one.get("doubt", 0) <= weight >= against:
            unfit = f"it stands in {kind}, and not in an instrument"
        enough = weight >= max(ENOUGH, against) and weight > most
        if one.get("beyond") and one.get("unless") not in known and enough:
            beyond = f"{one['says']} {quoted(heaviest[kind].words, heaviest[kind].where)}"
            most = weight
    return beyond, unfit


def _at_large(read: Sequence[Passage]) -> Iterator[tuple[str, str, int]]:
    """Give what the whole of a document has that shows a kind of document, and what it weighs."""
    seats = {one.category for passage in read for one in named(passage.text)} - {NOBODY}
    counted = {one.category for passage in read for one in seats_in(passage.text) if one.count is not None}
    # Every maintained school has a governor of its authority: a board without one is no proof, and adds to one.
    yield "academy", "no authority", int({"parent", "staff"} <= counted and "local_authority" not in seats)
    kinds = {one for passage in read for one in categories_in(passage.text)}
    several = int(len(kinds - {"community", "foundation", "federation"}) > 1)
    yield from (("guidance", one, several) for one in ("a kind of school", "another kind"))
    yield "guidance", "categories", int(len(seats) >= FEWEST_CATEGORIES)


def _marks(passage: Passage) -> Iterator[tuple[str, str, int]]:
    """Give what a passage has that shows a kind of document, and what it weighs."""
    # The words of an address are those of whoever hosts it; an academy is called so there.
    text = _ADDRESS.sub(" ", passage.text)
    if re.search(r"(?i)@[\w.-]{0,80}academ", passage.text):
        yield "academy", "address", ENOUGH
    for one in find("kinds", text):
        yield one.field.removesuffix(" of a kind"), text[one.start : one.end], one.value
    blank = [passage.words] if _BLANK.search(passage.words) and not names_in(passage.words) else []
    for words in _TO_FILL_IN.findall(passage.words) + blank:
        yield "guidance", words, _PLAIN
    # The law asks for two parents, and for no number of co-opted governors: more of one is somebody's own board.
    if any((one.count or 0) >= (1 if one.category == "co_opted" else 3) for one in seats_in(passage.text)):
        yield "own", "seats", _OWN


def hearsay(read: Sequence[Passage]) -> Callable[[Evidence], object]:
    """Tell what a document that is no instrument only passes on: days and terms; of an excerpt nobody can tell."""
    own = len(read) <= _EXCERPT or any(_ITSELF.search(passage.text) for passage in read)
    return lambda one: not own and _PASSED_ON.match(one.field)


def unfit(read: Sequence[Passage], evidence: Sequence[Evidence]) -> str:
    """Say why a document is not fit to state anything; "" where it is an instrument, a draft or a description of a board."""
    code = sum(bool(_CODE.search(passage.words)) for passage in read)
    if code > max(_FEWEST, _SHARE_OF_CODE * len(read)):
        return "it stands in a program or a file of data, and in no document about a board"
    told = {one.field for one in evidence if one.sure == "stated" and _TELL.fullmatch(one.field)}
    seats = sum(one.field.startswith("seats.") and one.field != "seats.total" for one in evidence)
    speaks = (seats or len(told) >= _FEWEST) and any(_INSTRUMENT.search(passage.text) for passage in read)
    if len(read) <= _EXCERPT or seats >= _FEWEST_SEATS or speaks:
        return ""
    return "the document is not recognisably an instrument, a draft of one or a description of a board"
