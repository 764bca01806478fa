"""`governance transition` says what becomes of everybody in post when the instrument changes."""

import datetime
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, Day, complain, say
from governance.cli.inputs import beside_options, take
from governance.cli.post import Post, letter_options
from governance.errors import CannotTellError, ContradictionError, GovernanceError

if TYPE_CHECKING:
    from governance.people.transition import Transition

_MOST_NOTED: Final = 20


@click.command(
    epilog="Example: governance transition examples/rift-house-2015.toml examples/rift-house.toml examples/rift-house-register.csv"
)
@click.argument("old")
@click.argument("new")
@click.argument("register")
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help="The day for which it is asked. Default: the day on which NEW takes effect.",
)
@click.option(
    "--meeting",
    type=Day(),
    metavar="DATE",
    help="The meeting that decides an excess. Default: the first day on which it can be held.",
)
@click.option("--body", metavar="NAME", help="The governing body, where REGISTER has several.")
@click.option("--columns", metavar="FILE", help="Which heading of REGISTER is which field, in TOML.")
@beside_options
@click.option(
    "--word", type=click.Path(path_type=Path), metavar="FILE", help="Write the plan as a Word file."
)
@click.option(
    "--ics", type=click.Path(path_type=Path), metavar="FILE", help="Write its days as a calendar file."
)
@partial(letter_options, look=False)
@click.option("--style", metavar="TEMPLATE", help="Your own Word template, as for draft.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def transition(
    ctx: click.Context,
    old: str,
    new: str,
    register: str,
    *,
    on: datetime.date | None,
    meeting: datetime.date | None,
    body: str | None,
    columns: str | None,
    beside: dict[str, str],
    word: Path | None,
    ics: Path | None,
    post: Post | None,
    style: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Say what happens to each governor in post when the instrument NEW takes the place of OLD.

    OLD and NEW are proposals in TOML or JSON, or documents as for `governance check`. REGISTER is a table with a row for
    each governor (.xlsx, .xls, .ods, .csv or .tsv), or a proposal with [[people]]. For each person it says: continues, one
    of several of whom some must go, or the office ends; never which person goes. Then come the vacancies and the plan, in
    order. With --letter they are a letter to the chair, too. The exit status is 0 if everything could be told, 2 for bad input or usage, 3 if something cannot be told.
    """
    from governance.files.whole import may_write  # noqa: PLC0415 - only where it is asked
    from governance.letters.transition import letter  # noqa: PLC0415
    from governance.people.register import load_columns, read_register  # noqa: PLC0415
    from governance.people.transition import of_body  # noqa: PLC0415
    from governance.people.transition import transition as of_people  # noqa: PLC0415

    letter_to = Path(post.output) if post else None
    _goes_together(post, word, style, as_json=as_json)
    try:
        for path, suffix in ((word, ".docx"), (letter_to, ".docx"), (ics, ".ics")):
            if path:
                may_write(path, force=force, source=register, suffix=suffix)
        before, after = take(old, beside), take(new, beside)
        read = read_register(register, load_columns(columns) if columns else None)
    except ContradictionError as error:
        complain(error)
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    problems = [str(problem) for problem in read.problems]
    try:
        name, people = of_body(read.people, before.proposal, after.proposal, body)
        found = of_people(before.proposal, after.proposal, people, on=on, meeting=meeting, body=name)
    except CannotTellError as error:
        _not_told(error, old, new, post, as_json=as_json)
        ctx.exit(CANNOT_TELL)
    called = after.proposal.school.name or found.body
    try:
        _write(found, called, word, ics, style=style, force=force)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    if as_json:
        wrong = [problem.as_json() for problem in read.problems]
        answer = {**found.as_json(), "problems": wrong}
        click.echo(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        for problem in problems[:_MOST_NOTED]:
            complain(f"Note: {register}: {problem}")
        if len(problems) > _MOST_NOTED:
            complain(f"Note: {register}: {len(problems) - _MOST_NOTED} more notes; --json gives all.")
        say(after.answer(letter(found)))
    if post and not post.send(found, after.proposal, school=called):
        ctx.exit(BAD_INPUT)
    told = all(one.outcome != "cannot tell" for one in found.people)
    ctx.exit(LAWFUL if told else CANNOT_TELL)


def _goes_together(post: Post | None, word: Path | None, style: str | None, *, as_json: bool) -> None:
    if post and as_json:
        raise click.UsageError("--letter goes with the answer in words: leave out --json.")
    if style and not (word or post):
        raise click.UsageError(
            "--style is the look of the plan or the letter: say with --word or --letter where to write it."
        )


def _not_told(error: CannotTellError, old: str, new: str, post: Post | None, *, as_json: bool) -> None:
    if as_json:
        wrong = {"problems": [str(error)]}
        click.echo(json.dumps({"old": old, "new": new, "people": None, "error": wrong}))
    else:
        complain(error)
    if post:
        complain(f"{post.output}: not written, because there is no answer to send.")


def _write(
    found: "Transition", name: str, word: Path | None, ics: Path | None, *, style: str | None, force: bool
) -> None:
    """Write the Word file and the calendar that are asked for."""
    from governance.files.whole import write_whole  # noqa: PLC0415 - mostly neither is

    if word:
        from governance.cli.writing import load_style  # noqa: PLC0415
        from governance.documents.transition import transition_plan  # noqa: PLC0415 - Word is slow to load
        from governance.documents.word.proofread import proofread  # noqa: PLC0415
        from governance.documents.word.render import render  # noqa: PLC0415

        made = transition_plan(found, name)
        write_whole(word, proofread(render(made, load_style(style)), made), force=force)
    if ics:
        from governance.documents.calendar import calendar  # noqa: PLC0415

        write_whole(ics, calendar(found, name), force=force, suffix=".ics")
