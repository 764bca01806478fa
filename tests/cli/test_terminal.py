"""On a terminal an answer fits its width, and its verdict stands out; elsewhere it is plain."""

import json
import re

import pytest
from command import command
from terminal import on_terminal

SMALL = "examples/unlawful/too-small.toml"
CODE = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")
RED, YELLOW, GREEN = "\x1b[31m\x1b[1m", "\x1b[33m\x1b[1m", "\x1b[32m\x1b[1m"
BOLD = "\x1b[1m"


def words(text):
    """The words, wherever the lines end."""
    return CODE.sub("", text).split()


ANSWERS = {
    "unlawful": (("check", SMALL), f"{RED}UNLAWFUL\x1b[0m: Small"),
    "lawful": (
        ("check", "examples/rift-house.toml"),
        f"{GREEN}LAWFUL, on condition\x1b[0m: Rift House",
    ),
    "cannot tell": (("check", "examples/no-category.txt"), f"{YELLOW}CANNOT TELL\x1b[0m: Ferry"),
    "within a list": (("audit", "examples/documents"), f"\n{YELLOW}CANNOT TELL\x1b[0m\n"),
    "people": (("people", "examples/people.toml"), f"{RED}NOT ELIGIBLE\x1b[0m: parent"),
    "boards": (
        ("options", "--category", "community", "--total", "7"),
        f"{GREEN}3 LAWFUL BOARDS\x1b[0m: community",
    ),
    "nearest": (("repair", SMALL), f"{BOLD}NEAREST LAWFUL BOARDS\x1b[0m: Small"),
    "a title": (("check", SMALL), f"\n{BOLD}What is wrong\x1b[0m\n  - "),
    "bare": ((), f"\n{BOLD}Where to begin\x1b[0m\n"),
}


@pytest.mark.parametrize(("arguments", "looks"), ANSWERS.values(), ids=ANSWERS)
def test_verdicts_and_titles_stand_out(arguments, looks):
    """Each verdict is bold, in its colour and in words; titles are bold."""
    assert looks in on_terminal(*arguments)[1]


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--no-color", "check"), {}),
        (("check", "--no-color"), {}),
        (("check", "--no-colour"), {}),
        (("check",), {"NO_COLOR": "1"}),
        (("check",), {"TERM": "dumb"}),
    ],
)
def test_whoever_wants_no_colour_gets_none(arguments, environment):
    """The option before or after the command, the variable, or a terminal that knows no colour."""
    status, shown = on_terminal(*arguments, SMALL, environment=environment)
    assert (1, "UNLAWFUL: Small Primary School") == (status, shown.splitlines()[0])
    assert "\x1b" not in shown


def test_an_empty_no_color_is_none():
    """The convention: the variable counts where it is not empty."""
    assert RED in on_terminal("check", SMALL, environment={"NO_COLOR": ""})[1]


@pytest.mark.parametrize("option", ["--no-color", "--no-colour"])
@pytest.mark.parametrize("group", [("law", "show"), ("steps", "copies")])
def test_commands_within_commands_take_it_too(group, option):
    """It may be said after the last word of any command."""
    last = ["C12-TOTAL-MIN"] if group[0] == "law" else []
    assert 0 == command(*group, *last, option).returncode


@pytest.mark.parametrize("columns", [50, 80])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", SMALL, "--all"),
        ("compare", "examples/rift-house-2015.toml", "examples/rift-house.toml"),
        ("law", "list", "--on", "2018-09-18"),
        ("check", "no such file.toml"),
    ],
    ids=lambda arguments: arguments[0] if arguments[1] != "no such file.toml" else "an error",
)
def test_an_answer_fits_the_terminal(arguments, columns):
    """No line is wider, but for a word that is, and no word is lost or broken."""
    elsewhere = command(*arguments)
    shown = on_terminal(*arguments, columns=columns)[1]
    lines = [CODE.sub("", line) for line in shown.splitlines()]
    assert [] == [line for line in lines if len(line) > columns and len(line.split()) > 1]
    assert sorted(words(elsewhere.stdout + elsewhere.stderr)) == sorted(words(shown))


def test_a_file_gets_what_it_always_got():
    """Elsewhere lines are a hundred wide and hold no codes, whatever the window."""
    done = command("check", SMALL, "--all")
    assert "\x1b" not in done.stdout
    paragraphs = [line for line in done.stdout.splitlines() if line.startswith("    ") and "http" not in line]
    assert 90 < max(map(len, paragraphs)) <= 100


def test_long_work_shows_how_far_it_has_come(tmp_path):
    """The bar is on standard error, so that the answers in a file are whole."""
    boards = tmp_path / "boards.jsonl"
    board = {"school": {"category": "community"}, "seats": {"parent": 2}}
    boards.write_text(f"{json.dumps(board)}\n" * 3, encoding="utf-8")
    answers = tmp_path / "answers"
    shown = on_terminal("check", "--jsonl", boards, "--on", "2025-09-01", output=answers)[1]
    assert "Checking" in shown
    assert "100%" in shown
    assert 3 == len([json.loads(line) for line in answers.read_text("utf-8").splitlines()])
    assert "Checking" not in on_terminal("check", "--jsonl", boards, "--on", "2025-09-01")[1]
    assert "100%" in on_terminal("check", SMALL, SMALL, "--json")[1]
    assert "Reading" in on_terminal("audit", "examples/documents")[1]
    assert "" == command("check", SMALL, SMALL, "--json").stderr
