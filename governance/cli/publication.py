"""`governance publication`: the table of governors that a school publishes."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, Day, complain
from governance.cli.inputs import take
from governance.errors import CannotTellError, DocumentError, GovernanceError

if TYPE_CHECKING:
    from governance.people.publication import Publication


@click.command(
    epilog="Example: governance publication examples/register.csv --on 2024-09-01 -o governors.docx"
)
@click.argument("register", metavar="REGISTER")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="The file to write: .docx, .xlsx or .csv."
)
@click.option(
    "--instrument",
    "instruments",
    multiple=True,
    metavar="PROPOSAL|DOCUMENT",
    help="The instrument of a body, by which terms end.",
)
@click.option("--names", is_flag=True, help="Keep the names of the register. They are dropped otherwise.")
@click.option("--since", type=Day(), metavar="DATE", help="Leave out those who left before this day.")
@click.option("--on", type=Day(), metavar="DATE", help="The day of the table. Default: today.")
@click.option(
    "--columns", metavar="FILE", help="A TOML file that says which column of the register is which."
)
@click.option("--style", metavar="TEMPLATE", help="Your own Word template, as for draft.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_context
def publication(
    ctx: click.Context,
    register: str,
    *,
    output: str,
    instruments: tuple[str, ...],
    names: bool,
    since: datetime.date | None,
    on: datetime.date | None,
    columns: str | None,
    style: str | None,
    force: bool,
) -> None:
    """Write the table of governors that a school publishes: who serves and has served, and by whose appointment.

    REGISTER is a register of governors, a row for each. What the statutory guidance asks for besides, and a register
    does not have, is named in the Word file. What could not be read of the register is said. The exit status is 0 if
    the file was written, 2 for bad input or usage, 3 if part of the register could not be read.
    """
    from governance.people.in_post import in_post  # noqa: PLC0415 - only where it is asked
    from governance.people.publication import publication as made_of  # noqa: PLC0415
    from governance.people.register import load_columns, read_register  # noqa: PLC0415

    day = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        told = load_columns(columns) if columns else None
        found = read_register(register, told, names=names)
        proposals = [take(one, {}).proposal for one in instruments]
        made = made_of(in_post(found, proposals, on=day), since=since)
        _write(Path(output), made, register, style, force=force)
    except CannotTellError as error:
        complain(error)
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    for wrong in found.problems:
        complain(f"Note: {wrong}")
    click.echo(f"Wrote {output}.")
    ctx.exit(CANNOT_TELL if any(line.standing == "cannot tell" for line in found.people) else LAWFUL)


def _write(path: Path, made: "Publication", source: str, style: str | None, *, force: bool) -> None:
    """Write it as the end of the name asks; DocumentError for another end, or where it cannot be written."""
    from governance.files.whole import write_whole  # noqa: PLC0415 - only where it is asked
    from governance.people.publication import publication_csv, publication_workbook  # noqa: PLC0415

    suffix = path.suffix.lower()
    match suffix:
        case ".csv":
            data = publication_csv(made)
        case ".xlsx":
            data = publication_workbook(made)
        case ".docx":
            import governance  # noqa: PLC0415 - Word is slow to load
            from governance.cli.writing import load_style  # noqa: PLC0415

            data = governance.publication(made, template=load_style(style))
        case _:
            raise DocumentError(
                f"{path}: a table of governors ends in .docx, .xlsx or .csv. Choose one of these."
            )
    write_whole(path, data, force=force, source=source, suffix=suffix)
