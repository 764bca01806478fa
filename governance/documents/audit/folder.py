"""The documents of a folder: every file that may be an instrument, in the same order on every machine."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from governance.errors import DocumentError

SUFFIXES: Final = (".docx", ".pdf", ".txt", ".toml", ".json")
"""What is looked for in a folder; a file that is named is taken whatever it is called."""


def instruments(paths: Iterable["str | os.PathLike[str]"]) -> list[Path]:
    """List the files that are named, and those in the folders that are named and in the folders within them.

    Hidden files, files that Word leaves beside an open document and links to folders are passed over; a
    file is listed once. Raises DocumentError where a path is not there.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise DocumentError(f"{path}: is not there. Name a folder or files.")
        found.update(dict.fromkeys(_within(path) if path.is_dir() else [path]))
    return list(found)


def _within(folder: Path) -> Iterator[Path]:
    """Walk a folder, files first; links to folders are not followed, so that none is walked for ever."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        # One folder at a time: os.walk goes no deeper than Python can call.
        _, folders, files = next(os.walk(here), ("", [], []))
        within = [here / name for name in sorted(folders, reverse=True) if not name.startswith(".")]
        waiting += [path for path in within if not path.is_symlink()]
        for name in sorted(files):
            path = Path(here, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")) and path.is_file():
                yield path
