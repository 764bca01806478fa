"""Bodies, proposals and events by the API: what is kept, versions that follow one another, and nobody's name."""

import pytest
from asking import ROOT, body, post

RIFT = body(ROOT / "examples" / "rift-house.toml")


@pytest.fixture
def number(client):
    return client.get("/api/v1/bodies").json()["bodies"][0]["id"]


@pytest.fixture
def begun(client, number):
    return post(client, f"/proposals?body={number}&title=Fewer+governors", RIFT)


def test_bodies(client, authority):
    """All of them, in pages that follow one another."""
    whole = client.get("/api/v1/bodies", {"most": 1000}).json()
    assert authority.bodies.count() == len(whole["bodies"])
    found, after = [], 0
    while after is not None:
        page = client.get("/api/v1/bodies", {"most": 7, "after": after}).json()
        found += page["bodies"]
        after = page["next"]
    assert whole["bodies"] == found


def test_a_body(client, number):
    """What is kept of it, part by part, each with the day whose law it is by."""
    for part in ("", "/people", "/findings", "/proposals"):
        answer = client.get(f"/api/v1/bodies/{number}{part}")
        assert (200, True) == (answer.status_code, bool(answer.json()["law_day"]))
    assert 404 == client.get("/api/v1/bodies/99999").status_code


def test_an_instrument_can_be_asked_about(client, authority):
    """The proposal of an instrument on file is one that `check` takes."""
    held = [
        one
        for one in authority.bodies.all()
        if client.get(f"/api/v1/bodies/{one.pk}/instrument").status_code == 200
    ]
    kept = client.get(f"/api/v1/bodies/{held[0].pk}/instrument").json()
    assert 200 == post(client, "/check", kept["proposal"]).status_code


def test_a_proposal_is_begun(client, begun, number):
    """With its first version and the verdict of that day; and somebody did it."""
    kept = begun.json()
    assert (201, 1, True) == (begun.status_code, kept["version"]["number"], kept["version"]["lawful"])
    assert kept == client.get(kept["address"]).json()
    assert kept["id"] in [
        one["id"] for one in client.get(f"/api/v1/bodies/{number}/proposals").json()["proposals"]
    ]
    events = client.get("/api/v1/events", {"most": 1000}).json()["events"]
    assert ["began a proposal", "made a version"] == [one["verb"] for one in events[-2:]]
    assert events[-1]["previous_hash"] == events[-2]["hash"]


def test_versions_follow_one_another(client, begun):
    """Each follows the one whose ETag is given: another is stale, and none at all is asked for."""
    address = begun.json()["address"].removeprefix("/api/v1") + "/versions"
    second = post(client, address, RIFT, **{"if-match": begun["ETag"]})
    assert (201, 2) == (second.status_code, second.json()["version"]["number"])
    assert 409 == post(client, address, RIFT, **{"if-match": begun["ETag"]}).status_code
    assert 409 == post(client, address, RIFT, **{"if-match": '"another"'}).status_code
    assert 428 == post(client, address, RIFT).status_code
    assert 201 == post(client, address, RIFT, **{"if-match": second["ETag"]}).status_code


def test_what_is_written_otherwise_is_kept_as_it_is_read(client, number):
    """In our own words, with its days as JSON has them."""
    sent = RIFT | {"instrument": RIFT["instrument"] | {"effective_on": "18 September 2018"}}
    kept = post(client, f"/proposals?body={number}&title=As+people+write", sent).json()["version"]
    assert ("2018-09-18", "2018-09-18") == (kept["proposal"]["instrument"]["effective_on"], kept["on"])


def test_what_cannot_be_read_is_not_kept(client, number):
    """Nothing is left of it, neither a proposal nor an event."""
    before = client.get("/api/v1/events", {"most": 1000}).json()["events"]
    response = post(client, f"/proposals?body={number}&title=Wrong", {"seats": {}})
    assert 422 == response.status_code
    assert before == client.get("/api/v1/events", {"most": 1000}).json()["events"]
    assert ["body", "title"] == [
        one["parameter"] for one in post(client, "/proposals", RIFT).json()["problems"]
    ]
    assert 404 == post(client, "/proposals?body=99999&title=x", RIFT).status_code
    for title in ("x" * 251, "%00"):
        (wrong,) = post(client, f"/proposals?body={number}&title={title}", RIFT).json()["problems"]
        assert "title" == wrong["parameter"]


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_that_no_row_has(client, number):
    """It is not there, like any other."""
    for address in (f"/bodies/{number}", f"/proposals/{number}"):
        assert 404 == client.get(f"/api/v1{address}").status_code
    assert 404 == client.get(f"/read/{number}").status_code


def test_nobodys_name(client, authority, number):
    """People are keys and offices, also where the authority keeps names."""
    from governance.desk.models import Appointment, Person

    one = Appointment.objects.filter(body=number).first()
    if one is None:
        one = Appointment.objects.create(body_id=number, key="a", category="parent")
    one.person = Person.objects.create(authority=authority, name="Somebody Somewhere")
    one.save()
    assert b"Somebody" not in client.get(f"/api/v1/bodies/{number}/people").content


def test_another_authority(client):
    """What belongs to another is not there."""
    from governance.desk.models import Authority, Body, Proposal

    other = Body.objects.create(
        authority=Authority.objects.create(name="Elsewhere"), name="Far", category="community"
    )
    proposal = Proposal.objects.create(body=other, title="Theirs")
    addresses = [
        f"/bodies/{other.pk}{part}" for part in ("", "/instrument", "/people", "/findings", "/proposals")
    ]
    for address in (*addresses, f"/proposals/{proposal.pk}"):
        assert 404 == client.get(f"/api/v1{address}").status_code
    assert 404 == post(client, f"/proposals?body={other.pk}&title=x", RIFT).status_code
    assert 404 == post(client, f"/proposals/{proposal.pk}/versions", RIFT, **{"if-match": "x"}).status_code
    assert other.pk not in [
        one["id"] for one in client.get("/api/v1/bodies", {"most": 1000}).json()["bodies"]
    ]
