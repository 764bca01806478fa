"""A record as one file that takes the place of the downloads: a zip of their columns that are read, and no name.

The same reader reads it. Whether rows are of one person is told by a number, and each row keeps the
line that it has in the download.
"""

import csv
import io
import itertools
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from governance.files.cells import safe_cell
from governance.gias.extract import ESTABLISHMENTS, GOVERNANCE, GROUP_LINKS, headings
from governance.gias.record import Body, Federation, Record

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_TRUSTS: Final[Mapping[tuple[str, ...], str]] = {
    ("foundation", "qualifying"): "Supported by a trust",
    ("none", "foundation"): "Not supported by a trust",
}
_FLAGS: Final = {True: "Supported by a federation", False: "Not under a federation", None: ""}
_NO_DAY: Final = "not read"
"""Stands in the place of a day that could not be read, and so is not read again."""
_LOST: Final = "not read"
"""Stands beyond the columns in a row that could not be read, and so is not read again."""
_NAMES: Final = {ESTABLISHMENTS: "establishments", GOVERNANCE: "governance", GROUP_LINKS: "grouplinks"}


def packed(record: Record) -> bytes:
    """Make the zip of a record; the same record gives the same bytes."""
    day = f"{record.day:%Y%m%d}" if record.day else ""
    bodies = record.bodies.values()
    tables: dict[str, Iterable[dict[str, object]]] = {GOVERNANCE: _governors(bodies)}
    if any(one.kind for one in bodies):
        tables[ESTABLISHMENTS] = map(_school, bodies)
    if record.has(GROUP_LINKS):
        federations = {one.federation.uid: one.federation for one in bodies if one.federation}
        tables[GROUP_LINKS] = itertools.chain.from_iterable(map(_links, federations.values()))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, rows in tables.items():
            entry = zipfile.ZipInfo(f"{_NAMES[kind]}{day}.csv", _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with (
                archive.open(entry, "w") as raw,
                io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as file,
            ):
                _write(file, kind, rows)
    return whole.getvalue()


def _write(file: io.TextIOWrapper, kind: str, rows: Iterable[dict[str, object]]) -> None:
    columns = headings(kind)
    table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(columns.values())
    for row in rows:
        cells = (row.get(field, "") for field in (*columns, *row.keys() - columns.keys()))
        table.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])


def _school(one: Body) -> dict[str, object]:
    return {
        "urn": one.urn,
        "type": one.type,
        "name": one.name,
        "status": "Open" if one.open else "",
        "authority": one.authority,
        "authority_code": one.laestab[:3],
        "number": one.laestab[3:],
        "religious_character": one.religious_character or "",
        "trust": _TRUSTS.get(one.foundations, ""),
        "federation": _FLAGS[one.federated],
    }


def _governors(bodies: Iterable[Body]) -> Iterator[dict[str, object]]:
    numbers: dict[tuple[str, int], int] = {}
    for body in bodies:
        # The governors of a federation stand under each of its schools, and are the same people there.
        whose = body.federation.uid if body.federation else body.urn
        for one in body.entries:
            none = "" if one.understood else _NO_DAY
            yield {
                "gid": one.gid,
                "urn": body.urn,
                "role": one.role,
                "appointing_body": one.appointing_body,
                "appointed_on": one.appointed_on or none,
                "ends_on": one.ends_on or none,
                "person": numbers.setdefault((whose, one.person), len(numbers) + 1) if one.person else "",
                "line": one.line,
            }
        for line in body.lost:
            yield {"urn": body.urn, "line": line, _LOST: _LOST}


def _links(one: Federation) -> Iterator[dict[str, object]]:
    for urn in one.schools:
        yield {"urn": urn, "uid": one.uid, "name": one.name, "type": "Federation", "status": "Open"}
