"""A register is imported in four pages: nothing changes before it was shown, and then what was shown and no more."""

import io
import re

import pytest
from lxml import html

HEAD = "School,Governor ID,Type of governor,Date of appointment,Term ends,Forename,Surname,Favourite colour"
SCHOOL = "Alder Lane Primary School"


@pytest.fixture(scope="module", autouse=True)
def the_reader():
    """End the process that reads registers."""
    yield
    from governance.desk import registers

    registers.close()


@pytest.fixture
def body(authority):
    """A school with two parents and a co-opted governor on file."""
    from governance.desk.models import Appointment, Body

    made = Body.objects.create(authority=authority, name="Newly Made School", category="community")
    for line, (key, category, since) in enumerate(
        (("P1", "parent", "2024-09-01"), ("P2", "parent", "2025-01-15"), ("C1", "co_opted", "2023-09-01")),
        start=2,
    ):
        Appointment.objects.create(
            body=made, key=key, category=category, appointed_on=since, line=line, standing="in post"
        )
    return made


def tree(response):
    return html.fromstring(response.content.decode())


def text(element):
    return " ".join(element.text_content().split())


def upload(client, rows, body=None, head=HEAD):
    """Upload a register, and give the address of its import."""
    file = io.BytesIO("\n".join((head, *rows)).encode())
    file.name = "register.csv"
    answer = client.post("/imports/new", {"file": file, "body": body.pk if body else ""})
    assert answer.status_code == 302, text(tree(answer))
    return answer["Location"].removesuffix("/columns")


def apply(client, at, **more):
    page = client.get(f"{at}/changes").content.decode()
    return client.post(
        f"{at}/changes", {"digest": re.search(r'name="digest" value="(\w+)"', page)[1], **more}
    )


ROWS = (
    f"{SCHOOL},P1,Parent,2024-09-01,2028-08-31,Ada,Example,red",
    f"{SCHOOL},P3,Parent,2026-01-01,2029-12-31,Bo,Example,",
    f"{SCHOOL},C1,Co-opted,2023-09-01,2027-08-31,Cy,Example,",
)


def test_nothing_changes_before_it_is_applied(client, body):
    """Three pages are looked at, and the register on file is as it was."""
    before = list(body.appointments.values())
    at = upload(client, ROWS, body)
    for page in ("columns", "rows", "changes"):
        assert client.get(f"{at}/{page}").status_code == 200
    assert before == list(body.appointments.values())


def test_the_columns_are_shown_and_corrected(client, body):
    """Each column says what it was taken for; another answer is taken, and remembered for the same columns."""
    at = upload(client, ROWS, body)

    def shown(path):
        page = tree(client.get(path))
        return {
            text(row[0]): row.xpath(".//option[@selected]")[0].get("value")
            for row in page.xpath("//tbody/tr")
        }

    first = shown(f"{at}/columns")
    assert first["Type of governor"] == "category"
    assert first["Favourite colour"] == "ignored"
    chosen = {f"column-{number}": field for number, field in enumerate(first.values())}
    chosen["column-7"], chosen["column-4"] = "why", "ignored"
    assert client.post(f"{at}/columns", chosen).status_code == 302
    assert "2028" not in text(tree(client.get(f"{at}/changes")))
    assert apply(client, at).status_code == 302
    again = shown(f"{upload(client, ROWS, body)}/columns")
    assert (again["Favourite colour"], again["Term ends"]) == ("why", "ignored")


@pytest.mark.parametrize(
    ("third", "said"), [("E-mail", "Too few of the columns"), ("Term ends", "Date of appointment")]
)
def test_columns_that_cannot_be_told(client, body, third, said):
    """What is needed and has no column is named, and can be chosen."""
    at = upload(client, ["Parent,2024-09-01,x"], body, head=f"Type of governor,Quando,{third}")
    page = tree(client.get(f"{at}/columns"))
    assert said in text(page.xpath("//div[contains(@class, 'govuk-error-summary')]")[0])
    assert client.get(f"{at}/rows").status_code == 302
    chosen = {"column-0": "category", "column-1": "appointed_on", "column-2": "ignored"}
    assert client.post(f"{at}/columns", chosen)["Location"] == f"{at}/rows"


def test_rows_that_were_not_read(client, body):
    """Each is named by its line with the reason, and the option of the command is not."""
    at = upload(client, [*ROWS, f"{SCHOOL},P4,Parent,31/02/2025,,Di,Example,"], body)
    rows = [[text(cell) for cell in row] for row in tree(client.get(f"{at}/rows")).xpath("//tbody/tr")]
    assert [row[:3] for row in rows if row[2] != "–"] == [["5", "Date of appointment", "31/02/2025"]]
    assert "--" not in text(tree(client.get(f"{at}/rows")))


def test_what_is_applied(client, body):
    """What is new is there, what differs is changed, and who is no longer listed stays unless it is said they left."""
    from governance.desk.models import Event

    at = upload(client, ROWS, body)
    kinds = [text(row[2]) for row in tree(client.get(f"{at}/changes")).xpath("//tbody/tr")]
    assert kinds == ["New", "Changed", "Changed", "No longer listed"]
    assert apply(client, at)["Location"] == f"/bodies/{body.pk}/people"
    found = {one.key: one for one in body.appointments.all()}
    assert {key: one.standing for key, one in found.items()} == dict.fromkeys(
        ("P1", "P2", "P3", "C1"), "in post"
    )
    assert str(found["C1"].ends_stated) == "2027-08-31"
    assert Event.objects.filter(body=body, verb="imported a register").get().facts == {
        "new": 1,
        "changed": 2,
        "gone": 0,
    }
    assert apply(client, upload(client, ROWS, body), gone="yes").status_code == 302
    assert body.appointments.get(key="P2").standing == "ended"


def test_the_same_again_changes_nothing(client, body):
    """A register that was applied has no changes."""
    apply(client, upload(client, ROWS, body), gone="yes")
    before = list(body.appointments.values())
    page = tree(client.get(f"{upload(client, ROWS, body)}/changes"))
    assert "0 new, 0 changed, 0 no longer listed, 3 as they are" in text(page)
    assert before == list(body.appointments.values())


def test_a_preview_that_is_no_longer_true(client, body):
    """What changed in between is shown again, and nothing is done."""
    at = upload(client, ROWS, body)
    page = client.get(f"{at}/changes").content.decode()
    body.appointments.filter(key="C1").delete()
    digest = re.search(r'name="digest" value="(\w+)"', page)[1]
    assert client.post(f"{at}/changes", {"digest": digest}).status_code == 409
    assert body.appointments.count() == 2


def test_a_register_of_several(client, authority):
    """Each row goes to the body that it names, by name or by number; a body that the desk does not know is named."""
    from governance.desk.models import Body

    other = Body.objects.get(name="Beacon Hill Infant School")
    rows = [
        *ROWS,
        f"{other.schools.get().urn},B9,Parent,2026-02-01,,X,Y,",
        "Nowhere School,N1,Parent,2026-02-01,,X,Y,",
    ]
    at = upload(client, rows)
    assert "Nowhere School" in text(tree(client.get(f"{at}/rows")))
    apply(client, at)
    assert other.appointments.filter(key="B9").exists()
    assert Body.objects.get(name=SCHOOL).appointments.filter(key="P3").exists()


def test_no_name_is_kept(client, body, authority, desk):
    """Unless the authority keeps names no table has one, and the file is gone once the import is over."""
    from django.apps import apps

    from governance.desk.models import Person

    rows = [row.replace("Ada", "Zebedee") for row in ROWS]
    at = upload(client, rows, body)
    assert "Zebedee" not in text(tree(client.get(f"{at}/changes")))
    apply(client, at)
    held = [str(row) for model in apps.get_models() for row in model.objects.values()]
    assert not [row for row in held if "Zebedee" in row]
    assert not any(
        b"Zebedee" in file.read_bytes() for file in (desk.folder / "documents").rglob("*") if file.is_file()
    )
    authority.keeps_names = True
    authority.save()
    apply(client, upload(client, rows, body))
    assert set(Person.objects.values_list("name", flat=True)) >= {"Zebedee Example", "Bo Example"}


def test_it_can_be_left(client, body, desk):
    """Then its file is forgotten, and it cannot be opened any more."""
    from governance.desk.models import Document

    at = upload(client, ROWS, body)
    assert client.post(f"{at}/leave").status_code == 302
    assert not Document.objects.filter(kind="register").exists()
    assert client.get(f"{at}/columns").status_code == 404


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"just words\nand more", b"<html>" * 50]
)
def test_what_is_no_register(client, data):
    """It is said at the field, and nothing is kept."""
    from governance.desk.models import Document, ImportRun

    file = io.BytesIO(data)
    file.name = "register.xlsx"
    answer = client.post("/imports/new", {"file": file})
    assert answer.status_code == 422
    assert tree(answer).xpath("//p[@id='file-error']")
    assert not ImportRun.objects.exists()
    assert not Document.objects.filter(kind="register").exists()
