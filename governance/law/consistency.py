"""What must be true of the files of one instrument taken together, whatever the law says.

Every entry cites a paragraph that the provision has; entries of one rule follow each other without overlap
or gap; readings and examples name things that exist.
"""

from collections.abc import Iterable, Iterator

from governance.errors import Problem
from governance.law.provision import Instrument, Provision, Rule, Span


def inconsistencies(law: Instrument) -> list[Problem]:
    """List everything in which the files of an instrument disagree with each other or with themselves."""
    problems: list[Problem] = []
    ids = {rule.id for rule in law.rules}
    for provision in law.provisions:
        problems += _in_provision(law, provision, ids)
    problems += _homes(law)
    return problems


def _in_provision(law: Instrument, provision: Provision, ids: set[str]) -> Iterator[Problem]:
    readings = {reading.id for reading in provision.readings}
    for rule in provision.rules:
        yield from (
            Problem(provision.file, f"rule {rule.id}{key}", text) for key, text in _of_rule(rule, readings)
        )
    entries: list[tuple[str, str, Span]] = [
        *((f"rule {rule.id}", rule.para, rule.span) for rule in provision.rules),
        *((f"reading {reading.id}", reading.para, reading.span) for reading in provision.readings),
        *((f"not_encoded {gap.para}", gap.para, gap.span) for gap in provision.not_encoded),
    ]
    for name, para, span in entries:
        if para not in provision.paras:
            yield Problem(provision.file, f"{name}.para", f"{para!r} is not among the provision's paras")
        if span.since not in law.span:
            yield Problem(provision.file, f"{name}.from", f"{law.cite} is not in force on {span.since}")
        if span.until is not None and span.until <= span.since:
            yield Problem(provision.file, f"{name}.until", f"{span.until} is not after {span.since}")
    for reading in sorted(readings - {rule.reading for rule in provision.rules}):
        yield Problem(provision.file, f"reading {reading}", "no rule here turns on it")
    for number, example in enumerate(provision.examples, start=1):
        for unknown in sorted(example.breaks - ids):
            yield Problem(provision.file, f"example {number}.breaks", f"{unknown!r} is not a rule")
    yield from _successions(provision)


def _of_rule(rule: Rule, readings: set[str]) -> Iterator[tuple[str, str]]:
    if (rule.require is None) == (rule.check is None):
        yield "", "needs either `require` or `check`, and not both"
    if rule.reading is not None and rule.reading not in readings:
        yield ".reading", f"{rule.reading!r} is not a reading of this file"
    if rule.otherwise is not None and rule.reading is None:
        yield ".otherwise", "is the other side of a reading, and no `reading` is named"


def _successions(provision: Provision) -> Iterator[Problem]:
    """Entries of one rule must not overlap, and where one ends and another follows it must follow at once."""
    for entries in _by_id(provision.rules).values():
        for number, first in enumerate(entries):
            for second in entries[number + 1 :]:
                if _meet(first, second) and _overlap(first.span, second.span):
                    yield Problem(
                        provision.file, f"rule {first.id}", f"two entries are in force on {second.span.since}"
                    )
        starts = {entry.span.since for entry in entries}
        last = max(entry.span.until or entry.span.since for entry in entries)
        for entry in entries:
            if entry.span.until and entry.span.until not in starts and entry.span.until < last:
                yield Problem(
                    provision.file, f"rule {entry.id}.until", f"leaves a gap from {entry.span.until}"
                )
            if entry.span.since != min(starts) and not entry.amended_by:
                yield Problem(
                    provision.file, f"rule {entry.id}.amended_by", "is missing: name the amending provision"
                )


def _homes(law: Instrument) -> Iterator[Problem]:
    """A rule lives in one file."""
    homes: dict[str, str] = {}
    for provision in law.provisions:
        for rule in provision.rules:
            home = homes.setdefault(rule.id, provision.file)
            if home != provision.file:
                yield Problem(provision.file, f"rule {rule.id}", f"already stands in {home}")


def _by_id(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.id, []).append(rule)
    return {rule_id: sorted(entries, key=lambda rule: rule.span.since) for rule_id, entries in found.items()}


def _meet(first: Rule, second: Rule) -> bool:
    """Tell whether one school can fall under both."""
    return all(first.where[fact] & second.where[fact] for fact in first.where.keys() & second.where.keys())


def _overlap(first: Span, second: Span) -> bool:
    return second.since in first or first.since in second
