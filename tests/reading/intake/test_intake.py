"""A file is told by what it holds, and read or refused with a reason and a remedy."""

import codecs
import doctest
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import docx, docx_parts, marks_and_words, para, pdf, pdf_objects, zipped
from pypdf import PdfReader, PdfWriter

from governance.documents.instrument.draft import draft
from governance.errors import UnreadableError
from governance.files.pdf import to_pdf
from governance.model import load
from governance.reading.intake import intake, lines, styles
from governance.reading.intake import pdf as pdf_reader
from governance.reading.intake.intake import OLD_ENCODING, transcribe, transcribe_bytes, transcribe_text
from governance.reading.intake.lines import MOST_LINES, split_mark
from governance.reading.intake.transcript import Line, Transcript, Where
from governance.reading.text.paragraphs import paragraphs

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDS = "1. The name of the school is Rift House.\n2. The school is a community school.\n"


def refused(data, source):
    """Read what must be refused, and give the reason."""
    with pytest.raises(UnreadableError) as caught:
        transcribe_bytes(data, source=source)
    assert str(caught.value).startswith(f"{source}: It")
    assert caught.value.remedy
    return caught.value.wrong


def texts(*lines):
    """Read pasted lines and give them back as paragraphs."""
    return [f"{line.mark} {line.words}".strip() for line in paragraphs(transcribe_text("\n".join(lines)))]


class TestRefused:
    """What is not read is named, with what to do."""

    @pytest.mark.parametrize(
        ("data", "source", "reason"),
        [
            (b"", "x.docx", "It is empty"),
            (b" \r\n", "x.txt", "It is empty"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "x.docx", "It is protected by a password"),
            (b"\x89PNG\r\n\x1a\n", "x.docx", "It is a picture"),
            (b"\xff\xd8\xff\xe0", "scan.jpg", "It is a picture"),
            (b"II*\0", "scan.tif", "It is a picture"),
            (b"<!DOCTYPE html><html>", "x.docx", "It is a web page or XML"),
            (
                b"words",
                "x.docx",
                "Its name says that it is a Word document, and it is not one that can be read",
            ),
            (b"words", "x.pdf", "Its name says that it is a PDF, and it is not one that can be read"),
            (b"a,b", "x.csv", "It is a table, and no document"),
            (b"[school]", "x.toml", "It is a .toml file: a proposal, and not a document"),
            (b"{}", "x.json", "It is a .json file: a proposal, and not a document"),
            (b"a\0b\0c", "x.txt", "It is not text"),
            (bytes(range(1, 9)) * 9, "x", "It is not text"),
            (docx("words"), "x.docm", "It is a .docm file, which may hold macros"),
            (docx("words", **{"word/vbaProject.bin": "x"}), "x.docx", "It holds macros"),
            (zipped({"mimetype": "", "content.xml": ""}), "x.odt", "It is an OpenDocument file (.odt)"),
            (
                zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
                "x.docx",
                "It is a spreadsheet or a presentation",
            ),
            (zipped({"a.txt": "words"}), "x.zip", "It is a zip, and not a Word document"),
            (docx(""), "x.docx", "It holds no words"),
            (b"%PDF-1.7\nwords", "x.pdf", "It is not a whole PDF: part of it is missing or damaged"),
            (pdf([]), "x.pdf", "It has no words in it, only pictures of them; it may be a scan"),
        ],
    )
    def test_reason(self, data, source, reason):
        """Each kind has its reason."""
        assert reason == refused(data, source)

    def test_macros_in_the_list_of_types(self):
        """A file whose list of types names macros is refused, whatever its parts are called."""
        parts = docx_parts(para("words"))
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("openxml", "macroEnabled.openxml")
        assert "It holds macros" == refused(zipped(parts), "x.docx")

    @pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
    def test_locked_pdf(self, algorithm):
        """A PDF with a password is refused; one that opens without is read."""
        for password, read in (("secret", False), ("", True)):
            writer = PdfWriter(clone_from=PdfReader(_stream(pdf(["1. The name"]))))
            writer.encrypt(password, "owner", algorithm=algorithm)
            out = _stream(b"")
            writer.write(out)
            if read:
                assert ["1. The name"] == marks_and_words(transcribe_bytes(out.getvalue(), source="x.pdf"))
            else:
                assert "It is protected by a password" == refused(out.getvalue(), "x.pdf")

    def test_size(self, monkeypatch):
        """A file may be so large and no larger."""
        monkeypatch.setattr(intake, "MOST_BYTES", 1_000_000)
        assert "It is larger than 1 MB" == refused(b"x" * 1_000_001, "x.txt")
        assert transcribe_bytes(b"x" * 1_000_000, source="x.txt").lines

    def test_no_file(self, tmp_path):
        """A folder, a missing file and a name that no file can have are refused by name."""
        for path, reason in (
            (tmp_path, "folder"),
            (tmp_path / "none.docx", "cannot be read"),
            ("a\0b", "cannot be read"),
        ):
            with pytest.raises(UnreadableError, match=reason):
                transcribe(path)


class TestKinds:
    """What a file holds decides how it is read."""

    @pytest.mark.parametrize(
        ("data", "name", "kind", "notes"),
        [
            (docx("words"), "x.docx", "word", 0),
            (docx("words"), "x.DOTX", "word", 0),
            (pdf(["words"]), "x.pdf", "pdf", 0),
            (b"words", "x.txt", "text", 0),
            (b"words", "x", "text", 0),
            (pdf(["words"]), "x.docx", "pdf", 1),
            (docx("words"), "x.pdf", "word", 1),
            (docx("words"), "x.txt", "word", 1),
        ],
    )
    def test_kind(self, tmp_path, data, name, kind, notes):
        """A name that says something else is noted."""
        path = tmp_path / name
        path.write_bytes(data)
        transcript = transcribe(path)
        assert (str(path), kind, ["words"], notes) == (
            *(transcript.source, transcript.format, marks_and_words(transcript)),
            len(transcript.notes),
        )


class TestText:
    """Text is read in any of the usual encodings, and with any line ends."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_encodings(self, encoding, end):
        """Lines and signs come out the same."""
        data = end.join(["“Rift House”", "2 parents"]).encode(encoding)
        transcript = transcribe_bytes(data, source="x.txt")
        assert (["“Rift House”", "2 parents"], ()) == (marks_and_words(transcript), transcript.notes)

    def test_big_endian(self):
        """UTF-16 may begin with either of its marks."""
        data = codecs.BOM_UTF16_BE + "two".encode("utf-16-be")
        assert ["two"] == marks_and_words(transcribe_bytes(data, source="x.txt"))

    def test_old_windows(self):
        """Older Windows text is read, and a note says so."""
        transcript = transcribe_bytes("“Rift House” – £2".encode("cp1252"), source="x.txt")
        assert (["“Rift House” – £2"], (OLD_ENCODING,)) == (marks_and_words(transcript), transcript.notes)

    def test_places(self):
        """Lines count from 1 with the blank ones, and a form feed starts a page."""
        lines = transcribe_text("a\n\nb\fc").lines
        assert [
            (Where(page=1, line=1), True),
            (Where(page=1, line=3), True),
            (Where(page=2, line=4), True),
        ] == [(line.where, line.apart) for line in lines]
        assert [None] == [line.where.page for line in transcribe_text("a").lines]

    def test_set_in(self):
        """How far a line is set in is its depth."""
        assert [0, 1, 1, 2] == [line.depth for line in transcribe_text("a\n  b\n\tc\n\t    d").lines]

    @pytest.mark.parametrize("row", ["Parent\t2", "Parent     2"])
    def test_cells(self, row):
        """Tabs and wide spaces part cells."""
        assert [("Parent", "2")] == [line.cells for line in transcribe_text(row).lines]

    def test_limit(self):
        """Text may have so many lines and no more."""
        assert MOST_LINES == len(transcribe_text("x\n" * MOST_LINES).lines)
        with pytest.raises(UnreadableError, match="longer than 20,000 lines"):
            transcribe_text("x\n" * (MOST_LINES + 1))


class TestMarks:
    """A mark and the words after it are parted, and nothing is lost."""

    @pytest.mark.parametrize(
        "mark",
        [
            "4.",
            "10)",
            "(a)",
            "a)",
            "b.",
            "iv)",
            "(xii)",
            "1.1",
            "2.10.",
            "•",
            "-",
            "- a)",
            "• i.",
            "4. (a)",
            "o",
        ],
    )
    def test_marks(self, mark):
        """Every mark that sources print is known."""
        assert (mark, "two parent governors") == split_mark(f"{mark} two parent governors")

    @pytest.mark.parametrize(
        "words",
        [
            *(
                "2 parent governors",
                "10 Total number",
                "7foundationgovernors",
                "1 Staff Governors",
                "2 x parents",
            ),
            *(
                "22.06.05",
                "1.9.15 to now",
                "2015. A copy",
                "17/03/15",
                "e.g. this",
                "i.e. that",
                "13.",
                "12+Y",
            ),
            *(
                "one third",
                "a staff governor",
                "-2",
                "J. Smith",
                "(including the head)",
                "mix. it",
                "o'clock",
                "",
                "1",
            ),
        ],
    )
    def test_words(self, words):
        """What only looks like a mark is left where it stands."""
        assert ("", words) == split_mark(words)

    @given(st.text(max_size=40))
    def test_nothing_lost(self, text):
        """Mark and words together are what was there, but for spaces."""
        assert "".join(text.split()) == "".join("".join(split_mark(text)).split())


class TestParagraphs:
    """A sentence that runs over the end of a line is put together; what starts afresh is left apart."""

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (["1. The name of the school is", "Rift House"], ["1. The name of the school is Rift House"]),
            (["one co-", "opted governor"], ["one co-opted governor"]),
            (["It consists of", "two parent governors", "one staff governor"], None),
            (["It consists of:", "2 parent governors", "1 staff governor"], None),
            (["Total Number of Governors:", "Thirteen"], None),
            (["There are a total of", "12. Parents serve"], ["There are a total of 12. Parents serve"]),
            (["4.", "The governing body"], ["4. The governing body"]),
            (["Seats", "7", "Parents"], None),
            (["the", "", "end"], None),
            (["It is of the", "Parent\t2"], None),
            (["the", "(a) two"], None),
        ],
    )
    def test_joined(self, lines, expected):
        """None is for what stays as it is."""
        kept = [line for line in lines if line]
        assert (kept if expected is None else expected) == texts(*lines)

    def test_full(self):
        """A line that is as long as lines get goes on in the next, even where that begins with a capital."""
        full = [
            "The name of the governing body is the one that the",
            "Northshire Council gave it when it was made and the",
        ]
        assert 1 == len(texts(*full, "Rift House"))

    @pytest.mark.parametrize(
        ("first", "second", "together"),
        [
            ("It is made by the Highmoor", "Learning Partnership Trust;", True),
            ("The governing body of Ashgrove", "Bank School.", True),
            ("It is by order of Eastmoor Local", "Authority on 10 December 2019.", True),
            ("Holy Rood Catholic School", "Governing Body and clerk", False),
            ("Governance Panel of Havering", "To agree the instrument", False),
        ],
    )
    def test_within_a_name(self, first, second, together):
        """On a narrow page a name goes on in the next line, and what is no part of it does not."""
        narrow = "7. A copy is given to each governor and the head."
        found = texts(narrow, narrow, f"6. Words words words {first}", second)
        assert together is (f"6. Words words words {first} {second}" in found)

    def test_places(self):
        """A paragraph stands where its first line does."""
        assert [Where(line=1)] == [line.where for line in paragraphs(transcribe_text("the\nend"))]

    @given(st.lists(st.text(alphabet="ab 1.():;-\tThe", max_size=60), min_size=1, max_size=12))
    def test_nothing_lost(self, lines):
        """Joining loses no word, and puts none elsewhere."""
        try:
            transcript = transcribe_text("\n".join(lines))
        except UnreadableError:
            return
        before, after = (
            "".join("".join(f"{line.mark}{line.words}" for line in some).split())
            for some in (transcript.lines, paragraphs(transcript))
        )
        assert before == after


class TestPdf:
    """A PDF is read as it is printed."""

    def test_furniture(self):
        """What every page repeats at its edges is left out and noted; a page's own lines are kept."""
        pages = [["Rift House", f"{at}. Clause {'x' * at}", "", f"Page {at} of 3"] for at in (1, 2, 3)]
        transcript = transcribe_bytes(pdf(*pages), source="x.pdf")
        assert ["1. Clause x", "2. Clause xx", "3. Clause xxx"] == marks_and_words(transcript)
        assert ("Repeated on the pages and left out: 'Rift House'.",) == transcript.notes
        assert [Where(page=at, line=2) for at in (1, 2, 3)] == [line.where for line in transcript.lines]

    def test_one_page(self):
        """A single page's own number is left out with the words beside it; another page's number is not."""
        foot = {"Rift House Page 1 of 1": ["a"], "as on page 1 of 3": ["a", "as on page 1 of 3"]}
        for line, expected in foot.items():
            assert expected == marks_and_words(transcribe_bytes(pdf(["a", line]), source="x.pdf"))

    def test_bare_page_numbers(self):
        """Bare numbers that count the pages are left out; a number at the foot of one page is not."""
        assert ["a", "b"] == marks_and_words(transcribe_bytes(pdf(["a", "4"], ["b", "5"]), source="x.pdf"))
        assert ["a", "12"] == marks_and_words(transcribe_bytes(pdf(["a", "12"]), source="x.pdf"))

    def test_counts_are_not_page_numbers(self):
        """Lines that differ in a number are not furniture."""
        lines = marks_and_words(
            transcribe_bytes(pdf(["a", "4 parent governors"], ["b", "2 parent governors"]), source="x.pdf")
        )
        assert ["a", "4 parent governors", "b", "2 parent governors"] == lines

    def test_page_without_words(self):
        """A page without words is noted."""
        assert ("Page 2 has no words in it; if it is a picture, it was not read.",) == transcribe_bytes(
            pdf(["words"], []), source="x.pdf"
        ).notes

    def test_rubbish_in_front(self):
        """A PDF may have something in front."""
        assert ["words"] == marks_and_words(transcribe_bytes(b"\n\n" + pdf(["words"]), source="x.pdf"))

    def test_without_pages(self):
        """A PDF of no pages has no words."""
        empty = pdf_objects(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])
        assert "It has no words" in refused(empty, "x.pdf")


@pytest.fixture(scope="module")
def drafts():
    """Draft some of the examples, and have LibreOffice print them."""
    words = {
        path.stem: draft(load(path), anyway=True) for path in sorted(EXAMPLES.glob("voluntary-aided*.toml"))
    }
    return words, to_pdf(words)


class TestDrafts:
    """An instrument that this project drafts is read back, from Word and from the PDF of it, alike."""

    def test_alike(self, drafts):
        """Each paragraph comes out the same, but for where pages and tables part them."""
        for name, data in drafts[0].items():
            word, printed = (
                "".join("".join(line.mark + line.words for line in paragraphs(transcript)).split())
                for transcript in (
                    transcribe_bytes(data, source="x.docx"),
                    transcribe_bytes(drafts[1][name], source="x.pdf"),
                )
            )
            assert word == printed, name

    def test_clauses(self, drafts):
        """Every clause of the PDF is one paragraph with its mark."""
        for name, data in drafts[0].items():
            word, printed = (
                [(line.mark, line.words) for line in paragraphs(transcript) if line.mark]
                for transcript in (
                    transcribe_bytes(data, source="x.docx"),
                    transcribe_bytes(drafts[1][name], source="x.pdf"),
                )
            )
            assert word == printed, name


@pytest.mark.parametrize("module", [lines, pdf_reader, styles])
def test_examples_in_docstrings(module):
    """What a docstring shows is so."""
    failed, tried = doctest.testmod(module)
    assert (0, True) == (failed, tried > 0)


def _stream(data):
    """Open bytes as a file."""
    return io.BytesIO(data)


def test_a_cell_that_ran_on():
    """The end of a first cell that a printed row put on a line of its own is given back to the row."""
    where = Where(page=1, line=1)
    row = Line("local authority\t2\t1", where, cells=("local authority", "2", "1"), apart=True)
    rest = Line("governors", where)
    (whole,) = paragraphs(Transcript("x.pdf", "pdf", (row, rest)))
    assert ("local authority governors", "2", "1") == whole.cells
    for other in (
        Line("Total 12", where),
        Line("governors", where, apart=True),
        Line("a sentence of its own", where),
    ):
        assert (row, other) == paragraphs(Transcript("x.pdf", "pdf", (row, other)))
