"""The `governance` command on a terminal of some width, as a person sees it."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

ROOT = Path(__file__).parents[1]


def on_terminal(*arguments, columns=80, environment=None, output=None):
    """Run it there, and give the exit status and what stands on the screen, codes and all; `output` is a file for standard output."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    file = output.open("wb") if output else None
    done = subprocess.Popen(
        [sys.executable, "-m", "governance", *map(str, arguments)],
        cwd=ROOT,
        env={**plain, "TERM": "xterm", **(environment or {})},
        stdin=slave,
        stdout=file or slave,
        stderr=slave,
    )
    os.close(slave)
    if file:
        file.close()
    shown = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    return done.wait(), shown.decode().replace("\r\n", "\n")


def _read(master):
    """Read on; a terminal that nobody writes to any more says so by an error."""
    try:
        return os.read(master, 65_536)
    except OSError:
        return b""
