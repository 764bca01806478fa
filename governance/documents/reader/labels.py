"""What the categories of governor are called: a table of exact variants for each.

The first governor of a line decides whose seats the line gives, so the tables also hold those who sit with a
governing body and are not governors of it.
"""

import functools
import re
from typing import Final

import attrs

NOT_GOVERNORS: Final = "none"
"""The label of those who are listed with governors and hold no seat."""
EX_OFFICIO: Final = "ex_officio"
"""The label of a seat that goes with an office, listed on a line of its own."""

_WORDS_FOR: Final = {
    "governor": "governors?|governers?|govenors?|govemors?|members?|representatives?|reps?|nominees?",
    "authority": "local (?:education )?authority(?:'s)?|education authority|l\\.?e?\\.?a\\.?(?:'s)?|(?:county |borough |city )?council",
    "by the": "(?:appointed|nominated|elected|chosen|put forward|proposed) by(?: the)?",
    "named council": "(?:london borough of [a-z]+|(?:(?!(?:parochial|church|school|student|pupil|the)(?![a-z]))[a-z][a-z'&]*\\s){1,4}council)(?! tax)",
    "faith": "church of england|c of e|c\\.? ?e|anglican|roman catholic|catholic|r\\.? ?c|methodist|jewish|sikh|muslim|hindu|urc|baptist|quaker|(?:arch)?diocesan|church|trust|parish|ecumenical",
    "foundation body": "(?:arch)?diocesan(?: board)?|(?:methodist )?circuit|pcc|p\\.c\\.c\\.?|parochial church council|parish|deanery|trustees?|trust|church|synod",
    "of the": "(?:of|from|for|representing)(?: the)?",
    "school": "schools?|stage|special|primary|junior|infants?|secondary|nursery|college|centre|academy|high",
}
"""What an expression in angle brackets stands for in the tables below."""

VARIANTS: Final = {
    EX_OFFICIO: (
        "(?:foundation )?(?:<governor> )?(?:- |\\()?ex off?ici?o\\)?(?: foundation)?",
        "ex official",
        "(?:vicar|rector|incumbent|minister|(?:parish )?priest(?: in charge)?|dean|archdeacon|chaplain)(?: of [a-z']{1,15}(?: [a-z']{1,15}){0,2}?)?,? ?\\(?ex off?ici?o\\)?",
    ),
    NOT_GOVERNORS: (
        "(?:vice |co |deputy )?chair(?:s|man|person)?(?: of(?: the)? (?:governors|governing (?:body|board)|board))?",
        "associates?(?: staff| parent)?",
        "clerk(?: to the governors)?",
        "observers?",
        "(?:deputy|assistant) head(?: teacher)?s?",
        "(?:link|safeguarding|sen|send|training) <governor>",
    ),
    "co_opted": ("(?:community ?/ ?)?co op(?:t|ted|tion|tee|tees|ts|ting)(?: ?/ ?community)?",),
    "local_authority": (
        "local (?:education )?authority(?:'s)?(?: (?:appointed|nominated|appointees?))?",
        "(?:<governor> )?<by the> (?:<authority>|authority|<named council>)",
        "by <named council>",
        "(?:(?<=\\d\\s)|(?<=one\\s)|(?<=an\\s))authority(?=\\s*(?:[,;.+:(]|$|and\\b))",
        "(?<![a-z]\\s)authority(?=[\\s:=x(]*\\d)",
        "<governor> <of the> (?:<authority>|<named council>)",
        "(?:<authority>|<named council>)(?= (?:appoints?|nominates?|puts? forward|proposes?|sends?|chooses?|names?|provides?|supplies)(?![a-z]))",
        "(?:put forward|proposed|recommended|suggested|sent|named|supplied|provided) by(?: the)? (?:<authority>|<named council>)",
        "by(?: the)? <authority>(?=\\s*(?:[,;.+:()]|$|and\\b))",
        "<authority>(?: (?:appointed|nominated))? <governor>",
        "authority <governor>",
    ),
    "community": (
        "community",
        "local community",
        "(?:people|persons|individuals|residents) (?:from|of|in)(?: the| our)?(?: local| wider)? community",
        "<governor> <of the>(?: local| wider)? community",
    ),
    "foundation": (
        "(?:(?:<faith>) )?foundation(?: ?/ ?(?:partnership )?trust)?",
        "(?:<governor> )<of the> church \\(also known as(?: a)? foundation governors?\\)",
        "(?:<foundation body>)(?: appointed| nominated)? <governor>",
        "<governor> <of the> (?:(?:arch)?diocese|(?:methodist )?circuit|foundation|<foundation body>)(?! school)",
        "(?:arch)?diocesan (?:appointees?|nominees?)",
    ),
    "partnership": ("partnership",),
    "sponsor": ("sponsor(?:s|ship)?",),
    "head_teacher": (
        "(?:executive )?head teachers?",
        "head ?(?:master|mistress)(?:e?s)?",
        "executive head",
        "head of(?: the)? (?:school|centre|service|unit)",
        "teachers? in charge",
        "head <governor>",
        r"(?<=\d\s)head(?=\s*(?:[,;.+(?!|]|$|and\b))",
        r"(?<![a-z]\s)head(?=\s*[:=,x-]+\s*(?:\d|one\b)|\s+(?:\d|one)\s*(?:[,;.|)]|$))",
        r"(?<=,\s)head(?=\s*(?:[,;.(]|$|and\b))",
        r"(?<=(?:the|our)\s)head(?=\s*(?:[,;.+?!)|]|$|and\b|of course|as well|too\b|plus\b|makes\b|is (?:also |always )?(?:a|on)\b))",
    ),
    "staff": (
        "(?:elected )?(?:non teaching |teaching |support |teaching (?:or|and) (?:non teaching|support) )?staff(?: elected)?",
        "(?:elected )?member of(?: the| our)?(?: non teaching| teaching| support)? staff",
        "<governor> of(?: the)?(?: non teaching| teaching| support)? staff",
        "<governor> elected by(?: the)?(?: non teaching| teaching| support)? staff",
        "(?:non teaching|support|teacher) <governor>",
    ),
    "parent": (
        "(?:elected )?parent(?:s|s'|'s|al)?(?: ?(?:/|or|and) ?carers?)?(?: elected| appointed)?",
        "<governor> elected by(?: the)? parents",
        "<governor> <of the> parents",
    ),
}
"""Each category with the phrases that name it; the word "governor" or the like may follow any of them."""

# Capitals alone tell an authority from a school that is called Lea, and a head from the top of anything.
CAPITALS: Final = {
    "local_authority": r"LEA|LA|L\.E\.A\.?|L\.A\.?|(?!(?:The|It|He|She|This|Each|They|We|Who|Bishop|Archbishop|Diocese|Archdiocese|Trust|Trustees|Board|Church|Parish|Rector|Vicar|University|Charity|Foundation|Body|Committee|Governors?|Synod|Circuit|Deanery|Staff|Parents?|Council|PCC|Company|Chapter|Partnership|School|Head|Headteacher|Union|Federation)\b)(?<!Diocese of )(?<!Archdiocese of )(?<!Bishop of )(?<!University of )(?<!Archdeacon of )[A-Z][a-z]+(?= (?:nominates|puts forward|proposes) (?:one|1)\b)",
    "head_teacher": "Head|HEAD|HT|Principal",
}

NOT_LABELS_BEFORE: Final = (
    "<school>",
    "council(?! (?:gov|rep|nom))",
    "trust(?! gov)",
    "evenings?|association|forum|surveys?|room|area|languages?|church|links?|cohesion|subjects?|deed|plan|premises",
    "development|meetings?|handbook|voice|officiating|disqualif[a-z]*|elections?|ballots?|category|hub|teacher",
    "or voluntary|and special|and voluntary|committees?|engagement|status|welfare|office|agreement|phase|use|view",
    "facilit[a-z]*|issues?|body|training|structure|list|absence|council",
)
"""Words after a phrase that show it to be something else: a school, an evening, a meeting."""


def _pattern(phrase: str) -> str:
    """Make a pattern of a phrase: a space in it may be missing or be a hyphen."""
    for name, words in _WORDS_FOR.items():
        phrase = phrase.replace(f"<{name}>", f"(?:{words})")
    return re.sub(r" (?!\?)", r"[ \\-]*", phrase)


def _labels() -> "re.Pattern[str]":
    groups = []
    for category, phrases in VARIANTS.items():
        exact = f"|(?-i:{CAPITALS[category]})" if category in CAPITALS else ""
        groups.append(f"(?P<{category}>{'|'.join(map(_pattern, phrases))}{exact})")
    nouns = _pattern("(?:(?:appointed|elected|nominated) )?<governor>")
    others = "|".join(map(_pattern, NOT_LABELS_BEFORE))
    return re.compile(
        rf"(?<![a-z'&])(?:(?:elected|appointed|nominated)[ \-]+)?(?:{'|'.join(groups)})(?:(?=[ \-]*{nouns})|(?![a-z]))(?!'?\s*(?:{others})(?![a-z]))"
        rf"(?P<noun>[ \-]*{nouns}(?:'s|'|\(s\))?(?![a-z]))?"
        r"(?:\s?\((?:church|trust|diocesan|teaching|support|non-teaching|elected)\))?",
        re.IGNORECASE,
    )


_LABEL: Final = _labels()
_LIKELY: Final = re.compile(
    r"parent|staff|auth|L\.?E?\.?A\b|council|head|teacher|co[ -]*op|found|trust|church|dioces|partner|commun|spons"
    r"|circuit|\bp\.?c\.?c|parish|deanery|synod|borough|\bex[ -]*of|chair|assoc|clerk|observ|gov|\bHT\b|princip|nominates|puts forward|proposes|member",
    re.IGNORECASE,
)
_REMEMBERED: Final = 2**15
_NOUN: Final = re.compile(rf"(?:{_WORDS_FOR['governor']})(?![a-z])", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"(?:governors|governers|govenors|govemors|members|representatives|reps|nominees|parents)", re.IGNORECASE
)


@attrs.frozen
class Label:
    """A category named in a text, from `start` to `end`; `noun` says that "governor" or the like stands with it."""

    category: str
    start: int
    end: int
    words: str
    noun: bool

    @property
    def singular(self) -> bool:
        """Whether it names one governor, so that it counts one where it stands without a number."""
        if self.category == "head_teacher":
            return not self.words.lower().rstrip(")").endswith(("teachers", "masters", "mistresses"))
        return self.noun and not _SEVERAL.search(self.words)


def labels(text: str) -> list[Label]:
    """Find the categories that a plain text names, in order.

    >>> [(label.category, label.words) for label in labels("2 parent governors at Lea School, 1 LEA")]
    [('parent', 'parent governors'), ('local_authority', 'LEA')]
    """
    return list(_labels_of(text))


@functools.lru_cache(maxsize=_REMEMBERED)
def _labels_of(text: str) -> tuple[Label, ...]:
    if not _LIKELY.search(text):
        return ()
    found = []
    for match in _LABEL.finditer(text):
        category = next(name for name in VARIANTS if match[name] is not None)
        found.append(Label(category, match.start(), match.end(), match[0], bool(_NOUN.search(match[0]))))
    return tuple(found)
