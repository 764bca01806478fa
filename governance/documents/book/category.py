"""The rule book of one kind of school as a Word file: what is in force for it on a day, to be compared, and signed once."""

import datetime
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.answers.consequences import never
from governance.documents.book.frame import Book
from governance.documents.word.blocks import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    PageOf,
    Paragraph,
    Signature,
    Strong,
    Subtitle,
    Table,
    Text,
    Title,
)
from governance.documents.word.proofread import proofread
from governance.documents.word.render import render
from governance.english import day_words, listed
from governance.law.applied import applied
from governance.law.book import cautions
from governance.law.citations import cite_place
from governance.law.facts import PERSON_FACTS, Value
from governance.law.library import Volume, volumes_for
from governance.law.provision import Footing, Provision, Reading, Rule
from governance.law.wording import (
    CAUTION,
    WEIGHTS,
    amendment_words,
    category_words,
    encoded,
    footing_words,
    people_words,
    prospective_words,
    sentence,
    where_words,
)

_DOUBTS: Final = "doubts"
_INDEX: Final = "index"
_SIGNED: Final = "signed"
_TOGETHER: Final = 7
"""More rows than these may begin at the foot of a page; fewer stay on one."""


@attrs.frozen
class _Part:
    """A provision as far as it is encoded for the kind of school: its rules, and the powers and duties that steps rest on."""

    volume: Volume
    provision: Provision
    rules: tuple[Rule, ...]
    footings: tuple[Footing, ...]

    @property
    def place(self) -> str:
        """Name it, so that its page is told."""
        return _place(f"{self.volume.folder} {self.provision.number}")

    @property
    def cite(self) -> str:
        """Cite it as lawyers do."""
        return cite_place(self.volume, self.provision)


def category_file(book: Book, category: str) -> bytes:
    """Make the Word file; the same law, day and category always give the same bytes.

    CannotTellError for a day on which no Regulations that govern the category are encoded.
    """
    made = document(book, category)
    return proofread(render(made), made)


def document(book: Book, category: str) -> Document:
    """Give the book block by block."""
    volumes = _volumes(book, category)
    parts = tuple(_parts(book, volumes, category))
    kind = category_words({category})
    day = day_words(book.day)
    return Document(
        title=f"Rule book: {kind}, the law of {day}",
        subject=f"The law on the governing bodies of {kind}, as encoded",
        created=book.day,
        blocks=(
            Title(f"Rule book: {kind}"),
            Subtitle(f"The law of {day}"),
            Callout(CAUTION),
            *map(Paragraph, cautions((volume.law for volume in volumes), book.day)),
            Paragraph(
                f"It holds what is in force on {day} for {kind} and is encoded: each rule in our words, as the program "
                "holds it, and since when. A power or duty on which a step of a procedure rests is given for every kind of "
                "school. What is doubtful, what is to come and what is not encoded stands in one table near the end."
            ),
            _contents(parts),
            *_provisions(parts),
            *_doubts(volumes, parts, book.day),
            *_index(parts),
            *_signed(book, volumes, parts, kind),
        ),
        header="Not legal advice; stated in our own words; see the source named in each place",
        footer=f"Rule book: {kind}, {day}",
        properties={"Category": category, "Law as at": book.day.isoformat(), "Rules hash": book.hash},
    )


def _volumes(book: Book, category: str) -> tuple[Volume, ...]:
    """Give every law that concerns the category, and what of others it applies to the people in the body."""
    own = volumes_for(book.volumes, category, on=book.day)
    others = {volume.law.id: volume.folder for volume in book.volumes}
    borrowed = (Volume(others[law.id], law) for one in own for law in applied(one.law))
    return (*own, *(one for one in borrowed if one.law.id not in {volume.law.id for volume in own}))


def _parts(book: Book, volumes: tuple[Volume, ...], category: str) -> Iterator[_Part]:
    nobody = never(category, book.day)
    for volume in volumes:
        for provision in volume.law.provisions:
            rules = tuple(
                attrs.evolve(rule, where=where)
                for rule in provision.rules
                if book.day in rule.span and (where := _where(rule, category, nobody)) is not None
            )
            footings = tuple(one for one in provision.footings if book.day in one.span)
            if rules or footings:
                yield _Part(volume, provision, rules, footings)


def _where(rule: Rule, category: str, nobody: frozenset[str]) -> dict[str, frozenset[Value]] | None:
    """Say whom a rule concerns of one kind of school; None where that is nobody."""
    where = {**rule.where, "category": rule.where.get("category", frozenset({category})) & {category}}
    if "seat" in where:
        where["seat"] -= nobody
    return where if all(where.values()) else None


def _by_law(parts: Sequence[_Part]) -> Iterator[tuple[Volume, tuple[_Part, ...]]]:
    for volume in {part.volume.folder: part.volume for part in parts}.values():
        yield volume, tuple(part for part in parts if part.volume.folder == volume.folder)


def _name(volume: Volume) -> str:
    law = volume.law
    return law.title if law.title == law.cite else f"{law.title} ({law.cite})"


def _law_place(volume: Volume) -> str:
    return _place(volume.folder)


def _place(name: str) -> str:
    """Give a name that Word takes: letters and digits, forty at most."""
    return f"at{zlib.crc32(name.encode()):08x}"


def _contents(parts: Sequence[_Part]) -> Table:
    rows: list[tuple[Text, Text]] = []
    for volume, own in _by_law(parts):
        rows.append(((Strong(_name(volume)),), (PageOf(_law_place(volume)),)))
        rows += [(f"{_short(part)}: {part.provision.title}", (PageOf(part.place),)) for part in own]
    rows += [
        ((Strong(title),), (PageOf(place),))
        for title, place in (
            ("Doubts, law to come, and what is not encoded", _DOUBTS),
            ("Index of provisions", _INDEX),
            ("What was compared, and when", _SIGNED),
        )
    ]
    return Table(
        "Contents",
        "Every law in the book and each provision of it, with the page on which it stands",
        (Column("What", share=8), Column("Page", numbers=True)),
        tuple(rows),
    )


def _short(part: _Part) -> str:
    return sentence(part.cite.removeprefix(f"{part.volume.law.cite} "))


def _provisions(parts: Sequence[_Part]) -> Iterator[Block]:
    for volume, own in _by_law(parts):
        yield Heading(_name(volume), 1, place=_law_place(volume))
        for part in own:
            provision = part.provision
            yield Heading(f"{part.cite}: {provision.title}", 2, place=part.place)
            yield Paragraph(
                f"Source: {provision.url}\nCompared on {day_words(provision.compared)} with {provision.against}.",
                keep=True,
            )
            rows = (*map(_rule, part.rules), *map(_footing, part.footings))
            yield Table(
                f"What {part.cite} says",
                "Each row is a rule, or a power or duty: the paragraph, what it says in our words, and how the program holds it",
                (
                    Column("Paragraph", share=3),
                    Column("In our words", share=8),
                    Column("As the program holds it", share=5),
                ),
                rows,
                together=len(rows) <= _TOGETHER,
            )


def _rule(rule: Rule) -> tuple[Text, Text, Text]:
    concerns = f"\nConcerns {said}." if (said := _concerns(rule)) else ""
    weight = "" if rule.severity == "unlawful" else f"\n{WEIGHTS[rule.severity]}."
    doubt = f"\nDoubtful: {rule.reading}." if rule.reading else ""
    brought = f", by {amendment_words(rule.amended_by)}" if rule.amended_by else ""
    since = day_words(rule.span.since)
    known = f"In force from {since}{brought}" if rule.span.start_known else f"Recorded from {since}"
    return (
        f"{rule.para}\n{rule.id}",
        (Strong(f"{rule.title}. "), f"{rule.says}{concerns}{weight}{doubt}"),
        f"{encoded(rule)}\n{known}.",
    )


def _concerns(rule: Rule) -> str:
    """Say whom a rule concerns of a kind of school, where that is not everybody."""
    facts = {fact: values for fact, values in rule.where.items() if fact not in PERSON_FACTS}
    people = people_words(rule.where)
    if len(facts) == 1:
        return people
    return f"{people}: {where_words(facts)}" if people else where_words(facts)


def _footing(footing: Footing) -> tuple[Text, Text, Text]:
    return (
        f"{footing.para}\n{footing.id}",
        (Strong("A step rests on it. "), footing_words(footing)),
        f"Words for a step\nIn force from {day_words(footing.span.since)}.",
    )


def _doubts(volumes: Iterable[Volume], parts: Sequence[_Part], day: datetime.date) -> Iterator[Block]:
    turning = {rule.reading for part in parts for rule in part.rules}
    turning |= {footing.reading for part in parts for footing in part.footings}
    rows = tuple(
        (cite_place(volume, provision, para), (Strong(f"{kind}. "), said))
        for volume in volumes
        for provision in volume.law.provisions
        for para, kind, said in _open(provision, turning, day)
    )
    if not rows:
        return
    yield Heading("Doubts, law to come, and what is not encoded", 1, new_page=True, place=_DOUBTS)
    yield Table(
        "What a reader must not look for in the rules, and where the law is doubtful",
        "Each row is a paragraph: a doubt with the reading we take and the other view, law to come, or why it is not encoded",
        (Column("Provision", share=2), Column("What it is, in our words", share=7)),
        rows,
    )


def _open(
    provision: Provision, turning: set[str | None], day: datetime.date
) -> Iterator[tuple[str, str, str]]:
    used = {rule.reading for rule in provision.rules} | {footing.reading for footing in provision.footings}
    for reading in provision.readings:
        if day in reading.span and (reading.id in turning or reading.id not in used):
            yield reading.para, f"Doubt, {reading.weight}", _reading(reading)
    for ahead in provision.prospective:
        if ahead.passed <= day:
            yield ahead.para, "To come", prospective_words(ahead)
    gaps = [gap for gap in provision.not_encoded if day in gap.span]
    for why in dict.fromkeys(gap.why for gap in gaps):
        paras = listed(gap.para for gap in gaps if gap.why == why)
        yield paras, "Not encoded", why


def _reading(reading: Reading) -> str:
    return f"{reading.id}. {reading.doubt} We take it: {reading.taken} The other view: {reading.other}"


def _index(parts: Sequence[_Part]) -> Iterator[Block]:
    rows: list[tuple[Text, Text, Text]] = []
    for part in parts:
        said: dict[str, str] = {}
        for para, title in (
            *((rule.para, rule.title) for rule in part.rules),
            *((footing.para, footing.says) for footing in part.footings),
        ):
            said.setdefault(para, title)
        rows += [
            (cite_place(part.volume, part.provision, para), title, (PageOf(part.place),))
            for para, title in said.items()
        ]
    yield Heading("Index of provisions", 1, new_page=True, place=_INDEX)
    yield Table(
        "Every paragraph that a rule, or a step, is drawn from",
        "Each row is a paragraph, what it is about, and the page on which its provision begins",
        (Column("Provision", share=4), Column("About", share=9), Column("Page", share=2, numbers=True)),
        tuple(rows),
    )


def _signed(book: Book, volumes: Iterable[Volume], parts: Sequence[_Part], kind: str) -> Iterator[Block]:
    counts = {volume.folder: len(own) for volume, own in _by_law(parts)}
    rows = tuple(
        (volume.law.cite, str(counts[volume.folder]), _days(volume))
        for volume in volumes
        if volume.folder in counts
    )
    others = [volume for volume in volumes if volume.folder not in counts]
    yield Heading("What was compared, and when", 1, new_page=True, place=_SIGNED)
    yield Table(
        "Each law, and the days on which our record of it was compared with its source",
        "Each row is a law: how many of its provisions have a part in this book, and when it was compared",
        (
            Column("Law", share=6),
            Column("Provisions", share=3, numbers=True),
            Column("Compared on", share=8),
        ),
        rows,
    )
    if others:
        cites = listed(f"{volume.law.cite} ({_days(volume)})" for volume in others)
        yield Paragraph(f"In the table of what is not encoded only: {cites}.")
    yield Paragraph(
        "With what each provision was compared is said under its heading. "
        f"All the law data together have the SHA-256 {book.hash}.",
        keep=True,
    )
    yield Signature(
        f"I have compared this book with the sources that it names. It states the law on {kind} as it stood on "
        f"{day_words(book.day)}, save as noted by me.",
        ("Name", "Position", "Signature", "Date"),
    )


def _days(volume: Volume) -> str:
    return listed(day_words(day) for day in sorted({one.compared for one in volume.law.provisions}))
