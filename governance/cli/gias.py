"""`governance gias`: the public record of governors, read and held against the law."""

import click

from governance.cli.gias_audit import audit, import_


@click.group(epilog="Example: governance gias audit examples/gias")
def gias() -> None:
    """Work with the public record of governors, GIAS (Get Information about Schools)."""


for command in (import_, audit):
    gias.add_command(command)
