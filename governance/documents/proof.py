"""Reads a Word file back with python-docx before it is handed over: every word must have arrived."""

import io
import zipfile

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from governance.documents.blocks import (
    Clause,
    Clauses,
    Document,
    Item,
    Section,
    Sections,
    Signature,
    Table,
    plain,
)
from governance.errors import DocumentError


def proofread(data: bytes, document: Document) -> bytes:
    """Give the file back; DocumentError where a text of the document is not in it, in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        body = parse_xml(file.read("word/document.xml"))
    written = iter([str(paragraph.text) for paragraph in body.iter(qn("w:p"))])
    for text in _texts(document.blocks):
        if not any(text in paragraph for paragraph in written):
            raise DocumentError(f"The Word file does not say what it should: {text!r} is missing.")
    return data


def _texts(blocks: object) -> list[str]:
    match blocks:
        case tuple():
            return [text for block in blocks for text in _texts(block)]
        case Clauses(clauses):
            return _texts(clauses)
        case Clause() as clause:
            return [plain(clause.text), *_texts(clause.items), *(plain(text) for text in clause.after)]
        case Item() as item:
            return [plain(item.text), *_texts(item.items)]
        case Sections(sections):
            return _texts(sections)
        case Section() as section:
            return [plain(section.heading), *_texts(section.blocks)]
        case Table() as table:
            cells = [column.heading for column in table.columns] + [
                cell for row in table.rows for cell in row
            ]
            return [plain(table.caption), *(plain(cell) for cell in cells)]
        case Signature() as signature:
            return [plain(signature.lead), "\n".join(f"{label}\t\t" for label in signature.labels)]
    return [plain(blocks.text)] if hasattr(blocks, "text") else []
