"""`governance gias import` and `governance gias audit`, through their public door."""

import json

import openpyxl
import pytest
from click.testing import CliRunner
from gias_files import BOARD, SCHOOL, STAFF, governors, write

from governance.cli import main


def gias(*arguments):
    return CliRunner().invoke(main, ["gias", *map(str, arguments)])


@pytest.fixture
def files(tmp_path):
    """A school with two staff governors."""
    return write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD, STAFF))


def test_json(files):
    """The day is that of the governance file, and each body has the keys that are documented."""
    answer = gias("audit", *files, "--json")
    told = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert told["on"] == "2026-11-01"
    assert [one["rows"] for one in told["files"]] == [1, 8]
    assert list(told) == ["on", "files", "problems", "bodies", "summary"]
    (body,) = told["bodies"]
    keys = ["urn", "name", "kind", "authority", "evidence", "recorded", "grade", "empty", "findings"]
    assert list(body) == keys
    assert (body["urn"], body["grade"], body["recorded"]) == ("100001", "contradicts the law", 8)
    assert all(list(one) == ["rule", "lines", "says", "citation", "grade"] for one in body["findings"])


def test_on(files):
    """Another day may be asked about."""
    assert (
        json.loads(gias("audit", *files, "--on", "2025-08-31", "--json").stdout)["bodies"][0]["recorded"] == 0
    )


def test_no_bodies(tmp_path):
    """Without a body the JSON is whole."""
    shut = SCHOOL | {"EstablishmentStatus (name)": "Closed"}
    paths = write(tmp_path, schools=[shut], governors=governors(*BOARD))
    assert json.loads(gias("audit", *paths, "--json").stdout)["bodies"] == []


def test_no_governors(files):
    """Without a file of governors nobody is said to be missing."""
    answer = gias("audit", files[0])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "No file says who the governors are" in answer.stderr


@pytest.mark.parametrize("command", ["import", "audit"])
def test_a_file_that_cannot_be_used(tmp_path, files, command):
    """It is named, what could be read is answered, and the status says so."""
    bad = tmp_path / "alllinksdata20261101.csv"
    bad.write_text('{"code":"error.notFound.extract.callback"}', encoding="utf-8")
    answer = gias(command, bad, *files, "--json")
    assert answer.exit_code == 2
    assert "there was no extract of 1 November 2026" in answer.stderr
    assert json.loads(answer.stdout)["files"]


@pytest.mark.parametrize("command", ["import", "audit"])
def test_nothing_that_can_be_used(tmp_path, command):
    """Without any file that can be used there is an error and no answer."""
    answer = gias(command, tmp_path / "not-there.csv")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "not-there.csv: It cannot be read" in answer.stderr


def test_import(tmp_path, files):
    """Types are counted, and the register that is written can be audited."""
    register = tmp_path / "register.zip"
    answer = gias("import", *files, "-o", register)
    assert "Community school: 1 open" in answer.stdout
    assert gias("import", *files, "-o", register).exit_code == 2
    bodies = [json.loads(gias("audit", *those, "--json").stdout)["bodies"] for those in (files, [register])]
    assert bodies[0] == bodies[1]


def test_outputs(tmp_path, files):
    """A workbook and a page are written, and not over what is there."""
    workbook, page = tmp_path / "a.xlsx", tmp_path / "a.html"
    options = ("audit", *files, "--xlsx", workbook, "--html", page)
    assert gias(*options).exit_code == 0
    assert openpyxl.load_workbook(workbook).active["A2"].value == "contradicts the law"
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    assert gias(*options).exit_code == 2
    assert gias(*options, "--force").exit_code == 0


def test_instruments(tmp_path, files):
    """What cannot be used in the folder is named, and the answer is that of the record alone."""
    folder = tmp_path / "instruments"
    folder.mkdir()
    (folder / "note.txt").write_text("Nothing to read here.", encoding="utf-8")
    answer = gias("audit", *files, "--instruments", folder, "--json")
    assert json.loads(answer.stdout)["bodies"][0]["evidence"] == "record"
    assert "note.txt: " in answer.stderr
    assert gias("audit", *files, "--instruments", tmp_path / "none").exit_code == 2
