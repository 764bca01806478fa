"""What the commands share that put one question to one FILE: the answer, or why there is none, and the exit status."""

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, complain, say
from governance.cli.inputs import on_a_day, take
from governance.errors import CannotTellError, GovernanceError, ProposalError
from governance.model import Proposal

Answer = tuple[int, str, dict[str, Any]]
"""The exit status, the letter and the plain values."""


def ask(
    ctx: click.Context,
    file: str,
    question: Callable[[Proposal, datetime.date | None], Answer],
    *,
    beside: Mapping[str, str],
    on: datetime.date | None,
    as_json: bool,
    untold: str = "lawful",
) -> None:
    """Print the answer to a question about FILE and a day, and end; `untold` is the key that is null where it cannot be told."""
    try:
        given = on_a_day(take(file, beside), on)
        status, letter, value = question(given.proposal, given.on)
    except CannotTellError as error:
        if as_json:
            _print({"proposal": file, untold: None, "error": {"problems": [str(error)]}})
        else:
            say(f"CANNOT TELL: {file}\n{error}")
        ctx.exit(CANNOT_TELL)
    except GovernanceError as error:
        complain(error)
        if as_json:
            problems = error.problems if isinstance(error, ProposalError) else (error,)
            _print({"proposal": file, "error": {"problems": [str(problem) for problem in problems]}})
        ctx.exit(BAD_INPUT)
    if as_json:
        _print(given.as_json(value))
    else:
        say(given.answer(letter))
    ctx.exit(status)


def _print(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
