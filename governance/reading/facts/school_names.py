"""The name of the school where no clause gives it: the one school that the running words tell of."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import entries, said_in
from governance.reading.phrases.words import seats_in
from governance.reading.text.passages import Passage

ONLY: Final = "it is the only school that the document names"
TITLE: Final = "it is the title of the document"
BOARD: Final = "its board or its instrument is told of with it"
OFTENEST: Final = "it is the school that the document names most"

FEWEST_CATEGORIES: Final = 3
"""Fewer categories with a number are no list of seats."""
PASSING: Final = "the document says in passing that it is a school"

_WORD: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W\d_]+)*\.?|\([A-Z][A-Za-z. ]{0,20}\)|[&,;:|/“”\"–—.-]"
)
_OF_BODY: Final = "(?i:govern[a-z]+ (?:body|board) of (?:the )?)"
_PLACE: Final = r"(?:, (?:[A-Z][\w'’-]+|of|the)(?: (?:[A-Z][\w'’-]+|on|in|of|the|upon|under|and))*)+"
_THEN: Final = r"(?:[\"”’'.]*$|,? (?:is|has|shall|will|consists?|comprises?)(?![a-z]))"
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
            key = _key(name)
            found.setdefault(key, []).append((name, passage))
            if len(found) > _MOST:
                return None
        if found:
            break
    if not found:
        passing = [(one, told) for passage in read for one, told in said_in("names", passage)]
        named = [
            told for one, told in passing if one.field == "passing" and is_a_name(str(told.value), "school")
        ]
        return (
            named[0].inferred(PASSING, field="school.name")
            if len({one.value for one in named}) == 1
            else None
        )
    whole = [key for key in found if not any(key != other and _shorter(key, other, found) for other in found)]
    federations = [key for key in whole if "federation" in key]
    ranked = sorted((found[key] for key in federations or whole), key=len, reverse=True)
    alone = len(ranked) == 1
    titles = [own for own in ranked if any(one in read[:_FIRST] and name == _bare(one) for name, one in own)]
    boards = [own for own in ranked if any(_of_seats(one) for _, one in own)]
    boards = boards or [
        own for own in ranked if any("instrument of gov" in one.text.lower() for _, one in own)
    ]
    if len(titles) == 1 and not alone:
        ranked, because = titles, TITLE
    elif len(boards) == 1 and not alone:
        ranked, because = boards, BOARD
    elif ranked and (alone or len(ranked[0]) >= _TWICE * len(ranked[1])):
        because = ONLY if alone else OFTENEST
    else:
        return None
    # Where words were run together, it has more of them elsewhere; and where it is the name of the body, it may have a place.
    ranked[0].sort(key=lambda one: (one[0].isupper(), -_official(*one), -len(one[0].split())))
    name, passage = ranked[0][0]
    places = {_place(name, one) for own, one in ranked[0]}
    name += places.pop() if len(places) == 1 else ""
    return Evidence("school.name", name, passage.words, passage.where, "inferred", because)


def _key(name: str) -> str:
    """Give what two spellings of a name share."""
    plain_name = " ".join(re.findall("[a-z0-9]+", re.sub("['’]", "", name.lower()))).removeprefix("the ")
    return re.sub("church of england|c of e|cofe|c e", "ce", plain_name).replace(" ", "")


def _shorter(key: str, other: str, found: Mapping[str, Sequence[tuple[str, Passage]]]) -> bool:
    """Whether a name is part of another: "Dale School" of "Dale Catholic School", which has a kind besides, and no other word."""
    one, whole = (re.findall(r"[\w'’]+", found[own][0][0].lower()) for own in (key, other))
    rest = iter(whole)
    return key in other or (
        all(word in rest for word in one) and {*whole} - {*one} <= _language("school")["kinds"]
    )


def _of_seats(passage: Passage) -> bool:
    return len({one.category for one in seats_in(passage.text) if one.count is not None}) >= FEWEST_CATEGORIES


def _official(name: str, passage: Passage) -> bool:
    return bool(re.search(_OF_BODY + re.escape(name), passage.words))


def _place(name: str, passage: Passage) -> str:
    """Give what a clause on the name of the governing body has behind that of the school."""
    match = re.search(f"{_OF_BODY}{re.escape(name)}({_PLACE}){_THEN}", passage.words.strip())
    return match[1] if match else ""


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
        # "The ethos of the School" is no name.
        none = _low(word) == "school" and at and words[at - 1].lower() in ("of", "the")
        first, last = at if none else _first(words, at, known), _last(words, at, known)
        past = last + 1
        after = [*words[past : past + 2], "", ""]
        # "Hill School Trust" is a body, and "Bradford Council of Churches" no council.
        another = kind == "authority" and after[0] in ("of", "for") and after[1][:1].isupper()
        if another or after[0].rstrip(".") in _OF_A_TRUST:
            continue
        # Words that only say what kind of school it is are no name.
        if any(
            _low(one) not in known["none"]
            for one in words[first:past]
            if one[0].isalpha() and len(one.strip(".")) > 1
        ):
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
        pair = f"{low} {_low(after)}"
        before = {low, pair} & known["before"] and pair not in known["though"] and not kind
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
