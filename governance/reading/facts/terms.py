"""Terms of office, by category or for all."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import SEATS
from governance.model.term import Term
from governance.reading.board.items import NOBODY
from governance.reading.evidence import Evidence, Sure
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.phrases.words import EX_OFFICIO, counts, named
from governance.reading.text.passages import Passage

_NUMBER: Final = "|".join(
    [r"\d{1,2}", *sorted((word for word in NUMBERS if " " not in word), key=len, reverse=True)]
)
_TERM: Final = re.compile(
    rf"(?<![a-z\d])(?P<n>{_NUMBER})(?:\s*\((?:{_NUMBER})\))?[\s-]*(?P<unit>years?|months?|yrs?)(?![a-z])'?(?:\s+and\s+(?P<m>{_NUMBER})\s+months?)?",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"terms? of office|hold(?:s|ing)? office|terms?\b|serve[sd]?\b|office (?:is|for)|appointed for|elected for|period of",
    re.IGNORECASE,
)
_NOT_A_TERM: Final = re.compile(
    r"serve out|already in office|chair|vice|clerk|associate|suspen|disqualif|\bon (?:the )?committees?\b|(?<!management )committee members?|\b(?:within|ago|old|prior|preceding|notice|every (?:\d|two|three|four)|after|last|previous|experience)\b|review|quorum|meeting",
    re.IGNORECASE,
)
_BUT_HEAD: Final = re.compile(
    r"[(,]?\s?(?:other than|except(?:ing)?(?: for)?|excluding|save(?: for)?|apart from|but(?: not)?|all but)\s+(?:for\s+)?(?:the\s+)?(?:ex[ -]?officio\s+(?:foundation\s+)?governors?\s+(?:and|or)\s+(?:the\s+)?)?(?:(?:executive )?head ?-?teachers?|teachers? in charge|ex[ -]?officio(?: foundation)? governors?)(?: governor)?(?:\s+(?:and|or)\s+(?:the\s+)?(?:any\s+)?ex[ -]?officio(?: foundation)? governors?)?\s?[),]?",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"[;()]|\.(?=\s|$)|,|(?<![a-z])(?:and|but|except(?: for| that)?|save(?: that)?|whereas|while|there (?:is|are))(?![a-z])",
    re.IGNORECASE,
)
_EVERYBODY: Final = re.compile(
    r"(?<![a-z])(?:all|each|every|other|any|our|remaining)(?: other| remaining)?(?: categories of)?(?: the)? (?:governors?|members?|categories)|governors (?:serve|hold)|(?:^|[^a-z])all(?! but)(?: categories)?\s*[:\-]|others|(?:every(?:body|one)|all) else|the (?:rest|remainder|remaining)|(?:all|each) of (?:them|whom|us)",
    re.IGNORECASE,
)
_BUT_SOME: Final = re.compile(
    r"others?(?![a-z])|else(?![a-z])|the rest|remain|except|excluding|other than|save|apart from|all but",
    re.IGNORECASE,
)
_OF_THE_LIST: Final = re.compile(
    r"\s?(?:and )?(?:who|they|(?:all|each) of whom|(?:each|all) (?:serving|with))(?![a-z])", re.IGNORECASE
)
_SAME_UNIT: Final = re.compile(
    rf"(?:serves?|holds? office|(?:governor's|governors'|term)[^,;.]{{0,20}} (?:is|are|shall be))(?: only)?(?: for)? (?P<n>{_NUMBER})\W*$",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"how long\b.{0,40}\b(?:governors?|members?|they)\b.{0,30}(?:serve|last|office|appointed|for)|what is (?:the|a governor's) term of office",
    re.IGNORECASE,
)
_OF_THOSE: Final = re.compile(r"(?<![a-z])(?:they|these|those|who|them|their|such)(?![a-z])", re.IGNORECASE)
_WHOLE_BOARD: Final = 3
_USUAL: Final = re.compile(r"usual|normal|general", re.IGNORECASE)
_CHANGED: Final = re.compile(
    rf"from\s+(?:{_NUMBER})\s+years?\s+to\s+(?P<new>{_NUMBER})(?:\s+years?)?(?![a-z])", re.IGNORECASE
)
_BY_APPOINTER: Final = re.compile(
    r"the term of office of each of the (?P<whose>.{3,200}?) may be fixed by those appointing", re.IGNORECASE
)
_HEADING: Final = re.compile(r"(?:the )?terms? of office", re.IGNORECASE)
_FIELDS: Final = frozenset(SEATS)


@attrs.frozen
class _Said:
    whose: frozenset[str]
    term: Term
    because: str = ""


def terms(read: Sequence[Passage]) -> list[Evidence]:
    """Find the terms of office, and whose term their appointers may fix."""
    evidence: list[Evidence] = []
    asked = False
    for passage in read:
        if fixed := _BY_APPOINTER.search(passage.text):
            whose = list(
                dict.fromkeys(label.category for label in named(fixed["whose"]) if label.category in _FIELDS)
            )
            if whose:
                evidence.append(
                    Evidence("terms.fixed_by_appointer", whose, passage.words, passage.where, "stated")
                )
            continue
        if _TERM.search(passage.text):
            evidence += _answer(passage) if asked else _of_passage(passage)
        asked = bool(_ASKED.search(passage.text))
    return evidence


def _answer(passage: Passage) -> Iterator[Evidence]:
    """Read the passage that answers how long governors serve, by its first sentence."""
    first = next(
        sentence.text
        for sentence in passage.sentences()
        if _TERM.search(sentence.text) or len(sentence.text) > _MARK
    )
    yield from _evidence(passage, f"Term of office: {first}", because="it answers how long governors serve")


_MARK: Final = 4


def _of_passage(passage: Passage) -> Iterator[Evidence]:
    headed = passage.under is not None and bool(_HEADING.search(passage.context))
    of_others = False
    for sentence in passage.sentences():
        whose = {label.category for label in named(sentence.text)}
        # "There may be associate members. They serve for one year" is no governor's term.
        of_others = NOBODY in whose or (of_others and not whose and bool(_OF_THOSE.search(sentence.text)))
        if of_others and whose <= {NOBODY} and not _EVERYBODY.search(sentence.text):
            continue
        if headed or _ABOUT.search(sentence.text):
            text, changed = _CHANGED.subn(r"of \g<new> years", sentence.text)
            beneath = headed and not whose
            yield from _evidence(
                passage,
                f"{passage.context} {text}" if beneath else text,
                because="the new term of a change that is told" if changed else "",
            )


def _evidence(passage: Passage, text: str, *, because: str = "") -> Iterator[Evidence]:
    for said in _of_sentence(text):
        why = said.because or because
        sure: Sure = "inferred" if why else "stated"
        for category in sorted(said.whose):
            yield Evidence(f"terms.{category}", str(said.term), passage.words, passage.where, sure, why)


def _of_sentence(text: str) -> list[_Said]:
    """Read whose term each length of time is, by the piece of the sentence it stands in."""
    usual = "it is said to be the usual term" if _USUAL.search(text) else ""
    but_some = usual or ("it is said of all but some" if _BUT_SOME.search(text) else "")
    text = _BUT_HEAD.sub(" ", text)
    found: list[_Said] = []
    waiting: set[str] = set()
    together: set[str] = set()
    for piece in _pieces(text):
        lengths = [term for match in _TERM.finditer(piece) if (term := _term(match))]
        if lengths and _NOT_A_TERM.search(piece):
            waiting = set()
            continue
        whose = {label.category for label in named(piece) if label.category != EX_OFFICIO}
        if NOBODY in whose:
            waiting = set()
            continue
        if _EVERYBODY.search(piece) and not whose:
            whose = {"all"}
        if found and not lengths and whose - {"head_teacher"} and (shorter := _in_the_same_unit(piece, text)):
            found.append(_Said(frozenset(whose - {"head_teacher"}), shorter, "its unit is the one before"))
            waiting = set()
        elif len(lengths) == 1 and _OF_THE_LIST.match(piece) and len(waiting - {"all"}) >= _WHOLE_BOARD:
            found.append(_Said(frozenset({"all"}), lengths[0], "it is said of all that are listed"))
            waiting = set()
        elif len(lengths) == 1:
            own = (whose | together or waiting or {"all"}) - {"head_teacher"}
            if own == {"all"} and found and not whose and not waiting:
                continue
            if own:
                found.append(_Said(frozenset(own), lengths[0], but_some if own == {"all"} else usual))
            waiting = set()
        elif not lengths:
            waiting |= whose
            together = together | whose if whose and not counts(piece) and whose != {"all"} else set()
            continue
        else:
            waiting = set()
        together = set()
    if len(found) == 1 and waiting - {"head_teacher", "all"} and found[0].whose == {"all"}:
        others = frozenset(waiting - {"head_teacher"})
        return [attrs.evolve(found[0], whose=others)] if not _EVERYBODY.search(text) else found
    return found


def _in_the_same_unit(piece: str, text: str) -> Term | None:
    """Read "parent governors serve for three" after a term in years."""
    match, before = _SAME_UNIT.search(piece), _TERM.search(text)
    if match is None or before is None:
        return None
    months = _number(match["n"]) * (12 if before["unit"].lower().startswith("y") else 1)
    return Term(months) if 0 < months <= _MOST else None


def _pieces(text: str) -> Iterator[str]:
    start = 0
    within = [match.span() for match in _TERM.finditer(text)]
    for match in _CUT.finditer(text):
        if any(a <= match.start() < b for a, b in within):
            continue
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _term(match: "re.Match[str]") -> Term | None:
    number, months = _number(match["n"]), _number(match["m"]) if match["m"] else 0
    try:
        return (
            Term(number * (12 if match["unit"].lower().startswith("y") else 1) + months)
            if 0 < number <= _MOST
            else None
        )
    except ValueError:
        return None


_MOST: Final = 60


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else NUMBERS.get(words.lower(), 0)
