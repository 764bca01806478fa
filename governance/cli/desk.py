"""`governance desk` starts the product in a browser; the desk itself is an extra."""

from pathlib import Path
from typing import Any, Final

import click

from governance.cli.common import BAD_INPUT, complain
from governance.errors import GovernanceError

_LOOPBACK: Final = ("127.0.0.1", "localhost")
_NO_EXTRA: Final = 'The desk is an extra of the program. Install it: pip install "governance[desk]"'
_MOST: Final = 65_535


@click.group(
    invoke_without_command=True, epilog="Example: governance desk --demo", subcommand_metavar="[COMMAND]"
)
@click.option("--demo", is_flag=True, help="Show an authority that is not real, with some 24 bodies.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder in which the desk keeps its database and documents. Default: your own data folder.",
)
@click.option(
    "--port", type=click.IntRange(0, _MOST), metavar="N", help="The port. Default: 8000, or one that is free."
)
@click.option("--host", default=_LOOPBACK[0], metavar="HOST", help="The address: this machine alone.")
@click.option(
    "--no-browser", is_flag=True, help="Open no browser; the start address is printed all the same."
)
@click.option(
    "--database",
    envvar="GOVERNANCE_DATABASE",
    default="",
    metavar="URL",
    help="A PostgreSQL database in place of the file: postgresql://user@host/name. Default: GOVERNANCE_DATABASE.",
)
@click.pass_context
def desk(
    ctx: click.Context,
    data: Path | None,
    port: int | None,
    host: str,
    database: str,
    *,
    demo: bool,
    no_browser: bool,
) -> None:
    """Work in a browser: check boards, keep instruments, proposals and people. Nothing leaves this machine.

    The start address is printed alone on a line. It holds the key of this run: without it no page is shown. Stop
    the desk with Ctrl-C.
    """
    if host not in _LOOPBACK:
        complain(
            f"--host {host}: the desk has no accounts yet, so it answers this machine alone. Leave --host out."
        )
        ctx.exit(BAD_INPUT)
    start = _start(ctx)
    folder = data or start.at.default() / ("demo" if demo else "office")
    ctx.obj = {"folder": folder, "database": database}
    if ctx.invoked_subcommand is None:
        _or_complain(
            ctx,
            start.serve,
            folder,
            port=port,
            database=database,
            demo=demo,
            browser=not no_browser,
            say=click.echo,
        )


@desk.command(epilog="Example: governance desk verify")
@click.option("--last", metavar="HASH", help="The last hash that you noted; the chain must still hold it.")
@click.pass_context
def verify(ctx: click.Context, last: str | None) -> None:
    """Say whether an event was changed or taken away."""
    start = _start(ctx)
    _or_complain(ctx, start.look_into, ctx.obj["folder"], database=ctx.obj["database"])
    from governance.desk import events  # noqa: PLC0415 - it needs the database

    found = events.verify(last)
    click.echo(events.letter(found))
    ctx.exit(1 if found.broken else 0)


@desk.command(epilog="Example: governance desk backup")
@click.pass_context
def backup(ctx: click.Context) -> None:
    """Copy the database, also while the desk is running.

    The copy is in the folder `backups` of the data folder.
    """
    _start(ctx)
    _refuse_server(ctx)
    from governance.desk.backup import back_up  # noqa: PLC0415 - it is an extra

    copy = _or_complain(ctx, back_up, ctx.obj["folder"])
    if copy is None:
        complain(f"{ctx.obj['folder']}: holds no database. Name the folder with --data.")
        ctx.exit(BAD_INPUT)
    click.echo(f"Wrote {copy}.")


@desk.command(epilog="Example: governance desk restore desk-2026-11-29.sqlite3")
@click.argument("copy", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def restore(ctx: click.Context, copy: Path) -> None:
    """Put a COPY of the database back; what is there is copied first. Stop the desk before."""
    _start(ctx)
    _refuse_server(ctx)
    from governance.desk import backup as copies  # noqa: PLC0415 - it is an extra

    kept = _or_complain(ctx, copies.restore, ctx.obj["folder"], copy)
    was = f" What was there is {kept}." if kept else ""
    click.echo(f"Put {copy} back.{was}")


def _refuse_server(ctx: click.Context) -> None:
    if ctx.obj["database"]:
        complain("The database is PostgreSQL's: copy it with pg_dump, and put a copy back with pg_restore.")
        ctx.exit(BAD_INPUT)


def _start(ctx: click.Context) -> Any:
    try:
        from governance.desk import start  # noqa: PLC0415 - it is an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "governance":
            raise
        complain(_NO_EXTRA)
        ctx.exit(BAD_INPUT)
    return start


def _or_complain(ctx: click.Context, work: Any, *args: Any, **given: Any) -> Any:
    try:
        return work(*args, **given)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
