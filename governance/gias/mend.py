"""What the school must mend in its public record, one governor after the other, and how GIAS wants it mended.

The register is taken for right where the two differ, but for what the law or the register itself contradicts: that is a
question. Both readings of the last day of a term are right.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from governance.english import day_words, listed
from governance.files.columns import fold
from governance.gias import guidance
from governance.gias.guidance import Way
from governance.gias.pairing import Pair
from governance.gias.record import Entry
from governance.gias.sheet_words import CHAIR, GOVERNOR, agree, body_of
from governance.model.governors import by_appointer
from governance.model.names import IN_POST
from governance.people.in_post import Body, Line, has_term


@attrs.frozen
class Mend:
    """One thing to mend: what is wrong, how it is mended, and the lines of the register and the GIDs it is about."""

    says: str
    way: Way
    lines: tuple[int, ...] = ()
    gids: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        about = {"lines": list(self.lines), "gids": list(self.gids)}
        source = f"{guidance.SOURCE} {self.way.para}" if self.way.para else ""
        return {"says": self.says, "do": self.way.name, "how": self.way.how, "guidance": source, **about}


def mends(pair: Pair, on: datetime.date) -> Iterator[Mend]:
    """Give what is to mend of one governor."""
    line, entry = pair.line, pair.entry
    if line is None:
        if entry is not None:
            says = f"GIAS has somebody in post of whom the register has nothing: {entry_words(entry)}."
            yield Mend(
                f"{says} Has this person left, or is the record a mistake?", guidance.ASK, (), (entry.gid,)
            )
        return
    if entry is None:
        if line.standing == "cannot tell" and not line.person.category and not line.person.appointed_by:
            yield _mend(
                f"{_who(line)} is not in GIAS, and it cannot be told whether this is a governor.",
                guidance.ASK,
                line,
            )
        else:
            yield _mend(f"{_who(line)} is not in GIAS. {_details(line)}", guidance.ADD, line)
        return
    if pair.doubtful:
        says = f"{_who(line)} and GIAS's row, {entry_words(entry)}, agree in {pair.how}, and are named otherwise. Are they one person?"
        yield _mend(says, guidance.ASK, line, entry)
    if line.standing == "ended" and over(line, on):
        yield from _left(line, entry)
        return
    begun = _start(line, entry) if entry.understood else _unread(line, entry)
    if begun is not None:
        yield begun
    else:
        yield from _end(line, entry, on)
    if line.person.category and not agree(entry.appointing_body, line.person.category):
        if not _may_be_partnership(line, entry):
            right = body_of(line.person)
            says = f'{_who(line)}: GIAS has "{entry.appointing_body}" as the appointing body.'
            says += f' For {_a(line)} it is "{right}".' if right else f" That is not of {_a(line)}."
            yield _mend(says, guidance.CHANGE, line, entry)
    elif not line.person.category and by_appointer(entry.appointing_body).category:
        yield _mend(
            f'{_who(line)}: the register gives no category. GIAS has "{entry.appointing_body}".',
            guidance.ASK,
            line,
            entry,
        )


def over(line: Line, on: datetime.date) -> bool:
    """Tell whether somebody has left by the register itself; that a term is over by the law alone is a question."""
    days = [day for day in (line.person.ended_on, line.person.stated_end) if day]
    return min(days) < on if days else line.standing == "ended" and not line.end.days


def over_by_law_alone(line: Line, on: datetime.date) -> bool:
    """Tell whether a term is over by law and instrument, and the register does not say that it is."""
    return line.standing == "ended" and not over(line, on) and bool(line.end.days and line.end.days[0] < on)


def _left(line: Line, entry: Entry) -> Iterator[Mend]:
    """Say what is to mend of somebody who has left and is in post in GIAS."""
    gone, last = line.person.ended_on, line.person.stated_end
    if gone:
        yield _mend(
            f"{_who(line)} left on {day_words(gone)}, and is in post in GIAS.", guidance.LEFT, line, entry
        )
    elif last:
        says = f"{_who(line)}: the term ended on {day_words(last)} in the register, and in GIAS it goes on to {_day(entry.ends_on)}."
        yield _mend(says, guidance.COMPLETED, line, entry)
    else:
        yield _mend(
            f"{_who(line)} has left by the register, which does not say when, and is in post in GIAS.",
            guidance.LEFT,
            line,
            entry,
        )


def _unread(line: Line, entry: Entry) -> Mend:
    says = f"{_who(line)}: a day of the row of GIAS cannot be read, so the days are not compared."
    return _mend(says, guidance.ASK, line, entry)


def _start(line: Line, entry: Entry) -> Mend | None:
    """Compare the days of appointment: a later one in the register is a further term, or a mistake on one of the sides."""
    ours, theirs = line.person.appointed_on, entry.appointed_on
    if ours == theirs:
        return None
    if ours is None:
        return None if not has_term(line.person) else _mend(
            f"{_who(line)}: the register has no day of appointment. GIAS has {_day(theirs)}.", guidance.ASK, line, entry
        )  # fmt: skip
    if theirs is None:
        return _mend(
            f"{_who(line)}: GIAS has no day of appointment. It is {day_words(ours)}.",
            guidance.CHANGE,
            line,
            entry,
        )
    last = line.end.days[0] if line.end.days else line.person.stated_end
    length = last - ours if last else datetime.timedelta()
    # A further term begins where the one before ends, and nearer to that than to its beginning.
    if not has_term(line.person) or ours < theirs or abs(theirs + length - ours) >= ours - theirs:
        says = f"{_who(line)}: the register has {day_words(ours)} as the day of appointment, and GIAS {day_words(theirs)}."
        return _mend(says, guidance.ASK, line, entry)
    says = f"{_who(line)} began a further term on {day_words(ours)}, and GIAS has only the one from {day_words(theirs)}"
    if entry.ends_on and entry.ends_on > ours:
        says += f", which was extended to {day_words(entry.ends_on)}. Give it back the end that it had"
    return _mend(f"{says}. {_details(line)}", guidance.NEW_TERM, line, entry)


def _end(line: Line, entry: Entry, on: datetime.date) -> Iterator[Mend]:
    """Compare the ends of one term. Both readings of its last day are right, and an office with a post has none."""
    one, theirs, days = line.person, entry.ends_on, line.end.days
    if not has_term(one) or _with_post(entry):
        if theirs and theirs < on:
            says = f"{_who(line)} is in post, and in GIAS the record ended on {day_words(theirs)}. An ex officio governor needs no end there."
            yield _mend(says, guidance.CHANGE, line, entry)
        return
    ours = min((day for day in (one.stated_end, one.ended_on) if day), default=None)
    either = f" By law and instrument the term ends on {_either(line)} at the latest." if days else ""
    if theirs is None:
        says = f"{_who(line)}: GIAS has no end of the term."
        yield _mend(
            f"{says} It is {day_words(ours)}."
            if ours and not (days and ours > days[1])
            else f"{says}{either}",
            guidance.CHANGE,
            line,
            entry,
        )
    elif days and theirs > days[1]:
        by = (theirs - days[1]).days
        says = (
            f"{_who(line)}: in GIAS the term ends on {day_words(theirs)}, {by} {'day' if by == 1 else 'days'} later than it may "
            f"on either reading.{either}"
        )
        # Nearer to the end of two terms than to that of one, the record is likely to be of two.
        further = one.appointed_on is not None and 2 * (theirs - days[1]) > days[1] - one.appointed_on
        if further:
            says += " If there was an election or appointment since, it is a further term."
        yield _mend(says, guidance.NEW_TERM if further else guidance.CHANGE, line, entry)
    elif theirs == ours or (days and theirs in days and (ours is None or ours in days)):
        return
    elif theirs < on:
        yield _mend(
            f"{_who(line)} is in post, and in GIAS the term ended on {day_words(theirs)}.",
            guidance.CHANGE if ours else guidance.ASK,
            line,
            entry,
        )
    elif ours:
        way = guidance.ASK if days and ours > days[1] else guidance.CHANGE
        yield _mend(
            f"{_who(line)}: the register has {day_words(ours)} as the end of the term, and GIAS {day_words(theirs)}.",
            way,
            line,
            entry,
        )


def chair_mends(
    body: Body, found: Sequence[Pair], chairs: Sequence[Entry], on: datetime.date
) -> Iterator[Mend]:
    """Compare the chairs: GIAS has one, in a record with that role."""
    serving = (IN_POST, "office", "cannot tell", "ended")
    ours = [
        line
        for line in body.lines
        if line.person.office == "chair" and line.standing in serving and not over(line, on)
    ]
    if len(chairs) > 1:
        yield Mend(
            f"GIAS has {len(chairs)} chairs in post, and takes one.",
            guidance.ASK,
            (),
            tuple(one.gid for one in chairs),
        )
    if len({line.person.who or line.person.key for line in ours}) != 1:
        if chairs and not ours:
            yield Mend(
                "The register names no chair, and GIAS does. Who is it?",
                guidance.ASK,
                (),
                tuple(one.gid for one in chairs),
            )
        return
    chair = ours[0]
    line = next(
        (
            one
            for one in body.lines
            if one.in_post and chair.person.who and one.person.who == chair.person.who
        ),
        chair,
    )
    pair = next((one for one in found if one.line is line), None)
    entry = pair.entry if pair else None
    if any(
        entry is not None and (one is entry or (one.person and one.person == entry.person)) for one in chairs
    ):
        return
    if not chairs:
        yield _mend(f"{_who(line)} is the chair, and GIAS has no chair in post.", guidance.ADD, line, entry)
    elif entry is not None and all(one.person for one in chairs):
        yield Mend(
            f"{_who(line)} is the chair, and GIAS has another.",
            guidance.REPLACE,
            _lines(line),
            tuple(one.gid for one in chairs),
        )
    else:
        says = f"{_who(line)} is the chair. Whether the chair in GIAS is the same person cannot be told."
        yield Mend(says, guidance.ASK, _lines(line), tuple(one.gid for one in chairs))


def _may_be_partnership(line: Line, entry: Entry) -> bool:
    """Tell whether the body of a row says no more than that the governing body appointed a partnership governor."""
    return (
        line.person.category in ("partnership", "community")
        and by_appointer(entry.appointing_body).category == "co_opted"
    )


def live(entry: Entry, on: datetime.date) -> bool:
    """Tell whether a row of the record is of somebody in post; GIAS moves it to its history after the end."""
    return entry.ends_on is None or entry.ends_on >= on


def _with_post(entry: Entry) -> bool:
    """Tell whether an office goes with a post, by the words of GIAS."""
    return by_appointer(entry.appointing_body).came_by == "ex officio"


def doubles(rows: Sequence[Entry]) -> list[Entry]:
    """Give each row that repeats one before it: the same person, role, body and day."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for one in rows:
        what = (one.person, fold(one.role), fold(one.appointing_body), one.appointed_on)
        if one.person and what in seen:
            found.append(one)
        seen.add(what)
    return found


def _mend(says: str, way: Way, line: Line, entry: Entry | None = None) -> Mend:
    return Mend(says, way, _lines(line), (entry.gid,) if entry and entry.gid else ())


def _lines(line: Line) -> tuple[int, ...]:
    return (line.person.line,) if line.person.line else ()


def _who(line: Line) -> str:
    """Name somebody by the key, and by the name where it is kept, and say what they are."""
    one = line.person
    key = f"{one.key} {one.name}" if one.name else one.key
    return key if not one.category or one.words in key.casefold() else f"{key} ({one.words})"


def _a(line: Line) -> str:
    words = line.person.words
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def _details(line: Line) -> str:
    """Say what the new record has."""
    one, days = line.person, line.end.days
    role = CHAIR if one.office == "chair" else GOVERNOR
    body = body_of(one) or one.appointed_by
    end = min((day for day in (one.stated_end, one.ended_on) if day), default=None)
    said = [
        f"role {role}",
        f'appointing body "{body}"' if body else "the appointing body is not in the register",
        f"appointed on {day_words(one.appointed_on)}"
        if one.appointed_on
        else "the day of appointment is not in the register",
    ]
    if has_term(one):
        allowed = f"by law and instrument on {_either(line)} at the latest" if days else ""
        if end is None:
            said.append(
                f"the term ends on a day that the register does not give{f', {allowed}' if allowed else ''}"
            )
        elif days and end > days[1]:
            said.append(f"the term ends {allowed}, and not on {day_words(end)}, as the register has it")
        else:
            said.append(f"the term ends on {day_words(end)}")
    return f"The record: {listed(said)}."


def _either(line: Line) -> str:
    """Say the last day of a term in both readings."""
    return listed(map(day_words, dict.fromkeys(line.end.days or ())), last="or")


def entry_words(entry: Entry) -> str:
    """Say a row of the record without a name."""
    return f'line {entry.line}, GID {entry.gid or "none"}, {entry.role}, "{entry.appointing_body}", from {_day(entry.appointed_on)} to {_day(entry.ends_on)}'


def _day(day: datetime.date | None) -> str:
    return day_words(day) if day else "no day"
