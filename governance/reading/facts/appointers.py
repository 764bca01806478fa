"""Who appoints foundation governors, and how many: forms over the marks of a sentence, whatever other words stand there."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.said import entries, find
from governance.reading.phrases.words import EX_OFFICIO, counts, named, value_of
from governance.reading.text.clause import value
from governance.reading.text.passages import Passage

SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")
NOTHING: Final = " -x•*:,(;"
"""Signs that may stand before a clause or a number and say nothing."""
_BODIES: Final = ("partnership", "community")
"""Categories whose words stand in the names of those who appoint: "the Hill Learning Partnership Trust"."""
_NEAR: Final = 4
_SIGN: Final = re.compile(r"(?<= )-(?= )|[&,;:|()]|[^\W_]+(?:['.-][^\W_]+)*")
_AND: Final = ("and", "with", "plus")
_NOBODY: Final = re.compile(r"(?i)governing b|instrument|regulation")
_GOVERNORS: Final = re.compile(r"(?i) (?:foundation |trust )?(?:governors?|members?)$")
_CATEGORY: Final = re.compile(r"(?i)(?:trust(?:ee)?s?|foundation)(?: governors?)?(?:\W|$)")
_CONDITION: Final = re.compile(r"(?i)(?:if|where|when|should|besides|in (?:the|his|her|their)|on)(?![a-z])")
_A_NAME: Final = re.compile(r"(?<! of) (?=the [A-Z])")
_ALL: Final = re.compile("(?s).+")
_PIECE: Final = re.compile(r"(?<=[;,])\s*(?=\d|one |two |three |four |five )|(?<=[a-z)]) and (?=\d)")

_DOUBTS: Final = dict.fromkeys("bnZ", "!") | dict.fromkeys("wgh", "w")
# The letters are those of `foundation.toml`; "_" is any other word, N a number, C people of another category, g a
# foundation that is named, "!" a limit or a denial, "w" a vacancy.
_NO_END: Final = r",(?!_?&?_{0,2}[NC]|_?&_?O)|&(?!_?[OR]|_{0,5}[GX]|_{0,2}[NC]|[&,;:|()])"
NAME: Final = rf"(?:[_OPGgRrdw]|A(?!_{{0,2}}N|_{{0,6}}G)|(?<=_)b|{_NO_END}|\([^()NCw]{{0,20}}\)){{1,60}}"
_BASIS: Final = rf"B(?:[_OPGgRrdwBb]|{_NO_END}){{1,60}}"
_SHARE: Final = re.compile(
    rf"""(?:(?P<n>N)|(?P<all>[GgR])|(?=[PE]))(?P<between>[^NC!b]{{0,40}}?)(?:E|(?<![X&])b(?!X)):?
    (?:(?<=Pb)(?P<first>{NAME})&Pb)?(?P<by>{NAME})(?P<basis>{_BASIS})?(?:S(?P<school>{NAME}))?
    (?P<more>[:|()-]{{0,3}}(?P<behind>N)_?[Gg]?|:_?[Gg])?
    | (?<![^:;|,(&])(?P<agent>{NAME}),?(?P<on>{_BASIS})?[,T]?A(?:_{{0,2}}(?P<number>N)(?:_{{0,2}}[Gg])?|[_Tr]{{0,6}}G)
    | ^[(-]?(?P<under>N)P?(?P<below>{_BASIS})""",
    re.VERBOSE,
)
_AGAIN: Final = re.compile(rf"\)?[,&]{{1,2}}(?P<by>{NAME})\(?(?P<n>N)(?=\)?(?:[,&;.)]|$))")
"""One more who appoints so: "and the Parish Priest (2)", "the church council four"."""


class Row(NamedTuple):
    """The marks of a text, one letter each, and the place of each."""

    letters: str
    places: tuple[tuple[int, int, Any], ...]
    fields: frozenset[str]

    def span(self, match: "re.Match[str]", group: str) -> tuple[int, int]:
        """Give where the words of a group of a form stand in the text."""
        first, last = match.span(group)
        return self.places[first][0], self.places[last - 1][1]


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


@functools.lru_cache(maxsize=2**11)
def row_of(text: str) -> Row:
    """Give the marks of a text: the longest at each place."""
    known = entries("foundation", "letters")
    marks = find("foundation", text)
    found: list[tuple[int, int, str, Any]] = [
        *(
            (
                one.start,
                _first(text, one.start) if one.field == "tail" else one.end,
                known[one.field],
                one.value,
            )
            for one in marks
        ),
        *((one.start, one.end, "N", one.value) for one in counts(text)),
        *(
            (one.start, _first(text, one.start), letter, None)
            for one in lex(text)
            if (letter := _DOUBTS.get(one.letter))
        ),
        *((one.start, one.end, _people(one), None) for one in named(text)),
    ]
    for match in _SIGN.finditer(text):
        sign = "&" if match[0].lower() in _AND else match[0] if not match[0][0].isalnum() else "_"
        found.append((*match.span(), sign, None))
    kept, past = list[tuple[int, int, str, Any]](), 0
    for one in sorted(found, key=lambda one: (one[0], -one[1])):
        if one[0] >= past:
            kept.append(one)
            past = one[1]
    letters, places = "".join(one[2] for one in kept), tuple((*one[:2], one[3]) for one in kept)
    return Row(letters, places, frozenset(one.field for one in marks))


def parts_of(passage: Passage, pattern: "re.Pattern[str]") -> Iterator[Passage]:
    """Give the parts of each sentence that a pattern finds, as passages."""
    for sentence in passage.sentences():
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield attrs.evolve(passage, words=passage.words[start:end], text=passage.text[start:end])


def name_at(part: Passage, start: int, end: int) -> str:
    """Give the name that begins at a place."""
    row = row_of(part.text[start:end])
    match = re.match(NAME, row.letters)
    return value(part, start, start + row.places[match.end() - 1][1]).strip(" ,") if match else ""


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


def _first(text: str, start: int) -> int:
    """Give where the first word of a mark ends, of which the others may be marks themselves."""
    return start + len(text[start:].split(maxsplit=1)[0])


def _people(one: Any) -> str:
    """Give the letter of a category that is named."""
    if one.category in ("foundation", EX_OFFICIO):
        return "g" if one.category == "foundation" else "X"
    return "_" if one.category == NOBODY or (one.category in _BODIES and not one.noun) else "C"


def shares_of(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    """Find who appoints, and the numbers of the passages whose numbers are no seats for it."""
    found: list[Share] = []
    taken: set[int] = set()
    single: Share | None = None
    topic = -_NEAR - 1
    heads: Sequence[str] = ()
    for passage in read:
        if cells := cells_of(passage):
            columns = len(cells) > 2 and not any(map(counts, cells))  # noqa: PLR2004
            heads = cells if columns and any("appoint" in one.lower() for one in cells) else heads
            found += _of_row(passage, cells, heads)
            continue
        about, counted = _of_foundation(passage.text), re.match(r"[(-]*N", row_of(passage.text).letters)
        near = passage.number - topic <= _NEAR or _of_foundation(passage.context)
        if about:
            topic = passage.number
        elif "C" in row_of(passage.text).letters:
            near, topic = False, -_NEAR - 1
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


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Give what each sentence says, or the pieces of a list that say no more than who and how many."""
    found = []
    for place, part in enumerate(parts_of(passage, _ALL)):
        for share in _of_sentence(part, single, near=near):
            whole = "passage" if len(part.text) == len(passage.text) and share.whole else share.whole
            found.append(attrs.evolve(share, passage=passage, whole="" if place else whole))
    yield from found
    if not found and ":" in passage.text:
        for piece in _PIECE.split(passage.text[passage.text.index(":") + 1 :]):
            yield from _alone(passage, piece)


def _alone(passage: Passage, piece: str) -> Iterator[Share]:
    """Read "3 Lea Diocesan Board" or "Parochial Church Council x 4", and nothing besides."""
    row = row_of(piece)
    number = next(iter(counts(piece)), None)
    if number is None or not re.fullmatch("[NgG_O&()-]+[,;]?", row.letters) or row.letters.count("N") > 1:
        return
    words = (piece[: number.start] + piece[number.end :]).strip(NOTHING + ").")
    words = "" if _CATEGORY.match(words) else _GOVERNORS.sub("", words)
    office = "O" in row.letters and "&" not in row.letters
    first = [token.letter for token in lex(words) if token.letter in "ACG"][:1]
    if words in piece and not office and first == ["A"] and re.search("[A-Z]", words) and _may_appoint(words):
        place = passage.text.find(piece) + piece.find(words)
        yield Share(passage.words[place : place + len(words)], int(number.value), passage)


def _of_row(passage: Passage, cells: Sequence[str], heads: Sequence[str]) -> Iterator[Share]:
    """Read the row of a table: by its column of those who appoint, as a sentence, or as cells that are lines of a list."""
    column = next((place for place, head in enumerate(heads) if "appoint" in head.lower()), None)
    about = "foundation" in passage.text.lower()
    if column is not None and len(cells) == len(heads) and not find("foundation", cells[column]):
        number = next(filter(None, map(value_of, cells)), None)
        if number and about and SOMEBODY.search(cells[column]):
            yield Share(cells[column], number, passage)
    elif told := list(_of_passage(passage, None, near=False)) if about else []:
        yield from told
    else:
        for cell in cells:
            yield from _alone(passage, cell)


def _may_appoint(by: str) -> bool:
    """Whether it is somebody, and no people of another category, nor the local authority or the governors themselves."""
    bodies = [token.value for token in lex(by) if token.letter == "A"]
    if "C" in row_of(by).letters or _NOBODY.search(by) or (bodies and "foundation" not in bodies):
        return False
    return bool(SOMEBODY.search(by))


def _of_sentence(part: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Read each form that says who appoints."""
    row, since = row_of(part.text), 0
    if {"deputy", "asks"} & row.fields:
        return
    while match := _SHARE.search(row.letters, since):
        share = _share(part, row, match, single, near=near)
        since = match.end() if share else match.start() + 1
        if share is None or not _may_appoint(share.by):
            continue
        yield share
        while (
            (again := _AGAIN.match(row.letters, since))
            and share.number
            and not ("O" in again["by"] and row.places[again.start("n")][2] == 1)
        ):
            by, number = value(part, *row.span(again, "by")), row.places[again.start("n")][2]
            yield attrs.evolve(share, by=by, number=int(number), basis=None)
            since = again.end()


def _share(
    part: Passage, row: Row, match: "re.Match[str]", single: Share | None, *, near: bool
) -> Share | None:
    """Give what a form says; None where it says something else."""
    given = {
        key: value(part, *row.span(match, key)).strip(" ,") for key, told in match.groupdict().items() if told
    }
    count = next(
        (row.places[match.start(key)][2] for key in ("n", "behind", "number", "under") if match[key]), None
    )
    number = count and int(count)
    before, after = row.letters[: match.start()], row.letters[match.end() :]
    if "!" in re.split("[|;:,(]", row.letters[: match.start("by") if match["by"] else match.start()])[-1]:
        return None
    whole = (
        ""
        if before.strip("(-")
        else "passage"
        if after[:1] == "T"
        else "sentence"
        if after.strip(")&;") == ""
        else ""
    )
    if match["under"]:
        return single and attrs.evolve(single, number=number, passage=part, basis=given["below"], whole=whole)
    if match["agent"]:
        by = given["agent"][agent_in(given["agent"]) :]
        if "C" in row.letters and match[0][-1] == "N" and not any(one.letter == "A" for one in lex(by)):
            return None
        by = f"t{by[1:]}" if by.startswith("The ") else by
        return Share(by, number, part, given.get("on"), None, whole)
    rest = "R" in row.letters[match.start() : match.start("by")]
    if not (
        match["n"] or match["all"] or match["behind"] or match["more"] or "E" in match[0] or (near and whole)
    ):
        return None
    by, basis = given["by"], given.get("basis")
    place = match.start("first" if match["first"] else "by") - 2
    put = row.places[place] if row.letters[max(0, place)] == "P" else None
    if match["first"] and put:
        basis = value(part, put[0], row.span(match, "first")[1])
    elif single and number and put and part.text[put[0] : put[1]].lower() != "appointed":
        by, basis = single.by, value(part, put[0], row.span(match, "by")[1])
    return Share(by, number, part, basis, given.get("school"), whole, rest)
