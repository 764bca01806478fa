"""What every command shares: exit statuses, the type of a day, and how errors are shown."""

import datetime
from typing import Any, Final

import click

from governance.model.table import parse_day

LAWFUL: Final = 0
UNLAWFUL: Final = 1
BAD_INPUT: Final = 2
CANNOT_TELL: Final = 3
STATUS: Final = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}
"""The exit status of each answer to whether something is lawful."""
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
            self.fail(
                f"{value!r} is not a day of the calendar. Write year-month-day: 2018-09-18.", param, ctx
            )


def complain(message: object) -> None:
    """Print what is wrong on standard error."""
    click.echo(str(message), err=True)


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
