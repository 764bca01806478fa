"""Who appoints foundation governors, and how many: forms over the marks of a sentence, in which each body is one mark."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.tables import cells_of
from governance.reading.facts.mentions import Row, row_of, sentence_of
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.words import counts, named, value_of
from governance.reading.text.clause import value
from governance.reading.text.passages import Passage

_NEAR: Final = 4
_SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")
_NOBODY: Final = re.compile(r"(?i)governing b|instrument|regulation|^(?:the )?(?:numbers?|who|how|names?|total)\W*$")
_COUNCIL: Final = re.compile(r"Council (?:for|of (?:[A-Z]\w+ )?[A-Z]\w+s\b)")
_CATEGORY: Final = re.compile(r"(?i)trust(?:ee)?s?|foundation|community|.*-[a-z]+ed")
_COUNTED: Final = re.compile(r"(?P<by>[^()]{1,120}) \((?P<n>\d)\)")
_MANY: Final = re.compile("(?i)governors|others|rest| are ")

# The marks are those of `foundation.toml` and of `mentions.py`.
_BY: Final = "(?:[HMO]|DRG|F?[HMO])"
_BASIS: Final = "B(?:[^A;:T&,]{0,20}(?=;?&?$)|[^ANC;:T]{0,24}(?<![&,]))"
_GAP: Final = "[^NC!bAEHMOX;qd]"
_BEGINS, _ENDS = "(?<![^:;|,()&])", "(?=[,;|)&C]|$)"
_FORMS: Final = (
    # "2 appointed by X", "the foundation governors are nominated by Y and appointed by X", "entitled to appoint: X"
    re.compile(
        rf"(?:(?P<n>N)F?(?:lD?N(?=G))?|(?P<all>[GgR])|(?P<whose>E)|(?=P))(?:[,(]R[^,()NC]{{0,8}}X[,T)]|T[^,;T()AX]{{1,12}}[,T])?{_GAP}{{0,14}}?;?(?:(?P<first>Pb[HMO])&(?=Pb))?"
        rf"(?:[PA]?b:?|(?<=E)[:-]?)(?P<by>{_BY})(?P<basis>,?{_BASIS})?(?:S(?P<school>[HMOk]{{1,3}}))?"
        r"(?(n)|(?P<more>[:|()-]{0,3}(?P<behind>N)F?[Gg]?|:F?[Gg]|,(?P<last>N)$)?)"
    ),
    # "2 whom X appoints", "the foundation governors, whom X appoints"
    re.compile(rf"(?:(?P<n>N)|(?P<all>[GgR])){_GAP}{{0,8}}?(?P<by>{_BY}),?A(?![^NC!bAEHMOXB;,]{{0,3}}[NC])"),
    # "X appoints 2", "X, after consulting Y, may appoint the foundation governors", "X appoints four and Y three"
    re.compile(
        rf"(?P<agent>{_BY})(?:T[^AC;:,]{{1,16}},|,?(?P<basis>B[^AC;:]{{0,24}}?)?[,T]?)A(?:[^NC!bAEHMOX;,:]{{0,3}}(?P<n>N)(?![FkR]?C)(?:.{{0,2}}[Gg])?|[^NC!bAEHMOX;,:]{{0,6}}[Gg])"
    ),
    re.compile(r"(?<=[NG])(?:,&?|&)(?P<agent>[HMO])(?P<n>N)(?!C)"),
    # "(i) 3 on the nomination of Y", below who appoints
    re.compile(rf"^[(-]?(?P<n>N)(?P<below>P?{_BASIS})"),
    # "2 X", "X (2)", "foundation governors (X): 2"
    re.compile(rf"(?P<n>N)[Gg]\((?P<alone>[HMO])\){_ENDS}"),
    re.compile(rf"[Gg]\((?P<alone>[HMO])\)[:-]?(?P<n>N){_ENDS}"),
    re.compile(rf"{_BEGINS}(?P<n>N)[kF]?-?F?(?P<alone>[HMO])[vG]?{_ENDS}"),
    re.compile(rf"{_BEGINS}(?P<alone>[HMO])[vG]?[(:,-]?k?(?P<n>N)(?:\(N\))?[Ggv]?{_ENDS}"),
)


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
        own = list(_of_passage(passage, single, near=about or near))
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
    said = {"ex", "by", "put", "appoints"} & row_of(passage.text).fields
    if column is not None and len(cells) == len(heads) and not said:
        number = next(filter(None, map(value_of, cells)), None)
        told = number and about and _SOMEBODY.search(cells[column])
        return [Share(cells[column], number, passage)] if told else []
    if about and len(cells) > 1 and "appoint" in cells[-2].lower():
        counted = [_COUNTED.fullmatch(one.strip()) for one in cells[-1].split(";")]
        if all(counted):
            return [Share(one["by"], int(one["n"]), passage, whole="passage") for one in counted if one]
    return list(_of_passage(passage, None, near=about))


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Give what each sentence says; where nothing near is of the foundation, only a line of a list."""
    for sentence in passage.sentences:
        part = sentence_of(passage, sentence.start, sentence.start + len(sentence.text))
        for share in _of_sentence(part, single, near=near):
            whole = "passage" if len(part.text) == len(passage.text) and share.whole else share.whole
            yield attrs.evolve(share, passage=passage, whole="" if sentence.start else whole)


def _of_sentence(part: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Read each form that says who appoints."""
    row, since = row_of(part.text), 0
    found = [form.search(row.letters) for form in _FORMS]
    while match := min(filter(None, found), key=lambda one: one.start(), default=None):
        share = _share(part, row, match, single, near=near)
        since = match.end() if share else match.start() + 1
        # A form that is found no more, or further on, is not looked for again.
        found = [
            one and (one if one.start() >= since else one.re.search(row.letters, since)) for one in found
        ]
        if share is not None and _may_appoint(share.by):
            yield share


def _may_appoint(by: str) -> bool:
    """Whether it is somebody, and no people of another category, nor the local authority or the governors themselves."""
    bodies = [token.value for token in lex(by) if token.letter == "A"]
    council = bodies and "foundation" not in bodies and not _COUNCIL.search(by)
    if "C" in row_of(by).letters or _NOBODY.search(by) or council:
        return False
    return bool(_SOMEBODY.search(by))


def _share(
    part: Passage, row: Row, match: "re.Match[str]", single: Share | None, *, near: bool
) -> Share | None:
    """Give what a form says; None where it says something else."""
    told = {key: row.span(match, key) for key, found in match.groupdict().items() if found}
    given = {key: value(part, *span).strip(" ,") for key, span in told.items()}
    number = next(
        (int(row.places[match.start(key)][2]) for key in ("n", "behind", "last") if key in given), 0
    ) or None
    name = next(key for key in ("by", "agent", "alone", "below") if key in given)
    start, between = match.start(), row.letters[match.start() : match.start(name)]
    before, after = row.letters[:start].strip("(-"), row.letters[match.end() :].strip(")&;")
    whole = "" if before or after[:1] not in ("", "T") else "passage" if after else "sentence"
    by, basis, rest = given[name], given.get("basis") or given.get("first"), "R" in between
    if name == "alone":
        return _alone(part, by, number, office=match[name] == "O")
    piece = before.rpartition(";")[2] + match[0] + re.split("[;,]", row.letters[match.end() :])[0][:12]
    denied = "!" in re.split("[|;:,(]", before)[-1] + between
    removed = "r" in between and not {"P", "T"} & {*between}
    if not near or denied or removed or {"d", "q"} & {*piece}:
        return None
    if name == "agent":
        to = row.places[match.end(name)][2] == "to"
        # In a sentence on other categories, only a body appoints a number: "Leeds nominates one".
        others = match[name] == "M" and "C" in row.letters and match[0][-1] == "N"
        if others or to != part.text[: told[name][0]].lower().endswith(("for ", " to ")) or before[-1:] == "b":
            return None
        return Share(f"t{by[1:]}" if by.startswith("The ") else by, number, part, basis, None, whole)
    if not ({"n", "all", "more", "whose"} & given.keys() or not before):
        return None
    put = row.places[match.start(name) - 2] if row.letters[: match.start(name)][-2:] == "Pb" else None
    nominated = put is not None and part.text[put[0] : put[1]].lower() != "appointed"
    if single and (name == "below" or (number and nominated)):
        by, basis = single.by, value(part, put[0] if put else told[name][0], told[name][1])
    if rest and number is None and not _MANY.search(part.text[row.places[start][0] : told[name][0]]):
        number = 1
    return Share(by, number, part, basis, given.get("school"), whole, rest) if name != "below" or single else None


def _alone(part: Passage, name: str, number: int | None, *, office: bool) -> Share | None:
    """Give who and how many where nothing else is said: "3 Lea Diocesan Board", "Parochial Church Council x 4"."""
    label = next((one.letter for one in lex(name) if one.letter in "ACG"), "")
    leads = (part.context, part.text.rpartition(name)[0].rpartition(":")[0])
    led = any({"by", "appoints", "entitled", "put"} & row_of(one).fields and _of_foundation(one) for one in leads)
    led = led or "entitled" in row_of(part.text).fields
    body = (led or label == "A") and not _CATEGORY.fullmatch(name) and not (office and number == 1)
    return Share(name, number, part) if body else None
