"""Word templates such as councils have, made with python-docx, and the ways to spoil one."""

import io
import struct
import zipfile
import zlib

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def logo():
    """Draw a small square of one colour."""
    rows = b"".join(b"\0" + b"\x20\x60\xa0" * 24 for _ in range(24))

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 24, 24, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def council(*, first_page=True, landscape=False, heads=True):
    """Make the template of a council with a look of its own: fonts, margins, a logo, its own list, three headers."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Title"].font.color.rgb = RGBColor(0x20, 0x60, 0xA0)
    made.styles["Heading 2"].font.size = Pt(17)
    section = made.sections[0]
    section.left_margin = section.right_margin = Cm(3)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if heads:
        section.different_first_page_header_footer = first_page
        made.settings.odd_and_even_pages_header_footer = True
        section.header.paragraphs[0].text = "Northshire Council"
        section.even_page_header.paragraphs[0].text = "Northshire Council, even"
        section.footer.paragraphs[0].text = "www.northshire.example"
        if first_page:
            picture = section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(logo()), Cm(2))
            picture._inline.docPr.set("descr", "The arms of Northshire")
    made.add_paragraph("Instructions to officers: replace this text.", style="List Number")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data, change=None, *, add=None, drop=()):
    """Change the text of parts, by name, and add or drop others."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name not in drop:
                part = source.read(name)
                found = (change or {}).get(name)
                target.writestr(name, found(part.decode()).encode() if found else part)
        for name, part in (add or {}).items():
            target.writestr(name, part)
    return out.getvalue()


def typed(data, kind):
    """Declare the main part to be of another kind."""
    return changed(data, {"[Content_Types].xml": lambda text: text.replace(DOCUMENT, kind)})


def related(data, part, kind, target, *, key="rIdX", outside=True, add=None):
    """Add a relationship to a part."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="{key}" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        there = name in archive.namelist()
    if there:
        end = "</Relationships>"
        return changed(data, {name: lambda text: text.replace(end, entry + end)}, add=add)
    root = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entry}</Relationships>'
    return changed(data, add={name: root, **(add or {})})


def with_bookmark(name="governance"):
    """Make a template that says something before and after the place for the document."""
    made = docx.Document()
    made.add_paragraph("Our reference: 12")
    place = made.add_paragraph("The document goes here.")
    for tag in ("bookmarkStart", "bookmarkEnd"):
        named = f' w:name="{name}"' if tag == "bookmarkStart" else ""
        place._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="7"{named}/>'))
    made.add_paragraph("Northshire House, Northshire")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_seal():
    """Make a template with arms before the place for the document and a place to seal behind it, and in a table."""
    made = docx.Document(io.BytesIO(with_bookmark()))
    picture = made.paragraphs[0].add_run().add_picture(io.BytesIO(logo()), Cm(2))
    picture._inline.docPr.set("descr", "The arms of Northshire")
    made.paragraphs[-1].text = "The Common Seal of Northshire was affixed in the presence of"
    rows = made.add_table(rows=2, cols=2).rows
    for row, label in zip(rows, ("Head of Legal", "Seal number"), strict=True):
        row.cells[0].text, row.cells[1].text = label, "to be written"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
