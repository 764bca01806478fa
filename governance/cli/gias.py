"""`governance gias`: the public record of governors, held against the law and a register, and what a school sends to it."""

import click

from governance.cli.gias_audit import audit, import_
from governance.cli.gias_diff import diff
from governance.cli.gias_sheet import sheet


@click.group(epilog="Example: governance gias audit examples/gias")
def gias() -> None:
    """Work with the public record of governors, GIAS (Get Information about Schools)."""


for command in (import_, audit, diff, sheet):
    gias.add_command(command)
