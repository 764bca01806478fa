"""The days of a transition as a calendar file (.ics, RFC 5545): the plan, and the ends of terms. It holds no names.

The same plan gives the same bytes, and an event keeps its UID when its day moves, so that a calendar that takes the file again
moves what it has.
"""

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from governance.english import day_words
from governance.people.transition import Transition
from governance.version import __version__

_DOMAIN: Final = "governance.invalid"
_CONTINUES: Final = ("continues",)


Days = Iterable[tuple[datetime.date, tuple[str, ...], str, str]]
"""The day, what the UID is made of, the title and the text of each event."""


def calendar(found: Transition, name: str) -> bytes:
    """Give every dated step and the end of every term that runs on, as whole days; `name` is that of the body."""
    days = ((day, (name, *key), summary, says) for day, key, summary, says in _days(found))
    return calendar_of(days, made_on=found.on)


def calendar_of(days: Days, *, made_on: datetime.date) -> bytes:
    """Give days as a calendar file; the same days made on the same day are the same bytes."""
    from icalendar import Calendar, Event, vText  # noqa: PLC0415 - only where a calendar is asked for

    made = Calendar()
    made.add("prodid", f"-//governance {__version__}//EN")
    made.add("version", "2.0")
    # What many events share is made once: an authority has thousands of them.
    shared, spans = Event(), {}
    shared.add("dtstamp", datetime.datetime.combine(made_on, datetime.time(), datetime.UTC))
    shared.add("transp", "TRANSPARENT")
    for day, key, summary, says in days:
        if day not in spans:
            spans[day] = Event()
            spans[day].add("dtstart", day)
            spans[day].add("dtend", day + datetime.timedelta(days=1))
        event = Event()
        event.update(shared)
        event.update(spans[day])
        event["uid"] = vText(f"{uid(*key)}@{_DOMAIN}")
        event["summary"], event["description"] = vText(summary), vText(says)
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def uid(*parts: str) -> str:
    """Make one of the body, the key and the kind.

    >>> uid("Rift House", "parent 1", "end of term") == uid("Rift House", "parent 1", "end of term")
    True
    """
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _days(found: Transition) -> Iterator[tuple[datetime.date, tuple[str, str], str, str]]:
    """Give the day, the key and kind, the title and the text of each event."""
    seen: Counter[str] = Counter()
    for step in found.steps:
        if step.by:
            seen[step.citation] += 1
            kind = f"step {step.citation} {seen[step.citation]}"
            summary = step.says.split(". ")[0].rstrip(".")
            yield step.by, ("plan", kind), summary, f"{step.says} {step.citation}".strip()
    for one in found.people:
        if one.until and one.outcome in _CONTINUES and one.until < datetime.date.max:
            says = f"The term ends on {day_words(one.until)}. {one.because} {one.citation}".strip()
            yield one.until, (one.key, "end of term"), f"Term ends: {one.key}", says
