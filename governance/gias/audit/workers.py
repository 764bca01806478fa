"""An audit of a whole record, in this process or shared among several that have what this one has read.

A process takes the bodies of some kinds, since what is worked out for one is soon asked again of another of its kind.
"""

import datetime
import multiprocessing
from collections.abc import Sequence
from typing import Final

from governance.gias.audit.held import Held, bodies
from governance.gias.audit.on_file import NOTHING, Files
from governance.gias.audit.one import Audited, audited
from governance.gias.record import Record

_FORK: Final = "fork"
_MOST_AT_ONCE: Final = 400


def audit_all(
    record: Record, on: datetime.date, files: Files = NOTHING, *, processes: int = 1
) -> tuple[Audited, ...]:
    """Audit every body, in the order of their URNs; with one process everything happens in this one.

    So it does where the system cannot make a process that has what this one has read.
    """
    held = sorted(bodies(record, on), key=lambda one: one.kind)
    if processes > 1 and _FORK in multiprocessing.get_all_start_methods():
        _work[:] = [(held, on, files)]
        starts = range(0, len(held), _MOST_AT_ONCE)
        with multiprocessing.get_context(_FORK).Pool(processes) as pool:
            found = [one for part in pool.imap_unordered(_part, starts) for one in part]
    else:
        found = [audited(one, on, files.of.get(one.urn)) for one in held]
    return tuple(sorted(found, key=lambda one: (len(one.urn), one.urn)))


_work: Final[list[tuple[Sequence[Held], datetime.date, Files]]] = []
"""What the processes share, which each has from the moment at which it is made."""


def _part(start: int) -> list[Audited]:
    ((held, on, files),) = _work
    return [audited(one, on, files.of.get(one.urn)) for one in held[start : start + _MOST_AT_ONCE]]
