"""What was read of the public record, in words: its files, how many establishments of each type, whose rows were left out."""

from collections.abc import Iterator
from typing import Final

from governance.english import day_words
from governance.gias.audit.finding import are
from governance.gias.extract import ESTABLISHMENTS, GOVERNANCE, GROUP_LINKS
from governance.gias.record import Record
from governance.letters.page import wrap

_USED: Final = (ESTABLISHMENTS, GOVERNANCE, GROUP_LINKS)


def letter(record: Record) -> str:
    """Write what was read."""
    return "\n".join(_lines(record))


def _lines(record: Record) -> Iterator[str]:
    day = f" of {day_words(record.day)}" if record.day else ""
    yield f"THE PUBLIC RECORD{day}"
    yield ""
    for one in record.files:
        yield from wrap(
            f"{one.source}: {one.kind}, {are(record.read[one.source], 'row', 'rows')}{'' if one.kind in _USED else ', of which nothing is used'}",
            "  - ",
            "    ",
        )
    if record.types:
        yield from ("", "Establishments by type")
        for name, many in sorted(record.types.items(), key=lambda one: -sum(one[1].values())):
            each = ", ".join(f"{count:,} {status.lower()}" for status, count in many.most_common())
            yield from wrap(f"{name}: {each}", "  - ", "    ")
    rows = sum(len(one.entries) for one in record.bodies.values())
    with_rows = sum(bool(one.entries) for one in record.bodies.values())
    yield ""
    yield from wrap(
        f"Maintained schools that are open, or not known to be closed: {len(record.bodies):,}. "
        f"Rows of governors kept: {rows:,}, of {are(with_rows, 'school', 'schools')}. No name was kept.",
        "",
        "",
    )
    federated = sum(one.federated is True for one in record.bodies.values())
    known = sum(one.federation is not None for one in record.bodies.values())
    if federated:
        yield from wrap(
            f"In a federation: {federated:,}. Of {known:,} it is known which schools it has.", "", ""
        )
    if record.elsewhere:
        yield from ("", "Rows of governors that were left out, by what they are of")
        for name, count in sorted(record.elsewhere.items(), key=lambda one: -one[1]):
            yield from wrap(f"{name}: {count:,}", "  - ", "    ")
