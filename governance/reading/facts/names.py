"""Who the document is about, and who makes it: school or federation, governing body, local authority."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.facts.school_names import names_in
from governance.reading.phrases.said import said_in
from governance.reading.text.clause import stated
from governance.reading.text.passages import Passage

AUTHORITY_ENDS: Final = (
    "local education authority", "local authority", "education authority", "metropolitan borough council", "county borough council",
    "county council", "city council", "borough council", "district council", "metropolitan district council", "council", "mbc", "lea", "la",
)  # fmt: skip
"""What an authority's name ends with."""
AUTHORITY_BEGINS: Final = (
    "the ", "royal ", "london borough of ", "metropolitan borough of ", "borough of ", "city of ", "county of ", "council of ",
    "city and county of ",
)  # fmt: skip
"""What an authority's name begins with."""

SCANNED: Final = "letters that look misread in scanning were put right"
NEVER_CLOSED: Final = "the quotation mark is never closed, and some of the name may be missing"
_OF_A_SCAN: Final = re.compile(r"(?<![\w'])l(?=[nN][a-zA-Z])|(?<=[a-z])I(?=[a-z]|\b)")
_LISTED: Final = re.compile(r", | and ")
_OPENED: Final = re.compile(r"(?:^|\s)'[^']+$")
_OF_A_SCHOOL: Final = re.compile(
    r"(?:the )?(?:governing (?:body|board)|board of governors|management committee) of [A-Zt]", re.IGNORECASE
)
"""What "Governing body: ..." must go on with to be a name, and no list of seats."""
_NAMES: Final = ("school.name", "instrument.governing_body")


def names(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the names, and the numbers of the passages that only give a name."""
    found: list[Evidence] = []
    short: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        for one, evidence in said_in("names", passage):
            if one.field in _NAMES:
                found.append(_doubted(evidence, passage))
            elif one.field == "long" and _OF_A_SCHOOL.match(str(evidence.value)):
                found.append(_doubted(attrs.evolve(evidence, field="instrument.governing_body"), passage))
            elif one.field == "short":
                short.append(_doubted(_of_what(evidence), passage))
            else:
                continue
            taken.add(passage.number)
    if not any(one.field == "school.name" for one in found):
        found += [one for one in short if one.field == "school.name"]
    return found + [one for one in short if one.field != "school.name"], taken


def _of_what(evidence: Evidence) -> Evidence:
    """Tell whether "Name: ..." names the school or the body."""
    body = re.search(r"govern(?:ing|ors?)(?![a-z])|management committee", str(evidence.value), re.IGNORECASE)
    return attrs.evolve(evidence, field=_NAMES[bool(body)])


def _doubted(evidence: Evidence, passage: Passage) -> Evidence:
    whole = _OF_A_SCAN.sub(lambda sign: "I" if sign[0] == "l" else "l", str(evidence.value))
    if whole != evidence.value:
        return attrs.evolve(evidence, value=whole, sure="inferred", because=SCANNED)
    if passage.text.count('"') == 1 or _OPENED.search(passage.text):
        return attrs.evolve(evidence, sure="inferred", because=NEVER_CLOSED)
    return evidence


def name_of(passage: Passage) -> str:
    """Give the name of the school that a passage states or begins with; "" where it does neither."""
    told = [evidence for one, evidence in said_in("names", passage) if one.field == "school.name"]
    if told:
        return str(told[0].value)
    found = names_in(passage.words)
    return (
        found[0] if len(found) == 1 and not passage.line.cells and passage.words.startswith(found[0]) else ""
    )


def makers(read: Sequence[Passage]) -> list[Evidence]:
    """Find who makes the instrument, the local authority that this shows, sponsors, and who nominates."""
    found: list[Evidence] = []
    besides: list[Evidence] = []
    for passage in read:
        for one, evidence in said_in("names", passage):
            if one.field == "instrument.sponsor_names":
                sponsors = [name.strip() for name in _LISTED.split(str(evidence.value)) if name.strip()]
                besides.append(attrs.evolve(evidence, value=sponsors))
            elif one.field == "instrument.nominating_body":
                besides.append(evidence)
            name = (
                authority_name(str(evidence.value)) if one.field in ("instrument.made_by", "maker") else None
            )
            if one.field == "instrument.made_by" or (one.field == "maker" and name):
                found.append(attrs.evolve(evidence, field="instrument.made_by"))
            if name:
                because = "it makes the instrument"
                found.append(
                    stated("school.local_authority", name, passage, sure="inferred", because=because)
                )
    return [*besides, *(found or _mentioned(read))]


def _mentioned(read: Sequence[Passage]) -> list[Evidence]:
    """Give the one authority that a document mentions by name."""
    found: dict[str, Passage] = {}
    for passage in read:
        told = [
            str(evidence.value) for one, evidence in said_in("names", passage) if one.field == "authority"
        ]
        told = [authority_name(one) or one for one in told]
        for name in (*told, *(authority_name(one) or "" for one in names_in(passage.words, "authority"))):
            found.setdefault(name.title() if name.isupper() else name, passage)
    found.pop("", None)
    if len(found) != 1:
        return []
    ((name, passage),) = found.items()
    because = "it is the only authority named"
    return [stated("school.local_authority", name, passage, sure="inferred", because=because)]


def authority_name(words: str) -> str | None:
    """Give the place an authority is of; None where the words do not call it an authority or a council.

    >>> authority_name("the St. Helens Council Local Education Authority")
    'St. Helens'
    """
    name, before = words.strip(), ""
    called = False
    while name != before:
        before = name
        for end in AUTHORITY_ENDS:
            if name.lower().endswith(f" {end}"):
                name, called = name[: -len(end) - 1].strip(" ,"), True
        for begin in AUTHORITY_BEGINS:
            if name.lower().startswith(begin):
                name, called = name[len(begin) :].strip(), called or begin.strip() not in ("the", "royal")
    return name if called and name else None
