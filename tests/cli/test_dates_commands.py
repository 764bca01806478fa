"""`governance law diff`, `governance law at` and `governance check --timeline`, through their public door."""

import json
from pathlib import Path

import pytest
from command import command as run

ROOT = Path(__file__).parents[2]
RIFT_HOUSE = "examples/rift-house.toml"


def test_diff():
    """What the Regulations of 2012 did to voluntary aided boards."""
    done = run("law", "diff", "2012-08-31", "2012-09-01", "--category", "voluntary aided")
    assert (0, "") == (done.returncode, done.stderr)
    assert "boards became unlawful, the smallest with 10 seats" in done.stdout


def test_diff_json():
    """The JSON has text and effects; those of a day and itself are empty."""
    given = json.loads(
        run("law", "diff", "2016-08-31", "2016-09-01", "--category", "federation", "--json").stdout
    )
    assert "FED-PAR-2" in {one["id"] for one in given["text"]}
    assert 3 in {one["schools"] for one in given["effects"]}
    same = json.loads(run("law", "diff", "2016-09-01", "2016-09-01", "--json").stdout)
    assert ([], []) == (same["text"], same["effects"])


def test_at():
    """The rule book of a day is what `law list` shows of it."""
    done = run("law", "at", "2014-01-01", "--category", "voluntary aided")
    assert (0, "") == (done.returncode, done.stderr)
    assert "C12-TERM-AS-MADE" in done.stdout
    assert done.stdout == run("law", "list", "--on", "2014-01-01", "--category", "voluntary aided").stdout
    rules = json.loads(run("law", "at", "2018-09-18", "--json").stdout)
    assert "C12-TERM-AS-MADE" not in {one["id"] for one in rules}


def test_timeline():
    """When Rift House's board has been lawful, and what changed it."""
    done = run("check", RIFT_HOUSE, "--timeline")
    assert (0, "") == (done.returncode, done.stderr)
    assert "UNLAWFUL  from 25 May 2007 to 31 August 2012 (uksi/2007/957)" in done.stdout
    assert "LAWFUL, on condition  from 1 September 2015, with no end recorded (uksi/2012/1034)" in done.stdout


def test_timeline_json():
    """The JSON has a list of stretches."""
    given = json.loads(run("check", RIFT_HOUSE, "--timeline", "--json").stdout)
    assert [False, None, True] == [one["lawful"] for one in given["stretches"]]


ELM_PARK = """INSTRUMENT OF GOVERNMENT
1. The name of the school is Elm Park Primary School.
2. The school is a community school.
3. The name of the governing body is "The Governing Body of Elm Park Primary School".
4. The governing body shall consist of:
   a. 5 parent governors
   b. {authority} LA governors
   c. 3 staff governors (including the headteacher)
   d. 4 {fourth} governors
5. Total number of governors: {total}
6. This instrument of government comes into effect on 1 May 2014.
"""


@pytest.mark.parametrize(
    ("fourth", "authority", "wrong"),
    [
        ("community", 3, []),
        ("community", 2, ["C07-COM-LA-LEAST"]),
        ("co-opted", 3, ["C07-COM-COMMUNITY", "C07-COM-NONE"]),
    ],
)
def test_a_timeline_relabels_nothing(tmp_path, fourth, authority, wrong):
    """The Regulations of 2007 are asked about community governors where the document has them, and never of others."""
    file = tmp_path / "elm.txt"
    file.write_text(ELM_PARK.format(fourth=fourth, authority=authority, total=12 + authority))
    first, last = json.loads(run("check", file, "--timeline", "--json").stdout)["stretches"]
    assert ("uksi/2007/957", wrong) == (first["regime"], sorted(one["rule"] for one in first["wrong"]))
    assert {"C12-STAFF-ONE", "C12-LA-ONE"} == {one["rule"] for one in last["wrong"]}
    for day, expected in (("2012-08-31", wrong), ("2012-09-01", None)):
        asked = json.loads(run("check", file, "--on", day, "--json").stdout)
        found = sorted(
            one["rule"]
            for one in asked["findings"]
            if (one["verdict"], one["severity"]) == ("breached", "unlawful")
        )
        assert found == (["C12-LA-ONE", "C12-STAFF-ONE"] if expected is None else expected)


def test_a_timeline_has_no_day():
    """A timeline is of every day, so that asking for one is a mistake of usage."""
    assert 2 == run("check", RIFT_HOUSE, "--timeline", "--on", "2018-09-18").returncode


@pytest.mark.parametrize(
    "arguments",
    [
        ("at", "2005-01-01"),
        ("at", "2007-05-24", "--json"),
        ("diff", "2005-01-01", "2006-01-01"),
        ("diff", "2007-05-24", "2018-09-18"),
        ("diff", "2018-09-18", "2007-05-24", "--json"),
    ],
)
def test_days_before_the_first(arguments):
    """A day before the first Regulations that are encoded is refused, with the first day there is."""
    done = run("law", *arguments)
    assert (3, "") == (done.returncode, done.stdout)
    assert "The first day we can answer for is 25 May 2007, when SI 2007/957 came into force." in done.stderr


def test_the_first_day():
    """The first day itself is answered."""
    assert 0 == run("law", "at", "2007-05-25").returncode
    assert 0 == run("law", "diff", "2007-05-25", "2007-05-25").returncode
