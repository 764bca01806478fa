"""`governance people` says of each person in a proposal whether they may be, and remain, what they are."""

import datetime
import json
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, complain, say
from governance.cli.inputs import beside_options, take
from governance.errors import CannotTellError, ProposalError
from governance.model.recognise import is_table

_STATUS = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}
_WORST_LAST = (LAWFUL, CANNOT_TELL, UNLAWFUL)


@click.command(epilog="Example: governance people examples/people.toml --on 2024-09-01")
@click.argument("file", metavar="FILE")
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day whose law to apply. Default: the latest of the day the instrument takes effect and the days on "
    "which the people were elected or appointed; for a register today.",
)
@click.option(
    "--instrument",
    "instruments",
    multiple=True,
    metavar="PROPOSAL|DOCUMENT",
    help="The instrument of a body of the register. Give it once for each body.",
)
@click.option(
    "--within",
    type=click.IntRange(0, 3_660),
    default=90,
    show_default=True,
    help="Name terms that end in so many days.",
)
@click.option(
    "--holiday", "holidays", multiple=True, metavar="DATE..DATE", help="Name terms that end in a holiday."
)
@click.option(
    "--columns", metavar="FILE", help='A TOML file that says which column is which: category = "Type of Gov".'
)
@click.option("--save-columns", metavar="FILE", help="Write that file, as the columns were understood.")
@click.option(
    "--export", metavar="FILE", help="Write the people of the register as a table, too: .csv or .xlsx."
)
@click.option("--force", is_flag=True, help="Overwrite the files that --save-columns and --export write.")
@click.option("--names", is_flag=True, help="Keep the names of the register. They are dropped otherwise.")
@beside_options
@click.option("--all", "everything", is_flag=True, help="Show the rules that are met, too.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON; for a proposal a list, one object for each person."
)
@click.option(
    "--jsonld",
    "as_jsonld",
    is_flag=True,
    help="Print the bodies of a register as linked data, in the terms of the Department's registry.",
)
@click.pass_context
def people(
    ctx: click.Context,
    /,
    file: str,
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    everything: bool,
    as_json: bool,
    as_jsonld: bool,
    instruments: tuple[str, ...],
    **asked: Any,
) -> None:
    """Say whether each person listed under [[people]] may be what they are, or who of a register is in post.

    FILE is a proposal in TOML or JSON, or a document as for `governance check`, which seldom lists people; "-" reads
    standard input. People are told apart by a key and never by
    name. Somebody elected or appointed after DATE is judged on that later day; each answer says of which day it
    is. The exit status is 0 if everybody is eligible, 1 if somebody is not, 2 for bad input or usage, 3 if
    it cannot be told because something needed is not given, or because more governors are listed in a category than
    the instrument has seats, so that some of them must go.

    Or FILE is a register of governors (.xlsx, .xls, .ods, .csv, .tsv), a row for each: with --instrument it is said for
    each body and category how many seats there are, who is in post, what is vacant, whose term ends, and what to mind.
    The exit status is then 1 if a rule is broken as the register records it, 3 if something cannot be told, else 0.
    """
    if as_json and as_jsonld:
        raise click.UsageError("--json and --jsonld are two answers: leave out one.")
    if instruments or is_table(file) or as_jsonld:
        from governance.cli.register import register_answer  # noqa: PLC0415 - most lists are in a proposal

        if as_jsonld and not is_table(file):
            instruments = instruments or (file,)
        ctx.exit(
            register_answer(
                file,
                on,
                instruments,
                beside,
                everything=everything,
                as_json=as_json,
                as_jsonld=as_jsonld,
                **asked,
            )
        )
    from governance.letters.people import caution_letter, letter, surplus_letter  # noqa: PLC0415
    from governance.people.eligibility import eligible  # noqa: PLC0415 - only where it is asked
    from governance.people.surplus import surplus  # noqa: PLC0415

    try:
        given = take(file, beside)
        for note in given.proposal.read_as:
            complain(f"Note: {note}")
        results, found = eligible(given.proposal, on=on), surplus(given.proposal, on=on)
    except ProposalError as error:
        complain(error)
        if as_json:
            problems = [str(problem) for problem in error.problems]
            click.echo(json.dumps({"proposal": file, "error": {"problems": problems}}))
        ctx.exit(BAD_INPUT)
    except CannotTellError as error:
        if as_json:
            click.echo(json.dumps({"proposal": file, "eligible": None, "error": {"problems": [str(error)]}}))
        else:
            say(f"CANNOT TELL: {file}\n{error}")
        ctx.exit(CANNOT_TELL)
    if as_json:
        told = [(result.as_json(), found.as_json(result.person.category)) for result in results]
        said = [{**person, **({"surplus": excess} if excess else {})} for person, excess in told]
        click.echo(json.dumps(said, indent=2, default=str))
    else:
        if given.understood is not None or given.beside:
            complain(given.as_read().strip())
        letters = [
            letter(result, everything=everything, excess=found.of(result.person.category))
            for result in results
        ]
        say("\n\n".join(filter(None, (*letters, surplus_letter(found), caution_letter(results)))))
    statuses = [_STATUS[result.eligible] for result in results]
    ctx.exit(
        max(
            (*statuses, CANNOT_TELL if any(one.must_go for one in found.excess) else LAWFUL),
            key=_WORST_LAST.index,
        )
    )
