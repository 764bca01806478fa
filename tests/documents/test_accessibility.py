"""Every Word document we make can be read without being seen, and holds together on paper.

What is asked is what councils' guidance on accessible documents asks for, each in the file's own markup.
"""

import functools
import io
import itertools
import re
import zipfile
from collections import Counter

import docx
import pypdf
import pytest
import word_samples
from documents_made import NAMES, documents, made
from lxml import etree
from office import many_to_pdf
from openxml_audit import OpenXmlValidator
from word_samples import NS, W, words

MAIN = "word/document.xml"
every_document = pytest.mark.parametrize("name", NAMES)
part = functools.cache(word_samples.part)


def val(node, path):
    """The value of one property, or None."""
    found = node.xpath(f"string({path}/@w:val)", namespaces=NS)
    return found or None


@functools.cache
def names_of_styles(data):
    """What each style is called, by its id."""
    styles = part(data, "word/styles.xml").findall(f"{W}style")
    return {style.get(f"{W}styleId"): val(style, "w:name").lower() for style in styles}


def outline(data):
    """The titles and headings of a document, as levels; a title counts as level 1."""
    called = names_of_styles(data)
    styles = [called.get(val(found, "w:pPr/w:pStyle"), "") for found in part(data, MAIN).iter(f"{W}p")]
    levels = {"title": 1, "heading 1": 1, "heading 2": 2, "heading 3": 3}
    return [levels[style] for style in styles if style in levels]


def with_style(data, *names):
    """The paragraphs of the styles of these names."""
    called = names_of_styles(data)
    return [p for p in part(data, MAIN).iter(f"{W}p") if called.get(val(p, "w:pPr/w:pStyle")) in names]


def inherited(data, paragraph, mark):
    """Whether a paragraph, or a style that it has or that is behind it, has a property."""
    if paragraph.find(f"{W}pPr/{W}{mark}") is not None:
        return True
    styles = {style.get(f"{W}styleId"): style for style in part(data, "word/styles.xml").iter(f"{W}style")}
    style = styles.get(val(paragraph, "w:pPr/w:pStyle"))
    while style is not None:
        if style.find(f"{W}pPr/{W}{mark}") is not None:
            return True
        style = styles.get(val(style, "w:basedOn"))
    return False


def marked(data):
    """Each clause and item of a list, with the number that it is to have: every run and every list from the first on."""
    called = names_of_styles(data)
    before, clauses, items = None, 0, 0
    for paragraph in part(data, MAIN).iter(f"{W}p"):
        style = called.get(val(paragraph, "w:pPr/w:pStyle"))
        if style == "clause":
            run = val(paragraph, "w:pPr/w:numPr/w:numId")
            clauses = clauses + 1 if run == before else 1
            before, items = run, 0
            yield f"{clauses}.", words(paragraph)
        elif style == "clause item":
            items += 1
            yield f"({chr(ord('a') + items - 1)})", words(paragraph)


def squeezed(text):
    """Leave out the spaces, which a PDF does not keep as they were."""
    return re.sub(r"\s", "", text)


@every_document
class TestOutline:
    """The document can be walked through by its headings."""

    def test_headings_are_styles(self, name):
        """It starts with its title, and every style that the text names is in the file."""
        assert 1 == outline(made(name))[0]
        used = part(made(name), MAIN).xpath("//w:pStyle/@w:val | //w:rStyle/@w:val", namespaces=NS)
        assert set() == set(used) - set(names_of_styles(made(name)))

    def test_no_level_is_skipped(self, name):
        """A heading goes at most one level deeper than the one before."""
        levels = outline(made(name))
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))

    def test_the_title_is_in_the_outline(self, name):
        """A title counts as a heading of the first level, in whatever style."""
        assert all(inherited(made(name), found, "outlineLvl") for found in with_style(made(name), "title"))


@every_document
class TestWords:
    """What is read out is what is meant."""

    def test_language(self, name):
        """Every word is British English, by the defaults and by every style that says anything of it."""
        styles, settings = (part(made(name), f"word/{which}.xml") for which in ("styles", "settings"))
        assert ["en-GB"] == styles.xpath("//w:docDefaults//w:lang/@w:val", namespaces=NS)
        assert {"en-GB"} == set(styles.xpath("//w:lang/@w:val", namespaces=NS))
        assert ["en-GB"] == settings.xpath("//w:themeFontLang/@w:val", namespaces=NS)

    def test_title_and_language_of_the_file(self, name):
        """The file's own properties give its title and its language."""
        properties = docx.Document(io.BytesIO(made(name))).core_properties
        assert properties.title.strip()
        assert "en-GB" == properties.language

    def test_no_empty_paragraph(self, name):
        """Space is made by styles: every paragraph says something, but the one that Word wants behind a table at the end."""
        blank = [found for found in part(made(name), MAIN).iter(f"{W}p") if not words(found).strip()]
        called = names_of_styles(made(name))
        assert {"divider"} >= {called.get(val(found, "w:pPr/w:pStyle")) for found in blank}
        assert all(found.getprevious().tag == f"{W}tbl" for found in blank)

    def test_no_rows_of_underscores(self, name):
        """Where somebody writes there is a rule, which is not spelled out."""
        with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
            texts = [words(etree.fromstring(archive.read(one))) for one in archive.namelist() if one == MAIN]
        assert [] == [text for text in texts if re.search("_{2,}", text)]
        assert [] == part(made(name), "word/styles.xml").xpath(
            "//w:tab[@w:leader='underscore']", namespaces=NS
        )

    def test_nothing_floats(self, name):
        """There are no text boxes, frames or drawings in the text."""
        found = "//w:txbxContent | //w:framePr | //w:pict | //w:drawing | //w:object"
        assert [] == part(made(name), MAIN).xpath(found, namespaces=NS)

    def test_every_picture_has_words(self, name):
        """A picture, such as a logo, says what it shows."""
        with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
            xml = [etree.fromstring(archive.read(one)) for one in archive.namelist() if one.endswith(".xml")]
        pictures = [node for root in xml for node in root.iter("{*}docPr")]
        assert all(node.get("descr") for node in pictures)


def tables(data):
    """The tables of a document, but not the one row in which somebody signs."""
    return [
        table
        for table in part(data, MAIN).iter(f"{W}tbl")
        if names_of_styles(data).get(val(table, ".//w:pStyle")) != "signing line"
    ]


@every_document
class TestTables:
    """A table can be understood row by row."""

    def test_header_rows(self, name):
        """The first row, and no other, is marked as the header and repeats on every page."""
        for table in tables(made(name)):
            marks = [len(row.findall(f"{W}trPr/{W}tblHeader")) for row in table.findall(f"{W}tr")]
            assert [1, *[0] * (len(marks) - 1)] == marks

    def test_rows_are_whole(self, name):
        """No row breaks across two pages."""
        rows = part(made(name), MAIN).iter(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)

    def test_captions(self, name):
        """A caption stands above each table and stays with it; a caption and a description are in its properties."""
        called = names_of_styles(made(name))
        for table in tables(made(name)):
            above = table.getprevious()
            assert "caption" == called[val(above, "w:pPr/w:pStyle")]
            assert inherited(made(name), above, "keepNext")
            assert words(above).strip()
            assert val(table, "w:tblPr/w:tblCaption")
            assert val(table, "w:tblPr/w:tblDescription")

    def test_no_cell_is_merged_or_blank(self, name):
        """Every row has a cell for every column, and every cell says something."""
        for table in tables(made(name)):
            assert [] == table.xpath(".//w:gridSpan | .//w:vMerge | .//w:hMerge", namespaces=NS)
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            assert {columns} == {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")}
            assert all(words(cell).strip() for cell in table.iter(f"{W}tc"))


@every_document
class TestTogether:
    """What belongs together stays on one page."""

    def test_headings_stay_with_their_text(self, name):
        """No heading stands alone at the foot of a page."""
        found = with_style(made(name), "title", "heading 1", "heading 2", "heading 3")
        assert all(inherited(made(name), heading, "keepNext") for heading in found)

    def test_signatures_stay_with_what_is_signed(self, name):
        """What comes before a signature is kept with it, and its lines are one row that cannot split."""
        called = names_of_styles(made(name))
        for signing in with_style(made(name), "signing"):
            assert inherited(made(name), signing, "keepNext")
            (row,) = signing.getnext().iter(f"{W}tr")
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            assert {"signing line"} == {called[val(line, "w:pPr/w:pStyle")] for line in row.iter(f"{W}p")}
            before = signing.getprevious()
            assert inherited(made(name), before, "keepNext") or called.get(
                val(before, "w:pPr/w:pStyle")
            ) not in {"clause", "clause text", "numbered paragraph"}


@every_document
def test_the_schemas_find_nothing(name, tmp_path):
    """openxml-audit, which checks what Word checks, has no finding."""
    path = tmp_path / "made.docx"
    path.write_bytes(made(name))
    assert [] == [str(error) for error in OpenXmlValidator().validate(path).errors]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Give the words of each page of every document, opened by LibreOffice and exported in one start of it."""
    paths = many_to_pdf(documents(), tmp_path_factory.mktemp("pdf"))
    return {
        name: [page.extract_text() for page in pypdf.PdfReader(path).pages] for name, path in paths.items()
    }


class TestOnPaper:
    """LibreOffice opens every document and exports it to PDF."""

    def test_it_has_pages_and_its_title_on_the_first(self, printed):
        """The first words are on the first page, and an instrument, its annex or a check sheet takes four at most."""
        for name, pages in printed.items():
            first = words(next(part(made(name), MAIN).iter(f"{W}p"))).split()
            assert first == [word for word in pages[0].split() if word in first][: len(first)]
            assert len(pages) <= 4 or "report" in name or "rule book" in name, name

    def test_nobody_signs_a_page_that_says_nothing_else(self, printed):
        """A signature or a seal is whole, on one page, and never without words of the instrument or of the book."""
        for name, pages in printed.items():
            for page in pages:
                text = page.replace("\n", " ")
                for start in ("Signed on behalf of", "The common seal of"):
                    if start in text:
                        above, block = text.split(start, 1)
                        assert re.search(r"\d\. (A copy of this instrument|It takes effect)", above), name
                        assert "Name" in block, name
                        assert "Date" in block, name

    def test_numbers_start_again(self, printed):
        """As a reader sees them, every run of clauses counts 1., 2., 3. and every list in a clause (a), (b), (c)."""
        for name, pages in printed.items():
            paper = squeezed("".join(pages))
            starts = Counter(squeezed(mark + text)[:25] for mark, text in marked(made(name)))
            for start, times in starts.items():
                assert times <= paper.count(start), (name, start)
