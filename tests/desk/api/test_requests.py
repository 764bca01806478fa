"""What the API takes and refuses: every refusal is JSON, says what is wrong, where, and what to do."""

import json
import tempfile

import pytest
from asking import ROOT, STAMPS, body, post

HERE = "http://127.0.0.1:8000"
RIFT = body(ROOT / "examples" / "rift-house.toml")
UNLAWFUL = RIFT | {"seats": RIFT["seats"] | {"parent": 1}}


def problem(response, status, kind):
    assert (status, "application/problem+json") == (response.status_code, response["Content-Type"])
    answer = response.json()
    assert (status, f"urn:governance:problem:{kind}") == (answer["status"], answer["type"])
    return answer


def test_unlawful_is_an_answer(client):
    """It comes with 200, with the day of the law, the Regulations, the hash of the law and our version."""
    response = post(client, "/check", UNLAWFUL)
    assert (200, False) == (response.status_code, response.json()["lawful"])
    assert ["2018-09-18", "uksi/2012/1034"] == [response.json()[one] for one in STAMPS[:2]]
    assert all(response.json()[one] for one in STAMPS)


def test_cannot_tell_is_an_answer(client):
    """So does what cannot be told; nothing is guessed."""
    response = post(client, "/check?on=1999-01-01", RIFT)
    assert (200, None, "1999-01-01") == (
        response.status_code,
        response.json()["lawful"],
        response.json()["law_day"],
    )
    assert "not encoded" in response.json()["error"]["problems"][0]


def test_fields(client):
    """Only what is asked for, and what every answer has; the short answer has keys of its own."""
    assert {"lawful", "total", *STAMPS} == set(post(client, "/check?fields=lawful,total", RIFT).json())
    short = post(client, "/check?fields=verdict", RIFT).json()
    assert ("lawful on condition", "2018-09-18") == (short["verdict"], short["law_day"])
    assert {"verdict", *STAMPS} == set(short)
    wrong = problem(post(client, "/check?fields=lawfull", RIFT), 422, "bad-request")
    assert "fields" == wrong["problems"][0]["parameter"]
    assert "lawful" in wrong["problems"][0]["remedy"]


def test_every_problem_has_its_place(client):
    """All that is wrong is told at once, by pointers into what was sent."""
    sent = RIFT | {"seats": {"parent": -1, "a.b": 2}, "terms": {"all": "4 ages"}}
    answer = problem(post(client, "/check", sent), 422, "bad-proposal")
    assert ["/seats/parent", "/seats/a.b", "/terms/all"] == [one["pointer"] for one in answer["problems"]]
    assert all(one["says"] and one["remedy"] for one in answer["problems"])


def test_places_in_two_proposals(client):
    """The pointer begins with which of the two it is."""
    sent = {"old": RIFT, "new": RIFT | {"seats": {"parent": "many"}}}
    (one,) = problem(post(client, "/compare", sent), 422, "bad-proposal")["problems"]
    assert "/new/seats/parent" == one["pointer"]
    problem(post(client, "/compare", RIFT), 422, "bad-proposal")


def test_places_in_several_proposals(client):
    """So it does in a report on several."""
    sent = {"proposals": [RIFT, {"school": {"category": "community"}}]}
    (one,) = problem(post(client, "/report", sent), 422, "bad-proposal")["problems"]
    assert "/proposals/1" == one["pointer"]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/check?on=18.9.2018x", "on"),
        ("/check?om=2018-09-18", "om"),
        ("/repair?most=0", "most"),
        ("/readings?everything=perhaps", "everything"),
        ("/draft?attest=stamp", "attest"),
        ("/timeline?on=2018-09-18", "on"),
    ],
)
def test_parameters(client, address, parameter):
    """A parameter that is not known, or has no such value, is never passed over."""
    (one,) = problem(post(client, address, RIFT), 422, "bad-request")["problems"]
    assert parameter == one["parameter"]
    assert one["remedy"]


@pytest.mark.parametrize(
    ("sent", "pointer"),
    [
        ({}, ""),
        ({"category": "comunity"}, "/category"),
        ({"category": "community", "wanted": {"totl": 3}}, "/wanted/totl"),
        ({"category": "community", "wanted": {"total": True}}, "/wanted/total"),
        ({"category": "community", "wanted": [3]}, "/wanted"),
        ({"category": "federation", "given": {"heads": -1}}, "/given/heads"),
    ],
)
def test_boards(client, sent, pointer):
    """What is wished for is looked at as closely as a proposal."""
    (one,) = problem(post(client, "/options", sent), 422, "bad-proposal")["problems"]
    assert pointer == one["pointer"]


def test_a_wish_that_makes_no_sense(client):
    """It is refused in the words of the command."""
    sent = {"category": "community", "wanted": {"total": "12..9"}}
    answer = problem(post(client, "/options", sent), 422, "bad-request")
    assert "runs backwards" in answer["detail"]


@pytest.mark.parametrize(
    "sent", [b" ", b"{", b"[]", b"3", b'{"a": 1, "a": 2}', b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000]
)
def test_not_json(client, sent):
    """Refused, with the place where it can be told."""
    problem(post(client, "/check", sent), 400, "not-json")


def test_a_character_of_no_text(client):
    """It is refused before a database that does not keep it is asked."""
    problem(post(client, "/check", {"school": {"name": "a\0b"}}), 422, "bad-request")


def test_json_alone(client):
    """A form of another site can send no JSON, so nothing else is taken."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        response = client.post("/api/v1/check", json.dumps(RIFT), content_type=kind)
        problem(response, 415, "media-type")


def test_sizes(client):
    """A megabyte is the most, and a document may have twenty."""
    most = json.dumps(RIFT).encode().ljust(1_000_000)
    assert 200 == post(client, "/check", most).status_code
    problem(post(client, "/check", most + b" "), 413, "too-large")
    problem(upload(client, b"a" * 20_000_001), 413, "too-large")
    problem(upload(client, b"a" * 20_000_000), 422, "bad-document")


def upload(client, data, name="x.txt", origin=HERE, **more):
    from django.core.files.uploadedfile import SimpleUploadedFile

    headers = {"origin": origin} if origin else {}
    return client.post("/api/v1/read", {"file": SimpleUploadedFile(name, data), **more}, headers=headers)


def test_an_upload_says_where_it_comes_from(client):
    """Without its Origin it is refused, and one of another site gets no further than the door."""
    problem(upload(client, b"words", origin=None), 403, "no-origin")
    assert 403 == upload(client, b"words", origin="http://example.org").status_code


@pytest.mark.parametrize(
    ("name", "data"), [("x.pdf", b"\x89PNG"), ("x.docx", b"PK\x03\x04"), ("../../x.docm", b"PK"), ("x", b"")]
)
def test_hostile_documents(client, name, data):
    """They are refused with a reason that names no file of ours."""
    response = upload(client, data, name)
    answer = response.json()
    assert (422, []) == (
        response.status_code,
        [one for one in (tempfile.gettempdir(), "governance-") if one in answer["detail"]],
    )


def test_one_document(client):
    """There is one, and it is called `file`."""
    problem(client.post("/api/v1/read", {"document": "words"}, headers={"origin": HERE}), 422, "bad-request")
    problem(post(client, "/read", RIFT, origin=HERE), 415, "media-type")


def test_addresses(client):
    """What is not there is told in JSON, too, and so is how an address is asked."""
    problem(client.get("/api/v1/nothing"), 404, "not-found")
    problem(client.get("/api/v1/no%0Athing"), 404, "not-found")
    problem(client.get("/api/v1/law/rules/reg 999"), 404, "not-found")
    response = client.get("/api/v1/check")
    problem(response, 405, "method-not-allowed")
    assert "POST" == response["Allow"]
    assert "GET, HEAD" not in response["Allow"]


def test_etag(client):
    """The same answer has the same one, and what has not changed is not sent again."""
    response = client.get("/api/v1/law/days")
    again = client.get("/api/v1/law/days", headers={"if-none-match": response["ETag"]})
    assert (304, b"") == (again.status_code, again.content)
    assert post(client, "/check", RIFT)["ETag"] == post(client, "/check", RIFT)["ETag"]
    assert post(client, "/check", RIFT)["ETag"] != post(client, "/check", UNLAWFUL)["ETag"]


def test_the_door(stranger):
    """Without the cookie of the run nothing is answered."""
    problem(post(stranger, "/check", RIFT), 403, "not-let-in")
    problem(stranger.get("/api/v1/bodies"), 403, "not-let-in")


def test_another_site(client):
    """With the cookie, but from elsewhere, nothing is answered either."""
    assert 403 == post(client, "/check", RIFT, origin="http://example.org").status_code
    assert 403 == post(client, "/check", RIFT, **{"sec-fetch-site": "cross-site"}).status_code


def test_what_is_not_drafted(client):
    """An unlawful instrument is refused with the reasons, and made where it is wanted anyway."""
    answer = problem(post(client, "/draft", UNLAWFUL), 422, "not-drafted")
    assert any("parent" in one["says"] for one in answer["problems"])
    assert 200 == post(client, "/draft?anyway=true", UNLAWFUL).status_code
    problem(post(client, "/draft?on=1999-01-01", RIFT), 422, "cannot-tell")


def test_a_mistake_of_ours(client, monkeypatch):
    """It is told in JSON, and the log has nothing of what was sent."""
    monkeypatch.setattr("governance.check", lambda *_, **__: 1 / 0)
    client.raise_request_exception = False
    problem(post(client, "/check", RIFT), 500, "failed")
