"""What changed in the law, day by day: which rules began and ended, and by what."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from governance.english import listed
from governance.law.library import Volume
from governance.law.provision import NotEncoded, Provision, Reading, Rule, Span


@attrs.frozen
class Change:
    """What changed in one provision on one day; `by` are the amending provisions that the file names."""

    day: datetime.date
    volume: Volume
    provision: Provision
    what: tuple[str, ...]
    by: tuple[str, ...]


@attrs.frozen
class Bound:
    """The day on which an instrument as a whole began or ended."""

    day: datetime.date
    volume: Volume
    begins: bool


def changes(volumes: Iterable[Volume]) -> tuple[Change, ...]:
    """List what changed within instruments while they were in force, in the order of days."""
    found = (
        change
        for volume in volumes
        for provision in volume.law.provisions
        for change in _of_provision(volume, provision)
    )
    return tuple(sorted(found, key=lambda change: change.day))


def bounds(volumes: Iterable[Volume]) -> tuple[Bound, ...]:
    """List the days on which whole instruments began and ended, in order."""
    volumes = tuple(volumes)
    found = [Bound(volume.law.span.since, volume, begins=True) for volume in volumes]
    found += [
        Bound(volume.law.span.until, volume, begins=False) for volume in volumes if volume.law.span.until
    ]
    return tuple(sorted(found, key=lambda bound: bound.day))


_NOUNS: Final = ("begins", "ends")


def _of_provision(volume: Volume, provision: Provision) -> Iterator[Change]:
    spans = [
        *(rule.span for rule in provision.rules),
        *(reading.span for reading in provision.readings),
        *(gap.span for gap in provision.not_encoded),
        *(footing.span for footing in provision.footings),
    ]
    days = {day for span in spans for day in (span.since, span.until) if day}
    for day in sorted(days - {volume.law.span.since, volume.law.span.until}):
        what = (*_rules(provision, day), *_others(provision, day))
        yield Change(day, volume, provision, what, changed_by(provision, day))


def changed_by(provision: Provision, day: datetime.date) -> tuple[str, ...]:
    """Name what brought in what begins on a day in a provision, and what ended what ends on it."""
    return tuple(dict.fromkeys(_by(provision, day)))


def _by(provision: Provision, day: datetime.date) -> Iterator[str]:
    begun: list[Rule | NotEncoded] = [*provision.rules, *provision.not_encoded]
    for later in begun:
        if later.span.since == day and later.amended_by:
            yield later.amended_by
    ended: list[Rule | NotEncoded | Reading] = [*begun, *provision.readings]
    for former in ended:
        if former.span.until == day and former.ended_by:
            yield former.ended_by


def _rules(provision: Provision, day: datetime.date) -> Iterator[str]:
    began = {rule.id: rule for rule in provision.rules if rule.span.since == day}
    ended = {rule.id: rule for rule in provision.rules if rule.span.until == day}
    for rule_id, rule in began.items():
        yield f"{_name(rule)} {'is changed' if rule_id in ended else 'begins'}"
    for rule_id, rule in ended.items():
        if rule_id not in began:
            yield f"{_name(rule)} ends"


def _name(rule: Rule) -> str:
    return f"{rule.id} ({rule.para}: {rule.title})"


def _others(provision: Provision, day: datetime.date) -> Iterator[str]:
    for verb, at in zip(_NOUNS, ("since", "until"), strict=True):

        def on_the_day(span: Span, at: str = at) -> bool:
            return bool(getattr(span, at) == day)

        for reading in provision.readings:
            if on_the_day(reading.span):
                yield f"the doubt about {reading.para} {verb} (reading {reading.id})"
        for footing in provision.footings:
            if on_the_day(footing.span):
                yield f"what steps rest on at {footing.para} {verb} (footing {footing.id})"
        gaps = [gap.para for gap in provision.not_encoded if on_the_day(gap.span)]
        if gaps:
            entries = "entries" if len(gaps) > 1 else "entry"
            yield f"the {entries} “not encoded” at {listed(gaps)} {verb.removesuffix('s') if len(gaps) > 1 else verb}"
