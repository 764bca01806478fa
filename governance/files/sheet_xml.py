"""A sheet of a workbook filled in at the level of its XML, so that every other part stays as it is, byte for byte.

What a library that reads a whole workbook does not know, such as drop-downs of later years, is lost when it writes it
again. Here cells are put in, and nothing is taken away.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
from lxml import etree
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import column_index_from_string, get_column_letter

from governance.errors import UnreadableError
from governance.files.archive import Archive
from governance.files.package import packed

Value = str | int | datetime.date

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NAMES: Final = {
    "m": _MAIN,
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xm": "http://schemas.microsoft.com/office/excel/2006/main",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST: Final = {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
_DAY_FORMATS: Final = (range(14, 18), range(27, 32), range(50, 59))
"""The formats of days that every workbook has; others are written out in its styles."""
_PLACE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_RANGE: Final = re.compile(rf"\A(?:'((?:[^']|'')+)'|([^'!]+))!{_PLACE.pattern}:{_PLACE.pattern}")
_DATA: Final = re.compile(rb"<sheetData\s*/>|<sheetData(?:\s[^>]*)?>.*</sheetData>", re.DOTALL)
_DECLARED: Final = re.compile(rb"<sheetData[^>]*>")
_DIMENSION: Final = re.compile(rb'(<dimension ref=")[^"]*(")')
_MOST_CHOICES: Final = 5_000


@attrs.frozen
class Book:
    """A workbook: its parts, the part of each sheet, its texts, and whether its days are counted from 1904."""

    archive: Archive
    sheets: Mapping[str, str]
    texts: tuple[str, ...]
    from_1904: bool
    days: frozenset[str]
    """The styles of cells that are shown as days."""


def open_book(data: bytes) -> Book:
    """Open a workbook; UnreadableError where it is none, or one that is not safe to read."""
    archive = Archive(data)
    main = archive.related("").get("officeDocument", "")
    if main.lower() not in archive.names:
        raise _no_book()
    root, parts = archive.xml(main), _targets(archive, main)
    sheets = {
        one.get("name", ""): parts[one.get(_ID, "")]
        for one in root.iterfind("m:sheets/m:sheet", _NAMES)
        if one.get(_ID, "") in parts
    }
    if not sheets:
        raise _no_book()
    related = archive.related(main)
    texts = archive.xml(related["sharedStrings"]) if "sharedStrings" in related else ()
    styles = archive.xml(related["styles"]) if "styles" in related else None
    about = root.find("m:workbookPr", _NAMES)
    return Book(
        archive,
        sheets,
        tuple(_text(one) for one in texts),
        about is not None and about.get("date1904") in ("1", "true"),
        frozenset(_days(styles)) if styles is not None else frozenset(),
    )


def choices(book: Book, sheet: str) -> dict[str, tuple[str, ...]]:
    """Give for each column of a sheet what its drop-down offers, where it has one; the columns are letters."""
    root = book.archive.xml(book.sheets[sheet])
    found: dict[str, tuple[str, ...]] = {}
    rules = [
        *root.iterfind("m:dataValidations/m:dataValidation", _NAMES),
        *root.iterfind(".//x14:dataValidations/x14:dataValidation", _NAMES),
    ]
    for rule in rules:
        if rule.get("type") != "list":
            continue
        formula = rule.findtext("m:formula1", "", _NAMES) or rule.findtext("x14:formula1/xm:f", "", _NAMES)
        cells = rule.get("sqref", "") or rule.findtext("xm:sqref", "", _NAMES)
        offered = tuple(_offered(book, sheet, formula))
        for letter, _ in _PLACE.findall(cells):
            found.setdefault(letter, offered)
    return found


def filled(book: Book, sheet: str, rows: Mapping[int, Mapping[str, Value]], *, like: int) -> bytes:
    """Give the workbook with these values in a sheet, by row and letter; a cell has the style of the row `like`.

    A day is written as one where the style shows it as a day, and else as text.
    """
    part = book.sheets[sheet]
    root = book.archive.xml(part)
    data = root.find("m:sheetData", _NAMES)
    if data is None:
        raise _unusual()
    there = {_number(row): row for row in data}
    styles = {
        letter: cell.get("s", "") for letter, cell in _cells(there[like]).items()
    } if like in there else {}  # fmt: skip
    for number in sorted(rows):
        if number not in there:
            there[number] = etree.Element(f"{{{_MAIN}}}row", {"r": str(number)}, None)
            after = max((one for one in there if one < number), default=None)
            place = 0 if after is None else data.index(there[after]) + 1
            data.insert(place, there[number])
        _fill(book, there[number], number, rows[number], styles)
    content = _put(book.archive.read(part), data, _size(there))
    names = book.archive.members
    return packed(
        {name: content if name.lower() == part.lower() else book.archive.read(name) for name in names}
    )


def _fill(
    book: Book, row: etree._Element, number: int, values: Mapping[str, Value], styles: Mapping[str, str]
) -> None:
    cells = _cells(row)
    for letter, value in values.items():
        style = cells[letter].get("s", "") if letter in cells else styles.get(letter, "")
        cells[letter] = _cell(book, f"{letter}{number}", value, style)
    row[:] = [cells[letter] for letter in sorted(cells, key=column_index_from_string)]
    row.attrib.pop("spans", "")


def _cell(book: Book, place: str, value: Value, style: str) -> etree._Element:
    """Make a cell: a number, a day where its style shows one, and else text, which stands in the cell itself."""
    cell = etree.Element(f"{{{_MAIN}}}c", {"r": place}, None)
    if style:
        cell.set("s", style)
    if isinstance(value, datetime.date):
        shown = style in book.days
        value = (value - _FIRST[book.from_1904]).days if shown else value.strftime("%d/%m/%Y")
    if isinstance(value, int):
        etree.SubElement(cell, f"{{{_MAIN}}}v").text = str(value)
        return cell
    cell.set("t", "inlineStr")
    text = etree.SubElement(etree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
    text.text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    text.set(_SPACE, "preserve")
    return cell


def _size(rows: Mapping[int, etree._Element]) -> str:
    """Say how far the sheet goes."""
    places = [column_index_from_string(letter) for row in rows.values() for letter in _cells(row)]
    return f"{get_column_letter(min(places))}{min(rows)}:{get_column_letter(max(places))}{max(rows)}"


def _put(content: bytes, data: etree._Element, size: str) -> bytes:
    """Put the rows in place of those that a part has, and leave what stands around them as it is."""
    if len(_DATA.findall(content)) != 1:
        raise _unusual()
    made = _DECLARED.sub(b"<sheetData>", etree.tostring(data, with_tail=False), count=1)
    content = _DATA.sub(lambda _: made, content)
    return _DIMENSION.sub(lambda found: found[1] + size.encode() + found[2], content, count=1)


def _unusual() -> UnreadableError:
    return UnreadableError(
        "Its sheet is not written as Excel writes one", "Open it in Excel, save it again and give that."
    )


def _number(row: etree._Element) -> int:
    number = row.get("r", "")
    if not number.isdecimal():
        raise _unusual()
    return int(number)


def _cells(row: etree._Element) -> dict[str, etree._Element]:
    found = {}
    for cell in row:
        place = _PLACE.fullmatch(cell.get("r", ""))
        if place is None:
            raise _unusual()
        found[place[1]] = cell
    return found


def _offered(book: Book, sheet: str, formula: str) -> Iterator[str]:
    """Give the choices that a formula names: a list in quotation marks, or a column of cells."""
    if formula.startswith('"'):
        yield from (one.strip() for one in formula.strip('"').split(","))
        return
    if not (match := _RANGE.fullmatch(formula)) and not (match := _RANGE.fullmatch(f"'{sheet}'!{formula}")):
        return
    quoted, name, letter, first, last_letter, last = match.groups()
    part = book.sheets.get((quoted or name).replace("''", "'"))
    if part is None or letter != last_letter or int(last) - int(first) > _MOST_CHOICES:
        return
    for row in book.archive.xml(part).iterfind("m:sheetData/m:row", _NAMES):
        if int(first) <= _number(row) <= int(last) and letter in (cells := _cells(row)):
            text = _value(book, cells[letter])
            if text:
                yield text


def _value(book: Book, cell: etree._Element) -> str:
    value = cell.findtext("m:v", "", _NAMES)
    match cell.get("t"):
        case "s":
            return book.texts[int(value)] if value.isdecimal() and int(value) < len(book.texts) else ""
        case "inlineStr":
            inside = cell.find("m:is", _NAMES)
            return _text(inside) if inside is not None else ""
    return value


def _text(item: etree._Element) -> str:
    """Give a text of several pieces; how it is spoken is left out."""
    pieces = item.xpath("m:t | m:r/m:t", namespaces=_NAMES)
    return "".join(piece.text or "" for piece in pieces)  # type: ignore[union-attr]


def _days(styles: etree._Element) -> Iterator[str]:
    """Give the number of each style that shows a day."""
    own = {
        one.get("numFmtId", ""): re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", one.get("formatCode", ""))
        for one in styles.iterfind("m:numFmts/m:numFmt", _NAMES)
    }
    for place, style in enumerate(styles.iterfind("m:cellXfs/m:xf", _NAMES)):
        number = style.get("numFmtId", "0")
        usual = number.isdecimal() and any(int(number) in some for some in _DAY_FORMATS)
        if usual or re.search(r"[dy]", own.get(number, ""), re.IGNORECASE):
            yield str(place)


def _targets(archive: Archive, main: str) -> dict[str, str]:
    """Give the part of each relationship of the workbook."""
    folder, _, file = main.rpartition("/")
    relations = archive.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found = {}
    for one in relations:
        target = one.get("Target") or ""
        part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        if part.lower() in archive.names:
            found[one.get("Id", "")] = part
    return found


def _no_book() -> UnreadableError:
    return UnreadableError("It is not an Excel workbook", "Give a file that ends in .xlsx.")
