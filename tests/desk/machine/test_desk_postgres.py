"""The desk on PostgreSQL: a real server of the test's own, on which the desk's other tests run, too."""

import contextlib
import getpass
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from command import command

TESTS = Path(__file__).parents[1]
OF_NO_ROWS = (
    "machine",
    "browser",
    "api/test_same_answers.py",
    "api/test_openapi.py",
    "test_check_screen.py",
    "test_desk_law_pages.py",
    "test_desk_read_same.py",
)
"""What runs a desk of its own, or asks the database for nothing that the other tests do not ask it for."""
OF_ROWS = "not as_documented or bodies or events or proposals"
"""The addresses of the API that ask for rows."""
WRITER = TESTS.parent / "desk_writer.py"


def programs():
    """Give the folder of the newest server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else Path(shutil.which("initdb")).parent


def owner():
    """Give a user who may run a server, which root may not."""
    if os.geteuid():
        return getpass.getuser()
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="module")
def server():
    """Start a server that answers on a socket in its own folder alone, and stop it at the end."""
    user = owner()
    as_owner = {"user": user} if not os.geteuid() else {}
    with tempfile.TemporaryDirectory(prefix="desk-") as folder:
        os.chmod(folder, 0o711)  # noqa: PTH101, S103 - whoever runs the tests opens the socket below
        data = Path(folder) / "data"
        data.mkdir(mode=0o700)
        if as_owner:
            shutil.chown(folder, user)
            shutil.chown(data, user)
        programs_of = programs()

        def run(name, *arguments):
            subprocess.run(
                [programs_of / name, *arguments], check=True, capture_output=True, cwd=folder, **as_owner
            )

        run("initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run("pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield folder
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):
                run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


@pytest.fixture
def database(server, request):
    """Make a database, and give its address."""
    name = request.node.name
    subprocess.run([programs() / "createdb", "-h", server, "-U", "desk", name], check=True)
    return f"postgresql://desk@/{name}?host={server}"


def test_every_other_test(database):
    """What holds of the rows of the desk with a file holds with a server."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-n",
            "0",
            "-q",
            "-p",
            "no:cacheprovider",
            TESTS,
            "-k",
            OF_ROWS,
            *(f"--ignore={TESTS / one}" for one in OF_NO_ROWS),
        ],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "GOVERNANCE_DATABASE": database},
    )
    assert 0 == done.returncode, done.stdout[-6000:]


def test_many_at_once(database, tmp_path):
    """Four processes, 150 writes each: none is refused, and the chain holds."""
    first = subprocess.run([sys.executable, WRITER, tmp_path, database, "1"], check=True, capture_output=True)
    assert b"0\n" == first.stdout
    processes = [
        subprocess.Popen(
            [sys.executable, WRITER, tmp_path, database, "150"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    done = [process.communicate() for process in processes]
    assert [""] * 4 == [err for _, err in done]
    assert [150] * 4 == [len(out.splitlines()) for out, _ in done]
    found = command("desk", "--data", tmp_path, "--database", database, "verify")
    assert (0, True) == (found.returncode, "601 events" in found.stdout)


def test_copies_are_of_the_server(database, tmp_path):
    """The desk makes none of a server, and says what does."""
    for what in (["backup"], ["restore", __file__]):
        done = command("desk", "--data", tmp_path, "--database", database, *what)
        assert (2, True) == (done.returncode, "pg_dump" in done.stderr)


def test_no_server(tmp_path):
    """A server that does not answer, or an address that is none, is said in a line."""
    for address, says in (
        (f"postgresql://desk@/none?host={tmp_path}", "does not answer"),
        ("mysql://desk@/none", "postgresql://user@host/name"),
    ):
        done = command("desk", "--data", tmp_path, "--database", address, "--no-browser", "--port", 0)
        assert (2, True, False) == (done.returncode, says in done.stderr, "Traceback" in done.stderr)
