"""The gallery shows every example that is the proposal of an instrument."""

import re
import tomllib
from pathlib import Path

import pytest
from command import command as run

import governance

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
OTHERS = {"people.toml"}
EXAMPLES = [
    path
    for path in sorted((ROOT / "examples").glob("*.toml"))
    if path.name not in OTHERS and "school" in tomllib.loads(path.read_text(encoding="utf-8"))
]
every = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@every
def test_every_example_is_shown(path):
    """With what its first line says of it, its command and at least one page."""
    assert f"(../examples/{path.name})" in PAGE
    assert path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ") in PAGE
    assert f"$ governance draft examples/{path.name} " in PAGE
    assert f"](gallery/{path.stem}-1.png)" in PAGE


@every
def test_every_example_is_lawful_and_complete(path):
    """None is refused, and none shows a gap."""
    assert governance.check(governance.load(path)).lawful
    assert governance.draft(governance.load(path))


def test_nothing_else_is_shown():
    """Each picture is there and described, each that is there is shown, and no example is that is gone."""
    shown = re.findall(r"!\[(.+)\]\(gallery/(.+)\)", PAGE)
    pictures = sorted(path.name for path in (ROOT / "docs" / "gallery").iterdir())
    assert pictures == sorted(name for _, name in shown)
    assert len(shown) == len({alt for alt, _ in shown}) > len(EXAMPLES)
    assert {path.name for path in EXAMPLES} == set(re.findall(r"\(\.\./examples/(.+)\)", PAGE))


@pytest.mark.parametrize("command", re.findall(r"^\$ governance (report .*)", PAGE, re.MULTILINE))
def test_every_paper_is_whole(command, tmp_path):
    """Its command makes it, and nothing in it is left to be written."""
    words = command.split()
    words[-1] = str(tmp_path / words[-1])
    done = run(*words, "--strict")
    assert (0, True) == (done.returncode, "Wrote" in done.stdout)
    assert Path(words[-1]).stat().st_size


def test_the_commands_are_told_as_they_are(tmp_path):
    """The command beside the variation makes its file."""
    (command,) = re.findall(r"\$ governance (.*--changes.*)", PAGE)
    words = command.split()
    words[-1] = str(tmp_path / words[-1])
    assert 0 == run(*words).returncode
    assert Path(words[-1]).stat().st_size
