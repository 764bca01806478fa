"""A table into an Excel workbook: a heading that stays in sight and on each printed page, filters, and text that is never a formula."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

Value = str | int | datetime.date | None

_MOST_CHARACTERS: Final = 32_767
_FIRST_YEAR: Final = 1901
_DAY: Final = "dd mmm yyyy"
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_A4: Final = 9
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_MS_DOS: Final = 0
_MOST_FILLED: Final = 2_000
"""What is offered and said is so for so many rows."""
_LONGEST_PROMPT_TITLE: Final = 32


@attrs.frozen
class Column:
    """The heading of a column and its width, in characters; and what is said where somebody fills it in.

    `choices` are offered as a drop-down, and others are refused; `day` is a column of days; `shades` are the colours
    behind the texts that have one, as six hexadecimal digits.
    """

    title: str
    width: int = 12
    prompt: str = ""
    choices: tuple[str, ...] = ()
    day: bool = False
    shades: Mapping[str, str] = attrs.field(factory=dict)


def workbook(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, on: datetime.date | None = None
) -> bytes:
    """Make the .xlsx; the same table on the same day is the same bytes, and without a day always.

    `title` names the sheet. Text stays text whatever it begins with; what a cell cannot hold is shown as its
    number, and what is longer than a cell can be is cut with three points.
    """
    book = Workbook(write_only=True)
    on = on or datetime.date(*_EARLIEST[:3])
    noon = datetime.datetime(on.year, on.month, on.day)  # noqa: DTZ001 - the format knows no zones
    book.properties.creator = "governance"
    book.properties.created = noon
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = title, "Page &P of &N"
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        if column.day:
            sheet.column_dimensions[letter].number_format = _DAY
        if column.prompt:
            sheet.data_validations.append(_validation(column, f"{letter}2:{letter}{_MOST_FILLED}"))
    sheet.append([_cell(sheet, column.title, _SHADED, bold=True) for column in columns])
    length = 1
    shades: list[dict[Value, PatternFill]] = [
        {text: _fill(shade) for text, shade in column.shades.items()} for column in columns
    ]
    for row in rows:
        sheet.append([_cell(sheet, value, own.get(value)) for value, own in zip(row, shades, strict=True)])
        length += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{length}"
    stream = io.BytesIO()
    book.save(stream)
    return _dated(stream, noon)


def _validation(column: Column, cells: str) -> DataValidation:
    """Make what is shown where a cell is chosen, and what may stand in it."""
    return DataValidation(
        type="list" if column.choices else None,
        formula1=f'"{",".join(column.choices)}"' if column.choices else None,
        sqref=cells,
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=bool(column.choices),
        promptTitle=column.title[:_LONGEST_PROMPT_TITLE],
        prompt=column.prompt,
        error=column.prompt,
    )


def _fill(shade: str) -> PatternFill:
    return PatternFill("solid", fgColor=shade)


_SHADED: Final = _fill("F2F2F2")


def _cell(sheet: Any, value: Value, fill: PatternFill | None = None, *, bold: bool = False) -> Any:
    """Make one cell; a text is marked as text, which also keeps it one when somebody edits it."""
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        value = value.isoformat()  # before the first day that Excel counts from
    shown: Any = _text(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, value=shown)
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = True
    elif isinstance(value, datetime.date):
        cell.number_format = _DAY
    if fill:
        cell.fill = fill
    if bold:
        cell.font = Font(bold=True)
    return cell


def _text(value: str) -> str:
    shown = ILLEGAL_CHARACTERS_RE.sub(lambda found: f"\\u{ord(found[0]):04x}", value[: _MOST_CHARACTERS + 1])
    shown = shown.encode("utf-8", "replace").decode()
    return shown if len(shown) <= _MOST_CHARACTERS else f"{shown[: _MOST_CHARACTERS - 3]}..."


def _dated(stream: io.BytesIO, day: datetime.datetime) -> bytes:
    """Put the day in place of every time at which the file was written, and pack it uncompressed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name in made.namelist():
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _without_time(data, f"{day:%Y-%m-%dT%H:%M:%SZ}".encode())
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = _MS_DOS
            archive.writestr(entry, data)
    return whole.getvalue()


def _without_time(core: bytes, day: bytes) -> bytes:
    before, _, rest = core.partition(b"<dcterms:modified")
    opening, _, rest = rest.partition(b">")
    _, closing, after = rest.partition(b"</dcterms:modified>")
    return b"".join((before, b"<dcterms:modified", opening, b">", day, closing, after))
