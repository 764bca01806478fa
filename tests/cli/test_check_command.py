"""`governance check`, through its public door."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command import command as run
from command import process

import governance

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RIFT_HOUSE = EXAMPLES / "rift-house.toml"
UNLAWFUL = sorted((EXAMPLES / "unlawful").glob("*.toml"))
LAWFUL = sorted(EXAMPLES.glob("*.toml"))
BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 2}


def proposal(**seats):
    return {
        "school": {"category": "community"},
        "seats": {**BOARD, **seats},
        "instrument": {"effective_on": "2018-09-18"},
    }


def test_rift_house_is_lawful_on_one_condition():
    """The founding case: lawful, provided that at most 2 of the 7 are employed at the school."""
    done = run("check", "examples/rift-house.toml")
    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith("LAWFUL, on condition: Rift House Primary School\n")
    assert "At most 2 of the 7 co-opted governors are employed at the school." in done.stdout
    assert (
        "SI 2012/1034 reg 13(5)  https://www.legislation.gov.uk/uksi/2012/1034/regulation/13" in done.stdout
    )


def test_the_json_result_has_the_promised_names():
    """The names other programs rely on."""
    done = run("check", "examples/rift-house.toml", "--json")
    result = json.loads(done.stdout)
    expected = {
        "proposal": "examples/rift-house.toml",
        "school": "Rift House Primary School",
        "on": "2018-09-18",
        "regime": "uksi/2012/1034",
        "lawful": True,
        "total": 12,
        "version": governance.__version__,
    }
    assert expected == {name: result[name] for name in expected}
    least = next(finding for finding in result["findings"] if finding["rule"] == "C12-TOTAL-MIN")
    assert {
        "rule": "C12-TOTAL-MIN",
        "instrument": "uksi/2012/1034",
        "para": "13(2)",
        "citation": "SI 2012/1034 reg 13(2)",
        "url": "https://www.legislation.gov.uk/uksi/2012/1034/regulation/13",
        "severity": "unlawful",
        "verdict": "met",
        "because": "12 seats; the least is 7",
        "repairs": [],
    }.items() <= least.items()


def test_met_rules_are_shown_on_request():
    """Without --all the letter counts what is met; with it, it says so rule by rule."""
    short, long = run("check", RIFT_HOUSE).stdout, run("check", RIFT_HOUSE, "--all").stdout
    assert "12 seats; the least is 7" not in short
    assert "12 seats; the least is 7" in long
    assert "rules are met; --all shows them." in short


@pytest.mark.parametrize("path", LAWFUL, ids=lambda path: path.stem)
def test_every_example_is_lawful(path):
    """A newcomer's examples are lawful."""
    assert 0 == run("check", path).returncode


@pytest.mark.parametrize("path", UNLAWFUL, ids=lambda path: path.stem)
def test_every_unlawful_example_says_what_is_wrong_where_and_what_to_change(path):
    """Each has the numbers, a citation with its link, and the smallest change."""
    done = run("check", path)
    assert 1 == done.returncode
    wrong = done.stdout.partition("What is wrong\n")[2].partition("\n\n")[0]
    assert "https://www.legislation.gov.uk/uksi/2012/" in wrong
    assert "Smallest change: " in wrong


def test_a_fact_that_is_not_given_is_not_guessed():
    """A foundation school that does not say whether it has a foundation: cannot tell, and what to ask."""
    text = '[school]\ncategory = "foundation"\n[seats]\nparent = 2\nlocal_authority = 1\nstaff = 1\n'
    text += "head_teacher = 1\nco_opted = 2\n[instrument]\neffective_on = 2020-01-01\n"
    done = run("check", "-", stdin=text)
    assert 3 == done.returncode
    assert done.stdout.startswith("CANNOT TELL")
    assert "Does the school have a foundation" in done.stdout


def test_without_a_day_it_is_todays_law():
    """No effective date and no --on: the first line says that it is the law of today. With --on it is of that day."""
    text = '[school]\ncategory = "community"\n[seats]\nparent = 2\n'
    done = run("check", "-", stdin=text)
    assert 1 == done.returncode
    assert "no day of effect is given: by the law of today" in done.stdout.splitlines()[0]
    done = run("check", "-", "--on", "2018-09-18", stdin=text)
    assert 1 == done.returncode
    assert "today" not in done.stdout


@pytest.mark.parametrize(("day", "doubtful"), [("2017-04-30", True), ("2017-05-01", False)])
def test_on_chooses_the_law_of_a_day(day, doubtful):
    """The rounding paragraph is a doubt on its last day, and gone the day after."""
    done = run("check", EXAMPLES / "unlawful" / "voluntary-controlled-of-seven.toml", "--on", day)
    assert 1 == done.returncode
    assert ("The law is doubtful here" in done.stdout) is doubtful


def test_the_json_names_the_rules_by_the_hash_of_the_check_sheet(tmp_path):
    """Every instrument of law that was applied, so that an answer can be repeated and a sheet be held to it."""
    rules = json.loads(run("check", RIFT_HOUSE, "--json").stdout)["rules"]
    assert {"uksi/2012/1034", "ukpga/2002/32"} <= rules.keys()
    run("check", RIFT_HOUSE, "-o", tmp_path / "sheet.docx")
    properties = zipfile.ZipFile(tmp_path / "sheet.docx").read("docProps/custom.xml").decode()
    assert rules["uksi/2012/1034"] in properties
    assert {64} == {len(one) for one in rules.values()}


def test_the_json_has_one_shape(tmp_path):
    """One file gives an object, several a list of the same objects, and a line of --jsonl is such an object."""
    board = tmp_path / "board.json"
    board.write_text(json.dumps(proposal()), encoding="utf-8")
    one = json.loads(run("check", board, "--json").stdout)
    several = json.loads(run("check", board, "nowhere.toml", "--json").stdout)
    (line,) = run("check", "--jsonl", board).stdout.splitlines()
    assert one == several[0]
    assert {**one, "proposal": f"{board}:1"} == json.loads(line)
    nowhere = json.loads(run("check", "nowhere.toml", "--json").stdout)
    assert nowhere == several[1]
    assert (None, governance.__version__) == (nowhere["lawful"], nowhere["version"])
    assert nowhere["error"]["problems"]


def test_several_files_are_answered_in_order_and_the_worst_decides():
    """Bad input outranks unlawful, which outranks cannot tell."""
    done = run("check", "nowhere.toml", UNLAWFUL[0], RIFT_HOUSE, "--json")
    answers = json.loads(done.stdout)
    assert 2 == done.returncode
    assert [None, False, True] == [answer.get("lawful") for answer in answers]
    assert "nowhere.toml: cannot be read" in done.stderr
    assert 1 == run("check", UNLAWFUL[0], RIFT_HOUSE).returncode


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "FILE"),
        (["check", "--on", "2018-02-30", str(RIFT_HOUSE)], "is not a day of the calendar"),
        (["check", "--nonsense", str(RIFT_HOUSE)], "No such option"),
        (["chekc"], "There is no command 'chekc'"),
    ],
)
def test_wrong_usage_is_explained(arguments, says):
    """Usage errors have status 2 and say what to write."""
    done = run(*arguments)
    assert 2 == done.returncode
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_file_is_named_with_its_lines():
    """Every problem at its line, with what to do."""
    text = '[school]\ncategory = "comunity"\n[seats]\nco_optd = 3\nparent = -1\n'
    done = run("check", "-", stdin=text)
    assert 2 == done.returncode
    assert (
        '-:2: school.category: "comunity" is not one of those known. Did you mean `community`?' in done.stderr
    )
    assert "-:4: seats.co_optd: is not a key that is known here. Did you mean `co_opted`?" in done.stderr
    assert "-:5: seats.parent: -1 is less than nought." in done.stderr


def test_lines_are_answered_one_by_one():
    """A bad line is an error object with its number, and the rest goes on."""
    lines = [
        json.dumps(proposal()),
        "{",
        "",
        json.dumps(proposal(staff=2)),
        '{"school": 3}',
        json.dumps(proposal()),
    ]
    done = process("check", "--jsonl", "-", stdin="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert 2 == done.returncode
    assert [True, None, None, False, None, True] == [answer.get("lawful") for answer in answers]
    assert [2, 3, 5] == [answer["error"]["line"] for answer in answers if "error" in answer]
    assert ["-:1", "-:4", "-:6"] == [answer["proposal"] for answer in answers if "error" not in answer]


def test_lines_from_a_file(tmp_path):
    """A file of lines is answered as standard input is, and a missing one is named."""
    path = tmp_path / "boards.jsonl"
    path.write_text(json.dumps(proposal()) + "\n", encoding="utf-8")
    done = run("check", "--jsonl", path)
    assert (0, True) == (done.returncode, json.loads(done.stdout)["lawful"])
    missing = run("check", "--jsonl", tmp_path / "nowhere.jsonl")
    assert 2 == missing.returncode
    assert "cannot be read" in missing.stderr


def test_a_line_that_is_too_long_or_not_text_is_an_error_of_that_line(tmp_path):
    """Nothing that a line holds stops the lines after it."""
    path = tmp_path / "boards.jsonl"
    good = json.dumps(proposal()).encode()
    path.write_bytes(b'{"a": "' + b"x" * 2_000_000 + b'"}\n' + b"\xff\xfe\n" + b"[" * 100_000 + b"\n" + good)
    done = run("check", "--jsonl", path)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [1, 2, 3] == [answer["error"]["line"] for answer in answers[:3]]
    assert answers[3]["lawful"] is True


@pytest.mark.parametrize("command", [[], ["check"], ["draft"]])
def test_help_has_an_example(command):
    """Every command explains itself, with an example."""
    done = run(*command, "--help")
    assert 0 == done.returncode
    assert "Example" in done.stdout


def test_the_version_is_printed():
    """--version names the release."""
    done = run("--version")
    assert 0 == done.returncode
    assert done.stdout.startswith("governance, version ")


def test_a_check_loads_neither_word_nor_tables():
    """Checks stay quick: a TOML proposal needs neither lxml nor rich."""
    code = (
        "import sys, governance; governance.check(governance.load('examples/rift-house.toml'));"
        "print(sorted({'lxml', 'docx', 'rich', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def test_a_doubt_that_could_make_it_unlawful_is_shown_unasked():
    """Met as we read the law, breached on a stricter view: the letter says so without --all."""
    text = (
        '[school]\ncategory = "community"\nhead_resigned = true\n[seats]\nparent = 2\nlocal_authority = 1\n'
    )
    text += "staff = 1\nco_opted = 3\n[instrument]\neffective_on = 2020-01-01\n"
    done = run("check", "-", stdin=text)
    assert 0 == done.returncode
    assert "Met as we read the law, and not on another view" in done.stdout
    assert "The law is doubtful here." in done.stdout
