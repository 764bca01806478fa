"""The data folder: its secret, its lock, and where it must not lie."""

import os
import secrets
import sys
from pathlib import Path
from typing import IO, Final

from governance.errors import GovernanceError

OURS: Final = 0o700
_SHARES: Final = ("cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "afpfs")
"""File systems of other machines, on which the database's own lock does not hold."""
_REMOTE: Final = 4
"""What Windows calls a drive of another machine."""


class StartError(GovernanceError):
    """The desk cannot be started, and what to do."""


def make(folder: Path) -> None:
    """Make the folder, which its owner alone may open; StartError where it cannot be used."""
    try:
        folder.mkdir(mode=OURS, parents=True, exist_ok=True)
    except OSError as error:
        raise StartError(f"{folder}: cannot be used: {error.strerror}. Name another with --data.") from None
    if on_a_share(folder):
        raise StartError(
            f"{folder}: lies on a network share, where the database could lose work. Name a folder of this machine with --data."
        )


def secret(folder: Path) -> str:
    """Give the secret of the folder, made at the first start and read by its owner alone."""
    path = folder / "secret"
    if not path.exists():
        write_whole(path, secrets.token_urlsafe(48).encode())
    return path.read_text(encoding="ascii").strip()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that its owner alone reads: it is there whole and on the disk, or not at all."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(new, path)


def put_in_place(new: Path, path: Path) -> None:
    """Put a file that is on the disk in the place of another, and keep that on the disk, too."""
    new.replace(path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def hold(folder: Path) -> IO[bytes]:
    """Hold the folder while the desk runs, or a copy is put back; StartError where another desk holds it.

    It is let go when the file that is given is closed, or the process ends in whatever way.
    """
    file = (folder / "lock").open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - of that system alone

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - of the other systems alone

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise StartError(
            f"{folder}: a desk is running on this folder already. Stop it first, or name another folder with --data."
        ) from None
    return file


def default() -> Path:
    """Give the folder in which a program keeps what is its user's."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "governance-desk"


def on_a_share(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder lies on another machine, as far as the system says so.

    `mounts` is the table of file systems of Linux.
    """
    path = os.path.realpath(folder)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - as above

        drive = os.path.splitdrive(path)[0]
        return path.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    entries = [line.split(" ") for line in mounts.splitlines()]
    over = [(at, kind) for _, at, kind, *_ in entries if f"{path}/".startswith(f"{at.rstrip('/')}/")]
    return bool(over) and max(over, key=lambda one: len(one[0]))[1] in _SHARES
