"""The documents on file: bytes under their hash in the data folder, never under a name that somebody gave."""

import hashlib
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from governance.desk.folder import OURS, write_whole
from governance.desk.models import Authority, Body, Document

FOLDER: Final = "documents"


def keep(
    authority: Authority,
    data: bytes,
    *,
    kind: str,
    suffix: str,
    title: str = "",
    body: Body | None = None,
    reading: Any = None,
    by: str = "",
) -> Document:
    """Put a document on file; the bytes are on the disk before the row is there."""
    digest = hashlib.sha256(data).hexdigest()
    path = f"{digest[:2]}/{digest}"
    _write(_place(path), data)
    document: Document = Document.objects.create(
        authority=authority,
        body=body,
        kind=kind,
        title=title,
        type=suffix,
        sha256=digest,
        size=len(data),
        path=path,
        reading=reading,
        by=by,
    )
    return document


def bytes_of(document: Document) -> bytes:
    """Give the bytes of a document on file."""
    return _place(document.path).read_bytes()


def held(sha256: str) -> bytes:
    """Give the bytes that have a hash."""
    return _place(f"{sha256[:2]}/{sha256}").read_bytes()


def forget(document: Document) -> None:
    """Take a document off the file, and its bytes from the disk where no other document has the same."""
    digest, path = document.sha256, document.path
    document.delete()
    if not Document.objects.filter(sha256=digest).exists():
        _place(path).unlink(missing_ok=True)


def _place(path: str) -> Path:
    folder: Path = settings.DESK.folder
    return folder / FOLDER / path


def _write(place: Path, data: bytes) -> None:
    """Write the file once: the same bytes have the same name."""
    if not place.exists():
        place.parent.mkdir(mode=OURS, parents=True, exist_ok=True)
        write_whole(place, data)
