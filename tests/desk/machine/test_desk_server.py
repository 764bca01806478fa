"""The command `governance desk`: what it prints, who is let in, how it stops."""

import http.client
import socket
import stat
import sys

import pytest
from command import command
from desk_running import running


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Run one desk for the tests that only ask it."""
    with running(tmp_path_factory.mktemp("data") / "office") as one:
        yield one


def test_the_start_address(desk):
    """It stands alone on the first line, with a token that nobody guesses."""
    assert desk.address.startswith("http://127.0.0.1:")
    assert len(desk.token) >= 40


def test_without_the_token(desk):
    """No page is shown, be it one that there is or not."""
    for path in ("/", "/check", "/about", "/nothing", "/static/desk/desk.css", f"/?t={'x' * 43}"):
        status, headers, said = desk.ask(path)
        assert (403, "no-store") == (status, headers["Cache-Control"] if "static" not in path else "no-store")
        assert "<" not in said


def test_the_token_becomes_a_cookie(desk):
    """The address loses it at once, and the cookie is for this site and for no script."""
    status, headers, _ = desk.ask(f"/check?t={desk.token}&seats.parent=2")
    assert (302, "/check?seats.parent=2") == (status, headers["Location"])
    for word in ("HttpOnly", "SameSite=Strict", "Path=/"):
        assert word in headers["Set-Cookie"]
    assert 200 == desk.ask("/check", Cookie=desk.cookie)[0]


def test_the_token_leads_nowhere_else(desk):
    """The way back to a page is never one to another site."""
    _, headers, _ = desk.ask(f"//elsewhere.example/?t={desk.token}")
    assert headers["Location"].startswith("/elsewhere")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "[::1]:8000"])
def test_another_host(desk, host):
    """A page of another name does not reach it, though the token be right."""
    assert 403 == desk.ask("/", Host=host, Cookie=desk.cookie)[0]


def test_more_than_a_form_takes(desk):
    """What is larger than any upload is refused before it is read, and the desk goes on."""
    connection = http.client.HTTPConnection(*desk.host.split(":"), timeout=30)
    connection.putrequest("POST", "/check")
    connection.putheader("Content-Length", "30000000")
    connection.endheaders()
    assert 413 == connection.getresponse().status
    connection.close()
    assert 200 == desk.ask("/", Cookie=desk.cookie)[0]


def test_what_stays_and_what_does_not(tmp_path):
    """The secret stays and each run has its own token; the folder is its owner's alone; the log names nobody."""
    folder = tmp_path / "office"
    with running(folder) as first:
        first.ask("/check?school.name=Somebody+Private", Cookie=first.cookie)
        first.ask("/nothing?q=Somebody+Private", Cookie=first.cookie)
        secret = (folder / "secret").read_text()
        code, out, err = first.stop()
        assert (0, "", "") == (code, out, err)
    with running(folder) as second:
        assert secret == (folder / "secret").read_text()
        assert 403 == second.ask("/", Cookie=second.cookie.partition("=")[0] + f"={first.token}")[0]
    if sys.platform != "win32":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in (folder / "secret", folder / "desk.sqlite3")}
        assert (0o700, {0o600}) == (stat.S_IMODE(folder.stat().st_mode), modes)


def test_one_desk_a_folder(desk, tmp_path):
    """A second desk on a folder says so, and a port that is taken is named."""
    with running(tmp_path) as one:
        again = command("desk", "--data", tmp_path, "--no-browser", "--port", 0)
        assert 2 == again.returncode
        assert "a desk is running on this folder already" in again.stderr
        taken = command(
            "desk", "--data", tmp_path / "other", "--no-browser", "--port", one.host.partition(":")[2]
        )
        assert 2 == taken.returncode
        assert "Name another with --port" in taken.stderr


def test_the_demonstration(tmp_path):
    """It has a body of every kind; and it is not made over the work of an office."""
    with running(tmp_path / "demo", "--demo") as one:
        said = one.ask("/", Cookie=one.cookie)[2]
        assert "no school here is real" in said


def test_another_host_than_this_machine():
    """It is refused: there are no accounts."""
    done = command("desk", "--host", "0.0.0.0", "--no-browser")  # noqa: S104 - what is refused
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))


def test_a_folder_that_cannot_be_used(tmp_path):
    """It is named, and what to do."""
    (tmp_path / "file").write_text("")
    done = command("desk", "--data", tmp_path / "file" / "under", "--no-browser", "--port", 0)
    assert 2 == done.returncode
    assert "Name another with --data" in done.stderr


def test_a_network_share(tmp_path):
    """The nearest file system above the folder decides."""
    from governance.desk.folder import on_a_share

    own = f"/dev/a / ext4 rw 0 0\n//there/home {tmp_path} cifs rw 0 0\n/dev/b {tmp_path}/own ext4 rw 0 0\n"
    assert [True, False] == [on_a_share(tmp_path / name, own) for name in ("desk", "own")]


def test_our_port_is_taken(monkeypatch):
    """Another that is free is used, unless somebody named it; and it is this machine's alone."""
    from governance.desk import start

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr(start, "PORT", other.getsockname()[1])
        with start.listen(None) as taken:
            host, port = taken.getsockname()
            assert ("127.0.0.1", True) == (host, port != start.PORT)
        with pytest.raises(start.StartError, match="--port"):
            start.listen(start.PORT)
