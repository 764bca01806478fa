"""The command line: each command asks the package one thing and prints the answer. No logic lives here."""

import gc

# While modules are loaded nothing becomes garbage; `main` turns it on again.
gc.disable()

from governance.cli.main import main  # noqa: E402

__all__ = ["main"]
