"""The command line: each command asks the package one thing and prints the answer. No logic lives here."""

from governance.cli.main import main

__all__ = ["main"]
