"""The addresses of the API: a request is read, put as a question, and answered in JSON; what is wrong is said in JSON, too."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import path, re_path
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from governance.desk.apart import read_apart
from governance.desk.api import kept, law, papers, problems
from governance.desk.api.openapi import openapi
from governance.desk.api.parameters import read
from governance.desk.api.problems import Refusal, RefusedError, refusal
from governance.desk.api.questions import QUESTIONS, REQUEST, alone, put, stamped, today
from governance.desk.api.requests import Asked, document, in_json, only, sent
from governance.desk.api.routes import PREFIX, ROUTES, Route
from governance.english import listed
from governance.errors import GovernanceError
from governance.law.citations import UnknownLawError
from governance.model.schema import schema

_log: Final = logging.getLogger("desk")
_SHORT: Final = ("verdict", "broken")
"""The keys of the short answer that the whole answer has not."""


@csrf_exempt
def api(request: HttpRequest, **places: Any) -> HttpResponse:
    """Answer a request, or say what is wrong with it. A body of JSON and the check of the Origin stand in for the token of a form."""
    body: dict[str, Any] = {}
    try:
        return _answer(request, body, places)
    except GovernanceError as error:
        found = refusal(error, body)
    except RequestDataTooBig:
        found = problems.of("too-large")
    except (MultiPartParserError, SuspiciousOperation):
        found = problems.of("media-type")
    except OperationalError:
        found = _logged("busy")
    except Exception:  # noqa: BLE001 - whatever it is, a program is told in JSON
        found = _logged("failed")
    response = in_json(found.document, found.status, problems.MEDIA_TYPE)
    if known := _routes(request):
        response["Allow"] = ", ".join(sorted(one.upper() for one in known))
    return response


def _logged(kind: str) -> Refusal:
    _log.exception("The API failed")
    return problems.of(kind)


def _answer(request: HttpRequest, body: dict[str, Any], places: Mapping[str, Any]) -> HttpResponse:
    known = _routes(request)
    if not known:
        remedy = f"{PREFIX}/openapi.json lists what there is"
        raise RefusedError("not-found", "There is no such address", remedy)
    route = known.get("get" if request.method == "HEAD" else str(request.method).lower())
    if route is None:
        raise RefusedError("method-not-allowed", f"It takes {listed([one.upper() for one in known])}")
    given = read(route.parameters, request.GET.dict())
    if route.takes and route.takes != "document":
        body.update(sent(request))
    fields = tuple(one.strip() for one in given.pop("fields", "").split(",") if one.strip())
    asked = Asked(request, route, given, body, fields)
    answer = _VIEWS[route.operation](asked, **places)
    if isinstance(answer, HttpResponse):
        return answer
    response = in_json(only(answer, fields), route.status)
    if "etag" in answer:
        response["ETag"] = answer["etag"]
    if route.method == "post":
        return response
    conditional: HttpResponse = get_conditional_response(request, etag=response["ETag"], response=response)
    return conditional


def _routes(request: HttpRequest) -> dict[str, Route]:
    """Give the routes of an address by their methods."""
    match = request.resolver_match
    return _BY_NAME.get(match.url_name or "", {}) if match else {}


def _question(asked: Asked) -> dict[str, Any]:
    question = QUESTIONS[asked.route.path.strip("/").replace("-", "_")]
    short = question.name == "check" and any(one in asked.fields for one in _SHORT)
    return put(question, asked.body, {**asked.given, **({"short": True} if short else {})})


def _paper(asked: Asked) -> HttpResponse:
    paper = papers.PAPERS[asked.route.path.strip("/")]
    response = HttpResponse(papers.made(paper, asked.body, asked.given), content_type=papers.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{paper.name}.docx"'
    return response


def _read(asked: Asked) -> dict[str, Any]:
    answer = read_apart(*document(asked.request), source=REQUEST).answer
    return stamped({**answer, "law_day": answer["effective_on"] or today().isoformat()})


def _law_days(_: Asked) -> dict[str, Any]:
    return law.days()


def _law_rules(asked: Asked) -> dict[str, Any]:
    with alone():
        return law.rules(**asked.given)


def _law_rule(asked: Asked, name: str) -> dict[str, Any]:
    try:
        with alone():
            return law.rule(name, **asked.given)
    except UnknownLawError as error:
        raise RefusedError("not-found", str(error)) from None


def _proposal_schema(_: Asked) -> dict[str, Any]:
    return schema()


def _openapi(_: Asked) -> dict[str, Any]:
    return openapi(f"desk-{settings.DESK.port}")


_VIEWS: Final[Mapping[str, Callable[..., dict[str, Any] | HttpResponse]]] = {
    "question": _question,
    "paper": _paper,
    "read": _read,
    "law_days": _law_days,
    "law_rules": _law_rules,
    "law_rule": _law_rule,
    "proposal_schema": _proposal_schema,
    "openapi": _openapi,
    **kept.VIEWS,
}
_BY_NAME: Final[dict[str, dict[str, Route]]] = {}
for _route in ROUTES:
    _BY_NAME.setdefault(f"api{_route.path}", {})[_route.method] = _route


def _pattern(address: str) -> str:
    """Write the address of a route as Django does."""
    for name, kind in (("name", "path"), ("body", "int"), ("proposal", "int")):
        address = address.replace(f"{{{name}}}", f"<{kind}:{name}>")
    return f"{PREFIX}{address}".lstrip("/")


urls = [
    *(path(_pattern(name.removeprefix("api")), api, name=name) for name in _BY_NAME),
    # A <path:rest> would end at a new line, and a page would answer the program.
    re_path(rf"^{PREFIX.lstrip('/')}/[\s\S]+\Z", api, name="api-nothing"),
]
