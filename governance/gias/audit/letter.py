"""An audit of the public record in words: the summary first, and then the bodies, what needs attention first."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from governance.english import day_words
from governance.gias.audit.finding import CANNOT_TELL, CONTRADICTS, EMPTY, EXACTLY, GRADES, INCOMPLETE
from governance.gias.audit.one import Audited
from governance.gias.audit.summary import Group, Summary
from governance.letters.page import wrap

MEANS: Final = {
    CONTRADICTS: "no lawful board, or none under the instrument on file, has room for the people recorded: the record, the instrument or the board is wrong",
    CANNOT_TELL: "the law, the board or who is in post is not known, or the law is doubtful",
    INCOMPLETE: "too few people are recorded to tell anything of the board",
    EMPTY: "some seats are empty, or not recorded",
    EXACTLY: "consistent with a lawful board of just these people",
}
"""What each grade says, and no more."""
ONE_SIDED: Final = (
    "A record alone never shows that a board is unlawful, nor that it is lawful. It can show that the record and the law cannot both "
    "be right. With the instrument on file it is also shown which seats are empty."
)
_MOST_SHOWN: Final = 50
_MOST_LINES: Final = 12


def letter(bodies: Sequence[Audited], counts: Summary, on: datetime.date) -> str:
    """Write the summary, and the bodies as far as they can be read in one go."""
    return "\n".join(_lines(bodies, counts, on))


def in_order(bodies: Sequence[Audited]) -> list[Audited]:
    """Sort by what needs attention, and then by authority and name."""
    return sorted(bodies, key=lambda one: (GRADES.index(one.grade), one.authority, one.name, one.urn))


def _lines(bodies: Sequence[Audited], counts: Summary, on: datetime.date) -> Iterator[str]:
    yield f"THE PUBLIC RECORD, held against the law of {day_words(on)}"
    yield ""
    yield from wrap(ONE_SIDED, "", "")
    yield from ("", *_group("All bodies", counts.all))
    if counts.enough.bodies != counts.all.bodies:
        yield from (
            "",
            *_group("Those with as many people recorded as the law asks of any board", counts.enough),
        )
    shown = [one for one in in_order(bodies) if one.findings or one.grade != EXACTLY]
    yield ""
    for one in shown[:_MOST_SHOWN]:
        yield from _body(one)
    if len(shown) > _MOST_SHOWN:
        more = f"{len(shown) - _MOST_SHOWN:,} more have something to say of them. --xlsx, --html and --json list every body."
        yield from ("", *wrap(more, "", ""))


def _group(title: str, group: Group) -> Iterator[str]:
    yield f"{title}: {group.bodies:,}"
    for grade, many in group.grades.items():
        yield from wrap(f"{many:>7,}  {group.share(many):>5} %  {grade}: {MEANS[grade]}", "", " " * 20)


def _body(one: Audited) -> Iterator[str]:
    empty = (
        ""
        if not one.empty
        else f", at least {one.empty} {'seat' if one.empty == 1 else 'seats'} empty or not recorded"
    )
    where = ", ".join(filter(None, (one.authority, one.kind)))
    what = f"{one.name or 'school'} ({one.urn}; {where}): {one.grade}; {one.recorded} recorded{empty}. Evidence: {one.evidence}."
    yield from wrap(what, "  - ", "    ")
    for finding in one.findings:
        lines = ", ".join(map(str, finding.lines[:_MOST_LINES]))
        rows = (
            f" {'Line' if len(finding.lines) == 1 else 'Lines'} {lines}{' ...' if len(finding.lines) > _MOST_LINES else ''}."
            if lines
            else ""
        )
        cited = f" ({finding.citation})" if finding.citation else ""
        yield from wrap(f"{finding.grade}: {finding.says}{rows}{cited}", "    * ", "      ")
