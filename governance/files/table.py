"""A table that someone else made into rows: a workbook (.xlsx, .xls, .ods) by calamine, or a .csv or .tsv file.

The sheet is the first visible one that has a heading, and the heading may stand below title rows. Which words are headings is for
the caller to say. Nothing is lost in silence: what was not read, or cannot be read as it was meant, is named.
"""

import codecs
import contextlib
import csv
import datetime
import io
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from governance.errors import UnreadableError
from governance.files import budget
from governance.files.table_child import MOST_COLUMNS

MOST_BYTES: Final = 20_000_000
"""The largest workbook that is read, in bytes."""
MOST_TEXT: Final = 200_000_000
"""The largest .csv file that is read; that of every school in England has some sixty million bytes."""
MOST_ABOVE: Final = 20
"""A heading is looked for in so many rows."""

_CHILD: Final = Path(__file__).with_name("table_child.py")
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_AS_CSV: Final = "Save the sheet alone as .csv, and give that."
_REFUSED: Final = {
    "password": (
        "It is protected by a password",
        "Open it with the password, save it without one and give that.",
    ),
    "broken": (
        "It is not a workbook that can be read: it is damaged, or something else",
        f"Open it in Excel or LibreOffice. {_AS_CSV}",
    ),
    "large": (f"It takes more than {budget.SECONDS:g} seconds of work, or {{}} MB of memory", _AS_CSV),
}
_DELIMITERS: Final = ",\t;|"
_SAMPLE: Final = 65_536
_ERRORS: Final = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
_NO_EXTRACT: Final = (
    "It is a web page or an error message, saved under the name of a table",
    "Fetch the file again, and look at it before you give it.",
)


@attrs.frozen
class Fault:
    """What a cell holds that has no value to read: an error, or a formula that was not worked out."""

    text: str

    def __str__(self) -> str:
        """Say what it is."""
        return self.text


Cell = str | int | float | bool | datetime.date | Fault | None


@attrs.frozen
class Row:
    """One row, by the number a person counts; a cell with nothing in it is None."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


@attrs.frozen
class Table:
    """A heading and the rows below it, read as they are asked for. `sheet` is empty for a file without sheets.

    `notes` name the sheets that were not read. `merged` are the cells that are one over several rows: the column,
    and the first and the last row; but for the first row they are read as empty.
    """

    source: str
    sheet: str
    heading: Row
    rows: Iterable[Row]
    notes: tuple[str, ...] = ()
    merged: tuple[tuple[int, int, int], ...] = ()


def open_table(
    path: "str | os.PathLike[str]", known: Callable[[Sequence[Cell]], int], *, least: int
) -> Table:
    """Find the first visible sheet with a heading, and give its rows.

    `known` counts the headings that it knows in a row; of the first rows the one with the most is the heading, and a
    heading has at least `least`. UnreadableError says why a file cannot be read, and what to do.
    """
    source = os.fspath(path)
    try:
        table = _opened(source, known, least)
    except UnreadableError as error:
        raise UnreadableError(error.wrong, error.remedy, source=source) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"It cannot be read: {reason}", "Check the name.", source=source) from None
    if table is None:
        raise UnreadableError(
            f"None of its first {MOST_ABOVE} rows is a heading that is known",
            "Put the names of the columns in one row, above the rows that they are of.",
            source=source,
        )
    return table


def _opened(source: str, known: Callable[[Sequence[Cell]], int], least: int) -> Table | None:
    with open(source, "rb") as file:  # noqa: PTH123 - the name may be anything
        start = file.read(1024)
        if not start.startswith(_WORKBOOKS):
            size = os.fstat(file.fileno()).st_size
            if size > MOST_TEXT:
                raise UnreadableError(f"It is larger than {MOST_TEXT // 1_000_000} MB", "Give a part of it.")
            rows = _text_rows(source, start, known)
            return _headed(source, "", rows, known, least)
        data = start + file.read(MOST_BYTES + 1 - len(start))
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"It is larger than {MOST_BYTES // 1_000_000} MB", _AS_CSV)
    if _ENCRYPTED in data:
        raise UnreadableError(*_REFUSED["password"])
    said = _answers(data, source)
    sheets = next(said)
    hidden = [
        f'The sheet "{one["name"]}" is hidden, and was not read.' for one in sheets if not one["visible"]
    ]
    for name, merged, rows in _by_sheet(said):
        if table := _headed(source, name, rows, known, least):
            others = [
                f'The sheet "{one["name"]}" was not read: the first with a heading is "{name}".'
                for one in sheets
                if one["visible"] and one["name"] != name
            ]
            return attrs.evolve(table, notes=(*others, *hidden), merged=merged)
    return None


def _headed(
    source: str, sheet: str, rows: Iterator[Row], known: Callable[[Sequence[Cell]], int], least: int
) -> Table | None:
    first = list(itertools.islice(rows, MOST_ABOVE))
    best = max(first, key=lambda row: known(row.cells), default=None)
    if best is None or known(best.cells) < least:
        return None
    below = [row for row in first if row.number > best.number]
    return Table(source, sheet, best, _inked(itertools.chain(below, rows)))


def _inked(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if any(cell is not None for cell in row.cells))


def _by_sheet(said: Iterator[Any]) -> Iterator[tuple[str, tuple[tuple[int, int, int], ...], Iterator[Row]]]:
    """Give each sheet, its merged cells and its rows, which are passed over where nobody takes them."""
    begun = 0

    def number(value: object) -> int:
        nonlocal begun
        begun += isinstance(value, dict)
        return begun

    for _, values in itertools.groupby(said, number):
        named = next(values)
        merged = tuple((place, top + 1, bottom + 1) for place, top, bottom in named.get("merged", ()))
        yield named["sheet"], merged, map(_row, values)  # noqa: B031 - it is taken once


def _answers(data: bytes, source: str) -> Iterator[Any]:
    """Have the process read the workbook, and give what it says, value by value; it ends when nobody asks for more."""
    seconds, memory = budget.left()
    command = [sys.executable, "-I", str(_CHILD), str(seconds), str(memory)]
    with subprocess.Popen(  # noqa: S603 - our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            if child.stdin is None or child.stdout is None:
                return
            with contextlib.suppress(BrokenPipeError), child.stdin:
                child.stdin.write(data)
            refused = ""
            for line in child.stdout:
                try:
                    value = json.loads(line)
                except ValueError:  # it was stopped within a line
                    break
                if isinstance(value, dict) and (refused := value.get("refused", "")):
                    break
                yield value
            # Stopped for taking too much, it has nothing more to say.
            child.stdout.close()
            if not refused and child.wait():
                refused = "large"
            if refused:
                wrong, remedy = _REFUSED[refused]
                raise UnreadableError(wrong.format(memory // 1_000_000), remedy, source=source)
        finally:
            child.kill()


def _row(value: Sequence[Any]) -> Row:
    number, hidden, *cells = value
    return Row(number, tuple(map(_cell, cells)), hidden=hidden)


def _cell(value: Any) -> Cell:
    match value:
        case {"day": day}:
            return datetime.date.fromisoformat(day)
        case {"fault": fault}:
            return Fault(fault)
        case float() if value.is_integer():
            return int(value)
        case str():
            text = value.strip()
            return Fault(text) if text.startswith("#") and text in _ERRORS else text or None
    cell: Cell = value
    return cell


def _text_rows(source: str, start: bytes, known: Callable[[Sequence[Cell]], int]) -> Iterator[Row]:
    """Give the rows of a text file, in the encoding and with the delimiter that it turns out to have."""
    if not start.strip():
        raise UnreadableError("It is empty", "Check that it is the right file, and that it was saved whole.")
    encoding = _encoding(source, start)
    with open(source, encoding=encoding, newline="") as file:  # noqa: PTH123 - the name may be anything
        sample = file.read(_SAMPLE)
    if sample.lstrip().startswith(("<", "{", "[")):
        raise UnreadableError(*_NO_EXTRACT)
    if "\0" in sample:
        raise UnreadableError(*_REFUSED["broken"])
    delimiter = max(_DELIMITERS, key=lambda one: _headings(sample, one, known))
    return _csv_rows(source, encoding, delimiter)


def _csv_rows(source: str, encoding: str, delimiter: str) -> Iterator[Row]:
    with open(source, encoding=encoding, newline="") as file:  # noqa: PTH123 - the name may be anything
        try:
            for number, cells in enumerate(csv.reader(file, delimiter=delimiter), start=1):
                if len(cells) > MOST_COLUMNS:
                    raise UnreadableError(
                        f"Its row {number} has more than {MOST_COLUMNS:,} columns",
                        "Give the columns that are needed alone.",
                        source=source,
                    )
                yield Row(number, tuple(map(_cell, cells)))
        except csv.Error as error:
            raise UnreadableError(
                f"Its rows cannot be told apart: {error}",
                "Look for a quotation mark that is left open.",
                source=source,
            ) from None


def _encoding(source: str, start: bytes) -> str:
    """Tell the encoding: by a mark in front; else UTF-8, and where it is not that, what Windows writes."""
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        with open(source, "rb") as file:  # noqa: PTH123 - the name may be anything
            try:
                while chunk := file.read(_SAMPLE):
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
        return encoding
    raise UnreadableError(
        "It is text in an encoding that is not known",
        "Save it as CSV UTF-8 (in Excel: Save As, CSV UTF-8), and look at its accents.",
    )


def _headings(sample: str, delimiter: str, known: Callable[[Sequence[Cell]], int]) -> int:
    """Count the headings that are known, where this is what stands between the cells."""
    try:
        rows = itertools.islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), MOST_ABOVE)
        return max((known(tuple(map(_cell, row))) for row in rows), default=0)
    except csv.Error:
        return 0
