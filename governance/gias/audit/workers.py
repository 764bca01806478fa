"""An audit of a whole record, in this process or shared among several: the schools of a federation stay together."""

import datetime
import multiprocessing
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import attrs

from governance.gias.audit.on_file import NOTHING, Files
from governance.gias.audit.one import Audited, audit
from governance.gias.record import Body, Record


def audit_all(
    record: Record, on: datetime.date, files: Files = NOTHING, *, processes: int = 1
) -> tuple[Audited, ...]:
    """Audit every body, in the order of their URNs; with one process everything happens in this one."""
    found: list[Audited] = []
    if processes > 1:
        parts = list(_parts(record, processes))
        # A fresh process on every system: a copy of this one would also copy what its threads hold.
        context = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(len(parts) or 1, mp_context=context) as pool:
                many = len(parts)
                for audited in pool.map(_audit, parts, [on] * many, [files] * many):
                    found += audited
        except BrokenProcessPool:
            found = []
    return tuple(sorted(found or audit(record, on, files), key=lambda one: (len(one.urn), one.urn)))


def _audit(record: Record, on: datetime.date, files: Files) -> list[Audited]:
    return list(audit(record, on, files))


def _parts(record: Record, many: int) -> Iterator[Record]:
    """Divide the bodies of a record, of which nothing else is needed for the audit."""
    parts: dict[int, dict[str, Body]] = defaultdict(dict)
    for place, body in enumerate(record.bodies.values()):
        first = body.federation.schools[0] if body.federation else ""
        share = (int(first) if first.isdecimal() else len(first)) if body.federation else place
        parts[share % many][body.urn] = body
    for bodies in parts.values():
        yield attrs.evolve(record, bodies=bodies, files=(), faults=(), refused=())
