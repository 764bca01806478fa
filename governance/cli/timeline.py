"""`governance check --timeline`: when a board has been lawful and when not, and what changed it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import click

from governance.answers.asked import no_answer
from governance.answers.timeline import timeline
from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, complain, say
from governance.cli.inputs import take
from governance.cli.labels import in_own_labels
from governance.errors import CannotTellError, ProposalError
from governance.files import budget
from governance.letters.timeline import letter

_STATUS = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}


def show(files: Iterable[str], beside: Mapping[str, str], *, as_json: bool) -> set[int]:
    """Print the timeline of each proposal; give the statuses of the law as it now stands."""
    statuses: set[int] = set()
    values: list[dict[str, Any]] = []
    for number, file in enumerate(files):
        if number and not as_json:
            click.echo()
        with budget.of(file, anew=number > 0):
            status, value = _one(file, beside, as_json=as_json)
        statuses.add(status)
        values.append(value)
    if as_json:
        click.echo(json.dumps(values[0] if len(values) == 1 else values, indent=2, ensure_ascii=False))
    return statuses


def _one(file: str, beside: Mapping[str, str], *, as_json: bool) -> tuple[int, dict[str, Any]]:
    try:
        given = take(file, beside)
        proposal = given.proposal
        found = timeline(proposal, earlier=in_own_labels(given))
    except ProposalError as error:
        complain(error)
        return BAD_INPUT, no_answer(file, error.problems)
    except CannotTellError as error:
        if not as_json:
            say(f"CANNOT TELL: {file}\n{error}")
        return CANNOT_TELL, no_answer(file, [error])
    if not as_json:
        say(letter(found, proposal) + given.as_read())
    return _STATUS[found.stretches[-1].lawful], given.as_json(found.as_json())
