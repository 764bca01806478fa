"""What kind of document it is: whether the law that is encoded covers its subject, and whether it is fit to state anything.

A school in Wales, an academy or an independent school has another law: that is said, and there is no board and no verdict.
Guidance on boards at large has none either. Minutes, guidance, an article or a program may hold the words of an instrument;
what is read from one is never called stated.
"""

import functools
import re
import tomllib
from collections.abc import Collection, Sequence
from importlib import resources
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Remark
from governance.reading.text.passages import Passage

ENOUGH: Final = 2
"""The weight that the marks of a kind must come to; one plain mark has it alone."""

_MOST: Final = 400_000
_MOST_QUOTED: Final = 110
_NOT_OF_IT: Final = re.compile(
    r"(?:not|no longer|become|becoming|became|convert\w*|was|formerly|another|nearby|neighbouring)\W+(?:\w+\W+){0,4}$"
)
"""What shows that the words are not of the school: "it is not an academy", "the neighbouring Academy Trust"."""
_BEFORE: Final = 60

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
    """A kind of document, what is said of it, and which field that is stated shows that it is none; `beyond` the law."""

    name: str
    says: str
    beyond: bool = False
    board: bool = False
    unless: str = ""


@attrs.frozen
class Mark:
    """A phrase that tells of a kind, with its weight."""

    kind: str
    words: str
    weight: int


@attrs.frozen
class Told:
    """What the kind of a document comes to: no board, with the reason; beyond the law; or nothing stated."""

    remark: Remark | None = None
    beyond: str = ""
    unfit: str = ""


@functools.lru_cache(maxsize=1)
def marks() -> tuple[tuple[Mark, ...], tuple[Kind, ...]]:
    """Load the phrases, and the kinds."""
    data = tomllib.loads(
        (resources.files("governance.reading.phrases") / "kinds.toml").read_text(encoding="utf-8")
    )
    found = [Mark(one["kind"], words, one["weight"]) for one in data["mark"] for words in one["words"]]
    kinds = [
        Kind(
            one["kind"], one["says"], one.get("beyond", False), one.get("board", False), one.get("unless", "")
        )
        for one in data["kind"]
    ]
    return tuple(found), tuple(kinds)


def kind_of_document(read: Sequence[Passage], evidence: Collection[Evidence]) -> Told:
    """Tell what a document is; `evidence` is what was read of the school and its category."""
    stated = {one.field for one in evidence if one.sure == "stated"} | {
        one.field for one in evidence if one.field == "school.name"
    }
    found, kinds = marks()
    weights: dict[str, int] = {}
    first: dict[str, Passage] = {}
    lower = _lower(read)
    for mark in found:
        quoted = next((one for one, text in lower if _holds(text, mark.words)), None)
        if quoted is not None:
            weights[mark.kind] = weights.get(mark.kind, 0) + mark.weight
            first.setdefault(mark.kind, quoted)
    told = [kind for kind in kinds if weights.get(kind.name, 0) >= ENOUGH]
    unfit = next(
        (f"it stands in {kind.name}, and not in an instrument" for kind in told if not kind.beyond), ""
    )
    none = [kind for kind in told if not kind.board and kind.unless not in stated]
    if not none:
        return Told(unfit=unfit)
    kind = max(none, key=lambda one: weights[one.name])
    passage = first[kind.name]
    where = f" ({passage.where})" if str(passage.where) else ""
    beyond = f'{kind.says} "{_short(passage.words)}"{where}' if kind.beyond else ""
    remark = Remark("note", kind.says, ((passage.words, passage.where),))
    return Told(remark, beyond, unfit)


def _lower(read: Sequence[Passage]) -> list[tuple[Passage, str]]:
    length = 0
    found = []
    for passage in read:
        length += len(passage.text)
        if length > _MOST:
            break
        found.append((passage, f"^ {passage.text.lower()} "))
    return found


def _holds(text: str, words: str) -> bool:
    place = text.find(words)
    return place >= 0 and not _NOT_OF_IT.search(text[max(0, place - _BEFORE) : place])


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
