"""`governance options` and `governance unknowns`, through their public doors."""

import csv
import datetime
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main

ROOT = Path(__file__).parents[2]
BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1}
ON = ("--on", "2025-09-01")


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin, catch_exceptions=False)


def options(*arguments):
    return run("options", *arguments, *ON)


def unknowns(*arguments, category="community", **seats):
    data = {"school": {"category": category}, "seats": {**BOARD, **seats}}
    return run("unknowns", "-", *ON, *arguments, stdin=json.dumps(data))


class TestOptions:
    """Every lawful board, counted and listed."""

    def test_boards_that_are_larger_than_those_listed(self):
        """Exit status 0, with the least total; the table has its head alone."""
        asked = ("--category", "voluntary controlled", "--foundation-governors", 7)
        done = options(*asked)
        assert 0 == done.exit_code
        assert "the smallest lawful board that does has 28. (SI 2012/1034 reg 14(5))" in " ".join(
            done.stdout.split()
        )
        assert 28 == json.loads(options(*asked, "--json").stdout)["smallest_beyond"]
        assert 1 == len(options(*asked, "--csv").stdout.splitlines())

    def test_voluntary_aided_with_three_parents(self):
        """Counted, with what follows from the law and its citations."""
        done = options("--category", "voluntary aided", "--total", "12..16", "--parent", 3)
        assert 0 == done.exit_code
        assert done.stdout.startswith("2 LAWFUL BOARDS: voluntary aided\n")
        assert "The total is always even. (SI 2012/1034 reg 14(4))" in done.stdout
        assert "The smallest lawful board has 12 seats." in done.stdout

    def test_json_and_csv_hold_the_same_boards(self):
        """As many, with the same totals."""
        wishes = ("--category", "community", "--total", "..9")
        found = json.loads(options(*wishes, "--json").stdout)
        table = list(csv.DictReader(io.StringIO(options(*wishes, "--csv").stdout)))
        assert found["count"] == len(table)
        assert [b["total"] for b in found["boards"]] == [int(line["total"]) for line in table]

    def test_foundation_governors_have_an_option_of_their_own(self):
        """For --foundation is whether the school has one."""
        kind = ("--category", "foundation", "--foundation", "qualifying")
        done = options(*kind, "--foundation-governors", 6, "--json")
        assert {6} == {board["seats"]["foundation"] for board in json.loads(done.stdout)["boards"]}

    def test_none_is_explained(self):
        """Exit status 1, with the proof."""
        done = options("--category", "voluntary aided", "--total", 13)
        assert 1 == done.exit_code
        assert done.stdout.startswith("IMPOSSIBLE: voluntary aided")
        assert "a total of 12 or a total of 14 instead of a total of 13." in done.stdout

    def test_a_federation_needs_its_schools(self):
        """Exit status 3 without, boards with."""
        kind = ("--category", "federation", "--mix", "community", "--total", "..9")
        assert 3 == options(*kind).exit_code
        done = options(*kind, "--schools", 2, "--heads", 2)
        assert (0, True) == (done.exit_code, "1 LAWFUL BOARD: federation" in done.stdout)

    def test_a_missing_fact_is_asked_for(self):
        """In text, in JSON, and beside a table."""
        kind = ("--category", "foundation")
        assert "Does the school have a foundation" in options(*kind).stdout
        assert "Each answer has an option: governance options --help" in options(*kind).stdout
        assert "error" in json.loads(options(*kind, "--json").stdout)
        done = options(*kind, "--csv")
        assert (3, "") == (done.exit_code, done.stdout)

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            ((), "Missing option '--category'"),
            (("--category", "academy"), "is not covered"),
            (("--category", "community", "--total", "16..12"), "runs backwards"),
            (("--category", "community", "--parent", "a few"), "Write 12, 12..16"),
            (("--category", "community", "--json", "--csv"), "not both"),
            (("--category", "community", "--schools", "-1"), "is not in the range"),
            (("--category", "community", "--schools", "2"), "Only a federation has these: schools."),
            (("--category", "voluntary aided", "--mix", "community"), "Only a federation has these: mix."),
            (("--category", "community", "--foundation", "qualifying"), "has no foundation"),
            (("--category", "federation", "--foundation", "none"), "Give its mix"),
        ],
    )
    def test_bad_usage(self, arguments, says):
        """Exit status 2, and what to write instead."""
        done = options(*arguments)
        assert 2 == done.exit_code
        assert says in " ".join(done.stderr.split())


class TestUnknowns:
    """On what it depends."""

    def test_it_depends_on_one_number(self):
        """Two co-opted governors or more; exit status 3."""
        done = unknowns(co_opted="unknown")
        assert (3, True) == (done.exit_code, done.stdout.startswith("IT DEPENDS: "))
        assert "\nLawful only with, for each number alone,\n" in done.stdout
        assert "2 or more co-opted governors" in done.stdout
        assert "How many co-opted governors are there to be?" in done.stdout

    def test_lawful_whatever_it_is(self):
        """Seven parents are enough; exit status 0."""
        done = unknowns(parent=7, co_opted="unknown")
        assert (0, True) == (done.exit_code, done.stdout.startswith("LAWFUL whatever is still open"))

    def test_unlawful_whatever_it_is(self):
        """Two staff governors; exit status 1, and why."""
        done = unknowns(staff=2, co_opted="unknown")
        assert (1, True) == (done.exit_code, done.stdout.startswith("UNLAWFUL whatever is still open"))
        assert "SI 2012/1034 reg 13(3)(c)" in done.stdout

    def test_who_is_employed_at_the_school(self):
        """At most two of the seven."""
        assert "at most 2 co-opted governors employed at the school" in unknowns(co_opted=7).stdout

    def test_a_missing_fact_and_the_numbers_for_each_answer(self):
        """With no foundation, with one, and a qualifying one."""
        done = unknowns("--json", category="foundation", foundation="unknown", co_opted=2)
        cases = json.loads(done.stdout)["cases"]
        assert ["none", "foundation", "qualifying"] == [case["facts"]["foundation"] for case in cases]
        assert [[2, 5]] == cases[1]["values"]["foundation"]

    def test_a_file_that_is_not_there(self):
        """Exit status 2."""
        assert 2 == run("unknowns", "nowhere.toml").exit_code

    def test_no_day(self):
        """Today's law is taken, and said; of words of older law, exit status 3 and where to set the day."""
        data = {"school": {"category": "community"}, "seats": BOARD}
        with_day = {
            **data,
            "instrument": {"effective_on": datetime.datetime.now().astimezone().date().isoformat()},
        }
        done = run("unknowns", "-", stdin=json.dumps(data))
        assert "by the law of today" in done.stdout.splitlines()[0]
        assert run("unknowns", "-", stdin=json.dumps(with_day)).exit_code == done.exit_code
        older = json.dumps({**data, "seats": {**BOARD, "community": 1}})
        done = run("unknowns", "-", stdin=older)
        assert (3, True) == (done.exit_code, "effective_on" in done.stdout)
        assert 3 == run("unknowns", "-", "--json", stdin=older).exit_code


def test_more_seats_than_can_be_written():
    """The most is said."""
    done = options("--category", "community", "--total", "1..1000")
    assert 2 == done.exit_code
    assert "total: 1000 is more seats than can be written: 999 is the most." in done.output


def test_a_large_board_is_lawful_on_condition():
    """What is said of 95 co-opted governors is what the check says."""
    done = unknowns(co_opted=95)
    assert 0 == done.exit_code
    assert done.output.startswith("LAWFUL, on condition: ")
    assert "at most 31 co-opted governors employed at the school" in done.output
