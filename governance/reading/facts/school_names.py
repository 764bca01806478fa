"""The name of the school where no clause gives it: the one school that the running words tell of."""

import functools
import re
from collections.abc import Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import entries
from governance.reading.text.passages import Passage

ONLY: Final = "it is the only school that the document names"
TITLE: Final = "it is the title of the document"
OFTENEST: Final = "it is the school that the document names most"

_WORD: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W\d_]+)*\.?|\([A-Z][A-Za-z. ]{0,20}\)|[&,;:|/“”\"–—.-]"
)
_LONGEST, _MOST, _TWICE, _ABBREVIATION, _FIRST = 14, 40, 2, 5, 3
_OF_A_TRUST: Final = ("Trust", "Association", "Charity", "Foundation")
"""What goes on so behind the name of a school is the name of a body."""
_WHOLE: Final = ("school", "schools", "federation", "college")


@functools.lru_cache(maxsize=4)
def _language(kind: str) -> dict[str, frozenset[str]]:
    known = {key: frozenset(value) for key, value in entries("names", kind).items()}
    # A school may be called Five Elms; "Four local authority governors" names no authority.
    known["before"] |= NUMBERS.keys() if kind == "authority" else set()
    none = frozenset[str]().union(*(known[key] for key in ("kinds", "ends", "rarely", "within", "before")))
    return {**known, "none": none, "never": known["before"] - known["within"]}


def is_a_name(words: str, kind: str) -> bool:
    """Whether words in capitals may be the name of a school or an authority: no person, no office, and not its kind alone."""
    known, low = _language(kind), {*map(_low, words.split())}
    return not low & known["never"] and not low <= known["none"]


def school_name(read: Sequence[Passage]) -> Evidence | None:
    """Give the name of the school, as far as running words tell; None where several are told of alike."""
    found: dict[str, list[tuple[str, Passage]]] = {}
    for ends in ("ends", "rarely"):
        told = ((name, one) for one in read for name in names_in(one.words, ends=ends))
        for name, passage in told:
            key = " ".join(re.findall("[a-z0-9]+", re.sub("['’]", "", name.lower()))).removeprefix("the ")
            found.setdefault(key, []).append((name, passage))
            if len(found) > _MOST:
                return None
        if found:
            break
    whole = [key for key in found if not any(key != other and key in other for other in found)]
    federations = [key for key in whole if "federation" in key]
    ranked = sorted((found[key] for key in federations or whole), key=len, reverse=True)
    alone = len(ranked) == 1
    titles = [own for own in ranked if any(one in read[:_FIRST] and name == _bare(one) for name, one in own)]
    if len(titles) == 1 and not alone:
        ranked, because = titles, TITLE
    elif ranked and (alone or len(ranked[0]) >= _TWICE * len(ranked[1])):
        because = ONLY if alone else OFTENEST
    else:
        return None
    name, passage = next((one for one in ranked[0] if not one[0].isupper()), ranked[0][0])
    return Evidence("school.name", name, passage.words, passage.where, "inferred", because)


def _bare(passage: Passage) -> str:
    return passage.words.strip(" .:;-")


def names_in(text: str, kind: str = "school", ends: str = "ends") -> list[str]:
    """Give the names of schools, or of another kind, in a text: capitals that end with School, Federation and the like."""
    known = _language(kind)
    lower = text.lower()
    places = list(_WORD.finditer(text)) if any(map(lower.__contains__, known[ends])) else []
    words = [match[0] for match in places]
    found: list[str] = []
    past = begins = 0
    for at, word in enumerate(words):
        if (
            at < past
            or _low(word) not in known[ends]
            or not (word[0].isupper() or _low(word) in known["small"])
        ):
            continue
        first, last = _first(words, at, known), _last(words, at, known)
        past = last + 1
        after = [*words[past : past + 2], "", ""]
        # "Hill School Trust" is a body, and "Bradford Council of Churches" no council.
        another = kind == "authority" and after[0] in ("of", "for") and after[1][:1].isupper()
        if another or after[0].rstrip(".") in _OF_A_TRUST:
            continue
        # Words that only say what kind of school it is are no name.
        if any(_low(one) not in known["none"] for one in words[first:past] if one[0].isalpha()):
            # "The Federation of Dale School and Hill School" is one name.
            joined = found and found[-1].startswith("Federation of ") and text[begins:].find(found[-1]) == 0
            joined = joined and text[begins + len(found[-1]) : places[first].start()] in (" and ", " & ")
            begins = begins if joined else places[first].start()
            found = found[:-1] if joined else found
            name = text[begins : places[last].end()].rstrip(".")
            found.append(name if name.isupper() else re.sub("['’]s$", "", name))
    return found


def _first(words: Sequence[str], at: int, known: dict[str, frozenset[str]]) -> int:
    """Find where a name begins: at the last capital before what is no part of a name."""
    first = at
    for place in range(at - 1, max(-1, at - _LONGEST), -1):
        word, low, after = words[place], _low(words[place]), words[place + 1]
        inside = word[0] == "(" or (word == "," and after.lower() in known["on"])
        if low in known["within"]:
            continue
        if low == "federation" and word[0].isupper() and after == "of":
            first = place
            continue
        closed = word.endswith(".") and len(word) > _ABBREVIATION and "." not in word[:-1]
        kind = low in known["kinds"] and place == at - 1
        before = low in known["before"] and f"{low} {_low(after)}" not in known["though"] and not kind
        other = low in _WHOLE and place < at - 1
        if before or closed or other or not (inside or word[0].isupper() or low in known["small"]):
            break
        first = first if inside else place
    return first


def _last(words: Sequence[str], at: int, known: dict[str, frozenset[str]]) -> int:
    """Find where a name ends: "School and Nursery Unit" goes on, and "School for Boys"."""
    last = at
    for place, word in enumerate(words[at + 1 : at + 6], at + 1):
        goes_on = _low(word) in known["on"] and word[0].isupper()
        last = place if goes_on else last
        if word.endswith(".") or not (goes_on or word.lower() in ("and", "&", "for")):
            break
    return last


def _low(word: str) -> str:
    return word.lower().rstrip(".").removesuffix("'s").removesuffix("’s")
