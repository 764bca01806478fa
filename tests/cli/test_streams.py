"""Standard input and output that are closed, full or broken are no verdict."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
