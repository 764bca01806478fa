"""Who the document is about, and who makes it: school or federation, governing body, local authority."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.facts.school_names import is_a_name, names_in
from governance.reading.phrases.said import entries, find, said_in
from governance.reading.phrases.words import seats_in
from governance.reading.text.clause import stated, unquoted
from governance.reading.text.passages import Passage

SCANNED: Final = "what looks misread in scanning was put right"
_PLACE: Final = "what follows the comma is where it is, and stands with the name nowhere else"
NEVER_CLOSED: Final = "the quotation mark is never closed, and some of the name may be missing"
_OF_A_SCAN: Final = re.compile(r"(?<![\w'])l(?=[nN][a-zA-Z])|(?<=[a-z])I(?=[a-z]|\b)")
_RUN_ON: Final = re.compile(
    r"(?<=[a-z])(?=(?:School|Primary|Secondary|Infant|Junior|Nursery|Catholic|Church)(?![a-z]))"
)
"""Where two words of a name were run together."""
_KIND: Final = re.compile(
    r"(?i)(?:, | \(| - )(?:which is |being )?an? [\w ()-]{3,50} (?:school|college)\)?$"
    r"| \((?:community|foundation|voluntary|maintained|pupil)[\w -]{0,30} (?:school|unit)\)$"
)
"""What goes on behind a name and tells the kind of school."""
_SHORTER: Final = re.compile(
    r" \([A-Z]{2,6}\)$| \((?:(?:here\w+|known as|called|referred to as|the) ){0,3}[\"“'‘][^\"”]{1,40}[\"”’']\)$"
)
"""What somebody calls it for short, and what it is: "Hill Memorial School ("the School")", "Hill School (VC)"."""
_OPENED: Final = re.compile(r"(?:^|\s)'[^']+$")
_OF_A_SCHOOL: Final = re.compile(
    r"(?i)(?:the )?(?:governing bod|governing board|board of gov|management comm)\w+ of \w"
)
"""What "Governing body: ..." must go on with to be a name, and no list of seats."""
_OF_A_BODY: Final = re.compile(r"(?i)govern(?:ing|ors?)(?![a-z])|management committee")
_ORDER: Final = re.compile(r"^(?i:(?:the )?order of )")
_PLURAL: Final = re.compile(r"(?i)(?:school|federation|unit|name)s")
_SCHOOL, _BODY, _MAKER = "school.name", "instrument.governing_body", "instrument.made_by"
_AUTHORITY: Final = "school.local_authority"


def names(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the names, the foundation and its deed, and the numbers of the passages that only give one."""
    found: list[Evidence] = []
    short: dict[str, list[Evidence]] = {_SCHOOL: [], _BODY: []}
    trust: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        for one, evidence in said_in("names", passage):
            name = str(evidence.value)
            # "Name: The school is known as ..." gives it within.
            within = (inner for inner in find("names", name) if inner.field in (_SCHOOL, _BODY))
            if one.field in ("short", "long") and (inner := next(within, None)):
                one, name = inner, unquoted(str(inner.value))  # noqa: PLW2901 - what it gives stands for it
                evidence = attrs.evolve(evidence, value=name)  # noqa: PLW2901
            of_body = one.field == _BODY or (one.field == "long" and _OF_A_SCHOOL.match(name))
            if one.field == "short" and _PLURAL.match(passage.text, one.start):
                continue  # the schools of a federation, or federations at large, and no name
            if one.field == "short":
                field = _BODY if _OF_A_BODY.search(name) else _SCHOOL
                short[field].append(_doubted(attrs.evolve(evidence, field=field), passage))
            elif of_body or one.field == _SCHOOL:
                found.append(_doubted(attrs.evolve(evidence, field=_BODY if of_body else _SCHOOL), passage))
            elif one.field.startswith("foundation."):
                trust.append(evidence)
            else:
                continue
            taken |= set() if any(item.count for item in seats_in(passage.text)) else {passage.number}
    named = any(one.field == _SCHOOL for one in found)
    short[_SCHOOL] = _without_place(short[_SCHOOL], read)
    return [*found, *(() if named else short[_SCHOOL]), *short[_BODY], *trust], taken


def _without_place(found: Sequence[Evidence], read: Sequence[Passage]) -> list[Evidence]:
    """Leave out the place behind a name, where the rest of the document has the name without it."""
    told = []
    for one in found:
        name, _, place = str(one.value).partition(", ")
        others = [passage.words for passage in read if passage.where != one.where and name in passage.words]
        alone = place and others and not any(f"{name}, {place}" in other for other in others)
        told.append(one.inferred(_PLACE, value=name) if alone else one)
    return told


def _doubted(evidence: Evidence, passage: Passage) -> Evidence:
    evidence = attrs.evolve(evidence, value=_KIND.sub("", _SHORTER.sub("", str(evidence.value))))
    whole = _OF_A_SCAN.sub(lambda sign: "I" if sign[0] == "l" else "l", str(evidence.value))
    whole = _RUN_ON.sub(" ", whole)
    if whole != evidence.value:
        return evidence.inferred(SCANNED, value=whole)
    if passage.text.count('"') == 1 or _OPENED.search(passage.text):
        return evidence.inferred(NEVER_CLOSED)
    return evidence


def makers(read: Sequence[Passage]) -> list[Evidence]:
    """Find who makes the instrument, the local authority that this shows, sponsors, and who nominates."""
    found: list[Evidence] = []
    besides: list[Evidence] = []
    for passage in read:
        for one, evidence in said_in("names", passage):
            words = str(evidence.value)
            if one.field == "instrument.sponsor_names":
                sponsors = [name.strip() for name in re.split(", | and ", words) if name.strip()]
                besides.append(attrs.evolve(evidence, value=sponsors))
            elif one.field == "instrument.nominating_body":
                besides.append(evidence)
            elif one.field in (_MAKER, "maker"):
                words = _ORDER.sub("", words)
                name = authority_name(words)
                found += (
                    [attrs.evolve(evidence, field=_MAKER, value=words)] if name or one.field == _MAKER else []
                )
                found += (
                    [stated(_AUTHORITY, name, passage, because="it makes the instrument")] if name else []
                )
    known = any(one.field == _AUTHORITY for one in found)
    return [*besides, *found, *(() if known else _mentioned(read))]


def _mentioned(read: Sequence[Passage]) -> Iterator[Evidence]:
    """Give the one authority that a document mentions by name."""
    found: dict[str, Passage] = {}
    for passage in read:
        told = [str(read.value) for one, read in said_in("names", passage) if one.field == "authority"]
        # "The authority (WSCC)" is short for one that is named elsewhere.
        told = [authority_name(one) or one for one in told if not one.isupper() or passage.text.isupper()]
        # "The authority (Leeds City Council)" has the name within brackets of its own.
        within = names_in(re.sub(r"[()]", " | ", passage.words), "authority")
        for name in (*told, *map(authority_name, within)):
            if name and is_a_name(name, "authority") and not re.search(r"\d", name):
                found.setdefault(name.title() if name.isupper() else name, passage)
    if len(found) == 1:
        yield from (
            stated(_AUTHORITY, *one, because="it is the only authority named") for one in found.items()
        )


def authority_name(words: str) -> str | None:
    """Give the place an authority is of; None where the words do not call it an authority or a council.

    >>> authority_name("the St. Helens Council Local Education Authority")
    'St. Helens'
    """
    known = entries("names", "authority")
    name, before, called = words.strip(), "", False
    while name != before:
        before = name
        for end in known["called"]:
            if name.lower().endswith(f" {end}"):
                name, called = name[: -len(end) - 1].strip(" ,"), True
        for begin in known["of"]:
            if name.lower().startswith(f"{begin} "):
                name, called = name[len(begin) :].strip(), called or begin not in ("the", "royal")
    none = not called or name.lower() in ("", *known["of"]) or name.lower().endswith(" of")
    return None if none else name
