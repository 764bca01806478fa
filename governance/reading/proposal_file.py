"""What was read, as a proposal file whose comments are the evidence: ready to correct and to check."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from governance.english import listed, lower
from governance.model.names import FOUNDATION, PARTS_OF, SEATS
from governance.model.toml_writer import comment, toml_file, toml_key, toml_value
from governance.reading.evidence import Evidence, Understood
from governance.reading.evidence_words import not_understood, quoted, value_words
from governance.reading.needs import Need, needs

_ORDER: Final = (
    "school",
    "schools",
    "instrument",
    "seats",
    "terms",
    "foundation",
    "ethos",
    "approvals",
    "current",
)
_SEATS: Final = (*SEATS, *PARTS_OF, "total")
_MAY_BE_EMPTY: Final = ("instrument", "terms", "foundation", "ethos", "approvals")
"""Tables that say nothing where they stand without keys."""
_WRITE: Final = {
    "school.foundation": f'"..."  # {listed(map(toml_value, FOUNDATION), last="or")}',
    "instrument.effective_on": "YYYY-MM-DD",
}
_TEXT: Final = '"..."'
_SURE: Final = {
    "stated": "stated",
    "inferred": "inferred",
    "conflict": "in conflict",
    "unread": "not settled",
}


def proposal_file(understood: Understood) -> str:
    """Write the proposal that a document makes; it loads as what `Understood.proposal` gives.

    A value that the document gives twice and differently is "unknown" or left as a comment, with both quotations.
    """
    if understood.outside:
        return "\n".join(comment(f"{understood.outside} No proposal is made of it.")) + "\n"
    data = _in_order(understood.data)
    keys = set(_keys(data))
    missing = needs(understood)
    after: dict[str, list[str]] = {}
    evident = {one.field for one in understood.evidence}
    for need in missing:
        if need.field not in evident:
            _leave_room(need, data, keys, after)
    notes: dict[str, list[str]] = {}
    for one in understood.evidence:
        if one.field in keys:
            notes.setdefault(one.field, []).append(_note(one))
    besides = [one for one in understood.evidence if one.field not in keys]
    last = []
    for one in besides:
        table, _, key = one.field.rpartition(".")
        if table in _MAY_BE_EMPTY:
            data.setdefault(table, {})
        if isinstance(data.get(table), Mapping):
            after.setdefault(table, []).extend([*comment(_note(one)), f"# {toml_key(key)} = {_shown(one)}"])
        else:
            last.append(one)
    head = "\n".join(_head(understood))
    foot = "\n".join(_foot(understood, data, missing, last))
    body = toml_file(data, notes=notes, after=after)
    return "\n".join(part for part in (head, body, foot) if part).rstrip("\n") + "\n"


def _in_order(data: Mapping[str, Any]) -> dict[str, Any]:
    """Put the tables and the seats in the order in which proposals give them; what is None is left out."""
    known = {key: data[key] for key in _ORDER if key in data}
    whole = {**known, **{key: value for key, value in data.items() if key not in known}}
    if isinstance(whole.get("seats"), Mapping):
        seats = whole["seats"]
        first = {seat: seats[seat] for seat in _SEATS if seat in seats}
        whole["seats"] = {**first, **{seat: count for seat, count in seats.items() if seat not in first}}
    return {key: _given(value) for key, value in whole.items() if value is not None}


def _given(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _given(inner) for key, inner in value.items() if inner is not None}
    return [_given(inner) for inner in value] if isinstance(value, list | tuple) else value


def _keys(data: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Name every key that will stand in the file, those in lists by their number."""
    for key, value in data.items():
        inner = f"{path}.{key}" if path else key
        yield inner
        if isinstance(value, Mapping):
            yield from _keys(value, inner)
        elif isinstance(value, list):
            for number, entry in enumerate(value):
                if isinstance(entry, Mapping):
                    yield f"{inner}.{number}"
                    yield from _keys(entry, f"{inner}.{number}")


def _leave_room(need: Need, data: dict[str, Any], keys: set[str], after: dict[str, list[str]]) -> None:
    """Add a line to fill in for a value that is missing, in its own table."""
    table, _, key = need.field.rpartition(".")
    if not table or need.field in keys:
        return
    data.setdefault(table, {})
    after.setdefault(table, []).extend([*comment(need.says), f"# {key} = {_WRITE.get(need.field, _TEXT)}"])


def _note(evidence: Evidence) -> str:
    because = f": {lower(evidence.because)}" if evidence.because else ""
    return f"{quoted(evidence.words, evidence.where)}, {_SURE[evidence.sure]}{because}"


def _shown(evidence: Evidence) -> str:
    """Write a value that the file leaves out."""
    if evidence.value is None:
        return _TEXT
    try:
        return toml_value(evidence.value)
    except TypeError:
        return toml_value(str(evidence.value))


def _head(understood: Understood) -> Iterator[str]:
    yield from comment(
        f"As read from {understood.transcript.source}. Beside each value stand the words it rests on. Correct "
        "what is wrong, fill in what is left open, and put this file to `governance check`."
    )
    for note in understood.transcript.notes:
        yield from comment(note)
    for text in not_understood(understood):
        yield from ("#", *comment(f"NOT UNDERSTOOD: {text}"))
    for remark in understood.remarks:
        quotes = "; ".join(quoted(words, where) for words, where in remark.quotes)
        says = f"{remark.says}. {quotes}" if quotes else remark.says
        yield from ("#", *comment(f"{remark.kind.upper()}: {says}"))
    yield ""


def _foot(
    understood: Understood, data: Mapping[str, Any], missing: tuple[Need, ...], last: list[Evidence]
) -> Iterator[str]:
    """List what has no place above: what else is missing, and what else was read."""
    if "seats" not in data:
        yield from (
            "# [seats]",
            *comment("No seats were found in the document. Write each category so:"),
            "# parent = 2",
        )
    open_ones = [need for need in missing if "." not in need.field and need.field != "seats"]
    if open_ones:
        yield from comment("Still to be said:")
        for need in open_ones:
            yield from comment(need.says, indent="  ")
    told = {one.field.rpartition(".")[2] for one in understood.evidence}
    also = {key: value for key, value in understood.also.items() if value is not None and key not in told}
    if last or also:
        yield from comment("Also read, for which a proposal has no key:")
        for one in last:
            yield from comment(f"{one.field} = {_shown(one)}: {_note(one)}", indent="  ")
        for key, value in also.items():
            yield from comment(f"{key}: {value_words(value)}", indent="  ")
