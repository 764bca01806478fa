"""`governance check` says whether a proposal is lawful, and what each rule says of it."""

import datetime
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

import click

from governance.answers.asked import no_answer
from governance.answers.check import check as check_proposal
from governance.answers.finding import Result
from governance.cli.board import Stated, board_options
from governance.cli.common import (
    BAD_INPUT,
    CANNOT_TELL,
    LAWFUL,
    STATUS,
    UNLAWFUL,
    WORST_LAST,
    complain,
    on_or_today_option,
    say,
)
from governance.cli.inputs import Given, Source, beside_options, on_a_day, sources
from governance.cli.labels import asked_on, by_category
from governance.cli.post import Post, letter_options
from governance.english import listed
from governance.errors import CannotTellError, DocumentError, ProposalError
from governance.files import budget
from governance.letters.check import letter
from governance.model import Proposal
from governance.model.recognise import is_table

_Beside = Mapping[str, str]


@click.command(epilog="Example: governance check examples/rift-house.toml --all")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@on_or_today_option
@beside_options
@board_options()
@click.option("--all", "everything", is_flag=True, help="Show the rules that are met, too.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON: one object for one FILE, a list of such objects for several.",
)
@click.option("--jsonl", is_flag=True, help="Read one JSON proposal a line, print one JSON result a line.")
@click.option(
    "--verdicts",
    is_flag=True,
    help="Give the verdict, the total and the provisions broken, and nothing else.",
)
@click.option(
    "--timeline", is_flag=True, help="Say when the board has been lawful and when not, and what changed it."
)
@click.option(
    "-o", "--output", metavar="FILE.docx", help="Write the findings on one FILE as a Word check sheet, too."
)
@partial(letter_options, look=False)
@click.option("--style", metavar="TEMPLATE", help="Your own Word template, as for draft.")
@click.option("--force", is_flag=True, help="Overwrite the files to write if they are there.")
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    everything: bool,
    as_json: bool,
    jsonl: bool,
    verdicts: bool,
    timeline: bool,
    output: str | None,
    post: Post | None,
    style: str | None,
    force: bool,
) -> None:
    """Check proposals against the law in force on the day their instrument takes effect.

    FILE is a proposal in TOML or JSON, a table of boards with a school in each row (.xlsx, .xls, .ods, .csv, .tsv),
    or an instrument as a Word document, PDF or text file, and then what reading it left open is said below the
    answer; "-" reads a proposal from standard input. Without FILE the board is the one that --parent and the like
    state. Where nothing gives the category and no option does, the answer is a table of what it is as each. The exit
    status is 0 if every proposal is lawful, 1 if one is unlawful, 2 for bad input or usage, 3 if it cannot be told
    because something needed is not given, or an option contradicts FILE. With several files, it is that of the worst
    answer: bad input, then unlawful, then cannot tell. With --timeline it is that of the law as it now stands. With
    -o the findings are recorded as a check sheet, whatever the verdict, and with --letter they are a letter to the
    chair that returns the draft.
    """
    statuses = {LAWFUL}
    writes = output or post
    if verdicts and (timeline or everything or writes):
        raise click.UsageError("--verdicts leaves the findings out: it goes with --json and --jsonl alone.")
    if (writes or timeline) and any(map(is_table, files)):
        raise click.UsageError("-o, --letter and --timeline are of one proposal, and a table has many.")
    if timeline and (on or everything or jsonl):
        raise click.UsageError("--timeline is of every day and of the verdict: it goes with --json alone.")
    if jsonl and isinstance(files[0], Stated):
        raise click.UsageError("--jsonl reads FILE, one proposal a line.")
    if writes and (timeline or as_json or jsonl or len(files) > 1):
        raise click.UsageError("-o and --letter are on one FILE: they go with the answer in words alone.")
    if style and not writes:
        raise click.UsageError(
            "--style is the look of the check sheet or the letter: say with -o or --letter where to write it."
        )
    if timeline:
        from governance.cli.timeline import show  # noqa: PLC0415 - only where it is asked

        statuses |= show(files, beside, as_json=as_json)
    elif jsonl:
        from governance.cli.check_lines import answer_lines  # noqa: PLC0415 - only where it is asked

        for file in files:
            statuses |= answer_lines(file, beside, on, verdicts=verdicts)
    elif as_json:
        from governance.cli.progress import progress  # noqa: PLC0415 - a letter shows as it comes

        answers: list[tuple[dict[str, Any], int]] = []
        with progress("Checking", len(files)) as done:
            for file in files:
                for source in sources([file]):
                    with budget.of(source.name, anew=bool(answers) or source.row is not None):
                        answers.append(_as_json(source, beside, on, verdicts=verdicts))
                done(1)
        statuses |= {status for _, status in answers}
        objects = [answer for answer, _ in answers]
        one = len(files) == 1 and not is_table(files[0])
        click.echo(_dumps(objects[0] if one else objects, indent=2))
    elif verdicts or any(map(is_table, files)):
        statuses |= _print_many(files, beside, on, everything=everything, verdicts=verdicts)
    else:
        for number, source in enumerate(sources(files)):
            if number:
                click.echo()
            sheet = _Sheet(output, style, force=force) if output else None
            with budget.of(source.name, anew=number > 0):
                statuses.add(_print_letter(source, beside, on, everything=everything, sheet=sheet, post=post))
    ctx.exit(max(statuses, key=WORST_LAST.index))


def _dumps(answer: object, *, indent: int | None = None) -> str:
    import json  # noqa: PLC0415 - a letter needs none

    return json.dumps(answer, indent=indent)


class _Sheet(NamedTuple):
    """Where the check sheet goes, in whose template, and whether to overwrite."""

    output: str
    style: str | None
    force: bool


def _print_many(
    files: Iterable[str], beside: _Beside, on: datetime.date | None, *, everything: bool, verdicts: bool
) -> set[int]:
    """Print the answer on each, and at the end how many there are of each."""
    statuses: list[int] = []
    for source in sources(files):
        with budget.of(source.name, anew=True):
            if verdicts:
                statuses.append(_print_verdict(source, beside, on))
            else:
                statuses.append(_print_letter(source, beside, on, everything=everything))
                if statuses[-1] != BAD_INPUT:
                    click.echo()
    counts = [f"{statuses.count(status)} {says}" for status, says in _COUNTED.items() if status in statuses]
    say(f"{len(statuses)} in all: {listed(counts)}.")
    return set(statuses)


_COUNTED = {
    LAWFUL: "lawful",
    UNLAWFUL: "unlawful",
    CANNOT_TELL: "of which it cannot be told",
    BAD_INPUT: "that could not be read",
}


def _print_verdict(source: Source, beside: _Beside, on: datetime.date | None) -> int:
    from governance.answers.verdict import verdict  # noqa: PLC0415 - only where it is asked
    from governance.letters.verdict import line  # noqa: PLC0415

    try:
        given = on_a_day(source.take(beside), on)
        found = verdict(asked_on(given), on=given.on)
    except ProposalError as error:
        complain(error)
        return BAD_INPUT
    except CannotTellError as error:
        say(f"CANNOT TELL: {source.name}: {error}")
        return CANNOT_TELL
    say(line(found, given.proposal, dated=given.dated))
    return STATUS[found.lawful]


def _print_letter(
    source: Source,
    beside: _Beside,
    on: datetime.date | None,
    *,
    everything: bool,
    sheet: _Sheet | None = None,
    post: Post | None = None,
) -> int:
    try:
        given = on_a_day(source.take(beside, each=True), on)
        if given.each:
            from governance.letters.by_category import letter as table  # noqa: PLC0415 - most say their category

            found = by_category(given)
            _unwritten(sheet, post, "the category is not given")
            say(given.answer(table(found)))
            return STATUS[found.lawful]
        proposal = asked_on(given)
        result = check_proposal(proposal, on=given.on)
    except ProposalError as error:
        complain(error)
        return BAD_INPUT
    except CannotTellError as error:
        say(f"CANNOT TELL: {source.name}\n{error}")
        _unwritten(sheet, post, "there are no findings to record")
        return CANNOT_TELL
    say(given.answer(letter(result, proposal, everything=everything)))
    if sheet and not _write_sheet(result, proposal, sheet):
        return BAD_INPUT
    if post and not post.send(result, proposal, unread=_unread(given)):
        return BAD_INPUT
    return STATUS[result.lawful]


def _unwritten(sheet: _Sheet | None, post: Post | None, why: str) -> None:
    for file in (sheet and sheet.output, post and post.output):
        if file:
            complain(f"{file}: not written, because {why}.")


def _unread(given: Given) -> tuple[str, ...]:
    if given.understood is None:
        return ()
    from governance.letters.reading import unread  # noqa: PLC0415 - only documents are read

    return unread(given.understood)


def _write_sheet(result: Result, proposal: Proposal, sheet: _Sheet) -> bool:
    """Write the check sheet, and tell whether it could be written."""
    from pathlib import Path  # noqa: PLC0415 - only where a file is written

    import governance  # noqa: PLC0415
    from governance.cli.writing import load_style  # noqa: PLC0415
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415

    path = Path(sheet.output)
    try:
        for source in (proposal.source, sheet.style or ""):
            may_write(path, force=sheet.force, source=source)
        data = governance.check_sheet(result, proposal, template=load_style(sheet.style))
        write_whole(path, data, force=sheet.force)
    except DocumentError as error:
        complain(error)
        return False
    click.echo(f"Wrote {sheet.output}.")
    return True


def _as_json(
    source: Source, beside: _Beside, on: datetime.date | None, *, verdicts: bool
) -> tuple[dict[str, Any], int]:
    try:
        if verdicts:
            from governance.answers.verdict import verdict  # noqa: PLC0415 - only where it is asked

            given = on_a_day(source.take(beside), on)
            found = verdict(asked_on(given), on=given.on)
            return given.as_json(found.as_json()), STATUS[found.lawful]
        given = on_a_day(source.take(beside, each=True), on)
        result = by_category(given) if given.each else check_proposal(asked_on(given), on=given.on)
    except ProposalError as error:
        complain(error)
        return no_answer(source.name, error.problems), BAD_INPUT
    except CannotTellError as error:
        return no_answer(source.name, [error]), CANNOT_TELL
    return given.as_json(result.as_json()), STATUS[result.lawful]
