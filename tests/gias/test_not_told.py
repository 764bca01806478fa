"""What a file does not tell, or cannot be read, is no ground for saying that a record contradicts the law."""

import datetime

import pytest
from gias_files import BOARD, LINK, SCHOOL, STAFF, governors, table, write

from governance.gias.audit.finding import CANNOT_TELL, CONTRADICTS, EXACTLY, INCOMPLETE
from governance.gias.audit.workers import audit_all
from governance.gias.load import load
from governance.gias.register import packed

ON = datetime.date(2026, 11, 1)
LAST = "Date term of office ends/ended"
TWO = (*BOARD, STAFF)


def only(paths):
    """Audit the files of one body."""
    (one,) = audit_all(load(paths), ON)
    return one


@pytest.mark.parametrize(
    ("days", "grade"),
    [
        ({}, CONTRADICTS),
        ({LAST: ""}, CONTRADICTS),
        ({LAST: "31 August 2025"}, CANNOT_TELL),
        ({LAST: "31/08/25"}, CANNOT_TELL),
        ({"Date of appointment": "1st September"}, CANNOT_TELL),
        ({LAST: "31/08/2024"}, CANNOT_TELL),
        ({LAST: "31/08/2025", "Date of appointment": "01/09/2024"}, EXACTLY),
    ],
)
def test_a_day_that_cannot_be_read(tmp_path, days, grade):
    """One of two staff governors may have left; the same is told of the record that is written anew."""
    rows = governors(*TWO)
    rows[-1] |= days
    paths = write(tmp_path, schools=[SCHOOL], governors=rows)
    assert only(paths).grade == grade
    again = tmp_path / "again.zip"
    again.write_bytes(packed(load(paths)))
    assert only([again]).grade == grade


def test_enough_of_them_sure(tmp_path):
    """Two of three staff governors are in post for sure."""
    rows = governors(*TWO, STAFF)
    rows[-1][LAST] = "soon"
    assert only(write(tmp_path, schools=[SCHOOL], governors=rows)).grade == CONTRADICTS


@pytest.mark.parametrize("column", ["Role", "Date of appointment", LAST])
def test_a_column_that_is_not_there(tmp_path, column):
    """Without it nobody knows who is in post."""
    rows = [{key: text for key, text in row.items() if key != column} for row in governors(*TWO)]
    one = only(write(tmp_path, schools=[SCHOOL], governors=rows))
    assert one.grade == CANNOT_TELL
    assert any(f"no column {column}" in finding.says for finding in one.findings)
    assert not any("No chair" in finding.says for finding in one.findings) or column != "Role"


@pytest.mark.parametrize("extra", [b'"x","y"\r\n', b'"open\r\n'])
def test_a_row_that_cannot_be_read(tmp_path, extra):
    """The body has it against it, and the row is no empty seat."""
    paths = write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD[:-1]))
    whole = paths[1].read_bytes()
    row = table(governors(BOARD[-1], first=7)).split(b"\r\n")[1]
    paths[1].write_bytes(whole + row + b"," + extra)
    one = only(paths)
    assert (one.grade, one.empty) == (INCOMPLETE, 0)
    assert any(finding.lines == (8,) for finding in one.findings)
    again = tmp_path / "again.zip"
    again.write_bytes(packed(load(paths)))
    assert only([again]).empty == 0


def test_two_processes(tmp_path):
    """However many processes share the bodies, a federation among them, the answers are the same."""
    schools = [SCHOOL | {"URN": str(urn)} for urn in range(100001, 100031)]
    rows = [
        row
        for n, one in enumerate(schools)
        for row in governors(*TWO[: 5 + n % 4], urn=one["URN"], first=10 * n)
    ]
    links = [LINK | {"URN": one["URN"]} for one in schools[:2]]
    record = load(write(tmp_path, schools=schools, governors=rows, links=links))
    one = audit_all(record, ON)
    assert len(one) == len(schools) - 1
    assert len({body.grade for body in one}) > 1
    assert audit_all(record, ON, processes=2) == one
