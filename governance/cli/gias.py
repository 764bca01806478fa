"""`governance gias`: the public record of governors, and what a school sends to it."""

import click

from governance.cli.gias_diff import diff
from governance.cli.gias_sheet import sheet


@click.group(
    epilog="Example: governance gias diff examples/register.csv examples/gias-school/rift-house-20250901.csv"
)
def gias() -> None:
    """Work with the public record of governors, GIAS (Get Information about Schools)."""


gias.add_command(diff)
gias.add_command(sheet)
