"""Who appoints foundation governors, and how many: forms over the marks of a sentence, in which each body is one mark."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.tables import cells_of
from governance.reading.facts.mentions import parts_of, row_of
from governance.reading.phrases.lexer import lex
from governance.reading.phrases.words import counts, named, value_of
from governance.reading.text.clause import value
from governance.reading.text.passages import Passage

_SOMEBODY: Final = re.compile(r"[A-Z]|trustee|board|church|parish|bishop|dioces|foundation governors")
_NOBODY: Final = re.compile(
    r"(?i)governing b|instrument|regulation|^(?:the )?(?:numbers?|who|how|names?|total)\W*$"
)
_COUNCIL: Final = re.compile(r"Council (?:for|of (?:[A-Z]\w+ )?(?:University|[A-Z]\w+s)\b)")
"""A council of churches or mosques, and not the local authority."""
_CATEGORY: Final = re.compile(r"(?i)trust(?:ee)?s?|foundation|community|\w{1,20}-[a-z]{1,20}ed")
_MANY: Final = re.compile("(?i)governors|others|rest| are ")
_LABEL: Final = re.compile(r"^N?\([DkZKF]\)?$")
"""The number and letter of a clause, which a quotation mark may stand before."""
_THEY: Final = re.compile(r"(?i)(?:^|[,;] )(?:they|these|those)\b[^,;.]{0,40}$")
_SOME_OF_THEM: Final = re.compile("(?<=A[NG])G?,NlW|(?<=A[NG]G),NlW")
_SAID: Final = frozenset({"by", "appoints", "entitled", "put"})

# The marks are those of `foundation.toml` and of `mentions.py`. Between a number and "by" no other number, people or body
# stand, but in a clause between commas: "other than any who are ex officio,", "of whom two are parents,".
_AGENT: Final = "(?:[HO]|M(?!C)|DRG)"
_BY: Final = f"(?:[Fc]?{_AGENT})"
_BASIS: Final = "B(?:[^A;:T&,]{0,20}(?=;?&?$)|[^ANC;:T]{0,24}(?<![&,]))"
_OTHER: Final = "NC!bAEHMOX;"
_APART: Final = r"(?:[,(]R[^,()NC]{0,8}X[,T)]|T[^,;T()AXb]{1,12}[,T])?"
_BEGINS, _ENDS = "(?<![^:;|,()&])", "(?=[,;|)&C]|$)"
_FORMS: Final = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        # Who is named behind a verb, as in "2 nominated by Y and appointed by X", or behind "entitled to appoint".
        rf"""(?:(?P<n>N)F?(?:lD?N(?=G)|[HM](?=G?[,(-]?Pb))?|(?P<all>[GgR])|(?P<whose>E)|(?=P)){_APART}[^{_OTHER}qd]{{0,14}}?;?
        (?:(?P<first>Pb[HMO])&(?=Pb))?(?:[PA]?b:?|(?<=E)[:-]?)(?P<by>{_BY})(?P<basis>,?{_BASIS})?
        (?:S(?P<school>[HMOk]{{1,3}}))?
        (?(n)|(?P<more>[:|()-]{{0,3}}(?P<behind>N)F?[Gg]?|:F?[Gg]|,(?P<last>N)$)?)""",
        # "2 whom X appoints"
        rf"(?:(?P<n>N)|(?P<all>[GgR]))[^{_OTHER}qd]{{0,8}}?;?(?P<by>{_BY}),?A(?![^{_OTHER}B,]{{0,3}}[NC])",
        # "X appoints 2", "X, after consulting Y, may appoint the governors", "for X to appoint 2"
        rf"""(?:(?<![lob])(?P<agent>{_AGENT})(?:T[^AC;:,]{{1,16}},|,?(?P<basis>B[^AC;:]{{0,24}}?)?[,T]?)A
        |(?<=[lo])(?P<agent_>{_AGENT})a)
        [^{_OTHER},:]{{0,6}}?(?:(?P<n>N)(?![FkR]?C)(?:.{{0,2}}[Gg])?|[Gg])""",
        rf"^[(-]?(?P<n>N)(?P<below>P?{_BASIS})",  # "(i) 3 on the nomination of Y", below who appoints
        # A number and a name with nothing else, as in the items of a list.
        rf"""(?:(?P<n>N)[Gg]\((?P<alone>[HMO])\)
        |{_BEGINS}(?P<n_>N)[kFGg]?-?[Fc]?(?P<alone_>[HMO])[vG]?){_ENDS}""",
        rf"""(?:[Gg]\((?P<alone>[HMO])\)[:-]?|{_BEGINS}(?P<alone_>[HMO])[vG]?[(:,-]?k?)
        (?P<n>N)(?:\(N\))?[Ggv]?{_ENDS}""",
    )
)


@attrs.frozen
class Share:
    """Somebody who appoints, and how many; None for all there are. `whole` says that its sentence says nothing else, `clear` that its clause does not."""

    by: str
    number: int | None
    passage: Passage
    basis: str | None = None
    school: str | None = None
    whole: bool = False
    clear: bool = False
    rest: bool = False


def shares_of(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    """Find who appoints, and the numbers of the passages whose numbers are no seats for it."""
    found, taken = list[Share](), set[int]()
    single: Share | None = None
    topic = False
    heads: Sequence[str] = ()
    for passage in read:
        if cells := cells_of(passage):
            heads = cells if len(cells) > 2 and not any(map(counts, cells)) else heads  # noqa: PLR2004
            found += _of_row(passage, cells, heads)
            continue
        letters = row_of(passage.text).letters
        about, counted = _of_foundation(passage.text), re.match(r"[(-]*N", letters)
        topic = about or (topic and not re.match("[^bAE]*C", letters))
        near = topic or _of_foundation(passage.context)
        own = list(_of_passage(passage, single, near=near))
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
    row = row_of(passage.text)
    led = "C" not in row.letters and _of_foundation(passage.context)
    about = led or "foundation" in passage.text.lower()
    if column is not None and len(cells) == len(heads) and not {"ex", "by", "put", "appoints"} & row.fields:
        number = next(filter(None, map(value_of, cells)), None)
        told = number and about and _SOMEBODY.search(cells[column])
        return [Share(cells[column], number, passage)] if told else []
    return list(_of_passage(passage, None, near=about))


def _of_passage(passage: Passage, single: Share | None, *, near: bool) -> Iterator[Share]:
    """Give what each sentence says; where nothing near is of the foundation, only a line of a list."""
    for place, part in enumerate(parts_of(passage, "(?s).+")):
        row, since = row_of(part.text), 0
        found = [form.search(row.letters) for form in _FORMS]
        while match := min(filter(None, found), key=lambda one: one.start(), default=None):
            share = _share(part, match, single, near=near)
            since = match.end() if share else match.start() + 1
            # "X appoints six, three of whom are nominated by Y": the three are some of the six.
            since = len(row.letters) if share and _SOME_OF_THEM.match(row.letters, since) else since
            # A form that is found no more, or further on, is not looked for again.
            found = [it and (it if it.start() >= since else it.re.search(row.letters, since)) for it in found]
            if share is not None and _may_appoint(share.by):
                whole, clear = share.whole and not place, share.clear or part is passage
                yield attrs.evolve(share, passage=passage, whole=whole, clear=whole and clear)


def _may_appoint(by: str) -> bool:
    """Whether it is somebody, and no people of another category, nor the local authority or the governors themselves."""
    bodies = [token.value for token in lex(by) if token.letter == "A"]
    council = bodies and "foundation" not in bodies and not _COUNCIL.search(by)
    return not ("C" in row_of(by).letters or _NOBODY.search(by) or council) and bool(_SOMEBODY.search(by))


def _share(part: Passage, match: "re.Match[str]", single: Share | None, *, near: bool) -> Share | None:
    """Give what a form says; None where it says something else."""
    row = row_of(part.text)
    told = {key.rstrip("_"): key for key, found in match.groupdict().items() if found}
    given = {key: value(part, *row.span(match, group)).strip(" ,") for key, group in told.items()}
    counted = next((told[key] for key in ("n", "behind", "last") if key in told), "")
    number = (int(row.places[match.start(counted)][2]) if counted else 0) or None
    name = next(key for key in ("by", "agent", "alone", "below") if key in given)
    start, at = match.start(), match.start(told[name])
    between, after = row.letters[start:at], row.letters[match.end() :]
    before = _LABEL.sub("", row.letters[:start].strip("(-"))
    more = after.strip(")&;")
    whole = not before and more[:1] in ("", "T")
    told_of = whole, whole and bool(more)
    by, basis, rest = given[name], given.get("basis") or given.get("first"), "R" in between
    if name == "alone":
        return _alone(part, by, number, mark=match[told[name]], near=near and "C" not in row.letters)
    removed = "r" in between and not {"P", "T"} & {*between}
    piece = before.rpartition(";")[2] + match[0] + re.split("[;,]", after)[0][:12]
    # A church body that appoints a number appoints foundation governors, whether it is said or not.
    near = near or (name == "agent" and ("A", "foundation") in {(one.letter, one.value) for one in lex(by)})
    if not near or removed or "!" in re.split("[|;:,(]", before)[-1] + between or {"d", "q"} & {*piece}:
        return None
    if name == "agent":
        # In a sentence on other categories, only a body appoints a number: "Leeds nominates one".
        if match[told[name]] == "M" and "C" in row.letters and match[0][-1] == "N":
            return None
        return Share(f"t{by[1:]}" if by.startswith("The ") else by, number, part, basis, None, *told_of)
    they = _THEY.search(part.text[: row.places[start][0]])
    if not ({"n", "all", "more", "whose"} & given.keys() or they or not before):
        return None
    put = row.places[at - 2] if row.letters[:at][-2:] == "Pb" else None
    nominated = put is not None and part.text[put[0] : put[1]].lower() != "appointed"
    if single and (name == "below" or (number and nominated)):
        by, basis = single.by, value(part, put[0] if put else row.places[at][0], row.span(match, name)[1])
    if rest and number is None and not _MANY.search(part.text[row.places[start][0] : row.places[at][0]]):
        number = 1
    kept = name != "below" or single
    return Share(by, number, part, basis, given.get("school"), *told_of, rest) if kept else None


def _alone(part: Passage, name: str, number: int | None, *, mark: str, near: bool) -> Share | None:
    """Give who and how many where nothing else is said: "3 Lea Diocesan Board", "Parochial Church Council x 4"."""
    body = mark == "H" and "ommittee" not in name
    label = next((one.letter for one in lex(name) if one.letter in "ACG"), "A" if near and body else "")
    led = _SAID & row_of(part.context).fields and _of_foundation(part.context)
    led = led or "entitled" in row_of(part.text).fields
    body = (led or label == "A") and not _CATEGORY.fullmatch(name) and not (mark == "O" and number == 1)
    return Share(name, number, part) if body and number else None
