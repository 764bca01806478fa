"""A request as the API takes it, and an answer as it gives it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

import attrs
from django.http import HttpRequest, HttpResponse

from governance.desk.api.parameters import ParameterError
from governance.desk.api.problems import RefusedError
from governance.desk.api.routes import FIELDS, MEGABYTE, Route
from governance.desk.settings import BODY_BYTES, UPLOAD_BYTES
from governance.english import listed
from governance.errors import Problem, ProposalError
from governance.model.reading import parse_json

_STAMPS: Final = ("law_day", "regime", "rules_hash", "tool_version")
_NUL: Final = r"\u0000"
"""A character that not every database keeps."""
_TAG: Final = 32
"""How many letters of a hash make an ETag."""


@attrs.frozen
class Asked:
    """What was asked: the route, its parameters, the body where it takes one, and the keys that are wanted of the answer."""

    request: HttpRequest
    route: Route
    given: dict[str, Any]
    body: dict[str, Any]
    fields: tuple[str, ...] = ()


def sent(request: HttpRequest) -> dict[str, Any]:
    """Read the body, which is JSON: a form of another site cannot send that without asking first."""
    _of_kind(request, "application/json")
    if _length(request) > BODY_BYTES or len(request.body) > BODY_BYTES:
        raise RefusedError(
            "too-large", f"It is larger than {BODY_BYTES} bytes", "A proposal is a page of text"
        )
    try:
        text = request.body.decode("utf-8-sig")
        if _NUL in text:
            raise RefusedError("bad-request", f"It holds {_NUL}, which no text has", "Take it out")
        return parse_json(text, "the body")
    except UnicodeDecodeError:
        raise RefusedError("not-json", "It is not UTF-8 text", "Send it as UTF-8") from None
    except ProposalError as error:
        (wrong,) = error.problems
        raise RefusedError("not-json", f"It {wrong.message}", wrong.remedy) from None


def document(request: HttpRequest) -> tuple[bytes, str]:
    """Read the document of an upload, and its name. A form of any site could send one, so the Origin has to be ours."""
    if request.META.get("HTTP_ORIGIN") != f"http://{request.META['HTTP_HOST']}":
        remedy = "Send the header Origin with the address of the desk"
        raise RefusedError("no-origin", "The header Origin is not given", remedy)
    _of_kind(request, "multipart/form-data")
    too_large = RefusedError(
        "too-large",
        f"It is larger than {UPLOAD_BYTES} bytes",
        "Save the instrument alone as a file of its own",
    )
    if _length(request) > UPLOAD_BYTES + MEGABYTE:
        raise too_large
    file = request.FILES.get("file")
    if file is None or len(request.FILES) != 1:
        raise RefusedError("bad-request", "It does not hold one file called `file`", "Send one document")
    if (file.size or 0) > UPLOAD_BYTES:
        raise too_large
    return file.read(), file.name or ""


def only(answer: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """Keep those keys of an answer that are wanted, and what every answer has."""
    if unknown := [one for one in fields if one not in answer]:
        known = f"Known here: {', '.join(one for one in answer if one not in _STAMPS)}"
        raise ParameterError((Problem("", FIELDS.name, f"the answer has no {listed(unknown)}", known),))
    return {key: value for key, value in answer.items() if not fields or key in fields or key in _STAMPS}


def in_json(answer: Mapping[str, Any], status: int, kind: str = "application/json") -> HttpResponse:
    """Give an answer in JSON, with an ETag that changes when it does."""
    data = json.dumps(answer, ensure_ascii=False).encode()
    response = HttpResponse(data, status=status, content_type=kind)
    response["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:_TAG]}"'
    return response


def _of_kind(request: HttpRequest, kind: str) -> None:
    if request.content_type != kind:
        raise RefusedError(
            "media-type", f"It is {request.content_type or 'of no kind that is said'}", f"Send {kind}"
        )


def _length(request: HttpRequest) -> int:
    length = str(request.META.get("CONTENT_LENGTH") or 0)
    return int(length) if length.isdecimal() else 0
