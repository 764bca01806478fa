"""A proposal's fingerprint: two proposals that say the same have the same one, wherever and however they are written."""

import datetime
import functools
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from governance.model.proposal import Proposal


def fingerprint(proposal: "Proposal") -> str:
    """Give the hash of all that a proposal says, but for the words of its paper: 64 hexadecimal digits, of SHA-256.

    The name of the file, the order of its keys and whether it is TOML or JSON do not matter, nor does a key that
    says what is taken where it is absent; so a key that a later version adds changes nothing. Nor does the kind of
    apostrophe, which a document sets as a printer does.

    >>> from governance.model import Proposal, School, Seats
    >>> one = Proposal(School("community"), Seats(parent=2), source="one.toml")
    >>> fingerprint(one) == fingerprint(attrs.evolve(one, source="other.json"))
    True
    """
    import json  # noqa: PLC0415 - only where a document is made

    said = json.dumps(
        _said(attrs.evolve(proposal, source="", read_as=(), paper=None)), sort_keys=True, ensure_ascii=True
    )
    return hashlib.sha256(said.encode()).hexdigest()


def _said(value: Any) -> Any:
    """Turn a value into plain ones, and leave out each field that says no more than its absence does."""
    if isinstance(value, str):
        return value.replace("’", "'")
    if isinstance(value, (int, float)) or value is None:
        return value
    if attrs.has(type(value)):
        fields = _fields(type(value))  # type: ignore[arg-type]  # a class can be hashed
        held = ((name, getattr(value, name), default) for name, default in fields)
        return {name: _said(one) for name, one, default in held if one not in (None, "", default)}
    if isinstance(value, Mapping):
        return {str(key): _said(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [_said(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


@functools.cache
def _fields(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """Name the fields of a value, and what each holds where nobody gives it."""
    factories = ((field, getattr(field.default, "factory", None)) for field in attrs.fields(kind))
    return tuple((field.name, make() if make else field.default) for field, make in factories)
