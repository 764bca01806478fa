"""The schools of a federation: their names and categories, and what the document says of each."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.model.names import SCHOOL_CATEGORIES
from governance.reading.evidence import Evidence
from governance.reading.facts.category import categories_in, category_in
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

_LEAD: Final = re.compile(
    r"(?:the )?(?:names? and categor(?:y|ies) of (?:the|each) )?(?:federated schools?|(?:the |its )schools(?: are)?(?=\s*(?::|are)?\s*$)|schools? (?:in|of|within|which make up|forming) (?:the|this) federation|member schools)(?![a-z])(?!\s*(?:that|is|who|with a))",
    re.IGNORECASE,
)
_ONE_LINE: Final = re.compile(
    r"(?:federated )?schools(?: (?:in|of) the federation)?\s*:\s*(?P<value>.*;.*)$", re.IGNORECASE
)
_FEDERATION: Final = (
    (
        "stated",
        re.compile(
            r"(?:the )?(?:(?:name of (?:the |this )?federation|federation(?:'s)? name)(?![a-z])|federation\s*[:-])",
            re.IGNORECASE,
        ),
    ),
    ("stated", _LEAD),
    (
        "inferred",
        re.compile(
            r"federated governing (?:body|board)|federation'?s governing (?:body|board)|size of the federation|(?:the|hard|new) federation (?:will|shall|is|has|from)|instruments? of govern\w+\W+.{0,50}federation|school governance \(federations\)",
            re.IGNORECASE,
        ),
    ),
)
_COMMA: Final = re.compile(
    rf"^(?P<name>.+), (?:which is )?an? (?P<category>{'|'.join(sorted(SCHOOL_CATEGORIES, key=len, reverse=True))})(?: primary| secondary| infant| junior)? school(?:; and|;|\.|,)?$",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"^(?P<name>.+?)\s?\((?P<category>[^()]+)\)(?:; and|;|\.|,)?$")
_DASH: Final = re.compile(r"^(?P<name>.+?)\s[-:]\s?(?P<category>[^:]+?)(?:; and|;|\.|,)?$")
_SCHOOL: Final = re.compile(
    r"(?<![a-z])(?:school|academy|nursery|college|infants?|juniors?|primary)(?![a-z])", re.IGNORECASE
)
_OTHER_CLAUSE: Final = re.compile(
    r"(?:the )?(?:name of|governing (?:body|board)|total|this instrument)", re.IGNORECASE
)
_MOST: Final = 20
_LONGEST_NAME: Final = 120


def federation(read: Sequence[Passage]) -> Evidence | None:
    """Give the evidence that the document is about a federation."""
    for sure, pattern in _FEDERATION:
        for passage in read:
            if pattern.search(passage.text) if sure == "inferred" else pattern.match(passage.text):
                if sure == "stated":
                    return stated("school.category", "federation", passage)
                return stated(
                    "school.category",
                    "federation",
                    passage,
                    sure="inferred",
                    because="it speaks of a federation",
                )
    return None


def schools(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the schools of the federation, and the numbers of the passages that list them."""
    found: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        if one_line := _ONE_LINE.match(passage.text):
            return list(_of_one_line(passage, one_line.start("value"))), {passage.number}
    lead: Passage | None = None
    for passage in read:
        if lead is None:
            if passage.opens and _LEAD.match(passage.text):
                lead = passage
            continue
        read_school = _school(passage)
        if passage.under is not lead or read_school is None:
            break
        number = len(taken)
        taken.add(passage.number)
        name, category = read_school
        found.append(stated(f"schools.{number}.name", name, passage))
        if category:
            found.append(stated(f"schools.{number}.category", category, passage))
        if len(taken) == _MOST:
            break
    return found, taken


def _school(passage: Passage) -> tuple[str, str | None] | None:
    """Read a name and a category from a line of the list; None where it is no school."""
    if _OTHER_CLAUSE.match(passage.text):
        return None
    if match := _COMMA.match(passage.text):
        return value(passage, *match.span("name")), match["category"].lower()
    for pattern in (_BRACKET, _DASH):
        match = pattern.match(passage.text)
        if match and (category := category_in(match["category"])):
            return value(passage, *match.span("name")).rstrip(" -,"), category
    if (
        not _SCHOOL.search(passage.text)
        or len(passage.text) > _LONGEST_NAME
        or (categories_in(passage.text[-30:]) and "," in passage.text)
    ):
        return None
    return value(passage, 0), None


def _of_one_line(passage: Passage, start: int) -> Iterator[Evidence]:
    end = passage.text.find(". ", start)
    text = passage.text[start : end if end > 0 else len(passage.text)]
    for number, part in enumerate(part.strip(" .") for part in text.split(";")[:_MOST]):
        match = _BRACKET.match(part) or _DASH.match(part)
        category = category_in(match["category"]) if match else None
        name = match["name"].strip() if match and category else part
        if not name:
            continue
        yield stated(f"schools.{number}.name", name, passage)
        if category:
            yield stated(f"schools.{number}.category", category, passage)
