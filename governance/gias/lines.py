"""The lines of a downloaded table as rows of cells, whatever was done to the file; what cannot be read is named.

A row that cannot be told costs only itself: the next line begins a new row. So an open quotation mark does not swallow
the rest of the file. A line is decoded by itself, for the Department's files mix encodings.
"""

import codecs
import contextlib
import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import IO, Final, TypeGuard

import attrs

MOST_LINE: Final = 1_000_000
"""The longest line that is read, in characters; those of the Department have about a thousand."""
_LONGEST_ROW: Final = 20
"""A row may go over so many lines, where a line ends within a cell."""
_MOST_JOINED: Final = 1_000
"""After so many rows that are no rows, a line is looked at alone."""
_SHOWN: Final = 5
_MOST_SAID: Final = 30
_MOST_LOST: Final = 10_000
_CELLS_KEPT: Final = 40
_AND_MORE: Final = "More could not be read as it was meant. Look whether it is the right file."


@attrs.define
class Faults:
    """What in one file could not be read or was read otherwise, each with how often and the first lines."""

    source: str
    lost: list[tuple[int, list[str]]] = attrs.field(factory=list)
    """Rows that were not read, by their lines, as far as their cells tell."""
    _found: dict[str, list[int]] = attrs.field(factory=dict)
    _many: dict[str, int] = attrs.field(factory=dict)

    def add(self, says: str, line: int) -> None:
        """Note one more line of which this is to be said."""
        if says not in self._many and len(self._many) >= _MOST_SAID:
            says = _AND_MORE
        self._many[says] = self._many.get(says, 0) + 1
        lines = self._found.setdefault(says, [])
        if len(lines) < _SHOWN:
            lines.append(line)

    def lose(self, line: int, cells: list[str]) -> None:
        """Keep the cells of a row that was not read, of the first such rows."""
        if len(self.lost) < _MOST_LOST:
            self.lost.append((line, cells[:_CELLS_KEPT]))

    def told(self) -> "tuple[Fault, ...]":
        """Give everything that was noted."""
        return tuple(
            Fault(self.source, says, self._many[says], tuple(lines)) for says, lines in self._found.items()
        )


@attrs.frozen
class Fault:
    """One thing that could not be read: in which file, how often, and in which lines first; without a line the file."""

    source: str
    says: str
    many: int = 1
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.lines:
            return f"{self.source}: {self.says}"
        word = "line" if self.many == 1 else "lines"
        more = f" and {self.many - len(self.lines):,} more" if self.many > len(self.lines) else ""
        return f"{self.source}, {word} {', '.join(map(str, self.lines))}{more}: {self.says}"


def rows(
    stream: IO[bytes], delimiter: str, width: int, faults: Faults, *, after: int
) -> Iterator[tuple[int, list[str]]]:
    """Give the rows below the heading, which ends on the line `after`, by the line that each begins on."""
    waiting: deque[tuple[int, str]] = deque()
    failures = 0
    lines = (line for line in decoded(stream, faults) if line[0] > after)
    while True:
        number, text = waiting.popleft() if waiting else next(lines, (0, ""))
        if not number:
            return
        if not text.strip():
            continue
        cells = _cells(text, delimiter)
        if cells is None and failures < _MOST_JOINED:
            cells = _joined(text, delimiter, width, waiting, lines)
            failures += cells is None
        if cells is None and _cells(f'{text}"', delimiter) is None:  # the last cell is whole
            cells = _cells(text, delimiter, strict=False)
            if _fits(cells, width):
                faults.add(
                    "A quotation mark stands alone. The row was read as far as its cells tell.", number
                )
            else:
                cells = None
        if _fits(cells, width):
            yield number, cells
        elif cells is None:
            faults.add(
                "A quotation mark is left open, or a cell is far too long. The row was not read.", number
            )
            faults.lose(number, _cells(text, delimiter, strict=False) or [])
        else:
            cell = "cell" if len(cells) == 1 else "cells"
            says = f"The row has {len(cells):,} {cell} and the heading {width:,}. The row was not read."
            faults.add(says, number)
            faults.lose(number, cells)


def _joined(
    text: str, delimiter: str, width: int, waiting: deque[tuple[int, str]], lines: Iterator[tuple[int, str]]
) -> list[str] | None:
    """Join a line with those after it, where together they are a row; what was looked at in vain is kept for later."""
    whole = text
    for place in range(_LONGEST_ROW):
        if place == len(waiting):
            following = next(lines, None)
            if following is None:
                return None
            waiting.append(following)
        whole = f"{whole}\n{waiting[place][1]}"
        if len(whole) > MOST_LINE:
            return None
        if _fits(cells := _cells(whole, delimiter), width):
            for _ in range(place + 1):
                waiting.popleft()
            return cells
    return None


def _fits(cells: list[str] | None, width: int) -> TypeGuard[list[str]]:
    """Tell whether these are the cells of a row; empty ones beyond the heading are none."""
    return cells is not None and (len(cells) == width or (len(cells) > width and not any(cells[width:])))


def _cells(text: str, delimiter: str, *, strict: bool = True) -> list[str] | None:
    """Give the cells of one row; None where a quotation mark is left open."""
    try:
        return next(csv.reader((text,), delimiter=delimiter, strict=strict), [])
    except csv.Error:
        return None


def heading(stream: IO[bytes], delimiter: str) -> tuple[int, list[str]]:
    """Give the first row with something in it, and its line."""
    for number, text in decoded(stream, Faults("")):
        if text.strip():
            return number, _cells(text, delimiter) or []
    return 0, []


def decoded(stream: IO[bytes], faults: Faults) -> Iterator[tuple[int, str]]:
    """Give each line without its end, by its number; a line in no UTF-8 is taken for what Windows writes."""
    wide = stream.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    stream.seek(0)
    first: dict[str, int] = {}
    # In Latin 1 every byte is a character, so that no line is lost, and each is decoded by itself.
    with io.TextIOWrapper(stream, encoding="utf-16" if wide else "latin-1", errors="replace") as lines:
        for number, text in _lines(lines, faults):
            if wide or text.isascii():
                yield number, text
                continue
            encoding, said = _in_its_own(text.encode("latin-1"))
            if encoding:
                first.setdefault(encoding, number)
            else:
                faults.add(
                    "The line has signs of no encoding that is known. The rest of it was read.", number
                )
            yield number, said
    if len(first) > 1:
        faults.add(
            "The file is written in two encodings, UTF-8 and Windows-1252. Each line was read in its own.",
            max(first.values()),
        )


def _in_its_own(raw: bytes) -> tuple[str, str]:
    """Decode a line as UTF-8 or else as what Windows writes, and say which; it is kept where it is neither."""
    for encoding in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return encoding, raw.decode(encoding)
    return "", raw.decode("latin-1")


def _lines(text: io.TextIOWrapper, faults: Faults) -> Iterator[tuple[int, str]]:
    number = 0
    while line := text.readline(MOST_LINE):
        number += 1
        if len(line) == MOST_LINE and not line.endswith("\n"):
            while (more := text.readline(MOST_LINE)) and not more.endswith("\n"):
                pass
            faults.add(
                f"The line has more than {MOST_LINE:,} characters, as none of the Department's has. It was not read.",
                number,
            )
            continue
        yield number, line.rstrip("\n")
