"""The files of a folder, in the same order on every machine: one that cannot be read is named, and never left out."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from governance.errors import DocumentError

_LEFT_BEHIND: Final = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows puts into folders and hides."""


def instruments(paths: Iterable["str | os.PathLike[str]"]) -> list[Path]:
    """List the files that are named, and all those in the folders that are named and in the folders within them.

    Hidden files, files that Word leaves beside an open document and links to folders are passed over; a
    file is listed once. A link in a folder that leads to nothing is listed, so that it is not missed. Raises DocumentError where a path is not there.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.exists():
            dangles = "is a link to what is not there. Mend the link, or name what it should lead to."
            raise DocumentError(
                f"{path}: {dangles if path.is_symlink() else 'is not there. Name a folder or files.'}"
            )
        found.update(dict.fromkeys(_within(path) if path.is_dir() else [path]))
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    """Walk a folder, files first; links to folders are not followed, so that none is walked for ever."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        # One folder at a time: os.walk goes no deeper than Python can call.
        _, folders, files = next(os.walk(here, onerror=_closed), ("", [], []))
        within = [here / name for name in sorted(folders, reverse=True) if not name.startswith(".")]
        waiting += [path for path in within if not path.is_symlink()]
        for name in sorted(files):
            path = Path(here, name)
            dangles = path.is_symlink() and not path.exists()
            hidden = name.startswith((".", "~$")) or name.lower() in _LEFT_BEHIND
            if not hidden and (path.is_file() or dangles):
                yield path


def _closed(error: OSError) -> None:
    """Say which folder cannot be looked into, for what is in it would be missing from the list."""
    raise DocumentError(
        f"{error.filename}: cannot be looked into: {error.strerror}. Ask for access, or name files."
    )
