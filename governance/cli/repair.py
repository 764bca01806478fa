"""`governance repair`: the nearest lawful boards, or why there is none."""

import datetime
from typing import TYPE_CHECKING

import click

from governance.cli.asking import Answer, ask
from governance.cli.board import board_options, wished
from governance.cli.common import CANNOT_TELL, LAWFUL, UNLAWFUL, on_or_today_option
from governance.cli.inputs import beside_options
from governance.cli.post import Post, letter_options
from governance.model import Proposal
from governance.model.names import SEATS

if TYPE_CHECKING:
    from governance.answers.space.wishes import Number


@click.command(
    epilog="Example: governance repair examples/unlawful/voluntary-aided-of-ten.toml --keep parent"
)
@click.argument("file", required=False, metavar="[FILE]")
@on_or_today_option
@beside_options
@board_options(total=False)
@click.option("--keep", metavar="SEATS", help="Categories whose seats stay as they are: parent,co_opted.")
@click.option("--total", metavar="N", help="The total to have, or its limits: 12 or 12..16.")
@click.option(
    "--total-between", nargs=2, type=int, metavar="A B", help="The least and the most the total may be."
)
@click.option(
    "--max", "most", type=click.IntRange(1, 1000), default=5, show_default=True, help="Boards to give."
)
@letter_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def repair(
    ctx: click.Context,
    file: str,
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    keep: str | None,
    total: str | None,
    total_between: tuple[int, int] | None,
    most: int,
    post: Post | None,
    as_json: bool,
) -> None:
    """Give the lawful boards nearest to a proposal, each with what would be moved.

    FILE is a proposal in TOML or JSON, a document as for `governance check`, or a table of boards, each row of which is
    answered; "-" reads standard input. Without FILE the
    board is the one that --parent and the like state; --total is the total to have.
    Boards are ranked by the fewest seats moved; then fewest governors in post losing their seat; then fewest changes to categories other than co-opted; then the
    total that is stated; then the smaller board. Where what you ask for cannot be had, the provisions and wishes that clash are named, with the
    proof. The exit status is 0 if the proposal is lawful and as you wish, 1 if it is not, 2 for bad input or
    usage, 3 if it cannot be told because something needed is not given. With --letter the answer is written as a
    letter to the chair, too.
    """
    from governance.answers.repair import repair as repair_proposal  # noqa: PLC0415 - only where it is asked
    from governance.letters.repair import repair_letter  # noqa: PLC0415
    from governance.model.meaning import key, plain  # noqa: PLC0415

    if total is not None and total_between is not None:
        raise click.UsageError("Give --total or --total-between, not both.")
    wanted: Number | None = wished(total) if total_between is None else total_between
    kept = tuple(key(seat, SEATS) or plain(seat) for seat in keep.split(",")) if keep else ()

    def question(proposal: Proposal, on: datetime.date | None) -> Answer:
        answer = repair_proposal(proposal, on=on, keep=kept, total=wanted, most=most)
        status = LAWFUL if answer.lawful else CANNOT_TELL
        if not answer.fits or answer.lawful is False:
            status = UNLAWFUL
        return Answer(status, repair_letter(answer, proposal), answer.as_json(), answer)

    ask(ctx, file, question, beside=beside, on=on, as_json=as_json, rows=True, post=post)
