"""What kind of document it is: whether the law that is encoded covers its subject, and whether it is fit to state anything.

A school in Wales, an academy or an independent school has another law: that is said, and there is no board and no verdict.
Guidance on boards at large has none either. Minutes, guidance, an article or a program may hold the words of an instrument;
what is read from one is never called stated.
"""

import functools
import re
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.phrases.said import entries, find
from governance.reading.text.passages import Passage

ENOUGH: Final = 2
"""The weight that the marks of a kind must come to; one plain mark has it alone."""

_MOST_QUOTED: Final = 110
_INSTRUMENT: Final = re.compile(
    r"instruments? of (?:government|governance|governors)|this instrument|(?:governing (?:body|board)|management committee|board of governors)",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"[{}\\]\s*$|\);\s*$|^\s*(?:def|import|assert|function|var|const|public|private|void|#include|elif)\b.*[:;{(=]|==|=>|->|::|!=|</?\w+[^<>]*>|^\s*[@#]\w+[\w(]|\w\(\)|\w\.\w+\("
    r"|^\s*\[{1,2}[\w.]+\]{1,2}\s*$|^\s*\w[\w.-]{0,40} ?= ?[\"'\[{\d]"
)
"""How lines of a program look, and of a file of keys and values."""
_SHARE_OF_CODE: Final = 0.15
_FEWEST: Final = 2
_EXCERPT: Final = 4
"""So few paragraphs are a clause that somebody copied."""
_FEWEST_SEATS: Final = 3
_TELL: Final = frozenset(
    {
        "school.name",
        "school.category",
        "instrument.governing_body",
        "instrument.made_by",
        "instrument.made_on",
        "instrument.effective_on",
    }
)


@attrs.frozen
class Kind:
    """A kind of document, what is said of it and what of it follows; the keys are those of the file."""

    kind: str
    says: str
    beyond: bool = False
    doubt: int = 0
    against: str = ""
    unless: str = ""


@attrs.frozen
class Told:
    """What the kind of a document comes to: why it is beyond the law that is encoded; or why nothing is stated by it."""

    beyond: str = ""
    unfit: str = ""


@functools.lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Load the kinds; their marks are read by `said`."""
    return tuple(Kind(**one) for one in entries("kinds", "kind"))


def kind_of_document(read: Sequence[Passage], evidence: Collection[Evidence]) -> Told:
    """Tell what a document is; `evidence` is what was read of the school and its category."""
    known = {one.field for one in evidence if one.sure == "stated" or one.field == "school.name"}
    marks: dict[str, dict[str, int]] = {}
    first: dict[str, Passage] = {}
    for passage in read:
        for mark in find("kinds", passage.text):
            marks.setdefault(mark.field, {})[passage.text[mark.start : mark.end].lower()] = mark.value
            first.setdefault(mark.field, passage)
    weights = {kind: sum(own.values()) for kind, own in marks.items()}
    unfit = next((one.kind for one in kinds() if 0 < one.doubt <= weights.get(one.kind, 0)), "")
    unfit = unfit and f"it stands in {unfit}, and not in an instrument"
    beyond = [
        one
        for one in kinds()
        if one.beyond
        and one.unless not in known
        and weights.get(one.kind, 0) >= max(ENOUGH, 1 + weights.get(one.against, 0))
    ]
    if not beyond:
        return Told(unfit=unfit)
    kind = beyond[0]
    passage = first[kind.kind]
    where = f" ({passage.where})" if str(passage.where) else ""
    return Told(f'{kind.says} "{_short(passage.words)}"{where}', unfit)


def _short(words: str) -> str:
    return words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED].rsplit(' ', 1)[0]} ..."


def unfit(read: Sequence[Passage], evidence: Sequence[Evidence]) -> str:
    """Say why a document is not fit to state anything; "" where it is an instrument, a draft or a description of a board."""
    code = sum(bool(_CODE.search(passage.words)) for passage in read)
    if code > max(_FEWEST, _SHARE_OF_CODE * len(read)):
        return "it stands in a program or a file of data, and in no document about a board"
    told = {one.field for one in evidence if one.sure == "stated"}
    seats = sum(one.field.startswith("seats.") and one.field != "seats.total" for one in evidence)
    speaks = any(_INSTRUMENT.search(passage.text) for passage in read)
    if (
        len(read) <= _EXCERPT
        or seats >= _FEWEST_SEATS
        or (speaks and (seats or len(told & _TELL) >= _FEWEST))
    ):
        return ""
    return "the document is not recognisably an instrument, a draft of one or a description of a board"


def in_doubt(evidence: Sequence[Evidence], because: str) -> list[Evidence]:
    """Call inferred what would be stated, where a document is not fit to state it."""
    return [
        attrs.evolve(one, sure="inferred", because=because) if because and one.sure == "stated" else one
        for one in evidence
    ]
