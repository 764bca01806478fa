"""What a document is: whether its subject is outside the law that is encoded, and whether it is fit to state anything.

A school in Wales, an academy or an independent school has another law: that is said, and there is no verdict. Minutes,
guidance, an article or a program may hold the words of an instrument; what is read from one is never called stated.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.documents.reader.passages import Passage
from governance.documents.reader.understood import Evidence

_SUBJECTS: Final = (
    (
        "a school in {}",
        re.compile(
            r"\((?P<where>Wales|Scotland|Northern Ireland)\)"
            r"|(?:school|college|nursery|council|authority|board|body)(?![a-z])[^.;]{0,80} in (?P<place>Wales|Scotland|Northern Ireland)(?! and England)(?![a-z])"
            r"|(?P<welsh>Welsh Ministers|Welsh Government|Llywodraeth Cymru)"
        ),
    ),
    (
        "an academy",
        re.compile(
            r"(?<![a-z])(?:is|are|as) an academy(?! order)(?![a-z])|articles of association|trust'?s'? scheme of delegation|scheme of delegation of the [a-z ]{0,40}trust|(?:multi[- ])?academy trust(?! (?:nearby|next))|(?:academy|master) funding agreement",
            re.IGNORECASE,
        ),
    ),
    (
        "an independent school",
        re.compile(
            r"(?:is|as|are) an? (?:[a-z]+ )?independent (?:[a-z]+ )?(?:school|college)|non-maintained special school",
            re.IGNORECASE,
        ),
    ),
)
_NOT_FOR_US: Final = re.compile(
    r"(?:not|no longer|become|becoming|became|convert\w*|propos\w*|was|formerly|another|nearby|local|neighbouring)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_MOST: Final = 60
"""A document tells of its subject in so many paragraphs, and not at its end."""

GENERAL: Final = re.compile(
    r"(?:^|[.;:]\s+)(?:(?:all|any|each|every|most|the|a|maintained|school|schools'|federated|local|other) )*"
    r"(?:boards|governing (?:bodies|boards|body of a)|schools|federations|committees)(?: of [a-z ]{3,40})?\s+(?:must|should|may|can|need|have to|are required|shall)(?![a-z])",
    re.IGNORECASE,
)
"""A sentence about boards at large: it says what they must have, and not what one has."""

_INSTRUMENT: Final = re.compile(
    r"instruments? of (?:government|governance|governors)|this instrument|(?:governing (?:body|board)|management committee|board of governors)",
    re.IGNORECASE,
)
_KINDS: Final = (
    (
        "minutes",
        re.compile(
            r"(?:\w+ ){0,4}minutes of|(?:present|apologies|in attendance)\s*:|matters arising", re.IGNORECASE
        ),
    ),
    ("guidance", GENERAL),
)
_CODE: Final = re.compile(
    r"[{}\\]\s*$|\);\s*$|^\s*(?:def|import|assert|function|var|const|public|private|void|#include|elif)\b.*[:;{(=]|==|=>|->|::|!=|</?\w+[^<>]*>|^\s*[@#]\w+[\w(]|\w\(\)|\w\.\w+\("
)
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


def outside(read: Sequence[Passage], kind: Sequence[Evidence]) -> str:
    """Say that the subject is outside the law that is encoded, with the words that show it; "" where nothing does.

    A category of maintained school that is stated outweighs talk of academies and independent schools.
    """
    maintained = any(one.field == "school.category" and one.sure == "stated" for one in kind)
    for subject, pattern in _SUBJECTS[: 1 if maintained else None]:
        for passage in read[:_MOST]:
            match = pattern.search(passage.text)
            if match is None or _NOT_FOR_US.search(passage.text[: match.start()]):
                continue
            groups = match.groupdict()
            place = groups.get("where") or groups.get("place") or ("Wales" if groups.get("welsh") else "")
            where = f" ({passage.where})" if str(passage.where) else ""
            return (
                f"It is about {subject.format(place)}, which is not covered: the law that is encoded is that of maintained schools "
                f'in England. "{_short(passage.words)}"{where}'
            )
    return ""


def _short(words: str) -> str:
    return words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED].rsplit(' ', 1)[0]} ..."


_MOST_QUOTED: Final = 110


def unfit(read: Sequence[Passage], evidence: Sequence[Evidence]) -> str:
    """Say why a document is not fit to state anything; "" where it is an instrument, a draft or a description of a board."""
    code = sum(bool(_CODE.search(passage.words)) for passage in read)
    if code > max(_FEWEST, _SHARE_OF_CODE * len(read)):
        return "it stands in a program or a file of data, and in no document about a board"
    of = next((name for name, pattern in _KINDS if any(pattern.match(one.text) for one in read)), "")
    if of:
        return f"it stands in {of}, and not in an instrument"
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
