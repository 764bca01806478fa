"""Terms of office, by category or for all."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import SEATS
from governance.model.term import Term
from governance.reading.board.items import NOBODY
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.said import find
from governance.reading.phrases.words import EX_OFFICIO, counts, named
from governance.reading.text.passages import Passage

_NUMBER: Final = "|".join(
    [r"\d{1,2}", *sorted((word for word in NUMBERS if " " not in word), key=len, reverse=True)]
)
_TERM: Final = re.compile(
    rf"(?<![a-z\d])(?P<n>{_NUMBER})(?:\s*\((?:{_NUMBER})\))?[\s-]*(?P<unit>years?|months?|yrs?)(?![a-z])'?(?:\s+and\s+(?P<m>{_NUMBER})\s+months?)?",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"[;()]|\.(?=\s|$)|,|(?<![a-z])(?:and|but|except(?: for| that)?|save(?: that)?|whereas|while|there (?:is|are))(?![a-z])",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r" ?(?:and )?(?:who|they|(?:all|each) of whom|(?:each|all) (?:serving|with))(?![a-z])", re.IGNORECASE
)
_THOSE: Final = re.compile(r"(?<![a-z])(?:they|these|those|who|them|their|such)(?![a-z])", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"how long\b.{0,40}\b(?:governors?|members?|they)\b.{0,30}(?:serve|last|office|appointed|for)|what is (?:the|a governor's) term of office",
    re.IGNORECASE,
)
_SAME_UNIT: Final = re.compile(
    rf"(?:(?:serves?|holds? office|stay|remain)(?: only)?(?: for| at)?|(?:governors?|members?) (?:for|at)) (?P<n>{_NUMBER})\W*$",
    re.IGNORECASE,
)
_USUAL: Final = re.compile(r"usual|normal|general", re.IGNORECASE)
_CHANGED: Final = re.compile(
    rf"from\s+(?:{_NUMBER})\s+years?\s+to\s+(?P<new>{_NUMBER})(?:\s+years?)?(?![a-z])", re.IGNORECASE
)
_BY_APPOINTER: Final = re.compile(
    r"the term of office of each of the (?P<whose>.{3,200}?) may be fixed by those appointing", re.IGNORECASE
)
_HEADING: Final = re.compile(r"(?:the )?terms? of office", re.IGNORECASE)
_COLUMN: Final = re.compile(
    r" ?(?:length of )?terms?(?: of office)?(?: ?\(?(?P<unit>years|yrs|months)\)?)? ?", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"[^;:.\d]{0,45}")
_EXCEPTED: Final = re.compile(r",? ?(?:is |are )?(?:excepted|apart|excluded)(?![a-z])", re.IGNORECASE)
_SUCH: Final = "it is said to be the usual term"
_BUT_SOME: Final = "it is said of all but some"
_MOST, _YEAR, _MARK, _WHOLE_BOARD = 60, 12, 4, 3
_NO_TERM: Final = {"head_teacher", EX_OFFICIO}


@attrs.frozen
class _Said:
    whose: frozenset[str]
    term: Term
    because: str = ""


def terms(read: Sequence[Passage]) -> list[Evidence]:
    """Find the terms of office, and whose term their appointers may fix."""
    evidence: list[Evidence] = []
    asked, heads = False, tuple[str, ...]()
    for passage in read:
        cells = cells_of(passage)
        if fixed := _BY_APPOINTER.search(passage.text):
            whose = list(
                dict.fromkeys(one.category for one in named(fixed["whose"]) if one.category in SEATS)
            )
            if whose:
                evidence.append(
                    Evidence("terms.fixed_by_appointer", whose, passage.words, passage.where, "stated")
                )
        elif heads and len(cells) == len(heads) and (told := _of_row(passage, cells, heads)):
            evidence += told
        elif _TERM.search(passage.text):
            evidence += _answer(passage) if asked else _of_passage(passage)
        elif any(map(_COLUMN.fullmatch, cells)):
            heads = cells
        asked = bool(_ASKED.search(passage.text))
    return evidence


def _of_row(passage: Passage, cells: Sequence[str], heads: Sequence[str]) -> list[Evidence]:
    """Read the row of a table that has a column of terms."""
    whose = {one.category for one in named(cells[0])} - _NO_TERM
    for head, cell in zip(heads, cells, strict=True):
        if (column := _COLUMN.fullmatch(head)) and len(whose) == 1 and NOBODY not in whose:
            lengths = list(_lengths(f"{cell.strip()} {column['unit']}" if cell.strip().isdecimal() else cell))
            return list(_evidence(passage, [_Said(frozenset(whose), one) for one in lengths[:1]]))
    return []


def _answer(passage: Passage) -> Iterator[Evidence]:
    """Read the passage that answers how long governors serve, by its first sentence."""
    first = next(one.text for one in passage.sentences() if _TERM.search(one.text) or len(one.text) > _MARK)
    yield from _evidence(
        passage, _of_sentence(f"Term of office: {first}"), "it answers how long governors serve"
    )


def _of_passage(passage: Passage) -> Iterator[Evidence]:
    headed = passage.under is not None and bool(_HEADING.search(passage.context))
    of_others = False
    for sentence in passage.sentences():
        whose = {one.category for one in named(sentence.text)}
        # "There may be associate members. They serve for one year" is no governor's term.
        of_others = NOBODY in whose or (of_others and not whose and bool(_THOSE.search(sentence.text)))
        if of_others and whose <= {NOBODY} and not _has("everybody", sentence.text):
            continue
        if headed or _has("about", sentence.text):
            text, changed = _CHANGED.subn(r"of \g<new> years", sentence.text)
            text = f"{passage.context} {text}" if headed and not whose else text
            yield from _evidence(
                passage, _of_sentence(text), "the new term of a change that is told" if changed else ""
            )


def _evidence(passage: Passage, found: Sequence[_Said], because: str = "") -> Iterator[Evidence]:
    for said in found:
        why = said.because or because
        for category in sorted(said.whose):
            field, sure = f"terms.{category}", "inferred" if why else "stated"
            yield Evidence(field, str(said.term), passage.words, passage.where, sure, why)  # type: ignore[arg-type]


@functools.lru_cache(maxsize=2**10)
def _marks(text: str) -> tuple[tuple[str, str, int, int], ...]:
    return tuple((one.field, str(one.value), one.start, one.end) for one in find("terms", text))


def _has(field: str, text: str) -> bool:
    return any(one[0] == field for one in _marks(text))


def _without_heads(text: str) -> str:
    """Take away that the head teacher, or who holds an office, is excepted: their term is no governor's."""
    for _, _, start, end in [one for one in _marks(text) if one[0] == "except"][::-1]:
        last = end
        for label in (one for one in named(text) if one.start >= end):
            if label.category not in {*_NO_TERM, "foundation"} or not _BETWEEN.fullmatch(
                text, last, label.start
            ):
                break
            last = label.end
        if last > end:
            text = f"{text[:start]} {text[last:]}"
    for label in [one for one in named(text) if one.category == "head_teacher"][::-1]:
        if match := _EXCEPTED.match(text, label.end):
            text = f"{text[: label.start]} {text[match.end() :]}"
    return text


def _of_sentence(text: str) -> list[_Said]:
    """Read whose term each length of time is, by the piece of the sentence it stands in."""
    usual = _SUCH if _USUAL.search(text) else ""
    some = any(field == "except" or value == "others" for field, value, _, _ in _marks(text))
    whole, text = text, _without_heads(text)
    but_some = usual or (_BUT_SOME if some or text != whole else "")
    found: list[_Said] = []
    waiting: set[str] = set()
    together: set[str] = set()
    for piece in _pieces(text):
        lengths = list(_lengths(piece))
        whose = {one.category for one in named(piece)} - {EX_OFFICIO}
        if NOBODY in whose or (lengths and _has("other", piece)) or len(lengths) > 1:
            waiting = set()
        elif found and not lengths and (shorter := _in_the_same_unit(piece, text)):
            own = (whose | together or waiting or ({"all"} if _has("everybody", piece) else set())) - _NO_TERM
            found += [_Said(frozenset(own), shorter, "its unit is the one before")] if own else []
            waiting = set()
        elif not lengths:
            whose = whose or ({"all"} if _has("everybody", piece) else set())
            waiting |= whose
            together = together | whose if whose and whose != {"all"} and not counts(piece) else set()
            continue
        elif _WHO.match(piece) and len(waiting - {"all"}) >= _WHOLE_BOARD:
            found.append(_Said(frozenset({"all"}), lengths[0], "it is said of all that are listed"))
            waiting = set()
        else:
            everybody = _has("everybody", piece)
            own = (whose | together or ({"all"} if everybody else waiting) or {"all"}) - _NO_TERM
            person = own == {"all"} and not everybody and _has("person", text)
            if own and not person and (own != {"all"} or not found or everybody or waiting):
                found.append(_Said(frozenset(own), lengths[0], but_some if own == {"all"} else usual))
            waiting = set()
        together = set()
    others = frozenset(waiting - {"head_teacher", "all"})
    if len(found) == 1 and others and found[0].whose == {"all"} and not _has("everybody", text):
        return [attrs.evolve(found[0], whose=others)]
    return found


def _in_the_same_unit(piece: str, text: str) -> Term | None:
    """Read "parent governors serve for three" after a term in years."""
    match, before = _SAME_UNIT.search(piece), _TERM.search(text)
    return _length(match["n"], before["unit"]) if match and before else None


def _pieces(text: str) -> Iterator[str]:
    start = 0
    within = [match.span() for match in _TERM.finditer(text)]
    for match in _CUT.finditer(text):
        if not any(a <= match.start() < b for a, b in within):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _lengths(text: str) -> Iterator[Term]:
    for match in _TERM.finditer(text):
        if term := _length(match["n"], match["unit"], match["m"]):
            yield term


def _length(number: str, unit: str, months: str | None = None) -> Term | None:
    whole, more = (
        int(one) if one.isdecimal() else NUMBERS.get(one.lower(), 0) for one in (number, months or "0")
    )
    try:
        return (
            Term(whole * (_YEAR if unit.lower().startswith("y") else 1) + more)
            if 0 < whole <= _MOST
            else None
        )
    except ValueError:
        return None
