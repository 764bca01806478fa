"""An audit of a whole record, in this process or shared among several that have what this one has read.

A process takes the bodies of some kinds, since what is worked out for one is soon asked again of another of its kind.
"""

import datetime
import gc
import multiprocessing
from collections.abc import Sequence
from typing import Final

from governance.gias.audit.held import bodies, held
from governance.gias.audit.on_file import NOTHING, Files
from governance.gias.audit.one import Audited, audited
from governance.gias.record import Body, Federation, Record

_FORK: Final = "fork"
_MOST_AT_ONCE: Final = 400


def audit_all(
    record: Record, on: datetime.date, files: Files = NOTHING, *, processes: int = 1
) -> tuple[Audited, ...]:
    """Audit every body, in the order of their URNs; with one process everything happens in this one.

    So it does where the system cannot make a process that has what this one has read.
    """
    every = list(bodies(record))
    if processes > 1 and _FORK in multiprocessing.get_all_start_methods():
        every.sort(key=lambda one: _kind(one, record))
        _work[:] = [(every, record, on, files)]
        starts = range(0, len(every), _MOST_AT_ONCE)
        gc.freeze()  # else each process would look through all that was read, and so copy it
        try:
            with multiprocessing.get_context(_FORK).Pool(processes) as pool:
                found = [one for part in pool.imap_unordered(_part, starts) for one in part]
        finally:
            gc.unfreeze()
            _work.clear()
    else:
        found = [_audited(one, record, on, files) for one in every]
    return tuple(sorted(found, key=lambda one: (len(one.urn), one.urn)))


_work: Final[list[tuple[Sequence[Body | Federation], Record, datetime.date, Files]]] = []
"""What the processes share, which each has from the moment at which it is made."""


def _part(start: int) -> list[Audited]:
    ((every, record, on, files),) = _work
    return [_audited(one, record, on, files) for one in every[start : start + _MOST_AT_ONCE]]


def _audited(one: Body | Federation, record: Record, on: datetime.date, files: Files) -> Audited:
    body = held(one, record, on)
    return audited(body, on, files.of.get(body.urn))


def _kind(one: Body | Federation, record: Record) -> str:
    """Give what the bodies that are worked out together have in common."""
    if isinstance(one, Body):
        return one.kind
    return f"federation of {sorted({record.bodies[urn].kind for urn in one.schools if urn in record.bodies})}"
