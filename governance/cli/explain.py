"""`governance explain` shows the full working of a check, and what becomes of it where the law is doubtful."""

import datetime
import json
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, complain, on_option
from governance.cli.inputs import take
from governance.errors import CannotTellError, GovernanceError

_STATUS = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}


@click.command(epilog='Example: governance explain examples/rift-house.toml "13(5)"')
@click.argument("file")
@click.argument("rule", nargs=-1)
@on_option
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
    try:
        lawful, text, value = (
            _readings(file, on, everything=everything) if readings else _explain(file, " ".join(rule), on)
        )
    except CannotTellError as error:
        if as_json:
            _print({"proposal": file, "lawful": None, "error": {"problems": [str(error)]}})
        else:
            click.echo(f"CANNOT TELL: {file}\n{error}")
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    if as_json:
        _print(value)
    else:
        click.echo(text)
    ctx.exit(_STATUS[lawful])


def _explain(file: str, rule: str, on: datetime.date | None) -> tuple[bool | None, str, dict[str, Any]]:
    from governance.answers.explain import explain as explain_proposal  # noqa: PLC0415 - only where it is asked
    from governance.answers.explain_letter import letter  # noqa: PLC0415

    given = take(file)
    proposal = given.proposal
    found = explain_proposal(proposal, rule or None, on=on)
    return found.result.lawful, letter(found, proposal) + given.as_read(), given.as_json(found.as_json())


def _readings(
    file: str, on: datetime.date | None, *, everything: bool
) -> tuple[bool | None, str, dict[str, Any]]:
    from governance.answers.readings import readings  # noqa: PLC0415 - only where it is asked
    from governance.answers.readings_letter import letter  # noqa: PLC0415

    given = take(file)
    proposal = given.proposal
    found = readings(proposal, on=on)
    return (
        found.result.lawful,
        letter(found, proposal, everything=everything) + given.as_read(),
        given.as_json(found.as_json(everything=everything)),
    )


def _print(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
