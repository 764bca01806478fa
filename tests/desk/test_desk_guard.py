"""The door: where a request comes from, and what every answer tells the browser."""

import re
from pathlib import Path

import pytest

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def post(client, settings_of):
    """Send a form to a page that takes one, with what the browser says of where it comes from."""

    def send(**headers):
        return client.post("/form", {"x": "1"}, headers=headers)

    return send


@pytest.fixture
def settings_of(desk):
    """Give the desk one page more, that takes a form."""
    from django.http import HttpResponse
    from django.test import override_settings
    from django.urls import include, path

    class Urls:
        urlpatterns = (
            path("form", lambda _: HttpResponse("taken")),
            path("", include("governance.desk.urls")),
        )

    with override_settings(ROOT_URLCONF=Urls):
        yield


def test_our_own_form(post):
    """A form of ours comes in; the token of Django is asked besides (below)."""
    assert 200 == post(origin=HERE, sec_fetch_site="same-origin").status_code
    assert 200 == post().status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "http://localhost:8000"},
        {"origin": "https://127.0.0.1:8000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": HERE, "sec-fetch-site": "cross-site"},
    ],
)
def test_another_sites_form(post, headers):
    """A page of another site, or of another port, changes nothing."""
    assert 403 == post(**headers).status_code


def test_a_form_without_its_token(settings_of):
    """Whoever has the cookie and not the page is refused."""
    from django.test import Client

    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1:8000"})
    client.get("/?t=the-token-of-the-run")
    refused = client.post("/form", {"x": "1"}, headers={"origin": HERE})
    assert (403, True) == (refused.status_code, b"load it again" in refused.content)


def test_what_every_answer_says(client, stranger):
    """Nothing but our own files is loaded, nothing is kept, nobody frames it: on a page, an error and a refusal."""
    from django.test import Client

    answers = [client.get(path) for path in ("/", "/check", "/nothing")]
    answers.append(Client(headers={"host": "127.0.0.1:8000"}).get("/"))
    assert [200, 200, 404, 403] == [answer.status_code for answer in answers]
    for answer in answers:
        content = answer["Content-Security-Policy"]
        assert content.startswith("default-src 'none';")
        assert not re.search(r"unsafe|data:|\*|https?:", content)
        assert ("no-store", "nosniff", "DENY", "same-origin") == (
            answer["Cache-Control"],
            answer["X-Content-Type-Options"],
            answer["X-Frame-Options"],
            answer["Referrer-Policy"],
        )
        assert "Server" not in answer


def test_what_is_typed_is_never_markup(client):
    """A name with tags stands on the page as it was typed."""
    said = client.get(
        "/check", {"school.name": '"><script>alert(1)</script>', "seats.parent": "<b>"}
    ).content.decode()
    assert "<script>alert" not in said
    assert "<b>" not in said
    assert "&lt;script&gt;alert(1)" in said


def test_no_page_goes_round_the_escaping():
    """No template, view or picture calls anything safe that it did not write itself."""
    import governance.desk

    folder = Path(governance.desk.__file__).parent
    found = [
        (file.name, match)
        for file in (*folder.rglob("*.html"), *folder.rglob("*.py"))
        for match in re.findall(
            r"\|\s*safe\b|mark_safe|autoescape false|Markup\(f|Markup\([^\"'\n)]", file.read_text()
        )
    ]
    assert [] == found


def test_no_page_runs_or_loads_what_is_inline():
    """The policy would stop it, so none has it: a script, a style or a handler within the page, or another host."""
    import governance.desk

    wrong = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:|(?:src|action)=\"(?:https?:)?//"
    )
    folder = Path(governance.desk.__file__).parent
    assert [] == [
        (file.name, one) for file in folder.rglob("*.html") for one in wrong.findall(file.read_text())
    ]


def test_the_settings_are_those_of_a_server_that_is_live():
    """Django's own list for deployment finds nothing that the desk has not an answer to, and no page is for debugging."""
    from django.conf import settings
    from django.core.management import call_command

    call_command("check", deploy=True, fail_level="WARNING")
    assert not settings.DEBUG
    assert len(settings.SECRET_KEY) >= 50


def test_a_mistake_of_ours(client, monkeypatch, caplog):
    """The page says so and nothing of the program; the log says where, and nothing that was typed."""
    from governance.desk.logs import Plain
    from governance.desk.views import check

    def fails(_):
        raise RuntimeError("Somebody Private")

    monkeypatch.setattr(check, "answer_on", fails)
    client.raise_request_exception = False
    answer = client.get("/check", {"seats.parent": "2", "school.name": "Somebody Private"})
    assert (500, True) == (answer.status_code, b"a mistake in the program" in answer.content)
    assert b"RuntimeError" not in answer.content
    (entry,) = [one for one in caplog.records if one.exc_info]
    written = Plain().format(entry)
    assert "RuntimeError" in written
    assert "Private" not in written


def test_a_character_of_no_text(client, authority):
    """No database is given it: what is no letter is marked, in an address and in a form."""
    body = authority.bodies.first()
    client.post(f"/bodies/{body.pk}/begin", {"title": "a\0b"})
    assert "a\ufffdb" == body.proposals.latest("pk").title
    assert "There is none like that" in client.get("/bodies?q=%00").content.decode()
