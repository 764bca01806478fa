"""The school's bulk-update workbook is filled from the people of a body, into a copy that is put on file."""

import io
import zipfile
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

TEMPLATE = Path(__file__).parents[2] / "examples" / "gias-school" / "bulk-update-template.xlsx"


def fill(client, body, data):
    return client.post(f"/bodies/{body.pk}/bulk-update", {"file": SimpleUploadedFile("t.xlsx", data)})


def test_filled(client, office):
    """The rows of those in post are in the copy and nothing else is changed; names are blank, and that is said."""
    from governance.desk.models import Body, Document, Event

    body = Body.objects.visible_to(office).filter(category="community").first()
    answer = fill(client, body, TEMPLATE.read_bytes())
    page = answer.content.decode()
    assert 200 == answer.status_code
    assert "Names are left blank" in page
    document = Document.objects.get(title__startswith="Bulk-update workbook")
    got = client.get(f"/documents/{document.pk}").content
    with zipfile.ZipFile(TEMPLATE) as before, zipfile.ZipFile(io.BytesIO(got)) as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert ["xl/worksheets/sheet1.xml"] == changed
    assert "filled the bulk-update workbook" == Event.objects.first().verb


def test_no_template(client, office):
    """Another file, or none, is refused at the field."""
    from governance.desk.models import Body

    body = Body.objects.visible_to(office).first()
    for data in (b"", b"PK no workbook", b"a,b\n1,2\n"):
        answer = fill(client, body, data)
        assert 422 == answer.status_code
        assert 'id="file-error"' in answer.content.decode()
