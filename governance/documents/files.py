"""Writing a document whole or not at all."""

import os
from pathlib import Path

from governance.errors import DocumentError


def write_whole(path: Path, data: bytes, *, force: bool = False, source: str = "") -> None:
    """Write a Word file, so that at every moment either the old file or the whole new one is there.

    Raises DocumentError where the file exists (without `force`), is the proposal itself, or cannot be written.
    """
    if path.suffix.lower() != ".docx":
        raise DocumentError(f"{path}: a Word document ends in .docx. Write for example -o {path.stem}.docx")
    if path.exists():
        if source not in ("", "-") and path.samefile(source):
            raise DocumentError(f"{path}: is the proposal itself. Choose another name.")
        if not force:
            raise DocumentError(
                f"{path}: is there already. Choose another name, or overwrite it with --force."
            )
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise DocumentError(f"{path}: cannot be written: {reason}. Check that the folder is there.") from None
