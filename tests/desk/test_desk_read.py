"""Screen 2: a document is uploaded, read with its words, corrected and checked; what is no document is refused."""

import io
import re
from pathlib import Path

import pytest
from docx import Document as Word

ROOT = Path(__file__).parents[2]

TEXT = """The name of the school is {name}.
The school is a community school.
The governing body shall consist of:
{parents} parent governors
one local authority governor
one staff governor
one headteacher
seven co-opted governors
"""
DATED = "This instrument of government comes into effect on 18 September 2018.\n"


@pytest.fixture
def documents(desk):
    from governance.desk.models import Document

    return Document.objects


def instrument(parents="two", name="Hill Road Primary School", more=DATED):
    return (TEXT.format(parents=parents, name=name) + more).encode()


def upload(client, data, name="instrument.txt"):
    file = io.BytesIO(data)
    file.name = name
    return client.post("/read", {"file": file}, follow=True)


def said(response):
    """Give the text of a page, a space between its words."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def fields(response):
    """Give what stands in the form, as pressing its button would send it."""
    page = response.content.decode()
    found = dict(re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', page))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_read_and_checked(client, authority):
    """Each value has its words and where they stand, and the answer is beside them; somebody did it."""
    response = upload(client, instrument())
    assert re.fullmatch(r"/read/\d+", response.request["PATH_INFO"])
    page = said(response)
    assert "“two parent governors” line 4" in page
    assert "Lawful, on condition" in page
    assert "18 September 2018" in page
    assert "Hill Road Primary School" in said(client.get("/read"))
    assert "read a document" == authority.events.order_by("number").last().verb


def test_what_is_in_doubt(client):
    """It stands first, with both places, and leads to its field; there is no answer by guessing."""
    page = upload(client, (ROOT / "examples" / "documents" / "parents-listed-twice.txt").read_bytes())
    assert "Look at these first" in said(page)
    assert "In conflict" in said(page)
    assert "Cannot tell" in said(page)
    assert 'href="#seats.parent"' in page.content.decode()


def test_corrected(client):
    """What is typed takes the place of what was read; the rest of the document is kept."""
    response = upload(client, instrument(parents="one"))
    assert "Unlawful" in said(response)
    at = response.request["PATH_INFO"]
    typed = fields(response) | {"seats.parent": "2"}
    assert "Lawful, on condition" in said(client.get(at, typed))
    assert "Lawful, on condition" in said(client.get(f"{at}/answer", typed))
    assert "Unlawful" in said(client.get(at, fields(response)))


def test_what_else_it_says_counts(client):
    """A term of office that no form has is checked with the corrected seats, too."""
    more = f"The term of office of parent governors is six years.\n{DATED}"
    response = upload(client, instrument(parents="one", more=more))
    corrected = client.get(response.request["PATH_INFO"], fields(response) | {"seats.parent": "2"})
    assert "Unlawful" in said(corrected)
    assert "reg 18" in said(corrected)


def test_a_federation_is_corrected(client):
    """Its schools stand in the form, and a corrected seat is checked with them."""
    from governance import draft, load

    made = load(ROOT / "examples" / "federation-community.toml")
    response = upload(client, draft(made, anyway=True), "x.docx")
    at, form = response.request["PATH_INFO"], fields(response)
    before = said(client.get(f"{at}/answer", form))
    more = said(client.get(f"{at}/answer", form | {"seats.co_opted": "99"}))
    assert before != more
    assert "School 2 of the federation" in said(client.get(at, form | {"seats.co_opted": "99"}))


def test_a_wrong_correction(client):
    """It is told at the top and at the field in the same words."""
    response = upload(client, instrument())
    page = client.get(
        response.request["PATH_INFO"], fields(response) | {"seats.parent": "lots"}
    ).content.decode()
    assert 2 <= page.count("is not a whole number")
    assert "<title>Error: " in page


def test_without_a_day(client):
    """Today's law is taken and said; but not where the words are of older law, whatever else is corrected."""
    assert "no day of effect was read: by the law of today" in said(upload(client, instrument(more="")))
    older = upload(client, instrument(more="One LEA governor.\n"))
    assert "older law" in said(older)
    corrected = client.get(
        older.request["PATH_INFO"], fields(older) | {"seats.staff": "1", "school.name": "X"}
    )
    assert "older law" in said(corrected)
    dated = {
        "instrument.effective_on-day": "1",
        "instrument.effective_on-month": "9",
        "instrument.effective_on-year": "2018",
    }
    assert "older law" not in said(client.get(older.request["PATH_INFO"], fields(older) | dated))


def test_without_a_category(client):
    """It is answered for each kind of school that it may be of."""
    text = instrument().replace(b"The school is a community school.\n", b"")
    assert "By kind of school" in said(upload(client, text))


def test_a_nearest_board_is_used(client):
    """[Use] puts its seats into the form of the document."""
    response = upload(client, instrument(parents="one"))
    chosen = re.search(r'name="use" value="([^"]+)"', response.content.decode())[1]
    used = client.get(response.request["PATH_INFO"], fields(response) | {"use": chosen}, follow=True)
    assert "Lawful" in said(used)
    assert "Unlawful" not in said(used)


def test_word(client):
    """A Word document is read by its paragraphs."""
    word, file = Word(), io.BytesIO()
    for line in instrument().decode().splitlines():
        word.add_paragraph(line)
    word.save(file)
    assert "“two parent governors” paragraph 4" in said(upload(client, file.getvalue(), "x.docx"))


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "x.docx", "empty"),
        (b"\x89PNG\r\n", "x.docx", "It is a picture"),
        (b"PK\x03\x04 no archive", "x.docx", "Word"),
        (b"PK\x03\x04", "x.docm", "macros"),
        (b"%PDF-1.7 and nothing", "x.pdf", "PDF"),
        (b"[seats]\nparent = 2\n", "x.txt", "It is a proposal"),
    ],
)
def test_refused(client, documents, data, name, reason):
    """With the reason at the field; nothing is kept, and no name of a file of ours is told."""
    before = documents.count()
    response = upload(client, data, name)
    assert 2 <= response.content.decode().count(reason)
    assert (before, []) == (
        documents.count(),
        re.findall(r"governance-\w+", response.content.decode()),
    )


def test_nothing_chosen(client):
    """It is said what to choose."""
    assert "Choose a document" in said(client.post("/read"))


def test_too_large(client, monkeypatch):
    """It is refused before it is read."""
    monkeypatch.setattr("governance.desk.views.read.UPLOAD_BYTES", 100)
    monkeypatch.setattr("governance.desk.views.read.read_apart", lambda *_, **__: 1 / 0)
    assert "larger than" in said(upload(client, b"a" * 101))


def test_words_are_words(client):
    """What a document says is shown, and never part of the page."""
    page = upload(client, instrument(name="<script>alert(1)</script> School")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_name_of_the_file_is_kept_nowhere(client, documents):
    """It may be that of a governor."""
    response = upload(client, instrument(), "letter-from-somebody.txt")
    kept = documents.order_by("-pk").first()
    assert "somebody" not in f"{response.content.decode()} {kept.path} {kept.title} {kept.reading}"


def test_what_is_not_there(client, stranger):
    """A document that was not read has no such page."""
    assert 404 == client.get("/read/99999").status_code
    assert 404 == client.get("/read/99999/answer").status_code


def test_the_process_that_reads_is_lost(client):
    """It is said, nothing is kept, and the next document is read by another."""
    from governance.desk import apart

    assert 200 == upload(client, instrument()).status_code
    apart._reader._worker.process.kill()
    apart._reader._worker.process.join()
    lost = upload(client, instrument())
    assert "brought the process that read it to an end" in said(lost)
    assert 200 == upload(client, instrument()).status_code


class TestCorrections:
    """What an officer corrects is kept with the document, beside what was read."""

    @pytest.fixture
    def corrected(self, client):
        """Give the answer once one parent was corrected to two, and the name of the school."""
        response = upload(client, instrument(parents="one"))
        typed = fields(response) | {"seats.parent": "2", "school.name": "Hill Road School", "keep": "yes"}
        return client.post(response.request["PATH_INFO"], typed, follow=True)

    def test_kept(self, client, corrected, authority):
        """What was read, what was corrected, by whom and when; the event tells it, but never what may be a name."""
        at = corrected.request["PATH_INFO"]
        page = said(client.get(at))
        assert "What was corrected" in page
        assert "Parent governors 1 2 The office" in page
        assert "“one parent governors”" in page
        assert "2" == fields(client.get(at))["seats.parent"]
        event = authority.events.order_by("number").last()
        assert (
            "corrected what was read",
            {"name": "corrected", "parent governors": "read as 1, corrected to 2"},
        ) == (
            event.verb,
            event.facts,
        )

    def test_corrected_back(self, client, corrected, documents):
        """It is a correction of its own, the one before stays, and the value is as it was read again."""
        from governance.desk.corrections import kept

        at = corrected.request["PATH_INFO"]
        back = client.post(at, fields(corrected) | {"seats.parent": "1", "keep": "yes"}, follow=True)
        assert "Parent governors 1 2 The office" in said(back)
        assert "Parent governors 1 1 The office" in said(back)
        assert "1" == fields(back)["seats.parent"]
        assert {"school.name": "Hill Road School"} == kept(documents.order_by("-pk").first())

    def test_what_is_not_kept(self, client, documents):
        """A form that says what stands there, one with a mistake in it, and a board that is only tried."""
        response = upload(client, instrument(parents="one"))
        at, typed = response.request["PATH_INFO"], fields(response)
        client.post(at, typed | {"keep": "yes"})
        wrong = client.post(at, typed | {"seats.parent": "lots", "keep": "yes"})
        used = client.post(at, typed | {"use": "parent=2"}, follow=True)
        client.post(at, fields(used) | {"seats.parent": "9"})
        assert (422, 0) == (wrong.status_code, documents.order_by("-pk").first().corrections.count())
        assert "Nothing of it is kept" in said(used)

    def test_a_day_that_the_document_lacks(self, client, documents):
        """The day of effect is kept as one value, from its three boxes, and stands in them again."""
        response = upload(client, instrument(more="One LEA governor.\n"))
        day = {"day": "1", "month": "9", "year": "2018"}
        typed = fields(response) | {f"instrument.effective_on-{part}": text for part, text in day.items()}
        client.post(response.request["PATH_INFO"], typed | {"keep": "yes"})
        (one,) = documents.order_by("-pk").first().corrections.all()
        assert ("instrument.effective_on", "", "2018-09-01") == (one.field, one.read, one.said)
        assert "2018" == fields(client.get(response.request["PATH_INFO"]))["instrument.effective_on-year"]

    @pytest.mark.usefixtures("corrected")
    def test_on_file(self, client, documents, authority):
        """The instrument on file is the corrected one; its body's events say so, and so does a proposal that replaces it."""
        body = authority.bodies.get(name="Beacon Hill Infant School")
        document = documents.order_by("-pk").first()
        client.post(f"/bodies/{body.pk}", {"document": document.pk})
        (instrument,) = document.instruments.all()
        assert (2, "Hill Road School") == (
            instrument.data["seats"]["parent"],
            instrument.data["school"]["name"],
        )
        event = body.events.order_by("-number").first()
        assert ["name", "parent governors"] == event.facts["corrected in what was read"]
        assert f'href="/read/{document.pk}"' in client.get(f"/bodies/{body.pk}").content.decode()
        begun = client.post(f"/bodies/{body.pk}/begin", follow=True)
        assert "Parent governors 1 2 The office" in said(begun)

    @pytest.mark.usefixtures("corrected")
    def test_never_changed(self, documents):
        """Neither the program nor the database changes one."""
        from django.db import DatabaseError, transaction

        from governance.desk.models import AlwaysSameError

        one = documents.order_by("-pk").first().corrections.first()
        with pytest.raises(AlwaysSameError):
            one.save()
        with pytest.raises(DatabaseError), transaction.atomic():
            type(one).objects.update(said="3")
