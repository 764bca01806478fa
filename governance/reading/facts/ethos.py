"""The ethos of the school, or of each school of a federation."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence
from governance.reading.text.clause import stated, value
from governance.reading.text.passages import Passage

_ETHOS: Final = "(?:(?:statement of )?(?:the |its )?(?:school'?s )?(?:religious )?ethos(?: statement)?(?: of (?:the|each of the|this) schools?(?: of the federation)?)?)"
CLAUSES: Final = (
    re.compile(r".{0,200}?\bits religious ethos is as follows:\s*(?P<value>.*)$", re.IGNORECASE),
    re.compile(
        r".{0,200}?(?<![a-z])ethos statement(?: of the school)?(?: is as follows)?\s*:\s*(?P<value>.+)$",
        re.IGNORECASE,
    ),
    re.compile(rf"{_ETHOS}\s*(?:is as follows|shall be|is)?\s*(?::|-)\s*(?P<value>.*)$", re.IGNORECASE),
)
USUAL: Final = re.compile(r"(?P<value>recognising its historic foundation.*)$", re.IGNORECASE)
"""How the ethos of a Church of England school usually begins, whatever leads it in."""
_HEADING: Final = re.compile(rf"{_ETHOS}\W*$", re.IGNORECASE)
_JOINT: Final = re.compile(
    r"the religious ethos of each of them is as follows:\s*(?P<value>.+)$", re.IGNORECASE
)
_BY_SCHOOL: Final = (
    re.compile(
        r"the religious character with which a federated school is designated, and its religious ethos, are as follows:\W*$",
        re.IGNORECASE,
    ),
    re.compile(r"the religious ethos of the (?:federated )?schools is as follows:\W*$", re.IGNORECASE),
    re.compile(
        r"the federated schools that are designated as having a religious character are:\W*$", re.IGNORECASE
    ),
)
_DESIGNATED: Final = re.compile(
    r".{0,200}?is designated as having a religious character (?P<character>\(.{1,100}?\)\. its religious ethos is as follows:)",
    re.IGNORECASE,
)
_SHORTEST_PARAGRAPH: Final = 40
_OF_A_CLAUSE: Final = re.compile(
    r"instrument|governors?(?![a-z])|governing|term of office|category|(?<![a-z])(?:order|seal|signed|council|trust deed)(?![a-z])|copy of",
    re.IGNORECASE,
)


def ethos(read: Sequence[Passage], names: Sequence[str]) -> tuple[list[Evidence], set[int]]:
    """Find the ethos, and the numbers of the passages that say it; `names` are the schools of a federation."""
    found: list[Evidence] = []
    taken: set[int] = set()
    lead: Passage | None = None
    described: tuple[Passage, Passage] | None = None
    for passage in read:
        if lead is not None and passage.under is lead and _of_school(passage, names, found):
            taken.add(passage.number)
            continue
        if _DESIGNATED.search(passage.text) and _of_school(passage, names, found):
            taken.add(passage.number)
            continue
        if any(pattern.match(passage.text) for pattern in _BY_SCHOOL):
            lead = passage
            taken.add(passage.number)
            continue
        if joint := _JOINT.match(passage.text):
            taken.add(passage.number)
            found.append(stated("ethos.description", value(passage, joint.start("value")), passage))
            continue
        if described and _goes_on(passage, *described):
            described = (described[0], passage)
            taken.add(passage.number)
            found[-1] = attrs.evolve(
                found[-1],
                value=f"{found[-1].value}\n{passage.words}",
                words=f"{found[-1].words} {passage.words}",
            )
            continue
        words = _own(passage)
        described = (passage, passage) if words and not _described(found) else None
        if words is not None:
            taken.add(passage.number)
            if words and not _described(found):
                found.append(stated("ethos.description", words, passage))
    return found, taken


def without_ethos(passage: Passage) -> Passage:
    """Give a passage that states the ethos without the ethos itself, which may hold any words."""
    match = next((match for pattern in CLAUSES if (match := pattern.match(passage.text))), None)
    end = match.start("value") if match and "designated" in passage.text else 0
    return attrs.evolve(passage, words=passage.words[:end], text=passage.text[:end])


def _described(found: Sequence[Evidence]) -> bool:
    return any(one.field == "ethos.description" for one in found)


def _goes_on(passage: Passage, first: Passage, before: Passage) -> bool:
    """Whether a passage is one more paragraph of the ethos before it: whole sentences, and no clause of their own."""
    line = passage.line
    if line.mark or line.heading or line.cells or passage.opens or not before.text.endswith("."):
        return False
    return (
        line.depth >= first.line.depth
        and len(passage.text) > _SHORTEST_PARAGRAPH
        and passage.text.endswith(".")
        and not _OF_A_CLAUSE.search(passage.text)
        and any(one.line.mark or one.line.heading or one.opens for one in (first, first.under) if one)
    )


def _own(passage: Passage) -> str | None:
    for pattern in (*CLAUSES, USUAL):
        if match := pattern.match(passage.text):
            return _whole(passage, match.start("value"))
    if passage.first and _HEADING.match(passage.context):
        return _whole(passage, 0)
    return None


def _whole(passage: Passage, start: int) -> str:
    """Give the words as they are, with the stop that ends them, unless they are a blank to fill in."""
    words = passage.words[start:].strip()
    return words if value(passage, start) else ""


def _of_school(passage: Passage, names: Sequence[str], found: list[Evidence]) -> bool:
    """Read "Name (character): ethos" where the name is of a school of the federation."""
    words = passage.words
    best = max(
        (n for n, name in enumerate(names) if words.startswith(name)),
        key=lambda n: len(names[n]),
        default=None,
    )
    if best is None:
        return False
    rest = words[len(names[best]) :].strip()
    if one := _DESIGNATED.match(rest):
        rest = rest[one.start("character") :].replace("). Its religious ethos is as follows:", "):", 1)
    if rest.startswith("("):
        end = rest.find(")")
        if end > 1:
            found.append(stated(f"schools.{best}.religious_character", rest[1:end].strip(), passage))
            rest = rest[end + 1 :].strip()
    if rest.startswith(":") and (said := rest[1:].strip()) and not said.startswith("["):
        found.append(stated(f"schools.{best}.ethos", said, passage))
    return True
