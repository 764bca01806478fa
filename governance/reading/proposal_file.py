"""What was read, as a proposal file whose comments are the evidence: ready to correct and to check."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from governance.english import listed, lower
from governance.model.names import FOUNDATION, PARTS_OF, SEATS
from governance.model.toml_writer import comment, toml_file, toml_key, toml_value
from governance.reading.evidence import Evidence, Understood
from governance.reading.evidence_words import not_understood, quoted, remarked, value_words
from governance.reading.needs import Need, needs

_MAY_BE_EMPTY: Final = ("instrument", "terms", "foundation", "ethos", "approvals")
"""Tables that say nothing where they stand without keys."""
_ORDER: Final = ("school", "schools", "instrument", "seats", *_MAY_BE_EMPTY[1:], "current")
_TEXT: Final = '"..."'
_WRITE: Final = {
    "school.foundation": f"{_TEXT}  # {listed(map(toml_value, FOUNDATION), last='or')}",
    "instrument.effective_on": "YYYY-MM-DD",
}
_SURE: Final = {"conflict": "in conflict", "unread": "not settled"}


def proposal_file(understood: Understood) -> str:
    """Write the proposal that a document makes; it loads as what `Understood.proposal` gives.

    A value that the document gives twice and differently is "unknown" or left as a comment, with both quotations.
    """
    if understood.outside:
        return "\n".join(comment(f"{understood.outside} No proposal is made of it.")) + "\n"
    data = _in_order(understood.data, _ORDER)
    if isinstance(data.get("seats"), Mapping):
        data["seats"] = _in_order(data["seats"], (*SEATS, *PARTS_OF, "total"))
    missing, evident = needs(understood), {one.field for one in understood.evidence}
    notes: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    last = []
    for need in missing:
        table, _, key = need.field.rpartition(".")
        if table and not any(field == need.field or field.startswith(f"{need.field}.") for field in evident):
            data.setdefault(table, {})
            after[table] += [*comment(need.says), f"# {key} = {_WRITE.get(need.field, _TEXT)}"]
    for one in understood.evidence:
        table, _, key = one.field.rpartition(".")
        if one.settles:
            notes[one.field].append(_note(one))
        elif table in _MAY_BE_EMPTY or isinstance(data.get(table), Mapping):
            data.setdefault(table, {})
            after[table] += [*comment(_note(one)), f"# {toml_key(key)} = {_shown(one)}"]
        else:
            last.append(one)
    lines = [*_head(understood), toml_file(data, notes=notes, after=after).rstrip("\n")]
    return "\n".join([*lines, *_foot(understood, data, missing, last)]) + "\n"


def _in_order(data: Mapping[str, Any], order: Sequence[str]) -> dict[str, Any]:
    return {key: data[key] for key in (*order, *data) if data.get(key) is not None}


def _note(evidence: Evidence) -> str:
    because = f": {lower(evidence.because)}" if evidence.because else ""
    return f"{quoted(evidence.words, evidence.where)}, {_SURE.get(evidence.sure, evidence.sure)}{because}"


def _shown(evidence: Evidence) -> str:
    """Write a value that the file leaves out."""
    return _TEXT if evidence.value is None else toml_value(evidence.value)


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
        yield from ("#", *comment(f"{remark.kind.upper()}: {remarked(remark)}"))
    yield ""


def _foot(
    understood: Understood, data: Mapping[str, Any], missing: Sequence[Need], last: Sequence[Evidence]
) -> Iterator[str]:
    """List what has no place above: what else is missing, and what else was read."""
    if "seats" not in data:
        says = "No seats were found in the document. Write each category so:"
        yield from ("# [seats]", *comment(says), "# parent = 2")
    told = {one.field.rpartition(".")[2] for one in understood.evidence}
    also = {key: value for key, value in understood.also.items() if value is not None and key not in told}
    parts = {
        "Still to be said:": [one.says for one in missing if "." not in one.field and one.field != "seats"],
        "Also read, for which a proposal has no key:": [
            *(f"{one.field} = {_shown(one)}: {_note(one)}" for one in last),
            *(f"{key}: {value_words(value)}" for key, value in also.items()),
        ],
    }
    for title, texts in parts.items():
        yield from comment(title) if texts else ()
        for text in texts:
            yield from comment(text, indent="  ")
