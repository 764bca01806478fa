"""`governance transition`, through its public door."""

import json
import zipfile
from pathlib import Path

import icalendar
import pytest
from command import command

ROOT = Path(__file__).parents[2]
OLD, NEW = "examples/rift-house-2015.toml", "examples/rift-house.toml"
REGISTER = "examples/rift-house-register.csv"
SMALLER = """
[school]
name = "Rift House Primary School"
category = "community"
[instrument]
effective_on = 2018-09-18
[seats]
parent = 2
local_authority = 1
staff = 1
head_teacher = 1
co_opted = 3
"""


def run(*arguments, stdin=None):
    return command("transition", *arguments, stdin=stdin)


@pytest.fixture
def smaller(tmp_path):
    """A new instrument with two co-opted seats fewer."""
    path = tmp_path / "smaller.toml"
    path.write_text(SMALLER, encoding="utf-8")
    return path


def test_the_letter():
    """Everybody in post, why, the vacancies and the plan."""
    done = run(OLD, NEW, REGISTER)
    assert (0, "") == (done.returncode, done.stderr)
    assert "co-opted C                 9        continues until 28 February 2020" in done.stdout
    assert "  - 3 co-opted governors: appointment by the governing body. SI 2012/1034 reg 11" in done.stdout


def test_json(smaller):
    """The keys are those that a reader relies on."""
    given = json.loads(run(OLD, smaller, REGISTER, "--json").stdout)
    assert {
        "old",
        "new",
        "on",
        "effective_on",
        "body",
        "people",
        "vacancies",
        "steps",
        "cautions",
        "problems",
    } == set(given)
    (one,) = [one for one in given["people"] if one["key"] == "co-opted E"]
    assert {"stay": 3, "go": 1, "decides": "governing body", "may_not_vote": ["co_opted"]} == one["of"]
    assert {
        "line": 11,
        "category": "co_opted",
        "outcome": "one of",
        "until": "2021-07-03",
    }.items() <= one.items()
    assert {"line", "key", "category", "outcome", "until", "of", "because", "citation"} == set(one)
    assert [{"by", "says", "citation"}] * len(given["steps"]) == [set(step) for step in given["steps"]]


def test_the_word_file_and_the_calendar(smaller, tmp_path):
    """Both are written, and neither holds more than offices and keys; the same plan is the same bytes."""
    word, ics = tmp_path / "plan.docx", tmp_path / "plan.ics"
    assert 0 == run(OLD, smaller, REGISTER, "--word", word, "--ics", ics).returncode
    with zipfile.ZipFile(word) as package:
        assert "one of 4 of whom 1 must go" in package.read("word/document.xml").decode()
    first = ics.read_bytes()
    calendar = icalendar.Calendar.from_ical(first)
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert "2020-11-13" == events["Term ends: parent A"].decoded("dtstart").isoformat()
    assert len(events) == len({str(event["uid"]) for event in events.values()})
    assert 2 == run(OLD, smaller, REGISTER, "--ics", ics).returncode
    assert 0 == run(OLD, smaller, REGISTER, "--ics", ics, "--force").returncode
    assert first == ics.read_bytes()


def test_an_event_keeps_its_uid_when_its_day_moves(smaller, tmp_path):
    """A calendar that takes the file again moves the meeting, and does not have it twice."""
    there = []
    for day in ("2018-09-18", "2018-10-09"):
        path = tmp_path / f"{day}.ics"
        assert 0 == run(OLD, smaller, REGISTER, "--meeting", day, "--ics", path).returncode
        events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        there.append({str(one["uid"]): one.decoded("dtstart") for one in events})
    assert there[0].keys() == there[1].keys()
    assert there[0] != there[1]


def test_people_of_a_proposal(tmp_path):
    """[[people]] and a register are one thing."""
    path = tmp_path / "people.toml"
    entry = '[[people]]\nkey = "parent A"\ncategory = "parent"\nappointed_on = 2017-01-09\n'
    path.write_text(f"{SMALLER}{entry}", encoding="utf-8")
    given = json.loads(run(OLD, NEW, path, "--json").stdout)
    assert [("parent A", "2021-01-08")] == [(one["key"], one["until"]) for one in given["people"]]


def test_a_key_that_cannot_be_printed(tmp_path):
    """It is shown by a sign, in every output."""
    path = tmp_path / "register.csv"
    path.write_text(
        "Ref,Category,Start date\nA\x1b[2J,Parent,2017-01-09\nB,Parent,2017-01-09\n", encoding="utf-8"
    )
    done = run(OLD, NEW, path, "--word", tmp_path / "plan.docx", "--ics", tmp_path / "plan.ics")
    assert (0, "") == (done.returncode, done.stderr)
    assert "A\ufffd[2J " in done.stdout


def test_what_cannot_be_told_has_a_status_of_its_own(tmp_path):
    """An acting head is open: 3, and the others are told all the same. Notes on the register go to standard error."""
    path = tmp_path / "register.csv"
    path.write_text(
        "Ref,Category,Start date\nhead,Acting head teacher,\nA,Parent,not known yet\n", encoding="utf-8"
    )
    done = run(OLD, NEW, path)
    assert 3 == done.returncode
    assert "cannot tell" in done.stdout
    assert "not known yet" in done.stderr


def test_several_bodies(tmp_path):
    """The one that the instrument names is taken; where none fits, it asks."""
    path = tmp_path / "register.csv"
    rows = "School,Category,Start date\n{0},Parent,2017-09-04\nOak Street,Parent,2017-09-04\n"
    path.write_text(rows.format("Rift House Primary School"), encoding="utf-8")
    given = json.loads(run(OLD, NEW, path, "--json").stdout)
    assert ("Rift House Primary School", 1) == (given["body"], len(given["people"]))
    path.write_text(rows.format("Elm Road"), encoding="utf-8")
    done = run(OLD, NEW, path)
    assert 3 == done.returncode
    assert "--body: Elm Road or Oak Street" in done.stderr


def test_a_file_that_is_not_there():
    """It is named, and nothing else is printed."""
    done = run(OLD, NEW, "examples/nobody.csv")
    assert (2, "") == (done.returncode, done.stdout)
    assert "examples/nobody.csv" in done.stderr
