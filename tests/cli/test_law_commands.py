"""`governance law`, through its public door."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli import main
from governance.law import ledger, library

ROOT = Path(__file__).parents[2]


def law(*arguments):
    return CliRunner().invoke(main, ["law", *map(str, arguments)])


class TestList:
    """`law list` names rules."""

    def test_one_line(self):
        """A rule is one line: its name, its citation and its title."""
        lines = [line.split() for line in law("list", "--on", "2018-09-18").stdout.splitlines()]
        assert ["C12-VA-MAJ", "SI", "2012/1034", "reg", "14(4)"] in [line[:5] for line in lines]

    def test_dates(self):
        """Without a day, each rule has its dates."""
        line = next(line for line in law("list").stdout.splitlines() if "C12-TERM-AS-MADE" in line)
        assert line.endswith("(from 1 September 2012 to 31 August 2015)")

    def test_on_a_day(self):
        """A rule that ended is not in force the day after."""
        before = law("list", "--on", "2015-08-31").stdout
        after = law("list", "--on", "2015-09-01").stdout
        assert (True, False) == ("C12-TERM-AS-MADE" in before, "C12-TERM-AS-MADE" in after)

    def test_category(self):
        """A category has its own rules, and none of another's."""
        listed = law("list", "--category", "voluntary aided", "--on", "2018-09-18", "--json")
        names = {rule["id"] for rule in json.loads(listed.stdout)}
        assert (True, False) == ("C12-VA-MAJ" in names, "C12-VC-MIN" in names)

    def test_unknown_category(self):
        """A category that there is not is refused, and those there are are named."""
        answer = law("list", "--category", "primary")
        assert 2 == answer.exit_code
        assert "voluntary aided" in answer.stderr


class TestShow:
    """`law show` finds a provision as people cite it."""

    @pytest.mark.parametrize(
        "ref",
        [
            "SI 2012/1034 reg 14(4)",
            "si 2012/1034 regulation 14 (4)",
            "uksi/2012/1034 reg. 14(4)",
            "2012/1034 reg 14(4)",
            "constitution-2012 14(4)",
        ],
    )
    def test_citation(self, ref):
        """However it is written, the same paragraph is found."""
        (place,) = json.loads(law("show", ref, "--json").stdout)
        assert ("SI 2012/1034 reg 14(4)", ["C12-VA-MAJ"]) == (
            place["citation"],
            [rule["id"] for rule in place["rules"]],
        )

    @pytest.mark.parametrize("ref", ["reg 14(4)", "14(4)"])
    def test_number_alone(self, ref):
        """A number alone gives every instrument that has it."""
        places = json.loads(law("show", ref, "--json").stdout)
        assert "SI 2012/1034 reg 14(4)" in [place["citation"] for place in places]

    def test_regulation(self):
        """A regulation gives its paragraphs, in their order."""
        places = json.loads(law("show", "SI 2012/1034 regulation 13", "--json").stdout)
        expected = ["13(1)", "13(2)", "13(3)(a)", "13(3)(b)", "13(3)(c)", "13(3)(d)", "13(4)", "13(5)"]
        assert expected == [place["para"] for place in places]

    def test_rule(self):
        """The name of a rule gives the rule, whatever the capitals."""
        answer = law("show", "c12-va-maj").stdout
        assert "foundation == others + 2" in answer
        assert "https://www.legislation.gov.uk/uksi/2012/1034/regulation/14" in answer
        assert "not legal advice" in answer

    def test_part_of_a_paragraph(self):
        """A part that is not listed by itself gives the paragraph it belongs to, and says so."""
        answer = law("show", "SI", "2012/1034", "reg", "14(4)(a)").stdout
        assert "SI 2012/1034 reg 14(4)(a) is not listed by itself" in answer

    def test_on_a_day(self):
        """With a day, only what is in force is shown."""
        (place,) = json.loads(law("show", "SI 2012/1034 reg 14(6)", "--on", "2017-05-01", "--json").stdout)
        assert ([], []) == (place["readings"], place["not_encoded"])

    def test_amending_instrument(self):
        """A rule that was brought in later names what brought it in."""
        assert "by SI 2015/883 reg 7(2)" in " ".join(law("show", "C12-TERM-CAT").stdout.split())

    def test_what_ended(self):
        """A rule, a doubt and a reason that ended name what ended them."""
        words = " ".join(law("show", "C12-TERM-AS-MADE").stdout.split())
        assert "from 1 September 2012 to 31 August 2015; ended by SI 2015/883 reg 7(2)" in words
        (place,) = json.loads(law("show", "SI 2012/1034 reg 14(6)", "--json").stdout)
        assert ["uksi/2017/487 reg 2(2)"] * 2 == [
            place["readings"][0]["ended_by"],
            place["not_encoded"][0]["ended_by"],
        ]

    def test_what_brought_in(self):
        """A reason that begins later than its instrument names what brought it in."""
        answer = " ".join(law("show", "SI 2012/1034 reg 24A").stdout.split())
        assert "Not encoded (from 1 September 2017, with no end recorded, by SI 2017/487 reg 2(3))" in answer

    def test_footing(self):
        """What a step rests on is shown at its paragraph and by its name, with its number."""
        (footing,) = (
            footing
            for place in json.loads(law("show", "SI 2012/1035 reg 30", "--json").stdout)
            for footing in place["footings"]
            if footing["id"] == "FED-LEAVE-DECISION"
        )
        answer = " ".join(law("show", "fed-leave-decision").stdout.split())
        assert footing["number"] in answer
        assert footing["says"] in answer

    def test_stage(self):
        """A rule about a person says when it bites, and whom it concerns."""
        answer = " ".join(law("show", "C12-SKILL-PAR").stdout.split())
        assert "Concerns: parent governors appointed: every body these provisions govern" in answer
        assert "Bites: At election, nomination or appointment only" in answer

    def test_person(self):
        """An example about a person shows the person, and no board."""
        answer = law("show", "C12-SKILL-PAR").stdout
        assert "parent governor appointed on" in " ".join(answer.split())
        assert "no seats" not in answer

    def test_federation(self):
        """An example about a federation shows its schools."""
        answer = " ".join(law("show", "FED-22-GAP").stdout.split())
        assert "Federation of 2 schools: foundation" in answer

    def test_not_found(self):
        """What is not there is an error with the nearest names, and exit status 2."""
        answer = law("show", "C12-VA-MAJOR")
        assert (2, "") == (answer.exit_code, answer.stdout)
        assert "Did you mean: C12-VA-MAJ" in answer.stderr


class TestSearch:
    """`law search` finds words."""

    def test_found(self):
        """All the words must occur, in any case; the answer says where."""
        hits = json.loads(law("search", "RESIGNED", "Head", "counted", "--json").stdout)
        assert ("SI 2012/1034 reg 13(5)", "resigned-head", "doubt") in [
            (hit["citation"], hit["id"], hit["kind"]) for hit in hits
        ]

    def test_footing(self):
        """What a step rests on is found."""
        hits = json.loads(law("search", "best", "governors", "excess", "--json").stdout)
        hits += json.loads(law("search", "governors in excess leave", "--json").stdout)
        assert ("C12-SURPLUS", "footing") in [(hit["id"], hit["kind"]) for hit in hits]

    def test_not_found(self):
        """Words that are nowhere give exit status 1."""
        answer = law("search", "hovercraft")
        assert (1, "Nothing in the rule book has the words 'hovercraft'.\n") == (
            answer.exit_code,
            answer.stdout,
        )


class TestCoverage:
    """`law coverage` accounts for every paragraph."""

    def test_totals(self):
        """The accounts add up, and where there is no gap the exit status is 0."""
        answer = law("coverage", "--json")
        counts = json.loads(answer.stdout)["totals"]
        accounted = sum(counts[account] for account in ledger.ACCOUNTS)
        assert (counts["paragraphs"], 1 if counts["gap"] else 0) == (accounted, answer.exit_code)

    @pytest.mark.parametrize(
        ("name", "old", "said"),
        [
            ("regulation-24A.toml", None, "no file accounts for 'regulation/24A'"),
            ("regulation-24A.toml", "[[not_encoded]]", "GAP in rules/constitution-2012/regulation-24A.toml"),
            ("regulation-22.toml", '"22(1)", ', "there is no 22(1)"),
        ],
        ids=["file", "entry", "paragraph"],
    )
    def test_something_deleted(self, tmp_path, name, old, said):
        """Without a file, a paragraph or what is said of it, the law is not accounted for: exit status 1."""
        for folder in ("governance", "rules"):
            shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
        file = tmp_path / "rules" / "constitution-2012" / name
        head, *entries = file.read_text(encoding="utf-8").split("[[")
        if old is None:
            file.unlink()
        elif old.startswith("[["):
            file.write_text(head, encoding="utf-8")
        else:
            kept = [entry for entry in entries if 'para = "22(1)"' not in entry]
            file.write_text("[[".join([head.replace(old, ""), *kept]), encoding="utf-8")
        answer = subprocess.run(
            [sys.executable, "-m", "governance", "law", "coverage"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            text=True,
            env={**os.environ, "PYTHONPATH": str(tmp_path), "GOVERNANCE_CACHE": "off", "PYTHONUTF8": "1"},
        )
        assert (1, True) == (answer.returncode, said in answer.stdout + answer.stderr), answer

    def test_markdown(self):
        """The page names every instrument."""
        page = law("coverage", "--markdown").stdout
        assert [] == [v.law.cite for v in library.library() if f"## {v.law.cite}: " not in page]


class TestBook:
    """`law book` writes pages, and never deletes any."""

    def test_written(self, tmp_path):
        """The folder is there, with an index, and the Word file beside it."""
        answer = law("book", "--on", "2018-09-18", "-o", tmp_path / "book", "--word", tmp_path / "book.docx")
        assert 0 == answer.exit_code, answer.output
        assert (True, True) == (
            (tmp_path / "book" / "index.html").is_file(),
            (tmp_path / "book.docx").is_file(),
        )

    def test_refused(self, tmp_path):
        """A folder that holds something is left alone, and nothing is written."""
        (tmp_path / "mine.txt").write_text("mine")
        answer = law("book", "--on", "2018-09-18", "-o", tmp_path, "--word", tmp_path.with_suffix(".docx"))
        assert (2, ["mine.txt"]) == (answer.exit_code, [path.name for path in tmp_path.iterdir()])
        assert "--force" in answer.stderr
        assert not tmp_path.with_suffix(".docx").exists()

    @pytest.mark.parametrize("day", ["2006-01-01", "2007-05-24"])
    def test_day_before_the_first(self, tmp_path, day):
        """The book of a day whose law is not encoded is not written."""
        answer = law("book", "--on", day, "-o", tmp_path / "book", "--word", tmp_path / "book.docx")
        assert (3, "", []) == (answer.exit_code, answer.stdout, list(tmp_path.iterdir()))
        assert "The first day we can answer for is 25 May 2007" in answer.stderr

    def test_first_day(self, tmp_path):
        """The book of the first day is written."""
        assert 0 == law("book", "--on", "2007-05-25", "-o", tmp_path / "book").exit_code

    def test_forced(self, tmp_path):
        """With --force the pages are written and what was there stays."""
        (tmp_path / "mine.html").write_text("mine")
        answer = law("book", "--on", "2018-09-18", "-o", tmp_path, "--force")
        assert (0, "mine") == (answer.exit_code, (tmp_path / "mine.html").read_text())
        assert "left as they were: mine.html" in answer.stdout

    def test_no_folder_above(self, tmp_path):
        """A folder that cannot be made is an error in words."""
        answer = law("book", "--on", "2018-09-18", "-o", tmp_path / "no" / "book")
        assert 2 == answer.exit_code
        assert "cannot be written" in answer.stderr

    def test_where_to(self):
        """A book wants a place, and no day: it is of today then."""
        answer = law("book")
        assert 2 == answer.exit_code
        assert "Say where to write" in answer.stderr


class TestHelp:
    """Every command explains itself."""

    @pytest.mark.parametrize("command", [(), ("list",), ("show",), ("search",), ("coverage",), ("book",)])
    def test_example(self, command):
        """The help ends with an example."""
        answer = law(*command, "--help")
        assert 0 == answer.exit_code
        assert "Example: governance law" in answer.stdout

    def test_from_a_shell(self):
        """The command runs in a shell of its own and prints UTF-8."""
        answer = subprocess.run(
            [sys.executable, "-m", "governance", "law", "show", "C12-VA-MAJ"],
            cwd=ROOT,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        assert (0, b"") == (answer.returncode, answer.stderr)


@pytest.mark.parametrize(
    ("name", "citation"),
    [
        ("quorum", "SI 2013/1624 reg 14(1)"),
        ("change of name", "SI 2013/1624 reg 14(6)"),
        ("Change-of-name", "SI 2013/1624 reg 14(6)"),
        ("SI 2013/1624 reg 13(6)", "SI 2013/1624 reg 13(6)"),
    ],
)
def test_what_steps_rest_on_is_found_by_name(name, citation):
    """A footing is found by its name without the letters of its instrument, and with spaces between the words."""
    result = law("show", name)
    assert (0, True) == (result.exit_code, result.stdout.startswith(f"{citation}: "))


class TestSeveral:
    """A number that several instruments have is shown of the one most often meant first."""

    def test_order(self):
        """SI 2012/1034 comes first, then SI 2012/1035, then the others; one line says so."""
        lines = law("show", "reg 14(4)").stdout.splitlines()
        assert lines[0].startswith(
            "Several instruments have reg 14(4): SI 2012/1034, SI 2012/1035, SI 2007/2978 and SI 2013/1624."
        )
        heads = [line.partition(" reg 14(4): ")[0] for line in lines[1:] if " reg 14(4): " in line]
        assert ["SI 2012/1034", "SI 2012/1035", "SI 2007/2978", "SI 2013/1624"] == heads

    def test_one(self):
        """With the instrument before it there is no such line."""
        assert "Several" not in law("show", "SI 2012/1034 reg 14(4)").stdout


@pytest.mark.parametrize("words", [("",), (" ", "")])
def test_search_for_nothing(words):
    """A search without a word is a mistake of usage."""
    answer = law("search", *words)
    assert (2, "") == (answer.exit_code, answer.stdout)
    assert "no word to search for" in answer.stderr


class TestInForce:
    """What no longer governs any body, what does not yet, and what is only on its way is never given as in force."""

    def test_revoked(self):
        """A rule of 2007 is shown of 2026 as ended, and not as unknown."""
        shown = law("show", "C07-SIZE-MAX", "--on", "2026-11-28")
        assert 0 == shown.exit_code
        assert "Nothing of it is in force on 28 November 2026." in shown.stdout
        assert "from 25 May 2007 to 31 August 2015" in shown.stdout
        assert "In force:" not in shown.stdout
        (given,) = json.loads(law("show", "C07-SIZE-MAX", "--json").stdout)
        assert ["2015-09-01"] == [rule["until"] for rule in given["rules"]]

    @pytest.mark.parametrize("command", [("at",), ("list", "--on")])
    def test_today(self, command):
        """No rule of 2007 on schools is listed of 2026, for a category or for all."""
        for more in ([], ["--category", "community"]):
            answer = law(*command, "2026-11-28", *more)
            assert (0, False) == (answer.exit_code, "C07-" in answer.stdout)

    @pytest.mark.parametrize("command", [("at",), ("list", "--on")])
    def test_before_the_law_of_a_category(self, command):
        """Where the Regulations of the day are not encoded it cannot be told: a federation before September 2012."""
        answer = law(*command, "2012-08-31", "--category", "federation")
        assert (3, "") == (answer.exit_code, answer.stdout)
        assert "SI 2007/960" in answer.stderr

    def test_a_commencement_that_is_not_recorded(self):
        """The Act of 1998 did not begin on the day on which our record does."""
        ref = "School Standards and Framework Act 1998 s 20(1)"
        shown = " ".join(law("show", ref).stdout.split())
        assert "where our record begins (the day it came into force is not recorded)" in shown
        gaps = [
            gap for place in json.loads(law("show", ref, "--json").stdout) for gap in place["not_encoded"]
        ]
        assert {"not recorded"} == {gap["commencement"] for gap in gaps}
        (aided,) = json.loads(law("show", "C12-VA-MAJ", "--json").stdout)
        assert {"recorded"} == {rule["commencement"] for rule in aided["rules"]}

    def test_prospective(self):
        """What was passed and has no day of commencement is not yet in force; before it was passed there is nothing."""
        ref = "Education and Inspections Act 2006 s 7"
        shown = " ".join(law("show", ref, "--on", "2026-11-28").stdout.split())
        assert "Not yet in force (Children's Wellbeing and Schools Act 2026 s 65" in shown
        assert "with no day of commencement recorded" in shown
        assert "Not yet in force" not in law("show", ref, "--on", "2026-04-28").stdout
        assert "Not yet in force" in law("show", ref, "--on", "2026-04-29").stdout
        (place,) = json.loads(law("show", ref, "--json").stdout)
        assert ["2026-04-29"] == [one["passed"] for one in place["prospective"]]
        found = json.loads(law("search", "new", "maintained", "schools", "--json").stdout)
        ahead = [one for one in found if one["kind"] == "not yet in force"]
        assert {(None, None)} == {(one["from"], one["until"]) for one in ahead}

    def test_end_of_the_duty_to_make_an_academy_order(self):
        """Section 58 of the Act of 2026 is in force since 29 June 2026, and on the day before it is not."""
        ref = "Children's Wellbeing and Schools Act 2026 s 58"
        for day, there in (("2026-06-28", False), ("2026-06-29", True)):
            assert there is ("academy order" in law("show", ref, "--on", day).stdout.partition("\n")[2])

    def test_last_comparison(self):
        """The law of a day after the last comparison carries a caution; that of the day itself does not."""
        compared = min(one.law.compared for one in library.library())
        for later, there in ((0, False), (1, True)):
            day = compared + datetime.timedelta(later)
            assert there is ("Caution: The law was last compared" in law("at", day).stdout)
