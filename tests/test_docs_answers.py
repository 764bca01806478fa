"""The examples of the docs are what the commands print."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("new.md", "answers.md", "explain.md", "dates.md", "compare.md", "reading.md", "audit.md", "gias.md")
BLOCK = re.compile(r"```console\n\$ governance (.*)\n((?:.*\n)*?)```")
EXAMPLES = [(page, *block) for page in PAGES for block in BLOCK.findall((DOCS / page).read_text("utf-8"))]


@pytest.mark.parametrize(("page", "command", "shown"), EXAMPLES, ids=[f"{e[0]} {e[1]}" for e in EXAMPLES])
def test_example(page, command, shown, monkeypatch):
    """Each line shown is a line of the output, in the order of the page, however wide its columns are."""
    monkeypatch.chdir(DOCS.parent)
    output = CliRunner().invoke(main, shlex.split(command)).output
    lines = (line.split() for line in output.splitlines())
    for line in shown.splitlines():
        assert line.split() in lines, f"{page}: governance {command} does not print {line!r}"


def test_every_page_has_examples():
    """No page goes untested."""
    assert set(PAGES) == {example[0] for example in EXAMPLES}
