"""Tables into the text of a TOML file, with comments: the other way round from `tomllib`, which only reads."""

import datetime
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

WIDTH: Final = 100
"""Comments are set to it; a value is never broken."""

_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}
_REPLACEMENT: Final = "\ufffd"
_BEYOND_FOUR_DIGITS: Final = 0xFFFF
_KEY_CHARACTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_NONE: Final[Mapping[str, Sequence[str]]] = {}


def toml_file(
    data: Mapping[str, Any],
    *,
    notes: Mapping[str, Sequence[str]] = _NONE,
    after: Mapping[str, Sequence[str]] = _NONE,
) -> str:
    r"""Write tables as a TOML file.

    `notes` are comments by key ("seats.parent", "schools.0.name"): behind the value where there is one and it
    fits, else above it. `after` are whole lines, comments as a rule, to stand at the end of a table, by its key.
    TypeError for a value that TOML cannot hold.

    >>> print(toml_file({"seats": {"parent": 2}}, notes={"seats.parent": ["two parents"]}), end="")
    [seats]
    parent = 2  # two parents
    """
    return "\n".join([*_Writer(notes, after).table(data), ""]).lstrip("\n")


def toml_value(value: object) -> str:
    r"""Write one value on one line.

    >>> print(toml_value(["one", 2, datetime.date(2018, 9, 18), {"sealed": True}]))
    ["one", 2, 2018-09-18, {sealed = true}]
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return f'"{"".join(map(_escaped, value))}"'
        case datetime.date() if not isinstance(value, datetime.datetime):
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(map(toml_value, value))}]"
        case Mapping():
            return (
                f"{{{', '.join(f'{toml_key(key)} = {toml_value(inner)}' for key, inner in value.items())}}}"
            )
    raise TypeError(f"{value!r} cannot stand in a proposal file")


def toml_key(key: str) -> str:
    """Write a key, in quotation marks where it needs them."""
    return key if key and _KEY_CHARACTERS.issuperset(key) else toml_value(key)


def comment(text: str, *, indent: str = "") -> list[str]:
    r"""Set a comment to the width, whatever is in the text: what cannot be printed is shown as its number.

    >>> comment("two\nparent governors")
    ['# two parent governors']
    """
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in " ".join(text.split()))
    return textwrap.wrap(
        shown,
        WIDTH,
        initial_indent=f"# {indent}",
        subsequent_indent=f"# {indent}",
        break_long_words=False,
        break_on_hyphens=False,
    )


@attrs.frozen
class _Writer:
    """What is to be said beside the values: comments by key, and lines at the end of a table."""

    notes: Mapping[str, Sequence[str]]
    after: Mapping[str, Sequence[str]]

    def table(self, data: Mapping[str, Any], path: str = "", heading: str = "") -> Iterator[str]:
        """Write the keys of a table, and then the tables within it, each under its own heading."""
        within = {key: value for key, value in data.items() if isinstance(value, Mapping) or _tables(value)}
        for key, value in data.items():
            if key not in within:
                notes = self.notes.get(_join(path, key), ())
                yield from _line(f"{toml_key(key)} = {toml_value(value)}", notes)
        yield from self.after.get(path, ())
        for key, value in within.items():
            name, inner = _join(heading, toml_key(key)), _join(path, key)
            if isinstance(value, Mapping):
                yield from self._titled(f"[{name}]", value, inner, name)
            else:
                for number, entry in enumerate(value):
                    yield from self._titled(f"[[{name}]]", entry, f"{inner}.{number}", name)

    def _titled(self, title: str, data: Mapping[str, Any], path: str, heading: str) -> Iterator[str]:
        above = [line for note in self.notes.get(path, ()) for line in comment(note)]
        yield from ("", *above, title)
        yield from self.table(data, path, heading)


def _tables(value: object) -> bool:
    return (
        isinstance(value, list | tuple) and bool(value) and all(isinstance(item, Mapping) for item in value)
    )


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _line(line: str, notes: Sequence[str]) -> list[str]:
    below = [comment(note) for note in notes]
    if len(below) == 1 and len(below[0]) == 1 and len(line) + 2 + len(below[0][0]) <= WIDTH:
        return [f"{line}  {below[0][0]}"]
    return [*(text for lines in below for text in lines), line]


def _escaped(character: str) -> str:
    """Write one character of a text; one that no file can hold becomes the mark for that."""
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    if "\ud800" <= character <= "\udfff":
        return _REPLACEMENT
    return f"\\U{number:08x}" if number > _BEYOND_FOUR_DIGITS else f"\\u{number:04x}"
