"""How much of a document is read: its beginning, without what a page has besides its text, and of several options the one chosen."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.intake.lines import shortened
from governance.reading.intake.transcript import Line, Transcript
from governance.reading.text.clauses import numbered
from governance.reading.text.passages import Passage
from governance.reading.text.rows import with_rows
from governance.reading.text.signs import MOST_CHARACTERS as LONGEST_LINE
from governance.reading.text.signs import said, with_mark, without_notes

MOST_LINES: Final = 3_000
"""The grammar reads so many lines; an instrument has a few pages, and whatever else a file holds must not take for ever."""
MOST_CHARACTERS: Final = 120_000
"""The grammar reads whole lines until it has so many characters, and counts more for each cell of a table."""
NOTE: Final = "An annex that says it is no part of the instrument was not read."

_FOR_A_CELL: Final = 10
_REMEDY: Final = "give the instrument alone if it stands further on"
_ANNEX: Final = re.compile(r"(?:annex|appendix|schedule)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(rf"\b{_ANNEX.pattern}[^.]{{0,80}}\b(?:not|no)(?: an?y?)? part of (?:the|this) instrument", re.IGNORECASE)  # fmt: skip
_ABOVE: Final = 6
"""How many lines a title, and the head of its page, may stand above the sentence."""
_CHOSEN: Final = re.compile(
    r"(?i)(?<![a-z])(?<!not )(?<!not be )(?:adopt(?:ed|s|ion)?|recommend(?:ed|s|ation)?|prefer(?:red|s|ence)?|agree(?:d|s|ment)?|approve[ds]?"
    r"|approval|chosen|choose[sn]?|chose|select(?:ed|s)?|accept(?:ed|s)?|favour(?:ed|s)?|support(?:ed|s)?|resolved"
    r"|went (?:for|with)|go (?:for|with)|carried|implement(?:ed)?|successful)(?![a-z])"
)
_OPTION: Final = re.compile(
    r"(?:model|option|proposal|scheme|choice|version|alternative|draft) "
    r"(?P<name>[a-h]|[1-9]|one|two|three|four|i{1,3}|iv)(?![a-z0-9])",
    re.IGNORECASE,
)
_TOLD: Final = _OPTION.pattern.replace("P<name>", ":")
_PARTS: Final = re.compile(rf"[.;]|:(?!\s{{0,3}}{_TOLD}(?!\s{{0,3}}[-:(]))", re.IGNORECASE)
"""What parts the words on a choice: a colon too, unless an option follows and nothing that it consists of."""
_SIGNS: Final = " -*([\"'"
_TITLE: Final = 3
_PAGE: Final = r"-?\s?p(?:age|\.) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\s?-?|-\s?\d{1,3}\s?-"
_FOOT: Final = re.compile(_PAGE, re.IGNORECASE)
_FURNITURE: Final = re.compile(
    rf"{_PAGE}|(?:[a-z]:\\|\\\\).*|(?:file|https?)://\S*|.{{0,100}}\.(?:docx?|pdf|odt|rtf)", re.IGNORECASE
)


def readable(transcript: Transcript) -> Transcript:
    """Keep the beginning of a document, in so far as it is longer than any instrument; a note says what was left out."""
    lines, characters = list[Line](), 0
    for line in transcript.lines[:MOST_LINES]:
        kept = shortened(line, LONGEST_LINE)
        characters += len(kept.words) + _FOR_A_CELL * len(kept.cells)
        if characters > MOST_CHARACTERS:
            break
        lines.append(kept)
    notes = list(transcript.notes)
    cut = (line.where for line in transcript.lines[: len(lines)] if len(line.words) > LONGEST_LINE)
    if where := next(cut, None):
        notes.append(f"Only the first {LONGEST_LINE:,} characters were read of {where}: {_REMEDY}.")
    if len(lines) < (many := len(transcript.lines)):
        notes.append(f"Only the first {len(lines):,} of {many:,} lines were read: {_REMEDY}.")
    if annex := _annex([line.words for line in lines]):
        lines, notes = lines[:annex], [*notes, NOTE]
    return attrs.evolve(transcript, lines=tuple(lines), notes=tuple(notes))


def _annex(words: Sequence[str]) -> int:
    """Give where an annex begins that says itself that it is no part of the instrument; 0 where there is none."""
    if not _SAYS_SO.search(" ".join(words)):
        return 0
    # On a narrow page a sentence goes on in the next line.
    place = next((n for n in range(len(words)) if _SAYS_SO.search(" ".join(words[n : n + 2]))), 0)
    above = max(place - _ABOVE, 0)
    return next((n for n, one in enumerate(words[above : place + 1], above) if _ANNEX.match(one)), 0)


def cleared(transcript: Transcript) -> Transcript:
    """Leave out page numbers, paths of files and notes to whoever fills in a form, and make rows of cells that stand apart."""
    lines = with_rows([*_without_feet(transcript.lines)])
    kept = [line for line in numbered(lines) if without_notes(with_mark(line)).strip()]
    return attrs.evolve(transcript, lines=tuple(kept))


def _without_feet(lines: Sequence[Line]) -> Iterator[Line]:
    """Leave out the foot of each page, and the title where the next repeats it; what they part may be one paragraph."""
    title = {said(line) for line in lines[:_TITLE]}
    broken = False
    for n, line in enumerate(lines):
        foot = _FURNITURE.fullmatch(with_mark(line)) or (line.cells and _FOOT.fullmatch(line.cells[-1]))
        if foot or (broken and said(line) in title):
            broken = n > 0
        else:
            yield attrs.evolve(line, apart=False) if broken else line
            broken = False


def only_chosen(read: Sequence[Passage]) -> Sequence[Passage]:
    """Leave out the options that were not chosen, where a document has several and says which one was."""
    begins = ((one.number, _OPTION.match(one.text.lstrip(_SIGNS))) for one in read)
    heads = {number: match["name"].lower() for number, match in begins if match}
    chosen = _chosen(read)
    if len(set(heads.values())) < 2 or chosen not in heads.values():  # noqa: PLR2004 - one alone is no choice
        return read
    option = [heads.get(one.number) or heads.get(one.under.number if one.under else -1) for one in read]
    told = zip(read, option, strict=True)
    return [one for one, name in told if name in (None, chosen) or _chosen([one]) == chosen]


def _chosen(read: Sequence[Passage]) -> str:
    """Give the name of the one option that was chosen; "" where there is none, or more than one."""
    told = (part for one in read for part in re.split(_PARTS, one.text) if _CHOSEN.search(part))
    found = {match["name"].lower() for part in told for match in _OPTION.finditer(part)}
    return found.pop() if len(found) == 1 else ""
