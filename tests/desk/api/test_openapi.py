"""The OpenAPI document: it is valid, it is made of the keys of a proposal, and it is that of the addresses."""

import re

import jsonschema
import pytest
from asking import EXAMPLES, ROOT, body, post
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from governance.model.schema import schema


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json()


def test_valid(document):
    """As OpenAPI 3.1 has it."""
    validate(document, cls=OpenAPIV31SpecValidator)


def test_every_address_answers(client, document):
    """None is described that is not there, and what it says of a wrong method is true."""
    for address, methods in document["paths"].items():
        at = re.sub(r"\{\w+\}", "1", address)
        for method in ("get", "post"):
            status = getattr(client, method)(at, {}).status_code if method not in methods else None
            assert status in (None, 405), (method, address)
        if "get" in methods:
            assert client.get(at).status_code in (200, 404), address


def test_the_schema_of_a_proposal(client, document):
    """It is that of `governance schema`, at its own address, too."""
    assert schema() == client.get("/api/v1/schema/proposal.json").json()
    assert schema()["properties"] == document["components"]["schemas"]["Proposal"]["properties"]


def test_every_refusal_is_described(client, document):
    """What comes back is as the document says, in its status and in its form."""
    form = document["components"]["schemas"]["Problem"]
    cases = [
        ("/check", {"seats": 3}),
        ("/check?on=x", {}),
        ("/draft", {}),
        ("/proposals", {}),
        ("/proposals/1/versions", {}),
        ("/options", {}),
    ]
    for address, sent in cases:
        response = post(client, address, sent)
        jsonschema.validate(response.json(), form)
        path = re.sub(r"/1", "/{proposal}", address.partition("?")[0])
        assert str(response.status_code) in document["paths"][f"/api/v1{path}"]["post"]["responses"], address


@pytest.mark.parametrize("address", ["/check", "/repair", "/timeline"])
def test_every_answer_is_described(client, document, address):
    """It has what the document says that every answer has."""
    jsonschema.validate(
        post(client, address, body(EXAMPLES[0])).json(), document["components"]["schemas"]["Answer"]
    )


def test_examples_fit_the_schema(document):
    """A proposal that is taken is one that the document describes."""
    jsonschema.validate(
        body(ROOT / "examples" / "rift-house.toml"), document["components"]["schemas"]["Proposal"]
    )
