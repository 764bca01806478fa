"""Where the files of `rules/` are, and what they hold."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from governance.errors import LawError, Problem

_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """Find `rules/`: inside the package in a wheel, beside it in a checkout or an editable install."""
    for folder in (_PACKAGE / "rules", _PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    raise LawError(
        (Problem(str(_PACKAGE), "", "the folder rules/ is not there", "Install the package again"),)
    )


@attrs.frozen
class RuleFile:
    """One file of `rules/`: its path below that folder, and the tables in it."""

    name: str
    data: Mapping[str, Any]


@attrs.frozen
class RuleFolder:
    """The files of one instrument, the hash that says which law this is, and what could not be read.

    `instrument` is None where that file is missing or is not TOML, which `problems` then says.
    """

    instrument: RuleFile | None
    provisions: tuple[RuleFile, ...]
    hash: str
    problems: tuple[Problem, ...] = ()


def read_folder(name: str, *, root: Path | None = None) -> RuleFolder:
    """Read `rules/NAME`: every file that is TOML, and a problem for each that is not."""
    problems: list[Problem] = []
    files: list[RuleFile] = []
    raw = _raw(name, root)
    for path, data in raw.items():
        try:
            files.append(RuleFile(path, tomllib.loads(data.decode())))
        except ValueError as error:
            problems.append(Problem(path, "", f"is not TOML: {error}", "Mend the file"))
    head = f"rules/{name}/instrument.toml"
    if head not in raw:
        problems.append(Problem(f"rules/{name}", "", "has no instrument.toml", "Say which law it is"))
    instrument = next((file for file in files if file.name == head), None)
    provisions = tuple(file for file in files if file.name != head)
    return RuleFolder(instrument, provisions, _hash(raw), tuple(problems))


def hash_folder(name: str, *, root: Path | None = None) -> str:
    """Hash the files of `rules/NAME`, without reading what they say."""
    return _hash(_raw(name, root))


def _raw(name: str, root: Path | None) -> dict[str, bytes]:
    """Give the files by name, with the line ends of one platform, so that the hash is that of the law alone."""
    folder = (root or rules_folder()) / name
    return {
        f"rules/{name}/{path.name}": path.read_bytes().replace(b"\r\n", b"\n")
        for path in sorted(folder.glob("*.toml"))
    }


def _hash(raw: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in raw.items():
        digest.update(f"{name}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()
