"""Reads the sheets of one workbook in a process of its own, which may use so much memory and time and no more.

Run by `table.py` as a script, with the workbook on the standard input and, as its arguments, the seconds of work and the
bytes of memory; it imports nothing of this package. On the standard output it writes one JSON value a line: the list of
the sheets, then for each visible one its name, and then each of its rows; or `{"refused": ...}` with a word that `table.py` knows.

A date is `{"day": ...}`. calamine gives an error such as #N/A, and a formula whose value the file does not keep, as
an empty cell: they are looked for in the file itself, and are `{"fault": ...}`.
"""

import datetime
import io
import json
import math
import re
import signal
import sys
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

LEAST = 0.01
"""No timer is set for less."""
MOST_COLUMNS = 1_000
MOST_MERGED = 10_000
"""The most columns of a sheet; the widest extract of the public record has 135."""
MOST_PARTS = 5_000
MOST_UNPACKED = 500_000_000

_NO_VALUE = "a formula whose value the file does not keep"
_OLE = b"\xd0\xcf\x11\xe0"
# The records of an error cell and of a formula whose result is an error: row, column and the number of the error.
_XLS = (
    re.compile(rb"\x05\x02\x08\x00(..)(..)..(.)\x01", re.DOTALL),
    re.compile(rb"\x06\x00..(..)(..)..\x02.(.)...\xff\xff", re.DOTALL),
)
_XLS_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_ERROR = re.compile(rb'<c\b([^>]*\bt="e"[^>]*)>(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>)?')
_UNKEPT = re.compile(rb"<c\b([^>]*)>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_HIDDEN = re.compile(rb'<row\b([^>]*\bhidden="(?:1|true)"[^>]*)>')
_PLACE = re.compile(rb'\br="([A-Z]*)(\d+)"')
_ODS = re.compile(
    rb'<table:table (?:[^>]*\b)?table:name="([^"]*)"|<(/?)table:table-row\b([^>]*)|<table:(?:covered-)?table-cell\b([^>]*)'
    rb"|<text:p[^>]*>(#[A-Z0-9/!?]+|Err:\d+)</text:p>"
)
_ROWS = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(rb'number-columns-repeated="(\d+)"')

Faults = dict[tuple[int, int], str]


def main() -> None:
    """Read the workbook on the standard input and tell what is in it."""
    data = sys.stdin.buffer.read()
    bound(float(sys.argv[1]), int(sys.argv[2]))
    try:
        for value in read(data):
            sys.stdout.write(f"{json.dumps(value)}\n")
    except MemoryError:
        print(json.dumps({"refused": "large"}))  # noqa: T201 - this is how it answers
    except Exception as error:  # noqa: BLE001 - whatever calamine stumbles over, the file is at fault
        word = "password" if type(error).__name__ == "PasswordError" else "broken"
        print(json.dumps({"refused": word}))  # noqa: T201


def bound(seconds: float, memory: int) -> None:
    """Take no more memory and time than this, where the operating system can see to it."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    signal.setitimer(signal.ITIMER_PROF, max(seconds, LEAST))
    whole = math.ceil(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes) -> Iterator[object]:
    """Give the list of the sheets, and then each visible sheet and its rows."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - after the limits

    faults = faults_of(data)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    visible = {one.name for one in sheets if one.visible == SheetVisibleEnum.Visible}
    yield [{"name": one.name, "visible": one.name in visible} for one in sheets]
    for name in (one.name for one in sheets if one.name in visible):
        sheet = book.get_sheet_by_name(name)
        yield {"sheet": name, "merged": _downwards(sheet)}
        if sheet.width > MOST_COLUMNS:
            raise MemoryError
        found, hidden = faults.get(name, faults.get("", ({}, set())))
        first = sheet.start[1] if sheet.start else 0
        for number, row in enumerate(sheet.iter_rows()):
            cells = [_plain(found.get((number, place)), cell) for place, cell in enumerate(row, first)]
            yield [number + 1, number in hidden, *[""] * first, *cells]


def _downwards(sheet: Any) -> list[list[int]]:
    """Give the cells that are merged over several rows of one column: the column, and the first and the last row."""
    try:
        merged = sheet.merged_cell_ranges or []
    except Exception:  # noqa: BLE001 - not every kind of workbook tells
        return []
    return [
        [left, top, bottom]
        for (top, left), (bottom, right) in merged[:MOST_MERGED]
        if left == right and bottom > top
    ]


def _plain(fault: str | None, cell: Any) -> object:
    if fault and cell in ("", 0):
        return {"fault": fault}
    if isinstance(cell, datetime.datetime):
        return {"day": cell.date().isoformat()} if cell.time() == datetime.time() else str(cell)
    if isinstance(cell, datetime.date):
        return {"day": cell.isoformat()}
    return cell if isinstance(cell, (str, int, float, bool)) else str(cell)


def faults_of(data: bytes) -> Mapping[str, tuple[Faults, set[int]]]:
    """Find by sheet the cells that calamine gives as empty and that are not, and the hidden rows; "" is any sheet."""
    if data.startswith(_OLE):
        found = {
            (int.from_bytes(one[1], "little"), int.from_bytes(one[2], "little")): _XLS_ERRORS[one[3][0]]
            for pattern in _XLS
            for one in pattern.finditer(data)
            if one[3][0] in _XLS_ERRORS
        }
        return {"": (found, set())}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sizes = [entry.file_size for entry in archive.infolist()]
        if len(names) > MOST_PARTS or sum(sizes) > MOST_UNPACKED:
            raise MemoryError
        if "content.xml" in names:
            return {name: (found, set()) for name, found in _ods(archive.read("content.xml")).items()}
        if "xl/workbook.xml" not in names:
            return {}
        return {name: _xlsx(archive.read(part)) for name, part in _parts(archive) if part in names}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and the part it stands in."""
    import html  # noqa: PLC0415
    import posixpath  # noqa: PLC0415

    rels = archive.read("xl/_rels/workbook.xml.rels").decode()
    targets = {_value("Id", one): _value("Target", one) for one in re.findall(r"<Relationship\b[^>]*>", rels)}
    for one in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", archive.read("xl/workbook.xml").decode()):
        target = targets.get(_value(r"\w+:id", one), "")
        yield (
            html.unescape(_value("name", one)),
            posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"),
        )


def _value(key: str, tag: str) -> str:
    found = re.search(rf"""\s{key}=(?:"([^"]*)"|'([^']*)')""", tag)
    return (found[1] or found[2] or "") if found else ""


def _xlsx(sheet: bytes) -> tuple[Faults, set[int]]:
    found: Faults = {}
    for pattern, text in ((_ERROR, ""), (_UNKEPT, _NO_VALUE)):
        for one in pattern.finditer(sheet) if b"<f" in sheet or not text else ():
            if (place := _PLACE.search(one[1])) and not (text and b't="str"' in one[1]):
                found[_at(place)] = text or (one[2] or b"an error").decode()
    hidden = {int(place[2]) - 1 for one in _HIDDEN.finditer(sheet) if (place := _PLACE.search(one[1]))}
    return found, hidden


def _at(place: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in place[1]:
        column = column * 26 + letter - 64
    return int(place[2]) - 1, column - 1


def _ods(content: bytes) -> dict[str, Faults]:
    import html  # noqa: PLC0415

    found: dict[str, Faults] = {}
    here: Faults = {}
    row = column = rows = columns = 0
    formula = False
    for one in _ODS.finditer(content):
        if one[1] is not None:
            here = found.setdefault(html.unescape(one[1].decode()), {})
            row = 0
        elif one[2] == b"/":
            row += rows
        elif one[2] is not None:
            rows, column, columns = _times(_ROWS, one[3]), 0, 0
        elif one[4] is not None:
            column, columns = column + columns, _times(_COLUMNS, one[4])
            formula = b"table:formula" in one[4] or b'"error"' in one[4]
        elif formula:
            here |= {(row, column + more): one[5].decode() for more in range(min(columns, MOST_COLUMNS))}
    return found


def _times(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else 1


if __name__ == "__main__":
    main()
