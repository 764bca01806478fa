"""The offices that carry a foundation seat, and who names a substitute for their holder or asks for the removal."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.facts.mentions import Row, parts_of, row_of
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

IN_RESPECT: Final = ", in respect of "
"""Words between an office and the school of a federation that it is for."""
_PIECES: Final = re.compile(r"(?:[^HMOC;]*[XL][^HMOC;]*;)?(?:\([^()]*\)|[^;])+")
_LISTED: Final = re.compile(r"(?:[^HMOCNAdq]{0,4}[-:(])?(?:N-?)?[HMO](?:,?&[HMO])*(?:S.*|[(,-]*X[^HMOAbC]*|,/.*|[).;&N]*)")
"""An item of a list of offices, and nothing else."""
_CLAUSE: Final = re.compile(r"[^HMOCNA;]*[XL][^HMOCAbP;]*b?[^HMOCAbP;]*[HMO](?:,?&[HMO])*(?!,?(?:B[^A]*)?[T,]?A)")
_HEADING: Final = re.compile("(?:Nk?)?[Gg(:-]*X[Ggv):-]*")
_OTHERS: Final = re.compile(r"[dqr!]")
_NO_OFFICE: Final = re.compile(
    r"(?i)(?:(?<![a-z])(?:if|where|when|should|unless|from|with|than|by|speak to)|(?<!office )(?<!post )(?<!that )of|consult\w*),? $"
)
_HELD_BY: Final = re.compile(r"X[^HMOCN;,:rPA]{0,8}b$")
_AGENT: Final = re.compile(r",?(?:B[^A;N]*)?[TF,]{0,3}[Aq]")
_AN_OFFICE: Final = re.compile(r"(?:[Tt]he )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,2}(?: for the time being)? (?:of|for|at|to) (?:the )?[A-Z]")
"""An office by its form alone: "Master of the Company of Chandlers"."""
_ITEM: Final = re.compile(r"&?(?:\([DZKk]\))?[HMO][).]?")
_CONDITION: Final = re.compile("(?i)(?<![a-z])(?:if|where|when|should|during|unless)(?![a-z])")
_MAY: Final = re.compile(",? (?:may|can) ")
_IS_ONE: Final = re.compile(r"(?:[NR][^HMOANCb;:]{0,6}|NX[^HMOANCb;]{0,3})$")
_AND_THE: Final = re.compile(r",? and (?=the [A-Z][\w' -]* (?:of|for|at|in) )")
_POWERS: Final = {
    "substitute_appointed_by": ({"deputy"}, {"appoints", "put"}),
    "removal_requested_by": ({"removal"}, {"asks"}),
}
"""The marks that a clause on each power has."""
_ABOUT: Final = re.compile(r"(?i)foundation|ex[ -]?off|substitute|trust governor")
_BY: Final = re.compile(r"(?:Pb|qb|E|[AqrdX]G?(?=:)):?F?(?P<by>[HMO])|(?P<agent>[HMO]),?(?:B[^Aq;]*)?[TF,]{0,2}[Aq]")
_CASES: Final = re.compile(r"(?i)(?:appointed|requested)\s*:$")
_CASE: Final = re.compile(r"in the case of [^,;]+")
_HEAD_ENDS: Final = re.compile(r" (?:of|for|with|to|at|in) |[,(]")
"""What ends the first words of an office: "the Team Rector of Lea"."""
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
    going = False
    for passage in read:
        row = row_of(passage.text)
        first = passage.sentences[0] if passage.sentences else None
        if going and first and _LISTED.fullmatch(row_of(first.text).letters):
            part = next(parts_of(passage, "(?s).+"))
            offices += [attrs.evolve(one, passage=passage, clear=first.text == passage.text) for one in _called(part)]
            taken.add(passage.number)
            continue
        clause = _CLAUSE.match(row.letters) if not {"deputy", "asks", "removal"} & row.fields else None
        headed = passage.opens and bool({"ex", "lead"} & row.fields) and not {"H", "M", "O", "C", "d"} & {*row.letters}
        if headed or (clause and not re.search("[bAP]", row.letters[clause.end() :])):
            taken.add(passage.number)
        going = headed or bool(_HEADING.fullmatch(row.letters)) 
        for part in parts_of(passage, "(?s).+"):
            clear = clause is not None and len(part.text) == len(passage.text)
            own = list(_of_sentence(part))
            going = going or (row.letters.endswith((";", ";&")) and any(one.told for one in own))
            offices += [attrs.evolve(one, passage=passage, clear=clear) for one in own]
    # An office told again, in full or not, is one, and what carries no seat by its own words stands last.
    told = {one.office.lower().removeprefix("the "): one for one in sorted(offices, key=lambda one: one.told)}
    told = {
        key: one for key, one in told.items() if not any(other.startswith((f"{key} of ", f"{key} for ")) for other in told)
    }
    return sorted(told.values(), key=lambda one: (not one.told, one.passage.number)), taken


def _called(part: Passage) -> Iterator[Office]:
    row = row_of(part.text)
    for place, letter in enumerate(row.letters):
        if letter in "HMO":
            yield from _office(part, row, place)


def _of_sentence(part: Passage) -> Iterator[Office]:
    """Give the offices of a sentence: beside "ex officio", as one of a number, or only named beside who appoints."""
    row = row_of(part.text)
    letters = row.letters
    listed = False
    for piece in _PIECES.finditer(letters):
        # What is told of a substitute or a removal, or denied, tells of no office.
        other = _OTHERS.search(piece[0])
        ends = piece.start() + max(map(piece[0][: other.start()].rfind, ",;:(&|B")) if other else piece.end()
        for place in range(piece.start(), ends):
            if letters[place] not in "HMO" or _AGENT.match(letters, place + 1) or _MAY.match(part.text, row.places[place][1]):
                continue
            before, after = letters[piece.start() : place], letters[place + 1 : ends]
            held = _HELD_BY.search(before)
            number = re.compile("[(:,-]?N").match(letters, place + 1)
            if number and row.places[number.end() - 1][2] != 1:
                continue
            text = part.text[: row.places[place][0]]
            if "B" in re.split("[,:]", before)[-1] and not text.endswith("being ") or (not held and _NO_OFFICE.search(text)):
                continue
            where = row.places[piece.start() + before.rfind("X")][1] if "X" in before else 0
            if where and _CONDITION.search(text[where:]):
                continue
            beside = ("X" in before and "C" not in re.split("[;:,]", before)[-1]) or "X" in after.partition("C")[0]
            listed = listed and bool(_ITEM.fullmatch(piece[0]))
            one = listed or _one(row, part.text, place, piece.end())
            name = part.text[slice(*row.places[place][:2])]
            if letters[place] == "O" or ((beside or listed) and letters[place] == "M" and _AN_OFFICE.search(name)):
                listed = listed or "X" in before
                yield from (attrs.evolve(own, told=bool(beside or held or one or "L" in before)) for own in _office(part, row, place))


def _one(row: Row, text: str, place: int, end: int) -> bool:
    """Whether an office is one of a number: "one is the Vicar", "the Vicar x 1", "the Vicar is one"."""
    before = _IS_ONE.search(row.letters, 0, place)
    behind = re.compile(r"k(?=N)(N)|[(:,-]?F?(N)(?![GC])|F{1,3}DR(?![NG])").match(row.letters, place + 1, end)
    if before and (row.letters[before.start()] == "R" or row.places[before.start()][2] == 1):
        return True
    return behind is not None and row.places[behind.end() - 1][2] in (1, "rest")


def _office(part: Passage, row: Row, place: int) -> Iterator[Office]:
    start, end, _ = row.places[place]
    school = value(part, row.places[place + 1][1]) if row.letters[place + 1 : place + 2] == "S" else None
    words = value(part, start, end)
    for name in _AND_THE.split(words) if words else ():
        yield Office(name, part, school)


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
    for _ in (1,) if about else ():
        for clause in parts_of(passage, "[^;]+"):
            row = row_of(clause.text)
            keys = [key for key, told in _POWERS.items() if all(row.fields & needed for needed in told)]
            by, case = "", _CASE.search(clause.text)
            if keys and not _CASES.search(clause.text):
                mark = min(row.letters.find(one) for one in "dr" if one in row.letters) if {*"dr"} & {*row.letters} else 0
                whose = min(_BY.finditer(row.letters), key=lambda one: abs(one.start() - mark), default=None)
                by = value(clause, *row.span(whose, whose.lastgroup)) if whose and whose.lastgroup else None
            if keys and by is not None:
                yield from ((key, by, (case[0] if case else clause.text).lower()) for key in keys)
