"""`governance gias`: the public record of governors, and what a school sends to it."""

import click

from governance.cli.gias_diff import diff
from governance.cli.gias_sheet import sheet


@click.group(
    epilog="Example: governance gias sheet GovernorsBulkUpdateTemplate.xlsx register.xlsx -o upload.xlsx"
)
def gias() -> None:
    """Work with the public record of governors, GIAS (Get Information about Schools)."""


gias.add_command(diff)
gias.add_command(sheet)
