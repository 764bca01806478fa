"""A board in options, with no FILE: the first question of somebody on the telephone, answered in one line."""

import datetime
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main
from governance.english import day_words

TODAY = f"by the law of today, {day_words(datetime.date.today())})"  # noqa: DTZ011 - the day where the reader is
BOARD = "--category community --parent 2 --staff 1 --local-authority 1 --head-teacher 1 --co-opted 7"
VOLUNTARY_AIDED = "--category VA --foundation none --parent 2 --staff 1 --local-authority 1 --head-teacher 1 --foundation-governors"


def run(line, *more):
    return CliRunner().invoke(main, [*line.split(), *map(str, more)])


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        (f"check {BOARD} --total 12", 0, "LAWFUL, on condition: The board given"),
        (f"check {BOARD} --total 13", 1, "UNLAWFUL: The board given"),
        (f"check {BOARD} --co-opted-staff 2", 0, "LAWFUL: The board given"),
        (f"check {BOARD} --co-opted-staff 3", 1, "UNLAWFUL: The board given"),
        (f"check {VOLUNTARY_AIDED} 7", 0, "LAWFUL: The board given"),
        (f"check {VOLUNTARY_AIDED} 6", 1, "UNLAWFUL: The board given"),
        (f"check {BOARD.replace('community', 'foundation')} --foundation none", 1, "UNLAWFUL"),
        (f"check {BOARD.replace('community', 'foundation')} --foundation none --partnership 3", 0, "LAWFUL"),
        (f"repair {BOARD}", 0, "NOTHING TO REPAIR, lawful: The board given"),
    ],
)
def test_the_answer_and_its_day(line, status, said):
    """The law is today's, and the first line says so."""
    done = run(line)
    assert status == done.exit_code
    first = done.stdout.splitlines()[0]
    assert first.startswith(said)
    assert first.endswith(TODAY)


def test_another_day():
    """A day that is given is the day of the law, and nothing is said of today."""
    done = run(f"check {BOARD} --on", "1 September 2018")
    assert 0 == done.exit_code
    assert "the law of 1 September 2018" in done.output
    assert "today" not in done.output
    assert 'Note: --on "1 September 2018" is read as 2018-09-01.' in done.stderr


def test_words_for_numbers():
    """Seats may be words, and one may be open."""
    assert (
        0 == run(BOARD.replace("parent 2", "parent two").replace("--category", "check --category")).exit_code
    )
    assert 3 == run(f"check {BOARD.replace('parent 2', 'parent unknown')}").exit_code
    done = run(f"check {BOARD.replace('parent 2', 'parent some')}")
    assert 2 == done.exit_code
    assert "'some' is not a whole number. Write one such as 2" in done.stderr


def test_the_total_wished():
    """In `repair` and `options` --total is the total to have, and not the one that the board states."""
    done = run(f"repair {BOARD} --total 14")
    assert 1 == done.exit_code
    assert "You asked for a total of 14." in done.output
    assert "state a total" not in done.output
    done = run("options --category nursery --total 9")
    assert done.stdout.splitlines()[0].endswith(TODAY)
    assert "a total of 9" in done.stdout
    assert done.stdout == run("options --category nursery --total nine").stdout


def test_without_a_category():
    """The board is answered as each category that it may be of."""
    done = run(f"check {BOARD.removeprefix('--category community')}")
    assert 3 == done.exit_code
    assert "Lawful as community, community special or maintained nursery" in done.output


def test_as_json():
    """The same as of a file, with the day and why it is that."""
    answer = json.loads(run(f"check {BOARD} --json").stdout)
    assert ("The board given", True) == (answer["proposal"], answer["lawful"])
    assert "no day of effect is given" in answer["dated"]


def test_a_draft(tmp_path):
    """What the instrument needs besides is told; with --anyway there is a draft to go on with."""
    out = tmp_path / "oak.docx"
    line = f"draft {BOARD} --school Oak --authority Northshire -o {out}"
    done = run(line)
    assert 3 == done.exit_code
    assert "What is the governing body called?" in done.stderr
    assert not out.exists()
    assert 0 == run(f"{line} --anyway").exit_code
    assert out.exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("check", "Give FILE, or the board itself: --category community"),
        ("repair", "`governance new` makes a FILE"),
        ("draft -o x.docx", "Give FILE"),
        ("check --category community", "Give FILE"),
        ("check --jsonl --parent 2", "--jsonl reads FILE"),
        (
            "check examples/rift-house.toml --parent 2 --total 12",
            "--parent, --total: seats are stated in FILE or in",
        ),
        (f"check {BOARD.replace('community', 'special')}", "`community special` or `foundation special`"),
        (f"check {BOARD.replace('community', 'academy')}", "its articles govern it"),
        ("check --on 01/13/2027 --parent 2", "in numbers the day comes before the month"),
    ],
)
def test_what_is_refused(monkeypatch, line, said):
    """With what to write instead."""
    monkeypatch.chdir(Path(__file__).parents[2])
    done = run(line)
    assert 2 == done.exit_code
    assert said in " ".join(done.stderr.split())
