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
