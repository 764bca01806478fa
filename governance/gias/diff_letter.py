"""The three sides of a body as words: the seats, the list of what to mend, and each governor beside the row in GIAS."""

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from governance.english import day_words
from governance.gias import guidance
from governance.gias.diff import Diff
from governance.gias.pairing import Pair
from governance.letters.page import table, wrap
from governance.model.names import SEAT_WORDS

_SEATS: Final = (28, 11, 9, 6)
_ROWS: Final = (6, 24, 21, 11, 34)


def letter(found: Diff, *, dated: str = "", everything: bool = False) -> str:
    """Write the letter; `dated` says why it is of its day, and `everything` shows each governor on both sides."""
    return "\n".join(_lines(found, dated, everything=everything))


def _lines(found: Diff, dated: str, *, everything: bool) -> Iterator[str]:
    of = f" (URN {found.urn})" if found.urn else ""
    yield f"INSTRUMENT, REGISTER AND GIAS: {found.body}{of}, on {day_words(found.on)}{f' ({dated})' if dated else ''}"
    yield ""
    rows = [
        (
            SEAT_WORDS[one.category][1] if one.category in SEAT_WORDS else "category not known",
            *("?" if count is None else str(count) for count in (one.instrument, one.register, one.gias)),
        )
        for one in found.seats
    ]
    yield from table(("", "instrument", "register", "GIAS"), rows, _SEATS)
    for note in found.notes:
        yield from ("", *wrap(note, "", ""))
    yield ""
    if not found.mends:
        yield "There is nothing to mend: the register and GIAS say the same of everybody in post."
    else:
        yield "What the school must mend"
        mends = sorted(found.mends, key=lambda one: one.way is guidance.ASK)
        for way, those in groupby(mends, key=lambda one: one.way):
            for one in those:
                where = (
                    f"lines {', '.join(map(str, one.lines))}"
                    if len(one.lines) > 1
                    else f"line {one.lines[0]}"
                    if one.lines
                    else ""
                )
                beside = "; ".join(filter(None, (where, f"GID {', '.join(one.gids)}" if one.gids else "")))
                yield from wrap(f"{one.says}{f' ({beside})' if beside else ''}", "  - ", "    ")
            para = f" ({guidance.SOURCE} {way.para})" if way.para else ""
            yield from wrap(f"{way.how}{para}", "    > ", "      ")
        yield from wrap(guidance.ACCESS, "", "")
    if everything:
        yield from ("", "Each governor")
        heads = ("line", "register", "term", "GIAS", "appointing body and term in GIAS")
        yield from table(heads, [_row(one) for one in found.rows], _ROWS)


def _row(pair: Pair) -> tuple[str, ...]:
    line, entry = pair.line, pair.entry
    mine = ("", "-", "")
    if line is not None:
        one = line.person
        key = f"{one.key} ({one.name})" if one.name else one.key
        office = f", {one.office}" if one.office else ""
        mine = (
            str(one.line or ""),
            f"{key}{office}",
            _span(one.appointed_on, one.stated_end or one.ended_on),
        )
    theirs = ("-", "")
    if entry is not None:
        theirs = (
            entry.gid or "no GID",
            f"{entry.appointing_body}; {_span(entry.appointed_on, entry.ends_on)}",
        )
    return (*mine, *theirs)


def _span(first: datetime.date | None, last: datetime.date | None) -> str:
    return f"{first or '?'} to {last or '?'}"
