"""A document into a Word file.

The look of the page is in `base/word/styles.xml` and the numbers are in `base/word/numbering.xml`; nothing here
or in `body` sets a font, a size or a space.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from governance.documents.word.blocks import Block, Document
from governance.documents.word.body import body
from governance.documents.word.markup import (
    DECLARATION,
    NAMESPACES,
    Xml,
    attribute,
    element,
    escape,
    join,
    paragraph,
    run,
)
from governance.documents.word.numbering import later_lists
from governance.files.package import base, zipped

if TYPE_CHECKING:
    from governance.documents.template import Template

LANGUAGE = "en-GB"

_END = "</w:numbering>"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
# Every custom property carries this name for "defined by the user", and the first two numbers are taken.
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2


def render(document: Document, template: "Template | None" = None) -> bytes:
    """Make the whole .docx, in a council's own template if one is given; the same document is always the same bytes.

    ValueError names any character that a document cannot hold, and the text it stands in.
    """
    parts = {
        "docProps/core.xml": _core(document),
        "docProps/custom.xml": _custom(document),
        "word/document.xml": _main(document),
        "word/numbering.xml": _numbering(document.blocks),
        "word/header.xml": _header(document),
        "word/footer.xml": _footer(document),
    }
    if template is None:
        return zipped(parts)
    from governance.documents.template import dressed  # noqa: PLC0415 - only where a template is given

    return dressed(parts, template)


def _main(document: Document) -> Xml:
    references = [Xml('<w:footerReference w:type="default" r:id="rIdFooter"/>')]
    if document.header or document.mark:
        references.insert(0, Xml('<w:headerReference w:type="default" r:id="rIdHeader"/>'))
    page = element(
        "sectPr",
        *references,
        element("pgSz", w=11906, h=16838),
        element("pgMar", top=1440, right=1440, bottom=1440, left=1440, header=709, footer=709, gutter=0),
    )
    return _part("document", element("body", body(document.blocks), page))


def _header(document: Document) -> Xml:
    lines = [paragraph("Header", run(document.header))] if document.header else []
    if document.mark:
        lines.append(paragraph("Mark", run(document.mark)))
    # The part must hold something even where no page refers to it.
    return _part("hdr", *(lines or [element("p")]))


def _footer(document: Document) -> Xml:
    pages = (run("\tPage "), _field("PAGE"), run(" of "), _field("NUMPAGES"))
    words = [run(document.footer)] if document.footer else []
    return _part("ftr", paragraph("Footer", join((*words, *pages))))


def _field(instruction: str) -> Xml:
    """Leave a number that Word fills in when it lays out the page."""
    return element("fldSimple", run("1"), instr=instruction)


def _part(root: str, *children: Xml) -> Xml:
    return Xml(f"{DECLARATION}<w:{root}{NAMESPACES}>{join(children)}</w:{root}>")


def _numbering(blocks: Sequence[Block]) -> str:
    """Write the base's lists, and one more for every later run of numbers."""
    return base()["word/numbering.xml"].replace(_END, later_lists(blocks) + _END)


def _core(document: Document) -> Xml:
    day = f"{document.created:%Y-%m-%d}T00:00:00Z"
    return Xml(
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:subject>{escape(document.subject)}</dc:subject>"
        f"<dc:language>{LANGUAGE}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _custom(document: Document) -> Xml:
    """Write the custom properties by name, so that the order they were given in does not show."""
    properties = (
        f'<property fmtid="{_USER_DEFINED}" pid="{pid}" name="{attribute(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(sorted(document.properties.items()), start=_FIRST_PROPERTY)
    )
    return Xml(
        f'{DECLARATION}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}">{"".join(properties)}</Properties>'
    )
