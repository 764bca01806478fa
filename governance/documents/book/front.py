"""The pages at the front of the rule book: contents, how to read it, and what is encoded."""

from collections.abc import Iterable

from governance.documents.book.frame import COVERAGE, INDEX, READING, Book, Page, page, page_name
from governance.documents.book.html import Content, Html, bullets, join, link, paragraph, table, tag
from governance.documents.book.provision import anchor, status
from governance.english import day_words, listed
from governance.law.book import cautions
from governance.law.checks.registry import CHECKS
from governance.law.citations import cite_place
from governance.law.ledger import ACCOUNTS, by_instrument, ledger, totals
from governance.law.library import Volume
from governance.law.relation import DERIVED
from governance.law.wording import PART_WORDS, WEIGHTS, sentence, span_words
from governance.model.names import PARTS_OF, SEAT_WORDS


def index_page(book: Book) -> Page:
    """Write the contents: instruments in force on the day first, then the others that are recorded."""
    current = [volume for volume in book.volumes if book.day in volume.law.span]
    others = [volume for volume in book.volumes if book.day not in volume.law.span]
    return page(
        INDEX,
        "The law on school governing bodies, as encoded",
        paragraph(
            f"This book states the law of {day_words(book.day)} as the program holds it: every rule, its dates, its "
            "examples, the doubts and the readings taken, and every paragraph that is left out, with the reason."
        ),
        *(
            paragraph(one, class_="caution")
            for one in cautions((volume.law for volume in book.volumes), book.day)
        ),
        *(_contents(volume, book, f"instrument-{n}") for n, volume in enumerate(current, start=1)),
        *(
            [
                tag("h2", f"Also recorded, not in force on {day_words(book.day)}", id="not-in-force"),
                *(
                    _contents(volume, book, f"other-{n}", level="h3")
                    for n, volume in enumerate(others, start=1)
                ),
            ]
            if others
            else []
        ),
    )


def _contents(volume: Volume, book: Book, name: str, *, level: str = "h2") -> Html:
    law = volume.law
    number = () if law.cite == law.title else (" ", tag("span", law.cite, class_="id"))
    lines = {line.number: line for line in ledger((volume,))}
    rows: list[tuple[Content, ...]] = []
    for provision in law.provisions:
        rules = dict.fromkeys(rule.id for rule in provision.rules if book.day in rule.span)
        readings = [reading for reading in provision.readings if book.day in reading.span]
        where = cite_place(volume, provision).removeprefix(f"{law.cite} ")
        rows.append(
            (
                link(page_name(volume, provision), f"{where}: {provision.title}"),
                str(len(rules)),
                str(len(readings)),
                str(len(lines[provision.number].of("not_encoded"))),
                tag("span", day_words(provision.compared), class_="whole"),
            )
        )
    heads = ("Provision", "Rules in force", "Doubts", "Paragraphs not encoded", "Last compared")
    contents = (
        table(
            f"Provisions of {law.cite}",
            heads,
            rows,
            label=f"Provisions of {law.cite}",
            numbers=frozenset({1, 2, 3}),
        )
        if rows
        else paragraph("Nothing of it is encoded.")
    )
    return join(
        [
            tag(level, law.title, *number, id=name),
            paragraph(f"{status(law.span, book.day)}; recorded {span_words(law.span)}.", class_="when"),
            contents,
        ]
    )


def reading_page(_: Book) -> Page:
    """Write what the words and signs in the book mean."""
    return page(
        READING,
        "How to read this book",
        tag("h2", "What each page shows", id="pages"),
        paragraph(
            "There is a page for each regulation, section or schedule. It takes the paragraphs in their order. For "
            "each it gives the rule in one sentence of our own, the rule as the program holds it, whom it concerns, "
            "from when to when it is in force and by what it was amended; any doubt, with the reading we take and the "
            "other view; what is not encoded, and why; and examples on both sides of each limit, which are run "
            "against the rules as tests."
        ),
        paragraph(
            "The dates are those of commencement, but an Act or Regulations older than the first day that this program "
            "covers are recorded from that day. An end date is the last day on which the rule is in force. An "
            "entry that is not in force on the day of the book is shown with a broken edge and says so; and so is law to "
            "come, which has been passed and has no day of commencement. No entry is in force longer than its instrument "
            "governs any body."
        ),
        tag("h2", "Rules that are arithmetic", id="relations"),
        paragraph(
            "A rule on numbers is one comparison of two sums: ",
            tag("code", ">="),
            " at least, ",
            tag("code", "<="),
            " at most, ",
            tag("code", "=="),
            " exactly. Shares are exact: 1/3 total is a third of all seats, not rounded.",
        ),
        table("The names in them", ("Name", "What it counts"), _names(), label="Names in relations"),
        tag("h2", "Rules that are not arithmetic", id="checks"),
        paragraph("Other rules are checks, told in brackets what to look at and what the limits are."),
        table("The checks", ("Check", "What it does"), _checks(), label="Checks"),
        tag("h2", "The weight of a rule", id="weights"),
        bullets(f"{words}." for words in WEIGHTS.values()),
        tag("h2", "How to rely on it", id="hashes"),
        paragraph(
            "Each page gives the SHA-256 of the file it states. The same rules and the same day always give the same "
            "pages, to the last byte, so a page that was compared with the source and signed stays good for as long "
            "as its file has that hash. SHA256SUMS, beside these pages, lists the hash of every page."
        ),
    )


def _names() -> Iterable[tuple[Content, ...]]:
    for name, (_, many) in SEAT_WORDS.items():
        yield tag("code", name), f"Seats of {many}"
    for part in PARTS_OF:
        yield tag("code", part), f"Those who are {PART_WORDS.get(part, part)}"
    for name, seats in DERIVED.items():
        words = (
            "every seat" if len(seats) == len(SEAT_WORDS) else listed(SEAT_WORDS[seat][1] for seat in seats)
        )
        yield tag("code", name), f"The sum of {words}"


def _checks() -> Iterable[tuple[Content, ...]]:
    for name, check in sorted(CHECKS.items()):
        first = (check.__doc__ or "").strip().partition("\n")[0].replace("`", "")
        yield tag("code", name), first


def coverage_page(book: Book) -> Page:
    """Write the ledger: how every paragraph is accounted for."""
    lines = ledger(book.volumes)
    counts = totals(lines)
    parts: list[Content] = []
    for number, (volume, own) in enumerate(by_instrument(book.volumes, lines), start=1):
        pages = {provision.number: page_name(volume, provision) for provision in volume.law.provisions}
        rows: list[tuple[Content, ...]] = [
            (
                link(pages[line.number], f"{sentence(line.number.replace('/', ' '))}: {line.title}"),
                *_counts(totals((line,))),
                join(
                    (link(f"{pages[line.number]}#{anchor(para)}", para) for para in line.of("gap")),
                    between=", ",
                ),
            )
            for line in own
        ]
        rows.append((tag("strong", "All"), *_counts(totals(own)), ""))
        heads = (
            "Provision",
            "Paragraphs",
            "By a rule",
            "By a reading",
            "By a footing",
            "To come",
            "Not encoded",
            "Gaps",
            "Which",
        )
        parts += [
            tag("h2", volume.law.cite, id=f"ledger-{number}"),
            table(
                volume.law.title,
                heads,
                rows,
                label=f"Ledger of {volume.law.cite}",
                numbers=frozenset(range(1, 8)),
            ),
        ]
    gaps = counts["gap"]
    return page(
        COVERAGE,
        "What is encoded, and what is not",
        paragraph(
            f"{counts['paragraphs']} paragraphs in {counts['provisions']} provisions: {counts['rule']} stated by a rule, "
            f"{counts['reading']} by a reading alone, {counts['footing']} by a footing (what a step of a procedure rests "
            f"on), {counts['prospective']} as law to come, {counts['not_encoded']} listed as not encoded with the reason, "
            f"{gaps or 'none'} unaccounted for.",
            class_="says",
        ),
        paragraph(
            "Each paragraph that the files list is counted once, on whatever day its rule is in force. That a file lists "
            "every paragraph of its provision is for a person to compare with the source."
        ),
        *parts,
    )


def _counts(counts: dict[str, int]) -> tuple[str, ...]:
    return (str(counts["paragraphs"]), *(str(counts[account]) for account in ACCOUNTS))
