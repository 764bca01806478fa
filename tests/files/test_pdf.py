"""A Word file becomes a tagged PDF by LibreOffice, or it is said why not."""

import stat
import sys
from pathlib import Path

import pypdf
import pytest
from office import many_to_pdf, to_pdf

import governance
from governance.errors import DocumentError
from governance.files import office, pdf

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE = governance.draft(governance.load(EXAMPLES / "rift-house.toml"))


def program(path, script):
    """Put a program in the place of LibreOffice."""
    path.write_text(f"#!{sys.executable}\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The PDF of Rift House's instrument."""
    return pypdf.PdfReader(to_pdf(MADE, tmp_path_factory.mktemp("pdf")))


class TestTagged:
    """The PDF can be read without being seen."""

    def test_it_is_tagged(self, made):
        """It is marked, and has a tree of its parts."""
        assert made.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
        assert made.trailer["/Root"]["/StructTreeRoot"]["/K"]

    def test_it_says_that_it_is_accessible(self, made):
        """Its metadata claim PDF/UA, part 1."""
        metadata = made.trailer["/Root"]["/Metadata"].get_data().decode()
        assert "pdfuaid:part>1<" in metadata

    def test_its_language(self, made):
        """British English."""
        assert "en-GB" == made.trailer["/Root"]["/Lang"]

    def test_its_title_is_shown(self, made):
        """A reader shows the title, and not the name of the file."""
        assert "Instrument of Government: Rift House Primary School" == made.metadata.title
        assert made.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True

    def test_its_words(self, made):
        """The text is that of the instrument, with its numbers, and no underscores where somebody signs."""
        text = made.pages[0].extract_text()
        assert "4. The governing body consists of:" in text
        assert "__" not in text


def test_many_at_once(tmp_path):
    """Each comes back under its own name, however odd."""
    other = governance.draft(governance.load(EXAMPLES / "foundation.toml"))
    files = {"a/../b c.docx": MADE, "é": other}
    paths = many_to_pdf(files, tmp_path)
    texts = [pypdf.PdfReader(paths[name]).pages[0].extract_text() for name in files]
    assert ["Rift House" in text for text in texts] == [True, False]


def test_what_is_no_word_file_is_missing():
    """One that LibreOffice cannot open is not among the results, and the others are."""
    assert {"good"} == set(pdf.to_pdf({"good": MADE, "bad": b"PK\x03\x04 nothing"}))


def test_without_libreoffice(monkeypatch, tmp_path):
    """It is said what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL", ())
    with pytest.raises(DocumentError, match="apt-get install libreoffice-writer-nogui"):
        pdf.to_pdf({"a": MADE})


def test_a_usual_place(monkeypatch, tmp_path):
    """It is found where it is installed though nobody put it on the path."""
    found = program(tmp_path / "soffice", "")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL", (str(tmp_path / "nowhere"), str(found)))
    assert str(found) == pdf.office()


def test_it_fails(monkeypatch, tmp_path):
    """What LibreOffice said is passed on."""
    program(tmp_path / "soffice", "print('the disk is full'); raise SystemExit(3)")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match=r"exit status 3.*the disk is full"):
        pdf.to_pdf({"a": MADE})


def test_it_does_not_answer(monkeypatch, tmp_path):
    """It is stopped when its time is up."""
    program(tmp_path / "soffice", "import time; time.sleep(600)")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_SECONDS_TO_START", 0.2)
    monkeypatch.setattr(pdf, "_SECONDS_EACH", 0)
    with pytest.raises(DocumentError, match=r"did not answer within 0\.2 seconds"):
        pdf.to_pdf({"a": MADE})
