"""`governance gias import` and `governance gias audit`: downloads of the public record, read and held against the law."""

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from governance.cli.common import BAD_INPUT, LAWFUL, Day, complain, say
from governance.errors import GovernanceError, UnreadableError

if TYPE_CHECKING:
    from governance.gias.audit.on_file import Files
    from governance.gias.audit.one import Audited
    from governance.gias.audit.summary import Summary
    from governance.gias.record import Record

_FILES = click.argument("files", metavar="FILE...", nargs=-1, required=True)


@click.command(
    name="import",
    epilog="Example: governance gias import examples/gias",
)
@_FILES
@click.option(
    "-o", "--output", metavar="REGISTER.zip", help="Write what was read as one file, without any name."
)
@click.option("--force", is_flag=True, help="Overwrite the register if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_(
    ctx: click.Context, files: tuple[str, ...], *, output: str | None, force: bool, as_json: bool
) -> None:
    """Read downloads of the public record, and say what is in them.

    Each FILE is a download of GIAS, as .csv or as the zip that it comes in, or a folder of them: establishment fields, LA maintained governance, and group
    links, which say which schools are one federation. They are told apart by their headings. It is said how many
    establishments of each type there are, and what could not be read. No name of a governor or a head teacher is kept.
    The exit status is 0, or 2 where a file cannot be used.
    """
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415 - only where it is asked
    from governance.gias.letter import letter  # noqa: PLC0415
    from governance.gias.register import packed  # noqa: PLC0415

    try:
        if output:
            may_write(Path(output), force=force, suffix=".zip")
        record = _read(files)
        if output:
            write_whole(Path(output), packed(record), force=force, suffix=".zip")
            click.echo(f"Wrote {output}.", err=True)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    _complain_of(record)
    if as_json:
        click.echo(json.dumps(record.as_json(), indent=2, ensure_ascii=False))
    else:
        say(letter(record))
    ctx.exit(BAD_INPUT if record.refused else LAWFUL)


@click.command(epilog="Example: governance gias audit examples/gias")
@_FILES
@click.option(
    "--instruments",
    metavar="DIR",
    multiple=True,
    help="A folder with instruments of government, and with registers of governors (.xlsx, .csv), of the bodies.",
)
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day to audit. Default: the day of the governance file, else today.",
)
@click.option(
    "--xlsx",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a workbook, a row for each body, too.",
)
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page that can be published, too."
)
@click.option("--force", is_flag=True, help="Overwrite the files that --xlsx and --html write.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    show_default=True,
    help="How many bodies to audit at once.",
)
@click.pass_context
def audit(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    instruments: tuple[str, ...],
    on: datetime.date | None,
    xlsx: Path | None,
    html: Path | None,
    force: bool,
    as_json: bool,
    processes: int,
) -> None:
    """Hold the public record against the law: of each governing body, what the record can prove.

    FILEs are as for `governance gias import`, or the register that it wrote. Each body gets a grade: the record contradicts
    the law, it fits a lawful board exactly or with some seats empty or not recorded, it is incomplete, or it cannot be told. A record alone never
    shows that a board is lawful, or unlawful: where it contradicts the law, the record or the board is wrong. With --instruments
    the record of a body is held against its instrument and its register. The exit status is 0, or 2 where a file cannot be used.
    """
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415 - only where it is asked
    from governance.gias.audit.letter import letter  # noqa: PLC0415
    from governance.gias.audit.on_file import NOTHING, on_file  # noqa: PLC0415
    from governance.gias.audit.summary import summary  # noqa: PLC0415
    from governance.gias.audit.workers import audit_all  # noqa: PLC0415
    from governance.gias.extract import GIVE, GOVERNANCE, NOBODY  # noqa: PLC0415

    try:
        for path, suffix in ((xlsx, ".xlsx"), (html, ".html")):
            if path:
                may_write(path, force=force, suffix=suffix)
        record = _read(files)
        if not record.has(GOVERNANCE):
            _complain_of(record)
            raise UnreadableError(NOBODY, GIVE)
        day = on or record.day or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
        filed = on_file(instruments, record, day) if instruments else NOTHING
        bodies = audit_all(record, day, filed, processes=processes)
        counts = summary(bodies)
        for path, suffix, make in ((xlsx, ".xlsx", _sheet), (html, ".html", _page)):
            if path:
                write_whole(path, make(bodies, counts, record, day), force=force, suffix=suffix)
                click.echo(f"Wrote {path}.", err=True)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    _complain_of(record)
    for problem in filed.problems:
        complain(problem)
    if as_json:
        _print(bodies, counts, record, filed, day)
    else:
        say(letter(bodies, counts, day))
    ctx.exit(BAD_INPUT if record.refused else LAWFUL)


def _read(files: tuple[str, ...]) -> "Record":
    from governance.gias.load import load  # noqa: PLC0415 - --help needs none of it

    return load(map(Path, files))


def _complain_of(record: "Record") -> None:
    for says in record.said:
        complain(says)


def _sheet(bodies: "tuple[Audited, ...]", _: "Summary", __: "Record", day: datetime.date) -> bytes:
    from governance.gias.audit.sheet import sheet  # noqa: PLC0415 - workbooks are slow to load

    return sheet(bodies, day)


def _page(bodies: "tuple[Audited, ...]", counts: "Summary", record: "Record", day: datetime.date) -> bytes:
    from governance.documents.public_record import page  # noqa: PLC0415

    return page(bodies, counts, record, day)


def _print(
    bodies: "tuple[Audited, ...]", counts: "Summary", record: "Record", filed: "Files", day: datetime.date
) -> None:
    """Print JSON, a line for each body: of all England there would be no room for it in one piece."""
    about = record.as_json()
    head = {"on": day.isoformat(), "files": about["files"], "problems": [*about["problems"], *filed.problems]}
    click.echo(f'{_json(head)[:-1]},\n"bodies": [')
    last = len(bodies) - 1
    for place, one in enumerate(bodies):
        click.echo(f"{_json(one.as_json())}{'' if place == last else ','}")
    rest = {**counts.as_json(), "types": about["types"], "elsewhere": about["elsewhere"]}
    click.echo(f'],\n"summary": {_json(rest)}}}')


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
