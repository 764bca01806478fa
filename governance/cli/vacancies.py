"""`governance vacancies`: the report for members, from registers and instruments."""

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, Day, complain, say
from governance.cli.inputs import sources
from governance.errors import CannotTellError, DocumentError, GovernanceError, UnreadableError
from governance.files import budget
from governance.model.recognise import is_table

if TYPE_CHECKING:
    from governance.model import Proposal
    from governance.people.register import Register
    from governance.people.vacancies import Vacancies

_KINDS: Final = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".toml", ".json", ".docx", ".pdf", ".txt")
_DAYS: Final = 90


@click.command(
    epilog="Example: governance vacancies examples/register.csv examples/rift-house.toml --on 2024-09-01 -o vacancies.docx"
)
@click.argument("files", nargs=-1, required=True, metavar="DIR|FILE...")
@click.option("--on", type=Day(), metavar="DATE", help="The day of the report. Default: today.")
@click.option(
    "--before",
    type=Day(),
    metavar="DATE",
    help=f"Name terms that end before this day. Default: {_DAYS} days after the day of the report.",
)
@click.option("--columns", metavar="FILE", help="A TOML file that says which column of a register is which.")
@click.option(
    "-o", "--output", metavar="FILE", help="Write the report: a Word file (.docx) or a workbook (.xlsx)."
)
@click.option("--authority", metavar="NAME", help="The authority whose report it is.")
@click.option("--style", metavar="TEMPLATE", help="Your own Word template, as for draft.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def vacancies(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    on: datetime.date | None,
    before: datetime.date | None,
    columns: str | None,
    output: str | None,
    authority: str | None,
    style: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Report vacancies by category and body, the authority's own places, and terms that end before a day.

    FILE is a register of governors or an instrument: a proposal, a document, or a table of boards. DIR is a folder of
    such files, and of folders. A body is paired with its instrument by name; a register that names no body is of the
    body that its file is named after. People are named by their key. The exit status is 0 if all could be told, 2 if
    no register could be read or a file could not be written, 3 if something was not read or cannot be told.
    """
    from governance.people.register import load_columns  # noqa: PLC0415 - only where it is asked
    from governance.people.vacancies import vacancies as found_in  # noqa: PLC0415

    day = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    end = before or day + datetime.timedelta(days=_DAYS)
    if end <= day:
        raise click.UsageError("--before is a day after that of the report.")
    registers: list[Register] = []
    instruments: list[Proposal] = []
    problems: list[str] = []
    try:
        told = load_columns(columns) if columns else None
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    for file in _files(files, problems):
        _take(file, told, registers, instruments, problems)
    if not registers:
        complain("\n".join([*problems, "No register of governors was found."]))
        ctx.exit(BAD_INPUT)
    found = found_in(registers, instruments, on=day, before=end, problems=problems)
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False))
    else:
        from governance.letters.vacancies import letter  # noqa: PLC0415

        say(letter(found))
    if output and not _write(found, Path(output), files, authority, style, force=force, as_json=as_json):
        ctx.exit(BAD_INPUT)
    ctx.exit(CANNOT_TELL if found.problems or found.without or found.unlisted or found.unsettled else LAWFUL)


def _files(given: Iterable[str], problems: list[str]) -> Iterator[str]:
    """Give each file, those of a folder by name; what is of no kind that is read is named."""
    for name in given:
        if not Path(name).is_dir():
            yield name
            continue
        for path in sorted(Path(name).rglob("*")):
            if path.is_dir() or path.name.startswith((".", "~$")):
                continue
            if path.suffix.lower() in _KINDS:
                yield str(path)
            else:
                problems.append(f"{path}: is no register and no instrument, and was not read.")


def _take(
    file: str,
    columns: "dict[str, str | list[str]] | None",
    registers: "list[Register]",
    instruments: "list[Proposal]",
    problems: list[str],
) -> None:
    """Read a file as what it is: a register, a table of boards, or an instrument that may list its people."""
    from governance.people.register import read_register  # noqa: PLC0415

    if is_table(file):
        try:
            with budget.of(file, anew=True):
                registers.append(read_register(file, columns))
        except (GovernanceError, UnreadableError) as register_error:
            if not _instruments(file, instruments, []):
                problems.append(str(register_error))
        return
    _instruments(file, instruments, problems)
    if instruments and instruments[-1].source == file and instruments[-1].people:
        registers.append(read_register(file))


def _instruments(file: str, instruments: "list[Proposal]", problems: list[str]) -> bool:
    """Read every instrument of a file, and tell whether there was one."""
    before = len(instruments)
    for source in sources([file]):
        try:
            with budget.of(source.name, anew=True):
                instruments.append(source.take({}).proposal)
        except (GovernanceError, CannotTellError) as error:
            problems.append(str(error))
    return len(instruments) > before


def _write(
    found: "Vacancies",
    path: Path,
    files: Sequence[str],
    authority: str | None,
    style: str | None,
    *,
    force: bool,
    as_json: bool,
) -> bool:
    """Write the report as the name of the file asks, and tell whether it was written."""
    import governance  # noqa: PLC0415 - Word is slow to load
    from governance.cli.writing import load_style  # noqa: PLC0415
    from governance.files.whole import write_whole  # noqa: PLC0415

    try:
        if path.suffix.lower() == ".xlsx":
            from governance.documents.vacancies import vacancies_workbook  # noqa: PLC0415

            write_whole(path, vacancies_workbook(found), force=force, suffix=".xlsx")
        else:
            data = governance.vacancies_report(found, authority=authority, template=load_style(style))
            write_whole(path, data, force=force, source=files[0])
    except DocumentError as error:
        complain(error)
        return False
    click.echo(f"Wrote {path}.", err=as_json)
    return True
