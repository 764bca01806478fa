"""The pages of the docs are a site without a broken link, and the README is short and true."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import governance
from governance.cli import main
from governance.files import budget

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
AT_THE_TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = ("README.md", "docs/check.md", "docs/draft.md", "docs/law.md", "docs/transition.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHOWN = [
    (page, *example.partition("\n")[::2])
    for page in PAGES
    for block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    for example in re.findall(r"^\$ governance (.*?)(?=^\$|\Z)", block, re.DOTALL | re.MULTILINE)
]


def test_the_site(tmp_path):
    """It builds without a warning, has every page in its contents, what is generated, and nothing from elsewhere."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "docs", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    made = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}

    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert [] == sorted(page for page in pages if f'href="{page}.html"' not in made["index"])

    assert list(tmp_path.glob("_images/rift-house-1.png"))
    link = re.search(r'href="(rule-book/[^"]+)"', made["rule-book"])
    assert "Constitution" in (tmp_path / link[1]).read_text(encoding="utf-8")
    told = [
        name
        for name in main.list_commands(click.Context(main))
        if f"Usage: governance {name} " in made["commands"]
    ]
    assert main.list_commands(click.Context(main)) == told
    assert "Usage: governance law show " in made["commands"]

    fetches = re.compile(r'<(?:script|img|link|iframe)[^>]*\b(?:src|href)="https?://[^"]*"')
    assert [] == [name for name, text in made.items() if fetches.search(text)]


@pytest.mark.parametrize("page", AT_THE_TOP)
def test_links_of_the_pages_at_the_top(page):
    """Each leads to a file that is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (ROOT / link).exists()]


def test_the_readme_is_short():
    """It has fewer than 200 lines and one picture, and leads to every page that says more."""
    assert len(README.splitlines()) < 200
    assert ["docs/gallery/rift-house-1.png"] == re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert "(docs/index.md)" in README


def test_the_rule_that_is_shown_is_one():
    """The page on the law shows a rule as it stands in its file."""
    page = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
    (name,) = re.findall(r"This is a rule of `(.+)`", page)
    (rule,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert rule in (ROOT / name).read_text(encoding="utf-8")


def test_the_steps_of_a_change_of_law_name_what_is_there():
    """Whoever follows them finds each file and folder, and each command runs."""
    steps = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z-]+/[A-Za-z0-9_./-]+)`", steps)
    assert len(named) > 3
    assert [] == [name for name in named if not (ROOT / name).exists()]
    run = re.findall(r"\.venv/bin/(?:python|pytest) ([a-z_/.]+)", steps)
    assert {"tests/law", "tests/law/lawful_boards.py"} <= set(run)
    assert [] == [name for name in run if not (ROOT / name).exists()]


def test_the_list_of_changes_has_this_version():
    """Whoever upgrades finds what is new in it."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert governance.__version__ in re.findall(r"^## (\S+)", changes, re.MULTILINE)


def test_every_command_of_the_readme_is_one():
    """No table promises a command that there is not."""
    names = set(main.list_commands(click.Context(main)))
    assert set(re.findall(r"`governance ([a-z]+)", README)) <= names


@pytest.mark.parametrize(("page", "command", "shown"), SHOWN, ids=[f"{one[0]} {one[1]}" for one in SHOWN])
def test_what_the_pages_show(page, command, shown, tmp_path, monkeypatch):
    """Each command runs in a folder of its own, and each line below it is a line of its output."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command, comments=True)
    with budget.shared():
        done = CliRunner().invoke(main, words)
    assert done.exit_code in (0, 1, 3), f"{page}: {done.output}"
    lines = done.output.splitlines()
    assert [] == [line for line in shown.strip().splitlines() if line not in lines]


def test_the_examples_are_all_told_of():
    """Every unlawful example stands in the table with what is wrong with it, and no other does."""
    told = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+\.toml)` \|", told, re.MULTILINE)
    there = [path.name for path in (ROOT / "examples" / "unlawful").glob("*.toml")]
    assert sorted(there) == sorted(name for name in rows if name != "people.toml")
    others = re.findall(r"^\| `([a-z-]+/[a-z-]+\.\w+|people\.toml|[a-z-]+\.txt)` \|", told, re.MULTILINE)
    assert [] == [name for name in others if not (ROOT / "examples" / name).exists()]
