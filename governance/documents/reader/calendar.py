"""The days of the instrument: made, in effect, of the one it replaces, and of the approvals."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.documents.reader.days import Day, days
from governance.documents.reader.passages import Passage
from governance.documents.reader.understood import Evidence, Remark

MADE: Final = "instrument.made_on"
EFFECT: Final = "instrument.effective_on"
REPLACES: Final = "instrument.replaces"
NOTHING: Final = ""

TRIGGERS: Final = (
    (
        REPLACES,
        (
            "replac(?:es|ed|ing)",
            "in (?:the )?place of",
            "supersed",
            "revok",
            "instead of",
            "var(?:y|ies|ied|ying) (?:and replaces )?(?:the )?instrument",
        ),
    ),
    (
        EFFECT,
        (
            "(?:takes?|taking|came|comes?|coming|has|have|having|given?|into|with) (?:into |in )?effect",
            "effective(?: date| from| on)?",
            "in effect",
            "date of effect",
            "in(?:to)? force",
            "date of reconstitution",
            "reconstitut(?:ed|ion)(?: date)?(?: on| with effect)?",
            "operative (?:from|on)",
            "takes effect",
            "shall apply from",
        ),
    ),
    (
        MADE,
        (
            "made (?:and sealed )?by (?:an )?order",
            "instrument (?:of governm?ent |of governance )?(?:was |is )?(?:hereby )?made",
            "(?:was|is|hereby) made(?: by| on)?",
            "date (?:of )?(?:making|made|of order|of the order)",
            "made (?:on|by)",
            "made",
        ),
    ),
    ("approvals.foundation_governors", ("approved by (?:the )?foundation governors",)),
    ("approvals.trustees", ("approved by (?:the )?(?:foundation )?trustees",)),
    (
        "approvals.diocesan_authority",
        (
            "approved by (?:the )?(?:[a-z. ]{0,40})?(?:diocese|diocesan (?:authority|board(?: of education)?|bishop))",
        ),
    ),
    ("approvals.religious_body", ("approved by (?:the )?(?:appropriate )?religious body",)),
    (
        NOTHING,
        (
            "draft(?:ed)?",
            "propos(?:ed|al)",
            "approv(?:ed|al)",
            "ratified",
            "review(?:ed)?",
            "published",
            "decision",
            "decided",
            "resolved",
            "minutes?",
            "meeting",
            "hard federation",
            "federation (?:was|from)",
            "trust deed",
            "dated",
            "printed",
            "updated",
            "adopted",
            "agreed",
            "consult(?:ed|ation)",
            "change of category",
            "change of name",
            "opened",
            "founded",
            "renamed",
            "elected",
            "appointed",
            "term (?:began|begins|ends|starts)",
            "signed(?: and dated)?",
            "sealed",
        ),
    ),
)
"""Words before a day, with the field the day belongs to; the last such words before a day decide."""

_GROUPS: Final = [field for field, _ in TRIGGERS]
_TRIGGER: Final = re.compile(
    "|".join(
        rf"(?P<t{number}>(?<![a-z])(?:{'|'.join(words)})(?![a-z]))"
        for number, (_, words) in enumerate(TRIGGERS)
    ),
    re.IGNORECASE,
)
_INSTRUMENT: Final = re.compile(r"instrument|reconstitut", re.IGNORECASE)
_DATED_LINE: Final = 30
_WORDS: Final = {
    MADE: "the day it was made",
    EFFECT: "the day from which it has effect",
    REPLACES: "the day of the instrument it replaces",
}
_DEDUCED: Final = re.compile(r"reconstitut", re.IGNORECASE)
_FAR: Final = 200


def calendar(read: Sequence[Passage]) -> tuple[list[Evidence], list[Remark]]:
    """Find the days of the instrument, and remark on the days that are not whole."""
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for passage in read:
        if not any(sign.isdigit() for sign in passage.text):
            continue
        for field, day, words, trigger in _days_of(passage):
            if day.date is None:
                if field in _WORDS:
                    says = (
                        f"“{passage.words[day.start : day.end]}” is given as {_WORDS[field]}: {day.missing}"
                    )
                    remarks.append(Remark("advice", says, ((words, passage.where),)))
                continue
            if _DEDUCED.match(trigger):
                because = "it is the day of the reconstitution"
                evidence.append(Evidence(field, day.date, words, passage.where, "inferred", because))
            elif day.either:
                because = "the day is read before the month, as is usual in Britain"
                evidence.append(Evidence(field, day.date, words, passage.where, "inferred", because))
            else:
                evidence.append(Evidence(field, day.date, words, passage.where, "stated"))
    return evidence, remarks


def _days_of(passage: Passage) -> Iterator[tuple[str, Day, str, str]]:
    found = days(passage.text)
    if not found:
        return
    triggers = list(_TRIGGER.finditer(passage.text))
    sentences = passage.sentences()
    for day in found:
        start = next((one.start for one in reversed(sentences) if one.start <= day.start), 0)
        before = [
            one
            for one in triggers
            if start <= one.start() and one.end() <= day.start and day.start - one.end() < _FAR
        ]
        words = passage.words
        field, trigger = _field(before, [other.end for other in found if other.end <= day.start])
        if not before and passage.first and passage.under is not None and day.start < _DATED_LINE:
            leading = list(_TRIGGER.finditer(passage.context))
            field, trigger = _field(leading, [])
            words = f"{passage.under.words} {words}"
        if field:
            yield field, day, words, trigger


def _field(before: "list[re.Match[str]]", earlier: list[int]) -> tuple[str, str]:
    """Tell which field a day belongs to, by the words before it and where earlier days end."""
    if not before:
        return "", ""
    last = before[-1]
    field = _of(last)
    if field == MADE:
        since = max((end for end in earlier), default=0)
        # "In place of the instrument made on ..." is the day of the older one.
        if any(_of(one) == REPLACES and one.start() >= since for one in before):
            field = REPLACES
    return field, last[0]


def _of(match: "re.Match[str]") -> str:
    return _GROUPS[int((match.lastgroup or "t0")[1:])]
