"""Who is spoken of on the foundation side: each body or office as one noun phrase, and the marks between them."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.phrases.language import stem
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.said import entries, find
from governance.reading.phrases.words import EX_OFFICIO, Named, named
from governance.reading.text.passages import Passage
from governance.reading.text.signs import sentences

_WORD: Final = re.compile(
    r"(?i:\b(?:at|in|under|clause|paragraph|item|section) \d+(?: ?\([a-z]{1,4}\)){1,2})"
    r"|(?<= )-(?= )|[&,;:|()/]|\d+(?:st|nd|rd|th)?|[^\W\d_][^\W_]*(?:['.-][^\W_]+)*"
)
"""A sign, a word, or the number of a clause that is spoken of: "the foundation governor at 4(f)"."""
_THAT: Final = re.compile("(?:that|same|said) [A-Z]")
_OF_PEOPLE: Final = re.compile("s?' [A-Z]")
_A_HEAD: Final = re.compile(r"(?i:principal|master|warden) of (?:the )?[A-Z]")
"""The head of another body than the school."""
_NEAR: Final = 40
_IN_NAMES: Final = ("partnership", "community")

# The marks are those of `foundation.toml`. N is a number, C people of another category, g a foundation that is named,
# "!" a limit or a denial, "w" a vacancy. Of other words, K has a capital and k has none, and Z is D with a capital; a
# sign is itself, and "." ends a sentence.
_TOKENS: Final = {"N": "N", **dict.fromkeys("bnZ", "!"), **dict.fromkeys("wgh", "w"), "i": "F"}
_BARE: Final = "[kv]{0,3}[KhO]{1,9}+"
_HEAD: Final = f"[DZ]?{_BARE}"
_SUBJECT: Final = rf"[DZ]{_BARE}(?:l{_HEAD}){{0,2}}(?:[(:-]?N|F{{1,4}}(?:N|b?X)|,?X)"
_NAME: Final = re.compile(
    rf"""(?P<name>(?:[DZ][kv]{{1,3}}(?=l)|(?P<head>(?:[DZ]k{{0,3}})?[KhO]{{1,9}}+))
      (?:t?l(?:{_HEAD}|D?k{{1,3}}(?=l)|D?k)|(?<=O)o{_HEAD}  # "of the Parish", "for education", "to the Abbey"
      |(?<=K)DK{{1,2}}+(?![hO])                             # "St Luke the Physician"
      |&kl{_HEAD}|/{_HEAD}|&(?!{_SUBJECT}|[DZ]k?K{{0,3}}O|K{{0,3}}Ol){_HEAD}  # "and Ham", but no other office
      |,&?K{{1,4}}+(?![hODZGgvC])|,k{{0,2}}[Kh]{{1,4}}+(?=/)  # ", Lea"
      |[yJ]|\(J\)|\([KhOk/&]{{1,6}}\)[Kh]{{1,9}}+|\([^()NXbPAGE]{{1,8}}\)(?=l)  # "Westminster (St Anne) Deanery"
      ){{0,12}}|[DZ][kF]PlkFk?)                             # "the person named in paragraph 7 above"
    (?P<note>\((?:(?![^()]{{0,30}}[NXPbAGE])[^()]{{1,60}}\)|[^()]{{1,60}}\)(?=,?T?A)))?""",
    re.VERBOSE,
)
_NO_NAME: Final = re.compile(r"(?:^|(?<=\.))K[Fkpcmo]|(?<=\()K\)")
"""The first word of a sentence, or the letter of an item, but for "PCC"."""


class Row(NamedTuple):
    """The marks of a text, one letter each, and the place and value of each.

    A mention is "O", an office, "H", a body, or "M", either; what is in brackets behind a name is of its mark alone.
    """

    letters: str
    places: tuple[tuple[int, int, Any], ...]
    fields: frozenset[str]

    def span(self, match: "re.Match[str]", group: str | int) -> tuple[int, int]:
        """Give where the words of a group of a form stand in the text."""
        first, last = match.span(group)
        return self.places[first][0], self.places[last - 1][1]


@functools.lru_cache(maxsize=2**9)
def row_of(text: str) -> Row:
    """Give the marks of a text, each mention as one."""
    fine, places, told = _marks(text)
    letters, kept, last = "", list[tuple[int, int, Any]](), 0
    for match in _NAME.finditer(fine):
        first = text[slice(*places[match.start()][:2])]
        capitals = first.isupper() and first[1:]
        nothing = _NO_NAME.match(fine, match.start()) and not capitals
        if nothing or (match["name"] == "h" and first.islower()):
            continue
        begins, ends = match.span("name")
        if match["name"] in ("Dh", "Zh") and "K" in (match["note"] or "")[:-2]:
            begins, ends = match.start("note") + 1, match.end() - 1  # "the Trust (the Lea Learning Trust)"
        letters += fine[last : match.start()] + _kind(match)
        kept += [*places[last : match.start()], (places[begins][0], places[ends - 1][1], None)]
        last = match.end()
    return Row(letters + fine[last:], (*kept, *places[last:]), told)


def _kind(match: "re.Match[str]") -> str:
    """Tell an office from a body by the last word before "of": "the Team Rector of Lea", "Bishop Lacey Trust"."""
    head = match["head"] or ""
    if head.endswith("O") and not re.match(f"&{_HEAD}", match["name"][len(head) :]):
        return "O"
    return "H" if re.match("[^l]*[hO]", match["name"]) else "M"


def _marks(text: str) -> tuple[str, Sequence[tuple[int, int, Any]], frozenset[str]]:
    """Give the longest mark at each place."""
    letters, marks = entries("foundation", "letters"), find("foundation", text)
    found: list[tuple[int, int, str, Any]] = [
        *((one.start, one.end, letters[one.field], one.value) for one in marks),
        *((one.start, one.end, _TOKENS[one.letter], one.value) for one in lex(text) if one.letter in _TOKENS),
        *((one.start, one.end, _people(one, text), None) for one in named(text) if _people(one, text)),
        *((*one.span(), _of_word(one[0]), None) for one in _WORD.finditer(text)),
        *((start - 1, start, ".", None) for start, _ in sentences(text)[1:]),
    ]
    kept, row, past = list[tuple[int, int, Any]](), "", 0
    for start, end, letter, told in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= past:
            row += _in_its_place(letter, row, text, start, end)
            kept.append((start, end, told))
            # Behind the first word of a limit, or of what tells something else, other marks may begin.
            past = start + len(text[start:].split(maxsplit=1)[0]) if letter in "T!" else end
    return row, kept, frozenset(one.field for one in marks)


def _in_its_place(letter: str, row: str, text: str, start: int, end: int) -> str:
    """Give the letter of a mark behind another: what has a capital within a name is of it ("Lea New Trust")."""
    if letter == "C" and _A_HEAD.match(text, start):
        return "O"
    before = row[-1:]
    word, inside = text[start:end], before in (*"Khl&D",) and text[start].isupper()
    if inside and letter in "wgR" and word.isalpha():
        return "h"
    # "of the Four Spires Benefice", and no governors.
    of_name = inside and letter == "N" and row[-2:-1] == "l" and re.match(" [A-Z]", text[end:])
    if of_name and not named(text[end : end + _NEAR]):
        return "K"
    verb = letter == "A" and word.endswith("s")
    if inside and ((letter in "AF" and word.isalpha() and not verb) or _OF_PEOPLE.match(text, end - 1)):
        return "K"
    if letter == "g" and before == "D" and word.lower() == "foundation":
        return "h"
    if letter in "WF" and before in (*"lDZ",) and _THAT.match(text, start):
        return "D" if letter == "W" else "k"
    return letter


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {stem(word): letter for letter, words in entries("foundation", "words").items() for word in words}


def _of_word(word: str) -> str:
    if not word[0].isalnum():
        return word
    capital = word[0].isupper() or (word[0].isdigit() and word[-1].isalpha())
    known = "F" if word[-1] in "0123456789)" else _words().get(stem(word.replace(".", "")), "")
    return ("Z" if known == "D" and capital else known) or ("K" if capital else "k")


def _people(one: Named, text: str) -> str:
    """Give the letter of a category; "" where its words may be of a name, as in "Lea Partnership Trust"."""
    of_body = one.category == "foundation" and "foundation" not in text[one.start : one.end].lower()
    if one.category == NOBODY or of_body or (one.category in _IN_NAMES and not one.noun):
        return ""
    return {EX_OFFICIO: "X", "foundation": "g"}.get(one.category, "C")


def parts_of(passage: Passage, pattern: str) -> Iterator[Passage]:
    """Give the parts of each sentence that a pattern finds, as passages."""
    for sentence in passage.sentences:
        for match in re.finditer(pattern, sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            words, text = passage.words[start:end], passage.text[start:end]
            yield passage if text == passage.text else attrs.evolve(passage, words=words, text=text)
