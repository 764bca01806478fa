"""A letter as a terminal shows it: within its width, verdicts in colour and bold, titles bold.

The words say all that the colours say. A file or another program gets the letter as it is.
"""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import IO, Final

import click

from governance.letters.page import WIDTH, fit

_LEAST: Final = 40
"""A narrower window is written as one of this width: there the terminal breaks the lines."""

_LONG_WORD: Final = 12
"""The first line of a paragraph ends so near to the edge, and a title does not."""

_VERDICT: Final = re.compile(
    r"(?:(?<![\d,])\d[\d,]* )?(?<![A-Z])[A-Z]{2,}+(?: [A-Z]{2,}+)*(?:, (?:on condition|ON CONDITION))?(?=:|,|  |$| [a-z])",
    re.MULTILINE,
)
"""The answer, in capitals at the beginning of a line: "UNLAWFUL", "7 LAWFUL BOARDS", "LAWFUL, on condition"."""

_COLOURS: Final = (
    (re.compile(r"NEAREST|NOTHING|NO SEAT"), None),
    (re.compile(r"CANNOT TELL|DEPENDS|UNREADABLE"), "yellow"),
    (re.compile(r"UNLAWFUL|\bNOT?\b|MORE GOVERNORS"), "red"),
    (re.compile(r"LAWFUL|ELIGIBLE"), "green"),
)
"""The first that is found in an answer is its colour."""

_TITLE: Final = re.compile(r"(?<=\n\n)(?=\S)([^\n]*[^\s.,:;?])(?=\n +\S)")
"""A line by itself that ends in no stop, with something set in beneath it."""


def fit_to_terminal() -> None:
    """Set the width of letters to that of the terminal, where standard output is one."""
    if on_terminal(sys.stdout):
        fit(min(WIDTH, _columns()))


def on_terminal(stream: IO[str] | None) -> bool:
    """Tell whether a person reads a stream as it is written."""
    return stream is not None and stream.isatty()


def shown(text: str, *, colour: bool) -> str:
    """Give a text as a terminal shows it: no word is broken, and the rest of a long line is set in."""
    width = _columns()
    text = "\n".join(part for line in text.split("\n") for part in _folded(line, width))
    return _painted(text, min(WIDTH, width) - _LONG_WORD) if colour else text


def colourful(ctx: click.Context | None) -> bool:
    """Tell whether the reader wants colours: not with --no-color, NO_COLOR or a terminal that has none."""
    if (ctx is not None and ctx.color is False) or os.environ.get("NO_COLOR"):
        return False
    return _takes_codes() if sys.platform == "win32" else os.environ.get("TERM") != "dumb"


def _takes_codes() -> bool:
    """Ask the console of Windows to take codes for colours; an older one shows them as rubbish, and says no."""
    import ctypes  # noqa: PLC0415 - only Windows needs it

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - elsewhere there is none, and mypy says so
    console, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    asked = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(asked and kernel.SetConsoleMode(console, mode.value | 4))


def _columns() -> int:
    return max(_LEAST, shutil.get_terminal_size((WIDTH, 24)).columns)


def _folded(line: str, width: int) -> Iterator[str]:
    if len(line) <= width:
        yield line
        return
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    yield from textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _painted(text: str, longest: int) -> str:
    def title(found: re.Match[str]) -> str:
        return click.style(found[0], bold=True) if len(found[0]) <= longest else found[0]

    def verdict(found: re.Match[str]) -> str:
        colour = next((colour for words, colour in _COLOURS if words.search(found[0])), None)
        starts = found.start() == 0 or text[found.start() - 1] == "\n"
        return click.style(found[0], fg=colour, bold=True) if starts else found[0]

    # Titles last: a verdict that is one is coloured, and then begins with a code and not with a letter.
    text = _VERDICT.sub(verdict, text)
    return _TITLE.sub(lambda found: found[0] if "\x1b" in found[0] else title(found), text)
