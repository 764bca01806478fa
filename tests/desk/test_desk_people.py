"""The people of a body, vacancies, the calendar and its private address: by office, on a day, and never by name."""

import datetime

import pytest
from lxml import html

DAY = datetime.timedelta(days=1)


def tree(response):
    assert response.status_code == 200, response.status_code
    return html.fromstring(response.content.decode())


def text(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def today():
    from governance.desk.look import today

    return today()


@pytest.fixture
def body(authority, today):
    """A community school of ten seats with a parent whose term ends soon, one too many, and one who left."""
    from governance.desk.models import Appointment, Body, Instrument

    made = Body.objects.create(authority=authority, name="Newly Made School", category="community")
    seats = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}
    data = {
        "school": {"name": made.name, "category": "community"},
        "instrument": {"effective_on": "2016-09-01"},
        "seats": seats,
        "terms": {"all": "4 years"},
    }
    Instrument.objects.create(body=made, data=data, effective_on=datetime.date(2016, 9, 1))
    four = datetime.timedelta(days=4 * 365 + 1)
    rows = (
        ("parent A", "parent", today + 30 * DAY - four, {}),
        ("staff A", "staff", today - 100 * DAY, {}),
        ("staff B", "staff", today - 90 * DAY, {}),
        ("parent B", "parent", today - 400 * DAY, {"ended_on": today - 10 * DAY}),
    )
    for line, (key, category, since, more) in enumerate(rows, start=2):
        Appointment.objects.create(
            body=made, key=key, category=category, appointed_on=since, line=line, standing="in post", **more
        )
    return made


def test_seats_against_people(client, body):
    """Vacancies and surplus are those of the instrument and of who is in post today."""
    rows = tree(client.get(f"/bodies/{body.pk}/people")).xpath("//table")[0].xpath(".//tbody/tr")
    said = {text(row[0]): [text(cell) for cell in row[1:]] for row in rows}
    assert said["Parent governors"] == ["2", "1", "1", "–"]
    assert said["Staff governors"] == ["1", "2", "–", "1"]
    assert said["Co-opted governors"] == ["5", "0", "5", "–"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["Parent A", "Staff A", "Staff B"]),
        ("?show=all", ["Parent A", "Parent B", "Staff A", "Staff B"]),
        ("?category=staff", ["Staff A", "Staff B"]),
        ("?category=nonsense&show=nonsense", ["Parent A", "Staff A", "Staff B"]),
    ],
)
def test_who_is_shown(client, body, query, keys):
    """Those who serve; those who left, too, where that is asked for; or those of one category."""
    table = tree(client.get(f"/bodies/{body.pk}/people{query}")).xpath("//table")[1]
    assert keys == [text(one) for one in table.xpath(".//tbody/tr/th")]


def test_an_end_in_both_readings(client, body, today):
    """The day before the anniversary, or the anniversary."""
    from governance.english import either_day

    said = text(tree(client.get(f"/bodies/{body.pk}/people")))
    first = today + 30 * DAY
    assert f"{either_day(first - DAY, first)}" in said


def test_a_change_is_seen(client, body, authority):
    """What is answered is kept only until something of the body changes, which makes an event."""
    from governance.desk.events import record
    from governance.desk.models import Appointment

    record(authority, "an office", "looked", body, body=body)
    client.get(f"/bodies/{body.pk}/people")
    Appointment.objects.filter(body=body, key="staff B").update(standing="ended")
    record(authority, "an office", "changed somebody", body, body=body)
    assert "Staff B" not in text(tree(client.get(f"/bodies/{body.pk}/people")))


def test_names_only_where_they_are_kept(client, body, authority):
    """The column is there once the authority keeps names, and not before."""
    from governance.desk.models import Person

    one = body.appointments.get(key="parent A")
    one.person = Person.objects.create(authority=authority, name="Ada Example")
    one.save()
    page = f"/bodies/{body.pk}/people"
    assert "Ada Example" not in text(tree(client.get(page)))
    authority.keeps_names = True
    authority.save()
    assert "Ada Example" in text(tree(client.get(page)))


def test_an_earlier_instrument_sets_the_term(client, body, today):
    """Who was appointed under an older instrument has the term that it set."""
    from governance.desk.in_post import given_on
    from governance.desk.models import Instrument

    old = {**body.instruments.get().data, "terms": {"all": "2 years"}}
    day = datetime.date(2012, 9, 1)
    Instrument.objects.create(body=body, data=old, effective_on=day, ended_on=datetime.date(2016, 9, 1))
    _, given = given_on(body, today)
    assert {str(given.terms_on(on).by_category["all"]) for on in (datetime.date(2015, 1, 1),)} == {"2 years"}
    assert str(given.terms_on(datetime.date(2017, 1, 1)).by_category["all"]) == "4 years"


def test_vacancies_are_those_of_the_report(client, body):
    """The page, the Word file and the workbook say the same; a term that ends is listed before the day asked for."""
    import io

    from docx import Document
    from openpyxl import load_workbook

    page = tree(client.get("/vacancies"))
    mine = [row for row in page.xpath("//tr") if row.xpath(f".//a[@href='/bodies/{body.pk}/people']")]
    assert ["Co-opted governors", "5", "0", "5", "–"] in [[text(cell) for cell in row[1:]] for row in mine]
    assert body.name in text(tree(client.get("/vacancies?list=endings")))
    word = Document(io.BytesIO(client.get("/vacancies/word").content))
    assert any(cell.text == body.name for table in word.tables for row in table.rows for cell in row.cells)
    sheet = load_workbook(io.BytesIO(client.get("/vacancies/sheet").content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == body.name]
    assert (body.name, "Co-opted governors", 5, 0, 5, 0) in [row[:6] for row in rows]


@pytest.mark.parametrize(
    ("day", "says"), [(("32", "1", "2099"), "Write the day"), (("1", "1", "2020"), "still to come")]
)
def test_a_day_that_is_none(client, day, says):
    """What is wrong is said at the top and at the field, and the report is of the usual day."""
    query = "&".join(
        f"before-{part}={value}" for part, value in zip(("day", "month", "year"), day, strict=True)
    )
    page = tree(client.get(f"/vacancies?{query}"))
    assert says in text(page.xpath("//div[contains(@class, 'govuk-error-summary')]")[0])
    assert says in text(page.xpath("//p[@id='before-error']")[0])


def test_the_calendar(client, body, today):
    """A term that ends stands on the first day on which it may."""
    first = today + 29 * DAY
    page = tree(client.get(f"/calendar?from={first:%Y-%m}&kind=term&body={body.pk}"))
    assert ["Parent A: the term ends"] == [text(row[2])[:23] for row in page.xpath("//tbody/tr")][:1]


def test_a_meeting_and_the_second(client, body, today):
    """A removal has a first day for the second meeting, by the law of the day; of whom the law asks none, none is made."""
    day = today + 20 * DAY
    said = {
        "body": body.pk,
        "on-day": day.day,
        "on-month": day.month,
        "on-year": day.year,
        "about": "Removal",
    }
    assert client.post("/calendar", {**said, "removes": "co_opted"}).status_code == 302
    first, second = body.meetings.order_by("on")
    assert (first.on, first.second, second.second) == (day, False, True)
    assert second.on > day
    assert "not before this day" in second.about
    refused = client.post("/calendar", {**said, "removes": "head_teacher"})
    assert refused.status_code == 422
    assert "no second meeting" in refused.content.decode()
    assert body.meetings.count() == 2


@pytest.mark.parametrize("wrong", [{"body": ""}, {"on-day": "40"}])
def test_a_meeting_that_is_none(client, body, wrong):
    """Without a body or a day there is none."""
    said = {"body": body.pk, "on-day": 1, "on-month": 2, "on-year": 2027, **wrong}
    assert client.post("/calendar", said).status_code == 422
    assert not body.meetings.exists()


def test_the_private_address(client, stranger, body):
    """It answers without the token of the run, by category and without keys; once it is revoked, nobody."""
    from django.test import Client

    from governance.desk.models import Feed

    page = tree(client.post("/calendar/feeds", {"body": body.pk}))
    (made,) = (text(one) for one in page.xpath("//p[contains(@class, 'desk-hash')]"))
    path = made.partition(":8000")[2]
    anybody = Client(headers={"host": "127.0.0.1:8000"})
    answer = anybody.get(path)
    assert answer.status_code == 200
    said = answer.content.decode().replace("\r\n ", "")
    assert "the term of a parent governor ends" in said
    assert "parent A" not in said
    assert path.removeprefix("/feed/").removesuffix(".ics") not in Feed.objects.get().secret
    assert client.post(f"/calendar/feeds/{Feed.objects.get().pk}/revoke").status_code == 302
    assert anybody.get(path).status_code == 404
    assert "Northshire" not in anybody.get(path).content.decode()


@pytest.mark.parametrize(
    "path", ["/feed/x.ics", "/feed/", "/feed/x", "/feed/../bodies", "/feed/x.ics/../../bodies"]
)
def test_a_guessed_address(desk, path):
    """Nothing of the desk is told to whoever has no key."""
    from django.test import Client

    answer = Client(headers={"host": "127.0.0.1:8000"}).get(path)
    assert answer.status_code in {403, 404}
    assert b"Northshire" not in answer.content


def test_a_register_without_a_chair(client, body):
    """It is a note on the body, and no alarm."""
    row = next(one for one in tree(client.get("/audit")).xpath("//tbody/tr") if text(one[0]) == str(body))
    cell = next(one for one in row if text(one) == "None recorded")
    assert "desk-heat__to-note" in cell.get("class")


def test_the_audit_puts_what_is_wrong_first(client, body):
    """The body with most that is wrong stands first, and the workbook has the same rows."""
    import io

    from openpyxl import load_workbook

    page = tree(client.get("/audit"))
    wrong = [len(row.xpath("./td[contains(@class, 'desk-heat__wrong')]")) for row in page.xpath("//tbody/tr")]
    assert wrong == sorted(wrong, reverse=True)
    names = [text(one) for one in page.xpath("//tbody/tr/th")]
    sheet = load_workbook(io.BytesIO(client.get("/audit/sheet").content)).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert names == [row[0] for row in rows]
    cells = {text(row[0]): [text(cell) for cell in row[1:]] for row in page.xpath("//tbody/tr")}
    assert all(cells[row[0]] == list(row[2:10]) for row in rows)
    assert cells[body.name][2] == "1 too many"


def test_the_audit_by_a_column(client, body):
    """Sorted by seats, those with a surplus come first."""
    rows = tree(client.get("/audit?sort=seats")).xpath("//tbody/tr")
    seats = [text(row[3]) for row in rows]
    many = [number for number, one in enumerate(seats) if "too many" in one]
    assert many == list(range(len(many)))
    assert many


def test_events_and_their_chain(client, body, authority):
    """Events are listed, of one body where it is asked for; a change of one is found."""
    from governance.desk.events import record
    from governance.desk.models import Event

    record(authority, "an office", "looked at it", body, body=body)
    page = tree(client.get(f"/events?body={body.pk}&verify=yes"))
    assert [list(row[2].itertext()) for row in page.xpath("//tbody/tr")] == [["Looked at it", "An office"]]
    assert "The record holds" in text(page)
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
        Event.objects.filter(body=body).update(verb="never was here")
        assert "The record was changed" in text(tree(client.get("/events?verify=yes")))
