"""A table of `rules/` into a value, and what is wrong with it in the words of the file, not of Python."""

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from governance.law.facts import DOMAIN, Value
from governance.law.relation import Relation, parse
from governance.law.store.entries import (
    FootingEntry,
    InstrumentEntry,
    NotEncodedEntry,
    ReadingEntry,
    RuleEntry,
)
from governance.model import Term

T = TypeVar("T")


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
    for entry in (RuleEntry, ReadingEntry, NotEncodedEntry, FootingEntry, InstrumentEntry):
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


CONVERTER = _converter()


def explain(error: BaseException) -> list[tuple[str, str]]:
    """Say what cattrs met as (key, message) pairs."""
    if isinstance(error, cattrs.BaseValidationError):
        found = []
        for inner, note in _with_notes(error):
            key = "from" if note == "since" else note
            for path, message in explain(inner):
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
