"""A bulk-update template made for tests, as GIAS gives it: twenty columns, hidden lists, and drop-downs in an extension.

Its drop-downs are of the kind that openpyxl does not know and loses.
"""

import io
import random
import zipfile
from xml.sax.saxutils import escape

COLUMNS = (
    *("GID", "URN", "UID", "Role", "Title", "Forename 1", "Forename 2", "Surname", "Date of appointment"),
    *("Date term of office ends/ended", "Appointing body", "Home postcode", "Telephone number"),
    *(
        "Direct email address",
        "Previous Title",
        "Previous Forename 1",
        "Previous Forename 2",
        "Previous Surname",
    ),
    *("Date of Birth", "Nationality"),
)
LISTS = {
    "D": ("N/A", "Chair of Governors", "Governor", "Trustee"),
    "E": ("Dr", "Mr", "Mrs", "Ms", "Revd"),
    "K": (
        *("N/A", "Appointed by GB/board", "Appointed by academy members", "Appointed by foundation/Trust"),
        *("Elected by school staff", "Elected by parents"),
        "Parent appointed by GB/board due to no election candidates",
        *("Nominated by LA and appointed by GB", "Nominated by other body and appointed by GB"),
        "Ex-officio by virtue of office as headteacher/principal",
        "Ex-officio foundation governor (appointed by foundation by virtue of the office they hold)",
    ),
    "O": ("Dr", "Mr"),
    "T": ("N/A", "United Kingdom"),
}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"


def template(rows=(), *, columns=COLUMNS, drop_downs=True, days="dd/mm/yy", about="", picture=0):
    """The workbook as bytes; `rows` are those that GIAS has, by column, with Excel's numbers for days; a picture has so many bytes."""
    texts = []

    def shared(text):
        if text not in texts:
            texts.append(text)
        return texts.index(text)

    def cell(letter, number, value):
        style = {"D": "1", "E": "1", "K": "1", "I": "2", "J": "2", "S": "2"}.get(letter)
        style = f' s="{style}"' if style and number > 1 else ""
        place = f'r="{letter}{number}"{style}'
        if value is None:
            return f"<c {place}/>" if style else ""
        if isinstance(value, int):
            return f"<c {place}><v>{value}</v></c>"
        return f'<c {place} t="s"><v>{shared(value)}</v></c>'

    def row(number, values):
        cells = (cell(chr(65 + place), number, value) for place, value in enumerate(values))
        return f'<row r="{number}" spans="1:20">{"".join(cells)}</row>'

    body = [row(1, columns)]
    filled = [
        *([one.get(column) for column in columns] for one in rows),
        *([None] * len(columns) for _ in range(2)),
    ]
    body += [row(number, values) for number, values in enumerate(filled, start=2)]
    rules = "".join(
        f'<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Dictionaries!${one}$2:${one}${len(LISTS[one]) + 1}</xm:f>'
        f"</x14:formula1><x14:formula2><xm:f>0</xm:f></x14:formula2><xm:sqref>{one}2:{one}3</xm:sqref></x14:dataValidation>"
        for one in ("T", "O", "K", "E", "D")
    )
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        '<x14:dataValidations count="5" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        f"{rules}</x14:dataValidations></ext></extLst>"
    )
    data = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_DOC}"><dimension ref="A1:T3"/><sheetData>{"".join(body)}</sheetData>'
        f"{extension if drop_downs else ''}</worksheet>"
    )
    longest = max(map(len, LISTS.values()))
    lists = [
        f'<row r="{number}">'
        + "".join(
            f'<c r="{letter}{number}" t="s"><v>{shared(words[number - 2])}</v></c>'
            for letter, words in LISTS.items()
            if number - 2 < len(words)
        )
        + "</row>"
        for number in range(2, longest + 2)
    ]
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACK}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            for n in (1, 2)
        )
        + f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACK}/relationships"><Relationship Id="rId1" Type="{_DOC}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><workbookPr {about}/><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Dictionaries" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACK}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{_DOC}/{kind}" Target="{target}"/>'
            for n, kind, target in (
                (1, "worksheet", "worksheets/sheet1.xml"),
                (2, "worksheet", "/xl/worksheets/sheet2.xml"),
                (3, "styles", "styles.xml"),
                (4, "sharedStrings", "sharedStrings.xml"),
            )
        )
        + "</Relationships>",
        "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="165" formatCode="{days}"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="165"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
        "xl/sharedStrings.xml": f'{_HEAD}<sst xmlns="{_MAIN}">{strings}</sst>',
        SHEET: data,
        "xl/worksheets/sheet2.xml": f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lists)}</sheetData></worksheet>',
    }
    if picture:
        parts["xl/media/picture.png"] = random.Random(1).randbytes(picture)  # noqa: S311 - bytes that no packing makes smaller
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
