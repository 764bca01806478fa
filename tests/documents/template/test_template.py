"""A document in a council's own Word template: the council's look, our words, and nothing that reaches outside."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
import templates as made_with
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Twips
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import words as paragraphs
from lxml import etree
from office import many_to_pdf
from openxml_audit import OpenXmlValidator
from templates import DOCUMENT, MACROS, TEMPLATE, changed, council, logo, related, typed, with_bookmark
from word_samples import MARK, NS, SEATS, WHOLE, W, document, part, styled, words

import governance
from governance.documents.template import load_template, read_template
from governance.documents.word.blocks import Title
from governance.documents.word.proofread import proofread
from governance.documents.word.render import render
from governance.errors import UnreadableError

EXAMPLES = Path(__file__).parents[3] / "examples"
HOUSE = governance.load(EXAMPLES / "rift-house.toml")
TOO_SMALL = governance.load(EXAMPLES / "unlawful" / "too-small.toml")
HEADER = "word/header1.xml"
EMBEDDED = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rIdX"/></w:object>'
PLAIN = document(Title("Report"), SEATS)
KINDS = {
    "a document": council(),
    "a template": typed(council(), TEMPLATE),
    "landscape": council(landscape=True),
    "one header": council(first_page=False),
    "no header": council(heads=False),
    "a bookmark": with_bookmark(),
    "our own document": governance.draft(HOUSE),
}


def dressed(data, made=PLAIN):
    """Render a document in a template."""
    return render(made, read_template(data))


def opened(data):
    """Open it with python-docx."""
    return docx.Document(io.BytesIO(data))


def _stops(paragraph):
    """The tabs that hold in a paragraph: its own, and of its style and those beneath what it does not clear."""
    found = {}
    style = paragraph.style
    formats = [paragraph.paragraph_format]
    while style is not None:
        formats.append(style.paragraph_format)
        style = style.base_style
    for stops in formats:
        for stop in stops.tab_stops:
            found.setdefault(stop.position, stop)
    return [stop for stop in found.values() if stop.alignment != WD_TAB_ALIGNMENT.CLEAR]


def names(data):
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def relationships(data):
    """Every relationship of every part, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels"))


def refused(data):
    """Why a template is refused."""
    with pytest.raises(UnreadableError) as error:
        read_template(data, source="council.dotx")
    return str(error.value)


class TestLook:
    """The page looks as the council's own."""

    def test_styles_are_theirs(self):
        """A style of the council's by the same name stands as it was, and ours that it lacks are added to it."""
        got = opened(dressed(council()))
        assert "Georgia" == got.styles["Normal"].font.name
        assert "2060A0" == str(got.styles["Title"].font.color.rgb)
        assert "Title" == got.paragraphs[0].style.name
        assert ["Clause", "Clause", "Clause Item"] == [found.style.name for found in got.paragraphs[1:4]]
        assert got.styles["Clause"].base_style.name == "Normal"

    def test_none_of_our_fonts(self):
        """What we add names no font, so that the council's is used."""
        styles = part(dressed(council()), "word/styles.xml")
        added = styles.xpath("//w:style[w:name/@w:val='Clause' or w:name/@w:val='Signing']", namespaces=NS)
        assert 2 == len(added)
        assert [] == [found for style in added for found in style.iter(f"{W}rFonts")]

    def test_styles_are_found_by_name(self):
        """The id of a style differs from one language of Word to the next; its name does not."""
        spoilt = changed(
            council(),
            {"word/styles.xml": lambda text: text.replace('"Heading2"', '"berschrift2"')},
        )
        assert "Heading 2" in [found.style.name for found in opened(dressed(spoilt, WHOLE)).paragraphs]
        assert styled(part(dressed(spoilt, WHOLE), "word/document.xml"), "berschrift2")

    def test_an_id_that_is_taken(self):
        """A style of the council's that only has our style's id keeps it; ours gets another."""
        other = '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="House Clause"/></w:style></w:styles>'
        got = dressed(
            changed(council(), {"word/styles.xml": lambda text: text.replace("</w:styles>", other)})
        )
        assert {"House Clause", "Clause"} <= {style.name for style in opened(got).styles}
        assert "Clause" == opened(got).paragraphs[1].style.name

    def test_page(self):
        """Margins and paper are the council's, upright or not."""
        for landscape in (False, True):
            section = opened(dressed(council(landscape=landscape))).sections[0]
            assert Cm(3).twips == section.left_margin.twips
            assert landscape is (section.page_width > section.page_height)

    def test_tables_and_rules_fit_the_page(self):
        """Tables and the rules to sign on are as wide as between the council's margins."""
        width = read_template(council(landscape=True)).width
        data = dressed(council(landscape=True), WHOLE)
        root = part(data, "word/document.xml")
        assert {str(width)} == set(root.xpath("//w:tblW/@w:w", namespaces=NS))
        for grid in root.iter(f"{W}tblGrid"):
            assert width - 5 <= sum(int(column.get(f"{W}w")) for column in grid) <= width
        rule = "//w:style[w:name/@w:val='Signing Line']//w:tab[@w:val='right']/@w:pos"
        assert [str(width)] == part(data, "word/styles.xml").xpath(rule, namespaces=NS)

    def test_logo(self):
        """The logo is in the header of the first page, byte for byte, with its words."""
        got = opened(dressed(council()))
        header = got.sections[0].first_page_header
        (picture,) = header._element.iter("{*}docPr")
        assert "The arms of Northshire" == picture.get("descr")
        assert [logo()] == [found.target_part.blob for found in header.part.rels.values()]

    def test_headers_and_footers(self):
        """Those of the first, the even and the other pages are the council's, and ours do not come on top."""
        section = opened(dressed(council(), WHOLE)).sections[0]
        assert section.different_first_page_header_footer
        assert "Northshire Council" == section.header.paragraphs[0].text
        assert "Northshire Council, even" == section.even_page_header.paragraphs[0].text
        assert ["www.northshire.example"] == [found.text for found in section.footer.paragraphs]

    def test_ours_where_it_has_none(self):
        """A template without a footer gets our page numbers, and without a header ours if there is one."""
        section = opened(dressed(council(heads=False), WHOLE)).sections[0]
        assert ["Committee", MARK] == [found.text for found in section.header.paragraphs]
        assert "Page\N{NO-BREAK SPACE}" in section.footer.paragraphs[0].text
        assert opened(dressed(council(heads=False))).sections[0].header.is_linked_to_previous

    @pytest.mark.parametrize("landscape", [False, True])
    @pytest.mark.parametrize("kind", ["none", "centre", "right", "inherited"])
    def test_page_numbers_are_at_the_right(self, kind, landscape):
        """Whatever tabs the council's footer has, the one tab of ours ends at its right margin."""
        built = opened(council(heads=False, landscape=landscape))
        width = read_template(council(heads=False, landscape=landscape)).width
        style = built.styles["Footer"]
        style.paragraph_format.tab_stops.clear_all()
        if kind == "inherited":
            built.styles["Normal"].paragraph_format.tab_stops.add_tab_stop(Cm(4))
        elif kind != "none":
            style.paragraph_format.tab_stops.add_tab_stop(Twips(width if kind == "right" else width // 2))
        out = io.BytesIO()
        built.save(out)
        footer = opened(dressed(out.getvalue())).sections[0].footer.paragraphs[0]
        stops = {stop.position.twips: stop.alignment for stop in _stops(footer)}
        assert {width: WD_TAB_ALIGNMENT.RIGHT} == stops

    def test_headers_of_an_earlier_section(self):
        """The last section takes over the headers that it does not name, as Word does."""
        built = opened(council(first_page=False))
        built.add_section()
        out = io.BytesIO()
        built.save(out)
        assert "Northshire Council" == opened(dressed(out.getvalue())).sections[0].header.paragraphs[0].text


class TestWords:
    """Our words are whole, in their order, and their numbers are right."""

    @pytest.mark.parametrize("name", KINDS)
    def test_all_are_there(self, name):
        """The text is what it is without a template, but for the words around the bookmark."""
        plain = [found.text for found in opened(render(WHOLE)).paragraphs]
        got = [found.text for found in opened(dressed(KINDS[name], WHOLE)).paragraphs]
        if name == "a bookmark":
            assert ("Our reference: 12", "Northshire House, Northshire") == (got[0], got[-1])
            got = got[1:-1]
        assert plain == got

    def test_the_templates_own_text_is_replaced(self):
        """What the template says in its body is not in the instrument."""
        text = "".join(paragraphs(governance.draft(HOUSE, template=read_template(council()))))
        assert "Instructions to officers" not in text

    def test_lists_of_the_council_stay(self):
        """Its own lists keep their numbers, and ours come after them."""
        before = part(council(), "word/numbering.xml")
        data = dressed(council(), WHOLE)
        after = part(data, "word/numbering.xml")
        kept = [found.get(f"{W}numId") for found in before.findall(f"{W}num")]
        found = [found.get(f"{W}numId") for found in after.findall(f"{W}num")]
        assert kept == found[: len(kept)]
        assert len(found) == len(set(found)) == len(kept) + 4
        patterns = [found.get(f"{W}abstractNumId") for found in after.findall(f"{W}abstractNum")]
        assert len(patterns) == len(set(patterns))
        used = part(data, "word/document.xml").xpath("//w:numPr/w:numId/@w:val", namespaces=NS)
        assert set(used) == set(found[len(kept) :])

    def test_our_own_document_as_a_template(self):
        """A template made from a document of ours has our patterns already: ours anew are told apart from them."""
        data = dressed(KINDS["our own document"], WHOLE)
        identities = part(data, "word/numbering.xml").xpath("//w:nsid/@w:val", namespaces=NS)
        assert 4 == len(set(identities)) == len(identities)

    def test_a_style_of_the_councils_keeps_its_own_list(self):
        """Where the council has a style named Clause, our pattern does not claim it."""
        data = dressed(KINDS["our own document"], WHOLE)
        levels = part(data, "word/numbering.xml").xpath("//w:lvl/w:pStyle/@w:val", namespaces=NS)
        assert sorted(set(levels)) == sorted(levels)

    @pytest.mark.parametrize("name", KINDS)
    def test_the_mark_is_on_every_page(self, name):
        """A draft that does not comply says so in every header there can be: first, even and all others."""
        data = governance.draft(TOO_SMALL, anyway=True, template=read_template(KINDS[name]))
        root = part(data, "word/document.xml")
        types = root.xpath("//w:sectPr/w:headerReference/@w:type", namespaces=NS)
        first = bool(root.xpath("//w:sectPr/w:titlePg", namespaces=NS))
        even = bool(part(data, "word/settings.xml").xpath("//w:evenAndOddHeaders", namespaces=NS))
        assert {"default", *(["first"] if first else []), *(["even"] if even else [])} <= set(types)
        heads = [part(data, found) for found in names(data) if re.match(r"word/header\w*\.xml$", found)]
        assert heads
        assert all("DRAFT that does not comply" in words(head) for head in heads)

    def test_the_marked_header_is_still_the_councils(self):
        """The mark comes after what the council's header says."""
        header = opened(dressed(council(), WHOLE)).sections[0].header
        assert ["Northshire Council", MARK] == [found.text for found in header.paragraphs]


class TestFile:
    """The file is valid, the same every time, and its properties are ours."""

    @pytest.mark.parametrize("name", KINDS)
    def test_valid(self, name, tmp_path):
        """openxml-audit finds nothing, with every block and every kind of template."""
        path = tmp_path / "made.docx"
        path.write_bytes(dressed(KINDS[name], WHOLE))
        assert [] == [str(error) for error in OpenXmlValidator().validate(path).errors]

    def test_same_bytes(self):
        """The same template and document are the same bytes."""
        assert dressed(council(), WHOLE) == dressed(council(), WHOLE)

    def test_a_document_is_made(self):
        """Of a template, .dotx, a document is made."""
        with zipfile.ZipFile(io.BytesIO(dressed(KINDS["a template"]))) as archive:
            types = archive.read("[Content_Types].xml").decode()
        assert (1, 0) == (types.count(DOCUMENT), types.count(TEMPLATE))

    def test_nobody_is_named(self):
        """The template's author, dates and remarks stay behind; title and language are ours."""
        properties = opened(dressed(council(), WHOLE)).core_properties
        assert ("", "", "Rift House", "en-GB") == (
            properties.author,
            properties.comments,
            properties.title,
            properties.language,
        )

    def test_on_paper(self, tmp_path):
        """LibreOffice opens each, prints the council's header and the text, and nothing is lost."""
        files = {name: governance.draft(HOUSE, template=read_template(data)) for name, data in KINDS.items()}
        for name, path in many_to_pdf(files, tmp_path).items():
            text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
            assert "4. The governing body consists of:" in re.sub(r"\s+", " ", text), name
        text = pypdf.PdfReader(tmp_path / f"{list(KINDS).index('one header')}.pdf").pages[0].extract_text()
        assert "Northshire Council" in text


class TestOutside:
    """Nothing that reaches outside the file, or runs, is in what we make."""

    @pytest.mark.parametrize(
        ("place", "kind", "note"),
        [
            ("word/settings.xml", "attachedTemplate", "a template attached to it"),
            ("word/settings.xml", "mailMergeSource", "a part of the kind mailMergeSource"),
            (HEADER, "image", "a picture"),
        ],
    )
    def test_external_relationships_are_dropped_with_a_note(self, place, kind, note):
        """A template, a data source and a picture kept elsewhere."""
        picture = (
            f'<w:p xmlns:r="{made_with.KIND}"><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:imagedata r:id="rIdX"/></v:shape></w:pict></w:r></w:p></w:hdr>'
        )
        data = related(council(), place, kind, "https://elsewhere.example/x.dotm")
        if place == HEADER:
            data = changed(data, {HEADER: lambda text: text.replace("</w:hdr>", picture)})
        template = read_template(data)
        assert any(note in found and "https://elsewhere.example/x.dotm" in found for found in template.notes)
        got = dressed(data)
        assert "External" not in relationships(got)
        assert all(b"elsewhere" not in zipfile.ZipFile(io.BytesIO(got)).read(name) for name in names(got))

    def test_a_link_is_left_as_words(self):
        """The address in a header stays readable, and is no longer a link."""
        link = (
            f'<w:p xmlns:r="{made_with.KIND}"><w:hyperlink r:id="rIdX"><w:r><w:t>Our site</w:t></w:r>'
            "</w:hyperlink></w:p></w:hdr>"
        )
        data = changed(
            related(council(), HEADER, "hyperlink", "https://northshire.example"),
            {HEADER: lambda text: text.replace("</w:hdr>", link)},
        )
        assert ("header: a link (https://northshire.example) was left as plain words",) == read_template(
            data
        ).notes
        got = dressed(data)
        heads = [words(part(got, name)) for name in names(got) if re.match(r"word/header\d\.xml$", name)]
        assert 1 == sum("Our site" in head for head in heads)

    @pytest.mark.parametrize(
        ("kind", "file", "element"),
        [
            ("oleObject", "embeddings/a.bin", EMBEDDED),
            ("package", "embeddings/a.xlsx", EMBEDDED),
            ("aFChunk", "chunk.html", '<w:altChunk r:id="rIdX"/>'),
            ("control", "activeX/a.xml", '<w:object><w:control r:id="rIdX"/></w:object>'),
        ],
    )
    @pytest.mark.parametrize("place", ["word/document.xml", HEADER])
    def test_objects_are_left_out_with_a_note(self, kind, file, element, place):
        """An embedded object, another document and a control are gone, from the text and from the header."""
        inside = f'<w:p xmlns:r="{made_with.KIND}"><w:r>{element}</w:r></w:p>'
        end = "</w:hdr>" if place == HEADER else "<w:sectPr"
        data = related(council(), place, kind, file, outside=False, add={f"word/{file}": b"\xd0\xcf\x11\xe0"})
        data = changed(data, {place: lambda text: text.replace(end, inside + end, 1)})
        template = read_template(data)
        assert any("was left out" in note for note in template.notes)
        got = dressed(data)
        assert [] == [name for name in names(got) if "embed" in name or "chunk" in name or "activeX" in name]
        for name in names(got):
            if name.endswith(".xml"):
                assert [] == part(got, name).xpath("//w:object | //w:altChunk | //w:control", namespaces=NS)

    @pytest.mark.parametrize("kind", [MACROS, MACROS.replace("template", "document").replace("Template", "")])
    def test_macros_are_refused(self, kind):
        """By the kind of file, whatever its name."""
        assert "It holds macros" in refused(typed(council(), kind))

    def test_macros_by_another_name_are_refused(self):
        """By the part that holds them, whatever the kind of file."""
        assert "It holds macros" in refused(changed(council(), add={"word/vbaProject.bin": b"\xd0\xcf"}))

    @pytest.mark.parametrize("field", ["INCLUDEPICTURE", "DDEAUTO", "includetext", "LINK"])
    @pytest.mark.parametrize("cut", [False, True])
    def test_fields_that_fetch_are_refused(self, field, cut):
        """Also where the instruction is cut into pieces."""
        pieces = [f" {field[:3]}", f"{field[3:]} x "] if cut else [f" {field} x "]
        runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
        data = changed(
            council(), {HEADER: lambda text: text.replace("</w:hdr>", f"<w:p>{runs}</w:p></w:hdr>")}
        )
        assert f"a field {field.upper()}" in refused(data)

    def test_a_page_number_is_no_such_field(self):
        """Fields that Word fills in from the document itself are kept."""
        field = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:hdr>'
        data = changed(council(), {HEADER: lambda text: text.replace("</w:hdr>", field)})
        assert [" PAGE "] == part(dressed(data), HEADER).xpath("//w:fldSimple/@w:instr", namespaces=NS)

    def test_document_types_are_refused(self):
        """No part may declare a type, by which files are read and memory is filled."""
        spoilt = changed(
            council(),
            {HEADER: lambda text: re.sub(r"(<\?xml[^>]*\?>)", r'\1<!DOCTYPE a [<!ENTITY b "c">]>', text)},
        )
        assert "declares a document type" in refused(spoilt)


class TestRefused:
    """What is no template is refused, by its name, with what to do."""

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"", "not a whole Word file"),
            (b"PK\x03\x04", "not a whole Word file"),
            (changed(council(), drop=("word/document.xml",)), "not a whole Word file"),
            (typed(council(), "text/plain"), "not a Word document or template"),
            (with_bookmark()[:2000], "not a whole Word file"),
        ],
    )
    def test_not_word(self, data, says):
        """An empty, torn or foreign file."""
        assert says in refused(data)
        assert refused(data).startswith("council.dotx: ")

    def test_strict(self):
        """Strict Open XML has other names for everything: Word can save it anew."""
        strict = changed(
            council(),
            {
                "word/document.xml": lambda text: text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            },
        )
        assert "Strict Open XML" in refused(strict)

    def test_a_bookmark_in_a_table(self):
        """The place for the document is a paragraph of its own, not a cell."""
        spoilt = changed(
            with_bookmark(),
            {
                "word/document.xml": lambda text: re.sub(
                    r"(<w:p>(?:(?!</w:p>).)*bookmarkStart.*?</w:p>)",
                    r'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>\1</w:tc></w:tr></w:tbl>',
                    text,
                    flags=re.DOTALL,
                )
            },
        )
        assert "bookmark 'governance' is not in a paragraph of its own" in refused(spoilt)

    def test_another_bookmark_is_no_place(self):
        """A bookmark of another name does not count, and the body is replaced."""
        got = opened(dressed(with_bookmark("elsewhere")))
        assert "Our reference: 12" not in [found.text for found in got.paragraphs]

    def test_a_file_that_is_not_there(self, tmp_path):
        """It is named."""
        with pytest.raises(UnreadableError, match=r"nowhere\.dotx: cannot be read"):
            load_template(tmp_path / "nowhere.dotx")


@given(st.data())
@settings(max_examples=30)
def test_a_damaged_template_is_used_or_refused(data):
    """Whatever one element of one part lacks or says, the document is whole, or the template is refused in words."""
    whole = council()
    name = data.draw(
        st.sampled_from(sorted(name for name in names(whole) if name.startswith(("word/", "["))))
    )
    if not name.endswith((".xml", ".rels")):
        return
    root = part(whole, name)
    node = data.draw(st.sampled_from(list(root.iter())))
    if node.attrib and data.draw(st.booleans()):
        node.set(
            data.draw(st.sampled_from(sorted(node.attrib))),
            data.draw(st.sampled_from(["", "x", "-1", "9" * 30])),
        )
    elif node is not root:
        node.getparent().remove(node)
    spoilt = changed(whole, {name: lambda _: etree.tostring(root).decode()})
    try:
        template = read_template(spoilt)
    except UnreadableError:
        return
    made = render(WHOLE, template)
    assert made == proofread(made, WHOLE)
