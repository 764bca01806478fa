"""The OpenAPI document of the API, made of its addresses and of the schema of a proposal."""

import re
from collections.abc import Iterable
from typing import Any, Final

from governance.desk.api.papers import MEDIA_TYPE as WORD
from governance.desk.api.parameters import DAY, TEXT
from governance.desk.api.problems import MEDIA_TYPE as PROBLEM
from governance.desk.api.problems import TITLES
from governance.desk.api.questions import board_schema
from governance.desk.api.routes import MEGABYTE, PREFIX, ROUTES, Route
from governance.desk.settings import BODY_BYTES, UPLOAD_BYTES
from governance.model.schema import DIALECT, schema
from governance.version import __version__

_OR_NULL: Final[dict[str, Any]] = {"type": "null"}
_USUAL: Final = ("not-let-in", "bad-request", "failed", "busy")
_OF_A_BODY: Final = ("not-json", "too-large", "media-type", "bad-proposal")
_SAYS: Final = (
    "The answers are those of the commands with `--json`, from the same code. A proposal that is unlawful is answered with "
    "200 like any other; what cannot be read is refused as RFC 9457 has it, with each problem at its place. Every answer "
    "says which day's law it is by. The desk listens on this machine alone, and takes the cookie that it sets when it is "
    "opened at the address which it prints."
)


def openapi(cookie: str) -> dict[str, Any]:
    """Give the document; `cookie` is what the run calls its own."""
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(PREFIX + route.path, {})[route.method] = _operation(route)
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "governance",
            "summary": "The law on school governing bodies in England, checked, explained and drafted.",
            "description": _SAYS,
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/", "description": "The desk that gave this document"}],
        "security": [{"run": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "run": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": cookie,
                    "description": "The cookie of this run of the desk.",
                }
            },
            "schemas": {
                "Proposal": {key: value for key, value in schema().items() if key != "$schema"},
                "Proposals": _object(
                    {"proposals": {"type": "array", "items": _ref("Proposal"), "minItems": 1}}
                ),
                "Pair": _object({"old": _ref("Proposal"), "new": _ref("Proposal")}),
                "Board": board_schema(),
                "Answer": _answer(),
                "Problem": _problem(),
            },
        },
    }


def _operation(route: Route) -> dict[str, Any]:
    places = re.findall(r"\{(\w+)\}", route.path)
    found: dict[str, Any] = {
        "operationId": _identifier(route),
        "summary": route.title,
        "description": route.says,
        "parameters": [
            *({"name": one, "in": "path", "required": True, "schema": TEXT} for one in places),
            *(
                {"name": one.name, "in": "query", "description": one.says, "schema": dict(one.schema)}
                for one in route.parameters
            ),
        ],
        "responses": {str(route.status): _response(route), **_refusals(route)},
    }
    if route.operation == "new_version":
        says = "The ETag of the version that this one follows."
        found["parameters"].append(
            {"name": "If-Match", "in": "header", "required": True, "description": says, "schema": TEXT}
        )
    if route.takes:
        found["requestBody"] = _request(route)
    return found


def _identifier(route: Route) -> str:
    return (
        route.path.strip("/").replace("/", "_")
        if route.operation in ("question", "paper")
        else route.operation
    )


def _request(route: Route) -> dict[str, Any]:
    if route.takes == "document":
        part = _object({"file": {"type": "string", "contentMediaType": "application/octet-stream"}})
        says = f"The document: Word, PDF or text, of up to {UPLOAD_BYTES // MEGABYTE} MB. The request gives its Origin, too."
        return {"required": True, "description": says, "content": {"multipart/form-data": {"schema": part}}}
    either = [_ref("Proposal"), _ref("Proposals")]
    of = {"oneOf": either} if route.takes == "proposals" else _ref(str(route.takes).capitalize())
    says = f"Up to {BODY_BYTES // MEGABYTE} MB."
    return {"required": True, "description": says, "content": {"application/json": {"schema": of}}}


def _response(route: Route) -> dict[str, Any]:
    if route.gives == "word":
        return {
            "description": "The Word file.",
            "content": {WORD: {"schema": {"type": "string", "format": "binary"}}},
        }
    of = _ref("Answer") if route.gives == "answer" else {"type": "object"}
    return {
        "description": "The answer, whatever the verdict." if route.takes else "What was asked for.",
        "headers": {"ETag": {"description": "Changes when the answer does.", "schema": TEXT}},
        "content": {"application/json": {"schema": of}},
    }


def _refusals(route: Route) -> dict[str, Any]:
    kinds = (*_USUAL, *(_OF_A_BODY if route.takes else ()), *route.refuses)
    statuses = sorted({TITLES[kind][0] for kind in kinds})
    content = {PROBLEM: {"schema": _ref("Problem")}}
    return {
        str(status): {
            "description": _titles(kind for kind in kinds if TITLES[kind][0] == status),
            "content": content,
        }
        for status in statuses
    }


def _titles(kinds: Iterable[str]) -> str:
    return "; or: ".join(dict.fromkeys(TITLES[kind][1] for kind in kinds)) + "."


def _answer() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "The keys of the answer, as the command gives them with --json, and these.",
        "properties": {
            "law_day": {"anyOf": [dict(DAY), _OR_NULL], "description": "The day whose law it is by."},
            "regime": {
                "anyOf": [dict(TEXT), _OR_NULL],
                "description": "The Regulations that govern the body on that day.",
            },
            "rules_hash": {**TEXT, "description": "The hash of all the law there is."},
            "tool_version": {**TEXT, "description": "The version of this program."},
        },
        "required": ["law_day", "regime", "rules_hash", "tool_version"],
    }


def _problem() -> dict[str, Any]:
    one = {
        "type": "object",
        "properties": {
            "pointer": {
                **TEXT,
                "description": "The place in the body, as RFC 6901 writes it; or `parameter` names one.",
            },
            "parameter": TEXT,
            "says": TEXT,
            "remedy": TEXT,
        },
        "required": ["says"],
    }
    return {
        "type": "object",
        "properties": {
            "type": {"enum": [f"urn:governance:problem:{kind}" for kind in TITLES]},
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "problems": {"type": "array", "items": one},
        },
        "required": ["type", "title", "status", "problems"],
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
