"""A text as words with classes: the longest phrase that is known at each place, a number, a sign, or a word nobody listed."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from governance.english import TENS, UNITS
from governance.reading.phrases.language import LETTERS, Language, language, stem

_RAW: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+(?:[.,:/-]\d+)*(?:(?i:st|nd|rd|th)(?![a-zA-Z]))?|\.{2,}|[-=]{0,9}>|\S"
)
_DIGITS: Final = UNITS[1:10]
_TENS: Final = {ten: 20 + 10 * place for place, ten in enumerate(TENS[:3])}
NUMBERS: Final = {
    **{word: value for value, word in enumerate(UNITS) if value},
    **_TENS, "nil": 0, "zero": 0, "none": 0, "teen": 10, "a single": 1,
}  # fmt: skip
_SIGNS: Final = {
    **dict.fromkeys(",;.()-=/|", ""), ":": ":", "…": ":", "_": ":", "?": ".", "!": ".", "&": "&", "+": "&", "[": "(", "]": ")",
    "→": ">", "⇒": ">", "➔": ">", "•": ";", "·": ";", "\t": ";",
}  # fmt: skip
_AND: Final = {"and": "&", "or": "|", "x": "x"}
_LONGEST: Final = 40
_MOST_DIGITS: Final = 2
_LONGEST_NAME: Final = 14
_SCHOOL: Final = frozenset(
    ("school", "federation", "college", "academy", "nursery", "primary", "infant", "junior", "centre", "unit")
)
_SMALL: Final = frozenset(("of", "the", "and", "&", "for", "in", "at"))
_IN_NAMES: Final = frozenset("uAkosi")
_NAMED: Final = frozenset(("foundation", "community", "partnership"))


PLACE: Final = "place"
"""The value of a place that stands for its council: "Leeds nominates one"."""
PERSON: Final = "person"
"""The value of the name of a person with a title."""
_NOMINATES: Final = "nominates"
NEWER: Final = "newer"
"""The value of the mark that stands before the newer number of "from 5 to 3"."""


class Token(NamedTuple):
    """A word or a phrase: its class as a letter, where it stands, its number or category, and whether it is a plural; `vacant` of a number are vacancies."""

    letter: str
    start: int
    end: int
    value: Any = None
    many: bool = False
    vacant: int = 0


@functools.lru_cache(maxsize=2**14)
def lex(text: str) -> tuple[Token, ...]:
    """Give the words of a plain text with their classes."""
    known = language()
    raws = [(match[0], match.start(), match.end()) for match in _RAW.finditer(text)]
    return _set_aside(_newer(_places(_names(tuple(_tokens(raws, known)), text), text), known), known)


def start_of(token: Token) -> int:
    """Give where a word begins."""
    return token.start


def letters(tokens: Sequence[Token]) -> str:
    """Give the classes of some words, one letter each."""
    return "".join(token.letter for token in tokens)


def _tokens(raws: Sequence[tuple[str, int, int]], known: Language) -> Iterator[Token]:
    at = 0
    stems = [stem(raw.replace(".", "") if raw[0].isalpha() else raw) for raw, _, _ in raws]
    while at < len(raws):
        raw, start, end = raws[at]
        if raw[0].isdecimal():
            yield _number(
                raw, start, end, raws[at - 1][0] if at else "", raws[at + 1][0] if at + 1 < len(raws) else ""
            )
            at += 1
            continue
        taken, token = _phrase(raws, stems, at, known)
        if token is not None:
            yield token
            at += taken
            continue
        if raw[0].isalpha():
            gap = 0
            if at + 2 < len(raws) and raws[at + 1] == ("-", end, end + 1) and raws[at + 2][1] == end + 1:
                gap = len(raw)
                together = list(_unglued(raw + raws[at + 2][0], start, raws[at + 2][2], known, gap))
                if together[0].letter != "u":
                    yield from together
                    at += 3
                    continue
            yield from _unglued(raw, start, end, known)
        elif raw == "-" and _within_word(raws, at):
            pass
        elif raw in _SIGNS or raw.endswith(">") or raw.startswith(".."):
            letter = ">" if raw.endswith(">") else ":" if raw.startswith("..") else _SIGNS[raw] or raw
            yield Token(letter, start, end)
        at += 1


def _within_word(raws: Sequence[tuple[str, int, int]], at: int) -> bool:
    """Whether a hyphen joins two words, as in "non-teaching"."""
    if not 0 < at < len(raws) - 1:
        return False
    (before, _, end), (after, start, _) = raws[at - 1], raws[at + 1]
    return end == raws[at][1] and start == raws[at][2] and before[-1].isalpha() and after[0].isalpha()


def _number(raw: str, start: int, end: int, before: str, after: str) -> Token:
    if raw.isdecimal() and len(raw) <= _MOST_DIGITS and before not in ("£", "#") and after != "%":
        return Token("N", start, end, int(raw))
    ends = raw.split("-")
    if len(ends) == 2 and all(one.isdecimal() and len(one) <= _MOST_DIGITS for one in ends):  # noqa: PLR2004 - from and to
        return Token("z", start, end)
    return Token("d", start, end)


def _phrase(
    raws: Sequence[tuple[str, int, int]], stems: Sequence[str], at: int, known: Language
) -> tuple[int, Token | None]:
    raw, start, end = raws[at]
    bare = raw.replace(".", "")
    if bare in known.exact:
        own = known.exact[bare]
        return 1, Token(own.letter, start, end, own.value)
    for phrase in known.phrases.get(stems[at], ()):
        place = at + 1
        for wanted in phrase.stems[1:]:
            if place < len(raws) and raws[place][0] == "-" and wanted != "-":
                place += 1
            if place >= len(raws) or stems[place] != wanted:
                break
            place += 1
        else:
            last = raws[place - 1]
            many = (
                stems[place - 1] != last[0].lower()
                and last[0][-1:].lower() in "s'"
                and not last[0].lower().endswith("'s")
            ) or last[0].lower() in ("people", "persons")
            value = int(phrase.value) if phrase.letter == "N" else phrase.value
            return place - at, Token(phrase.letter, start, last[2], value, many)
    if stems[at] in _TENS and at + 1 < len(raws):
        place = at + 2 if raws[at + 1][0] == "-" and at + 2 < len(raws) else at + 1
        if stems[place] in _DIGITS:
            return place - at + 1, Token("N", start, raws[place][2], _TENS[stems[at]] + NUMBERS[stems[place]])
    if raw.lower() in NUMBERS:
        return 1, Token("N", start, end, NUMBERS[raw.lower()])
    if stems[at] in _AND:
        return 1, Token(_AND[stems[at]], start, end)
    return 0, None


def _unglued(raw: str, start: int, end: int, known: Language, gap: int = 0) -> Iterator[Token]:
    """Part words that ran together, where all of them are known: "foundationgovernors"; a hyphen stood at `gap`."""
    found: list[Token] = []
    place = 0
    while place < len(raw) <= _LONGEST:
        for stop in range(len(raw), place + 1, -1):
            own = stem(raw[place:stop])
            phrase = known.joined.get(own)
            if phrase is not None and phrase.letter in "CGAHOTDIV" and stop - place > 1:
                many = raw[stop - 1].lower() == "s" and own != raw[place:stop].lower()
                found.append(
                    Token(phrase.letter, start + place, start + stop + (stop > gap > 0), phrase.value, many)
                )
                place = stop
                break
        else:
            break
    if found and place == len(raw):
        yield from found
    else:
        yield Token("u", start, end)


def _names(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Make one word of each school's name: capitals before School, Federation and the like."""
    kept: list[Token] = []
    for token in tokens:
        word = text[token.start : token.end]
        if token.letter in "uok" and word[0].isupper() and stem(word.rsplit(" ", 1)[-1]) in _SCHOOL:
            first = len(kept)
            place = first - 1
            while place >= max(0, first - _LONGEST_NAME):
                own = text[kept[place].start : kept[place].end]
                inside = (
                    kept[place].letter in _IN_NAMES
                    or kept[place].value in _NAMED
                    or (kept[place].letter in "CHR" and not kept[place].many and place == first - 1)
                )
                if inside and own[0].isupper():
                    first = place
                elif not (own.lower() in _SMALL and place > 0) and own not in ".-&":
                    break
                place -= 1
            if first < len(kept) or (kept and kept[-1].letter == "s"):
                start = kept[first].start if first < len(kept) else token.start
                del kept[first:]
                kept.append(Token("s", start, token.end))
                continue
        kept.append(token)
    return tuple(kept)


def _places(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Take a place that nominates, with no more words than its name, for its council."""
    made = list(tokens)
    for n in range(1, len(tokens)):
        place = tokens[n - 1]
        begins = n == 1 or tokens[n - 2].letter in ".;:,&)-"
        if tokens[n].value == _NOMINATES and begins and place.letter == "u" and text[place.start].isupper():
            made[n - 1] = place._replace(letter="A", value=PLACE)
    return tuple(made)


def _spliced(
    tokens: tuple[Token, ...],
    pattern: "re.Pattern[str]",
    make: "Callable[[Sequence[Token]], Sequence[Token]]",
) -> tuple[Token, ...]:
    """Put other words in the place of those whose classes a form matches."""
    made: list[Token] = []
    at = 0
    for match in pattern.finditer(letters(tokens)):
        made += (*tokens[at : match.start()], *make(tokens[match.start() : match.end()]))
        at = match.end()
    return (*made, *tokens[at:])


def _newer(tokens: tuple[Token, ...], known: Language) -> tuple[Token, ...]:
    """Of two numbers, an older and a newer, keep the newer: "from 5 to 3", "6 -> 2", "2 (was 6)"."""
    for _, pattern, entry in known.forms.get("newer", ()):
        tokens = _spliced(tokens, pattern, functools.partial(_kept, entry["keep"]))
    return tokens


def _kept(keep: str, span: Sequence[Token]) -> Sequence[Token]:
    numbers = [token for token in span if token.letter == "N"]
    first, last, end = span[0], numbers[-1], span[-1].end
    if keep == "part":
        return (last, span[-1], Token(";", end, end), numbers[0])
    if keep == "limit":
        return (Token("b", first.start, span[-1].start), span[-1])
    if keep == "sum":
        added = first._replace(value=sum(one.value for one in numbers), vacant=last.value)
        return (added, *(one for one in span[1:] if one.letter not in "N&w"))
    if keep == "change":
        return (Token(":", first.start, first.end, NEWER), Token("N", last.start, end, last.value))
    return (Token("N", first.start, end, numbers[0 if keep == "first" else -1].value),)


def _set_aside(tokens: tuple[Token, ...], known: Language) -> tuple[Token, ...]:
    """Take what a form sets aside, such as a day or the number of a regulation, as one word that counts nothing."""
    for kind in ("shared", "aside"):
        for _, pattern, entry in known.forms.get(kind, ()):
            letter = "E" if kind == "shared" else LETTERS[entry.get("as", "date")]
            tokens = _spliced(tokens, pattern, functools.partial(_as_one, letter))
    return tokens


def _as_one(letter: str, span: Sequence[Token]) -> Sequence[Token]:
    return (Token(letter, span[0].start, span[-1].end, span[0].value),)


def is_school(text: str) -> bool:
    """Whether a text begins with a word such as school or federation."""
    return stem(re.split(r"\W", text, maxsplit=1)[0]) in _SCHOOL
