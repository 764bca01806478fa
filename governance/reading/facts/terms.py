"""Terms of office: a length of time in a piece of a sentence, and whose it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from governance.model.names import SEATS
from governance.model.term import MONTHS_A_YEAR, Term
from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, in_doubt
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import fields, find
from governance.reading.phrases.words import EX_OFFICIO, counts, named, seats_in
from governance.reading.text.clause import stated
from governance.reading.text.passages import Passage

_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
_TERM: Final = re.compile(
    rf"(?i)(?<![a-z\d])(?P<n>{_NUMBER})(?:\s*\((?:{_NUMBER})\))?[\s-]*(?P<unit>years?|months?|yrs?)(?![a-z])'?"
    rf"(?:\s+and\s+(?P<m>{_NUMBER})\s+months?)?"
)
_CUT: Final = re.compile(
    r"(?i)[;(),]|\.(?=\s|$)|\b(?:and|but|whereas|while|there (?:is|are))\b"
    r"|(?-i:(?<=[a-z\d] )(?=(?:Each|Every|All) (?:[a-z]+ )?(?:[Gg]overnor|[Mm]ember)))"
)
_LISTED_ON: Final = re.compile(
    r"(?i)\W{0,9}(?:(?:the|an?|all|every|each|any|or|for|of|other|elected|appointed|governors?|members?|places?|seats?)\W{0,9}){0,30}"
)
"""What a list behind a length of time has besides the categories: "4 years for parents, staff and the co-opted governors"."""
_SO_DO: Final = re.compile(
    r"(?i)\W{0,4}(?:as|so) (?:do|does|are|is|will|shall)(?![a-z])|\W{0,4}(?:likewise|as well as|also)(?![a-z])"
)
_SAME_UNIT: Final = re.compile(
    r"(?i)(?:(?:serves?|holds? office|stay|remain)(?: only)?(?: for| at)? |(?:governors?|members?) (?:for|at) |^\W*(?:for )?)"
    rf"(?P<n>{_NUMBER})\W*$"
)
_CHANGED: Final = re.compile(rf"(?i)from\s+(?:{_NUMBER})\s+years?\s+to\s+({_NUMBER})(?:\s+years?)?(?![a-z])")
_VERBS: Final = re.compile(
    r"(?i)(?:(?<= is )|(?<= are )|(?<= of ))(?:(?:appointed|elected|co-?opted|nominated|chosen)(?:,| or| and){1,2} ){1,4}(?:appointed|elected|co-?opted|chosen)"
)
"""Of verbs in a row, as in "Governors are appointed, co-opted or elected", any one says no less."""
_BY_APPOINTER: Final = re.compile(r"(?i)the term of office of each of the (.{3,200}?) may be fixed by those")
_LEADING: Final = re.compile(r"(?i)(?<![a-z])(?:for|follows|years|terms?|office|is|are) ?:$")
_RANGE: Final = re.compile(
    rf"(?i)(?<![a-z\d])(?:(?:between (?:{_NUMBER})(?: years?)? and|(?:{_NUMBER})(?: years?)? ?(?:to|or(?: for)?|-)|up to|at most|at least|more than)"
    rf" ?(?:{_NUMBER}) years?|(?:{_NUMBER}) years? (?:to|or)(?: for)? (?:{_NUMBER}))(?![a-z])"
)
"""From one to four years, or up to four, which is no length."""
_EVERYBODY: Final = re.compile(r"(?i)(?<![a-z])(?:each|every|all)(?: the)? (?:governor|member)s?(?![a-z])")
_COLUMN: Final = re.compile(r"(?i) ?(?:length of )?terms?(?: of office)?(?: ?\(?(years|yrs|months)\)?)? ?")
_UNITS: Final = ("year", "month", "yr")
_MOST, _FEW = 60, 8
_NO_TERM: Final = {"head_teacher", EX_OFFICIO}
_ALL: Final = "all"
_CHANGE: Final = "the new term of a change that is told"
_UNIT: Final = "its unit is the one before"
_USUAL: Final = "it is said to be the usual term"
_LISTED: Final = "it is said of all that are listed"
_BEFORE: Final = "it is said of those who are told of before it"
_SOME: Final = "it is said of all but some"


class _Said(NamedTuple):
    """Whose term it is, and why it is no more than inferred."""

    whose: set[str]
    term: Term
    because: str = ""


def terms(read: Sequence[Passage]) -> list[Evidence]:
    """Find the terms of office, and whose term their appointers may fix."""
    evidence: list[Evidence] = []
    asked, heads = "", tuple[str, ...]()
    for passage in read:
        cells, told, lower = cells_of(passage), list[_Said](), passage.text.lower()
        if fixed := _BY_APPOINTER.search(passage.text) if "may be fixed" in lower else None:
            whose = list(dict.fromkeys(one.category for one in named(fixed[1]) if one.category in SEATS))
            evidence += [stated("terms.fixed_by_appointer", whose, passage)] if whose else []
        elif heads and len(cells) == len(heads) and (row := _of_row(cells, heads)):
            told = row
        elif any(unit in lower for unit in _UNITS) and _TERM.search(passage.text):
            told = [*_of_passage(passage, asked)]
        elif any(map(_COLUMN.fullmatch, cells)):
            heads = cells
        asked = passage.text if "asked" in fields("terms", passage.text) else ""
        place = passage.words, passage.where
        for own, term, why in told:
            given = (Evidence(f"terms.{one}", str(term), *place, "stated") for one in sorted(own))
            evidence += in_doubt(given, why)
    return evidence


def _of_row(cells: Sequence[str], heads: Sequence[str]) -> list[_Said]:
    """Read the row of a table that has a column of terms."""
    whose = {one.category for one in named(cells[0])} - _NO_TERM
    for head, cell in zip(heads, cells, strict=True):
        if (column := _COLUMN.fullmatch(head)) and len(whose) == 1 and NOBODY not in whose:
            text = f"{cell.strip()} {column[1]}" if cell.strip().isdecimal() else cell
            return [_Said(whose, one) for one in _lengths(text)[:1]]
    return []


def _of_passage(passage: Passage, asked: str) -> Iterator[_Said]:
    """Read the sentences on terms of office, or under a heading or a question on them."""
    above = fields("terms", passage.context)
    # "Each category of governor holds office for:" leads in what stands under it.
    leads = "about" in above and _LEADING.search(passage.context) and not _TERM.search(passage.context)
    lead = asked or (passage.context if {"heading", "asked"} & above or leads else "")
    of_others, before, told = False, "", False
    # "Parent governors are elected by the parents. They serve for four years."
    spoken, many = set[str](), False
    for sentence in passage.sentences:
        whose, about = {one.category for one in named(sentence.text)}, fields("terms", sentence.text)
        governors = re.search(r"(?i)\bgovernors?\b", sentence.text)
        # "There may be associate members. They serve for one year" is no governor's term.
        of_others = NOBODY in whose or (of_others and not whose and "those" in about)
        nobody = of_others and whose <= {NOBODY} and "everybody" not in about
        nobody = nobody and not _before_others(sentence.text)
        # A short sentence behind one on terms is on terms: "They serve for three years. Parents two years."
        goes_on = told and whose and len(sentence.text.split()) <= _FEW
        told = told or "about" in about
        if not nobody and (lead or goes_on or (whose and "bracketed" in about) or "about" in about):
            text, changed = _CHANGED.subn(r"of \1 years", _VERBS.sub("appointed", sentence.text))
            text = _RANGE.sub("", text)
            text = f"{lead} {text}" if lead and not whose else text
            bare = not whose | ({"everybody"} & about) and not many and not governors
            theirs = spoken if bare and len(spoken) == 1 else set[str]()
            because = _CHANGE if changed else _BEFORE if theirs else ""
            own = _of_sentence(text, before, theirs)
            yield from (one._replace(because=one.because or because) for one in own)
        before = sentence.text
        spoken |= whose | ({"everybody"} & about) if governors or named(passage.context) else set()
        many = many or any((one.count or 0) > 1 for one in seats_in(sentence.text))


def _before_others(text: str) -> bool:
    """Whether a length of time stands before a chair and the like: "Governors serve four years; the chair is elected yearly"."""
    term, others = _TERM.search(text), [one.start for one in named(text) if one.category == NOBODY]
    cut = _CUT.search(text, term.end()) if term else None
    return bool(cut and others and cut.start() < others[0])


def _of_sentence(text: str, before: str, theirs: Collection[str] = ()) -> list[_Said]:
    """Read whose term each length of time is, by the piece of the sentence it stands in, in the unit of the one before."""
    about = find("terms", text)
    units = [match["unit"] for match in _TERM.finditer(text)]
    units = units or [match["unit"] for match in _TERM.finditer(before)]
    kinds = {one.value for one in about}
    usual = _USUAL if "usual" in kinds else ""
    found: list[_Said] = []
    waiting, together, listed = set[str](theirs), set[str](), list[set[str]]()
    onward = False
    for piece, excepted in _pieces(text, [one.start for one in about if one.value == "except"]):
        lengths, told = _lengths(piece), fields("terms", piece)
        everybody = {_ALL} if "everybody" in told and not excepted else set[str]()
        labels = {one.category for one in named(piece)}
        labels -= {"foundation"} if EX_OFFICIO in labels else set()
        whose = labels - {EX_OFFICIO}
        # "Parent governors serve for three", after a term in years.
        again = units and not lengths and (found or not _TERM.search(text))
        match = _SAME_UNIT.search(piece) if again else None
        shorter = _lengths(f"{match['n']} {units[0]}") if match else []
        own = (whose | together) - _NO_TERM
        if NOBODY in whose or (lengths and "other" in told) or len(lengths) > 1:
            own = set()
        elif not lengths and not shorter:
            whose = (whose or everybody) - ({"head_teacher"} if excepted else set())
            if found and _SO_DO.match(piece):
                found = _with(found, [whose - _NO_TERM])
                continue
            if found and onward and _is_a_list(piece):
                listed.append(whose - _NO_TERM)
                continue
            waiting |= whose
            together = own if whose - {_ALL} and not counts(piece) else set()
            continue
        else:
            # "4 years for parents and staff; 3 years for others" goes on behind the length, "parents and staff 4 years" before it.
            first = min((one.start for one in named(piece)), default=-1)
            onward = any(match.start() < first for match in _TERM.finditer(piece))
            if listed and not onward:
                waiting |= set().union(*listed)
            else:
                found = _with(found, listed)
            listed = []
            # "Governors other than the head": it is excepted, and the rest are all.
            nobody = not labels or (excepted and labels <= _NO_TERM)
            own -= whose if excepted and not found else set()
            default = {_ALL} if nobody and not found and not shorter and "person" not in kinds else set[str]()
            own = everybody if _EVERYBODY.search(piece) and not labels and everybody else own or everybody
            own = own or waiting - _NO_TERM or default
            some = _LISTED if "those" in told or waiting - {_ALL} else ""
            some = (_SOME if {"except", "others"} & kinds else some) if own == {_ALL} else ""
            found += [_Said(own, (shorter or lengths)[0], _UNIT if shorter else usual or some)] if own else []
        waiting, together = set(), set()
    return _with(found, listed)


def _with(found: Sequence[_Said], listed: Sequence[set[str]]) -> list[_Said]:
    """Give what was found with those who are listed behind the last length of time."""
    more = [
        _Said(own, found[-1].term, _SOME if own == {_ALL} else found[-1].because) for own in listed if own
    ]
    return [*found, *more]


def _is_a_list(piece: str) -> bool:
    """Whether a piece is categories of governor and nothing besides."""
    rest, last = "", 0
    for one in named(piece):
        rest, last = f"{rest} {piece[last : one.start]}", one.end
    return bool(last) and _LISTED_ON.fullmatch(f"{rest} {piece[last:]}") is not None


def _pieces(text: str, excepted: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """Give the pieces of a sentence, and whether each is of those who are excepted."""
    within = [match.span() for match in _TERM.finditer(text)]
    cuts = [one.span() for one in _CUT.finditer(text) if not any(a <= one.start() < b for a, b in within)]
    start, except_ = 0, False
    cuts += [(end, end) for _, end in within if text[end : end + 2].strip().isupper()]
    for cut, after in sorted([*cuts, *((one, one) for one in excepted), (len(text), len(text))]):
        yield text[start:cut], except_
        # "Other than the head and the vicar" goes on.
        more = except_ and text[cut:after].lower() == "and" and not _TERM.search(text[start:cut])
        start, except_ = after, more or cut in excepted


def _lengths(text: str) -> list[Term]:
    """Give the lengths of time in a text, up to the longest that a term may be said to be."""
    found = []
    for match in _TERM.finditer(text):
        number, more = (NUMBERS.get(one.lower(), one) for one in (match["n"], match["m"] or "0"))
        a_unit = MONTHS_A_YEAR if match["unit"].lower().startswith("y") else 1
        found += [Term(int(number) * a_unit + int(more))] if 0 < int(number) <= _MOST else []
    return found
