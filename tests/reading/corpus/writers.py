"""The lines of a document as a file: text, or Word with its lists numbered in one of five ways."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from corpus.truth import Part, Sample

WORD = ("typed", "direct", "style", "soft", "headings")
"""Ways of numbering in Word: marks typed; numbers set on each paragraph; numbers set in the style; the items of a
list in one paragraph with line breaks; typed, under the styles of headings."""

_NUMBERING = 77
_LEVELS = ("decimal", "lowerLetter", "lowerRoman")


def text(sample: Sample, *, between: str = " | ") -> str:
    """Write a document as text: marks typed, lists set in, and `between` standing between cells."""
    return "\n".join(_line(part, between) for part in sample.parts) + "\n"


def _line(part: Part, between: str) -> str:
    if part.cells:
        return between.join(part.cells)
    indent = "    " * max(0, part.level - 1)
    return indent + _typed(part).replace("\n", f"\n{indent}")


def _typed(part: Part) -> str:
    return f"{part.mark}{'' if part.tight or not part.mark else ' '}{part.words}"


def word(sample: Sample, how: str = "typed") -> bytes:
    """Write a document as a Word file, its lists numbered in one of `WORD`."""
    document = docx.Document()
    _fixed_day(document)
    if how in ("direct", "style"):
        _add_numbering(document, sample.parts)
    if how == "style":
        _add_styles(document)
    for rows, run in groupby(sample.parts, key=lambda part: bool(part.cells)):
        if rows:
            _table(document, list(run))
        else:
            for part in _joined(list(run)) if how == "soft" else run:
                _paragraph(document, part, how)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fixed_day(document: Document) -> None:
    document.core_properties.title = ""


def _joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Put each run of items into one paragraph, a line each."""
    for items, run in groupby(parts, key=lambda part: part.level >= 2):
        if items:
            yield Part("\n".join(_typed(part) for part in run))
        else:
            yield from run


def _paragraph(document: Document, part: Part, how: str) -> None:
    numbered = how in ("direct", "style") and part.level > 0 and part.mark
    words = part.words if numbered else _typed(part)
    style = "Heading 1" if part.heading and how == "headings" else None
    if numbered and how == "style":
        style = f"Level {part.level}"
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(words)
    if numbered and how == "direct":
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{part.level - 1}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
            )
        )


def _table(document: Document, parts: Sequence[Part]) -> None:
    table = document.add_table(rows=0, cols=max(len(part.cells) for part in parts))
    for part in parts:
        cells = table.add_row().cells
        for cell, words in zip(cells, part.cells, strict=False):
            cell.text = words


def _add_numbering(document: Document, parts: Sequence[Part]) -> None:
    """Add one list of three levels, each printed as the first mark of that level in the document is."""
    printed = [
        next((part.mark for part in parts if part.level == level and part.mark), "") for level in (1, 2, 3)
    ]
    levels = "".join(_level(level, mark) for level, mark in enumerate(printed))
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}"><w:abstractNumId w:val="{_NUMBERING}"/></w:num>'
        )
    )


def _level(level: int, mark: str) -> str:
    """Write the format of a level after the mark that a person would see there."""
    kind, shown = _LEVELS[level], f"%{level + 1}."
    if mark and not re.search(r"[0-9a-zA-Z]", mark):
        kind, shown = "bullet", mark
    elif mark:
        shown = re.sub(r"[0-9a-zA-Z]+(?=\W*$)", f"%{level + 1}", mark)
        kind = "decimal" if re.search(r"\d\W*$", mark) else "lowerRoman" if "i" in mark else "lowerLetter"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def _add_styles(document: Document) -> None:
    for level in (1, 2, 3):
        style = document.styles.add_style(f"Level {level}", WD_STYLE_TYPE.PARAGRAPH)
        properties = style.element.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="{_NUMBERING}"/></w:numPr>'
            )
        )
        assert style.element.find(qn("w:pPr")) is not None
