r"""What a document says, block by block, before anybody decides how it looks.

A text is a string, or a tuple of strings, `Strong`, `Gap` and `Held`; "\n" in it is a line break and "\t" a tab.
No text may be blank: a missing value is a `Gap`, which the reader sees, and never an empty place.

>>> plain(("The instrument was made on ", Gap("date of the order"), "."))
'The instrument was made on [date of the order].'
"""

from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Any

import attrs

DEEPEST_HEADING = 3
NO_PAGE = "–"
"""What stands for the number of a page until it is filled in."""

LONGEST_LABEL = 22
"""What fits on one line before the rule on which somebody signs, in characters."""


@attrs.frozen
class Strong:
    """Words that stand out: a name being defined, or a total."""

    text: str


@attrs.frozen
class Gap:
    """A place inside a sentence that somebody still has to fill; `text` says with what."""

    text: str


@attrs.frozen
class Held:
    """A fact of a proposal in its own words; `key` is its key in a proposal file ("seats.parent").

    A Word file holds it in a content control, which no page shows and by which it is read back as it was.
    """

    key: str
    text: str


@attrs.frozen
class PageOf:
    """The number of the page on which a heading stands, by its `place`; a program fills it in when it lays out the page."""

    place: str


Part = str | Strong | Gap | Held | PageOf

Text = str | tuple[Part, ...]
"""The words of one paragraph or cell."""


def plain(text: Text) -> str:
    """Give the words alone, as a reader sees them."""
    return text if isinstance(text, str) else "".join([_words(part) for part in text])


def _words(part: Part) -> str:
    match part:
        case str():
            return part
        case Strong(text):
            return text
        case Held(_, text):
            return text
        case Gap(text):
            return f"[{text}]"
        case PageOf():
            return NO_PAGE
    return part


def around(text: Text) -> str:
    """Give the words with the key of each fact in its place, by which a reader tells whether they were changed."""
    parts = (text,) if isinstance(text, str) else text
    return "".join(f" {part.key} " if isinstance(part, Held) else _words(part) for part in parts)


def untagged(value: Any) -> Any:
    """Give a document, or any part of it, with its facts as bare words."""
    match value:
        case Held(_, text):
            return text
        case tuple():
            return tuple(map(untagged, value))
    if attrs.has(type(value)):
        held = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
        return attrs.evolve(value, **{name: untagged(one) for name, one in held.items()})
    return value


def _not_blank(value: object, attribute: "attrs.Attribute[Any]", text: Text) -> None:
    if not plain(text).strip():
        raise ValueError(
            f"The {attribute.name} of a {type(value).__name__} is blank; use a Gap to show what is missing."
        )


@attrs.frozen
class Title:
    """The name of the document, or of an appendix; in the outline it counts as a heading of level 1."""

    text: Text = attrs.field(validator=_not_blank)
    new_page: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Subtitle:
    """The line beneath a title: whose document it is."""

    text: Text = attrs.field(validator=_not_blank)


@attrs.frozen
class Heading:
    """A heading without a number; `level` runs from 1 to 3, and `place` is a name by which its page is told."""

    text: Text = attrs.field(validator=_not_blank)
    level: int = attrs.field(validator=[attrs.validators.ge(1), attrs.validators.le(DEEPEST_HEADING)])
    new_page: bool = attrs.field(default=False, kw_only=True)
    place: str | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Paragraph:
    """Plain words, without a number; with `keep` they stay with what follows."""

    text: Text = attrs.field(validator=_not_blank)
    keep: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Callout:
    """A paragraph that stands out because a person must do something about it before the document is used."""

    text: Text = attrs.field(validator=_not_blank)


@attrs.frozen
class Item:
    """One entry of a list beneath a clause: lettered (a), (b), and inside an item numbered (i), (ii)."""

    text: Text = attrs.field(validator=_not_blank)
    items: "tuple[Item, ...]" = attrs.field(default=(), kw_only=True)

    @items.validator
    def _two_deep(self, _: object, items: "tuple[Item, ...]") -> None:
        if any(item.items for item in items):
            raise ValueError(
                f"{plain(self.text)!r} has a list inside a list inside its list; (a) and (i) are all there is."
            )


@attrs.frozen
class Clause:
    """A numbered paragraph, its lettered list, and the unnumbered paragraphs that follow the list."""

    text: Text = attrs.field(validator=_not_blank)
    items: tuple[Item, ...] = attrs.field(default=(), kw_only=True)
    after: tuple[Text, ...] = attrs.field(default=(), kw_only=True)

    @after.validator
    def _each_not_blank(self, attribute: "attrs.Attribute[Any]", after: tuple[Text, ...]) -> None:
        for text in after:
            _not_blank(self, attribute, text)


@attrs.frozen
class Clauses:
    """One run of clauses, numbered 1., 2., 3.; the next run starts again at 1."""

    clauses: tuple[Clause, ...]


@attrs.frozen
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: Text = attrs.field(validator=_not_blank)
    share: int = attrs.field(default=1, kw_only=True, validator=attrs.validators.ge(1))
    numbers: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Table:
    """A table with one header row; `description` is for a reader who cannot see it.

    With `together` it stays on one page, where a page holds it.
    """

    caption: Text = attrs.field(validator=_not_blank)
    description: str = attrs.field(validator=_not_blank)
    columns: tuple[Column, ...] = attrs.field(validator=attrs.validators.min_len(1))
    rows: tuple[tuple[Text, ...], ...] = attrs.field(validator=attrs.validators.min_len(1))
    together: bool = attrs.field(default=False, kw_only=True)

    @rows.validator
    def _full(self, attribute: "attrs.Attribute[Any]", rows: tuple[tuple[Text, ...], ...]) -> None:
        for row in rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"A row of {plain(self.caption)!r} has {len(row)} cells for {len(self.columns)} columns: {row!r}."
                )
            for cell in row:
                _not_blank(self, attribute, cell)


@attrs.frozen
class Signature:
    """Where somebody signs or seals: the words that lead in, and a ruled line after each short label."""

    lead: Text = attrs.field(validator=_not_blank)
    labels: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))

    @labels.validator
    def _each_not_blank(self, attribute: "attrs.Attribute[Any]", labels: tuple[str, ...]) -> None:
        for label in labels:
            _not_blank(self, attribute, label)
            if len(label) > LONGEST_LABEL:
                raise ValueError(f"{label!r} leaves no room to sign; say it in the lead.")


@attrs.frozen
class Section:
    """A numbered heading; the clauses beneath it are numbered 1.1, 1.2, and other blocks not at all."""

    heading: Text = attrs.field(validator=_not_blank)
    blocks: "tuple[Clause | Paragraph | Callout | Table, ...]" = ()


@attrs.frozen
class Sections:
    """One run of numbered sections; the next run starts again at 1. `level` is that of their headings."""

    sections: tuple[Section, ...]
    level: int = attrs.field(
        default=2, kw_only=True, validator=[attrs.validators.ge(1), attrs.validators.le(DEEPEST_HEADING)]
    )


def tells_pages(block: object) -> bool:
    """Tell whether a table says on which pages headings stand."""
    return isinstance(block, Table) and any(
        isinstance(part, PageOf)
        for row in block.rows
        for cell in row
        if isinstance(cell, tuple)
        for part in cell
    )


Block = Title | Subtitle | Heading | Paragraph | Callout | Clauses | Sections | Table | Signature


@attrs.frozen(kw_only=True)
class Annex:
    """Pages behind a document that are no part of it, with a header, a footer and page numbers of their own."""

    blocks: tuple[Block, ...] = attrs.field(validator=attrs.validators.min_len(1))
    header: str = attrs.field(validator=_not_blank)
    footer: str = attrs.field(validator=_not_blank)


@attrs.frozen(kw_only=True)
class Document:
    """A whole document, in British English, on A4.

    `title` and `subject` are what the file's properties say. `created` is the day the file says it was made
    and last changed: it is given, so that the same document is always the same bytes. `header` and `footer`
    stand on every page, the footer beside "Page X of Y". `mark` is a warning in bold at the head of every
    page. `properties` are custom document properties, for a later reader of the file. `annexes` come behind it.
    """

    title: str = attrs.field(validator=_not_blank)
    subject: str = ""
    created: date
    blocks: tuple[Block, ...] = attrs.field(validator=attrs.validators.min_len(1))
    header: str | None = attrs.field(default=None, validator=attrs.validators.optional(_not_blank))
    footer: str | None = attrs.field(default=None, validator=attrs.validators.optional(_not_blank))
    mark: str | None = attrs.field(default=None, validator=attrs.validators.optional(_not_blank))
    properties: Mapping[str, str] = attrs.field(factory=dict)
    annexes: tuple[Annex, ...] = ()

    @blocks.validator
    def _no_level_skipped(self, _: object, blocks: tuple[Block, ...]) -> None:
        before = 0
        for level, text in chain.from_iterable(map(_outline, blocks)):
            if level > before + 1:
                raise ValueError(
                    f"The heading {plain(text)!r} is of level {level} under one of level {before}."
                )
            before = level


def _outline(block: Block) -> tuple[tuple[int, Text], ...]:
    match block:
        case Title(text):
            return ((1, text),)
        case Heading(text, level):
            return ((level, text),)
        case Sections(sections):
            return tuple((block.level, section.heading) for section in sections)
    return ()
