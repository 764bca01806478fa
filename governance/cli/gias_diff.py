"""`governance gias diff`: instrument, register and public record side by side."""

import datetime
import json
from pathlib import Path

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, complain, note_all, say
from governance.cli.inputs import take
from governance.errors import GovernanceError, UnreadableError


@click.command(
    epilog="Example: governance gias diff examples/register.csv examples/gias-school/rift-house-20250901.csv --instrument examples/people.toml"
)
@click.argument("register", metavar="REGISTER")
@click.argument("extract", nargs=-1, required=True, metavar="EXTRACT...")
@click.option(
    "--instrument",
    "instruments",
    multiple=True,
    metavar="PROPOSAL|DOCUMENT",
    help="The instrument of the body, for its seats and terms.",
)
@click.option("--school", metavar="URN|NAME", help="The school, where the files do not tell.")
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day of the comparison. Default: the day of the extract, or today.",
)
@click.option(
    "--columns", metavar="FILE", help="A TOML file that says which column of the register is which."
)
@click.option(
    "--names", is_flag=True, help="Show the names of the register. They are compared, and dropped otherwise."
)
@click.option("--all", "everything", is_flag=True, help="Show each governor on both sides, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def diff(
    ctx: click.Context,
    register: str,
    extract: tuple[str, ...],
    *,
    instruments: tuple[str, ...],
    school: str | None,
    on: datetime.date | None,
    columns: str | None,
    names: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Say what a school must mend in GIAS, and how: its register beside the public record, and beside its instrument.

    REGISTER is a register of governors, a row for each. EXTRACT is the governance extract as downloaded from GIAS (.csv or
    the zip), and may be the files of establishments and of group links, too. People are told to be the same by the GID,
    the name, or the appointment. The exit status is 0 if there is nothing to mend, 1 if there is, 2 for bad input, 3 if
    there are only questions.
    """
    from governance.gias.bodies import matched, without_names  # noqa: PLC0415 - only where it is asked
    from governance.gias.diff import diff as beside  # noqa: PLC0415
    from governance.gias.extract import GIVE, GOVERNANCE, NOBODY  # noqa: PLC0415
    from governance.gias.load import load  # noqa: PLC0415
    from governance.people.in_post import in_post  # noqa: PLC0415
    from governance.people.register import load_columns, read_register  # noqa: PLC0415

    try:
        read = read_register(register, load_columns(columns) if columns else None, names=True)
        plain, marks = without_names(read)
        record = load([Path(one) for one in extract])
        if not record.has(GOVERNANCE) or record.lacks:
            raise UnreadableError("\n".join((*record.said, NOBODY)), GIVE)
        day = on or record.day or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
        proposals = [take(one, {}).proposal for one in instruments]
        answer = in_post(read if names else plain, proposals, on=day)
        one = matched(answer, record, school)
    except GovernanceError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"register": register, "error": {"problems": str(error).splitlines()}}))
        ctx.exit(BAD_INPUT)
    gids = read.columns.get("key", "").strip().upper() == "GID"
    found = beside(
        one.body, ", ".join(one.urns), one.entries, on=day, gids=gids, marks=marks, notes=one.notes
    )
    said = list(record.said)
    if as_json:
        problems = [wrong.as_json() for wrong in read.problems]
        files = {"register": register, "extract": list(extract)}
        answered = {**files, **found.as_json(), "problems": problems, "extract_problems": said}
        click.echo(json.dumps(answered, indent=2, ensure_ascii=False))
    else:
        from governance.gias.diff_letter import letter  # noqa: PLC0415

        note_all(register, read.problems)
        for fault in said:
            complain(f"Note: {fault}")
        dated = "" if on else "the day of the extract" if record.day else "no day is given: today"
        say(letter(found, dated=dated, everything=everything))
    ctx.exit(UNLAWFUL if found.certain else CANNOT_TELL if found.mends else LAWFUL)
