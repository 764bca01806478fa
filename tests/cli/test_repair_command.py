"""`governance repair`, through its public door."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main

ROOT = Path(__file__).parents[2]
UNLAWFUL = sorted((ROOT / "examples" / "unlawful").glob("*.toml"))
LAWFUL = [*sorted((ROOT / "examples").glob("*aided.toml")), ROOT / "examples" / "rift-house.toml"]
AIDED = "examples/unlawful/voluntary-aided-of-ten.toml"


@pytest.fixture(autouse=True)
def _at_root(monkeypatch):
    monkeypatch.chdir(ROOT)


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, ["repair", *map(str, arguments)], input=stdin, catch_exceptions=False)


def test_a_voluntary_aided_board_of_ten():
    """Two foundation governors more; the appointers do not follow of themselves."""
    done = run(AIDED)
    assert 1 == done.exit_code
    assert done.stdout.startswith("NEAREST LAWFUL BOARDS: St Mary's Church of England Primary School\n")
    assert "12 governors, 2 seats moved: 2 foundation governors more;" in done.stdout
    assert "Also to be mended: 5 appointed; there are 7 foundation seats" in done.stdout
    assert "Ranked by: fewest seats moved; then fewest governors in post losing their seat;" in done.stdout


def test_a_wish_that_cannot_be_met():
    """Eleven is odd."""
    done = run(AIDED, "--total", 11)
    assert 1 == done.exit_code
    assert done.stdout.startswith("IMPOSSIBLE: ")
    assert "So the total is always even; 11 is not." in done.stdout
    assert "a total of 12 instead of a total of 11." in done.stdout


@pytest.mark.parametrize("file", UNLAWFUL, ids=lambda file: file.stem)
def test_every_unlawful_example_has_a_repair(file):
    """Boards, or something besides the seats that is to be mended."""
    done = run(file, "--json", "--max", 2)
    answer = json.loads(done.stdout)
    assert 1 == done.exit_code
    assert answer["boards"] or answer["mend"]
    assert 2 >= len(answer["boards"])


@pytest.mark.parametrize("file", LAWFUL, ids=lambda file: file.stem)
def test_a_lawful_proposal_says_so(file):
    """There is nothing to do."""
    done = run(file)
    assert (0, True) == (done.exit_code, done.stdout.startswith("NOTHING TO REPAIR, lawful"))


def test_a_lawful_board_of_another_size():
    """Rift House with nine governors instead of twelve."""
    done = run("examples/rift-house.toml", "--total-between", 8, 9, "--max", 1)
    assert 1 == done.exit_code
    assert done.stdout.startswith("LAWFUL, but not as you wish")
    assert "9 governors, 3 seats moved: 3 co-opted governors fewer" in done.stdout


def test_seats_in_post_are_read_from_the_proposal():
    """The table [filled] says how many seats have a governor."""
    text = (
        Path(AIDED).read_text("utf-8").replace("foundation = 5\ntotal = 10", "foundation = 7\nco_opted = 1")
    )
    done = run("-", "--json", stdin=text + "\n[filled]\nco_opted = 1\n")
    first = json.loads(done.stdout)["boards"][0]
    assert (1, 8) == (first["seats"]["co_opted"], first["seats"]["foundation"])


def test_seats_are_kept():
    """With the names as they are or with a hyphen."""
    done = run(AIDED, "--keep", "parent, local-authority", "--json")
    answer = json.loads(done.stdout)
    assert ["2 parent governors", "1 local authority governor"] == answer["wishes"]
    assert all(2 == board["seats"]["parent"] for board in answer["boards"])


def test_a_missing_fact_is_asked_for():
    """Exit status 3, and what to set."""
    data = {"school": {"category": "foundation"}, "seats": {"parent": 2}}
    done = run("-", "--on", "2018-09-18", stdin=json.dumps(data))
    assert (3, True) == (done.exit_code, "Does the school have a foundation" in done.stdout)
    done = run("-", "--on", "2018-09-18", "--json", stdin=json.dumps(data))
    assert (3, None) == (done.exit_code, json.loads(done.stdout)["lawful"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--keep", "fathers"), "Known: parent, local_authority"),
        (("--total", "a dozen"), "Write 12, 12..16, 12.. or ..16."),
        (("--total", "16..12"), "runs backwards"),
        (("--total", "12", "--total-between", "7", "9"), "not both"),
        (("--total-between", "9", "7"), "runs backwards"),
        (("--max", "0"), "0 is not in the range"),
        (("--on", "12-31-2018"), "year-month-day"),
    ],
)
def test_bad_usage(arguments, says):
    """Exit status 2, and what to write instead."""
    done = run(AIDED, *arguments)
    assert 2 == done.exit_code
    assert says in " ".join(done.stderr.split())


def test_a_file_that_is_not_there():
    """Exit status 2, on standard error; with --json an object too."""
    done = run("nowhere.toml", "--json")
    assert (2, True) == (done.exit_code, "nowhere.toml" in done.stderr)
    assert "problems" in json.loads(done.stdout)["error"]
