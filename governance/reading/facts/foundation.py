"""The foundation side: who appoints how many, which office carries a seat, who names a substitute or asks for removal."""

import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence
from governance.reading.facts.offices import IN_RESPECT, Office, offices_of, powers, powers_of
from governance.reading.phrases.words import counts
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence, plain

_GOVERNORS: Final = "(?:the )?(?:foundation|trust) governors?"

SINGLE: Final = (
    re.compile(
        rf"{_GOVERNORS}(?:,? (?:other than|except|excluding|apart from) [^,:]{{3,60}},?)?\s*(?::|-)?\s*(?:(?:shall|will|are to) be |are |is |be )?(?:to be )?appointed(?:,? and removable[^,]{{0,60}},)?(?: and removed)?(?: \([^()]{{0,60}}\))? by (?P<value>.+)$",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<value>.{{3,120}}?) (?:shall |may |will )?appoints? {_GOVERNORS}\W*$", re.IGNORECASE),
    re.compile(rf"appointed by (?P<value>.{{3,200}}): {_GOVERNORS}\W*$", re.IGNORECASE),
)
SEVERAL: Final = re.compile(
    rf"(?:\w{{1,20}} )?{_GOVERNORS}\b.{{0,60}}appointed\s?(?:as follows|by)?\s?[:\-]{{0,3}}\s?$|appointment of {_GOVERNORS}\s*:?$",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(rf"{_GOVERNORS} (?:is|are) appointed as follows:\s*(?=\d|one )", re.IGNORECASE)
SHARE: Final = re.compile(
    r"\s?(?:x\s?)?(?:(?:foundation|trust) governors?|of (?:them|whom|these|which))?\s?,?\s?(?:(?:shall|is to|are to|to) be |is |are |who shall be )?(?:(?P<how>appointed|nominated|chosen|selected|elected|recommended) )?by (?P<value>.+)$",
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
class FoundationSide:
    """All that is read of the foundation side, and the numbers of the passages that say it."""

    shares: tuple[Share, ...] = ()
    offices: tuple[Office, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    taken: frozenset[int] = frozenset()


def foundation_side(read: Sequence[Passage]) -> FoundationSide:
    """Read the clauses on the foundation governors."""
    shares, taken = _shares(read)
    offices, of_offices = offices_of(read)
    entitled, of_powers = powers(read, offices)
    trust, of_trust = _trust(read)
    return FoundationSide(
        tuple(shares),
        tuple(offices),
        (*entitled, *trust),
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
        if match and not powers_of(passage):
            taken.add(passage.number)
            said = value(passage, *match.span("value")).rstrip(":")
            if counted := _counted_after(said, passage):
                shares += counted
                continue
            by, basis, school = _parted(said)
            if by and single is None:
                single, listing = Share(by, None, passage, basis, school), True
        elif passage.number - max(taken, default=passage.number) > _NEAR:
            listing = False
    if not shares and single:
        shares = [single]
    return shares, taken


def _counted_after(words: str, passage: Passage) -> list[Share]:
    """Read "the Diocesan Trustees (5) and the Parish Priest (2)", where each has a number behind; none where one has none."""
    found = [Share(match["by"].strip(), int(match["n"]), passage) for match in _COUNTED_AFTER.finditer(words)]
    return found if found and not _COUNTED_AFTER.sub("", words).strip(" .,;") else []


_COUNTED_AFTER: Final = re.compile(
    r"(?:\s|,|and(?![a-z])){0,9}(?P<by>[^\s(),][^(),]{2,120}?)\s*\((?P<n>\d{1,2})\)"
)
_NEAR: Final = 4


def _share(passage: Passage, single: Share | None, start: int = 0) -> Share | None:
    """Read a line that says how many somebody appoints, from one place in it on."""
    counted = [number for number in counts(passage.text) if number.start >= start]
    if not counted or passage.text[start : counted[0].start].strip(" -x•*"):
        return None
    match = SHARE.match(passage.text, counted[0].end)
    if match is None:
        return None
    words = value(passage, match.start("value"))
    by, basis, school = _parted(words)
    if single is not None and match["how"] and match["how"].lower() != "appointed":
        by, basis = single.by, f"{match['how'].lower()} by {words}"
    return Share(by, counted[0].value, passage, basis, school) if by else None


_BASIS_BEGINS: Final = re.compile(
    r"(?<!,) (?=(?:after|following|having) consult|on the (?:nomination|advice|recommendation) of )"
)
_REST: Final = re.compile(
    r",?\s?(?:and|who|but|,)\s(?:may|shall|can|will|are|is)\s+(?:also )?(?:be )?remov.*$|\s(?:and|who) (?:may|shall|can) .*$|,? and \d{1,2} (?:of them )?(?:appointed |nominated )?by .*$",
    re.IGNORECASE,
)


def _first_sentence(words: str) -> str:
    """Leave out what a clause says after it has said who appoints."""
    words = words.split(";", maxsplit=1)[0]
    end = first_sentence(plain(words))
    return _REST.sub("", words[:end].strip()).strip(" .") if end < len(words) else _REST.sub("", words)


def _parted(words: str) -> tuple[str, str | None, str | None]:
    """Part who appoints from the basis on which they do, and from the school it is for.

    >>> _parted("the trustees, after consulting the parish, in respect of Hill School")
    ('the trustees', 'after consulting the parish', 'Hill School')
    """
    words = _first_sentence(words)
    words, _, school = words.rpartition(IN_RESPECT) if IN_RESPECT in words else (words, "", "")
    by, basis = _by_and_basis(_BASIS_BEGINS.sub(", ", words, count=1))
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
    counted = counts(passage.text[:_START])
    return bool(counted) and not passage.text[: counted[0].start].strip(" -x•*")


_START: Final = 12


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
