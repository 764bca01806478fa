"""`governance new`: a proposal by questions, or a blank to fill in."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from governance.cli.common import BAD_INPUT, Word, complain, on_or_today_option
from governance.cli.inputs import beside_options
from governance.english import day_words
from governance.errors import GovernanceError
from governance.model.names import SCHOOL_CATEGORIES, SEATS, UNKNOWN


@click.command(epilog='Example: governance new --category "voluntary aided" -o school.toml')
@click.option("--from", "start", metavar="FILE", help="Begin with what a document or another proposal says.")
@beside_options
@click.option(
    "--of",
    "schools",
    multiple=True,
    type=Word(SCHOOL_CATEGORIES),
    help="A school of the federation, by category; once for each.",
)
@on_or_today_option
@click.option(
    "--paper", is_flag=True, help="Write the words of a report to fill in, with what --from and --house know."
)
@click.option("--house", metavar="TOML", help="With --paper: the council's house style.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.toml", help="The file to write."
)
@click.option(
    "--spreadsheet",
    type=click.Path(path_type=Path),
    metavar="FILE.xlsx",
    help="Write a blank spreadsheet instead, for a school in each row, with drop-downs.",
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_context
def new(
    ctx: click.Context,
    start: str | None,
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    schools: tuple[str, ...],
    paper: bool,
    house: str | None,
    output: Path | None,
    spreadsheet: Path | None,
    force: bool,
) -> None:
    """Make a proposal by questions: the kind of school, the seats, the day, the terms and who approves.

    After the seats the answer of the check is given, and the nearest lawful boards to choose from. With --category
    nothing is asked: a blank is written that `governance check` can answer as it stands. With --from the questions
    begin with what FILE says. With --spreadsheet the blank is a table of boards for many schools. With --paper the
    blank is not a proposal, but the words of the report on one, for `governance report --paper`. Each key has a
    comment. Without -o a blank is printed. The exit status is 0, or 2 where no file was written.
    """
    if spreadsheet:
        from governance.cli.new_spreadsheet import write_blank  # noqa: PLC0415 - only where it is asked

        if start or beside or schools or on or output:
            raise click.UsageError("--spreadsheet writes a blank for any school: it goes with --force alone.")
        ctx.exit(write_blank(spreadsheet, force=force))
    from governance.cli.interview import interview  # noqa: PLC0415 - only where it is asked
    from governance.letters.form import form  # noqa: PLC0415

    if house and not paper:
        raise click.UsageError("--house goes with --paper.")
    day = on or datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    try:
        data = _started(start, beside, schools)
        if paper:
            _write(_paper(data if start else None, house), output, force=force)
            return
        if beside.get("category"):
            _write(_blank(data, day), output, force=force)
            return
        data = interview(data, day)
        text = form(data)
        output = output or Path(click.prompt("\nSave it as", default=f"{_slug(data)}.toml"))
        _write(text, output, force=force)
    except click.Abort:
        complain("\nNothing was written.")
        ctx.exit(BAD_INPUT)
    except GovernanceError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    click.echo(f"Next: governance check {output}")


def _started(start: str | None, beside: Mapping[str, str], schools: tuple[str, ...]) -> dict[str, Any]:
    """Give the tables to begin with: those of a file, with what is said beside it."""
    from governance.model.beside import fill_in  # noqa: PLC0415 - only where it is asked

    data = fill_in(_tables(start) if start else {}, beside, source=start or "the options")
    if schools:
        data["schools"] = [{"category": category} for category in schools]
    return data


def _tables(file: str) -> Mapping[str, Any]:
    from governance.model.reading import written  # noqa: PLC0415 - only where there is one
    from governance.model.recognise import is_proposal_file  # noqa: PLC0415

    if is_proposal_file(file):
        there = written(file)
        for note in there.read_as:
            complain(f"Note: {note}")
        return there.data
    from governance.reading.read import read  # noqa: PLC0415

    understood = read(file)
    if understood.outside:
        raise GovernanceError(f"{file}: {understood.outside}")
    return understood.data


def _blank(data: dict[str, Any], day: datetime.date) -> str:
    """Write a proposal whose seats are open, with what the law of the day leaves for each."""
    from governance.answers.room import NONE, room  # noqa: PLC0415 - only where it is asked
    from governance.letters.form import form  # noqa: PLC0415
    from governance.model import parse  # noqa: PLC0415

    if data["school"]["category"] == "federation" and not data.get("schools"):
        data["schools"] = [{"category": "community"}, {"category": "community"}]
        complain("Note: two community schools stand in the federation. Change them, or name each with --of.")
    left = room(parse({**data, "seats": {}}), on=day)
    seats = data.get("seats") or {seat: UNKNOWN for seat in SEATS if left[seat] != NONE}
    said = f"What would be lawful is by the law of {day_words(day)}, for each number alone."
    return form({**data, "seats": seats}, left, said=[said])


def _paper(data: Mapping[str, Any] | None, house: str | None) -> str:
    """Write the words of a report to fill in."""
    from governance.documents.report import HouseStyle, load_house_style  # noqa: PLC0415 - only where it is asked
    from governance.documents.report.blank import blank  # noqa: PLC0415
    from governance.model import parse  # noqa: PLC0415

    style = load_house_style(house) if house else HouseStyle()
    return blank(style, parse({"seats": {}, **data}) if data else None)


def _slug(data: Mapping[str, Any]) -> str:
    from governance.model.meaning import plain  # noqa: PLC0415 - only where it is asked

    return plain(data["school"].get("name", "")).replace("_", "-") or "proposal"


def _write(text: str, output: Path | None, *, force: bool) -> None:
    from governance.files.whole import write_whole  # noqa: PLC0415 - only where a file is written

    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(output, text.encode(), force=force, suffix=".toml")
    click.echo(f"Wrote {output}.")
