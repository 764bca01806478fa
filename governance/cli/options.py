"""`governance options`: every lawful board of a kind of school."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import click

from governance.cli.board import seat_flag, seats_help, wished
from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, Word, complain, say
from governance.cli.post import Post, letter_options
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law.federation import MIXES
from governance.model.names import CATEGORIES, CO_OPTED_STAFF, FOUNDATION, PHASES, SEATS

_GIVEN = {
    "schools": "Schools of the federation.",
    "heads": "Different head teachers of the federation who are governors.",
    "resigned_heads": "Different head teachers of the federation who have resigned as governors.",
}


def _wish_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each number that can be wished for."""
    for name in (CO_OPTED_STAFF, *reversed(SEATS), "total"):
        says = f"{seats_help(name)}: 3, 12..16, 12.. or ..16."
        command = click.option(seat_flag(name), f"wish_{name}", metavar="N", help=says)(command)
    for name, words in reversed(_GIVEN.items()):
        command = click.option(
            f"--{name.replace('_', '-')}", f"given_{name}", type=click.IntRange(0, 99), help=words
        )(command)
    return command


@click.command(epilog='Example: governance options --category "voluntary aided" --total 12..16 --parent 3')
@click.option("--category", required=True, type=Word(CATEGORIES), help="The category of school, or the body.")
@click.option("--foundation", type=Word(FOUNDATION), help="Whether the school has a foundation, and which.")
@click.option("--head-resigned", is_flag=True, help="The head teacher has resigned as a governor.")
@click.option("--religious-character", is_flag=True, help="The school is designated as having one.")
@click.option("--phase", type=Word(PHASES), help="The phase of education; earlier law asks.")
@click.option("--mix", type=Word(MIXES), help="The mix of schools of a federation.")
@_wish_options
@click.option("--on", type=Day(), metavar="DATE", help="The day whose law to apply. Default: today.")
@click.option("--school", metavar="NAME", help="The school to which the letter goes.")
@letter_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet.")
@click.pass_context
def options(
    ctx: click.Context,
    /,
    category: str,
    on: datetime.date | None,
    *,
    school: str | None,
    post: Post | None,
    as_json: bool,
    as_csv: bool,
    **given: Any,
) -> None:
    """List every lawful board of a kind of school, and what follows from the law for its size.

    Numbers are one number or limits: 3, 12..16, 12.. or ..16. Where there is no such board, the provisions and wishes
    that clash are named, with the proof. Where every such board is larger than those listed, the least total is named.
    The exit status is 0 if there is a lawful board, of whatever size, 1 if there is none, 2 for bad usage, 3 if it
    cannot be told because something needed is not given. With --letter the answer is written as a letter to the chair,
    too.
    """
    from governance.answers.options import options as every_board  # noqa: PLC0415 - only where it is asked
    from governance.answers.space.wishes import WishError  # noqa: PLC0415
    from governance.letters.options import options_csv, options_letter  # noqa: PLC0415

    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    if post and (as_json or as_csv):
        raise click.UsageError("--letter goes with the answer in words: leave --json and --csv out.")
    if school and not post:
        raise click.UsageError("--school is whose letter it is: say with --letter where to write it.")
    day = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    wanted = {name[5:]: wished(given.pop(name)) for name in list(given) if name.startswith("wish_")}
    numbers = {name[6:]: given.pop(name) for name in list(given) if name.startswith("given_")}
    numbers = {name: number for name, number in numbers.items() if number is not None}
    try:
        answer = every_board(category, on=day, given=numbers, wanted=wanted, **given)
    except WishError as error:
        raise click.UsageError(str(error)) from None
    except CannotTellError as error:
        if as_json:
            _print({"category": category, "error": {"problems": [str(error)]}})
        else:
            # The questions are those of a proposal file; here their answers are options.
            how = "\nEach answer has an option: governance options --help" if "?" in str(error) else ""
            (complain if as_csv else say)(f"CANNOT TELL: {category}\n{error}{how}")
        if post:
            complain(f"{post.output}: not written, because there is no answer to send.")
        ctx.exit(CANNOT_TELL)
    if as_json:
        _print(answer.as_json())
    elif as_csv:
        click.echo(options_csv(answer), nl=False)
    else:
        first, line, rest = options_letter(answer).partition("\n")
        dated = "" if on else f" (no day is given: by the law of today, {day_words(day)})"
        say(f"{first}{dated}{line}{rest}")
    if post and not post.send(answer, school=school):
        ctx.exit(BAD_INPUT)
    ctx.exit(UNLAWFUL if answer.impossible else LAWFUL)


def _print(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
