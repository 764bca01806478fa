"""A text as words with classes: the longest phrase that is known at each place, a number, a sign, or a word nobody listed."""

import functools
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from governance.english import TENS, UNITS
from governance.reading.phrases.language import LETTERS, Language, Phrase, almost, language, stem

_RAW: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Za-z]\.[A-Za-z](?![\w.])|[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+(?:[.,:/-]\d+)*(?:(?i:st|nd|rd|th)(?![a-zA-Z]))?|\.{2,}|[-=]{0,9}>|\S"
)
_DIGITS: Final = UNITS[1:10]
_TENS: Final = {ten: 20 + 10 * place for place, ten in enumerate(TENS[:3])}
NUMBERS: Final = {
    **{word: value for value, word in enumerate(UNITS) if value},
    **_TENS, "nil": 0, "zero": 0, "none": 0, "teen": 10, "a single": 1,
}  # fmt: skip
_NUMBERS: Final = {word: Phrase((word,), "N", value) for word, value in NUMBERS.items()}
_SIGNS: Final = dict(zip(",;.()-=/|:…_?!&+[]→⇒➔•·", ",;.()-=/|:::..&&()>>>;;", strict=True))
_AND: Final = {"and": "&", "or": "|", "x": "x"}
_LONGEST: Final = 40
_MOST_DIGITS: Final = 2
_LONGEST_NAME: Final = 14
_SCHOOL: Final = (
    "school", "federation", "college", "academy", "nursery", "primary", "infant", "junior", "centre", "unit",
)  # fmt: skip
_SMALL: Final = ("of", "the", "and", "&", "for", "in", "at")
_IN_NAMES: Final = frozenset("uAkosi")
_NAMED: Final = ("foundation", "community", "partnership")
PLACE: Final = "place"
"""The value of a place that stands for its council: "Leeds nominates one"."""
PERSON: Final = "person"
"""The value of the name of a person with a title."""
OWNER: Final = "owner"
"""The value of one governor to whom something belongs: "a parent governor's term of office"."""
_NOMINATES: Final = "nominates"
OF: Final = "of"
"""The value of the word that makes a number a part: "two of the parent governors"."""
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


Raw = tuple[str, int, int]
"""A word or a sign as it is written, and where."""


@functools.lru_cache(maxsize=2**10)
def lex(text: str) -> tuple[Token, ...]:
    """Give the words of a plain text with their classes."""
    known = language()
    tokens = _places(_names(_tokens(text, known), text), text)
    for kind in ("newer", "shared", "aside"):
        for _, pattern, entry in known.forms.get(kind, ()):
            made: list[Token] = []
            at = 0
            for match in pattern.finditer(letters(tokens)):
                made += (*tokens[at : match.start()], *_meant(kind, entry, tokens[slice(*match.span())]))
                at = match.end()
            tokens = [*made, *tokens[at:]]
    return tuple(tokens)


def start_of(token: Token) -> int:
    """Give where a word begins."""
    return token.start


def letters(tokens: Sequence[Token]) -> str:
    """Give the classes of some words, one letter each."""
    return "".join([token.letter for token in tokens])


def is_school(text: str) -> bool:
    """Whether a text begins with a word such as school or federation."""
    return stem(re.split(r"\W", text, maxsplit=1)[0]) in _SCHOOL


def _tokens(text: str, known: Language) -> Iterator[Token]:
    raws = [(match[0], match.start(), match.end()) for match in _RAW.finditer(text)]
    stems = [stem(raw.replace(".", "") if raw[0].isalpha() else raw) for raw, _, _ in raws]
    at = 0
    while at < len(raws):
        raw, start, end = raws[at]
        taken, token = (1, _number(raws, at)) if raw[0].isdecimal() else _phrase(raws, stems, at, known)
        if token is not None:
            yield token
        elif raw[0].isalpha():
            hyphen = raws[at + 1 : at + 2] == [("-", end, end + 1)] and at + 2 < len(raws)
            rest = raws[at + 2][0] if hyphen and raws[at + 2][1] == end + 1 else ""
            together = _unglued(raw + rest, start, known, len(raw)) if rest else []
            taken = 3 if together else 1
            yield from together or _unglued(raw, start, known) or [_misspelt(raw, start, end, known)]
        elif raw != "-" or not (text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()):
            # A hyphen that joins two words, as in "non-teaching", is none of its own.
            letter = ">" if raw.endswith(">") else ":" if raw.startswith("..") else _SIGNS.get(raw, "")
            yield from [Token(letter, start, end)] if letter else []
        at += taken


def _number(raws: Sequence[Raw], at: int) -> Token:
    raw, start, end = raws[at]
    before = at and raws[at - 1][0]
    after, last = [*(one for one, _, _ in raws[at + 1 : at + 3]), "", ""][:2]
    short = [one.isdecimal() and len(one) <= _MOST_DIGITS for one in raw.split("-")]
    # "12+" and "12+Y" are as many and more.
    more = after == "+" and last in ("", *string.ascii_uppercase)
    if short == [True] and before not in ("£", "#") and after != "%" and not more:
        return Token("N", start, end, int(raw))
    return Token("z" if more or short == [True, True] else "d", start, end)


def _phrase(raws: Sequence[Raw], stems: Sequence[str], at: int, known: Language) -> tuple[int, Token | None]:
    """Give the longest phrase that is known at a place, and how many words it takes."""
    raw, start, end = raws[at]
    if own := known.exact.get(raw.replace(".", "")):
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
            last = raws[place - 1][0].lower()
            plural = stems[place - 1] != last and last[-1:] in "s'" and not last.endswith("'s")
            many = plural or last in ("people", "persons")
            value = int(phrase.value) if phrase.letter == "N" else phrase.value
            value = OWNER if phrase.letter == "G" and last.endswith("'s") else value
            # "6. Headteacher's report" is of no seat.
            letter = "u" if phrase.letter == "H" and last.endswith("'s") else phrase.letter
            return place - at, Token(letter, start, raws[place - 1][2], value, many)
    place = at + 2 if raws[at + 1 : at + 2] and raws[at + 1][0] == "-" else at + 1
    if stems[at] in _TENS and place < len(raws) and stems[place] in _DIGITS:
        return place - at + 1, Token("N", start, raws[place][2], _TENS[stems[at]] + NUMBERS[stems[place]])
    if raw.lower() in NUMBERS:
        return 1, Token("N", start, end, NUMBERS[raw.lower()])
    return 1, Token(_AND[stems[at]], start, end) if stems[at] in _AND else None


def _misspelt(raw: str, start: int, end: int, known: Language) -> Token:
    """Give the word of which a long word that nobody listed has one letter wrong, too many or too few: "govenor", "heateacher"."""
    found = next((known.near[one] for one in almost(stem(raw)) if one in known.near), None)
    many = raw[-1] == "s" != stem(raw)[-1]
    return Token(found.letter, start, end, found.value, many) if found else Token("u", start, end)


def _unglued(raw: str, start: int, known: Language, gap: int = 0) -> list[Token]:
    """Part words that ran together, where all are known, or begin a name: "foundationgovernors", "HeadteacherLeila"; a hyphen stood at `gap`."""
    found: list[Token] = []
    place = 0
    while place < len(raw) <= _LONGEST:
        for stop in range(len(raw), place + 1, -1):
            own = stem(raw[place:stop])
            number = _NUMBERS.get(raw[place:stop].lower())
            phrase = number or known.joined.get(own) or known.exact.get(raw[place:stop])
            if phrase is not None and phrase.letter in "CGAHOTDIVN":
                many = raw[stop - 1].lower() == "s" and own != raw[place:stop].lower()
                end = start + stop + (stop > gap > 0)
                found.append(Token(phrase.letter, start + place, end, phrase.value, many))
                place = stop
                break
        else:
            named = almost(raw[:place]) and found[-1].letter in "GH" and raw[place].isupper()
            return [*found, Token("u", start + place, start + len(raw))] if named else []
    # "Often" is no "of ten".
    return found if set(letters(found)) & set("CGAHO") else []


def _names(tokens: Iterator[Token], text: str) -> list[Token]:
    """Make one word of each school's name: capitals before School, Federation and the like."""
    kept: list[Token] = []
    for token in tokens:
        word = text[token.start : token.end]
        for_schools = kept and word[-1] == "s" and text[kept[-1].start : kept[-1].end] == "for"
        own = "" if for_schools or token.letter not in "uok" else stem(word.rsplit(" ", 1)[-1])
        if word[0].isupper() and own in _SCHOOL:
            first = len(kept)
            for place in range(first - 1, max(-1, first - 2 - _LONGEST_NAME), -1):
                one = kept[place]
                own = text[one.start : one.end]
                label = one.letter in "CHR" and not one.many and place == first - 1
                if own[0].isupper() and (one.letter in _IN_NAMES or one.value in _NAMED or label):
                    first = place
                elif not (own.lower() in _SMALL and place > 0) and own not in ".-&":
                    break
            if first < len(kept) or (kept and kept[-1].letter == "s"):
                kept[first:] = [Token("s", [*kept[first:], token][0].start, token.end)]
                continue
        kept.append(token)
    return kept


def _places(tokens: list[Token], text: str) -> list[Token]:
    """Take a place that nominates, with no more words than its name, for its council."""
    for n in range(1, len(tokens)):
        place = tokens[n - 1]
        begins = n == 1 or tokens[n - 2].letter in ".;:,&)-"
        if tokens[n].value == _NOMINATES and begins and place.letter == "u" and text[place.start].isupper():
            tokens[n - 1] = place._replace(letter="A", value=PLACE)
    return tokens


def _meant(kind: str, entry: Mapping[str, Any], span: Sequence[Token]) -> Sequence[Token]:
    """Give the words that stand for those of a form: the newer of two numbers, or one word that counts nothing."""
    first, end = span[0], span[-1].end
    if letters(span) == "N-N" and first.value >= span[-1].value:
        return span  # "4 - 1 head teacher" is the fourth of a list, and no range
    if kind != "newer":
        # What is set aside is a day, the number of a regulation and the like.
        letter = "E" if kind == "shared" else LETTERS[entry.get("as", "date")]
        return (Token(letter, first.start, end, first.value),)
    numbers = [token for token in span if token.letter == "N"]
    last, keep = numbers[-1], entry["keep"]
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
