"""`governance unknowns`: on what it depends whether a proposal is lawful, and what to ask next."""

import datetime

import click

from governance.cli.asking import Answer, ask
from governance.cli.common import CANNOT_TELL, LAWFUL, UNLAWFUL, on_or_today_option
from governance.cli.inputs import beside_options
from governance.cli.post import Post, letter_options
from governance.model import Proposal

_STATUS = {"lawful": LAWFUL, "unlawful": UNLAWFUL, "depends": CANNOT_TELL}


@click.command(epilog="Example: governance unknowns examples/doubtful/seats-not-settled.toml")
@click.argument("file", metavar="FILE")
@on_or_today_option
@beside_options
@letter_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def unknowns(
    ctx: click.Context,
    file: str,
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    post: Post | None,
    as_json: bool,
) -> None:
    """Say on what it depends whether a proposal is lawful, and what to ask next.

    FILE is a proposal in TOML or JSON, with seats that are still to be settled written "unknown", or a document as for
    `governance check`; "-" reads standard input. The exit status is 0 if the proposal is lawful whatever is still
    open, 1 if it is unlawful whatever that is, 2 for bad input or usage, 3 if it depends or cannot be told. With
    --letter the answer is written as a letter to the chair, too.
    """
    from governance.answers.unknowns import unknowns as what_is_open  # noqa: PLC0415 - only where it is asked
    from governance.letters.unknowns import unknowns_letter  # noqa: PLC0415

    def question(proposal: Proposal, on: datetime.date | None) -> Answer:
        answer = what_is_open(proposal, on=on)
        return Answer(_STATUS[answer.verdict], unknowns_letter(answer, proposal), answer.as_json(), answer)

    ask(ctx, file, question, beside=beside, on=on, as_json=as_json, untold="verdict", post=post)
