"""The words that stand before a day, with what the day is: the day of the making, of the effect, or of neither."""

import re
from typing import Final

MADE: Final = "instrument.made_on"
EFFECT: Final = "instrument.effective_on"
REPLACES: Final = "instrument.replaces"
NOTHING: Final = ""
DATED: Final = "dated"
"""The day that an instrument bears: the day it was made, where nothing else says when that was."""
RENAMED: Final = "renamed"
"""The day of a new name: the day from which an instrument that is made for it has effect, where nothing else says so."""

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
            "(?:existing|previous|old|former|last|earlier) instrument",
        ),
    ),
    (
        EFFECT,
        (
            "(?:takes?|taking|came|comes?|coming|has|have|having|given?|into|with) (?:in ?to |in )?effect",
            "effective(?: date| from| on)?",
            "w\\.? ?e\\.? ?f\\.?",
            "in(?: ?to)? effect",
            "effect(?=\\s?[:-])",
            "date of (?:effect|operation)",
            "in(?: ?to)? force",
            "in(?: ?to)? operation",
            "(?:commenc(?:es?|ing|ement)|start(?:s|ing)?|begin(?:s|ning)?|valid|runs?)(?: date)?(?: on| from)?",
            "(?:it|this) (?:is|applies|runs) from",
            "date of reconstitution",
            "reconstitut(?:ed?|ion|ing)(?: date)?(?: on| from| with effect)?",
            "(?:operate|apply|federate)s?(?: on| from)?",
            "constitution from",
            "implementation date",
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
            "date (?:of )?(?:making|made|of order|of the order|of (?:this |the )?instrument)",
            "made (?:on|by)",
            "made",
        ),
    ),
    (DATED, ("dated(?: this)?", "sealed", "(?:common )?seal (?:was |of ).{0,80}affixed")),
    (
        RENAMED,
        (
            "change of (?:the )?(?:school'?s )?name",
            "chang(?:e|es|ed|ing) (?:its|the|of the) (?:school's )?name",
            "renam(?:ed|ing)",
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
            "(?:decisions?|requests?|appointments?|nominations?|changes?|appeals?|applications?|visits?|reports?|referrals?|recommendations?|amendments?|elections?|payments?|comments?)(?: (?!instrument|order)[a-z']+){0,6} made",
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
            "printed",
            "updated",
            "adopted",
            "agreed",
            "consult(?:ed|ation)",
            "change of category",
            "opened",
            "founded",
            "elected",
            "appointed",
            "terms? (?:of office )?(?:began|begins|ends?|starts?|commences?|expires?)",
            "signed(?: and dated)?",
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


def triggers(text: str) -> "list[re.Match[str]]":
    """Find the words of a plain text that say what a day after them is."""
    return list(_TRIGGER.finditer(text))


def field_of(trigger: "re.Match[str]") -> str:
    """Give the field that such words tell of."""
    return _GROUPS[int((trigger.lastgroup or "t0")[1:])]
