"""A file as people have it: without its category, without a day, and with the facts said beside it."""

import datetime
import json

import pytest
from click.testing import CliRunner
from command import ROOT, command

from governance.cli import main
from governance.english import day_words

SEATS = "[seats]\nparent = 2\nlocal_authority = 1\nstaff = 1\nhead_teacher = 1\nco_opted = 5\nco_opted_staff = 0\n"
DATED = f'[instrument]\neffective_on = 2020-01-01\n[school]\nname = "Hill School"\n{SEATS}'
NO_CATEGORY = f'[school]\nname = "Hill School"\n{SEATS}'
NO_DAY = f'[school]\nname = "Hill School"\ncategory = "community"\n{SEATS}'
DOCUMENT = """Instrument of Government
The name of the school is Hill School.
The governing body shall consist of:
2 parent governors
1 local authority governor
1 staff governor
1 headteacher
5 co-opted governors
Total number of governors: 10
"""
ASKS = ("check", "repair", "explain", "unknowns")


@pytest.fixture
def ask(tmp_path):
    def run(command, text, *options, name="a.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        files = (path, path) if "compare" == command else (path,)
        return CliRunner().invoke(main, [command, *map(str, files), *options])

    return run


def today():
    return day_words(datetime.datetime.now().astimezone().date())


class TestBeside:
    """--category and its like fill in what FILE lacks."""

    @pytest.mark.parametrize("text", [DATED, DOCUMENT])
    @pytest.mark.parametrize("command", [*ASKS, "compare", "read"])
    def test_every_command_takes_them(self, ask, command, text):
        """Of a proposal and of a document; the contradiction is named, and the status is 3."""
        if "read" == command and text == DATED:
            return
        options = ("--category", "community", "--authority", "Kent", "--religious-character", "none")
        assert "cannot" not in ask(command, text, *options, "--foundation", "none").output
        done = ask(command, text, *options, "--school", "Mill School")
        assert 3 == done.exit_code
        assert '--school says "Mill School"' in done.output
        assert "Hill School" in done.output

    @pytest.mark.parametrize("text", [NO_CATEGORY, DATED, DOCUMENT])
    @pytest.mark.parametrize("command", ASKS)
    def test_a_category_gives_a_verdict(self, ask, command, text):
        """And below it stands what was said beside the file."""
        done = ask(command, text, "--category", "community")
        assert 0 == done.exit_code
        assert "community (--category)" in done.output
        assert 1 == ask(command, text, "--category", "voluntary aided").exit_code
        assert {"category": "community"} == json.loads(
            ask(command, text, "--category", "community", "--json").output
        )["beside"]

    def test_a_character_and_a_foundation(self, ask):
        """They are facts of the school as in a proposal."""
        board = DATED.replace("co_opted = 5", "co_opted = 3\npartnership = 2")
        lacking = ask("check", board, "--category", "foundation")
        assert (3, True) == (lacking.exit_code, "Does the school have a foundation" in lacking.output)
        assert 0 == ask("check", board, "--category", "foundation", "--foundation", "none").exit_code
        assert 1 == ask("check", board, "--category", "foundation", "--foundation", "foundation").exit_code

    def test_each_line_of_many(self, ask):
        """With --jsonl they fill in every line, and one that says otherwise cannot be told."""
        lines = [{"school": school, "seats": {"parent": 2}} for school in ({}, {"category": "foundation"})]
        text = "".join(f"{json.dumps(line)}\n" for line in lines)
        done = ask("check", text, "--jsonl", "--category", "community")
        first, second = map(json.loads, done.output.splitlines())
        assert "by the law of today" in first["dated"]
        assert first["lawful"] is False
        assert second["lawful"] is None
        assert "--category" in second["error"]["problems"][0]

    def test_what_read_writes(self, ask):
        """The file that `read --toml` makes has them, with the option as its source."""
        done = ask("read", DOCUMENT, "--category", "community", "--toml")
        assert 'category = "community"  # "--category", stated' in done.output
        assert 0 == ask("check", done.output, name="b.toml").exit_code


class TestNoDay:
    """Today's law is taken where FILE has no day, and the first line says so."""

    @pytest.mark.parametrize(
        "text", [NO_DAY, DOCUMENT.replace("Hill School.", "Hill School.\nCategory: community")]
    )
    @pytest.mark.parametrize("command", [*ASKS])
    def test_today(self, ask, command, text):
        """Of a proposal and of a document; with --on nothing is said of today."""
        first = ask(command, text).output.splitlines()[0]
        assert first.endswith(f"by the law of today, {today()})")
        assert "law of today" not in ask(command, text, "--on", "2020-01-01").output
        assert json.loads(ask(command, text, "--json").output)["dated"].endswith(today())

    def test_compare(self, ask):
        """The day is that of the new one."""
        assert 0 == ask("compare", NO_DAY).exit_code
        assert today() in ask("compare", NO_DAY).output.splitlines()[0]
        assert today() not in ask("compare", DATED, "--category", "community").output

    def test_a_day_of_effect_stays_the_default(self, ask):
        """Nothing is said of today."""
        done = ask("check", DATED, "--category", "community", "--json")
        assert "2020-01-01" == json.loads(done.output)["on"]
        assert "dated" not in json.loads(done.output)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("5 co-opted", "5 community"),
            (
                "Government\n",
                "Government under the School Governance (Constitution) (England) Regulations 2007\n",
            ),
            (
                "Government\n",
                "Government under the School Governance (Constitution) (England) Regulations 2003\n",
            ),
            ("Total number of governors: 10\n", "Total number of governors: 10\nMade on 1 March 2008.\n"),
            (
                "1 local authority",
                "1 LEA",
            ),
        ],
    )
    @pytest.mark.parametrize("command", ASKS)
    def test_words_of_older_law(self, ask, command, old, new):
        """They cannot be told without a day, and the words are named."""
        done = ask(command, DOCUMENT.replace(old, new), "--category", "community")
        assert 3 == done.exit_code
        assert "words are of older law" in done.output

    def test_a_day_settles_older_words(self, ask):
        """With --on the law of that day answers."""
        text = DOCUMENT.replace("5 co-opted", "5 community")
        assert "older law" not in ask("check", text, "--category", "community", "--on", "2010-01-01").output


class TestNoCategory:
    """One table, for each category that words and seats allow."""

    @pytest.mark.parametrize("text", [NO_CATEGORY, DATED, DOCUMENT])
    def test_the_table(self, ask, text):
        """The status is 3 unless all agree."""
        done = ask("check", text)
        assert 3 == done.exit_code
        assert done.output.startswith("CANNOT TELL: Hill School")
        assert "Lawful as community, community special or maintained nursery" in done.output
        assert "Unlawful as voluntary aided:" in done.output
        value = json.loads(ask("check", text, "--json").output)
        assert value["lawful"] is None
        assert "community" in {one["category"] for one in value["by_category"] if one["lawful"]}

    @pytest.mark.parametrize(("old", "new"), [("parent = 2", "parent = 0"), ("2 parent governors\n", "")])
    def test_all_agree(self, ask, old, new):
        """A proposal that is unlawful as each is unlawful; in a document, what nobody wrote is open."""
        proposal, document = ask("check", DATED.replace(old, new)), ask("check", DOCUMENT.replace(old, new))
        assert (1, 3) == (proposal.exit_code if old in DATED else 1, document.exit_code)

    def test_what_is_outside_gets_no_table(self, ask):
        """An academy has another law."""
        done = ask("check", DOCUMENT.replace("Hill School.", "Hill School.\nThe school is an academy."))
        assert 2 == done.exit_code
        assert "academy" in done.output

    def test_no_seats_get_no_table(self, ask):
        """Not even where a total is read."""
        done = ask("check", "The name of the school is Hill School.\nThe total number of governors is 10.\n")
        assert 2 == done.exit_code
        assert "No seats were found" in done.output

    def test_a_federation_whose_schools_are_not_listed(self, ask):
        """What is missing is a question, on every command; without seats the document is no board."""
        federation = DOCUMENT.replace("the school is Hill School", "the federation is the Hill Federation")
        for asks in ASKS:
            done = ask(asks, federation)
            assert 3 == done.exit_code, asks
            assert "Which schools are in the federation" in done.output
        nothing = ask("check", federation.partition("The governing")[0])
        assert 2 == nothing.exit_code
        assert "No seats were found" in nothing.output

    def test_seats_are_in_the_documents_own_labels(self, ask):
        """Under the Regulations of 2007 community governors are community governors; the last kind, a unit, has another law."""
        text = (
            DOCUMENT.replace("5 co-opted", "3 community")
            .replace("10", "8")
            .replace(
                "Government\n",
                ("Government under the School Governance (Constitution) (England) Regulations 2012\n"),
            )
        )
        value = json.loads(ask("check", text, "--on", "2010-01-01", "--json").output)
        why = " ".join(reason for one in value["by_category"][:-1] for reason in one["why"])
        assert "co-opted" not in why


def test_one_question_is_asked_once(ask):
    """Several rules that one fact would settle stand above one question, which names what else it settles."""
    done = ask("check", DATED, "--category", "foundation")
    untold = " ".join(done.output.partition("What cannot be told")[2].partition("\n\n")[0].split())
    assert untold.count("It is not known whether this rule applies") > 1
    assert 1 == untold.count("Ask: ")
    assert 1 == done.output.count("Does the school have a foundation")
    assert "under [school]. That settles SI 2012/1034 reg 28(1)(b)(i)-(ii)" in untold


def test_different_questions_are_each_asked(ask):
    """Two seats that are not settled are two questions, each below its own rules."""
    open_seats = DATED.replace("staff = 1", 'staff = "unknown"', 1).replace(
        "parent = 2", 'parent = "unknown"'
    )
    done = ask("check", open_seats, "--category", "community")
    for seat in ("staff", "parent"):
        assert 1 == done.output.count(f"Ask: How many {seat} governors are there to be?")


@pytest.mark.parametrize("asks", ["check", "explain", "draft", "report"])
def test_no_command_asks_a_question_twice(asks, tmp_path):
    """A foundation school of which nobody has said whether it has a foundation: six provisions turn on that."""
    school = tmp_path / "school.toml"
    text = (ROOT / "examples" / "foundation.toml").read_text(encoding="utf-8")
    school.write_text(text.replace('foundation = "none"', ""), encoding="utf-8")
    out = ["-o", tmp_path / "out.docx"] if asks in ("draft", "report") else []
    done = command(asks, school, *out)
    said = " ".join((done.stdout + done.stderr).split())
    assert 3 == done.returncode
    assert 1 == said.count(
        'Does the school have a foundation, and is it a qualifying foundation school? Set foundation = "none"'
    )


def test_words_on_standard_input():
    """They cannot be read again from there, so the remedy names a file."""
    done = CliRunner().invoke(main, ["check", "-"], input=DOCUMENT)
    assert 2 == done.exit_code
    assert "save it in a file" in done.output
    assert '"-"' not in done.output
