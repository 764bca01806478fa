"""`governance new --spreadsheet`: the blank of a table of boards, which `governance check` reads once it is filled in."""

from pathlib import Path

import click

from governance.cli.common import BAD_INPUT, LAWFUL, complain
from governance.errors import DocumentError


def write_blank(path: Path, *, force: bool) -> int:
    """Write the blank to an .xlsx file, say what to do with it, and give the exit status."""
    from governance.documents.blank_boards import blank_boards  # noqa: PLC0415 - workbooks are slow to load
    from governance.files.whole import write_whole  # noqa: PLC0415

    try:
        write_whole(path, blank_boards(), force=force, suffix=".xlsx")
    except DocumentError as error:
        complain(error)
        return BAD_INPUT
    click.echo(f"Wrote {path}. Fill in a row for each school, save it, and then: governance check {path}")
    return LAWFUL
