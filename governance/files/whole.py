"""Writing a document whole or not at all."""

import os
from pathlib import Path
from typing import Final

from governance.errors import DocumentError

_KINDS: Final = {
    ".docx": "a Word document",
    ".pdf": "a PDF",
    ".xlsx": "an Excel workbook",
    ".csv": "a table",
    ".toml": "a proposal",
    ".ics": "a calendar",
    ".html": "a page",
    ".zip": "a register of the public record",
}
_STANDARD_INPUT: Final = 0


def write_whole(
    path: Path, data: bytes, *, force: bool = False, source: str = "", suffix: str = ".docx"
) -> None:
    """Write a file, so that at every moment either the old file or the whole new one is there.

    Raises DocumentError where the file exists (without `force`), is the proposal itself, or cannot be written.
    """
    may_write(path, force=force, source=source, suffix=suffix)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException as error:
        new.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        reason = error.strerror or str(error)
        raise DocumentError(f"{path}: cannot be written: {reason}. Check that the folder is there.") from None


def may_write(path: Path, *, force: bool = False, source: str = "", suffix: str = ".docx") -> None:
    """Raise DocumentError where a file of this name is not to be written; nothing is touched."""
    if path.suffix.lower() != suffix:
        raise DocumentError(
            f"{path}: {_KINDS[suffix]} ends in {suffix}. Write for example {path.stem}{suffix}"
        )
    if path.exists():
        if _is_source(path, source):
            raise DocumentError(f"{path}: is what it would be made from. Choose another name.")
        if not force:
            raise DocumentError(
                f"{path}: is there already. Choose another name, or overwrite it with --force."
            )


def _is_source(path: Path, source: str) -> bool:
    """Whether a file is the one that is read, be it by name or as standard input."""
    try:
        if source == "-":
            return os.path.samestat(os.fstat(_STANDARD_INPUT), path.stat())
        return bool(source) and path.samefile(source)
    except OSError:
        return False
