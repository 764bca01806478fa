"""What a reader that speaks finds in the PDF of each kind of paper: LibreOffice makes it from our Word file."""

import itertools
import re
from collections import Counter

import pypdf
import pytest
from documents_made import EXAMPLES, made
from office import many_to_pdf
from templates import with_seal
from word_samples import W, part

import governance
from governance.documents.template import read_template

SEALED = "instrument where a template is sealed"
KINDS = (
    "rift-house",
    "federation-aided",
    "instrument with an annex",
    "instrument that is sealed",
    "instrument with an annex in a council's template",
    SEALED,
    "report",
    "report on several with an annex",
    "report in a council's template",
    "check sheet",
    "rule book of one kind of school",
)
every_kind = pytest.mark.parametrize("name", KINDS)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Give the Word file and the PDF of each kind, all made in one start of LibreOffice."""
    house = governance.load(EXAMPLES / "rift-house.toml")
    sealed = governance.draft(house, changes=True, template=read_template(with_seal()))
    files = {**{name: made(name) for name in KINDS if name != SEALED}, SEALED: sealed}
    paths = many_to_pdf(files, tmp_path_factory.mktemp("pdf"))
    return {name: (files[name], pypdf.PdfReader(paths[name])) for name in KINDS}


def elements(reader):
    """Walk the tags of a PDF in reading order: each element with the standard tag that it stands for."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    roles = root.get("/RoleMap", {})

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                yield from walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                yield str(roles.get(node["/S"], node["/S"])), node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(root["/K"]))


def styles(data):
    """Count the paragraphs of each style, by its name."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    return Counter(names[one.get(f"{W}val")] for one in part(data, "word/document.xml").iter(f"{W}pStyle"))


@every_kind
class TestTagged:
    """PDF/UA: everything is tagged, in British English, under a title."""

    def test_tags_language_and_title(self, papers, name):
        """The file says that it is tagged and keeps to PDF/UA, its language, and that its title is to be shown."""
        data, reader = papers[name]
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf has a true of its own
        assert "en-GB" == root["/Lang"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
        title = part(data, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
        assert title == reader.metadata.title
        assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()

    def test_headings(self, papers, name):
        """Each title and heading is tagged as one, of its level, and no level is skipped."""
        data, reader = papers[name]
        counted, tags = styles(data), [tag for tag, _ in elements(reader) if re.fullmatch("/H[1-6]", tag)]
        assert counted["title"] + counted["heading 1"] == tags.count("/H1")
        assert counted["heading 2"] == tags.count("/H2")
        levels = [int(tag[2]) for tag in tags]
        assert 1 == levels[0]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))

    def test_table_heads(self, papers, name):
        """Each of our tables is tagged, and the cells of its first row are heads of columns; a council's own are its own."""
        data, reader = papers[name]
        tables = list(part(data, "word/document.xml").iter(f"{W}tbl"))
        ours = [table for table in tables if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
        tags = Counter(tag for tag, _ in elements(reader))
        assert len(tables) == tags["/Table"]
        assert sum(len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in ours) <= tags["/TH"]
        scopes = [
            attribute.get_object().get("/Scope")
            for tag, node in elements(reader)
            if tag == "/TH"
            for attribute in node["/A"]
        ]
        assert set(scopes) <= {"/Column", None}
        assert tags["/TH"] == scopes.count("/Column")

    def test_what_is_seen_has_words(self, papers, name):
        """A picture in the text has an alternative text."""
        figures = [node.get("/Alt") for tag, node in elements(papers[name][1]) if tag == "/Figure"]
        assert all(figures)
        assert (["The arms of Northshire"] if name == SEALED else []) == figures


def test_pages_are_told(papers):
    """The contents and the index of a rule book name the page on which each heading stands."""
    _, reader = papers["rule book of one kind of school"]
    texts = [page.extract_text() for page in reader.pages]
    told = re.findall(r"^Reg (\w+): (.+?)\s(\d+)$", "\n".join(texts[:3]), re.MULTILINE)
    assert len(told) > 10
    for number, title, page in told:
        assert re.search(
            rf"reg {number}: {re.escape(title[:20])}", texts[int(page) - 1].replace("\n", " ")
        ), number


def test_the_books_of_each_kind_end_in_one_page_to_sign(papers):
    """All of what is signed stands on the last page, and of a community school there are sixty at most."""
    _, reader = papers["rule book of one kind of school"]
    last = reader.pages[-1].extract_text()
    assert len(reader.pages) <= 60
    assert (
        last.index("What was compared, and when")
        < last.index("I have compared this book")
        < last.index("Position")
    )
