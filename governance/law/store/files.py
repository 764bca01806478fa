"""Where the files of `rules/` are, and what they hold."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from governance.errors import Problem
from governance.law.store.folder import raw_files, rules_path, whole


def rules_folder() -> Path:
    """Find `rules/`."""
    return Path(rules_path())


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
    raw = raw_files(name, str(root) if root else None)
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
    return _hash(raw_files(name, str(root) if root else None))


def _hash(raw: Mapping[str, bytes]) -> str:
    return hashlib.sha256(whole(raw)).hexdigest()
