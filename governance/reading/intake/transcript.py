"""A document as its reader sees it: lines in order, each with its number and the place where it stands.

Every format comes to this, so that one grammar reads them all.
"""

import functools
import re
from collections.abc import Mapping
from typing import Final, Literal

import attrs

from governance.model.keys import Key, keys
from governance.model.names import STAFF_AND_HEAD

Format = Literal["word", "pdf", "text"]


@attrs.frozen
class Where:
    """A place in a document that a person can find: `page` and `line` in a PDF, `paragraph` in Word, `line` in text.

    All count from 1. `table` and `row` are set for what stands in a table.
    """

    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        """Read as a person would say it.

        >>> str(Where(page=2, line=14))
        'page 2, line 14'
        """
        named = ((name, getattr(self, name)) for name in ("page", "table", "row", "paragraph", "line"))
        return ", ".join(f"{name} {number}" for name, number in named if number is not None)


@attrs.frozen
class Line:
    """One line or paragraph.

    `words` are its words without the mark in front; `mark` is the mark as printed ("4.", "(a)", "•", "- a)"),
    or "". `depth` is how far it is set in, from 0, as far as that can be told. `cells` are the cells of a table
    row, or what tabs and wide spaces part, and then `words` are those cells joined by tabs. `heading` says that
    the document styles it as one. `apart` says that a new paragraph or a blank line parts it from the line before. `held`
    says that content controls hold what it says, and the words around them are ours: there is nothing else to read in it.
    """

    words: str
    where: Where
    mark: str = ""
    depth: int = 0
    cells: tuple[str, ...] = ()
    heading: bool = False
    apart: bool = False
    held: bool = False


APPENDIX = "appendix"
"""The key of the title under which a report has an instrument."""


_TABLES: Final = frozenset(("school", "schools", "instrument", "seats", "terms", "foundation", "ethos"))
_ENTRY: Final = re.compile(r"\.\d{1,2}(?=\.|$)")


@functools.cache
def _known() -> Mapping[str, Key]:
    """Give the keys of a proposal that a document can hold; those of lists stand for each of their entries."""
    held = (one for one in keys() if one.table.split(".")[0].removesuffix("[]") in _TABLES)
    known = {f"{one.path}[]" if one.kind in ("texts", "choices") else one.path: one for one in held}
    return known | {f"seats.{STAFF_AND_HEAD}": known["seats.staff"]}


def known(key: str) -> Key | None:
    """Give what a proposal says of a key: "schools[].seats.parent" for "schools.0.seats.parent"."""
    return _known().get(_ENTRY.sub("[]", key))


@attrs.frozen
class Control:
    """A fact in a content control of a Word file that we wrote: its key in a proposal file, and what stands there now.

    `kept` tells whether the words around it are those that we wrote.
    """

    key: str
    text: str
    where: Where
    kept: bool


@attrs.frozen
class Transcript:
    """A whole document. `notes` say what a reader should know of how it was read, such as changes taken as accepted.

    `controls` are the facts that it holds by their keys.
    """

    source: str
    format: Format
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
