"""--letter: where a letter is written, and where none is."""

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from governance.cli import main

ROOT = Path(__file__).parents[2]
TOO_SMALL = str(ROOT / "examples" / "unlawful" / "too-small.toml")
CHANGE = [
    str(ROOT / "examples" / name)
    for name in ("rift-house-2015.toml", "rift-house.toml", "rift-house-register.csv")
]
TWICE = str(ROOT / "examples" / "documents" / "parents-listed-twice.txt")


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def words(path):
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (("check", TOO_SMALL), "We return the draft"),
        (("repair", TOO_SMALL), "is unlawful; 5 lawful boards are near to it"),
        (("repair", TOO_SMALL, "--total", "3"), "No lawful board has all that you ask for"),
        (("unknowns", TOO_SMALL), "is unlawful, whatever is still open"),
        (
            ("options", "--category", "community", "--total", "7"),
            "lawful boards are as you ask",
        ),
        (("transition", *CHANGE), "of the 10 people listed 9 continue and 1 goes out of office"),
    ],
    ids=["check", "repair", "impossible", "unknowns", "options", "transition"],
)
def test_the_answer_is_printed_and_written(question, says, tmp_path):
    """The exit status is that of the answer."""
    path = tmp_path / "letter.docx"
    alone = run(*question)
    done = run(*question, "--letter", path, "--from", "Governor Services", "--dated", "2026-11-29")
    assert alone.exit_code == done.exit_code
    assert f"{alone.stdout}Wrote {path}.\n" == done.stdout
    assert says in words(path)
    assert "29 November 2026" in words(path)
    assert "Yours sincerely\nGovernor Services" in words(path)


def test_without_a_sender_a_note_says_so(tmp_path):
    """The letter has a marked place."""
    done = run("check", TOO_SMALL, "--letter", tmp_path / "letter.docx")
    assert "Note: The letter has a marked place for its sender. Give --from.\n" == done.stderr
    assert "[office of the sender]" in words(tmp_path / "letter.docx")


def test_a_draft_that_contradicts_itself_is_returned_with_the_places(tmp_path):
    """By the words and the line."""
    run("check", TWICE, "--letter", tmp_path / "letter.docx")
    assert "the list gives them more than once" in words(tmp_path / "letter.docx")
    assert '"three parent governors" (line 13)' in words(tmp_path / "letter.docx")


def test_a_letter_that_is_there_is_kept(tmp_path):
    """Unless it is forced."""
    path = tmp_path / "letter.docx"
    path.write_bytes(b"mine")
    done = run("repair", TOO_SMALL, "--letter", path)
    assert 2 == done.exit_code
    assert "overwrite it with --force" in done.stderr
    assert b"mine" == path.read_bytes()
    assert 1 == run("repair", TOO_SMALL, "--letter", path, "--force").exit_code


def test_no_answer_is_no_letter(tmp_path):
    """Nothing is written, and the note says why."""
    path = tmp_path / "letter.docx"
    done = run("options", "--category", "foundation", "--on", "2025-09-01", "--letter", path)
    assert 3 == done.exit_code
    assert f"{path}: not written" in done.stderr
    assert not path.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", TOO_SMALL, "--json", "--letter", "x.docx"),
        ("repair", TOO_SMALL, "--json", "--letter", "x.docx"),
        ("options", "--category", "community", "--csv", "--letter", "x.docx"),
        ("options", "--category", "community", "--school", "Hill"),
        ("unknowns", TOO_SMALL, "--from", "Governor Services"),
        ("transition", *CHANGE, "--json", "--letter", "x.docx"),
        ("transition", *CHANGE, "--style", "council.dotx"),
    ],
    ids=lambda arguments: " ".join((arguments[0], *arguments[-3:])).replace(str(ROOT), ""),
)
def test_what_does_not_go_together(arguments):
    """A letter goes with an answer in words, and what goes with a letter needs one."""
    done = run(*arguments)
    assert 2 == done.exit_code
    assert "--letter" in done.stderr
