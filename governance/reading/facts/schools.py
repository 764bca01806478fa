"""The schools of a federation: their names and categories, and what the document says of each."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.facts.category import CATEGORY, FEDERAL, categories_in, category_in
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

_LEAD: Final = re.compile(
    r"(?i)(?:the )?(?:names? and categor(?:y|ies) of (?:the|each) )?"
    r"(?:federated schools?|(?:the |its )schools(?: are)?(?=\s*(?::|are)?\s*$)|member schools"
    r"|schools? (?:in|of|within|which make up|forming) (?:the|this) federation)"
    r"(?![a-z])(?!\s*(?:that|is|who|with a))"
)
_NAMED: Final = re.compile(
    r"(?i)(?:the )?(?:(?:name of (?:the |this )?federation|federation(?:'s)? name)(?![a-z])|federation\s*[:-])"
)
_SPOKEN: Final = re.compile(
    r"(?i)federat(?:ed|ion'?s) governing (?:body|board)|size of the federation|school governance \(federations\)"
    r"|(?:the|hard|new) federation (?:will|shall|is|has|from)|instruments? of govern\w+\W+.{0,50}federation"
)
_ONE_LINE: Final = re.compile(r"(?i)(?:federated )?schools(?: (?:in|of) the federation)?\s*:(?=.*;)")
_WITH_CATEGORY: Final = tuple(
    re.compile(rf"(?i)\A(?P<name>.+{form}(?:; and|;|\.|,)?$")
    for form in (
        r"), (?:which is )?an? (?P<category>[a-z ]+?)(?: primary| secondary| infant| junior)? school",
        r"?)\s?\((?P<category>[^()]+)\)",
        r"?)\s[-:]\s?(?P<category>[^:]+?)",
    )
)
_SCHOOL: Final = re.compile(r"(?i)\b(?:school|academy|nursery|college|infants?|juniors?|primary)\b")
_OTHER_CLAUSE: Final = re.compile(r"(?i)(?:the )?(?:name of|governing (?:body|board)|total|this instrument)")
_MOST, _LONGEST_NAME = 20, 120


def federation(read: Sequence[Passage]) -> Evidence | None:
    """Give the evidence that the document is about a federation."""
    named = (one for one in read if _NAMED.match(one.text) or _LEAD.match(one.text))
    ways = (("", named), (FEDERAL, (one for one in read if _SPOKEN.search(one.text))))
    return next((stated(CATEGORY, "federation", one, because=why) for why, own in ways for one in own), None)


def schools(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the schools of the federation, and the numbers of the passages that list them."""
    listed = [*_in_one_line(read)] or [(one, 0, len(one.text)) for one in _under_a_lead(read)]
    found: list[Evidence] = []
    for number, (passage, start, end) in enumerate(listed[:_MOST]):
        name, category = _school(passage, start, end)
        found.append(stated(f"schools.{number}.name", name, passage))
        found += [stated(f"schools.{number}.category", category, passage)] if category else []
    return found, {passage.number for passage, _, _ in listed[:_MOST]}


def _in_one_line(read: Sequence[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """Give the parts of the first line that lists the schools between semicolons."""
    for passage in read:
        if lead := _ONE_LINE.match(passage.text):
            stop = f"{passage.text}. ".index(". ", lead.end())
            parts = re.compile("[^;]+").finditer(passage.text, lead.end(), stop)
            yield from ((passage, *part.span()) for part in parts if value(passage, *part.span()))
            return


def _under_a_lead(read: Sequence[Passage]) -> Iterator[Passage]:
    """Give the lines under the first lead-in to the schools, as long as each gives one."""
    lead = next((one for one in read if one.opens and _LEAD.match(one.text)), None)
    for passage in (one for one in read if lead is not None and one.number > lead.number):
        text = passage.text
        several = bool(categories_in(text[-30:])) and "," in text
        named = _SCHOOL.search(text) and len(text) <= _LONGEST_NAME and not several
        known = not _OTHER_CLAUSE.match(text) and (named or _school(passage, 0, len(text))[1])
        if passage.under is not lead or not known:
            return
        yield passage


def _school(passage: Passage, start: int, end: int) -> tuple[str, str | None]:
    """Give the name and the category in a part of a passage."""
    text = passage.text[start:end]
    for pattern in _WITH_CATEGORY:
        if (match := pattern.match(text)) and (category := category_in(match["category"])):
            return value(passage, start, start + match.end("name")).rstrip(" -,"), category
    return value(passage, start, end), None
