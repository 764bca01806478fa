"""Who appoints foundation governors, and how many: read between the words that say so, whatever else stands there."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import letters, lex, start_of
from governance.reading.phrases.said import Said, fields, find
from governance.reading.phrases.words import EX_OFFICIO, counts, named, value_of
from governance.reading.text.clause import closed, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence

IN_RESPECT: Final = ", in respect of "
"""Words between an office, or who appoints, and the school of a federation that it is for."""
SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")

_NOTHING: Final = " -x•*:,(;"
"""Signs that may stand before a clause or a number and say nothing."""
_NAMES: Final = ("partnership", "community")
"""Categories whose words stand in the names of those who appoint: "the Hill Learning Partnership Trust"."""
_NEAR, _BESIDE, _FAR, _LONGEST_NAME = 4, 12, 40, 400
_REST: Final = re.compile(r"(?i)(?:the )?(?:remaining|rest|other|second|last)(?![a-z])")
_CONDITION: Final = re.compile(r"(?i)(?:if|where|when|should|besides|in (?:the|his|her|their)|on)(?![a-z])")
_A_NAME: Final = re.compile(r"(?<! of) (?=the [A-Z])")
_NOBODY: Final = re.compile(r"(?i)governing b|instrument|regulation")
_NO: Final = re.compile(r"(?i)\W{0,3}no(?![a-z])")
_TO: Final = re.compile(r"(?i)(?<![a-z])to\s{0,3}$")
_JOINED: Final = re.compile(r"(?i)(?<=\S)(?:,? and|,? with|,? plus|[,(])(?: the other| the)? ?$")
_AND_THE: Final = re.compile(r"(?i),? and (?:the )?$")
_AND_MORE: Final = re.compile(r",? and [\w ]{0,30}$")
_NOTE: Final = re.compile(r"\([^()]{0,60}\)")
_COUNTED: Final = re.compile(r"\)?(?:,| and|, and) (?P<by>[^\s(),][^(),]{2,120}?) \((?P<n>\d{1,2})(?=\))")
_GOVERNORS: Final = re.compile(r"(?i) (?:foundation |trust )?(?:governors?|members?)$")
_CATEGORY: Final = re.compile(r"(?i)(?:trust(?:ee)?s?|foundation)(?: governors?)?(?:\W|$)")
_BY_FIRST: Final = re.compile(r"(?i):\s*(?:\w+ )?(?:foundation|trust) governors?")
_AND_PUT: Final = " and appointed by "
_BEHIND: Final = re.compile(r"[\s:|()x-]*")
_ENDED: Final = re.compile(r"[\s.,;)]*(?:and)?")
_PIECE: Final = re.compile(r"(?<=[;,])\s*(?=\d|one |two |three |four |five )|(?<=[a-z)]) and (?=\d)")
_ALL: Final = re.compile(r"(?s).+")
_LINE: Final = re.compile(r"[NuAsDTxGCB&:=()-]+")


@attrs.frozen
class Share:
    """Somebody who appoints, and how many; None for all there are. `whole` is what its words are the whole of."""

    by: str
    number: int | None
    passage: Passage
    basis: str | None = None
    school: str | None = None
    whole: str = ""
    rest: bool = False

    @property
    def clear(self) -> bool:
        """Whether its clause says nothing else."""
        return self.whole == "passage"


def marks(text: str) -> tuple[Said, ...]:
    """Find the words around which the foundation side is read, in order."""
    return find("foundation", text)


def parts_of(passage: Passage, pattern: "re.Pattern[str]") -> Iterator[tuple[int, Passage]]:
    """Give the parts of each sentence that a pattern finds, as passages, and where each begins."""
    for sentence in passage.sentences():
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield start, attrs.evolve(passage, words=passage.words[start:end], text=passage.text[start:end])


def shares_of(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    """Find who appoints, and the numbers of the passages whose numbers are no seats for it."""
    found: list[Share] = []
    taken: set[int] = set()
    single: Share | None = None
    topic = -_FAR
    heads: Sequence[str] = ()
    for passage in read:
        if cells := cells_of(passage):
            columns = len(cells) > 2 and not any(map(counts, cells))  # noqa: PLR2004
            heads = cells if columns and any("appoint" in one.lower() for one in cells) else heads
            found += _of_row(passage, cells, heads)
            continue
        about = _of_foundation(passage.text)
        first = next(iter(counts(passage.text)), None)
        counted = first is not None and not passage.text[: first.start].strip(_NOTHING)
        near = passage.number - topic <= _NEAR or _of_foundation(passage.context)
        if about:
            topic = passage.number
        elif _others(passage.text):
            near, topic = False, -_FAR
        own = list(_of_passage(passage, single if near else None, near=near)) if about or near else []
        own = own or list(_alone(passage, passage.text))
        topic = passage.number if own and near else topic
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


def _others(text: str) -> bool:
    """Whether a text names people of another category; a principal minister is no principal."""
    found = {one.category for one in named(text) if one.noun or one.category not in _NAMES}
    office = {"head_teacher"} if "office" in fields("foundation", text) else set[str]()
    return bool(found - office - {"foundation", EX_OFFICIO, NOBODY})


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Give what each sentence says, or the pieces of a list that say no more than who and how many."""
    found = []
    for start, part in parts_of(passage, _ALL):
        for share in _of_sentence(part, single, near=near):
            whole = "passage" if len(part.text) == len(passage.text) and share.whole else share.whole
            found.append(attrs.evolve(share, passage=passage, whole="" if start else whole))
    yield from found
    if not found and ":" in passage.text:
        for piece in _PIECE.split(passage.text[passage.text.index(":") + 1 :]):
            yield from _alone(passage, piece)


def _alone(passage: Passage, piece: str) -> Iterator[Share]:
    """Read "3 Lea Diocesan Board" or "Parochial Church Council x 4", and nothing besides."""
    tokens = lex(piece)
    numbers = [token for token in tokens if token.letter == "N"]
    labels = {str(token.value) for token in tokens if token.letter in "ACH"}
    if len(numbers) != 1 or labels != {"foundation"} or not _LINE.fullmatch(letters(tokens).rstrip(".,;")):
        return
    words = (piece[: numbers[0].start] + piece[numbers[0].end :]).strip(_NOTHING + ").")
    words = "" if _CATEGORY.match(words) else _GOVERNORS.sub("", words)
    around = [token.letter for token in lex(words) if token.letter in "ACG"]
    others = fields("foundation", words) - ({"office"} if " and " in words else set())
    if words in piece and around[:1] == ["A"] and re.search("[A-Z]", words) and not others:
        place = passage.text.find(piece) + piece.find(words)
        yield Share(passage.words[place : place + len(words)], int(numbers[0].value), passage)


def _of_row(passage: Passage, cells: Sequence[str], heads: Sequence[str]) -> Iterator[Share]:
    """Read the row of a table: by its column of those who appoint, as a sentence, or as cells that are lines of a list."""
    column = next((place for place, head in enumerate(heads) if "appoint" in head.lower()), None)
    about = "foundation" in passage.text.lower()
    if column is not None and len(cells) == len(heads) and not marks(cells[column]):
        number = next(filter(None, map(value_of, cells)), None)
        if number and about and SOMEBODY.search(cells[column]):
            yield Share(cells[column], number, passage)
    elif told := list(_of_passage(passage, None, near=False)) if about else []:
        yield from told
    else:
        for cell in cells:
            yield from _alone(passage, cell)


def _of_sentence(part: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Read each word that says who appoints, with the number before it, and the name behind it or before."""
    text, since = part.text, 0
    found = marks(text)
    ex = [one for one in found if one.field == "ex"]
    for mark in found if not {"deputy", "asks"} & fields("foundation", text) else ():
        if mark.start < since or mark.field not in ("by", "appoints", "basis"):
            continue
        if any(mark.end + 1 == one.start or one.end + 1 == mark.start for one in ex):
            continue  # "by virtue of office", "held ex officio by the Vicar"
        active = mark.field == "appoints"
        share, end = _active(part, since, mark) if active else _passive(part, since, mark, single, near=near)
        if share is None or not _may_appoint(share.by):
            continue
        yield share
        for more in _COUNTED.finditer(text, end, end + _LONGEST_NAME):
            by = part.words[slice(*more.span("by"))]
            yield attrs.evolve(share, by=by, number=int(more["n"]), basis=None)
            end = more.end()
        since = end


def _may_appoint(by: str) -> bool:
    """Whether it is somebody, and no people of another category, nor the local authority or the governors themselves."""
    bodies = {token.value for token in lex(by) if token.letter == "A"}
    others = _others(by) or _NOBODY.search(by) or (bodies and "foundation" not in bodies)
    return bool(SOMEBODY.search(by)) and not others


def _whole(part: Passage, opens: int, end: int) -> str:
    """Tell whether nothing stands around a clause but what ends it, or what says something else of those who appoint."""
    tail = any(one.field == "tail" for one in _among(marks(part.text), end, end + 2))
    if part.text[:opens].strip(_NOTHING) or not (tail or _ENDED.fullmatch(part.text[end:])):
        return ""
    return "passage" if tail else "sentence"


def _passive(
    part: Passage, since: int, mark: Said, single: Share | None, *, near: bool
) -> tuple[Share | None, int]:
    """Read "2 of them are appointed by the Bishop", or "3 on the nomination of the Vicar" below one who appoints."""
    text = part.text
    own, before = _among(counts(text), since, mark.start), _among(marks(text), since, mark.start)
    foundation = [one for one in _among(named(text), since, mark.start) if one.category == "foundation"]
    governors = [one for one in before if one.field == "governors"] or foundation
    opens = own[-1].start if own else governors[0].start if governors else since
    number = own[-1].value if own else None
    between = text[opens : mark.start]
    if len(between) > _LONGEST_NAME or _others(between) or _doubted(text, since, opens, mark.start):
        return None, 0
    puts = [text[one.start : one.end] for one in before if one.field == "put"]
    bare = puts == [between.strip(_NOTHING)]
    if bare and (last := _BY_FIRST.search(text, mark.end, mark.end + _LONGEST_NAME)):
        by, basis, school, _ = name_at(part, mark.end, last.start())
        number = next((int(one.value) for one in counts(last[0])), None)
        return Share(by, number, part, basis, school, _whole(part, opens, last.end())), len(text)
    rest = bool(_REST.search(text, since, mark.start))
    several = rest or (governors and between[:1] != "a")
    if not (own or several or (bare and near) or mark.value == "entitled"):
        return None, 0
    if mark.field == "basis":
        if single is None or not own or (text[:opens] + text[own[-1].end : mark.start]).strip(_NOTHING):
            return None, 0
        basis = value(part, mark.start)
        return Share(single.by, number, part, basis, None, _whole(part, opens, len(text))), len(text)
    by, basis, school, end = name_at(part, mark.end, len(text))
    if puts and _AND_PUT in by:
        first, _, by = by.partition(_AND_PUT)
        basis = f"{puts[-1].lower()} by {first}"
    if single is not None and own and puts and puts[-1].lower() != "appointed":
        by, basis = single.by, f"{puts[-1].lower()} by {by}"
    behind = next(iter(_among(counts(text), end, len(text))), None)
    if not own and behind is not None and _BEHIND.fullmatch(text, end, behind.start):
        number, end = int(behind.value), behind.end
    last_end = max([end, *(more.end() for more in _COUNTED.finditer(text, end, end + _LONGEST_NAME))])
    return Share(by, number, part, basis, school, _whole(part, opens, last_end), rest), end


def _doubted(text: str, since: int, opens: int, end: int) -> bool:
    """Whether a limit or a denial stands before what is told, or in it."""
    signs = (text.rfind(sign, since, opens) + 1 for sign in "|;:,(")
    before = text[max([since, opens - _FAR, *signs]) : end]
    return bool({*letters(lex(before))} & {*"bnZ"}) or bool(_NO.match(before))


def _active(part: Passage, since: int, mark: Said) -> tuple[Share | None, int]:
    """Read "the Lea Trust nominates two of the foundation governors"."""
    text = part.text
    own = _among(counts(text), mark.end, mark.end + _BESIDE)
    governors = [one for one in _among(marks(text), mark.end, mark.end + _FAR) if one.field == "governors"]
    to = mark.value == "appoints" and _TO.search(text, max(0, mark.start - _FAR), mark.start)
    if to or not (own or governors):
        return None, 0
    begins = max(since, mark.start - _LONGEST_NAME)
    begins += agent_in(text[begins : mark.start])
    by, basis, school, _ = name_at(part, begins, mark.start)
    by = f"t{by[1:]}" if by.startswith("The ") else by
    end = max(one.end for one in (*own[:1], *governors[:1]))
    number = int(own[0].value) if own else None
    return Share(by, number, part, basis, school, _whole(part, begins, end)), end


def _among(found: Sequence[Any], start: int, end: int) -> Sequence[Any]:
    """Give those of some words, in order, that begin between two places."""
    return found[bisect_left(found, start, key=start_of) : bisect_left(found, end, key=start_of)]


def agent_in(text: str) -> int:
    """Give where somebody who does something begins, in the words before: behind a condition, a heading or "and"."""
    if ":" in text:
        return text.rindex(":") + 1
    begins = len(text) - len(text.lstrip(" ,;(").removeprefix("and "))
    if not _CONDITION.match(text, begins):
        return begins
    if ", " in text:
        return max(text.rfind(", the "), text.find(", ", begins)) + 2
    return max((match.end() for match in _A_NAME.finditer(text)), default=begins)


def name_at(part: Passage, start: int, end: int) -> tuple[str, str | None, str | None, int]:
    """Give the name from one place on, the basis and the school behind it, and where that ends.

    A name ends where its clause ends, where the next number begins, or where its bracket closes.
    """
    text = part.text[start : min(end, start + _LONGEST_NAME)]
    text = text[: first_sentence(text)]
    found = [one for one in marks(text) if text[: one.start].strip()]
    stops = [one.start for one in found if one.field == "tail"]
    stops += [match.start() for match in re.finditer("[;|:]", text)]
    joined = {"office": _AND_THE, "governors": _AND_MORE, "ex": _AND_MORE}
    apart = [(one.start, joined[one.field]) for one in found if one.field in joined]
    apart += [(one.start, _JOINED) for one in counts(text)]
    before = (pattern.search(text, max(0, at - _FAR), at) for at, pattern in apart)
    stops += [match.start() for match in before if match]
    stops += [match.start() for match in _NOTE.finditer(text) if {*letters(lex(match[0]))} & {*"Nwgh"}]
    last = min([*stops, closed(text)])
    middle = next((one.start for one in found if one.field == "basis" and one.start < last), last)
    school = text.rfind(IN_RESPECT, 0, last)
    ends = school if school >= 0 else last
    words = value(part, start, start + min(middle, ends)).strip(" ,")
    basis = value(part, start + middle, start + ends).lstrip(", ") if middle < ends else ""
    whose = value(part, start + school + len(IN_RESPECT), start + last) if school >= 0 else ""
    return words, basis or None, whose or None, start + last
