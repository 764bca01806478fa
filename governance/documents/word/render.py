"""A document into a Word file.

The look of the page is in `base/word/styles.xml` and the numbers are in `base/word/numbering.xml`; nothing here
or in `body` sets a font, a size or a space.
"""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from governance.documents.word.blocks import Block, Document, tells_pages
from governance.documents.word.body import END_OF, body, divider
from governance.documents.word.markup import (
    DECLARATION,
    NAMESPACES,
    Xml,
    attribute,
    bookmarked,
    element,
    escape,
    field,
    join,
    paragraph,
    run,
)
from governance.documents.word.numbering import assign, later_lists
from governance.files.package import base, zipped

if TYPE_CHECKING:
    from governance.documents.template import Template

LANGUAGE = "en-GB"

_END = "</w:numbering>"
_PROPERTIES_END = "</w:pPr>"
_COMPAT = "<w:compat>"
_FILL_IN = '<w:updateFields w:val="true"/>\n  '
"""By this Word offers to fill in the numbers of pages in the text; those at the foot of a page it fills in unasked."""
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
        "word/numbering.xml": _numbering(_every(document)),
        "word/header.xml": _header(document.header, document.mark),
        "word/footer.xml": _footer(document.footer, END_OF.format(0) if document.annexes else None),
    }
    for number, annex in enumerate(document.annexes, start=1):
        parts[f"word/header{number}.xml"] = _header(annex.header, document.mark)
        parts[f"word/footer{number}.xml"] = _footer(annex.footer, END_OF.format(number))
    if any(map(tells_pages, _every(document))):
        parts["word/settings.xml"] = base()["word/settings.xml"].replace(_COMPAT, _FILL_IN + _COMPAT)
    if template is None:
        return zipped(parts)
    from governance.documents.template import dressed  # noqa: PLC0415 - only where a template is given

    return dressed(parts, template)


def _every(document: Document) -> tuple[Block, ...]:
    return (*document.blocks, *(block for annex in document.annexes for block in annex.blocks))


def _main(document: Document) -> Xml:
    """Write the document and each annex as a section; the page of a section stands in its last paragraph, of the last behind it."""
    numbers = iter(assign(_every(document)))
    runs_of = (document.blocks, *(annex.blocks for annex in document.annexes))
    last = len(runs_of) - 1
    written: list[Xml] = []
    for number, blocks in enumerate(runs_of):
        words = body(blocks, list(islice(numbers, len(blocks))))
        page = _page(number, headed=bool(number or document.header or document.mark))
        if last:
            end = bookmarked(END_OF.format(number), Xml(""))
            words = _in_last(words, end, page if number < last else Xml(""))
        written += [words] if number < last else [words, page]
    return _part("document", element("body", *written))


def _page(number: int, *, headed: bool) -> Xml:
    which = str(number or "")
    references = [Xml(f'<w:footerReference w:type="default" r:id="rIdFooter{which}"/>')]
    if headed:
        references.insert(0, Xml(f'<w:headerReference w:type="default" r:id="rIdHeader{which}"/>'))
    return element(
        "sectPr",
        *references,
        element("pgSz", w=11906, h=16838),
        element("pgMar", top=1440, right=1440, bottom=1440, left=1440, header=709, footer=709, gutter=0),
        *([element("pgNumType", start=1)] if number else []),
    )


def _in_last(words: Xml, after: Xml, within: Xml) -> Xml:
    """Put something into the last paragraph, behind its properties or at the end of them.

    The page of a section cannot stand in a table, and so a table that ends one gets a paragraph behind it.
    """
    if within and not words.endswith("</w:p>"):
        words = join((words, divider()))
    end = words.index(_PROPERTIES_END, words.rindex("<w:p>"))
    return Xml(f"{words[:end]}{within}{_PROPERTIES_END}{after}{words[end + len(_PROPERTIES_END) :]}")


def _header(words: str | None, mark: str | None) -> Xml:
    lines = [paragraph("Header", run(words))] if words else []
    if mark:
        lines.append(paragraph("Mark", run(mark)))
    # The part must hold something even where no page refers to it.
    return _part("hdr", *(lines or [element("p")]))


def _footer(words: str | None, end: str | None) -> Xml:
    """Number the pages, up to the last of all or to that on which something ends; the numbers stay on one line."""
    whole = field("NUMPAGES", "1") if end is None else field(f"PAGEREF {end}", "1")
    pages = (
        run("\tPage\N{NO-BREAK SPACE}"),
        field("PAGE", "1"),
        run("\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}"),
        whole,
    )
    return _part("ftr", paragraph("Footer", join((*([run(words)] if words else []), *pages))))


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
