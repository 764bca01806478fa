"""Who appoints the foundation governors, and which office carries a seat, where running words tell it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.phrases.lexer import NUMBERS, letters, lex
from governance.reading.text.passages import Passage

IN_SENTENCE: Final = "running words say so"
THE_REST: Final = "it is the number of foundation seats that go with no office"

_NUMBER: Final = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|all|each|the other|the second)"
_ANY: Final = _NUMBER.replace("?P<n>", "?:")
_OFFICE: Final = r"(?:the )?(?:team |senior |area )?(?:vicar|rector|incumbent|(?:superintendent |officiating )?minister|(?:parish )?priest(?: in charge)?|dean|archdeacon|chaplain)"
_PASSIVE: Final = re.compile(
    rf"(?<![\w-]){_NUMBER}(?: [\w'’-]{{1,14}}){{0,8}}? by (?=\w)|(?<![\w-])foundation governors?\W{{1,3}}(?!\W|(?:and )?{_ANY} )(?:[^.;:,\d]{{0,60}}?(?:appointed|chosen|nominated|named))?(?:,? and (?:may be )?remov(?:ed|able)[^.;]{{0,30}}?)? ?,?(?:\) )?by (?=\w)",
    re.IGNORECASE,
)
_ACTIVE: Final = re.compile(
    rf"(?P<by>(?:the )?[A-Z][^.;:]{{2,120}}?),? (?:(?:shall|may|will) )?(?:(?:is|are|shall be) entitled to )?(?:appoints?|nominates?)(?: and may remove)? (?:{_NUMBER} |the )(?:of the )?foundation governors?\W*(?:$|[.;,])",
)
_ENTITLED: Final = re.compile(
    r"(?:person|body|name of the body|persons|bodies) entitled to appoint (?:the )?foundation governors? (?:is|are|shall be) (?=\w)",
    re.IGNORECASE,
)
_BY_FIRST: Final = re.compile(
    rf"appointed by (?P<by>[^:.;]{{3,160}}): {_NUMBER} foundation governors?", re.IGNORECASE
)
_SUBSTITUTE: Final = re.compile(
    r"to act (?:for|in|as)|in (?:the )?place of|substitute|unable or unwilling", re.IGNORECASE
)
_STOPS: Final = re.compile(
    rf"[;:|]|\.(?:\s|$)|,? (?:and|who|which|of whom)(?: (?:may|shall|is|are|can|will))\b|,? (?:and |with )?{_ANY}\b|, (?:after|following|on the|having|and|removable|to|must|in)\b| (?:after|following|having) |,? must\b|,? of whom|,? which|,? on the advice|,? and (?:the )?(?:vicar|rector|incumbent)",
    re.IGNORECASE,
)
_EX: Final = re.compile(r"ex[ -]?off?ici?o", re.IGNORECASE)
_HOLDER: Final = re.compile(
    rf"(?<![a-z])(?<!by )(?P<office>{_OFFICE}(?: of [A-Z][\w'’.-]*(?:,? (?:[A-Z][\w'’.-]*|of|the|and|with))*)?)",
    re.IGNORECASE,
)
_LINE: Final = re.compile(r"u{0,2}A(?:CG?|G)?[x:-]{0,2}N")
_BESIDE: Final = 60
_ALL: Final = ("both", "all", "each")
_NEAR: Final = 200


@attrs.frozen
class Told:
    """Somebody who appoints, and how many; None for all of them."""

    by: str
    number: int | None
    passage: Passage


def appointers(read: Sequence[Passage], foundation: int | None, offices: int) -> list[Evidence]:
    """Give who appoints, where it comes to no more than the foundation seats; `offices` carry a seat each."""
    found = _distinct([one for passage in read for one in _of(passage)])
    if foundation is None or not found:
        return []
    rest = foundation - offices
    counted = [one for one in found if one.number is not None]
    if not counted:
        counted = [attrs.evolve(found[0], number=rest)] if len(found) == 1 and rest > 0 else []
        because = THE_REST
    else:
        because = IN_SENTENCE
    if not counted or sum(one.number or 0 for one in counted) > foundation:
        return []
    return [
        Evidence(
            f"foundation.appointers.{n}.{key}",
            value,
            one.passage.words,
            one.passage.where,
            "inferred",
            because,
        )
        for n, one in enumerate(counted)
        for key, value in (("by", one.by), ("number", one.number))
    ]


def offices(read: Sequence[Passage]) -> list[Evidence]:
    """Give the office that carries a foundation seat, where it stands beside "ex officio"."""
    found: dict[str, Evidence] = {}
    for passage in read:
        for sentence in passage.sentences():
            for match in _HOLDER.finditer(sentence.text):
                beside = sentence.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
                counted = re.match(r"\W*x\s*1\b", sentence.text[match.end() :])
                if (_EX.search(beside) and "appoint" not in beside) or counted:
                    start = sentence.start + match.start("office")
                    words = passage.words[start : sentence.start + match.end("office")].strip(" ,.")
                    found.setdefault(words.lower().removeprefix("the "), _office(words, passage))
    only = list(found.values())
    return only if len(only) == 1 else []


def _office(words: str, passage: Passage) -> Evidence:
    field = "foundation.ex_officio.0.office"
    return Evidence(field, _lower(words), passage.words, passage.where, "inferred", IN_SENTENCE)


def _of(passage: Passage) -> Iterator[Told]:
    about = "foundation" in f"{passage.context[:_NEAR]} {passage.text}".lower()
    tokens = lex(passage.text)
    if line := _LINE.match(letters(tokens)):
        label = next(token for token in tokens if token.letter == "A")
        words = passage.words[: label.end].strip()
        if label.value == "foundation" and not re.fullmatch(_OFFICE, words, re.IGNORECASE):
            yield Told(words, int(tokens[line.end() - 1].value), passage)
        return
    if not about:
        return
    if match := _BY_FIRST.match(passage.text):
        yield from _whose(passage, passage.words[slice(*match.span("by"))], _value(match["n"]))
        return
    for sentence in passage.sentences():
        if _SUBSTITUTE.search(sentence.text):
            continue
        starts = list(_PASSIVE.finditer(sentence.text))
        for match in starts:
            yield from _told(passage, sentence.start + match.end(), match["n"], match[0])
        if starts:
            continue
        if match := _ENTITLED.search(sentence.text):
            yield from _told(passage, sentence.start + match.end(), None, "")
        elif match := _ACTIVE.match(sentence.text):
            yield from _whose(
                passage,
                passage.words[sentence.start + match.start("by") : sentence.start + match.end("by")],
                _value(match["n"]),
            )


def _told(passage: Passage, start: int, number: str | None, said: str) -> Iterator[Told]:
    if any(token.letter in "CHR" and token.value != "foundation" for token in lex(said)):
        return
    text = passage.text[start:]
    stop = _STOPS.search(text)
    words = passage.words[start : start + (stop.start() if stop else len(text))]
    depth = 0
    for place, sign in enumerate(words):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            words = words[:place]
            break
    yield from _whose(passage, words, _value(number))


def _whose(passage: Passage, words: str, number: int | None) -> Iterator[Told]:
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")]
    words = words.strip(" ,.;")
    named = [token for token in lex(words) if token.letter in "CHA"]
    if (
        words
        and not any(token.value != "foundation" for token in named)
        and re.search("[A-Z]|trustees", words)
    ):
        yield Told(_lower(words), number, passage)


def _lower(words: str) -> str:
    return f"t{words[1:]}" if words.startswith("The ") else words


def _value(words: str | None) -> int | None:
    if words is None or words.lower() in _ALL:
        return None
    if words.lower().startswith("the "):
        return 1
    return int(words) if words.isdecimal() else NUMBERS.get(words.lower())


def _distinct(found: list[Told]) -> list[Told]:
    first: dict[tuple[str, int | None], Told] = {}
    for one in found:
        first.setdefault((one.by.lower(), one.number), one)
    return list(first.values())
