"""`governance declaration`: what a candidate declares, as a Word document to sign."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, Day, Word, complain
from governance.cli.writing import Job, Where, write, writing_options
from governance.errors import CannotTellError, GovernanceError
from governance.model.names import CAME_BY, CATEGORIES, OFFICES

if TYPE_CHECKING:
    from governance.documents.template import Template


@click.command(
    epilog="Example: governance declaration co-opted --category community --on 2026-11-30 -o declaration.docx"
)
@click.argument("seat", metavar="GOVERNOR", type=Word(OFFICES))
@click.option("--category", required=True, type=Word(CATEGORIES), help="The category of school, or the body.")
@click.option(
    "--by",
    "came_by",
    type=Word(CAME_BY),
    help="How the candidate comes by the office. Default: the first way that the law names.",
)
@click.option("--school", metavar="NAME", help="The name of the school.")
@click.option(
    "--on", type=Day(), metavar="DATE", help="The day of the election or appointment. Default: today."
)
@writing_options
@click.pass_context
def declaration(
    ctx: click.Context,
    seat: str,
    *,
    category: str,
    came_by: str | None,
    school: str | None,
    on: datetime.date | None,
    output: Path | None,
    folder: Path | None,
    style: str | None,
    pdf: bool,
    force: bool,
) -> None:
    """Write the declaration of eligibility that a candidate for GOVERNOR signs, each statement with its provision.

    GOVERNOR is a category: parent, staff, co-opted, foundation and so on, or "associate member". The statements are
    those of the rules about people on DATE. What only others can say, such as an opinion of the governing body, stands
    below for the clerk. The exit status is 0 if the file was written, 2 for bad input or usage, 3 if it cannot be told
    what a candidate declares.
    """
    from governance.people.declaration import declaration as declared  # noqa: PLC0415 - only where it is asked

    day = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        found = declared(seat, category, on=day, came_by=came_by)
    except CannotTellError as error:
        complain(error)
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)

    def make(template: "Template | None") -> tuple[bytes, tuple[str, ...]]:
        import governance  # noqa: PLC0415 - Word is slow to load

        return governance.declaration(found, school=school, template=template), ()

    where = Where(output=output, folder=folder, style=style, pdf=pdf, force=force)
    write(ctx, [Job(f"declaration, {seat.replace('_', ' ')}", ("the law",), make)], where)
