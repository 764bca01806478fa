"""Reads a folder of `rules/` into an `Instrument`, and reports everything that is wrong with it at once."""

import datetime
import functools
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from governance.errors import LawError, Problem, ProposalError
from governance.law.checks.outcome import Stage
from governance.law.checks.registry import CHECKS, Check
from governance.law.facts import DOMAIN, Value
from governance.law.provision import (
    LEGISLATION,
    Applied,
    DoubtWeight,
    Example,
    Footing,
    Instrument,
    NotEncoded,
    Prospective,
    Provision,
    Reading,
    Rule,
    Severity,
    Span,
    cite,
)
from governance.law.relation import Relation, parse
from governance.law.store.consistency import Unread, inconsistencies
from governance.law.store.files import RuleFile, RuleFolder, read_folder
from governance.model import Term
from governance.model.reading import parse as parse_proposal

T = TypeVar("T")
Unit = Literal[
    "days",
    "clear days",
    "school days",
    "weeks",
    "months",
    "governors",
    "members",
    "meetings",
    "of the governors",
    "of the members in post",
    "of the pupils",
    "of the staff",
]
"""What a step of a procedure counts in."""


@attrs.frozen
class _RuleEntry:
    """A `[[rule]]` as it stands in the file; `params` are the keys that belong to its check."""

    id: str
    para: str
    title: str
    says: str
    since: datetime.date
    until: datetime.date | None = None
    where: Mapping[str, frozenset[Value]] = attrs.field(factory=dict)
    severity: Severity = "unlawful"
    require: Relation | None = None
    check: str | None = None
    reading: str | None = None
    otherwise: Relation | None = None
    stage: Stage | None = None
    declares: str = ""
    amended_by: str | None = None
    ended_by: str | None = None


@attrs.frozen
class _ReadingEntry:
    id: str
    para: str
    doubt: str
    taken: str
    other: str
    stricter: Literal["taken", "other", "neither"]
    since: datetime.date | None = None
    until: datetime.date | None = None
    ended_by: str | None = None
    weight: DoubtWeight = "serious"


@attrs.frozen
class _NotEncodedEntry:
    para: str
    why: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    amended_by: str | None = None
    ended_by: str | None = None


@attrs.frozen
class _FootingEntry:
    id: str
    para: str
    says: str
    since: datetime.date
    until: datetime.date | None = None
    value: Fraction | None = None
    unit: Unit | None = None
    reading: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a number without a unit, and a unit without a number."""
        if (self.value is None) != (self.unit is None):
            raise ValueError("needs both `value` and `unit`, or neither")


@attrs.frozen
class _ExampleEntry:
    says: str
    school: str
    breaks: frozenset[str]
    seats: Mapping[str, Any] = attrs.field(factory=dict)
    on: datetime.date | None = None
    foundation: str | None = None
    head_resigned: bool | None = None
    religious_character: str | None = None
    phase: str | None = None
    foundation_origin: str | None = None
    schools: tuple[Mapping[str, Any], ...] | None = None
    instrument: Mapping[str, Any] | None = None
    terms: Mapping[str, Any] | None = None
    earlier: tuple[Mapping[str, Any], ...] | None = None
    person: Mapping[str, Any] | None = None
    current: Mapping[str, Any] | None = None


@attrs.frozen
class _ProvisionEntry:
    """The head of a file; `url` is given where the source does not stand under the provision's number.

    `covers` names the other provisions that the file accounts for.
    """

    instrument: str
    number: str
    title: str
    paras: tuple[str, ...]
    compared: datetime.date
    against: str
    url: str | None = None
    covers: tuple[str, ...] = ()


@attrs.frozen
class _InstrumentEntry:
    id: str
    title: str
    cite: str
    since: datetime.date
    provisions: tuple[str, ...]
    until: datetime.date | None = None
    commencement: Literal["recorded", "not recorded"] = "recorded"
    url: str | None = None
    applies: tuple[Applied, ...] = ()
    caution: str = ""
    as_made: bool = False


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)

    @converter.register_structure_hook
    def _text(value: Any, _: type) -> str:
        return _as(value, str, "text")

    @converter.register_structure_hook
    def _whole_number(value: Any, _: type) -> int:
        if isinstance(value, bool):
            raise TypeError(f"{value!r} is not a whole number")
        return _as(value, int, "a whole number")

    @converter.register_structure_hook
    def _flag(value: Any, _: type) -> bool:
        return _as(value, bool, "true or false")

    @converter.register_structure_hook
    def _day(value: Any, _: type) -> datetime.date:
        return _as(value, datetime.date, "a day")

    @converter.register_structure_hook
    def _term(value: Any, _: type) -> Term:
        return Term.parse(_as(value, str, "a term"))

    @converter.register_structure_hook
    def _share(value: Any, _: type) -> Fraction:
        if isinstance(value, int) and not isinstance(value, bool):
            return Fraction(value)
        return Fraction(_as(value, str, "a whole number, or a share in quotation marks"))

    @converter.register_structure_hook
    def _relation(value: Any, _: type) -> Relation:
        return parse(_as(value, str, "a relation"))

    def _list(value: Any, kind: Any) -> Any:
        """Read a list item by item: cattrs would take a text for a list of its letters."""
        found, errors = [], []
        for number, item in enumerate(_as(value, list, "a list")):
            try:
                found.append(converter.structure(item, get_args(kind)[0]))
            except Exception as error:  # noqa: BLE001 - each item is read, whatever the hooks raise
                error.add_note(IterableValidationNote("", number, get_args(kind)[0]))
                errors.append(error)
        if errors:
            raise cattrs.IterableValidationError("", errors, kind)
        return get_origin(kind)(found)

    converter.register_structure_hook_func(_is_list, _list)
    converter.register_structure_hook_func(lambda kind: kind == Mapping[str, frozenset[Value]], _where)
    converter.register_structure_hook_func(
        lambda kind: kind == Mapping[str, Any], lambda value, _: _as(value, dict, "a table")
    )
    for entry in (_RuleEntry, _ReadingEntry, _NotEncodedEntry, _FootingEntry, _InstrumentEntry):
        converter.register_structure_hook(
            entry,
            make_dict_structure_fn(
                entry, converter, _cattrs_forbid_extra_keys=True, since=override(rename="from")
            ),
        )
    return converter


def _is_list(kind: Any) -> bool:
    return any(get_origin(kind) is one for one in (tuple, frozenset))


def _as(value: Any, kind: type[T], what: str) -> T:
    if not isinstance(value, kind) or isinstance(value, datetime.datetime):
        raise TypeError(f"{value!r} is not {what}")
    return value


def _where(value: Any, _: Any) -> Mapping[str, frozenset[Value]]:
    where = {}
    for fact, given in _as(value, dict, "a table").items():
        if fact not in DOMAIN:
            raise ValueError(f"{fact!r} is not a fact; known: {', '.join(DOMAIN)}")
        values = given if isinstance(given, list) else [given]
        if not values:
            raise ValueError(f"{fact} = [] names no value, so the rule would never apply: name one, or none")
        for one in values:
            if one not in DOMAIN[fact] or isinstance(one, bool) is not isinstance(DOMAIN[fact][0], bool):
                raise ValueError(
                    f"{one!r} is not a value of {fact}; known: {', '.join(map(str, DOMAIN[fact]))}"
                )
        where[fact] = frozenset(values)
    return where


_CONVERTER = _converter()
_LISTS = ("rule", "reading", "not_encoded", "footing", "prospective", "example")
_RULE_KEYS = frozenset({field.name for field in attrs.fields(_RuleEntry)} - {"since"} | {"from"})


class _File:
    """One file of rules, read entry by entry into values, with the problems met on the way."""

    def __init__(self, file: RuleFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.unread: dict[str, list[dict[str, Any]]] = {key: [] for key in _LISTS}

    def one(self, key: str, entry: type[T]) -> T | None:
        """Read the table that must stand under a key."""
        if key not in self.file.data:
            self.problem(key, "is missing", f"Add [{key}]")
            return None
        return self.structure(key, self.file.data[key], entry)

    def many(self, key: str, build: Callable[[str, dict[str, Any]], T | None]) -> tuple[T, ...]:
        """Read the list of tables under a key."""
        entries = self.file.data.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.problem(key, "is not a list of tables", f"Write [[{key}]]")
            return ()
        built = []
        for number, data in enumerate(entries, start=1):
            name = data.get("id") or data.get("para") or number
            before = len(self.problems)
            if (value := build(f"{key} {name}", data)) is not None:
                built.append(value)
            if len(self.problems) > before:
                self.unread[key].append(data)
        return tuple(built)

    def tables(self, key: str) -> Iterator[dict[str, Any]]:
        """Give the tables that stand under a key, whatever they hold."""
        entries = self.file.data.get(key, [])
        return (one for one in entries if isinstance(one, dict)) if isinstance(entries, list) else iter(())

    def structure(self, name: str, data: Any, kind: type[T]) -> T | None:
        """Read one table as one value, or report each thing wrong with it."""
        try:
            return _CONVERTER.structure(data, kind)
        except Exception as error:  # noqa: BLE001 - cattrs groups whatever the hooks raise
            for path, message in _explain(error):
                self.problem(".".join(part for part in (name, path) if part), message)
            return None

    def problem(self, path: str, message: str, remedy: str = "") -> None:
        """Report one thing that is wrong."""
        self.problems.append(Problem(self.file.name, path, message, remedy))


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
    readers = [_File(file, problems) for file in files.provisions]
    found = [_provision(reader, law) for reader in readers]
    provisions = tuple(sorted((p for p in found if p), key=_order))
    compared = min((one.compared for one in provisions), default=datetime.date.max)
    law = attrs.evolve(law, provisions=provisions, compared=compared)
    problems += inconsistencies(law, _unread(files, readers, found))
    if problems:
        raise LawError(tuple(problems))
    return law


def _head(file: RuleFile | None, problems: list[Problem]) -> _InstrumentEntry | None:
    """Read instrument.toml; the other files are read all the same where it is not right."""
    if file is None:
        return None
    reader = _File(file, problems)
    for key in sorted(file.data.keys() - {"instrument"}):
        reader.problem(key, "is not a key known here", "Known: instrument")
    return reader.one("instrument", _InstrumentEntry)


def _unread(files: RuleFolder, readers: list["_File"], found: list[Provision | None]) -> Unread:
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


def _provision(file: _File, law: Instrument) -> Provision | None:
    head = file.one("provision", _ProvisionEntry)
    for key in sorted(file.file.data.keys() - {"provision", *_LISTS}):
        file.problem(key, "is not a key known here", f"Known: provision, {', '.join(_LISTS)}")
    rules = file.many("rule", lambda name, data: _rule(file, name, data, law))
    readings = file.many("reading", lambda name, data: file.structure(name, data, _ReadingEntry))
    gaps = file.many("not_encoded", lambda name, data: file.structure(name, data, _NotEncodedEntry))
    footings = file.many("footing", lambda name, data: file.structure(name, data, _FootingEntry))
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


def _rule(file: _File, name: str, data: dict[str, Any], law: Instrument) -> Rule | None:
    params = {key: value for key, value in data.items() if key not in _RULE_KEYS}
    other = data.get("otherwise")
    if isinstance(other, str) and "check" in data:
        file.problem(
            f"{name}.otherwise", "is a relation, and the rule a check", "Give the check's other parameters"
        )
        data = {key: value for key, value in data.items() if key != "otherwise"}
    if isinstance(other, dict) and "check" in data:
        data = {key: value for key, value in data.items() if key != "otherwise"}
    entry = file.structure(name, {key: data[key] for key in data.keys() & _RULE_KEYS}, _RuleEntry)
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
            file.problem(f"{name}.{key}", "is not a key of a rule", f"Known: {', '.join(sorted(_RULE_KEYS))}")
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


def _example(file: _File, name: str, data: dict[str, Any]) -> Example | None:
    entry = file.structure(name, data, _ExampleEntry)
    if entry is None:
        return None
    try:
        proposal = parse_proposal(_tables(entry), source=file.file.name)
    except ProposalError as error:
        for problem in error.problems:
            file.problem(f"{name}.{problem.path}", problem.message, problem.remedy)
        return None
    return Example(entry.says, proposal, entry.breaks, entry.on)


def _tables(entry: _ExampleEntry) -> dict[str, Any]:
    """Give an example as the tables of a proposal file, with those keys that it gives."""
    facts = ("foundation", "head_resigned", "religious_character", "phase", "foundation_origin")
    tables = ("seats", "schools", "instrument", "terms", "earlier", "current")
    return {
        "school": {"category": entry.school, **_given(entry, facts)},
        **_given(entry, tables),
        **({"people": [{"key": "the person", **entry.person}]} if entry.person is not None else {}),
    }


def _given(entry: _ExampleEntry, keys: tuple[str, ...]) -> dict[str, Any]:
    values = {key: getattr(entry, key) for key in keys}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in values.items() if v is not None}


def _span(entry: _RuleEntry | _ReadingEntry | _NotEncodedEntry | _FootingEntry, law: Instrument) -> Span:
    """Give the days on which an entry is in force: no longer than its instrument governs anybody."""
    since = entry.since or law.span.since
    known = law.span.start_known or since != law.span.since
    return Span(since, entry.until or law.span.until, start_known=known)


def _order(provision: Provision) -> tuple[str, int, str]:
    """Regulations before schedules, each in the order of their numbers (24 before 24A)."""
    kind, _, number = provision.number.partition("/")
    digits = "".join(c for c in number if c.isdigit())
    return kind, int(digits or 0), number


def _explain(error: BaseException) -> list[tuple[str, str]]:
    """Say what cattrs met as (key, message) pairs, in the words of the file, not of Python."""
    if isinstance(error, cattrs.BaseValidationError):
        found = []
        for inner, note in _with_notes(error):
            key = "from" if note == "since" else note
            for path, message in _explain(inner):
                found.append((".".join(part for part in (key, path) if part), message))
        return found
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return [(key, "is not a key known here") for key in sorted(error.extra_fields)]
    if isinstance(error, KeyError):
        return [("", "is missing")]
    return [("", str(error))]


def _with_notes(error: cattrs.BaseValidationError) -> list[tuple[BaseException, str]]:
    pairs: list[tuple[BaseException, str]] = []
    for inner in error.exceptions:
        notes = getattr(inner, "__notes__", [])
        name = next((str(getattr(note, "name", getattr(note, "index", ""))) for note in notes), "")
        pairs.append((inner, name))
    return pairs
