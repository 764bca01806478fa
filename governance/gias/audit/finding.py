"""A finding on a body of the record, and the grades of findings and bodies.

A record alone is never called unlawful: where it contradicts the law, either the record or the board is wrong.
"""

import sys
from collections.abc import Iterable
from typing import Any, Final

import attrs

from governance.english import listed
from governance.gias.record import Entry
from governance.law import Rule

CONTRADICTS: Final = "contradicts the law"
EXACTLY: Final = "fits exactly"
EMPTY: Final = "fits with empty seats"
INCOMPLETE: Final = "record incomplete"
CANNOT_TELL: Final = "cannot tell"
GRADES: Final = (CONTRADICTS, CANNOT_TELL, INCOMPLETE, EMPTY, EXACTLY)
"""The grades of a body, what needs attention first."""
QUALITY: Final = "data quality"
NOTE: Final = "note"
OF_RECORD: Final = "record: "
"""So the rules begin that are of the record, and not of law."""
LONG: Final = "record: term"
"""The rule of a finding on terms that are longer than today's law allows, and began under law that is not encoded."""


@attrs.frozen
class Finding:
    """One thing that is said of a body: the rule and its citation where it is of law, and the lines of the governance file."""

    rule: str
    lines: tuple[int, ...]
    says: str
    citation: str
    grade: str

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "rule": self.rule,
            "lines": list(self.lines),
            "says": self.says,
            "citation": self.citation,
            "grade": self.grade,
        }


def of_record(what: str, entries: Iterable[Entry], says: str, grade: str) -> Finding:
    """Make a finding on the record itself."""
    return Finding(sys.intern(f"{OF_RECORD}{what}"), lines(entries), sys.intern(says), "", grade)


def of_law(rules: Iterable[Rule], entries: Iterable[Entry], says: str, grade: str) -> Finding:
    """Make a finding on some provisions together; the first names it."""
    rules = tuple(rules)
    citation = listed(dict.fromkeys(rule.citation for rule in rules))
    # Of thousands of bodies many have the same said of them.
    return Finding(
        rules[0].id if rules else "", lines(entries), sys.intern(says), sys.intern(citation), grade
    )


def lines(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Give the lines of some rows, each once."""
    return tuple(sorted({one.line for one in entries}))


def are(many: int, one: str, several: str) -> str:
    """Say a number of things with the verb.

    >>> are(1, "row states", "rows state"), are(12, "row states", "rows state")
    ('1 row states', '12 rows state')
    """
    return f"{many:,} {one if many == 1 else several}"
