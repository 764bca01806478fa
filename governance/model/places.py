"""Where in a TOML file a key stands: tomllib reads the values and forgets the lines."""

import functools
import re

_HEADER = re.compile(r"\[(\[?)([^\[\]]+)\]")
_KEY = re.compile(r"\A([A-Za-z0-9_.\"'\t -]+)=")
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_MOST_PARTS = 16


Lines = dict[tuple[str, ...], int]


def toml_line(text: str, path: tuple[str, ...]) -> int | None:
    r"""Find the line (from 1) of a key, or of the nearest table above it; None where neither can be found.

    >>> toml_line('[seats]\nparent = 2\n', ("seats", "parent"))
    2
    """
    lines = _lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
        spelt = tuple(part.removesuffix("s") for part in path[:length])
        if (found := _spelt(text).get(spelt)) is not None:
            return found
    return None


@functools.lru_cache(maxsize=4)
def _spelt(text: str) -> Lines:
    """Find the line of every table and key by what it is another spelling of."""
    from governance.model.meaning import bare  # noqa: PLC0415 - only where something is wrong

    return {tuple(map(bare, path)): line for path, line in _lines(text).items()}


@functools.lru_cache(maxsize=4)
def _lines(text: str) -> Lines:
    """Find the line of every table and key, once for a file however much is wrong with it."""
    lines: Lines = {}
    table: tuple[str, ...] = ()
    entries: dict[tuple[str, ...], int] = {}
    for number, whole in enumerate(text.splitlines(), start=1):
        line = whole.strip()
        if header := _HEADER.match(line):
            table = _parts(header.group(2))
            if header.group(1):
                lines.setdefault(table, number)
                entries[table] = entries.get(table, -1) + 1
                table = (*table, str(entries[table]))
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key.group(1))), number)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split(".", _MOST_PARTS)[:_MOST_PARTS])


def too_deep(text: str, most: int) -> bool:
    """Whether a key or the name of a table has more parts than this; tomllib looks up each of its beginnings."""
    return bool(re.search(rf"""(?<![\w"'-])(?:{_PART}[ \t]*\.[ \t]*){{{most}}}""", text))
