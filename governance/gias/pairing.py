"""Which row of the public record is of which governor of a register: told by the GID, the person, or the appointment.

Names are compared within the run by a mark, and neither side shows one. What is not told to be the same stays apart.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from governance.gias.names import TITLES, in_parts
from governance.gias.record import Entry
from governance.gias.sheet_words import FORENAME, SURNAME, agree
from governance.model.governors import by_appointer
from governance.model.person import Person
from governance.people.in_post import Line

_HEAD = "head_teacher"


@attrs.frozen
class Pair:
    """A governor of the register and the row of the record that is theirs; one of the two may be missing.

    `how` says by what they were told to be the same; `doubtful` is true where their names are not.
    """

    line: Line | None = None
    entry: Entry | None = None
    how: str = ""
    doubtful: bool = False


def mark(person: Person) -> int:
    """Give the mark of a person, as that of a row of the record is made; nought where the parts of the name are not known."""
    parts = in_parts(person.names, TITLES)
    return hash((parts.get(FORENAME, "").casefold(), parts[SURNAME].casefold())) if parts else 0


def pairs(
    lines: Sequence[Line], entries: Sequence[Entry], *, gids: bool, marks: Mapping[int, int]
) -> tuple[Pair, ...]:
    """Pair the governors of a register with the rows of a record; those in post come before those who have left.

    `marks` gives for each line of the register the mark of the person.
    """
    waiting = sorted(lines, key=lambda line: not line.in_post)
    free = list(entries)
    found: list[Pair] = []

    def of(line: Line) -> int:
        return marks.get(line.person.line or 0, 0)

    def same_start(line: Line, entry: Entry) -> bool:
        return line.person.appointed_on is not None and line.person.appointed_on == entry.appointed_on

    def same_person(line: Line, entry: Entry) -> bool:
        return of(line) != 0 and of(line) == entry.person

    def may_be(line: Line, entry: Entry) -> bool:
        return agree(entry.appointing_body, line.person.category)

    def head(line: Line, entry: Entry) -> bool:
        known = line.person.appointed_on is not None and entry.appointed_on is not None
        return not known and line.person.category == by_appointer(entry.appointing_body).category == _HEAD

    rounds: tuple[tuple[str, Callable[[Line, Entry], bool], bool], ...] = (
        ("the GID and the day of appointment", lambda line, entry: gids and line.person.key == entry.gid and same_start(line, entry), False),
        ("the person and the day of appointment", lambda line, entry: same_person(line, entry) and same_start(line, entry), False),
        ("the GID", lambda line, entry: gids and line.person.key == entry.gid, False),
        ("the person", lambda line, entry: line.in_post and same_person(line, entry), False),
        ("the day of appointment and the appointing body", lambda line, entry: same_start(line, entry) and may_be(line, entry), False),
        ("the day of appointment", same_start, True),
        ("the post of head teacher", head, True),
    )  # fmt: skip
    for how, fits, alone in rounds:
        for line in tuple(waiting):
            those = [entry for entry in free if fits(line, entry)]
            rivals = sum(fits(other, entry) for other in waiting for entry in those[:1])
            if not those or (alone and (len(those) > 1 or rivals > 1)):
                continue
            entry = max(those, key=lambda one: (may_be(line, one), str(one.appointed_on or "")))
            doubt = bool(of(line) and entry.person and of(line) != entry.person)
            found.append(Pair(line, entry, how, doubt))
            waiting.remove(line)
            free.remove(entry)
    found += [Pair(line=line) for line in waiting]
    found += [Pair(entry=entry) for entry in free]
    return tuple(sorted(found, key=_order))


def _order(pair: Pair) -> tuple[bool, int]:
    if pair.line is not None:
        return False, pair.line.person.line or 0
    return True, pair.entry.line if pair.entry else 0


def once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Take once what stands under each school of a federation: the same person, appointment and role."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in entries:
        what = (
            one.person,
            one.role.casefold(),
            one.appointing_body.casefold(),
            one.appointed_on,
            one.ends_on,
        )
        if one.person and what in seen:
            continue
        seen.add(what)
        kept.append(one)
    return tuple(kept)
