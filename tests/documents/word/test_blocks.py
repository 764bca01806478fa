"""A document that would mislead its reader cannot be put together."""

import attrs
import pytest
from word_samples import BREAKDOWN, REPORT, document

from governance.documents.word.blocks import (
    Clause,
    Column,
    Gap,
    Heading,
    Item,
    Paragraph,
    Signature,
    Strong,
    Title,
    plain,
)


class TestBlocks:
    """A document that would mislead cannot be put together."""

    @pytest.mark.parametrize("blank", ["", "  ", "\n", (), ("", Strong(" "))])
    def test_blank(self, blank):
        """Nothing is ever printed as an empty place."""
        for make in (
            Paragraph,
            Title,
            Item,
            Column,
            lambda text: Clause("x", after=(text,)),
            lambda text: attrs.evolve(BREAKDOWN, rows=(("Parent", text),)),
            lambda text: Signature("Signed", ("Date", text)),
        ):
            with pytest.raises(ValueError, match="blank"):
                make(blank)

    def test_gap_is_not_blank(self):
        """A missing value is shown as what is missing."""
        assert "made on [date]" == plain(Paragraph(("made on ", Gap("date"))).text)

    def test_label_too_long(self):
        """A label leaves room for the hand that signs."""
        with pytest.raises(ValueError, match="no room to sign"):
            Signature("Signed", ("Signature of the proper officer",))

    def test_level_skipped(self):
        """A heading goes at most one level deeper than the one above; a title counts as level 1."""
        document(Title("A"), Heading("B", 2), Heading("C", 3), Heading("D", 1))
        document(Heading("A", 1), REPORT)
        with pytest.raises(ValueError, match="'C' is of level 3 under one of level 1"):
            document(Title("A"), Heading("C", 3))
        with pytest.raises(ValueError, match="'Purpose' is of level 2 under one of level 0"):
            document(REPORT)

    def test_ragged_table(self):
        """A row has a cell for every column."""
        with pytest.raises(ValueError, match="1 cells for 2 columns"):
            attrs.evolve(BREAKDOWN, rows=(("Parent",),))

    def test_lists_too_deep(self):
        """There is no third list inside a list."""
        inner = Item("b", items=(Item("c"),))
        with pytest.raises(ValueError, match="'a' has a list"):
            Item("a", items=(inner,))
