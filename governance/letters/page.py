"""What every letter shares: its width, its first line and how a paragraph is set."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from governance.answers.finding import VERDICTS

WIDTH: Final = 100
"""No line is longer, but for an address."""

_page = {"width": WIDTH}
"""What `fit` sets; a context variable would be one more import for each check."""


def head(lawful: bool | None, name: str, *, conditional: bool = False) -> str:  # noqa: FBT001 - an answer, not a switch
    """Say the answer and whose it is.

    >>> head(True, "Rift House", conditional=True)
    'LAWFUL, on condition: Rift House'
    """
    return f"{VERDICTS[lawful]}{', on condition' if lawful and conditional else ''}: {name}"


def fit(width: int) -> None:
    """Set the width of what is written from now on: a terminal may be narrower than WIDTH."""
    _page["width"] = width


def wrap(text: str, first: str, rest: str) -> list[str]:
    """Set a paragraph; addresses and citations are not broken."""
    return textwrap.wrap(
        text,
        _page["width"],
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Set a table whose cells are wrapped within their columns.

    >>> list(table(("", "old"), [("parent governors", "2")], (10, 4)))
    ['           old', 'parent     2', 'governors']
    """
    most = _page["width"] - len(widths)
    if sum(widths) > most:
        widths = [width * most // sum(widths) for width in widths]
    for row in (heads, *rows):
        cells = [
            textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for number in range(max(len(cell) for cell in cells)):
            line = " ".join(
                f"{cell[number] if number < len(cell) else '':{width}}"
                for cell, width in zip(cells, widths, strict=True)
            )
            yield line.rstrip()
