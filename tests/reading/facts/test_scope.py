"""What a document is: whose law it is under, and whether it is fit to state anything."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from governance.cli.main import main
from governance.errors import ProposalError
from governance.letters.reading import letter
from governance.reading.intake.intake import transcribe_text
from governance.reading.proposal_file import proposal_file
from governance.reading.understand import understand

LIST = "2 parent governors\n1 local authority governor\n1 staff governor\nthe headteacher\n5 co-opted governors\n"
INSTRUMENT = f"INSTRUMENT OF GOVERNMENT\n1. The name of the school is Oak School.\n2. The school is a community school.\n4. The governing body shall consist of:\n{LIST}"

WRITTEN = tomllib.loads(Path(__file__).with_name("scope.toml").read_text(encoding="utf-8"))["document"]
SAID = {
    "academy": "this is an academy, which is not covered: its articles govern it",
    "committee": "academy",
    "wales": "this is a school in Wales, which is not covered",
    "scotland": "this is a school in Scotland, which is not covered",
    "northern ireland": "this is a school in Northern Ireland, which is not covered",
    "college": "this is a college, which is not covered",
    "several": "this is a paper on several schools",
    "independent": "this is an independent school, which is not covered",
    "guidance": "this is guidance that speaks of no school, which is not covered",
}

RULES = Path(__file__).parents[3] / "rules"


def read(text):
    return understand(transcribe_text(text))


def stated(understood):
    return {one.field for one in understood.evidence if one.sure == "stated"}


class TestOutside:
    """Wales, academies and independent schools: said, and never a verdict."""

    @pytest.mark.parametrize(
        ("line", "subject"),
        [
            (
                "Made under the Government of Maintained Schools (Wales) Regulations 2005.",
                "a school in Wales",
            ),
            ("The school is maintained by Ceredigion County Council in Wales.", "a school in Wales"),
            ("The school is an academy.", "an academy"),
            ("The Oak Academy Trust: Articles of Association.", "an academy"),
            ("Oak House is an independent day school.", "an independent school"),
        ],
    )
    def test_said(self, line, subject):
        """Nothing is stated, no proposal is made, and the words are quoted."""
        found = read(f"{line}\n{LIST}")
        assert f"this is {subject}, which is not covered" in " ".join(letter(found).split())
        assert set() == stated(found)
        assert "[seats]" not in proposal_file(found)
        with pytest.raises(ProposalError, match="not covered"):
            found.proposal()

    @pytest.mark.parametrize(
        "line",
        [
            "The name of the school is Prince of Wales School.",
            "This is the law of England and Wales.",
            "The school is not an academy.",
            "The school may become an academy.",
            "It works with Hill Academy and with independent schools.",
        ],
    )
    def test_not_said(self, line):
        """A mention is not the subject."""
        assert "" == read(f"{line}\n{INSTRUMENT}").outside


class TestWritten:
    """Documents of every kind, and those of maintained schools that speak of the same things."""

    @pytest.mark.parametrize("document", WRITTEN, ids=lambda one: one["id"])
    def test_subject(self, document):
        """It is said where it is so, and of no maintained school."""
        outside = read(document["text"]).outside
        assert SAID[document["about"]] in outside if document["about"] else outside == ""

    @pytest.mark.parametrize("command", [("check",), ("repair",), ("unknowns",), ("compare", ""), ("read",)])
    def test_every_command(self, command, tmp_path):
        """Each command that takes a document says so, and exits with 2."""
        path = tmp_path / "academy.txt"
        path.write_text(f"The school is an academy.\n{LIST}", encoding="utf-8")
        done = CliRunner().invoke(main, [command[0], *[str(path)] * len(command)])
        said = " ".join(done.output.split())
        assert 2 == done.exit_code
        assert "this is an academy, which is not covered: its articles govern it; we cover maintained" in said


class TestNoBoard:
    """What is no instrument, no draft and no description of a board states nothing."""

    @pytest.mark.parametrize(
        "text",
        [
            "def test_name():\n    school = make()\n    assert school.name == 1\n    School: Hill School\n    Total number of governors: 12\n    check(school);\n    return {\n    }",
            "A walk in the hills\nSchool: Hill School\nWe set out at nine and came back at five.\nThe term of office of a mayor is one year.\nIt rained.",
            f"Minutes of the meeting of 1 May 2020\nPresent: Mrs A\nThe name of the school is Hill School.\n{LIST}",
            f"Guidance\nGoverning bodies must have at least seven members.\nThe name of the school is Hill School.\n{LIST}",
        ],
    )
    def test_states_nothing(self, text):
        """Program, article, minutes and guidance: every value is called a doubt."""
        assert set() == stated(read(text))

    @pytest.mark.parametrize("name", ["constitution-2007/regulation-15", "federations-2012/schedule-5"])
    def test_data_states_nothing(self, name):
        """Keys and values that speak of governors, as our own files of law do, are no document about a board."""
        text = (RULES / f"{name}.toml").read_text(encoding="utf-8")
        assert "stated" not in {one.sure for one in understand(transcribe_text(text)).evidence}

    def test_an_instrument_states(self):
        """The same words in an instrument are stated."""
        assert {"school.name", "school.category", "seats.parent"} <= stated(read(INSTRUMENT))

    def test_boards_at_large(self):
        """What boards must have is no board."""
        text = "Boards must have a minimum of seven members, and must include:\n- Two elected parent governors\n- One elected staff governor\n- One Local Authority governor\n- The headteacher"
        assert {} == read(text).data.get("seats", {})
