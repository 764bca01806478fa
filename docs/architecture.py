"""Draws which room of governance/ imports which, into docs/architecture.md: `python docs/architecture.py`.

An arrow that follows from two others is left out, so that the picture shows the shortest way down.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "architecture.md"
BEGIN: Final = "```mermaid\n"
END: Final = "```\n"

ROOMS: Final = (
    "cli",
    "desk",
    "governance",
    "documents",
    "gias",
    "letters",
    "audit",
    "reading",
    "people",
    "answers",
    "law",
    "model",
    "files",
    "english",
    "errors",
    "version",
)
"""Every room, from the top to the bottom of the house. `governance` is what a caller imports."""


def imports() -> dict[str, set[str]]:
    """Give for each room the rooms that its modules import, itself left out."""
    found: dict[str, set[str]] = {room: set() for room in ROOMS}
    for file in sorted((ROOT / "governance").rglob("*.py")):
        if file.name == "__main__.py":
            continue
        room = _room(("governance", *file.relative_to(ROOT / "governance").with_suffix("").parts))
        found.setdefault(room, set()).update(_imported(file))
        found[room].discard(room)
    return found


def picture(found: Mapping[str, set[str]]) -> str:
    """Draw it as a Mermaid graph."""
    lines = [f"    {room} --> {below}" for room in ROOMS for below in ROOMS if below in _direct(room, found)]
    return "\n".join(["graph TD", *lines, ""])


def page() -> str:
    """Give docs/architecture.md with the picture of today."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}{picture(imports())}{END}{rest.partition(END)[2]}"


def _room(parts: tuple[str, ...]) -> str:
    return "governance" if parts[1:] in ((), ("__init__",)) else parts[1]


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) else []
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else names
        for name in names:
            if name and name.partition(".")[0] == "governance":
                yield _room(tuple(name.split(".")))


def _direct(room: str, found: Mapping[str, set[str]]) -> set[str]:
    """Leave out what is reached by way of another room."""
    return {
        one for one in found[room] if not any(one in _below(other, found) for other in found[room] - {one})
    }


def _below(room: str, found: Mapping[str, set[str]]) -> set[str]:
    seen, waiting = set(), list(found[room])
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(found[one])
    return seen


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
