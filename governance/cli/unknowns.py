"""`governance unknowns`: on what it depends whether a proposal is lawful, and what to ask next."""

import datetime
import json
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, complain, on_option
from governance.cli.inputs import take
from governance.errors import CannotTellError, ProposalError


@click.command(epilog="Example: governance unknowns examples/unknown-seats.toml")
@click.argument("file", metavar="FILE")
@on_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def unknowns(ctx: click.Context, file: str, on: datetime.date | None, *, as_json: bool) -> None:
    """Say on what it depends whether a proposal is lawful, and what to ask next.

    FILE is a proposal in TOML or JSON, with seats that are still to be settled written "unknown", or a document as for
    `governance check`; "-" reads standard input. The exit status is 0 if the proposal is lawful whatever is still
    open, 1 if it is unlawful whatever that is, 2 for bad input or usage, 3 if it depends or cannot be told.
    """
    from governance.answers.unknowns import unknowns as what_is_open  # noqa: PLC0415 - only where it is asked
    from governance.answers.unknowns_letter import unknowns_letter  # noqa: PLC0415

    try:
        given = take(file)
        proposal = given.proposal
        answer = what_is_open(proposal, on=on)
    except ProposalError as error:
        complain(error)
        if as_json:
            _print({"proposal": file, "error": {"problems": [str(problem) for problem in error.problems]}})
        ctx.exit(BAD_INPUT)
    except CannotTellError as error:
        if as_json:
            _print({"proposal": file, "verdict": None, "error": {"problems": [str(error)]}})
        else:
            click.echo(f"CANNOT TELL: {file}\n{error}")
        ctx.exit(CANNOT_TELL)
    if as_json:
        _print(given.as_json(answer.as_json()))
    else:
        click.echo(unknowns_letter(answer, proposal) + given.as_read())
    ctx.exit({"lawful": LAWFUL, "unlawful": UNLAWFUL, "depends": CANNOT_TELL}[answer.verdict])


def _print(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
