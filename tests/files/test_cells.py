"""A .csv file of which no cell is a formula, and which is read back as it was."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from governance.files.cells import csv_file, plain_cell, safe_cell
from governance.files.table import open_table

STARTS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20"


@given(st.one_of(st.text(), st.builds("{}{}".format, st.sampled_from(STARTS), st.text())))
def test_the_rule_is_undone(text):
    """Whatever a cell held, and nothing dangerous begins one that was made safe."""
    assert text == plain_cell(safe_cell(text))
    assert not safe_cell(text).startswith(tuple(STARTS.replace("'", "")))


@given(st.text(alphabet=st.characters(blacklist_characters=STARTS), min_size=1))
def test_what_was_never_made_safe_stays(text):
    """A file of somebody else is read as it is."""
    assert text == plain_cell(text)
    assert f"'{text}" == plain_cell(f"'{text}")


@given(st.lists(st.lists(st.text(alphabet="ab=+-@' ,\"\n", max_size=6), min_size=2, max_size=2), max_size=4))
def test_a_file_is_one_table(rows):
    """By the rules of CSV, whatever stands in it."""
    found = list(csv.reader(io.StringIO(csv_file(("a", "b"), rows).decode("utf-8-sig"), newline="")))
    assert [["a", "b"], *rows] == [[plain_cell(cell) for cell in row] for row in found]


def test_our_reader_takes_them_off(tmp_path):
    """What is written is read."""
    path = tmp_path / "table.csv"
    path.write_bytes(csv_file(("Name", "Type"), [("=1+1", "'Twas"), ("-Hill", "plain")]))
    table = open_table(str(path), len, least=2)
    assert [("=1+1", "'Twas"), ("-Hill", "plain")] == [row.cells for row in table.rows]
