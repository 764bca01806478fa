"""The folder `rules/`: where it is, and the files of one instrument in it with the hash that names their law.

It is asked on every check, and so keeps to `os`, which is loaded already.
"""

import hashlib
import os
from collections.abc import Mapping

from governance.errors import LawError, Problem

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def rules_path() -> str:
    """Find `rules/`: inside the package in a wheel, beside it in a checkout or an editable install."""
    for folder in (PACKAGE, os.path.dirname(PACKAGE)):
        if os.path.isdir(path := os.path.join(folder, "rules")):
            return path
    raise LawError((Problem(PACKAGE, "", "the folder rules/ is not there", "Install the package again"),))


def raw_files(name: str, root: str | None = None) -> dict[str, bytes]:
    """Give the files of `rules/NAME`, with the line ends of one platform, so that their hash is that of the law."""
    folder = os.path.join(root or rules_path(), name)
    names = sorted(file for file in _listed(folder) if file.endswith(".toml"))
    return {f"rules/{name}/{file}": _read(os.path.join(folder, file)) for file in names}


def hash_files(raw: Mapping[str, bytes]) -> str:
    """Hash files with their names."""
    digest = hashlib.sha256()
    for name, data in raw.items():
        digest.update(f"{name}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()


def _listed(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read().replace(b"\r\n", b"\n")
