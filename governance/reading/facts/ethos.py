"""The ethos of the school, or of each school of a federation."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

_ETHOS: Final = (
    "(?:statement of )?(?:the |its )?(?:school'?s )?(?:religious )?ethos(?: statement)?"
    "(?: of (?:the|each of the|this) schools?(?: of the federation)?)?"
)
_CLAUSE: Final = re.compile(
    r"(?i)(?:.{0,200}?\b(?:its religious ethos|the religious ethos of each of them) is as follows:"
    r"|.{0,200}?(?<![a-z])ethos statement(?: of the school)?(?: is as follows)?\s*:(?=\s*\S)"
    rf"|{_ETHOS}\s*(?:is as follows|shall be|is)?\s*[:-])\s*(?P<value>.*)$"
)
USUAL: Final = re.compile(r"(?i)(?P<value>recognising its historic foundation.*)$")
"""How the ethos of a Church of England school usually begins, whatever leads it in."""
_HEADING: Final = re.compile(rf"(?i){_ETHOS}\W*$")
_BY_SCHOOL: Final = re.compile(
    r"(?i)the (?:religious character with which a federated school is designated, and its religious ethos, are as follows"
    r"|religious ethos of the (?:federated )?schools is as follows"
    r"|federated schools that are designated as having a religious character are):\W*$"
)
_DESIGNATED: Final = re.compile(
    r"(?i).{0,200}?is designated as having a religious character (\(.{1,100}?\))\. its religious ethos is as follows:"
)
_OF_ONE: Final = re.compile(r"\A(?:\((?P<character>[^)]+)\)\s*)?(?::\s*(?P<ethos>[^\s\[].*))?")
_SHORTEST_PARAGRAPH: Final = 40
_OF_A_CLAUSE: Final = re.compile(
    r"(?i)instrument|governors?(?![a-z])|governing|term of office|category|copy of"
    r"|(?<![a-z])(?:order|seal|signed|council|trust deed)(?![a-z])"
)
_DESCRIPTION: Final = "ethos.description"


def ethos(read: Sequence[Passage], names: Sequence[str]) -> tuple[list[Evidence], set[int]]:
    """Find the ethos, and the numbers of the passages that say it; `names` are the schools of a federation."""
    found: list[Evidence] = []
    taken: set[int] = set()
    lead: Passage | None = None
    described: tuple[Passage, ...] = ()
    for passage in read:
        listed = (lead is not None and passage.under is lead) or _DESIGNATED.match(passage.text)
        if own := _of_school(passage, names) if listed else []:
            found += own
        elif _BY_SCHOOL.match(passage.text):
            lead = passage
        elif described and _goes_on(passage, described[0], described[-1]):
            described = (described[0], passage)
            words, told = f"{found[-1].words} {passage.words}", f"{found[-1].value}\n{passage.words}"
            found[-1] = attrs.evolve(found[-1], value=told, words=words)
        else:
            start = _begins(passage)
            known = any(one.field == _DESCRIPTION for one in found)
            # The words are as they are, with the stop that ends them, unless they are a blank to fill in.
            filled = start is not None and not known and value(passage, start)
            described = (passage,) if filled else ()
            if filled:
                found.append(stated(_DESCRIPTION, passage.words[start:].strip(), passage))
            if start is None:
                continue
        taken.add(passage.number)
    return found, taken


def clause_in(text: str) -> "re.Match[str] | None":
    """Match a text that begins with a clause on the ethos."""
    return _CLAUSE.match(text) if "ethos" in text.lower() else None


def without_ethos(passage: Passage) -> Passage:
    """Give a passage that states the ethos without the ethos itself, which may hold any words."""
    match = clause_in(passage.text)
    end = match.start("value") if match and "designated" in passage.text else 0
    return attrs.evolve(passage, words=passage.words[:end], text=passage.text[:end])


def _goes_on(passage: Passage, first: Passage, before: Passage) -> bool:
    """Whether a passage is one more paragraph of the ethos before it: whole sentences, and no clause of their own."""
    line, text = passage.line, passage.text
    if line.mark or line.heading or line.cells or passage.opens or _OF_A_CLAUSE.search(text):
        return False
    whole = len(text) > _SHORTEST_PARAGRAPH and text.endswith(".") and before.text.endswith(".")
    begins = any(one.line.mark or one.line.heading or one.opens for one in (first, first.under) if one)
    return whole and begins and line.depth >= first.line.depth


def _begins(passage: Passage) -> int | None:
    """Give where the ethos begins in a passage that states it."""
    if match := clause_in(passage.text) or USUAL.match(passage.text):
        return match.start("value")
    return 0 if passage.first and _HEADING.match(passage.context) else None


def _of_school(passage: Passage, names: Sequence[str]) -> list[Evidence]:
    """Read "Name (character): ethos" where the name is of a school of the federation."""
    words = passage.words
    name = max((one for one in names if words.startswith(one)), key=len, default="")
    rest = words[len(name) :].strip()
    if designated := _DESIGNATED.match(rest):
        rest = f"{designated[1]}:{rest[designated.end() :]}"
    told = _OF_ONE.match(rest) if name else None
    return [
        stated(f"schools.{names.index(name)}.{field}", told[key].strip(), passage)
        for key, field in (("character", "religious_character"), ("ethos", "ethos"))
        if told and told[key]
    ]
