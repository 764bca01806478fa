"""Files made to do harm: each is refused with a reason, before it can take memory or time."""

import io
import itertools
import random
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import (
    docx,
    docx_parts,
    level,
    listed,
    marks_and_words,
    num,
    page_content,
    para,
    part,
    pattern,
    pdf,
    pdf_objects,
    row,
    run,
    start_override,
    stream,
    table,
    zipped,
)

from governance.errors import GovernanceError, UnreadableError
from governance.files import archive, budget, pdf_child, pdf_pages
from governance.reading.intake import lines, numbering, word
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.read import read_pasted
from governance.reading.text.paragraphs import paragraphs
from governance.reading.text.signs import MOST_CHARACTERS

PARTS = docx_parts(para("words"))
DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'
CHILD = Path(pdf_child.__file__)


def refused(data, source="x.docx"):
    """Read what must be refused, and give the reason."""
    with pytest.raises(UnreadableError) as caught:
        transcribe_bytes(data, source=source)
    return str(caught.value)


def bomb(size):
    """Make a Word file with a part of so many bytes that packs to almost nothing."""
    return zipped(PARTS | {"word/media/a.bin": b"\0" * size})


def patched(data, name, *, size=None, flags=None):
    """Change what the list of a zip says of one part: its unpacked size, or its flags."""
    data = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as zipped_file:
        local = zipped_file.getinfo(name).header_offset
    central = 0
    while True:
        central = data.index(b"PK\x01\x02", central) + 4
        length = struct.unpack_from("<H", data, central + 24)[0]
        if data[central + 42 : central + 42 + length].decode() == name:
            break
    if size is not None:
        struct.pack_into("<I", data, central + 20, size)
        struct.pack_into("<I", data, local + 22, size)
    if flags is not None:
        struct.pack_into("<H", data, central + 4, flags)
        struct.pack_into("<H", data, local + 6, flags)
    return bytes(data)


class TestZip:
    """The list of parts is looked at before anything is unpacked."""

    def test_bomb(self, monkeypatch):
        """A part that says it unpacks to far too much is refused before any part is unpacked."""
        monkeypatch.setattr(archive.Archive, "read", None)
        assert "unpacks to 20,000,001 bytes" in refused(bomb(archive.MOST_PART + 1))

    def test_tightly_packed(self, monkeypatch):
        """So is one that is packed more tightly than words can be, from a size on."""
        monkeypatch.setattr(archive.Archive, "read", None)
        assert "far too many" in refused(bomb(archive.LEAST_SUSPECT + 1))

    def test_small_and_tight(self):
        """A small part may be packed as tightly as can be."""
        assert transcribe_bytes(bomb(archive.LEAST_SUSPECT), source="x.docx").lines

    def test_total(self):
        """All parts together may not be too much either."""
        noise = random.Random(1).randbytes(4_000)  # noqa: S311 - what does not pack, the same each time
        loose = (noise + bytes(196_000)) * 76
        assert len(loose) < archive.MOST_PART
        assert "unpacks to more than 60 MB" in refused(
            zipped(PARTS | {f"word/media/{at}.bin": loose for at in range(4)})
        )

    def test_lying_size(self):
        """A part that unpacks to more than it says is unpacked only so far, and found to be damaged."""
        content = part("document", f"<w:body>{para('words' * 2_000_000)}</w:body>")
        data = patched(zipped(PARTS | {"word/document.xml": content}), "word/document.xml", size=1000)
        assert "damaged" in refused(data)

    def test_lying_size_is_not_unpacked(self):
        """No more of a part is unpacked than may be parsed, whatever is packed."""
        data = zipped(
            PARTS | {"word/document.xml": b"x" * (archive.MOST_XML + 1)}, packing=zipfile.ZIP_STORED
        )
        assert "larger than 10 MB" in refused(data)

    @pytest.mark.parametrize("count", [archive.MOST_PARTS + 1, 5 * archive.MOST_PARTS + 1])
    def test_many_parts(self, count):
        """Too many parts are refused."""
        assert "more than 200 parts" in refused(zipped({f"word/{at}.xml": "" for at in range(count)}))

    def test_most_parts(self):
        """As many as may be are read."""
        more = {f"word/{at}.xml": "" for at in range(archive.MOST_PARTS - len(PARTS))}
        assert transcribe_bytes(zipped(PARTS | more), source="x.docx").lines

    @pytest.mark.parametrize("name", ["/etc/x", "../x", "word/../../x", "word\\x", "c:x"])
    def test_names(self, name):
        """A part whose name leads out of the file is refused."""
        assert "leads out of the file" in refused(zipped(PARTS | {name: ""}))

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    @pytest.mark.parametrize("name", ["word/document.xml", "word/Document.xml"])
    def test_twice(self, name):
        """Two parts of one name are refused, in whatever case, since programs differ on which they read."""
        out = io.BytesIO(zipped(PARTS))
        with zipfile.ZipFile(out, "a") as opened:
            opened.writestr(name, "")
        assert "two parts of the name" in refused(out.getvalue())

    def test_encrypted(self):
        """An encrypted part is refused."""
        assert "is encrypted" in refused(patched(zipped(PARTS), "word/document.xml", flags=1))

    def test_other_packing(self):
        """A way of packing that Word does not use is refused."""
        assert "damaged" in refused(zipped(PARTS, packing=zipfile.ZIP_LZMA))

    @pytest.mark.parametrize("keep", [30, 500, -30])
    def test_cut(self, keep):
        """A zip that is cut short is refused."""
        assert "damaged" in refused(zipped(PARTS)[:keep])


class TestXml:
    """No part is parsed that could do harm."""

    @pytest.mark.parametrize(
        "name", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_doctype(self, name, encoding):
        """A declared document type is refused, in whatever encoding, in every part that is read."""
        content = PARTS[name].replace('<?xml version="1.0" encoding="UTF-8"?>', "")
        assert "declares a document type" in refused(zipped(PARTS | {name: (DTD + content).encode(encoding)}))

    def test_other_encoding(self):
        """An encoding that is neither UTF-8 nor UTF-16 cannot smuggle a declaration in."""
        content = PARTS["word/document.xml"].split("?>", 1)[1]
        smuggled = '<?xml version="1.0" encoding="UTF-7"?>' + DTD.replace("<", "+ADw-") + content
        assert "damaged" in refused(zipped(PARTS | {"word/document.xml": smuggled.encode()}))

    def test_entity(self):
        """An entity that is not declared is refused, and never left out in silence."""
        content = part("document", f"<w:body>{para('a&x;b')}</w:body>")
        assert "damaged" in refused(zipped(PARTS | {"word/document.xml": content}))

    def test_many_tags(self):
        """More tags than memory allows are refused before they are parsed."""
        assert "more than 300,000 tags" in refused(
            zipped(docx_parts("<w:p/>" * archive.MOST_MARKUP), packing=zipfile.ZIP_STORED)
        )

    @pytest.mark.parametrize("deep", [70, 300, 900, 5000])
    def test_deep(self, deep):
        """Tables in tables, tags in tags: too deep is refused, whatever the depth."""
        nested = para("words")
        for _ in range(deep):
            nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
        runs = para("<w:smartTag>" * deep * 3 + run("words") + "</w:smartTag>" * deep * 3)
        for body in (nested, runs):
            reason = refused(docx(body, **{"word/styles.xml": None}))
            assert "one inside another" in reason or "damaged" in reason or "bound" in reason

    def test_as_deep_as_may_be(self):
        """Ten tables in each other are read."""
        nested = para("words")
        for _ in range(10):
            nested = table(f"<w:tr><w:tc>{nested}</w:tc></w:tr>")
        assert ["words"] == [line.words for line in transcribe_bytes(docx(nested), source="x.docx").lines]

    def test_many_lines(self):
        """More lines than a document may have are refused, as soon as there are so many."""
        broken = f"<w:p><w:r>{'<w:t>x</w:t><w:br/>' * (lines.MOST_LINES + 1)}</w:r></w:p>"
        assert "longer than 20,000 lines" in refused(docx(broken))

    def test_most_lines(self):
        """As many as may be are read."""
        broken = f"<w:p><w:r>{'<w:t>x</w:t><w:br/>' * lines.MOST_LINES}</w:r></w:p>"
        assert lines.MOST_LINES == len(transcribe_bytes(docx(broken), source="x.docx").lines)

    def test_other_document_within(self):
        """A document that Word has not yet taken in is not left out in silence."""
        assert "another document" in refused(docx("words", '<w:altChunk r:id="a"/>'))


class TestWordStages:
    """Each stage of reading a Word file bounds its work before it begins."""

    def test_attributes(self):
        """One tag has so many attributes and no more."""
        for count, read in ((archive.MOST_ATTRIBUTES - 1, True), (archive.MOST_ATTRIBUTES + 1, False)):
            tag = f"<w:p {' '.join(f'a{at}={chr(34)}1{chr(34)}' for at in range(count))}>{run('words')}</w:p>"
            if read:
                assert ["words"] == marks_and_words(transcribe_bytes(docx(tag), source="x.docx"))
            else:
                assert "more than 3,000 attributes" in refused(docx(tag))

    def test_blanks_before_the_declaration(self):
        """Blanks that no declaration follows are looked through once."""
        content = part("document", f"<w:body>{para('words')}{' ' * 900_000}</w:body>").split("?>", 1)[1]
        assert transcribe_bytes(zipped(PARTS | {"word/document.xml": content}), source="x.docx").lines

    def test_one_part_again_and_again(self):
        """A part that is asked for again and again counts each time."""
        opened = archive.Archive(
            zipped(PARTS | {"word/media/a.bin": bytes(9_000_000)}, packing=zipfile.ZIP_STORED)
        )
        for _ in range(6):
            opened.read("word/media/a.bin")
        with pytest.raises(UnreadableError, match="unpacks to more than 60 MB"):
            opened.read("word/media/a.bin")

    @pytest.mark.parametrize(("deep", "read"), [(word.DEEPEST_TABLE, True), (word.DEEPEST_TABLE + 1, False)])
    def test_tables(self, deep, read):
        """Tables stand so deep one inside another and no deeper, beside as many others as there are."""
        nested = para("words")
        for _ in range(deep):
            nested = table(row(nested))
        data = docx(table(row(para("one"))) * 20, nested)
        if read:
            assert "words" == transcribe_bytes(data, source="x.docx").lines[-1].words
        else:
            assert "more than 12 tables one inside another" in refused(data)

    def test_wide_rows(self):
        """Each cell of a table counts, also where it is empty."""
        wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='62'/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
        data = zipped(docx_parts(table(wide * 6_500)), packing=zipfile.ZIP_STORED)
        assert "longer than 20,000 lines" in refused(data)
        assert 100 == len(transcribe_bytes(docx(table(wide * 100)), source="x.docx").lines)

    def test_carried(self):
        """Paragraphs whose ends are deleted run on, to the end of the document, and up to the longest there may be."""
        ended = "<w:rPr><w:del/></w:rPr>"
        assert ["onetwothree"] == marks_and_words(
            transcribe_bytes(
                docx(*(para(words, properties=ended) for words in ("one", "two", "three"))), source="x.docx"
            )
        )
        long = para("a1b2 " * 40_000, properties=ended)
        assert "2,000,000 characters" in refused(zipped(docx_parts(long * 11), packing=zipfile.ZIP_STORED))

    def test_places_in_places(self):
        """What a place of a form prompts for is left out, however deep it stands; what stands beside it is read."""
        begin = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        filled = "<w:sdt><w:sdtPr/><w:sdtContent>"
        end = "</w:sdtContent></w:sdt>"
        body = begin + para("a prompt") + begin * 40 + para("another") + filled + para("a third") + end * 42
        assert ["words", "filled in"] == marks_and_words(
            transcribe_bytes(docx(body, para("words"), filled + para("filled in") + end), source="x.docx")
        )

    def test_chain_of_lists(self):
        """A list that lends its pattern from a list that lends its pattern is followed so far and no further."""
        lent = [
            f'<w:abstractNum w:abstractNumId="{at}"><w:numStyleLink w:val="s{at}"/></w:abstractNum>'
            for at in range(70)
        ]
        numbers = (
            "".join(lent) + pattern(70, level(0, "decimal", "%1.")) + "".join(num(at, at) for at in range(71))
        )
        styles = "".join(
            f'<w:style w:styleId="s{at}"><w:pPr><w:numPr><w:numId w:val="{at + 1}"/></w:numPr></w:pPr></w:style>'
            for at in range(70)
        )
        first = 71 - numbering.LONGEST_CHAIN
        data = docx(listed("near", first), listed("far", first - 1), styles=styles, numbering=numbers)
        assert [("1.", "near"), ("", "far")] == [
            (line.mark, line.words) for line in transcribe_bytes(data, source="x.docx").lines
        ]

    def test_levels(self):
        """A list has nine levels: others are passed over, and an own start is that of its level alone."""
        numbers = pattern(0, *(level(at, "decimal", f"%{at % 9 + 1}.") for at in range(30))) + num(
            1, 0, start_override(0, 5), start_override(12, 9)
        )
        data = docx(listed("words", 1), listed("words", 1, 8), listed("words", 1, 12), numbering=numbers)
        assert ["5.", "1.", "2."] == [line.mark for line in transcribe_bytes(data, source="x.docx").lines]


RUNS = ("-", "[", "'", "1. ", "(a) ", "01/09/2020, ")
"""Those that take longest; `make fuzz` goes through every sign, and doubles it."""


class TestRuns:
    """What repeats itself without end says nothing, and takes no time."""

    @pytest.mark.parametrize("sign", RUNS)
    def test_paragraphs(self, sign):
        """Paragraphs of one sign, each as long as a paragraph may be, and one after the other on full lines."""
        paragraphs = "\n\n".join([(sign * 7_990)[:7_990]] * 15)
        lines_of_it = "\n".join([(sign * 99)[:99].strip()] * 250)
        for text in (paragraphs, lines_of_it):
            assert "seats" not in read_pasted(text.encode()).data

    @pytest.mark.parametrize("sign", [".", "_", "-", ". "])
    @pytest.mark.parametrize("count", [30, 120, 5_000])
    def test_leaders(self, sign, count):
        """The words around a run are read, be it as long as on a form or without end."""
        text = f"The name of the school is Anyname Primary School.\nNotes {sign * count}\nParent governors: 2"
        read = read_pasted(text.encode()).data
        assert "Anyname Primary School" == read["school"]["name"]

    def test_lead_ins(self):
        """Lines that each lead in the next, 1,300 deep, do not keep what follows from being read."""
        board = "The governing body shall consist of:\n(a) 2 parent governors;\n(b) 1 staff governor;\n(c) 3 parent governors.\n"
        text = "Note:\n\n" * 1_300 + f"{board}Total number of governors: 11\n"
        assert "seats" in read_pasted(text.encode()).data

    def test_joined(self):
        """Full lines that run on make paragraphs no longer than a paragraph may be."""
        full = "and the parents of those who are registered at the school and of others as the case may be and so on and"
        read = paragraphs(transcribe_text("\n".join([full] * 400)))
        assert max(len(line.words) for line in read) <= MOST_CHARACTERS
        assert 400 * len(full) == sum(len(line.words) for line in read) - 400 + len(read)

    def test_blank_lines(self):
        """Blank lines count, too, however they are ended."""
        for end in ("\n", "\r", "\f", "\v"):
            assert "longer than 20,000 lines" in refused(f"words{end * 110_000}".encode(), "x.txt")


class TestPdf:
    """A PDF is read by a process that may take so much and no more."""

    def test_bounded(self):
        """The process limits its own memory and time before it reads anything."""
        script = (
            f"import sys; sys.path.append({str(CHILD.parent)!r}); import pdf_child, resource; pdf_child.bound(90.5, 10**8);"
            "import signal; print([resource.getrlimit(limit)[0] for limit in (resource.RLIMIT_DATA, resource.RLIMIT_CPU)],"
            "90 < signal.getitimer(signal.ITIMER_PROF)[0] < 91)"
        )
        done = subprocess.run(
            [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
        )
        assert "[100000000, 92] True" == done.stdout.strip()

    def test_memory(self):
        """A page that unpacks to more than the process may have is refused."""
        packed = zlib.compress(b"BT (" + b"x" * 150_000_000 + b") Tj ET", 1)
        objects = _one_page(
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"
        )
        assert "x.pdf: It" in refused(pdf_objects(objects), "x.pdf")

    def test_packed_twice(self):
        """So is one that is packed over and over."""
        inner = b"\0" * 100_000_000
        for _ in range(3):
            inner = zlib.compress(inner, 1)
        filters = "/Filter [/FlateDecode /FlateDecode /FlateDecode]"
        content = f"<< /Length {len(inner)} {filters} >>\nstream\n".encode() + inner + b"\nendstream"
        assert "x.pdf: It" in refused(pdf_objects(_one_page(content)), "x.pdf")

    def test_time(self):
        """A page that takes too long is refused."""
        content = stream(page_content(["x"]) + b"q 1 0 0 1 0 0 cm BT /F1 1 Tf (a) Tj ET Q\n" * 400_000)
        assert "time or memory" in refused(pdf_objects(_one_page(content)), "x.pdf")

    def test_objects(self):
        """More objects than a PDF may have are refused before they are looked for."""
        assert "more than 100,000 objects" in refused(b"%PDF-1.4\n" + b"1 0 obj\n" * 100_001, "x.pdf")

    @pytest.mark.parametrize(
        "pages",
        [
            "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>",
            "<< /Type /Pages /Kids 2 0 R /Count -1 >>",
            "<< /Type /Pages /Count 1 /Parent 2 0 R >>",
        ],
    )
    def test_page_tree_in_a_circle(self, pages):
        """Pages that contain themselves are refused."""
        assert "x.pdf: It" in refused(pdf_objects(["<< /Type /Catalog /Pages 2 0 R >>", pages]), "x.pdf")

    def test_xref_in_a_circle(self):
        """A table of objects that goes back to itself ends."""
        data = pdf(["words"])
        at = data.rindex(b"xref\n0")
        looped = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + str(at).encode())
        assert ["words"] == [line.words for line in transcribe_bytes(looped, source="x.pdf").lines]

    def test_far_away(self):
        """Words set a thousand million points away make no lines of a thousand million spaces."""
        content = stream(page_content(["near"]) + b"BT /F1 11 Tf 1000000000 1000000000 Td (far) Tj ET\n")
        assert {"near", "far"} == {
            line.words for line in transcribe_bytes(pdf_objects(_one_page(content)), source="x.pdf").lines
        }

    @pytest.mark.parametrize(
        ("count", "read"), [(pdf_child.MOST_PAGES, True), (pdf_child.MOST_PAGES + 1, False)]
    )
    def test_pages(self, count, read):
        """A PDF may have so many pages and no more."""
        data = pdf(*(["words"] for _ in range(count)))
        if read:
            assert count == len(transcribe_bytes(data, source="x.pdf").lines)
        else:
            assert "more pages than are read" in refused(data, "x.pdf")

    def test_nothing_of_the_folder_is_run(self, tmp_path, monkeypatch):
        """A Python file beside the PDF, named like a module, is not run."""
        for name in ("pypdf", "json", "sitecustomize", "re"):
            (tmp_path / f"{name}.py").write_text("raise SystemExit('run')")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        assert transcribe_bytes(pdf(["words"]), source="x.pdf").lines

    def test_silent_process(self, monkeypatch):
        """A process that was stopped from outside is an answer too."""
        monkeypatch.setattr(pdf_pages, "_CHILD", Path(__file__).parent / "none.py")
        assert "time or memory" in refused(pdf(["words"]), "x.pdf")

    def test_wait(self, monkeypatch, tmp_path):
        """A process that does not end is not waited for."""
        idle = tmp_path / "idle.py"
        idle.write_text("import time\ntime.sleep(60)\n")
        monkeypatch.setattr(pdf_pages, "_CHILD", idle)
        monkeypatch.setattr(budget, "LONGEST_WAIT", 0.1)
        assert "time or memory" in refused(pdf(["words"]), "x.pdf")


def _one_page(content):
    """Give the objects of a PDF of one page with this content."""
    return [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
        content,
    ]


def attempt(data, source):
    """Read bytes that may be anything; only our own errors may come out."""
    try:
        said = transcribe_bytes(data, source=source).source
    except GovernanceError as error:
        said = str(error)
    assert said.startswith(source)


def flipped(data, flips):
    """Change some bytes."""
    changed = bytearray(data)
    for at, byte in flips:
        changed[at % len(changed)] = byte
    return bytes(changed)


FLIPS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8)
NUMBERED = docx_parts(
    para("words", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + table(row("a", "b")),
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


class TestAnything:
    """Whatever the bytes, the answer is a transcript or a reason."""

    @given(st.binary(max_size=400), st.sampled_from(["x.docx", "x.txt", "x"]))
    def test_bytes(self, data, source):
        """Random bytes."""
        attempt(data, source)

    @given(st.text(max_size=400))
    def test_text(self, text):
        """Random text, lone halves of characters included."""
        try:
            source = transcribe_text(text).source
        except UnreadableError as error:
            source = error.source
        assert "text" == source

    @given(st.sampled_from(sorted(NUMBERED)), FLIPS)
    def test_changed_parts(self, name, flips):
        """A Word file with some bytes of one part changed."""
        attempt(zipped(NUMBERED | {name: flipped(NUMBERED[name].encode(), flips)}), "x.docx")

    @given(FLIPS)
    def test_changed_zip(self, flips):
        """A Word file with some of its bytes changed."""
        attempt(flipped(zipped(NUMBERED, packing=zipfile.ZIP_STORED), flips), "x.docx")

    def test_changed_pdf(self):
        """A PDF with some of its bytes changed, read as the process does."""
        whole = pdf(["1. The name", "2. The category"])
        answers = set()
        for at, byte in itertools.product(range(0, len(whole), 41), (0, 60, 255)):
            try:
                answers.add(type(pdf_child.read(flipped(whole, [(at, byte)]))))
            except Exception as error:  # noqa: BLE001 - the process answers for these
                answers.add(type(error).__mro__[-2])
        assert answers <= {dict, BaseException}

    @pytest.mark.parametrize("at", [12, 200, 700])
    def test_changed_pdf_whole_way(self, at):
        """The same, the whole way."""
        attempt(flipped(pdf(["1. The name"]), [(at, 0), (at + 1, 255)]), "x.pdf")
