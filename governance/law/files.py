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
    """The files of one instrument, and the hash that says which law this is."""

    instrument: RuleFile
    provisions: tuple[RuleFile, ...]
    hash: str


def read_folder(name: str, *, root: Path | None = None) -> RuleFolder:
    """Read `rules/NAME`; LawError with every file that is not TOML."""
    root = root or rules_folder()
    problems: list[Problem] = []
    files: list[RuleFile] = []
    digest = hashlib.sha256()
    for path in sorted((root / name).glob("*.toml")):
        raw = path.read_bytes().replace(b"\r\n", b"\n")
        relative = f"rules/{name}/{path.name}"
        digest.update(f"{relative}\n{len(raw)}\n".encode() + raw)
        try:
            files.append(RuleFile(relative, tomllib.loads(raw.decode())))
        except ValueError as error:
            problems.append(Problem(relative, "", f"is not TOML: {error}", "Mend the file"))
    instruments = [file for file in files if file.name.endswith("/instrument.toml")]
    if not instruments:
        problems.append(Problem(f"rules/{name}", "", "has no instrument.toml", "Say which law it is"))
    if problems:
        raise LawError(tuple(problems))
    provisions = tuple(file for file in files if file is not instruments[0])
    return RuleFolder(instruments[0], provisions, digest.hexdigest())
