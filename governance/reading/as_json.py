"""What was read, as plain values for another program."""

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from governance.model.names import EXTRA_FOUNDATION, FOUNDATION_PARENT
from governance.reading.board.doubts import NOT_MENTIONED
from governance.reading.evidence import Understood
from governance.reading.needs import needs


def as_json(understood: Understood) -> dict[str, Any]:
    """Give every value, its evidence and the findings, under the names of a proposal file.

    `seats` are those that the document tells of; `open` are those that no line tells of, and that may be there all the same.
    `parts` are some of the foundation governors, who are in `seats` already.
    """
    data, also = plain(understood.data), plain(understood.also)
    instrument = data.get("instrument", {})
    unsaid = {one.field.removeprefix("seats.") for one in understood.evidence if one.because == NOT_MENTIONED}
    seats = {seat: count for seat, count in data.get("seats", {}).items() if seat not in unsaid}
    missing = [{"field": one.field, "says": one.says, "needed_for": one.of} for one in needs(understood)]
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
        **{key: instrument.get(key) for key in ("made_on", "effective_on")},
        "replaces": instrument.get("replaces") or also.pop("replaces", None),
        "regulations": also.pop("regulations", None),
        "foundation": data.get("foundation", {}),
        "instrument": instrument,
        "schools": data.get("schools", []),
        **{table: data.get(table, {}) for table in ("ethos", "approvals", "current")},
        "also": also,
        **reading(understood),
        "missing": missing,
        "notes": list(understood.transcript.notes),
    }


def reading(understood: Understood) -> dict[str, Any]:
    """Give the evidence, the findings and what was not understood alone, to stand beside another answer."""
    quoted = ([{"words": words, "where": str(at)} for words, at in one.quotes] for one in understood.remarks)
    found = zip(understood.remarks, quoted, strict=True)
    return {
        "evidence": [plain(attrs.asdict(one, recurse=False)) for one in understood.evidence],
        "findings": [{"kind": one.kind, "says": one.says, "quotes": quotes} for one, quotes in found],
        "not_understood": [plain(attrs.asdict(one, recurse=False)) for one in understood.unread],
        "outside": understood.outside or None,
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
