"""`governance vacancies`, through its public door."""

import json
import shutil

import docx
import openpyxl
import pytest
import registers
from command import ROOT
from command import command as run

HEAD = ("School", "Governor ID", "Type of governor", "Start date")
NAME = "Rift House Primary School"


@pytest.fixture
def folder(tmp_path):
    """A folder with a register, an instrument and a picture."""
    there = tmp_path / "files"
    there.mkdir()
    rows = ((NAME, "g1", "Parent", "01/09/2025"), ("Hill School", "h1", "Parent", "01/09/2025"))
    registers.workbook(there / "register.xlsx", ("Governors",), HEAD, *rows)
    shutil.copy(f"{ROOT}/examples/rift-house.toml", there)
    (there / "plan.png").write_bytes(b"x")
    return there


def test_text(folder):
    """The seats of the instrument, the people of the register, and what is missing."""
    done = run("vacancies", folder, "--on", "2026-11-29")
    assert 3 == done.returncode
    for part in ("VACANCIES on 29 November 2026", "By category", "- Hill School", "plan.png: is no register"):
        assert part in done.stdout


def test_json(folder):
    """The same as plain values."""
    told = json.loads(run("vacancies", folder, "--on", "2026-11-29", "--json").stdout)
    assert {
        "body": NAME,
        "category": "parent",
        "seats": 2,
        "in_post": 1,
        "vacancies": 1,
        "surplus": 0,
    } in told["places"]
    assert ["Hill School"] == told["without_instrument"]


def test_word_and_workbook(folder, tmp_path):
    """By the name of the file."""
    word, book = tmp_path / "report.docx", tmp_path / "report.xlsx"
    assert f"Wrote {word}." in run("vacancies", folder, "-o", word, "--authority", "Hartlepool").stdout
    assert "Governor vacancies" == docx.Document(word).paragraphs[0].text
    assert f"Wrote {book}." in run("vacancies", folder, "-o", book).stdout
    assert (NAME, "Parent governors", 2) == tuple(
        cell.value for cell in openpyxl.load_workbook(book).active[2][:3]
    )
    assert 2 == run("vacancies", folder, "-o", word).returncode


def test_no_register(tmp_path):
    """Nothing is known of who is in post."""
    done = run("vacancies", f"{ROOT}/examples/rift-house.toml")
    assert 2 == done.returncode
    assert "No register of governors was found." in done.stderr
    assert 2 == run("vacancies", tmp_path, "--on", "2026-11-29", "--before", "2026-11-29").returncode
