"""The small parts that every section is put together from."""

from collections.abc import Iterable, Iterator

from governance.documents.report.facts import Case, Facts
from governance.documents.word.blocks import Callout, Clause, Gap, Item, Paragraph, Strong, Table

Piece = Clause | Paragraph | Callout | Table
"""What a section may hold."""

Pieces = Iterator[Piece]


def to_write(what: str) -> Callout:
    """Mark a place where a person must write, and say what."""
    return Callout((Gap(f"To be written: {what}"),))


def of_school(facts: Facts, case: Case) -> tuple[Strong, ...]:
    """Name the school at the head of a paragraph, where the report is about several."""
    return (Strong(f"{case.name}: "),) if facts.many else ()


def titled(facts: Facts, case: Case, caption: str) -> str:
    """Name the school in the caption of a table, where the report is about several."""
    return f"{case.name}: {caption[:1].lower()}{caption[1:]}" if facts.many else caption


def listing(lines: Iterable[str]) -> tuple[Item, ...]:
    """Make a lettered list that reads as one sentence."""
    lines = tuple(lines)
    ends = [*[";"] * (len(lines) - 2), "; and", "."][-len(lines) :]
    return tuple(Item(f"{line}{end}") for line, end in zip(lines, ends, strict=True))
