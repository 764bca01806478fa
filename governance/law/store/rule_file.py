"""One file of `rules/`, read table by table, with the problems met on the way."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from governance.errors import Problem
from governance.law.store.entries import LISTS
from governance.law.store.files import RuleFile
from governance.law.store.values import CONVERTER, explain

T = TypeVar("T")


class Reader:
    """One file of rules, read entry by entry into values, with the problems met on the way."""

    def __init__(self, file: RuleFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.unread: dict[str, list[dict[str, Any]]] = {key: [] for key in LISTS}

    def one(self, key: str, entry: type[T]) -> T | None:
        """Read the table that must stand under a key."""
        if key not in self.file.data:
            self.problem(key, "is missing", f"Add [{key}]")
            return None
        return self.structure(key, self.file.data[key], entry)

    def many(self, key: str, build: Callable[[str, dict[str, Any]], T | None]) -> tuple[T, ...]:
        """Read the list of tables under a key."""
        entries = self.file.data.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.problem(key, "is not a list of tables", f"Write [[{key}]]")
            return ()
        built = []
        for number, data in enumerate(entries, start=1):
            name = data.get("id") or data.get("para") or number
            before = len(self.problems)
            if (value := build(f"{key} {name}", data)) is not None:
                built.append(value)
            if len(self.problems) > before:
                self.unread[key].append(data)
        return tuple(built)

    def tables(self, key: str) -> Iterator[dict[str, Any]]:
        """Give the tables that stand under a key, whatever they hold."""
        entries = self.file.data.get(key, [])
        return (one for one in entries if isinstance(one, dict)) if isinstance(entries, list) else iter(())

    def structure(self, name: str, data: Any, kind: type[T]) -> T | None:
        """Read one table as one value, or report each thing wrong with it."""
        try:
            return CONVERTER.structure(data, kind)
        except Exception as error:  # noqa: BLE001 - cattrs groups whatever the hooks raise
            for path, message in explain(error):
                self.problem(".".join(part for part in (name, path) if part), message)
            return None

    def problem(self, path: str, message: str, remedy: str = "") -> None:
        """Report one thing that is wrong."""
        self.problems.append(Problem(self.file.name, path, message, remedy))
