"""`governance compare` puts two proposals side by side, and says what each change needs."""

import contextlib
import datetime
import json

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, Day, complain, say
from governance.cli.inputs import beside_options, on_a_day, take
from governance.errors import CannotTellError, ContradictionError, GovernanceError


@click.command(epilog="Example: governance compare examples/rift-house-2015.toml examples/rift-house.toml")
@click.argument("old")
@click.argument("new")
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day whose law to apply. Default: when NEW takes effect, or today.",
)
@beside_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def compare(
    ctx: click.Context, old: str, new: str, on: datetime.date | None, *, beside: dict[str, str], as_json: bool
) -> None:
    """Compare two proposals: what is different, whose approval it needs, the steps, and what happens to whom.

    OLD and NEW are proposals in TOML or JSON, or documents as for `governance check`. Where one does not give the
    category and no option does, what is different is shown, and not what the law says of it. The exit status is 0 if
    they could be compared, whether or not they are lawful, 2 for bad input or usage, and 3 where an option
    contradicts one of them.
    """
    from governance.answers.compare import compare as compare_proposals  # noqa: PLC0415 - only where it is asked
    from governance.letters.compare import letter  # noqa: PLC0415

    try:
        before, after = take(old, beside, each=True), take(new, beside, each=True)
        with contextlib.suppress(CannotTellError):  # the comparison says itself that it has no day
            after = on_a_day(after, on)
        found = compare_proposals(
            before.proposal,
            after.proposal,
            on=after.on or on,
            of_no_category=[one.proposal for one in (before, after) if one.each],
        )
    except ContradictionError as error:
        complain(error)
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    if as_json:
        readings = {"old": before.reading(), "new": after.reading()}
        dated = {"dated": after.dated} if after.dated else {}
        read = {"read": readings} if any(readings.values()) else {}
        click.echo(json.dumps({**found.as_json(), **dated, **read}, indent=2, ensure_ascii=False))
    else:
        say(after.answer(letter(found) + before.as_read()))
