"""Reads a Word file back before it is handed over: every word must have arrived, in its place."""

import io
import zipfile

from lxml import etree

from governance.documents.word.blocks import (
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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n"}
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def proofread(data: bytes, document: Document) -> bytes:
    """Give the file back; DocumentError where a text of the document, or its mark on some page, is not in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        written = iter(_paragraphs(file.read("word/document.xml")))
        heads = [
            file.read(name) for name in file.namelist() if document.mark and name.startswith("word/header")
        ]
    annexed = (block for annex in document.annexes for block in annex.blocks)
    for text in _texts((*document.blocks, *annexed)):
        if not any(text in paragraph for paragraph in written):
            raise _missing(text)
    if document.mark and not (heads and all(document.mark in _paragraphs(head) for head in heads)):
        raise _missing(document.mark)
    return data


def _missing(text: str) -> DocumentError:
    return DocumentError(f"The Word file does not say what it should: {text!r} is missing.")


def _paragraphs(part: bytes) -> list[str]:
    """Read the words of each paragraph, as a reader sees them."""
    paragraphs: list[list[str]] = []
    words: list[str] = []
    for node in etree.fromstring(part, _SAFE).iter(_PARAGRAPH, _TEXT, *_BREAKS):
        tag = node.tag
        if tag == _PARAGRAPH:
            paragraphs.append(words := [])
        else:
            words.append(node.text or "" if tag == _TEXT else _BREAKS[str(tag)])
    return ["".join(words) for words in paragraphs]


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
            return [plain(signature.lead), *(f"{label}\t\t" for label in signature.labels)]
    return [plain(blocks.text)] if hasattr(blocks, "text") else []
