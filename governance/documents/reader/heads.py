"""The head teacher within the staff: "2 staff governors (including the head teacher)" is one and one."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.documents.reader.entries import Entry
from governance.documents.reader.labels import labels
from governance.documents.reader.numbers import numbers, value_of

_HEAD: Final = r"(?:the )?(?:(?:executive )?head ?-?teacher|headmaster|headmistress|teacher[ -]in[ -]charge|principal|head(?![a-z])|HT(?![a-z]))"
_AND_OTHERS: Final = re.compile(
    rf"\W*{_HEAD}(?: governor)?\s*(?:and|\+|plus|&|,)\s*(?P<n>one|an?|another|two|three|\d)\s*(?:(?:other|elected|more|staff|member|teacher)\b.*|[).;,:]|$)",
    re.IGNORECASE,
)
_INCLUDES: Final = (
    rf"incl[a-z]*\.?,?\s+(?:of\s+)?{_HEAD}",
    rf"one of (?:which|whom|these|them)\s+(?:is|must be|shall be|will be|being)\s+(?:for\s+)?{_HEAD}",
    rf"of (?:which|whom)\s+one\s+(?:is|must be|shall be|will be|being)\s+(?:for\s+)?{_HEAD}",
    rf"{_HEAD}\s+(?:being|is)\s+one\b",
    rf"one being\s+{_HEAD}",
    rf"(?:made up of|comprising|comprises|consisting of|namely|being|ie|i\.e\.),?\s+{_HEAD}",
    rf"one of\s+(?:which|whom|these|them)[^.;]{{0,20}}\s{_HEAD}",
    rf"(?:counting|with|taking in)\s+{_HEAD}\s+(?:as one|among them|counted)",
)
_INCLUDED: Final = re.compile("|".join(_INCLUDES), re.IGNORECASE)
_APART: Final = re.compile(
    rf"(?:excl[a-z]*|not including|not counting|other than|besides|apart from|except|not)(?: for)?\s+{_HEAD}",
    re.IGNORECASE,
)
_ADDED: Final = re.compile(rf"\(\s*(?:plus|\+|and|in addition to|as well as)\s+{_HEAD}", re.IGNORECASE)
_MENTIONED: Final = re.compile(rf"\s*[-(:][^;]*(?<![a-z]){_HEAD}", re.IGNORECASE)
_AT_ONCE: Final = re.compile(rf"\W*{_HEAD}", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(
    rf"(?:appointed|nominated|chosen|selected|agreed|led) by\s+{_HEAD}", re.IGNORECASE
)

OLD_WORDING: Final = (
    "the head teacher is counted within the staff governors, as the Regulations of 2007 put it"
)
_PAIR: Final = 2


def head_apart(found: Sequence[Entry], text: str) -> list[Entry]:
    """Give the head teacher a seat of its own where a line counts it within the staff; the same entries elsewhere."""
    result: list[Entry] = []
    skip_until = -1
    for place, entry in enumerate(found):
        if entry.start < skip_until:
            continue
        if entry.category != "staff" or entry.count is None or entry.form == "named":
            result.append(entry)
            continue
        end = _explained_until(found, place, len(text))
        after = text[entry.end : end]
        own = text[entry.start : entry.end]
        inside = bool(_INCLUDED.search(own)) and not _APART.search(own)
        if entry.count >= _PAIR and (inside or _within_the_staff(after, entry.count)):
            result += [
                attrs.evolve(entry, count=entry.count - 1, sure="inferred", because=OLD_WORDING),
                attrs.evolve(entry, category="head_teacher", count=1, sure="inferred", because=OLD_WORDING),
            ]
            skip_until = end
        elif _INCLUDED.search(after) and not _APART.search(after):
            result.append(attrs.evolve(entry, count=None, form="limit"))
            skip_until = end
        else:
            result.append(entry)
            if _ADDED.search(after):
                because = "the head teacher is named without a number"
                result.append(
                    attrs.evolve(entry, category="head_teacher", count=1, sure="inferred", because=because)
                )
                skip_until = end
    return result or _staff_spelt_out(text)


def _staff_spelt_out(text: str) -> list[Entry]:
    """Read "Staff Governors (Headteacher + 1)", where the number stands within the brackets."""
    named = labels(text)
    if not named or named[0].category != "staff" or text[: named[0].start].strip(" -•*."):
        return []
    label = named[0]
    match = _AND_OTHERS.match(text[label.end :])
    number = value_of(match["n"]) if match else None
    if number is None:
        return []
    first = Entry("staff", number, "label first", label.start, len(text), "inferred", OLD_WORDING, leads=True)
    return [first, attrs.evolve(first, category="head_teacher", count=1)]


def _within_the_staff(after: str, count: int) -> bool:
    if _APART.search(after) or _ADDED.search(after):
        return False
    if _INCLUDED.search(after):
        return True
    if _AT_ONCE.match(after) and count - 1 == sum(one.value for one in numbers(after) if one.kind == "count"):
        return True
    match = _AND_OTHERS.match(after)
    if match is not None:
        number = 1 if match["n"].lower() in ("a", "an", "another") else value_of(match["n"])
        inside = after[: after.find(")") + 1] or after
        others = sum(one.value for one in numbers(inside) if one.kind == "count")
        return count - 1 in (number, others)
    return bool(_MENTIONED.match(after)) and not _ELSEWHERE.search(after)


def _explained_until(found: Sequence[Entry], place: int, end: int) -> int:
    """Find where the words about an entry end: at the next seats that have a number, and are not the head teacher's."""
    for entry in found[place + 1 :]:
        if entry.form in ("number first", "label first") and entry.category != "staff":
            return entry.start
        if (
            entry.form in ("number first", "label first")
            and entry.leads
            and entry.start - found[place].end > _FAR
        ):
            return entry.start
    return end


_FAR: Final = 200
