"""What must be true of the files of one instrument taken together, whatever the law says.

Every entry cites a paragraph that the provision has; entries of one rule follow each other without overlap
or gap; readings and examples name things that exist.
"""

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from governance.errors import Problem
from governance.law.checks.people import PersonCheck
from governance.law.facts import DOMAIN, PERSON_FACTS, Value
from governance.law.provision import Instrument, Provision, Rule, Span
from governance.model.names import CO_OPTED_STAFF

_PROVISION: Final = re.compile(
    r"(?:uksi|ukpga)/\d{4}/\d+(?: (?:reg|art|s|Sch) \d.*)?|[A-Z][A-Za-z' ]{1,80} \d{4} s \d.*"
)
_AS_WRITTEN: Final = 'Write "uksi/2017/487 reg 2(2)", "ukpga/2026/21 s 58" or "Education Act 2011 s 38"'


@attrs.frozen
class Unread:
    """What stands in the files and could not be read: nothing is said to be missing because of it.

    `rules` and `readings` are names of such entries, `turning_on` the readings that such rules name; `files` says
    that whole files were not read.
    """

    rules: frozenset[str] = frozenset()
    readings: frozenset[str] = frozenset()
    turning_on: frozenset[str] = frozenset()
    files: bool = False


def inconsistencies(law: Instrument, unread: Unread) -> list[Problem]:
    """List everything in which the files of an instrument disagree with each other or with themselves."""
    problems: list[Problem] = []
    for provision in law.provisions:
        problems += _in_provision(law, provision, unread)
    if law.id:
        problems += _complete(law, unread)
    problems += _homes(law)
    problems += _one_reading_of_a_name(law)
    return problems


def _complete(law: Instrument, unread: Unread) -> Iterator[Problem]:
    """Every provision that the instrument lists has one file that accounts for it, and every file is listed."""
    head = f"{law.provisions[0].file.rpartition('/')[0]}/instrument.toml" if law.provisions else law.cite
    homes: dict[str, str] = {}
    for provision in law.provisions:
        for number in (provision.number, *provision.covers):
            if number in homes:
                yield Problem(provision.file, "provision", f"{number!r} already stands in {homes[number]}")
            homes.setdefault(number, provision.file)
        named = provision.covers or (provision.number,)
        for number in named:
            if number not in law.listed:
                yield Problem(
                    provision.file,
                    "provision.covers" if provision.covers else "provision.number",
                    f"{number!r} is not among the provisions that instrument.toml lists",
                )
    for number in sorted({number for number in law.listed if law.listed.count(number) > 1}):
        yield Problem(head, "instrument.provisions", f"lists {number!r} twice")
    for number in law.listed:
        if number not in homes and not unread.files:
            yield Problem(
                head,
                "instrument.provisions",
                f"no file accounts for {number!r}",
                "Write its file, or name it in the `covers` of another",
            )


def _one_reading_of_a_name(law: Instrument) -> Iterator[Problem]:
    homes: dict[str, str] = {}
    for provision in law.provisions:
        for reading in provision.readings:
            if reading.id in homes:
                yield Problem(
                    provision.file,
                    f"reading {reading.id}",
                    f"another of this name stands in {homes[reading.id]}",
                )
            homes.setdefault(reading.id, provision.file)


def _in_provision(law: Instrument, provision: Provision, unread: Unread) -> Iterator[Problem]:
    readings = {reading.id for reading in provision.readings}
    for rule in provision.rules:
        yield from (
            Problem(provision.file, f"rule {rule.id}{key}", text)
            for key, text in _of_rule(rule, readings | unread.readings)
        )
    entries: list[tuple[str, str, Span]] = [
        *((f"rule {rule.id}", rule.para, rule.span) for rule in provision.rules),
        *((f"reading {reading.id}", reading.para, reading.span) for reading in provision.readings),
        *((f"not_encoded {gap.para}", gap.para, gap.span) for gap in provision.not_encoded),
        *((f"footing {footing.id}", footing.para, footing.span) for footing in provision.footings),
    ]
    for name, para, span in entries:
        if para not in provision.paras:
            yield Problem(provision.file, f"{name}.para", f"{para!r} is not among the provision's paras")
        if span.since not in law.span:
            yield Problem(provision.file, f"{name}.from", f"{law.cite} is not in force on {span.since}")
        if span.until is not None and span.until <= span.since:
            yield Problem(provision.file, f"{name}.until", f"{span.until} is not after {span.since}")
        if law.span.until is not None and (span.until is None or span.until > law.span.until):
            yield Problem(provision.file, f"{name}.until", f"{law.cite} ends before, on {law.span.until}")
    for one in provision.prospective:
        if one.para not in provision.paras:
            yield Problem(
                provision.file,
                f"prospective {one.para}.para",
                f"{one.para!r} is not among the provision's paras",
            )
    turning = {rule.reading for rule in provision.rules} | {one.reading for one in provision.footings}
    for reading in sorted(readings - turning - unread.turning_on):
        yield Problem(provision.file, f"reading {reading}", "no rule here turns on it, and no footing")
    for footing in provision.footings:
        if footing.reading is not None and footing.reading not in readings | unread.readings:
            yield Problem(
                provision.file,
                f"footing {footing.id}.reading",
                f"{footing.reading!r} is not a reading of this file",
            )
    if hole := _hole(provision):
        yield Problem(
            provision.file,
            "provision.paras",
            f"there is no {hole}",
            "List it; or list the whole provision, as not encoded, where the rest was not read",
        )
    yield from _examples(law, provision, unread)
    yield from _successions(provision, unread)
    yield from _amendments(law, provision, unread)


def _hole(provision: Provision) -> str | None:
    """Name the first paragraph that is missing from a provision whose paragraphs are numbered.

    There is none where the whole is listed as not encoded, which stands for the paragraphs not named.
    """
    kind, _, number = provision.number.partition("/")
    whole, mark = (
        (f"Sch {number}", f"Sch {number} paras? ") if kind == "schedule" else (number, rf"{number}\(")
    )
    if any(gap.para == whole for gap in provision.not_encoded):
        return None
    found: set[int] = set()
    for para in provision.paras:
        if match := re.match(rf"{mark}(\d+)(?:\)?(?:-| to )\(?(\d+))?", para):
            found |= set(range(int(match[1]), int(match[2] or match[1]) + 1))
    missing = set(range(1, max(found, default=0))) - found
    if not missing:
        return None
    return f"{whole} para {min(missing)}" if kind == "schedule" else f"{number}({min(missing)})"


def _examples(law: Instrument, provision: Provision, unread: Unread) -> Iterator[Problem]:
    ids = {rule.id for rule in law.rules} | unread.rules
    for number, example in enumerate(provision.examples, start=1):
        for unknown in sorted(example.breaks - ids) if not unread.files else ():
            yield Problem(provision.file, f"example {number}.breaks", f"{unknown!r} is not a rule")
        if example.on is not None and example.on not in law.span:
            yield Problem(
                provision.file, f"example {number}.on", f"{law.cite} is not in force on {example.on}"
            )


def _amendments(law: Instrument, provision: Provision, unread: Unread) -> Iterator[Problem]:
    """What ends before its instrument, or begins after it, names the provision that made it so."""
    began = {
        *((rule.para, rule.span.since) for rule in provision.rules),
        *((gap.para, gap.span.since) for gap in provision.not_encoded),
    }
    ends: list[tuple[str, Span, str | None, bool]] = [
        (f"rule {rule.id}", rule.span, rule.ended_by, _succeeded(rule, provision) or rule.id in unread.rules)
        for rule in provision.rules
    ]
    ends += [
        (f"reading {reading.id}", reading.span, reading.ended_by, False) for reading in provision.readings
    ]
    ends += [
        (f"not_encoded {gap.para}", gap.span, gap.ended_by, (gap.para, gap.span.until) in began)
        for gap in provision.not_encoded
    ]
    told = [(f"rule {rule.id}.amended_by", rule.amended_by) for rule in provision.rules]
    told += [(f"not_encoded {gap.para}.amended_by", gap.amended_by) for gap in provision.not_encoded]
    for place, by in (*told, *((f"{name}.ended_by", ended_by) for name, _, ended_by, _ in ends)):
        if by and not _PROVISION.fullmatch(by):
            yield Problem(provision.file, place, f"{by!r} names no provision", _AS_WRITTEN)
    for name, span, ended_by, succeeded in ends:
        if span.until not in (None, law.span.until) and not ended_by and not succeeded:
            yield Problem(
                provision.file, f"{name}.ended_by", "is missing: nothing follows, so name what ended it"
            )
        if span.until is None and ended_by:
            yield Problem(provision.file, f"{name}.ended_by", "is given, and the entry has no end")
    for gap in provision.not_encoded:
        if gap.span.since != law.span.since and law.id and not gap.amended_by:
            yield Problem(
                provision.file,
                f"not_encoded {gap.para}.amended_by",
                "is missing: name what brought it in",
            )


def _succeeded(rule: Rule, provision: Provision) -> bool:
    return any(
        later.id == rule.id and later.span.since == rule.span.until and _meet(rule, later)
        for later in provision.rules
    )


def _of_rule(rule: Rule, readings: set[str]) -> Iterator[tuple[str, str]]:
    if (rule.require is None) == (rule.check is None):
        yield "", "needs either `require` or `check`, and not both"
    if rule.require and rule.require.exact and CO_OPTED_STAFF in rule.require.weights:
        yield ".require", f"{CO_OPTED_STAFF} is never stated exactly: compare it with >= or <="
    if rule.reading is not None and rule.reading not in readings:
        yield ".reading", f"{rule.reading!r} is not a reading of this file"
    if isinstance(rule.check, PersonCheck) and rule.stage is None:
        yield ".stage", "is missing: a rule about a person bites at entry or while holding office"
    if not isinstance(rule.check, PersonCheck):
        if rule.stage is not None:
            yield ".stage", "belongs to a rule about a person"
        if rule.declares:
            yield ".declares", "belongs to a rule about a person"
        for fact in sorted(rule.where.keys() & PERSON_FACTS):
            yield f".where.{fact}", "belongs to a rule about a person"
    if (rule.otherwise is not None or rule.other_check is not None) and rule.reading is None:
        yield ".otherwise", "is the other side of a reading, and no `reading` is named"


def _successions(provision: Provision, unread: Unread) -> Iterator[Problem]:
    """Entries of one rule must not overlap, and where one ends and another follows it must follow at once."""
    for rule_id, entries in _by_id(provision.rules).items():
        if rule_id in unread.rules:
            continue
        for number, first in enumerate(entries):
            for second in entries[number + 1 :]:
                if _meet(first, second) and _overlap(first.span, second.span):
                    yield Problem(
                        provision.file, f"rule {first.id}", f"two entries are in force on {second.span.since}"
                    )
        for day in sorted({day for kind in _kinds(entries) for day in _gaps(entries, kind)}):
            yield Problem(provision.file, f"rule {rule_id}.until", f"leaves a gap from {day}")
        first_day = entries[0].span.since
        for entry in entries:
            if entry.span.since != first_day and not entry.amended_by:
                yield Problem(
                    provision.file, f"rule {entry.id}.amended_by", "is missing: name the amending provision"
                )


def _kinds(entries: list[Rule]) -> Iterator[dict[str, Value]]:
    """Walk every combination of the facts that the entries of one rule turn on."""
    facts = [fact for fact in DOMAIN if any(fact in entry.where for entry in entries)]
    for values in itertools.product(*(DOMAIN[fact] for fact in facts)):
        yield dict(zip(facts, values, strict=True))


def _gaps(entries: list[Rule], kind: dict[str, Value]) -> Iterator[datetime.date]:
    """Give the days from which a rule does not stand for one kind of school, though it does so later again."""
    spans = [
        entry.span for entry in entries if all(kind[fact] in values for fact, values in entry.where.items())
    ]
    for first, second in itertools.pairwise(spans):
        if first.until is not None and first.until < second.since:
            yield first.until


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
