"""Word and PDF files made from their markup, honest and hostile."""

import io
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def part(root, content):
    """Write one part of a Word file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def run(words, *, properties=""):
    """Write words in a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(*content, properties=""):
    """Write a paragraph; what is not markup is words."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def listed(words, num, level=0, *, more=""):
    """Write a paragraph in a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return para(words, properties=more + numbering)


def styled(words, style):
    """Write a paragraph in a style."""
    return para(words, properties=f'<w:pStyle w:val="{style}"/>')


def cell(*blocks, properties=""):
    """Write a cell of a table."""
    inside = "".join(block if block.startswith("<") else para(block) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or para('')}</w:tc>"


def row(*cells, properties=""):
    """Write a row of a table."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows):
    """Write a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(at, form, text, *, start=1, more=""):
    """Write one level of a list."""
    indent = 360 * (at + 1)
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def pattern(name, *levels, more=""):
    """Write a pattern that lists use."""
    return f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(name, of, *overrides):
    """Write a list that uses a pattern."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def start_override(at, start):
    """Write that a list starts a level elsewhere."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name, *, based_on="", properties="", words="", kind="paragraph", default=False):
    """Write a style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
    )


def docx_parts(body, *, styles="", numbering="", **more):
    """Give the parts of a Word file by name; `more` puts others in their place, or takes them away with None."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{MAIN.replace("document.main", "styles")}"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{MAIN.replace("document.main", "numbering")}"/>'
            "</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{relations}"><Relationship Id="a" Type="{RELATIONS}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="a" Type="{RELATIONS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="b" Type="{RELATIONS}/numbering" Target="numbering.xml"/></Relationships>'
        ),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
    }
    return {name: content for name, content in (parts | more).items() if content is not None}


def zipped(parts, *, packing=zipfile.ZIP_DEFLATED):
    """Make the zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(*body, **given):
    """Make a Word file of these blocks; what is not markup is a paragraph."""
    blocks = "".join(block if block.startswith("<") else para(block) for block in body)
    return zipped(docx_parts(blocks, **given))


def pdf_objects(objects, *, trailer="/Root 1 0 R", version="1.7"):
    """Make a PDF of these objects, numbered from 1, each text or bytes."""
    data = f"%PDF-{version}\n".encode()
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += (
            f"{number} 0 obj\n".encode()
            + (content if isinstance(content, bytes) else content.encode())
            + b"\nendobj\n"
        )
    table_at = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    return (
        data + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table_at}\n%%EOF\n".encode()
    )


def stream(content, *, entries=""):
    """Make a packed stream object."""
    packed = zlib.compress(content)
    return (
        f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode()
        + packed
        + b"\nendstream"
    )


def pdf(*pages):
    """Make a PDF whose pages hold these lines; a line is at the left, a blank one leaves a gap."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * at} 0 R >>"
        )
        objects.append(stream(page_content(lines)))
    return pdf_objects(objects)


def page_content(lines):
    """Write the instructions that print these lines."""
    shown = "".join(
        f"BT /F1 11 Tf 72 {780 - 14 * at} Td ({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
        for at, line in enumerate(lines)
        if line
    )
    return shown.encode("cp1252")


def marks_and_words(transcript):
    """Give each line as it is seen: its mark, and its words."""
    return [f"{line.mark} {line.words}".strip() for line in transcript.lines]
