"""How far long work has come, on a terminal; nothing to a file or another program."""

import contextlib
import sys
from collections.abc import Callable, Iterator

import click


@contextlib.contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], object]]:
    """Give a function to tell of each part done, of `length` in all."""
    if length <= 1 or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update
