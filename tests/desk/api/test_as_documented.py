"""What the OpenAPI document says, every address does: schemathesis makes requests of it and holds each answer to it."""

import pytest
from conftest import PORT, TOKEN
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi import checks

from governance.desk.api.routes import PREFIX, ROUTES

HOST = f"127.0.0.1:{PORT}"
LET_IN = {"HTTP_HOST": HOST, "HTTP_ORIGIN": f"http://{HOST}", "HTTP_COOKIE": f"desk-{PORT}={TOKEN}"}
OF_THE_DOCUMENT_ALONE = SchemathesisConfig.from_dict({"analysis": {"constants": {"enabled": False}}})
"""Of the strings in our source, which schemathesis would try as values, it would judge thousands for each address."""
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def documented(desk):
    """Give the document as the desk gives it, with the desk to ask, whose connection stays open as under Django's own client."""
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    from governance.desk.wsgi import application

    def let_in(environ, begin):
        return application(environ | LET_IN, begin)

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield openapi.from_wsgi(f"{PREFIX}/openapi.json", let_in, config=OF_THE_DOCUMENT_ALONE)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
@pytest.mark.parametrize(
    ("mode", "many"), [(GenerationMode.POSITIVE, 8), (GenerationMode.NEGATIVE, 4)], ids=("fits", "does not")
)
def test_as_documented(documented, route, mode, many):
    """Whatever fits the document, or does not, is answered as it says, and never with a mistake of ours."""
    operation = documented[PREFIX + route.path][route.method]

    @settings(
        max_examples=many,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case):
        case.call_and_validate(checks=CHECKS)

    asked()
