"""The `governance` command and its commands, each of which is loaded only when it is called."""

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Any, Final

import click

from governance.cli.common import BAD_INPUT, complain
from governance.cli.streams import open_up
from governance.files import budget
from governance.version import __version__

_COMMANDS: Final = {
    "audit": "audit",
    "check": "check",
    "compare": "compare",
    "draft": "draft",
    "explain": "explain",
    "law": "law",
    "new": "new",
    "options": "options",
    "people": "people",
    "read": "read",
    "repair": "repair",
    "report": "report",
    "schema": "schema",
    "steps": "steps",
    "unknowns": "unknowns",
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

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and take the command from it."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"governance.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: governance check examples/rift-house.toml",
)
@click.version_option(__version__, prog_name="governance")
def main() -> None:
    """Check, explain and draft the make-up of school governing bodies in England.

    Every answer shows its citation and its arithmetic. Nothing leaves this machine.
    """
    # Modules live as long as the process: neither now nor at its end need they be searched for garbage.
    gc.freeze()
    gc.enable()
    atexit.register(gc.freeze)
