"""`governance explain`, through its public door."""

import json
from pathlib import Path

import pytest
from command import command as run

ROOT = Path(__file__).parents[2]
RIFT_HOUSE = "examples/rift-house.toml"
TRUST = "examples/unlawful/foundation-over-45-per-cent.toml"


def test_the_whole_working():
    """Every rule with its numbers, and those that did not apply."""
    done = run("explain", RIFT_HOUSE)
    assert (0, "") == (done.returncode, done.stderr)
    assert "Encoded:  co_opted_staff + staff + head_teacher <= 1/3 total" in done.stdout
    assert "In force on the day, and not for this school" in done.stdout
    assert "Not in force on 18 September 2018" in done.stdout


def test_one_rule():
    """An unlawful proposal, one citation: the working, and what each seat alone would have to be."""
    done = run("explain", TRUST, "reg", "14(2)")
    assert 1 == done.returncode
    assert "Would do: 0 to 4 foundation governors (now 5)" in done.stdout
    assert "C12-VA-MAJ" not in done.stdout


def test_a_rule_that_is_not_there():
    """A slip is answered with what was perhaps meant."""
    done = run("explain", RIFT_HOUSE, "C12-VA-MAX")
    assert (2, "") == (done.returncode, done.stdout)
    assert "Did you mean: C12-VA-MAJ" in done.stderr


def test_readings():
    """On the last day of rounding the cap is doubtful; the day after it is not."""
    before = run("explain", TRUST, "--readings", "--on", "2017-04-30")
    after = run("explain", TRUST, "--readings", "--on", "2017-05-01")
    assert "Lawful only if the law is read the other way" in before.stdout
    assert "Lawful only if the law is read the other way" not in after.stdout
    assert "Doubt:" in run("explain", RIFT_HOUSE, "--readings", "--all").stdout


@pytest.mark.parametrize("arguments", [("--all",), ("14(2)", "--readings")])
def test_what_does_not_go_together(arguments):
    """Options that contradict each other are a mistake of usage."""
    assert 2 == run("explain", RIFT_HOUSE, *arguments).returncode


@pytest.mark.parametrize("arguments", [(), ("13(5)",), ("--readings",), ("--readings", "--all")])
def test_json(arguments):
    """The JSON says the same."""
    given = json.loads(run("explain", RIFT_HOUSE, *arguments, "--json").stdout)
    assert ("2018-09-18", True) == (given["on"], given["lawful"])


def test_a_day_that_cannot_be_told():
    """Before the first law that is encoded it cannot be told."""
    assert 3 == run("explain", RIFT_HOUSE, "--on", "2001-01-01").returncode
    assert None is json.loads(run("explain", RIFT_HOUSE, "--on", "2001-01-01", "--json").stdout)["lawful"]
