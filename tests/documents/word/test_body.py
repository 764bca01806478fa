"""A page holds together, and can be read without being seen."""

import attrs
from word_samples import (
    BREAKDOWN,
    NS,
    SEATS,
    SIGNING,
    WHOLE,
    W,
    document,
    keeps_with_next,
    main,
    part,
    styled,
    words,
)

from governance.documents.word.blocks import Callout, Clause, Clauses, Heading, Item, Section, Sections, Title
from governance.documents.word.render import render


class TestPage:
    """Things that belong together stay together, and nothing is laid out with blank lines."""

    def test_no_empty_paragraph(self):
        """Space is made by styles: every paragraph, in and out of tables, says something."""
        root = part(render(WHOLE), "word/document.xml")
        assert [] == [found for found in root.iter(f"{W}p") if not words(found).strip()]

    def test_clause_keeps_its_list(self):
        """A lead-in stays with the first item, the first with the second, and the last with what follows."""
        root = main(SEATS)
        assert [False, True, False] == [keeps_with_next(found) for found in styled(root, "Clause")]
        assert [True, True] == [keeps_with_next(found) for found in styled(root, "ClauseItem")]
        assert [True, True] == [keeps_with_next(found) for found in styled(root, "ClauseSubitem")]
        assert [False] == [keeps_with_next(found) for found in styled(root, "ClauseText")]

    def test_no_short_entry_stands_alone(self):
        """The last two entries of a list are on one page, but where they are long."""
        for entry, kept in (
            ("1 parent governor", [True, False, True, False]),
            ("word " * 40, [True, False, False, False]),
        ):
            root = main(Clauses((Clause("These:", items=(Item(entry),) * 4),)))
            assert kept == [keeps_with_next(found) for found in styled(root, "ClauseItem")]

    def test_signature_stays_together(self):
        """The lines of a signature are one row that cannot split, ruled by underlined tabs and without one underscore."""
        data = render(document(SIGNING))
        root = part(data, "word/document.xml")
        (row,) = root.iter(f"{W}tr")
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        lines = list(row.iter(f"{W}p"))
        assert list(SIGNING.labels) == [words(line).strip("\u200b") for line in lines]
        assert [2, 2, 2] == [len(list(line.iter(f"{W}tab"))) for line in lines]
        rules = row.xpath(".//w:r[w:rPr/w:rStyle/@w:val='SigningRule']", namespaces=NS)
        assert [1, 1, 1] == [len(rule.findall(f"{W}tab")) for rule in rules]
        styles = part(data, "word/styles.xml")
        rule = "//w:style[@w:styleId='SigningRule']/w:rPr/w:u/@w:val"
        assert ["single"] == styles.xpath(rule, namespaces=NS)
        assert [] == styles.xpath("//w:tab[@w:leader]", namespaces=NS)

    def test_signature_stays_with_the_text(self):
        """Nobody signs or seals a page that holds nothing else: the last clause, the words that lead in, and one block with the next."""
        root = main(SEATS, SIGNING, Title("Next"))
        assert [False, True, True] == [keeps_with_next(found) for found in styled(root, "Clause")]
        assert [True] == [keeps_with_next(found) for found in styled(root, "Signing")]
        assert [False] * 3 == [keeps_with_next(found) for found in styled(root, "SigningLine")]
        twice = styled(main(SEATS, SIGNING, SIGNING), "SigningLine")
        assert all(map(keeps_with_next, twice))

    def test_a_document_that_ends_in_a_signature(self):
        """Word wants a paragraph behind a table that ends a document; it stays on the page of the signature."""
        *_, table, end, page = main(SEATS, SIGNING).find(f"{W}body")
        assert [f"{W}tbl", f"{W}p", f"{W}sectPr"] == [table.tag, end.tag, page.tag]
        assert all(map(keeps_with_next, table.iter(f"{W}p")))

    def test_a_signature_stays_with_the_section_before_it(self):
        """The last paragraph of the last section is on its page, and no other need be."""
        paper = Sections(
            (
                Section("One", (Clause("First."), Clause("Second."))),
                Section("Two", (Clause("A"), Clause("B"))),
            )
        )
        kept = [
            keeps_with_next(found) for found in styled(main(Title("A"), paper, SIGNING), "NumberedParagraph")
        ]
        assert [False, False, False, True] == kept
        assert not any(map(keeps_with_next, styled(main(Title("A"), paper), "NumberedParagraph")))

    def test_widows(self):
        """No paragraph leaves one line alone on a page."""
        styles = part(render(document()), "word/styles.xml")
        assert 1 == len(styles.xpath("//w:docDefaults//w:widowControl", namespaces=NS))

    def test_styles_exist(self):
        """Every style that the text uses is in the file."""
        data = render(WHOLE)
        known = set(part(data, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=NS))
        used = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
        for name in ("word/document.xml", "word/header.xml", "word/footer.xml"):
            assert set() == set(part(data, name).xpath(used, namespaces=NS)) - known

    def test_new_page(self):
        """A title or heading that wants a new page has one, without an empty paragraph."""
        root = main(Title("One"), Title("Two", new_page=True), Heading("Three", 2, new_page=True))
        assert [0, 1] == [len(found.findall(f".//{W}pageBreakBefore")) for found in styled(root, "Title")]
        assert [1] == [len(found.findall(f".//{W}pageBreakBefore")) for found in styled(root, "Heading2")]

    def test_places_that_want_a_person(self):
        """A gap stands out inside its sentence, in brackets; a callout is a paragraph of its own."""
        root = main(SEATS, Callout("Name the officer."))
        gaps = root.xpath("//w:r[w:rPr/w:rStyle/@w:val='Gap']", namespaces=NS)
        assert ["[date]"] == [words(gap) for gap in gaps]
        assert ["Name the officer."] == [words(found) for found in styled(root, "Callout")]


class TestTable:
    """A table can be read without being seen, and does not break across pages badly."""

    root = main(BREAKDOWN)

    def test_header_row(self):
        """The first row, and no other, is the header row and repeats on every page."""
        marks = [len(row.findall(f".//{W}tblHeader")) for row in self.root.iter(f"{W}tr")]
        assert [1, 0, 0, 0] == marks

    def test_rows_whole(self):
        """No row breaks across two pages."""
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in self.root.iter(f"{W}tr"))

    def test_no_row_stands_alone(self):
        """The first two rows are on one page, and the last two; every row, where the table is to be read as a whole."""
        rows = tuple((str(n), str(n)) for n in range(5))
        for together, wanted in ((False, [1, 1, 0, 0, 1, 0]), (True, [1, 1, 1, 1, 1, 0])):
            root = main(attrs.evolve(BREAKDOWN, rows=rows, together=together))
            kept = [all(map(keeps_with_next, row.iter(f"{W}p"))) for row in root.iter(f"{W}tr")]
            assert wanted == kept

    def test_described(self):
        """The caption stands above the table and, with a description, in its properties."""
        (caption,) = styled(self.root, "Caption")
        assert BREAKDOWN.caption == words(caption)
        assert f"{W}tbl" == caption.getnext().tag
        properties = self.root.find(f".//{W}tblPr")
        assert BREAKDOWN.caption == properties.find(f"{W}tblCaption").get(f"{W}val")
        assert BREAKDOWN.description == properties.find(f"{W}tblDescription").get(f"{W}val")

    def test_numbers_to_the_right(self):
        """A column of numbers is aligned to the right, its heading too, and others are not."""
        aligned = [
            [len(cell.findall(f".//{W}jc")) for cell in row.iter(f"{W}tc")]
            for row in self.root.iter(f"{W}tr")
        ]
        assert [[0, 1]] * 4 == aligned

    def test_widths(self):
        """Columns share the width of the page as they were told to."""
        assert ["6017", "3008"] == self.root.xpath("//w:gridCol/@w:w", namespaces=NS)
