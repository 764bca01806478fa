"""Tables made for the tests: workbooks, an OpenDocument sheet and .csv files."""

import csv
import io
import zipfile

import openpyxl

HEADINGS = (
    "School",
    "Category",
    "Parent governors",
    "LA governors",
    "Staff governors",
    "Head teacher",
    "Co-opted governors",
    "Foundation governors",
    "Total",
    "Takes effect on",
    "Governing body",
)
RIFT_HOUSE = (
    *("Rift House", "community", 2, 1, 1, 1, 7, None, 12, "11/01/2027"),
    "The governing body of Rift House",
)
TEN_AIDED = ("Our Lady's", "VA", 2, 1, 1, 1, None, 5, 10, "11 January 2027", "The governors of Our Lady's")


def workbook(path, *rows, sheets=(), hidden=(), hidden_rows=()):
    """A workbook whose first sheet has these rows, and more sheets; those that are named are hidden."""
    book = openpyxl.Workbook()
    book.active.title = "Boards"
    for title, more in (("Boards", rows), *sheets):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        for row in more:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
    for number in hidden_rows:
        book["Boards"].row_dimensions[number].hidden = True
    book.save(path)
    return path


def text(path, *rows, delimiter=",", encoding="utf-8"):
    """A text file of these rows."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    path.write_bytes(lines.getvalue().encode(encoding))
    return path


def open_document(path, content):
    """An OpenDocument sheet with these rows, given as they stand in its XML."""
    names = {"office": "office", "table": "table", "text": "text"}
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in names.items()
    )
    body = (
        f'<office:spreadsheet><table:table table:name="Boards">{content}</table:table></office:spreadsheet>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>",
        )
    return path
