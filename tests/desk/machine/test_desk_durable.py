"""What was answered is kept: through a process that is killed, and with several that write at once."""

import concurrent.futures
import contextlib
import http.client
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from command import command
from desk_running import running

WRITER = Path(__file__).parents[2] / "desk_writer.py"


OPEN = "import sys, pathlib; from governance.desk import start; start.open_desk(pathlib.Path(sys.argv[1]))"


def writing(folder, number, database=""):
    return subprocess.Popen(
        [sys.executable, WRITER, folder, database, str(number)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def counted(folder):
    with closing(sqlite3.connect(folder / "desk.sqlite3")) as database:
        return [
            database.execute(f"SELECT count(*) FROM desk_{table}").fetchone()[0]
            for table in ("proposal", "proposalversion", "event")
        ]


def test_killed_in_the_middle(tmp_path):
    """Of 200 writes a process is killed at the 70th: no answered one is lost, and none is there by half."""
    with running(tmp_path) as one:
        one.stop()
    process = writing(tmp_path, 200)
    answered = sum(1 for _ in zip(process.stdout, range(70), strict=False))
    process.kill()
    answered += len(process.communicate()[0].splitlines())
    proposals, versions, events = counted(tmp_path)
    assert 70 <= answered <= proposals < 200
    assert proposals == versions == events
    assert 0 == command("desk", "--data", tmp_path, "verify").returncode
    with running(tmp_path) as again:
        assert 200 == again.ask("/", Cookie=again.cookie)[0]


def test_killed_while_it_answers(tmp_path):
    """Of 200 writes over HTTP by four programs the desk is killed at the 70th: each that was answered is there, and whole."""
    answered = []
    with running(tmp_path, "--demo") as one:

        def write(number):
            with contextlib.suppress(OSError, http.client.HTTPException):  # the desk is gone
                status, _, _ = one.ask(
                    f"/api/v1/proposals?body={1 + number % 24}&title=No.{number}",
                    "POST",
                    json.dumps({"school": {"category": "community"}, "seats": {"parent": 2}}),
                    Cookie=one.cookie,
                    Origin=f"http://{one.host}",
                    Content_Type="application/json",
                )
                answered.append((f"No.{number}", status))
            if len(answered) >= 70:
                one.process.kill()

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(write, range(200)))
        one.process.communicate()
    assert 70 <= len(answered) < 200
    assert {201} == {status for _, status in answered}
    with closing(sqlite3.connect(tmp_path / "desk.sqlite3")) as database:
        ask = (
            "SELECT p.title, count(DISTINCT v.id), count(DISTINCT e.id) FROM desk_proposal p "
            "LEFT JOIN desk_proposalversion v ON v.proposal_id = p.id "
            "LEFT JOIN desk_event e ON e.subject = 'proposal ' || p.id WHERE p.title LIKE 'No.%' GROUP BY p.id"
        )
        there = {title: parts for title, *parts in database.execute(ask)}
    assert {title for title, _ in answered} <= there.keys()
    assert [1, 2] == min(there.values()) == max(there.values())
    assert 0 == command("desk", "--data", tmp_path, "verify").returncode
    with running(tmp_path) as again:
        assert 200 == again.ask("/proposals", Cookie=again.cookie)[0]


def test_many_at_once(tmp_path):
    """Four processes, 150 writes each that read before they write: none of 600 is refused, and the chain holds."""
    with running(tmp_path) as one:
        one.stop()
    done = [(process, *process.communicate()) for process in [writing(tmp_path, 150) for _ in range(4)]]
    assert [""] * 4 == [err for _, _, err in done]
    assert [600] * 3 == counted(tmp_path)
    assert 0 == command("desk", "--data", tmp_path, "verify").returncode


def test_how_the_file_is_written(tmp_path):
    """A write is on the disk before it is answered, keys hold, and readers do not wait for writers."""
    script = (
        f"{OPEN}\n"
        "from django.db import connection; cursor = connection.cursor()\n"
        "for name in ('journal_mode', 'synchronous', 'foreign_keys'):\n"
        "    print(cursor.execute(f'PRAGMA {name}').fetchone()[0])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, check=True, text=True
    )
    assert ["wal", "2", "1"] == done.stdout.split()


class TestCopies:
    """Copies of the database, made and put back."""

    @pytest.fixture
    def folder(self, tmp_path):
        """Give the folder of a desk with five proposals in it."""
        writing(tmp_path, 5).communicate()
        return tmp_path

    def test_there_and_back(self, folder):
        """A copy is made while the desk runs, and puts back what was there; what was there last is kept, too."""
        with running(folder) as one:
            made = command("desk", "--data", folder, "backup")
            refused = command("desk", "--data", folder, "restore", folder / "desk.sqlite3")
            assert (0, 2) == (made.returncode, refused.returncode)
            assert "Stop it first" in refused.stderr
            one.stop()
        (copy,) = (folder / "backups").iterdir()
        writing(folder, 3).communicate()
        assert [8] * 3 == counted(folder)
        assert 0 == command("desk", "--data", folder, "restore", copy).returncode
        assert [5] * 3 == counted(folder)
        kept = next(one for one in (folder / "backups").iterdir() if "before-restore" in one.name)
        assert 0 == command("desk", "--data", folder, "restore", kept).returncode
        assert [8] * 3 == counted(folder)
        assert 0 == command("desk", "--data", folder, "verify").returncode

    def test_what_is_no_copy(self, folder, tmp_path_factory):
        """Another file, or a copy that was cut off, is refused, and nothing is changed."""
        other = tmp_path_factory.mktemp("other") / "copy.sqlite3"
        whole = command("desk", "--data", folder, "backup").stdout.removeprefix("Wrote ").rstrip(".\n")
        for data in (b"no database", b"", Path(whole).read_bytes()[:-8192]):
            other.write_bytes(data)
            assert 2 == command("desk", "--data", folder, "restore", other).returncode
        assert [5] * 3 == counted(folder)

    def test_before_each_migration(self, folder):
        """A database of an earlier version is copied before its tables are changed."""
        back = "call_command('migrate', 'desk', '0001', verbosity=0)"
        script = f"{OPEN}\nfrom django.core.management import call_command; {back}"
        subprocess.run([sys.executable, "-c", script, folder], check=True)
        with running(folder) as one:
            assert 200 == one.ask("/", Cookie=one.cookie)[0]
        (copy,) = (folder / "backups").iterdir()
        assert "before-0002" in copy.name
        with closing(sqlite3.connect(copy)) as database:
            assert (5,) == database.execute("SELECT count(*) FROM desk_event").fetchone()

    def test_a_damaged_file(self, folder):
        """The desk does not go on with it, and says how a copy is put back."""
        path = folder / "desk.sqlite3"
        data = bytearray(path.read_bytes())
        data[8192:40960] = os.urandom(32768)
        path.write_bytes(data)
        done = command("desk", "--data", folder, "--no-browser", "--port", 0)
        assert 2 == done.returncode
        assert "restore COPY" in done.stderr
        assert "Traceback" not in done.stderr

    def test_nothing_to_read(self, tmp_path):
        """A folder without a desk is named, and none is made."""
        for what in ("verify", "backup"):
            done = command("desk", "--data", tmp_path / "none", what)
            assert 2 == done.returncode
            assert "holds no database" in done.stderr
        assert not (tmp_path / "none").exists()
