"""Every command's help ends with an example that runs, and help leads to the command that is meant."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from command import command

import governance
from governance.cli.main import main
from governance.english import day_words
from governance.law.library import library


def leaves(group, name=()):
    """Give each command with its whole name, those within a group of commands too."""
    context = click.Context(group)
    for child in group.list_commands(context):
        found = group.get_command(context, child)
        if hasattr(found, "list_commands"):
            yield from leaves(found, (*name, child))
        else:
            yield (*name, child), found


COMMANDS = dict(leaves(main))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give the data folder of a desk that was started once."""
    folder = tmp_path_factory.mktemp("office")
    script = (
        "import pathlib, sys; from governance.desk import start; start.open_desk(pathlib.Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", script, folder], check=True)
    return folder


@pytest.mark.parametrize("name", COMMANDS, ids=" ".join)
def test_the_example(name, tmp_path, request):
    """It starts with the command, and is neither refused nor about a file that is not there."""
    example = COMMANDS[name].epilog.removeprefix("Example: ")
    words = shlex.split(example.partition(" > ")[0])
    assert ["governance", *name] == words[: 1 + len(name)]
    for place, word in enumerate(words):
        if word in ("-o", "-d", "--word", "--xlsx"):
            words[place + 1] = str(tmp_path / words[place + 1])
    if name[0] == "desk":
        office = request.getfixturevalue("office")
        shutil.copy(office / "desk.sqlite3", tmp_path)
        words = [str(tmp_path / "desk.sqlite3") if word.endswith(".sqlite3") else word for word in words]
        words[2:2] = ["--data", str(office)]
    done = command(*words[1:])
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr


def test_bare_shows_where_to_begin():
    """Whoever types the name alone has done nothing wrong, and is shown commands that there are."""
    done = command()
    assert (0, "") == (done.returncode, done.stderr)
    shown = re.findall(r"^  governance (\S+)", done.stdout, re.MULTILINE)
    assert "check" in shown
    assert set(shown) <= {name[0] for name in COMMANDS}
    assert "governance --help" in done.stdout


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("chekc", "Did you mean `check`?"),
        ("CHECK", "Did you mean `check`?"),
        ("fix", "Did you mean `repair`?"),
        ("validate", "Did you mean `check`?"),
        ("qqqq", "All commands: governance --help."),
    ],
)
def test_a_mistyped_command(typed, hint):
    """It is bad usage, and what was meant is named where it can be told."""
    done = command(typed, "x.toml")
    assert (2, "") == (done.returncode, done.stdout)
    assert f"There is no command {typed!r}. {hint}" in done.stderr


def test_help_is_a_word_too():
    """`governance help` is `governance --help`, of the whole and of one command."""
    assert command("--help").stdout == command("help").stdout
    assert command("check", "--help").stdout == command("help", "check").stdout


def test_every_command_stands_once_in_help_with_its_whole_sentence():
    """Nothing is cut short, and a command is under the heading that people come for."""
    shown = " ".join(command("--help").stdout.split())
    for name in main.list_commands(click.Context(main)):
        sentence = main.get_command(click.Context(main), name).get_short_help_str(limit=1_000)
        assert sentence.endswith(".")
        assert 1 == shown.count(f" {name} {sentence}")
    assert "..." not in shown.replace("[ARGS]...", "")
    assert "Ask about a board: " in shown


def test_the_version_says_how_old_the_law_is():
    """It is the version of the program, and the day of the comparison that is longest ago."""
    day = min(volume.law.compared for volume in library())
    says = f"the law was last compared with its sources on {day_words(day)}"
    assert f"governance, version {governance.__version__}; {says}\n" == command("--version").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_it(shell):
    """The script that docs/install.md tells of is there for each shell, and completes commands and options."""
    program = Path(sys.executable).with_name("governance")

    def asked(what):
        environment = {**os.environ, **what}
        return subprocess.run([program], env=environment, capture_output=True, text=True, check=True).stdout

    assert "_GOVERNANCE_COMPLETE" in asked({"_GOVERNANCE_COMPLETE": f"{shell}_source"})
    typed = {"COMP_WORDS": "governance ch", "COMP_CWORD": "ch" if shell == "fish" else "1"}
    assert "check" in asked({"_GOVERNANCE_COMPLETE": f"{shell}_complete", **typed})
