"""How well a document was read: each field of its truth against what was understood of it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from corpus.truth import Truth
from governance.model.term import Term
from governance.reading.evidence import Understood

GROUPS = ("seats", "total", "dates", "category", "terms", "names", "foundation")
"""The fields, as the table of the benchmark has them together."""


@attrs.frozen
class Mark:
    """One field of one document. `sure` is what the reader calls its value, or "" where it gave none."""

    field: str
    expected: Any
    got: Any
    right: bool
    sure: str
    words: str

    @property
    def group(self) -> str:
        """Give the column of the table that the field counts in."""
        return group(self.field)

    @property
    def wrongly_stated(self) -> bool:
        """Tell whether a wrong value was called stated: the one thing a reader must never do."""
        return not self.right and self.sure == "stated" and not _empty(self.got)

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.field}: expected {self.expected!r}, got {self.got!r} ({self.sure or 'no value'}) from {self.words!r}"


def group(field: str) -> str:
    """Give the column that a field counts in.

    >>> group("seats.parent")
    'seats'
    """
    match field.split("."):
        case ["seats", "total"]:
            return "total"
        case ["seats" | "terms" | "foundation" as table, _]:
            return table
        case [_, "made_on" | "effective_on"]:
            return "dates"
        case [_, "category"]:
            return "category"
    return "names"


def judge(truth: Truth, understood: Understood) -> tuple[Mark, ...]:
    """Mark every field that the truth knows of."""
    return tuple(_mark(field, value, truth, understood) for field, value in truth.fields().items())


def wrong(marks: Iterable[Mark], *groups: str) -> list[Mark]:
    """Give the marks that are not right, of these groups or of all."""
    return [mark for mark in marks if not mark.right and (not groups or mark.group in groups)]


def _mark(field: str, expected: Any, truth: Truth, understood: Understood) -> Mark:
    got = read(understood.data, field)
    if field == "school.local_authority" and _empty(got):
        got = read(understood.data, "instrument.made_by")
    sure, words = _evidence(field, understood)
    right = _same(field, expected, got)
    if field in truth.optional:
        right = right or _empty(got)
    if field == "seats.total" and expected is None and not right:
        right = sure != "stated" and got == sum(truth.seats.values())
    if _empty(expected) and got == "unknown" and truth.total not in (None, sum(truth.seats.values())):
        right = (
            True  # Where the total is not the sum of what is listed, a category nobody mentions is unknown.
        )
    if field.startswith("terms.") and _as_all(field, truth, understood):
        right = True
    if field in truth.doubtful:
        right = right or sure != "stated"
    return Mark(field, expected, got, right, sure, words)


def read(data: Mapping[str, Any], field: str) -> Any:
    """Give the value at a key such as "seats.parent", or None."""
    table, key = field.split(".")
    return data.get(table, {}).get(key)


def _as_all(field: str, truth: Truth, understood: Understood) -> bool:
    """Tell whether a term of all was read as the term of each, as a column of terms gives it."""
    each = {f"terms.{seat}" for seat in truth.seats if seat != "head_teacher"}
    same = {one for one in each if _same(one, truth.terms.get("all"), read(understood.data, one))}
    return bool(truth.terms.get("all")) and same == each and field in {*each, "terms.all"}


def _evidence(field: str, understood: Understood) -> tuple[str, str]:
    """Say how sure the reader is of a field, and of which words; the surest where several stand for it."""
    found = [one for one in understood.evidence if one.field == field or one.field.startswith(f"{field}.")]
    stated = [one for one in found if one.sure == "stated"]
    conflict = [one for one in found if one.sure == "conflict"]
    chosen = conflict[:1] or stated[:1] or found[:1]
    return (chosen[0].sure, chosen[0].words) if chosen else ("", "")


def _empty(value: Any) -> bool:
    return value in (None, 0, "", (), [], "none")


def _same(field: str, expected: Any, got: Any) -> bool:
    if _empty(expected):
        return _empty(got)
    match field.split("."):
        case ["terms", _]:
            return _term(expected) == _term(got)
        case ["school", "local_authority"]:
            return plain(expected) in plain(got)
        case ["school", "religious_character"]:
            return bool(got)
        case ["foundation", "appointers"]:
            return _appointers(expected) == _appointers(
                [(one.get("by"), one.get("number")) for one in got or ()]
            )
        case ["foundation", "ex_officio"]:
            return [plain(one) for one in expected] == [plain(one.get("office")) for one in got or ()]
        case ["school" | "instrument", "name" | "governing_body"]:
            return plain(expected) == plain(got)
    return bool(expected == got)


def _term(text: Any) -> Any:
    try:
        return Term.parse(str(text))
    except ValueError:
        return text


def _appointers(given: Iterable[tuple[Any, Any]]) -> list[tuple[str, Any]]:
    return [(plain(by), number) for by, number in given]


def plain(words: Any) -> str:
    """Give words without the marks, capitals, articles and spaces in which they may differ.

    >>> plain("“The Governing  Body”.")
    'governing body'
    """
    text = re.sub(r"[“”\"‘’'.,;:]", "", str(words or "").lower().replace("\u00a0", " "))
    return " ".join(text.split()).removeprefix("the ")
