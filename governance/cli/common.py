"""What every command shares: exit statuses, the type of a day, and how errors are shown."""

import datetime
import sys
from typing import IO, Any, Final

import click

from governance.model.table import parse_day

LAWFUL: Final = 0
UNLAWFUL: Final = 1
BAD_INPUT: Final = 2
CANNOT_TELL: Final = 3


class Day(click.ParamType[datetime.date]):
    """A day, written year-month-day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Read the day, or fail with what to write."""
        if isinstance(value, datetime.date):
            return value
        try:
            return parse_day(value)
        except ValueError:
            self.fail(
                f"{value!r} is not a day of the calendar. Write year-month-day: 2018-09-18.", param, ctx
            )


def say(letter: str) -> None:
    """Print an answer on standard output, as a terminal shows it where that is one."""
    _print(letter, sys.stdout, err=False)


def complain(message: object) -> None:
    """Print what is wrong on standard error."""
    _print(str(message), sys.stderr, err=True)


def _print(text: str, stream: IO[str] | None, *, err: bool) -> None:
    if stream is not None and stream.isatty():
        from governance.cli.terminal import colourful, shown  # noqa: PLC0415 - only a terminal needs it

        text = shown(text, colour=colourful(click.get_current_context(silent=True)))
    click.echo(text, err=err)


on_option = click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day whose law to apply. Default: the day the instrument takes effect.",
)

on_or_today_option = click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day whose law to apply. Default: the day the instrument takes effect, or today.",
)
