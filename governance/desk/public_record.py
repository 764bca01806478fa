"""Downloads of the public record, read in a process of its own: its schools, or the audit of its governing bodies."""

import datetime
from collections import Counter
from pathlib import Path
from typing import Any, Final

from governance.errors import GovernanceError

_MOST: Final = 100
"""How many things that could not be read are said."""


def schools(folder: str) -> dict[str, Any]:
    """Give every maintained school of some downloads as plain values, or what is wrong."""
    from governance.gias.load import load  # noqa: PLC0415 - only the process that reads needs it

    try:
        record = load(sorted(Path(folder).iterdir()))
    except GovernanceError as error:
        return {"wrong": _without(folder, str(error))}
    found = [
        {
            "urn": one.urn,
            "laestab": one.laestab,
            "name": one.name,
            "category": one.kind,
            "foundation": one.foundations[0] if len(one.foundations) == 1 else "",
            "religious_character": one.religious_character or "",
            "authority": one.authority,
            "open": one.open,
            "federation": one.federation.name if one.federation else "",
        }
        for one in record.bodies.values()
        if one.kind and one.name
    ]
    return {"schools": found, "said": _said(folder, record.said)}


def audited(folder: str) -> dict[str, Any]:
    """Audit the governing bodies of some downloads, and write the workbook beside them; or say what is wrong."""
    from governance.gias.audit.finding import GRADES  # noqa: PLC0415 - as above
    from governance.gias.audit.sheet import sheet  # noqa: PLC0415
    from governance.gias.audit.workers import audit_all  # noqa: PLC0415
    from governance.gias.load import load  # noqa: PLC0415

    try:
        record = load(sorted(Path(folder).iterdir()))
        on = record.day or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
        bodies = audit_all(record, on)
    except GovernanceError as error:
        return {"wrong": _without(folder, str(error))}
    place = Path(folder) / "audit.xlsx"
    place.write_bytes(sheet(bodies, on))
    counted = Counter(one.grade for one in bodies)
    return {
        "grades": {grade: counted[grade] for grade in GRADES},
        "sheet": str(place),
        "on": on.isoformat(),
        "said": _said(folder, record.said),
    }


def _said(folder: str, said: Any) -> list[str]:
    return [_without(folder, one) for one in said][:_MOST]


def _without(folder: str, text: str) -> str:
    """Leave out where the files lie."""
    return text.replace(f"{folder}/", "").replace(folder, "")
