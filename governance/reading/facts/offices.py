"""The offices that carry a foundation seat, and who names a substitute for their holder or asks for the removal."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.facts.mentions import parts_of, row_of
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

_PIECES: Final = re.compile(r"(?:[^HMOC;]{0,40}?[XL][^HMOC;]{0,40};)?(?:\([^()]{0,80}\)|[^;])+")
_NAMES: Final = "[HMO](?:,?&[HMO]){0,9}"
_HEADING: Final = re.compile("(?:Nk?)?[Gg(:-]{0,4}X[Ggv):-]{0,4}")
_LISTED: Final = re.compile(
    rf"(?:[^HMOCNAdq]{{0,4}}[-:(])?(?:N-?)?{_NAMES}(?:S.*|[(,-]*X[^HMOAbC]*|,/.*|[).;&N]*)"
)
"""An item of a list of offices, and nothing else."""
_CLAUSE: Final = re.compile(
    rf"[^HMOCNA;]{{0,20}}[XL][^HMOCAbP;]{{0,20}}b?[^HMOCAbP;]{{0,20}}{_NAMES}"
    r"(?!,?(?:B[^A]{0,40})?[T,]?A)(?P<more>.*[bAP])?"
)
"""A clause that begins with what an office carries: "Governor ex officio: the Rector"; `more` tells who appoints."""
_OTHERS: Final = re.compile("[dqr!]")
_OFFICE: Final = re.compile(r"([MO])(?!,?(?:B[^A;N]*)?[TFm,]{0,3}[Aaq]|,?m)(?P<ex>[,(]?X)?")
_BEFORE: Final = re.compile("(?:^|[^clb]|[pXW]l|X[,kvGF]{0,4}b)$")
"""What may be an office: nobody appoints by it, it does nothing, and it stands in no condition."""
_BY_FORM: Final = re.compile(
    r"(?:[Tt]he )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,2}(?: for the time being)? (?:of|for|at|to) (?:the )?[A-Z]"
)
"""An office by its form alone: "Master of the Company of Chandlers"."""
_ITEM: Final = re.compile(r"&?(?:\([DZKk]\))?[HMO][).]?")
_ONE: Final = re.compile(r"(?P<n>[NR])(?:[^HMOANCb;:]{0,6}|X[^HMOANCb;]{0,3})$")
_IS_ONE: Final = re.compile(r"k(?=N)(?P<n>N)|[(:,-]?F?(?P<n_>N)(?![GC])|F{1,3}D(?P<rest>R)(?![NG])")
_AMONG: Final = re.compile(r"(?:[Gg]|^[(]?(?=I)|(?=IN?X))(?:\([^()]{0,20}\))?[^HMOACN;]{0,6}I(?:N?X.{0,6})?$")
"""Those of whom an office is one: "seven foundation governors, including the"."""
_AND_THE: Final = re.compile(r",? and (?=the [A-Z][\w' -]* (?:of|for|at|in) )")
_ALL: Final = "(?s).+"
_POWERS: Final = {
    "substitute_appointed_by": ({"deputy"}, {"appoints", "put", "ought"}),
    "removal_requested_by": ({"removal"}, {"asks"}),
}
"""The marks that a clause on each power has."""
_ABOUT: Final = re.compile(r"(?i)foundation|ex[ -]?off|substitute|trust governor")
_BY: Final = re.compile(
    r"(?:Pb|qb|E|[AaqrdX]G?(?=:)):?F?(?P<by>[HMO])|(?P<agent>[HMO]),?(?:B[^Aaq;]*)?[TFm,]{0,2}[Aaq]"
)
_CASES: Final = re.compile(r"(?i)(?:appointed|requested)\s*:$")
_CASE: Final = re.compile(r"in the case of [^,;]+")
_HEAD_ENDS: Final = re.compile(r" (?:of|for|with|to|at|in) |[,(]")
"""What ends the first words of an office: "the Team Rector of Lea"."""
_IN_THE_CASE: Final = re.compile(r"(?i)in the case of (?P<office>.+), by (?P<value>.+)$")


@attrs.frozen
class Office:
    """An office that carries a seat: its clause is on nothing else, its words say so, or it is one of a number told."""

    office: str
    passage: Passage
    school: str | None = None
    clear: bool = True
    told: bool = True
    among: bool = False


def offices_of(read: Sequence[Passage]) -> tuple[list[Office], set[int]]:
    """Find the offices that carry a seat, and the numbers of the passages that say so."""
    offices, taken = list[Office](), set[int]()
    going = False
    for passage in read:
        row = row_of(passage.text)
        parts = list(parts_of(passage, _ALL))
        listed = going and bool(parts and _LISTED.fullmatch(row_of(parts[0].text).letters))
        parts = parts[:1] if listed else parts
        own = [(part, one) for part in parts for one in _of_sentence(part, listed=listed)]
        others = {"deputy", "asks", "removal"} & row.fields
        clause = None if others else _CLAUSE.match(row.letters)
        lead = passage.opens and {"ex", "lead"} & row.fields and not {*"HMOCd"} & {*row.letters}
        if listed or lead or (clause and not clause["more"]):
            taken.add(passage.number)
        goes_on = row.letters.endswith((";", ";&")) and any(one.told for _, one in own)
        going = bool(listed or lead or goes_on or _HEADING.fullmatch(row.letters))
        clear = listed or bool(clause)
        offices += [attrs.evolve(one, passage=passage, clear=clear and part is passage) for part, one in own]
    # An office told again, in full or not, is one, and what carries no seat by its own words stands last.
    told = {one.office.lower().removeprefix("the "): one for one in sorted(offices, key=lambda one: one.told)}
    short = {key for key in told if any(one.startswith((f"{key} of ", f"{key} for ")) for one in told)}
    whole = [one for key, one in told.items() if key not in short]
    return sorted(whole, key=lambda one: (not one.told, one.passage.number)), taken


def _of_sentence(part: Passage, *, listed: bool = False) -> Iterator[Office]:
    """Give the offices of a sentence: beside "ex officio", as one of a number, or only named beside who appoints."""
    row = row_of(part.text)
    for piece in _PIECES.finditer(row.letters):
        # What is told of a substitute or a removal, or denied, tells of no office.
        other = _OTHERS.search(piece[0])
        ends = piece.start() + max(map(piece[0][: other.start()].rfind, ",;:(&|B/")) if other else piece.end()
        listed = listed and (not piece.start() or bool(_ITEM.fullmatch(piece[0])))
        for match in _OFFICE.finditer(row.letters, piece.start(), max(ends, piece.start())):
            before, after = piece[0][: match.start() - piece.start()], row.letters[match.start() + 1 : ends]
            last = re.split("[;:,]", before)[-1]
            of_other = not (_BEFORE.search(before) or (match["ex"] and before[-1] == "b"))
            if of_other or "B" in last or "c" in before.partition("X")[2]:
                continue
            beside = "C" not in last if "X" in before else "X" in after.partition("C")[0]
            name = part.text[slice(*row.places[match.start()][:2])]
            if match[1] == "M" and not ((beside or listed) and _BY_FORM.search(name)):
                continue
            counted = (_ONE.search(before), piece.start()), (_IS_ONE.match(after), match.start() + 1)
            numbers = {row.places[at + one.start(one.lastgroup or 0)][2] for one, at in counted if one}
            listed = listed or "X" in before
            among = bool(_AMONG.search(before))
            told = bool(beside or listed or {1, "rest"} & numbers or "L" in before or among)
            school = value(part, row.places[match.start() + 1][1]) if after[:1] == "S" else None
            for office in _AND_THE.split(value(part, *row.span(match, 1))):
                yield Office(office, part, school, told=told, among=among)


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
            why = "" if len(same) == 1 else "two offices are called the same"
            found += [stated(f"foundation.ex_officio.{n}.{case[0]}", by, passage, because=why) for n in same]
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
    for clause in parts_of(passage, "[^;]+") if about else ():
        row = row_of(clause.text)
        keys = [key for key, told in _POWERS.items() if all(row.fields & needed for needed in told)]
        mark = next((place for place, letter in enumerate(row.letters) if letter in "dr"), 0)
        whose = min(_BY.finditer(row.letters), key=lambda one: abs(one.start() - mark), default=None)
        by = value(clause, *row.span(whose, whose.lastgroup or 0)) if whose else None
        by = "" if _CASES.search(clause.text) else by
        if keys and by is not None:
            case = _CASE.search(clause.text)
            yield from ((key, by, (case[0] if case else clause.text).lower()) for key in keys)
