"""A register that somebody uploads, read in a process of its own with limits of time and memory."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from governance.desk.apart import Apart
from governance.errors import GovernanceError, ProposalError, UnreadableError
from governance.files import budget
from governance.files.columns import fold
from governance.people.headings import FIELDS, IGNORED
from governance.people.register import Register, read_register

FIELD_WORDS: Final = {
    "urn": "URN of the school",
    "laestab": "DfE number of the school",
    "school": "School or body",
    "key": "Governor ID, which is no name",
    "name": "Name",
    "category": "Type of governor",
    "appointed_by": "Appointed by",
    "appointed_on": "Date of appointment",
    "ends_on": "Term ends",
    "term": "Length of term",
    "ended_on": "Date left",
    "why": "Why they left",
    "office": "Chair or vice chair",
    "employed_at_school": "Employed at the school",
    "first_appointed": "First appointed",
    "status": "In post or not",
}
"""What each field of a register is called where somebody chooses among them."""


_TOO_FEW: Final = "Too few of the columns are known: say what each is"


@attrs.frozen
class Seen:
    """What a file holds: its headings, the register where it could be read, and what is wrong where it could not."""

    headings: tuple[str, ...]
    register: Register | None = None
    wrong: tuple[str, ...] = ()


def see(data: bytes, given: Mapping[str, Sequence[str]], *, names: bool) -> Seen:
    """Read a file as a register; UnreadableError where it is no table at all."""
    handle, path = tempfile.mkstemp(prefix="governance-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        asked = {"path": path, "given": {key: list(value) for key, value in given.items()}, "names": names}
        found = _apart.read(json.dumps(asked))
    finally:
        Path(path).unlink(missing_ok=True)
    if isinstance(found, Seen):
        return found
    raise UnreadableError(*found)


def see_here(asked: str) -> Seen | tuple[str, str]:
    """Read a file in this process; where it is no table, what is wrong and what to do."""
    said = json.loads(asked)
    path, given, names = said["path"], said["given"], said["names"]
    try:
        with budget.of("the register", anew=True):
            headings = _headings(path, given)
        with budget.of("the register", anew=True):
            try:
                register = read_register(Path(path).read_bytes(), given, names=names)
            except ProposalError as error:
                return Seen(headings, None, tuple(_says(one) for one in error.problems))
            except UnreadableError:
                return Seen(headings, None, (_TOO_FEW,))
        return Seen(headings, register)
    except UnreadableError as error:
        return error.wrong, error.remedy
    except GovernanceError as error:
        return str(error).replace(path, "the register"), ""
    except Exception as error:  # noqa: BLE001 - a hostile file never ends the process
        return f"Reading it failed with {type(error).__name__}", "Please report it."


_apart: Final = Apart(see_here)
close = _apart.close


def _says(problem: Any) -> str:
    words = FIELD_WORDS.get(problem.path, problem.path.replace("_", " "))
    return f"{words}: {problem.message.partition('. The columns are')[0]}" if words else str(problem.message)


def _headings(path: str, given: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    from governance.files.table import open_table  # noqa: PLC0415 - only the process that reads needs it
    from governance.people.headings import known  # noqa: PLC0415

    told = {fold(one) for those in given.values() for one in those}
    table = open_table(
        path,
        lambda cells: known(cells) + sum(isinstance(one, str) and fold(one) in told for one in cells),
        least=1,
    )
    return tuple(" ".join(str(cell).split()) for cell in table.heading.cells if cell is not None)


def given_of(chosen: Mapping[str, str]) -> dict[str, list[str]]:
    """Turn the field of each heading into the headings of each field; a heading of none is ignored."""
    given: dict[str, list[str]] = {}
    for heading, field in chosen.items():
        given.setdefault(field if field in FIELDS else IGNORED, []).append(heading)
    return given
