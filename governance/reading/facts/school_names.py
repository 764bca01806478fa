"""The name of the school where no clause gives it: the one school that the running words tell of."""

import functools
import re
from collections.abc import Sequence
from typing import Any, Final

from governance.reading.evidence import Evidence
from governance.reading.phrases.said import entries
from governance.reading.text.passages import Passage

ONLY: Final = "it is the only school that the document names"
OFTENEST: Final = "it is the school that the document names most"

_WORD: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W\d_]+)*\.?|\([A-Z][A-Za-z. ]{0,20}\)|[&,;:|/“”\"–—.-]"
)
_LONGEST: Final = 14
_MOST: Final = 40
_TWICE: Final = 2
_ABBREVIATION: Final = 5
_WHOLE: Final = frozenset(("school", "schools", "federation", "college"))

Words = Sequence[tuple[str, int, int]]


@functools.lru_cache(maxsize=4)
def _language(kind: str) -> dict[str, Any]:
    return {key: frozenset(value) for key, value in entries("names", kind).items()}


def school_name(read: Sequence[Passage]) -> Evidence | None:
    """Give the name of the school, as far as running words tell; None where several are told of alike."""
    found: dict[str, list[tuple[str, Passage]]] = {}
    for ends in ("ends", "rarely"):
        for passage in read:
            for name in names_in(passage.words, ends=ends):
                found.setdefault(_key(name), []).append((name, passage))
                if len(found) > _MOST:
                    return None
        if found:
            break
    whole = [key for key in found if not any(key != other and key in other for other in found)]
    federations = [key for key in whole if "federation" in key]
    ranked = sorted(federations or whole, key=lambda key: -len(found[key]))
    if not ranked:
        return None
    alone = len(ranked) == 1
    if not alone and len(found[ranked[0]]) < _TWICE * len(found[ranked[1]]):
        return None
    name, passage = next((one for one in found[ranked[0]] if not one[0].isupper()), found[ranked[0]][0])
    return Evidence(
        "school.name", name, passage.words, passage.where, "inferred", ONLY if alone else OFTENEST
    )


def names_in(text: str, kind: str = "school", ends: str = "ends") -> list[str]:
    """Give the names of schools, or of another kind, in a text: capitals that end with School, Federation and the like.

    >>> names_in("The Governing Body of Hill Road C.E. Primary School is made up of parents")
    ['Hill Road C.E. Primary School']
    """
    known = _language(kind)
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[str] = []
    at = 0
    while at < len(words):
        if _low(words[at][0]) in known[ends] and words[at][0][0].isupper():
            first, last = _first(words, at, known), _last(words, at, known)
            if _told(words[first : last + 1], known):
                name = text[words[first][1] : words[last][2]].rstrip(".")
                found.append(name if name.isupper() else _POSSESSIVE.sub("", name))
            at = last
        at += 1
    return found


_POSSESSIVE: Final = re.compile("['’]s$")


def _first(words: Words, at: int, known: dict[str, Any]) -> int:
    """Find where a name begins: at the last capital before what is no part of a name."""
    first = at
    for place in range(at - 1, max(-1, at - _LONGEST), -1):
        word = words[place][0]
        low = _low(word)
        inside = word[0] == "(" or (word == "," and words[place + 1][0].lower() in known["on"])
        if low in known["within"]:
            continue
        closed = word.endswith(".") and len(word) > _ABBREVIATION and "." not in word[:-1]
        other = low in _WHOLE and place < at - 1
        if low == "federation" and word[0].isupper() and words[place + 1][0] == "of":
            first = place
            continue
        before = (
            low in known["before"]
            and f"{low} {_low(words[place + 1][0])}" not in known["though"]
            and not (low in known["kinds"] and place == at - 1)
        )
        if before or closed or other or not (inside or word[0].isupper()):
            break
        if not inside:
            first = place
    return first


def _last(words: Words, at: int, known: dict[str, Any]) -> int:
    """Find where a name ends: "School and Nursery Unit" goes on."""
    last = at
    for place in range(at + 1, min(len(words), at + 6)):
        word = words[place][0]
        if _low(word) in known["on"] and word[0].isupper():
            last = place
        elif word.lower() not in ("and", "&"):
            break
        if word.endswith("."):
            break
    return last


def _low(word: str) -> str:
    return word.lower().rstrip(".").removesuffix("'s").removesuffix("’s")


def _told(words: Words, known: dict[str, Any]) -> bool:
    """Whether words are a name, and no kind of school."""
    none = known["kinds"] | known["ends"] | known["rarely"] | known["within"] | known["before"]
    return any(_low(word) not in none for word, _, _ in words if word[0].isalpha())


def _key(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("'", "").replace("’", ""))).removeprefix(
        "the "
    )
