"""Writing the pages of a book into a folder, whole, and never deleting anything."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from governance.errors import DocumentError

HASHES: Final = "SHA256SUMS"


def refuse(folder: Path, word: Path | None, *, force: bool) -> None:
    """Raise DocumentError where the folder or the Word file is not free to be written."""
    if folder.exists() and not folder.is_dir():
        raise DocumentError(f"{folder}: is a file. Name a folder that is not there yet.")
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise DocumentError(
            f"{folder}: is there already and holds something. Name another folder, or write into it with --force."
        )
    if word is None:
        return
    if word.suffix.lower() != ".docx":
        raise DocumentError(
            f"{word}: a Word document ends in .docx. Write for example --word {word.stem}.docx"
        )
    if not word.parent.is_dir():
        raise DocumentError(f"{word}: the folder {word.parent} is not there.")
    if word.exists() and not force:
        raise DocumentError(f"{word}: is there already. Choose another name, or overwrite it with --force.")


def write_pages(folder: Path, pages: Mapping[str, bytes]) -> Iterator[str]:
    """Write every page and the list of their hashes, and say so; name pages left there by somebody else."""
    files = {**pages, HASHES: _hashes(pages)}
    try:
        if folder.is_dir() and any(folder.iterdir()):
            for name, data in files.items():
                _replace(folder / name, data)
        else:
            _all_at_once(folder, files)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(
            f"{folder}: cannot be written: {reason}. Check that the folder above is there."
        ) from None
    yield f"Wrote {len(pages)} pages to {folder}; start with {folder / 'index.html'}."
    strange = sorted(path.name for path in folder.glob("*.html") if path.name not in pages)
    if strange:
        yield f"Not part of this book, and left as they were: {', '.join(strange)}."


def _all_at_once(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write beside the folder first, so that a book is there whole or not at all."""
    with tempfile.TemporaryDirectory(dir=folder.absolute().parent, prefix=f".{folder.name}.") as name:
        new = Path(name) / "book"
        new.mkdir()
        for page, data in files.items():
            (new / page).write_bytes(data)
        new.rename(folder)


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _hashes(pages: Mapping[str, bytes]) -> bytes:
    """List the hashes as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(pages.items()))
    return "".join(lines).encode()
