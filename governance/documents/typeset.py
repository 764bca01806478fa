"""Apostrophes in names as a printer sets them, however they were typed: a document has one kind throughout."""

import functools
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import attrs

_T = TypeVar("_T")

_WITHIN: Final = re.compile(r"(?<=\w)'(?=\w)")
_AT_THE_END: Final = re.compile(r"(?<=[sS])'(?!\w)")
_OPENS: Final = re.compile(r"(?<!\w)'(?=\w)")
_AS_GIVEN: Final = frozenset(("ethos", "source", "read_as", "religious_character"))
"""An ethos is in words that were agreed, and the others are no names."""


def typeset(words: str) -> str:
    r"""Give the words with typographic apostrophes; words in single quotation marks are left as they are.

    >>> typeset("St Mary's Infants' School") == "St Mary\u2019s Infants\u2019 School"
    True
    """
    if "'" not in words:
        return words
    words = _WITHIN.sub("’", words)
    return words if _OPENS.search(words) else _AT_THE_END.sub("’", words)


def typeset_names(value: _T) -> _T:
    """Give a proposal as a document writes it, or any other value; a proposal keeps its fingerprint and its verdict."""
    said: _T = _typeset(value)
    return said


def _typeset(value: Any) -> Any:
    if isinstance(value, str):
        return typeset(value)
    if isinstance(value, tuple):
        return tuple(map(_typeset, value))
    if names := _names(type(value)):  # type: ignore[arg-type]  # a class can be hashed
        held = [(name, getattr(value, name)) for name in names]
        new = {name: set_ for name, one in held if one is not None and (set_ := _typeset(one)) != one}
        return attrs.evolve(value, **new) if new else value
    return {key: _typeset(held) for key, held in value.items()} if isinstance(value, Mapping) else value


@functools.cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """Name the fields of a value in which names may stand."""
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    return tuple(field.name for field in fields if field.init and field.name not in _AS_GIVEN)
