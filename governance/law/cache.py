"""What was read from `rules/` once, kept for the next run, because reading and checking it takes longer than asking.

A cache may never be wrong. An entry is named by a hash of the rule files themselves, of the code that read
them and of the Python that runs, so a change of any of these finds no entry; an entry that is damaged, or
cannot be read or written for whatever reason, is as good as none. It holds law and no proposal.

`GOVERNANCE_CACHE` names another folder, or is "off".
"""

import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parent.parent


def cached(name: str, law_hash: str, build: Callable[[], T]) -> T:
    """Give what was built from the rule files of this name and hash, building it only where it is not kept."""
    folder = _folder()
    if folder is None:
        return build()
    name = name.replace("/", "-")
    entry = folder / f"{name}-{_key(law_hash)}.law"
    with contextlib.suppress(OSError, ValueError):
        return _open(entry.read_bytes())
    built = build()
    with contextlib.suppress(OSError):
        _keep(entry, built)
        for earlier in folder.glob(f"{name}-{'?' * 64}.law"):
            if earlier != entry:
                earlier.unlink()
    return built


def _folder() -> Path | None:
    given = os.environ.get("GOVERNANCE_CACHE")
    if given == "off":
        return None
    if given:
        return Path(given)
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    try:
        return Path(home or Path.home() / ".cache") / "governance"
    except RuntimeError:
        return None


def _key(law_hash: str) -> str:
    """Hash the law, the code that reads it (names, sizes, times) and the Python that runs."""
    digest = hashlib.sha256(f"{law_hash}\n{sys.version}\n".encode())
    for path in _code():
        stat = path.stat()
        digest.update(f"{path.name}\n{stat.st_size}\n{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _code() -> Iterable[Path]:
    return sorted(path for part in ("law", "model") for path in (_PACKAGE / part).rglob("*.py"))


def _open(data: bytes) -> T:  # type: ignore[type-var]
    digest, payload = data[:32], data[32:]
    if hashlib.sha256(payload).digest() != digest:
        raise ValueError("the entry is damaged")
    kept: T = pickle.loads(payload)  # noqa: S301 - our own file, in the user's own folder, whole by its hash
    return kept


def _keep(entry: Path, built: object) -> None:
    """Write an entry whole, readable by its owner alone, or not at all."""
    payload = pickle.dumps(built, protocol=5)
    entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = entry.with_name(f"{entry.name}.{os.getpid()}.new")
    try:
        new.touch(mode=0o600, exist_ok=False)
        new.write_bytes(hashlib.sha256(payload).digest() + payload)
        new.replace(entry)
    finally:
        new.unlink(missing_ok=True)
