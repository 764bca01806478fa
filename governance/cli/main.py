"""The `governance` command and its group of commands."""

import click

from governance.cli.check import check
from governance.cli.draft import draft
from governance.version import __version__


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: governance check examples/rift-house.toml",
)
@click.version_option(__version__, prog_name="governance")
def main() -> None:
    """Check, explain and draft the make-up of school governing bodies in England.

    Every answer shows its citation and its arithmetic. Nothing leaves this machine.
    """


main.add_command(check)
main.add_command(draft)
