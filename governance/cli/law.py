"""`governance law`: the rule book itself, listed, shown, searched, accounted for and printed.

What the commands use is imported inside them, so that a check, which needs none of it, starts as fast without.
"""

# ruff: noqa: PLC0415

import datetime
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, Word, complain, say
from governance.cli.dates import at, diff
from governance.errors import CannotTellError, DocumentError, GovernanceError, LawError
from governance.model.names import CATEGORIES

_on = click.option(
    "--on", type=Day(), metavar="DATE", help="Only what is in force on this day. Default: every day."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(epilog='Example: governance law show "reg 14(4)" --on 2018-09-18')
def law() -> None:
    """Look into the rule book: what of the law is encoded, how, and since when."""


law.add_command(at)
law.add_command(diff)


@law.command("list", epilog='Example: governance law list --category "voluntary aided" --on 2018-09-18')
@click.option("--category", type=Word(CATEGORIES), help="Only rules that can apply to this body.")
@_on
@_json
def list_rules(category: str | None, on: datetime.date | None, *, as_json: bool) -> None:
    """List the rules, one a line, by provision.

    The exit status is 3 for a day on which the law that governs the category is not encoded.
    """
    from governance.law.library import concerning, entries, library
    from governance.letters.law import entry_json, list_text

    try:
        volumes = library()
        found = tuple(concerning(volumes, category, on=on) if category else entries(volumes, on=on))
    except CannotTellError as error:
        complain(error)
        click.get_current_context().exit(CANNOT_TELL)
    except LawError as error:
        _fail(error)
    if as_json:
        _print_json([entry_json(entry) for entry in found])
    else:
        say(list_text(found, on=on))


@law.command(epilog='Example: governance law show "SI 2012/1034 reg 14(4)" --on 2018-09-18')
@click.argument("ref", nargs=-1, required=True)
@_on
@_json
def show(ref: tuple[str, ...], on: datetime.date | None, *, as_json: bool) -> None:
    """Show what a provision or a rule says, how it is encoded, and since when.

    REF is a citation as you would type it ("reg 14(4)", "14(4)", "regulation 13", "Sch 4 para 14(2)", with
    "SI 2012/1034" before it where several instruments have the number), or the name of a rule (C12-VA-MAJ).
    Of several instruments SI 2012/1034 comes first, then SI 2012/1035.
    The exit status is 2 where there is nothing of that name.
    """
    from governance.law.citations import find, several
    from governance.law.library import library
    from governance.letters.law import place_json, show_text

    try:
        asked = " ".join(ref)
        places = find(library(), asked, on=on)
    except GovernanceError as error:
        _fail(error)
    if as_json:
        _print_json([place_json(place) for place in places])
    else:
        if line := several(places, asked):
            say(f"{line}\n")
        say(show_text(places, on=on))


@law.command("search", epilog="Example: governance law search resigned head")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@_json
@click.pass_context
def search_law(ctx: click.Context, words: tuple[str, ...], *, as_json: bool) -> None:
    """Find every rule, reading and reason in which all the words occur.

    Looks in titles, in what each rule says, in readings and in what is not encoded; capitals do not matter. The
    exit status is 1 where nothing is found, and 2 where no word is given.
    """
    if not any(word.strip() for word in words):
        raise click.UsageError(
            "There is no word to search for. Give at least one: governance law search head"
        )
    from governance.law.citations import search
    from governance.law.library import library
    from governance.letters.law import found_json, search_text

    try:
        hits = tuple(search(library(), words))
    except LawError as error:
        _fail(error)
    if as_json:
        _print_json([found_json(hit) for hit in hits])
    else:
        say(search_text(hits, words))
    ctx.exit(LAWFUL if hits else UNLAWFUL)


@law.command(epilog="Example: governance law coverage --markdown > docs/law-coverage.md")
@_json
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the page of the docs.")
@click.pass_context
def coverage(ctx: click.Context, *, as_json: bool, as_markdown: bool) -> None:
    """Account for every paragraph: stated by a rule, a reading or a footing, or listed as not encoded.

    The exit status is 1 where a provision or a paragraph is not accounted for, and where the law cannot be read.
    """
    from governance.law.ledger import as_json as whole_ledger
    from governance.law.ledger import ledger, markdown
    from governance.law.library import library
    from governance.letters.law import ledger_text

    try:
        volumes = library()
    except LawError as error:
        complain(str(error))
        ctx.exit(UNLAWFUL)
    lines = ledger(volumes)
    if as_json:
        _print_json(whole_ledger(volumes, lines))
    elif as_markdown:
        click.echo(markdown(volumes, lines), nl=False)
    else:
        say(ledger_text(volumes, lines))
    ctx.exit(UNLAWFUL if any(line.of("gap") for line in lines) else LAWFUL)


@law.command(epilog="Example: governance law book --category community --on 2025-09-01 -o community.docx")
@click.option("--on", type=Day(), metavar="DATE", help="The day whose law the book states. Default: today.")
@click.option(
    "--category",
    type=Word(CATEGORIES),
    help="Only what is in force for this kind of school, as one Word file to sign.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The folder for the pages, or with --category the Word file.",
)
@click.option(
    "--word", type=click.Path(path_type=Path), metavar="FILE", help="Also write one Word file, named .docx."
)
@click.option("--pdf", is_flag=True, help="With --category, write a tagged PDF beside the Word file.")
@click.option(
    "--force", is_flag=True, help="Write into a folder that holds something, and over the Word file."
)
def book(
    on: datetime.date | None,
    category: str | None,
    output: Path | None,
    word: Path | None,
    *,
    pdf: bool,
    force: bool,
) -> None:
    """Write the rule book of a day, which a lawyer can check and sign.

    It is the whole law as web pages, which need no network and no script. With --category it is one Word file of what is
    in force for that kind of school, with a table of contents, an index and one page to sign. Nothing is ever deleted: with
    --force, pages of the same name are replaced and all else is left as it is. The exit status is 3 for a day whose
    law is not encoded.
    """
    from governance.documents.book import write, write_category
    from governance.law.library import library

    on = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        if category is not None:
            written = write_category(library(), on, category, _word_file(output, word), pdf=pdf, force=force)
        elif output is None:
            raise click.UsageError(
                "Say where to write: -o DIR for the pages, or --category and -o FILE.docx."
            )
        elif pdf:
            raise click.UsageError("--pdf goes with --category. The whole book is web pages.")
        else:
            if sys.stderr is not None and sys.stderr.isatty():
                complain("Writing the rule book. A Word file of it takes longest.")
            written = write(library(), on, output, word=word, force=force)
    except CannotTellError as error:
        complain(error)
        click.get_current_context().exit(CANNOT_TELL)
    except (LawError, DocumentError) as error:
        _fail(error)
    for line in written:
        click.echo(line)


def _word_file(output: Path | None, word: Path | None) -> Path:
    """Take the one name that is given for the book of a category."""
    if output is not None and word is not None:
        raise click.UsageError(
            "With --category there is one Word file: name it by -o or by --word, and not by both."
        )
    file = output or word
    if file is None:
        raise click.UsageError("Say where to write the book: -o FILE.docx.")
    return file


def _print_json(value: dict[str, Any] | Iterable[Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def _fail(error: GovernanceError) -> None:
    complain(error)
    click.get_current_context().exit(BAD_INPUT)
