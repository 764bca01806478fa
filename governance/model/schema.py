"""The keys of a proposal as a JSON Schema, by which an editor completes and checks a file as it is typed.

What it takes, the reader takes, but for what only two keys together can tell; and no more than that, so that an editor
leads to our own words.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from governance.model.keys import OTHERS, Key, keys
from governance.model.names import UNKNOWN
from governance.model.table import MOST_CHARACTERS, MOST_ENTRIES
from governance.model.term import PATTERN

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PRINTED: Final = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"
_DAY: Final = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TEXT: Final = {"type": "string", "pattern": _PRINTED, "maxLength": MOST_CHARACTERS}
_LIST: Final = {"type": "array", "maxItems": MOST_ENTRIES}


_SAID: Final = {"required": ["category"]}


def schema() -> dict[str, Any]:
    """Give the schema of a proposal file, draft 2020-12."""
    found = _object("", keys())
    found["allOf"] = [
        {
            "if": {"properties": {"school": {"properties": {"category": {"const": "federation"}}, **_SAID}}},
            "then": {"required": ["schools"], "properties": {"school": {"properties": _NOT_OF_A_FEDERATION}}},
            "else": {"properties": {"schools": False}},
        }
    ]
    return {
        "$schema": DIALECT,
        "title": "A proposal for the governing body of a maintained school in England",
        **found,
    }


_NOT_OF_A_FEDERATION: Final = dict.fromkeys(
    ("foundation", "religious_character", "head_resigned", "foundation_origin"), False
)
"""What is of a school, and stands under [[schools]] in a federation."""


def _object(table: str, known: Iterable[Key]) -> dict[str, Any]:
    known = tuple(known)
    own = [key for key in known if key.table == table]
    values = {key.name: {**_value(key, known), "description": f"{key.words}."} for key in own}
    found: dict[str, Any] = {
        "type": "object",
        "properties": {name: one for name, one in values.items() if name != OTHERS},
        "required": [key.name for key in own if key.required],
        "additionalProperties": values.get(OTHERS, False),
    }
    if table.endswith("sentences[]"):
        found["oneOf"] = [{"required": ["months"]}, {"required": ["days"]}]
    return found


def _value(key: Key, known: tuple[Key, ...]) -> Mapping[str, Any]:
    number = {"type": "integer", "minimum": key.least, "maximum": key.most}
    match key.kind:
        case "table":
            return _object(key.path, known)
        case "tables":
            return {**_LIST, "items": _object(f"{key.path}[]", known)}
        case "choice":
            return {"enum": list(key.options)}
        case "choices":
            return {**_LIST, "items": {"enum": list(key.options)}}
        case "texts":
            return {**_LIST, "items": _TEXT}
        case "dates":
            return {**_LIST, "items": _DAY}
        case "flag":
            return {"type": "boolean"}
        case "count":
            return {"anyOf": [number, {"const": UNKNOWN}]}
        case "total" | "whole":
            return number
        case "date":
            return _DAY
        case "done":
            return {"anyOf": [_DAY, {"type": "boolean"}]}
        case "day":
            return {"anyOf": [_DAY, {"const": False}]}
        case "term":
            return {"type": "string", "pattern": PATTERN}
    return _TEXT
