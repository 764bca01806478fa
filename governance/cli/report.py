"""`governance report`: the paper on which a council decides, as a Word document."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.cli.common import BAD_INPUT, LAWFUL, Day, on_option
from governance.cli.inputs import Given, Source, beside_options, on_a_day, sources
from governance.cli.writing import (
    Job,
    Where,
    attest_option,
    named,
    notes_on,
    readable,
    write,
    writing_options,
)

if TYPE_CHECKING:
    from governance.documents.template import Template
    from governance.model.names import Attest


@click.command(
    epilog="Example: governance report examples/rift-house.toml --house docs/house-style.toml -o report.docx"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@writing_options
@click.option(
    "--house", metavar="TOML", help="The council's house style: headings, sections and standing words."
)
@click.option("--paper", metavar="TOML", help="The words of this paper: background, reasons and the like.")
@click.option("--date", "meeting", type=Day(), metavar="DATE", help="The day of the decision.")
@click.option(
    "--form",
    type=click.Choice(("short", "long")),
    default="short",
    help="short (as without it): what a committee passes; long: with the arithmetic of each rule and the steps.",
)
@click.option(
    "--annex", is_flag=True, help="Add the check sheet of each proposal: arithmetic, conditions, steps."
)
@click.option("--strict", is_flag=True, help="Refuse a report in which anything is left to be written.")
@on_option
@beside_options
@click.option(
    "--anyway", is_flag=True, help="Report on an unlawful or incomplete one, marked so on every page."
)
@attest_option
@click.pass_context
def report(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    beside: dict[str, str],
    output: Path | None,
    folder: Path | None,
    style: str | None,
    pdf: bool,
    force: bool,
    house: str | None,
    paper: str | None,
    meeting: datetime.date | None,
    on: datetime.date | None,
    form: str,
    annex: bool,
    strict: bool,
    anyway: bool,
    attest: "Attest | None",
) -> None:
    """Write the decision report on one proposal or several, with each instrument as an appendix.

    FILE is a proposal in TOML or JSON, a table of boards with a school in each row, or a document as for `governance
    check`, and then a note says how it was read. With -o one paper carries them all, but rows that cannot be read;
    with -d each has its own. Facts come from the proposals and from what the check finds, and the officer's words
    from `[paper]` or --paper. What is left to be written is a marked place in the report, and is listed at the end;
    so is each section that is left out, because nobody says anything of it. An unlawful or incomplete proposal is
    refused with the reasons; with --anyway the report says that it cannot be approved. A file is written whole or not
    at all. The exit status is 0 if every file was written, 1 if a proposal is unlawful, 2 for bad input or usage, 3
    if one is incomplete.
    """

    def made(name: str, of: Sequence[Source]) -> Job:
        def make(template: "Template | None") -> tuple[bytes, tuple[str, ...]]:
            from governance.documents.report.word import word_file  # noqa: PLC0415 - Word is slow to load

            found = [_given(one, beside, on) for one in of]
            data, unwritten = word_file(
                [one.proposal for one in found],
                house=house,
                paper=paper,
                on=on,
                meeting=meeting,
                undated=next((one.on for one in found if one.dated), None),
                anyway=anyway,
                form=form,
                annex=annex,
                strict=strict,
                attest=attest,
                template=template,
            )
            return data, (*notes_on(found), *(f"{name}: {note}" for note in unwritten))

        of_files = dict.fromkeys(one.file for one in of)
        return Job(name, (*of_files, *filter(None, (house, paper))), make, len(of))

    several = list(named(sources(files)))
    bad = 0
    if folder is None:
        whole = [one for _, one in several if one.row is None or readable(one, beside)]
        bad = len(several) - len(whole)
        jobs = [made("report", whole)] if whole else []
    else:
        jobs = [made(name, [one]) for name, one in several]
    where = Where(output=output, folder=folder, style=style, pdf=pdf, force=force)
    write(ctx, jobs, where, worst=BAD_INPUT if bad else LAWFUL)


def _given(source: Source, beside: Mapping[str, str], on: datetime.date | None) -> Given:
    """Read one, and take today's law for a row or a document without a day; a proposal file has to give one."""
    given = source.take(beside)
    if source.row is None and given.understood is None:
        return given._replace(on=on)
    return on_a_day(given, on)
