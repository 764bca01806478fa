"""Who is spoken of on the foundation side: each body and each office as one noun phrase, and the marks that stand between them."""

import functools
import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.phrases.language import stem
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.said import entries, find
from governance.reading.phrases.words import EX_OFFICIO, Named, named
from governance.reading.text.passages import Passage
from governance.reading.text.signs import sentences

_BODIES: Final = ("partnership", "community")
"""Categories whose words stand in the names of those who appoint: "the Hill Learning Partnership Trust"."""
_WORD: Final = re.compile(r"(?<= )-(?= )|[&,;:|()/]|\d+(?:st|nd|rd|th)?|[^\W\d_][^\W_]*(?:['.-][^\W_]+)*")
_THAT: Final = re.compile("(?:that|same|said) [A-Z]")
_CLAUSE: Final = re.compile(
    r"(?i)(?<![a-z])(?:at|in|under|clause|paragraph|item|section) \d+(?: ?\([a-z]{1,4}\)){1,2}"
)
"""The number of a clause that is spoken of: "the foundation governor at 4(f)"."""

# The marks are those of `foundation.toml`. N is a number, C people of another category, g a foundation that is named, "!" a limit
# or a denial, "w" a vacancy. Of a word: K has a capital, h is of a body, D an article, l joins a name to its place, F is none of
# a name, k any other; a sign is itself, "&" is "and".
_TOKENS: Final = {"N": "N", **dict.fromkeys("bnZ", "!"), **dict.fromkeys("wgh", "w"), "i": "F"}
_SHORT: Final = 3
_BARE: Final = "[kv]{0,3}[KhO]{1,9}+"
_HEAD: Final = f"[DZ]?{_BARE}"
_PLACE: Final = ",&?K{1,4}+(?![hODZGgvC])"
_NAME: Final = re.compile(
    rf"""(?P<name>(?:[DZ][kv]{{1,3}}(?=l)|(?P<head>(?:[DZ]k{{0,3}})?[KhO]{{1,9}}+))
    (?:t?l(?:{_HEAD}|D?k{{1,3}}(?=l)|D?k)|(?<=O)o{_HEAD}|(?<=K)DK{{1,2}}+(?![hO])             # "of the Parish", "of education", "St Luke the Physician"
    |/{_HEAD}|&(?![DZ]{_BARE}(?:l{_HEAD}){{0,2}}(?:[(:-]?N|F{{1,4}}(?:N|b?X)|,?X)|[DZ]k?K{{0,3}}O|K{{0,3}}Ol){_HEAD}   # "and Ham", and no other office
    |&kl{_HEAD}|{_PLACE}|,k{{0,2}}[Kh]{{1,4}}+(?=/)|[yJ]|\(J\)|\([KhOk/&]{{1,6}}\)[Kh]{{1,9}}+|\([^()NXbPAGE]{{1,8}}\)(?=l)){{0,12}}
    |[DZ][kF]PlkFk?)(?P<note>\((?:(?![^()]{{0,30}}[NXPbAGE])[^()]{{1,60}}\)|[^()]{{1,60}}\)(?=,?T?A)))?""",
    re.VERBOSE,
)


_ANY: Final = re.compile(r"(?:^|(?<=\.))K[Fk]")
_OF_PEOPLE: Final = re.compile("s?' [A-Z]")
_AN_OFFICE: Final = re.compile(r"(?i:principal|master|warden) of (?:the )?[A-Z]")
"""A head of another body than the school."""


class Row(NamedTuple):
    """The marks of a text, one letter each, and the place and value of each.

    A mention is "O", an office, "H", a body, or "M", which may be either; what is in brackets behind it is of its mark and not of its name.
    """

    letters: str
    places: tuple[tuple[int, int, Any], ...]
    fields: frozenset[str]

    def span(self, match: "re.Match[str]", group: str) -> tuple[int, int]:
        """Give where the words of a group of a form stand in the text."""
        first, last = match.span(group)
        return self.places[first][0], self.places[last - 1][1]


@functools.lru_cache(maxsize=2**9)
def row_of(text: str) -> Row:
    """Give the marks of a text, each mention as one."""
    fine, places, told = _marks(text)
    letters, kept, last = "", list[tuple[int, int, Any]](), 0
    for match in _NAME.finditer(fine):
        # One word with a capital at the beginning of a sentence may be any: "Holding office"; "church" alone is no name.
        first = text[slice(*places[match.start()][:2])]
        if match["name"] in "hK" and (first.islower() or len(first) == 1) or _ANY.match(fine, match.start()) and not first.isupper():
            continue
        begins, ends = match.span("name")
        if match["note"] and len(match["note"]) > _SHORT and re.fullmatch("[DZ]h", match["name"]):
            begins, ends = match.start("note") + 1, match.end() - 1
        letters += fine[last : match.start()] + _kind(match)
        kept += [*places[last : match.start()], (places[begins][0], places[ends - 1][1], None)]
        last = match.end()
    return Row(letters + fine[last:], (*kept, *places[last:]), told)


def _kind(match: "re.Match[str]") -> str:
    """Tell an office from a body by the last word before "of": "the Team Rector of Lea", "Bishop Lacey Trust"."""
    head, more = match["head"] or "", match["name"][len(match["head"] or "") :]
    if head.endswith("O") and not re.match(f"&{_HEAD}", more):
        return "O"
    return "H" if {"h", "O"} & {*head} else "M"


def _marks(text: str) -> tuple[str, Sequence[tuple[int, int, Any]], frozenset[str]]:
    """Give the longest mark at each place."""
    letters, marks = entries("foundation", "letters"), find("foundation", text)
    found: list[tuple[int, int, str, Any]] = [
        *((one.start, one.end, letters[one.field], one.value) for one in marks),
        *((one.start, one.end, _TOKENS[one.letter], one.value) for one in lex(text) if one.letter in _TOKENS),
        *((one.start, one.end, _people(one), None) for one in named(text) if not _is_word(one, text)),
        *((*one.span(), _of_word(one[0]), None) for one in _WORD.finditer(text)),
        *((*one.span(), "F", None) for one in _CLAUSE.finditer(text)),
        *((start - 1, start, ".", None) for start, _ in sentences(text)[1:]),
    ]
    kept, row, past = list[tuple[int, int, Any]](), "", 0
    for start, end, letter, told in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < past:
            continue
        # A word that begins with a capital within a name is of the name: "Lea New Trust", "the Lea Foundation".
        within = letter in "wgRAF" and row[-1:] in tuple("Khl&D") and text[start].isupper() and text[start:end].isalpha()
        within = within and (letter != "A" or text[end - 1] != "s")
        of_people = letter == "C" and row[-1:] in ("K", "h") and _OF_PEOPLE.match(text, end - 1)
        letter = "K" if of_people else "O" if letter == "C" and _AN_OFFICE.match(text, start) else letter
        if letter in "WF" and row[-1:] in tuple("lDZ") and _THAT.match(text, start):
            letter = "D" if letter == "W" else "k"
        within = within or (letter == "g" and row[-1:] == "D" and text[start:end].lower() == "foundation")
        row += ("K" if letter in "FA" else "h") if within else letter
        kept.append((start, end, told))
        # Behind the first word of a limit, or of what tells something else, other marks may begin.
        past = start + len(text[start:].split(maxsplit=1)[0]) if letter in "T!" else end
    return row, kept, frozenset(one.field for one in marks)


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {stem(word): letter for letter, words in entries("foundation", "words").items() for word in words}


def _of_word(word: str) -> str:
    known = _words().get(stem(word.replace(".", "")))
    known = "Z" if known == "D" and word[0].isupper() else known
    return known or ("K" if word[0].isupper() or (word[0].isdigit() and word[-1].isalpha()) else "k" if word[0].isalpha() else "F" if word[0].isdigit() else word)


def _people(one: Named) -> str:
    return "X" if one.category == EX_OFFICIO else "g" if one.category == "foundation" else "C"


def _is_word(one: Named, text: str) -> bool:
    """Whether what names a category may be words of a name: "the Hill Learning Partnership Trust", "Diocesan governors"."""
    of_body = one.category == "foundation" and "foundation" not in text[one.start : one.end].lower()
    return one.category == NOBODY or of_body or (one.category in _BODIES and not one.noun)


def sentence_of(passage: Passage, start: int, end: int) -> Passage:
    """Give a part of a passage as one."""
    words, text = passage.words[start:end], passage.text[start:end]
    return passage if text == passage.text else attrs.evolve(passage, words=words, text=text)
