"""An Excel workbook: text is text, days are days, and the same table is the same bytes."""

import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.files.spreadsheet import Column, workbook

DAY = datetime.date(2025, 9, 1)
COLUMNS = (Column("School", 40), Column("Total"), Column("Made on"))


def sheet(*rows, columns=COLUMNS):
    """The one sheet of a workbook of these rows."""
    return openpyxl.load_workbook(io.BytesIO(workbook("Audit", columns, rows, on=DAY)))["Audit"]


def first(value):
    """The first cell below the heading of a table with this one value."""
    return sheet((value,), columns=(Column("School"),))["A2"]


@pytest.mark.parametrize(
    "name", ["=1+1", "+Plus School", "-Minus", "@At", "=cmd|' /C calc'!A0", "#N/A", "'=1"]
)
def test_text_is_never_a_formula(name):
    """A school may be called what it likes, and stays what it is called when somebody edits the cell."""
    cell = first(name)
    assert (name, "s") == (cell.value, cell.data_type if cell.data_type != "inlineStr" else "s")
    assert cell.quotePrefix


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_every_text_survives(text):
    """What can be seen is kept as it is."""
    assert text == first(text).value


def test_what_a_cell_cannot_hold_is_shown_as_its_number():
    """A bell rings for nobody."""
    assert "a\\u0007b" == first("a\x07b").value


def test_what_is_too_long_is_cut():
    """A cell holds 32,767 characters."""
    assert "x" * 32_767 == first("x" * 32_767).value
    assert "x" * 32_764 + "..." == first("x" * 32_768).value


def test_numbers_and_days_are_what_they_are():
    """They can be sorted, filtered and added up."""
    row = [cell.value for cell in sheet(("A", 12, datetime.date(2018, 9, 18)))[2]]
    assert ["A", 12, datetime.datetime(2018, 9, 18)] == row  # noqa: DTZ001


def test_a_day_before_excel_counts_is_text():
    """A slip of the keyboard stops nothing."""
    assert "0218-09-18" == first(datetime.date(218, 9, 18)).value


def test_the_heading_stays_in_sight_and_has_filters():
    """The first row is frozen, and every column can be filtered down to the last row."""
    made = sheet(("A", 1, None), ("B", 2, None))
    assert ("A2", "A1:C3") == (made.freeze_panes, made.auto_filter.ref)
    assert ["School", "Total", "Made on"] == [cell.value for cell in made[1]]
    assert all(cell.font.bold for cell in made[1])


def test_the_same_table_is_the_same_bytes():
    """No time of writing is in it."""
    rows = [("A", 1, DAY)]
    made = workbook("Audit", COLUMNS, rows, on=DAY)
    assert made == workbook("Audit", COLUMNS, rows, on=DAY)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"2025-09-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_it_prints_with_its_heading_on_each_page():
    """Across the page, with the first column beside what does not fit on one."""
    made = sheet(("A", 12, None))
    assert "landscape" == made.page_setup.orientation
    assert ("$1:$1", "$A:$A") == (made.print_title_rows, made.print_title_cols)
