"""`governance explain` shows the full working of a check, and what becomes of it where the law is doubtful."""

import datetime

import click

from governance.cli.asking import Answer, ask
from governance.cli.common import CANNOT_TELL, LAWFUL, UNLAWFUL, on_or_today_option
from governance.cli.inputs import beside_options
from governance.model import Proposal

_STATUS = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}


@click.command(epilog='Example: governance explain examples/rift-house.toml "13(5)"')
@click.argument("file")
@click.argument("rule", nargs=-1)
@on_or_today_option
@beside_options
@click.option("--readings", is_flag=True, help="Run both sides of every doubt about the law instead.")
@click.option(
    "--all", "everything", is_flag=True, help="With --readings: show also those that do not matter."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def explain(
    ctx: click.Context,
    file: str,
    rule: tuple[str, ...],
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    readings: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Explain a check: the numbers put into each rule, what would satisfy it, and which rules did not apply.

    FILE is a proposal in TOML or JSON, or a document as for `governance check`; "-" reads standard input.
    RULE is the name of a rule (C12-VA-MAJ) or a citation ("reg 14(4)", "14(4)"), and limits the answer to it. The exit status is that of the check: 0 if the
    proposal is lawful, 1 if it is unlawful, 2 for bad input, usage or a RULE that is not there, 3 if it cannot be
    told.
    """
    if readings and rule:
        raise click.UsageError("Ask for a RULE or for --readings, not for both.")
    if everything and not readings:
        raise click.UsageError("--all goes with --readings; an explanation shows every rule as it is.")

    def question(proposal: Proposal, on: datetime.date | None) -> Answer:
        if readings:
            return _readings(proposal, on, everything=everything)
        return _explain(proposal, " ".join(rule), on)

    ask(ctx, file, question, beside=beside, on=on, as_json=as_json)


def _explain(proposal: Proposal, rule: str, on: datetime.date | None) -> Answer:
    from governance.answers.explain import explain as explain_proposal  # noqa: PLC0415 - only where it is asked
    from governance.letters.explain import letter  # noqa: PLC0415

    found = explain_proposal(proposal, rule or None, on=on)
    return Answer(_STATUS[found.result.lawful], letter(found, proposal), found.as_json())


def _readings(proposal: Proposal, on: datetime.date | None, *, everything: bool) -> Answer:
    from governance.answers.readings import readings  # noqa: PLC0415 - only where it is asked
    from governance.letters.readings import letter  # noqa: PLC0415

    found = readings(proposal, on=on)
    return Answer(
        _STATUS[found.result.lawful],
        letter(found, proposal, everything=everything),
        found.as_json(everything=everything),
    )
