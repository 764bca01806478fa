"""`governance gias sheet`: the school's bulk-update workbook, filled from a register."""

import datetime
import json
from pathlib import Path

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, Day, complain, note_all, say
from governance.errors import GovernanceError


@click.command(
    epilog="Example: governance gias sheet examples/gias-school/bulk-update-template.xlsx examples/register.csv -o upload.xlsx --school 990100"
)
@click.argument("template", metavar="TEMPLATE.xlsx")
@click.argument("register", metavar="REGISTER")
@click.option("-o", "--output", required=True, metavar="OUT.xlsx", help="The workbook to write.")
@click.option(
    "--school", metavar="URN|NAME", help="The school of the workbook, where the register does not tell."
)
@click.option(
    "--names", is_flag=True, help="Fill in the names of the register. They are left blank otherwise."
)
@click.option("--on", type=Day(), metavar="DATE", help="The day on which people are in post. Default: today.")
@click.option(
    "--columns", metavar="FILE", help="A TOML file that says which column of the register is which."
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print what is to be known as JSON.")
@click.pass_context
def sheet(
    ctx: click.Context,
    template: str,
    register: str,
    *,
    output: str,
    school: str | None,
    names: bool,
    on: datetime.date | None,
    columns: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Fill the workbook that a school uploads to GIAS from its register, into a copy of the template.

    TEMPLATE.xlsx is the bulk-update template as the school fetches it from GIAS (Tools, Bulk update governance), empty or
    with the rows that GIAS has. It is not changed, and all but the new rows of the copy is as in the template. REGISTER
    is a register of governors, a row for each. A new row has a GID only where the register has a column GID. What is left
    out or blank is said. The exit status is 0 if the workbook was written, 2 for bad input, or where GIAS would not take
    the file, 3 if it was written and something has to be filled in or settled.
    """
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415 - only where it is asked
    from governance.gias.sheet import sheet as filled  # noqa: PLC0415
    from governance.people.in_post import in_post  # noqa: PLC0415
    from governance.people.register import load_columns, read_register  # noqa: PLC0415

    path, day = Path(output), on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        for source in (template, register):
            may_write(path, force=force, source=source, suffix=".xlsx")
        found = read_register(register, load_columns(columns) if columns else None, names=names)
        made = filled(template, found, in_post(found, on=day), school=school, named=names)
        write_whole(path, made.data, force=force, suffix=".xlsx")
    except GovernanceError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"register": register, "error": {"problems": str(error).splitlines()}}))
        ctx.exit(BAD_INPUT)
    if as_json:
        problems = [one.as_json() for one in found.problems]
        about = {
            "register": register,
            "on": day.isoformat(),
            "written": output,
            **made.as_json(),
            "problems": problems,
        }
        click.echo(json.dumps(about, indent=2, ensure_ascii=False))
    else:
        from governance.gias.sheet_letter import letter  # noqa: PLC0415

        note_all(register, found.problems)
        say(letter(made, output))
    ctx.exit(LAWFUL if made.whole else CANNOT_TELL)
