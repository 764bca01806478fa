"""Terms of office, by category or for all."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, labels
from governance.documents.reader.numbers import WORDS
from governance.documents.reader.passages import Passage
from governance.documents.reader.understood import Evidence, Sure
from governance.model.names import SEATS
from governance.model.term import Term

_NUMBER: Final = "|".join(
    [r"\d{1,2}", *sorted((word for word in WORDS if " " not in word), key=len, reverse=True)]
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
    r"chair|vice|clerk|associate|suspen|disqualif|\b(?:within|ago|old|prior|preceding|notice|every (?:\d|two|three|four)|after|last|previous|experience)\b|review|quorum|meeting",
    re.IGNORECASE,
)
_BUT_HEAD: Final = re.compile(
    r"[(,]?\s*(?:other than|except(?:ing)?(?: for)?|excluding|save(?: for)?|apart from|but(?: not)?|all but)\s+(?:for\s+)?(?:the\s+)?(?:ex[ -]?officio\s+(?:foundation\s+)?governors?\s+(?:and|or)\s+(?:the\s+)?)?(?:(?:executive )?head ?-?teachers?|teachers? in charge|ex[ -]?officio(?: foundation)? governors?)(?: governor)?(?:\s+(?:and|or)\s+(?:the\s+)?(?:any\s+)?ex[ -]?officio(?: foundation)? governors?)?\s*[),]?",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"[;()]|\.(?=\s|$)|,|(?<![a-z])(?:and|but|except(?: for| that)?|save(?: that)?|whereas|while)(?![a-z])",
    re.IGNORECASE,
)
_EVERYBODY: Final = re.compile(
    r"(?<![a-z])(?:all|each|every|other|any|our)(?: other)?(?: categories of)?(?: the)? (?:governors?|members?|categories)|governors (?:serve|hold)|(?:^|[^a-z])all(?! but)(?: categories)?\s*[:\-]|others",
    re.IGNORECASE,
)
_USUAL: Final = re.compile(r"usual|normal|general", re.IGNORECASE)
_BY_APPOINTER: Final = re.compile(
    r"the term of office of each of the (?P<whose>.{3,200}?) may be fixed by those appointing", re.IGNORECASE
)
_HEADING: Final = re.compile(r"(?:the )?terms? of office", re.IGNORECASE)
_FIELDS: Final = frozenset(SEATS)


@attrs.frozen
class _Said:
    whose: frozenset[str]
    term: Term
    usual: bool


def terms(read: Sequence[Passage]) -> list[Evidence]:
    """Find the terms of office, and whose term their appointers may fix."""
    evidence: list[Evidence] = []
    for passage in read:
        if fixed := _BY_APPOINTER.search(passage.text):
            whose = list(
                dict.fromkeys(label.category for label in labels(fixed["whose"]) if label.category in _FIELDS)
            )
            if whose:
                evidence.append(
                    Evidence("terms.fixed_by_appointer", whose, passage.words, passage.where, "stated")
                )
            continue
        headed = passage.under is not None and bool(_HEADING.search(passage.context))
        if not _TERM.search(passage.text):
            continue
        for sentence in passage.sentences():
            if not headed and not _ABOUT.search(sentence.text):
                continue
            text = (
                f"{passage.context} {sentence.text}"
                if headed and not labels(sentence.text)
                else sentence.text
            )
            evidence += _evidence(passage, text)
    return evidence


def _evidence(passage: Passage, text: str) -> Iterator[Evidence]:
    for said in _of_sentence(text):
        for category in sorted(said.whose):
            sure: Sure = "inferred" if said.usual else "stated"
            because = "it is said to be the usual term" if said.usual else ""
            yield Evidence(f"terms.{category}", str(said.term), passage.words, passage.where, sure, because)


def _of_sentence(text: str) -> list[_Said]:
    """Read whose term each length of time is, by the piece of the sentence it stands in."""
    text = _BUT_HEAD.sub(" ", text)
    found: list[_Said] = []
    waiting: set[str] = set()
    for piece in _pieces(text):
        lengths = [term for match in _TERM.finditer(piece) if (term := _term(match))]
        if lengths and _NOT_A_TERM.search(piece):
            waiting = set()
            continue
        whose = {label.category for label in labels(piece) if label.category != EX_OFFICIO}
        if NOT_GOVERNORS in whose:
            waiting = set()
            continue
        if _EVERYBODY.search(piece) and not whose:
            whose = {"all"}
        if len(lengths) == 1:
            named = (whose or waiting or {"all"}) - {"head_teacher"}
            if named == {"all"} and found and not whose and not waiting:
                continue
            if named:
                found.append(_Said(frozenset(named), lengths[0], bool(_USUAL.search(text))))
            waiting = set()
        elif not lengths:
            waiting |= whose
        else:
            waiting = set()
    if len(found) == 1 and waiting - {"head_teacher", "all"} and found[0].whose == {"all"}:
        others = frozenset(waiting - {"head_teacher"})
        return [attrs.evolve(found[0], whose=others)] if not _EVERYBODY.search(text) else found
    return found


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
    return int(words) if words.isdecimal() else WORDS.get(words.lower(), 0)
