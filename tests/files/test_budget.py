"""One budget spans all that is done with a file: whatever stage of it does not end is stopped, and one sentence says so."""

import datetime
import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

import governance
from governance.audit import audit_one
from governance.cli import main
from governance.errors import ProposalError, UnreadableError
from governance.files import budget
from governance.reading import read as reading
from governance.reading.understand import understand

GOOD = '[school]\ncategory = "community"\n[instrument]\neffective_on = 2018-09-18\n[seats]\nparent = 2\nlocal_authority = 1\nstaff = 1\nhead_teacher = 1\nco_opted = 5\n'
OVER = "It takes more than 3 seconds of work"


def without_end(*_, **__):
    """Work on and on, as a pattern does that tries every way to part a run of signs."""
    return re.match("(a|a)+b", "a" * 200)


@pytest.fixture
def endless(monkeypatch, tmp_path):
    """A folder with a document and a proposal, in a world where understanding a document never ends."""
    monkeypatch.setattr(budget, "SECONDS", 0.2)
    monkeypatch.setattr(reading, "understand", without_end)
    (tmp_path / "a.txt").write_text("The name of the school is Anyname Primary School.")
    (tmp_path / "b.toml").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestTime:
    """Work that does not end."""

    @pytest.mark.parametrize(
        "command",
        [
            "check a.txt",
            "check a.txt --json",
            "check a.txt --timeline",
            "read a.txt",
            "read a.txt --toml",
            "repair a.txt",
            "explain a.txt",
            "unknowns a.txt",
            "compare a.txt b.toml",
            "compare b.toml a.txt",
        ],
    )
    def test_commands(self, endless, command):
        """Every command that reads a document ends, names the file and the bound, and calls it bad input."""
        assert endless
        done = CliRunner().invoke(main, command.split())
        assert (2, True) == (done.exit_code, f"a.txt: {OVER}" in done.stderr)

    def test_the_next_file(self, endless):
        """The file after it has a budget of its own."""
        assert endless
        done = CliRunner().invoke(main, ["check", "a.txt", "b.toml"])
        assert 2 == done.exit_code
        assert "LAWFUL" in done.stdout

    def test_answer(self, endless, monkeypatch):
        """What is done with a proposal once it is read counts, too."""
        monkeypatch.setattr("governance.cli.check.check_proposal", without_end)
        done = CliRunner().invoke(main, ["check", str(endless / "b.toml")])
        assert (2, True) == (done.exit_code, f"b.toml: {OVER}" in done.stderr)

    def test_line(self, endless, monkeypatch):
        """A line of JSON has a budget of its own, and the next line is read."""
        (endless / "c.jsonl").write_text('{"school": {"category": "community"}, "seats": {}}\n{}\n')
        monkeypatch.setattr("governance.cli.check_lines.check", without_end)
        done = CliRunner().invoke(main, ["check", "c.jsonl", "--jsonl"])
        first, second = done.stdout.splitlines()
        assert 2 == done.exit_code
        assert f"c.jsonl:1: {OVER}" in first
        assert "missing" in second

    def test_draft(self, endless, monkeypatch):
        """A draft that does not end is not written, and the next one is."""
        draft = governance.draft
        monkeypatch.setattr(
            governance,
            "draft",
            lambda one, **how: without_end() if "b.toml" in one.source else draft(one, **how),
        )
        monkeypatch.setattr(budget, "SECONDS", 1.0)
        (endless / "c.toml").write_text(GOOD)
        done = CliRunner().invoke(main, ["draft", "b.toml", "c.toml", "-d", "out", "--anyway"])
        assert (2, True) == (done.exit_code, f"b.toml: {OVER}" in done.stderr)
        assert ["c.docx"] == [path.name for path in (endless / "out").iterdir()]

    def test_template(self, endless, monkeypatch):
        """A template comes in by the same door."""
        (endless / "t.dotx").write_bytes(b"PK\3\4")
        monkeypatch.setattr("governance.documents.template.template.Archive", without_end)
        done = CliRunner().invoke(main, ["draft", "b.toml", "-o", "b.docx", "--style", "t.dotx"])
        assert (2, True) == (done.exit_code, f"t.dotx: {OVER}" in done.stderr)

    def test_house_style(self, endless, monkeypatch):
        """So does a house style."""
        (endless / "h.toml").write_text("")
        monkeypatch.setattr("governance.documents.report.house.read_house_style", without_end)
        done = CliRunner().invoke(main, ["report", "b.toml", "-o", "b.docx", "--house", "h.toml"])
        assert (2, True) == (done.exit_code, f"h.toml: {OVER}" in done.stderr)

    def test_audit(self, endless, monkeypatch):
        """In an audit the file is named, and the others go on."""
        monkeypatch.setattr(budget, "SECONDS", 1.0)
        rows = [audit_one(endless / name, today=datetime.date(2025, 9, 1)) for name in ("a.txt", "b.toml")]
        assert "unreadable" == rows[0].standing
        assert OVER in rows[0].reason
        assert rows[1].verdict.startswith("lawful")

    def test_library(self, endless):
        """The library raises an error that is one of a proposal and one of a document."""
        with pytest.raises(budget.OverBudgetError, match=OVER) as caught:
            governance.read(endless / "a.txt")
        assert isinstance(caught.value, ProposalError)
        assert isinstance(caught.value, UnreadableError)
        assert str(endless / "a.txt") == caught.value.source
        assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))  # noqa: S301 - our own

    def test_both_named(self, monkeypatch):
        """Work on two files names both."""
        monkeypatch.setattr(budget, "SECONDS", 0.2)

        def work():
            with budget.of("a.toml"):
                with budget.of("b.toml"):
                    pass
                without_end()

        with pytest.raises(budget.OverBudgetError, match=r"^a\.toml and b\.toml: "):
            work()

    def test_other_thread(self, monkeypatch):
        """Where no timer counts the work, a clock stops what runs between two steps."""
        monkeypatch.setattr(budget, "LONGEST_WAIT", 0.2)
        said = []

        def work():
            try:
                with budget.of("a.txt"):
                    while True:
                        pass
            except budget.OverBudgetError as error:
                said.append(str(error))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert [True] == [one.startswith(f"a.txt: {OVER}") for one in said]

    def test_lifted(self):
        """Where it ends nothing is left of it."""
        with budget.of("a.toml"):
            pass
        with pytest.raises(ZeroDivisionError), budget.of("a.toml"):
            raise ZeroDivisionError
        assert (budget.SECONDS, budget.BYTES) == budget.left()


class TestProcesses:
    """What a process does that is started counts."""

    def test_charged(self, monkeypatch):
        """Its work is taken off; what is then left is less, or nothing."""
        burn = [sys.executable, "-c", "import time\nwhile time.process_time() < 0.3: pass"]
        with budget.of("a.pdf"):
            with budget.processes():
                subprocess.run(burn, check=True)
            assert budget.left()[0] <= budget.SECONDS - 0.2
        monkeypatch.setattr(budget, "SECONDS", 0.2)
        with pytest.raises(budget.OverBudgetError, match=OVER), budget.of("a.pdf"), budget.processes():
            subprocess.run(burn, check=True)


class TestMemory:
    """More memory than any file needs."""

    def test_memory(self):
        """It is refused, and what is done next has it again."""
        script = (
            "from governance.files import budget\n"
            "try:\n with budget.of('a.toml'): bytearray(200_000_000)\n"
            "except budget.OverBudgetError as error: print(error)\n"
            "print(len(bytearray(200_000_000)))"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        says, size = done.stdout.splitlines()
        assert says.startswith("a.toml: It takes more than 100 MB of memory")
        assert "200000000" == size


class TestDepth:
    """What is too deep for Python."""

    def test_depth(self, endless, monkeypatch):
        """It is bad input, never a traceback."""

        def deeper(*_, **__):
            return deeper()

        monkeypatch.setattr(reading, "understand", deeper)
        done = CliRunner().invoke(main, ["read", str(endless / "a.txt")])
        assert (2, True) == (done.exit_code, "a.txt: What it holds stands too deep" in done.stderr)
        monkeypatch.setattr("governance.cli.read._shown", deeper)
        monkeypatch.setattr(reading, "understand", understand)
        done = CliRunner().invoke(main, ["read", str(endless / "a.txt")])
        assert (2, True) == (done.exit_code, "a.txt: What it holds stands too deep" in done.stderr)


class TestLines:
    """A file of JSON lines is read line by line, and left where it is something else."""

    def test_something_else(self, tmp_path):
        """After a thousand lines running that hold no proposal the rest is left, and that is said."""
        path = tmp_path / "a.jsonl"
        path.write_text(
            "{}\n" * 999 + '{"school": {"category": "community"}, "seats": {}}\n' + "{}\n" * 5_000
        )
        done = CliRunner().invoke(main, ["check", str(path), "--jsonl", "--on", "2018-09-18"])
        assert (2, 2_000) == (done.exit_code, len(done.stdout.splitlines()))
        assert f"{path}:2000: 1000 lines running hold no proposal, and the rest was left." in done.stderr

    def test_line_without_end(self, tmp_path):
        """A line that is far longer than a proposal is dropped, and the next is read."""
        path = tmp_path / "a.jsonl"
        path.write_text(f"{'a' * 3_000_000}\n{{}}\n")
        done = CliRunner().invoke(main, ["check", str(path), "--jsonl"])
        first, second = done.stdout.splitlines()
        assert (2, True) == (done.exit_code, "longer than 1000000 bytes" in first)
        assert "missing" in second


class TestFolders:
    """Folders to audit, however they stand one inside another."""

    def test_deep(self, tmp_path, monkeypatch):
        """A document is found 1,300 folders deep, and nothing is walked twice."""
        monkeypatch.chdir(tmp_path)
        for _ in range(1_300):
            Path("a").mkdir()
            monkeypatch.chdir("a")
        Path("x.toml").write_text(GOOD)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a" / "again").symlink_to(tmp_path)
        try:
            done = CliRunner().invoke(main, ["audit", str(tmp_path), "--on", "2018-09-18"])
        finally:
            # pytest would call itself as deep to take them away.
            subprocess.run(["rm", "-r", "a"], check=True)
        assert (0, True) == (done.exit_code, "1 document: 1 lawful" in done.stdout)
