"""The `governance` command run as a user runs it, from the top of the checkout: in this process, or in one of its own."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from governance.cli import main

ROOT = Path(__file__).parents[1]

INCOMPLETE = """
[school]
category = "community"
[instrument]
effective_on = 2018-09-18
[seats]
parent = 2
local_authority = 1
staff = 1
head_teacher = 1
co_opted = 7
"""
"""A proposal that is lawful and does not say what its instrument must."""


def command(*arguments, stdin=""):
    """Run it with these arguments in this process, which need not be started, and give what came of it; the desk in its own."""
    if "desk" in arguments[:1]:
        return process(*arguments)  # Django is set up once in a process, for one folder.
    with contextlib.chdir(ROOT):
        done = CliRunner().invoke(
            main, [*map(str, arguments)], input=stdin, prog_name="governance", catch_exceptions=False
        )
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def process(*arguments, stdin=None):
    """Run it in a process of its own, where that matters."""
    return subprocess.run(
        [sys.executable, "-m", "governance", *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
