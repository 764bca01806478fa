"""Numbers are Word's own, and start afresh where they should."""

from word_samples import NS, REPORT, SEATS, W, document, main, numbers, part, styled

from governance.documents.word.blocks import Paragraph, Title
from governance.documents.word.render import render


class TestNumbering:
    """Numbers are Word's own, through styles, and each run of them starts at 1."""

    def test_patterns(self):
        """Clauses are 1. (a) (i), and sections 1. 1.1 (a) (i)."""
        found = part(render(document()), "word/numbering.xml").findall(f"{W}abstractNum")
        patterns = [node.xpath("w:lvl/w:lvlText/@w:val", namespaces=NS) for node in found]
        assert [["%1.", "(%2)", "(%3)"], ["%1.", "%1.%2", "(%3)", "(%4)"]] == patterns

    def test_styles_and_patterns_agree(self):
        """Each style names the list and the level that name it, so that a new paragraph in Word is numbered."""
        data = render(document())
        styles = part(data, "word/styles.xml")
        levels = part(data, "word/numbering.xml").xpath("//w:lvl[w:pStyle]", namespaces=NS)
        assert 6 == len(levels)
        for level in levels:
            name = level.find(f"{W}pStyle").get(f"{W}val")
            (style,) = styles.xpath("w:style[@w:styleId=$name]/w:pPr/w:numPr", name=name, namespaces=NS)
            named = style.find(f"{W}ilvl")
            assert level.get(f"{W}ilvl") == ("0" if named is None else named.get(f"{W}val"))
            assert level.getparent().get(f"{W}abstractNumId") == style.find(f"{W}numId").get(f"{W}val")

    def test_levels(self):
        """A clause, its items and their items stand at three levels; what follows the list has no number."""
        root = main(SEATS)
        assert [(1, 0)] * 3 == [numbers(found) for found in styled(root, "Clause")]
        assert [(1, 1)] * 2 == [numbers(found) for found in styled(root, "ClauseItem")]
        assert [(1, 2)] * 2 == [numbers(found) for found in styled(root, "ClauseSubitem")]
        assert [None] == [found.find(f".//{W}numPr") for found in styled(root, "ClauseText")]

    def test_sections(self):
        """A section's heading is level one of its list, and its paragraphs level two."""
        root = main(Title("Report"), REPORT)
        assert [(2, 0)] * 2 == [numbers(found) for found in styled(root, "Heading2")]
        assert [(2, 1)] * 4 == [numbers(found) for found in styled(root, "NumberedParagraph")]
        assert [(2, 2)] == [numbers(found) for found in styled(root, "NumberedItem")]

    def test_restart(self):
        """The second and third run of clauses have lists of their own that start at 1 at every level."""
        data = render(document(SEATS, Paragraph("Between."), SEATS, SEATS))
        clauses = styled(part(data, "word/document.xml"), "Clause")
        assert [1, 1, 1, 3, 3, 3, 4, 4, 4] == [numbers(clause)[0] for clause in clauses]
        lists = part(data, "word/numbering.xml").findall(f"{W}num")
        assert ["1", "2", "3", "4"] == [found.get(f"{W}numId") for found in lists]
        for found in lists[2:]:
            assert ["1"] == found.xpath("w:abstractNumId/@w:val", namespaces=NS)
            assert ["0", "1", "2"] == found.xpath("w:lvlOverride/@w:ilvl", namespaces=NS)
            assert ["1", "1", "1"] == found.xpath("w:lvlOverride/w:startOverride/@w:val", namespaces=NS)

    def test_kinds_apart(self):
        """Clauses after sections are the first run of clauses, not the second of anything."""
        root = main(Title("Report"), REPORT, SEATS, REPORT)
        assert 1 == numbers(styled(root, "Clause")[0])[0]
        assert [2, 2, 3, 3] == [numbers(found)[0] for found in styled(root, "Heading2")]
