"""What is noticed while the tables of a file are read, and the tables in our own words.

What is written otherwise than we write it, and has one meaning, is put into our words and read again.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from governance.errors import Problem

Path = tuple[str, ...]
"""The keys that lead to a value, and the number of an entry where it stands in a list."""

T = TypeVar("T")


@attrs.define(repr=False)
class Log:
    """What is noticed while tables are read: what is wrong, and what is written otherwise than we write it.

    Where it is strict, that is wrong as well.
    """

    strict: bool = False
    problems: list[Problem] = attrs.field(factory=list)
    values: dict[Path, Any] = attrs.field(factory=dict)
    keys: dict[Path, str] = attrs.field(factory=dict)
    notes: list[str] = attrs.field(factory=list)

    def ours(self, tables: Mapping[str, Any]) -> dict[str, Any]:
        """Give tables with our own words in place of those that were understood."""
        touched = {path[:length] for path in (*self.values, *self.keys) for length in range(len(path) + 1)}

        def put(value: Any, path: Path) -> Any:
            if path in self.values:
                return self.values[path]
            if path not in touched:
                return value
            if isinstance(value, Mapping):
                return {
                    self.keys.get((*path, key), key): put(one, (*path, key)) for key, one in value.items()
                }
            if isinstance(value, list):
                return [put(one, (*path, str(number))) for number, one in enumerate(value)]
            return value

        ours: dict[str, Any] = put(tables, ())
        return ours


def settled(
    data: Mapping[str, Any], read: Callable[[Mapping[str, Any], Log], T]
) -> tuple[T, Mapping[str, Any], Log]:
    """Read tables until all that has one meaning stands in them in our own words; the log has every note."""
    notes: list[str] = []
    while True:
        log = Log()
        found = read(data, log)
        notes += log.notes
        if not log.notes:
            log.notes = notes
            return found, data, log
        data = log.ours(data)
