"""`governance people REGISTER`: the answer as text and as JSON, its options and its exit status."""

import json

import pytest
import registers
from command import command as run

HEAD = ("Name", "Type of Governor", "Start date", "Term ends", "Sort")
ROWS = (
    ("Person One", "Parent", "01/09/2023", "31/08/2027", "x"),
    ("Person Two", "Parent", "01/09/2022", "31/08/2026", "x"),
    ("Person Three", "Parent", "September 2024", None, "x"),
)
BOARD = "examples/people.toml"


@pytest.fixture
def register(tmp_path):
    """A register with one parent too many."""
    return registers.workbook(tmp_path / "register.xlsx", ("Governors",), HEAD, *ROWS)


def test_text(register):
    """The columns, what was not read, the seats and what to mind; no name."""
    done = run("people", register, "--instrument", BOARD, "--on", "2025-09-01")
    assert 3 == done.returncode
    for part in (
        "Columns: name: Name; category: Type of Governor",
        'Start date, "September 2024"',
        "parent governors",
        "must go",
    ):
        assert part in done.stdout
    assert "Person" not in done.stdout


def test_json(register):
    """The same as plain values."""
    found = json.loads(run("people", register, "--instrument", BOARD, "--on", "2025-09-01", "--json").stdout)
    assert {
        "name": "Name",
        "category": "Type of Governor",
        "appointed_on": "Start date",
        "ends_on": "Term ends",
    } == found["columns"]
    assert ["parent 2", "parent 1", "parent 3"] == [one["key"] for one in found["people"]]
    assert ["2027-08-31", "2027-09-01"] == found["people"][0]["ends_on"]
    assert {"category": "parent", "seats": 2, "in_post": 3, "vacancies": 0, "surplus": 1} == found["bodies"][
        0
    ]["categories"][0]
    assert [(2, "Sort"), (5, "Start date")] == [(one["line"], one["column"]) for one in found["problems"]]


def test_names(register):
    """Names are shown where they are asked for."""
    done = run("people", register, "--names", "--on", "2025-09-01")
    assert "Person One" in done.stdout
    assert "No instrument of this body is given" in " ".join(done.stdout.split())


def test_columns(register, tmp_path):
    """The columns are written, and taken again."""
    kept = tmp_path / "columns.toml"
    done = run("people", register, "--on", "2025-09-01", "--save-columns", kept)
    assert f"Wrote {kept}" in done.stderr
    assert 'category = "Type of Governor"' in kept.read_text(encoding="utf-8")
    assert run("people", register, "--on", "2025-09-01", "--columns", kept).stdout == done.stdout


def test_same_people():
    """The people of a proposal are taken where a register is."""
    done = run("people", BOARD, "--instrument", BOARD, "--on", "2024-09-01", "--json")
    found = json.loads(done.stdout)
    assert ["parent governor A", "parent governor B"] == [one["key"] for one in found["people"][:2]]
    assert "associate" == found["people"][3]["standing"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--columns", "no.toml"), "cannot be read"),
        (("--holiday", "2026-09-01..2026-07-20"), "Give the first day, then the last"),
        (("--instrument", "no.toml"), "no.toml"),
    ],
)
def test_bad_input(register, more, says):
    """What cannot be read is said, and the status is 2."""
    done = run("people", register, *more)
    assert 2 == done.returncode
    assert says in done.stderr


def test_broken(tmp_path):
    """The status is 1 where a rule is broken as it is recorded."""
    rows = (("Ref", "Category", "Start date", "Role"), ("S1", "Staff", "01/09/2023", "Chair"))
    path = registers.workbook(tmp_path / "r.xlsx", *rows)
    assert 1 == run("people", path, "--instrument", BOARD, "--on", "2025-09-01").returncode
