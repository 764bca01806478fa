"""A proposal by questions, as somebody types who has never seen one; and the blank that nobody is asked for."""

import datetime
import os
import pty
import re
import select
import subprocess
import sys
import time
import tomllib

import pytest
from click.testing import CliRunner

import governance
from governance.answers.room import room
from governance.cli import main
from governance.model.keys import keys
from governance.model.names import CATEGORIES, SEATS
from tests.command import ROOT

COMMUNITY = ["Community school", "Oak Street Primary School", "Northshire", "11/01/2027", "", ""]
"""The kind of school, its name, its authority, the day, who makes it, and what it replaces."""
SEATS_OF_TEN = ["2", "one", "1", "1", "5"]


def run(*arguments, answers=()):
    return CliRunner().invoke(
        main, [*map(str, arguments)], input="".join(f"{answer}\n" for answer in answers)
    )


def made(path):
    return tomllib.loads(path.read_text("utf-8"))


def test_a_newcomer_at_a_community_school(tmp_path):
    """In the trade's words and with the day as it is written in England; the answer comes after the seats."""
    path = tmp_path / "oak.toml"
    answers = [*COMMUNITY, *SEATS_OF_TEN, "1", "n", "The governing body of Oak Street Primary School"]
    done = run("new", "-o", path, answers=answers)
    assert 0 == done.exit_code
    assert "LAWFUL, by the law of 11 January 2027" in done.output
    assert {
        "school": {"category": "community", "name": answers[1], "local_authority": "Northshire"},
        "instrument": {
            "effective_on": datetime.date(2027, 1, 11),
            "made_by": "Northshire",
            "governing_body": answers[-1],
        },
        "seats": {
            "parent": 2,
            "local_authority": 1,
            "staff": 1,
            "head_teacher": 1,
            "co_opted": 5,
            "co_opted_staff": 1,
            "total": 10,
        },
        "terms": {},
    } == made(path)
    assert 0 == run("check", path).exit_code
    assert 0 == run("draft", path, "-o", tmp_path / "oak.docx").exit_code


VOLUNTARY_AIDED = ["VA", "St Jude's", "Northshire", "Catholic", "", "", "", "no", *"211125", ""]
"""Up to the seats, which are unlawful: twelve governors, five of them foundation governors."""
AFTER = [
    "n",
    "",
    "the Bishop of Northshire",
    "7",
    "",
    "The governing body of St Jude's",
    "Love one another.",
    "",
    "",
]
"""The terms, the foundation side, and what the check asks of such a school: name, ethos, and two approvals."""


def test_the_nearest_lawful_board_is_taken(tmp_path):
    """What is wrong is said with its provision, and a number takes a board that is right."""
    path = tmp_path / "jude.toml"
    done = run("new", "-o", path, answers=[*VOLUNTARY_AIDED, "1", *AFTER])
    assert 0 == done.exit_code
    assert "UNLAWFUL" in done.output
    assert "there must be exactly 2 more. (SI 2012/1034 reg" in done.output
    found = made(path)
    assert {
        "parent": 2,
        "local_authority": 1,
        "staff": 1,
        "head_teacher": 1,
        "foundation": 7,
        "total": 12,
    } == found["seats"]
    assert [{"by": "the Bishop of Northshire", "number": 7}] == found["foundation"]["appointers"]
    assert "Love one another." == found["ethos"]["description"]
    assert ("none", "Catholic") == (found["school"]["foundation"], found["school"]["religious_character"])


def test_the_seats_are_asked_again_or_kept(tmp_path):
    """C asks anew, with the answers so far as defaults; k keeps a board that is unlawful, for the file is the clerk's."""
    again = ["c", "", "", "", "", "0", "7", *AFTER]
    done = run("new", "-o", tmp_path / "c.toml", answers=[*VOLUNTARY_AIDED, *again])
    assert 0 == done.exit_code
    assert 12 == made(tmp_path / "c.toml")["seats"]["total"]
    assert 0 == run("check", tmp_path / "c.toml").exit_code
    done = run("new", "-o", tmp_path / "k.toml", answers=[*VOLUNTARY_AIDED, "k", *AFTER])
    assert 0 == done.exit_code
    assert 1 == run("check", tmp_path / "k.toml").exit_code


def test_what_has_no_one_meaning_is_asked_again(tmp_path):
    """With what to ask, and nothing that was answered is lost."""
    answers = [
        *(
            "special",
            "trust",
            "Hill School",
            "Northshire",
            "none",
            "September 2027",
            "1 March 1066",
            "1/9/2027",
        ),
        *("Northshire", "1/3/2030", "-", "yes", "qualifying"),
        *("lots", "2", "1", "1", "1", "?", "?", "", "4"),
    ]
    done = run("new", "-o", tmp_path / "x.toml", answers=answers)
    said = " ".join(done.output.split())
    for hint in (
        "`community special` or `foundation special`",
        "Say which day of September 2027 it is",
        "The first day we can answer for",
        "2030-03-01 is after 2027-09-01",
        "write `qualifying` if it is",
        'Write a whole number such as 2, or "?" while it is open',
    ):
        assert hint in said


def test_a_federation(tmp_path):
    """Its schools are asked for one by one."""
    answers = [
        *("federation", "Oak", "community", "", "Ash", "VC", "no", "Church of England", "", ""),
        *("The Oak and Ash Federation", "Northshire", "1/9/2027", "", ""),
        *("2", "1", "1", "2", "4", "2", "", "n"),
        *("", "the Diocese", "2", "Elm", "Ash", ""),
        *("The governing body of the Federation", *[""] * 9),
    ]
    done = run("new", "-o", tmp_path / "f.toml", answers=answers)
    assert 0 == done.exit_code
    found = made(tmp_path / "f.toml")
    assert ["community", "voluntary controlled"] == [school["category"] for school in found["schools"]]
    assert [{"by": "the Diocese", "number": 2, "school": "Ash"}] == found["foundation"]["appointers"]
    assert "Known: Oak, Ash." in done.output
    assert run("check", tmp_path / "f.toml").exit_code in (0, 3)


def test_a_pupil_referral_unit(tmp_path):
    """It has members and a teacher in charge, and seats of its own."""
    path = tmp_path / "unit.toml"
    answers = ["PRU", "The Lane Unit", "Northshire", "1/9/2027", "", "", *"1111", "5", "0", "n", *[""] * 9]
    done = run("new", "-o", path, answers=answers)
    assert 0 == done.exit_code
    for asked in (
        "How many authority members",
        "How many teachers in charge",
        "How many community members (5 to 16 would be lawful)",
    ):
        assert asked in done.output
    assert "co-opted" not in done.output
    assert 9 == made(path)["seats"]["total"]
    assert 0 == run("check", path).exit_code
    assert "# How many community members" in run("new", "--category", "PRU").stdout


def test_terms(tmp_path):
    """They are asked for where the instrument sets any, and need their unit."""
    answers = [*COMMUNITY, *SEATS_OF_TEN, "", "y", "4", "-", "two years", *[""] * 4, "The governing body"]
    done = run("new", "-o", tmp_path / "t.toml", answers=answers)
    assert 0 == done.exit_code
    assert 'Write it with its unit, such as "2 years"' in done.output
    assert {"parent": "2 years"} == made(tmp_path / "t.toml")["terms"]


def test_from_a_document(tmp_path):
    """Each question has what the document says for its answer."""
    document = ROOT / "examples" / "documents" / "rift-house.txt"
    done = run("new", "--from", document, "-o", tmp_path / "r.toml", answers=[""] * 20)
    assert 0 == done.exit_code
    want = governance.read(document).proposal()
    found = governance.load(tmp_path / "r.toml")
    assert (want.school, want.seats.counts(), want.instrument) == (
        found.school,
        found.seats.counts(),
        found.instrument,
    )
    assert 2 == run("new", "--from", tmp_path / "none.docx", "--category", "VA").exit_code


def test_nothing_is_written_where_it_stops(tmp_path):
    """Where the answers end, or the file is there already, and what is there stays."""
    path = tmp_path / "x.toml"
    done = run("new", "-o", path, answers=["VA"])
    assert (2, False) == (done.exit_code, path.exists())
    assert "Nothing was written." in done.output
    path.write_text("mine")
    assert 2 == run("new", "--category", "community", "-o", path).exit_code
    assert "mine" == path.read_text()
    assert 0 == run("new", "--category", "community", "-o", path, "--force").exit_code
    assert 2 == run("new", "--category", "community", "-o", tmp_path / "x.docx").exit_code


@pytest.mark.parametrize("category", [*CATEGORIES, "VA", "PRU", "Community special school"])
def test_a_blank(tmp_path, category):
    """It is answered as it stands, is of the category, and has a comment on each of its keys."""
    path = tmp_path / "blank.toml"
    assert 0 == run("new", "--category", category, "-o", path).exit_code
    assert 3 == run("check", path).exit_code
    text = path.read_text("utf-8")
    for number, line in enumerate(lines := text.splitlines()):
        if re.match(r"(?:# )?\w+ = ", line):
            assert "  # " in line or lines[number - 1].startswith("# ")
    done = run("unknowns", path)
    assert "CANNOT TELL" not in done.output
    assert text == run("new", "--category", category).stdout


def test_a_blank_is_one_of_the_law(tmp_path):
    """Only seats that such a school can have stand in it; each line that is left out is a key of ours."""
    path = tmp_path / "blank.toml"
    run("new", "--category", "voluntary aided", "--school", "St Jude's", "--foundation", "no", "-o", path)
    found = made(path)
    assert {"parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation"} == set(
        found["seats"]
    )
    assert ("St Jude's", "none") == (found["school"]["name"], found["school"]["foundation"])
    names = {key.name for key in keys()}
    left_out = set(re.findall(r"^# (\w+) = ", path.read_text("utf-8"), re.MULTILINE))
    assert left_out <= names
    assert {"effective_on", "by", "office", "diocesan_authority"} <= left_out
    uncommented = re.sub(r"^# (\w+ = |\[\[)", r"\1", path.read_text("utf-8"), flags=re.MULTILINE)
    assert "unknown" in uncommented
    filled = uncommented.replace("YYYY-MM-DD", "2027-01-11")
    assert 12 == governance.model.reading.loads(filled).seats.total


def test_a_blank_for_a_federation():
    """Of the schools that are named, or of two that are to be changed, which is said."""
    done = run("new", "--category", "federation", "--of", "VA", "--of", "community")
    assert ["voluntary aided", "community"] == [
        one["category"] for one in tomllib.loads(done.stdout)["schools"]
    ]
    assert "Change them, or name each with --of." in run("new", "--category", "federation").stderr


def test_room():
    """What each seat may be turns on those that are settled, and on the law of the day."""
    proposal = governance.parse(
        {"school": {"category": "voluntary aided", "foundation": "none"}, "seats": {}}
    )
    day = datetime.date(2027, 1, 11)
    assert (((2, None),), ((7, None),), ((0, 0),)) == tuple(
        room(proposal, on=day)[seat] for seat in ("parent", "foundation", "partnership")
    )
    others = {"parent": 3, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 1}
    assert {
        "foundation": ((9, 9),),
        **dict.fromkeys(("partnership", "community", "sponsor"), ((0, 0),)),
    } == room(proposal, on=day, given=others)
    assert set(SEATS) == set(room(proposal, on=day))


def test_on_a_terminal(tmp_path):
    """Typed key by key at a terminal, with a slip taken back, from the question to the file."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "governance", "new", "-o", str(tmp_path / "oak.toml")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm"},
        close_fds=True,
    )
    os.close(theirs)
    answers = [*COMMUNITY, *SEATS_OF_TEN, "", "n", "The governing body of Oakk\x7f Street"]
    shown, waiting, end = "", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        if not select.select([ours], [], [], 1)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            more = os.read(ours, 4096).decode()
        except OSError:
            break
        shown += more
        if waiting and re.search(r"(?:: |\]: )$", shown):
            os.write(ours, f"{waiting.pop(0)}\n".encode())
            shown += "|"
    os.close(ours)
    assert 0 == process.wait(timeout=10)
    assert "The governing body of Oak Street" == made(tmp_path / "oak.toml")["instrument"]["governing_body"]
    assert "LAWFUL, on condition, by the law of 11 January 2027" in shown
    assert "Next: governance check" in shown
