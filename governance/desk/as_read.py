"""A document as it was read, for a page: its values as a form, the words beside each, and what to look at first."""

import datetime
import re
from collections.abc import Container, Mapping
from typing import Any, Final

import attrs

from governance.desk import asked
from governance.desk.apart import Read
from governance.law.wording import amendment_words
from governance.reading.evidence_words import field_words, value_words

SURE: Final = {
    "stated": "",
    "inferred": "Inferred",
    "conflict": "In conflict",
    "unread": "Not understood",
}
"""What is said of a value that the document does not plainly state."""


_PLACE: Final = re.compile(r"\.\d+\.")
_APPOINTERS: Final = "foundation.appointers[]."


@attrs.frozen
class Doubt:
    """Something to look at first: what it is, the words and where they stand, and the field that it is about."""

    says: str
    quotes: tuple[tuple[str, str], ...] = ()
    field: str = ""


def typed(read: Read) -> dict[str, str]:
    """Give what was read as a form has it; a day is there only where one is asked about."""
    return asked.as_typed(read.data, read.on or "")


def corrected(read: Read, form: asked.Form) -> dict[str, Any]:
    """Give the tables of the document with what was typed in place of what was read."""
    return asked.put_into(read.data, form)


def is_as_read(read: Read, form: asked.Form, today: datetime.date) -> bool:
    """Tell whether a form says what was read, and nothing else."""
    return not differences(asked.form(typed(read), today), form)


def differences(before: asked.Form, after: asked.Form) -> dict[str, str]:
    """Give by field what a form says that is not what another says; the day is one field."""
    names = {name for name in after.typed if name.startswith(("school.", "seats.", "schools."))}
    return {
        name: value(after, name) for name in {*names, asked.DAY} if value(after, name) != value(before, name)
    }


def value(form: asked.Form, field: str) -> str:
    """Give what stands in a field; the boxes of a day together."""
    return asked.day_typed(form.typed) if field == asked.DAY else form[field]


def by_field(answer: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Give the evidence by the field that it is about; the day stands at its first box."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in answer["evidence"]:
        found.setdefault(one["field"], []).append({**one, "mark": SURE[one["sure"]]})
    return found


def others(answer: Mapping[str, Any], shown: Container[str]) -> list[dict[str, Any]]:
    """Give the values that have no field in the form, in the words of a reader."""
    return [
        {
            **one,
            "name": name_of(one["field"]),
            "said": _said(one["field"], one["value"]),
            "mark": SURE[one["sure"]],
        }
        for one in answer["evidence"]
        if one["field"] not in shown
    ]


def doubts(answer: Mapping[str, Any]) -> list[Doubt]:
    """Say what is to be looked at before the answer is relied on: contradictions, lines not understood, what is missing."""
    found = [
        Doubt(one["says"], tuple((quote["words"], quote["where"]) for quote in one["quotes"]))
        for one in answer["findings"]
        if one["kind"] == "conflict"
    ]
    found += [
        Doubt(f"Not understood: {one['why']}", ((one["words"], one["where"]),), next(iter(one["seats"]), ""))
        for one in answer["not_understood"]
    ]
    found += [
        Doubt(one["says"].partition(" Known: ")[0], (), one["field"])
        for one in answer["missing"]
        if one["needed_for"] == "check"
    ]
    return found


def advice(answer: Mapping[str, Any]) -> list[Doubt]:
    """Say what else there is to know: wording to mend, notes, and how the file was read."""
    found = [
        Doubt(one["says"], tuple((quote["words"], quote["where"]) for quote in one["quotes"]))
        for one in answer["findings"]
        if one["kind"] != "conflict"
    ]
    return [*found, *(Doubt(one) for one in answer["notes"])]


def name_of(field: str) -> str:
    """Name a value; of somebody who appoints, as the form asks for it."""
    key = _PLACE.sub("[].", field)
    return asked.hints()[key] if key.startswith(_APPOINTERS) else field_words(field)


def _said(field: str, value: Any) -> str:
    """Say a value; a day comes as JSON has it, and the Regulations by their id."""
    if field == "regulations":
        return amendment_words(value)
    try:
        return value_words(datetime.date.fromisoformat(value))
    except (TypeError, ValueError):
        return value_words(value)
