"""What is printed gets through whatever the stream can write: Windows gives a pipe or a file an older encoding."""

import codecs
import io
import sys
from typing import Final

ESCAPED: Final = "governance.escaped"
r"""How a stream treats what its encoding does not have: as "\u2011", which JSON reads back as the character."""

_PLAIN: Final = 0x7F
_FOUR_DIGITS: Final = 0xFFFF


def open_up() -> None:
    """Let standard output and standard error escape what they cannot write."""
    codecs.register_error(ESCAPED, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)


def for_a_file(toml: str) -> str:
    r"""Give a TOML file as standard output can carry it into a file that is UTF-8 in the end.

    Where standard output is not UTF-8, whatever is not ASCII is escaped as TOML has it: Windows would write it in
    one encoding and PowerShell read it in another.
    """
    if sys.stdout is None or codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8":
        return toml
    return "".join(c if ord(c) <= _PLAIN else _toml(ord(c)) for c in toml)


def _toml(code: int) -> str:
    return f"\\u{code:04X}" if code <= _FOUR_DIGITS else f"\\U{code:08X}"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    escapes = (f"\\u{int.from_bytes(units[place : place + 2]):04x}" for place in range(0, len(units), 2))
    return "".join(escapes), error.end
