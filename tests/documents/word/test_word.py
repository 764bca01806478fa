"""A document, rendered, is a whole, valid and honest Word file."""

import io
import zipfile
from datetime import date

import attrs
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from word_samples import BREAKDOWN, MARK, NS, WHOLE, W, document, main, part, styled, words

from governance.documents.word.blocks import Paragraph, Strong
from governance.documents.word.render import render


class TestFile:
    """The file is whole, valid, ours alone, and the same every time."""

    def test_valid(self, tmp_path):
        """Neither the schemas nor Word's own rules find a fault, with every block and with hardly any."""
        for name, made in {"whole": WHOLE, "bare": document()}.items():
            path = tmp_path / f"{name}.docx"
            path.write_bytes(render(made))
            result = OpenXmlValidator().validate(path)
            assert [] == [str(error) for error in result.errors]
            assert result.is_valid

    def test_python_docx_opens_it(self):
        """python-docx opens the file and finds the styles and the words."""
        opened = docx.Document(io.BytesIO(render(WHOLE)))
        assert ("Title", "Report") == (opened.paragraphs[0].style.name, opened.paragraphs[0].text)
        assert ["Category", "Before"] == [cell.text for cell in opened.tables[0].rows[0].cells]

    def test_same_bytes(self):
        """The same document is the same bytes, whatever order its properties were given in."""
        turned = attrs.evolve(WHOLE, properties=dict(reversed(WHOLE.properties.items())))
        assert render(WHOLE) == render(attrs.evolve(WHOLE)) == render(turned)

    def test_no_clock(self):
        """No entry carries the day the file was written, the system that wrote it, or a compressor's choices."""
        with zipfile.ZipFile(io.BytesIO(render(WHOLE))) as archive:
            entries = archive.infolist()
        assert {((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED)} == {
            (entry.date_time, entry.create_system, entry.compress_type) for entry in entries
        }

    def test_nothing_foreign(self):
        """The file holds no thumbnail, custom XML, stale styles, comments or people."""
        with zipfile.ZipFile(io.BytesIO(render(WHOLE))) as archive:
            names = archive.namelist()
        assert "[Content_Types].xml" == names[0]
        assert sorted(names) == sorted(set(names))
        foreign = ("thumbnail", "customXml", "stylesWithEffects", "people", "comments")
        assert [] == [name for name in names if any(word in name for word in foreign)]

    def test_no_frames(self):
        """No words float: there are no text boxes, frames or drawings."""
        root = part(render(WHOLE), "word/document.xml")
        assert [] == root.xpath("//w:framePr | //w:pict | //w:drawing | //w:txbxContent", namespaces=NS)


class TestProperties:
    """The file says what it is, in what language and of what day, and names nobody."""

    def test_core(self):
        """Title, subject, language and day are the document's; there is no author."""
        core = docx.Document(io.BytesIO(render(WHOLE))).core_properties
        assert ("Rift House", "Constitution", "en-GB") == (core.title, core.subject, core.language)
        assert (date(2018, 9, 18), date(2018, 9, 18)) == (core.created.date(), core.modified.date())
        assert ("", "") == (core.author, core.last_modified_by)

    def test_custom(self):
        """Custom properties come back exactly, numbered from 2 as Word wants them."""
        found = part(render(WHOLE), "docProps/custom.xml")
        assert dict(WHOLE.properties) == {entry.get("name"): "".join(entry.itertext()) for entry in found}
        assert ["2", "3"] == [entry.get("pid") for entry in found]

    def test_language(self):
        """Every word is British English unless somebody says otherwise."""
        data = render(WHOLE)
        assert ["en-GB"] == part(data, "word/styles.xml").xpath(
            "//w:docDefaults//w:lang/@w:val", namespaces=NS
        )
        assert ["en-GB"] == part(data, "word/settings.xml").xpath("//w:themeFontLang/@w:val", namespaces=NS)

    def test_paper(self):
        """The page is A4."""
        size = part(render(WHOLE), "word/document.xml").find(f".//{W}pgSz")
        assert ("11906", "16838") == (size.get(f"{W}w"), size.get(f"{W}h"))


class TestEveryPage:
    """What must stand on every page stands on the first, the even and the odd ones."""

    def test_mark(self):
        """The mark is bold text in the one header, which no page goes without."""
        data = render(WHOLE)
        root = part(data, "word/document.xml")
        assert ["default"] == root.xpath("//w:sectPr/w:headerReference/@w:type", namespaces=NS)
        assert [] == root.xpath("//w:titlePg", namespaces=NS)
        assert [] == part(data, "word/settings.xml").xpath("//w:evenAndOddHeaders", namespaces=NS)
        header = part(data, "word/header.xml")
        assert [MARK] == [words(paragraph) for paragraph in styled(header, "Mark")]
        assert 1 == len(
            part(data, "word/styles.xml").xpath("//w:style[@w:styleId='Mark']/w:rPr/w:b", namespaces=NS)
        )

    def test_mark_without_header(self):
        """A mark needs no header, and without either there is none."""
        assert MARK == words(part(render(document(mark=MARK)), "word/header.xml"))
        assert [] == main().xpath("//w:headerReference", namespaces=NS)

    def test_page_numbers(self):
        """The foot of each page says which page it is and of how many."""
        for footer, expected in (("Rift House", "Rift HousePage 1 of 1"), (None, "Page 1 of 1")):
            root = part(render(document(footer=footer)), "word/footer.xml")
            assert expected == words(root).replace("\N{NO-BREAK SPACE}", " ")
            assert ["PAGE", "NUMPAGES"] == root.xpath("//w:fldSimple/@w:instr", namespaces=NS)


class TestText:
    """Whatever a school is called, its name comes back as it went in, or is refused by name."""

    @pytest.mark.parametrize(
        "text",
        [
            "<w:p/> & \"quoted\" 'twice' ]]> &amp;",
            "St Mary\u2019s \u2013 “Ysgol” 學校 \U0001f3eb \u202eabc",
            "x" * 20_000,
            "  spaces   at each end  ",
            "one line\nand the next\tafter a tab",
        ],
    )
    def test_hostile(self, text):
        """Markup, other alphabets, very long names, spaces and line breaks all come back exactly."""
        named = document(Paragraph(text), title=text, mark=text, footer=text, properties={text: text})
        data = render(named)
        opened = docx.Document(io.BytesIO(data))
        assert text == opened.paragraphs[0].text
        assert text == opened.sections[0].header.paragraphs[0].text
        assert text == opened.core_properties.title
        (entry,) = part(data, "docProps/custom.xml")
        assert (text, text) == (entry.get("name"), "".join(entry.itertext()))

    def test_hostile_table(self):
        """A description comes back exactly from an attribute, its line breaks too."""
        text = "<&> \"two\"\n'lines'\tand a tab"
        root = main(attrs.evolve(BREAKDOWN, description=text))
        assert text == root.find(f".//{W}tblDescription").get(f"{W}val")

    @given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1).filter(str.strip))
    def test_any_text(self, text):
        """Any printable characters are read back as they were written."""
        data = render(document(Paragraph((text, Strong(text)))))
        assert text + text == docx.Document(io.BytesIO(data)).paragraphs[0].text

    @pytest.mark.parametrize("bad", ["\x00", "\x0b", "\r", "\x1f", "\ud800", "\ufffe"])
    def test_refused(self, bad):
        """A character that no document can hold is named, with the text it stands in."""
        for made in (
            document(Paragraph(f"Rift{bad}House")),
            document(title=f"Rift{bad}House"),
            document(mark=f"Rift{bad}House"),
            document(properties={"made by": f"Rift{bad}House"}),
            document(attrs.evolve(BREAKDOWN, description=f"Rift{bad}House")),
        ):
            with pytest.raises(ValueError, match=rf"U\+{ord(bad):04X}, at 4 in 'Rift.+House'"):
                render(made)
