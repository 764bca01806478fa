"""How a command of `governance steps` is made: the options that several share, the day it asks about, how it answers."""

import datetime
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, Day, Word, complain, say
from governance.errors import CannotTellError
from governance.model.names import CATEGORIES, FOUNDATION
from governance.model.schools import designated

if TYPE_CHECKING:
    from governance.answers.procedures import Procedure


def day(name: str, text: str) -> click.Option:
    """Make an option that takes a day."""
    return click.Option([name], type=Day(), metavar="DATE", help=text)


def kind(name: str, values: tuple[str, ...], text: str, **more: Any) -> click.Option:
    """Make an option that takes one of some values."""
    return click.Option([name], type=Word(values), help=text, **more)


def flag(name: str, text: str) -> click.Option:
    """Make an option that is given or not."""
    return click.Option([name], is_flag=True, help=text)


MEETING: Final = day(
    "--first-meeting",
    "The day of the first or only meeting that decides: the last day for its notice is counted from it.",
)
SCHOOL: Final = kind("--category", CATEGORIES, "The category of the school.", required=True)
HAS_FOUNDATION: Final = kind("--foundation", FOUNDATION, "Whether a foundation school has a foundation.")
CHARACTER: Final = click.Option(
    ["--religious-character"],
    metavar="TEXT",
    callback=lambda _ctx, _param, value: designated(value),
    help='As designated: "Church of England". Default: not said.',
)
GOVERNORS: Final = click.Option(
    ["--foundation-governors/--no-foundation-governors"],
    default=None,
    help="Whether there are any, where the category does not tell: in a federation.",
)
FEDERATED: Final = flag("--federation", "The governing body is that of a federation.")
_ON: Final = day(
    "--on", "The day whose law to apply. Default: today, or the day of the first event you give."
)
_JSON: Final = click.Option(["--json", "as_json"], is_flag=True, help="Print JSON.")


def procedure(
    name: str,
    text: str,
    example: str,
    *options: click.Option,
    prepare: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> click.Command:
    """Make the command that gives the procedure of its name, told the day and the options by their names.

    The day is that of `--on`, or of the first event given in the order of the options, or today. `prepare` turns the
    options into what the procedure takes.
    """
    events = [one.name for one in options if isinstance(one.type, Day) and one.name]

    def run(*, on: datetime.date | None, as_json: bool, **given: Any) -> None:
        from governance.answers import procedures  # noqa: PLC0415 - the other commands need none of it

        day = on or next((given[event] for event in events if given[event]), None) or _today()
        give: Callable[..., Procedure] = getattr(procedures, name.replace("-", "_"))
        _print(lambda: give(on=day, **prepare(given)), as_json=as_json)

    return click.Command(
        name,
        callback=run,
        params=[*options, _ON, _JSON],
        help=text,
        epilog=f"Example: governance steps {name} {example}".strip(),
    )


def group(commands: Mapping[str, click.Command]) -> click.Group:
    """Make the group of the commands."""
    return click.Group(
        "steps",
        commands=dict(commands),
        help="""Give the steps of a procedure, each with its dates and its citation.

        The exit status is 0 with steps, 2 for bad usage or days that cannot be, 3 where the law of the day was not read or
        depends on something that was not given.
        """,
        epilog="Example: governance steps removal --category co_opted --first-meeting 2018-09-18",
    )


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _print(make: Callable[[], "Procedure"], *, as_json: bool) -> None:
    from governance.answers.procedures import ProcedureDateError  # noqa: PLC0415
    from governance.letters.procedure import letter  # noqa: PLC0415

    try:
        procedure = make()
    except ProcedureDateError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"steps": None, "error": {"problems": [str(error)]}}, indent=2))
        click.get_current_context().exit(BAD_INPUT)
    except CannotTellError as error:
        if as_json:
            click.echo(json.dumps({"steps": None, "error": {"problems": [str(error)]}}, indent=2))
        else:
            say(f"CANNOT TELL\n{error}")
        click.get_current_context().exit(CANNOT_TELL)
    if as_json:
        click.echo(json.dumps(procedure.as_json(), indent=2, ensure_ascii=False))
    else:
        say(letter(procedure))
