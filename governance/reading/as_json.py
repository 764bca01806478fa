"""What was read, as plain values for another program."""

import datetime
from collections.abc import Mapping
from typing import Any

from governance.model.names import EXTRA_FOUNDATION, FOUNDATION_PARENT
from governance.reading.board.doubts import NOT_MENTIONED
from governance.reading.evidence import Evidence, Remark, Understood, Unread
from governance.reading.needs import needs


def as_json(understood: Understood) -> dict[str, Any]:
    """Give every value, its evidence and the findings, under the names of a proposal file.

    `seats` are those that the document tells of; `open` are those that no line tells of, and that may be there all the same.
    `parts` are some of the foundation governors, who are in `seats` already.
    """
    data = {key: plain(value) for key, value in understood.data.items()}
    also = {key: plain(value) for key, value in understood.also.items()}
    instrument = data.get("instrument", {})
    unsaid = {one.field.removeprefix("seats.") for one in understood.evidence if one.because == NOT_MENTIONED}
    seats = {seat: count for seat, count in data.get("seats", {}).items() if seat not in unsaid}
    return {
        "source": understood.transcript.source,
        "format": understood.transcript.format,
        "school": data.get("school", {}),
        "seats": seats,
        "open": sorted(unsaid),
        "parts": {part: seats.pop(part) for part in (FOUNDATION_PARENT, EXTRA_FOUNDATION) if part in seats},
        "total": seats.pop("total", None),
        "second_total": also.pop("second_total", None),
        "terms": data.get("terms", {}),
        "made_on": instrument.get("made_on"),
        "effective_on": instrument.get("effective_on"),
        "replaces": instrument.get("replaces") or also.pop("replaces", None),
        "regulations": also.pop("regulations", None),
        "foundation": data.get("foundation", {}),
        "instrument": instrument,
        "schools": data.get("schools", []),
        "ethos": data.get("ethos", {}),
        "approvals": data.get("approvals", {}),
        "current": data.get("current", {}),
        "also": also,
        **reading(understood),
        "missing": [
            {"field": need.field, "says": need.says, "needed_for": need.of} for need in needs(understood)
        ],
        "notes": list(understood.transcript.notes),
    }


def reading(understood: Understood) -> dict[str, Any]:
    """Give the evidence, the findings and what was not understood alone, to stand beside another answer."""
    return {
        "evidence": [_evidence(one) for one in understood.evidence],
        "findings": [_finding(one) for one in understood.remarks],
        "not_understood": [_unread(one) for one in understood.unread],
        "outside": understood.outside or None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "field": evidence.field,
        "value": plain(evidence.value),
        "words": evidence.words,
        "where": str(evidence.where),
        "sure": evidence.sure,
        "because": evidence.because,
    }


def _unread(line: Unread) -> dict[str, Any]:
    return {"words": line.words, "where": str(line.where), "why": line.why, "seats": list(line.seats)}


def _finding(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind,
        "says": remark.says,
        "quotes": [{"words": words, "where": str(where)} for words, where in remark.quotes],
    }


def plain(value: Any) -> Any:
    """Give a value of a proposal as JSON has it: a day as text, and what JSON does not know as its words."""
    match value:
        case Mapping():
            return {key: plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
        case datetime.date():
            return value.isoformat()
        case None | bool() | int() | str():
            return value
    return str(value)
