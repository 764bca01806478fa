"""Long work: what comes of it is what the command says, and it can be watched, stopped and left."""

import io
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def begun(monkeypatch):
    """Do the work at once, in place of a thread that would not see what a test has written."""
    from governance.desk import jobs

    monkeypatch.setattr(jobs, "begin", lambda job: jobs.do(job.pk))


@pytest.fixture
def kept(monkeypatch):
    """Ask for the work, and do nothing yet."""
    from governance.desk import jobs

    monkeypatch.setattr(jobs, "begin", lambda _: None)


def tree(response):
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def text(element):
    return " ".join(element.text_content().split())


def ask(client, kind, files):
    """Ask for work on files, and give the address of its page."""
    those = []
    for name, data in files:
        file = io.BytesIO(data)
        file.name = name
        those.append(file)
    answer = client.post("/jobs", {"kind": kind, "files": those})
    assert answer.status_code == 302
    return answer["Location"]


def documents():
    return [
        (file.name, file.read_bytes())
        for file in sorted((EXAMPLES / "documents").iterdir())
        if file.is_file()
    ][:4]


def record():
    return [(file.name, file.read_bytes()) for file in sorted((EXAMPLES / "gias").glob("*.csv"))]


def test_a_folder_of_documents(client, begun, desk):
    """Each is listed with its answer, in the order of the audit; the workbook is on file, and the files are forgotten."""
    from governance.audit import audit, in_order
    from governance.desk.look import today
    from governance.desk.models import Job

    given = documents()
    page = tree(client.get(ask(client, "documents", [*given, ("broken.docx", b"no document")])))
    names = [name for name, _ in given]
    paths = [EXAMPLES / "documents" / name for name in names]
    expected = [Path(row.file).name for row in in_order(audit(paths, today=today()))]
    assert expected == [name for one in page.xpath("//tbody/tr/th") if (name := text(one)) in names]
    assert "broken.docx" in text(page)
    (workbook,) = [href for href in page.xpath("//a/@href") if href.startswith("/documents/")]
    assert client.get(workbook).content.startswith(b"PK")
    job = Job.objects.get()
    assert (job.status, job.done, job.of) == ("done", len(given) + 1, len(given) + 1)
    assert not list((desk.folder / "waiting").iterdir())


def test_the_schools_of_the_public_record(client, begun, authority):
    """Those of this authority are shown, and taken once that is said; a federation has one body."""
    from governance.desk.models import Body, School

    authority.code, authority.name = "", "Exampleshire"
    authority.save()
    before = Body.objects.count()
    at = ask(client, "schools", record())
    assert len(tree(client.get(at)).xpath("//tbody/tr")) > 0
    assert Body.objects.count() == before
    assert client.post(f"{at}/apply").status_code == 302
    assert School.objects.get(urn="990001").bodies.get().name == "Beech Primary School"
    assert client.post(f"{at}/apply").status_code == 404
    assert "Nothing would change" in text(tree(client.get(ask(client, "schools", record()))))


def test_schools_of_another_authority_are_not_ours(client, begun, authority):
    """An authority with another number takes none of them."""
    assert "Nothing would change" in text(tree(client.get(ask(client, "schools", record()))))


def test_the_audit_of_the_public_record(client, begun):
    """The grades are those of the command."""
    from governance.gias.audit.workers import audit_all
    from governance.gias.load import load

    page = tree(client.get(ask(client, "record", record())))
    found = load(sorted((EXAMPLES / "gias").glob("*.csv")))
    counted = Counter(one.grade for one in audit_all(found, found.day))
    grades = {text(row[0]).lower(): int(text(row[1])) for row in page.xpath("//tbody/tr")}
    assert {grade: many for grade, many in grades.items() if many} == dict(counted)


def test_a_file_that_is_none(client, begun):
    """It fails with the reason, and without where the file lay."""
    said = text(tree(client.get(ask(client, "record", [("x.csv", b"a,b\n1,2\n")]))))
    assert "Failed" in said
    assert "/waiting/" not in said


def test_while_it_goes_on(client, kept):
    """The page asks again by itself; stopped, it stops asking and does no work."""
    from governance.desk import jobs
    from governance.desk.models import Document, Job

    at = ask(client, "documents", documents())
    assert tree(client.get(at)).xpath("//a[@data-again]")
    job = Job.objects.get()
    assert client.post(f"{at}/stop").status_code == 302
    assert not tree(client.get(at)).xpath("//a[@data-again]")
    jobs.do(job.pk)
    assert Job.objects.get().status == "stopped"
    assert not Document.objects.filter(title=job.title).exists()


def test_what_a_stop_of_the_desk_cut_short(client, kept, desk):
    """At the next start it is said to be stopped, and its files are gone."""
    from governance.desk import jobs
    from governance.desk.models import Job

    ask(client, "documents", documents())
    jobs.pick_up()
    assert Job.objects.get().status == "stopped"
    assert not list((desk.folder / "waiting").iterdir())


def test_what_came_of_it_is_forgotten(client, begun):
    """The names of the files and the workbook go, and the event that it was done stays."""
    from governance.desk.models import Document, Event, Job

    at = ask(client, "documents", documents()[:1])
    before = Document.objects.count()
    assert client.post(f"{at}/forget").status_code == 302
    assert (Job.objects.get().given, Job.objects.get().result) == ({}, None)
    assert Document.objects.count() == before - 1
    assert Event.objects.filter(verb="finished a job").exists()


def test_no_files(client):
    """It is said at the field."""
    answer = client.post("/jobs", {"kind": "documents"})
    assert answer.status_code == 422
    assert "Choose the files" in answer.content.decode()
