"""Standard input and output that are closed, full or broken are no verdict."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main
from governance.model.table import MOST_PROBLEMS

ROOT = Path(__file__).parents[2]
RIFT_HOUSE = ROOT / "examples" / "rift-house.toml"


def shell(command):
    return subprocess.run(
        ["bash", "-c", command.replace("governance", f"{sys.executable} -m governance")],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.parametrize(
    "command", ["check -", "explain -", "repair -", "people -", "unknowns -", "draft - -o x.docx"]
)
def test_closed_input_is_bad_input(command):
    """A proposal that cannot be read is named as such."""
    done = shell(f"governance {command} <&-")
    assert 2 == done.returncode
    assert "standard input is closed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", ["check examples/rift-house.toml", "check examples/rift-house.toml --json", "--help"]
)
def test_an_answer_that_cannot_be_written_is_no_verdict(command):
    """On a full disk the status is neither lawful nor unlawful."""
    done = shell(f"governance {command} > /dev/full")
    assert 2 == done.returncode
    assert "The answer cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_enough_is_no_error(tmp_path):
    """`head` closes the pipe: nothing is said to be wrong with the file."""
    line = json.dumps({"school": {"category": "community"}, "seats": {}})
    (tmp_path / "b.jsonl").write_text(f"{line}\n" * 5000, encoding="utf-8")
    done = shell(f"governance check --jsonl {tmp_path}/b.jsonl --on 2018-01-01 | head -c 10")
    assert "cannot be read" not in done.stderr
    assert "Traceback" not in done.stderr


def test_many_mistakes_are_all_reported(tmp_path):
    """Every one of a thousand misspelt keys is named at its line, and beyond them it is said that there are more."""
    for count in (MOST_PROBLEMS, 5 * MOST_PROBLEMS):
        keys = "".join(f"k{number} = 1\n" for number in range(count))
        (tmp_path / "k.toml").write_text(
            f'[school]\ncategory = "community"\n[seats]\n{keys}', encoding="utf-8"
        )
        done = shell(f"governance check {tmp_path}/k.toml")
        assert (2, MOST_PROBLEMS + (count > MOST_PROBLEMS)) == (
            done.returncode,
            len(done.stderr.splitlines()),
        )
        assert f"{tmp_path}/k.toml:1003: seats.k999: is not a key" in done.stderr
        assert ("there is more wrong" in done.stderr) is (count > MOST_PROBLEMS)


WELSH = """Instrument of Government
The name of the school is Ysgol T\u0177 Hir \u2011 Primary \u2192 School.
The school is a community school.
The governing body consists of: 2 parent governors; 1 local authority governor; 1 staff governor; 1 head teacher;
5 co\u2011opted governors.
The total number of governors is 10.
This instrument has effect from 1 September 2025.
"""


def answer(folder, encoding, *arguments):
    """Run it in a folder, with streams in an encoding, as Windows gives them to a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "governance", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


@pytest.mark.parametrize(
    "arguments",
    [
        "check T\u0177.txt",
        "check T\u0177.txt --json",
        "read T\u0177.txt",
        "read T\u0177.txt --json",
        "audit T\u0177.txt --json",
        "draft T\u0177.txt -o \u2192.docx",
        "law show C12-STAFF-THIRD",
    ],
)
def test_any_encoding_gets_an_answer(tmp_path, arguments, monkeypatch):
    """What an older encoding lacks is escaped, and the status stays what it is."""
    (tmp_path / "T\u0177.txt").write_text(WELSH, "utf-8")
    monkeypatch.chdir(tmp_path)
    usual, *others = (
        CliRunner(charset=encoding).invoke(main, arguments, catch_exceptions=False)
        for encoding in ("utf-8", "cp1252", "cp437")
    )
    for done, encoding in zip(others, ("cp1252", "cp437"), strict=True):
        assert usual.exit_code == done.exit_code
        if "--json" in arguments:
            assert json.loads(usual.stdout_bytes) == json.loads(done.stdout_bytes.decode(encoding))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_proposal_that_is_piped_into_a_file_is_read(tmp_path, encoding):
    """`read --toml > proposal.toml`, and then `check`: also as PowerShell writes it, in UTF-16."""
    (tmp_path / "a.txt").write_text(WELSH, "utf-8")
    made = answer(tmp_path, encoding, "read", "a.txt", "--toml").stdout
    (tmp_path / "cmd.toml").write_bytes(made)
    (tmp_path / "powershell.toml").write_bytes(made.decode(encoding).encode("utf-16"))
    for name in ("cmd.toml", "powershell.toml"):
        said = answer(tmp_path, "utf-8", "check", name).stdout.decode("utf-8")
        assert "LAWFUL, on condition: Ysgol T\u0177 Hir - Primary \u2192 School" == said.splitlines()[0]
