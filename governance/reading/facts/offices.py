"""The offices that carry a foundation seat, and who names a substitute for their holder or asks for the removal."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Sure
from governance.reading.facts.appointers import (
    IN_RESPECT,
    SOMEBODY,
    agent_in,
    closed,
    just_before,
    marks,
    name_at,
)
from governance.reading.phrases.said import Said
from governance.reading.phrases.words import named
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence, plain

_SHORT: Final = 200
_BESIDE: Final = 120
_MOST: Final = 12
_LEADS: Final = re.compile(
    r"(?:[\w ]{0,25}?governors?)?(?:,? by virtue of [\w ]{1,40}?)? ?(?:[:;]|-(?= )|(?:is|are|shall be|will be)(?= the ))\s*|\W{0,9}$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"(?:(?:the|this|foundation|governors?|holders?|of|offices?|is|are|each|shall be|will be|an?)\W*)*",
    re.IGNORECASE,
)
_IS: Final = re.compile(
    r"(?P<office>[Tt]he (?:[^.:,]|, (?=[A-Z])){3,120}?),? (?i:(?:shall be|is|will be) (?:an? )?(?:foundation governor )?)$"
)
_GOES_ON_AS: Final = re.compile(
    r"(?: (?:of|for|in|at|with|to|the|that|or|which|is(?= situated)|situated|served|parish(?:es)?|church(?:es)?|benefice|ecclesiastical|districts?|circuit|deanery|diocese|area|school|(?:and |& )?[A-Z][\w'’.-]*(?<!\.)))*"
    r"(?:, [A-Z][\w'’-]*(?: and [A-Z][\w'’-]*)?(?=[.)]?\s*$| (?:is|are|shall|will|serves?|sits?|holds?|has|ex|by|as|in)(?![a-z])))?"
)
_BEGINS_AS: Final = re.compile(
    r"(?:(?<![A-Za-z])[Tt]he )?(?:(?!(?:[Tt]he|is|are|be|and|of|or|by|an?) )[\w'-]{1,20} ){0,3}$"
)
_NO_OFFICE: Final = re.compile(r"(?:by|of|from|consult\w*) (?:the )?$", re.IGNORECASE)
_HELD: Final = re.compile(r"\W*(?:(?:of|in|on|for) [^,;]{1,60} )?by (?:the )?", re.IGNORECASE)
"""Words between "ex officio" and the office whose holder has the seat: "is held ex officio by the Vicar"."""
_AND: Final = re.compile(r",? and ", re.IGNORECASE)
_DOES: Final = re.compile(r",? (?:may|can|appoints?|names?|nominates?)(?![a-z])")
_ONE: Final = re.compile(r"\W{0,3}x ?1\b")
_PIECE: Final = re.compile(r";|,? and (?=one |two |\d)|,\s(?=\d|one |two )")
_GOES_ON: Final = re.compile(r";\s{0,3}(?:and)?$")
_POWERS: Final = {
    "substitute_appointed_by": ({"deputy"}, {"appoints", "put"}),
    "removal_requested_by": ({"removal"}, {"asks"}),
}
"""The marks that a sentence on each power has."""
_PASSIVE: Final = re.compile(r"(?:appointed|requested) by:? ", re.IGNORECASE)
_CASES: Final = re.compile(r"(?:appointed|requested)\s*:$", re.IGNORECASE)
_ABOUT: Final = re.compile(r"foundation|ex[ -]?off|substitute|trust governor", re.IGNORECASE)
_IN_THE_CASE: Final = re.compile(r"in the case of (?P<office>.+), by (?P<value>.+)$", re.IGNORECASE)
_TAIL: Final = re.compile(
    r",? \(?ex[ -]?off?ici?o\)?$| (?:shall be|is|will be) (?:the|an?) .*$", re.IGNORECASE
)


@attrs.frozen
class Office:
    """An office that carries a seat; `clear` says that its clause is on nothing else."""

    office: str
    passage: Passage
    school: str | None = None
    clear: bool = True


def offices_of(read: Sequence[Passage]) -> tuple[list[Office], set[int]]:
    """Find the offices that carry a seat, and the numbers of the passages that say so."""
    offices: list[Office] = []
    taken: set[int] = set()
    lead: Passage | None = None
    goes_on = False
    for passage in read:
        if lead is not None:
            beneath = passage.under is lead and not any(_powers(passage))
            if beneath and (goes_on or not _starts_clause(passage, lead)) and (office := value(passage, 0)):
                offices.append(_office(office, passage))
                taken.add(passage.number)
                goes_on = bool(_GOES_ON.search(passage.text))
                continue
            lead = None
        place = _clause(passage)
        if place is None:
            offices += _in_passing(passage)
        elif office := value(passage, place, place + closed(passage.text[place:])):
            taken.add(passage.number)
            whole = place + closed(passage.text[place:]) == len(passage.text)
            offices.append(attrs.evolve(_office(office, passage), clear=whole))
        elif passage.opens or len(passage.text) - place <= 1:
            taken.add(passage.number)
            lead = passage if passage.opens else None
    return _distinct(offices), taken


def _clause(passage: Passage) -> int | None:
    """Give where the office stands in a clause that begins with what it carries: "Foundation governor ex officio: ..."."""
    found = [one for one in marks(passage.text) if one.field in ("ex", "lead", "deputy", "asks")]
    if not found or {one.field for one in found} & {"deputy", "asks"}:
        return None
    last = found[-1] if found[0].field == "lead" and len(found) > 1 else found[0]
    begins = found[0].start if found[0].field == "ex" else 0
    match = _LEADS.match(passage.text, last.end)
    if match is None or not _BEFORE.fullmatch(passage.text[:begins]) or _is_head(passage.text[match.end() :]):
        return None
    return match.end()


def _is_head(text: str) -> bool:
    """Whether a text speaks of the head teacher, and not of a principal minister."""
    heads = any(one.category == "head_teacher" for one in named(text))
    return heads and not any(one.field == "office" for one in marks(text))


def _starts_clause(passage: Passage, lead: Passage) -> bool:
    """Whether what follows is no item of the list: after one item, a line that has no mark where the items have one."""
    if passage.first:
        return False
    return not passage.line.mark or len(passage.text) > _SHORT or passage.number - lead.number > _MOST


def _office(words: str, passage: Passage) -> Office:
    office, _, school = words.rpartition(IN_RESPECT) if IN_RESPECT in words else (words, "", "")
    end = first_sentence(plain(office := _TAIL.sub("", office)))
    return Office(
        office[:end].strip().removesuffix(".") if end < len(office) else office, passage, school or None
    )


def _in_passing(passage: Passage) -> Iterator[Office]:
    """Read the offices that stand beside "ex officio", or each alone on its line: "Incumbent x 1"."""
    for sentence in passage.sentences():
        start = 0
        for end in [*(match.start() for match in _PIECE.finditer(sentence.text)), len(sentence.text)]:
            piece = sentence.text[start:end]
            if not {"deputy", "asks"} & {one.field for one in marks(piece)}:
                yield from _of_piece(passage, piece, sentence.start + start)
            start = end


def _of_piece(passage: Passage, text: str, start: int) -> Iterator[Office]:
    found = marks(text)
    ex = next((one for one in found if one.field == "ex"), None)
    if (
        ex is not None
        and start == 0
        and (match := _IS.match(text[: ex.start]))
        and not _is_head(match["office"])
    ):
        yield Office(passage.words[: match.end("office")], passage)
        return
    last = 0
    for one in found:
        if one.field != "office" or one.start < last:
            continue
        begins, ends = _extent(text, one)
        if last and not _AND.fullmatch(text, last, begins):
            return
        near = ex if ex is not None and abs(ex.start - begins) < _BESIDE else None
        beside = near and not _is_head(text[min(ends, near.start) : max(begins, near.end)])
        if _DOES.match(text[ends:]):
            return
        held = near is not None and bool(_HELD.fullmatch(text, near.end, begins))
        if (beside and (held or not _NO_OFFICE.search(text[:begins]))) or (
            _ONE.match(text[ends:]) or _ONE.match(text[one.end :])
        ):
            yield Office(passage.words[start + begins : start + ends].strip(), passage, clear=False)
            last = ends


def _extent(text: str, office: Said) -> tuple[int, int]:
    """Give where the words of an office begin and end: "the Team Rector of the Parish of Lea"."""
    before = just_before(_BEGINS_AS, text, office.start)
    begins = (
        before.start()
        if before and (before[0][:4].lower() == "the " or before[0].istitle())
        else office.start
    )
    behind = _GOES_ON_AS.match(text, office.end)
    return begins, behind.end() if behind else office.end


def _distinct(offices: Sequence[Office]) -> list[Office]:
    """Leave out an office told again in passing."""
    kept: list[Office] = []
    for one in offices:
        if one.clear or not any(
            one.office.lower().removeprefix("the ") in other.office.lower()
            for other in offices
            if other is not one and (other.clear or other in kept)
        ):
            kept.append(one)
    return kept


def powers_of(read: Sequence[Passage], offices: Sequence[Office]) -> tuple[list[Evidence], set[int]]:
    """Find who appoints a substitute and who may ask for removal, for each office."""
    found: list[Evidence] = []
    taken: set[int] = set()
    given: set[str] = set()
    case: tuple[str, Passage] | None = None
    for passage in read:
        if case and passage.under is case[1] and (match := _IN_THE_CASE.match(passage.text)):
            taken.add(passage.number)
            words, by = passage.words[slice(*match.span("office"))], value(passage, *match.span("value"))
            same = [place for place, office in enumerate(offices) if by and office.office == words]
            sure: Sure = "stated" if len(same) == 1 else "inferred"
            because = "" if len(same) == 1 else "two offices are called the same"
            for place in same:
                field = f"foundation.ex_officio.{place}.{case[0]}"
                found.append(stated(field, by, passage, sure=sure, because=because))
            continue
        case = None
        for key, by in _powers(passage):
            taken.add(passage.number)
            if not by:
                case = (key, passage)
                continue
            before = [
                place for place, office in enumerate(offices) if office.passage.number <= passage.number
            ]
            whose = [
                field
                for place in before or range(len(offices))
                if (field := f"foundation.ex_officio.{place}.{key}") not in given
            ]
            given.update(whose)
            found += [stated(field, by, passage) for field in whose]
    return found, taken


def _powers(passage: Passage) -> Iterator[tuple[str, str]]:
    """Give what a passage says of a substitute or a removal, with who does it; "" where that stands beneath."""
    for start, text in _clauses(passage):
        found = {one.field: one for one in reversed(marks(text))}
        keys = [key for key, fields in _POWERS.items() if all(found.keys() & needed for needed in fields)]
        if not keys or not (
            _ABOUT.search(passage.text) or any(one.field == "office" for one in marks(passage.text))
        ):
            continue
        active = min((found[one].start for one in ("appoints", "asks") if one in found), default=0)
        by = None
        if passive := _PASSIVE.search(text):
            by = name_at(passage, start + passive.end(), start + len(text))[0]
        elif _CASES.search(text):
            by = ""
        elif active:
            by = name_at(passage, start + agent_in(text[:active]), start + active)[0]
        if by is not None and (not by or SOMEBODY.search(by)):
            yield from ((key, by) for key in keys)


def _clauses(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give the clauses of a passage that are parted by stops and semicolons."""
    for sentence in passage.sentences():
        start = 0
        for piece in sentence.text.split(";"):
            yield sentence.start + start, piece
            start += len(piece) + 1
