"""Documents that LibreOffice turns into Word files first: .doc, .odt and .rtf."""

import socket
import threading
import zipfile

import pytest

import governance
from governance.errors import UnreadableError
from governance.files import office
from governance.reading.intake.intake import transcribe_bytes

LINES = (
    "Instrument of Government",
    "The name of the school is Rowan Primary School. The school is a community school.",
    "The governing body has: 2 parent governors; 1 LA governor; 1 staff governor; the headteacher; 7 co-opted governors.",
    "Total number of governors: 12",
)
SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7, "total": 12}
NAMES = {
    "office": "office",
    "text": "text",
    "draw": "drawing",
    "svg": "svg-compatible",
}


def rich_text(*lines):
    """An .rtf file."""
    return "\n".join([r"{\rtf1\ansi", *(rf"{line}\par" for line in lines), "}"]).encode()


def open_document(path, body):
    """An .odt file."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in NAMES.items()
    )
    kind = "application/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
            f"<office:text>{body}</office:text></office:body></office:document-content>",
        )
    return path


def older_word(folder):
    """A .doc file, made by LibreOffice of an .rtf file."""
    (folder / "a.rtf").write_bytes(rich_text(*LINES))
    office.convert(office.find(), folder, ["a.rtf"], "doc:MS Word 97", seconds=60)
    return folder / "out" / "a.doc"


def test_an_older_word_file(tmp_path):
    """A .doc is read, whatever it is called, and how is said."""
    made = older_word(tmp_path).rename(tmp_path / "Rowan 2014.doc")
    understood = governance.read(made)
    assert SEATS == understood.data["seats"]
    assert str(made) == understood.transcript.source
    assert any("LibreOffice turned it into a Word file" in note for note in understood.transcript.notes)


def test_rich_text(tmp_path):
    """So is an .rtf."""
    (tmp_path / "a.rtf").write_bytes(rich_text(*LINES))
    assert SEATS == governance.read(tmp_path / "a.rtf").data["seats"]


def test_nothing_leaves_this_machine(tmp_path):
    """An OpenDocument text is read; the picture and the chapter that it says stand elsewhere are not fetched."""
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                asked.append(caller.recv(100))
                caller.close()

        threading.Thread(target=serve, daemon=True).start()
        there = f"http://127.0.0.1:{server.getsockname()[1]}"
        picture = (
            '<draw:frame svg:width="2cm" svg:height="2cm">'
            f'<draw:image xlink:href="{there}/a.png" xlink:type="simple" xlink:show="embed"/></draw:frame>'
        )
        chapter = (
            f'<text:section text:name="s"><text:section-source xlink:href="{there}/a.odt" xlink:type="simple"/>'
            "</text:section>"
        )
        body = "".join(f"<text:p>{line}</text:p>" for line in LINES)
        made = open_document(tmp_path / "a.odt", f"{body}<text:p>{picture}</text:p>{chapter}")
        assert SEATS == governance.read(made).data["seats"]
        server.close()
    assert [] == asked


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.doc", "an older Office file, such as .doc"),
        (b"{\\rtf1 words}", "a.rtf", "a rich text file (.rtf)"),
    ],
)
def test_without_libreoffice(monkeypatch, data, name, kind):
    """It is said how to get it, and what to do without it."""
    monkeypatch.setattr(office, "find", lambda: None)
    with pytest.raises(UnreadableError) as refused:
        transcribe_bytes(data, source=name)
    assert f"It is {kind}, which is read by way of LibreOffice, and that was not found" == refused.value.wrong
    assert "apt-get install libreoffice-writer-nogui" in refused.value.remedy
    assert refused.value.remedy.endswith("choose Save As, Word document (.docx), and give that.")


def test_what_libreoffice_cannot_read():
    """A damaged file, or one of another program, is refused with what to do."""
    with pytest.raises(UnreadableError, match="LibreOffice cannot read it") as refused:
        transcribe_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), source="a.doc")
    assert "a.doc" == refused.value.source


def test_limits(monkeypatch):
    """It has time and memory of its own, and is stopped beyond them."""
    monkeypatch.setattr(office, "BYTES", 20_000_000)
    with pytest.raises(UnreadableError, match="within 20 MB of memory"):
        transcribe_bytes(rich_text(*LINES), source="a.rtf")
    monkeypatch.setattr(office, "SECONDS", 0.01)
    with pytest.raises(UnreadableError, match="LibreOffice took longer than"):
        transcribe_bytes(rich_text(*LINES), source="a.rtf")
