"""What every command shares: exit statuses, the type of a day, and how errors are shown."""

import datetime
import sys
from collections.abc import Sequence
from typing import IO, Any, Final

import click

from governance.model.table import parse_day

LAWFUL: Final = 0
UNLAWFUL: Final = 1
BAD_INPUT: Final = 2
CANNOT_TELL: Final = 3
STATUS: Final = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}
"""The exit status of each answer to whether something is lawful."""
_MOST_NOTED: Final = 12
WORST_LAST: Final = (LAWFUL, CANNOT_TELL, UNLAWFUL, BAD_INPUT)
"""The exit statuses as they weigh: of several answers the worst decides."""


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
            pass
        from governance.model.meaning import day  # noqa: PLC0415 - only where it is written otherwise
        from governance.model.slips import day_hint  # noqa: PLC0415

        found = day(value)
        if found is None:
            self.fail(f"{value!r} is not a day of the calendar. {day_hint(value, 'it')}.", param, ctx)
        _noted(value, found.isoformat(), param)
        return found


class Word(click.Choice[str]):
    """One of our words; another spelling of one is understood, and so are the trade's short names."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the word, or fail with what was probably meant, or what to ask."""
        options = tuple(self.choices)
        if value in options:
            return str(value)
        from governance.model.hints import meant  # noqa: PLC0415 - only where it is written otherwise
        from governance.model.meaning import choice  # noqa: PLC0415

        found = choice(value, options)
        if found is None:
            self.fail(f"{value!r} is not one of those known. {meant(str(value), options)}.", param, ctx)
        _noted(value, found, param)
        return found


def _noted(value: str, ours: str, param: click.Parameter | None) -> None:
    flag = param.opts[0] if isinstance(param, click.Option) else (param and param.metavar) or "DATE"
    complain(f'Note: {flag} "{value}" is read as {ours}.')


def say(letter: str) -> None:
    """Print an answer on standard output, as a terminal shows it where that is one."""
    _print(letter, sys.stdout, err=False)


def complain(message: object) -> None:
    """Print what is wrong on standard error."""
    _print(str(message), sys.stderr, err=True)


def note_all(source: str, problems: Sequence[object]) -> None:
    """Say what was not read of a file, the first of it where it is much."""
    for problem in problems[:_MOST_NOTED]:
        complain(f"Note: {source}: {problem}")
    if len(problems) > _MOST_NOTED:
        complain(f"Note: {source}: {len(problems) - _MOST_NOTED} more notes; --json gives all.")


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
