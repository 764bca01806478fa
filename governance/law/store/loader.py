"""Reads a folder of `rules/` into an `Instrument`, and reports everything that is wrong with it at once."""

import datetime
import functools
from pathlib import Path
from typing import Any

import attrs

from governance.errors import LawError, Problem, ProposalError
from governance.law.checks.registry import CHECKS, Check
from governance.law.provision import (
    LEGISLATION,
    Example,
    Footing,
    Instrument,
    NotEncoded,
    Prospective,
    Provision,
    Reading,
    Rule,
    Span,
    cite,
)
from governance.law.store.consistency import Unread, inconsistencies
from governance.law.store.entries import (
    LISTS,
    RULE_KEYS,
    ExampleEntry,
    FootingEntry,
    InstrumentEntry,
    NotEncodedEntry,
    ProvisionEntry,
    ReadingEntry,
    RuleEntry,
)
from governance.law.store.files import RuleFile, RuleFolder, read_folder
from governance.law.store.rule_file import Reader
from governance.model.reading import parse as parse_proposal


@functools.cache
def load_instrument(folder: str, *, root: Path | None = None) -> Instrument:
    """Read `rules/FOLDER`; LawError naming file, rule and key for everything that is wrong with it."""
    files = read_folder(folder, root=root)
    problems = list(files.problems)
    head = _head(files.instrument, problems)
    url = (head.url or f"{LEGISLATION}/{head.id}") if head else ""
    law = Instrument("", "", "", Span(datetime.date.min))
    if head:
        span = Span(head.since, head.until, start_known=head.commencement == "recorded")
        law = Instrument(
            head.id,
            head.title,
            head.cite,
            span,
            hash=files.hash,
            url=url,
            listed=head.provisions,
            applies=head.applies,
            caution=head.caution,
            as_made=head.as_made,
        )
    readers = [Reader(file, problems) for file in files.provisions]
    found = [_provision(reader, law) for reader in readers]
    provisions = tuple(sorted((p for p in found if p), key=_order))
    compared = min((one.compared for one in provisions), default=datetime.date.max)
    law = attrs.evolve(law, provisions=provisions, compared=compared)
    problems += inconsistencies(law, _unread(files, readers, found))
    if problems:
        raise LawError(tuple(problems))
    return law


def _head(file: RuleFile | None, problems: list[Problem]) -> InstrumentEntry | None:
    """Read instrument.toml; the other files are read all the same where it is not right."""
    if file is None:
        return None
    reader = Reader(file, problems)
    for key in sorted(file.data.keys() - {"instrument"}):
        reader.problem(key, "is not a key known here", "Known: instrument")
    return reader.one("instrument", InstrumentEntry)


def _unread(files: RuleFolder, readers: list[Reader], found: list[Provision | None]) -> Unread:
    """Say what stands in the files and could not be read, so that nothing is reported missing because of it."""
    rules: list[Any] = []
    readings: list[Any] = []
    for reader, provision in zip(readers, found, strict=True):
        rules += reader.unread["rule"] if provision else [*reader.tables("rule")]
        readings += reader.unread["reading"] if provision else [*reader.tables("reading")]
    return Unread(
        rules=frozenset(str(data.get("id")) for data in rules),
        readings=frozenset(str(data.get("id")) for data in readings),
        turning_on=frozenset(str(data.get("reading")) for data in rules),
        files=any(problem.path == "" for problem in files.problems) or None in found,
    )


def _provision(file: Reader, law: Instrument) -> Provision | None:
    head = file.one("provision", ProvisionEntry)
    for key in sorted(file.file.data.keys() - {"provision", *LISTS}):
        file.problem(key, "is not a key known here", f"Known: provision, {', '.join(LISTS)}")
    rules = file.many("rule", lambda name, data: _rule(file, name, data, law))
    readings = file.many("reading", lambda name, data: file.structure(name, data, ReadingEntry))
    gaps = file.many("not_encoded", lambda name, data: file.structure(name, data, NotEncodedEntry))
    footings = file.many("footing", lambda name, data: file.structure(name, data, FootingEntry))
    prospective = file.many("prospective", lambda name, data: file.structure(name, data, Prospective))
    examples = file.many("example", lambda name, data: _example(file, name, data))
    if head is None:
        return None
    if law.id and head.instrument != law.id:
        file.problem(
            "provision.instrument", f"{head.instrument!r} is not {law.id!r}, which this folder holds"
        )
    own = f"{LEGISLATION}/{law.id}"
    url = head.url or (f"{own}/{head.number}" if law.url == own else law.url)
    return Provision(
        number=head.number,
        title=head.title,
        paras=head.paras,
        compared=head.compared,
        against=head.against,
        url=url,
        file=file.file.name,
        rules=tuple(
            attrs.evolve(rule, instrument=law.id, citation=cite(law.cite, head.number, rule.para), url=url)
            for rule in rules
        ),
        readings=tuple(
            Reading(r.id, r.para, r.doubt, r.taken, r.other, r.stricter, _span(r, law), r.ended_by, r.weight)
            for r in readings
        ),
        not_encoded=tuple(NotEncoded(n.para, n.why, _span(n, law), n.amended_by, n.ended_by) for n in gaps),
        footings=tuple(
            Footing(f.id, f.para, f.says, _span(f, law), f.value, f.unit, f.reading) for f in footings
        ),
        examples=examples,
        covers=head.covers,
        prospective=prospective,
    )


def _rule(file: Reader, name: str, data: dict[str, Any], law: Instrument) -> Rule | None:
    params = {key: value for key, value in data.items() if key not in RULE_KEYS}
    other = data.get("otherwise")
    if isinstance(other, str) and "check" in data:
        file.problem(
            f"{name}.otherwise", "is a relation, and the rule a check", "Give the check's other parameters"
        )
        data = {key: value for key, value in data.items() if key != "otherwise"}
    if isinstance(other, dict) and "check" in data:
        data = {key: value for key, value in data.items() if key != "otherwise"}
    entry = file.structure(name, {key: data[key] for key in data.keys() & RULE_KEYS}, RuleEntry)
    check: Check | None = None
    other_check: Check | None = None
    kind = data.get("check")
    if kind is not None and (not isinstance(kind, str) or kind not in CHECKS):
        file.problem(f"{name}.check", f"{kind!r} is not a check", f"Known: {', '.join(CHECKS)}")
        return None
    if kind is not None:
        check = file.structure(name, params, CHECKS[kind])
        if isinstance(other, dict):
            other_check = file.structure(f"{name}.otherwise", {**params, **other}, CHECKS[kind])
    else:
        for key in params:
            file.problem(f"{name}.{key}", "is not a key of a rule", f"Known: {', '.join(sorted(RULE_KEYS))}")
    if entry is None:
        return None
    return Rule(
        id=entry.id,
        para=entry.para,
        title=entry.title,
        says=entry.says,
        span=_span(entry, law),
        where=entry.where,
        severity=entry.severity,
        require=entry.require,
        check=check,
        reading=entry.reading,
        otherwise=entry.otherwise,
        other_check=other_check,
        stage=entry.stage,
        declares=entry.declares,
        amended_by=entry.amended_by,
        ended_by=entry.ended_by,
    )


def _example(file: Reader, name: str, data: dict[str, Any]) -> Example | None:
    entry = file.structure(name, data, ExampleEntry)
    if entry is None:
        return None
    try:
        proposal = parse_proposal(_tables(entry), source=file.file.name)
    except ProposalError as error:
        for problem in error.problems:
            file.problem(f"{name}.{problem.path}", problem.message, problem.remedy)
        return None
    return Example(entry.says, proposal, entry.breaks, entry.on)


def _tables(entry: ExampleEntry) -> dict[str, Any]:
    """Give an example as the tables of a proposal file, with those keys that it gives."""
    facts = ("foundation", "head_resigned", "religious_character", "phase", "foundation_origin")
    tables = ("seats", "schools", "instrument", "terms", "earlier", "current")
    return {
        "school": {"category": entry.school, **_given(entry, facts)},
        **_given(entry, tables),
        **({"people": [{"key": "the person", **entry.person}]} if entry.person is not None else {}),
    }


def _given(entry: ExampleEntry, keys: tuple[str, ...]) -> dict[str, Any]:
    values = {key: getattr(entry, key) for key in keys}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in values.items() if v is not None}


def _span(entry: RuleEntry | ReadingEntry | NotEncodedEntry | FootingEntry, law: Instrument) -> Span:
    """Give the days on which an entry is in force: no longer than its instrument governs anybody."""
    since = entry.since or law.span.since
    known = law.span.start_known or since != law.span.since
    return Span(since, entry.until or law.span.until, start_known=known)


def _order(provision: Provision) -> tuple[str, int, str]:
    """Regulations before schedules, each in the order of their numbers (24 before 24A)."""
    kind, _, number = provision.number.partition("/")
    digits = "".join(c for c in number if c.isdigit())
    return kind, int(digits or 0), number
