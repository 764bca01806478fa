"""Copies of the database: made whole while the desk is at work, and put back."""

import datetime
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from governance.desk.folder import hold, put_in_place
from governance.errors import GovernanceError

NAME: Final = "desk.sqlite3"
FOLDER: Final = "backups"


class BackupError(GovernanceError):
    """A copy of the database cannot be made, or cannot be put back."""


def back_up(folder: Path, *, why: str = "") -> Path | None:
    """Copy the database of a data folder into `backups`, and give the copy; None where there is none yet."""
    source = folder / NAME
    if not source.exists():
        return None
    backups = folder / FOLDER
    backups.mkdir(mode=0o700, exist_ok=True)
    now = datetime.datetime.now(tz=datetime.UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    copy = backups / f"desk-{now}{f'-{why}' if why else ''}.sqlite3"
    try:
        with closing(sqlite3.connect(source)) as database:
            database.execute("VACUUM INTO ?", (str(copy),))
        copy.chmod(0o600)
        _sync(copy)
    except (sqlite3.Error, OSError) as error:
        raise BackupError(f"{copy}: the copy cannot be made: {error}. Nothing was changed.") from None
    return copy


def restore(folder: Path, copy: Path) -> Path | None:
    """Put a copy in the place of the database of a data folder, which is itself copied before; give that copy.

    StartError where the desk is running on the folder, and BackupError where the copy is no whole database; then
    nothing is changed.
    """
    _refuse_broken(copy)
    with hold(folder):
        return _put_back(folder, copy)


def _put_back(folder: Path, copy: Path) -> Path | None:
    kept = back_up(folder, why="before-restore")
    new = folder / f".{NAME}.new"
    new.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.execute("VACUUM INTO ?", (str(new),))
    new.chmod(0o600)
    _sync(new)
    if kept:
        with closing(sqlite3.connect(folder / NAME)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for rest in ("-wal", "-shm"):
        (folder / f"{NAME}{rest}").unlink(missing_ok=True)
    put_in_place(new, folder / NAME)
    return kept


def _refuse_broken(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as database:
            (found,) = database.execute("PRAGMA integrity_check").fetchone()
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise BackupError(f"{copy}: is no copy of the database: {error}. Choose another.") from None
    if found != "ok" or "desk_event" not in tables:
        raise BackupError(f"{copy}: is no whole copy of the database of a desk. Choose another.")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
