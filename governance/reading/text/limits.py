"""How much of a document is read: an instrument has a few pages, and whatever else a file holds must not take for ever."""

from typing import Final

import attrs

from governance.reading.intake.lines import without_runs
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.text import signs as words

MOST_LINES: Final = 3_000
"""The grammar reads so many lines."""
MOST_CHARACTERS: Final = 120_000
"""The grammar reads whole lines until it has so many characters, and counts more for each cell of a table."""
LONGEST_LINE: Final = words.MOST_CHARACTERS
"""The grammar reads so many characters of a line; no clause of an instrument is as long."""
_FOR_A_CELL: Final = 10
_REMEDY: Final = "give the instrument alone if it stands further on"


def readable(transcript: Transcript) -> Transcript:
    """Keep the beginning of a document, in so far as it is longer than any instrument; a note says what was left out."""
    lines: list[Line] = []
    cut: Line | None = None
    characters = 0
    for line in transcript.lines[:MOST_LINES]:
        kept = line
        if len(line.words) > LONGEST_LINE:
            kept = attrs.evolve(line, words=line.words[:LONGEST_LINE], cells=_first_cells(line))
            cut = cut or line
        kept = without_runs(kept)
        characters += len(kept.words) + _FOR_A_CELL * len(kept.cells)
        if characters > MOST_CHARACTERS:
            break
        lines.append(kept)
    notes = list(transcript.notes)
    if cut is not None:
        notes.append(f"Only the first {LONGEST_LINE:,} characters were read of {cut.where}: {_REMEDY}.")
    if len(lines) < len(transcript.lines):
        notes.append(
            f"Only the first {len(lines):,} of {len(transcript.lines):,} lines were read: {_REMEDY}."
        )
    return attrs.evolve(transcript, lines=tuple(lines), notes=tuple(notes))


def _first_cells(line: Line) -> tuple[str, ...]:
    return tuple(line.words[:LONGEST_LINE].split("\t")) if line.cells else ()
