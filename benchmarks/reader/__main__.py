"""Prints how well the reader reads instruments that somebody else wrote: `python benchmarks/reader`, or `make reader`.

The published instruments of ../shared/instruments are read where that folder is there, and the project's own corpus
(tests/reading/corpus) as text, as Word numbered in five ways, and as PDF by LibreOffice. Each figure is the
share of documents of which everything of that kind was read right. The exit status is 1 where a wrong value was called
stated in any document: the reader may not know, and must not make believe that it does.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "reading"))

import corpus  # noqa: E402 - the tests' own documents

from governance.reading.intake.intake import transcribe_bytes, transcribe_text  # noqa: E402
from governance.reading.understand import understand  # noqa: E402


def main():
    """Read every set, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=2026, help="which documents by chance (default: 2026)")
    parser.add_argument("--count", type=int, default=300, help="how many documents by chance (default: 300)")
    parser.add_argument("--pdf", type=int, default=60, help="how many of them as PDF too (default: 60)")
    parser.add_argument("--only", default="", help="only the sets whose name has this in it")
    parser.add_argument("--failures", action="store_true", help="show every field that was read wrong")
    arguments = parser.parse_args()
    rows = [
        (
            name,
            [
                (sample, corpus.judge(sample.truth, understand(transcript())))
                for sample, transcript in documents()
            ],
        )
        for name, documents in sets(arguments)
        if arguments.only in name
    ]
    table(rows)
    if arguments.failures:
        failures(rows)
    return 1 if stated_wrongly(rows) else 0


def sets(arguments):
    """Name each set, with a function that gives its documents, each with a function that transcribes it."""
    by_chance = corpus.documents(arguments.seed, arguments.count)
    yield "published instruments, text", lambda: as_text(corpus.shared())
    yield "written unseen, text", lambda: as_text(corpus.unseen())
    yield "made by hand, text", lambda: as_text(corpus.hand_made())
    yield "after published ones, text", lambda: as_text(corpus.after_published())
    yield "mended by since, text", lambda: as_text(corpus.fresh())
    yield "one variant each, text", lambda: as_text(corpus.one_factor())
    yield "one variant each, Word", lambda: as_word(corpus.one_factor(), "direct")
    yield "by chance, text", lambda: as_text(by_chance)
    yield "by chance, text, tabs", lambda: as_text(by_chance, between="\t")
    for how in corpus.WORD:
        yield f"by chance, Word, {how}", lambda how=how: as_word(by_chance, how)
    yield "by chance, PDF", lambda: as_pdf(by_chance[: arguments.pdf])


def as_text(samples, **how):
    """Give each document as text."""
    return [(one, lambda one=one: transcribe_text(corpus.text(one, **how))) for one in samples]


def as_word(samples, how):
    """Give each document as a Word file."""
    return [
        (one, lambda one=one: transcribe_bytes(corpus.word(one, how), source=f"{one.name}.docx"))
        for one in samples
    ]


def as_pdf(samples):
    """Give each document as a PDF that LibreOffice makes of its Word file, all in one start of it."""
    from governance.files.pdf import to_pdf  # noqa: PLC0415 - only this set needs LibreOffice

    made = to_pdf({str(place): corpus.word(one, "direct") for place, one in enumerate(samples)})
    return [
        (one, lambda data=made[str(place)], one=one: transcribe_bytes(data, source=f"{one.name}.pdf"))
        for place, one in enumerate(samples)
    ]


def table(rows):
    """Print a line a set: how many documents, and of how many in a hundred each kind of value was right throughout."""
    print(
        f"| {'documents':28} | number | {' | '.join(f'{name:>10}' for name in corpus.GROUPS)} | wrong stated |"
    )
    print(f"|{'-' * 30}|-------:|{'|'.join('-' * 11 + ':' for _ in corpus.GROUPS)}|-------------:|")
    for name, judged in rows:
        if judged:
            shares = [share(judged, group) for group in corpus.GROUPS]
            bad = len(stated_wrongly([(name, judged)]))
            print(
                f"| {name:28} | {len(judged):6} | {' | '.join(f'{one:9.1f}%' for one in shares)} | {bad:12} |"
            )
        else:
            print(f"| {name:28} |      0 | not there")


def share(judged, group):
    """Give in how many of a hundred documents every value of a group was right."""
    return 100 * sum(not corpus.wrong(marks, group) for _, marks in judged) / len(judged)


def stated_wrongly(rows):
    """Give every wrong value that was called stated, with its set and its document."""
    return [
        (name, sample.name, mark)
        for name, judged in rows
        for sample, marks in judged
        for mark in marks
        if mark.wrongly_stated
    ]


def failures(rows):
    """Print every field that was read wrong, worst first in each document."""
    for name, judged in rows:
        for sample, marks in judged:
            bad = sorted(corpus.wrong(marks), key=lambda mark: not mark.wrongly_stated)
            if bad:
                print(f"\n{name}: {sample.name}")
            for mark in bad:
                print(f"  {'STATED ' if mark.wrongly_stated else ''}{mark}")


if __name__ == "__main__":
    raise SystemExit(main())
