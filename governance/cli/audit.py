"""`governance audit`: every instrument in a folder read and checked, what needs attention first."""

import datetime
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, complain, say
from governance.cli.progress import progress
from governance.errors import DocumentError, ProposalError
from governance.files import budget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.audit import Row

STOPPED: Final = 130
_FOR_ENGLAND: Final = 5
"""How many times the work of one file the list of every school in England may take."""


@click.command(epilog="Example: governance audit examples/documents --xlsx audit.xlsx")
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE...")
@click.option("--xlsx", type=click.Path(path_type=Path), metavar="OUT", help="Write an Excel workbook, too.")
@click.option(
    "--schools",
    metavar="LIST",
    help="A table that says of each file or school its category and foundation, or the establishment extract of GIAS as it "
    "is: it fills in what a document does not say.",
)
@click.option("--force", is_flag=True, help="Overwrite the workbook if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list, one object a document.")
@click.option("--on", type=Day(), metavar="DATE", help="The day to take for today's law. Default: today.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    metavar="N",
    help="How many documents to read at once. Default: one a core.",
)
@click.pass_context
def audit(
    ctx: click.Context,
    paths: tuple[str, ...],
    on: datetime.date | None,
    processes: int,
    *,
    xlsx: Path | None,
    schools: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Read and check every instrument in a folder, and list what needs attention first.

    Every file in each DIR and the folders within it is named. Word documents, PDFs, text files and proposals are
    read, and of any other it is said that it cannot be. Each is checked under the law of the day it took
    effect, and under the law of today. With --schools a list says what a document does not say of its school, found by the
    name of its file, its URN or DfE number, or the name of the school; each thing that was taken from it is said. The exit status is 0 if every document is lawful under both, perhaps on
    conditions; 1 if one is unlawful under either; 3 if none is, but of one it cannot be told or one cannot be read; and 2
    for bad usage, where no document could be read at all, or where one was not by a mistake of ours.
    """
    from governance import audit as auditing  # noqa: PLC0415 - --help needs none of it

    today = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        if xlsx:
            from governance.files.whole import may_write  # noqa: PLC0415

            may_write(xlsx, force=force, suffix=".xlsx")
        own = [Path(name) for name in (xlsx, schools) if name]
        files = [file for file in auditing.instruments(paths) if not any(_same(file, one) for one in own)]
        with budget.of(schools or "", times=_FOR_ENGLAND):
            listed = auditing.load_schools(schools) if schools else None
        budget.close()
    except (DocumentError, ProposalError) as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    if not files:
        complain("No files were found. Name another folder, or files.")
        ctx.exit(BAD_INPUT)
    unsorted = auditing.audit(files, today=today, processes=min(processes, len(files)), schools=listed)
    try:
        rows = auditing.in_order(_progress(unsorted, len(files)))
    except KeyboardInterrupt:
        complain("Stopped; nothing was written.")
        ctx.exit(STOPPED)
    _print(rows, today, as_json=as_json)
    if xlsx:
        _write(ctx, xlsx, rows, today, force=force)
    ctx.exit(_status(rows))


def _same(file: Path, workbook: Path) -> bool:
    """Tell whether a file is the workbook of an earlier audit, which this one is to overwrite, or the list of schools."""
    return workbook.exists() and file.samefile(workbook)


def _progress(rows: "Iterable[Row]", number: int) -> "Iterator[Row]":
    """Count the documents as they are read."""
    with progress("Reading", number) as done:
        for row in rows:
            yield row
            done(1)


def _print(rows: "list[Row]", today: datetime.date, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([row.as_json() for row in rows], indent=2, ensure_ascii=False))
        return
    from governance.letters.audit import letter  # noqa: PLC0415 - only where it is asked

    say(letter(rows, today=today))


def _write(ctx: click.Context, path: Path, rows: "list[Row]", today: datetime.date, *, force: bool) -> None:
    from governance.audit.sheet import sheet  # noqa: PLC0415 - workbooks are slow to load
    from governance.files.whole import write_whole  # noqa: PLC0415

    try:
        write_whole(path, sheet(rows, today=today), force=force, suffix=".xlsx")
    except DocumentError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    click.echo(f"Wrote {path}.", err=True)


def _status(rows: "list[Row]") -> int:
    standings = {row.standing for row in rows}
    if "failed" in standings or standings <= {"unreadable"}:
        return BAD_INPUT
    if "unlawful" in standings:
        return UNLAWFUL
    return CANNOT_TELL if standings & {"cannot tell", "unreadable"} else LAWFUL
