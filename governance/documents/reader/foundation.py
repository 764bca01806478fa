"""The foundation side: who appoints how many, which office carries a seat, who names a substitute or asks for removal."""

import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from governance.documents.reader.found import stated, value
from governance.documents.reader.numbers import numbers
from governance.documents.reader.passages import Passage
from governance.documents.reader.tables import cells_of
from governance.documents.reader.understood import Evidence
from governance.documents.reader.words import plain, sentences

_EX: Final = r"ex[ -]?off?ici?o"
_GOVERNORS: Final = "(?:the )?(?:foundation|trust) governors?"

SINGLE: Final = (
    re.compile(
        rf"{_GOVERNORS}(?:,? (?:other than|except|excluding|apart from) [^,:]{{3,60}},?)?\s*(?::|-)?\s*(?:(?:shall|will|are to) be |are |is |be )?(?:to be )?appointed(?:,? and removable[^,]{{0,60}},)?(?: and removed)? by (?P<value>.+)$",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<value>.{{3,120}}?) (?:shall |may |will )?appoints? {_GOVERNORS}\W*$", re.IGNORECASE),
    re.compile(rf"appointed by (?P<value>.{{3,200}}): {_GOVERNORS}\W*$", re.IGNORECASE),
)
SEVERAL: Final = re.compile(
    rf"(?:\w+ )?{_GOVERNORS}\b.{{0,60}}appointed\s*(?:as follows|by)?\s*[:\-]*\s*$|appointment of {_GOVERNORS}\s*:?$",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(rf"{_GOVERNORS} (?:is|are) appointed as follows:\s*(?=\d|one )", re.IGNORECASE)
SHARE: Final = re.compile(
    r"\s*(?:x\s*)?(?:(?:foundation|trust) governors?|of (?:them|whom|these|which))?\s*,?\s*(?:(?:shall|is to|are to|to) be |is |are |who shall be )?(?:(?P<how>appointed|nominated|chosen|selected|elected|recommended) )?by (?P<value>.+)$",
    re.IGNORECASE,
)
BASIS: Final = (
    "on",
    "after",
    "in",
    "with",
    "at",
    "acting",
    "having",
    "subject",
    "upon",
    "being",
    "following",
    "through",
    "nominated",
    "recommended",
    "who",
    "which",
    "as",
    "from",
    "of whom",
    "among",
    "by",
    "to",
    "under",
    "provided",
    "if",
    "when",
    "where",
    "jointly",
    "together",
)
"""Words that begin the basis on which somebody appoints."""

OFFICE: Final = (
    re.compile(
        rf"the holders? of (?:each of )?the following offices? (?:is|are|shall be|will be)(?: an?)? foundation governors? {_EX}(?:[^:]{{0,60}}:|\W*$)\s*(?P<value>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:the )?(?:holders? of (?:each of )?the following offices? (?:is|are|shall be|will be)(?: an?)? )?{_EX}(?: foundation)? governors?[^:]{{0,60}}:\s*(?P<value>.*)$",
        re.IGNORECASE,
    ),
    re.compile(rf"{_EX}(?: foundation governors?)?\s*(?::|-)\s*(?P<value>.+)$", re.IGNORECASE),
    re.compile(
        rf"(?:the )?foundation governors? {_EX}(?:,? by virtue of (?:their |the |his or her )?office)?\s*(?::|-)\s*(?P<value>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:the )?{_EX}(?: foundation)? governor (?:is|shall be|will be) (?P<value>the [^,;:]{{3,120}}?)(?=[,;]|\. |\.?$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<value>the [^.:]{{5,120}}?) (?:is|shall be|will be) (?:an? )?(?:{_EX} foundation governor|foundation governor {_EX}|{_EX} governor)",
        re.IGNORECASE,
    ),
)
_SUBSTITUTE: Final = (
    re.compile(r".*substitute.*may be appointed by (?P<value>.+)$", re.IGNORECASE),
    re.compile(
        r"(?P<value>the [^.,]{2,120}?) (?:shall be entitled to appoint|is entitled to appoint|may appoint|shall appoint|will appoint|appoints?) (?:a substitute|someone|an? (?:foundation )?governor|a person|an? alternative)",
        re.IGNORECASE,
    ),
)
_REMOVAL: Final = (
    re.compile(r".*remov.*may be requested by (?P<value>.+)$", re.IGNORECASE),
    re.compile(
        r"(?P<value>the [^.,]{2,120}?) (?:shall be entitled to request|is entitled to request|may request|may ask|shall be entitled to ask)(?: the governing body)?(?: for)? (?:the )?(?:to )?(?:remov|(?:any|an|the) ex)",
        re.IGNORECASE,
    ),
)
_CASES: Final = (
    (
        "substitute_appointed_by",
        re.compile(r"a substitute governor,? where .* may be appointed\s*:$", re.IGNORECASE),
    ),
    ("removal_requested_by", re.compile(r"the removal of .* may be requested\s*:$", re.IGNORECASE)),
)
_IN_THE_CASE: Final = re.compile(r"in the case of (?P<office>.+), by (?P<value>.+)$", re.IGNORECASE)
_IN_RESPECT: Final = ", in respect of "
_ABOUT: Final = re.compile(rf"foundation|{_EX}|substitute|trust governor", re.IGNORECASE)
_HEADS: Final = re.compile(r"head ?-?teacher", re.IGNORECASE)
_TRUST: Final = (
    (
        "foundation.name",
        re.compile(
            r"the foundation of the school is (?P<value>.+?)(?=\. The trust deed relating|\.?$)",
            re.IGNORECASE,
        ),
    ),
    (
        "foundation.trust_deed",
        re.compile(r"(?:^|\. )the trust deed relating to the school is (?P<value>.+)$", re.IGNORECASE),
    ),
)


@attrs.frozen
class Share:
    """Somebody who appoints: how many, where that is said."""

    by: str
    number: int | None
    passage: Passage
    basis: str | None = None
    school: str | None = None


@attrs.frozen
class Office:
    """An office that carries a seat, and what is said of it."""

    office: str
    passage: Passage
    school: str | None = None


@attrs.frozen
class FoundationSide:
    """All that is read of the foundation side, and the numbers of the passages that say it."""

    shares: tuple[Share, ...] = ()
    offices: tuple[Office, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    taken: frozenset[int] = frozenset()


def foundation_side(read: Sequence[Passage]) -> FoundationSide:
    """Read the clauses on the foundation governors."""
    shares, taken = _shares(read)
    offices, of_offices = _offices(read)
    powers, of_powers = _powers(read, offices)
    trust, of_trust = _trust(read)
    return FoundationSide(
        tuple(shares),
        tuple(offices),
        (*powers, *trust),
        frozenset({*taken, *of_offices, *of_powers, *of_trust}),
    )


def appointer_evidence(side: FoundationSide, foundation: Any) -> list[Evidence]:
    """Make evidence of the appointers, given the number of foundation seats, where that is known.

    One appointer without a number appoints all of them but those that go with an office.
    """
    shares = list(side.shares)
    if len(shares) == 1 and shares[0].number is None and isinstance(foundation, int):
        number = foundation - len(side.offices)
        if number > 0:
            shares = [attrs.evolve(shares[0], number=number)]
            return _listed(shares, because="it is the number of foundation seats that go with no office")
    return _listed([share for share in shares if share.number is not None])


def _listed(shares: list[Share], *, because: str = "") -> list[Evidence]:
    found: list[Evidence] = []
    for place, share in enumerate(shares):
        path = f"foundation.appointers.{place}"
        found.append(stated(f"{path}.by", share.by, share.passage))
        found.append(
            stated(
                f"{path}.number",
                share.number,
                share.passage,
                sure="inferred" if because else "stated",
                because=because,
            )
        )
        if share.basis:
            found.append(stated(f"{path}.basis", share.basis, share.passage))
        if share.school:
            found.append(stated(f"{path}.school", share.school, share.passage))
    return found


def _shares(read: Sequence[Passage]) -> tuple[list[Share], set[int]]:
    shares: list[Share] = []
    taken: set[int] = set()
    single: Share | None = None
    listing = False
    for passage in read:
        if cells_of(passage):
            continue
        if listing and (share := _share(passage, single)):
            shares.append(share)
            taken.add(passage.number)
            continue
        if (inline := _INLINE.match(passage.text)) and (share := _share(passage, None, inline.end())):
            shares.append(share)
            taken.add(passage.number)
            continue
        if SEVERAL.match(passage.text):
            listing = True
            if not _counts(passage):
                taken.add(passage.number)
            continue
        if _counts(passage):
            listing = "foundation" in passage.text.lower()
            continue
        match = next((match for pattern in SINGLE if (match := pattern.match(passage.text))), None)
        if match and not _powers_of(passage):
            taken.add(passage.number)
            by, basis, school = _parted(value(passage, *match.span("value")).rstrip(":"))
            if by and single is None:
                single, listing = Share(by, None, passage, basis, school), True
        elif passage.number - max(taken, default=passage.number) > _NEAR:
            listing = False
    if not shares and single:
        shares = [single]
    return shares, taken


_NEAR: Final = 4


def _share(passage: Passage, single: Share | None, start: int = 0) -> Share | None:
    """Read a line that says how many somebody appoints, from one place in it on."""
    counted = [number for number in numbers(passage.text) if number.start >= start]
    if not counted or counted[0].kind != "count" or passage.text[start : counted[0].start].strip(" -x•*"):
        return None
    match = SHARE.match(passage.text, counted[0].end)
    if match is None:
        return None
    words = value(passage, match.start("value"))
    by, basis, school = _parted(words)
    if single is not None and match["how"] and match["how"].lower() != "appointed":
        by, basis = single.by, f"{match['how'].lower()} by {words}"
    return Share(by, counted[0].value, passage, basis, school) if by else None


_REST: Final = re.compile(
    r",?\s*(?:and|who|but|,)\s+(?:may|shall|can|will|are|is)\s+(?:also )?(?:be )?remov.*$|\s+(?:and|who) (?:may|shall|can) .*$",
    re.IGNORECASE,
)


def _first_sentence(words: str) -> str:
    """Leave out what a clause says after it has said who appoints."""
    end = next((end for _, end in sentences(plain(words))), len(words))
    return _REST.sub("", words[:end].strip()).strip(" .") if end < len(words) else _REST.sub("", words)


def _parted(words: str) -> tuple[str, str | None, str | None]:
    """Part who appoints from the basis on which they do, and from the school it is for.

    >>> _parted("the trustees, after consulting the parish, in respect of Hill School")
    ('the trustees', 'after consulting the parish', 'Hill School')
    """
    words = _first_sentence(words)
    words, _, school = words.rpartition(_IN_RESPECT) if _IN_RESPECT in words else (words, "", "")
    by, basis = _by_and_basis(words)
    return by, basis, school or None


def _by_and_basis(words: str) -> tuple[str, str | None]:
    place = 0
    while (place := words.find(", ", place)) >= 0:
        rest = words[place + 2 :]
        if rest.split(" ", 1)[0].lower() in BASIS:
            return words[:place].strip(), rest.strip() or None
        place += 2
    return words.strip(), None


def _counts(passage: Passage) -> bool:
    counted = numbers(passage.text[:_START])
    return bool(counted) and not passage.text[: counted[0].start].strip(" -x•*")


_START: Final = 12


def _powers_of(passage: Passage) -> bool:
    return any(pattern.match(passage.text) for pattern in (*_SUBSTITUTE, *_REMOVAL))


def _offices(read: Sequence[Passage]) -> tuple[list[Office], set[int]]:
    offices: list[Office] = []
    taken: set[int] = set()
    lead: Passage | None = None
    goes_on = False
    for passage in read:
        if lead is not None:
            beneath = passage.under is lead and not _powers_of(passage)
            if beneath and (goes_on or not _starts_clause(passage, lead)) and (office := value(passage, 0)):
                offices.append(_office(office, passage))
                taken.add(passage.number)
                goes_on = bool(_GOES_ON.search(passage.text))
                continue
            lead = None
        match = next((match for pattern in OFFICE if (match := pattern.match(passage.text))), None)
        if (
            match is None
            or _HEADS.search(match["value"])
            or _SUBSTITUTE[0].match(passage.text)
            or _powers_of(passage)
            or "holder" in match["value"].lower()
        ):
            continue
        taken.add(passage.number)
        if office := value(passage, *match.span("value")):
            offices.append(_office(office, passage))
        elif passage.opens:
            lead = passage
    return offices, taken


_GOES_ON: Final = re.compile(r";\s*(?:and)?$")


def _starts_clause(passage: Passage, lead: Passage) -> bool:
    """Whether what follows is no item of the list: after one item, a line that has no mark where the items have one."""
    if passage.first:
        return False
    return not passage.line.mark or len(passage.text) > 200 or passage.number - lead.number > 12  # noqa: PLR2004 - a list of offices is short


def _office(words: str, passage: Passage) -> Office:
    office, _, school = words.rpartition(_IN_RESPECT) if _IN_RESPECT in words else (words, "", "")
    return Office(office, passage, school or None)


def _powers(read: Sequence[Passage], offices: Sequence[Office]) -> tuple[list[Evidence], set[int]]:
    """Find who appoints a substitute and who may ask for removal, for each office."""
    found: list[Evidence] = []
    for place, office in enumerate(offices):
        found.append(stated(f"foundation.ex_officio.{place}.office", office.office, office.passage))
        if office.school:
            found.append(stated(f"foundation.ex_officio.{place}.school", office.school, office.passage))
    taken: set[int] = set()
    case: tuple[str, Passage] | None = None
    for passage in read:
        if case and passage.under is case[1] and (match := _IN_THE_CASE.match(passage.text)):
            taken.add(passage.number)
            named = value(passage, *match.span("value"))
            for place, office in enumerate(offices):
                if named and passage.words[slice(*match.span("office"))] == office.office:
                    found.append(stated(f"foundation.ex_officio.{place}.{case[0]}", named, passage))
            continue
        case = next(((key, passage) for key, pattern in _CASES if pattern.match(passage.text)), None)
        if case:
            taken.add(passage.number)
            continue
        for key, patterns in (("substitute_appointed_by", _SUBSTITUTE), ("removal_requested_by", _REMOVAL)):
            match = next((match for pattern in patterns if (match := pattern.match(passage.text))), None)
            if match is None or not _ABOUT.search(passage.text):
                continue
            taken.add(passage.number)
            if named := value(passage, *match.span("value")):
                found += [
                    stated(f"foundation.ex_officio.{place}.{key}", named, passage)
                    for place in range(len(offices))
                ]
    return found, taken


def _trust(read: Sequence[Passage]) -> tuple[list[Evidence], set[int]]:
    found: list[Evidence] = []
    taken: set[int] = set()
    for passage in read:
        for field, pattern in _TRUST:
            match = (
                pattern.match(passage.text) if field == "foundation.name" else pattern.search(passage.text)
            )
            if match and (words := value(passage, *match.span("value"))):
                found.append(stated(field, words, passage))
                taken.add(passage.number)
    return found, taken
