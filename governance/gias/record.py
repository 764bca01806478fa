"""The public record of governing bodies: each body with what is known of it, and the rows of those who are recorded there.

No name is kept: whether two rows of a body are of one person is all that remains of it.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from governance.english import listed
from governance.gias.extract import Extract, headings
from governance.gias.lines import Fault

_IN_POST: Final = ("role", "appointed_on", "ends_on")
NOT_READ: Final = "unknown"
"""The type of a school of which no establishment file tells one."""


@attrs.frozen
class Entry:
    """One row of the governance file. `person` tells it from rows of other people of the body; nought without a name.

    `ends_on` is when the term ends or has ended; a day that is not known, or that stands for none, is None. Where a cell has
    something else than a day, the row is not `understood`.
    """

    gid: str
    line: int
    role: str
    appointing_body: str
    appointed_on: datetime.date | None
    ends_on: datetime.date | None
    person: int = 0
    understood: bool = True

    @property
    def chairs(self) -> bool:
        """Tell whether the row is of the chair."""
        return self.role.casefold().startswith("chair of governors")


@attrs.frozen
class Federation:
    """A federation by its number with the Department, and the URNs of its schools."""

    uid: str
    name: str
    schools: tuple[str, ...]


@attrs.frozen
class Body:
    """The governing body of one school, as the record has it.

    `kind` is the category of school in law, and empty where `type`, in the Department's words, is none. `foundations` are
    the states of foundation that the record leaves possible. `federated` is None where the record does not say;
    `federation` is known by the file of group links alone. `open` is None where the status is not given.
    `lost` are the lines of its rows that could not be read.
    """

    urn: str
    name: str = ""
    authority: str = ""
    laestab: str = ""
    type: str = NOT_READ
    kind: str = ""
    foundations: tuple[str, ...] = ()
    religious_character: str | None = None
    federated: bool | None = None
    federation: Federation | None = None
    open: bool | None = None
    entries: tuple[Entry, ...] = ()
    lost: tuple[int, ...] = ()


@attrs.frozen
class Record:
    """What some files of the public record say: every body that is a maintained school, and what else there was.

    `types` counts the establishments of each type by their status; `elsewhere` counts the rows of governors of others,
    by what those are. `refused` are files that could not be used, and `faults` what in the others could not be read.
    """

    files: tuple[Extract, ...]
    bodies: Mapping[str, Body]
    types: Mapping[str, Counter[str]]
    elsewhere: Mapping[str, int]
    read: Mapping[str, int]
    faults: tuple[Fault, ...] = ()
    refused: tuple[Fault, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """Give the day of the governance file, or else the latest day of another, as their names say it."""
        days = [(one.kind == "governance", one.day) for one in self.files if one.day]
        return max(days)[1] if days else None

    def has(self, kind: str) -> bool:
        """Tell whether a file of a kind was read."""
        return any(one.kind == kind for one in self.files)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Give the columns without which it is not told who is in post, of which a governance file has none."""
        missing = {text for one in self.files if one.kind == "governance" for text in one.missing}
        return tuple(
            text for field, text in headings("governance").items() if field in _IN_POST and text in missing
        )

    @property
    def said(self) -> Iterator[str]:
        """Give what is to be known of the files, one sentence each."""
        yield from map(str, self.refused)
        for one in self.files:
            if one.missing:
                yield f"{one.source}: it has no column {listed(one.missing)}."
            if one.twice:
                yield f"{one.source}: it has more than one column {listed(one.twice)}. The first was read."
        yield from map(str, self.faults)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, without the rows."""
        return {
            "files": [
                {
                    "file": one.source,
                    "kind": one.kind,
                    "rows": self.read[one.source],
                    "missing": list(one.missing),
                }
                for one in self.files
            ],
            "types": {name: dict(many) for name, many in self.types.items()},
            "bodies": len(self.bodies),
            "rows": sum(len(one.entries) for one in self.bodies.values()),
            "elsewhere": dict(self.elsewhere),
            "problems": list(self.said),
        }
