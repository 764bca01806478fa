"""The name of the school where no clause gives it: the one school that the running words tell of."""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from governance.reading.evidence import Evidence
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import entries, said_in
from governance.reading.text.passages import Passage

ONLY: Final = "it is the only school that the document names"
NAMED: Final = "the document says in passing that this is its name"
BOARD: Final = "its board or its instrument is told of with it"
OFTENEST: Final = "it is the school that the document names most"

FEWEST_CATEGORIES: Final = 3
"""Fewer categories with a number are no list of seats."""

_WORD: Final = re.compile(
    r"School(?=[A-Z][a-z])|(?:[A-Z]\.){2,}|[^\W_]+(?:['’.-][^\W\d_]+)*\.?|\([A-Z][A-Za-z.& ]{0,20}\)|[&,;:|/“”\"–—.-]"
)
_OF_BODY: Final = "(?i:govern[a-z]+ (?:body|board) of (?:the )?)"
_PLACE: Final = (
    r"(?:((?:, (?:[A-Z][\w'’-]+|of|the)(?: (?:[A-Z][\w'’-]+|on|in|of|the|upon|under|and))*)+)"
    r"(?:[\"”’'.]*$|,? (?:is|has|shall|will|consists?|comprises?)(?![a-z])))?"
)
_OF_IT: Final = re.compile(r"(?<!\w)(?<!St )(?<!St\. )(\w[\w.-]{2,20})['’]s$")
"""How a name ends in "Beechside's governing body", which "St. Mary's governing body" does not."""
_VERB: Final = re.compile(r"(?<![a-z])(?:is|are|was|were|has|have|had|shall|will|met)(?![a-z])|[.?] ")
_LONGEST, _MOST, _TWICE, _ABBREVIATION, _FIRST, _TITLE = 14, 40, 2, 5, 3, 16
_OF_A_TRUST: Final = ("Trust", "Association", "Charity", "Foundation")
"""What goes on so behind the name of a school is the name of a body."""
_WHOLE: Final = ("school", "schools", "federation", "college")

Told = tuple[str, Passage]
"""A name, and the passage that has it."""


@functools.lru_cache(maxsize=4)
def _language(kind: str) -> dict[str, frozenset[str]]:
    known = defaultdict(frozenset[str], {key: frozenset(own) for key, own in entries("names", kind).items()})
    # A school may be called Five Elms; "Four local authority governors" names no authority.
    known["before"] |= NUMBERS.keys() if kind == "authority" else set()
    none = frozenset[str]().union(*(known[key] for key in ("kinds", "ends", "rarely", "within", "before")))
    return defaultdict(frozenset, known, none=none, never=known["before"] - known["within"])


def is_a_name(words: str, kind: str) -> bool:
    """Whether words in capitals may be the name of a school or an authority: no person, no office, and not its kind alone."""
    known, low = _language(kind), {*map(_low, words.split())}
    return not low & known["never"] and not low <= known["none"]


def school_name(read: Sequence[Passage]) -> Evidence | None:
    """Give the name of the school, as far as running words tell; None where several are told of alike."""
    told = {role: [*_told(read, role)] for role in ("named", "own", "former", "whose")}
    found = _by_key([*_ending(read, "ends"), *told["named"], *told["own"]])
    found = found or _by_key([*told["whose"], *_ending(read, "rarely")])
    roles = {role: {_key(name) for name, _ in names} for role, names in told.items()}
    left = [key for key in found if key not in roles["former"] and len(found) <= _MOST]
    # The shorter name of a school tells of that school.
    own = {
        key: [*found[key], *(one for other in left if _shorter(other, key, found) for one in found[other])]
        for key in left
        if not any(key != other and _shorter(key, other, found) for other in left)
    }
    named = [key for key in own if key in roles["named"]]
    federations = [key for key in own if "federation" in key]
    ranked = sorted(named if len(named) == 1 else federations or own, key=lambda key: -len(own[key]))
    titles = [
        one for one in read[:_FIRST] if len(one.words.split()) <= _TITLE and not _VERB.search(one.words)
    ]
    counts = [len(own[key]) for key in ranked]
    marks: tuple[tuple[str, Callable[[str, Passage], object]], ...] = (
        (NAMED if named else ONLY, lambda *_: len(ranked) == 1),
        ("it is the title of the document", lambda _, one: one in titles),
        (BOARD, lambda name, _: _key(name) in roles["own"] | roles["whose"]),
        (BOARD, lambda _, one: "instrument of gov" in one.text.lower()),
        (OFTENEST, lambda name, _: counts[0] >= _TWICE * counts[1] and name == own[ranked[0]][0][0]),
    )
    for because, fits in marks:
        fit = [key for key in ranked if any(fits(*one) for one in own[key])]
        if len(fit) == 1:
            return _whole(found[fit[0]], because)
    return None


def _whole(told: Sequence[Told], because: str) -> Evidence:
    """Give the fullest name of a school: where words were run together, it has more of them elsewhere, and the body's may have a place."""
    body = {name: re.search(_OF_BODY + re.escape(name) + _PLACE, one.words) for name, one in reversed(told)}
    name, passage = min(told, key=lambda one: (one[0].isupper(), not body[one[0]], -len(one[0].split())))
    places = {(one and one[1]) or "" for one in body.values()}
    name += places.pop() if len(places) == 1 else ""
    return Evidence("school.name", name, passage.words, passage.where, "inferred", because)


def _ending(read: Sequence[Passage], ends: str) -> Iterator[Told]:
    return ((name, one) for one in read for name in names_in(one.words, ends=ends))


def _told(read: Sequence[Passage], role: str) -> Iterator[Told]:
    """Give the names that a phrase tells to be of a school, without the words before them that are of no name."""
    known = _language("school")
    for passage in read:
        for one in said_in("called", passage):
            # A row of a table has people, and what they are.
            if not one.field.startswith(role) or (role == "whose" and len(passage.line.cells) > 1):
                continue
            name = _OF_IT.sub(r"\1", re.split(", | at ", str(one.value))[0])
            places = [*_WORD.finditer(name)]
            words = [match[0] for match in places]
            first = _first([*words, "School"], len(words), known)
            # "The Bridge" is what that school is called.
            first -= first == len(words) - 1 and words[first - 1 : first] == ["The"]
            # The board of two schools has the name of neither.
            joined = sum(_low(word) in _WHOLE for word in words) > 1 or words[-1].lower() in known["within"]
            if not joined and not {*map(_low, words[first:])} <= known["none"]:
                yield name[places[first].start() :], passage


def _by_key(names: Iterable[Told]) -> dict[str, list[Told]]:
    """Give what is told of each school, however its name is spelt; without academies where there is another school."""
    found: dict[str, list[Told]] = {}
    for one in names:
        found.setdefault(_key(one[0]), []).append(one)
    return {key: own for key, own in found.items() if not key.endswith("academy")} or found


def _key(name: str) -> str:
    """Give what two spellings of a name share."""
    signs = re.sub("['’]", "", name.lower().replace("&", "and"))
    plain_name = " ".join(re.findall("[a-z0-9]+", signs)).removeprefix("the ")
    return re.sub("church of england|c of e|cofe|c e", "ce", plain_name).replace(" ", "")


def _shorter(key: str, other: str, found: Mapping[str, Sequence[Told]]) -> bool:
    """Whether a name is part of another: "Dale School" of "Dale Catholic School", which has a kind besides, and no other word."""
    one, whole = (re.findall(r"[\w'’]+", found[own][0][0].lower()) for own in (key, other))
    rest = iter(whole)
    kinds = {*whole} - {*one} <= _language("school")["kinds"]
    return key in other or (kinds and all(word in rest for word in one))


def names_in(text: str, kind: str = "school", ends: str = "ends") -> list[str]:
    """Give the names of schools, or of another kind, in a text: capitals that end with School, Federation and the like."""
    known = _language(kind)
    lower = text.lower()
    places = list(_WORD.finditer(text)) if any(map(lower.__contains__, known[ends])) else []
    words = [match[0] for match in places]
    found: list[str] = []
    past = begins = 0
    for at, word in enumerate(words):
        # "Hill Primary school" is written so; "Finance and School" is none.
        before = words[at - 1] if at else ""
        written = word == "school" and before[:1].isupper() and _low(before) in known["kinds"]
        capital = word[0].isupper() or _low(word) in known["small"] or written
        if at < past or _low(word) not in known[ends] or not capital or before in ("and", "&"):
            continue
        # "The ethos of the School" is no name.
        none = _low(word) == "school" and before.lower() in ("of", "the")
        first, last = at if none else _first(words, at, known), _last(words, at, known)
        past = last + 1
        after = [*words[past : past + 2], "", ""]
        # "Hill School Trust" is a body, and "Bradford Council of Churches" no council.
        another = kind == "authority" and after[0] in ("of", "for") and after[1][:1].isupper()
        if another or after[0].rstrip(".") in _OF_A_TRUST:
            continue
        # Words that only say what kind of school it is are no name.
        own = {_low(one) for one in words[first:past] if one[0].isalpha() and len(one.strip(".")) > 1}
        if not own <= known["none"]:
            # "The Federation of Dale School and Hill School" is one name.
            between = text[begins + len(found[-1]) : places[first].start()] if found else ""
            joined = between in (" and ", " & ") and found[-1].startswith("Federation of ")
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
        if low == "federation" and word[0].isupper() and after.lower() == "of":
            first = place
            continue
        closed = word.endswith(".") and len(word) > _ABBREVIATION and "." not in word[:-1]
        closed = closed or (not word.isdigit() and any(map(str.isdigit, word)))
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
        kinds = {*re.findall("[a-z]+", _low(word).replace(" and ", " "))}
        goes_on = (word[0].isupper() or word[0] == "(") and kinds <= known["on"]
        last = place if goes_on and _low(word) != "children" else last
        if word.endswith(".") or not (goes_on or word.lower() in ("and", "&", "for")):
            break
    return last


def _low(word: str) -> str:
    return word.lower().rstrip(".").removesuffix("'s").removesuffix("’s")
