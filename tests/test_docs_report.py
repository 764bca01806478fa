"""The examples of docs/report.md are what the commands print, and write what they say."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "report.md").read_text("utf-8")
EXAMPLES = re.findall(r"```console\n\$ governance (.*)\n((?:.*\n)*?)```", PAGE)


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_example(command, shown, tmp_path, monkeypatch):
    """Each line shown is a line of the output, in a folder where a file can be written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "house-style.toml", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    lines = CliRunner().invoke(main, shlex.split(command)).output.splitlines()
    for line in shown.splitlines():
        assert line in lines
    written = re.findall(r"^Wrote (.+)\.$", shown, re.MULTILINE)
    assert written == [path.name for path in tmp_path.glob("*.*")]


def test_there_are_examples():
    """The page does not go untested."""
    assert EXAMPLES
