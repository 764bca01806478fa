"""The rule book as one Word file: what the pages say, in the same order, with the addresses written out."""

from collections.abc import Iterator

from governance.answers.consequences import LARGEST, Consequences, Untold, consequences
from governance.documents.book.consequences import (
    FEDERATION,
    by_head,
    columns,
    matrix,
    staff_cell,
    summary_rows,
)
from governance.documents.book.frame import Book
from governance.documents.book.provision import STRICTER, signed_words, status, verdict
from governance.documents.book.timeline import bound_words, marks_of
from governance.documents.word.blocks import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Signature,
    Strong,
    Subtitle,
    Table,
    Title,
)
from governance.documents.word.proofread import proofread
from governance.documents.word.render import render
from governance.english import day_words, listed
from governance.law.book import cautions
from governance.law.changes import Bound
from governance.law.citations import Place, cite_place, place
from governance.law.ledger import ACCOUNTS, ledger, totals
from governance.law.library import Volume, file_hash
from governance.law.provision import Provision, Reading, Rule
from governance.law.wording import (
    CAUTION,
    DOUBT_WEIGHTS,
    STAGES,
    WEIGHTS,
    amending,
    amendment_words,
    encoded,
    footing_words,
    other_view,
    prospective_words,
    school_words,
    seats_words,
    sentence,
    span_words,
    where_words,
)


def word_file(book: Book) -> bytes:
    """Make the Word file; the same law and day always give the same bytes."""
    made = document(book)
    return proofread(render(made), made)


def document(book: Book) -> Document:
    """Give the book block by block."""
    return Document(
        title=book.title,
        subject="The law on school governing bodies in England, as encoded",
        created=book.day,
        blocks=(
            Title("Rule book"),
            Subtitle(f"School governing bodies in England: the law of {day_words(book.day)}"),
            Callout(CAUTION),
            *map(Paragraph, cautions((volume.law for volume in book.volumes), book.day)),
            Paragraph(f"SHA-256 of all the law data: {book.hash}"),
            *_coverage(book),
            *(block for volume in book.volumes for block in _volume(volume, book)),
            *_timeline(book),
            *_consequences(book),
        ),
        header="Not legal advice; stated in our own words; see the source named in each place",
        footer=f"Rule book, law of {day_words(book.day)}",
        properties={"Law as at": book.day.isoformat(), "Rules hash": book.hash},
    )


def _coverage(book: Book) -> Iterator[Block]:
    lines = ledger(book.volumes)
    if not lines:
        return
    yield Heading("What is encoded", 1)
    yield Table(
        "How every paragraph listed is accounted for",
        "For each instrument: its paragraphs, and how many a rule states, a reading states, a footing states, are law to come, are not encoded, are gaps",
        (
            Column("Instrument", share=4),
            *(
                Column(name, share=2, numbers=True)
                for name in (
                    "Paras",
                    "By a rule",
                    "By a reading",
                    "By a footing",
                    "To come",
                    "Not encoded",
                    "Gaps",
                )
            ),
        ),
        tuple(
            (name, str(counts["paragraphs"]), *(str(counts[account]) for account in ACCOUNTS))
            for name, counts in (
                *(
                    (volume.law.cite, totals(line for line in lines if line.instrument == volume.law.id))
                    for volume in book.volumes
                ),
                ("All", totals(lines)),
            )
        ),
    )


def _volume(volume: Volume, book: Book) -> Iterator[Block]:
    law = volume.law
    yield Heading(law.title if law.title == law.cite else f"{law.title} ({law.cite})", 1, new_page=True)
    yield Paragraph(f"{status(law.span, book.day)}; recorded {span_words(law.span)}.")
    for provision in law.provisions:
        yield Heading(f"{cite_place(volume, provision)}: {provision.title}", 2)
        yield Paragraph(f"Source: {provision.url}")
        yield Paragraph(f"Last compared on {day_words(provision.compared)}, with {provision.against}.")
        yield Paragraph(f"File {provision.file}, SHA-256 {file_hash(provision)}")
        for para in provision.paras:
            yield from _paragraph(place(volume, provision, para), book)
        yield Signature(
            f"I have compared this with the source and {signed_words(law.span, book.day)}, save as noted by me.",
            ("Name", "Signature", "Date"),
        )


def _paragraph(where: Place, book: Book) -> Iterator[Block]:
    yield Heading(where.citation, 3)
    for rule in where.rules:
        yield from _rule(rule, where.provision, book)
    for reading in where.readings:
        yield from _reading(reading, book)
    for footing in where.footings:
        yield Paragraph(
            (
                Strong(f"What a step rests on ({footing.id}). "),
                f"{footing_words(footing)} ({status(footing.span, book.day)}: {span_words(footing.span)}.)",
            )
        )
    for gap in where.not_encoded:
        brought = f" Brought in by {amendment_words(gap.amended_by)}." if gap.amended_by else ""
        over = f" Ended by {amendment_words(gap.ended_by)}." if gap.ended_by else ""
        yield Paragraph(
            (
                Strong("Not encoded. "),
                f"{gap.why} ({status(gap.span, book.day)}: {span_words(gap.span)}.{brought}{over})",
            )
        )
    for ahead in where.prospective:
        yield Paragraph((Strong("Law to come. "), prospective_words(ahead)))
    if where.examples:
        yield Table(
            f"Examples for {where.citation}",
            "Each row is a board or a person and what the rules say of it",
            (
                Column("Example", share=4),
                Column("School, and board or person", share=6),
                Column("Result", share=3),
            ),
            tuple(
                (
                    example.says,
                    f"{school_words(example)}, law of {day_words(example.on) if example.on else 'any day'}; {seats_words(example)}",
                    verdict(example, where.volume.law.rules)[0],
                )
                for example in where.examples
            ),
        )


def _rule(rule: Rule, provision: Provision, book: Book) -> Iterator[Block]:
    since, ended = amending(rule, provision)
    rows = (
        ("In our words", rule.says),
        ("Rule as encoded", encoded(rule)),
        ("Concerns", sentence(where_words(rule.where))),
        ("Bites", STAGES[rule.stage] if rule.stage else ""),
        ("Weight", WEIGHTS[rule.severity]),
        ("In force", f"{sentence(span_words(rule.span))}. {status(rule.span, book.day)}."),
        ("Brought in by", amendment_words(since) if since else ""),
        ("Ended by", amendment_words(ended) if ended else ""),
        ("Doubt", f"See the reading {rule.reading}" if rule.reading else ""),
        ("On the other view", other_view(rule) or ""),
    )
    yield Table(
        rule.title,
        f"What the rule {rule.id} says, how it is encoded and when it is in force",
        (Column("Rule", share=2), Column(rule.id, share=6)),
        tuple((name, said) for name, said in rows if said),
    )


def _reading(reading: Reading, book: Book) -> Iterator[Block]:
    yield Table(
        "A doubt, and the reading we take",
        f"The reading {reading.id}: the doubt, the view taken and the other view",
        (Column("Reading", share=2), Column(reading.id, share=6)),
        (
            ("Doubt", reading.doubt),
            ("We take it", reading.taken),
            ("The other view", reading.other),
            ("Stricter", sentence(STRICTER[reading.stricter])),
            ("Weight", sentence(DOUBT_WEIGHTS[reading.weight])),
            ("The doubt exists", f"{sentence(span_words(reading.span))}. {status(reading.span, book.day)}."),
            *((("Ended by", amendment_words(reading.ended_by)),) if reading.ended_by else ()),
        ),
    )


def _timeline(book: Book) -> Iterator[Block]:
    marks = marks_of(book)
    if not marks:
        return
    yield Heading("Amendments, day by day", 1, new_page=True)
    rows = []
    for mark in marks:
        if isinstance(mark, Bound):
            rows.append(
                (
                    day_words(mark.day),
                    mark.volume.law.cite,
                    bound_words(mark),
                )
            )
        else:
            by = f" By {listed(amendment_words(one) for one in mark.by)}." if mark.by else ""
            rows.append(
                (day_words(mark.day), cite_place(mark.volume, mark.provision), f"{'; '.join(mark.what)}.{by}")
            )
    yield Table(
        "Every day on which a rule, a doubt or a whole instrument begins or ends",
        "Days in order, with the provision and what changes",
        (Column("From", share=2), Column("Provision", share=2), Column("What changes", share=5)),
        tuple(rows),
    )


def _consequences(book: Book) -> Iterator[Block]:
    every = consequences(book.day)
    found = tuple(one for one in every if isinstance(one, Consequences))
    yield Heading("What follows from the rules", 1, new_page=True)
    yield Paragraph(
        f"Nothing here is written by hand: every board of 1 to {LARGEST} seats was tried against the rules on numbers in "
        f"force on {day_words(book.day)}, on the readings we take."
    )
    if any(one.category == "federation" for one in found):
        yield Paragraph(FEDERATION)
    for heading, group in by_head(found):
        yield Heading(heading, 2)
        yield Table(
            "The smallest lawful boards",
            "For each kind of school the least total, what it is made of, the lawful totals, and whether they must be even",
            tuple(
                Column(name, share=share)
                for name, share in (
                    ("Kind of school", 6),
                    ("Least", 4),
                    ("Made up of", 8),
                    (f"Totals up to {LARGEST}", 4),
                    ("Even or odd?", 5),
                )
            ),
            tuple(summary_rows(group)),
        )
        if sizes := columns(group):
            yield Table(
                "Most co-opted governors who may be employed at the school, by size of board",
                "A row for each kind of school and a column for each size",
                (Column("Kind of school", share=6), *(Column(str(total), numbers=True) for total in sizes)),
                tuple(matrix(group, staff_cell)),
            )
    for one in dict.fromkeys((one.category, one.why) for one in every if isinstance(one, Untold)):
        yield Paragraph(f"{sentence(one[0])}: {one[1]}")
