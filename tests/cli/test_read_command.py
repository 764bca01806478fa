"""`governance read`, and documents wherever a proposal is taken, through their public doors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import command as run

import governance

ROOT = Path(__file__).parents[2]
INSTRUMENT = "examples/documents/rift-house.txt"
PROPOSAL = "examples/rift-house.toml"
CONFLICT = "examples/documents/parents-listed-twice.txt"
NO_CATEGORY = (
    "The governing body of Ferry Road School shall consist of:\n2 parent governors\n1 staff governor\n"
)


PROPOSAL_PATH = ROOT / PROPOSAL


def shown(done):
    """What came of a command."""
    return done.returncode, done.stdout, done.stderr


class TestRead:
    """The command itself."""

    def test_the_letter_quotes_what_it_rests_on(self):
        """The first line says what it is; each value has its words and their place."""
        done = run("read", INSTRUMENT)
        assert (0, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith("READ: Rift House Primary School, a community school; 12 governors\n")
        assert '  - 7 co-opted governors, from "seven co-opted governors" (line 14)\n' in done.stdout

    def test_toml_is_a_proposal_that_checks(self, tmp_path):
        """What is read, written and loaded again is what the library reads."""
        done = run("read", INSTRUMENT, "--toml")
        path = tmp_path / "proposal.toml"
        path.write_text(done.stdout, "utf-8")
        assert governance.read(ROOT / INSTRUMENT).proposal().seats == governance.load(path).seats
        assert run("check", PROPOSAL).returncode == run("check", path).returncode

    def test_to_a_file(self, tmp_path):
        """In UTF-8 whatever the screen has, of the kind that its name says, whole, and never over the document."""
        toml, plain = tmp_path / "proposal.toml", tmp_path / "read.json"
        assert (0, "", f"Wrote {toml}.\n") == shown(run("read", INSTRUMENT, "-o", toml))
        assert governance.load(PROPOSAL_PATH).seats == governance.load(toml).seats
        assert 0 == run("read", INSTRUMENT, "-o", plain).returncode
        assert json.loads(plain.read_text("utf-8"))["evidence"]
        again = run("read", INSTRUMENT, "-o", toml)
        assert 2 == again.returncode
        assert "is there already. Choose another name, or overwrite it with --force." in again.stderr
        assert 0 == run("read", INSTRUMENT, "--toml", "-o", toml, "--force").returncode
        assert 2 == run("read", INSTRUMENT, "-o", INSTRUMENT, "--force").returncode

    def test_json_has_the_evidence(self):
        """Every value with its words."""
        value = json.loads(run("read", INSTRUMENT, "--json").stdout)
        assert (12, 7, "2018-09-18") == (value["total"], value["seats"]["co_opted"], value["made_on"])
        (co_opted,) = [one for one in value["evidence"] if one["field"] == "seats.co_opted"]
        assert ("seven co-opted governors", "line 14", "stated") == tuple(
            co_opted[key] for key in ("words", "where", "sure")
        )

    def test_pasted_text_is_read(self):
        """From standard input."""
        done = run("read", "-", stdin=(ROOT / INSTRUMENT).read_text("utf-8"))
        assert 0 == done.returncode
        assert "READ: Rift House Primary School, a community school; 12 governors" in done.stdout

    def test_a_word_document_is_read(self, tmp_path):
        """One that we drafted."""
        path = tmp_path / "rift-house.docx"
        path.write_bytes(governance.draft(governance.load(ROOT / PROPOSAL)))
        done = run("read", path)
        assert 0 == done.returncode
        assert done.stdout.startswith("READ: Rift House Primary School, a community school; 12 governors\n")

    def test_a_contradiction_is_status_3(self):
        """Both places are quoted."""
        done = run("read", CONFLICT)
        assert 3 == done.returncode
        assert '"two parent governors" (line 8)' in " ".join(done.stdout.split())
        assert '"three parent governors" (line 13)' in " ".join(done.stdout.split())

    def test_a_missing_category_is_status_3(self):
        """It is listed as not found."""
        done = run("read", "-", stdin=NO_CATEGORY)
        assert 3 == done.returncode
        assert "The document does not state the category." in done.stdout

    @pytest.mark.parametrize("arguments", [(), ("--json",), ("--toml",)])
    def test_what_cannot_be_read_is_status_2_with_the_reason(self, tmp_path, arguments):
        """An empty file; no traceback."""
        path = tmp_path / "empty.docx"
        path.write_bytes(b"")
        done = run("read", path, *arguments)
        assert 2 == done.returncode
        assert "empty.docx: It is empty" in done.stderr
        assert "Traceback" not in done.stderr
        if "--json" in arguments:
            assert "It is empty" in json.loads(done.stdout)["error"]["problems"][0]

    def test_only_one_output_at_a_time(self):
        """Bad usage."""
        assert 2 == run("read", INSTRUMENT, "--toml", "--json").returncode

    def test_it_is_in_the_package(self):
        """`governance.read` gives the same values."""
        found = governance.read(ROOT / INSTRUMENT)
        assert isinstance(found, governance.Understood)
        assert 7 == found.proposal().seats.co_opted
        with pytest.raises(governance.UnreadableError, match="nowhere"):
            governance.read("nowhere.docx")


class TestWhereverAProposalIs:
    """check, repair, compare, explain, unknowns take a document."""

    def test_check_gives_the_same_verdict_and_says_how_it_was_read(self):
        """As read from: what is inferred, with the words."""
        done = run("check", INSTRUMENT)
        assert 0 == done.returncode
        assert done.stdout.startswith("LAWFUL, on condition: Rift House Primary School\n")
        assert f"\n\nAs read from {INSTRUMENT}" in done.stdout

    def test_check_of_a_proposal_says_nothing_of_reading(self):
        """There was nothing to read."""
        assert "As read from" not in run("check", PROPOSAL).stdout
        assert "read" not in json.loads(run("check", PROPOSAL, "--json").stdout)

    def test_check_json_has_the_evidence(self):
        """Under `read`."""
        value = json.loads(run("check", INSTRUMENT, "--json").stdout)
        assert {"evidence", "findings", "not_understood", "outside"} == value["read"].keys()
        assert value["lawful"] is True

    def test_seats_in_conflict_cannot_be_told(self):
        """Nothing is guessed, and both places are shown."""
        done = run("check", CONFLICT)
        assert 3 == done.returncode
        assert "How many parent governors" in done.stdout
        assert '"two parent governors" (line 8)' in " ".join(done.stdout.partition("As read from")[2].split())

    @pytest.mark.parametrize("command", ["repair", "explain", "unknowns"])
    def test_a_document_without_a_category_says_so(self, tmp_path, command):
        """What it does not state, what it does, and what to do."""
        path = tmp_path / "pasted.txt"
        path.write_text(NO_CATEGORY, "utf-8")
        done = run(command, path)
        assert 2 == done.returncode
        assert "The document does not state the category." in done.stderr
        assert "2 parent governors" in done.stderr
        assert "-o proposal.toml" in done.stderr

    @pytest.mark.parametrize("command", ["check", "repair", "explain", "unknowns", "compare"])
    def test_what_cannot_be_read_is_refused_with_the_reason(self, tmp_path, command):
        """A Word file of before 2007, by any command."""
        path = tmp_path / "old.doc"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        done = run(command, path, *([PROPOSAL] if command == "compare" else []))
        assert 2 == done.returncode
        assert "old.doc: It says that it is an older Office file" in done.stderr
        assert "Traceback" not in done.stderr

    def test_compare_takes_one_of_each(self):
        """The document says what the proposal says of the seats."""
        done = run("compare", "examples/rift-house-2015.toml", INSTRUMENT)
        assert 0 == done.returncode
        assert "seats: co-opted governors          5                               7" in done.stdout
        assert f"As read from {INSTRUMENT}" in done.stdout
        both = json.loads(run("compare", PROPOSAL, INSTRUMENT, "--json").stdout)
        assert both["read"]["old"] is None
        assert both["read"]["new"]["evidence"]

    @pytest.mark.parametrize("arguments", [("repair",), ("explain",), ("unknowns",), ("check", "--timeline")])
    def test_the_other_answers_say_how_it_was_read_too(self, arguments):
        """In words and in JSON."""
        assert f"As read from {INSTRUMENT}" in run(*arguments, INSTRUMENT).stdout
        assert "evidence" in json.loads(run(*arguments, INSTRUMENT, "--json").stdout)["read"]

    def test_a_proposal_needs_no_reader(self):
        """A check of TOML loads neither the reader nor what it reads with."""
        code = (
            "import sys; from click.testing import CliRunner; from governance.cli import main;"
            f"print(CliRunner().invoke(main, ['check', {PROPOSAL!r}]).exit_code,"
            "[name for name in sys.modules if name.partition('.')[0] in ('lxml', 'docx', 'pypdf', 'openpyxl')"
            " or name.startswith('governance.documents')])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert "0 []" == done.stdout.strip()
