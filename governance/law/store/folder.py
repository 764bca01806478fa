"""The folder `rules/`: where it is, and the files of one instrument in it with the stamp that tells them from others.

It is asked on every check, and so keeps to `os`, which is loaded already.
"""

import os
from collections.abc import Mapping

try:
    from _blake2 import blake2b  # the same as hashlib's, which waits for OpenSSL
except ImportError:
    from hashlib import blake2b

from governance.errors import LawError, Problem

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def rules_path() -> str:
    """Find `rules/`: inside the package in a wheel, beside it in a checkout or an editable install."""
    for folder in (PACKAGE, os.path.dirname(PACKAGE)):
        if os.path.isdir(path := os.path.join(folder, "rules")):
            return path
    raise LawError((Problem(PACKAGE, "", "the folder rules/ is not there", "Install the package again"),))


def raw_files(name: str, root: str | None = None) -> dict[str, bytes]:
    """Give the files of `rules/NAME`, with the line ends of one platform, so that they are the same on each."""
    folder = os.path.join(root or rules_path(), name)
    names = sorted(file for file in _listed(folder) if file.endswith(".toml"))
    return {f"rules/{name}/{file}": _read(os.path.join(folder, file)) for file in names}


def whole(raw: Mapping[str, bytes]) -> bytes:
    """Give files with their names as one, for a hash."""
    return b"".join(f"{name}\n{len(data)}\n".encode() + data for name, data in raw.items())


def stamp(data: bytes) -> bytes:
    """Tell what is kept from all else, in 32 bytes, and quicker than by the hash that is shown of the law."""
    return blake2b(data, digest_size=32).digest()


def _listed(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read().replace(b"\r\n", b"\n")
