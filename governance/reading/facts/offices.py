"""The offices that carry a foundation seat, and who names a substitute for their holder or asks for the removal."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Sure
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import plain, sentences

_EX: Final = r"ex[ -]?off?ici?o"
IN_RESPECT: Final = ", in respect of "
"""Words between an office, or who appoints, and the school of a federation that it is for."""

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

_ABOUT: Final = re.compile(rf"foundation|{_EX}|substitute|trust governor", re.IGNORECASE)

_HEADS: Final = re.compile(r"head ?-?teacher", re.IGNORECASE)


@attrs.frozen
class Office:
    """An office that carries a seat, and what is said of it."""

    office: str
    passage: Passage
    school: str | None = None


def powers_of(passage: Passage) -> bool:
    """Whether a passage says who names a substitute or asks for a removal."""
    return any(pattern.match(passage.text) for pattern in (*_SUBSTITUTE, *_REMOVAL))


def offices_of(read: Sequence[Passage]) -> tuple[list[Office], set[int]]:
    """Find the offices that carry a seat, and the numbers of the passages that say so."""
    offices: list[Office] = []
    taken: set[int] = set()
    lead: Passage | None = None
    goes_on = False
    for passage in read:
        if lead is not None:
            beneath = passage.under is lead and not powers_of(passage)
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
            or powers_of(passage)
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


_TAIL: Final = re.compile(rf",? {_EX}$| (?:shall be|is|will be) (?:the|an?) .*$", re.IGNORECASE)


def _office(words: str, passage: Passage) -> Office:
    office, _, school = words.rpartition(IN_RESPECT) if IN_RESPECT in words else (words, "", "")
    office = _TAIL.sub("", office)
    end = next((end for _, end in sentences(plain(office))), len(office))
    return Office(
        office[:end].strip().removesuffix(".") if end < len(office) else office, passage, school or None
    )


def powers(read: Sequence[Passage], offices: Sequence[Office]) -> tuple[list[Evidence], set[int]]:
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
            office_words = passage.words[slice(*match.span("office"))]
            same = [place for place, office in enumerate(offices) if named and office.office == office_words]
            sure: Sure = "stated" if len(same) == 1 else "inferred"
            because = "" if len(same) == 1 else "two offices are called the same"
            for place in same:
                field = f"foundation.ex_officio.{place}.{case[0]}"
                found.append(stated(field, named, passage, sure=sure, because=because))
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
