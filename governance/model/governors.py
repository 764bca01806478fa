"""What people write of a governor, in our words: the category, who appointed or elected them, a chair, a vacancy.

A register, the public record and a list in a document say these things in the same words. What has not one meaning
is left open: it is never guessed.

>>> said("Parent governor (elected)").category, said("LEA").category, said("Co-opted (staff)").category
('parent', 'local_authority', 'co_opted')
>>> said("Vicar").category, said("Associate").category, said("Vacancy - parent").standing
('', 'associate member', 'vacancy')
"""

import functools
import re
from collections.abc import Mapping
from typing import Final

import attrs

from governance.model.names import ADDITIONAL, ASSOCIATE, IN_POST

_LONGEST: Final = 150

_JOINED: Final = (
    (re.compile(r"\bco[\W_]*opt(?:ed|ee|ees|ion|s)?\b"), "coopted"),
    (re.compile(r"\bex[\W_]*officio\b"), "exofficio"),
    (re.compile(r"\b(?:vice|deputy|assistant)[\W_]*(?:head[\W_]*teacher|head|principal)s?\b"), "deputyhead"),
    (
        re.compile(
            r"\b(?:executive |acting |interim )?(?:head[\W_]*(?:teacher|master|mistress)s?|heads?|principal|ht|teacher in charge)\b"
        ),
        "headteacher",
    ),
    (
        re.compile(r"\b(?:local (?:education )?|education )?auth(?:ority)?\b|\bl\.?e\.?a\b|\bl\.?a\b"),
        "authority",
    ),
    (re.compile(r"\bnon[\W_]*(?:teaching|teacher)s?\b"), "nonteaching"),
)
_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("parent", "parents", "parental", "carer", "carers"), "parent"),
    **dict.fromkeys(("staff", "teacher", "teachers", "teaching", "nonteaching", "employee"), "staff"),
    "headteacher": "head_teacher",
    **dict.fromkeys(("authority", "council", "lga"), "local_authority"),
    "coopted": "co_opted",
    **dict.fromkeys(("foundation", "foundn", "fdn"), "foundation"),
    "partnership": "partnership",
    "community": "community",
    **dict.fromkeys(("sponsor", "sponsors"), "sponsor"),
    **dict.fromkeys(("associate", "associates", "assoc"), ASSOCIATE),
    "additional": ADDITIONAL,
}
_WAYS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("elected", "election"), "election"),
    **dict.fromkeys(("appointed", "appointment"), "appointment"),
    **dict.fromkeys(("nominated", "nominee", "nomination"), "nomination"),
    "exofficio": "ex officio",
    **dict.fromkeys(("substitute", "substitution"), "substitution"),
}
_FILLERS: Final = frozenset(
    [
        "governor",
        "governors",
        "gov",
        "govs",
        "member",
        "members",
        "representative",
        "representatives",
        "rep",
        "reps",
        "by",
        "the",
        "of",
        "a",
        "an",
        "school",
        "s",
        "and",
        "or",
        "support",
        "deputyhead",
        "chair",
        "vice",
        "class",
        "category",
        "type",
        "appointee",
        "diocesan",
        "church",
    ]
)
_CLERGY: Final = frozenset(["vicar", "rector", "incumbent", "priest", "minister", "archdeacon", "dean"])
"""Whose office carries a foundation governorship where they are governors ex officio."""
_GONE: Final = frozenset(
    ["former", "formerly", "previous", "past", "resigned", "left", "retired", "ex", "stepped"]
)
_PARTS: Final[Mapping[frozenset[str], str]] = {
    frozenset(("co_opted", "staff")): "co_opted",
    frozenset(("co_opted", "parent")): "co_opted",
    frozenset(("co_opted", "community")): "co_opted",
    frozenset(("foundation", "parent")): "foundation",
    frozenset(("head_teacher", "staff")): "head_teacher",
}
"""Two words of which one says what the governor is, and the other who."""
_EITHER: Final = re.compile(r"[/&,;+]|\b(?:and|or)\b", re.IGNORECASE)
_VACANT: Final = re.compile(r"\bvacan(?:t|cy|cies)\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"(?:-+|–|—|\?+|tb[cdae]|to be (?:confirmed|appointed|elected|advised|filled)|none|nil|unfilled)\.?",
    re.IGNORECASE,
)
_NO_GOVERNOR: Final = re.compile(
    r"\b(?:clerk|governance professional|observer|trustee|minute[- ]taker|advis[eo]r|bursar|business manager|"
    r"in attendance|secretary|not a governor|non[- ]governor|accounting officer|chief financial officer)\b",
    re.IGNORECASE,
)
_WAS: Final = re.compile(r"(?:(?<!\s)\s+)?[(\[,;–-]\s*(?:formerly|previously)\b.*", re.IGNORECASE)
"""What a governor was before, said after what the governor is."""
_ACTING: Final = re.compile(r"\b(?:acting|interim)\b", re.IGNORECASE)
_TAIL: Final = re.compile(r"[(\[:;,]|\s[-–—]\s?|[–—]")
_BOARD: Final = r"(?:of|to)(?: the)?(?: full| local)?(?: gov(?:ernor)?s| governing (?:body|board)| board(?: of governors)?| gb| fgb| governance board| management committee)"
_HOLDS_AS: Final = r"(?:(?:co|joint|shared|acting|interim|current)[ -]?)?"
_CHAIR: Final = re.compile(
    rf"{_HOLDS_AS}(?P<vice>(?:vice|deputy|v)[ .-]*)?{_HOLDS_AS}(?:chair(?:man|woman|person|s)?|chr|cog)(?: {_BOARD}|governors?)?"
)
_AND: Final = re.compile(r" ?(?:[,;/&+|]|\band\b| [-–—] |[()]) ?")

_APPOINTERS: Final = (
    (r"elected by (?:the )?(?:parent|carer)|parents?(?: ballot| election)?$|parental ballot", "parent", "election"),
    (r"^parents?\b.*\bappointed by", "parent", "appointment"),
    (r"elected by (?:the )?(?:school )?(?:staff|teach)|(?:school |teaching )?staff(?: ballot| election)?$", "staff", "election"),
    (r"(?:exofficio|virtue).*(?:headteacher)|^headteacher", "head_teacher", "ex officio"),
    (r"exofficio foundation|foundation.*(?:exofficio|virtue of)", "foundation", "ex officio"),
    (r"nominated by (?:the )?(?:authority|council)", "local_authority", "nomination"),
    (r"^(?:appointed by )?(?:the )?(?:[a-z]+ )*(?:authority|council)$", "local_authority", None),
    (r"(?:academy|original signatory|additional members|secretary of state|schools commissioner|interim executive)", "", None),
    (r"nominated by (?:an)?other body", "", None),
    (r"\b(?:foundation|trust|trustees|diocese|diocesan|archdiocese|dbe|pcc|parochial church council|bishop|church|deanery)\b", "foundation", "appointment"),
    (r"\b(?:gb|fgb|governing body|governing board|board|governors|coopted)\b", "co_opted", "appointment"),
)  # fmt: skip
"""Who appoints or elects, and the category that follows; the first that fits. Without one nothing follows."""
_APPOINTER_PATTERNS: Final = tuple((re.compile(text), seat, way) for text, seat, way in _APPOINTERS)


@attrs.frozen
class Said:
    """What some words say of a governor. `category` is empty where they do not say it, or not one.

    `standing` is "vacancy", "ended", "not a governor", "cannot tell" or "in post"; `rest` are words that were not
    understood. `employed` is true where a co-opted governor is said to be of the staff.
    """

    category: str = ""
    came_by: str | None = None
    office: str | None = None
    standing: str = IN_POST
    rest: tuple[str, ...] = ()
    employed: bool | None = None


@functools.lru_cache(maxsize=4096)
def said(words: str) -> Said:
    """Give what is said of a governor in the words of a category, a type or a role."""
    text = _WAS.sub("", _without_code(words[:_LONGEST]))
    office = chair(text)
    standing = "vacancy" if _VACANT.search(text) else IN_POST
    if _NO_GOVERNOR.search(text):
        return Said(standing="not a governor", office=office)
    tokens = _tokens(_VACANT.sub(" ", text))
    head = _tokens(_TAIL.split(_VACANT.sub(" ", text).strip(" -–—:()[]"), maxsplit=1)[0])
    found = frozenset(_WORDS[one] for one in tokens if one in _WORDS)
    ways = [_WAYS[one] for one in tokens if one in _WAYS]
    if _GONE & set(tokens) and standing == IN_POST:
        standing = "ended"
    known = {*_WORDS, *_WAYS, *_FILLERS, *_GONE}
    rest = tuple(one for one in head if one not in known and not one.isdecimal() and not chair(one))
    if not found and "exofficio" in tokens and not _CLERGY.isdisjoint(tokens):
        return Said("foundation", "ex officio", office, standing)
    category = _category(found, either=bool(_EITHER.search(text)))
    if rest and not office:
        category = ""
    way = "ex officio" if category == "head_teacher" else ways[0] if len(set(ways)) == 1 else None
    if category == "head_teacher" and _ACTING.search(text):
        standing = "cannot tell"  # whether somebody who acts for the head is a governor is open
    works = category == "co_opted" and "staff" in found
    return Said(category, way, office, standing, rest, employed=works or None)


def _without_code(text: str) -> str:
    """Drop a code before the words that it is short for: "PAR - Parent".

    >>> _without_code("COO - Co-opted"), _without_code("PCC - Parent")
    ('Co-opted', 'PCC - Parent')
    """
    code, _, rest = text.partition(" - ")
    letters = re.sub(r"[\W_]", "", rest.casefold())
    return rest if code.strip() and letters.startswith(code.strip().casefold()) else text


def _category(found: frozenset[str], *, either: bool) -> str:
    """Choose the category; with `either` two that are named may be two things."""
    if ASSOCIATE in found:
        return ASSOCIATE
    if ADDITIONAL in found:
        return ADDITIONAL
    if either and len(found & {"parent", "staff"}) == 1 and found & {"co_opted", "foundation"}:
        return ""
    return next(iter(found)) if len(found) == 1 else _PARTS.get(found, "")


@functools.lru_cache(maxsize=4096)
def by_appointer(words: str) -> Said:
    """Give the category that follows from who appointed or elected a governor; it is an inference.

    >>> by_appointer("Elected by parents").category, by_appointer("Nominated by other body and appointed by GB").category
    ('parent', '')
    """
    text = " ".join(_tokens(words[:_LONGEST]))
    for pattern, seat, way in _APPOINTER_PATTERNS:
        if pattern.search(text):
            return Said(seat, way)
    found = said(words)
    return attrs.evolve(found, standing=IN_POST) if found.category else Said(came_by=found.came_by)


@functools.lru_cache(maxsize=4096)
def chair(words: str) -> str | None:
    """Tell whether words name the chair or the vice-chair of the governing body; a committee has a chair of its own.

    >>> chair("Vice-Chair of Governors"), chair("Chair of the Finance Committee"), chair("Parent governor and Chair")
    ('vice chair', None, 'chair')
    """
    text = re.sub(r"\b(v|vice|deputy) ?/ ?(?=ch)", r"\1 ", " ".join(words[:_LONGEST].casefold().split()))
    for piece in _AND.split(text):
        if found := _CHAIR.fullmatch(piece.strip(" .?")):
            return "vice chair" if found["vice"] else "chair"
    return None


def vacant(words: str) -> bool:
    """Tell whether what stands in the place of a name says that there is nobody.

    >>> vacant("VACANCY"), vacant("TBC"), vacant("-"), vacant("A. Smith")
    (True, True, True, False)
    """
    return bool(_VACANT.search(words) or _OPEN.fullmatch(words.strip()))


def _tokens(text: str) -> list[str]:
    text = text.casefold()
    for pattern, word in _JOINED:
        text = pattern.sub(word, text)
    return re.findall(r"[a-z]+|\d+", text)
