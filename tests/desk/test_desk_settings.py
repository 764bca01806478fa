"""How the office works is set on one page: saved whole or not at all, and told as an event."""

import datetime
import os
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

ROOT = Path(__file__).parents[2]
GOOD = {"name": "Northshire County", "months_kept": "12", "holidays": "21/7/2026 to 1/9/2026\n"}
WRONG = {
    "name": (" ", "Say the name"),
    "months_kept": ("0", "a number of months"),
    "holidays": ("1/9/2026 to 21/7/2026", "the last day is before the first"),
    "house_style": ("[heading]\ncouncl = 1\n", "councl"),
}


def test_saved(client, authority):
    """What is saved comes back, and only what changed is in the event."""
    from governance.desk.models import Event

    style = (ROOT / "docs" / "house-style.toml").read_text()
    assert 302 == client.post("/settings", {**GOOD, "attest": "seal", "house_style": style}).status_code
    authority.refresh_from_db()
    assert ("Northshire County", "seal", [["2026-07-21", "2026-09-01"]]) == (
        authority.name,
        authority.attest,
        authority.holidays,
    )
    page = client.get("/settings").content.decode()
    assert "21/07/2026 to 01/09/2026" in page
    assert {"name", "house style", "attest", "holidays"} == set(Event.objects.first().facts["changed"])


@pytest.mark.parametrize("field", WRONG)
def test_wrong(client, authority, field):
    """What is wrong is said at its field, and nothing is saved."""
    value, says = WRONG[field]
    answer = client.post("/settings", {**GOOD, field: value})
    assert 422 == answer.status_code
    assert says in answer.content.decode()
    before = authority.name
    authority.refresh_from_db()
    assert before == authority.name != "Northshire County"


def test_template(client, authority):
    """A Word template is kept and used in the papers; what is none is refused."""
    plain = client.get("/proposals/1/versions/1/check-sheet").content
    wrong = SimpleUploadedFile("x.docx", b"no Word file")
    assert 422 == client.post("/settings", {**GOOD, "template": wrong}).status_code
    good = SimpleUploadedFile("x.docx", plain)
    assert 302 == client.post("/settings", {**GOOD, "template": good}).status_code
    authority.refresh_from_db()
    assert authority.template.size == len(plain)
    assert 200 == client.get("/proposals/1/versions/1/check-sheet").status_code
    assert 302 == client.post("/settings", {**GOOD, "no_template": "yes"}).status_code
    authority.refresh_from_db()
    assert authority.template is None


def test_purge(client, authority):
    """A name goes once its owner has left for longer than names are kept; who stays or left lately keeps it."""
    from governance.desk.models import Appointment, Body, Event, Person

    today = datetime.date.today()  # noqa: DTZ011 - the day where the office is
    left = {
        "long ago": today - datetime.timedelta(days=370),
        "lately": today - datetime.timedelta(days=360),
        "here": None,
    }
    for name, day in left.items():
        person = Person.objects.create(authority=authority, name=name)
        Appointment.objects.create(
            body=Body.objects.first(), key=name, category="parent", person=person, ended_on=day
        )
    again = Person.objects.get(name="here")
    Appointment.objects.create(
        body=Body.objects.first(), key="earlier", category="parent", person=again, ended_on=left["long ago"]
    )
    assert "1 name is kept" in client.get("/settings").content.decode()
    client.post("/settings/purge")
    assert {"lately", "here"} == {one.name for one in Person.objects.all()}
    assert {"names": 1} == Event.objects.first().facts


def test_backup(client, desk):
    """A backup of a file is made now, and is named; of a server's database it is said where to make one."""
    client.post("/settings/backup")
    page = client.get("/settings").content.decode()
    copies = [copy.name for copy in (desk.folder / "backups").glob("*-asked.sqlite3")]
    on_a_server = "GOVERNANCE_DATABASE" in os.environ
    assert ([] if on_a_server else copies[:1]) == copies
    assert ("on a server of its own" if on_a_server else copies[0]) in page
