"""A paper on several schools: the seats of each, in lists, columns or rows of their own."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.reading.board.tables import cells_of
from governance.reading.facts.school_names import FEWEST_CATEGORIES, names_in
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.said import said_in
from governance.reading.phrases.words import named, seats_in, value_of
from governance.reading.text.passages import Passage, role_of

_OF_SCHOOLS: Final = re.compile(r"(?i)(?:name of )?(?:the )?(?:schools?(?: name)?|governing bod(?:y|ies))")
_TWO_CAPITALS: Final = re.compile(r"[A-Z][\w'.]{1,40} [A-Z][\w'-]{2}")


def several_schools(read: Sequence[Passage]) -> str:
    """Say that a document gives the seats of two schools or more, one list for each, which no proposal can hold; "" where not."""
    found: dict[str, str] = {}
    name, counted = "", set[str]()
    heads: tuple[str, ...] = ()
    columns, rows = list[str](), 0
    for passage in read:
        told = []
        for own, text in _parts(passage):
            counted = counted if own.casefold() in ("", name.casefold()) else set()
            name = own or name
            counted |= {one.category for one in seats_in(text) if one.count is not None}
            told += [name] if name and len(counted) >= FEWEST_CATEGORIES else []
        cells = cells_of(passage)
        called = [one for cell in cells for one in (names_in(cell) or names_in(cell, ends="rarely"))[:1]]
        numbers = sum(value_of(cell.partition(" (")[0]) is not None for cell in cells)
        if not called and numbers and heads and _OF_SCHOOLS.fullmatch(heads[0].strip()):
            # Two capitals that are no words of boards name a school; "Model B" and "Proposed board" do not.
            unknown = _TWO_CAPITALS.match(cells[0]) and re.match("[uo]{2}", letters(lex(cells[0])))
            called = [cells[0]] if unknown and not role_of(cells[0]) else []
        if len(called) > 1 and not numbers:
            columns, rows = called, 0
        elif sum(bool(named(cell)) for cell in cells) >= FEWEST_CATEGORIES and not numbers:
            heads = cells
        elif heads and len(called) == 1 and numbers >= FEWEST_CATEGORIES:
            told += called
        elif columns and numbers > 1 and named(cells[0]):
            rows += 1
            told += columns if rows >= FEWEST_CATEGORIES else []
        found |= {one.casefold(): one for one in told if one.casefold() not in found}
    says = f"this is a paper on several schools ({'; '.join(found.values())}), and on no one board: read one at a time."
    return says if len(found) > 1 else ""


def _parts(passage: Passage) -> Iterator[tuple[str, str]]:
    """Give the name of a school that a passage states, begins or ends with, or each of several in it, with the text that is of it."""
    said, words, found = said_in("names", passage), passage.words, names_in(passage.words)
    found = found or [one for one in names_in(words, ends="rarely") if words.startswith(f"{one}:")]
    told = [str(one.value) for one in said if one.field == "school.name"]
    begins = bool(found) and (words.startswith(found[0]) or words.endswith(found[-1]))
    labelled = any(one.field == "short" for one in said)
    if told or passage.line.cells or not (begins or labelled or len(found) > 1):
        yield (told or [""])[0], passage.text
        return
    start, name = 0, ""
    for own in found:
        at = max(start, words.find(own, start + bool(name)))
        yield name, passage.text[start:at]
        start, name = at, own
    yield name, passage.text[start:]
