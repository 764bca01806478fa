"""Seats to be counted by their holders: a category, and beneath or beside it the people who sit for it."""

import re
from collections.abc import Sequence
from typing import Final

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import EX_OFFICIO, NOT_GOVERNORS, Label, labels
from governance.documents.reader.lists import Seat, SeatList
from governance.documents.reader.numbers import numbers, value_of
from governance.documents.reader.passages import Passage

FEWEST_CATEGORIES: Final = 3
"""People under fewer categories are no list of a governing body."""

BECAUSE: Final = "the people who sit for it are counted, with the vacancies"

_TITLE: Final = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Reverend|Father|Fr|Canon|Cllr|Councillor|Sister|Sr|Sir|Dame|Lady|Lord|Imam|Rabbi)"
_TITLED: Final = rf"{_TITLE}\.?(?: \(?{_TITLE}\)?\.?)?\s+[A-Z][\w'.-]*"
_PLAIN: Final = r"(?:[A-Z][\w'-]+|[A-Z]\.?)(?: (?:[A-Z][\w'-]+|[A-Z]\.?|de|van|von|der|al|bin)){1,3}"
_EMPTY: Final = (
    r"(?i:vacan(?:cy|t)(?: post| seat| position)?|to be (?:appointed|elected|confirmed)|tbc|unfilled)"
)
_PERSON: Final = re.compile(rf"(?:{_TITLED}|{_EMPTY}|{_PLAIN})(?=\s*(?:$|[-(,;/&:]|and\b|[A-Z]))")
_ONE: Final = re.compile(rf"\W*(?:{_TITLED}|{_EMPTY}|{_PLAIN})\s*(?:$|[-(,;:].*$)")
_LISTED: Final = re.compile(rf"(?<![\w'])(?:{_TITLED}|{_EMPTY})")
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:[,;/&]|and\b|plus\b)\s*")
_BY: Final = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?[:.-]*\s*")
_SOME_EMPTY: Final = re.compile(r"(?<!\w)(\w+) (?=vacanc|vacant)", re.IGNORECASE)
_LONGEST: Final = 300


def counted_people(read: Sequence[Passage]) -> SeatList | None:
    """Count the people who are named under each category; None where they are not those of a governing body."""
    found: dict[str, tuple[int, Passage]] = {}
    heading: Label | None = None
    at: Passage | None = None
    for passage in read:
        label, rest = _heading(passage)
        if label is not None:
            heading, at = label, passage
            _count(found, heading, at, _people(rest))
        elif (
            heading is not None
            and at is not None
            and _ONE.fullmatch(passage.text)
            and not _other_label(passage)
        ):
            _count(found, heading, at, _people(passage.text) or 1)
        elif not _ONE.fullmatch(passage.text):
            heading = None
    held = {category: value for category, value in found.items() if value[0]}
    if len(held) < FEWEST_CATEGORIES:
        return None
    return SeatList(
        tuple(
            Seat(
                Entry(category, count, "label first", 0, 0, "inferred", BECAUSE, leads=True),
                passage,
                passage.words,
            )
            for category, (count, passage) in held.items()
        )
    )


def _count(found: dict[str, tuple[int, Passage]], label: Label, at: Passage, count: int) -> None:
    if label.category in (NOT_GOVERNORS, EX_OFFICIO):
        return
    before, first = found.get(label.category, (0, at))
    found[label.category] = (before + count, first)


def _heading(passage: Passage) -> tuple[Label | None, str]:
    """Give the category that a line begins with, and the names that follow it."""
    if len(passage.text) > _LONGEST or _counts(re.sub(r"\([^()]*\)", "", passage.text)):
        return None, ""
    named = labels(passage.text)
    if not named or named[0].start > 0:
        return None, ""
    gap = _BY.match(passage.text, named[0].end)
    rest = passage.text[gap.end() if gap else named[0].end :]
    if rest and not _PERSON.match(rest):
        return None, ""
    return named[0], rest


def _other_label(passage: Passage) -> bool:
    """Whether a line names a category besides: a row of a table of its own, and no name under a heading."""
    return any(one.category != NOT_GOVERNORS for one in labels(passage.text.split("(")[0]))


def _counts(text: str) -> bool:
    return bool(numbers(_SOME_EMPTY.sub("", text)))


def _people(words: str) -> int:
    """Count the people in a line of names."""
    text = re.sub(r"\([^()]*\)", "", words).strip(" .")
    if not text:
        return 0
    empty = sum((value_of(match[1]) or 1) - 1 for match in _SOME_EMPTY.finditer(text))
    if titled := len(_LISTED.findall(text)):
        return titled + empty
    return sum(bool(_ONE.fullmatch(part)) for part in _BETWEEN_NAMES.split(text) if part)
