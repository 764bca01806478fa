"""What is read of a Word file: what a person sees on its pages, in its order."""

import pytest
from made_files import cell, docx, docx_parts, marks_and_words, para, row, run, style, styled, table, zipped

from governance.errors import UnreadableError
from governance.reading.intake.intake import transcribe_bytes
from governance.reading.intake.transcript import Where
from governance.reading.intake.word import CHANGES, HIDDEN, MOST_COLUMNS, NOTES, UNFILLED


def read(*body, **given):
    """Read a Word file of these blocks."""
    return transcribe_bytes(docx(*body, **given), source="x.docx")


def box(words, older=None):
    """Write a text box, as Word does: once for itself and once for older programs."""
    content, old = (f"<w:txbxContent>{para(one)}</w:txbxContent>" for one in (words, older or words))
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{old}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction, result):
    """Write a field as Word does: marks around its instruction and its result."""

    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instructed = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{char('begin')}{instructed}{char('separate')}{run(result)}{char('end')}"


DELETED = "<w:r><w:delText>three</w:delText></w:r>"


class TestWords:
    """The words of a paragraph are those that a person sees."""

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ((run("two "), run("parent"), run(" governors")), "two parent governors"),
            (("<w:hyperlink><w:r><w:t>two</w:t></w:r></w:hyperlink>",), "two"),
            (("<w:smartTag><w:r><w:t>two</w:t></w:r></w:smartTag>",), "two"),
            (("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>two</w:t></w:r></w:sdtContent></w:sdt>",), "two"),
            (('<w:fldSimple w:instr="PAGE"><w:r><w:t>two</w:t></w:r></w:fldSimple>',), "two"),
            ((field("IF x", "two"),), "two"),
            (("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>opted</w:t></w:r>",), "co-opted"),
            (("<w:r><w:t>gover</w:t><w:softHyphen/><w:t>nors</w:t></w:r>",), "governors"),
            (("gover\u00adnors\u00a0two \u2011",), "governors two -"),
            (("<w:r><w:t>two\nparents</w:t></w:r>",), "two parents"),
            (
                ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> two</w:t></w:r>',),
                "• two",
            ),
        ],
    )
    def test_read(self, content, expected):
        """Runs, links, tags, controls, fields and special signs are read through."""
        assert [expected] == marks_and_words(read(para(*content)))

    def test_field_in_instruction(self):
        """The result of a field inside the instruction of another is not on the page."""
        begin, separate, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        )
        whole = begin + field("MERGEFIELD a", "inner") + separate + run("outer") + end
        assert ["outer"] == marks_and_words(read(para(whole)))

    def test_field_without_end(self):
        """A field that is never ended swallows nothing."""
        begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        assert ["before after", "more"] == marks_and_words(read(para("before ", begun, "after"), "more"))

    def test_soft_line_break(self):
        """A line break within a paragraph makes two lines of it, which say which paragraph they are of."""
        broken = read(
            para("<w:r><w:t>Total Number of Governors:</w:t><w:br/><w:t>Thirteen</w:t></w:r>"), "Next"
        ).lines
        assert [("Total Number of Governors:", True), ("Thirteen", False), ("Next", True)] == [
            (line.words, line.apart) for line in broken
        ]
        assert [Where(paragraph=1, line=1), Where(paragraph=1, line=2), Where(paragraph=2)] == [
            line.where for line in broken
        ]

    def test_tab(self):
        """A tab after a mark is nothing; within the words it makes cells."""
        tabbed = "<w:r><w:t>4.</w:t><w:tab/><w:t>Total</w:t><w:tab/><w:t>13</w:t></w:r>"
        (line,) = read(para(tabbed)).lines
        assert ("4.", "Total\t13", ("Total", "13")) == (line.mark, line.words, line.cells)

    def test_wide_spaces(self):
        """Columns set with spaces are columns, and two spaces behind a sentence are none."""
        rows = read(para("Parent governors      4     3"), para("One.  Two.")).lines
        assert [("Parent governors", "4", "3"), ()] == [line.cells for line in rows]

    def test_text_box(self):
        """A text box is read once, after the paragraph that it is anchored in."""
        assert ["before after", "boxed", "next"] == marks_and_words(
            read(para("before ", box("boxed"), "after"), "next")
        )

    def test_text_box_for_older_programs(self):
        """What only older programs would show is not read, and what stands behind it is read once."""
        boxes = para(box("one", older=box("old")), box("two"))
        assert ["one", "two"] == marks_and_words(read(boxes))

    def test_heading(self):
        """A heading is told by the name of its style, by what that is based on, or by its outline level."""
        styles = style("Title") + style("Mine", based_on="Title") + style("Plain")
        level = para("level", properties='<w:outlineLvl w:val="0"/>')
        lines = read(
            styled("a", "Title"), styled("b", "Mine"), styled("c", "Plain"), level, styles=styles
        ).lines
        assert [True, True, False, True] == [line.heading for line in lines]


class TestChanges:
    """Tracked changes are taken as accepted, and a note says so."""

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            (
                (para(f"<w:del>{DELETED}</w:del>", f"<w:ins>{run('two')}</w:ins>", " parents"),),
                ["two parents"],
            ),
            (
                (
                    para(f"<w:moveFrom>{run('moved')}</w:moveFrom>"),
                    para(f"<w:moveTo>{run('moved')}</w:moveTo>"),
                ),
                ["moved"],
            ),
            ((para("two ", properties="<w:rPr><w:del/></w:rPr>"), para("parents")), ["two parents"]),
            ((f"<w:ins>{para('two')}</w:ins>", f"<w:del>{para('three')}</w:del>"), ["two"]),
            ((table(row("out", properties="<w:del/>"), row("in", properties="<w:ins/>")),), ["in"]),
        ],
    )
    def test_accepted(self, body, expected):
        """What is inserted is there, what is deleted is not, what is moved is there once."""
        transcript = read(*body, "end")
        assert ([*expected, "end"], (CHANGES,)) == (marks_and_words(transcript), transcript.notes)

    @pytest.mark.parametrize(
        "hidden",
        [
            run("hidden", properties="<w:vanish/>"),
            run("hidden", properties='<w:rStyle w:val="Hidden"/>'),
        ],
    )
    def test_hidden(self, hidden):
        """Hidden words are left out with a note; hiding that is switched off hides nothing."""
        styles = style("Hidden", kind="character", words="<w:vanish/>")
        shown = run("shown", properties='<w:rStyle w:val="Hidden"/><w:vanish w:val="0"/>')
        transcript = read(para(hidden, shown), styles=styles)
        assert (["shown"], (HIDDEN,)) == (marks_and_words(transcript), transcript.notes)

    def test_footnote(self):
        """A footnote is not read, and a note says so."""
        transcript = read(para("words", '<w:r><w:footnoteReference w:id="2"/></w:r>'))
        assert (["words"], (NOTES,)) == (marks_and_words(transcript), transcript.notes)


class TestTables:
    """A row of a table is a line with its cells."""

    def test_rows(self):
        """Rows have their cells and the place where they stand."""
        lines = read("Before", table(row("Category", "Seats"), row("Parent", "2")), "After").lines
        assert [(), ("Category", "Seats"), ("Parent", "2"), ()] == [line.cells for line in lines]
        assert "Parent\t2" == lines[2].words
        assert [Where(paragraph=1), Where(table=1, row=1), Where(table=1, row=2), Where(paragraph=2)] == [
            line.where for line in lines
        ]

    def test_mark_in_first_cell(self):
        """A mark in a cell of its own is the mark of the row."""
        (line,) = read(table(row("(a)", "Parent", "2"))).lines
        assert ("(a)", ("Parent", "2")) == (line.mark, line.cells)

    def test_merged(self):
        """A cell over several columns leaves the others empty; one over several rows is read once."""
        wide = cell("Parent", properties='<w:gridSpan w:val="2"/>')
        tall = cell("Staff", properties='<w:vMerge w:val="restart"/>')
        under = cell("Staff", properties="<w:vMerge/>")
        lines = read(table(row(wide, "2"), row(tall, "one", "1"), row(under, "two", "1"))).lines
        assert [("Parent", "", "2"), ("Staff", "one", "1"), ("", "two", "1")] == [
            line.cells for line in lines
        ]

    @pytest.mark.parametrize(
        ("span", "read_it"), [(MOST_COLUMNS - 1, True), (MOST_COLUMNS, False), (10**8, False)]
    )
    def test_widest(self, span, read_it):
        """A row may have as many cells as Word allows and no more, whatever a cell says of itself."""
        wide = cell("Parent", properties=f'<w:gridSpan w:val="{span}"/>')
        if read_it:
            assert MOST_COLUMNS == len(read(table(row(wide, "2"))).lines[0].cells)
        else:
            with pytest.raises(UnreadableError, match="damaged"):
                read(table(row(wide, "2")))

    def test_lines_in_cells(self):
        """Cells of several paragraphs are read across, line by line."""
        lines = read(table(row(cell("Parent", "Staff"), cell("2", "1")))).lines
        assert [("Parent", "2"), ("Staff", "1")] == [line.cells for line in lines]

    def test_layout_table(self):
        """A table of one column is no table but a frame."""
        lines = read(table(row(cell("4. It consists of:", "(a) two parent governors")))).lines
        assert [("4.", ()), ("(a)", ())] == [(line.mark, line.cells) for line in lines]

    def test_nested(self):
        """A table in a frame keeps its rows; a table in a cell beside others becomes lines of that cell."""
        inner = table(row("Parent", "2"), row("Staff", "1"))
        framed = read(table(row(cell(inner, "")))).lines
        beside = read(table(row("Seats", cell(inner, "")))).lines
        assert [("Parent", "2"), ("Staff", "1")] == [line.cells for line in framed]
        assert [("Seats", "Parent 2"), ("", "Staff 1")] == [line.cells for line in beside]

    def test_in_control(self):
        """Rows and cells in content controls are read."""
        inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('Parent', '2')}</w:sdtContent></w:sdt>"
        assert [("Parent", "2")] == [line.cells for line in read(table(inside)).lines]


class TestPackage:
    """Which part is the document is for the file to say."""

    def test_elsewhere(self):
        """The main part is found by what refers to it, in whatever case."""
        parts = docx_parts(para("words"))
        parts["word/Document2.xml"] = parts.pop("word/document.xml")
        parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document.xml", "/word/document2.xml")
        assert ["words"] == marks_and_words(transcribe_bytes(zipped(parts), source="x.docx"))

    def test_strict(self):
        """A file in Word's strict form is read as any other."""
        strict = {
            name: content.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006",
                "http://purl.oclc.org/ooxml/wordprocessingml",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006",
                "http://purl.oclc.org/ooxml/officeDocument",
            )
            for name, content in docx_parts(para("words")).items()
        }
        assert ["words"] == marks_and_words(transcribe_bytes(zipped(strict), source="x.docx"))

    def test_utf_16(self):
        """A part may be in UTF-16."""
        parts = docx_parts(para("words"))
        utf_16 = parts["word/document.xml"].replace("UTF-8", "UTF-16").encode("utf-16")
        assert ["words"] == marks_and_words(
            transcribe_bytes(zipped(parts | {"word/document.xml": utf_16}), source="x.docx")
        )

    def test_without_styles(self):
        """Styles and numbers may be missing."""
        bare = docx(
            "words",
            **{"word/styles.xml": None, "word/numbering.xml": None, "word/_rels/document.xml.rels": None},
        )
        assert ["words"] == marks_and_words(transcribe_bytes(bare, source="x.docx"))

    def test_furniture(self):
        """Headers and footers are not read."""
        footer = {"word/footer1.xml": "<ftr/>"}
        assert ["words"] == marks_and_words(transcribe_bytes(docx("words", **footer), source="x.docx"))

    def test_pictures_alone(self):
        """A document of pictures is refused as a scan."""
        with pytest.raises(UnreadableError, match="it may be a scan"):
            read(para("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"))


class TestPlacesOfAForm:
    """A place of a form that nobody has filled in shows a prompt, which is nobody's words."""

    @pytest.mark.parametrize(
        ("properties", "expected"), [("", "7 co-opted"), ("<w:showingPlcHdr/>", "co-opted")]
    )
    def test_prompt(self, properties, expected):
        """What was filled in is read; a prompt is left out, with a note."""
        place = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('7')}</w:sdtContent></w:sdt>"
        found = read(para(place, run(" co-opted")))
        assert expected == found.lines[0].words
        assert bool(properties) == (UNFILLED in found.notes)
