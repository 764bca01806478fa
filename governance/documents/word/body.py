"""Blocks into the body of a Word document: styles, numbers and tables, in the order they are read."""

from collections.abc import Iterator, Sequence

import attrs

from governance.documents.word.blocks import (
    Block,
    Callout,
    Clause,
    Clauses,
    Column,
    Heading,
    Item,
    Paragraph,
    Section,
    Sections,
    Signature,
    Subtitle,
    Table,
    Text,
    Title,
    plain,
)
from governance.documents.word.markup import Xml, bookmarked, element, join, paragraph, run, runs
from governance.documents.word.numbering import assign

TEXT_WIDTH = 9026
"""Between the margins of the page, in twentieths of a point; `base/styles.xml` sets its tabs by it."""


_SHORT = 90
"""An entry of a list takes a line or two, in characters."""

_RULE = join((run("\t", style="SigningRule"), run("\N{ZERO WIDTH SPACE}")))
"""The rule on which somebody writes; LibreOffice draws no tab that ends a line in a table, and so a space without width does."""

_SIDES = ("top", "left", "bottom", "right")
_NO_BORDERS = join(
    (
        element("tblW", w=TEXT_WIDTH, type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", *(element(side, val="nil") for side in _SIDES)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=0, type="dxa") for side in _SIDES)),
    )
)
_WHOLE_WIDTH = element("tcPr", element("tcW", w=TEXT_WIDTH, type="dxa"))
_ONE_COLUMN = element("tblGrid", element("gridCol", w=TEXT_WIDTH))
_NOT_SPLIT = element("trPr", element("cantSplit"))
"""The one cell in which somebody signs: as wide as the text, without borders, and never parted."""

END_OF = "EndOfPart{}"
"""The name of the place where the document ends (0) or an annex of it, by which the number of its pages is told."""


@attrs.frozen
class _Levels:
    """The styles of a numbered paragraph and of the lists beneath it, and where numbering starts."""

    first: int
    styles: tuple[str, str, str]


_CLAUSES = _Levels(first=0, styles=("Clause", "ClauseItem", "ClauseSubitem"))
_SECTIONS = _Levels(first=1, styles=("NumberedParagraph", "NumberedItem", "NumberedSubitem"))


def body(blocks: Sequence[Block], numbers: Sequence[int] | None = None) -> Xml:
    """Write every block of a document, one after the other, each numbered by the list that `numbers` gives it.

    Nobody signs or seals a page that holds nothing else, so the last clause stays with the signature after it,
    and one signature with the next.
    """
    lists = assign(blocks) if numbers is None else numbers
    return join(
        _block(block, number, after)
        for block, number, after in zip(blocks, lists, (*blocks[1:], None), strict=True)
    )


def _block(block: Block, number: int, after: Block | None) -> Xml:
    signed = isinstance(after, Signature)
    match block:
        case Title(text):
            return paragraph("Title", runs(text), new_page=block.new_page)
        case Subtitle(text):
            return paragraph("Subtitle", runs(text))
        case Heading(text, level):
            words = runs(text) if block.place is None else bookmarked(block.place, runs(text))
            return paragraph(f"Heading{level}", words, new_page=block.new_page)
        case Clauses(clauses):
            last = len(clauses) - 1
            return join(
                _clause(clause, number, _CLAUSES, keep_next=signed and place == last)
                for place, clause in enumerate(clauses)
            )
        case Sections(sections):
            end = len(sections) - 1
            return join(
                _section(section, number, block.level, keep_next=signed and place == end)
                for place, section in enumerate(sections)
            )
        case Signature():
            block_and_end = _signature(block, keep_next=signed or after is None)
            return join((block_and_end, divider())) if after is None else block_and_end
    return _unnumbered(block)


def _unnumbered(block: Paragraph | Callout | Table, *, keep_next: bool = False) -> Xml:
    match block:
        case Paragraph(text):
            return paragraph("Normal", runs(text), keep_next=keep_next or block.keep)
        case Callout(text):
            return paragraph("Callout", runs(text), keep_next=keep_next)
        case Table():
            return _table(block)


def _section(section: Section, number: int, level: int, *, keep_next: bool) -> Xml:
    heading = paragraph(f"Heading{level}", runs(section.heading), number=(number, 0))
    kept = (*[False] * (len(section.blocks) - 1), keep_next)
    blocks = (
        _clause(block, number, _SECTIONS, keep_next=keep)
        if isinstance(block, Clause)
        else _unnumbered(block, keep_next=keep)
        for block, keep in zip(section.blocks, kept, strict=False)
    )
    return join((heading, *blocks))


def _clause(clause: Clause, number: int, levels: _Levels, *, keep_next: bool = False) -> Xml:
    """Keep a clause with the start of its list, the last two of a list of lines together, and its end with what follows."""
    lead = paragraph(
        levels.styles[0],
        runs(clause.text),
        number=(number, levels.first),
        keep_next=keep_next or bool(clause.items or clause.after),
    )
    items = _items(clause.items, number, levels, depth=1, follows=keep_next or bool(clause.after))
    after = (paragraph("ClauseText", runs(text), keep_next=keep_next) for text in clause.after)
    return join((lead, *items, *after))


def _items(
    items: Sequence[Item], number: int, levels: _Levels, *, depth: int, follows: bool
) -> Iterator[Xml]:
    last = len(items) - 1
    in_lines = all(len(plain(item.text)) <= _SHORT for item in items[-2:])
    for place, item in enumerate(items):
        together = last > 0 and (place == 0 or (in_lines and place == last - 1))
        keep = bool(item.items) or together or (place == last and follows)
        yield paragraph(
            levels.styles[depth], runs(item.text), number=(number, levels.first + depth), keep_next=keep
        )
        yield from _items(item.items, number, levels, depth=depth + 1, follows=place == last and follows)


def _table(table: Table) -> Xml:
    """Keep the first two rows together, and the last two, so that none stands alone on a page."""
    shares = sum(column.share for column in table.columns)
    widths = [TEXT_WIDTH * column.share // shares for column in table.columns]
    properties = element(
        "tblPr",
        element("tblStyle", val="PlainTable"),
        element("tblW", w=TEXT_WIDTH, type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        ),
        element("tblCaption", val=plain(table.caption)),
        element("tblDescription", val=table.description),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    head = _row(table.columns, [column.heading for column in table.columns], widths, header=True)
    last = len(table.rows) - 1
    rows = (
        _row(
            table.columns,
            row,
            widths,
            keep_next=place < last and (table.together or place in (0, last - 1)),
        )
        for place, row in enumerate(table.rows)
    )
    caption = paragraph("Caption", runs(table.caption))
    return join((caption, element("tbl", properties, grid, head, *rows)))


def _row(
    columns: Sequence[Column],
    texts: Sequence[Text],
    widths: Sequence[int],
    *,
    header: bool = False,
    keep_next: bool = False,
) -> Xml:
    marks = [element("cantSplit")]
    if header:
        marks.append(element("tblHeader"))
    cells = (
        element(
            "tc",
            element("tcPr", element("tcW", w=width, type="dxa")),
            paragraph("TableText", runs(text), keep_next=header or keep_next, right=column.numbers),
        )
        for column, text, width in zip(columns, texts, widths, strict=True)
    )
    return element("tr", element("trPr", *marks), *cells)


def divider() -> Xml:
    """Write the paragraph that Word wants behind a table that ends a document; nobody sees it."""
    return paragraph("Divider", Xml(""))


def _signature(signature: Signature, *, keep_next: bool) -> Xml:
    """Tab past each label, then draw the rule on which to write by underlining a tab to the margin.

    The rules are one row of a table, which every layout program keeps whole and on the page of what is kept with it. A
    paragraph kept with another is not enough: LibreOffice parts them in a long document, which it lays out by its guess of
    what a page holds. A leader of underscores would not do: a PDF holds it as words, and a screen reader spells them out.
    """
    lines = (
        paragraph("SigningLine", join((run(f"{label}\t"), _RULE)), keep_next=keep_next)
        for label in signature.labels
    )
    cell = element("tc", _WHOLE_WIDTH, *lines)
    table = element(
        "tbl",
        element(
            "tblPr",
            _NO_BORDERS,
            element("tblCaption", val=plain(signature.lead)),
            element("tblDescription", val=f"A line to fill in after each of: {', '.join(signature.labels)}"),
        ),
        _ONE_COLUMN,
        element("tr", _NOT_SPLIT, cell),
    )
    return join((paragraph("Signing", runs(signature.lead), keep_next=True), table))
