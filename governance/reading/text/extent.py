"""How much of a document is read: its beginning, no annex that is no part of it, and of several options the one that was chosen."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.reading.intake.lines import without_runs
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.text.passages import Passage
from governance.reading.text.signs import MOST_CHARACTERS as LONGEST_LINE

MOST_LINES: Final = 3_000
"""The grammar reads so many lines; an instrument has a few pages, and whatever else a file holds must not take for ever."""
MOST_CHARACTERS: Final = 120_000
"""The grammar reads whole lines until it has so many characters, and counts more for each cell of a table."""
NOTE: Final = "An annex that says it is no part of the instrument was not read."

_FOR_A_CELL: Final = 10
_REMEDY: Final = "give the instrument alone if it stands further on"
_ANNEX: Final = re.compile(r"(?:annex|appendix|schedule)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(
    r"\b(?:annex|appendix|schedule)\b[^.]{0,80}\b(?:not|no)(?: an?y?)? part of (?:the|this) instrument",
    re.IGNORECASE,
)
_ABOVE: Final = 6
"""How many lines a title, and the head of its page, may stand above the sentence."""
_CHOSEN: Final = (
    r"(?<![a-z])(?<!not )(?<!not be )(?:adopt(?:ed|s|ion)?|recommend(?:ed|s|ation)?|prefer(?:red|s|ence)?|agree(?:d|s|ment)?|approve[ds]?"
    r"|approval|chosen|choose[sn]?|chose|select(?:ed|s)?|accept(?:ed|s)?|favour(?:ed|s)?|support(?:ed|s)?|resolved"
    r"|went (?:for|with)|go (?:for|with)|carried|implement(?:ed)?|successful)(?![a-z])"
)
_OPTION: Final = (
    r"(?:model|option|proposal|scheme|choice|version|alternative|draft) "
    r"(?P<name>[a-h]|[1-9]|one|two|three|four|i{1,3}|iv)(?![a-z0-9])"
)
_HEAD: Final = re.compile(rf"\W{{0,40}}{_OPTION}", re.IGNORECASE)
_CHOICE: Final = (
    re.compile(rf"{_OPTION}[^.;:]{{0,60}}?{_CHOSEN}", re.IGNORECASE),
    re.compile(rf"{_CHOSEN}[^.;]{{0,60}}?{_OPTION}", re.IGNORECASE),
)


def readable(transcript: Transcript) -> Transcript:
    """Keep the beginning of a document, in so far as it is longer than any instrument; a note says what was left out."""
    lines: list[Line] = []
    notes = list(transcript.notes)
    characters = 0
    for line in transcript.lines[:MOST_LINES]:
        words = line.words[:LONGEST_LINE]
        if words != line.words:
            if len(notes) == len(transcript.notes):
                notes.append(
                    f"Only the first {LONGEST_LINE:,} characters were read of {line.where}: {_REMEDY}."
                )
            line = attrs.evolve(line, words=words, cells=tuple(words.split("\t")) if line.cells else ())  # noqa: PLW2901 - its beginning
        kept = without_runs(line)
        characters += len(kept.words) + _FOR_A_CELL * len(kept.cells)
        if characters > MOST_CHARACTERS:
            break
        lines.append(kept)
    if len(lines) < len(transcript.lines):
        notes.append(
            f"Only the first {len(lines):,} of {len(transcript.lines):,} lines were read: {_REMEDY}."
        )
    return _without_annex(attrs.evolve(transcript, lines=tuple(lines), notes=tuple(notes)))


def _without_annex(transcript: Transcript) -> Transcript:
    """Leave out an annex that says itself that it is no part of the instrument, and all behind it."""
    lines = transcript.lines
    words = [line.words for line in lines]
    # On a narrow page a sentence goes on in the next line.
    place = next((n for n in range(len(words)) if _SAYS_SO.search(" ".join(words[n : n + 2]))), 0)
    above = max(place - _ABOVE, 0)
    start = next((n for n, one in enumerate(words[above : place + 1], above) if _ANNEX.match(one)), 0)
    if not start:
        return transcript
    return attrs.evolve(transcript, lines=lines[:start], notes=(*transcript.notes, NOTE))


def only_chosen(read: Sequence[Passage]) -> Sequence[Passage]:
    """Leave out the options that were not chosen, where a document has several and says which one was."""
    heads = {one.number: match["name"].lower() for one in read if (match := _HEAD.match(one.text))}
    chosen = _chosen(read)
    if len(set(heads.values())) < 2 or chosen not in heads.values():  # noqa: PLR2004 - one alone is no choice
        return read
    option = [heads.get(one.number) or heads.get(one.under.number if one.under else -1) for one in read]
    return [
        one
        for one, name in zip(read, option, strict=True)
        if name in (None, chosen) or _chosen([one]) == chosen
    ]


def _chosen(read: Sequence[Passage]) -> str:
    """Give the name of the one option that was chosen; "" where there is none, or more than one."""
    found = {
        match["name"].lower() for one in read for choice in _CHOICE for match in choice.finditer(one.text)
    }
    return found.pop() if len(found) == 1 else ""
