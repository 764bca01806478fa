"""Who the document is about, and who makes it: school or federation, governing body, local authority."""

import re
from collections.abc import Sequence
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
_MAKES_IT: Final = "it makes the instrument"
_ORDER: Final = re.compile(r"^(?i:(?:the )?order of )")
_SCHOOL, _BODY, _MAKER = "school.name", "instrument.governing_body", "instrument.made_by"
_AUTHORITY: Final = "school.local_authority"


def names(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    """Find the names, the foundation and its deed, and the numbers of the passages that only give one."""
    found: list[Evidence] = []
    short: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        for one in said_in("names", passage):
            field, name = one.field, str(one.value)
            # "Name: The school is known as ..." gives it within.
            within = (inner for inner in find("names", name) if inner.field in (_SCHOOL, _BODY))
            if field in ("short", "long") and (inner := next(within, None)):
                field, name = inner.field, unquoted(str(inner.value))
            own = short if field == "short" else found
            if field == "short":
                field = _BODY if _OF_A_BODY.search(name) else _SCHOOL
            elif field == "long" and _OF_A_SCHOOL.match(name):
                field = _BODY
            if field in (_SCHOOL, _BODY):
                own.append(_doubted(attrs.evolve(one, field=field, value=name), passage))
            elif field.startswith("foundation."):
                found.append(one)
            else:
                continue
            taken |= set() if any(item.count for item in seats_in(passage.text)) else {passage.number}
    named = any(one.field == _SCHOOL for one in found)
    short = [one for one in _without_place(short, read) if not named or one.field == _BODY]
    return [*found, *short], taken


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
    whole = _OF_A_SCAN.sub(lambda sign: "I" if sign[0] == "l" else "l", _RUN_ON.sub(" ", str(evidence.value)))
    if whole != evidence.value:
        return evidence.inferred(SCANNED, value=whole)
    never_closed = passage.text.count('"') == 1 or _OPENED.search(passage.text)
    return evidence.inferred(NEVER_CLOSED) if never_closed else evidence


def makers(read: Sequence[Passage]) -> list[Evidence]:
    """Find who makes the instrument, the local authority that this shows, sponsors, and who nominates."""
    found: list[Evidence] = []
    for passage in read:
        for one in said_in("names", passage):
            words = _ORDER.sub("", str(one.value))
            name = authority_name(words)
            if one.field == "instrument.sponsor_names":
                found.append(attrs.evolve(one, value=[*filter(None, re.split(", | and ", words))]))
            elif one.field == "instrument.nominating_body":
                found.append(one)
            elif one.field == _MAKER or (one.field == "maker" and name):
                found.append(attrs.evolve(one, field=_MAKER, value=words))
                found += [one.inferred(_MAKES_IT, field=_AUTHORITY, value=name)] if name else []
    known = any(one.field == _AUTHORITY for one in found)
    return [*found, *(() if known else _mentioned(read))]


def _mentioned(read: Sequence[Passage]) -> list[Evidence]:
    """Give the one authority that a document mentions by name."""
    found: dict[str, Passage] = {}
    for passage in read:
        told = [str(one.value) for one in said_in("names", passage) if one.field == "authority"]
        # "The authority (WSCC)" is short for one that is named elsewhere.
        told = [authority_name(one) or one for one in told if not one.isupper() or passage.text.isupper()]
        # "The authority (Leeds City Council)" has the name within brackets of its own.
        within = names_in(re.sub(r"[()]", " | ", passage.words), "authority")
        for name in (*told, *map(authority_name, within)):
            if name and is_a_name(name, "authority") and not re.search(r"\d", name):
                found.setdefault(name.title() if name.isupper() else name, passage)
    because = "it is the only authority named"
    return [stated(_AUTHORITY, *one, because=because) for one in found.items() if len(found) == 1]


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
