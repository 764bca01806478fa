"""`governance law diff` and `governance law at`: the law of one day against another, and the rule book of a day."""

# ruff: noqa: PLC0415, PLR0917 - what a command uses is imported where it is asked; click gives its arguments

import datetime
import json
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, Day, Word, complain, say
from governance.errors import CannotTellError, GovernanceError, LawError
from governance.model.names import CATEGORIES, FOUNDATION

_category = click.option(
    "--category", type=Word(CATEGORIES), help="Only for this category of school or body."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command(epilog='Example: governance law diff 2012-08-31 2012-09-01 --category "voluntary aided"')
@click.argument("first", type=Day(), metavar="DATE")
@click.argument("second", type=Day(), metavar="DATE")
@_category
@click.option("--foundation", type=Word(FOUNDATION), help="Only where the school has such a foundation.")
@click.option(
    "--effective",
    type=Day(),
    metavar="DATE",
    help="For an instrument that took effect on this day. Default: for a new one.",
)
@click.option(
    "--largest",
    type=click.IntRange(1, 40),
    default=20,
    show_default=True,
    help="The largest board to go through.",
)
@_json
def diff(
    first: datetime.date,
    second: datetime.date,
    category: str | None,
    foundation: str | None,
    effective: datetime.date | None,
    largest: int,
    *,
    as_json: bool,
) -> None:
    """Say what changed in the law between two days: in text, by which instrument, and in effect.

    The effect is the boards that became lawful or unlawful for each kind of school, counted, with the smallest of
    them. The exit status is 3 for a day whose law is not encoded.
    """
    from governance.answers.law_diff import law_diff
    from governance.law.citations import refuse_earlier
    from governance.law.library import library
    from governance.letters.law_diff import letter

    try:
        refuse_earlier(library(), first, second)
        found = law_diff(
            first, second, category=category, foundation=foundation, effective_on=effective, largest=largest
        )
    except GovernanceError as error:
        _fail(error)
    if as_json:
        _print(found.as_json())
    else:
        say(letter(found))


@click.command(epilog='Example: governance law at 2014-01-01 --category "voluntary aided"')
@click.argument("on", type=Day(), metavar="DATE")
@_category
@_json
def at(on: datetime.date, category: str | None, *, as_json: bool) -> None:
    """Show the rule book of a day: every rule in force on it, by provision.

    The exit status is 3 for a day whose law is not encoded.
    """
    from governance.law.citations import refuse_earlier
    from governance.law.library import concerning, entries, library
    from governance.letters.law import entry_json, list_text

    try:
        volumes = library()
        refuse_earlier(volumes, on)
        found = tuple(concerning(volumes, category, on=on) if category else entries(volumes, on=on))
    except (LawError, CannotTellError) as error:
        _fail(error)
    if as_json:
        _print([entry_json(entry) for entry in found])
    else:
        say(list_text(found, on=on))


def _print(value: dict[str, Any] | list[Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def _fail(error: GovernanceError) -> None:
    complain(error)
    click.get_current_context().exit(CANNOT_TELL if isinstance(error, CannotTellError) else BAD_INPUT)
