"""Who appoints foundation governors, and how many: read between the words that say so, whatever else stands there."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import Token, letters, lex, start_of
from governance.reading.phrases.said import Said, find
from governance.reading.phrases.words import EX_OFFICIO, Named, counts, named, value_of
from governance.reading.text.clause import value
from governance.reading.text.passages import Passage, Sentence
from governance.reading.text.signs import first_sentence

IN_RESPECT: Final = ", in respect of "
"""Words between an office, or who appoints, and the school of a federation that it is for."""

Whole = Literal["", "sentence", "passage"]

NOTHING: Final = " -x•*:,(;"
"""Signs that may stand before a clause or a number and say nothing."""

_NAMES: Final = ("partnership", "community")
"""Categories whose words stand in the names of those who appoint: "the Hill Learning Partnership Trust"."""
_NEAR: Final = 4
_BESIDE: Final = 12
_FAR: Final = 40
MOST_OF_A_NAME: Final = 400
_REST: Final = re.compile(r"(?:the )?(?:remaining|rest|other|second|last)(?![a-z])", re.IGNORECASE)
_CONDITION: Final = re.compile(
    r"(?:if|where|when|should|besides|in (?:the|his|her|their)|on)(?![a-z])", re.IGNORECASE
)
_A_NAME: Final = re.compile(r"(?<! of) (?=the [A-Z])")
_NOBODY: Final = re.compile(r"governing b|instrument|regulation", re.IGNORECASE)
_NO: Final = re.compile(r"\W{0,3}no(?![a-z])", re.IGNORECASE)
_TO: Final = re.compile(r"(?<![a-z])to\s{0,3}$", re.IGNORECASE)
_STOP: Final = re.compile(r"[;|:]")
_JOINED: Final = re.compile(r"(?<=\S)(?:,? and|,? with|,? plus|[,(])(?: the other| the)? ?$", re.IGNORECASE)
_AND_THE: Final = re.compile(r",? and (?:the )?$", re.IGNORECASE)
_NOTE: Final = re.compile(r"\([^()]{0,60}\)")
_AND_MORE: Final = re.compile(r",? and [\w ]{0,30}$")
_COUNTED: Final = re.compile(r"\)?(?:,| and|, and) (?P<by>[^\s(),][^(),]{2,120}?) \((?P<n>\d{1,2})(?=\))")
_GOVERNORS: Final = re.compile(r" (?:foundation |trust )?(?:governors?|members?)$", re.IGNORECASE)
_CATEGORY: Final = re.compile(r"(?:trust(?:ee)?s?|foundation)(?: governors?)?(?:\W|$)", re.IGNORECASE)
_BY_FIRST: Final = re.compile(r":\s*(?:\w+ )?(?:foundation|trust) governors?", re.IGNORECASE)
_AND_PUT: Final = " and appointed by "
_BEHIND: Final = re.compile(r"[\s:|()x-]*")
SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")
_ENDED: Final = re.compile(r"[\s.,;)]*(?:and)?")
_PIECE: Final = re.compile(r"(?<=[;,])\s*(?=\d|one |two |three |four |five )|(?<=[a-z)]) and (?=\d)")
_LINE: Final = re.compile(r"[NuAsDTxGCB&:=()-]+")


@attrs.frozen
class Share:
    """Somebody who appoints, and how many; None for all there are. `whole` says what its words are the whole of."""

    by: str
    number: int | None
    passage: Passage
    basis: str | None = None
    school: str | None = None
    whole: Whole = ""
    rest: bool = False

    @property
    def clear(self) -> bool:
        """Whether its clause says nothing else."""
        return self.whole == "passage"


@functools.lru_cache(maxsize=2**11)
def marks(text: str) -> tuple[Said, ...]:
    """Find the words around which the foundation side is read, in order."""
    return tuple(sorted(find("foundation", text), key=lambda one: (one.start, -one.end)))


def shares_of(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    """Find who appoints, and the numbers of the passages whose numbers are no seats for it."""
    found: list[Share] = []
    taken: set[int] = set()
    single: Share | None = None
    topic = -_FAR
    heads: Sequence[str] = ()
    for passage in read:
        if cells := cells_of(passage):
            heads = cells if _names_columns(cells) else heads
            found += _of_row(passage, cells, heads)
            continue
        about = _of_foundation(passage.text)
        counted = begins_with_number(passage)
        near = passage.number - topic <= _NEAR or _of_foundation(passage.context)
        if about:
            topic = passage.number
        elif _others(passage.text):
            near, topic = False, -_FAR
        own = list(_of_passage(passage, single if near else None, near=near)) if about or near else []
        own = own or list(_alone(passage, passage.text, 0))
        if own and near:
            topic = passage.number
        of_list = near and counted and not about
        if (own and (of_list or (own[0].whole and not counted))) or (about and not counted and passage.opens):
            taken.add(passage.number)
        if own and own[0].number is None and own[0].clear and single is None:
            single = own[0]
        found += own
    if single is not None and any(one.number for one in found):
        found.remove(single)
    return found, taken


def _of_foundation(text: str) -> bool:
    return any(one.category == "foundation" for one in named(text))


def begins_with_number(passage: Passage) -> bool:
    """Whether a passage begins with a number, as the line of a list does."""
    first = next(iter(counts(passage.text)), None)
    return first is not None and not passage.text[: first.start].strip(NOTHING)


def _others(text: str) -> bool:
    """Whether a text names people of another category; a principal minister is no principal."""
    found = {one.category for one in named(text) if one.noun or one.category not in _NAMES}
    found -= {"foundation", EX_OFFICIO, NOBODY}
    return bool(found - {"head_teacher"} if any(one.field == "office" for one in marks(text)) else found)


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Give what each sentence says, or the pieces of a list that say no more than who and how many."""
    found = [
        share
        for sentence in passage.sentences()
        for share in _of_sentence(passage, sentence, single, near=near)
    ]
    yield from found
    if not found and ":" in passage.text:
        start = passage.text.index(":") + 1
        for piece in _PIECE.split(passage.text[start:]):
            yield from _alone(passage, piece, start)
            start = passage.text.find(piece, start) + len(piece)


def _alone(passage: Passage, piece: str, start: int) -> Iterator[Share]:
    """Read "3 Lea Diocesan Board" or "Parochial Church Council x 4", and nothing besides."""
    tokens = lex(piece)
    numbers = [token for token in tokens if token.letter == "N"]
    labels = {str(token.value) for token in tokens if token.letter in "ACH"}
    if len(numbers) != 1 or labels != {"foundation"} or not _LINE.fullmatch(letters(tokens).rstrip(".,;")):
        return
    words = (piece[: numbers[0].start] + piece[numbers[0].end :]).strip(NOTHING + ").")
    words = "" if _CATEGORY.match(words) else _GOVERNORS.sub("", words)
    around = [token for token in lex(words) if token.letter in "ACG"]
    others = {one.field for one in marks(words)} - ({"office"} if " and " in words else set())
    if words in piece and around and around[0].letter == "A" and re.search("[A-Z]", words) and not others:
        place = passage.text.find(words, start)
        yield Share(passage.words[place : place + len(words)], int(numbers[0].value), passage)


def _names_columns(cells: Sequence[str]) -> bool:
    return len(cells) > 2 and not any(map(counts, cells)) and any("appoint" in one.lower() for one in cells)  # noqa: PLR2004


def _of_row(passage: Passage, cells: Sequence[str], heads: Sequence[str]) -> Iterator[Share]:
    """Read the row of a table: by its column of those who appoint, as a sentence, or as cells that are lines of a list."""
    column = next((place for place, head in enumerate(heads) if "appoint" in head.lower()), None)
    if column is not None and len(cells) == len(heads) and not marks(cells[column]):
        number = next(filter(None, map(value_of, cells)), None)
        if number and "foundation" in passage.text.lower() and SOMEBODY.search(cells[column]):
            yield Share(cells[column], number, passage)
    elif told := list(_of_passage(passage, None, near=False)) if "foundation" in passage.text.lower() else []:
        yield from told
    else:
        for cell in cells:
            yield from _alone(passage, cell, 0)


def _of_sentence(
    passage: Passage, sentence: Sentence, single: Share | None, *, near: bool
) -> Iterator[Share]:
    """Read each word that says who appoints, with the number before it, and the name behind it or before."""
    text = sentence.text
    found = marks(text)
    if {"deputy", "asks"} & {one.field for one in found}:
        return
    since = 0
    ex = [one for one in found if one.field == "ex"]
    for mark in found:
        if mark.start < since or mark.field not in ("by", "appoints", "basis"):
            continue
        if any(mark.end + 1 == one.start or one.end + 1 == mark.start for one in ex):
            continue  # "by virtue of office", "held ex officio by the Vicar"
        here = _Here(passage, sentence, since, mark)
        share, end = _active(here) if mark.field == "appoints" else _passive(here, single, near=near)
        if share is not None and share.by and SOMEBODY.search(share.by) and not _of_others(share.by):
            yield share
            for more in _COUNTED.finditer(text, end, end + MOST_OF_A_NAME):
                by = passage.words[sentence.start + more.start("by") : sentence.start + more.end("by")]
                yield attrs.evolve(share, by=by, number=int(more["n"]), basis=None)
                end = more.end()
            since = end


@attrs.frozen
class _Here:
    """A mark of a sentence, and where the words begin that may belong to it."""

    passage: Passage
    sentence: Sentence
    since: int
    mark: Said

    def opens(self, own: Sequence[Token], governors: Sequence[Said | Named]) -> int:
        """Give where the clause begins: at its number, at the governors, or at its first word."""
        return own[-1].start if own else governors[0].start if governors else self.since

    def doubted(self, opens: int) -> bool:
        """Whether a limit or a denial stands before what is told, or in it."""
        text = self.sentence.text
        begins = max(
            [self.since, opens - _FAR, *(text.rfind(sign, self.since, opens) + 1 for sign in "|;:,(")]
        )
        text = text[begins : self.mark.start]
        return bool({*letters(lex(text))} & {*"bnZ"}) or bool(_NO.match(text))

    def name(self, start: int, end: int) -> tuple[str, str | None, str | None, int]:
        """Give the name in a part of the sentence, and where it ends in the sentence."""
        by, basis, school, last = name_at(
            self.passage, self.sentence.start + start, self.sentence.start + end
        )
        return by, basis, school, last - self.sentence.start

    def whole(self, opens: int, end: int) -> Whole:
        """Tell whether nothing stands around a clause but what ends it, or what says something else of those who appoint."""
        text = self.sentence.text
        tail = any(one.field == "tail" for one in _among(marks(text), end, end + 2))
        if self.sentence.start or text[:opens].strip(NOTHING) or not (tail or _ENDED.fullmatch(text[end:])):
            return ""
        return "passage" if tail or len(text) == len(self.passage.text) else "sentence"


def _passive(here: _Here, single: Share | None, *, near: bool) -> tuple[Share | None, int]:
    """Read "2 of them are appointed by the Bishop", or "3 on the nomination of the Vicar" below one who appoints."""
    text, mark = here.sentence.text, here.mark
    own, others = _among(counts(text), here.since, mark.start), _among(marks(text), here.since, mark.start)
    governors = [one for one in others if one.field == "governors"] or [
        one for one in _among(named(text), here.since, mark.start) if one.category == "foundation"
    ]
    opens = here.opens(own, governors)
    between = text[opens : mark.start]
    if len(between) > MOST_OF_A_NAME or _others(between) or here.doubted(opens):
        return None, 0
    puts = [text[one.start : one.end] for one in others if one.field == "put"]
    bare = puts == [between.strip(NOTHING)]
    if bare and (last := _BY_FIRST.search(text, mark.end, mark.end + MOST_OF_A_NAME)):
        by, basis, school, _ = here.name(mark.end, last.start())
        number = next((int(one.value) for one in counts(last[0])), None)
        return Share(by, number, here.passage, basis, school, here.whole(opens, last.end())), len(text)
    rest = bool(_REST.search(text, here.since, mark.start))
    several = rest or (governors and between[:1] != "a")
    if not (own or several or (bare and near) or mark.value == "entitled"):
        return None, 0
    if mark.field == "basis":
        if single is None or not own or (text[:opens] + text[own[-1].end : mark.start]).strip(NOTHING):
            return None, 0
        words = value(here.passage, here.sentence.start + mark.start)
        return Share(
            single.by, int(own[-1].value), here.passage, words, None, here.whole(opens, len(text))
        ), len(text)
    by, basis, school, end = here.name(mark.end, len(text))
    if puts and _AND_PUT in by:
        first, _, by = by.partition(_AND_PUT)
        basis = f"{puts[-1].lower()} by {first}"
    if single is not None and own and puts and puts[-1].lower() != "appointed":
        by, basis = single.by, f"{puts[-1].lower()} by {by}"
    number = int(own[-1].value) if own else None
    behind = next(iter(_among(counts(text), end, len(text))), None)
    if not own and behind is not None and _BEHIND.fullmatch(text, end, behind.start):
        number, end = int(behind.value), behind.end
    last_end = max([end, *(more.end() for more in _COUNTED.finditer(text, end, end + MOST_OF_A_NAME))])
    return Share(by, number, here.passage, basis, school, here.whole(opens, last_end), rest), end


def _active(here: _Here) -> tuple[Share | None, int]:
    """Read "the Lea Trust nominates two of the foundation governors"."""
    text, mark = here.sentence.text, here.mark
    own = _among(counts(text), mark.end, mark.end + _BESIDE)
    governors = [one for one in _among(marks(text), mark.end, mark.end + _FAR) if one.field == "governors"]
    if not (own or governors) or (mark.value == "appoints" and just_before(_TO, text, mark.start)):
        return None, 0
    begins = max(here.since, mark.start - MOST_OF_A_NAME)
    begins += agent_in(text[begins : mark.start])
    by, basis, school, _ = here.name(begins, mark.start)
    end = max(one.end for one in (*own[:1], *governors[:1]))
    by = f"t{by[1:]}" if by.startswith("The ") else by
    number = int(own[0].value) if own else None
    return Share(by, number, here.passage, basis, school, here.whole(begins, end)), end


def _among(found: Sequence[Any], start: int, end: int) -> Sequence[Any]:
    """Give those of some words, in order, that begin between two places."""
    return found[bisect_left(found, start, key=start_of) : bisect_left(found, end, key=start_of)]


def just_before(pattern: "re.Pattern[str]", text: str, place: int) -> "re.Match[str] | None":
    """Find what ends at a place; no further back than such words are long."""
    return pattern.search(text, max(0, place - _FAR), place)


def agent_in(text: str) -> int:
    """Give where somebody who does something begins, in the words before: behind a condition, a heading or "and"."""
    if ":" in text:
        return text.rindex(":") + 1
    begins = len(text) - len(text.lstrip(" ,;(").removeprefix("and "))
    if not _CONDITION.match(text, begins):
        return begins
    names = [match.end() for match in _A_NAME.finditer(text)]
    return (
        max(text.rfind(", the "), text.find(", ", begins)) + 2 if ", " in text else max(names, default=begins)
    )


def _of_others(words: str) -> bool:
    """Whether it is people of another category who appoint, the local authority or the governors themselves."""
    bodies = {token.value for token in lex(words) if token.letter == "A"}
    return _others(words) or bool(_NOBODY.search(words)) or bool(bodies and "foundation" not in bodies)


def name_at(passage: Passage, start: int, end: int) -> tuple[str, str | None, str | None, int]:
    """Give the name from one place on, the basis and the school behind it, and where that ends.

    A name ends where its clause ends, where the next number begins, or where its bracket closes.
    """
    text = passage.text[start : min(end, start + MOST_OF_A_NAME)]
    text = text[: first_sentence(text)]
    found = [one for one in marks(text) if text[: one.start].strip()]
    stops = [one.start for one in found if one.field == "tail"]
    stops += [match.start() for match in _STOP.finditer(text)]
    stops += [match.start() for one in counts(text) if (match := just_before(_JOINED, text, one.start))]
    for field, joined in (("office", _AND_THE), ("governors", _AND_MORE), ("ex", _AND_MORE)):
        own = [one for one in found if one.field == field]
        stops += [match.start() for one in own if (match := just_before(joined, text, one.start))]
    stops += [match.start() for match in _NOTE.finditer(text) if {*letters(lex(match[0]))} & {*"Nwgh"}]
    last = min([*stops, closed(text)])
    middle = next((one.start for one in found if one.field == "basis" and one.start < last), last)
    school = text.rfind(IN_RESPECT, 0, last)
    ends = school if school >= 0 else last
    words = value(passage, start, start + min(middle, ends))
    basis = value(passage, start + middle, start + ends).lstrip(", ") if middle < ends else ""
    whose = value(passage, start + school + len(IN_RESPECT), start + last) if school >= 0 else ""
    return words.strip(" ,"), basis or None, whose or None, start + last


def closed(text: str) -> int:
    """Give where a bracket closes that is not opened in a text."""
    depth = 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return place
    return len(text)
