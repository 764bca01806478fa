"""The pages of a proposal: begun, changed, approved, moved and made into papers, each as an officer does it."""

import io
import re

import docx
import pytest

TODAY = {"on-day": "27", "on-month": "11", "on-year": "2026"}
OFFICE = {**TODAY, "by_office": "governor services officer"}


def body(category, **also):
    from governance.desk.models import Body

    return Body.objects.filter(category=category, **also).first()


def begun(client, category, **also):
    """Begin a variation on the page of a body, with a day on which it takes effect."""
    from governance.desk.models import Proposal

    at = client.post(f"/bodies/{body(category, **also).pk}/begin", {"title": "Twelve governors"})["Location"]
    one = Proposal.objects.get(pk=int(at.rsplit("/", 1)[1]))
    save(
        client,
        one,
        **{
            f"instrument.effective_on-{part}": value
            for part, value in (("day", "4"), ("month", "1"), ("year", "2027"))
        },
    )
    return one


def fields(client, at):
    """Give what a form holds, as a browser would send it."""
    page = client.get(at).content.decode()
    inputs = re.findall(r'<input [^>]*name="([^"]+)"[^>]* value="([^"]*)"', page)
    chosen = re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL)
    return {
        **dict(inputs),
        **{name: (re.findall(r'value="([^"]*)" selected', inner) or [""])[0] for name, inner in chosen},
    }


def save(client, one, **changes):
    at = f"/proposals/{one.pk}/board"
    return client.post(at, {**fields(client, at), **changes, "save": "1"})


def move(client, one, name, **said):
    one.refresh_from_db()
    return client.post(f"/proposals/{one.pk}/move/{name}", {**OFFICE, "version": one.latest.number, **said})


def test_begun_from_the_instrument(client):
    """A variation begins with what is on file, and what it replaces is what there is now."""
    one = begun(client, "community")
    assert one.latest.data["current"]["seats"] == one.replaces.data["seats"]
    assert "made_on" not in one.latest.data["instrument"]
    assert 2 == one.latest.number


def test_every_page_of_every_proposal(client, office):
    """Each page of each proposal of the demonstration can be opened, and has a title of its own."""
    from governance.desk.models import Proposal

    titles = []
    for one in Proposal.objects.visible_to(office):
        for page in (
            "",
            "/board",
            "/details",
            "/approvals",
            "/copies",
            "/papers",
            "/plan",
            f"/versions/{one.latest.number}",
        ):
            answer = client.get(f"/proposals/{one.pk}{page}")
            assert 200 == answer.status_code, page
            titles += re.findall("<title>(.*?)</title>", answer.content.decode())[:1]
    assert len(titles) == len(set(titles))


def test_changed(client):
    """What is saved is a new version, set side by side with the one before; all else of it is kept."""
    one = begun(client, "community")
    before = one.latest
    seats = before.data["seats"]
    assert (
        302
        == save(client, one, **{"seats.co_opted": str(seats["co_opted"] + 1), "seats.total": ""}).status_code
    )
    assert seats["co_opted"] + 1 == one.latest.data["seats"]["co_opted"]
    assert one.latest.data["instrument"] == before.data["instrument"]
    page = client.get(f"/proposals/{one.pk}/versions/3").content.decode()
    assert "Co-opted governors" in page
    assert f">{seats['co_opted'] + 1}<" in page


def test_nothing_changed(client):
    """A form that changes nothing makes no version."""
    one = begun(client, "community")
    save(client, one)
    assert 2 == one.latest.number


def test_somebody_was_quicker(client):
    """A version that follows an earlier one is not saved, and shown beside what is there now."""
    one = begun(client, "community")
    stale = fields(client, f"/proposals/{one.pk}/board")
    save(client, one, **{"seats.co_opted": "9", "seats.total": ""})
    answer = client.post(
        f"/proposals/{one.pk}/board", {**stale, "seats.co_opted": "5", "seats.total": "", "save": "1"}
    )
    assert 409 == answer.status_code
    assert "somebody was quicker" in answer.content.decode()
    assert 3 == one.latest.number


def test_wrong_seats(client):
    """What is no number is said at its field, and nothing is saved."""
    one = begun(client, "community")
    answer = save(client, one, **{"seats.parent": "many"})
    assert 422 == answer.status_code
    assert 'id="seats.parent-error"' in answer.content.decode()
    assert 2 == one.latest.number


def test_details(client):
    """Terms, appointers, an office and the ethos are saved, and come back into the form."""
    one = begun(client, "voluntary aided", schools__religious_character="Church of England")
    at = f"/proposals/{one.pk}/details"
    given = {
        **fields(client, at),
        "terms.parent": "2 years",
        "appointers.0.by": "the Diocesan Board",
        "appointers.0.number": "7",
        "ex_officio.0.office": "the incumbent",
        "ex_officio.0.removal_requested_by": "the archdeacon",
        "ethos.description": "One line.",
        "save": "1",
    }
    assert 302 == client.post(at, given).status_code
    data = one.latest.data
    assert ("2 years", 7, "the incumbent") == (
        data["terms"]["parent"],
        data["foundation"]["appointers"][0]["number"],
        data["foundation"]["ex_officio"][0]["office"],
    )
    assert "the archdeacon" in client.get(at).content.decode()
    for rest in ("unknown", ""):
        assert (
            302 == client.post(at, {**fields(client, at), "foundation.rest": rest, "save": "1"}).status_code
        )
        assert rest == one.latest.data["foundation"].get("rest", "")
        assert rest == fields(client, at)["foundation.rest"]
    wrong = client.post(at, {**fields(client, at), "terms.parent": "for ever", "save": "1"})
    assert 422 == wrong.status_code


def test_to_the_signed_instrument(client):
    """From the draft to the copies, as an officer does it; what is not due yet is told with its reason."""
    one = begun(client, "community")
    page = client.get(f"/proposals/{one.pk}").content.decode()
    assert "It comes after" in page or "it comes after" in page
    for name in ("share", "agree", "submit", "check", "content"):
        assert 302 == move(client, one, name).status_code, name
    assert 409 == move(client, one, "decide").status_code
    assert 302 == move(client, one, "decide", power="the scheme of delegation").status_code
    assert (
        302
        == move(
            client,
            one,
            "make",
            **{
                f"effective_on-{part}": value
                for part, value in (("day", "4"), ("month", "1"), ("year", "2027"))
            },
        ).status_code
    )
    assert 409 == move(client, one, "send").status_code
    answer = client.post(
        f"/proposals/{one.pk}/copies", {**TODAY, "recipient": ["every member of the governing body"]}
    )
    assert 302 == answer.status_code
    assert "Still to be sent to" in client.get(f"/proposals/{one.pk}/copies").content.decode()


def test_approval_of_an_earlier_version(client):
    """An approval is of the version that was approved, and a later one makes it of an earlier version."""
    one = begun(client, "voluntary aided")
    at = f"/proposals/{one.pk}/approvals"
    given = {**OFFICE, "version": one.latest.number, "kind": "foundation_governors"}
    assert 422 == client.post(at, {**given, "kind": ""}).status_code
    assert 422 == client.post(at, {**given, "version": 1}).status_code
    assert 302 == client.post(at, given).status_code
    assert "of an earlier version" not in client.get(at).content.decode()
    save(client, one, **{"seats.foundation": "20", "seats.total": ""})
    assert "of an earlier version" in client.get(at).content.decode()


@pytest.mark.parametrize("name", ["instrument", "report", "check-sheet", "plan", "copies"])
def test_papers(client, name):
    """Each paper is a Word file of the version."""
    one = begun(client, "community")
    answer = client.get(f"/proposals/{one.pk}/versions/2/{name}")
    assert 200 == answer.status_code, answer.content.decode()[-2000:]
    assert docx.Document(io.BytesIO(answer.content)).paragraphs
    assert f'filename="{name}-{one.pk}-version-2.docx"' in answer["Content-Disposition"]


def test_the_days(client):
    """The plan goes into a calendar."""
    one = begun(client, "community")
    assert client.get(f"/proposals/{one.pk}/versions/2/days").content.startswith(b"BEGIN:VCALENDAR")


def test_refused_paper(client):
    """An unlawful instrument is not drafted: the page says why."""
    one = begun(client, "community")
    save(client, one, **{"seats.staff": "3", "seats.total": ""})
    answer = client.get(f"/proposals/{one.pk}/versions/3/instrument")
    assert 409 == answer.status_code
    assert "staff" in answer.content.decode()


def test_not_there(client):
    """What is not there answers 404."""
    one = begun(client, "community")
    for at in (
        "/proposals/9999",
        f"/proposals/{one.pk}/versions/9",
        f"/proposals/{one.pk}/move/fly",
        f"/proposals/{one.pk}/versions/1/novel",
    ):
        assert 404 == client.get(at).status_code, at


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "one", ""])
def test_a_number_that_is_none(client, number):
    """A form or an address that names no row, whatever stands there, is answered with a page."""
    one = begun(client, "voluntary aided")
    for at in (
        f"/proposals/{one.pk}/versions/1?with={number}",
        f"/events?body={number}",
        f"/bodies?since={number}",
    ):
        assert 200 == client.get(at).status_code, at
    approval = {**OFFICE, "version": number, "kind": "trustees", "school": number, "document": number}
    assert 422 == client.post(f"/proposals/{one.pk}/approvals", approval).status_code
    assert (
        302
        == client.post(
            f"/proposals/{one.pk}/approvals", {**approval, "version": one.latest.number}
        ).status_code
    )
    board = f"/proposals/{one.pk}/board"
    assert (
        409
        == client.post(
            board, {**fields(client, board), "seats.parent": "3", "after": number, "save": "1"}
        ).status_code
    )
    assert 422 == client.post(f"/bodies/{one.body.pk}", {"document": number}).status_code
    assert 200 == client.get(f"/imports/new?body={number}").status_code
