"""What the commands share that put one question to one FILE: the answer, or why there is none, and the exit status."""

import datetime
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from governance.answers.asked import no_answer
from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, WORST_LAST, complain, say
from governance.cli.inputs import Source, on_a_day, sources
from governance.errors import CannotTellError, GovernanceError, ProposalError
from governance.files import budget
from governance.model import Proposal
from governance.model.recognise import is_table

if TYPE_CHECKING:
    from governance.cli.post import Post
    from governance.documents.letters import Sent


class Answer(NamedTuple):
    """The exit status, the letter and the plain values; and the answer itself where it can be sent to a chair."""

    status: int
    letter: str
    value: dict[str, Any]
    found: "Sent | None" = None


def ask(
    ctx: click.Context,
    file: str,
    question: Callable[[Proposal, datetime.date | None], Answer],
    *,
    beside: Mapping[str, str],
    on: datetime.date | None,
    as_json: bool,
    untold: str = "lawful",
    rows: bool = False,
    post: "Post | None" = None,
) -> None:
    """Print the answer to a question about FILE and a day, and end; `untold` is the key that is null where it cannot be told.

    With `rows` a table of boards is asked about row by row, and the worst status decides. `post` sends the answer on
    one FILE to the chair.
    """
    if post and as_json:
        raise click.UsageError("--letter goes with the answer in words: leave --json out.")
    if not (rows and is_table(file)):
        status, value = _answer(
            Source(file, file), question, beside=beside, on=on, as_json=as_json, untold=untold, post=post
        )
        if as_json:
            _print(value)
        ctx.exit(status)
    if post:
        raise click.UsageError("--letter is on one school, and a table has many.")
    statuses, values = {LAWFUL}, []
    for source in sources([file]):
        with budget.of(source.name, anew=True):
            status, value = _answer(source, question, beside=beside, on=on, as_json=as_json, untold=untold)
        statuses.add(status)
        values.append(value)
        if not as_json and status != BAD_INPUT:
            click.echo()
    if as_json:
        _print(values)
    ctx.exit(max(statuses, key=WORST_LAST.index))


def _answer(
    source: Source,
    question: Callable[[Proposal, datetime.date | None], Answer],
    *,
    beside: Mapping[str, str],
    on: datetime.date | None,
    as_json: bool,
    untold: str,
    post: "Post | None" = None,
) -> tuple[int, dict[str, Any]]:
    """Ask one; print the letter where JSON is not wanted, and give the status and the plain values."""
    try:
        given = on_a_day(source.take(beside), on)
        status, letter, value, found = question(given.proposal, given.on)
    except CannotTellError as error:
        if not as_json:
            say(f"CANNOT TELL: {source.name}\n{error}")
        if post:
            complain(f"{post.output}: not written, because there is no answer to send.")
        return CANNOT_TELL, no_answer(source.name, [error], untold=untold)
    except GovernanceError as error:
        complain(error)
        problems = error.problems if isinstance(error, ProposalError) else (error,)
        return BAD_INPUT, no_answer(source.name, problems, untold=untold)
    if not as_json:
        say(given.answer(letter))
    if post and found and not post.send(found, given.proposal):
        return BAD_INPUT, value
    return status, given.as_json(value)


def _print(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
