"""LibreOffice, where it is installed: it turns one kind of document into another, in a process and a folder of its own."""

import contextlib
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from governance.errors import DocumentError, UnreadableError

SECONDS: Final = 30.0
"""How many seconds of work, and of waiting, LibreOffice may take to read one document; it takes about three."""
BYTES: Final = 400_000_000
"""How many bytes of memory LibreOffice may take for one document; it takes some two hundred million."""
INSTALL: Final = "Install it (Debian and Ubuntu: apt-get install libreoffice-writer-nogui; otherwise see www.libreoffice.org)"
WORD: Final = "docx:MS Word 2007 XML"

# Where it stands when nobody put it on the path.
_USUAL: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SAVE_AS_DOCX: Final = "open it in Word, choose Save As, Word document (.docx), and give that."
_SETTINGS: Final = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
        "MacroSecurityLevel": "3",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "2"},
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}
"""No macro is run, no link is followed, and what is fetched all the same finds no way out of this machine."""


def find() -> str | None:
    """Find LibreOffice; None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((path for path in _USUAL if Path(path).is_file()), None)


def as_word(data: bytes, suffix: str, *, called: str) -> bytes:
    """Turn a document (.doc, .odt or .rtf) into a Word file; UnreadableError where there is no LibreOffice, or it cannot.

    `called` says what the document is, in an error.
    """
    program = find()
    if program is None:
        raise UnreadableError(
            f"It is {called}, which is read by way of LibreOffice, and that was not found",
            f"{INSTALL}, or {_SAVE_AS_DOCX}",
        )
    with tempfile.TemporaryDirectory(prefix="governance-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / f"document{suffix}").write_bytes(data)
        try:
            done = convert(program, home, [f"document{suffix}"], WORD, seconds=SECONDS, bounded=True)
        except DocumentError as error:
            raise UnreadableError(str(error).removesuffix("."), f"Or {_SAVE_AS_DOCX}") from None
        made = home / "out" / "document.docx"
        if done is None:
            raise UnreadableError(
                f"LibreOffice took longer than {SECONDS:g} seconds to read it",
                f"{_SAVE_AS_DOCX[:1].upper()}{_SAVE_AS_DOCX[1:]}",
            )
        if not made.is_file():
            raise UnreadableError(
                f"It says that it is {called}, and LibreOffice cannot read it within {BYTES // 1_000_000} MB of memory: it may be "
                "damaged, protected by a password, or another kind of file",
                f"{_SAVE_AS_DOCX[:1].upper()}{_SAVE_AS_DOCX[1:]}",
            )
        return made.read_bytes()


def convert(
    program: str, home: Path, names: Sequence[str], into: str, *, seconds: float, bounded: bool = False
) -> "subprocess.CompletedProcess[bytes] | None":
    """Convert files of a folder of our own into its folder `out`, so that no other LibreOffice on this machine matters.

    None where its time is up: then it is stopped, with the programs that it started. With `bounded` its work and memory are
    bounded where the system can.
    """
    (home / "profile" / "user").mkdir(parents=True, exist_ok=True)
    (home / "profile" / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        into,
        "--outdir",
        str(home / "out"),
        *(str(home / name) for name in names),
    ]
    try:
        running = subprocess.Popen(  # noqa: S603 - a list of arguments: no shell reads it
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_limits() if bounded else None,  # noqa: PLW1509 - no other thread runs where a file is read
        )
    except OSError as error:
        raise DocumentError(f"{command[0]}: LibreOffice does not start: {error.strerror}.") from None
    with running:
        try:
            said, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _stop(running)
            return None
        except BaseException:
            _stop(running)
            raise
    return subprocess.CompletedProcess(command, running.returncode, said)


def _limits() -> Callable[[], None] | None:
    """Make what bounds the work and the memory of a process that begins."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None

    def limit() -> None:
        for kind, most in ((resource.RLIMIT_CPU, math.ceil(SECONDS)), (resource.RLIMIT_DATA, BYTES)):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))

    return limit


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    names = (
        'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items {names}>{items}</oor:items>'


def _stop(program: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        program.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
