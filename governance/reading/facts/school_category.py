"""The category of the school where no clause states it: what running words say of it in passing."""

import re
from collections.abc import Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.text.passages import Passage

IN_PASSING: Final = "the document says so in passing"
BY_NAME: Final = "it speaks of a federation"

_CATEGORIES: Final = (
    ("voluntary aided", r"voluntary[ -]aided|vol\.? aided|VA"),
    ("voluntary controlled", r"voluntary[ -]controlled|vol\.? controlled|VC"),
    ("community special", r"community special"),
    ("foundation special", r"foundation special"),
    ("maintained nursery", r"maintained nursery"),
    ("community", r"community"),
    ("foundation", r"foundation"),
)
_KINDS: Final = (
    r"(?:primary|infants?|junior|nursery|secondary|high|first|middle|grammar|comprehensive|special)"
)
_NAMED: Final = "|".join(
    f"(?P<g{n}>{words.replace('VA', '(?-i:VA)').replace('VC', '(?-i:VC)')})"
    for n, (_, words) in enumerate(_CATEGORIES)
)
_SAID: Final = re.compile(
    rf"(?<![a-z])(?:an?|our|as|the|maintained) (?:[a-z-]{{1,12}} ){{0,3}}?(?:church school \()?(?:{_NAMED})(?![a-z])[ -]?(?:{_KINDS}[ -]?)*(?:(?:school|college)s?(?![a-z])|(?<=primary)(?![a-z])|(?=\)))",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    rf"(?:school|college|federation|nursery|primary|academy)[\w' ]{{0,30}}?\s?[(\[](?:{_NAMED})(?: {_KINDS})?(?: school)?[)\]]",
    re.IGNORECASE,
)
_LAW: Final = re.compile(
    r"(?:community|foundation|voluntary)[^.;]{0,30}\b(?:or|and) (?:a )?(?:foundation|voluntary|community)|schools",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(
    r"ceases? to be|was (?:formerly )?an?|change of category|becom|used to be", re.IGNORECASE
)
_FEDERATION: Final = re.compile(
    r"(?i:governing (?:body|board) of the federation|federated governing (?:body|board)|federation's governing)|(?:body|board) of the [A-Z][^.;:]{0,80}Federation"
)
_MANY: Final = 12


def said_in_passing(read: Sequence[Passage], name: Evidence | None) -> Evidence | None:
    """Give the one category that running words tell; None where they tell of several, or of what was."""
    if name is not None and "federation" in str(name.value).lower():
        return Evidence("school.category", "federation", name.words, name.where, "inferred", BY_NAME)
    found: dict[str, Passage] = {}
    for passage in read:
        if _FEDERATION.search(passage.words):
            return Evidence(
                "school.category", "federation", passage.words, passage.where, "inferred", BY_NAME
            )
        for sentence in passage.sentences():
            for pattern in (_SAID, _BESIDE):
                for match in pattern.finditer(sentence.text):
                    around = sentence.text[max(0, match.start() - 40) : match.end() + 40]
                    category = next(one for n, (one, _) in enumerate(_CATEGORIES) if match[f"g{n}"])
                    if not _LAW.search(match[0]) and not _FORMER.search(around):
                        found.setdefault(category, passage)
            if len(found) > 1:
                return None
    if len(found) != 1:
        return None
    category, passage = next(iter(found.items()))
    return Evidence("school.category", category, passage.words, passage.where, "inferred", IN_PASSING)
