"""What was read from `rules/` once, kept for the next run, because reading and checking it takes longer than asking.

A cache may never be wrong. An entry is named by a stamp of the rule files themselves, of the code that read
them and of the Python that runs, so a change of any of these finds no entry, and that of another checkout is left;
an entry that is damaged, or cannot be read or written for whatever reason, is as good as none. It holds law and no
proposal.

`GOVERNANCE_CACHE` names another folder, or is "off".
"""

import contextlib
import functools
import os
import sys
from collections.abc import Callable
from typing import TypeVar

try:
    from _pickle import dumps, loads  # pickle's own, without those in Python that it brings along
except ImportError:
    from pickle import dumps, loads

from governance.law.store.folder import PACKAGE, stamp

T = TypeVar("T")

_MOST = 8
"""How many entries of the same law are kept."""


def cached(name: str, law: str, build: Callable[[], T]) -> T:
    """Give what was built from the rule files of this name and stamp, building it only where it is not kept."""
    folder = _folder()
    if folder is None:
        return build()
    name = name.replace("/", "-")
    entry = os.path.join(folder, f"{name}-{_key(law)}.law")
    with contextlib.suppress(Exception):
        return _open(entry)
    built = build()
    with contextlib.suppress(OSError):
        _keep(entry, built)
        _forget_oldest(folder, f"{name}-", len(os.path.basename(entry)))
    return built


def _folder() -> str | None:
    given = os.environ.get("GOVERNANCE_CACHE")
    if given:
        return None if given == "off" else given
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return os.path.join(home or os.path.join(os.path.expanduser("~"), ".cache"), "governance")


def _key(law: str) -> str:
    """Stamp the law, the code that reads it and the Python that runs."""
    return stamp(f"{law}\n{sys.version}\n{_code()}".encode()).hex()


@functools.cache
def _code() -> str:
    """Say which code reads the law: every module by name, size and time."""
    told = []
    for part in ("law", os.path.join("law", "checks"), os.path.join("law", "store"), "model"):
        with os.scandir(os.path.join(PACKAGE, part)) as entries:
            stats = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        told += [
            f"{part} {name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in sorted(stats, key=_first)
        ]
    return "\n".join(told)


def _first(pair: tuple[str, os.stat_result]) -> str:
    return pair[0]


def _open(entry: str) -> T:  # type: ignore[type-var]
    with open(entry, "rb") as file:
        data = file.read()
    digest, payload = data[:32], data[32:]
    if stamp(payload) != digest:
        raise ValueError("the entry is damaged")
    kept: T = loads(payload)  # noqa: S301 - our own file, in the user's own folder, whole by its stamp
    return kept


def _keep(entry: str, built: object) -> None:
    """Write an entry whole, readable by its owner alone, or not at all."""
    payload = dumps(built, protocol=5)
    os.makedirs(os.path.dirname(entry), mode=0o700, exist_ok=True)
    new = f"{entry}.{os.getpid()}.new"
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(stamp(payload) + payload)
        os.replace(new, entry)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(new)


def _forget_oldest(folder: str, start: str, length: int) -> None:
    """Leave of each law what was kept last: two checkouts, or two versions, may be used in turn."""
    with os.scandir(folder) as files:
        # Other names may begin in the same way, and are longer.
        kept = [
            (one.stat().st_mtime_ns, one.path)
            for one in files
            if one.name.startswith(start) and len(one.name) == length
        ]
    for _, path in sorted(kept, reverse=True)[_MOST:]:
        os.unlink(path)
