"""`governance audit`, through its public door."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

import governance
from governance.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TODAY = ("--on", "2025-09-01")
LAWFUL, UNLAWFUL = EXAMPLES / "rift-house.toml", EXAMPLES / "unlawful" / "too-small.toml"
UNTOLD = EXAMPLES / "doubtful" / "federation-gap.toml"
STATUSES = {0: [LAWFUL], 1: [LAWFUL, UNLAWFUL, UNTOLD], 3: [LAWFUL, UNTOLD]}


def audit(*arguments):
    return CliRunner().invoke(main, ["audit", *TODAY, *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    """A draft, an unlawful proposal and an empty file."""
    inside = tmp_path / "instruments"
    inside.mkdir()
    (inside / "rift-house.docx").write_bytes(governance.draft(governance.load(LAWFUL)))
    (inside / "too-small.toml").write_bytes(UNLAWFUL.read_bytes())
    (inside / "empty.docx").write_bytes(b"")
    return inside


def test_a_folder_is_listed_by_what_needs_attention(folder):
    """The unlawful one first, then what could not be read, then what is lawful; and the count."""
    done = audit(folder)
    assert (1, "") == (done.exit_code, done.stderr)
    places = [done.stdout.index(name) for name in ("too-small.toml", "empty.docx", "rift-house.docx")]
    assert sorted(places) == places
    assert done.stdout.endswith("3 documents: 1 unlawful, 1 unreadable and 1 lawful on condition.\n")


def test_json_is_a_list_of_rows(folder):
    """In the same order, with one process as with two."""
    done = audit(folder, "--json")
    values = json.loads(done.stdout)
    assert ["unlawful", "unreadable", "lawful on condition"] == [one["standing"] for one in values]
    assert "C12-TOTAL-MIN" in [breach["rule"] for breach in values[0]["breaches"]]
    assert done.stdout == audit(folder, "--json", "--processes", "1").stdout


@pytest.mark.parametrize("status", STATUSES)
def test_the_worst_decides_the_status(status):
    """0 if all are lawful, 1 if one is not, 3 if one cannot be told."""
    assert status == audit(*STATUSES[status]).exit_code


def test_an_unreadable_one_among_others_is_status_3(folder):
    """It may be unlawful, for all that is known."""
    (folder / "too-small.toml").unlink()
    assert 3 == audit(folder).exit_code


def test_where_nothing_could_be_read_it_is_status_2(folder):
    """And the reason stands there."""
    done = audit(folder / "empty.docx")
    assert 2 == done.exit_code
    assert "UNREADABLE" in done.stdout


def test_a_mistake_of_ours_is_status_2(monkeypatch, folder):
    """With the rows of all others."""

    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("governance.audit.one.written", broken)
    done = audit(folder, "--processes", "1")
    assert 2 == done.exit_code
    assert "ZeroDivisionError: this is a mistake in the program" in " ".join(done.stdout.split())
    assert "rift-house.docx" in done.stdout


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_nothing_to_audit_is_bad_usage(tmp_path, path):
    """A folder that is not there, or has no documents in it."""
    (tmp_path / "empty").mkdir()
    done = audit(tmp_path / path)
    assert (2, "") == (done.exit_code, done.stdout)
    assert "Name " in done.stderr


class TestWorkbook:
    """--xlsx writes a workbook beside the list."""

    def test_it_has_a_row_for_each_document(self, folder, tmp_path):
        """And the list is printed all the same."""
        out = tmp_path / "audit.xlsx"
        done = audit(folder, "--xlsx", out)
        assert (1, f"Wrote {out}.\n") == (done.exit_code, done.stderr)
        made = openpyxl.load_workbook(out)["Audit"]
        assert ["unlawful", "unreadable", "lawful on condition"] == [cell.value for cell in made["A"][1:]]
        assert "3 documents" in done.stdout

    def test_one_that_is_there_is_kept_unless_told(self, folder, tmp_path):
        """And nobody waits for an audit to hear of it."""
        out = tmp_path / "audit.xlsx"
        out.write_bytes(b"somebody's work")
        done = audit(folder, "--xlsx", out)
        assert (2, "", b"somebody's work") == (done.exit_code, done.stdout, out.read_bytes())
        assert "--force" in done.stderr
        assert 1 == audit(folder, "--xlsx", out, "--force").exit_code
        assert openpyxl.load_workbook(io.BytesIO(out.read_bytes()))["Audit"]

    def test_another_ending_is_explained(self, folder, tmp_path):
        """A workbook ends in .xlsx."""
        done = audit(folder, "--xlsx", tmp_path / "audit.csv")
        assert 2 == done.exit_code
        assert "an Excel workbook ends in .xlsx" in done.stderr


@pytest.mark.parametrize("number", [1, 2])
def test_ctrl_c_stops_it_at_once_and_cleanly(tmp_path, number):
    """While documents are being read, here from pipes that never end: no traceback, and no process is left."""
    pipes = [tmp_path / f"{name}.toml" for name in range(number)]
    for pipe in pipes:
        os.mkfifo(pipe)
    command = [sys.executable, "-m", "governance", "audit", *map(str, pipes), "--processes", str(number)]
    running = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What starts the tests may ignore the signal, and a child would ignore it, too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    ends = [os.open(pipe, os.O_WRONLY) for pipe in pipes]  # each waits until somebody reads
    os.killpg(running.pid, signal.SIGINT)
    stdout, stderr = running.communicate()
    for end in ends:
        os.close(end)
    assert (130, "", "Stopped; nothing was written.\n") == (running.returncode, stdout, stderr)


def test_a_conflict_is_told_from_what_is_quoted():
    """What is in conflict, a full stop, and both places."""
    done = audit(EXAMPLES / "documents")
    says = (
        'Parent governors: the list gives them more than once. "two parent governors" (line 8); "three parent'
    )
    assert says in " ".join(done.stdout.split())


def test_its_own_workbook_is_no_document(folder):
    """A second audit overwrites the workbook that the first left in the folder, and does not list it."""
    book = folder / "audit.xlsx"
    first = audit(folder, "--xlsx", book)
    again = audit(folder, "--xlsx", book, "--force")
    assert first.stdout == again.stdout
    assert "audit.xlsx" in audit(folder).stdout


def test_a_folder_of_what_cannot_be_read_is_listed(tmp_path):
    """Each file with what to do, and no verdict."""
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "old.rtf").write_bytes(b"{\\rtf1 words}")
    done = audit(tmp_path)
    assert 2 == done.exit_code
    for said in ("old.doc", "older Office file", "scan.png", "It is a picture", "old.rtf", "rich text"):
        assert said in done.stdout
    assert done.stdout.endswith("3 documents: 3 unreadable.\n")
