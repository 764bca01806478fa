"""The offices that carry a foundation seat, and who names a substitute for their holder or asks for the removal."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.facts.appointers import SOMEBODY, agent_in, name_at, named_alone, parts_of, row_of
from governance.reading.phrases.said import Said, find
from governance.reading.phrases.words import named
from governance.reading.text.clause import closed, stated, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import first_sentence, plain

IN_RESPECT: Final = ", in respect of "
"""Words between an office and the school of a federation that it is for."""
_BESIDE, _FAR = 120, 40
_LEADS: Final = re.compile(
    r"(?i)(?:[\w ]{0,25}?(?:governors?|governorship|seat|place))?(?:,? by virtue of [\w ]{1,40}?)? ?"
    r"(?:[:;]|-(?= )|\|(?=[^|]*[A-Za-z][^|]*$)|(?:is|are|shall be|will be)(?= the ))\s*|\W{0,9}$"
)
_BEFORE: Final = re.compile(
    r"(?i)(?:\d{1,3} ?(?:\||\([a-z]\))\W*)?(?:(?:the|this|following|foundation|governors?|holders?|holding|of|offices?|is|are|each|shall|will|be|an?)\W*)*"
)
_GOES_ON_AS: Final = re.compile(
    r"(?: \((?:or|and) [^()]{1,40}\))?"
    r"(?: (?:of|for|in|at|with|to|the|that|or|which|is(?= situated)|situated|served|parish(?:es)?|church(?:es)?|benefice"
    r"|time being|responsibility|charge|ecclesiastical|districts?|circuit|deanery|diocese|area|school|(?:and |& )?[A-Z][\w'’.-]*(?<!\.)))*"
    r"(?:, [A-Z][\w'’-]*(?: (?:and )?[A-Z][\w'’-]*)?"
    r"(?=[.)]?\s*$|, who is| (?:is|are|shall|will|serves?|sits?|holds?|has|ex|by|as|in)(?![a-z])))?"
)
_LOOSE: Final = re.compile(r"(?: for the time being)?(?:,? (?:of|for|in|at|with|to|the|that|or|which)){0,6}$")
_BEGINS_AS: Final = re.compile(
    r"(?:(?<![A-Za-z])[Tt]he )?(?:(?!(?:[Tt]he|is|are|be|and|of|or|by|an?) )[\w'-]{1,20} ){0,3}$"
)
_CALLED: Final = re.compile(
    r"(?<![A-Za-z])(?!(?:The )?[\w ]{0,60}?(?:Govern|Trust|Board|Council|Church|School|Parish|Dioces|Head|Chapter|Synod|Foundation))"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?= (?:for the time being )?of (?:the )?[A-Z])"
)
"""An office by its form alone: "Master of the Company of Chandlers"."""
_BY_OTHERS: Final = re.compile(r"(?<![a-z])by [^,;:]{0,120}[A-Z][^,;:]{0,120}$")
_NO_OFFICE: Final = re.compile(r"(?i)(?:by|(?<!office )(?<!post )of|from|with|consult\w*) (?:the )?$")
_HELD: Final = re.compile(r"(?i)\W{0,9}(?:(?:of|in|on|for) [^,;]{1,60} )?by (?:the )?")
"""Words between "ex officio" and the office whose holder has the seat: "is held ex officio by the Vicar"."""
_HEADING: Final = re.compile(
    r"(?i)(?:foundation governors?,? )?\(?ex[ -]?officio\)?(?: foundation governors?)?:?"
)
_SAYS: Final = re.compile(r"(?i) (?:is|are|may|shall|will|has|can|does|must)(?![a-z])")
_OR_OTHER: Final = re.compile(
    r"(?i),? or (?:an?|the|his|her|their) (?:substitute|deputy|nominee|representative)(?![a-z])"
)
_AND: Final = re.compile(r"(?i)(?:, who [^,;]{1,80})?,? and ")
_AND_THE: Final = re.compile(r",? and (?=the )")
_DOES: Final = re.compile(r",? (?:may|can|appoints?|names?|nominates?)(?![a-z])")
_COUNTED: Final = re.compile(r"[ ,|]{0,3}\(?\d\)?$")
_ONE_IS: Final = re.compile(r"(?i)(?<![a-z])one (?:is|shall be|will be|being|to be) $")
_OF_A_BODY: Final = re.compile(r"(?i) (?:and|&) (?:the )?(?:chapter|fellows|scholars|canons|church ?wardens)")
_ONE: Final = re.compile(r"\W{0,3}x ?1\b| is one\b")
_PIECES: Final = re.compile(r"(?:\([^()]*\)|(?!;|,? and (?:one |two |\d)|,\s(?:\d|one |two )).)+", re.DOTALL)
_CLAUSES: Final = re.compile("[^;]+")
_GOES_ON: Final = re.compile(r";\s{0,3}(?:and)?$")
_POWERS: Final = {
    "substitute_appointed_by": ({"deputy"}, {"appoints", "put"}),
    "removal_requested_by": ({"removal"}, {"asks"}),
}
"""The marks that a clause on each power has."""
_PASSIVE: Final = re.compile(r"(?i)(?:appointed|requested) by:? ")
_CASES: Final = re.compile(r"(?i)(?:appointed|requested)\s*:$")
_ABOUT: Final = re.compile(r"(?i)foundation|ex[ -]?off|substitute|trust governor")
_CASE: Final = re.compile(r"in the case of [^,;]+")
_HEAD_ENDS: Final = re.compile(r" (?:of|for|with|to|at|in) |[,(]")
"""What ends the first words of an office: "the Team Rector of Lea"."""
_ANYBODY: Final = re.compile(r"(?i)(?:the )?(?:names? of (?:the )?)?(?:person|body|bodies)s? ")
_IN_THE_CASE: Final = re.compile(r"(?i)in the case of (?P<office>.+), by (?P<value>.+)$")


@attrs.frozen
class Office:
    """An office that carries a seat; `clear` says that its clause is on nothing else, `told` that its words say so."""

    office: str
    passage: Passage
    school: str | None = None
    clear: bool = True
    told: bool = True


def offices_of(read: Sequence[Passage]) -> tuple[list[Office], set[int]]:
    """Find the offices that carry a seat, and the numbers of the passages that say so."""
    offices: list[Office] = []
    taken: set[int] = set()
    going = fresh = headed = False
    for passage in read:
        quiet = not any(_powers(passage)) and "appoints" not in row_of(passage.text).fields
        # After one item, a line that has no mark and more than an office begins the next clause.
        listed = going and (headed or quiet) and (fresh or passage.line.mark or _is_office(passage.text))
        if listed and (words := value(passage, 0)):
            offices.append(attrs.evolve(_office(words, passage), clear=not headed))
            taken.add(passage.number)
            going, fresh, headed = not headed, bool(_GOES_ON.search(passage.text)), False
            continue
        headed = bool(_HEADING.fullmatch(passage.text))
        going = fresh = headed
        place = _clause(passage)
        if place is None:
            offices += _in_passing(passage)
            continue
        end = place + closed(passage.text[place:])
        taken.add(passage.number)
        if words := value(passage, place, end):
            parts = _AND_THE.split(words[: first_sentence(plain(words))].removesuffix("."))
            parts = parts if all(_is_office(one) for one in parts) else [words]
            clear = end == len(passage.text)
            offices += [attrs.evolve(_office(one, passage), clear=clear) for one in parts]
        headed = headed and not (words or passage.opens)
        going = fresh = bool(_GOES_ON.search(passage.text)) if words else passage.opens or headed
    # An office told again, in full or not, is one, and what carries no seat by its own words stands last.
    told = {one.office.lower().removeprefix("the "): one for one in sorted(offices, key=lambda one: one.told)}
    told = {
        key: one for key, one in told.items() if not any(other.startswith(f"{key} of ") for other in told)
    }
    return sorted(told.values(), key=lambda one: (not one.told, one.passage.number)), taken


def _is_office(text: str) -> bool:
    """Whether a text begins with an office, and says nothing else."""
    office = re.match("_{0,2}O", row_of(text).letters) or _CALLED.match(text.removeprefix("the "))
    return bool(office) and not _SAYS.search(text)


def _clause(passage: Passage) -> int | None:
    """Give where the office stands in a clause that begins with what it carries: "Foundation governor ex officio: ..."."""
    found = [one for one in find("foundation", passage.text) if one.field in ("ex", "lead")]
    if not found or {"deputy", "asks"} & row_of(passage.text).fields:
        return None
    leads = any(one.field == "lead" for one in found)
    match = _LEADS.match(passage.text, found[-1 if leads else 0].end)
    if not match or not (leads or _BEFORE.fullmatch(passage.text[: found[0].start])):
        return None
    foundation = "foundation" in passage.text[: match.start()].lower()
    return match.end() if foundation or not _is_head(passage.text[match.end() :]) else None


def _is_head(text: str) -> bool:
    """Whether a text speaks of the head teacher, and not of a principal minister."""
    heads = any(one.category == "head_teacher" for one in named(text))
    return heads and "O" not in row_of(text).letters


def _office(words: str, passage: Passage) -> Office:
    office, _, school = _COUNTED.sub("", words).partition(IN_RESPECT)
    office = office[: first_sentence(plain(office))].strip().removesuffix(".")
    office = named_alone(_OR_OTHER.split(office)[0])
    return Office(office, passage, school or None)


def _in_passing(passage: Passage) -> Iterator[Office]:
    """Read the offices that stand beside "ex officio", or each alone on its line: "Incumbent x 1"."""
    for piece in parts_of(passage, _PIECES) if {"office", "ex"} & row_of(passage.text).fields else ():
        yield from (attrs.evolve(one, passage=passage) for one in _of_piece(piece))


def _of_piece(piece: Passage) -> Iterator[Office]:
    last, other = 0, ("deputy", "asks", "removal", "denied")
    # What is told of a substitute or a removal, or denied, tells of no office.
    found = tuple(itertools.takewhile(lambda one: one.field not in other, find("foundation", piece.text)))
    text = piece.text[
        : next((one.start for one in find("foundation", piece.text) if one.field in other), None)
    ]
    ex = next((one for one in found if one.field == "ex"), None)
    called = [
        Said("office", "", *one.span())
        for one in (_CALLED.finditer(text) if ex is not None else ())
        if not _BY_OTHERS.search(text[: one.start()])
    ]
    offices = sorted((one for one in (*found, *called) if one.field == "office"), key=lambda one: one.start)
    for one in offices:
        if one.start < last:
            continue
        begins, ends = _extent(text, one)
        if _OF_A_BODY.match(text, one.end):
            continue
        if (last and not _AND.fullmatch(text, last, begins)) or _DOES.match(text, ends):
            return
        told = bool(_ONE.match(text, ends) or _ONE.match(text, one.end) or _ONE_IS.search(text[:begins]))
        if ex is not None and abs(ex.start - begins) < _BESIDE and not told:
            held = _HELD.fullmatch(text, ex.end, begins) or not _NO_OFFICE.search(
                text, max(0, begins - _FAR), begins
            )
            between = text[min(ends, ex.start) : max(begins, ex.end)]
            told = bool(held) and not _is_head(re.split("[;:]", between)[-1])
        if told or not _NO_OFFICE.search(text, max(0, begins - _FAR), begins):
            yield Office(named_alone(piece.words[begins:ends].strip()), piece, clear=False, told=told)
            last = ends if told else last


def _extent(text: str, office: Said) -> tuple[int, int]:
    """Give where the words of an office begin and end: "the Team Rector of the Parish of Lea"."""
    before = _BEGINS_AS.search(text, max(0, office.start - _FAR), office.start)
    named = before is not None and (before[0][:4].lower() == "the " or before[0].istitle())
    behind = _GOES_ON_AS.match(text, office.end)
    ends = office.end + len(_LOOSE.sub("", behind[0]) if behind else "")
    return before.start() if before and named else office.start, ends


def powers_of(read: Sequence[Passage], offices: Sequence[Office]) -> tuple[list[Evidence], set[int]]:
    """Find who appoints a substitute and who may ask for removal, for each office."""
    found: list[Evidence] = []
    taken: set[int] = set()
    case: tuple[str, Passage] | None = None
    for passage in read:
        if case and passage.under is case[1] and (match := _IN_THE_CASE.match(passage.text)):
            taken.add(passage.number)
            words, by = passage.words[slice(*match.span("office"))], value(passage, *match.span("value"))
            same = [place for place, office in enumerate(offices) if by and office.office == words]
            because = "" if len(same) == 1 else "two offices are called the same"
            told = [(f"foundation.ex_officio.{place}.{case[0]}", by) for place in same]
            found += [stated(*one, passage, because=because) for one in told]
            continue
        case = None
        for key, by, of in _powers(passage):
            taken.add(passage.number)
            case = case if by else (key, passage)
            before = [n for n, office in enumerate(offices) if office.passage.number <= passage.number]
            heads = [_HEAD_ENDS.split(one.office.lower().removeprefix("the "))[0] for one in offices]
            before = [n for n in before if heads[n] in of] or before
            whose = [f"foundation.ex_officio.{n}.{key}" for n in before or range(len(offices)) if by]
            given = {one.field for one in found}
            found += [stated(field, by, passage) for field in whose if field not in given]
    return found, taken


def _powers(passage: Passage) -> Iterator[tuple[str, str, str]]:
    """Give what a passage says of a substitute or a removal, with who does it ("" where that stands beneath), and of whom."""
    about = _ABOUT.search(passage.text) or "office" in row_of(passage.text).fields
    for clause in parts_of(passage, _CLAUSES) if about else ():
        text, by = clause.text, None
        found = {one.field: one.start for one in reversed(find("foundation", text))}
        keys = [key for key, told in _POWERS.items() if all(found.keys() & needed for needed in told)]
        active = min((found[one] for one in ("appoints", "asks") if one in found), default=0)
        if passive := _PASSIVE.search(text) if keys else None:
            by = name_at(clause, passive.end(), len(text))
        elif keys and _CASES.search(text):
            by = ""
        elif keys and active:
            told = [one.end for one in find("foundation", text[:active]) if one.field in ("deputy", "ex")]
            by = name_at(clause, max(agent_in(text[:active]), *told, 0), active)
            if _ANYBODY.match(by) and ":" in text:
                by = name_at(clause, text.index(":") + 1, len(text))
        if by is not None and (not by or (SOMEBODY.search(by) and not by.startswith("of "))):
            case = _CASE.search(text)
            yield from ((key, named_alone(by), (case[0] if case else text).lower()) for key in keys)
