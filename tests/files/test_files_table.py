"""A table that someone else made: what is read, what is named because it cannot be, and what is refused."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_made import open_document, text, workbook

from governance.errors import UnreadableError
from governance.files.columns import columns, fold
from governance.files.table import Fault, Row, open_table

KNOWN = ("School", "Parent governors", "Staff governors", "Takes effect on")
XLS = Path(__file__).with_name("boards.xls")


def opened(path):
    """The table of a file whose headings are those known here."""
    return open_table(path, lambda cells: len(set(cells) & set(KNOWN)), least=2)


def cells(path):
    """The cells of each row below the heading."""
    return [row.cells for row in opened(path).rows]


def test_a_workbook(tmp_path):
    """Numbers are whole where they are, days are days, and the rows have the numbers that a person counts."""
    day = datetime.date(2027, 1, 11)
    made = workbook(
        tmp_path / "a.xlsx",
        ("Boards of 2027",),
        (),
        KNOWN,
        ("Hill", 2, 1.5, day),
        (),
        ("Dale ", "3", None, "11/01/2027"),
    )
    table = opened(made)
    assert ("Boards", 3, KNOWN) == (table.sheet, table.heading.number, table.heading.cells)
    assert [
        Row(4, ("Hill", 2, 1.5, day)),
        Row(6, ("Dale", "3", None, "11/01/2027")),
    ] == list(table.rows)


def test_what_calamine_gives_as_empty_is_named(tmp_path):
    """An error, and a formula that nobody worked out, are no empty cells."""
    made = workbook(tmp_path / "a.xlsx", KNOWN, ("Hill", "#N/A", "=1+1", None), ("Dale", "#DIV/0!", 1, None))
    assert [
        ("Hill", Fault("#N/A"), Fault("a formula whose value the file does not keep"), None),
        ("Dale", Fault("#DIV/0!"), 1, None),
    ] == cells(made)


def test_an_older_workbook():
    """A .xls file is read with its days, its error and its hidden sheet."""
    table = opened(XLS)
    assert ('The sheet "Old" is hidden, and was not read.',) == table.notes
    assert [("Hill School", 2, Fault("#N/A"), datetime.date(2027, 1, 11))] == [
        row.cells for row in table.rows
    ]


def test_an_open_document_sheet(tmp_path):
    """An error is named where it stands, also behind rows and cells that are written once for several."""
    word = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    error = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="">'
        "<text:p>#N/A</text:p></table:table-cell>"
    )
    heading = "".join(map(word.format, KNOWN))
    row = f'{word.format("Hill")}<table:table-cell table:number-columns-repeated="2"/>{error}'
    made = open_document(
        tmp_path / "a.ods",
        f"<table:table-row>{heading}</table:table-row>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{row}</table:table-row>",
    )
    assert [Row(5, ("Hill", None, None, Fault("#N/A")))] == list(opened(made).rows)


def test_the_sheet_is_the_first_visible_one_with_a_heading(tmp_path):
    """The others are named, and so is a row that nobody sees."""
    made = workbook(
        tmp_path / "a.xlsx",
        ("How to fill this in",),
        sheets=(("Old", [KNOWN]), ("New", [KNOWN, ("Hill", 2)]), ("Last", [KNOWN])),
        hidden=("Old",),
    )
    table = opened(made)
    assert "New" == table.sheet
    assert [("Hill", 2, None, None)] == [row.cells for row in table.rows]
    assert (
        'The sheet "Boards" was not read: the first with a heading is "New".',
        'The sheet "Last" was not read: the first with a heading is "New".',
        'The sheet "Old" is hidden, and was not read.',
    ) == table.notes
    hidden = workbook(tmp_path / "b.xlsx", KNOWN, ("Hill", 2), ("Dale", 2), hidden_rows=[2])
    assert [True, False] == [row.hidden for row in opened(hidden).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_text_file(tmp_path, encoding, delimiter):
    """Whatever program wrote it, a name keeps its accents, and an error is one."""
    made = text(
        tmp_path / "a.csv",
        ["2027"],
        KNOWN,
        ["Zoë's, Hill", "2", "#REF!", ""],
        delimiter=delimiter,
        encoding=encoding,
    )
    assert [("Zoë's, Hill", "2", Fault("#REF!"), None)] == cells(made)


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=9)] * 2),
        max_size=5,
    )
)
def test_rows_survive(tmp_path_factory, rows):
    """What a .csv file holds is what is read, less the space around it and rows with nothing in them."""
    made = text(tmp_path_factory.mktemp("t") / "a.csv", ("School", "Parent governors"), *rows)
    kept = [tuple(cell.strip() or None for cell in row) for row in rows]
    assert [row for row in kept if any(row)] == [
        tuple(str(cell) if isinstance(cell, Fault) else cell for cell in row) for row in cells(made)
    ]


FAR = ("XFD1048576", 1)
"""A cell in the last place there is: a table of seventeen thousand million."""


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.csv", b"", "It is empty"),
        ("a.csv", b'{"code":"error.notFound.extract.callback"}', "a web page or an error message"),
        ("a.csv", b"<html>HTTP Status 404</html>", "a web page or an error message"),
        ("a.csv", b"School,Parent governors\n\0\0,2", "not a workbook that can be read"),
        ("a.csv", b"School,Parent governors\n\x81,2", "an encoding that is not known"),
        ("a.csv", b"School,Parent governors\n" + b"," * 2000, "row 2 has more than 1,000 columns"),
        ("a.csv", b'School,Parent governors\n"' + b"a" * 200_000, "rows cannot be told apart"),
        ("a.csv", b"a,b\n1,2\n", "None of its first 20 rows is a heading"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.xlsx", b"PK\x03\x04 and no more", "not a workbook that can be read"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not a workbook that can be read"),
    ],
)
def test_what_is_refused(tmp_path, name, data, wrong):
    """A file that holds no table is refused with the reason, and its name."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError, match=wrong) as refused:
        list(opened(tmp_path / name).rows)
    assert str(tmp_path / name) == refused.value.source


def test_a_sheet_without_end_is_refused(tmp_path):
    """One cell in the last place there is makes a table that no memory holds."""
    made = workbook(tmp_path / "a.xlsx", KNOWN)
    import openpyxl  # noqa: PLC0415

    book = openpyxl.load_workbook(made)
    book.active[FAR[0]] = FAR[1]
    book.save(made)
    with pytest.raises(UnreadableError, match="It takes more than"):
        opened(made)


def test_columns():
    """Headings are told whatever their case and signs; what two columns are is named, and what is given goes first."""
    heading = Row(1, ("Governor-Type ", None, "start_date", "Type of governor", "Shoe size"))
    fields = {"governortype": "category", "typeofgovernor": "category", "startdate": "appointed_on"}
    found = columns(heading, lambda text: fields.get(fold(text)))
    assert {"category": 0, "appointed_on": 2} == found.places
    assert (("category", "Governor-Type", "Type of governor"),) == found.twice
    assert {4: "Shoe size"} == found.unknown
    told = columns(heading, lambda text: fields.get(fold(text)), {"category": "type of governor"})
    assert ({"category": 3, "appointed_on": 2}, ()) == (told.places, told.twice)
    assert {0: "Governor-Type", 4: "Shoe size"} == told.unknown
    assert {"appointed_on": "1 May"} == found.of(Row(2, (None, 1, "1 May")))
