"""The `governance` command run as a user runs it, in a process of its own, from the top of the checkout."""

import os
import subprocess
import sys
from pathlib import Path

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


def command(*arguments, stdin=None):
    """Run it with these arguments and give what came of it."""
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
