"""`governance steps`, through its public door."""

import json
import shlex

import pytest
from click.testing import CliRunner

from governance.answers import procedures
from governance.answers.procedures import REMOVABLE
from governance.cli import main
from governance.cli.steps import _KINDS, steps


def run(*arguments):
    return CliRunner().invoke(main, ["steps", *arguments])


@pytest.mark.parametrize("name", sorted(steps.commands))
def test_help_and_example(name):
    """Every command has help with an example, and the example works."""
    command = steps.commands[name]
    assert "Example:" in run(name, "--help").stdout
    example = command.epilog.removeprefix("Example: governance steps ")
    result = run(*shlex.split(example))
    assert 0 == result.exit_code, result.output
    assert "\n1. " in result.stdout


@pytest.mark.parametrize("name", sorted(steps.commands))
def test_every_list_with_a_meeting_takes_its_day(name):
    """Where a step is taken at a meeting, `--first-meeting` gives its day, and the last day for its notice is counted."""
    example = shlex.split(steps.commands[name].epilog.removeprefix("Example: governance steps "))
    met = [one for one in json.loads(run(*example, "--json").stdout)["steps"] if "meeting" in one]
    takes = any("--first-meeting" in one.opts for one in steps.commands[name].params)
    assert takes or not met
    if met:
        kept = [word for word in example if not word.startswith("20")]
        options = [word for word in kept if not _takes_a_day(name, word)]
        answer = json.loads(run(*options, "--first-meeting", "2026-12-01", "--json").stdout)
        held = next(one["meeting"] for one in answer["steps"] if "meeting" in one)
        assert ("2026-12-01", "2026-11-23") == (held["day"], held["notice_by"])


def _takes_a_day(name, word):
    """Whether a word of an example is an option that takes a day."""
    return any(word in one.opts and one.metavar == "DATE" for one in steps.commands[name].params)


@pytest.mark.parametrize("name", procedures.__all__)
def test_every_procedure_has_its_command(name):
    """What the library gives steps for the command gives, too, under the same name."""
    given = getattr(procedures, name)
    if name.islower() and callable(given):
        assert name.replace("_", "-") in steps.commands


@pytest.mark.parametrize(
    ("character", "board", "approves"),
    [
        ("Church of England", True, "diocesan authority approves"),
        ("CofE", True, "diocesan authority approves"),
        ("Catholic", False, "diocesan authority approves"),
        ("Jewish", False, "religious body approves"),
        ("none", True, "of a school with another religious character approves"),
    ],
)
def test_religious_character(character, board, approves):
    """A Church is known by its short names as in a proposal, and "none" is not taken for a religion."""
    given = ("--on", "2026-12-01", "--religious-character", character)
    consents = run("change-of-category", *given).stdout
    assert board is (
        "Diocesan Board of Education, for a Church of England school" in " ".join(consents.split())
    )
    making = run("making", "--category", "voluntary aided", *given).stdout
    assert approves in " ".join(making.split())


def test_letter():
    """A letter has numbered steps with dates, citations and addresses."""
    text = run("removal", "--category", "co_opted", "--first-meeting", "2018-09-18").stdout
    assert text.startswith("Removing a co-opted governor. The law of 18 September 2018.")
    assert "Not before 2 October 2018." in text
    assert "SI 2012/1034 reg 25(2)(c)  https://www.legislation.gov.uk/uksi/2012/1034/regulation/25" in text


def test_json():
    """With --json the same is plain values."""
    result = run("removal", "--category", "co_opted", "--first-meeting", "2018-09-18", "--json")
    answer = json.loads(result.stdout)
    assert "2018-10-02" in {step.get("not_before") for step in answer["steps"]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["removal"], "--category"),
        (["removal", "--category", "sponsor"], "'sponsor' is not one of"),
        (["surplus", "--category", "head_teacher"], "'head_teacher' is not one of"),
        (["copies", "--on", "2018-02-30"], "not a day of the calendar"),
        (["discontinuance", "--schools-left", "0"], "0"),
        (["nothing"], "No such command"),
    ],
)
def test_bad_usage(arguments, said):
    """Bad usage ends with 2, and says what is wrong."""
    result = run(*arguments)
    assert 2 == result.exit_code
    assert said in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["surplus", "--category", "parent", "--cause", "federation", "--on", "2013-05-01"],
        ["surplus", "--category", "sponsor", "--on", "2026-11-28"],
        ["making", "--category", "foundation", "--on", "2018-05-01"],
        ["copies", "--on", "2012-08-31"],
    ],
)
def test_cannot_tell(arguments):
    """What was not read, or not given, ends with 3 and the reason, in plain values too."""
    result = run(*arguments)
    assert 3 == result.exit_code
    assert result.stdout.startswith("CANNOT TELL\n")
    plain = run(*arguments, "--json")
    assert 3 == plain.exit_code
    assert json.loads(plain.stdout)["error"]["problems"]


def test_kinds_are_those_of_the_library():
    """The command knows the kinds of governor that removal knows."""
    assert set(REMOVABLE) == set(_KINDS)


def test_no_power_is_an_answer():
    """That nobody has the power is an answer, and ends with 0."""
    result = run("removal", "--category", "parent", "--on", "2017-08-31")
    assert 0 == result.exit_code
    assert "there is no power" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("removal", "--category", "co_opted", "--first-meeting", "9999-12-20"), "too far in the future"),
        (("ending-majority", "--first-meeting", "9999-12-31"), "too far in the future"),
        (("change-of-category", "--published-on", "9999-12-20"), "too far in the future"),
        (("change-of-category", "--implemented-on", "9999-12-20"), "too far in the future"),
        (
            (
                "surplus",
                "--category",
                "parent",
                "--cause",
                "change-of-category",
                "--implemented-on",
                "9999-12-20",
            ),
            "too far in the future",
        ),
        (("leaving-federation", "--received-on", "9999-12-31"), "too far in the future"),
        (("new-school", "--opens-on", "0001-01-01", "--on", "2018-05-01"), "too far in the past"),
        (
            ("discontinuance", "--schools-left", "1", "--ends-on", "0001-01-01", "--on", "2018-05-01"),
            "too far in the past",
        ),
        (
            ("change-of-category", "--published-on", "2018-09-01", "--implemented-on", "2018-05-01"),
            "is before 2018-09-01",
        ),
    ],
)
def test_days_that_cannot_be(arguments, said):
    """A day that leads out of the calendar, and days in the wrong order, are errors in words."""
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert said in result.stderr
    plain = run(*arguments, "--json")
    assert 2 == plain.exit_code
    assert said in json.loads(plain.stdout)["error"]["problems"][0]


def test_days_that_can_be():
    """The last first meeting with a second one in the calendar, and a change on one day, are answered."""
    assert (
        "31 December 9999" in run("removal", "--category", "co_opted", "--first-meeting", "9999-12-17").stdout
    )
    one_day = ("--published-on", "2018-09-01", "--implemented-on", "2018-09-01")
    assert 0 == run("change-of-category", *one_day).exit_code
