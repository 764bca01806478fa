"""`governance check` says whether a proposal is lawful, and what each rule says of it."""

import datetime
import sys
from collections.abc import Iterator, Mapping
from typing import IO, Any, NamedTuple

import click

from governance.answers.check import check as check_proposal
from governance.answers.finding import Result
from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, complain, on_or_today_option
from governance.cli.inputs import Given, beside_options, on_a_day, take
from governance.cli.labels import asked_on, by_category
from governance.errors import CannotTellError, DocumentError, Problem, ProposalError
from governance.files import budget
from governance.letters.check import letter
from governance.model import Proposal, parse
from governance.model.beside import fill_in
from governance.model.reading import MOST_BYTES, parse_json

_Beside = Mapping[str, str]
_STATUS = {True: LAWFUL, False: UNLAWFUL, None: CANNOT_TELL}
_MOST_WRONG = 1_000
"""After so many lines running that hold no proposal, the file is something else."""
_MOST_PIECES = 1_000
"""A line that is so many times as long as a proposal has no end."""
_WORST_LAST = (LAWFUL, CANNOT_TELL, UNLAWFUL, BAD_INPUT)


@click.command(epilog="Example: governance check examples/rift-house.toml --all")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@on_or_today_option
@beside_options
@click.option("--all", "everything", is_flag=True, help="Show the rules that are met, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object, or a list for several files.")
@click.option("--jsonl", is_flag=True, help="Read one JSON proposal a line, print one JSON result a line.")
@click.option(
    "--timeline", is_flag=True, help="Say when the board has been lawful and when not, and what changed it."
)
@click.option(
    "-o", "--output", metavar="FILE.docx", help="Write the findings on one FILE as a Word check sheet, too."
)
@click.option("--style", metavar="TEMPLATE", help="Your own Word template for the check sheet, as for draft.")
@click.option("--force", is_flag=True, help="Overwrite the check sheet if it is there.")
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
    timeline: bool,
    output: str | None,
    style: str | None,
    force: bool,
) -> None:
    """Check proposals against the law in force on the day their instrument takes effect.

    FILE is a proposal in TOML or JSON, or an instrument as a Word document, PDF or text file, and then what
    reading it left open is said below the answer; "-" reads a proposal from standard input. Where FILE does not give
    the category and no option does, the answer is a table of what it is as each. The exit status is 0 if every
    proposal is lawful, 1 if one is unlawful, 2 for bad input or usage, 3 if it cannot be told because something needed
    is not given, or an option contradicts FILE. Of several files the worst decides: bad input, then unlawful, then cannot tell. With --timeline
    it is that of the law as it now stands. With -o the findings are recorded as a check sheet, whatever the verdict.
    """
    statuses = {LAWFUL}
    if timeline and (on or everything or jsonl):
        raise click.UsageError("--timeline is of every day and of the verdict: it goes with --json alone.")
    if output and (timeline or as_json or jsonl or len(files) > 1):
        raise click.UsageError("-o writes the check sheet of one FILE: it goes with the letter alone.")
    if style and not output:
        raise click.UsageError("--style is the look of the check sheet: say with -o where to write it.")
    if timeline:
        from governance.cli.timeline import show  # noqa: PLC0415 - only where it is asked

        statuses |= show(files, beside, as_json=as_json)
    elif jsonl:
        for file in files:
            statuses |= _check_lines(file, beside, on)
    elif as_json:
        answers = []
        for number, file in enumerate(files):
            with budget.of(file, anew=number > 0):
                answers.append(_as_json(file, beside, on))
        statuses |= {status for _, status in answers}
        objects = [answer for answer, _ in answers]
        click.echo(_dumps(objects[0] if len(objects) == 1 else objects, indent=2))
    else:
        for number, file in enumerate(files):
            if number:
                click.echo()
            sheet = _Sheet(output, style, force=force) if output else None
            with budget.of(file, anew=number > 0):
                statuses.add(_print_letter(file, beside, on, everything=everything, sheet=sheet))
    ctx.exit(max(statuses, key=_WORST_LAST.index))


def _dumps(answer: object, *, indent: int | None = None) -> str:
    import json  # noqa: PLC0415 - a letter needs none

    return json.dumps(answer, indent=indent)


class _Sheet(NamedTuple):
    """Where the check sheet goes, in whose template, and whether to overwrite."""

    output: str
    style: str | None
    force: bool


def _print_letter(
    file: str, beside: _Beside, on: datetime.date | None, *, everything: bool, sheet: _Sheet | None
) -> int:
    try:
        given = on_a_day(take(file, beside, each=True), on)
        if given.each:
            from governance.letters.by_category import letter as table  # noqa: PLC0415 - most say their category

            found = by_category(given)
            if sheet:
                complain(f"{sheet.output}: not written, because the category is not given.")
            click.echo(given.answer(table(found)))
            return _STATUS[found.lawful]
        proposal = asked_on(given)
        result = check_proposal(proposal, on=given.on)
    except ProposalError as error:
        complain(error)
        return BAD_INPUT
    except CannotTellError as error:
        click.echo(f"CANNOT TELL: {file}\n{error}")
        if sheet:
            complain(f"{sheet.output}: not written, because there are no findings to record.")
        return CANNOT_TELL
    click.echo(given.answer(letter(result, proposal, everything=everything)))
    if sheet and not _write_sheet(result, proposal, sheet):
        return BAD_INPUT
    return _STATUS[result.lawful]


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


def _as_json(file: str, beside: _Beside, on: datetime.date | None) -> tuple[dict[str, Any], int]:
    try:
        given = on_a_day(take(file, beside, each=True), on)
        result = by_category(given) if given.each else check_proposal(asked_on(given), on=given.on)
    except ProposalError as error:
        complain(error)
        return {
            "proposal": file,
            "error": {"problems": [str(problem) for problem in error.problems]},
        }, BAD_INPUT
    except CannotTellError as error:
        return {"proposal": file, "lawful": None, "error": {"problems": [str(error)]}}, CANNOT_TELL
    return given.as_json(result.as_json()), _STATUS[result.lawful]


def _check_lines(file: str, beside: _Beside, on: datetime.date | None) -> set[int]:
    statuses = set()
    wrong = 0
    try:
        with click.open_file(file, "rb") as stream:
            for number, line in enumerate(_lines(stream), start=1):
                answer, status = _check_line(line, f"{file}:{number}", number, beside, on)
                statuses.add(status)
                sys.stdout.write(_dumps(answer) + "\n")
                wrong = wrong + 1 if status == BAD_INPUT else 0
                if wrong == _MOST_WRONG:
                    says = f"{wrong} lines running hold no proposal, and the rest was left"
                    complain(Problem(f"{file}:{number}", "", says, "Write one JSON proposal a line"))
                    break
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(Problem(file, "", f"cannot be read: {error.strerror}", "Check the name of the file"))
        statuses.add(BAD_INPUT)
    return statuses


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the lines one by one, none longer than a proposal can be; the rest of a longer one is dropped.

    What follows a line without end is never reached.
    """
    while line := stream.readline(MOST_BYTES + 1):
        rest, pieces = line, 0
        while rest and not rest.endswith(b"\n") and pieces < _MOST_PIECES:
            rest, pieces = stream.readline(MOST_BYTES), pieces + 1
        yield line
        if pieces == _MOST_PIECES:
            return


def _check_line(
    line: bytes, source: str, number: int, beside: _Beside, on: datetime.date | None
) -> tuple[dict[str, Any], int]:
    try:
        if len(line) > MOST_BYTES:
            raise _bad(source, f"the line is longer than {MOST_BYTES} bytes")
        with budget.of(source, anew=True):
            data = fill_in(parse_json(line.decode("utf-8-sig"), source), beside, source=source)
            given = on_a_day(Given(parse(data, source=source), beside=beside), on)
            result = check_proposal(given.proposal, on=given.on)
    except UnicodeDecodeError:
        return _line_error(number, source, [str(_bad(source, "the line is not UTF-8 text"))]), BAD_INPUT
    except ProposalError as error:
        return _line_error(number, source, [str(problem) for problem in error.problems]), BAD_INPUT
    except CannotTellError as error:
        return {**_line_error(number, source, [str(error)]), "lawful": None}, CANNOT_TELL
    return given.as_json(result.as_json()), _STATUS[result.lawful]


def _bad(source: str, message: str) -> ProposalError:
    return ProposalError((Problem(source, "", message, "Mend that line"),))


def _line_error(number: int, source: str, problems: list[str]) -> dict[str, Any]:
    return {"proposal": source, "error": {"line": number, "problems": problems}}
