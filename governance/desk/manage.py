"""Django's own commands, for whoever changes a table: `python -m governance.desk.manage makemigrations desk`."""

import sys
import tempfile
from pathlib import Path

from governance.desk.settings import Run, configure


def main(arguments: list[str]) -> None:
    """Run a command of Django over an empty data folder."""
    with tempfile.TemporaryDirectory() as folder:
        configure(Run(Path(folder), 8000, "none", "none"))
        from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the settings

        execute_from_command_line(["manage", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
