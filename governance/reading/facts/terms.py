"""Terms of office, by category or for all."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from governance.model.names import SEATS
from governance.model.term import MONTHS_A_YEAR, Term
from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Sure
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import fields, find
from governance.reading.phrases.words import EX_OFFICIO, counts, named
from governance.reading.text.passages import Passage

_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
_TERM: Final = re.compile(
    rf"(?i)(?<![a-z\d])(?P<n>{_NUMBER})(?:\s*\((?:{_NUMBER})\))?[\s-]*(?P<unit>years?|months?|yrs?)(?![a-z])'?"
    rf"(?:\s+and\s+(?P<m>{_NUMBER})\s+months?)?"
)
_CUT: Final = re.compile(
    r"(?i)[;(),]|\.(?=\s|$)|\b(?:and|but|(?:except|save)(?: for| that)?|whereas|while|there (?:is|are))\b"
)
_WHO: Final = re.compile(r"(?i) ?(?:and )?(?:who|they|(?:all|each) of whom|(?:each|all) (?:serving|with))\b")
_THOSE: Final = re.compile(r"(?i)\b(?:they|these|those|who|them|their|such)\b")
_ASKED: Final = re.compile(
    r"(?i)how long\b.{0,40}\b(?:governors?|members?|they)\b.{0,30}(?:serve|last|office|appointed|for)"
    r"|what is (?:the|a governor's) term of office"
)
_SAME_UNIT: Final = re.compile(
    r"(?i)(?:(?:serves?|holds? office|stay|remain)(?: only)?(?: for| at)?|(?:governors?|members?) (?:for|at)) "
    rf"(?P<n>{_NUMBER})\W*$"
)
_CHANGED: Final = re.compile(rf"(?i)from\s+(?:{_NUMBER})\s+years?\s+to\s+({_NUMBER})(?:\s+years?)?(?![a-z])")
_BY_APPOINTER: Final = re.compile(r"(?i)the term of office of each of the (.{3,200}?) may be fixed by those")
_COLUMN: Final = re.compile(r"(?i) ?(?:length of )?terms?(?: of office)?(?: ?\(?(years|yrs|months)\)?)? ?")
_EXCEPTED: Final = re.compile(r"(?i),? ?(?:is |are )?(?:excepted|apart|excluded)(?![a-z])")
_MOST, _SHORTEST, _WHOLE_BOARD = 60, 4, 3
_NO_TERM: Final = {"head_teacher", EX_OFFICIO}
_ALL: Final = "all"


class _Said(NamedTuple):
    """Whose term it is, and why it is no more than inferred."""

    whose: set[str]
    term: Term
    because: str = ""


def terms(read: Sequence[Passage]) -> list[Evidence]:
    """Find the terms of office, and whose term their appointers may fix."""
    evidence: list[Evidence] = []
    asked, heads = False, tuple[str, ...]()
    for passage in read:
        cells, told = cells_of(passage), list[_Said]()
        where = passage.words, passage.where
        if fixed := _BY_APPOINTER.search(passage.text):
            whose = list(dict.fromkeys(one.category for one in named(fixed[1]) if one.category in SEATS))
            evidence += [Evidence("terms.fixed_by_appointer", whose, *where, "stated")] if whose else []
        elif heads and len(cells) == len(heads) and (row := _of_row(cells, heads)):
            told = row
        elif _TERM.search(passage.text):
            told = _answer(passage) if asked else [*_of_passage(passage)]
        elif any(map(_COLUMN.fullmatch, cells)):
            heads = cells
        asked = bool(_ASKED.search(passage.text))
        for own, term, why in told:
            sure: Sure = "inferred" if why else "stated"
            evidence += [Evidence(f"terms.{one}", str(term), *where, sure, why) for one in sorted(own)]
    return evidence


def _of_row(cells: Sequence[str], heads: Sequence[str]) -> list[_Said]:
    """Read the row of a table that has a column of terms."""
    whose = {one.category for one in named(cells[0])} - _NO_TERM
    for head, cell in zip(heads, cells, strict=True):
        if (column := _COLUMN.fullmatch(head)) and len(whose) == 1 and NOBODY not in whose:
            text = f"{cell.strip()} {column[1]}" if cell.strip().isdecimal() else cell
            return [_Said(whose, one) for one in _lengths(text)[:1]]
    return []


def _answer(passage: Passage) -> list[_Said]:
    """Read the passage that answers how long governors serve, by its first sentence."""
    sentences = (one.text for one in passage.sentences())
    first = next(one for one in sentences if _TERM.search(one) or len(one) > _SHORTEST)
    return _why(_of_sentence(f"Term of office: {first}"), "it answers how long governors serve")


def _why(found: Sequence[_Said], because: str) -> list[_Said]:
    return [one._replace(because=one.because or because) for one in found]


def _of_passage(passage: Passage) -> Iterator[_Said]:
    headed = passage.under is not None and bool(re.search("(?i)(?:the )?terms? of office", passage.context))
    of_others = False
    for sentence in passage.sentences():
        whose = {one.category for one in named(sentence.text)}
        # "There may be associate members. They serve for one year" is no governor's term.
        of_others = NOBODY in whose or (of_others and not whose and bool(_THOSE.search(sentence.text)))
        nobody = of_others and whose <= {NOBODY} and "everybody" not in fields("terms", sentence.text)
        if not nobody and (headed or "about" in fields("terms", sentence.text)):
            text, changed = _CHANGED.subn(r"of \1 years", sentence.text)
            text = f"{passage.context} {text}" if headed and not whose else text
            yield from _why(_of_sentence(text), "the new term of a change that is told" if changed else "")


def _without_heads(text: str) -> str:
    """Take away that the head teacher, or who holds an office, is excepted: their term is no governor's."""
    for one in [one for one in find("terms", text) if one.field == "except"][::-1]:
        last = one.end
        for label in (label for label in named(text) if label.start >= one.end):
            joined = re.compile(r"[^;:.\d]{0,45}").fullmatch(text, last, label.start)
            if label.category not in {*_NO_TERM, "foundation"} or not joined:
                break
            last = label.end
        text = text if last == one.end else f"{text[: one.start]} {text[last:]}"
    for label in [one for one in named(text) if one.category == "head_teacher"][::-1]:
        if match := _EXCEPTED.match(text, label.end):
            text = f"{text[: label.start]} {text[match.end() :]}"
    return text


def _of_sentence(whole: str) -> list[_Said]:
    """Read whose term each length of time is, by the piece of the sentence it stands in."""
    text = _without_heads(whole)
    usual = "it is said to be the usual term" if re.search("(?i)usual|normal|general", whole) else ""
    some = text != whole or {"except", "others"} & {one.value for one in find("terms", whole)}
    but_some = usual or ("it is said of all but some" if some else "")
    units = [match["unit"] for match in _TERM.finditer(text)]
    found: list[_Said] = []
    waiting, together = set[str](), set[str]()
    for piece in _pieces(text):
        lengths, everybody = _lengths(piece), {_ALL} if "everybody" in fields("terms", piece) else set[str]()
        whose = {one.category for one in named(piece)} - {EX_OFFICIO}
        # "Parent governors serve for three", after a term in years.
        match = _SAME_UNIT.search(piece) if found and units and not lengths else None
        shorter = _lengths(f"{match['n']} {units[0]}") if match else []
        own = whose | together
        if NOBODY in whose or (lengths and "other" in fields("terms", piece)) or len(lengths) > 1:
            own = set()
        elif shorter:
            own = (own or waiting or everybody) - _NO_TERM
            found += [_Said(own, shorter[0], "its unit is the one before")] if own else []
        elif not lengths:
            whose = whose or everybody
            waiting |= whose
            together = own if whose - {_ALL} and not counts(piece) else set()
            continue
        elif _WHO.match(piece) and len(waiting - {_ALL}) >= _WHOLE_BOARD:
            found.append(_Said({_ALL}, lengths[0], "it is said of all that are listed"))
        else:
            own = (own or everybody or waiting or {_ALL}) - _NO_TERM
            person = own == {_ALL} and not everybody and "person" in fields("terms", text)
            if own and not person and (own != {_ALL} or not found or everybody or waiting):
                found.append(_Said(own, lengths[0], but_some if own == {_ALL} else usual))
        waiting, together = set(), set()
    others = waiting - {"head_teacher", _ALL}
    if len(found) == 1 and others and found[0].whose == {_ALL} and "everybody" not in fields("terms", text):
        return [found[0]._replace(whose=others)]
    return found


def _pieces(text: str) -> Iterator[str]:
    start, within = 0, [match.span() for match in _TERM.finditer(text)]
    for match in _CUT.finditer(text):
        if not any(a <= match.start() < b for a, b in within):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _lengths(text: str) -> list[Term]:
    """Give the lengths of time in a text, up to the longest that a term may be said to be."""
    found = []
    for match in _TERM.finditer(text):
        number, more = (NUMBERS.get(one.lower(), one) for one in (match["n"], match["m"] or "0"))
        a_unit = MONTHS_A_YEAR if match["unit"].lower().startswith("y") else 1
        found += [Term(int(number) * a_unit + int(more))] if 0 < int(number) <= _MOST else []
    return found
