"""`governance compare`, through its public door."""

import json
from pathlib import Path

from command import command

ROOT = Path(__file__).parents[2]
BEFORE, AFTER = "examples/rift-house-2015.toml", "examples/rift-house.toml"


def run(*arguments, stdin=None):
    return command("compare", *arguments, stdin=stdin)


def test_rift_house():
    """The founding case: five co-opted governors become seven."""
    done = run(BEFORE, AFTER)
    assert (0, "") == (done.returncode, done.stderr)
    assert "seats: co-opted governors          5                               7" in done.stdout
    assert "SI 2012/1034 reg 30(5)" in done.stdout


def test_the_same():
    """A proposal and itself."""
    assert f"{AFTER} and {AFTER} say the same.\n" == run(AFTER, AFTER).stdout


def test_json():
    """The JSON has the changes."""
    given = json.loads(run(BEFORE, AFTER, "--json").stdout)
    assert {"topic": "seats", "of": "co-opted governors", "old": "5", "new": "7", "needs": []} in given[
        "changes"
    ]
    assert [] == json.loads(run(AFTER, AFTER, "--json").stdout)["changes"]


def test_a_file_that_is_not_there():
    """It is named."""
    done = run(BEFORE, "examples/nothing.toml")
    assert 2 == done.returncode
    assert "examples/nothing.toml" in done.stderr


def test_without_a_category(tmp_path):
    """What is different is shown, what the law says of it is not, and how to say the category is."""
    old = tmp_path / "old.toml"
    old.write_text((ROOT / BEFORE).read_text("utf-8").replace('category = "community"\n', ""), "utf-8")
    done = run(old, AFTER)
    assert 0 == done.returncode
    assert "seats: co-opted governors" in done.stdout
    assert "category  " not in done.stdout
    assert "Old: cannot tell. New: cannot tell." in done.stdout
    assert f"It is not given by {old}." in " ".join(done.stdout.split())
    told = run(old, AFTER, "--category", "community")
    assert "What these changes touch" in told.stdout
    same = run(old, old)
    assert f"{old} and {old} say the same.\nWhether each is lawful" in same.stdout
