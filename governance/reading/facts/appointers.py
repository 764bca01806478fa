"""Who appoints foundation governors, and how many: forms over the marks of a sentence, whatever other words stand there."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.said import entries, fields, find
from governance.reading.phrases.words import EX_OFFICIO, Named, counts, named, value_of
from governance.reading.text.clause import value
from governance.reading.text.passages import Passage

SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")
_BODIES: Final = ("partnership", "community")
"""Categories whose words stand in the names of those who appoint: "the Hill Learning Partnership Trust"."""
_NEAR, _FAR = 4, 40
_WORD: Final = re.compile(r"(?<= )-(?= )|[&,;:|()]|\d+|[^\W\d_]+(?:['.][^\W_]+)*")
_AND: Final = ("and", "with", "plus")
_NOBODY: Final = re.compile(
    r"(?i)governing b|instrument|regulation|^that of |^(?:the )?(?:numbers?|who|how|names?|total)\W*$"
)
_GOVERNORS: Final = re.compile(
    r"(?i)^(?:x|from) |(?: (?:foundation |trust )?(?:governors?|members?))?(?: x)?$"
)
_CATEGORY: Final = re.compile(r"(?i)trust(?:ee)?s?|foundation")
_CONDITION: Final = re.compile(
    r"(?i)(?:if|where|when|should|besides|during|in (?:the|his|her|their)|on|of)(?![a-z])"
)
_A_NAME: Final = re.compile(r"(?<! of) (?=the [A-Z])")
_EXPLAINED: Final = re.compile(
    r"(?i),? ?\((?:or (?:his|her|their)|that is|i\.?e|being|for|as|if|when|where|who|which|with|not)(?![a-z]).*"
    r"|(?<! time),? (?:so that|on behalf of|in the case of|in order|to(?! the )|(?:with)?in wh(?:ich|ose)(?! the school)|being|one at least|at least|provided|unless|until|while)(?![a-z]).*"
    r"|,? (?-i:and (?:they|he|she|it|these|all|both)|or (?:such|some|any)(?: other)?)(?![a-z]).*| \((?-i:(?!or )[a-z][a-z -]*)\)$"
    r"|(?<! of)(?<! and)(?<! for)(?-i: The [A-Z]).*| of (?:that|the said|the same|this) parish$|(?<!school) (?:may|shall|will|can|must|is|are)(?![a-z]).*|(?: of)?(?: the)?$"
)
"""What explains a name, and is none of it."""
_FOR: Final = re.compile("(?i)^(?:it (?:is|shall be) )?for ")
_SAYS_HOW: Final = {"ex", "by", "put", "appoints"}
_THE_OTHER: Final = re.compile("(?i)the (?:other|remaining)(?: one| governor)? (?:is|shall be|will be) ")
_COUNTED: Final = re.compile(r"(?P<by>[^()]{1,120}) \((?P<n>\d)\)")
_THAT_IS: Final = re.compile(r"(?i)^the (?:foundation|trust|trustees?|company) \(\s*([^()]+?)\s*\)$")
_ALL: Final = re.compile("(?s).+")
_CLAUSE: Final = re.compile(
    r"(?i)(?<![a-z])(?:at|in|under|clause|paragraph|item|section) \d+(?: ?\([a-z]{1,4}\)){1,2}"
)
"""The number of a clause that is spoken of: "the foundation governor at 4(f)"."""

# The marks are those of `foundation.toml`. N is a number, C people of another category, g a foundation that is named, "!" a limit
# or a denial, "w" a vacancy; a sign is itself, "&" is "and", and "_" is any other word.
_TOKENS: Final = {"N": "N", **dict.fromkeys("bnZ", "!"), **dict.fromkeys("wgh", "w")}
# A comma or "and" is of a name unless a number, people, an office or more of a list stand behind it.
_NO_END: Final = r",(?!_?&?_{0,2}[NC]|_?&_?O)|&(?!_?[OR]|_{0,5}[GX]|_{0,2}[NC]|[&,;:|()])"
_NAME: Final = rf"(?:[_OPGgRrdwW]|A(?!_{{0,2}}N|_{{0,6}}G)|(?<=_)b|{_NO_END}|\([^()NCw]{{0,20}}\)){{1,60}}"
_BASIS: Final = rf"B(?:[_OPGgRrdwWBbNC!]|{_NO_END}){{1,60}}"
_BEGINS, _ENDS = "(?<![^:;|,(&])", "(?=[,;|)&C]|$)"
_PASSIVE: Final = re.compile(
    rf"""(?:(?P<n>N)|(?P<all>[GgR])|(?=[PE]))[^NC!b]{{0,40}}?    # how many, or all of them
    (?:(?P<whose>E)|(?<![X&])b(?!X)):?(?:(?<=Pb)(?P<first>{_NAME})&Pb)?    # by; "nominated by X and appointed by"
    (?P<by>{_NAME})(?P<basis>{_BASIS})?(?:S(?P<school>{_NAME}))?
    (?P<more>[:|()-]{{0,3}}(?P<behind>N)_?[Gg]?|:_?[Gg]|,(?P<last>N)$)?""",
    re.VERBOSE,
)
_FORMS: Final = (
    re.compile(rf"(?P<n>N)[_gG]{{0,3}}W(?P<by>{_NAME}),?A"),
    _PASSIVE,
    re.compile(
        rf"{_BEGINS}(?P<agent>{_NAME}),?(?P<basis>{_BASIS})?[,T]?A(?:_{{0,2}}(?P<n>N)(?:_{{0,2}}[Gg])?|[_Tr]{{0,6}}G)"
    ),
    re.compile(rf"^[(-]?(?P<n>N)(?P<below>P?{_BASIS})"),
    re.compile(rf"(?P<n>N)[Gg]\((?P<alone>{_NAME})\){_ENDS}"),
    re.compile(rf"[Gg]\((?P<alone>{_NAME})\)[:-]?(?P<n>N){_ENDS}"),
    re.compile(rf"{_BEGINS}(?P<n>N)-?(?P<alone>{_NAME}){_ENDS}"),
    re.compile(rf"{_BEGINS}(?P<alone>{_NAME})[(:,-]?(?P<n>N)(?:\(N\))?[Gg]?{_ENDS}"),
)
"""How it is said: "2 appointed by X", "X appoints 2", "2 on the nomination of X", "2 X", and "X (2)"."""


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


@functools.lru_cache(maxsize=2**9)
def row_of(text: str) -> Row:
    """Give the marks of a text: the longest at each place."""
    letters, marks = entries("foundation", "letters"), find("foundation", text)
    found: list[tuple[int, int, str, Any]] = [
        *((one.start, one.end, letters[one.field], one.value) for one in marks),
        *((one.start, one.end, _TOKENS[one.letter], one.value) for one in lex(text) if one.letter in _TOKENS),
        *((one.start, one.end, _people(one), None) for one in named(text)),
        *((*one.span(), _sign(one[0]), None) for one in _WORD.finditer(text)),
        *((*one.span(), "_", None) for one in _CLAUSE.finditer(text)),
    ]
    # Behind the first word of a limit, or of what tells something else, other marks may begin.
    found = [
        (one[0], one[0] + len(text[one[0] :].split(maxsplit=1)[0]), *one[2:]) if one[2] in "T!" else one
        for one in found
    ]
    kept, past = list[tuple[int, int, str, Any]](), 0
    for one in sorted(found, key=lambda one: (one[0], -one[1])):
        if one[0] >= past:
            kept.append(one)
            past = one[1]
    places = tuple((start, end, value) for start, end, _, value in kept)
    return Row("".join(one[2] for one in kept), places, frozenset(one.field for one in marks))


def _sign(word: str) -> str:
    return "&" if word.lower() in _AND else "_" if word[0].isalnum() else word


def _people(one: Named) -> str:
    """Give the letter of a category that is named."""
    if one.category in ("foundation", EX_OFFICIO):
        return "g"
    return "_" if one.category == NOBODY or (one.category in _BODIES and not one.noun) else "C"


def parts_of(passage: Passage, pattern: "re.Pattern[str]") -> Iterator[Passage]:
    """Give the parts of each sentence that a pattern finds, as passages."""
    for sentence in passage.sentences:
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            words, text = passage.words[start:end], passage.text[start:end]
            yield passage if text == passage.text else attrs.evolve(passage, words=words, text=text)


def name_at(part: Passage, start: int, end: int) -> str:
    """Give the name that begins at a place."""
    row = row_of(part.text[start:end])
    match = re.match(_NAME, row.letters)
    return value(part, start, start + row.places[match.end() - 1][1]).strip(" ,") if match else ""


def named_alone(words: str) -> str:
    """Give a name without what explains it: "the Bishop of Lea, being a trustee"."""
    return _EXPLAINED.sub("", words).rstrip(" ,;")


def agent_in(text: str) -> int:
    """Give where somebody who does something begins, in the words before: behind a condition, a heading or "and"."""
    if ":" in text:
        return text.rindex(":") + 1
    begins = len(text) - len(text.lstrip(" ,;(").removeprefix("and "))
    if not _CONDITION.match(text, begins):
        return begins
    return max((match.end() for match in _A_NAME.finditer(text)), default=begins)


def shares_of(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    """Find who appoints, and the numbers of the passages whose numbers are no seats for it."""
    found: list[Share] = []
    taken: set[int] = set()
    single: Share | None = None
    topic = -_NEAR - 1
    heads: Sequence[str] = ()
    for passage in read:
        if cells := cells_of(passage):
            heads = cells if len(cells) > 2 and not any(map(counts, cells)) else heads  # noqa: PLR2004
            found += _of_row(passage, cells, heads)
            continue
        letters = row_of(passage.text).letters
        about, counted = _of_foundation(passage.text), re.match(r"[(-]*N", letters)
        near = passage.number - topic <= _NEAR or _of_foundation(passage.context)
        if about:
            topic = passage.number
        elif re.match("[^bAE]*C", letters):
            near, topic = False, -_NEAR - 1
        own = _of_passage(passage, single, near=about or near)
        topic = passage.number if own and near else topic
        of_list = near and counted and not about
        if (own and (of_list or (own[0].whole and not counted))) or (about and not counted and passage.opens):
            taken.add(passage.number)
        if own and own[0].number is None and own[0].clear and single is None:
            single = own[0]
        found += own
    return found, taken


def _of_foundation(text: str) -> bool:
    return any(one.category == "foundation" for one in named(text))


def _of_row(passage: Passage, cells: Sequence[str], heads: Sequence[str]) -> Sequence[Share]:
    """Read the row of a table: by its column of those who appoint, or as words."""
    column = next((place for place, head in enumerate(heads) if "appoint" in head.lower()), None)
    others = "C" in row_of(passage.text).letters
    about = "foundation" in passage.text.lower() or (_of_foundation(passage.context) and not others)
    if column is not None and len(cells) == len(heads) and not _SAYS_HOW & fields("foundation", passage.text):
        number = next(filter(None, map(value_of, cells)), None)
        told = number and about and SOMEBODY.search(cells[column])
        return [Share(cells[column], number, passage)] if told else []
    if about and len(cells) > 1 and "appoint" in cells[-2].lower():
        counted = [_COUNTED.fullmatch(one.strip()) for one in cells[-1].split(";")]
        if all(counted):
            return [Share(one["by"], int(one["n"]), passage, whole="passage") for one in counted if one]
    return _of_passage(passage, None, near=about)


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> list[Share]:
    """Give what each sentence says; where nothing near is of the foundation, only a line of a list."""
    found = []
    for place, part in enumerate(parts_of(passage, _ALL)):
        for share in _of_sentence(part, single, near=near):
            whole = "passage" if len(part.text) == len(passage.text) and share.whole else share.whole
            found.append(attrs.evolve(share, passage=passage, whole="" if place else whole))
    return found


def _of_sentence(part: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Read each form that says who appoints."""
    row, since = row_of(part.text), 0
    if {"deputy", "asks"} & row.fields:
        return
    found = [form.search(row.letters) for form in _FORMS]
    while match := min(filter(None, found), key=lambda one: one.start(), default=None):
        share = _share(part, row, match, single, near=near)
        since = match.end() if share else match.start() + 1
        # A form that is found no more, or further on, is not looked for again.
        found = [
            one and (one if one.start() >= since else one.re.search(row.letters, since)) for one in found
        ]
        if share is not None and _may_appoint(share.by):
            yield attrs.evolve(share, by=named_alone(_THAT_IS.sub(r"\1", share.by)))


def _may_appoint(by: str) -> bool:
    """Whether it is somebody, and no people of another category, nor the local authority or the governors themselves."""
    bodies = [token.value for token in lex(by) if token.letter == "A"]
    if "C" in row_of(by).letters or _NOBODY.search(by) or (bodies and "foundation" not in bodies):
        return False
    return bool(SOMEBODY.search(by))


def _share(
    part: Passage, row: Row, match: "re.Match[str]", single: Share | None, *, near: bool
) -> Share | None:
    """Give what a form says; None where it says something else."""
    told = {key: row.span(match, key) for key, found in match.groupdict().items() if found}
    given = {key: value(part, *span).strip(" ,") for key, span in told.items()}
    number = next(
        (int(row.places[match.start(key)][2]) for key in ("n", "behind", "last") if key in given), None
    )
    name = next(key for key in ("first", "by", "agent", "alone", "below") if key in given)
    before, after = row.letters[: match.start()].strip("(-"), row.letters[match.end() :].strip(")&;")
    whole = "" if before or after[:1] not in ("", "T") else "passage" if after else "sentence"
    by, basis = given[name], given.get("basis")
    if name == "alone":
        return _alone(part, by, number)
    if (
        not near
        or "!" in re.split("[|;:,(]", row.letters[max(0, match.start() - _FAR) : match.start(name)])[-1]
    ):
        return None
    if name == "agent":
        by = by[agent_in(by) :]
        if row.places[match.end(name)][2] == "to" and not _FOR.match(by):
            return None
        by = _FOR.sub("", by)
        if "C" in row.letters and match[0][-1] == "N" and not any(one.letter == "A" for one in lex(by)):
            return None
        return Share(f"t{by[1:]}" if by.startswith("The ") else by, number, part, basis, None, whole)
    if not ({"n", "all", "more", "whose"} & given.keys() or whole):
        return None
    put = row.places[match.start(name) - 2] if row.letters[: match.start(name)][-2:-1] == "P" else None
    if name == "first" and put:
        by, basis = given["by"], value(part, put[0], told[name][1])
    elif name == "below" or (single and number and put and part.text[put[0] : put[1]].lower() != "appointed"):
        by, basis = single.by if single else "", value(part, put[0] if put else told[name][0], told[name][1])
    rest = "R" in row.letters[match.start() : match.start(name)]
    number = 1 if rest and number is None and _THE_OTHER.search(part.text) else number
    return Share(by, number, part, basis, given.get("school"), whole, rest)


def _alone(part: Passage, words: str, number: int | None) -> Share | None:
    """Give who and how many where nothing else is said: "3 Lea Diocesan Board", "Parochial Church Council x 4"."""
    name = _GOVERNORS.sub("", words)
    labels, letters = [one.letter for one in lex(name) if one.letter in "ACG"], row_of(name).letters
    office = number == 1 and "O" in letters and "&" not in letters
    named_so = re.search("[A-Z]", name) and not re.match("(?:with|of|on|in|at|to|after|from|and|or) ", name)
    told = {"by", "appoints", "entitled", "put"} & row_of(part.context).fields
    led = (told and _of_foundation(part.context)) or "entitled" in row_of(part.text).fields
    body = (led or labels[:1] == ["A"]) and named_so and not _CATEGORY.fullmatch(name)
    return Share(name, number, part) if body and not office and "P" not in letters else None
