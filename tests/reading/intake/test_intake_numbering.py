"""The numbers that Word shows and does not write, held against what LibreOffice prints."""

import re

import pytest
from made_files import docx, level, listed, marks_and_words, num, para, pattern, start_override, style, styled

from governance.files.pdf import to_pdf
from governance.reading.intake.intake import transcribe_bytes
from governance.reading.intake.numbering import HIGHEST, number_words

CLAUSES = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
OUTLINE = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))


def in_style(number, at=None):
    """Write the list of a style."""
    depth = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'


def one_level(form, text, start=1, more=""):
    """Make the numbering of a list of one level."""
    return pattern(0, level(0, form, text, start=start, more=more)) + num(1, 0)


PRINTED = {
    "a list given on each paragraph": docx(
        *(listed("clause", 1), listed("seat", 1, 1), listed("seat", 1, 1), listed("part", 1, 2)),
        *(listed("clause", 1), listed("seat", 1, 1), para("between"), listed("clause", 1)),
        numbering=pattern(0, *CLAUSES) + num(1, 0),
    ),
    "numbers of numbers": docx(
        *(listed("section", 1), listed("clause", 1, 1), listed("clause", 1, 1), listed("part", 1, 2)),
        *(listed("section", 1), listed("clause", 1, 1), listed("part", 1, 2)),
        numbering=pattern(0, *OUTLINE) + num(1, 0),
    ),
    "a list that the style names": docx(
        *(
            styled("clause", "Clause"),
            styled("seat", "Seat"),
            styled("seat", "Seat"),
            styled("clause", "Clause"),
        ),
        *(styled("seat", "Seat"), styled("based on it", "Based")),
        styles=style("Clause", properties=in_style(1))
        + style("Seat", properties=in_style(1, 1))
        + style("Based", based_on="Clause"),
        numbering=pattern(
            0,
            level(0, "decimal", "%1.", more='<w:pStyle w:val="Clause"/>'),
            level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Seat"/>'),
        )
        + num(1, 0),
    ),
    "two lists of one pattern, the second started afresh": docx(
        *(
            listed("first", 1),
            listed("first", 1),
            listed("second", 2),
            listed("second", 2),
            listed("first", 1),
        ),
        numbering=pattern(0, *CLAUSES) + num(1, 0) + num(2, 0, start_override(0, 1)),
    ),
    "a level started elsewhere": docx(
        *(listed("clause", 1), listed("seat", 2, 1), listed("seat", 2, 1)),
        numbering=pattern(0, *CLAUSES) + num(1, 0) + num(2, 0, start_override(1, 5)),
    ),
    "a level overridden whole": docx(
        *(listed("first", 1), listed("second", 1)),
        numbering=pattern(0, *CLAUSES)
        + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'),
    ),
    "no number where the list is taken away": docx(
        *(
            styled("clause", "Clause"),
            listed("plain", 0, more='<w:pStyle w:val="Clause"/>'),
            styled("clause", "Clause"),
        ),
        styles=style("Clause", properties=in_style(1)),
        numbering=pattern(0, *CLAUSES) + num(1, 0),
    ),
    "a list style": docx(
        *(listed("first", 2), listed("second", 2)),
        styles=style("Lent", kind="numbering", properties=in_style(1)),
        numbering=pattern(0, *CLAUSES, more='<w:styleLink w:val="Lent"/>')
        + pattern(1, more='<w:numStyleLink w:val="Lent"/>')
        + num(1, 0)
        + num(2, 1),
    ),
    "words around the number": docx(listed("one", 1), numbering=one_level("decimal", "Article %1:")),
    "a number that is not shown": docx(listed("one", 1), numbering=one_level("none", "")),
    "bullets": docx(listed("one", 1), numbering=one_level("bullet", "•")),
    "dashes": docx(listed("one", 1), numbering=one_level("bullet", "-")),
    "a list that starts at four": docx(
        listed("a", 1), listed("b", 1), numbering=one_level("decimal", "%1.", 4)
    ),
    "letters past z": docx(*([listed("a", 1)] * 28), numbering=one_level("lowerLetter", "(%1)")),
    "capital letters": docx(listed("a", 1), listed("b", 1), numbering=one_level("upperLetter", "%1)")),
    "Roman numerals": docx(*([listed("a", 1)] * 14), numbering=one_level("lowerRoman", "(%1)")),
    "two figures": docx(*([listed("a", 1)] * 10), numbering=one_level("decimalZero", "%1.")),
    "a deeper level first": docx(
        *(listed("clause", 1, 1), listed("section", 1), listed("clause", 1, 1)),
        numbering=pattern(0, *OUTLINE) + num(1, 0),
    ),
    "a paragraph without words counts": docx(
        *(listed("first", 1), listed("", 1), listed("third", 1)), numbering=pattern(0, *CLAUSES) + num(1, 0)
    ),
    "a list that is not there": docx(listed("plain", 7), numbering=pattern(0, *CLAUSES) + num(1, 0)),
}


@pytest.fixture(scope="module")
def printed():
    """Have LibreOffice print every document, in one start of it."""
    made = to_pdf(PRINTED)
    return {
        name: marks_and_words(transcribe_bytes(data, source="printed.pdf")) for name, data in made.items()
    }


class TestMarks:
    """The reader sees the marks that a person sees."""

    @pytest.mark.parametrize("name", PRINTED)
    def test_as_printed(self, name, printed):
        """What is read from the Word file is what LibreOffice prints, but for spaces and numbers without words."""
        lines = ["".join(line.split()) for line in printed[name]]
        read = [
            "".join(line.split())
            for line in marks_and_words(transcribe_bytes(PRINTED[name], source="x.docx"))
        ]
        assert [line for line in lines if not re.fullmatch(r"\d+\.", line)] == read

    def test_typed_too(self):
        """A mark typed after the one that Word shows is part of the mark."""
        data = docx(listed("i. the head teacher", 1), numbering=one_level("bullet", "\uf0b7"))
        assert ["• i."] == [line.mark for line in transcribe_bytes(data, source="x.docx").lines]

    @pytest.mark.parametrize(
        "loop", [style("A", based_on="B") + style("B", based_on="A"), style("A", based_on="A")]
    )
    def test_styles_in_a_circle(self, loop):
        """Styles that are based on each other number nothing."""
        assert ["words"] == marks_and_words(
            transcribe_bytes(docx(styled("words", "A"), styles=loop), source="x.docx")
        )

    def test_list_styles_in_a_circle(self):
        """Patterns that lend each other end somewhere."""
        data = docx(
            listed("words", 1),
            styles=style("A", kind="numbering", properties=in_style(1)),
            numbering=pattern(0, more='<w:numStyleLink w:val="A"/>') + num(1, 0),
        )
        assert ["words"] == marks_and_words(transcribe_bytes(data, source="x.docx"))


class TestNumberWords:
    """A number in each of Word's formats."""

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("lowerLetter", "a b c d k l m u v w " + "w" * 4 + " " + "g" * 5),
            ("upperRoman", "I II III IV XI XII XIII XXI XXII XXIII CI CXI"),
            ("decimalZero", "01 02 03 04 11 12 13 21 22 23 101 111"),
            ("none", " " * 11),
            ("cardinalText", "1 2 3 4 11 12 13 21 22 23 101 111"),
        ],
    )
    def test_formats(self, form, expected):
        """Each format is written as Word writes it; one that is not known, in figures."""
        numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111)
        assert expected == " ".join(number_words(number, form) for number in numbers)

    @pytest.mark.parametrize("form", ["lowerLetter", "upperRoman"])
    def test_far(self, form):
        """A number past what Word counts to is short all the same."""
        assert len(number_words(10 * HIGHEST, form)) < 50
