"""The `governance` command and its commands, each of which is loaded only when it is called."""

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Any, Final

import click

from governance.cli.common import BAD_INPUT, complain, say
from governance.cli.streams import open_up
from governance.files import budget
from governance.version import __version__

_COMMANDS: Final = {
    "audit": "audit",
    "check": "check",
    "compare": "compare",
    "declaration": "declaration",
    "desk": "desk",
    "draft": "draft",
    "explain": "explain",
    "gias": "gias",
    "law": "law",
    "mcp": "mcp",
    "new": "new",
    "options": "options",
    "people": "people",
    "publication": "publication",
    "read": "read",
    "repair": "repair",
    "report": "report",
    "schema": "schema",
    "steps": "steps",
    "transition": "transition",
    "unknowns": "unknowns",
    "vacancies": "vacancies",
}
"""Each command and the module of this folder it lives in, under the same name."""


class Commands(click.Group):
    """A group whose commands are imported when they are asked for, so that one need not wait for all."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and say so where the answer cannot be written: that is no verdict."""
        open_up()
        try:
            try:
                with budget.shared():
                    return super().main(*args, **kwargs)
            except budget.OverBudgetError as error:
                complain(error)
                raise SystemExit(BAD_INPUT) from None
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except OSError as error:
            # What is still waiting to be written cannot be, and Python would try once more at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            complain(f"The answer cannot be written: {error.strerror or error}.")
            raise SystemExit(BAD_INPUT) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted([*super().list_commands(ctx), *_COMMANDS])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what people come for, each with the whole sentence of what it does."""
        from governance.cli.commands import sections  # noqa: PLC0415 - only help needs it

        for title, rows in sections(self.list_commands(ctx), lambda name: self.get_command(ctx, name)):
            with formatter.section(title):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may have been meant; `help` is `--help`."""
        if args[0] == "help":
            args = [*args[1:], "--help"] if args[1:] else ["--help"]
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            from governance.cli.commands import meant  # noqa: PLC0415 - only a slip needs it

            hint = " or ".join(f"`{name}`" for name in meant(args[0], self.list_commands(ctx)))
            says = f"Did you mean {hint}?" if hint else "All commands: governance --help."
            raise click.UsageError(f"There is no command {error.command_name!r}. {says}", ctx) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and take the command from it."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"governance.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        _plain_everywhere(command)
        return command


def _without_colour(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's own call
    if value:
        ctx.color = False


def _no_colour(*, hidden: bool) -> click.Option:
    says = "No colours and no bold, as with NO_COLOR in the environment."
    return click.Option(
        ["--no-color", "--no-colour"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_without_colour,
        help=says,
        hidden=hidden,
    )


def _plain_everywhere(command: click.Command) -> None:
    """Let --no-color be said after the command, too."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            _plain_everywhere(one)
    if not any("--no-color" in option.opts for option in command.params):
        command.params.append(_no_colour(hidden=True))


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's own call
    """Print the version of the program, and the day on which the law in it was last compared with its sources."""
    if not value or ctx.resilient_parsing:
        return
    from governance.english import day_words  # noqa: PLC0415 - only --version needs the whole library
    from governance.errors import LawError  # noqa: PLC0415
    from governance.law.library import compared, library  # noqa: PLC0415

    try:
        law = f"the law was last compared with its sources on {day_words(compared(library()))}"
    except LawError as error:
        law = f"the law cannot be read:\n{error}"
    click.echo(f"governance, version {__version__}; {law}")
    ctx.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: governance check examples/rift-house.toml",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version, and the day the law was last compared with its sources.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Check, explain and draft the make-up of school governing bodies in England.

    Every answer shows its citation and its arithmetic. Nothing leaves this machine.
    """
    # Modules live as long as the process: neither now nor at its end need they be searched for garbage.
    gc.freeze()
    gc.enable()
    atexit.register(gc.freeze)
    if sys.stdout is not None and sys.stdout.isatty():
        from governance.cli.terminal import fit_to_terminal  # noqa: PLC0415 - a file has no width

        fit_to_terminal()
    if ctx.invoked_subcommand is None:
        from governance.cli.commands import beginning  # noqa: PLC0415 - only where nothing is asked

        say(beginning(main.list_commands(ctx)))


main.params.append(_no_colour(hidden=False))
